/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Of some recognitions only the year is known: what a paper says of them. */

#include "report/ocop-report-private.h"

#include <glib/gi18n.h>

#include "base/ocop-number.h"

OcopValue
ocop_report_day_value (const OcopValue *day,
                       gboolean         estimated)
{
  OcopDate date;
  g_autofree char *text = NULL;

  if (!estimated || day->type == OCOP_VALUE_UNKNOWN || !ocop_date_parse (day->text, &date))
    return ocop_value_copy (day);
  text = ocop_date_to_people_about (date, TRUE);
  return ocop_value_text (text);
}

gboolean
ocop_report_note_estimated (OcopReader       *reader,
                            const OcopQuery  *products,
                            OcopPaper        *paper,
                            GError          **error)
{
  g_autoptr(OcopQuery) query = ocop_query_copy (products);
  g_autofree char *number = NULL;
  g_autofree char *note = NULL;
  gint64 n;

  ocop_query_clear_order (query);
  ocop_query_group_by (query, NULL, NULL);
  ocop_query_where (query, "estimated", OCOP_OPERATOR_IS, "1", NULL);
  ocop_query_set_measure (query, OCOP_MEASURE_COUNT, NULL);
  n = ocop_reader_measure (reader, query, error);
  if (n <= 0)
    return n == 0;
  number = ocop_number_to_people (n);
  note = g_strdup_printf (ngettext ("Of %s product only the year of recognition is known: its term is counted to the end of the third year after it (≈).",
                                    "Of %s products only the year of recognition is known: their terms are counted to the end of the third year after it (≈).",
                                    (gulong) n),
                          number);
  ocop_paper_add_note (paper, note);
  return TRUE;
}
