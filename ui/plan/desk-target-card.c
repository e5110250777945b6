/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/desk-target-card.h"

#include <glib/gi18n.h>

#include "base/ocop-number.h"
#include "plan/desk-target-style.h"

/* Of the localities so many are named. */
#define MOST_LINES 12

static GtkWidget *
add_label (GtkBox     *box,
           const char *text,
           const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  g_object_set (label, "xalign", 0.0, "wrap", TRUE, "max-width-chars", 30, "selectable", TRUE, "can-focus", FALSE, NULL);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (box, label);
  return label;
}

static void
add_pair (GtkBox     *box,
          const char *title,
          const char *value)
{
  GtkWidget *row = gtk_grid_new ();
  GtkWidget *name = gtk_label_new (title);
  GtkWidget *text = gtk_label_new (value);

  g_object_set (row, "column-spacing", 10, NULL);
  g_object_set (name, "xalign", 0.0, "width-chars", 18, "wrap", TRUE, "max-width-chars", 18, NULL);
  g_object_set (text, "xalign", 0.0, "hexpand", TRUE, "wrap", TRUE, "max-width-chars", 16, NULL);
  gtk_widget_add_css_class (name, "desk-dim");
  gtk_grid_attach (GTK_GRID (row), name, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (row), text, 1, 0, 1, 1);
  gtk_box_append (box, row);
}

static void
add_button (GtkBox     *box,
            const char *label,
            const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_box_append (box, button);
}

static void
add_standing (GtkBox             *box,
              const OcopProgress *progress)
{
  GtkWidget *pill;

  if (progress->standing == OCOP_STANDING_NONE)
    return;
  pill = add_label (box, ocop_standing_title (progress->standing), "desk-pill");
  gtk_widget_add_css_class (pill, desk_target_style (progress->standing));
  gtk_widget_set_halign (pill, GTK_ALIGN_START);
}

static void
add_figures (GtkBox             *box,
             const OcopProgress *progress,
             OcopDate            on)
{
  g_autofree char *set = ocop_progress_goal_to_people (progress);
  g_autofree char *actual = ocop_progress_to_people (progress, &progress->fact);
  g_autofree char *before = progress->before_read ? ocop_progress_to_people (progress, &progress->before) : g_strdup ("…");
  g_autofree char *forecast = ocop_quantity_to_people (progress->fact.forecast);
  g_autofree char *period = ocop_period_to_document (progress->period, on);
  const char *unit = ocop_record_get_text (progress->target, "unit_name");
  const char *body = ocop_record_get_text (progress->target, "body");

  if (*set != '\0')
    add_pair (box, _("Number set"), set);
  if (unit != NULL)
    add_pair (box, _("Unit"), unit);
  add_pair (box, _("Actual"), actual);
  if (progress->fact.foreseen && progress->by_hand == NULL)
    add_pair (box, _("Foreseen by the end"), forecast);
  add_pair (box, _("Year before"), before);
  if (body != NULL)
    add_pair (box, _("Body in charge"), body);
  add_label (box, period, "desk-subtitle");
}

/* Which localities fall short, and by what. */
static void
add_localities (GtkBox             *box,
                const OcopProgress *progress)
{
  const GPtrArray *lines = progress->count->lines;
  g_autofree char *head = NULL;
  guint n = 0;

  for (guint i = 0; i < lines->len; i++)
    n += ocop_progress_falls_short (progress, lines->pdata[i]);
  head = g_strdup_printf (_("%u of %u localities fall short"), n, lines->len);
  add_label (box, head, "desk-heading");
  for (guint i = 0, shown = 0; i < lines->len && shown < MOST_LINES; i++)
    {
      const OcopCountLine *line = lines->pdata[i];
      g_autofree char *number = ocop_date_is_known (line->day) ? ocop_date_to_people (line->day) : ocop_number_to_people (line->number);

      if (!ocop_progress_falls_short (progress, line))
        continue;
      add_pair (box, line->label, number);
      shown++;
    }
  if (n > MOST_LINES)
    add_label (box, "…", "desk-dim");
}

static void
add_counting (GtkBox             *box,
              const OcopProgress *progress)
{
  g_autofree char *counted = ocop_progress_say_counted (progress);

  add_label (box, _("How it was counted"), "desk-heading");
  add_label (box, counted, NULL);
  if (progress->count == NULL || progress->by_hand != NULL)
    return;
  if (ocop_indicator_has (progress->indicator, OCOP_INDICATOR_WHOLE) && progress->indicator->aim != OCOP_AIM_DAY)
    {
      g_autofree char *part = ocop_number_to_people (progress->count->part);
      g_autofree char *whole = ocop_number_to_people (progress->count->whole);

      add_pair (box, _("Numerator"), part);
      add_pair (box, _("Denominator"), whole);
      add_button (box, _("_Records of the denominator"), "plan.show-whole");
    }
  add_button (box, _("_Records that are counted"), "plan.show-part");
}

void
desk_target_card_show (GtkBox             *box,
                       const OcopProgress *progress,
                       OcopDate            on)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  if (progress == NULL)
    return;
  add_label (box, ocop_record_get_text (progress->target, "name"), "desk-title");
  add_standing (box, progress);
  add_figures (box, progress, on);
  if (ocop_progress_sets_each (progress))
    add_localities (box, progress);
  add_counting (box, progress);
  add_button (box, _("_Edit the target…"), "plan.edit-target");
  add_button (box, _("Enter a _figure by hand…"), "plan.enter-figure");
}
