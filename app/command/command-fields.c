/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From what is typed on the command line to kinds, fields, records and conditions. */

#include "command-fields.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "base/ocop-text.h"
#include "base/ocop-uuid.h"
#include "report/chart/ocop-chart-question.h"

static const struct
{
  const char *sign;
  OcopOperator op;
} signs[] = {
  /* The longer ones first. */
  { "!=", OCOP_OPERATOR_IS_NOT },
  { ">=", OCOP_OPERATOR_AT_LEAST },
  { "<=", OCOP_OPERATOR_AT_MOST },
  { "=", OCOP_OPERATOR_IS },
  { "~", OCOP_OPERATOR_CONTAINS },
};

const OcopKind *
ocop_command_find_kind (const char  *name,
                        GError     **error)
{
  const OcopKind *kind = ocop_kind_find (name);
  const OcopKind * const *kinds = ocop_kind_all ();
  g_autoptr(GString) names = g_string_new (NULL);

  if (kind != NULL)
    return kind;
  for (; *kinds != NULL; kinds++)
    g_string_append_printf (names, " %s", (*kinds)->plural);
  g_set_error (error, OCOP_ERROR, OCOP_ERROR_ARGUMENT, _("There is no kind of record “%s”. There are:%s"), name, names->str);
  return NULL;
}

static void
set_unknown_field (const OcopKind  *kind,
                   const char      *path,
                   GError         **error)
{
  g_autoptr(GString) names = g_string_new (NULL);

  for (const OcopField *field = kind->fields; field->name != NULL; field++)
    g_string_append_printf (names, " %s", field->name);
  g_set_error (error, OCOP_ERROR, OCOP_ERROR_ARGUMENT, _("%s: there is no field “%s”. There are:%s"),
               _(kind->title), path, names->str);
}

const OcopField *
ocop_command_find_field (const OcopKind  *kind,
                         const char      *path,
                         GError         **error)
{
  g_auto(GStrv) parts = g_strsplit (path, ".", 2);
  const OcopField *field = ocop_kind_find_field (kind, parts[0] != NULL ? parts[0] : "");

  if (field != NULL && parts[1] != NULL)
    field = field->target != NULL ? ocop_kind_find_field (ocop_kind_find (field->target), parts[1]) : NULL;
  if (field == NULL)
    set_unknown_field (kind, path, error);
  return field;
}

/* The ids of the records that @field of @query's kind names exactly, but for marks and case. */
static GPtrArray *
find_by_text (OcopReader      *reader,
              const OcopKind  *kind,
              const char      *field,
              OcopOperator     op,
              const char      *text,
              GError         **error)
{
  g_autoptr(OcopQuery) query = ocop_query_new (kind->name);
  g_autoptr(OcopRows) rows = NULL;
  GPtrArray *ids;

  ocop_query_where (query, field, op, text, NULL);
  rows = ocop_reader_rows (reader, query, (const char *[]) { "id", field, NULL }, 0, -1, error);
  if (rows == NULL)
    return NULL;
  ids = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < ocop_rows_get_n_rows (rows); i++)
    if (op == OCOP_OPERATOR_IS || ocop_text_same (ocop_rows_get_text (rows, i, 1), text))
      g_ptr_array_add (ids, g_strdup (ocop_rows_get_text (rows, i, 0)));
  return ids;
}

/* All records that @text may mean: by id, else by code, else by name. */
static GPtrArray *
find_records (OcopReader      *reader,
              const OcopKind  *kind,
              const char      *text,
              GError         **error)
{
  const OcopField *code = ocop_kind_find_field (kind, "code");
  g_autoptr(GPtrArray) ids = NULL;

  if (ocop_uuid_parse (text, NULL) && ocop_reader_key_of_id (reader, kind, text) != 0)
    {
      ids = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (ids, g_strdup (text));
      return g_steal_pointer (&ids);
    }
  if (code != NULL)
    {
      ids = find_by_text (reader, kind, code->name, OCOP_OPERATOR_IS, text, error);
      if (ids == NULL || ids->len > 0)
        return g_steal_pointer (&ids);
      g_clear_pointer (&ids, g_ptr_array_unref);
    }
  return find_by_text (reader, kind, kind->label, OCOP_OPERATOR_CONTAINS, text, error);
}

char *
ocop_command_find_record (OcopReader      *reader,
                          const OcopKind  *kind,
                          const char      *text,
                          GError         **error)
{
  g_autoptr(GPtrArray) ids = find_records (reader, kind, text, error);

  if (ids == NULL)
    return NULL;
  if (ids->len == 1)
    return g_strdup (ids->pdata[0]);
  if (ids->len == 0)
    g_set_error (error, OCOP_ERROR, OCOP_ERROR_NOT_FOUND, _("%s: there is no “%s”"), _(kind->title), text);
  else
    g_set_error (error, OCOP_ERROR, OCOP_ERROR_NOT_FOUND, _("%s: “%s” is the name of %u; give the id"),
                 _(kind->title), text, ids->len);
  return NULL;
}

gboolean
ocop_command_find_place (OcopReader  *reader,
                         const char  *text,
                         char       **place,
                         GError     **error)
{
  *place = NULL;
  if (text == NULL)
    return TRUE;
  *place = g_str_equal (text, "all") ? g_strdup (OCOP_CHART_PLACE_EVERYWHERE)
                                     : ocop_command_find_record (reader, ocop_kind_find ("unit"), text, error);
  return *place != NULL;
}

/* Where the sign stands: the first one after the field's name. */
static const char *
find_sign (const char *text,
           guint      *sign)
{
  const char *p = text + strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789_.");

  for (*sign = 0; *sign < G_N_ELEMENTS (signs); (*sign)++)
    if (p > text && g_str_has_prefix (p, signs[*sign].sign))
      return p;
  return NULL;
}

static gboolean
add_link_values (GPtrArray        *values,
                 const OcopField  *field,
                 OcopReader       *reader,
                 const char       *text,
                 GError          **error)
{
  g_autoptr(GPtrArray) ids = find_records (reader, ocop_kind_find (field->target), text, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    g_ptr_array_add (values, g_strdup (ids->pdata[i]));
  return ids != NULL;
}

/* The text form of a condition's value, as the register holds it. */
static gboolean
add_value (GPtrArray        *values,
           const OcopField  *field,
           const char       *text,
           GError          **error)
{
  g_auto(OcopValue) value = OCOP_VALUE_INIT;

  if (!ocop_field_parse (field, text, &value, error))
    return FALSE;
  if (value.type == OCOP_VALUE_INTEGER)
    g_ptr_array_add (values, g_strdup_printf ("%" G_GINT64_FORMAT, value.integer));
  else if (value.type == OCOP_VALUE_TEXT)
    g_ptr_array_add (values, g_strdup (value.text));
  return TRUE;
}

static gboolean
add_text (GPtrArray        *values,
          const OcopField  *field,
          OcopReader       *reader,
          const char       *text,
          GError          **error)
{
  return field->type == OCOP_FIELD_LINK ? add_link_values (values, field, reader, text, error)
                                        : add_value (values, field, text, error);
}

/* Names may have commas in them, so the whole is one of the values too. */
static gboolean
may_have_comma (const OcopField *field)
{
  return field->type == OCOP_FIELD_TEXT || field->type == OCOP_FIELD_LONG_TEXT || field->type == OCOP_FIELD_LINK;
}

/* @op takes several values, or just one. */
static gboolean
add_values (GPtrArray        *values,
            const OcopField  *field,
            OcopOperator      op,
            OcopReader       *reader,
            const char       *text,
            GError          **error)
{
  gboolean several = (op == OCOP_OPERATOR_IS || op == OCOP_OPERATOR_IS_NOT) && strchr (text, ',') != NULL;
  g_auto(GStrv) parts = several ? g_strsplit (text, ",", -1) : NULL;

  if ((!several || may_have_comma (field)) && !add_text (values, field, reader, text, error))
    return FALSE;
  for (guint i = 0; several && parts[i] != NULL; i++)
    if (!add_text (values, field, reader, g_strstrip (parts[i]), error))
      return FALSE;
  if (values->len == 0)
    {
      g_set_error (error, OCOP_ERROR, OCOP_ERROR_ARGUMENT, _("%s: there is no “%s”"), _(field->title), text);
      return FALSE;
    }
  g_ptr_array_add (values, NULL);
  return TRUE;
}

/* A value that cannot be is an argument that cannot be used. */
static gboolean
blame_argument (GError **error)
{
  if (error != NULL && g_error_matches (*error, OCOP_ERROR, OCOP_ERROR_INVALID_VALUE))
    (*error)->code = OCOP_ERROR_ARGUMENT;
  return FALSE;
}

gboolean
ocop_command_filter (OcopQuery   *query,
                     OcopReader  *reader,
                     const char  *filter,
                     GError     **error)
{
  guint sign;
  const char *at = find_sign (filter, &sign);
  g_autofree char *path = at != NULL ? g_strndup (filter, (gsize) (at - filter)) : NULL;
  g_autoptr(GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  const OcopField *field;
  const char *text;

  if (at == NULL)
    {
      g_set_error (error, OCOP_ERROR, OCOP_ERROR_ARGUMENT, _("“%s” is not of the form FIELD=VALUE"), filter);
      return FALSE;
    }
  field = ocop_command_find_field (ocop_query_get_kind (query), path, error);
  if (field == NULL)
    return FALSE;
  text = at + strlen (signs[sign].sign);
  if (*text == '\0')
    {
      ocop_query_where (query, path, signs[sign].op == OCOP_OPERATOR_IS_NOT ? OCOP_OPERATOR_KNOWN : OCOP_OPERATOR_UNKNOWN,
                        NULL, NULL);
      return TRUE;
    }
  if (!add_values (values, field, signs[sign].op, reader, text, error))
    return blame_argument (error);
  ocop_query_wherev (query, path, signs[sign].op, (const char * const *) values->pdata);
  return TRUE;
}

static gboolean
parse_value (const OcopField  *field,
             OcopReader       *reader,
             const char       *text,
             OcopValue        *value,
             GError          **error)
{
  g_autofree char *id = NULL;

  if (field->type != OCOP_FIELD_LINK || *text == '\0')
    return ocop_field_parse (field, text, value, error) || blame_argument (error);
  id = ocop_command_find_record (reader, ocop_kind_find (field->target), text, error);
  *value = ocop_value_text (id);
  return id != NULL;
}

gboolean
ocop_command_assign (OcopRecord  *record,
                     OcopReader  *reader,
                     const char  *assignment,
                     GError     **error)
{
  const OcopKind *kind = ocop_record_get_kind (record);
  const char *at = strchr (assignment, '=');
  g_autofree char *name = at != NULL ? g_strndup (assignment, (gsize) (at - assignment)) : NULL;
  const OcopField *field = name != NULL ? ocop_kind_find_field (kind, name) : NULL;
  g_auto(OcopValue) value = OCOP_VALUE_INIT;

  if (field == NULL && name != NULL)
    set_unknown_field (kind, name, error);
  else if (field == NULL)
    g_set_error (error, OCOP_ERROR, OCOP_ERROR_ARGUMENT, _("“%s” is not of the form FIELD=VALUE"), assignment);
  else if (!ocop_field_is_stored (field))
    g_set_error (error, OCOP_ERROR, OCOP_ERROR_ARGUMENT, _("%s is computed and cannot be written"), _(field->title));
  else if (parse_value (field, reader, at + 1, &value, error))
    {
      ocop_record_set (record, name, &value);
      return TRUE;
    }
  return FALSE;
}
