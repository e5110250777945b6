/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/desk-step-outlook.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"

void
desk_step_outlook_free (DeskStepOutlook *outlook)
{
  g_free (outlook->name);
  g_array_unref (outlook->steps);
  g_ptr_array_unref (outlook->lacks);
  g_ptr_array_unref (outlook->left_out);
  g_free (outlook);
}

static void
question_free (DeskStepQuestion *question)
{
  g_strfreev (question->dossiers);
  g_strfreev (question->products);
  g_free (question->product);
  g_free (question);
}

static OcopDossier *
read_dossier (OcopReader              *reader,
              const DeskStepQuestion  *question,
              GError                 **error)
{
  const OcopLaw *law = ocop_law_get_default ();

  if (question->dossiers != NULL)
    return ocop_dossier_load (reader, question->dossiers[0], question->on, error);
  if (question->products != NULL)
    return ocop_dossier_draft_suggested (reader, law, question->products[0], question->on, error);
  if (question->kind == OCOP_N_DOSSIER_KINDS)
    return ocop_dossier_draft_suggested (reader, law, question->product, question->on, error);
  return ocop_dossier_draft (reader, law, question->product, question->kind, question->on, error);
}

static void
append_steps (DeskStepOutlook     *outlook,
              const OcopProcedure *procedure,
              OcopDossierStep      from,
              gboolean             next)
{
  for (guint i = 0; i < procedure->steps->len; i++)
    {
      OcopDossierStep step = g_array_index (procedure->steps, OcopProcedureStep, i).step;

      if (step != from && ocop_procedure_may_follow (procedure, from, step) == next)
        g_array_append_val (outlook->steps, step);
    }
}

/* The decisions before that of 2026 are shipped without their course. What was registered under them is still told, so
   that any step that has no act of its own may be the one. */
static void
append_any_step (DeskStepOutlook *outlook,
                 OcopDossierStep  from)
{
  for (OcopDossierStep step = OCOP_STEP_IDEA; step < OCOP_N_STEPS; step++)
    if (step != from && !ocop_dossier_step_has_act (step))
      g_array_append_val (outlook->steps, step);
  outlook->n_next = outlook->steps->len;
  if (outlook->step == OCOP_STEP_NONE)
    outlook->step = g_array_index (outlook->steps, OcopDossierStep, 0);
}

/* Of what may come next, the first that the law has in its course, not to the side of it. */
static OcopDossierStep
find_in_course (const DeskStepOutlook *outlook,
                const OcopProcedure   *procedure,
                gboolean               by_hand)
{
  for (guint i = 0; i < outlook->n_next; i++)
    {
      OcopDossierStep step = g_array_index (outlook->steps, OcopDossierStep, i);

      if (!ocop_procedure_find_step (procedure, step)->aside && !(by_hand && ocop_dossier_step_has_act (step)))
        return step;
    }
  return OCOP_STEP_NONE;
}

/* What is done by hand comes first. Else it is the step that has an act of its own, which is then named, before any to
   the side: nobody has a dossier rejected by only agreeing. */
static OcopDossierStep
choose_step (const DeskStepOutlook *outlook,
             const OcopProcedure   *procedure)
{
  OcopDossierStep step = find_in_course (outlook, procedure, TRUE);

  if (step == OCOP_STEP_NONE)
    step = find_in_course (outlook, procedure, FALSE);
  if (step == OCOP_STEP_NONE && outlook->steps->len > 0)
    step = g_array_index (outlook->steps, OcopDossierStep, 0);
  return step;
}

static void
look (DeskStepOutlook        *outlook,
      const OcopDossier      *dossier,
      const DeskStepQuestion *question)
{
  const OcopRuleBook *book = ocop_law_book_on (ocop_law_get_default (), question->on);
  const OcopProcedure *procedure = ocop_procedures_find (book->procedures, ocop_dossier_get_kind (dossier));
  OcopDossierStep from = ocop_dossier_get_step (dossier);

  outlook->name = g_strdup (ocop_record_get_text (dossier->record, "name"));
  outlook->kind = ocop_dossier_get_kind (dossier);
  outlook->step = question->step;
  if (procedure != NULL)
    {
      append_steps (outlook, procedure, from, TRUE);
      outlook->n_next = outlook->steps->len;
      append_steps (outlook, procedure, from, FALSE);
      if (outlook->step == OCOP_STEP_NONE || ocop_procedure_find_step (procedure, outlook->step) == NULL)
        outlook->step = choose_step (outlook, procedure);
    }
  else
    append_any_step (outlook, from);
  outlook->lacks = outlook->step != OCOP_STEP_NONE
                     ? ocop_dossier_lacks_by_hand (dossier, ocop_law_get_default (), outlook->step, question->on) : g_ptr_array_new ();
}

static gboolean
is_known (const GPtrArray *lacks,
          const OcopLack  *lack)
{
  for (guint i = 0; i < lacks->len; i++)
    if (g_str_equal (((const OcopLack *) lacks->pdata[i])->text, lack->text))
      return TRUE;
  return FALSE;
}

/* What @dossier lacks too and those before it did not. */
static void
add_lacks (DeskStepOutlook   *outlook,
           const OcopDossier *dossier,
           OcopDate           on)
{
  g_autoptr(GPtrArray) lacks = ocop_dossier_lacks_by_hand (dossier, ocop_law_get_default (), outlook->step, on);

  while (lacks->len > 0)
    {
      if (is_known (outlook->lacks, lacks->pdata[0]))
        g_ptr_array_remove_index (lacks, 0);
      else
        g_ptr_array_add (outlook->lacks, g_ptr_array_steal_index (lacks, 0));
    }
}

static gboolean
look_at_others (DeskStepOutlook         *outlook,
                const OcopDossier       *first,
                OcopReader              *reader,
                const DeskStepQuestion  *question,
                GError                 **error)
{
  for (guint i = 1; question->dossiers[i] != NULL; i++)
    {
      g_autoptr(OcopDossier) dossier = ocop_dossier_load (reader, question->dossiers[i], question->on, error);

      if (dossier == NULL)
        return FALSE;
      if (ocop_dossier_get_step (dossier) != ocop_dossier_get_step (first) || ocop_dossier_get_kind (dossier) != outlook->kind)
        {
          ocop_refuse (error, "%s", _("The chosen dossiers differ in kind or step. Choose those of one kind that stand at one step."));
          return FALSE;
        }
      if (outlook->step != OCOP_STEP_NONE)
        add_lacks (outlook, dossier, question->on);
    }
  return TRUE;
}

/* Of several products each has its own dossier, and what stands against one keeps none of the others from it. */
static gboolean
look_at_products (DeskStepOutlook         *outlook,
                  OcopReader              *reader,
                  const DeskStepQuestion  *question,
                  GError                 **error)
{
  const OcopLaw *law = ocop_law_get_default ();

  g_ptr_array_set_size (outlook->lacks, 0);
  for (guint i = 0; question->products[i] != NULL; i++)
    {
      g_autoptr(OcopDossier) dossier = ocop_dossier_draft_suggested (reader, law, question->products[i], question->on, error);
      char *why = dossier != NULL ? ocop_dossier_say_left_out (reader, dossier, law, outlook->step, question->on) : NULL;

      if (dossier == NULL)
        return FALSE;
      if (why != NULL)
        g_ptr_array_add (outlook->left_out, why);
    }
  return TRUE;
}

static gpointer
read_outlook (OcopReader    *reader,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  const DeskStepQuestion *question = data;
  g_autoptr(OcopDossier) dossier = read_dossier (reader, question, error);
  g_autoptr(DeskStepOutlook) outlook = NULL;

  if (dossier == NULL)
    return NULL;
  outlook = g_new0 (DeskStepOutlook, 1);
  outlook->steps = g_array_new (FALSE, FALSE, sizeof (OcopDossierStep));
  outlook->left_out = g_ptr_array_new_with_free_func (g_free);
  look (outlook, dossier, question);
  if (question->dossiers != NULL && !look_at_others (outlook, dossier, reader, question, error))
    return NULL;
  if (question->products != NULL && !look_at_products (outlook, reader, question, error))
    return NULL;
  return g_steal_pointer (&outlook);
}

void
desk_step_outlook_read_async (OcopRegister           *reg,
                              const DeskStepQuestion *question,
                              GCancellable           *cancellable,
                              GAsyncReadyCallback     callback,
                              gpointer                user_data)
{
  DeskStepQuestion *copy = g_memdup2 (question, sizeof *question);

  copy->dossiers = g_strdupv (question->dossiers);
  copy->products = g_strdupv (question->products);
  copy->product = g_strdup (question->product);
  ocop_register_read_async (reg, OCOP_LANE_WINDOW, read_outlook, copy, (GDestroyNotify) question_free,
                            (GDestroyNotify) desk_step_outlook_free, cancellable, callback, user_data);
}

DeskStepOutlook *
desk_step_outlook_read_finish (OcopRegister  *reg,
                               GAsyncResult  *result,
                               GError       **error)
{
  return ocop_register_read_finish (reg, result, error);
}
