/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "law/desk-law-window.h"

#include <glib/gi18n.h>

#include "desk-accessible-name.h"
#include "desk-file-chooser.h"
#include "law/desk-law-apply.h"
#include "law/desk-law-books.h"
#include "law/desk-law-loader.h"
#include "law/desk-law-sheet.h"

struct _DeskLawWindow
{
  GtkWindow parent_instance;

  /* Template widgets */
  GtkListBox *set_list;
  GtkDropDown *book_dropdown;
  GtkDropDown *other_dropdown;
  GtkCheckButton *changed_check;
  GtkLabel *changed_label;
  GtkLabel *title_label;
  GtkScrolledWindow *scrolled;
  GtkWidget *tools;

  /* Owned references */
  DeskLawBooks *books;

  /* Borrowed references */
  DeskWindow *window; /* its transient parent, which destroys it first */
  GtkColumnView *sheet;
};

G_DEFINE_FINAL_TYPE (DeskLawWindow, desk_law_window, GTK_TYPE_WINDOW)

static const OcopLaw *
get_book (DeskLawWindow *self)
{
  guint place = gtk_drop_down_get_selected (self->book_dropdown);

  return place < self->books->laws->len ? self->books->laws->pdata[place] : self->books->laws->pdata[0];
}

/* %NULL where nothing is compared: the first choice. */
static const OcopLaw *
get_other (DeskLawWindow *self)
{
  guint place = gtk_drop_down_get_selected (self->other_dropdown);

  return place > 0 && place <= self->books->laws->len ? self->books->laws->pdata[place - 1] : NULL;
}

/* %NULL, with what is wrong, where the law has no such sheet. */
static const OcopCriteria *
find_sheet (const OcopLaw  *law,
            const char     *set,
            GError        **error)
{
  return law != NULL ? ocop_law_get_criteria (law, ocop_law_get_latest_book (law), set, error) : NULL;
}

static void
say_changed (DeskLawWindow *self,
             gboolean       compared,
             guint          n)
{
  g_autofree char *text = n > 0 ? g_strdup_printf (ngettext ("%u line differs", "%u lines differ", n), n) : g_strdup (_("the same in both"));

  gtk_widget_set_visible (GTK_WIDGET (self->changed_check), compared);
  gtk_widget_set_visible (GTK_WIDGET (self->changed_label), compared);
  gtk_label_set_label (self->changed_label, text);
}

static void
show_sheet (DeskLawWindow *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->set_list);
  g_autoptr(GError) error = NULL;
  const OcopCriteria *sheet, *other;
  guint n_changed;

  if (self->books == NULL || row == NULL)
    return;
  sheet = find_sheet (get_book (self), gtk_widget_get_name (GTK_WIDGET (row)), &error);
  other = find_sheet (get_other (self), gtk_widget_get_name (GTK_WIDGET (row)), NULL);
  if (sheet == NULL)
    {
      desk_window_show_error (self->window, error);
      return;
    }
  gtk_label_set_label (self->title_label, sheet->title);
  n_changed = desk_law_sheet_show (self->sheet, sheet, other, gtk_check_button_get_active (self->changed_check));
  say_changed (self, other != NULL, n_changed);
}

static GtkWidget *
new_set_row (const OcopCriteriaSet *set)
{
  g_autofree char *text = g_strdup_printf ("%u. %s", set->number, set->title);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_widget_set_name (row, set->code);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return row;
}

/* Of the latest law: the sets of another that it has not are not asked for any more. */
static void
fill_sets (DeskLawWindow *self)
{
  const OcopLaw *law = self->books->laws->pdata[0];

  for (guint i = 0; i < ocop_law_n_sets (law); i++)
    gtk_list_box_append (self->set_list, new_set_row (ocop_law_get_set (law, i)));
  gtk_list_box_select_row (self->set_list, gtk_list_box_get_row_at_index (self->set_list, 0));
}

static void
fill_books (DeskLawWindow *self)
{
  g_autoptr(GtkStringList) books = gtk_string_list_new ((const char * const *) self->books->titles);
  g_autoptr(GtkStringList) others = gtk_string_list_new (NULL);

  gtk_string_list_append (others, _("Nothing beside it"));
  for (guint i = 0; self->books->titles[i] != NULL; i++)
    gtk_string_list_append (others, self->books->titles[i]);
  gtk_drop_down_set_model (self->book_dropdown, G_LIST_MODEL (books));
  gtk_drop_down_set_model (self->other_dropdown, G_LIST_MODEL (others));
}

static void
on_read (GObject      *reg,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(DeskLawWindow) self = data;
  g_autoptr(GError) error = NULL;
  DeskLawBooks *books = ocop_register_read_finish (OCOP_REGISTER (reg), result, &error);

  if (self->sheet == NULL || books == NULL)
    {
      g_clear_pointer (&books, desk_law_books_free);
      if (error != NULL && self->window != NULL)
        desk_window_show_error (self->window, error);
      return;
    }
  g_clear_pointer (&self->books, desk_law_books_free);
  self->books = books;
  fill_books (self);
  if (gtk_list_box_get_row_at_index (self->set_list, 0) == NULL)
    fill_sets (self);
  show_sheet (self);
}

static gpointer
read_books (OcopReader    *reader,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  return desk_law_books_read (reader, error);
}

static void
refresh (DeskLawWindow *self)
{
  OcopRegister *reg = desk_window_get_register (self->window);

  if (reg == NULL)
    return;
  ocop_register_read_async (reg, OCOP_LANE_WINDOW, read_books, NULL, NULL,
                            (GDestroyNotify) desk_law_books_free, NULL, on_read, g_object_ref (self));
}

/* Loading */

static void
on_loaded (GObject      *reg,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(DeskLawWindow) self = data;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  guint n_texts;

  if (self->sheet == NULL)
    return;
  gtk_widget_set_sensitive (self->tools, TRUE);
  if (!desk_law_load_finish (result, &n_texts, &error))
    {
      desk_window_show_error (self->window, error);
      return;
    }
  text = n_texts > 0 ? g_strdup_printf (ngettext ("%u option has the text of the list", "%u options have the text of the list", n_texts), n_texts)
                     : g_strdup (_("Loaded. Nothing that was judged is judged anew."));
  desk_window_toast (self->window, text);
  refresh (self);
}

static void
on_file_chosen (GtkNativeDialog *chooser,
                int              response,
                DeskLawWindow   *self)
{
  gboolean wording = g_object_get_data (G_OBJECT (chooser), "wording") != NULL;
  g_autoptr(GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;
  OcopRegister *reg = desk_window_get_register (self->window);

  if (file != NULL && self->books != NULL && reg != NULL)
    {
      gtk_widget_set_sensitive (self->tools, FALSE);
      desk_law_load_async (reg, wording ? self->books->laws->pdata[0] : NULL, file, on_loaded, g_object_ref (self));
    }
  g_object_unref (chooser);
}

static void
choose_file (DeskLawWindow      *self,
             const char         *title,
             const DeskFileKind *kinds,
             gboolean            wording)
{
  GtkFileChooserNative *chooser = desk_file_chooser_new (GTK_WINDOW (self), title, GTK_FILE_CHOOSER_ACTION_OPEN, _("_Load"), kinds);

  g_object_set_data (G_OBJECT (chooser), "wording", GINT_TO_POINTER (wording));
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_file_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
on_load_clicked (DeskLawWindow *self)
{
  static const DeskFileKind kinds[] = { { N_("Law books"), "zip" }, { NULL, NULL } };

  choose_file (self, _("Load an Amended Law Book"), kinds, FALSE);
}

static void
on_wording_clicked (DeskLawWindow *self)
{
  static const DeskFileKind kinds[] = { { N_("Lists"), "xlsx;csv" }, { NULL, NULL } };

  choose_file (self, _("Load the Gazette's Wording"), kinds, TRUE);
}

static void
on_apply_clicked (DeskLawWindow *self)
{
  if (desk_window_get_register (self->window) != NULL)
    desk_law_apply_offer (self->window, GTK_WINDOW (self));
}

static void
desk_law_window_dispose (GObject *object)
{
  DeskLawWindow *self = DESK_LAW_WINDOW (object);

  self->sheet = NULL;
  g_clear_pointer (&self->books, desk_law_books_free);
  G_OBJECT_CLASS (desk_law_window_parent_class)->dispose (object);
}

static void
desk_law_window_class_init (DeskLawWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_law_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/ocop/Desk/ui/law/desk-law-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskLawWindow, set_list);
  gtk_widget_class_bind_template_child (widget_class, DeskLawWindow, book_dropdown);
  gtk_widget_class_bind_template_child (widget_class, DeskLawWindow, other_dropdown);
  gtk_widget_class_bind_template_child (widget_class, DeskLawWindow, changed_check);
  gtk_widget_class_bind_template_child (widget_class, DeskLawWindow, changed_label);
  gtk_widget_class_bind_template_child (widget_class, DeskLawWindow, title_label);
  gtk_widget_class_bind_template_child (widget_class, DeskLawWindow, scrolled);
  gtk_widget_class_bind_template_child (widget_class, DeskLawWindow, tools);
  gtk_widget_class_bind_template_callback (widget_class, show_sheet);
  gtk_widget_class_bind_template_callback (widget_class, on_load_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_wording_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_apply_clicked);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
desk_law_window_init (DeskLawWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  desk_accessible_name_button (GTK_WIDGET (self->book_dropdown), _("Law book"));
  desk_accessible_name_button (GTK_WIDGET (self->other_dropdown), _("Compared with"));
  self->sheet = GTK_COLUMN_VIEW (desk_law_sheet_new ());
  gtk_scrolled_window_set_child (self->scrolled, GTK_WIDGET (self->sheet));
}

void
desk_law_window_show (DeskWindow *window)
{
  DeskLawWindow *self = g_object_new (DESK_TYPE_LAW_WINDOW, "transient-for", window, "destroy-with-parent", TRUE, NULL);

  self->window = window;
  gtk_widget_set_sensitive (self->tools, !ocop_register_is_look_only (desk_window_get_register (window)));
  gtk_window_present (GTK_WINDOW (self));
  refresh (self);
}
