/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ocop-lock.h"

#include <glib/gi18n.h>

static const OcopLock locks[] = {
  { "decision", NULL, "state", "issued", NULL, NULL, "decision",
    N_("The decision is issued and stays as it is: note its publication and its notices on its page, or draft its withdrawal (article 10.1.b).") },
  { "decision_line", "decision", "state", "issued", NULL, NULL, "decision",
    N_("The decision is issued and its lines stay as they are: issue the certificate again, or draft a revocation or a withdrawal (articles 8 and 10.1.b).") },
  { "council_member", NULL, NULL, NULL, "sheet", "member", NULL,
    N_("The member has given score sheets and stays in this council: copy the council for those to come.") },
};

const OcopLock *
ocop_lock_next (const OcopKind *kind,
                const char     *act,
                const OcopLock *last)
{
  for (const OcopLock *lock = last != NULL ? last + 1 : locks; lock < locks + G_N_ELEMENTS (locks); lock++)
    if (g_str_equal (lock->kind, kind->name) && (lock->act == NULL || g_strcmp0 (lock->act, act) != 0))
      return lock;
  return NULL;
}
