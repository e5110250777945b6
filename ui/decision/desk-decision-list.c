/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "decision/desk-decision-list.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/ocop-text.h"
#include "desk-window.h"
#include "evaluation/ocop-decision.h"

struct _DeskDecisionList
{
  GtkWidget parent_instance;

  GtkWidget *outer;

  /* Borrowed references */
  GtkListBox *list;

  /* Owned references */
  GCancellable *cancellable;
  char *words;           /* that were looked for last */
  char *id;              /* (nullable): of the one selected */
  char *wanted;          /* (nullable): of the one to be selected once it is there */

  gboolean filling;
  gboolean wants_focus;  /* as soon as there is something to focus */
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskDecisionList, desk_decision_list, GTK_TYPE_WIDGET)

enum
{
  COLUMN_ID,
  COLUMN_NAME,
  COLUMN_NUMBER,
  COLUMN_DAY,
  COLUMN_KIND,
  COLUMN_STATE,
  COLUMN_NOTIFIED,
};

static const char * const columns[] = {
  [COLUMN_ID] = "id",
  [COLUMN_NAME] = "name",
  [COLUMN_NUMBER] = "number",
  [COLUMN_DAY] = "decided_on",
  [COLUMN_KIND] = "kind",
  [COLUMN_STATE] = "state",
  [COLUMN_NOTIFIED] = "notified_on",
  NULL
};

/* What is under way, then what was issued, the latest first: each in one query. */
static OcopQuery *
new_query (gboolean    issued,
           const char *words)
{
  OcopQuery *query = ocop_query_new ("decision");

  ocop_query_set_text (query, words);
  ocop_query_where (query, "state", issued ? OCOP_OPERATOR_IS : OCOP_OPERATOR_IS_NOT, "issued", NULL);
  ocop_query_order_by (query, issued ? "decided_on" : "submitted_on", TRUE);
  /* Those of one day as their numbers follow each other. */
  ocop_query_order_by (query, "number", TRUE);
  ocop_query_order_by (query, "name", FALSE);
  return query;
}

static gpointer
read_decisions (OcopReader    *reader,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr(GPtrArray) both = g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_rows_unref);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(OcopQuery) query = new_query (i == 1, data);
      OcopRows *rows = ocop_reader_rows (reader, query, columns, 0, -1, error);

      if (rows == NULL)
        return NULL;
      g_ptr_array_add (both, rows);
    }
  return g_steal_pointer (&both);
}

/* --- showing --- */

static GtkWidget *
new_label (const char *text,
           const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  g_object_set (label, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, "hexpand", TRUE, "width-chars", 8, NULL);
  gtk_widget_add_css_class (label, style);
  return label;
}

/* Long names differ by what comes last in them. */
static GtkWidget *
new_name (const char *name)
{
  GtkWidget *label = new_label (name, "desk-subtitle");

  g_object_set (label, "wrap", TRUE, "lines", 3, NULL);
  return label;
}

static GtkWidget *
new_pill (const OcopRows *rows,
          guint           i)
{
  const char *state = ocop_rows_get_text (rows, i, COLUMN_STATE);
  gboolean silent = g_strcmp0 (state, "issued") == 0 && ocop_rows_get_text (rows, i, COLUMN_NOTIFIED) == NULL;
  const char *title = ocop_field_choice_title (ocop_kind_find_field (ocop_kind_find ("decision"), "state"), state);
  GtkWidget *pill = gtk_label_new (silent ? _("Not yet notified") : title);

  gtk_widget_set_valign (pill, GTK_ALIGN_START);
  gtk_widget_add_css_class (pill, "desk-pill");
  if (silent)
    gtk_widget_add_css_class (pill, "warn");
  else if (g_strcmp0 (state, "issued") == 0)
    gtk_widget_add_css_class (pill, "good");
  return pill;
}

/* The kind stands in the line above: of "Revocation – Tea" what comes after it. */
static const char *
without_kind (const char *name,
              const char *kind)
{
  static const char dash[] = " – ";

  if (name == NULL || !g_str_has_prefix (name, kind) || !g_str_has_prefix (name + strlen (kind), dash))
    return name != NULL ? name : "";
  return name + strlen (kind) + strlen (dash);
}

static void
fill_row (GtkListBoxRow  *row,
          const OcopRows *rows,
          guint           i)
{
  const char *kind = ocop_field_choice_title (ocop_kind_find_field (ocop_kind_find ("decision"), "kind"),
                                              ocop_rows_get_text (rows, i, COLUMN_KIND));
  const char *number = ocop_rows_get_text (rows, i, COLUMN_NUMBER);
  const char *name = ocop_rows_get_text (rows, i, COLUMN_NAME);
  OcopDate day = OCOP_DATE_UNKNOWN;
  g_autofree char *title = NULL, *both = NULL, *decided_on = NULL, *subtitle = NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  if (ocop_rows_get_text (rows, i, COLUMN_DAY) != NULL)
    ocop_date_parse (ocop_rows_get_text (rows, i, COLUMN_DAY), &day);
  title = ocop_decision_label (ocop_decision_kind_from_key (ocop_rows_get_text (rows, i, COLUMN_KIND)), name != NULL ? name : kind, number, day);
  decided_on = ocop_date_to_people (day);
  subtitle = ocop_text_join (" · ", (const char *[]) { decided_on, number != NULL ? name : without_kind (name, kind) }, 2);
  gtk_box_append (GTK_BOX (head), new_label (number != NULL ? number : kind, "desk-heading"));
  gtk_box_append (GTK_BOX (foot), new_name (subtitle));
  /* Beside what is the shorter of the two. */
  gtk_box_append (GTK_BOX (number != NULL ? head : foot), new_pill (rows, i));
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), foot);
  gtk_list_box_row_set_child (row, box);
  both = g_strdup_printf ("%s, %s", title, kind);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, both, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (row), title);
  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (ocop_rows_get_text (rows, i, COLUMN_ID)), g_free);
}

static const char *
get_row_id (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "id");
}

/* Rows are used again, so that the focus stays where it is. */
static GtkListBoxRow *
ensure_row (DeskDecisionList *self,
            int               place)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, place);

  if (row == NULL)
    {
      gtk_list_box_append (self->list, gtk_list_box_row_new ());
      row = gtk_list_box_get_row_at_index (self->list, place);
    }
  return row;
}

static void
remove_from (DeskDecisionList *self,
             int               place)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, place)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

/* Tab passes the list by its chosen row alone: within it the arrow keys choose. */
static void
keep_focus_on (DeskDecisionList *self,
               GtkListBoxRow    *chosen)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    gtk_widget_set_focusable (GTK_WIDGET (row), row == chosen);
}

static GtkListBoxRow *
find_row (DeskDecisionList *self,
          const char       *id)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (g_strcmp0 (get_row_id (row), id) == 0)
      return row;
  return NULL;
}

/* The one that is wanted, or was selected, else the first. */
static void
select_again (DeskDecisionList *self)
{
  GtkListBoxRow *wanted = self->wanted != NULL ? find_row (self, self->wanted) : NULL;
  GtkListBoxRow *found = wanted != NULL ? wanted : find_row (self, self->id);

  if (wanted != NULL)
    g_clear_pointer (&self->wanted, g_free);
  if (found == NULL)
    found = gtk_list_box_get_row_at_index (self->list, 0);
  self->filling = TRUE;
  gtk_list_box_select_row (self->list, found);
  self->filling = FALSE;
  keep_focus_on (self, found);
  g_free (self->id);
  self->id = found != NULL ? g_strdup (get_row_id (found)) : NULL;
  g_signal_emit (self, signals[CHOSEN], 0, self->id);
}

static void
show (DeskDecisionList *self,
      const GPtrArray  *both)
{
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL;

  int place = 0;

  self->filling = TRUE;
  for (guint i = 0; i < both->len; i++)
    for (guint row = 0; row < ocop_rows_get_n_rows (both->pdata[i]); row++)
      fill_row (ensure_row (self, place++), both->pdata[i], row);
  remove_from (self, place);
  self->filling = FALSE;
  select_again (self);
  if (focused || self->wants_focus)
    desk_decision_list_focus (self);
}

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(DeskDecisionList) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) both = ocop_register_read_finish (OCOP_REGISTER (source), result, &error);
  DeskWindow *window = self->outer != NULL ? desk_window_of (GTK_WIDGET (self)) : NULL;

  if (window == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (both != NULL)
    show (self, both);
  else
    desk_window_show_error (window, error);
}

void
desk_decision_list_refresh (DeskDecisionList *self,
                            OcopRegister     *reg,
                            const char       *words)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  /* Whoever goes on typing stays where it is typed. */
  if (!g_str_equal (words, self->words))
    self->wants_focus = FALSE;
  g_free (self->words);
  self->words = g_strdup (words);
  if (reg != NULL)
    ocop_register_read_async (reg, OCOP_LANE_LONG, read_decisions, g_strdup (words), g_free, (GDestroyNotify) g_ptr_array_unref,
                              self->cancellable, on_read, g_object_ref (self));
}

void
desk_decision_list_select (DeskDecisionList *self,
                           const char       *id)
{
  g_free (self->wanted);
  self->wanted = g_strdup (id);
  if (find_row (self, id) != NULL)
    select_again (self);
}

void
desk_decision_list_focus (DeskDecisionList *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  self->wants_focus = row == NULL;
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
on_row_selected (DeskDecisionList *self,
                 GtkListBoxRow    *row)
{
  if (self->filling || row == NULL || g_strcmp0 (get_row_id (row), self->id) == 0)
    return;
  g_free (self->id);
  self->id = g_strdup (get_row_id (row));
  gtk_widget_set_focusable (GTK_WIDGET (row), TRUE);
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  keep_focus_on (self, row);
  g_signal_emit (self, signals[CHOSEN], 0, self->id);
}

static void
desk_decision_list_dispose (GObject *object)
{
  DeskDecisionList *self = DESK_DECISION_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->outer, gtk_widget_unparent);
  G_OBJECT_CLASS (desk_decision_list_parent_class)->dispose (object);
}

static void
desk_decision_list_finalize (GObject *object)
{
  DeskDecisionList *self = DESK_DECISION_LIST (object);

  g_object_unref (self->cancellable);
  g_free (self->words);
  g_free (self->id);
  g_free (self->wanted);
  G_OBJECT_CLASS (desk_decision_list_parent_class)->finalize (object);
}

static void
desk_decision_list_class_init (DeskDecisionListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_decision_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_decision_list_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
desk_decision_list_init (DeskDecisionList *self)
{
  self->words = g_strdup ("");
  self->cancellable = g_cancellable_new ();
  self->outer = gtk_scrolled_window_new ();
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "desk-decisions");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Decisions"), -1);
  g_signal_connect_object (self->list, "row-selected", G_CALLBACK (on_row_selected), self, G_CONNECT_SWAPPED);
  g_object_set (self->outer, "hscrollbar-policy", GTK_POLICY_NEVER, "vexpand", TRUE, "child", self->list, NULL);
  gtk_widget_set_parent (self->outer, GTK_WIDGET (self));
}
