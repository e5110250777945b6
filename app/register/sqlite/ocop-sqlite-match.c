/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/sqlite/ocop-sqlite-match.h"

#include <string.h>

#include "base/ocop-text.h"
#include "register/sqlite/ocop-sqlite-paths.h"

struct _OcopMatch
{
  OcopOperator op;
  GArray *numbers;     /* gint64: those of the condition, or its bounds */
  GPtrArray *texts;    /* likewise; parts of texts are folded */
  gint64 not_up_to;    /* the year that may lie behind a last day, or 0 */
};

static gboolean
is_of_parts (OcopOperator op)
{
  return op == OCOP_OPERATOR_CONTAINS || op == OCOP_OPERATOR_CONTAINS_WORDS;
}

static gboolean
has_first_bound (OcopOperator op)
{
  return op == OCOP_OPERATOR_AT_LEAST || op == OCOP_OPERATOR_NOT_BEFORE || op == OCOP_OPERATOR_BETWEEN;
}

static gboolean
has_last_bound (OcopOperator op)
{
  return op == OCOP_OPERATOR_AT_MOST || op == OCOP_OPERATOR_BETWEEN;
}

static gboolean
is_told_here (const OcopField *field,
              OcopOperator     op)
{
  if (field == NULL || op == OCOP_OPERATOR_WITHIN)
    return FALSE;
  if (op == OCOP_OPERATOR_KNOWN || op == OCOP_OPERATOR_UNKNOWN)
    return TRUE;
  if (is_of_parts (op))
    return field->type == OCOP_FIELD_TEXT || field->type == OCOP_FIELD_LONG_TEXT;
  return field->type != OCOP_FIELD_LINK;
}

gint64
ocop_match_number_of_date (const char *text)
{
  gint64 number = 0;
  guint n_digits = 0;

  /* As nearly all are: ten thousands of them are read for a chart. */
  if (strlen (text) == strlen ("yyyy-mm-dd"))
    return ((text[0] * 10 + text[1]) * 100 + text[2] * 10 + text[3] - '0' * 1111) * 10000 +
           (text[5] * 10 + text[6] - '0' * 11) * 100 + (text[8] * 10 + text[9] - '0' * 11);
  for (; *text != '\0'; text++)
    if (*text != '-')
      {
        number = number * 10 + (*text - '0');
        n_digits++;
      }
  for (; n_digits < strlen ("yyyymmdd"); n_digits++)
    number *= 10;
  return number;
}

static void
take_number (OcopMatch *self,
             gint64     number)
{
  g_array_append_val (self->numbers, number);
}

static void
take_date (OcopMatch *self,
           OcopDate   date)
{
  char text[OCOP_DATE_TEXT_SIZE];

  take_number (self, ocop_match_number_of_date (ocop_date_to_text (date, text)));
}

static void
take_date_text (OcopMatch  *self,
                guint       place,
                const char *text)
{
  OcopDate date;

  if (has_first_bound (self->op) && place == 0)
    take_date (self, ocop_sql_first_date (text));
  else if (has_last_bound (self->op))
    {
      OcopDate year, last = ocop_sql_last_date (text, &year);

      take_date (self, last);
      self->not_up_to = ocop_date_is_known (year) ? (gint64) year.year * 10000 : 0;
    }
  else
    {
      ocop_date_parse (text, &date);
      take_date (self, date);
    }
}

/* With a space at either end, only whole words match: folded text is words parted by one space each. */
static char *
fold (const OcopMatch *self,
      const char      *text)
{
  const char *edge = self->op == OCOP_OPERATOR_CONTAINS_WORDS ? " " : "";
  g_autofree char *folded = ocop_text_fold (text);

  return g_strconcat (edge, folded, edge, NULL);
}

static void
take_value (OcopMatch       *self,
            const OcopField *field,
            guint            place,
            const char      *text)
{
  if (is_of_parts (self->op))
    g_ptr_array_add (self->texts, fold (self, text));
  else if (ocop_field_is_number (field))
    take_number (self, g_ascii_strtoll (text, NULL, 10));
  else if (field->type == OCOP_FIELD_DATE)
    take_date_text (self, place, text);
  else
    g_ptr_array_add (self->texts, g_strdup (text));
}

OcopMatch *
ocop_match_new (const OcopField     *field,
                const OcopCondition *condition)
{
  OcopMatch *self;

  if (!is_told_here (field, condition->op))
    return NULL;
  self = g_new0 (OcopMatch, 1);
  self->op = condition->op;
  self->numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->texts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; condition->values != NULL && condition->values[i] != NULL; i++)
    take_value (self, field, i, condition->values[i]);
  return self;
}

void
ocop_match_free (OcopMatch *self)
{
  g_array_unref (self->numbers);
  g_ptr_array_unref (self->texts);
  g_free (self);
}

char *
ocop_match_to_text (const OcopMatch *self)
{
  GString *text = g_string_new (NULL);

  g_string_printf (text, "%d %" G_GINT64_FORMAT, self->op, self->not_up_to);
  for (guint i = 0; i < self->numbers->len; i++)
    g_string_append_printf (text, "\t%" G_GINT64_FORMAT, g_array_index (self->numbers, gint64, i));
  for (guint i = 0; i < self->texts->len; i++)
    g_string_append_printf (text, "\t%s", (const char *) self->texts->pdata[i]);
  return g_string_free (text, FALSE);
}

gboolean
ocop_match_get_range (const OcopMatch *self,
                      gint64          *first,
                      gint64          *last,
                      gint64          *except)
{
  const gint64 *bounds = (const gint64 *) (gpointer) self->numbers->data;
  const guint n = self->numbers->len;
  const gboolean is_one = self->op == OCOP_OPERATOR_IS && n == 1;
  const gboolean has_first = is_one || self->op == OCOP_OPERATOR_AT_LEAST || self->op == OCOP_OPERATOR_BETWEEN;
  const gboolean has_last = is_one || has_last_bound (self->op);

  if (self->op != OCOP_OPERATOR_KNOWN && (n == 0 || !(has_first || has_last)))
    return FALSE;
  *except = self->not_up_to != 0 ? self->not_up_to : G_MININT64;
  *first = has_first ? bounds[0] : G_MININT64;
  *last = has_last ? bounds[n - 1] : G_MAXINT64;
  return TRUE;
}

static gboolean
is_any (const OcopMatch   *self,
        const OcopMatched *value)
{
  for (guint i = 0; i < self->numbers->len; i++)
    if (g_array_index (self->numbers, gint64, i) == value->number)
      return TRUE;
  for (guint i = 0; i < self->texts->len; i++)
    if (strcmp (self->texts->pdata[i], value->text) == 0)
      return TRUE;
  return FALSE;
}

/* Below 0 where @value comes before the bound at @place. */
static int
compare (const OcopMatch   *self,
         const OcopMatched *value,
         guint              place)
{
  gint64 bound;

  if (self->texts->len > 0)
    return strcmp (value->text, self->texts->pdata[place]);
  bound = g_array_index (self->numbers, gint64, place);
  return (value->number > bound) - (value->number < bound);
}

static gboolean
is_between (const OcopMatch   *self,
            const OcopMatched *value)
{
  return (!has_first_bound (self->op) || compare (self, value, 0) >= 0) &&
         (!has_last_bound (self->op) || compare (self, value, MAX (self->texts->len, self->numbers->len) - 1) <= 0) &&
         (self->not_up_to == 0 || value->number != self->not_up_to);
}

static gboolean
has_part (const OcopMatch *self,
          const char      *text)
{
  g_autofree char *folded = fold (self, text);

  for (guint i = 0; i < self->texts->len; i++)
    if (strstr (folded, self->texts->pdata[i]) != NULL)
      return TRUE;
  return FALSE;
}

gboolean
ocop_match_meets (const OcopMatch   *self,
                  const OcopMatched *value)
{
  if (!value->known)
    return self->op == OCOP_OPERATOR_IS_NOT || self->op == OCOP_OPERATOR_NOT_BEFORE || self->op == OCOP_OPERATOR_UNKNOWN;
  switch (self->op)
    {
    case OCOP_OPERATOR_KNOWN:
      return TRUE;
    case OCOP_OPERATOR_UNKNOWN:
      return FALSE;
    case OCOP_OPERATOR_IS:
      return is_any (self, value);
    case OCOP_OPERATOR_IS_NOT:
      return !is_any (self, value);
    default:
      return is_of_parts (self->op) ? has_part (self, value->text) : is_between (self, value);
    }
}
