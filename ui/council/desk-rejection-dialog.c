/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "council/desk-product-dialogs.h"

#include <glib/gi18n.h>

#include "council/desk-council-dialog.h"
#include "evaluation/ocop-rejection.h"

typedef struct
{
  DeskCouncilDialog *dialog;   /* borrowed */
  DeskFieldEditor *reason;     /* borrowed */
  GPtrArray *checks;           /* GtkCheckButton, borrowed: one for each line */
  char **lines;
  char *product;
} Rejection;

static void
rejection_free (gpointer data)
{
  Rejection *self = data;

  g_ptr_array_unref (self->checks);
  g_strfreev (self->lines);
  g_free (self->product);
  g_free (self);
}

static OcopChange *
reject (OcopReader             *reader,
        const DeskCouncilTask  *task,
        GError                **error)
{
  return ocop_session_reject (reader, task->id, task->text, task->reason, error);
}

static const char *
get_line (const Rejection *self)
{
  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->checks, i)))
      return self->lines[i];
  return NULL;
}

static void
on_apply (Rejection *self)
{
  g_autofree char *reason = desk_council_dialog_dup_text (self->reason);

  if (get_line (self) == NULL)
    return;
  if (reason == NULL)
    {
      desk_council_dialog_ask_for (self->dialog, self->reason, _("Say who found it, and how."));
      return;
    }
  desk_council_dialog_run (self->dialog, &(DeskCouncilTask) { .make = reject, .id = self->product, .text = get_line (self), .reason = reason });
}

static void
on_take_back (Rejection *self)
{
  desk_council_dialog_run (self->dialog, &(DeskCouncilTask) { .make = reject, .id = self->product });
}

static void
on_toggled (Rejection *self)
{
  desk_council_dialog_set_ready (self->dialog, get_line (self) != NULL);
}

static void
add_line (Rejection               *self,
          const OcopRejectionLine *line,
          gboolean                 chosen)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *text = gtk_label_new (line->text);
  GtkWidget *effect = gtk_label_new (ocop_effect_title (line->effect));
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *name = g_strdup_printf ("%s (%s)", line->text, ocop_effect_title (line->effect));

  if (self->checks->len > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), g_ptr_array_index (self->checks, 0));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), chosen);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (on_toggled), self);
  g_object_set (text, "xalign", 0.0, "hexpand", TRUE, "wrap", TRUE, "max-width-chars", 52, NULL);
  gtk_widget_add_css_class (effect, "desk-pill");
  gtk_widget_add_css_class (effect, line->effect == OCOP_EFFECT_REJECT ? "alarm" : "warn");
  gtk_widget_set_valign (effect, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row), check);
  gtk_box_append (GTK_BOX (row), text);
  gtk_box_append (GTK_BOX (row), effect);
  gtk_box_append (desk_council_dialog_get_box (self->dialog), row);
  g_ptr_array_add (self->checks, check);
}

static void
add_lines (Rejection                *self,
           const OcopSessionProduct *product)
{
  g_autoptr(GPtrArray) lines = ocop_rejection_lines (product->scoring.criteria);
  const char *now = ocop_record_get_text (product->record, "disqualified_by");
  gboolean within = FALSE;

  self->lines = g_new0 (char *, lines->len + 1);
  for (guint i = 0; i < lines->len; i++)
    {
      const OcopRejectionLine *line = g_ptr_array_index (lines, i);

      if (i == 0 && line->criterion == NULL)
        desk_council_dialog_add_text (self->dialog, _("At the head of the sheet"), "desk-dim");
      if (!within && line->criterion != NULL)
        desk_council_dialog_add_text (self->dialog, _("Within its criteria"), "desk-dim");
      within |= line->criterion != NULL;
      self->lines[i] = g_strdup (line->text);
      add_line (self, line, g_strcmp0 (now, line->text) == 0);
    }
  if (lines->len == 0)
    desk_council_dialog_add_text (self->dialog, _("The sheet of this set has no line by which a dossier is rejected."), NULL);
}

void
desk_rejection_dialog_present (GtkWidget                *parent,
                               OcopRegister             *reg,
                               const OcopSessionProduct *product)
{
  Rejection *self = g_new0 (Rejection, 1);
  g_auto(OcopValue) reason = ocop_value_text (ocop_record_get_text (product->record, "disqualified_reason"));

  self->dialog = desk_council_dialog_new (parent, reg, _("Reject the Dossier"), _("_Reject"));
  self->checks = g_ptr_array_new ();
  self->product = g_strdup (ocop_record_get_id (product->record));
  g_object_set_data_full (G_OBJECT (self->dialog), "desk-rejection", self, rejection_free);
  desk_council_dialog_add_text (self->dialog, product->product_name, "desk-heading");
  add_lines (self, product);
  self->reason = desk_council_dialog_add_field (self->dialog, "session_product", "disqualified_reason");
  desk_field_editor_set_value (self->reason, &reason, NULL);
  if (product->scoring.disqualified)
    desk_council_dialog_add_button (self->dialog, _("_Take It Back"), G_CALLBACK (on_take_back), self);
  on_toggled (self);
  g_signal_connect_swapped (self->dialog, "apply", G_CALLBACK (on_apply), self);
  desk_council_dialog_present (self->dialog);
}
