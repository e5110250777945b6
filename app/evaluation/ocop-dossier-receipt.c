/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evaluation/ocop-dossier-receipt.h"

#include <string.h>

/* As many digits as offices write at the least. */
#define NUMBER_FORMAT "%02" G_GINT64_FORMAT

#define NUMBER "{number}"

/* What the number is made of beside itself. */
typedef struct
{
  char *province;
  char *commune;
  int year;
} Place;

static void
place_clear (Place *place)
{
  g_free (place->province);
  g_free (place->commune);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_clear)

static gboolean
read_place (OcopReader  *reader,
            const char  *product,
            OcopDate     on,
            Place       *place,
            GError     **error)
{
  static const char * const columns[] = { "locality.level", "locality.code", "province.code", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new ("product");
  g_autoptr(OcopRows) rows = NULL;

  ocop_query_where (query, "id", OCOP_OPERATOR_IS, product, NULL);
  ocop_query_set_on (query, on);
  rows = ocop_reader_rows (reader, query, columns, 0, 1, error);
  if (rows == NULL)
    return FALSE;
  place->year = on.year;
  if (ocop_rows_get_n_rows (rows) == 0)
    return TRUE;
  if (g_strcmp0 (ocop_rows_get_text (rows, 0, 0), "commune") == 0)
    place->commune = g_strdup (ocop_rows_get_text (rows, 0, 1));
  place->province = g_strdup (ocop_rows_get_text (rows, 0, 2));
  return TRUE;
}

static void
fill (GString    *text,
      const char *field,
      const char *value)
{
  g_string_replace (text, field, value, 0);
}

/* All but the number itself. */
static char *
fill_place (const char  *pattern,
            const Place *place,
            const char  *commune)
{
  GString *text = g_string_new (pattern);
  g_autofree char *year = g_strdup_printf ("%04d", place->year);

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
                             char               **number,
                             GError             **error)
{
  const char *pattern = at_province ? book->province_receipt : book->commune_receipt;
  g_autofree char *like = NULL;
  g_autofree char *own = NULL;
  g_autofree char *next = NULL;
  g_auto(Place) place = { NULL };
  GString *text;
  gint64 highest;

  *number = NULL;
  if (pattern == NULL)
    return TRUE;
  if (!read_place (reader, product, on, &place, error))
    return FALSE;
  if (place.province == NULL || place.commune == NULL)
    return TRUE;
  own = fill_place (pattern, &place, place.commune);
  like = fill_place (pattern, &place, at_province ? "*" : place.commune);
  if (!find_highest (reader, like, at_province, place.year, &highest, error))
    return FALSE;
  next = g_strdup_printf (NUMBER_FORMAT, highest + 1);
  text = g_string_new (own);
  fill (text, NUMBER, next);
  *number = g_string_free (text, FALSE);
  return TRUE;
}
