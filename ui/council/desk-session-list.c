/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "council/desk-session-list.h"

#include <glib/gi18n.h>

#include "base/ocop-date.h"
#include "base/ocop-text.h"
#include "desk-window.h"
#include "evaluation/ocop-session-changes.h"
#include "form/desk-loaded.h"
#include "form/desk-record-dialog.h"
#include "list/desk-list-empty.h"

struct _DeskSessionList
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkListBox *list;

  /* Owned references */
  OcopRegister *reg;
  GCancellable *cancellable;

  char *planned;          /* (nullable): id of the session just planned, until it is in the list */

  gboolean wants_focus;   /* as soon as there is a session to focus */
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskSessionList, desk_session_list, GTK_TYPE_BOX)

enum
{
  COLUMN_ID,
  COLUMN_NAME,
  COLUMN_DAY,
  COLUMN_STATE,
  COLUMN_COUNCIL,
  COLUMN_MANNER,
};

static const char * const columns[] = {
  [COLUMN_ID] = "id",
  [COLUMN_NAME] = "name",
  [COLUMN_DAY] = "held_on",
  [COLUMN_STATE] = "state",
  [COLUMN_COUNCIL] = "council.name",
  [COLUMN_MANNER] = "manner",
  NULL
};

static gpointer
read_sessions (OcopReader    *reader,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr(OcopQuery) query = ocop_query_new ("session");

  ocop_query_order_by (query, "held_on", TRUE);
  ocop_query_order_by (query, "name", FALSE);
  return ocop_reader_rows (reader, query, columns, 0, -1, error);
}

static char *
describe (const OcopRows *rows,
          guint           i)
{
  const char *manner = ocop_rows_get_text (rows, i, COLUMN_MANNER);
  OcopDate day = OCOP_DATE_UNKNOWN;
  g_autofree char *held_on = NULL;

  ocop_date_parse (ocop_rows_get_text (rows, i, COLUMN_DAY), &day);
  held_on = ocop_date_is_known (day) ? ocop_date_to_people (day) : NULL;
  if (ocop_session_manner_is_written (manner))
    manner = ocop_field_choice_title (ocop_kind_find_field (ocop_kind_find ("session"), "manner"), manner);
  else
    manner = NULL;
  return ocop_text_join (" · ", (const char *[]) { held_on, ocop_rows_get_text (rows, i, COLUMN_COUNCIL), manner }, 3);
}

static GtkWidget *
new_content (const char *name,
             const char *facts,
             const char *state,
             gboolean    open)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *heading = gtk_label_new (name);
  GtkWidget *label = gtk_label_new (facts);
  GtkWidget *pill = gtk_label_new (state);

  gtk_widget_add_css_class (heading, "desk-heading");
  gtk_widget_add_css_class (label, "desk-subtitle");
  g_object_set (label, "hexpand", TRUE, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_widget_add_css_class (pill, "desk-pill");
  if (open)
    gtk_widget_add_css_class (pill, "good");
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), pill);
  return box;
}

/* A row that says what it said before is left alone: somebody may just be clicking it. */
static void
fill_row (GtkListBoxRow  *row,
          const OcopRows *rows,
          guint           i)
{
  const char *name = ocop_rows_get_text (rows, i, COLUMN_NAME);
  const char *state = ocop_session_title_state (ocop_rows_get_text (rows, i, COLUMN_MANNER), ocop_rows_get_text (rows, i, COLUMN_STATE));
  g_autofree char *facts = describe (rows, i);
  g_autofree char *said = g_strjoin ("\n", name, facts, state, NULL);

  if (g_strcmp0 (g_object_get_data (G_OBJECT (row), "said"), said) == 0)
    return;
  gtk_list_box_row_set_child (row, new_content (name, facts, state, g_strcmp0 (ocop_rows_get_text (rows, i, COLUMN_STATE), "open") == 0));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (row), "said", g_steal_pointer (&said), g_free);
}

static const char *
get_id (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "id");
}

static gboolean
is_among (const OcopRows *rows,
          const char     *id)
{
  for (guint i = 0; i < ocop_rows_get_n_rows (rows); i++)
    if (g_str_equal (ocop_rows_get_text (rows, i, COLUMN_ID), id))
      return TRUE;
  return FALSE;
}

static void
remove_gone (DeskSessionList *self,
             const OcopRows  *rows)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL;)
    if (is_among (rows, get_id (row)))
      i++;
    else
      gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

/* The row of the session, further down than @place where it does not stand there. */
static GtkListBoxRow *
find_row (DeskSessionList *self,
          int              place,
          const char      *id)
{
  GtkListBoxRow *row;

  for (int i = place; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (g_str_equal (get_id (row), id))
      return row;
  return NULL;
}

/* Puts the row of the session to @place, where it mostly stands already. */
static GtkListBoxRow *
place_row (DeskSessionList *self,
           int              place,
           const char      *id)
{
  GtkListBoxRow *row = find_row (self, place, id);

  if (row != NULL && gtk_list_box_row_get_index (row) == place)
    return row;
  if (row != NULL)
    {
      g_object_ref (row);
      gtk_list_box_remove (self->list, GTK_WIDGET (row));
    }
  else
    {
      row = GTK_LIST_BOX_ROW (g_object_ref_sink (gtk_list_box_row_new ()));
      g_object_set_data_full (G_OBJECT (row), "id", g_strdup (id), g_free);
    }
  gtk_list_box_insert (self->list, GTK_WIDGET (row), place);
  g_object_unref (row);
  return row;
}

/* That which was looked at, or the latest. */
static gboolean
focus_session (DeskSessionList *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row == NULL)
    row = gtk_list_box_get_row_at_index (self->list, 0);
  self->wants_focus = row == NULL;
  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* What was just planned is what one goes on with. */
static void
select_new (DeskSessionList *self)
{
  GtkListBoxRow *row = self->planned != NULL ? find_row (self, 0, self->planned) : NULL;

  if (row == NULL)
    return;
  gtk_list_box_select_row (self->list, row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  g_clear_pointer (&self->planned, g_free);
}

static void
on_read (GObject      *reg,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(DeskSessionList) self = data;
  g_autoptr(OcopRows) rows = ocop_register_read_finish (OCOP_REGISTER (reg), result, NULL);

  if (rows == NULL)
    return;
  remove_gone (self, rows);
  for (guint i = 0; i < ocop_rows_get_n_rows (rows); i++)
    fill_row (place_row (self, (int) i, ocop_rows_get_text (rows, i, COLUMN_ID)), rows, i);
  select_new (self);
  if (self->wants_focus && gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    focus_session (self);
}

void
desk_session_list_refresh (DeskSessionList *self,
                           OcopRegister    *reg)
{
  g_set_object (&self->reg, reg);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  ocop_register_read_async (reg, OCOP_LANE_WINDOW, read_sessions, NULL, NULL, (GDestroyNotify) ocop_rows_unref,
                            self->cancellable, on_read, g_object_ref (self));
}

static void
on_row_activated (DeskSessionList *self,
                  GtkListBoxRow   *row)
{
  g_signal_emit (self, signals[CHOSEN], 0, get_id (row));
}

static gpointer
read_new_session (OcopReader    *reader,
                  gpointer       data,
                  GCancellable  *cancellable,
                  GError       **error)
{
  OcopRecord *record = ocop_session_draft (reader, ocop_law_get_default (), ocop_date_today (), error);

  return record != NULL ? desk_loaded_new_named (reader, record) : NULL;
}

static void
on_planned (DeskSessionList *self,
            const char      *id)
{
  g_free (self->planned);
  self->planned = g_strdup (id);
}

static void
on_new_session_read (GObject      *reg,
                     GAsyncResult *result,
                     gpointer      data)
{
  g_autoptr(DeskSessionList) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(DeskLoaded) loaded = ocop_register_read_finish (OCOP_REGISTER (reg), result, &error);
  DeskWindow *window = desk_window_of (GTK_WIDGET (self));

  if (window == NULL)
    return;
  if (loaded != NULL)
    g_signal_connect_object (desk_record_dialog_present (GTK_WIDGET (self), self->reg, loaded->record, loaded->labels, "state"),
                             "saved", G_CALLBACK (on_planned), self, G_CONNECT_SWAPPED);
  else
    desk_window_show_error (window, error);
}

void
desk_session_list_new_session (DeskSessionList *self)
{
  ocop_register_read_async (self->reg, OCOP_LANE_WINDOW, read_new_session, NULL, NULL, (GDestroyNotify) desk_loaded_free,
                            NULL, on_new_session_read, g_object_ref (self));
}

static gboolean
desk_session_list_grab_focus (GtkWidget *widget)
{
  return focus_session (DESK_SESSION_LIST (widget));
}

static void
desk_session_list_dispose (GObject *object)
{
  DeskSessionList *self = DESK_SESSION_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->reg);
  G_OBJECT_CLASS (desk_session_list_parent_class)->dispose (object);
}

static void
desk_session_list_finalize (GObject *object)
{
  g_free (DESK_SESSION_LIST (object)->planned);
  G_OBJECT_CLASS (desk_session_list_parent_class)->finalize (object);
}

static void
desk_session_list_class_init (DeskSessionListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_session_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_session_list_finalize;
  widget_class->grab_focus = desk_session_list_grab_focus;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/ocop/Desk/ui/council/desk-session-list.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskSessionList, list);
  gtk_widget_class_bind_template_callback (widget_class, desk_session_list_new_session);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
desk_session_list_init (DeskSessionList *self)
{
  GtkWidget *empty;

  gtk_widget_init_template (GTK_WIDGET (self));
  empty = desk_list_empty_new (_("No sessions yet"),
                               _("Enter the council and its members first. Then plan a session with “New Session” and put the dossiers that are ready on its agenda."),
                               _("Councils and Members…"), "council.councils");
  g_object_set (empty, "margin-top", 48, "margin-bottom", 48, NULL);
  gtk_list_box_set_placeholder (self->list, empty);
}
