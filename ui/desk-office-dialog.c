/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-office-dialog.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/ocop-alphabet.h"
#include "base/ocop-text.h"
#include "desk-accessible-name.h"
#include "desk-choice.h"
#include "model/ocop-certificate-pattern.h"
#include "model/ocop-province-list.h"

/* Of which the certificate that shows how they are numbered is the third. */
#define EXAMPLE_DECISION "1587/QĐ-UBND"
#define EXAMPLE_RUNNING 3

/* With what stands on documents; on a screen of 768 the rest is a scroll away. */
#define EDIT_WIDTH 640
#define EDIT_HEIGHT 700
/* Of the title and the button */
#define HEIGHT_AROUND 115

struct _DeskOfficeDialog
{
  GtkWindow parent_instance;

  /* Template widgets */
  GtkEntry *name_entry;
  GtkEntry *superior_entry;
  GtkDropDown *level_dropdown;
  DeskChoice *province_choice;
  GtkEntry *place_entry;
  GtkEntry *signatory_title_entry;
  GtkEntry *signatory_entry;
  GtkDropDown *authority_dropdown;
  GtkEntry *authority_of_entry;
  GtkTextBuffer *recipients_buffer;
  GtkEntry *pattern_entry;
  GtkLabel *pattern_example;
  GtkExpander *documents_expander;
  GtkCheckButton *potential_check;
  GtkWidget *done_hint;
  GtkButton *done_button;

  /* Owned references */
  GPtrArray *provinces; /* (element-type OcopProvince): those in force, by name */
  GPtrArray *all_provinces;

  DeskOfficeFunc given; /* NULL when the office of the open register is edited */
};

G_DEFINE_FINAL_TYPE (DeskOfficeDialog, desk_office_dialog, GTK_TYPE_WINDOW)

typedef struct
{
  const char *field;
  GtkEntry *entry;
} Line;

#define N_LINES 7

static void
get_lines (DeskOfficeDialog *self,
           Line              lines[N_LINES])
{
  const Line all[N_LINES] = {
    { "name", self->name_entry },
    { "superior", self->superior_entry },
    { "place", self->place_entry },
    { "signatory_title", self->signatory_title_entry },
    { "signatory", self->signatory_entry },
    { "authority_of", self->authority_of_entry },
    { "certificate_pattern", self->pattern_entry },
  };

  memcpy (lines, all, sizeof all);
}

static const OcopChoice *
choices_of (const char *field)
{
  return ocop_kind_find_field (ocop_kind_find ("office"), field)->choices;
}

static guint
find_choice (const char *field,
             const char *key)
{
  const OcopChoice *choices = choices_of (field);

  for (guint i = 0; choices[i].key != NULL; i++)
    if (g_strcmp0 (choices[i].key, key) == 0)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

/* The first line stands for who signs in their own name, as heads do. */
static void
show_authority (DeskOfficeDialog *self,
                const char       *key)
{
  guint found = find_choice ("authority", key);

  gtk_drop_down_set_selected (self->authority_dropdown, found != GTK_INVALID_LIST_POSITION ? found + 1 : 0);
}

static const char *
chosen_authority (DeskOfficeDialog *self)
{
  guint selected = gtk_drop_down_get_selected (self->authority_dropdown);

  return selected > 0 && selected != GTK_INVALID_LIST_POSITION ? choices_of ("authority")[selected - 1].key : NULL;
}

static void
on_authority_chosen (DeskOfficeDialog *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->authority_of_entry), chosen_authority (self) != NULL);
}

static const OcopProvince *
chosen_province (DeskOfficeDialog *self)
{
  const char *code = desk_choice_get_key (self->province_choice);

  for (guint i = 0; code != NULL && i < self->provinces->len; i++)
    if (g_str_equal (((OcopProvince *) self->provinces->pdata[i])->code, code))
      return self->provinces->pdata[i];
  return NULL;
}

/* The number of a certificate, or what is wrong with the pattern; whether it can be used. */
static gboolean
show_example (DeskOfficeDialog *self)
{
  g_autofree char *typed = ocop_text_tidy (gtk_editable_get_text (GTK_EDITABLE (self->pattern_entry)));
  const char *pattern = typed != NULL ? typed : ocop_certificate_pattern_get_default ();
  g_autoptr(GError) error = NULL;
  g_autofree char *filled = NULL;
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;

  if (!ocop_certificate_pattern_check (pattern, &error))
    {
      gtk_label_set_label (self->pattern_example, error->message);
      gtk_widget_add_css_class (GTK_WIDGET (self->pattern_entry), "error");
      return FALSE;
    }
  filled = ocop_certificate_pattern_fill (pattern, EXAMPLE_DECISION, (guint) ocop_date_today ().year);
  number = ocop_certificate_pattern_number (filled, EXAMPLE_RUNNING);
  /* Translators: the number of a decision, the number of a certificate that came with it */
  text = g_strdup_printf (_("The third certificate of decision %s: %s"), EXAMPLE_DECISION, number);
  gtk_label_set_label (self->pattern_example, text);
  gtk_widget_remove_css_class (GTK_WIDGET (self->pattern_entry), "error");
  return TRUE;
}

static void
update_done (DeskOfficeDialog *self)
{
  g_autofree char *name = ocop_text_tidy (gtk_editable_get_text (GTK_EDITABLE (self->name_entry)));
  gboolean numbered = show_example (self);

  gtk_widget_set_sensitive (GTK_WIDGET (self->done_button), name != NULL && numbered);
  gtk_widget_set_visible (self->done_hint, name == NULL);
}

/* The place on documents is, until somebody says otherwise, the province. */
static void
on_province_chosen (DeskOfficeDialog *self)
{
  const OcopProvince *province = chosen_province (self);
  const char *place = gtk_editable_get_text (GTK_EDITABLE (self->place_entry));

  if (province != NULL && *place == '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->place_entry), province->name);
}

static void
take_recipients (DeskOfficeDialog *self,
                 OcopRecord       *office)
{
  g_autofree char *typed = NULL;
  g_autofree char *text = NULL;

  g_object_get (self->recipients_buffer, "text", &typed, NULL);
  text = ocop_text_tidy (typed);
  ocop_record_set_text (office, "recipients", text);
}

static DeskOfficeDraft *
make_draft (DeskOfficeDialog *self)
{
  DeskOfficeDraft *draft = desk_office_draft_new ();
  const OcopProvince *province = chosen_province (self);
  guint level = gtk_drop_down_get_selected (self->level_dropdown);
  Line lines[N_LINES];

  get_lines (self, lines);
  for (guint i = 0; i < N_LINES; i++)
    {
      g_autofree char *text = ocop_text_tidy (gtk_editable_get_text (GTK_EDITABLE (lines[i].entry)));

      ocop_record_set_text (draft->office, lines[i].field, text);
    }
  if (level != GTK_INVALID_LIST_POSITION)
    ocop_record_set_text (draft->office, "level", choices_of ("level")[level].key);
  ocop_record_set_text (draft->office, "authority", chosen_authority (self));
  take_recipients (self, draft->office);
  ocop_record_set_integer (draft->office, "potential_in_total", gtk_check_button_get_active (self->potential_check));
  if (province != NULL)
    {
      draft->province = g_strdup (province->code);
      draft->province_name = g_strdup (province->name);
    }
  return draft;
}

static void
store_office (GTask        *task,
              gpointer      reg,
              gpointer      draft,
              GCancellable *cancellable)
{
  GError *error = NULL;

  if (desk_office_draft_commit (draft, reg, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_stored (GObject      *reg,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(DeskWindow) window = data;
  g_autoptr(GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    desk_window_toast (window, _("Office settings saved"));
  else
    desk_window_show_error (window, error);
}

static void
on_done (DeskOfficeDialog *self)
{
  DeskWindow *window = DESK_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (self)));
  DeskOfficeDraft *draft = make_draft (self);
  DeskOfficeFunc given = self->given;

  gtk_window_close (GTK_WINDOW (self));
  if (given != NULL)
    given (window, draft);
  else
    {
      g_autoptr(GTask) task = g_task_new (desk_window_get_register (window), NULL, on_stored, g_object_ref (window));

      g_task_set_task_data (task, draft, (GDestroyNotify) desk_office_draft_free);
      g_task_run_in_thread (task, store_office);
    }
}

static void
show_draft (DeskOfficeDialog      *self,
            const DeskOfficeDraft *draft)
{
  const char *recipients = ocop_record_get_text (draft->office, "recipients");
  Line lines[N_LINES];

  get_lines (self, lines);
  for (guint i = 0; i < N_LINES; i++)
    {
      const char *text = ocop_record_get_text (draft->office, lines[i].field);

      gtk_editable_set_text (GTK_EDITABLE (lines[i].entry), text != NULL ? text : "");
    }
  gtk_drop_down_set_selected (self->level_dropdown, find_choice ("level", ocop_record_get_text (draft->office, "level")));
  show_authority (self, ocop_record_get_text (draft->office, "authority"));
  gtk_text_buffer_set_text (self->recipients_buffer, recipients != NULL ? recipients : "", -1);
  desk_choice_set_key (self->province_choice, draft->province);
  gtk_check_button_set_active (self->potential_check, ocop_record_get_integer (draft->office, "potential_in_total", TRUE) != 0);
}

static void
fill_choices (GtkDropDown *dropdown,
              const char  *field,
              const char  *none)
{
  g_autoptr(GtkStringList) titles = gtk_string_list_new (NULL);

  if (none != NULL)
    gtk_string_list_append (titles, none);
  for (const OcopChoice *choice = choices_of (field); choice->key != NULL; choice++)
    gtk_string_list_append (titles, _(choice->title));
  gtk_drop_down_set_model (dropdown, G_LIST_MODEL (titles));
}

/* The first one stands for a province that is not known. */
static void
fill_provinces (DeskOfficeDialog *self)
{
  g_autoptr(GPtrArray) codes = g_ptr_array_new ();
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  g_ptr_array_add (codes, (gpointer) "");
  g_ptr_array_add (names, _("Not chosen"));
  for (guint i = 0; i < self->provinces->len; i++)
    {
      g_ptr_array_add (codes, ((OcopProvince *) self->provinces->pdata[i])->code);
      g_ptr_array_add (names, ((OcopProvince *) self->provinces->pdata[i])->name);
    }
  g_ptr_array_add (codes, NULL);
  g_ptr_array_add (names, NULL);
  desk_choice_set_items (self->province_choice, (const char * const *) codes->pdata, (const char * const *) names->pdata);
  desk_choice_set_caption (self->province_choice, _("Province"));
}

static void
fill_dropdowns (DeskOfficeDialog *self)
{
  fill_choices (self->level_dropdown, "level", NULL);
  gtk_drop_down_set_selected (self->level_dropdown, find_choice ("level", "province"));
  fill_choices (self->authority_dropdown, "authority", _("In their own name"));
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const OcopProvince *one = *(OcopProvince * const *) a;
  const OcopProvince *other = *(OcopProvince * const *) b;

  return ocop_alphabet_compare (one->name, other->name);
}

static void
load_provinces (DeskOfficeDialog *self)
{
  self->provinces = g_ptr_array_new ();
  self->all_provinces = ocop_province_list_load (NULL);
  for (guint i = 0; self->all_provinces != NULL && i < self->all_provinces->len; i++)
    if (ocop_province_is_in_force (self->all_provinces->pdata[i], ocop_date_today ()))
      g_ptr_array_add (self->provinces, self->all_provinces->pdata[i]);
  g_ptr_array_sort (self->provinces, compare_names);
}

/* What opens is not to be looked for below the edge. A window that is shown grows with what it needs alone. */
static void
on_documents_opened (DeskOfficeDialog *self)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (GTK_WIDGET (self->documents_expander), GTK_TYPE_SCROLLED_WINDOW);

  if (gtk_expander_get_expanded (self->documents_expander))
    gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), EDIT_HEIGHT - HEIGHT_AROUND);
}

static void
desk_office_dialog_finalize (GObject *object)
{
  DeskOfficeDialog *self = DESK_OFFICE_DIALOG (object);

  g_clear_pointer (&self->provinces, g_ptr_array_unref);
  g_clear_pointer (&self->all_provinces, g_ptr_array_unref);
  G_OBJECT_CLASS (desk_office_dialog_parent_class)->finalize (object);
}

static void
desk_office_dialog_class_init (DeskOfficeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = desk_office_dialog_finalize;
  g_type_ensure (DESK_TYPE_CHOICE);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/ocop/Desk/ui/desk-office-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskOfficeDialog, name_entry);
  gtk_widget_class_bind_template_child (widget_class, DeskOfficeDialog, superior_entry);
  gtk_widget_class_bind_template_child (widget_class, DeskOfficeDialog, level_dropdown);
  gtk_widget_class_bind_template_child (widget_class, DeskOfficeDialog, province_choice);
  gtk_widget_class_bind_template_child (widget_class, DeskOfficeDialog, place_entry);
  gtk_widget_class_bind_template_child (widget_class, DeskOfficeDialog, signatory_title_entry);
  gtk_widget_class_bind_template_child (widget_class, DeskOfficeDialog, signatory_entry);
  gtk_widget_class_bind_template_child (widget_class, DeskOfficeDialog, authority_dropdown);
  gtk_widget_class_bind_template_child (widget_class, DeskOfficeDialog, authority_of_entry);
  gtk_widget_class_bind_template_child (widget_class, DeskOfficeDialog, recipients_buffer);
  gtk_widget_class_bind_template_child (widget_class, DeskOfficeDialog, pattern_entry);
  gtk_widget_class_bind_template_child (widget_class, DeskOfficeDialog, pattern_example);
  gtk_widget_class_bind_template_child (widget_class, DeskOfficeDialog, documents_expander);
  gtk_widget_class_bind_template_child (widget_class, DeskOfficeDialog, potential_check);
  gtk_widget_class_bind_template_child (widget_class, DeskOfficeDialog, done_hint);
  gtk_widget_class_bind_template_child (widget_class, DeskOfficeDialog, done_button);
  gtk_widget_class_bind_template_callback (widget_class, update_done);
  gtk_widget_class_bind_template_callback (widget_class, on_province_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_authority_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_documents_opened);
  gtk_widget_class_bind_template_callback (widget_class, on_done);
}

static void
desk_office_dialog_init (DeskOfficeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  desk_accessible_name_button (GTK_WIDGET (self->level_dropdown), _("Level"));
  desk_accessible_name_button (GTK_WIDGET (self->authority_dropdown), _("Signed"));
  load_provinces (self);
  fill_dropdowns (self);
  fill_provinces (self);
  update_done (self);
}

void
desk_office_dialog_ask (DeskWindow     *window,
                        DeskOfficeFunc  given)
{
  DeskOfficeDialog *self = g_object_new (DESK_TYPE_OFFICE_DIALOG, "transient-for", window, "title", _("New Register: the Office"), NULL);

  self->given = given;
  gtk_window_present (GTK_WINDOW (self));
}

static gpointer
read_draft (OcopReader    *reader,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  return desk_office_draft_read (reader, error);
}

static void
on_draft_read (GObject      *reg,
               GAsyncResult *result,
               gpointer      dialog)
{
  g_autoptr(DeskOfficeDialog) self = dialog;
  g_autoptr(GError) error = NULL;
  g_autoptr(DeskOfficeDraft) draft = ocop_register_read_finish (OCOP_REGISTER (reg), result, &error);

  if (draft != NULL)
    show_draft (self, draft);
  else
    desk_window_show_error (DESK_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (self))), error);
}

void
desk_office_dialog_edit (DeskWindow *window)
{
  DeskOfficeDialog *self = g_object_new (DESK_TYPE_OFFICE_DIALOG, "transient-for", window, NULL);

  gtk_button_set_label (self->done_button, _("Save"));
  gtk_expander_set_expanded (self->documents_expander, TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), EDIT_WIDTH, EDIT_HEIGHT);
  ocop_register_read_async (desk_window_get_register (window), OCOP_LANE_WINDOW, read_draft, NULL, NULL,
                            (GDestroyNotify) desk_office_draft_free, NULL, on_draft_read, g_object_ref (self));
  gtk_window_present (GTK_WINDOW (self));
}
