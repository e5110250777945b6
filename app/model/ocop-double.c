/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ocop-double.h"

#include <glib/gi18n.h>

#define NAMES(...) ((const char * const []) { __VA_ARGS__, NULL })

/* Two of a name sit in a council where position or body tell them apart. */
static const OcopDouble doubles[] = {
  { "council_member", NAMES ("council", "name"), NAMES ("position", "body", "body_name"),
    .refusal = N_("The council has this member already; two of one name are told apart by position and body") },
  { "council_member", NAMES ("council"), .field = "role", .value = "chair",
    .refusal = N_("The council has a chair already: give that member another role first") },
  { "session_product", NAMES ("session", "dossier"), .refusal = N_("The dossier is on the agenda of this session already") },
  { "attendance", NAMES ("session", "member"), .refusal = N_("The attendance of this member is noted in this session already") },
  { "recusal", NAMES ("session_product", "member"), .refusal = N_("It is noted already that this member takes no part") },
  { "sheet", NAMES ("session_product", "member", "scoring"),
    .refusal = N_("This member has a score sheet for the product in this scoring already: correct that one") },
};

const OcopDouble *
ocop_double_next (const OcopKind   *kind,
                  const OcopDouble *last)
{
  for (const OcopDouble *one = last != NULL ? last + 1 : doubles; one < doubles + G_N_ELEMENTS (doubles); one++)
    if (kind == NULL || g_str_equal (one->kind, kind->name))
      return one;
  return NULL;
}

static gboolean
differs_in (const OcopRecord   *before,
            const OcopRecord   *after,
            const char * const *fields)
{
  for (guint i = 0; fields != NULL && fields[i] != NULL; i++)
    if (!ocop_value_equal (ocop_record_get (before, fields[i]), ocop_record_get (after, fields[i])))
      return TRUE;
  return FALSE;
}

gboolean
ocop_double_concerns (const OcopDouble *self,
                      const OcopRecord *before,
                      const OcopRecord *after)
{
  const char * const condition[] = { self->field, NULL };

  if (self->field != NULL && g_strcmp0 (ocop_record_get_text (after, self->field), self->value) != 0)
    return FALSE;
  return before == NULL || differs_in (before, after, self->fields) || differs_in (before, after, self->telling) ||
         differs_in (before, after, condition);
}
