/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "slides/desk-slides-window.h"

#include <glib/gi18n.h>

#include "charts/desk-chart-gallery.h"
#include "desk-accessible-name.h"
#include "form/desk-notice.h"
#include "present/desk-present.h"
#include "print/desk-saved-bar.h"
#include "report/slides/ocop-slides-read.h"
#include "slides/desk-slide-editor.h"
#include "slides/desk-slide-list.h"
#include "slides/desk-slides-kept.h"
#include "slides/desk-slides-save.h"

struct _DeskSlidesWindow
{
  GtkWindow parent_instance;

  /* Template widgets */
  GtkWidget *save_button;
  GtkWidget *show_button;
  GtkBox *top_box;
  GtkBox *list_box;
  GtkMenuButton *add_button;
  GtkPopover *add_popover;
  GtkListBox *add_list;
  GtkWidget *empty_label;
  GtkBox *editor_box;
  DeskSavedBar *saved_bar;

  /* Borrowed references */
  DeskNotice *notice;
  DeskSlidesKept *kept;
  DeskSlideList *list;
  DeskSlideEditor *editor;

  /* Owned references */
  OcopRegister *reg; /* (nullable): once it is closed */
  DeskSlidesDraft *draft;
};

G_DEFINE_FINAL_TYPE (DeskSlidesWindow, desk_slides_window, GTK_TYPE_WINDOW)

static guint
n_slides (DeskSlidesWindow *self)
{
  return g_list_model_get_n_items (desk_slides_draft_get_items (self->draft)) - 1;
}

/* --- what is shown --- */

static void
update (DeskSlidesWindow *self)
{
  guint chosen = desk_slide_list_get_chosen (self->list);
  gboolean movable = chosen > 0 && chosen <= n_slides (self);

  gtk_widget_set_visible (self->empty_label, n_slides (self) == 0 && !desk_slides_draft_is_reading (self->draft));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "slides.move", movable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "slides.remove", movable);
  desk_slide_editor_update (self->editor);
}

static void
on_chosen (DeskSlidesWindow *self)
{
  desk_slide_editor_set_item (self->editor, desk_slide_list_get_item (self->list));
  update (self);
}

static void
on_failed (DeskSlidesWindow *self,
           const char       *message)
{
  desk_notice_show (self->notice, message);
}

static void
on_edited (DeskSlidesWindow *self)
{
  desk_notice_hide (self->notice);
  update (self);
}

/* Those that the office saved stand above the others. */
static void
on_office_read (DeskSlidesWindow *self,
                const OcopRecord *office)
{
  g_autoptr(GPtrArray) saved = ocop_saved_charts_read (office);

  desk_chart_gallery_show_saved (self->add_list, saved);
}

/* --- what is done --- */

static void
add (DeskSlidesWindow *self,
     OcopSlidePart    *part)
{
  desk_slide_list_choose (self->list, desk_slides_draft_add (self->draft, part, desk_slide_list_get_chosen (self->list)));
}

static OcopSlidePart *
new_part (GtkListBoxRow *row)
{
  const OcopSavedChart *saved = desk_chart_gallery_get_saved (row);
  const char *report = desk_chart_gallery_get_report (row);
  OcopChartQuestion question;

  if (report != NULL)
    return ocop_slide_part_new_report (report);
  if (saved == NULL)
    return ocop_slide_part_new (desk_chart_gallery_get_name (row), NULL, FALSE);
  question = ocop_saved_chart_ask (saved, OCOP_DATE_UNKNOWN);
  return ocop_slide_part_new_asked (&question);
}

static void
on_chosen_to_add (DeskSlidesWindow *self,
                  GtkListBoxRow    *row)
{
  gtk_popover_popdown (self->add_popover);
  add (self, new_part (row));
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
run_add_lines (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  DeskSlidesWindow *self = DESK_SLIDES_WINDOW (widget);
  OcopSlidePart *part = ocop_slide_part_new (NULL, NULL, FALSE);

  part->heading = g_strdup (_("Proposals"));
  add (self, part);
  desk_slide_editor_edit (self->editor);
}

static void
run_move (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  desk_slide_list_move (DESK_SLIDES_WINDOW (widget)->list, g_variant_get_int32 (parameter));
}

static void
run_remove (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  desk_slide_list_remove (DESK_SLIDES_WINDOW (widget)->list);
}

static void
run_undo (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  DeskSlidesWindow *self = DESK_SLIDES_WINDOW (widget);
  guint chosen = desk_slide_list_get_chosen (self->list);
  gboolean is_in_list = (gtk_widget_get_state_flags (GTK_WIDGET (self->list)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;

  if (!desk_slides_draft_undo (self->draft))
    {
      gtk_widget_error_bell (widget);
      return;
    }
  desk_slide_list_choose (self->list, MIN (chosen, n_slides (self)));
  /* The rows are new ones, and the keyboard goes on where it was. */
  if (is_in_list)
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
run_keep (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  desk_slides_kept_keep (DESK_SLIDES_WINDOW (widget)->kept);
}

static void
on_saved (GObject      *window,
          GAsyncResult *result,
          gpointer      data)
{
  DeskSlidesWindow *self = DESK_SLIDES_WINDOW (window);
  g_autoptr(GError) error = NULL;
  g_autofree char *path = desk_slides_save_finish (result, &error);

  if (self->reg == NULL)
    return;
  if (path != NULL)
    desk_saved_bar_show_file (self->saved_bar, path);
  else
    desk_saved_bar_show_error (self->saved_bar, error);
}

static void
run_save (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  static const OcopSlidesForm forms[] = { OCOP_SLIDES_PRESENTATION, OCOP_SLIDES_PAGES, OCOP_SLIDES_HANDOUT };
  DeskSlidesWindow *self = DESK_SLIDES_WINDOW (widget);
  int form = g_variant_get_int32 (parameter);

  g_return_if_fail (form >= 0 && form < (int) G_N_ELEMENTS (forms));
  desk_slides_save_async (GTK_WINDOW (self), self->reg, desk_slides_draft_dup_set (self->draft), desk_slides_draft_get_day (self->draft),
                          forms[form], on_saved, NULL);
}

/* Of the title page, or of what is chosen. */
static void
run_present (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  DeskSlidesWindow *self = DESK_SLIDES_WINDOW (widget);
  guint first = g_variant_get_boolean (parameter) ? desk_slide_list_get_chosen (self->list) : 0;

  desk_present_set (widget, self->reg, desk_slides_draft_dup_set (self->draft), desk_slides_draft_get_day (self->draft), first);
}

/* --- building --- */

static void
desk_slides_window_dispose (GObject *object)
{
  DeskSlidesWindow *self = DESK_SLIDES_WINDOW (object);

  g_clear_object (&self->reg);
  g_clear_object (&self->draft);
  G_OBJECT_CLASS (desk_slides_window_parent_class)->dispose (object);
}

static const struct
{
  const char *name;
  const char *parameter;
  GtkWidgetActionActivateFunc run;
} actions[] = {
  { "slides.add-lines", NULL, run_add_lines },
  { "slides.move", "i", run_move },
  { "slides.remove", NULL, run_remove },
  { "slides.undo", NULL, run_undo },
  { "slides.keep", NULL, run_keep },
  { "slides.save", "i", run_save },
  { "slides.present", "b", run_present },
};

static void
desk_slides_window_class_init (DeskSlidesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_slides_window_dispose;
  g_type_ensure (DESK_TYPE_SAVED_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/ocop/Desk/ui/slides/desk-slides-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskSlidesWindow, save_button);
  gtk_widget_class_bind_template_child (widget_class, DeskSlidesWindow, show_button);
  gtk_widget_class_bind_template_child (widget_class, DeskSlidesWindow, top_box);
  gtk_widget_class_bind_template_child (widget_class, DeskSlidesWindow, list_box);
  gtk_widget_class_bind_template_child (widget_class, DeskSlidesWindow, add_button);
  gtk_widget_class_bind_template_child (widget_class, DeskSlidesWindow, add_popover);
  gtk_widget_class_bind_template_child (widget_class, DeskSlidesWindow, add_list);
  gtk_widget_class_bind_template_child (widget_class, DeskSlidesWindow, empty_label);
  gtk_widget_class_bind_template_child (widget_class, DeskSlidesWindow, editor_box);
  gtk_widget_class_bind_template_child (widget_class, DeskSlidesWindow, saved_bar);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen_to_add);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter, actions[i].run);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "slides.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "slides.keep", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F5, 0, "slides.present", "b", FALSE);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F5, GDK_SHIFT_MASK, "slides.present", "b", TRUE);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
desk_slides_window_init (DeskSlidesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  desk_accessible_name_button (self->save_button, NULL);
  desk_accessible_name_button (self->show_button, _("How the slides are shown"));
  desk_accessible_name_button (GTK_WIDGET (self->add_button), NULL);
  desk_chart_gallery_fill (self->add_list);
  desk_chart_gallery_add_reports (self->add_list, ocop_slides_list_reports ());
}

static void
fill (DeskSlidesWindow *self)
{
  self->notice = DESK_NOTICE (desk_notice_new ());
  self->kept = DESK_SLIDES_KEPT (desk_slides_kept_new (self->reg, self->draft));
  self->list = DESK_SLIDE_LIST (desk_slide_list_new (self->draft));
  self->editor = DESK_SLIDE_EDITOR (desk_slide_editor_new (self->reg, self->draft));
  gtk_widget_set_hexpand (GTK_WIDGET (self->list), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->editor), TRUE);
  gtk_box_append (self->top_box, GTK_WIDGET (self->notice));
  gtk_box_append (self->top_box, GTK_WIDGET (self->kept));
  gtk_box_append (self->list_box, GTK_WIDGET (self->list));
  gtk_box_append (self->editor_box, GTK_WIDGET (self->editor));
  g_signal_connect_object (self->kept, "failed", G_CALLBACK (on_failed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->kept, "read", G_CALLBACK (on_office_read), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "chosen", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->draft, "failed", G_CALLBACK (on_failed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->draft, "edited", G_CALLBACK (on_edited), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->draft, "laid-out", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

GtkWidget *
desk_slides_window_new (DeskWindow      *window,
                        DeskSlidesDraft *draft)
{
  DeskSlidesWindow *self = g_object_new (DESK_TYPE_SLIDES_WINDOW, "transient-for", window, "destroy-with-parent", TRUE,
                                         "application", gtk_window_get_application (GTK_WINDOW (window)), NULL);

  self->reg = g_object_ref (desk_window_get_register (window));
  self->draft = g_object_ref (draft);
  fill (self);
  on_chosen (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
  return GTK_WIDGET (self);
}
