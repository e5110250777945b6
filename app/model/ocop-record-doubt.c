/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ocop-record-doubt.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/ocop-number.h"
#include "model/ocop-line-amount.h"
#include "model/ocop-product-code.h"

static gboolean
are_digits (const char *text,
            gsize       length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
  return TRUE;
}

/* @text without what people part digits with; "+84" as "0". */
static char *
strip_number (const char *text)
{
  GString *digits = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    if (strchr (" .()-", *p) == NULL)
      g_string_append_c (digits, *p);
  if (g_str_has_prefix (digits->str, "+84"))
    {
      g_string_erase (digits, 0, 3);
      g_string_prepend_c (digits, '0');
    }
  return g_string_free (digits, FALSE);
}

/* The tenth digit of a tax code follows from the nine before it. */
static gboolean
tax_code_fits (const char *digits)
{
  static const int weights[] = { 31, 29, 23, 19, 17, 13, 7, 5, 3 };
  int sum = 0;

  for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
    sum += weights[i] * (digits[i] - '0');
  return digits[9] - '0' == 10 - sum % 11;
}

/* Ten digits, ten and a branch's three, or since 2025 the twelve of a person's number. */
static const char *
doubt_tax_code (const char *text)
{
  g_autofree char *digits = strip_number (text);
  gsize length = strlen (digits);

  if (!are_digits (digits, length) || (length != 10 && length != 12 && length != 13))
    return _("A tax code has 10 digits, 13 for a branch, or 12 for a household");
  return length == 12 || tax_code_fits (digits) ? NULL : _("The digits of this tax code do not fit each other: mistyped?");
}

static gboolean
is_phone (const char *text)
{
  g_autofree char *digits = strip_number (text);
  gsize length = strlen (digits);

  if (!are_digits (digits, length))
    return FALSE;
  if (g_str_has_prefix (digits, "1800") || g_str_has_prefix (digits, "1900"))
    return length >= 8 && length <= 10;
  return g_str_has_prefix (digits, "02") ? length == 11 : digits[0] == '0' && length == 10;
}

/* People write two numbers into one field. */
static const char *
doubt_phone (const char *text)
{
  g_auto(GStrv) phones = g_strsplit_set (text, ",;/", -1);

  for (guint i = 0; phones[i] != NULL; i++)
    if (!is_phone (phones[i]))
      return _("A phone number has 10 digits, or 11 beginning with 02");
  return NULL;
}

static gboolean
is_plain (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_isgraph (*p))
      return FALSE;
  return TRUE;
}

static const char *
doubt_email (const char *text)
{
  const char *at = strchr (text, '@');

  if (is_plain (text) && at != NULL && at > text && strchr (at + 1, '@') == NULL && strchr (at + 1, '.') > at + 1)
    return NULL;
  return _("An email address looks like ten@noi.vn: one @, no spaces, no Vietnamese marks");
}

static const char *
doubt_website (const char *text)
{
  return is_plain (text) && strchr (text, '.') != NULL && strchr (text, '@') == NULL
         ? NULL : _("A website looks like www.ten.vn, without spaces");
}

/* GS1: the digits, weighted 3 and 1 from the right, add up to tens. */
static const char *
doubt_barcode (const char *text)
{
  g_autofree char *digits = strip_number (text);
  gsize length = strlen (digits);
  int sum = 0;

  if (!are_digits (digits, length) || (length != 8 && (length < 12 || length > 14)))
    return _("A barcode has 8, 12, 13 or 14 digits");
  for (gsize i = 0; i < length; i++)
    sum += (digits[length - 1 - i] - '0') * (i % 2 == 0 ? 1 : 3);
  return sum % 10 == 0 ? NULL : _("The digits of this barcode do not fit each other: mistyped?");
}

static const char *
doubt_product_code (const char *text)
{
  OcopProductCode code;

  return ocop_product_code_parse (text, &code)
         ? NULL : _("A product code looks like 44-19429-03-2026: province, commune, number, year");
}

static const struct
{
  const char *field;
  const char *(*doubt) (const char *text);
} rules[] = {
  { "tax_code", doubt_tax_code },
  { "phone", doubt_phone },
  { "email", doubt_email },
  { "website", doubt_website },
  { "barcode", doubt_barcode },
  { "product_code", doubt_product_code },
};

static const char *
doubt_text (const char *field,
            const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (g_str_equal (rules[i].field, field))
      return rules[i].doubt (text);
  return NULL;
}

/* What was decided, issued or registered was so in the past; only a term ends in the future. */
static const char *
doubt_date (const char *field,
            OcopDate    date,
            OcopDate    today)
{
  static const char * const past[] = { "registration_date", "decision_date", "ended_on", "issued_on", NULL };

  return g_strv_contains (past, field) && ocop_date_is_day (date) && ocop_date_compare (date, today) > 0
         ? _("This day is still to come") : NULL;
}

/* An office may round, or agree on another sum: it is said, not forced. */
static char *
doubt_amount (const OcopRecord *line)
{
  gint64 worked = ocop_line_amount (line);
  gint64 typed = ocop_record_get_integer (line, "amount", -1);
  g_autofree char *people = NULL;

  if (worked < 0 || typed < 0 || typed == worked)
    return NULL;
  people = ocop_number_to_people (worked);
  return g_strdup_printf (_("Quantity × unit price is %s"), people);
}

char *
ocop_record_doubt (const OcopRecord *record,
                   const OcopField  *field,
                   OcopDate          today)
{
  const char *text = ocop_record_get_text (record, field->name);

  if (g_str_equal (ocop_record_get_kind (record)->name, "budget_line") && g_str_equal (field->name, "amount"))
    return doubt_amount (record);
  if (text == NULL)
    return NULL;
  if (field->type == OCOP_FIELD_DATE)
    return g_strdup (doubt_date (field->name, ocop_record_get_date (record, field->name), today));
  return field->type == OCOP_FIELD_TEXT ? g_strdup (doubt_text (field->name, text)) : NULL;
}
