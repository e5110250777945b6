/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/desk-checklist-files.h"

#include <string.h>

#include <glib/gi18n.h>

#include "attachment/desk-attachment.h"
#include "desk-accessible-name.h"
#include "form/desk-notice.h"

#define WIDTH 680
#define MOST_HEIGHT 460
/* Room for what is said above the files: the window would not grow with it. */
#define LEAST_HEIGHT 260

/* The choices before the documents of the list. */
enum
{
  LEFT_OUT,
  ANOTHER_PAPER,
  FIRST_DOCUMENT,
};

struct _DeskChecklistFiles
{
  GtkWindow parent_instance;

  /* Borrowed references */
  DeskNotice *notice;
  GtkWidget *grid;
  GPtrArray *drop_downs;    /* one for each path */

  /* Owned references */
  OcopRegister *reg;
  OcopRecord *dossier;
  GPtrArray *documents;     /* (element-type OcopRecord): as they stand in the list */
  char **paths;
  GPtrArray *wanted;        /* (element-type OcopRecord): those that files go to, while they are kept */
  GPtrArray *names;         /* (element-type utf8): of the files kept so far, in that order, ended by NULL in the end */
  GArray *places;           /* (element-type guint): of their paths */
};

G_DEFINE_FINAL_TYPE (DeskChecklistFiles, desk_checklist_files, GTK_TYPE_WINDOW)

static void keep_next (DeskChecklistFiles *self);

static guint
get_choice (DeskChecklistFiles *self,
            guint               place)
{
  return gtk_drop_down_get_selected (GTK_DROP_DOWN (self->drop_downs->pdata[place]));
}

static void
stop (DeskChecklistFiles *self,
      const char         *text)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "files.attach", TRUE);
  desk_notice_show (self->notice, text);
}

/* Writing */

static void
on_committed (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(DeskChecklistFiles) self = user_data;
  g_autoptr(GError) error = NULL;

  if (self->reg == NULL)
    return;
  if (ocop_register_commit_finish (OCOP_REGISTER (source), result, &error))
    gtk_window_destroy (GTK_WINDOW (self));
  else
    stop (self, error->message);
}

static void
write_all (DeskChecklistFiles *self)
{
  g_ptr_array_add (self->names, NULL);
  ocop_register_commit_async (self->reg, ocop_checklist_attach (self->dossier, self->wanted, (const char * const *) self->names->pdata),
                              NULL, on_committed, g_object_ref (self));
}

/* The one that was being kept. */
static void
refuse_file (DeskChecklistFiles *self,
             const GError       *error)
{
  stop (self, error->message);
  gtk_widget_grab_focus (self->drop_downs->pdata[g_array_index (self->places, guint, self->names->len)]);
}

static void
on_kept (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(DeskChecklistFiles) self = user_data;
  g_autoptr(GError) error = NULL;
  char *name = desk_attachment_keep_finish (OCOP_REGISTER (source), result, &error);

  if (self->reg == NULL || name == NULL)
    {
      g_free (name);
      if (self->reg != NULL)
        refuse_file (self, error);
      return;
    }
  g_ptr_array_add (self->names, name);
  keep_next (self);
}

/* One after the other: the disk is no faster for several at once. */
static void
keep_next (DeskChecklistFiles *self)
{
  const OcopField *field = ocop_kind_find_field (ocop_kind_find ("dossier_document"), "file");

  if (self->names->len == self->places->len)
    write_all (self);
  else
    desk_attachment_keep_async (self->reg, field, NULL, self->paths[g_array_index (self->places, guint, self->names->len)], NULL,
                                on_kept, g_object_ref (self));
}

/* Without the suffix, as a name for people. */
static char *
dup_stem (const char *path)
{
  g_autofree char *base = g_filename_display_basename (path);
  char *point = strrchr (base, '.');

  if (point != NULL && point != base)
    *point = '\0';
  return g_steal_pointer (&base);
}

static void
want (DeskChecklistFiles *self,
      guint               place)
{
  guint choice = get_choice (self, place);
  g_autofree char *stem = NULL;

  g_array_append_val (self->places, place);
  if (choice >= FIRST_DOCUMENT)
    {
      g_ptr_array_add (self->wanted, ocop_record_copy (self->documents->pdata[choice - FIRST_DOCUMENT]));
      return;
    }
  stem = dup_stem (self->paths[place]);
  g_ptr_array_add (self->wanted, ocop_checklist_other (self->dossier, stem));
}

/* (nullable): the document that two files were chosen for. */
static const OcopRecord *
find_doubled (DeskChecklistFiles *self)
{
  for (guint i = 0; i < self->drop_downs->len; i++)
    for (guint j = i + 1; j < self->drop_downs->len; j++)
      if (get_choice (self, i) >= FIRST_DOCUMENT && get_choice (self, i) == get_choice (self, j))
        return self->documents->pdata[get_choice (self, i) - FIRST_DOCUMENT];
  return NULL;
}

static void
attach_activated (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  DeskChecklistFiles *self = DESK_CHECKLIST_FILES (widget);
  const OcopRecord *doubled = find_doubled (self);
  g_autofree char *text = doubled != NULL
    ? g_strdup_printf (_("A document holds one file: choose which of them is “%s”."), ocop_record_get_text (doubled, "name")) : NULL;

  if (text != NULL)
    {
      desk_notice_show (self->notice, text);
      return;
    }
  g_ptr_array_set_size (self->wanted, 0);
  g_ptr_array_set_size (self->names, 0);
  g_array_set_size (self->places, 0);
  for (guint i = 0; i < self->drop_downs->len; i++)
    if (get_choice (self, i) != LEFT_OUT)
      want (self, i);
  if (self->wanted->len == 0)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  desk_notice_hide (self->notice);
  gtk_widget_action_set_enabled (widget, "files.attach", FALSE);
  keep_next (self);
}

/* Building */

static GtkStringList *
make_choices (const OcopChecklist *list)
{
  GtkStringList *choices = gtk_string_list_new ((const char *[]) { _("Leave it out"), _("Another paper, named like the file"), NULL });

  for (guint i = 0; i < list->entries->len; i++)
    {
      const OcopRecord *record = ((const OcopChecklistEntry *) list->entries->pdata[i])->record;
      const char *name = ocop_record_get_text (record, "name");
      g_autofree char *taken = g_strdup_printf (_("%s (replaces its file)"), name);

      gtk_string_list_append (choices, ocop_record_get_text (record, "file") != NULL ? taken : name);
    }
  return choices;
}

static gboolean
has_file (DeskChecklistFiles *self,
          int                 place)
{
  return place >= 0 && ocop_record_get_text (self->documents->pdata[place], "file") != NULL;
}

/* What nothing speaks for becomes a paper of its own; a second file for one document as well. */
static guint
suggest (DeskChecklistFiles  *self,
         const OcopChecklist *list,
         int                  chosen,
         const char          *path)
{
  g_autofree char *stem = dup_stem (path);
  int place = ocop_checklist_guess (list, stem, self->paths[1] == NULL ? chosen : -1);

  if (place < 0 || has_file (self, place))
    return ANOTHER_PAPER;
  for (guint i = 0; i < self->drop_downs->len; i++)
    if (get_choice (self, i) == FIRST_DOCUMENT + (guint) place)
      return ANOTHER_PAPER;
  return FIRST_DOCUMENT + (guint) place;
}

static void
append_file (DeskChecklistFiles  *self,
             const OcopChecklist *list,
             int                  chosen,
             const char          *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *drop_down = gtk_drop_down_new (G_LIST_MODEL (make_choices (list)), NULL);
  int row = (int) self->drop_downs->len;

  g_object_set (label, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_MIDDLE, "width-chars", 24, "max-width-chars", 30, "tooltip-text", path, NULL);
  g_object_set (drop_down, "hexpand", TRUE, "selected", suggest (self, list, chosen, path), NULL);
  desk_accessible_name_button (drop_down, name);
  gtk_grid_attach (GTK_GRID (self->grid), label, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), drop_down, 1, row, 1, 1);
  g_ptr_array_add (self->drop_downs, drop_down);
}

static void
build_header (DeskChecklistFiles *self)
{
  GtkWidget *header = gtk_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));
  GtkWidget *attach = gtk_button_new_with_mnemonic (_("_Attach"));

  gtk_header_bar_set_show_title_buttons (GTK_HEADER_BAR (header), FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (attach), "files.attach");
  gtk_widget_add_css_class (attach, "suggested-action");
  gtk_header_bar_pack_start (GTK_HEADER_BAR (header), cancel);
  gtk_header_bar_pack_end (GTK_HEADER_BAR (header), attach);
  gtk_window_set_titlebar (GTK_WINDOW (self), header);
}

static void
build (DeskChecklistFiles *self)
{
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->notice = DESK_NOTICE (desk_notice_new ());
  self->grid = gtk_grid_new ();
  g_object_set (self->grid, "row-spacing", 8, "column-spacing", 12, "margin-start", 16, "margin-end", 16, "margin-top", 14,
                "margin-bottom", 14, NULL);
  g_object_set (scrolled, "hscrollbar-policy", GTK_POLICY_NEVER, "propagate-natural-height", TRUE,
                "min-content-height", LEAST_HEIGHT, "max-content-height", MOST_HEIGHT,
                "vexpand", TRUE, "child", self->grid, NULL);
  gtk_box_append (GTK_BOX (outer), GTK_WIDGET (self->notice));
  gtk_box_append (GTK_BOX (outer), scrolled);
  gtk_window_set_child (GTK_WINDOW (self), outer);
  gtk_window_set_title (GTK_WINDOW (self), _("To Which Document Does Each File Belong?"));
  build_header (self);
}

void
desk_checklist_files_present (GtkWidget           *parent,
                              OcopRegister        *reg,
                              const OcopChecklist *list,
                              int                  chosen,
                              const char * const  *paths)
{
  DeskChecklistFiles *self = g_object_new (DESK_TYPE_CHECKLIST_FILES, "modal", TRUE, "default-width", WIDTH,
                                           "transient-for", gtk_widget_get_root (parent), NULL);

  self->reg = g_object_ref (reg);
  self->dossier = ocop_record_copy (list->dossier);
  self->paths = g_strdupv ((char **) paths);
  for (guint i = 0; i < list->entries->len; i++)
    g_ptr_array_add (self->documents, ocop_record_copy (((const OcopChecklistEntry *) list->entries->pdata[i])->record));
  build (self);
  for (char **path = self->paths; *path != NULL; path++)
    append_file (self, list, has_file (self, chosen) ? -1 : chosen, *path);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->drop_downs->pdata[0]);
}

static void
desk_checklist_files_dispose (GObject *object)
{
  g_clear_object (&DESK_CHECKLIST_FILES (object)->reg);
  G_OBJECT_CLASS (desk_checklist_files_parent_class)->dispose (object);
}

static void
desk_checklist_files_finalize (GObject *object)
{
  DeskChecklistFiles *self = DESK_CHECKLIST_FILES (object);

  g_clear_pointer (&self->dossier, ocop_record_free);
  g_ptr_array_unref (self->documents);
  g_ptr_array_unref (self->drop_downs);
  g_ptr_array_unref (self->wanted);
  g_ptr_array_unref (self->names);
  g_array_unref (self->places);
  g_strfreev (self->paths);
  G_OBJECT_CLASS (desk_checklist_files_parent_class)->finalize (object);
}

static void
desk_checklist_files_class_init (DeskChecklistFilesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_checklist_files_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_checklist_files_finalize;
  gtk_widget_class_install_action (widget_class, "files.attach", NULL, attach_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "files.attach", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "files.attach", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
desk_checklist_files_init (DeskChecklistFiles *self)
{
  self->drop_downs = g_ptr_array_new ();
  self->documents = g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_record_free);
  self->wanted = g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_record_free);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->places = g_array_new (FALSE, FALSE, sizeof (guint));
}
