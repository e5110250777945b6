/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The dialog that asks for a field and its value. */

#include "list/desk-list-set-field.h"

#include <glib/gi18n.h>

#include "base/ocop-number.h"
#include "desk-accessible-name.h"
#include "form/desk-field-editor.h"
#include "list/desk-list-bulk.h"
#include "list/desk-list-page-private.h"

typedef struct
{
  DeskListPage *page;
  GtkWidget *window;
  GtkWidget *field_drop_down;
  GtkWidget *editor_box;
  GPtrArray *fields;        /* borrowed OcopField */
  DeskFieldEditor *editor;
} Asking;

static void
asking_free (Asking *asking)
{
  g_object_unref (asking->page);
  g_ptr_array_unref (asking->fields);
  g_free (asking);
}

static void
on_field_chosen (Asking *asking)
{
  guint index = gtk_drop_down_get_selected (GTK_DROP_DOWN (asking->field_drop_down));

  if (asking->editor != NULL)
    gtk_box_remove (GTK_BOX (asking->editor_box), GTK_WIDGET (asking->editor));
  asking->editor = DESK_FIELD_EDITOR (desk_field_editor_new (g_ptr_array_index (asking->fields, index)));
  desk_field_editor_set_register (asking->editor, desk_page_get_register (DESK_PAGE (asking->page)));
  gtk_box_append (GTK_BOX (asking->editor_box), GTK_WIDGET (asking->editor));
}

static void
on_apply (Asking *asking)
{
  g_auto(OcopValue) value = OCOP_VALUE_INIT;
  g_autoptr(GError) error = NULL;

  if (!desk_field_editor_get_value (asking->editor, &value, &error))
    {
      desk_field_editor_show_message (asking->editor, error->message, TRUE);
      return;
    }
  desk_list_bulk_set (asking->page, desk_field_editor_get_field (asking->editor), &value);
  gtk_window_destroy (GTK_WINDOW (asking->window));
}

/* What differs from record to record by its nature is not offered. */
static gboolean
is_common (const OcopKind  *kind,
           const OcopField *field)
{
  return !g_str_equal (field->name, kind->label) && (field->flags & OCOP_FIELD_CODE) == 0 && field->type != OCOP_FIELD_LONG_TEXT &&
         !ocop_field_is_attachment (field) && (field->flags & OCOP_FIELD_WORKED) == 0;
}

static GtkWidget *
make_field_drop_down (Asking *asking)
{
  const OcopKind *kind = ocop_kind_find (desk_list_page_get_parts (asking->page)->spec->kind);
  GtkStringList *titles = gtk_string_list_new (NULL);

  for (const OcopField *field = kind->fields; field->name != NULL && ocop_field_is_stored (field); field++)
    {
      if (!is_common (kind, field))
        continue;
      g_ptr_array_add (asking->fields, (gpointer) field);
      gtk_string_list_append (titles, _(field->title));
    }
  return gtk_drop_down_new (G_LIST_MODEL (titles), NULL);
}

static GtkWidget *
make_header (Asking *asking)
{
  GtkWidget *header = gtk_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));
  GtkWidget *apply = gtk_button_new_with_mnemonic (_("_Apply"));

  gtk_header_bar_set_show_title_buttons (GTK_HEADER_BAR (header), FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  gtk_widget_add_css_class (apply, "suggested-action");
  g_signal_connect_swapped (apply, "clicked", G_CALLBACK (on_apply), asking);
  gtk_header_bar_pack_start (GTK_HEADER_BAR (header), cancel);
  gtk_header_bar_pack_end (GTK_HEADER_BAR (header), apply);
  return header;
}

void
desk_list_set_field_ask (DeskListPage *page)
{
  Asking *asking = g_new0 (Asking, 1);
  g_autofree char *number = ocop_number_to_people (desk_list_view_get_n_selected (desk_list_page_get_parts (page)->view));
  g_autofree char *title = g_strdup_printf (_("Set a field of %s records"), number);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  asking->page = g_object_ref (page);
  asking->fields = g_ptr_array_new ();
  asking->window = gtk_window_new ();
  asking->editor_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  asking->field_drop_down = make_field_drop_down (asking);
  g_object_set_data_full (G_OBJECT (asking->window), "desk-asking", asking, (GDestroyNotify) asking_free);
  g_object_set (asking->window, "title", title, "modal", TRUE, "default-width", 560, "child", box,
                "transient-for", gtk_widget_get_root (GTK_WIDGET (page)), NULL);
  gtk_window_set_titlebar (GTK_WINDOW (asking->window), make_header (asking));
  g_object_set (box, "margin-start", 18, "margin-end", 18, "margin-top", 18, "margin-bottom", 18, NULL);
  desk_accessible_name_button (asking->field_drop_down, _("Field"));
  gtk_box_append (GTK_BOX (box), asking->field_drop_down);
  gtk_box_append (GTK_BOX (box), asking->editor_box);
  g_signal_connect_swapped (asking->field_drop_down, "notify::selected", G_CALLBACK (on_field_chosen), asking);
  on_field_chosen (asking);
  gtk_window_present (GTK_WINDOW (asking->window));
}
