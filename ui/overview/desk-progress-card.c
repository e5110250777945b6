/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "overview/desk-progress-card.h"

#include <glib/gi18n.h>

#include "base/ocop-text.h"
#include "desk-window.h"
#include "plan/desk-target-style.h"
#include "plan/ocop-plan-pressing.h"

/* So many are seen without scrolling where the screen is small; the plan's page has them all. */
#define MOST_TARGETS 4

struct _DeskProgressCard
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkLabel *summary_label;
  GtkWidget *open_button;
  GtkStack *stack;
  GtkListBox *list_box;

  char *plan; /* (nullable): id */
};

G_DEFINE_FINAL_TYPE (DeskProgressCard, desk_progress_card, GTK_TYPE_BOX)

static void
on_row_activated (DeskProgressCard *self,
                  GtkListBoxRow    *row)
{
  desk_window_show_target (desk_window_of (GTK_WIDGET (self)), self->plan, g_object_get_data (G_OBJECT (row), "id"));
}

static void
on_open_clicked (DeskProgressCard *self)
{
  desk_window_show_target (desk_window_of (GTK_WIDGET (self)), self->plan, NULL);
}

static GtkWidget *
new_label (const char *text,
           const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, text);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
new_pill (OcopStanding standing)
{
  GtkWidget *pill = gtk_label_new (ocop_standing_title (standing));

  gtk_widget_add_css_class (pill, "desk-pill");
  gtk_widget_add_css_class (pill, desk_target_style (standing));
  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  return pill;
}

/* "8 / at least 12 products"; a share bears its sign with each figure. */
static char *
dup_figures (const OcopProgress *progress)
{
  g_autofree char *actual = ocop_progress_to_people (progress, &progress->fact);
  g_autofree char *goal = ocop_progress_goal_to_people (progress);
  const char *unit = ocop_record_get_text (progress->target, "unit_name");
  /* Translators: what was reached of a target, and what is set: "8 / at least 12" */
  g_autofree char *figures = *goal != '\0' ? g_strdup_printf (_("%1$s / %2$s"), actual, goal) : g_strdup (actual);
  const char *parts[] = { figures, unit != NULL && strchr (unit, '%') == NULL ? unit : NULL };

  return ocop_text_join (" ", parts, G_N_ELEMENTS (parts));
}

static GtkWidget *
new_row (const OcopProgress *progress)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const char *name = ocop_record_get_text (progress->target, "name");
  g_autofree char *figures = dup_figures (progress);
  const char *parts[] = { name, figures, ocop_standing_title (progress->standing) };
  g_autofree char *label = ocop_text_join (", ", parts, G_N_ELEMENTS (parts));

  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), new_label (name, NULL));
  gtk_box_append (GTK_BOX (words), new_label (figures, "desk-small"));
  gtk_box_append (GTK_BOX (line), words);
  gtk_box_append (GTK_BOX (line), new_pill (progress->standing));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (ocop_record_get_id (progress->target)), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return row;
}

static void
show_summary (DeskProgressCard *self,
              const GPtrArray  *targets)
{
  guint n[OCOP_STANDING_MISSED + 1] = { 0 };
  GString *text = g_string_new (NULL);

  for (guint i = 0; targets != NULL && i < targets->len; i++)
    n[((const OcopProgress *) targets->pdata[i])->standing]++;
  for (guint i = OCOP_STANDING_MISSED; i >= OCOP_STANDING_MET; i--)
    if (n[i] > 0)
      g_string_append_printf (text, "%s%s:\u00a0%u", text->len > 0 ? " · " : "", ocop_standing_title (i), n[i]);
  gtk_label_set_label (self->summary_label, text->str);
  g_string_free (text, TRUE);
}

void
desk_progress_card_show (DeskProgressCard *self,
                         const OcopPlan   *plan)
{
  g_autoptr(GPtrArray) targets = plan != NULL ? ocop_plan_list_pressing (plan) : NULL;
  guint n = targets != NULL ? MIN (targets->len, MOST_TARGETS) : 0;
  GtkListBoxRow *row;

  g_free (self->plan);
  self->plan = plan != NULL ? g_strdup (ocop_record_get_id (plan->record)) : NULL;
  while ((row = gtk_list_box_get_row_at_index (self->list_box, 0)) != NULL)
    gtk_list_box_remove (self->list_box, GTK_WIDGET (row));
  for (guint i = 0; i < n; i++)
    gtk_list_box_append (self->list_box, new_row (targets->pdata[i]));
  show_summary (self, targets);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "targets" : plan != NULL ? "no-target" : "no-plan");
  gtk_widget_set_visible (self->open_button, plan != NULL);
}

static void
desk_progress_card_finalize (GObject *object)
{
  g_free (DESK_PROGRESS_CARD (object)->plan);
  G_OBJECT_CLASS (desk_progress_card_parent_class)->finalize (object);
}

static void
desk_progress_card_class_init (DeskProgressCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = desk_progress_card_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/ocop/Desk/ui/overview/desk-progress-card.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskProgressCard, summary_label);
  gtk_widget_class_bind_template_child (widget_class, DeskProgressCard, open_button);
  gtk_widget_class_bind_template_child (widget_class, DeskProgressCard, stack);
  gtk_widget_class_bind_template_child (widget_class, DeskProgressCard, list_box);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_open_clicked);
}

static void
desk_progress_card_init (DeskProgressCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
