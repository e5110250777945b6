/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/desk-history-pane.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "form/desk-loaded.h"
#include "list/desk-list-spec.h"

#define MAXIMUM 100

struct _DeskHistoryPane
{
  GtkWidget parent_instance;

  /* Borrowed references */
  GtkWidget *scrolled;
  GtkWidget *entries;

  /* Owned references */
  GCancellable *cancellable;
};

typedef struct
{
  char *head;           /* who and when */
  char *text;           /* what, a line for each field */
  DeskLoaded *former;   /* (nullable): the record with what the change replaced brought back */
} Entry;

enum
{
  BRING_BACK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskHistoryPane, desk_history_pane, GTK_TYPE_WIDGET)

static void
entry_free (Entry *entry)
{
  g_free (entry->head);
  g_free (entry->text);
  g_clear_pointer (&entry->former, desk_loaded_free);
  g_free (entry);
}

/* What @object says of the field; unknown where it says nothing. */
static OcopValue
member_value (JsonObject      *object,
              const OcopField *field)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, field->name) : NULL;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return (OcopValue) OCOP_VALUE_INIT;
  return json_node_get_value_type (node) == G_TYPE_STRING ? ocop_value_text (json_node_get_string (node))
                                                          : ocop_value_integer (json_node_get_int (node));
}

static char *
format_member (OcopReader      *reader,
               const OcopField *field,
               JsonObject      *object)
{
  g_auto(OcopValue) value = member_value (object, field);

  if (value.type == OCOP_VALUE_UNKNOWN)
    return g_strdup ("—");
  if (field->type == OCOP_FIELD_PHOTO)
    return g_strdup (_("a photo"));
  if (field->type == OCOP_FIELD_FILE)
    return g_strdup (_("a file"));
  if (field->type == OCOP_FIELD_LINK && value.type == OCOP_VALUE_TEXT)
    return ocop_reader_label (reader, ocop_kind_find (field->target), value.text);
  return desk_path_format (field, &value);
}

static JsonObject *
object_of (JsonNode *root)
{
  return root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
}

/* What a merge says of the record: what it took in, or into what it went. */
static void
append_merge (GString    *text,
              OcopReader *reader,
              OcopRows   *rows,
              guint       row,
              guint       column,
              const char *member,
              const char *title)
{
  const OcopKind *kind = ocop_kind_find (ocop_rows_get_text (rows, row, OCOP_HISTORY_RECORD_KIND));
  const char *json = ocop_rows_get_text (rows, row, column);
  g_autoptr(JsonNode) root = json != NULL ? json_from_string (json, NULL) : NULL;
  JsonObject *object = object_of (root);
  const char *id = object != NULL ? json_object_get_string_member_with_default (object, member, NULL) : NULL;
  g_autofree char *label = id != NULL ? ocop_reader_label (reader, kind, id) : NULL;

  if (label != NULL)
    g_string_append_printf (text, "\n%s: %s", title, label);
}

static void
append_merges (GString    *text,
               OcopReader *reader,
               OcopRows   *rows,
               guint       row)
{
  if (g_strcmp0 (ocop_rows_get_text (rows, row, OCOP_HISTORY_ACTION), "merge") != 0)
    return;
  append_merge (text, reader, rows, row, OCOP_HISTORY_AFTER, "from", _("Took in"));
  append_merge (text, reader, rows, row, OCOP_HISTORY_BEFORE, "from", _("Separate again"));
  append_merge (text, reader, rows, row, OCOP_HISTORY_AFTER, "into", _("Merged into"));
}

static void
append_fields (GString    *text,
               OcopReader *reader,
               OcopRows   *rows,
               guint       row)
{
  const OcopKind *kind = ocop_kind_find (ocop_rows_get_text (rows, row, OCOP_HISTORY_RECORD_KIND));
  const char *before_json = ocop_rows_get_text (rows, row, OCOP_HISTORY_BEFORE);
  const char *after_json = ocop_rows_get_text (rows, row, OCOP_HISTORY_AFTER);
  g_autoptr(JsonNode) before_root = before_json != NULL ? json_from_string (before_json, NULL) : NULL;
  g_autoptr(JsonNode) after_root = after_json != NULL ? json_from_string (after_json, NULL) : NULL;
  JsonObject *before = object_of (before_root), *after = object_of (after_root);

  for (const OcopField *field = kind->fields; field->name != NULL && ocop_field_is_stored (field); field++)
    {
      g_autofree char *former = NULL, *present = NULL;

      if ((before == NULL || !json_object_has_member (before, field->name)) && (after == NULL || !json_object_has_member (after, field->name)))
        continue;
      former = format_member (reader, field, before);
      present = format_member (reader, field, after);
      if (before == NULL || !json_object_has_member (before, field->name))
        g_string_append_printf (text, "\n%s: %s", _(field->title), present);
      else
        g_string_append_printf (text, "\n%s: %s → %s", _(field->title), former, present);
    }
}

/* The record as it is now, but for what this change replaced. */
static DeskLoaded *
make_former (OcopReader *reader,
             OcopRows   *rows,
             guint       row)
{
  const OcopKind *kind = ocop_kind_find (ocop_rows_get_text (rows, row, OCOP_HISTORY_RECORD_KIND));
  g_autoptr(OcopRecord) record = ocop_reader_load (reader, kind, ocop_rows_get_text (rows, row, OCOP_HISTORY_RECORD), NULL);
  const char *before_json = ocop_rows_get_text (rows, row, OCOP_HISTORY_BEFORE);
  g_autoptr(JsonNode) root = before_json != NULL ? json_from_string (before_json, NULL) : NULL;
  JsonObject *before = object_of (root);

  if (record == NULL || before == NULL)
    return NULL;
  for (const OcopField *field = kind->fields; field->name != NULL && ocop_field_is_stored (field); field++)
    if (json_object_has_member (before, field->name))
      {
        g_auto(OcopValue) value = member_value (before, field);

        ocop_record_set (record, field->name, &value);
      }
  return desk_loaded_new_named (reader, g_steal_pointer (&record));
}

static char *
format_time (const char *iso)
{
  g_autoptr(GDateTime) utc = iso != NULL ? g_date_time_new_from_iso8601 (iso, NULL) : NULL;
  g_autoptr(GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  return local != NULL ? g_date_time_format (local, "%d/%m/%Y %H:%M") : g_strdup (iso);
}

static Entry *
make_entry (OcopReader *reader,
            OcopRows   *rows,
            guint       row)
{
  Entry *entry = g_new0 (Entry, 1);
  g_autofree char *time = format_time (ocop_rows_get_text (rows, row, OCOP_HISTORY_TIME));
  const char *person = ocop_rows_get_text (rows, row, OCOP_HISTORY_PERSON);
  const char *name = ocop_rows_get_text (rows, row, OCOP_HISTORY_NAME);
  GString *text = g_string_new (name != NULL ? name : "");

  append_fields (text, reader, rows, row);
  append_merges (text, reader, rows, row);
  entry->head = person != NULL ? g_strdup_printf ("%s · %s", time, person) : g_strdup (time);
  entry->text = g_string_free (text, FALSE);
  if (g_strcmp0 (ocop_rows_get_text (rows, row, OCOP_HISTORY_ACTION), "edit") == 0)
    entry->former = make_former (reader, rows, row);
  return entry;
}

static gpointer
read_history (OcopReader    *reader,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr(OcopRows) rows = ocop_reader_history (reader, data, MAXIMUM, error);
  GPtrArray *entries;

  if (rows == NULL)
    return NULL;
  entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  for (guint i = 0; i < ocop_rows_get_n_rows (rows); i++)
    g_ptr_array_add (entries, make_entry (reader, rows, i));
  return entries;
}

static void
append_label (DeskHistoryPane *self,
              const char      *text,
              const char      *style)
{
  GtkWidget *label = gtk_label_new (text);

  g_object_set (label, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "width-chars", 10, NULL);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (self->entries), label);
}

static void
on_bring_back (DeskHistoryPane *self,
               GtkWidget       *button)
{
  g_signal_emit (self, signals[BRING_BACK], 0, g_object_get_data (G_OBJECT (button), "desk-former"));
}

/* Takes what the entry would bring back. */
static void
append_bring_back (DeskHistoryPane *self,
                   Entry           *entry)
{
  GtkWidget *button = gtk_button_new_with_label (_("Bring back what stood before"));
  g_autofree char *name = g_strdup_printf ("%s: %s", _("Bring back what stood before"), entry->head);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "desk-small");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "desk-former", g_steal_pointer (&entry->former), (GDestroyNotify) desk_loaded_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_bring_back), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->entries), button);
}

static void
append_entry (DeskHistoryPane *self,
              Entry           *entry)
{
  append_label (self, entry->head, "desk-history-head");
  append_label (self, entry->text, "desk-history-text");
  if (entry->former != NULL)
    append_bring_back (self, entry);
}

static void
remove_entries (DeskHistoryPane *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->entries)) != NULL)
    gtk_box_remove (GTK_BOX (self->entries), child);
}

static void
on_history_read (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(DeskHistoryPane) self = user_data;
  g_autoptr(GPtrArray) entries = ocop_register_read_finish (OCOP_REGISTER (source), result, NULL);

  if (entries == NULL || self->scrolled == NULL)
    return;
  remove_entries (self);
  for (guint i = 0; i < entries->len; i++)
    append_entry (self, g_ptr_array_index (entries, i));
  if (entries->len == 0)
    append_label (self, _("Nothing has been changed yet."), "desk-dim");
}

void
desk_history_pane_show (DeskHistoryPane *self,
                        OcopRegister    *reg,
                        const char      *id)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  if (id != NULL)
    ocop_register_read_async (reg, OCOP_LANE_WINDOW, read_history, g_strdup (id), g_free,
                              (GDestroyNotify) g_ptr_array_unref, self->cancellable, on_history_read, g_object_ref (self));
  else
    remove_entries (self);
}

GtkWidget *
desk_history_pane_new (void)
{
  return g_object_new (DESK_TYPE_HISTORY_PANE, NULL);
}

static void
desk_history_pane_dispose (GObject *object)
{
  DeskHistoryPane *self = DESK_HISTORY_PANE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  G_OBJECT_CLASS (desk_history_pane_parent_class)->dispose (object);
}

static void
desk_history_pane_finalize (GObject *object)
{
  g_object_unref (DESK_HISTORY_PANE (object)->cancellable);
  G_OBJECT_CLASS (desk_history_pane_parent_class)->finalize (object);
}

static void
desk_history_pane_class_init (DeskHistoryPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = desk_history_pane_dispose;
  object_class->finalize = desk_history_pane_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[BRING_BACK] = g_signal_new ("bring-back", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST,
                                      0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
desk_history_pane_init (DeskHistoryPane *self)
{
  self->cancellable = g_cancellable_new ();
  self->entries = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  self->scrolled = gtk_scrolled_window_new ();
  g_object_set (self->entries, "margin-start", 16, "margin-end", 16, "margin-top", 12, "margin-bottom", 12, NULL);
  g_object_set (self->scrolled, "hscrollbar-policy", GTK_POLICY_NEVER, "child", self->entries, NULL);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}
