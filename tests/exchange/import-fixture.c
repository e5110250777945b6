/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import-fixture.h"

typedef struct
{
  const OcopSheetHeading *heading;
  const OcopImportMapping *mapping;
  const OcopImportChoices *choices;
} Asked;

static gpointer
make_plan (OcopReader    *reader,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  Asked *asked = data;

  return ocop_import_plan_new (reader, asked->heading, asked->mapping, asked->choices, NULL, NULL, NULL, error);
}

OcopImportPlan *
import_workbook (Fixture                 *fixture,
                 OcopWorkbook            *workbook,
                 OcopImportKind           kind,
                 const OcopImportChoices *choices)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopSheetHeading) heading = ocop_sheet_heading_find (ocop_import_choose_sheet (workbook, NULL, NULL));
  g_autoptr(OcopImportMapping) mapping = ocop_import_mapping_new (kind, heading);
  Asked asked = { heading, mapping, choices };
  OcopImportPlan *plan = ocop_register_read (fixture->reg, make_plan, &asked, &error);
  g_autoptr(OcopChange) change = NULL;

  g_assert_no_error (error);
  change = ocop_import_plan_new_change (plan, "test");
  if (!ocop_change_is_empty (change))
    ocop_register_commit (fixture->reg, change, &error);
  g_assert_no_error (error);
  return plan;
}

OcopImportPlan *
import_text_by (Fixture                 *fixture,
                const char              *text,
                OcopImportKind           kind,
                const OcopImportChoices *choices)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopWorkbook) workbook = ocop_workbook_new_from_text (text, "test", &error);

  g_assert_no_error (error);
  return import_workbook (fixture, workbook, kind, choices);
}

OcopImportPlan *
import_text (Fixture              *fixture,
             const char           *text,
             OcopImportKind        kind,
             OcopImportDuplicates  duplicates)
{
  g_autoptr(OcopImportChoices) choices = ocop_import_choices_new (duplicates);

  return import_text_by (fixture, text, kind, choices);
}

char *
import_results (const OcopImportPlan *plan)
{
  static const char * const sayings[] = { "wrong", "missing", "odd", "similar", "changes", "differs", "adds", "duplicate", "note" };
  GString *results = g_string_new (NULL);

  for (guint i = 0; i < ocop_import_plan_get_n_rows (plan); i++)
    {
      const OcopImportRow *row = ocop_import_plan_get_row (plan, i);

      g_string_append_printf (results, "%s%s", i > 0 ? "\n" : "", ocop_import_result_name (row->result));
      for (guint m = 0; m < row->messages->len; m++)
        {
          const OcopImportMessage *message = row->messages->pdata[m];
          char letters[OCOP_SHEET_COLUMN_NAME_SIZE];

          g_string_append_printf (results, " %s", sayings[message->saying]);
          if (message->column != OCOP_IMPORT_NO_COLUMN)
            g_string_append_printf (results, "@%s", ocop_sheet_column_name (message->column, letters));
        }
    }
  return g_string_free (results, FALSE);
}

char *
import_says (const OcopImportPlan *plan,
             guint                 row)
{
  const GPtrArray *messages = ocop_import_plan_get_row (plan, row)->messages;
  GString *says = g_string_new (NULL);

  for (guint i = 0; i < messages->len; i++)
    g_string_append_printf (says, "%s%s", i > 0 ? "; " : "", ((const OcopImportMessage *) messages->pdata[i])->text);
  return g_string_free (says, FALSE);
}

char *
import_dump (Fixture            *fixture,
             const char         *kind,
             const char * const *columns)
{
  g_autoptr(OcopQuery) query = ocop_query_new (kind);
  g_autoptr(OcopRows) rows = NULL;
  GString *dump = g_string_new (NULL);

  for (guint c = 0; columns[c] != NULL; c++)
    ocop_query_order_by (query, columns[c], FALSE);
  rows = fixture_rows (fixture, query, columns);
  for (guint r = 0; r < ocop_rows_get_n_rows (rows); r++)
    {
      g_string_append (dump, r > 0 ? "\n" : "");
      for (guint c = 0; columns[c] != NULL; c++)
        {
          const OcopValue *value = ocop_rows_get (rows, r, c);

          g_string_append (dump, c > 0 ? "|" : "");
          if (value->type == OCOP_VALUE_INTEGER)
            g_string_append_printf (dump, "%" G_GINT64_FORMAT, value->integer);
          else if (value->type == OCOP_VALUE_TEXT)
            g_string_append (dump, value->text);
        }
    }
  return g_string_free (dump, FALSE);
}

gint64
import_count (Fixture    *fixture,
              const char *star)
{
  g_autoptr(OcopQuery) query = ocop_query_new ("product");

  ocop_query_where (query, "star", OCOP_OPERATOR_IS, star, NULL);
  return fixture_measure (fixture, query);
}
