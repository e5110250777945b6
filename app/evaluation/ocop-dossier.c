/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evaluation/ocop-dossier.h"

#include <glib/gi18n.h>

OcopDossier *
ocop_dossier_new (void)
{
  OcopDossier *self = g_new0 (OcopDossier, 1);

  self->documents = g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_record_free);
  return self;
}

void
ocop_dossier_free (OcopDossier *self)
{
  g_clear_pointer (&self->record, ocop_record_free);
  g_ptr_array_unref (self->documents);
  g_free (self->open_elsewhere);
  g_free (self);
}

OcopDossierStep
ocop_dossier_get_step (const OcopDossier *self)
{
  return ocop_dossier_step_from_key (ocop_record_get_text (self->record, "step"));
}

OcopDossierKind
ocop_dossier_get_kind (const OcopDossier *self)
{
  return ocop_dossier_kind_from_key (ocop_record_get_text (self->record, "kind"));
}

static void
lack_free (OcopLack *lack)
{
  g_free (lack->text);
  g_free (lack->document);
  g_free (lack->demand);
  g_free (lack);
}

static GPtrArray *
lacks_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) lack_free);
}

/* Takes @text. */
static void
add (GPtrArray    *lacks,
     OcopLackKind  kind,
     char         *text)
{
  OcopLack *lack = g_new0 (OcopLack, 1);

  lack->kind = kind;
  lack->text = text;
  g_ptr_array_add (lacks, lack);
}

static const char *
step_title (OcopDossierStep step)
{
  const OcopField *field = ocop_kind_find_field (ocop_kind_find ("dossier"), "step");

  return step == OCOP_STEP_NONE ? _("not begun") : ocop_field_choice_title (field, ocop_dossier_step_to_key (step));
}

/* The steps between */

static void
add_skipped (GPtrArray           *lacks,
             const OcopProcedure *procedure,
             OcopDossierStep      step)
{
  const char *article = ocop_procedure_find_step (procedure, step)->article;

  if (article == NULL)
    add (lacks, OCOP_LACK_STEP, g_strdup_printf (_("the step “%s” is passed over"), step_title (step)));
  else
    add (lacks, OCOP_LACK_STEP, g_strdup_printf (_("the step “%s” is passed over (%s)"), step_title (step), article));
}

/* Documents */

static const OcopRecord *
find_record (const OcopDossier *self,
             const char        *code)
{
  for (guint i = 0; i < self->documents->len; i++)
    {
      const OcopRecord *record = g_ptr_array_index (self->documents, i);

      if (g_strcmp0 (ocop_record_get_text (record, "document"), code) == 0)
        return record;
    }
  return NULL;
}

/* "Báo cáo tự đánh giá về sản phẩm (Mẫu số 02, Điều 6.1.a)" */
static char *
name_document (const OcopDocument *document,
               OcopDossierKind     kind)
{
  if (document->form == NULL)
    return g_strdup_printf ("%s (%s)", document->title, document->articles[kind]);
  return g_strdup_printf ("%s (%s, %s)", document->title, document->form, document->articles[kind]);
}

/* Takes @text and @demand. */
static void
add_document (GPtrArray  *lacks,
              const char *name,
              char       *text,
              char       *demand)
{
  OcopLack *lack;

  add (lacks, OCOP_LACK_DOCUMENT, text);
  lack = g_ptr_array_index (lacks, lacks->len - 1);
  lack->document = g_strdup (name);
  lack->demand = demand;
}

static void
add_expired (GPtrArray  *lacks,
             const char *name,
             OcopDate    expires)
{
  g_autofree char *day = ocop_date_to_people (expires);

  add_document (lacks, name, g_strdup_printf (_("expired on %s: %s"), day, name),
                g_strdup_printf (_("One that holds: this one expired on %s"), day));
}

/* What is wrong with it on @on, when anything is. */
static void
add_fault (GPtrArray          *lacks,
           const OcopDossier  *self,
           const OcopDocument *document,
           OcopDate            on)
{
  OcopDossierKind kind = ocop_dossier_get_kind (self);
  const OcopRecord *record = find_record (self, document->code);
  const char *state = record != NULL ? ocop_record_get_text (record, "state") : "missing";
  OcopDate expires = record != NULL ? ocop_record_get_date (record, "expires_on") : OCOP_DATE_UNKNOWN;
  g_autofree char *name = name_document (document, kind);

  if (g_strcmp0 (state, "not-needed") == 0)
    return;
  if (g_strcmp0 (state, "missing") == 0)
    {
      if (ocop_document_is_demanded (document, kind, ocop_record_get_text (self->record, "criteria_set")))
        add_document (lacks, name, g_strdup_printf (_("missing: %s"), name), g_strdup (_("To be handed in")));
    }
  else if (g_strcmp0 (state, "renew") == 0)
    add_document (lacks, name, g_strdup_printf (_("to be renewed: %s"), name), g_strdup (_("A new one: that of the last dossier no longer holds")));
  else if (ocop_date_is_day (expires) && ocop_date_compare (expires, on) < 0)
    add_expired (lacks, name, expires);
}

/* Those that have to be there by @step. */
static void
add_documents (GPtrArray          *lacks,
               const OcopDossier  *self,
               const OcopRuleBook *book,
               OcopDossierStep     step,
               OcopDate            on)
{
  for (guint i = 0; i < book->documents->len; i++)
    {
      const OcopDocument *document = g_ptr_array_index (book->documents, i);

      if (document->step != step || document->articles[ocop_dossier_get_kind (self)] == NULL)
        continue;
      add_fault (lacks, self, document, on);
    }
}

GPtrArray *
ocop_dossier_missing_documents (const OcopDossier *self,
                                const OcopLaw     *law,
                                OcopDate           on)
{
  const OcopRuleBook *book = ocop_law_book_on (law, on);
  gboolean at_commune = ocop_dossier_get_step (self) < OCOP_STEP_PROPOSED;
  GPtrArray *lacks = lacks_new ();

  for (guint i = 0; i < book->documents->len; i++)
    {
      const OcopDocument *document = g_ptr_array_index (book->documents, i);

      if (document->articles[ocop_dossier_get_kind (self)] == NULL || document->from == OCOP_DOCUMENT_FROM_PROVINCE ||
          (at_commune && document->from == OCOP_DOCUMENT_FROM_COMMUNE))
        continue;
      add_fault (lacks, self, document, on);
    }
  return lacks;
}

/* Days */

/* Article 12.3: whose certificate ends in those months could not meet the window. */
static gboolean
is_excused (const OcopRuleBook *book,
            OcopDate            until)
{
  return ocop_date_is_day (book->extension_from) && ocop_date_compare (until, book->extension_from) >= 0 &&
         ocop_date_compare (until, book->extension_until) <= 0;
}

static void
add_window (GPtrArray         *lacks,
            const OcopDossier *self,
            const OcopLaw     *law,
            OcopDate           on)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  OcopDate opens, closes;

  ocop_law_reevaluation_window (law, self->valid_until, &opens, &closes);
  if (!ocop_date_is_day (opens) || is_excused (ocop_law_book_on (law, on), self->valid_until) ||
      (ocop_date_compare (opens, on) <= 0 && ocop_date_compare (on, closes) <= 0))
    return;
  first = ocop_date_to_people (opens);
  last = ocop_date_to_people (closes);
  add (lacks, OCOP_LACK_WINDOW, g_strdup_printf (_("a dossier for re-evaluation is handed in from %s to %s (%s)"), first, last,
                                                 ocop_law_book_on (law, self->valid_until)->window_article));
}

static OcopDate
closing_day (const OcopRound *held,
             int              year)
{
  return ocop_date_new (year, held->proposed_before.month, held->proposed_before.day);
}

static void
add_round (GPtrArray          *lacks,
           const OcopDossier  *self,
           const OcopRuleBook *book,
           OcopDate            on)
{
  int year = (int) ocop_record_get_integer (self->record, "round_year", 0);
  gint64 number = ocop_record_get_integer (self->record, "round_number", 0);

  for (guint i = 0; i < book->rounds->len && year > 0; i++)
    {
      const OcopRound *held = &g_array_index (book->rounds, OcopRound, i);
      g_autofree char *day = NULL;

      if (held->level != OCOP_LEVEL_PROVINCE || held->number != number || ocop_date_compare (on, closing_day (held, year)) < 0)
        continue;
      day = ocop_date_to_people (closing_day (held, year));
      add (lacks, OCOP_LACK_ROUND, g_strdup_printf (_("round %u of %d takes dossiers proposed before %s (%s)"),
                                                    held->number, year, day, held->article));
    }
}

static void
add_order_of_days (GPtrArray         *lacks,
                   const OcopDossier *self,
                   OcopDate           on)
{
  OcopDate before = ocop_record_get_date (self->record, "step_on");
  g_autofree char *day = ocop_date_to_people (before);

  if (ocop_date_is_day (before) && ocop_date_compare (on, before) < 0)
    add (lacks, OCOP_LACK_DAY, g_strdup_printf (_("the day is earlier than that of the step before (%s)"), day));
}

/* Who holds a certificate asks for an upgrade or to be judged again (articles 7.5 and 7.6). */
static void
add_certificate (GPtrArray *lacks,
                 OcopDate   valid_until)
{
  g_autofree char *day = ocop_date_to_people (valid_until);

  if (ocop_date_is_known (valid_until))
    add (lacks, OCOP_LACK_CERTIFICATE, g_strdup_printf (_("the product's certificate is in force until %s: upgrade it, or have it judged again (articles 7.5 and 7.6)"), day));
}

/* What is asked when a dossier is handed in: at its first step, or when an idea becomes one. */
static void
add_beginning (GPtrArray           *lacks,
               const OcopDossier   *self,
               const OcopLaw       *law,
               const OcopProcedure *procedure,
               OcopDate             on)
{
  if (self->open_elsewhere != NULL)
    add (lacks, OCOP_LACK_OTHER_DOSSIER, g_strdup_printf (_("the product has another dossier under way: “%s”"), self->open_elsewhere));
  if (ocop_dossier_get_kind (self) == OCOP_DOSSIER_FIRST)
    add_certificate (lacks, self->valid_until);
  else if (!ocop_date_is_known (self->valid_until))
    add (lacks, OCOP_LACK_CERTIFICATE, g_strdup (_("the product has no certificate in force")));
  else if (procedure->in_window)
    add_window (lacks, self, law, on);
}

GPtrArray *
ocop_dossier_lacks (const OcopDossier *self,
                    const OcopLaw     *law,
                    OcopDossierStep    to,
                    OcopDate           on)
{
  const OcopRuleBook *book = ocop_law_book_on (law, on);
  const OcopProcedure *procedure = ocop_procedures_find (book->procedures, ocop_dossier_get_kind (self));
  OcopDossierStep from = ocop_dossier_get_step (self), skipped[OCOP_N_STEPS];
  GPtrArray *lacks = lacks_new ();
  guint n_skipped;

  add_order_of_days (lacks, self, on);
  if (procedure == NULL)
    return lacks;
  if (!ocop_procedure_skipped (procedure, from, to, skipped, &n_skipped))
    {
      add (lacks, OCOP_LACK_WAY, g_strdup_printf (_("no step leads from “%s” to “%s”"), step_title (from), step_title (to)));
      return lacks;
    }
  skipped[n_skipped++] = to;
  for (guint i = 0; i < n_skipped; i++)
    {
      if (skipped[i] != to)
        add_skipped (lacks, procedure, skipped[i]);
      if (skipped[i] == OCOP_STEP_COMMUNE_RECEIVED && from != OCOP_STEP_COMMUNE_RETURNED)
        add_beginning (lacks, self, law, procedure, on);
      if (skipped[i] == OCOP_STEP_PROPOSED && procedure->in_rounds)
        add_round (lacks, self, book, on);
      add_documents (lacks, self, book, skipped[i], on);
    }
  return lacks;
}

/* What brings a step about; %NULL where whoever has the dossier in hand does. */
static const char *
find_act (OcopDossierStep step)
{
  switch (step)
    {
    case OCOP_STEP_SCORED:
      return N_("the closing of the council's session");
    case OCOP_STEP_SUBMITTED:
      return N_("the submission of the draft decision");
    case OCOP_STEP_FORWARDED:
    case OCOP_STEP_RECOGNISED:
    case OCOP_STEP_NOT_CLASSED:
      return N_("the issue of the decision");
    default:
      return NULL;
    }
}

gboolean
ocop_dossier_step_has_act (OcopDossierStep step)
{
  return find_act (step) != NULL;
}

GPtrArray *
ocop_dossier_lacks_by_hand (const OcopDossier *self,
                            const OcopLaw     *law,
                            OcopDossierStep    to,
                            OcopDate           on)
{
  GPtrArray *lacks = ocop_dossier_lacks (self, law, to, on);

  if (ocop_dossier_step_has_act (to))
    /* Translators: a step of a dossier, and what brings it about */
    add (lacks, OCOP_LACK_ACT, g_strdup_printf (_("“%s” comes with %s"), step_title (to), _(find_act (to))));
  return lacks;
}

char *
ocop_lacks_to_text (const GPtrArray *lacks)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lacks->len; i++)
    {
      const OcopLack *lack = g_ptr_array_index (lacks, i);

      g_string_append_printf (text, "%u. %s%s", i + 1, lack->text, i + 1 < lacks->len ? ";\n" : ".");
    }
  return g_string_free (text, FALSE);
}

OcopDossierKind
ocop_dossier_suggest_kind (const OcopLaw *law,
                           OcopDate       valid_until,
                           OcopDate       on)
{
  OcopDate opens, closes;

  if (!ocop_date_is_known (valid_until))
    return OCOP_DOSSIER_FIRST;
  ocop_law_reevaluation_window (law, valid_until, &opens, &closes);
  if (ocop_date_is_day (opens) && ocop_date_compare (opens, on) <= 0 && ocop_date_compare (on, closes) <= 0)
    return OCOP_DOSSIER_AGAIN;
  return OCOP_DOSSIER_UPGRADE;
}
