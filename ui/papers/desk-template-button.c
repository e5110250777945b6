/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "papers/desk-template-button.h"

#include <glib/gi18n.h>

#include "desk-accessible-name.h"
#include "desk-file-chooser.h"
#include "desk-show-file.h"
#include "report/ocop-template-own.h"

struct _DeskTemplateButton
{
  GtkWidget parent_instance;

  GtkWidget *button;
  gboolean busy;

  /* Owned references */
  char *name;
  char *title;
  char *folder;
};

enum
{
  SAID,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskTemplateButton, desk_template_button, GTK_TYPE_WIDGET)

/* --- in a thread: the folder may lie on a slow drive --- */

typedef enum
{
  LOOK,
  BEGIN,
  REPLACE,
  SET_ASIDE,
} Deed;

typedef struct
{
  Deed deed;
  char *name;
  char *folder;
  char *path;       /* of the file to choose, or of what was begun */
  char *kept;
  gboolean own;     /* whether the office has its own afterwards */
} Work;

static void
work_free (Work *work)
{
  g_free (work->name);
  g_free (work->folder);
  g_free (work->path);
  g_free (work->kept);
  g_free (work);
}

static gboolean
do_deed (Work    *work,
         GError **error)
{
  switch (work->deed)
    {
    case BEGIN:
      work->path = ocop_template_own_begin (work->name, work->folder, error);
      return work->path != NULL;
    case REPLACE:
      return ocop_template_own_replace (work->name, work->folder, work->path, &work->kept, error);
    case SET_ASIDE:
      return ocop_template_own_set_aside (work->name, work->folder, &work->kept, error);
    case LOOK:
    default:
      return TRUE;
    }
}

static void
run (GTask        *task,
     gpointer      source,
     gpointer      data,
     GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;
  gboolean done = do_deed (work, &error);

  work->own = ocop_template_own_exists (work->name, work->folder);
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* --- showing --- */

static void
update (DeskTemplateButton *self,
        gboolean            own)
{
  const char *which = own ? _("the office's own template") : _("the program's template");
  g_autofree char *name = g_strdup_printf ("%s: %s", self->title, which);

  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), own ? _("Own Template") : _("Template"));
  desk_accessible_name_button (self->button, name);
  gtk_widget_set_tooltip_text (self->button, which);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "template.take-out", own);
}

static void
say (DeskTemplateButton *self,
     const char         *text)
{
  g_signal_emit (self, signals[SAID], 0, text);
}

/* What is used from now on, and where the former one went. */
static void
say_changed (DeskTemplateButton *self,
             const char         *used,
             const char         *kept)
{
  g_autofree char *text = kept != NULL ? g_strdup_printf (_("%s The former one is kept: %s"), used, kept) : g_strdup (used);

  say (self, text);
}

static void
on_failed (GtkWidget  *widget,
           const char *message)
{
  say (DESK_TEMPLATE_BUTTON (widget), message);
}

static void
show_begun (DeskTemplateButton *self,
            const char         *path)
{
  g_autofree char *text = g_strdup_printf (_("The template %s is the office's own; it is used from now on as you save it."), path);

  say (self, text);
  desk_show_file (GTK_WIDGET (self), path, on_failed);
}

static void
on_done (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  DeskTemplateButton *self = DESK_TEMPLATE_BUTTON (source);
  const Work *work = g_task_get_task_data (G_TASK (result));
  g_autoptr(GError) error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);

  if (self->button == NULL)
    return;
  self->busy = FALSE;
  update (self, work->own);
  if (!done)
    say (self, error->message);
  else if (work->deed == BEGIN)
    show_begun (self, work->path);
  else if (work->deed == REPLACE)
    say_changed (self, _("From now on the office's own template is used."), work->kept);
  else if (work->deed == SET_ASIDE)
    say_changed (self, _("From now on the program's template is used."), work->kept);
}

/* --- doing --- */

/* @path: (nullable): of the file to choose */
static void
start (DeskTemplateButton *self,
       Deed                deed,
       const char         *path)
{
  g_autoptr(GTask) task = NULL;
  Work *work;

  if (self->busy)
    return;
  task = g_task_new (self, NULL, on_done, NULL);
  work = g_new0 (Work, 1);
  *work = (Work) { .deed = deed, .name = g_strdup (self->name), .folder = g_strdup (self->folder), .path = g_strdup (path) };
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  self->busy = TRUE;
  g_task_run_in_thread (task, run);
}

static void
edit_activated (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  start (DESK_TEMPLATE_BUTTON (widget), BEGIN, NULL);
}

static void
on_chosen (GtkNativeDialog    *chooser,
           int                 response,
           DeskTemplateButton *self)
{
  g_autoptr(GtkNativeDialog) owned = chooser;
  g_autoptr(GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (response == GTK_RESPONSE_ACCEPT && path != NULL)
    start (self, REPLACE, path);
}

static void
choose_activated (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  static const DeskFileKind documents[] = { { N_("Word document (.docx)"), "docx" }, { NULL } };
  DeskTemplateButton *self = DESK_TEMPLATE_BUTTON (widget);
  GtkFileChooserNative *chooser = desk_file_chooser_new (GTK_WINDOW (gtk_widget_get_root (widget)), _("The Office's Own Template"),
                                                         GTK_FILE_CHOOSER_ACTION_OPEN, _("_Choose"), documents);

  g_signal_connect_object (chooser, "response", G_CALLBACK (on_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
take_out_activated (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  start (DESK_TEMPLATE_BUTTON (widget), SET_ASIDE, NULL);
}

/* --- the widget --- */

static GMenuModel *
new_menu (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _("_Edit the Office's Own…"), "template.edit");
  g_menu_append (menu, _("_Choose a File as Its Own…"), "template.choose");
  g_menu_append (menu, _("_Back to the Program's"), "template.take-out");
  return G_MENU_MODEL (menu);
}

GtkWidget *
desk_template_button_new (const char *name,
                          const char *title,
                          const char *folder)
{
  DeskTemplateButton *self = g_object_new (DESK_TYPE_TEMPLATE_BUTTON, NULL);

  self->name = g_strdup (name);
  self->title = g_strdup (title);
  self->folder = g_strdup (folder);
  update (self, FALSE);
  start (self, LOOK, NULL);
  return GTK_WIDGET (self);
}

static void
desk_template_button_dispose (GObject *object)
{
  g_clear_pointer (&DESK_TEMPLATE_BUTTON (object)->button, gtk_widget_unparent);
  G_OBJECT_CLASS (desk_template_button_parent_class)->dispose (object);
}

static void
desk_template_button_finalize (GObject *object)
{
  DeskTemplateButton *self = DESK_TEMPLATE_BUTTON (object);

  g_free (self->name);
  g_free (self->title);
  g_free (self->folder);
  G_OBJECT_CLASS (desk_template_button_parent_class)->finalize (object);
}

static void
desk_template_button_class_init (DeskTemplateButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_template_button_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_template_button_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "template.edit", NULL, edit_activated);
  gtk_widget_class_install_action (widget_class, "template.choose", NULL, choose_activated);
  gtk_widget_class_install_action (widget_class, "template.take-out", NULL, take_out_activated);
  signals[SAID] = g_signal_new ("said", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
desk_template_button_init (DeskTemplateButton *self)
{
  g_autoptr(GMenuModel) menu = new_menu ();

  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->button), menu);
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}
