/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/desk-registration-dialog.h"

#include <glib/gi18n.h>

#include "base/ocop-text.h"
#include "plan/ocop-registration.h"

#define WIDTH 720
#define LIST_HEIGHT 380
#define MOST_HEIGHT 560
/* More are found by searching. */
#define MOST_ROWS 200

struct _DeskRegistrationDialog
{
  DeskDialog parent_instance;

  /* Borrowed references */
  GtkDropDown *which;
  GtkSearchEntry *search;
  GtkListBox *list;
  GtkLabel *summary;

  /* Owned references */
  OcopRecord *plan;
  OcopDate on;
  GHashTable *ticked;       /* ids, whether they are listed or not */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (DeskRegistrationDialog, desk_registration_dialog, DESK_TYPE_DIALOG)

/* What is asked of the register, on a reader thread. */
typedef struct
{
  OcopRecord *plan;
  OcopDate on;
  OcopCandidates which;
  char *text;
  char **products;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  ocop_record_free (request->plan);
  g_free (request->text);
  g_strfreev (request->products);
  g_free (request);
}

static Request *
request_new (DeskRegistrationDialog *self)
{
  Request *request = g_new0 (Request, 1);

  request->plan = ocop_record_copy (self->plan);
  request->on = self->on;
  request->which = gtk_drop_down_get_selected (self->which);
  request->text = ocop_text_tidy (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  return request;
}

/* Registering */

static gpointer
make_change (OcopReader    *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  const Request *request = data;

  return ocop_registration_add (reader, ocop_record_get_id (request->plan), (const char * const *) request->products, request->on, error);
}

static void
desk_registration_dialog_apply (DeskDialog *dialog)
{
  DeskRegistrationDialog *self = DESK_REGISTRATION_DIALOG (dialog);
  Request *request = request_new (self);
  g_autofree gpointer *ids = g_hash_table_get_keys_as_array (self->ticked, NULL);

  request->products = g_strdupv ((char **) ids);
  desk_dialog_make (dialog, make_change, request, request_free);
}

/* The list */

static void
show_summary (DeskRegistrationDialog *self)
{
  guint n = g_hash_table_size (self->ticked);
  g_autofree char *text = g_strdup_printf (g_dngettext (NULL, "%u product chosen", "%u products chosen", n), n);

  gtk_label_set_label (self->summary, text);
  desk_dialog_set_ready (DESK_DIALOG (self), n > 0);
}

static void
on_toggled (DeskRegistrationDialog *self,
            GtkCheckButton         *check)
{
  const char *id = g_object_get_data (G_OBJECT (check), "desk-id");

  if (gtk_check_button_get_active (check))
    g_hash_table_add (self->ticked, g_strdup (id));
  else
    g_hash_table_remove (self->ticked, id);
  show_summary (self);
}

static void
append_row (DeskRegistrationDialog *self,
            const OcopRows         *rows,
            guint                   row)
{
  const char *id = ocop_rows_get_text (rows, row, 0);
  const char *parts[] = { ocop_rows_get_text (rows, row, 1), ocop_rows_get_text (rows, row, 2), ocop_rows_get_text (rows, row, 3) };
  g_autofree char *label = ocop_text_join (" · ", parts, G_N_ELEMENTS (parts));
  GtkWidget *check = gtk_check_button_new_with_label (label);

  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), g_hash_table_contains (self->ticked, id));
  g_object_set_data_full (G_OBJECT (check), "desk-id", g_strdup (id), g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, check);
  /* Its button takes the keys. */
  gtk_widget_set_focusable (gtk_widget_get_parent (check), FALSE);
}

static void
on_read (GObject      *reg,
         GAsyncResult *result,
         gpointer      dialog)
{
  g_autoptr(DeskRegistrationDialog) self = dialog;
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopRows) rows = ocop_register_read_finish (OCOP_REGISTER (reg), result, &error);
  GtkWidget *child;

  if (!desk_dialog_is_open (DESK_DIALOG (self)) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || rows == NULL)
    return;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL && GTK_IS_LIST_BOX_ROW (child))
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < ocop_rows_get_n_rows (rows); i++)
    append_row (self, rows, i);
}

static gpointer
read_candidates (OcopReader    *reader,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  const Request *request = data;

  return ocop_registration_candidates (reader, request->plan, request->which, request->text, request->on, MOST_ROWS, error);
}

static void
read_again (DeskRegistrationDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  ocop_register_read_async (desk_dialog_get_register (DESK_DIALOG (self)), OCOP_LANE_WINDOW, read_candidates, request_new (self), request_free,
                            (GDestroyNotify) ocop_rows_unref, self->cancellable, on_read, g_object_ref (self));
}

/* Building */

static void
build_list (DeskRegistrationDialog *self,
            GtkBox                 *box)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *empty = gtk_label_new (_("No product is found here, or all are registered."));

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_placeholder (self->list, empty);
  gtk_widget_add_css_class (empty, "desk-dim");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "desk-plain-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Products on record"), -1);
  g_object_set (scrolled, "min-content-height", LIST_HEIGHT, "child", self->list, NULL);
  gtk_widget_add_css_class (scrolled, "desk-card");
  gtk_box_append (box, scrolled);
  self->summary = GTK_LABEL (desk_dialog_add_text (box, NULL, "desk-subtitle"));
}

static void
build (DeskRegistrationDialog *self)
{
  const char *choices[] = { _("With an idea or a dossier under way"), _("Whose certificate ends in the period of the plan"),
                            _("All products on record"), NULL };
  GtkBox *box = desk_dialog_add_box (DESK_DIALOG (self), -1, MOST_HEIGHT);

  self->which = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (choices));
  desk_dialog_add_choice (box, _("Products"), GTK_WIDGET (self->which));
  self->search = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
  desk_dialog_add_choice (box, _("Search"), GTK_WIDGET (self->search));
  build_list (self, box);
  g_signal_connect_object (self->which, "notify::selected", G_CALLBACK (read_again), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (read_again), self, G_CONNECT_SWAPPED);
}

void
desk_registration_dialog_present (GtkWidget        *parent,
                                  OcopRegister     *reg,
                                  const OcopRecord *plan,
                                  OcopDate          on)
{
  DeskRegistrationDialog *self = g_object_new (DESK_TYPE_REGISTRATION_DIALOG, "default-width", WIDTH, NULL);

  self->plan = ocop_record_copy (plan);
  self->on = on;
  desk_dialog_set_up (DESK_DIALOG (self), parent, reg, _("Register products"), _("_Register"));
  build (self);
  show_summary (self);
  read_again (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
desk_registration_dialog_finalize (GObject *object)
{
  DeskRegistrationDialog *self = DESK_REGISTRATION_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_hash_table_unref (self->ticked);
  ocop_record_free (self->plan);
  G_OBJECT_CLASS (desk_registration_dialog_parent_class)->finalize (object);
}

static void
desk_registration_dialog_class_init (DeskRegistrationDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_registration_dialog_finalize;
  DESK_DIALOG_CLASS (klass)->apply = desk_registration_dialog_apply;
}

static void
desk_registration_dialog_init (DeskRegistrationDialog *self)
{
  self->ticked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}
