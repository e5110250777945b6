/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/desk-checklist-row.h"

#include <glib/gi18n.h>

#include "attachment/desk-attachment-opener.h"
#include "attachment/desk-attachment.h"
#include "attachment/desk-file-intake.h"
#include "attachment/desk-preview-window.h"
#include "desk-window.h"
#include "dossier/desk-checklist-editor.h"
#include "dossier/desk-checklist-menu.h"
#include "dossier/desk-checklist-words.h"
#include "form/desk-record-dialog.h"

struct _DeskChecklistRow
{
  GtkListBoxRow parent_instance;

  /* Borrowed references */
  GtkWidget *tick;
  GtkWidget *title;
  GtkWidget *state;
  GtkWidget *warning;
  GtkWidget *facts;
  GtkWidget *file_button;
  GtkWidget *menu_button;
  DeskChecklistEditor *editor;
  const char *section;

  /* Owned references */
  OcopRegister *reg;
  OcopRecord *dossier;
  OcopRecord *document;
  DeskFileIntake *intake;
  GCancellable *cancellable;
};

enum
{
  NEXT,
  SEVERAL,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskChecklistRow, desk_checklist_row, GTK_TYPE_LIST_BOX_ROW)

static gboolean
is_editing (DeskChecklistRow *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->editor));
}

static gboolean
is_writable (DeskChecklistRow *self)
{
  return self->document != NULL && !ocop_register_is_look_only (self->reg);
}

const char *
desk_checklist_row_get_section (DeskChecklistRow *self)
{
  return self->section;
}

/* Showing */

static void
show_pill (GtkWidget  *pill,
           const char *text,
           const char *style)
{
  const char *classes[] = { "desk-pill", style, NULL };

  gtk_label_set_label (GTK_LABEL (pill), text != NULL ? text : "");
  gtk_widget_set_css_classes (pill, classes);
  gtk_widget_set_visible (pill, text != NULL);
}

static void
show_title (DeskChecklistRow         *self,
            const OcopChecklistEntry *entry,
            OcopDossierKind           kind)
{
  const char *set = ocop_record_get_text (self->dossier, "criteria_set");
  gboolean demanded = entry->document != NULL && ocop_document_is_demanded (entry->document, kind, set);
  g_autofree char *title = g_strdup_printf ("%s%s", ocop_record_get_text (self->document, "name"), demanded ? "\u00a0*" : "");
  g_autofree char *explanation = desk_checklist_explain (entry, kind);

  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_widget_set_tooltip_text (self->title, explanation);
  if (demanded)
    gtk_widget_add_css_class (self->title, "desk-entry-head");
  else
    gtk_widget_remove_css_class (self->title, "desk-entry-head");
}

static void
show_standing (DeskChecklistRow         *self,
               const OcopChecklistEntry *entry)
{
  g_autofree char *state = desk_checklist_state (entry);
  g_autofree char *warning = desk_checklist_warning (entry);
  g_autofree char *facts = desk_checklist_facts (entry->record);
  g_autofree char *name = g_strdup_printf ("%s · %s%s%s%s%s", ocop_record_get_text (entry->record, "name"), state,
                                           warning != NULL ? " · " : "", warning != NULL ? warning : "",
                                           *facts != '\0' ? " · " : "", facts);
  const char *style = desk_standing_style (entry->standing);

  gtk_button_set_icon_name (GTK_BUTTON (self->tick), desk_standing_icon (entry->standing));
  gtk_widget_set_css_classes (self->tick, (const char *[]) { "flat", "desk-tick", style, NULL });
  show_pill (self->state, state, entry->standing == OCOP_STANDING_SOON ? "good" : style);
  show_pill (self->warning, warning, "warn");
  gtk_label_set_label (GTK_LABEL (self->facts), facts);
  gtk_widget_set_visible (self->facts, *facts != '\0');
  gtk_widget_set_visible (self->file_button, ocop_record_get_text (entry->record, "file") != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
desk_checklist_row_show (DeskChecklistRow         *self,
                         OcopRegister             *reg,
                         const OcopChecklist      *list,
                         const OcopChecklistEntry *entry)
{
  g_set_object (&self->reg, reg);
  g_clear_pointer (&self->dossier, ocop_record_free);
  g_clear_pointer (&self->document, ocop_record_free);
  self->dossier = ocop_record_copy (list->dossier);
  self->document = ocop_record_copy (entry->record);
  self->section = desk_checklist_section (entry);
  desk_file_intake_allow (self->intake, is_writable (self));
  show_title (self, entry, list->kind);
  show_standing (self, entry);
}

/* Changing */

static void
say (DeskChecklistRow *self,
     const GError     *error)
{
  DeskWindow *window = desk_window_of (GTK_WIDGET (self));

  if (window != NULL)
    desk_window_show_error (window, error);
}

static void
on_committed (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(DeskChecklistRow) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!ocop_register_commit_finish (OCOP_REGISTER (source), result, &error))
    say (self, error);
}

/* Takes @change. The list is read again once the register says that it changed. */
static void
commit (DeskChecklistRow *self,
        OcopChange       *change)
{
  ocop_register_commit_async (self->reg, change, NULL, on_committed, g_object_ref (self));
}

static void
mark (DeskChecklistRow *self,
      const char       *state)
{
  if (is_writable (self) && g_strcmp0 (ocop_record_get_text (self->document, "state"), state) != 0)
    commit (self, ocop_checklist_mark (self->document, state));
}

static void
mark_activated (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  mark (DESK_CHECKLIST_ROW (widget), g_variant_get_string (parameter, NULL));
}

static void
toggle_activated (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  DeskChecklistRow *self = DESK_CHECKLIST_ROW (widget);
  const char *state = ocop_record_get_text (self->document, "state");

  mark (self, g_strcmp0 (state, "handed-in") == 0 || g_strcmp0 (state, "carried") == 0 ? "missing" : "handed-in");
}

/* Typing in the row */

static void
stop_editing (DeskChecklistRow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->editor), FALSE);
}

static gboolean
save (DeskChecklistRow *self)
{
  g_autoptr(OcopRecord) after = NULL;
  g_autoptr(OcopChange) change = NULL;

  if (!is_editing (self))
    return FALSE;
  after = desk_checklist_editor_dup_record (self->editor);
  if (after == NULL)
    return FALSE;
  stop_editing (self);
  change = ocop_checklist_edit (desk_checklist_editor_get_document (self->editor), after);
  if (!ocop_change_is_empty (change))
    commit (self, g_steal_pointer (&change));
  return TRUE;
}

static void
on_editor_done (DeskChecklistRow *self)
{
  if (!save (self))
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  g_signal_emit (self, signals[NEXT], 0);
}

static void
on_editor_cancelled (DeskChecklistRow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  stop_editing (self);
}

static void
edit_activated (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  DeskChecklistRow *self = DESK_CHECKLIST_ROW (widget);

  if (!is_writable (self) || is_editing (self))
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->editor), TRUE);
  desk_checklist_editor_begin (self->editor, self->reg, self->document);
}

static void
details_activated (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  DeskChecklistRow *self = DESK_CHECKLIST_ROW (widget);

  desk_record_dialog_present (widget, self->reg, self->document, NULL, "dossier");
}

/* Its file */

static void
on_kept (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(DeskChecklistRow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *name = desk_attachment_keep_finish (OCOP_REGISTER (source), result, &error);
  g_autoptr(GPtrArray) documents = g_ptr_array_new ();
  const char *names[] = { name };

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (name == NULL)
    {
      say (self, error);
      return;
    }
  g_ptr_array_add (documents, self->document);
  commit (self, ocop_checklist_attach (self->dossier, documents, names));
}

static void
on_offered (DeskChecklistRow *self,
            char            **paths,
            GdkTexture       *texture)
{
  const OcopField *field = ocop_kind_find_field (ocop_kind_find ("dossier_document"), "file");

  if (!is_writable (self))
    return;
  if (paths != NULL && paths[1] != NULL)
    g_signal_emit (self, signals[SEVERAL], 0, paths);
  else
    desk_attachment_keep_async (self->reg, field, texture, paths != NULL ? *paths : NULL, self->cancellable, on_kept, g_object_ref (self));
}

static void
choose_activated (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  desk_file_intake_choose (DESK_CHECKLIST_ROW (widget)->intake, _("Choose a File"));
}

static void
paste_activated (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  desk_file_intake_paste (DESK_CHECKLIST_ROW (widget)->intake);
}

static void
file_activated (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  DeskChecklistRow *self = DESK_CHECKLIST_ROW (widget);
  const char *file = ocop_record_get_text (self->document, "file");

  if (file == NULL)
    gtk_widget_error_bell (widget);
  else if (g_str_equal (action, "document.view"))
    desk_preview_window_present (widget, self->reg, file, ocop_record_get_text (self->document, "name"));
  else
    desk_attachment_open (widget, self->reg, file);
}

static void
detach_activated (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  DeskChecklistRow *self = DESK_CHECKLIST_ROW (widget);
  g_autoptr(OcopRecord) after = NULL;

  if (!is_writable (self) || ocop_record_get_text (self->document, "file") == NULL)
    return;
  after = ocop_record_copy (self->document);
  ocop_record_set_text (after, "file", NULL);
  commit (self, ocop_checklist_edit (self->document, after));
}

static void
menu_activated (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (DESK_CHECKLIST_ROW (widget)->menu_button));
}

/* Building */

/* Without the focus, which stays with the row. */
static GtkWidget *
make_icon_button (const char *icon,
                  const char *label,
                  const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  g_object_set (button, "has-frame", FALSE, "valign", GTK_ALIGN_START, "focusable", FALSE, "action-name", action,
                "tooltip-text", label, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return button;
}

static GtkWidget *
make_label (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  g_object_set (label, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "width-chars", 10, NULL);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
build_lines (DeskChecklistRow *self)
{
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *pills = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->title = make_label (NULL);
  self->state = gtk_label_new (NULL);
  self->warning = gtk_label_new (NULL);
  self->facts = make_label ("desk-dim");
  self->editor = DESK_CHECKLIST_EDITOR (desk_checklist_editor_new ());
  gtk_widget_set_visible (GTK_WIDGET (self->editor), FALSE);
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_box_append (GTK_BOX (pills), self->state);
  gtk_box_append (GTK_BOX (pills), self->warning);
  gtk_box_append (GTK_BOX (lines), self->title);
  gtk_box_append (GTK_BOX (lines), pills);
  gtk_box_append (GTK_BOX (lines), self->facts);
  gtk_box_append (GTK_BOX (lines), GTK_WIDGET (self->editor));
  return lines;
}

static void
build (DeskChecklistRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->tick = make_icon_button ("desk-empty-symbolic", _("Handed in or not (space bar)"), "document.toggle");
  self->file_button = make_icon_button ("desk-attach-symbolic", _("Look at the file (F3)"), "document.view");
  self->menu_button = desk_checklist_menu_new ();
  gtk_box_append (GTK_BOX (box), self->tick);
  gtk_box_append (GTK_BOX (box), build_lines (self));
  gtk_box_append (GTK_BOX (box), self->file_button);
  gtk_box_append (GTK_BOX (box), self->menu_button);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  g_signal_connect_object (self->editor, "done", G_CALLBACK (on_editor_done), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "cancelled", G_CALLBACK (on_editor_cancelled), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "left", G_CALLBACK (save), self, G_CONNECT_SWAPPED);
  self->intake = desk_file_intake_new (GTK_WIDGET (self), DESK_INTAKE_DOCUMENTS, TRUE);
  g_signal_connect_object (self->intake, "offered", G_CALLBACK (on_offered), self, G_CONNECT_SWAPPED);
}

GtkWidget *
desk_checklist_row_new (void)
{
  return g_object_new (DESK_TYPE_CHECKLIST_ROW, NULL);
}

static void
desk_checklist_row_dispose (GObject *object)
{
  DeskChecklistRow *self = DESK_CHECKLIST_ROW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->intake);
  g_clear_object (&self->reg);
  g_clear_pointer (&self->dossier, ocop_record_free);
  g_clear_pointer (&self->document, ocop_record_free);
  G_OBJECT_CLASS (desk_checklist_row_parent_class)->dispose (object);
}

static void
desk_checklist_row_finalize (GObject *object)
{
  g_object_unref (DESK_CHECKLIST_ROW (object)->cancellable);
  G_OBJECT_CLASS (desk_checklist_row_parent_class)->finalize (object);
}

/* Digits, as in the score grid: a list takes no text, and no input method stands between. */
static void
add_mark_keys (GtkWidgetClass *klass)
{
  static const struct { guint key, keypad; const char *state; } marks[] = {
    { GDK_KEY_1, GDK_KEY_KP_1, "handed-in" },
    { GDK_KEY_2, GDK_KEY_KP_2, "missing" },
    { GDK_KEY_3, GDK_KEY_KP_3, "not-needed" },
    { GDK_KEY_4, GDK_KEY_KP_4, "renew" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      gtk_widget_class_add_binding_action (klass, marks[i].key, 0, "document.mark", "s", marks[i].state);
      gtk_widget_class_add_binding_action (klass, marks[i].keypad, 0, "document.mark", "s", marks[i].state);
    }
}

static void
add_keys (GtkWidgetClass *klass)
{
  add_mark_keys (klass);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_space, 0, "document.toggle", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Return, 0, "document.edit", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_KP_Enter, 0, "document.edit", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F2, 0, "document.edit", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Return, GDK_ALT_MASK, "document.details", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_v, GDK_CONTROL_MASK, "document.paste", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Insert, GDK_SHIFT_MASK, "document.paste", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F3, 0, "document.view", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F4, 0, "document.open", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Delete, 0, "document.detach", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Menu, 0, "document.menu", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F10, GDK_SHIFT_MASK, "document.menu", NULL);
}

static void
desk_checklist_row_class_init (DeskChecklistRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = desk_checklist_row_dispose;
  object_class->finalize = desk_checklist_row_finalize;
  gtk_widget_class_install_action (widget_class, "document.mark", "s", mark_activated);
  gtk_widget_class_install_action (widget_class, "document.toggle", NULL, toggle_activated);
  gtk_widget_class_install_action (widget_class, "document.edit", NULL, edit_activated);
  gtk_widget_class_install_action (widget_class, "document.details", NULL, details_activated);
  gtk_widget_class_install_action (widget_class, "document.choose", NULL, choose_activated);
  gtk_widget_class_install_action (widget_class, "document.paste", NULL, paste_activated);
  gtk_widget_class_install_action (widget_class, "document.view", NULL, file_activated);
  gtk_widget_class_install_action (widget_class, "document.open", NULL, file_activated);
  gtk_widget_class_install_action (widget_class, "document.detach", NULL, detach_activated);
  gtk_widget_class_install_action (widget_class, "document.menu", NULL, menu_activated);
  add_keys (widget_class);
  signals[NEXT] = g_signal_new ("next", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SEVERAL] = g_signal_new ("several", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRV);
}

static void
desk_checklist_row_init (DeskChecklistRow *self)
{
  self->cancellable = g_cancellable_new ();
  build (self);
}
