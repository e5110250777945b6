/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/work/ocop-reward-paper.h"

#include <glib/gi18n.h>

#include "register/ocop-records.h"
#include "report/ocop-office-head.h"
#include "work/ocop-reward-list.h"

enum
{
  CELL_NUMBER,
  CELL_PRODUCER,
  CELL_PRODUCT,
  CELL_CLASS,
  CELL_OCCASION,
  CELL_BEFORE,
  CELL_AMOUNT,
  CELL_ACCOUNT,
};

static void
add_columns (OcopPaperTable *table)
{
  ocop_paper_table_add_column (table, "number", _("No."), OCOP_PAPER_COLUMN_INTEGER, 4)->align = OCOP_PAPER_ALIGN_CENTRE;
  ocop_paper_table_add_column (table, "producer", _("Producer"), OCOP_PAPER_COLUMN_TEXT, 24);
  ocop_paper_table_add_column (table, "product", _("Product"), OCOP_PAPER_COLUMN_TEXT, 24);
  ocop_paper_table_add_column (table, "class", _("Class"), OCOP_PAPER_COLUMN_STARS, 7);
  ocop_paper_table_add_column (table, "occasion", C_("pay list", "Recognised"), OCOP_PAPER_COLUMN_TEXT, 14);
  ocop_paper_table_add_column (table, "before", _("Paid before (đồng)"), OCOP_PAPER_COLUMN_MONEY, 12);
  ocop_paper_table_add_column (table, "amount", _("Reward (đồng)"), OCOP_PAPER_COLUMN_MONEY, 12);
  ocop_paper_table_add_column (table, "account", _("Bank account"), OCOP_PAPER_COLUMN_TEXT, 15);
  ocop_paper_table_add_column (table, "signature", _("Signed for receipt"), OCOP_PAPER_COLUMN_TEXT, 13)->align = OCOP_PAPER_ALIGN_CENTRE;
}

typedef struct
{
  OcopReader *reader;
  OcopPaperTable *table;
  guint n_rows;
  gint64 sum;
} Writing;

static void
add_reward (Writing              *writing,
            const OcopRewardLine *line,
            const OcopRecord     *reward,
            gint64                before)
{
  OcopPaperRow *row = ocop_paper_table_add_row (writing->table, OCOP_PAPER_ROW_DATA, NULL);
  const OcopField *occasion = ocop_kind_find_field (ocop_record_get_kind (reward), "occasion");
  const char *key = ocop_record_get_text (reward, "occasion");
  g_autofree char *producer = ocop_reader_label (writing->reader, ocop_kind_find ("producer"), ocop_record_get_text (reward, "producer"));

  row->cells[CELL_NUMBER] = ocop_value_integer (++writing->n_rows);
  row->cells[CELL_PRODUCER] = ocop_value_text (producer);
  row->cells[CELL_PRODUCT] = ocop_value_text (line->product_name);
  row->cells[CELL_CLASS] = ocop_value_integer (ocop_reward_line_get_class (line));
  row->cells[CELL_OCCASION] = ocop_value_text (key != NULL ? ocop_field_choice_title (occasion, key) : NULL);
  row->cells[CELL_BEFORE] = ocop_value_integer (before);
  row->cells[CELL_AMOUNT] = ocop_value_copy (ocop_record_get (reward, "amount"));
  row->cells[CELL_ACCOUNT] = ocop_value_copy (ocop_record_get (reward, "account"));
  writing->sum += ocop_record_get_integer (reward, "amount", 0);
}

/* A product that stands in two lists after the same decision has had the first before the second. */
static gboolean
add_line (Writing               *writing,
          const OcopRewardLine  *line,
          GError               **error)
{
  g_autoptr(GPtrArray) rewards =
    ocop_records_load (writing->reader, "reward", "recognition", ocop_record_get_id (line->recognition), "list_number", error);
  gint64 before = line->paid_before;

  for (guint i = 0; rewards != NULL && i < rewards->len; i++)
    before -= ocop_record_get_integer (rewards->pdata[i], "amount", 0);
  for (guint i = 0; rewards != NULL && i < rewards->len; i++)
    {
      add_reward (writing, line, rewards->pdata[i], before);
      before += ocop_record_get_integer (rewards->pdata[i], "amount", 0);
    }
  return rewards != NULL;
}

static void
write_heads (OcopPaper        *paper,
             const OcopRecord *decision,
             const OcopRecord *office)
{
  const char *number = ocop_record_get_text (decision, "number");
  g_autofree char *day = ocop_date_to_people (ocop_record_get_date (decision, "decided_on"));
  g_autofree char *after = g_strdup_printf (_("After decision no. %s of %s"), number != NULL ? number : "……", day);

  paper->orientation = OCOP_PAPER_LANDSCAPE;
  ocop_office_head_write (paper, office);
  ocop_office_foot_write (paper, office);
  ocop_paper_add_subtitle (paper, after);
}

OcopPaper *
ocop_reward_paper_read (OcopReader        *reader,
                        const OcopRecord  *decision,
                        const OcopRecord  *office,
                        GError           **error)
{
  g_autoptr(OcopRewardList) list = ocop_reward_list_read (reader, ocop_record_get_id (decision), error);
  g_autoptr(OcopPaper) paper = ocop_paper_new (_("List of rewards for producers of OCOP products"));
  Writing writing = { reader, ocop_paper_add_table (paper, _("Rewards")) };

  if (list == NULL)
    return NULL;
  write_heads (paper, decision, office);
  add_columns (writing.table);
  for (guint i = 0; i < list->lines->len; i++)
    if (!add_line (&writing, list->lines->pdata[i], error))
      return NULL;
  if (writing.n_rows > 0)
    ocop_paper_table_add_row (writing.table, OCOP_PAPER_ROW_TOTAL, _("Total"))->cells[CELL_AMOUNT] = ocop_value_integer (writing.sum);
  return g_steal_pointer (&paper);
}
