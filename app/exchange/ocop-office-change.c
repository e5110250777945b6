/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is accepted of a package, as one change. */

#include "exchange/ocop-office-private.h"

#include <glib/gi18n.h>

/* Whether @record links to one that is left out. */
static gboolean
needs_left (const OcopRecord *record,
            GHashTable       *left)
{
  for (const OcopField *field = ocop_record_get_kind (record)->fields; field->name != NULL && ocop_field_is_stored (field); field++)
    if (field->target != NULL && ocop_record_get_text (record, field->name) != NULL &&
        g_hash_table_contains (left, ocop_record_get_text (record, field->name)))
      return TRUE;
  return FALSE;
}

static void
add_new (OcopChange                 *change,
         const OcopOfficeDifference *one,
         GHashTable                 *left)
{
  if (one->accepted && !needs_left (one->given, left))
    ocop_change_add (change, one->given);
  else
    g_hash_table_add (left, (gpointer) ocop_record_get_id (one->given));
}

static void
add_binned (OcopChange                 *change,
            const OcopOfficeDifference *one)
{
  const OcopKind *kind = ocop_record_get_kind (one->now);

  if (one->into != NULL)
    ocop_change_merge (change, kind, ocop_record_get_id (one->now), one->into);
  else
    ocop_change_bin (change, kind, ocop_record_get_id (one->now));
}

static void
add_revived (OcopChange                 *change,
             const OcopOfficeDifference *one)
{
  ocop_change_restore (change, ocop_record_get_kind (one->now), ocop_record_get_id (one->now));
  ocop_change_edit (change, one->now, one->given);
}

/* The accepted fields of one record, which stand side by side from @place on. Returns how many there are. */
static guint
add_edit (OcopChange             *change,
          const OcopOfficeTaking *self,
          guint                   place)
{
  const OcopOfficeDifference *first = ocop_office_taking_get_difference (self, place);
  g_autoptr(OcopRecord) after = ocop_record_copy (first->now);
  guint end = place;

  for (; end < self->differences->len; end++)
    {
      const OcopOfficeDifference *one = ocop_office_taking_get_difference (self, end);

      if (one->what != OCOP_OFFICE_CHANGED || !g_str_equal (ocop_record_get_id (one->now), ocop_record_get_id (first->now)))
        break;
      if (one->accepted)
        ocop_record_set (after, one->field->name, ocop_record_get (one->given, one->field->name));
    }
  ocop_change_edit (change, first->now, after);
  return end - place;
}

static void
add_receipt (OcopChange             *change,
             const OcopOfficeTaking *self)
{
  if (self->receipt_before != NULL)
    ocop_change_edit (change, self->receipt_before, self->receipt);
  else
    ocop_change_add (change, self->receipt);
}

OcopChange *
ocop_office_taking_make_change (const OcopOfficeTaking *self)
{
  OcopChange *change = ocop_change_new (OCOP_OFFICE_CHANGE, _("Package of another office"));
  g_autoptr(GHashTable) left = g_hash_table_new (g_str_hash, g_str_equal);
  guint i = 0;

  for (guint unit = 0; unit < self->units->len; unit++)
    ocop_change_add (change, g_ptr_array_index (self->units, unit));
  while (i < self->differences->len)
    {
      const OcopOfficeDifference *one = ocop_office_taking_get_difference (self, i);

      if (one->what == OCOP_OFFICE_CHANGED)
        {
          i += add_edit (change, self, i);
          continue;
        }
      if (one->what == OCOP_OFFICE_ADDED)
        add_new (change, one, left);
      else if (one->accepted && one->what == OCOP_OFFICE_BINNED)
        add_binned (change, one);
      else if (one->accepted)
        add_revived (change, one);
      i++;
    }
  add_receipt (change, self);
  return change;
}
