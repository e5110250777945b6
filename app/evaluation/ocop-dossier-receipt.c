/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evaluation/ocop-dossier-receipt.h"

#include <string.h>

#include "evaluation/ocop-product-place.h"

/* As many digits as offices write at the least. */
#define NUMBER_FORMAT "%02" G_GINT64_FORMAT

#define NUMBER "{number}"

static void
fill (GString    *text,
      const char *field,
      const char *value)
{
  g_string_replace (text, field, value, 0);
}

/* All but the number itself. */
static char *
fill_place (const char             *pattern,
            const OcopProductPlace *place,
            const char             *commune,
            int                     in_year)
{
  GString *text = g_string_new (pattern);
  g_autofree char *year = g_strdup_printf ("%04d", in_year);

  fill (text, "{province}", place->province);
  fill (text, "{commune}", commune);
  fill (text, "{year}", year);
  return g_string_free (text, FALSE);
}

typedef struct
{
  const char *pattern;  /* with stars for what may differ */
  gsize start;          /* of the number in it */
  gint64 highest;
} Count;

static gboolean
count_receipt (const OcopValue *values,
               gpointer         data)
{
  Count *count = data;
  const char *text = values[0].text;

  if (g_pattern_match_simple (count->pattern, text) && strlen (text) > count->start)
    count->highest = MAX (count->highest, g_ascii_strtoll (text + count->start, NULL, 10));
  return TRUE;
}

/* The highest number that the year's receipts of @like bear. */
static gboolean
find_highest (OcopReader  *reader,
              const char  *like,
              gboolean     at_province,
              int          year,
              gint64      *highest,
              GError     **error)
{
  const char *received = at_province ? "province_received_on" : "commune_received_on";
  const char *columns[] = { at_province ? "province_receipt" : "commune_receipt", NULL };
  g_autofree char *text = g_strdup_printf ("%04d", year);
  g_autoptr(OcopQuery) query = ocop_query_new ("dossier");
  GString *pattern = g_string_new (like);
  Count count = { .start = (gsize) (strstr (like, NUMBER) - like) };
  gboolean done;

  fill (pattern, NUMBER, "*");
  count.pattern = pattern->str;
  ocop_query_where (query, columns[0], OCOP_OPERATOR_KNOWN, NULL);
  ocop_query_where (query, received, OCOP_OPERATOR_BETWEEN, text, text, NULL);
  done = ocop_reader_each (reader, query, columns, count_receipt, &count, error);
  *highest = count.highest;
  g_string_free (pattern, TRUE);
  return done;
}

gboolean
ocop_dossier_receipt_number (OcopReader          *reader,
                             const OcopRuleBook  *book,
                             const char          *product,
                             gboolean             at_province,
                             OcopDate             on,
                             GHashTable          *given,
                             char               **number,
                             GError             **error)
{
  const char *pattern = at_province ? book->province_receipt : book->commune_receipt;
  g_autofree char *like = NULL;
  g_autofree char *own = NULL;
  g_autofree char *next = NULL;
  g_auto(OcopProductPlace) place = { NULL };
  GString *text;
  gint64 highest;

  *number = NULL;
  if (pattern == NULL)
    return TRUE;
  if (!ocop_product_place_read (reader, product, on, &place, error))
    return FALSE;
  if (place.province == NULL || place.commune == NULL)
    return TRUE;
  own = fill_place (pattern, &place, place.commune, on.year);
  like = fill_place (pattern, &place, at_province ? "*" : place.commune, on.year);
  if (!find_highest (reader, like, at_province, on.year, &highest, error))
    return FALSE;
  highest = 1 + MAX (highest, given != NULL ? GPOINTER_TO_INT (g_hash_table_lookup (given, like)) : 0);
  next = g_strdup_printf (NUMBER_FORMAT, highest);
  text = g_string_new (own);
  fill (text, NUMBER, next);
  if (given != NULL)
    g_hash_table_insert (given, g_steal_pointer (&like), GINT_TO_POINTER ((int) highest));
  *number = g_string_free (text, FALSE);
  return TRUE;
}
