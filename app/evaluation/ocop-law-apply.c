/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evaluation/ocop-law-apply.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "register/ocop-records.h"
#include "evaluation/ocop-session-law.h"

static void
use_free (gpointer data)
{
  OcopLawUse *use = data;

  g_free (use->product);
  g_free (use->name);
  g_free (use->session_name);
  g_free (use->book);
  g_free (use->objection);
  g_free (use);
}

static gint64
count_sheets (OcopReader  *reader,
              const char  *product,
              GError     **error)
{
  g_autoptr(OcopQuery) query = ocop_query_new ("sheet");

  ocop_query_where (query, "session_product", OCOP_OPERATOR_IS, product, NULL);
  ocop_query_set_measure (query, OCOP_MEASURE_COUNT, NULL);
  return ocop_reader_measure (reader, query, error);
}

/* Why @law cannot judge @product; sets @objection to %NULL where it can. Returns: %FALSE on failure. */
static gboolean
find_objection (OcopReader        *reader,
                const OcopLaw     *law,
                const OcopRecord  *session,
                const OcopRecord  *product,
                char             **objection,
                GError           **error)
{
  g_autoptr(GError) unsuited = NULL;
  gint64 n = count_sheets (reader, ocop_record_get_id (product), error);

  *objection = NULL;
  if (n < 0)
    return FALSE;
  if (g_strcmp0 (ocop_record_get_text (session, "state"), "closed") == 0)
    *objection = g_strdup (_("its session is closed"));
  else if (n > 0)
    *objection = g_strdup (_("scoring has begun"));
  else if (ocop_law_get_criteria (law, ocop_session_law_book (law, session), ocop_record_get_text (product, "criteria_set"), &unsuited) == NULL)
    *objection = g_strdup (unsuited->message);
  return TRUE;
}

static gboolean
add_uses (OcopReader        *reader,
          const OcopLaw     *law,
          const OcopRecord  *session,
          GPtrArray         *uses,
          GError           **error)
{
  g_autoptr(GPtrArray) products = ocop_records_load (reader, "session_product", "session", ocop_record_get_id (session), "place", error);

  for (guint i = 0; products != NULL && i < products->len; i++)
    {
      const OcopRecord *product = g_ptr_array_index (products, i);
      const char *book = ocop_record_get_text (product, "law_book");
      OcopLawUse *use;

      if (g_strcmp0 (book, ocop_law_get_id (law)) == 0)
        continue;
      use = g_new0 (OcopLawUse, 1);
      use->product = g_strdup (ocop_record_get_id (product));
      use->name = g_strdup (ocop_record_get_text (product, "name"));
      use->session_name = g_strdup (ocop_record_get_text (session, "name"));
      use->book = g_strdup (book);
      g_ptr_array_add (uses, use);
      if (!find_objection (reader, law, session, product, &use->objection, error))
        return FALSE;
    }
  return products != NULL;
}

static GPtrArray *
load_sessions (OcopReader  *reader,
               GError     **error)
{
  g_autoptr(GPtrArray) open = ocop_records_load (reader, "session", "state", "open", "held_on", error);
  g_autoptr(GPtrArray) planned = open != NULL ? ocop_records_load (reader, "session", "state", "planned", "held_on", error) : NULL;

  if (planned == NULL)
    return NULL;
  g_ptr_array_extend_and_steal (open, g_steal_pointer (&planned));
  return g_steal_pointer (&open);
}

GPtrArray *
ocop_law_uses_read (OcopReader  *reader,
                    GError     **error)
{
  const OcopLaw *law = ocop_reader_law_in_force (reader, error);
  g_autoptr(GPtrArray) sessions = law != NULL ? load_sessions (reader, error) : NULL;
  g_autoptr(GPtrArray) uses = g_ptr_array_new_with_free_func (use_free);

  for (guint i = 0; sessions != NULL && i < sessions->len; i++)
    if (!add_uses (reader, law, g_ptr_array_index (sessions, i), uses, error))
      return NULL;
  return sessions != NULL ? g_steal_pointer (&uses) : NULL;
}

static gboolean
apply_to (OcopReader     *reader,
          const OcopLaw  *law,
          const char     *id,
          OcopChange     *change,
          GError        **error)
{
  g_autoptr(OcopRecord) product = ocop_reader_load (reader, ocop_kind_find ("session_product"), id, error);
  g_autoptr(OcopRecord) session = product != NULL ? ocop_reader_load (reader, ocop_kind_find ("session"), ocop_record_get_text (product, "session"), error) : NULL;
  g_autoptr(OcopRecord) after = NULL;
  g_autofree char *objection = NULL;

  if (session == NULL || !find_objection (reader, law, session, product, &objection, error))
    return FALSE;
  if (objection != NULL)
    {
      ocop_refuse (error, "%s: %s", ocop_record_get_text (product, "name"), objection);
      return FALSE;
    }
  after = ocop_record_copy (product);
  ocop_record_set_text (after, "law_book", ocop_law_get_id (law));
  ocop_change_edit (change, product, after);
  return TRUE;
}

OcopChange *
ocop_law_apply (OcopReader          *reader,
                const char * const  *products,
                GError             **error)
{
  const OcopLaw *law = ocop_reader_law_in_force (reader, error);
  g_autoptr(OcopChange) change = NULL;
  g_autofree char *name = NULL;

  if (law == NULL)
    return NULL;
  name = g_strdup_printf (_("Judge by %s"), ocop_law_get_latest_book (law)->decision);
  change = ocop_change_new ("law", name);
  ocop_change_keep_law (change, law, FALSE);
  for (guint i = 0; products[i] != NULL; i++)
    if (!apply_to (reader, law, products[i], change, error))
      return NULL;
  return g_steal_pointer (&change);
}
