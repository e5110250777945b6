/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "slides/desk-slide-editor.h"

#include <glib/gi18n.h>

#include "base/ocop-text.h"
#include "desk-choice.h"
#include "desk-day-button.h"
#include "report/chart/ocop-chart-data.h"
#include "report/slides/ocop-slides-read.h"
#include "slides/desk-slide-picture.h"

#define PICTURE_WIDTH 480

struct _DeskSlideEditor
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkAspectFrame *picture_frame;
  GtkStack *stack;
  GtkEditable *title_entry;
  GtkCheckButton *live_check;
  GtkCheckButton *fixed_check;
  DeskDayButton *day_button;
  GtkEditable *heading_entry;
  GtkCheckButton *picture_check;
  GtkCheckButton *table_check;
  DeskChoice *subject_choice;
  GtkEditable *lines_heading_entry;
  GtkTextView *lines_view;

  DeskSlidePicture *picture; /* borrowed */

  /* Owned references */
  OcopRegister *reg;
  DeskSlidesDraft *draft;
  DeskSlideItem *item;       /* (nullable) */
  GCancellable *cancellable;

  gboolean is_filling;       /* the fields are being filled */
};

G_DEFINE_FINAL_TYPE (DeskSlideEditor, desk_slide_editor, GTK_TYPE_WIDGET)

/* --- what is changed --- */

/* What is left of it, as it was typed: while it is, nothing is tidied in the field. */
static char *
dup_text (GtkEditable *entry)
{
  return ocop_text_tidy (gtk_editable_get_text (entry));
}

static void
on_title_changed (DeskSlideEditor *self)
{
  g_autofree char *title = dup_text (self->title_entry);

  if (!self->is_filling)
    desk_slides_draft_set_title (self->draft, title);
}

static void
on_day_chosen (DeskSlideEditor *self)
{
  gboolean fixed = !gtk_check_button_get_active (self->live_check);

  gtk_widget_set_sensitive (GTK_WIDGET (self->day_button), fixed);
  if (!self->is_filling)
    desk_slides_draft_set_own_day (self->draft, fixed ? desk_day_button_get_day (self->day_button) : OCOP_DATE_UNKNOWN);
}

/* (transfer full) (nullable): to be changed; while the fields are filled nobody changes anything. */
static OcopSlidePart *
begin_change (DeskSlideEditor *self)
{
  const OcopSlidePart *part = self->item != NULL && !self->is_filling ? desk_slide_item_get_part (self->item) : NULL;

  return part != NULL ? ocop_slide_part_copy (part) : NULL;
}

static void
on_heading_changed (DeskSlideEditor *self,
                    GtkEditable     *entry)
{
  OcopSlidePart *part = begin_change (self);

  if (part == NULL)
    return;
  g_free (part->heading);
  part->heading = dup_text (entry);
  desk_slides_draft_change (self->draft, self->item, part, "heading");
}

static void
on_manner_toggled (DeskSlideEditor *self)
{
  OcopSlidePart *part = begin_change (self);

  if (part == NULL)
    return;
  /* Of a group, the others are told before the one that is chosen. */
  part->as_table = !gtk_check_button_get_active (self->picture_check);
  desk_slides_draft_change (self->draft, self->item, part, "manner");
}

static void
on_subject_chosen (DeskSlideEditor *self)
{
  OcopSlidePart *part = begin_change (self);

  if (part == NULL)
    return;
  g_free (part->subject);
  part->subject = g_strdup (desk_choice_get_key (self->subject_choice));
  desk_slides_draft_change (self->draft, self->item, part, "subject");
}

static void
on_lines_changed (DeskSlideEditor *self,
                  GtkTextBuffer   *buffer)
{
  OcopSlidePart *part = begin_change (self);
  GtkTextIter start, end;

  if (part == NULL)
    return;
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  g_free (part->lines);
  part->lines = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  desk_slides_draft_change (self->draft, self->item, part, "lines");
}

/* --- what a chart can be of --- */

typedef struct
{
  char *chart;
  OcopDate on;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->chart);
  g_free (request);
}

static gpointer
read_subjects (OcopReader    *reader,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  const Request *request = data;

  return ocop_chart_data_read_subjects (reader, request->chart, request->on, error);
}

static void
offer_subjects (DeskSlideEditor *self,
                const GPtrArray *subjects)
{
  const OcopSlidePart *part = desk_slide_item_get_part (self->item);
  g_autofree const char **keys = g_new0 (const char *, subjects->len + 1);
  g_autofree const char **titles = g_new0 (const char *, subjects->len + 1);

  for (guint i = 0; i < subjects->len; i++)
    {
      const OcopChartSubject *subject = subjects->pdata[i];

      keys[i] = subject->key;
      titles[i] = subject->title;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->subject_choice), subjects->len > 1);
  if (subjects->len < 2)
    return;
  desk_choice_set_items (self->subject_choice, keys, titles);
  desk_choice_set_caption (self->subject_choice, _(ocop_chart_data_find_name (part->chart)->subject));
  desk_choice_set_key (self->subject_choice, part->subject != NULL ? part->subject : "");
}

static void
on_subjects_read (GObject      *reg,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autoptr(DeskSlideEditor) self = data;
  g_autoptr(GPtrArray) subjects = ocop_register_read_finish (OCOP_REGISTER (reg), result, NULL);

  if (subjects != NULL && self->item != NULL)
    offer_subjects (self, subjects);
}

static void
ask_subjects (DeskSlideEditor     *self,
              const OcopSlidePart *part)
{
  const OcopChartName *about = part != NULL && part->chart != NULL ? ocop_chart_data_find_name (part->chart) : NULL;
  Request *request;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_set_visible (GTK_WIDGET (self->subject_choice), FALSE);
  if (about == NULL || about->subject == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  request = g_new (Request, 1);
  *request = (Request) { g_strdup (part->chart), desk_slides_draft_get_day (self->draft) };
  ocop_register_read_async (self->reg, OCOP_LANE_WINDOW, read_subjects, request, request_free, (GDestroyNotify) g_ptr_array_unref,
                            self->cancellable, on_subjects_read, g_object_ref (self));
}

/* --- what is shown --- */

static gboolean
has_figures (const OcopSlidePart *part)
{
  return part->chart != NULL || part->report != NULL;
}

/* What stands there already stays as it is: the cursor may be in it. */
static void
fill_entry (GtkEditable *entry,
            const char  *text)
{
  g_autofree char *shown = dup_text (entry);

  if (g_strcmp0 (shown, text) != 0)
    gtk_editable_set_text (entry, text != NULL ? text : "");
}

static void
fill_front (DeskSlideEditor *self)
{
  gboolean fixed = ocop_date_is_day (desk_slides_draft_get_own_day (self->draft));
  g_autofree char *day = fixed ? NULL : ocop_date_to_people (desk_slides_draft_get_day (self->draft));
  g_autofree char *live = fixed ? g_strdup (_("Figures of the day of the meeting"))
                                /* Translators: the day that is shown in the window */
                                : g_strdup_printf (_("Figures of the day of the meeting (now %s)"), day);

  fill_entry (self->title_entry, desk_slides_draft_get_title (self->draft));
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->title_entry), ocop_slides_usual_title ());
  gtk_check_button_set_label (self->live_check, live);
  gtk_check_button_set_active (fixed ? self->fixed_check : self->live_check, TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->day_button), fixed);
  desk_day_button_set_day (self->day_button, desk_slides_draft_get_day (self->draft));
}

static void
fill_figures (DeskSlideEditor     *self,
              const OcopSlidePart *part)
{
  const OcopSlideFigures *figures = desk_slides_draft_find_figures (self->draft, self->item);

  fill_entry (self->heading_entry, part->heading);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->heading_entry), figures != NULL ? ocop_slide_figures_get_title (figures) : "");
  /* A report is a table. */
  gtk_widget_set_visible (GTK_WIDGET (self->picture_check), part->chart != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->table_check), part->chart != NULL);
  gtk_check_button_set_active (part->as_table ? self->table_check : self->picture_check, TRUE);
}

static void
fill_lines (DeskSlideEditor     *self,
            const OcopSlidePart *part)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->lines_view);
  GtkTextIter start, end;
  g_autofree char *shown = NULL;

  fill_entry (self->lines_heading_entry, part->heading);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  shown = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  if (g_strcmp0 (shown, part->lines != NULL ? part->lines : "") != 0)
    gtk_text_buffer_set_text (buffer, part->lines != NULL ? part->lines : "", -1);
}

void
desk_slide_editor_update (DeskSlideEditor *self)
{
  const OcopSlidePart *part = self->item != NULL ? desk_slide_item_get_part (self->item) : NULL;

  self->is_filling = TRUE;
  if (part == NULL)
    fill_front (self);
  else if (has_figures (part))
    fill_figures (self, part);
  else
    fill_lines (self, part);
  gtk_stack_set_visible_child_name (self->stack, part == NULL ? "front" : has_figures (part) ? "chart" : "lines");
  self->is_filling = FALSE;
}

void
desk_slide_editor_set_item (DeskSlideEditor *self,
                            DeskSlideItem   *item)
{
  g_set_object (&self->item, item);
  desk_slide_picture_set_item (self->picture, self->draft, item);
  ask_subjects (self, item != NULL ? desk_slide_item_get_part (item) : NULL);
  desk_slide_editor_update (self);
}

void
desk_slide_editor_edit (DeskSlideEditor *self)
{
  const OcopSlidePart *part = self->item != NULL ? desk_slide_item_get_part (self->item) : NULL;

  gtk_widget_grab_focus (GTK_WIDGET (part == NULL ? self->title_entry : has_figures (part) ? self->heading_entry : self->lines_heading_entry));
}

/* --- building --- */

static void
desk_slide_editor_dispose (GObject *object)
{
  DeskSlideEditor *self = DESK_SLIDE_EDITOR (object);
  GtkWidget *child;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->item);
  g_clear_object (&self->draft);
  g_clear_object (&self->reg);
  G_OBJECT_CLASS (desk_slide_editor_parent_class)->dispose (object);
}

static void
desk_slide_editor_class_init (DeskSlideEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_slide_editor_dispose;
  g_type_ensure (DESK_TYPE_CHOICE);
  g_type_ensure (DESK_TYPE_DAY_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/ocop/Desk/ui/slides/desk-slide-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskSlideEditor, picture_frame);
  gtk_widget_class_bind_template_child (widget_class, DeskSlideEditor, stack);
  gtk_widget_class_bind_template_child (widget_class, DeskSlideEditor, title_entry);
  gtk_widget_class_bind_template_child (widget_class, DeskSlideEditor, live_check);
  gtk_widget_class_bind_template_child (widget_class, DeskSlideEditor, fixed_check);
  gtk_widget_class_bind_template_child (widget_class, DeskSlideEditor, day_button);
  gtk_widget_class_bind_template_child (widget_class, DeskSlideEditor, heading_entry);
  gtk_widget_class_bind_template_child (widget_class, DeskSlideEditor, picture_check);
  gtk_widget_class_bind_template_child (widget_class, DeskSlideEditor, table_check);
  gtk_widget_class_bind_template_child (widget_class, DeskSlideEditor, subject_choice);
  gtk_widget_class_bind_template_child (widget_class, DeskSlideEditor, lines_heading_entry);
  gtk_widget_class_bind_template_child (widget_class, DeskSlideEditor, lines_view);
  gtk_widget_class_bind_template_callback (widget_class, on_title_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_day_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_heading_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_manner_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_subject_chosen);
}

static void
desk_slide_editor_init (DeskSlideEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->picture = DESK_SLIDE_PICTURE (desk_slide_picture_new (PICTURE_WIDTH));
  gtk_aspect_frame_set_child (self->picture_frame, GTK_WIDGET (self->picture));
  g_signal_connect_object (gtk_text_view_get_buffer (self->lines_view), "changed", G_CALLBACK (on_lines_changed), self, G_CONNECT_SWAPPED);
}

GtkWidget *
desk_slide_editor_new (OcopRegister    *reg,
                       DeskSlidesDraft *draft)
{
  DeskSlideEditor *self = g_object_new (DESK_TYPE_SLIDE_EDITOR, NULL);

  self->reg = g_object_ref (reg);
  self->draft = g_object_ref (draft);
  return GTK_WIDGET (self);
}
