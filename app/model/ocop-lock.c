/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ocop-lock.h"

#include <glib/gi18n.h>

#define NAMES(...) ((const char * const []) { __VA_ARGS__, NULL })

/* Kinds of changes: what is set up with a register, what a session does. */
#define BY_DECISION NAMES ("decision")
#define BY_SESSION NAMES ("session")
/* What another office issued is carried over as it is. */
#define BY_PLAN NAMES ("plan", "package")
#define BY_COUNCIL NAMES ("scoring", "agreed", "choice", "rejection")

#define ISSUED .field = "state", .value = "issued"
#define CLOSED .field = "state", .value = "closed"
#define PLAN_REFUSAL N_("The plan is issued and stays as it is: draft one that amends it.")
#define CLOSED_PLAN .refusal = PLAN_REFUSAL, .closed = N_("the plan is issued, and nothing is added to it: draft a plan that amends it (“Amend” in its menu), and add it there.")
#define JUDGED_REFUSAL N_("The session is closed, and what was judged in it stays as it is: open it again first, on its page.")

/* Who was there, who took part and what was given in a session count until the verdict is read again, so they stay when
 * it is closed; a meeting that takes the place of written opinions (article 7.6) and a day put off are said while it is
 * open, and looked at when it is closed. */
static const OcopLock locks[] = {
  { "decision", ISSUED, .acts = BY_DECISION,
    .refusal = N_("It is issued and stays as it is: note its publication and its notices on its page, or draft its withdrawal (article 10.1.b).") },
  { "decision_line", .owner = "decision", ISSUED, .acts = BY_DECISION,
    .refusal = N_("It is issued and its lines stay as they are: issue the certificate again, or draft a revocation or a withdrawal (articles 8 and 10.1.b).") },
  { "recognition", .user = "decision_line", .link = "recognition", .owner = "decision", ISSUED,
    .kinds = NAMES ("recognition", "approval", "central"), .acts = BY_DECISION,
    .fields = NAMES ("product", "outcome", "class", "kind", "score", "year", "decision_number", "decision_date", "issuer", "certificate_number"),
    .refusal = N_("An issued decision made this recognition, and it stays as it was decided: issue the certificate again, note the centre's result, or draft a revocation or a withdrawal (articles 7.4, 8 and 10.1.b).") },
  { "recognition", .user = "decision_line", .link = "recognition", .owner = "decision", ISSUED,
    .kinds = NAMES ("revocation", "withdrawal"), .acts = BY_DECISION, .fields = NAMES ("ending", "ended_on", "ending_decision", "ending_reason"),
    .refusal = N_("An issued decision ended this recognition, and it stays ended as that says.") },

  { "session", CLOSED, .free = NAMES ("note"), .acts = BY_SESSION,
    .refusal = N_("The session is closed and stays as it is: open it again first, on its page.") },
  { "session", .user = "decision", .link = "session", .owner = "session", CLOSED, .fields = NAMES ("state"), .binnable = TRUE,
    .refusal = N_("A decision rests on this session: it is not opened again.") },
  { "session_product", .owner = "session", CLOSED, .free = NAMES ("note"), .refusal = JUDGED_REFUSAL },
  { "attendance", .owner = "session", CLOSED, .free = NAMES ("note"), .refusal = JUDGED_REFUSAL },
  { "recusal", .owner = "session_product.session", CLOSED, .refusal = JUDGED_REFUSAL },
  { "sheet", .owner = "session_product.session", CLOSED, .refusal = JUDGED_REFUSAL },

  { "session", .user = "sheet", .link = "session_product.session", .fields = NAMES ("council", "state"), .acts = BY_SESSION,
    .refusal = N_("Score sheets were given in this session, and it stays with its council: plan another session for what is judged elsewhere.") },
  { "session", .user = "sheet", .link = "session_product.session", .fields = NAMES ("held_on"), .other_law = TRUE, .binnable = TRUE,
    .refusal = N_("Score sheets were given in this session by the decision in force on its day: plan another session for a day under another decision.") },
  { "session_product", .user = "sheet", .link = "session_product", .free = NAMES ("name", "place", "note"), .acts = BY_COUNCIL,
    .refusal = N_("Score sheets were given for this product, and it stays on the agenda as it is: let it be scored again, agree on points or reject it, on its page.") },

  /* The set of a dossier is not that of its session, which has its own and says where they differ. Whether there is a
   * story may be found otherwise while the council sits: its criterion is then asked for, or no more. */
  { "dossier", .user = "sheet", .link = "session_product.dossier", .fields = NAMES ("product"), .binnable = TRUE,
    .refusal = N_("Score sheets were given for this dossier, and it stays with its product: begin another dossier for another product.") },
  { "dossier", .user = "session_product", .link = "dossier", .owner = "session", CLOSED, .fields = NAMES ("kind", "story"), .binnable = TRUE,
    .refusal = N_("The dossier was judged in a closed session, and what its class rests on stays as it was: open the session again first, on its page.") },

  { "council", .user = "session", .link = "council", CLOSED, .fields = NAMES ("kind", "aggregate", "max_spread", "quorum_percent"), .binnable = TRUE,
    .refusal = N_("A session of this council is closed, and its points were counted by these rules: copy the council for those to come.") },
  { "council_member", .user = "sheet", .link = "member", .fields = NAMES ("council"),
    .refusal = N_("The member has given score sheets and stays in this council: copy the council for those to come.") },
  { "council_member", .user = "attendance", .link = "member", .owner = "session", CLOSED, .fields = NAMES ("council", "role"),
    .refusal = N_("The member's part in a closed session stays as it was: copy the council for those to come.") },

  /* What comes of a plan goes on being written down. */
  { "plan", ISSUED, .free = NAMES ("file", "note"), .acts = BY_PLAN, .refusal = PLAN_REFUSAL },
  { "target", .owner = "plan", ISSUED, .free = NAMES ("note"), .acts = BY_PLAN, CLOSED_PLAN },
  { "target_share", .owner = "target.plan", ISSUED, .free = NAMES ("note"), .acts = BY_PLAN, CLOSED_PLAN },
  { "task", .owner = "plan", ISSUED, .free = NAMES ("state", "done_on", "evidence", "file", "note"), .acts = BY_PLAN, CLOSED_PLAN },
  { "budget_line", .owner = "plan", ISSUED, .free = NAMES ("paid", "paid_on", "note"), .acts = BY_PLAN, CLOSED_PLAN },
  { "plan_product", .owner = "plan", ISSUED, .free = NAMES ("product", "note"), .acts = BY_PLAN, CLOSED_PLAN },
};

const OcopLock *
ocop_lock_next (const OcopKind *kind,
                const char     *act,
                const OcopLock *last)
{
  for (const OcopLock *lock = last != NULL ? last + 1 : locks; lock < locks + G_N_ELEMENTS (locks); lock++)
    if (g_str_equal (lock->kind, kind->name) && (act == NULL || lock->acts == NULL || !g_strv_contains (lock->acts, act)))
      return lock;
  return NULL;
}

gboolean
ocop_lock_holds (const OcopLock  *self,
                 const OcopField *field)
{
  return (self->fields == NULL || g_strv_contains (self->fields, field->name)) &&
         (self->free == NULL || !g_strv_contains (self->free, field->name));
}

gboolean
ocop_lock_concerns (const OcopLock   *self,
                    const OcopRecord *before,
                    const OcopRecord *after)
{
  for (const OcopField *field = ocop_record_get_kind (before)->fields; field->name != NULL && ocop_field_is_stored (field); field++)
    if (ocop_lock_holds (self, field) &&
        !ocop_value_equal (ocop_record_get (before, field->name), ocop_record_get (after, field->name)))
      return TRUE;
  return FALSE;
}

char *
ocop_lock_dup_closed (const OcopLock *self,
                      const char     *owner)
{
  return g_strdup_printf ("%s: %s", owner, _(self->closed));
}
