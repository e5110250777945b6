/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What expires within half a year, commune by commune, with the days between which the dossier
 * for re-evaluation is to be handed in: what an office sends to its communes each month. */

#include "report/ocop-report-private.h"

#include <glib/gi18n.h>

#include "base/ocop-number.h"
#include "evaluation/ocop-due.h"

#define WITHIN_DAYS 180

enum
{
  CELL_NUMBER,
  CELL_PRODUCT,
  CELL_PRODUCER,
  CELL_PHONE,
  CELL_CLASS,
  CELL_DECISION,
  CELL_DECIDED,
  CELL_UNTIL,
  CELL_OPENS,
  CELL_CLOSES,
  CELL_NOTE,
};

static const OcopReportColumn columns[] = {
  [CELL_NUMBER] = { "number", N_("No."), OCOP_PAPER_COLUMN_INTEGER, 5 },
  [CELL_PRODUCT] = { "product", N_("Product"), OCOP_PAPER_COLUMN_TEXT, 44 },
  [CELL_PRODUCER] = { "producer", N_("Producer"), OCOP_PAPER_COLUMN_TEXT, 54 },
  [CELL_PHONE] = { "phone", N_("Phone"), OCOP_PAPER_COLUMN_TEXT, 13 },
  [CELL_CLASS] = { "class", N_("Class"), OCOP_PAPER_COLUMN_STARS, 8 },
  [CELL_DECISION] = { "decision", N_("Decision"), OCOP_PAPER_COLUMN_TEXT, 13 },
  [CELL_DECIDED] = { "decided", N_("Decision date"), OCOP_PAPER_COLUMN_DATE, 11 },
  [CELL_UNTIL] = { "until", N_("Valid until"), OCOP_PAPER_COLUMN_DATE, 13 },
  [CELL_OPENS] = { "opens", N_("from"), OCOP_PAPER_COLUMN_DATE, 11, NULL, N_("Dossier to be handed in") },
  [CELL_CLOSES] = { "closes", N_("to"), OCOP_PAPER_COLUMN_DATE, 11, NULL, N_("Dossier to be handed in") },
  [CELL_NOTE] = { "note", N_("Note"), OCOP_PAPER_COLUMN_TEXT, 13 },
  { NULL }
};

static OcopValue
date_value (OcopDate date)
{
  char buffer[OCOP_DATE_TEXT_SIZE];

  return ocop_value_text (ocop_date_to_text (date, buffer));
}

/* The days to hand in are counted back from the end: where that is estimated they are not known, and nobody is late. */
static gboolean
is_unsure (const OcopDue *due)
{
  return due->estimated && due->state != OCOP_DUE_EXTENDED;
}

/* Few words: most rows would repeat them, and a narrow cell makes a tall row. */
static char *
dup_note (const OcopDue *due)
{
  const char *state = is_unsure (due) ? NULL
                      : due->state == OCOP_DUE_OVER ? _("overdue")
                      : due->state != OCOP_DUE_OPEN ? ocop_due_state_title (due->state)
                                                    : NULL;
  const char *parts[] = {
    state,
    due->estimated ? "(*)" : NULL,
    NULL
  };
  guint first = parts[0] == NULL;

  return g_strjoinv (" ", (char **) parts + first);
}

static void
add_due (OcopPaperTable *table,
         const OcopDue  *due,
         guint           number)
{
  OcopPaperRow *row = ocop_paper_table_add_row (table, OCOP_PAPER_ROW_DATA, NULL);
  g_autofree char *note = dup_note (due);
  g_auto(OcopValue) until = OCOP_VALUE_INIT;

  row->cells[CELL_NUMBER] = ocop_value_integer (number);
  row->cells[CELL_PRODUCT] = ocop_value_text (due->product_name);
  row->cells[CELL_PRODUCER] = ocop_value_text (due->producer_name);
  row->cells[CELL_PHONE] = ocop_value_text (due->phone);
  row->cells[CELL_CLASS] = ocop_report_star_value (due->star);
  row->cells[CELL_DECISION] = ocop_value_text (due->decision_number);
  row->cells[CELL_DECIDED] = date_value (due->decision_date);
  until = date_value (due->until);
  row->cells[CELL_UNTIL] = ocop_report_day_value (&until, due->estimated);
  if (!is_unsure (due))
    {
      row->cells[CELL_OPENS] = date_value (due->opens);
      row->cells[CELL_CLOSES] = date_value (due->closes);
    }
  row->cells[CELL_NOTE] = ocop_value_text (note);
}

static gboolean
expires_soon (const OcopDue *due,
              OcopDate       on)
{
  return due->state != OCOP_DUE_EXPIRED && ocop_date_days_between (on, due->until) <= WITHIN_DAYS;
}

static int
compare_by_locality (gconstpointer a,
                     gconstpointer b)
{
  const OcopDue *due_a = *(OcopDue * const *) a;
  const OcopDue *due_b = *(OcopDue * const *) b;

  return due_a->rank < due_b->rank ? -1 : 1;
}

static int
compare_by_day (gconstpointer a,
                gconstpointer b)
{
  const OcopDue *due_a = *(OcopDue * const *) a;
  const OcopDue *due_b = *(OcopDue * const *) b;
  int order = ocop_date_compare (due_a->until, due_b->until);

  return order != 0 ? order : compare_by_locality (a, b);
}

static GPtrArray *
find_expiring (OcopReader             *reader,
               const OcopReportScope  *scope,
               GCompareFunc            compare,
               GError                **error)
{
  GPtrArray *dues = ocop_due_list (reader, scope->base, scope->on, WITHIN_DAYS, error);

  for (guint i = dues != NULL ? dues->len : 0; i-- > 0;)
    if (!expires_soon (dues->pdata[i], scope->on))
      g_ptr_array_remove_index (dues, i);
  if (dues != NULL)
    g_ptr_array_sort (dues, compare);
  return dues;
}

static const char *
locality_name (const OcopDue *due)
{
  return due->locality != NULL ? due->locality_name : _("Locality unknown");
}

/* The heading row of the locality of @dues from @first on, which follow each other. */
static void
add_locality (OcopPaperTable *table,
              GPtrArray      *dues,
              guint           first)
{
  const OcopDue *due = dues->pdata[first];
  g_autofree char *number = NULL;
  g_autofree char *label = NULL;
  guint end = first;

  while (end < dues->len && g_strcmp0 (((OcopDue *) dues->pdata[end])->locality, due->locality) == 0)
    end++;
  number = ocop_number_to_people (end - first);
  /* Translators: a locality and its number of products */
  label = g_strdup_printf (ngettext ("%s: %s product", "%s: %s products", end - first), locality_name (due), number);
  ocop_paper_table_add_row (table, OCOP_PAPER_ROW_GROUP, label);
}

static void
add_dues (OcopPaper *paper,
          GPtrArray *dues)
{
  OcopPaperTable *table = ocop_paper_add_table (paper, _("Expiring"));
  gboolean any_over = FALSE, any_estimated = FALSE;

  ocop_report_add_columns (table, columns);
  for (guint i = 0; i < dues->len; i++)
    {
      const OcopDue *due = dues->pdata[i];
      const OcopDue *before = i > 0 ? dues->pdata[i - 1] : NULL;

      if (before == NULL || g_strcmp0 (before->locality, due->locality) != 0)
        add_locality (table, dues, i);
      add_due (table, due, i + 1);
      any_over |= due->state == OCOP_DUE_OVER && !is_unsure (due);
      any_estimated |= due->estimated;
    }
  if (any_over)
    ocop_paper_add_note (paper, _("Overdue: the last day for handing in the dossier for re-evaluation has passed."));
  if (any_estimated)
    ocop_paper_add_note (paper, _("(*) Only the year of the decision is known: the day on which it ends is estimated (≈), and the days for the dossier can be said when the decision's day is entered."));
}

static void
add_days (OcopPaper *paper)
{
  g_autofree char *within = g_strdup_printf (_("Certificates that expire within %d days"), WITHIN_DAYS);

  ocop_paper_add_subtitle (paper, within);
}

static gboolean
build (OcopReader             *reader,
       const OcopReportScope  *scope,
       OcopPaper              *paper,
       GError                **error)
{
  g_autoptr(GPtrArray) dues = find_expiring (reader, scope, compare_by_locality, error);

  if (dues == NULL)
    return FALSE;
  add_days (paper);
  add_dues (paper, dues);
  return TRUE;
}

const OcopReport ocop_report_expiring = {
  .name = "expiring",
  .title = N_("OCOP products soon to expire"),
  .heading = N_("List of OCOP products soon to expire"),
  .orientation = OCOP_PAPER_LANDSCAPE,
  .columns = columns,
  .said = "valid_until",
  .build = build,
};

enum
{
  DAY_CELL_PRODUCT,
  DAY_CELL_PRODUCER,
  DAY_CELL_LOCALITY,
  DAY_CELL_CLASS,
  DAY_CELL_UNTIL,
  DAY_CELL_CLOSES,
};

static const OcopReportColumn columns_by_day[] = {
  [DAY_CELL_PRODUCT] = { "product", N_("Product"), OCOP_PAPER_COLUMN_TEXT, 44 },
  [DAY_CELL_PRODUCER] = { "producer", N_("Producer"), OCOP_PAPER_COLUMN_TEXT, 54 },
  [DAY_CELL_LOCALITY] = { "locality", N_("Locality"), OCOP_PAPER_COLUMN_TEXT, 24 },
  [DAY_CELL_CLASS] = { "class", N_("Class"), OCOP_PAPER_COLUMN_STARS, 8 },
  [DAY_CELL_UNTIL] = { "until", N_("Valid until"), OCOP_PAPER_COLUMN_DATE, 13 },
  [DAY_CELL_CLOSES] = { "closes", N_("Dossier to be handed in by"), OCOP_PAPER_COLUMN_DATE, 13 },
  { NULL }
};

static void
add_due_by_day (OcopPaperTable *table,
                const OcopDue  *due)
{
  OcopPaperRow *row = ocop_paper_table_add_row (table, OCOP_PAPER_ROW_DATA, NULL);
  g_auto(OcopValue) until = date_value (due->until);

  row->cells[DAY_CELL_PRODUCT] = ocop_value_text (due->product_name);
  row->cells[DAY_CELL_PRODUCER] = ocop_value_text (due->producer_name);
  row->cells[DAY_CELL_LOCALITY] = ocop_value_text (locality_name (due));
  row->cells[DAY_CELL_CLASS] = ocop_report_star_value (due->star);
  row->cells[DAY_CELL_UNTIL] = ocop_report_day_value (&until, due->estimated);
  if (!is_unsure (due))
    row->cells[DAY_CELL_CLOSES] = date_value (due->closes);
}

static gboolean
build_by_day (OcopReader             *reader,
              const OcopReportScope  *scope,
              OcopPaper              *paper,
              GError                **error)
{
  g_autoptr(GPtrArray) dues = find_expiring (reader, scope, compare_by_day, error);
  OcopPaperTable *table;

  if (dues == NULL)
    return FALSE;
  add_days (paper);
  table = ocop_paper_add_table (paper, _("Expiring"));
  ocop_report_add_columns (table, columns_by_day);
  for (guint i = 0; i < dues->len; i++)
    add_due_by_day (table, dues->pdata[i]);
  return TRUE;
}

const OcopReport ocop_report_expiring_by_day = {
  .name = "expiring",
  .title = N_("OCOP products soon to expire"),
  .columns = columns_by_day,
  .said = "valid_until",
  .build = build_by_day,
};
