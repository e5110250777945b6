/* SPDX-License-Identifier: GPL-3.0-or-later */

/* ocop list */

#include <glib/gi18n.h>

#include "command-fields.h"
#include "commands.h"

/* What each kind's list shows unless told; other kinds show all their fields. */
static const struct
{
  const char *kind;
  const char *columns;
} defaults[] = {
  { "producer", "name,kind,locality,phone,representative,products" },
  { "product", "name,producer,criteria_set,locality,star,state,valid_until,decision_number,decision_date,year" },
  { "recognition", "product,star,kind,decision_number,decision_date,issuer,from_day,until_day,state" },
  { "dossier", "name,product,product.producer,product.locality,kind,step,step_on,officer" },
  { "unit", "name,type,level,code,parent,valid_from,valid_until,successor" },
};

typedef struct
{
  const OcopInvocation *invocation;
  const OcopKind *kind;
  char *text;
  char **filters;
  char *sort;
  char *columns;
  int limit;
} List;

static void
list_clear (List *list)
{
  g_free (list->text);
  g_strfreev (list->filters);
  g_free (list->sort);
  g_free (list->columns);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (List, list_clear)

static char *
dup_all_fields (const OcopKind *kind)
{
  GString *names = g_string_new (NULL);

  for (const OcopField *field = kind->fields; field->name != NULL && ocop_field_is_stored (field); field++)
    g_string_append_printf (names, "%s%s", names->len > 0 ? "," : "", field->name);
  return g_string_free (names, FALSE);
}

static char *
dup_default_columns (const OcopKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (defaults); i++)
    if (g_str_equal (defaults[i].kind, kind->name))
      return g_strdup (defaults[i].columns);
  return dup_all_fields (kind);
}

/* A link is two columns: the name of what it leads to, and its id for programs. */
static void
add_column (OcopOutput      *output,
            GPtrArray       *paths,
            const OcopField *field,
            const char      *path)
{
  if (field->type == OCOP_FIELD_LINK)
    {
      g_autofree char *id = g_strconcat (path, "_id", NULL);

      g_ptr_array_add (paths, g_strconcat (path, ".", ocop_kind_find (field->target)->label, NULL));
      ocop_output_add_column (output, path, _(field->title), NULL);
      g_ptr_array_add (paths, g_strdup (path));
      ocop_output_add_column (output, id, NULL, NULL);
      return;
    }
  g_ptr_array_add (paths, g_strdup (path));
  ocop_output_add_column (output, path, _(field->title), field);
}

/* The id comes first, for programs; people see it when they ask for it. */
static gboolean
add_columns (const List  *list,
             OcopOutput  *output,
             GPtrArray   *paths,
             GError     **error)
{
  g_autofree char *usual = dup_default_columns (list->kind);
  g_auto(GStrv) columns = g_strsplit (list->columns != NULL ? list->columns : usual, ",", -1);
  gboolean asked = g_strv_contains ((const char * const *) columns, "id");

  g_ptr_array_add (paths, g_strdup ("id"));
  ocop_output_add_column (output, "id", asked ? "id" : NULL, NULL);
  for (guint i = 0; columns[i] != NULL; i++)
    {
      const char *path = g_strstrip (columns[i]);
      const OcopField *field = NULL;

      if (g_str_equal (path, "id"))
        continue;
      field = ocop_command_find_field (list->kind, path, error);
      if (field == NULL)
        return FALSE;
      add_column (output, paths, field, path);
    }
  g_ptr_array_add (paths, NULL);
  return TRUE;
}

static gboolean
add_order (const List  *list,
           OcopQuery   *query,
           GError     **error)
{
  const char *sort = list->sort != NULL ? list->sort : list->kind->label;
  gboolean descending = *sort == '-';

  if (ocop_command_find_field (list->kind, sort + descending, error) == NULL)
    return FALSE;
  ocop_query_order_by (query, sort + descending, descending);
  return TRUE;
}

static OcopQuery *
build_query (const List  *list,
             OcopReader  *reader,
             GError     **error)
{
  g_autoptr(OcopQuery) query = ocop_query_new (list->kind->name);

  ocop_query_set_on (query, list->invocation->on);
  ocop_query_set_text (query, list->text);
  for (guint i = 0; list->filters != NULL && list->filters[i] != NULL; i++)
    if (!ocop_command_filter (query, reader, list->filters[i], error))
      return NULL;
  return add_order (list, query, error) ? g_steal_pointer (&query) : NULL;
}

static gboolean
add_row (const OcopValue *values,
         gpointer         data)
{
  ocop_output_add_row (data, values);
  return TRUE;
}

static gpointer
read_list (OcopReader    *reader,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  const List *list = data;
  g_autoptr(OcopOutput) output = ocop_output_new ();
  g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(OcopQuery) query = build_query (list, reader, error);
  g_autoptr(OcopRows) rows = NULL;
  const char * const *columns;

  if (query == NULL || !add_columns (list, output, paths, error))
    return NULL;
  columns = (const char * const *) paths->pdata;
  if (list->limit < 0)
    return ocop_reader_each (reader, query, columns, add_row, output, error) ? g_steal_pointer (&output) : NULL;
  rows = ocop_reader_rows (reader, query, columns, 0, list->limit, error);
  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < ocop_rows_get_n_rows (rows); i++)
    ocop_output_add_row (output, ocop_rows_get (rows, i, 0));
  return g_steal_pointer (&output);
}

static const struct
{
  const char *name;
  const char *title;
} history_columns[OCOP_N_HISTORY_COLUMNS] = {
  [OCOP_HISTORY_CHANGE] = { "change", NULL },
  [OCOP_HISTORY_SEQ] = { "seq", N_("No.") },
  [OCOP_HISTORY_TIME] = { "time", N_("Time (UTC)") },
  [OCOP_HISTORY_PERSON] = { "person", N_("Person") },
  [OCOP_HISTORY_KIND] = { "kind", NULL },
  [OCOP_HISTORY_NAME] = { "name", N_("Change") },
  [OCOP_HISTORY_RECORD_KIND] = { "record_kind", NULL },
  [OCOP_HISTORY_RECORD] = { "record", NULL },
  [OCOP_HISTORY_LABEL] = { "label", N_("Record") },
  [OCOP_HISTORY_ACTION] = { "action", N_("Action") },
  [OCOP_HISTORY_BEFORE] = { "before", NULL },
  [OCOP_HISTORY_AFTER] = { "after", NULL },
};

static gpointer
read_history (OcopReader    *reader,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  const List *list = data;
  g_autoptr(OcopRows) rows = ocop_reader_history (reader, NULL, list->limit, error);
  g_autoptr(OcopOutput) output = ocop_output_new ();

  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (history_columns); i++)
    ocop_output_add_column (output, history_columns[i].name,
                            history_columns[i].title != NULL ? _(history_columns[i].title) : NULL,
                            i == OCOP_HISTORY_SEQ ? ocop_output_integer_field () : NULL);
  for (guint i = 0; i < ocop_rows_get_n_rows (rows); i++)
    ocop_output_add_row (output, ocop_rows_get (rows, i, 0));
  return g_steal_pointer (&output);
}

OcopStatus
ocop_command_list (OcopInvocation *invocation)
{
  g_auto(List) list = { invocation, .limit = -1 };
  const GOptionEntry entries[] = {
    { "search", 0, 0, G_OPTION_ARG_STRING, &list.text, N_("Records that have these words"), N_("TEXT") },
    { "filter", 0, 0, G_OPTION_ARG_STRING_ARRAY, &list.filters,
      N_("Only these; several values parted by commas, none for unknown; also != >= <= and ~ for “contains”"), N_("FIELD=VALUE") },
    { "sort", 0, 0, G_OPTION_ARG_STRING, &list.sort, N_("In this order; -FIELD for the reverse"), N_("FIELD") },
    { "columns", 0, 0, G_OPTION_ARG_STRING, &list.columns, N_("Show these fields, e.g. name,producer.kind"), N_("A,B") },
    { "limit", 0, 0, G_OPTION_ARG_INT, &list.limit, N_("The first ones only"), N_("N") },
    { NULL }
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopOutput) output = NULL;
  OcopStatus status;
  gboolean history;

  if (!ocop_invocation_parse (invocation, entries))
    return OCOP_STATUS_UNUSABLE;
  history = g_str_equal (invocation->arguments[1], "history");
  list.kind = history ? NULL : ocop_command_find_kind (invocation->arguments[1], &error);
  if (error != NULL)
    return ocop_invocation_fail (g_steal_pointer (&error));
  output = ocop_invocation_read (invocation, history ? read_history : read_list, &list, &status);
  if (output == NULL)
    return status;
  ocop_output_print (output, invocation->format);
  return OCOP_STATUS_DONE;
}
