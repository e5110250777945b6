/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "decision/desk-decision-steps.h"

#include <glib/gi18n.h>

#include "base/ocop-text.h"

typedef struct
{
  GtkWidget *box;
  GtkLabel *number;
  GtkLabel *title;
  GtkLabel *fact;
} Step;

struct _DeskDecisionSteps
{
  GtkWidget parent_instance;

  Step steps[OCOP_N_DECISION_STATES];
};

G_DEFINE_FINAL_TYPE (DeskDecisionSteps, desk_decision_steps, GTK_TYPE_WIDGET)

/* What is known of the step: the session, the day, number and day. */
static char *
dup_fact (const OcopDecision *decision,
          guint               step)
{
  const OcopRecord *record = decision->record;
  g_autofree char *submitted = ocop_date_to_people (ocop_record_get_date (record, "submitted_on"));
  g_autofree char *decided = ocop_date_to_people (ocop_record_get_date (record, "decided_on"));

  switch (step)
    {
    case OCOP_DECISION_DRAFT:
      return g_strdup (decision->session != NULL ? ocop_record_get_text (decision->session, "name") : "");
    case OCOP_DECISION_SUBMITTED:
      return g_steal_pointer (&submitted);
    default:
      return ocop_text_join (" · ", (const char *[]) { ocop_record_get_text (record, "number"), decided }, 2);
    }
}

static void
set_style (GtkWidget  *widget,
           const char *style,
           gboolean    on)
{
  if (on)
    gtk_widget_add_css_class (widget, style);
  else
    gtk_widget_remove_css_class (widget, style);
}

void
desk_decision_steps_show (DeskDecisionSteps  *self,
                          const OcopDecision *decision)
{
  guint at = ocop_decision_get_state (decision);
  const OcopField *field = ocop_kind_find_field (ocop_kind_find ("decision"), "state");

  for (guint i = 0; i < OCOP_N_DECISION_STATES; i++)
    {
      g_autofree char *fact = dup_fact (decision, i);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      gboolean done = i < at || at == OCOP_DECISION_ISSUED;
      const char *title = ocop_field_choice_title (field, ocop_decision_state_to_key (i));
      /* Translators: a step, and whether it is done, the present one, or still to come */
      g_autofree char *spoken = g_strdup_printf ("%s: %s", title, done ? _("done") : i == at ? _("present step") : _("to come"));

      gtk_label_set_label (self->steps[i].number, done ? "✓" : number);
      gtk_label_set_label (self->steps[i].title, title);
      gtk_label_set_label (self->steps[i].fact, fact);
      gtk_widget_set_visible (GTK_WIDGET (self->steps[i].fact), *fact != '\0');
      set_style (self->steps[i].box, "done", done);
      set_style (self->steps[i].box, "present", i == at && !done);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->steps[i].title), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
    }
}

static GtkLabel *
add_label (GtkWidget  *box,
           const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  g_object_set (label, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
build_step (DeskDecisionSteps *self,
            Step              *step)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  step->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  gtk_widget_add_css_class (step->box, "desk-step");
  gtk_widget_set_hexpand (step->box, TRUE);
  step->number = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (step->number), "desk-step-number");
  gtk_widget_set_valign (GTK_WIDGET (step->number), GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (step->box), GTK_WIDGET (step->number));
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  step->title = add_label (words, "desk-step-title");
  step->fact = add_label (words, "desk-subtitle");
  gtk_box_append (GTK_BOX (step->box), words);
  gtk_widget_set_parent (step->box, GTK_WIDGET (self));
}

static void
desk_decision_steps_dispose (GObject *object)
{
  DeskDecisionSteps *self = DESK_DECISION_STEPS (object);

  for (guint i = 0; i < OCOP_N_DECISION_STATES; i++)
    g_clear_pointer (&self->steps[i].box, gtk_widget_unparent);
  G_OBJECT_CLASS (desk_decision_steps_parent_class)->dispose (object);
}

static void
desk_decision_steps_class_init (DeskDecisionStepsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_decision_steps_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "decisionsteps");
}

static void
desk_decision_steps_init (DeskDecisionSteps *self)
{
  gtk_box_layout_set_homogeneous (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), TRUE);
  for (guint i = 0; i < OCOP_N_DECISION_STATES; i++)
    build_step (self, &self->steps[i]);
}
