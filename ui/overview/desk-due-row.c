/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "overview/desk-due-row.h"

#include <glib/gi18n.h>

#include "base/ocop-number.h"
#include "base/ocop-text.h"
#include "list/desk-list-spec.h"

struct _DeskDueRow
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkWidget *heading_box;
  GtkLabel *locality_label;
  GtkLabel *count_label;
  GtkWidget *due_box;
  GtkLabel *product_label;
  GtkLabel *stars_label;
  GtkLabel *producer_label;
  GtkLabel *state_label;
  GtkLabel *window_label;
};

G_DEFINE_FINAL_TYPE (DeskDueRow, desk_due_row, GTK_TYPE_BOX)

static const char * const pill_classes[] = {
  [OCOP_DUE_UPCOMING] = NULL,
  [OCOP_DUE_OPEN] = "good",
  [OCOP_DUE_CLOSING] = "alarm",
  [OCOP_DUE_OVER] = "alarm",
  [OCOP_DUE_FILED] = NULL,
  [OCOP_DUE_NO_WINDOW] = "warn",
  [OCOP_DUE_EXTENDED] = "warn",
  [OCOP_DUE_EXPIRED] = "alarm",
};

static char *
dup_stars (const char *star)
{
  GString *stars = g_string_new (NULL);

  for (guint i = 0; star != NULL && g_ascii_isdigit (*star) && i < (guint) g_ascii_digit_value (*star); i++)
    g_string_append (stars, "★");
  return g_string_free (stars, FALSE);
}

/* The days to hand in are counted back from the end. An estimated end is the latest that
 * there can be: once it is past, it is past for certain. */
static gboolean
is_unsure (const OcopDue *due)
{
  return due->estimated && due->state != OCOP_DUE_EXPIRED && due->state != OCOP_DUE_EXTENDED;
}

static char *
dup_state (const OcopDue *due,
           OcopDate       on)
{
  int days = ocop_date_days_between (on, due->day);

  if (is_unsure (due))
    return g_strdup (_("day of the decision unknown"));
  switch (due->state)
    {
    case OCOP_DUE_UPCOMING:
      return g_strdup_printf (ngettext ("opens in %d day", "opens in %d days", days), days);
    case OCOP_DUE_OPEN:
    case OCOP_DUE_CLOSING:
      return g_strdup_printf (ngettext ("%d day left to submit", "%d days left to submit", days), days);
    case OCOP_DUE_OVER:
      return g_strdup (_("past the time to submit"));
    case OCOP_DUE_NO_WINDOW:
      return g_strdup_printf (ngettext ("%d day left", "%d days left", days), days);
    default:
      return g_strdup (ocop_due_state_title (due->state));
    }
}

static char *
dup_window (const OcopDue *due)
{
  g_autofree char *from = ocop_date_to_people (due->opens);
  g_autofree char *to = ocop_date_to_people (due->closes);

  return ocop_date_is_day (due->opens) && !is_unsure (due) ? g_strdup_printf (_("dossier from %s to %s"), from, to) : NULL;
}

/* The day first: it is what must not be cut where room is short. */
static char *
dup_end (const OcopDue *due)
{
  g_autofree char *until = ocop_date_to_people_about (due->until, due->estimated);
  g_autofree char *ends = g_strdup_printf (_("ends on %s"), until);
  const char *parts[] = { ends, due->producer_name };

  return ocop_text_join (" · ", parts, G_N_ELEMENTS (parts));
}

static void
set_pill_class (GtkWidget  *pill,
                const char *name)
{
  const char * const classes[] = { "desk-pill", name, NULL };

  gtk_widget_set_css_classes (pill, (const char **) classes);
}

static char *
show_due (DeskDueRow    *self,
          const OcopDue *due,
          OcopDate       on)
{
  g_autofree char *stars = dup_stars (due->star);
  g_autofree char *state = dup_state (due, on);
  g_autofree char *window = dup_window (due);
  g_autofree char *end = dup_end (due);
  const char *lines[] = { end, due->estimated ? desk_path_explain_estimated () : NULL };
  g_autofree char *tooltip = ocop_text_join ("\n", lines, G_N_ELEMENTS (lines));
  const char *words[] = { due->product_name, end, state, window };

  gtk_label_set_label (self->product_label, due->product_name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->product_label), due->product_name);
  gtk_label_set_label (self->stars_label, stars);
  gtk_label_set_label (self->producer_label, end);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->producer_label), tooltip);
  gtk_label_set_label (self->state_label, state);
  set_pill_class (GTK_WIDGET (self->state_label), is_unsure (due) ? "quiet" : pill_classes[due->state]);
  gtk_label_set_label (self->window_label, window != NULL ? window : "");
  gtk_widget_set_visible (GTK_WIDGET (self->window_label), window != NULL);
  return ocop_text_join (", ", words, G_N_ELEMENTS (words));
}

static char *
show_heading (DeskDueRow  *self,
              DeskDueItem *item)
{
  g_autofree char *count = ocop_number_to_people (desk_due_item_get_count (item));
  const char *words[] = { desk_due_item_get_locality (item), count };

  gtk_label_set_label (self->locality_label, desk_due_item_get_locality (item));
  gtk_label_set_label (self->count_label, count);
  return ocop_text_join (": ", words, G_N_ELEMENTS (words));
}

char *
desk_due_row_show (DeskDueRow  *self,
                   DeskDueItem *item,
                   OcopDate     on)
{
  const OcopDue *due = desk_due_item_get_due (item);

  gtk_widget_set_visible (self->heading_box, due == NULL);
  gtk_widget_set_visible (self->due_box, due != NULL);
  return due != NULL ? show_due (self, due, on) : show_heading (self, item);
}

static void
desk_due_row_class_init (DeskDueRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/vn/ocop/Desk/ui/overview/desk-due-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskDueRow, heading_box);
  gtk_widget_class_bind_template_child (widget_class, DeskDueRow, locality_label);
  gtk_widget_class_bind_template_child (widget_class, DeskDueRow, count_label);
  gtk_widget_class_bind_template_child (widget_class, DeskDueRow, due_box);
  gtk_widget_class_bind_template_child (widget_class, DeskDueRow, product_label);
  gtk_widget_class_bind_template_child (widget_class, DeskDueRow, stars_label);
  gtk_widget_class_bind_template_child (widget_class, DeskDueRow, producer_label);
  gtk_widget_class_bind_template_child (widget_class, DeskDueRow, state_label);
  gtk_widget_class_bind_template_child (widget_class, DeskDueRow, window_label);
}

static void
desk_due_row_init (DeskDueRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
desk_due_row_new (void)
{
  return g_object_new (DESK_TYPE_DUE_ROW, NULL);
}
