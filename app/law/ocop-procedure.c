/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "law/ocop-procedure.h"

#include <glib/gi18n.h>

#define BIT(i) (1u << (i))

/* In the order of OcopDossierKind. */
static const char * const kind_names[] = { "first", "upgrade", "again", NULL };

/* In the order of OcopDossierStep. */
static const char * const step_names[] = {
  "idea",
  "commune-received",
  "commune-returned",
  "proposed",
  "province-received",
  "province-returned",
  "complete",
  "advisory",
  "council",
  "scored",
  "submitted",
  "forwarded",
  "recognised",
  "not-classed",
  "rejected",
  "withdrawn",
  NULL
};

/* In the order of OcopDocumentFrom. */
static const char * const from_names[] = { "producer", "commune", "province", NULL };

/* In the order of OcopDocumentNeed. */
static const char * const need_names[] = { "always", "by-criteria", "if-any", NULL };

static guint
find_name (const char * const *names,
           const char         *key)
{
  guint i = 0;

  while (names[i] != NULL && g_strcmp0 (names[i], key) != 0)
    i++;
  return i;
}

const char *
ocop_dossier_kind_to_key (OcopDossierKind kind)
{
  return kind_names[kind];
}

const char *
ocop_dossier_step_to_key (OcopDossierStep step)
{
  return step_names[step];
}

OcopDossierKind
ocop_dossier_kind_from_key (const char *key)
{
  return find_name (kind_names, key);
}

OcopDossierStep
ocop_dossier_step_from_key (const char *key)
{
  return find_name (step_names, key);
}

/* Reading */

static void
procedure_free (OcopProcedure *procedure)
{
  g_array_unref (procedure->steps);
  g_free (procedure);
}

static void
document_free (OcopDocument *document)
{
  g_free (document->code);
  g_free (document->title);
  g_free (document->form);
  g_free (document->except_set);
  g_free (document);
}

/* As in the rule book: few and the same everywhere, so nobody owns them. */
static const char *
read_article (OcopJsonReader *reader,
              const char     *member)
{
  g_autofree char *article = ocop_json_reader_opt_text (reader, member);

  return g_intern_string (article);
}

static OcopProcedureStep
read_step (OcopJsonReader *reader)
{
  return (OcopProcedureStep) {
    .step = ocop_json_reader_choice (reader, "step", step_names),
    .begins = ocop_json_reader_flag (reader, "begins"),
    .aside = ocop_json_reader_flag (reader, "aside"),
    .after = ocop_json_reader_choices (reader, "after", step_names),
    .article = read_article (reader, "article"),
  };
}

static guint
list_steps (const OcopProcedure *procedure)
{
  guint steps = 0;

  for (guint i = 0; i < procedure->steps->len; i++)
    steps |= BIT (g_array_index (procedure->steps, OcopProcedureStep, i).step);
  return steps;
}

/* Each step begins this way, or leads on from others of it. */
static void
check_steps (OcopJsonReader      *reader,
             const OcopProcedure *procedure)
{
  guint steps = list_steps (procedure);

  for (guint i = 0; i < procedure->steps->len; i++)
    {
      const OcopProcedureStep *step = &g_array_index (procedure->steps, OcopProcedureStep, i);
      g_autofree char *what = g_strdup_printf (_("no way leads to “%s”"), step_names[step->step]);

      if ((step->after == 0 && !step->begins) || (step->after & ~steps) != 0)
        ocop_json_reader_fail (reader, "steps", what);
    }
}

static void
read_steps (OcopJsonReader *reader,
            OcopProcedure  *procedure)
{
  guint n_steps = ocop_json_reader_enter_array (reader, "steps");

  for (guint i = 0; i < n_steps; i++)
    {
      OcopProcedureStep step;

      ocop_json_reader_enter_element (reader, i);
      step = read_step (reader);
      if ((list_steps (procedure) & BIT (step.step)) != 0)
        ocop_json_reader_fail (reader, "step", _("occurs twice"));
      g_array_append_val (procedure->steps, step);
      ocop_json_reader_leave (reader);
    }
  ocop_json_reader_leave (reader);
}

static guint
list_kinds (const GPtrArray *procedures)
{
  guint kinds = 0;

  for (guint i = 0; i < procedures->len; i++)
    kinds |= ((const OcopProcedure *) g_ptr_array_index (procedures, i))->kinds;
  return kinds;
}

static OcopProcedure *
read_procedure (OcopJsonReader  *reader,
                const GPtrArray *before)
{
  OcopProcedure *procedure = g_new0 (OcopProcedure, 1);

  procedure->steps = g_array_new (FALSE, TRUE, sizeof (OcopProcedureStep));
  procedure->kinds = ocop_json_reader_choices (reader, "kinds", kind_names);
  if (procedure->kinds == 0 || (procedure->kinds & list_kinds (before)) != 0)
    ocop_json_reader_fail (reader, "kinds", _("each kind of dossier goes one way"));
  procedure->in_rounds = ocop_json_reader_flag (reader, "rounds");
  procedure->in_window = ocop_json_reader_flag (reader, "window");
  read_steps (reader, procedure);
  check_steps (reader, procedure);
  return procedure;
}

GPtrArray *
ocop_procedures_read (OcopJsonReader *reader)
{
  GPtrArray *procedures = g_ptr_array_new_with_free_func ((GDestroyNotify) procedure_free);
  guint n_procedures;

  if (!ocop_json_reader_has (reader, "procedures"))
    return procedures;
  n_procedures = ocop_json_reader_enter_array (reader, "procedures");
  for (guint i = 0; i < n_procedures; i++)
    {
      ocop_json_reader_enter_element (reader, i);
      g_ptr_array_add (procedures, read_procedure (reader, procedures));
      ocop_json_reader_leave (reader);
    }
  ocop_json_reader_leave (reader);
  return procedures;
}

/* The kinds of dossier that need the document are those for which an article says so. */
static void
read_articles (OcopJsonReader  *reader,
               OcopDocument    *document,
               const GPtrArray *procedures)
{
  ocop_json_reader_enter (reader, "articles");
  for (guint i = 0; i < OCOP_N_DOSSIER_KINDS; i++)
    {
      const OcopProcedure *procedure = ocop_procedures_find (procedures, i);

      document->articles[i] = read_article (reader, kind_names[i]);
      if (document->articles[i] != NULL && (procedure == NULL || ocop_procedure_find_step (procedure, document->step) == NULL))
        ocop_json_reader_fail (reader, kind_names[i], _("this kind of dossier never comes to the document's step"));
    }
  ocop_json_reader_leave (reader);
}

static OcopDocument *
read_document (OcopJsonReader  *reader,
               const GPtrArray *procedures)
{
  OcopDocument *document = g_new0 (OcopDocument, 1);

  document->code = ocop_json_reader_text (reader, "document");
  document->title = ocop_json_reader_text (reader, "title");
  document->form = ocop_json_reader_opt_text (reader, "form");
  document->need = ocop_json_reader_choice (reader, "need", need_names);
  document->except_set = ocop_json_reader_opt_text (reader, "except_set");
  document->from = ocop_json_reader_choice (reader, "from", from_names);
  document->step = ocop_json_reader_choice (reader, "step", step_names);
  document->expires = ocop_json_reader_flag (reader, "expires");
  document->carried = ocop_json_reader_choices (reader, "carried", kind_names);
  read_articles (reader, document, procedures);
  return document;
}

static gboolean
is_given_twice (const GPtrArray    *documents,
                const OcopDocument *document)
{
  for (guint i = 0; i < documents->len; i++)
    {
      const OcopDocument *before = g_ptr_array_index (documents, i);

      if (g_strcmp0 (before->code, document->code) != 0)
        continue;
      for (guint kind = 0; kind < OCOP_N_DOSSIER_KINDS; kind++)
        if (before->articles[kind] != NULL && document->articles[kind] != NULL)
          return TRUE;
    }
  return FALSE;
}

GPtrArray *
ocop_documents_read (OcopJsonReader  *reader,
                     const GPtrArray *procedures)
{
  GPtrArray *documents = g_ptr_array_new_with_free_func ((GDestroyNotify) document_free);
  guint n_documents;

  if (!ocop_json_reader_has (reader, "documents"))
    return documents;
  n_documents = ocop_json_reader_enter_array (reader, "documents");
  for (guint i = 0; i < n_documents; i++)
    {
      OcopDocument *document;

      ocop_json_reader_enter_element (reader, i);
      document = read_document (reader, procedures);
      if (is_given_twice (documents, document))
        ocop_json_reader_fail (reader, "document", _("occurs twice"));
      g_ptr_array_add (documents, document);
      ocop_json_reader_leave (reader);
    }
  ocop_json_reader_leave (reader);
  return documents;
}

/* Asking */

const OcopProcedure *
ocop_procedures_find (const GPtrArray *procedures,
                      OcopDossierKind  kind)
{
  for (guint i = 0; i < procedures->len; i++)
    {
      const OcopProcedure *procedure = g_ptr_array_index (procedures, i);

      if ((procedure->kinds & BIT (kind)) != 0)
        return procedure;
    }
  return NULL;
}

const OcopProcedureStep *
ocop_procedure_find_step (const OcopProcedure *self,
                          OcopDossierStep      step)
{
  for (guint i = 0; i < self->steps->len; i++)
    {
      const OcopProcedureStep *found = &g_array_index (self->steps, OcopProcedureStep, i);

      if (found->step == step)
        return found;
    }
  return NULL;
}

static gboolean
leads_on (const OcopProcedureStep *step,
          OcopDossierStep          from)
{
  return from == OCOP_STEP_NONE ? step->begins : (step->after & BIT (from)) != 0;
}

gboolean
ocop_procedure_may_follow (const OcopProcedure *self,
                           OcopDossierStep      from,
                           OcopDossierStep      to)
{
  const OcopProcedureStep *step = ocop_procedure_find_step (self, to);

  return step != NULL && leads_on (step, from);
}

gboolean
ocop_procedure_is_end (const OcopProcedure *self,
                       OcopDossierStep      step)
{
  for (guint i = 0; i < self->steps->len; i++)
    if (leads_on (&g_array_index (self->steps, OcopProcedureStep, i), step))
      return FALSE;
  return TRUE;
}

/* Goes the shortest way, in widening circles from @from; @before gets the step from which each was reached. */
static gboolean
walk (const OcopProcedure *self,
      OcopDossierStep      from,
      OcopDossierStep      to,
      OcopDossierStep      before[OCOP_N_STEPS])
{
  OcopDossierStep queue[OCOP_N_STEPS + 1] = { from };
  guint n_queued = 1, reached = 0;

  for (guint i = 0; i < n_queued; i++)
    for (guint j = 0; j < self->steps->len; j++)
      {
        const OcopProcedureStep *step = &g_array_index (self->steps, OcopProcedureStep, j);

        if ((reached & BIT (step->step)) != 0 || !leads_on (step, queue[i]) || (step->aside && step->step != to))
          continue;
        reached |= BIT (step->step);
        before[step->step] = queue[i];
        if (step->step == to)
          return TRUE;
        queue[n_queued++] = step->step;
      }
  return FALSE;
}

gboolean
ocop_procedure_skipped (const OcopProcedure *self,
                        OcopDossierStep      from,
                        OcopDossierStep      to,
                        OcopDossierStep      skipped[OCOP_N_STEPS],
                        guint               *n_skipped)
{
  OcopDossierStep before[OCOP_N_STEPS];
  guint n = 0;

  *n_skipped = 0;
  if (!walk (self, from, to, before))
    return FALSE;
  for (OcopDossierStep step = before[to]; step != from; step = before[step])
    n++;
  *n_skipped = n;
  for (OcopDossierStep step = before[to]; step != from; step = before[step])
    skipped[--n] = step;
  return TRUE;
}

gboolean
ocop_document_is_demanded (const OcopDocument *self,
                           OcopDossierKind     kind,
                           const char         *set)
{
  return self->articles[kind] != NULL && self->need == OCOP_DOCUMENT_ALWAYS &&
         (self->except_set == NULL || g_strcmp0 (self->except_set, set) != 0);
}
