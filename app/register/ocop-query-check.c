/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether what a query asks for suits the model: the same for a query that was read from a file
 * and for one that is about to be run. */

#include "register/ocop-store.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/ocop-error.h"

const OcopField *
ocop_query_find_path (const OcopKind *kind,
                      const char     *path)
{
  const OcopField *field;
  const char *dot;

  while ((dot = strchr (path, '.')) != NULL)
    {
      g_autofree char *first = g_strndup (path, (gsize) (dot - path));

      field = ocop_kind_find_field (kind, first);
      if (field == NULL || field->type != OCOP_FIELD_LINK)
        return NULL;
      kind = ocop_kind_find (field->target);
      path = dot + 1;
    }
  return ocop_kind_find_field (kind, path);
}

static gboolean
links_to (const OcopField *field,
          const OcopKind  *kind)
{
  return field != NULL && field->type == OCOP_FIELD_LINK && g_str_equal (field->target, kind->name);
}

const char *
ocop_query_find_link (const OcopKind     *subject,
                      const OcopRelation *relation)
{
  const OcopKind *kind = relation->conditions->kind;

  if (relation->by != NULL)
    return links_to (ocop_query_find_path (kind, relation->by), subject) ? relation->by : NULL;
  for (const OcopField *field = kind->fields; field->name != NULL; field++)
    if (links_to (field, subject))
      return field->name;
  return NULL;
}

gboolean
ocop_field_is_number (const OcopField *field)
{
  return field != NULL &&
         (field->type == OCOP_FIELD_INTEGER || field->type == OCOP_FIELD_MONEY ||
          field->type == OCOP_FIELD_HUNDREDTHS || field->type == OCOP_FIELD_BOOLEAN);
}

static gboolean
n_values_suit (OcopOperator op,
               guint        n_values)
{
  switch (op)
    {
    case OCOP_OPERATOR_KNOWN:
    case OCOP_OPERATOR_UNKNOWN:
      return n_values == 0;
    case OCOP_OPERATOR_AT_LEAST:
    case OCOP_OPERATOR_AT_MOST:
    case OCOP_OPERATOR_NOT_BEFORE:
      return n_values == 1;
    case OCOP_OPERATOR_BETWEEN:
      return n_values == 2;
    default:
      return n_values > 0;
    }
}

static gboolean
is_choice (const OcopField *field,
           const char      *key)
{
  for (const OcopChoice *choice = field->choices; choice->key != NULL; choice++)
    if (g_str_equal (choice->key, key))
      return TRUE;
  return FALSE;
}

static gboolean
value_suits (const OcopField *field,
             const char      *text)
{
  OcopDate date;

  if (ocop_field_is_number (field))
    return g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, NULL, NULL);
  if (field->type == OCOP_FIELD_DATE)
    return ocop_date_parse (text, &date) && ocop_date_is_known (date);
  return field->choices == NULL || is_choice (field, text);
}

gboolean
ocop_query_check_values (const OcopKind       *kind,
                         const OcopCondition  *condition,
                         GError              **error)
{
  const OcopField *field = ocop_query_find_path (kind, condition->field);
  gboolean parts_of_text = condition->op == OCOP_OPERATOR_CONTAINS || condition->op == OCOP_OPERATOR_CONTAINS_WORDS;

  if (!n_values_suit (condition->op, g_strv_length (condition->values)))
    {
      g_set_error (error, OCOP_ERROR, OCOP_ERROR_ARGUMENT,
                   _("%s: the condition has too few or too many values"), condition->field);
      return FALSE;
    }
  if (condition->op == OCOP_OPERATOR_WITHIN && (field == NULL || g_strcmp0 (field->target, "unit") != 0))
    {
      g_set_error (error, OCOP_ERROR, OCOP_ERROR_ARGUMENT, _("%s: nothing lies within it"), condition->field);
      return FALSE;
    }
  for (guint i = 0; field != NULL && !parts_of_text && condition->values[i] != NULL; i++)
    if (!value_suits (field, condition->values[i]))
      {
        g_set_error (error, OCOP_ERROR, OCOP_ERROR_ARGUMENT,
                     _("%s: “%s” cannot be a value of it"), condition->field, condition->values[i]);
        return FALSE;
      }
  return TRUE;
}

static gboolean
can_measure (OcopMeasure      measure,
             const OcopField *field)
{
  switch (measure)
    {
    case OCOP_MEASURE_SUM:
      return ocop_field_is_number (field);
    case OCOP_MEASURE_MIN:
    case OCOP_MEASURE_MAX:
      return ocop_field_is_number (field) || (field != NULL && field->type == OCOP_FIELD_DATE);
    default:
      return TRUE;
    }
}

gboolean
ocop_query_check_measure (const OcopQuery  *query,
                          GError          **error)
{
  const char *of = query->measured != NULL ? query->measured : "";

  if (query->measure == OCOP_MEASURE_NONE || query->measure == OCOP_MEASURE_COUNT)
    return TRUE;
  if (*of != '\0' && can_measure (query->measure, ocop_query_find_path (query->kind, of)))
    return TRUE;
  g_set_error (error, OCOP_ERROR, OCOP_ERROR_ARGUMENT, _("“%s” is nothing that can be measured so"), of);
  return FALSE;
}
