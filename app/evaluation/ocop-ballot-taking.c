/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evaluation/ocop-ballot-taking.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "evaluation/ocop-choices.h"
#include "evaluation/ocop-session-private.h"

static void
difference_free (gpointer data)
{
  OcopBallotDifference *difference = data;

  g_free (difference->product_name);
  g_free (difference->criterion);
  g_free (difference->title);
  g_free (difference->stored);
  g_free (difference->given);
  g_free (difference);
}

static OcopBallotTaking *
taking_new (void)
{
  OcopBallotTaking *self = g_new0 (OcopBallotTaking, 1);

  self->problems = g_ptr_array_new_with_free_func (g_free);
  self->notes = g_ptr_array_new_with_free_func (g_free);
  self->differences = g_ptr_array_new_with_free_func (difference_free);
  self->outcome = OCOP_BALLOT_REFUSED;
  return self;
}

void
ocop_ballot_taking_free (OcopBallotTaking *self)
{
  g_clear_pointer (&self->session, ocop_session_free);
  g_clear_pointer (&self->own, ocop_member_ballot_free);
  g_clear_pointer (&self->change, ocop_change_free);
  g_free (self->member_name);
  g_ptr_array_unref (self->problems);
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->differences);
  g_free (self);
}

void
ocop_ballot_taking_refuse (OcopBallotTaking *self,
                           const char       *format,
                           ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (self->problems, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

void
ocop_ballot_taking_note (OcopBallotTaking *self,
                         const char       *format,
                         ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (self->notes, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

/* Whose ballot it is */

/* What a rule refuses is a problem of the ballot; anything else stops. */
static gboolean
take_refusal (OcopBallotTaking  *self,
              GError            *local,
              GError           **error)
{
  if (g_error_matches (local, OCOP_ERROR, OCOP_ERROR_REFUSED))
    {
      ocop_ballot_taking_refuse (self, "%s", local->message);
      g_error_free (local);
      return TRUE;
    }
  g_propagate_error (error, local);
  return FALSE;
}

static gboolean
read_session (OcopBallotTaking        *self,
              OcopReader              *reader,
              const OcopMemberBallot  *given,
              GError                 **error)
{
  GError *local = NULL;

  self->session = ocop_session_read (reader, given->session, NULL, &local);
  if (self->session != NULL)
    return TRUE;
  if (!g_error_matches (local, OCOP_ERROR, OCOP_ERROR_NOT_FOUND))
    return take_refusal (self, local, error);
  ocop_ballot_taking_refuse (self, _("The ballot is of another session, “%s”, which is not in this register."), given->session_name);
  g_error_free (local);
  return TRUE;
}

static gboolean
make_own (OcopBallotTaking        *self,
          OcopReader              *reader,
          const OcopMemberBallot  *given,
          GError                 **error)
{
  int member = ocop_session_find_member (self->session, given->member);
  GError *local = NULL;

  if (member < 0)
    {
      ocop_ballot_taking_refuse (self, _("%s is not a member of the council of this session."), given->member_name);
      return TRUE;
    }
  if (!ocop_session_may_change (self->session, &local))
    return take_refusal (self, local, error);
  self->own = ocop_member_ballot_make (reader, given->register_id, self->session, (guint) member, &local);
  return self->own != NULL || take_refusal (self, local, error);
}

OcopBallotTaking *
ocop_ballot_taking_begin (OcopReader              *reader,
                          const char              *register_id,
                          const OcopMemberBallot  *given,
                          GError                 **error)
{
  g_autoptr(OcopBallotTaking) self = taking_new ();

  self->member_name = g_strdup (given->member_name);
  if (g_strcmp0 (given->register_id, register_id) != 0)
    {
      ocop_ballot_taking_refuse (self, _("The ballot was made by another register (%s)."),
                                 given->office_name != NULL ? given->office_name : given->register_id);
      return g_steal_pointer (&self);
    }
  if (!read_session (self, reader, given, error)
      || (self->session != NULL && !make_own (self, reader, given, error)))
    return NULL;
  return g_steal_pointer (&self);
}

/* What the register has already */

static void
add_difference (OcopBallotTaking *self,
                const char       *product_name,
                const char       *criterion,
                const char       *title,
                char             *stored,
                char             *given)
{
  OcopBallotDifference *difference = g_new (OcopBallotDifference, 1);

  *difference = (OcopBallotDifference) { g_strdup (product_name), g_strdup (criterion), g_strdup (title), stored, given };
  g_ptr_array_add (self->differences, difference);
}

/* Options of equal points are told apart by their place. */
static char *
format_choice (const OcopCriterion *leaf,
               guint8               choice)
{
  guint points;

  if (choice == OCOP_NOT_SCORED)
    return g_strdup ("–");
  points = ocop_criterion_get_option (leaf, choice)->points;
  if (ocop_criterion_find_option (leaf, points) == (int) choice)
    return g_strdup_printf ("%u", points / 100);
  return g_strdup_printf (_("%u (option %u)"), points / 100, choice + 1u);
}

static char *
format_comment (const char *comment)
{
  return g_strdup (comment != NULL ? comment : "–");
}

/* Returns whether they differ. */
static gboolean
compare_sheet (OcopBallotTaking              *self,
               const OcopMemberBallotProduct *stored,
               const OcopMemberBallotProduct *given)
{
  guint before = self->differences->len;

  for (guint i = 0; i < stored->rules.criteria->leaves->len; i++)
    {
      const OcopCriterion *leaf = g_ptr_array_index (stored->rules.criteria->leaves, i);

      if (stored->choices[i] != given->choices[i])
        add_difference (self, stored->name, leaf->code, leaf->title,
                        format_choice (leaf, stored->choices[i]), format_choice (leaf, given->choices[i]));
    }
  if (g_strcmp0 (stored->comment, given->comment) != 0)
    add_difference (self, stored->name, NULL, _("Comment"), format_comment (stored->comment), format_comment (given->comment));
  return self->differences->len > before;
}

/* The change */

typedef struct
{
  OcopReader *reader;
  const char *source;
  OcopDate on;
} Intake;

static gboolean
put_sheet (OcopBallotTaking               *self,
           const Intake                   *intake,
           const OcopMemberBallotProduct  *given,
           GError                        **error)
{
  int place = ocop_session_find_product (self->session, given->id);
  int member = ocop_session_find_member (self->session, self->own->member);
  const OcopSessionProduct *product = ocop_session_get_product (self->session, (guint) place);
  const OcopRecord *record = product->sheets[member].record;
  g_autofree char *choices = ocop_choices_format (product->scoring.criteria, given->choices);
  const OcopSheetEntry entry = {
    .product = given->id,
    .member = self->own->member,
    .scoring = given->scoring,
    .choices = choices,
    .comment = given->comment,
    .source = intake->source,
    .version = record != NULL ? ocop_record_get_version (record) : 0,
    .taken_on = intake->on,
  };
  GError *local = NULL;

  self->n_sheets++;
  self->n_unscored += ocop_member_ballot_count_missing (given);
  if (ocop_session_put_sheet (intake->reader, self->change, self->session, product, &entry, &local))
    return TRUE;
  if (!g_error_matches (local, OCOP_ERROR, OCOP_ERROR_INVALID_VALUE))
    return take_refusal (self, local, error);
  ocop_ballot_taking_refuse (self, "%s: %s", given->name, local->message);
  g_error_free (local);
  return TRUE;
}

static gboolean
is_stored (const OcopBallotTaking        *self,
           const OcopMemberBallotProduct *own)
{
  int place = ocop_session_find_product (self->session, own->id);
  int member = ocop_session_find_member (self->session, self->own->member);

  return ocop_session_get_product (self->session, (guint) place)->sheets[member].record != NULL;
}

static gboolean
take_sheets (OcopBallotTaking        *self,
             const Intake            *intake,
             const OcopMemberBallot  *given,
             GError                 **error)
{
  for (guint i = 0; i < given->products->len; i++)
    {
      const OcopMemberBallotProduct *product = ocop_member_ballot_get_product (given, i);
      const OcopMemberBallotProduct *own = ocop_member_ballot_get_product (self->own, i);

      /* One that the member left empty says nothing of what was handed in before. */
      if (!ocop_member_ballot_is_begun (product) || (is_stored (self, own) && !compare_sheet (self, own, product)))
        continue;
      if (!put_sheet (self, intake, product, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_empty (const OcopMemberBallot *given)
{
  for (guint i = 0; i < given->products->len; i++)
    if (ocop_member_ballot_is_begun (ocop_member_ballot_get_product (given, i)))
      return FALSE;
  return TRUE;
}

static OcopBallotOutcome
conclude (const OcopBallotTaking *self,
          gboolean                replace)
{
  if (self->problems->len > 0)
    return OCOP_BALLOT_REFUSED;
  if (self->n_sheets == 0)
    return OCOP_BALLOT_SAME;
  return self->differences->len > 0 && !replace ? OCOP_BALLOT_CONFLICT : OCOP_BALLOT_TAKEN;
}

gboolean
ocop_ballot_taking_finish (OcopBallotTaking        *self,
                           OcopReader              *reader,
                           const OcopMemberBallot  *given,
                           const char              *source,
                           gboolean                 replace,
                           OcopDate                 on,
                           GError                 **error)
{
  const Intake intake = { reader, source, on };

  if (self->own == NULL || self->problems->len > 0)
    return TRUE;
  if (is_empty (given))
    {
      ocop_ballot_taking_refuse (self, _("Nothing is scored on the ballot."));
      return TRUE;
    }
  self->change = ocop_session_change_new ("ballot", _("Ballot of %s: %s"), self->own->member_name, self->own->session_name);
  if (!take_sheets (self, &intake, given, error))
    return FALSE;
  if (!ocop_session_note_answer (reader, self->change, self->session, given->member, error))
    return FALSE;
  self->outcome = conclude (self, replace);
  if (self->outcome != OCOP_BALLOT_TAKEN)
    g_clear_pointer (&self->change, ocop_change_free);
  return TRUE;
}
