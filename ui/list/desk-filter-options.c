/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/desk-filter-options.h"

#include <glib/gi18n.h>

/* What the reading thread needs. */
typedef struct
{
  const OcopKind *kind;
  const DeskListFilter *filter;
} Request;

static void
option_free (DeskFilterOption *option)
{
  g_free (option->key);
  g_free (option->title);
  g_free (option);
}

static GPtrArray *
options_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) option_free);
}

/* Takes both texts. */
static void
append (GPtrArray *options,
        char      *key,
        char      *title,
        gint64     count)
{
  DeskFilterOption *option = g_new (DeskFilterOption, 1);

  *option = (DeskFilterOption) { key, title, count };
  g_ptr_array_add (options, option);
}

/* Unknowns */

static GPtrArray *
list_unknowns (const OcopKind       *kind,
               const DeskListFilter *filter)
{
  GPtrArray *options = options_new ();

  for (guint i = 0; filter->unknowns[i] != NULL; i++)
    append (options, g_strdup (filter->unknowns[i]), desk_filter_option_dup_title (kind, filter, filter->unknowns[i]), -1);
  return options;
}

/* Values */

static guint
find_choice (const OcopField *field,
             const char      *key)
{
  guint i = 0;

  while (field->choices[i].key != NULL && !g_str_equal (field->choices[i].key, key))
    i++;
  return i;
}

static int
compare_choices (gconstpointer a,
                 gconstpointer b,
                 gpointer      field)
{
  const DeskFilterOption * const *first = a, * const *second = b;

  return (int) find_choice (field, (*first)->key) - (int) find_choice (field, (*second)->key);
}

static char *
value_to_key (const OcopValue *value)
{
  return value->type == OCOP_VALUE_INTEGER ? g_strdup_printf ("%" G_GINT64_FORMAT, value->integer) : g_strdup (value->text);
}

/* @n_options: so many of the first are looked at. */
static gboolean
has_option (GPtrArray  *options,
            guint       n_options,
            const char *key)
{
  for (guint i = 0; i < n_options; i++)
    if (g_str_equal (((const DeskFilterOption *) options->pdata[i])->key, key))
      return TRUE;
  return FALSE;
}

/* Choices and criteria sets are known by their title, the records of a link by what the register calls them. */
static void
append_value (GPtrArray     *options,
              guint          n_wider,
              const Request *request,
              OcopRows      *rows,
              guint          row)
{
  g_autofree char *key = value_to_key (ocop_rows_get (rows, row, 0));
  const char *name = ocop_rows_get_text (rows, row, 1);
  char *title;

  if (key == NULL || has_option (options, n_wider, key))
    return;
  title = desk_filter_option_dup_title (request->kind, request->filter, key);
  if (title == NULL)
    title = g_strdup (name != NULL ? name : key);
  append (options, g_steal_pointer (&key), title, ocop_rows_get_integer (rows, row, 2));
}

/* Those that are offered already stand for more than these. */
static gboolean
append_values (OcopReader     *reader,
               const Request  *request,
               const char     *path,
               GPtrArray      *options,
               GError        **error)
{
  g_autoptr(OcopQuery) query = ocop_query_new (request->kind->name);
  g_autoptr(OcopRows) rows = NULL;
  guint n_wider = options->len;

  ocop_query_set_measure (query, OCOP_MEASURE_COUNT, NULL);
  ocop_query_group_by (query, path, NULL);
  rows = ocop_reader_groups (reader, query, error);
  for (guint i = 0; rows != NULL && i < ocop_rows_get_n_rows (rows); i++)
    append_value (options, n_wider, request, rows, i);
  return rows != NULL;
}

static gpointer
read_values (OcopReader    *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  Request *request = data;
  const DeskListFilter *filter = request->filter;
  const OcopField *field = desk_path_find_field (request->kind, filter->path);
  g_autoptr(GPtrArray) options = options_new ();

  if ((filter->province != NULL && !append_values (reader, request, filter->province, options, error))
      || !append_values (reader, request, filter->path, options, error))
    return NULL;
  if (field->type == OCOP_FIELD_CHOICE)
    g_ptr_array_sort_with_data (options, compare_choices, (gpointer) field);
  return g_steal_pointer (&options);
}

static void
on_values_read (GObject      *reg,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr(GTask) task = data;
  GError *error = NULL;
  GPtrArray *options = ocop_register_read_finish (OCOP_REGISTER (reg), result, &error);

  if (options != NULL)
    g_task_return_pointer (task, options, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
desk_filter_options_read_async (const OcopKind       *kind,
                                const DeskListFilter *filter,
                                OcopRegister         *reg,
                                GCancellable         *cancellable,
                                GAsyncReadyCallback   callback,
                                gpointer              user_data)
{
  g_autoptr(GTask) task = g_task_new (reg, cancellable, callback, user_data);
  Request *request;

  if (filter->path == NULL)
    {
      g_task_return_pointer (task, list_unknowns (kind, filter), (GDestroyNotify) g_ptr_array_unref);
      return;
    }
  request = g_new (Request, 1);
  *request = (Request) { kind, filter };
  ocop_register_read_async (reg, OCOP_LANE_WINDOW, read_values, request, g_free,
                            (GDestroyNotify) g_ptr_array_unref, cancellable, on_values_read, g_steal_pointer (&task));
}

GPtrArray *
desk_filter_options_read_finish (GAsyncResult  *result,
                                 GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

char *
desk_filter_option_dup_title (const OcopKind       *kind,
                              const DeskListFilter *filter,
                              const char           *key)
{
  const OcopField *field = desk_path_find_field (kind, filter->path != NULL ? filter->path : key);
  g_auto(OcopValue) value = ocop_value_text (key);

  if (filter->path == NULL)
    return g_strdup (_(field->title));
  if (field->type == OCOP_FIELD_BOOLEAN)
    return g_strdup (*key == '1' ? _("Yes") : _("No"));
  return field->type == OCOP_FIELD_CHOICE || field->type == OCOP_FIELD_SET ? desk_path_format (field, &value) : NULL;
}

OcopOperator
desk_filter_get_operator (const DeskListFilter *filter)
{
  return filter->province != NULL ? OCOP_OPERATOR_WITHIN : OCOP_OPERATOR_IS;
}

void
desk_filter_options_apply (const DeskListFilter *filter,
                           OcopOperator          op,
                           GPtrArray            *keys,
                           OcopQuery            *query)
{
  g_autofree const char **values = g_new0 (const char *, keys->len + 1);

  for (guint i = 0; i < keys->len; i++)
    {
      values[i] = g_ptr_array_index (keys, i);
      if (filter->path == NULL)
        ocop_query_where (query, values[i], OCOP_OPERATOR_UNKNOWN, NULL);
    }
  if (filter->path != NULL && keys->len > 0)
    ocop_query_wherev (query, filter->path, op, values);
}
