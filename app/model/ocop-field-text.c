/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Between what people type and see and what a field holds. */

#include "model/ocop-record.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "base/ocop-number.h"
#include "base/ocop-text.h"
#include "model/ocop-attachment-name.h"

static gboolean
parse_boolean (const char *text,
               gint64     *integer)
{
  static const char * const yes[] = { "1", "yes", "true", "x", "có", "đúng", NULL };
  static const char * const no[] = { "0", "no", "false", "không", "sai", NULL };

  for (guint i = 0; yes[i] != NULL; i++)
    if (ocop_text_same (text, yes[i]))
      return (*integer = 1, TRUE);
  for (guint i = 0; no[i] != NULL; i++)
    if (ocop_text_same (text, no[i]))
      return (*integer = 0, TRUE);
  return FALSE;
}

/* "4", "04" and "QD26-04" all name the criteria set QD26-04. */
static char *
parse_set (const char *text)
{
  const char *digits = g_ascii_strncasecmp (text, "QD26-", 5) == 0 ? text + 5 : text;
  guint64 number;

  if (g_ascii_string_to_unsigned (digits, 10, 1, 99, &number, NULL))
    return g_strdup_printf ("QD26-%02u", (guint) number);
  return NULL;
}

static gboolean
parse_number (OcopFieldType  type,
              const char    *text,
              OcopValue     *value)
{
  gint64 integer;
  gboolean good;

  if (type == OCOP_FIELD_BOOLEAN)
    good = parse_boolean (text, &integer);
  else if (type == OCOP_FIELD_HUNDREDTHS)
    good = ocop_hundredths_parse (text, &integer);
  else
    good = ocop_number_parse (text, &integer);
  if (good)
    *value = ocop_value_integer (integer);
  return good;
}

static gboolean
parse_text (const OcopField *field,
            const char      *text,
            OcopValue       *value)
{
  char buffer[OCOP_DATE_TEXT_SIZE];
  g_autofree char *set = NULL;
  OcopDate date;

  switch (field->type)
    {
    case OCOP_FIELD_DATE:
      if (!ocop_date_parse (text, &date))
        return FALSE;
      text = ocop_date_to_text (date, buffer);
      break;
    case OCOP_FIELD_CHOICE:
      text = ocop_field_choice_key (field, text);
      break;
    case OCOP_FIELD_SET:
      text = set = parse_set (text);
      break;
    case OCOP_FIELD_PHOTO:
    case OCOP_FIELD_FILE:
      text = ocop_attachment_name_is_valid (text) ? text : NULL;
      break;
    default:
      break;
    }
  *value = ocop_value_text (text);
  return text != NULL;
}

/* "one of the choices: Fair or exhibition; Online" */
static char *
dup_choices (const OcopField *field)
{
  g_autoptr(GString) titles = g_string_new (NULL);

  for (const OcopChoice *choice = field->choices; choice != NULL && choice->key != NULL; choice++)
    g_string_append_printf (titles, "%s%s", titles->len > 0 ? "; " : "", _(choice->title));
  /* Translators: the choices */
  return g_strdup_printf (_("one of the choices: %s"), titles->str);
}

/* What would have been right, for the message. A year is written without a point. */
static const char *
describe_type (const OcopField *field)
{
  switch (field->type)
    {
    case OCOP_FIELD_DATE:
      return _("a date such as 22/05/2026, or a year");
    case OCOP_FIELD_INTEGER:
      if (g_str_has_suffix (field->name, "year"))
        return _("a year such as 2026");
      /* fall through */
    case OCOP_FIELD_MONEY:
      return _("a whole number such as 1.250");
    case OCOP_FIELD_HUNDREDTHS:
      return _("a number such as 87,37");
    case OCOP_FIELD_BOOLEAN:
      return _("yes or no");
    case OCOP_FIELD_SET:
      return _("a criteria set from 01 to 26");
    case OCOP_FIELD_PHOTO:
      return _("a photo kept with the register");
    case OCOP_FIELD_FILE:
      return _("a file kept with the register");
    default:
      return _("a text");
    }
}

gboolean
ocop_field_parse (const OcopField  *field,
                  const char       *text,
                  OcopValue        *value,
                  GError          **error)
{
  g_autofree char *tidy = ocop_text_tidy (text);
  g_autofree char *choices = NULL;
  gboolean number = field->type == OCOP_FIELD_INTEGER || field->type == OCOP_FIELD_MONEY ||
                    field->type == OCOP_FIELD_HUNDREDTHS || field->type == OCOP_FIELD_BOOLEAN;

  *value = (OcopValue) OCOP_VALUE_INIT;
  if (tidy == NULL || (number ? parse_number (field->type, tidy, value) : parse_text (field, tidy, value)))
    return TRUE;
  choices = field->type == OCOP_FIELD_CHOICE ? dup_choices (field) : NULL;
  g_set_error (error, OCOP_ERROR, OCOP_ERROR_INVALID_VALUE,
               /* Translators: the field, what was typed, what was expected */
               _("%s: “%s” is not %s"), _(field->title), tidy, choices != NULL ? choices : describe_type (field));
  return FALSE;
}

char *
ocop_field_format (const OcopField *field,
                   const OcopValue *value)
{
  OcopDate date;

  if (value->type == OCOP_VALUE_UNKNOWN)
    return g_strdup ("");
  switch (field->type)
    {
    case OCOP_FIELD_BOOLEAN:
      return g_strdup (value->integer ? _("Yes") : _("No"));
    case OCOP_FIELD_HUNDREDTHS:
      return ocop_quantity_to_people (value->integer);
    case OCOP_FIELD_MONEY:
      return ocop_number_to_people (value->integer);
    case OCOP_FIELD_INTEGER:
      return g_strdup_printf ("%" G_GINT64_FORMAT, value->integer);
    case OCOP_FIELD_DATE:
      ocop_date_parse (value->text, &date);
      return ocop_date_to_people (date);
    case OCOP_FIELD_CHOICE:
      return g_strdup (ocop_field_choice_title (field, value->text));
    default:
      return g_strdup (value->text);
    }
}
