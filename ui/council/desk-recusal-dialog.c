/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "council/desk-product-dialogs.h"

#include <glib/gi18n.h>

#include "council/desk-council-dialog.h"

typedef struct
{
  DeskCouncilDialog *dialog;   /* borrowed */
  GtkDropDown *member;         /* borrowed */
  DeskFieldEditor *kind;       /* borrowed */
  DeskFieldEditor *reason;     /* borrowed */
  GtkWidget *take_back;        /* borrowed */
  char *product;
  GPtrArray *ids;              /* of the members */
  GPtrArray *kinds;            /* of each: as it is, or as it is suggested; else NULL */
  GPtrArray *reasons;          /* of each: as it is, else NULL */
  GArray *recused;             /* gboolean */
} Recusal;

static void
recusal_free (gpointer data)
{
  Recusal *self = data;

  g_free (self->product);
  g_ptr_array_unref (self->ids);
  g_ptr_array_unref (self->kinds);
  g_ptr_array_unref (self->reasons);
  g_array_unref (self->recused);
  g_free (self);
}

static OcopChange *
recuse (OcopReader             *reader,
        const DeskCouncilTask  *task,
        GError                **error)
{
  return ocop_session_recuse (reader, task->id, task->member, task->text, task->reason, error);
}

static guint
get_member (const Recusal *self)
{
  return gtk_drop_down_get_selected (self->member);
}

static void
on_apply (Recusal *self)
{
  g_autofree char *kind = desk_council_dialog_dup_text (self->kind);
  g_autofree char *reason = desk_council_dialog_dup_text (self->reason);

  if (kind == NULL)
    {
      desk_council_dialog_ask_for (self->dialog, self->kind, _("Say of which kind it is."));
      return;
    }
  desk_council_dialog_run (self->dialog, &(DeskCouncilTask) { .make = recuse, .id = self->product, .text = kind, .reason = reason,
                                                              .member = g_ptr_array_index (self->ids, get_member (self)) });
}

static void
on_take_back (Recusal *self)
{
  desk_council_dialog_run (self->dialog, &(DeskCouncilTask) { .make = recuse, .id = self->product,
                                                              .member = g_ptr_array_index (self->ids, get_member (self)) });
}

static void
on_member_chosen (Recusal *self)
{
  guint member = MIN (get_member (self), self->ids->len - 1);
  g_auto(OcopValue) kind = ocop_value_text (g_ptr_array_index (self->kinds, member));
  g_auto(OcopValue) reason = ocop_value_text (g_ptr_array_index (self->reasons, member));

  desk_field_editor_set_value (self->kind, &kind, NULL);
  desk_field_editor_set_value (self->reason, &reason, NULL);
  gtk_widget_set_sensitive (self->take_back, g_array_index (self->recused, gboolean, member));
}

/* Takes note of the member at @place; returns what stands in the list. */
static char *
add_member (Recusal                  *self,
            const OcopSession        *session,
            const OcopSessionProduct *product,
            guint                     place)
{
  const OcopSessionMember *member = ocop_session_get_member (session, place);
  const OcopSessionSheet *sheet = &product->sheets[place];
  gboolean recused = sheet->recusal != NULL;
  const char *kind = recused ? ocop_record_get_text (sheet->recusal, "kind") : sheet->suggestion;

  g_ptr_array_add (self->ids, g_strdup (member->id));
  g_ptr_array_add (self->kinds, g_strdup (kind));
  g_ptr_array_add (self->reasons, recused ? g_strdup (ocop_record_get_text (sheet->recusal, "reason")) : NULL);
  g_array_append_val (self->recused, recused);
  if (recused)
    return g_strdup_printf (_("%s – takes no part"), member->name);
  if (sheet->suggestion != NULL)
    return g_strdup_printf (_("%s – suggested: name or body is that of the producer"), member->name);
  return g_strdup (member->name);
}

/* Who is suggested comes first, else the first of the list. */
static guint
find_first (const Recusal            *self,
            const OcopSession        *session,
            const OcopSessionProduct *product)
{
  for (guint i = 0; i < session->members->len; i++)
    if (product->sheets[i].recusal == NULL && product->sheets[i].suggestion != NULL)
      return i;
  return 0;
}

static void
build (Recusal                  *self,
       const OcopSession        *session,
       const OcopSessionProduct *product)
{
  g_autoptr(GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < session->members->len; i++)
    g_ptr_array_add (titles, add_member (self, session, product, i));
  g_ptr_array_add (titles, NULL);
  desk_council_dialog_add_text (self->dialog, product->product_name, "desk-heading");
  desk_council_dialog_add_text (self->dialog, product->producer_name, "desk-subtitle");
  self->member = desk_council_dialog_add_choice (self->dialog, _("Member"), (const char * const *) titles->pdata);
  self->kind = desk_council_dialog_add_field (self->dialog, "recusal", "kind");
  self->reason = desk_council_dialog_add_field (self->dialog, "recusal", "reason");
  self->take_back = desk_council_dialog_add_button (self->dialog, _("_Take It Back"), G_CALLBACK (on_take_back), self);
  gtk_drop_down_set_selected (self->member, find_first (self, session, product));
  g_signal_connect_swapped (self->member, "notify::selected", G_CALLBACK (on_member_chosen), self);
}

void
desk_recusal_dialog_present (GtkWidget                *parent,
                             OcopRegister             *reg,
                             const OcopSession        *session,
                             const OcopSessionProduct *product)
{
  Recusal *self;

  if (session->members->len == 0)
    return;
  self = g_new0 (Recusal, 1);
  self->dialog = desk_council_dialog_new (parent, reg, _("Takes No Part in Scoring"), _("_Note"));
  self->product = g_strdup (ocop_record_get_id (product->record));
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->kinds = g_ptr_array_new_with_free_func (g_free);
  self->reasons = g_ptr_array_new_with_free_func (g_free);
  self->recused = g_array_new (FALSE, FALSE, sizeof (gboolean));
  g_object_set_data_full (G_OBJECT (self->dialog), "desk-recusal", self, recusal_free);
  build (self, session, product);
  on_member_chosen (self);
  g_signal_connect_swapped (self->dialog, "apply", G_CALLBACK (on_apply), self);
  desk_council_dialog_present (self->dialog);
}
