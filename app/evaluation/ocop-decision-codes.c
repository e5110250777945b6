/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evaluation/ocop-decision-codes.h"

#include <string.h>

#include "evaluation/ocop-product-place.h"
#include "model/ocop-certificate-pattern.h"
#include "model/ocop-product-code.h"

struct _OcopDecisionCodes
{
  OcopReader *reader;
  OcopDate on;
  GHashTable *highest; /* by the id of the commune */
};

OcopDecisionCodes *
ocop_decision_codes_new (OcopReader *reader,
                         OcopDate    on)
{
  OcopDecisionCodes *self = g_new0 (OcopDecisionCodes, 1);

  self->reader = reader;
  self->on = on;
  self->highest = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
ocop_decision_codes_free (OcopDecisionCodes *self)
{
  g_hash_table_unref (self->highest);
  g_free (self);
}

static void
raise_by_code (guint      *highest,
               const char *text)
{
  OcopProductCode code;

  if (text != NULL && ocop_product_code_parse (text, &code))
    *highest = MAX (*highest, code.number);
}

static gboolean
collect_line (const OcopValue *values,
              gpointer         data)
{
  raise_by_code (data, values[0].text);
  return TRUE;
}

static gboolean
collect_product (const OcopValue *values,
                 gpointer         data)
{
  guint *highest = data;

  raise_by_code (highest, values[0].text);
  if (values[1].type == OCOP_VALUE_INTEGER)
    *highest = MAX (*highest, (guint) values[1].integer);
  return TRUE;
}

/* The highest running number that the commune has given. */
static gboolean
find_highest (OcopDecisionCodes  *self,
              const char         *locality,
              guint              *highest,
              GError            **error)
{
  static const char * const product_columns[] = { "product_code", "running_number", NULL };
  static const char * const line_columns[] = { "product_code", NULL };
  g_autoptr(OcopQuery) products = ocop_query_new ("product");
  g_autoptr(OcopQuery) lines = ocop_query_new ("decision_line");

  *highest = 0;
  ocop_query_set_on (products, self->on);
  ocop_query_where (products, "locality", OCOP_OPERATOR_IS, locality, NULL);
  ocop_query_set_on (lines, self->on);
  ocop_query_where (lines, "product.locality", OCOP_OPERATOR_IS, locality, NULL);
  ocop_query_where (lines, "product_code", OCOP_OPERATOR_KNOWN, NULL);
  return ocop_reader_each (self->reader, products, product_columns, collect_product, highest, error) &&
         ocop_reader_each (self->reader, lines, line_columns, collect_line, highest, error);
}

/* The product's own, from its code where it has no other; 0 where it has none yet. */
static guint
own_number (const OcopRecord *product)
{
  guint number = (guint) ocop_record_get_integer (product, "running_number", 0);

  if (number == 0)
    raise_by_code (&number, ocop_record_get_text (product, "product_code"));
  return number;
}

static gboolean
next_number (OcopDecisionCodes  *self,
             const char         *locality,
             guint              *number,
             GError            **error)
{
  gpointer known;

  if (g_hash_table_lookup_extended (self->highest, locality, NULL, &known))
    *number = GPOINTER_TO_UINT (known);
  else if (!find_highest (self, locality, number, error))
    return FALSE;
  (*number)++;
  g_hash_table_replace (self->highest, g_strdup (locality), GUINT_TO_POINTER (*number));
  return TRUE;
}

gboolean
ocop_decision_codes_next (OcopDecisionCodes  *self,
                          const OcopRecord   *product,
                          guint               year,
                          char              **code,
                          GError            **error)
{
  g_auto(OcopProductPlace) place = { NULL };
  guint number = own_number (product);

  *code = NULL;
  if (!ocop_product_place_read (self->reader, ocop_record_get_id (product), self->on, &place, error))
    return FALSE;
  if (place.commune == NULL || place.province == NULL)
    return TRUE;
  if (number == 0 && !next_number (self, place.locality, &number, error))
    return FALSE;
  *code = ocop_product_code_build (place.province, place.commune, number, year);
  return TRUE;
}

/* Certificates */

static gboolean
dup_pattern (OcopReader   *reader,
             const char   *number,
             OcopDate      decided_on,
             char        **pattern,
             GError      **error)
{
  g_autoptr(OcopRecord) office = ocop_reader_office (reader, error);
  const char *own;

  if (office == NULL)
    return FALSE;
  own = ocop_record_get_text (office, "certificate_pattern");
  /* Registers of before it was checked may hold one without a running number. */
  if (own == NULL || !ocop_certificate_pattern_check (own, NULL))
    own = ocop_certificate_pattern_get_default ();
  *pattern = ocop_certificate_pattern_fill (own, number, (guint) decided_on.year);
  return TRUE;
}

typedef struct
{
  char *glob;   /* with a star for the running number */
  gsize start;  /* of the running number */
  guint highest;
} Count;

static gboolean
collect_certificate (const OcopValue *values,
                     gpointer         data)
{
  Count *count = data;
  const char *text = values[0].text;

  if (g_pattern_match_simple (count->glob, text) && strlen (text) > count->start)
    count->highest = MAX (count->highest, (guint) g_ascii_strtoull (text + count->start, NULL, 10));
  return TRUE;
}

gboolean
ocop_decision_certificate_numbers (OcopReader   *reader,
                                   const char   *number,
                                   OcopDate      decided_on,
                                   guint        *first,
                                   char        **pattern,
                                   GError      **error)
{
  static const char * const columns[] = { "certificate_number", NULL };
  g_autofree char *year = g_strdup_printf ("%d", decided_on.year);
  g_autoptr(OcopQuery) query = ocop_query_new ("recognition");
  g_auto(GStrv) halves = NULL;
  Count count = { NULL, 0, 0 };
  gboolean done;

  if (!dup_pattern (reader, number, decided_on, pattern, error))
    return FALSE;
  halves = ocop_certificate_pattern_split (*pattern);
  count.glob = g_strdup_printf ("%s*%s", halves[0], halves[1]);
  count.start = strlen (halves[0]);
  ocop_query_where (query, "certificate_number", OCOP_OPERATOR_KNOWN, NULL);
  ocop_query_where (query, "decision_date", OCOP_OPERATOR_BETWEEN, year, year, NULL);
  done = ocop_reader_each (reader, query, columns, collect_certificate, &count, error);
  *first = count.highest + 1;
  g_free (count.glob);
  return done;
}
