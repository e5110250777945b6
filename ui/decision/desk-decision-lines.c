/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "decision/desk-decision-lines.h"

#include <glib/gi18n.h>

#include "base/ocop-number.h"
#include "base/ocop-text.h"
#include "desk-accessible-name.h"
#include "desk-column-heads.h"
#include "desk-cut-label.h"

typedef enum
{
  COLUMN_PLACE,
  COLUMN_PRODUCT,
  COLUMN_SCORE,
  COLUMN_CLASS,
  COLUMN_CODE,
  COLUMN_CERTIFICATE,
  COLUMN_HELD,
  COLUMN_GROUND,
  COLUMN_NOTE,
  N_COLUMNS,
} Column;

static const struct
{
  const char *title;
  int width;       /* -1: what is left */
  float align;
  gboolean wraps;  /* in as many lines as it takes */
} columns[N_COLUMNS] = {
  [COLUMN_PLACE] = { N_("No."), 44, 1.0f },
  [COLUMN_PRODUCT] = { N_("Product and producer"), -1, 0.0f, TRUE },
  [COLUMN_SCORE] = { N_("Score"), 70, 1.0f },
  [COLUMN_CLASS] = { N_("Class"), 92, 0.0f },
  [COLUMN_CODE] = { N_("Product code"), 150, 0.0f },
  [COLUMN_CERTIFICATE] = { N_("Certificate number"), 176, 0.0f },
  [COLUMN_HELD] = { N_("Holds now"), 182, 0.0f, TRUE },
  [COLUMN_GROUND] = { N_("Ground and conclusion"), -1, 0.0f, TRUE },
  [COLUMN_NOTE] = { N_("Note"), 170, 0.0f, TRUE },
};

struct _DeskDecisionLines
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;

  /* Borrowed references */
  GtkColumnView *view;
  const OcopDecision *decision; /* (nullable) */

  /* Owned references */
  GtkColumnViewColumn *columns[N_COLUMNS];
  GtkStringList *model;         /* one text for each line: which one it is says its place */
  GtkSingleSelection *selection;
};

enum
{
  SELECTED,
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskDecisionLines, desk_decision_lines, GTK_TYPE_WIDGET)

/* --- what the cells say --- */

static char *
dup_class (const OcopDecisionLine *line)
{
  const char *outcome = ocop_record_get_text (line->record, "outcome");
  gint64 class = ocop_record_get_integer (line->record, "class", 0);

  if (g_strcmp0 (outcome, "rejected") == 0)
    return g_strdup (ocop_field_choice_title (ocop_kind_find_field (ocop_kind_find ("decision_line"), "outcome"), outcome));
  return class > 0 ? g_strdup_printf (ngettext ("%u star", "%u stars", (gulong) class), (guint) class) : g_strdup ("");
}

/* What the product holds beside: an upgrade that waits at the centre leaves it as it is (article 7.4). */
static char *
dup_held (const OcopDecisionLine *line)
{
  const OcopField *field = ocop_kind_find_field (ocop_kind_find ("product"), "star");
  g_autofree char *until = ocop_date_to_people (line->held_until);

  if (line->held_star == NULL)
    return g_strdup (line->pending ? _("potential 5 stars") : "");
  /* Translators: a class, and the last day on which its certificate is valid */
  return g_strdup_printf (_("%s, until %s"), ocop_field_choice_title (field, line->held_star), until);
}

static char *
dup_ground (const OcopDecisionLine *line)
{
  const OcopField *field = ocop_kind_find_field (ocop_kind_find ("decision_line"), "ground");
  const char *ground = ocop_record_get_text (line->record, "ground");
  g_autofree char *day = ocop_date_to_people (ocop_record_get_date (line->record, "conclusion_date"));
  const char *parts[] = {
    ground != NULL ? ocop_field_choice_title (field, ground) : NULL, ocop_record_get_text (line->record, "conclusion_number"), day,
    ocop_record_get_text (line->record, "conclusion_body"),
  };

  return ocop_text_join (" · ", parts, G_N_ELEMENTS (parts));
}

/* Where the line was struck why, and where its dossier went; what the centre found; by when it is due. */
static char *
dup_note (const OcopDecisionLine *line)
{
  const OcopKind *kind = ocop_kind_find ("decision_line");
  const char *sent_to = ocop_record_get_text (line->record, "sent_to");
  const char *central = ocop_record_get_text (line->record, "central_result");
  g_autofree char *deadline = ocop_date_to_people (line->deadline);
  g_autofree char *due = *deadline != '\0' ? g_strdup_printf (_("due by %s"), deadline) : NULL;
  g_autofree char *centre = central != NULL ? g_strdup_printf (_("centre: %s"), ocop_field_choice_title (ocop_kind_find_field (kind, "central_result"), central)) : NULL;
  const char *parts[] = {
    ocop_decision_line_is_struck (line) ? _("struck") : NULL,
    ocop_record_get_text (line->record, "struck_reason"),
    sent_to != NULL ? ocop_field_choice_title (ocop_kind_find_field (kind, "sent_to"), sent_to) : NULL,
    centre, due, ocop_record_get_text (line->record, "note"),
  };

  return ocop_text_join (" · ", parts, G_N_ELEMENTS (parts));
}

static char *
dup_text (const OcopDecisionLine *line,
          Column                  column)
{
  const OcopValue *score = ocop_record_get (line->record, "score");

  switch (column)
    {
    case COLUMN_PLACE:
      return g_strdup_printf ("%d", (int) ocop_record_get_integer (line->record, "place", 0));
    case COLUMN_PRODUCT:
      return ocop_text_join (" · ", (const char *[]) { ocop_record_get_text (line->product, "name"),
                             line->producer != NULL ? ocop_record_get_text (line->producer, "name") : NULL, line->locality }, 3);
    case COLUMN_SCORE:
      return score->type == OCOP_VALUE_INTEGER ? ocop_hundredths_to_people (score->integer) : g_strdup ("");
    case COLUMN_CLASS:
      return dup_class (line);
    case COLUMN_CODE:
      return g_strdup (ocop_record_get_text (line->record, "product_code"));
    case COLUMN_CERTIFICATE:
      return g_strdup (ocop_record_get_text (line->record, "certificate_number"));
    case COLUMN_HELD:
      return dup_held (line);
    case COLUMN_GROUND:
      return dup_ground (line);
    default:
      return dup_note (line);
    }
}

/* --- cells --- */

static void
on_setup (GtkListItemFactory *factory,
          GtkListItem        *item,
          gpointer            data)
{
  Column column = GPOINTER_TO_UINT (data);
  GtkWidget *label = gtk_label_new (NULL);

  g_object_set (label, "xalign", columns[column].align, "width-chars", 3, NULL);
  if (columns[column].wraps)
    g_object_set (label, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
  else
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      desk_cut_label_tell (GTK_LABEL (label));
    }
  gtk_list_item_set_child (item, label);
}

static DeskDecisionLines *
lines_of (GtkListItemFactory *factory)
{
  return g_object_get_data (G_OBJECT (factory), "lines");
}

static void
on_bind (GtkListItemFactory *factory,
         GtkListItem        *item,
         gpointer            data)
{
  Column column = GPOINTER_TO_UINT (data);
  DeskDecisionLines *self = lines_of (factory);
  GtkWidget *label = gtk_list_item_get_child (item);
  guint place = gtk_list_item_get_position (item);
  const OcopDecisionLine *line;
  g_autofree char *text = NULL;

  if (self->decision == NULL || place >= self->decision->lines->len)
    return;
  line = ocop_decision_get_line (self->decision, place);
  text = dup_text (line, column);
  gtk_label_set_label (GTK_LABEL (label), text != NULL ? text : "");
  if (ocop_decision_line_is_struck (line) && column != COLUMN_NOTE)
    gtk_widget_add_css_class (label, "desk-struck");
  else
    gtk_widget_remove_css_class (label, "desk-struck");
}

static void
add_column (DeskDecisionLines *self,
            Column             column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_object_set_data (G_OBJECT (factory), "lines", self);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), GUINT_TO_POINTER (column));
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), GUINT_TO_POINTER (column));
  self->columns[column] = gtk_column_view_column_new (_(columns[column].title), factory);
  gtk_column_view_column_set_resizable (self->columns[column], TRUE);
  if (columns[column].width < 0)
    gtk_column_view_column_set_expand (self->columns[column], TRUE);
  else
    gtk_column_view_column_set_fixed_width (self->columns[column], columns[column].width);
}

/* --- showing --- */

static void
append_column (DeskDecisionLines *self,
               Column             column)
{
  gtk_column_view_append_column (self->view, self->columns[column]);
  if (columns[column].align > 0)
    desk_column_heads_align_end (self->columns[column]);
}

/* Whether any line says something there. */
static gboolean
is_filled (DeskDecisionLines *self,
           Column             column)
{
  for (guint i = 0; i < self->decision->lines->len; i++)
    {
      g_autofree char *text = dup_text (ocop_decision_get_line (self->decision, i), column);

      if (text != NULL && *text != '\0')
        return TRUE;
    }
  return FALSE;
}

/* Whether a decision of that kind, and in that state, has use for it. */
static gboolean
is_of_use (DeskDecisionLines *self,
           Column             column)
{
  OcopDecisionKind kind = ocop_decision_get_kind (self->decision);
  gboolean ends = ocop_decision_kind_ends (kind);

  switch (column)
    {
    case COLUMN_PLACE:
    case COLUMN_PRODUCT:
      return TRUE;
    case COLUMN_CODE:
      return !ends && is_filled (self, column);
    case COLUMN_HELD:
      /* Of what it has recognised itself nothing is held beside. */
      return !ends && is_filled (self, column) &&
             !(ocop_decision_kind_certifies (kind) && ocop_decision_get_state (self->decision) == OCOP_DECISION_ISSUED);
    case COLUMN_GROUND:
      return ends;
    default:
      return is_filled (self, column);
    }
}

/* What says nothing leaves its room to the rest. GTK 4.8 measures hidden columns, too: they are taken out. */
static void
choose_columns (DeskDecisionLines *self)
{
  for (Column column = 0; column < N_COLUMNS; column++)
    if (gtk_column_view_column_get_column_view (self->columns[column]) != NULL)
      gtk_column_view_remove_column (self->view, self->columns[column]);
  for (Column column = 0; column < N_COLUMNS; column++)
    if (is_of_use (self, column))
      append_column (self, column);
}

void
desk_decision_lines_show (DeskDecisionLines  *self,
                          const OcopDecision *decision)
{
  guint place = gtk_single_selection_get_selected (self->selection);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean focused = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();
  g_auto(GStrv) texts = NULL;

  self->decision = decision;
  for (guint i = 0; decision != NULL && i < decision->lines->len; i++)
    g_strv_builder_add (names, ocop_record_get_text (ocop_decision_get_line (decision, i)->product, "name"));
  texts = g_strv_builder_end (names);
  gtk_string_list_splice (self->model, 0, g_list_model_get_n_items (G_LIST_MODEL (self->model)), (const char * const *) texts);
  if (decision == NULL)
    return;
  choose_columns (self);
  if (place < decision->lines->len)
    gtk_single_selection_set_selected (self->selection, place);
  if (focused)
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

const OcopDecisionLine *
desk_decision_lines_get_selected (DeskDecisionLines *self)
{
  guint place = gtk_single_selection_get_selected (self->selection);

  return self->decision != NULL && place < self->decision->lines->len ? ocop_decision_get_line (self->decision, place) : NULL;
}

static void
on_selected (DeskDecisionLines *self)
{
  g_signal_emit (self, signals[SELECTED], 0);
}

static void
on_activate (DeskDecisionLines *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

GtkWidget *
desk_decision_lines_new (void)
{
  return g_object_new (DESK_TYPE_DECISION_LINES, NULL);
}

static gboolean
desk_decision_lines_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (DESK_DECISION_LINES (widget)->view));
}

static void
desk_decision_lines_dispose (GObject *object)
{
  DeskDecisionLines *self = DESK_DECISION_LINES (object);

  self->decision = NULL;
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  for (Column column = 0; column < N_COLUMNS; column++)
    g_clear_object (&self->columns[column]);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (desk_decision_lines_parent_class)->dispose (object);
}

static void
desk_decision_lines_class_init (DeskDecisionLinesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_decision_lines_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = desk_decision_lines_grab_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST,
                                    0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST,
                                     0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_decision_lines_init (DeskDecisionLines *self)
{
  self->model = gtk_string_list_new (NULL);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->model)));
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection))));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "desk-list");
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  desk_accessible_name_column_view (self->view, _("Lines of the decision"));
  for (Column column = 0; column < N_COLUMNS; column++)
    add_column (self, column);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (on_activate), self, G_CONNECT_SWAPPED);
  self->scrolled = gtk_scrolled_window_new ();
  g_object_set (self->scrolled, "vexpand", TRUE, "child", self->view, NULL);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}
