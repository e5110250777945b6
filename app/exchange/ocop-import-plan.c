/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ocop-import-plan.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "base/ocop-writing.h"
#include "exchange/ocop-import-draft-private.h"
#include "exchange/ocop-import-index-private.h"
#include "exchange/ocop-import-match-private.h"
#include "exchange/ocop-import-messages-private.h"

/* Rows between two looks at whether the plan is still wanted, and two words of how far it is. */
#define ROWS_PER_LOOK 256

struct _OcopImportPlan
{
  OcopImportIndex *index;
  GPtrArray *rows;  /* OcopImportRow */
  GPtrArray *notes; /* char *, ended by NULL */
  guint counts[OCOP_IMPORT_N_RESULTS];
  guint n_taken;
};

static const struct
{
  const char *name, *title;
} results[] = {
  [OCOP_IMPORT_NEW] = { "new", NC_("import", "New") },
  [OCOP_IMPORT_CHANGED] = { "changed", NC_("import", "Changed") },
  [OCOP_IMPORT_DUPLICATE] = { "duplicate", NC_("import", "Duplicate") },
  [OCOP_IMPORT_DOUBTFUL] = { "doubtful", NC_("import", "Doubtful") },
  [OCOP_IMPORT_WRONG] = { "wrong", NC_("import", "Wrong") },
};

static void
look_alike_free (OcopImportLookAlike *look_alike)
{
  g_free (look_alike->name);
  g_free (look_alike->other);
  g_free (look_alike);
}

static void
row_free (gpointer data)
{
  OcopImportRow *row = data;

  g_clear_pointer (&row->look_alike, look_alike_free);
  g_free (row->label);
  g_ptr_array_unref (row->messages);
  g_free (row);
}

static OcopImportResult
find_result (const OcopImportMatch *match)
{
  if (ocop_import_has_said (match->messages, OCOP_IMPORT_SAYS_WRONG))
    return OCOP_IMPORT_WRONG;
  if (ocop_import_has_said (match->messages, OCOP_IMPORT_SAYS_DUPLICATE))
    return OCOP_IMPORT_DUPLICATE;
  if (ocop_import_has_said (match->messages, OCOP_IMPORT_SAYS_MISSING)
      || ocop_import_has_said (match->messages, OCOP_IMPORT_SAYS_ODD)
      || ocop_import_has_said (match->messages, OCOP_IMPORT_SAYS_SIMILAR))
    return OCOP_IMPORT_DOUBTFUL;
  return match->adds ? OCOP_IMPORT_NEW : OCOP_IMPORT_CHANGED;
}

/* A row with something wrong touches nothing; what is wrong only beside the register's values leaves those. */
static void
take_row (OcopImportPlan          *plan,
          const OcopSheetHeading  *heading,
          const OcopImportMapping *mapping,
          const OcopImportChoices *choices,
          const OcopHeadingRow    *place)
{
  const char *name = ocop_import_fields (ocop_import_mapping_get_kind (mapping))->name;
  const char *label = ocop_import_mapping_get_text (mapping, place->row, name);
  OcopImportRow *row = g_new0 (OcopImportRow, 1);
  OcopImportMatch match = { plan->index, mapping, choices };
  g_autoptr(OcopImportDraft) draft = NULL;

  row->row = place->row;
  row->number = match.origin = ocop_sheet_get_row_number (heading->sheet, place->row);
  row->label = g_strdup (label != NULL ? label : "");
  row->messages = match.messages = ocop_import_messages_new ();
  if (label == NULL)
    ocop_import_say (row->messages, OCOP_IMPORT_SAYS_WRONG, ocop_import_mapping_get (mapping, name), _("The name is missing"));
  draft = ocop_import_draft_new (heading, mapping, place, row->messages);
  if (!ocop_import_has_said (row->messages, OCOP_IMPORT_SAYS_WRONG))
    ocop_import_match_take (&match, draft);
  row->result = find_result (&match);
  row->look_alike = match.look_alike;
  ocop_import_messages_sort (row->messages);
  plan->counts[row->result]++;
  plan->n_taken += match.writes;
  g_ptr_array_add (plan->rows, row);
}

static gboolean
take_rows (OcopImportPlan           *plan,
           const OcopSheetHeading   *heading,
           const OcopImportMapping  *mapping,
           const OcopImportChoices  *choices,
           OcopReadProgress          progress,
           gpointer                  user_data,
           GCancellable             *cancellable,
           GError                  **error)
{
  for (guint i = 0; i < heading->rows->len; i++)
    {
      const OcopHeadingRow *row = &g_array_index (heading->rows, OcopHeadingRow, i);

      if (i % ROWS_PER_LOOK == 0 && ocop_is_cancelled (cancellable, NULL, error))
        return FALSE;
      if (i % ROWS_PER_LOOK == 0 && progress != NULL)
        progress ((double) i / heading->rows->len, user_data);
      if (row->kind == OCOP_ROW_DATA)
        take_row (plan, heading, mapping, choices, row);
    }
  return TRUE;
}

/* Expected fields that no column holds: said once, not in every row. */
static void
note_missing_columns (OcopImportPlan          *plan,
                      const OcopImportMapping *mapping)
{
  OcopImportKind kind = ocop_import_mapping_get_kind (mapping);
  const char * const *expected = ocop_import_expected (kind);

  for (guint i = 0; expected[i] != NULL; i++)
    if (!ocop_import_mapping_is_told (mapping, expected[i]))
      g_ptr_array_add (plan->notes, g_strdup_printf (_("The list has no column for: %s"),
                                                     _(ocop_import_find_field (kind, expected[i])->title)));
}

static void
note_unread_columns (OcopImportPlan          *plan,
                     const OcopSheetHeading  *heading,
                     const OcopImportMapping *mapping)
{
  for (guint i = 0; i < heading->columns->len; i++)
    {
      const OcopHeadingColumn *column = &g_array_index (heading->columns, OcopHeadingColumn, i);

      if (!column->is_running_number && *column->text != '\0' && !ocop_import_is_reason_column (heading, i)
          && ocop_import_mapping_get_field (mapping, column->column) == NULL)
        g_ptr_array_add (plan->notes, g_strdup_printf (_("The column “%s” is not read"), column->text));
    }
}

/* A row may be new or changed as a whole, and still not hold quite what its cells say. */
static void
note_read_otherwise (OcopImportPlan *plan)
{
  guint n = 0;

  for (guint i = 0; i < plan->rows->len; i++)
    if (ocop_import_has_said (((const OcopImportRow *) plan->rows->pdata[i])->messages, OCOP_IMPORT_SAYS_NOTE))
      n++;
  if (n > 0)
    g_ptr_array_add (plan->notes, g_strdup_printf (ngettext ("%u row is read otherwise than its cells say: it says how",
                                                             "%u rows are read otherwise than their cells say: each says how", n), n));
}

OcopImportPlan *
ocop_import_plan_new (OcopReader               *reader,
                      const OcopSheetHeading   *heading,
                      const OcopImportMapping  *mapping,
                      const OcopImportChoices  *choices,
                      OcopReadProgress          progress,
                      gpointer                  user_data,
                      GCancellable             *cancellable,
                      GError                  **error)
{
  OcopImportKind kind = ocop_import_mapping_get_kind (mapping);
  const OcopImportField *name = ocop_import_fields (kind);
  g_autoptr(OcopImportPlan) plan = g_new0 (OcopImportPlan, 1);

  plan->rows = g_ptr_array_new_with_free_func (row_free);
  plan->notes = g_ptr_array_new_with_free_func (g_free);
  if (!ocop_import_mapping_is_told (mapping, name->name))
    {
      g_set_error (error, OCOP_ERROR, OCOP_ERROR_ARGUMENT,
                   /* Translators: a sheet, the title of a field */
                   _("Sheet “%s”: no column holds: %s. Say which does, or choose another sheet or kind of list."),
                   ocop_sheet_get_name (heading->sheet), _(name->title));
      return NULL;
    }
  plan->index = ocop_import_index_new (reader, ocop_import_kind_model (kind), error);
  if (plan->index == NULL || !take_rows (plan, heading, mapping, choices, progress, user_data, cancellable, error))
    return NULL;
  note_missing_columns (plan, mapping);
  note_unread_columns (plan, heading, mapping);
  note_read_otherwise (plan);
  g_ptr_array_add (plan->notes, NULL);
  return g_steal_pointer (&plan);
}

void
ocop_import_plan_free (OcopImportPlan *plan)
{
  if (plan == NULL)
    return;
  g_clear_pointer (&plan->index, ocop_import_index_free);
  g_ptr_array_unref (plan->rows);
  g_ptr_array_unref (plan->notes);
  g_free (plan);
}

guint
ocop_import_plan_get_n_rows (const OcopImportPlan *plan)
{
  return plan->rows->len;
}

const OcopImportRow *
ocop_import_plan_get_row (const OcopImportPlan *plan,
                          guint                 i)
{
  return plan->rows->pdata[i];
}

guint
ocop_import_plan_count (const OcopImportPlan *plan,
                        OcopImportResult      result)
{
  return plan->counts[result];
}

guint
ocop_import_plan_get_n_taken (const OcopImportPlan *plan)
{
  return plan->n_taken;
}

const char * const *
ocop_import_plan_get_notes (const OcopImportPlan *plan)
{
  return (const char * const *) plan->notes->pdata;
}

OcopChange *
ocop_import_plan_new_change (const OcopImportPlan *plan,
                             const char           *name)
{
  g_autofree char *title = g_strdup_printf (ngettext ("Import list “%s” (%u row)", "Import list “%s” (%u rows)", plan->n_taken),
                                            name, plan->n_taken);
  OcopChange *change = ocop_change_new ("import", title);

  ocop_import_index_fill_change (plan->index, change);
  return change;
}

const char *
ocop_import_result_name (OcopImportResult result)
{
  return results[result].name;
}

const char *
ocop_import_result_title (OcopImportResult result)
{
  return g_dpgettext2 (NULL, "import", results[result].title);
}

/* The message with its column, where it has one: "column H: …". Free with g_free(). */
static char *
message_to_people (const OcopImportMessage *message)
{
  char letters[OCOP_SHEET_COLUMN_NAME_SIZE];

  if (message->column == OCOP_IMPORT_NO_COLUMN)
    return g_strdup (message->text);
  /* Translators: the letters of a column, what is said of its cell */
  return g_strdup_printf (_("column %s: %s"), ocop_sheet_column_name (message->column, letters), message->text);
}

char *
ocop_import_row_to_people (const OcopImportRow *row,
                           const char          *separator)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < row->messages->len; i++)
    {
      g_autofree char *message = message_to_people (row->messages->pdata[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? separator : "", message);
    }
  return g_string_free (text, FALSE);
}
