/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "work/ocop-reward-list.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "register/ocop-records.h"

void
ocop_reward_list_free (OcopRewardList *self)
{
  g_clear_pointer (&self->decision, ocop_record_free);
  g_clear_pointer (&self->rules, g_ptr_array_unref);
  g_ptr_array_unref (self->lines);
  g_free (self);
}

OcopRewardLine *
ocop_reward_list_get_line (const OcopRewardList *self,
                           guint                 place)
{
  return g_ptr_array_index (self->lines, place);
}

void
ocop_reward_list_work_out (OcopRewardList *self)
{
  ocop_reward_work_out (self->rules, self->lines, ocop_record_get_date (self->decision, "decided_on"));
}

gint64
ocop_reward_list_sum (const OcopRewardList *self,
                      guint                *n_lines)
{
  gint64 sum = 0;
  guint n = 0;

  for (guint i = 0; i < self->lines->len; i++)
    if (ocop_reward_line_is_paid (self->lines->pdata[i]))
      {
        sum += ocop_reward_list_get_line (self, i)->amount;
        n++;
      }
  if (n_lines != NULL)
    *n_lines = n;
  return sum;
}

/* --- reading --- */

/* The ids that the lines have in @offset, for one query of all of them; ended by %NULL. */
static GPtrArray *
collect_ids (const OcopRewardList *self,
             gsize                 offset)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < self->lines->len; i++)
    {
      char *id = G_STRUCT_MEMBER (char *, self->lines->pdata[i], offset);

      if (id != NULL && g_hash_table_add (seen, id))
        g_ptr_array_add (ids, id);
    }
  g_ptr_array_add (ids, NULL);
  return ids;
}

/* The records of @kind for which @path leads to what the lines have in @offset, the oldest first. */
static OcopRows *
read_of_lines (const OcopRewardList  *self,
               OcopReader            *reader,
               const char            *kind,
               const char            *path,
               gsize                  offset,
               const char            *order,
               const char * const    *columns,
               GError               **error)
{
  g_autoptr(GPtrArray) ids = collect_ids (self, offset);
  g_autoptr(OcopQuery) query = ocop_query_new (kind);

  if (ids->len <= 1)
    return ocop_rows_new (g_strv_length ((char **) columns));
  ocop_query_wherev (query, path, OCOP_OPERATOR_IS, (const char * const *) ids->pdata);
  ocop_query_order_by (query, order, FALSE);
  return ocop_reader_rows (reader, query, columns, 0, -1, error);
}

static gboolean
read_producers (OcopRewardList  *self,
                OcopReader      *reader,
                GError         **error)
{
  static const char * const columns[] = { "id", "name", "producer", "producer.name", NULL };
  g_autoptr(OcopRows) rows = read_of_lines (self, reader, "product", "id", G_STRUCT_OFFSET (OcopRewardLine, product), "name", columns, error);
  g_autoptr(GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; rows != NULL && i < ocop_rows_get_n_rows (rows); i++)
    g_hash_table_insert (places, (gpointer) ocop_rows_get_text (rows, i, 0), GUINT_TO_POINTER (i + 1));
  for (guint i = 0; rows != NULL && i < self->lines->len; i++)
    {
      OcopRewardLine *line = self->lines->pdata[i];
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, line->product));

      if (place == 0)
        continue;
      line->product_name = g_strdup (ocop_rows_get_text (rows, place - 1, 1));
      line->producer = g_strdup (ocop_rows_get_text (rows, place - 1, 2));
      line->producer_name = g_strdup (ocop_rows_get_text (rows, place - 1, 3));
    }
  return rows != NULL;
}

/* By product, the lines of a decision: a product stands in it once. */
static GHashTable *
index_lines (const OcopRewardList *self)
{
  GHashTable *lines = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->lines->len; i++)
    g_hash_table_insert (lines, ocop_reward_list_get_line (self, i)->product, self->lines->pdata[i]);
  return lines;
}

enum
{
  FORMER_ID,
  FORMER_PRODUCT,
  FORMER_CLASS,
  FORMER_OUTCOME,
  FORMER_ENDING,
  FORMER_DAY,
};

/* Whether it came before @line, and holds: what was withdrawn is as if it had never been. */
static gboolean
is_before (const OcopRows       *rows,
           guint                 row,
           const OcopRewardLine *line)
{
  OcopDate day = OCOP_DATE_UNKNOWN;

  ocop_date_parse (ocop_rows_get_text (rows, row, FORMER_DAY), &day);
  return g_strcmp0 (ocop_rows_get_text (rows, row, FORMER_ID), ocop_record_get_id (line->recognition)) != 0 &&
         g_strcmp0 (ocop_rows_get_text (rows, row, FORMER_OUTCOME), "recognised") == 0 &&
         g_strcmp0 (ocop_rows_get_text (rows, row, FORMER_ENDING), "withdrawn") != 0 &&
         ocop_date_compare (day, ocop_record_get_date (line->recognition, "decision_date")) <= 0;
}

static gboolean
read_former_classes (OcopRewardList  *self,
                     OcopReader      *reader,
                     GHashTable      *lines,
                     GError         **error)
{
  static const char * const columns[] = { "id", "product", "class", "outcome", "ending", "decision_date", NULL };
  g_autoptr(OcopRows) rows =
    read_of_lines (self, reader, "recognition", "product", G_STRUCT_OFFSET (OcopRewardLine, product), "decision_date", columns, error);

  for (guint i = 0; rows != NULL && i < ocop_rows_get_n_rows (rows); i++)
    {
      OcopRewardLine *line = g_hash_table_lookup (lines, ocop_rows_get_text (rows, i, FORMER_PRODUCT));

      if (is_before (rows, i, line))
        line->class_before = (guint) ocop_rows_get_integer (rows, i, FORMER_CLASS);
    }
  return rows != NULL;
}

enum
{
  PAID_PRODUCT,
  PAID_CLASS,
  PAID_DAY,
  PAID_PRODUCER,
  PAID_AMOUNT,
  PAID_LIST,
  PAID_ACCOUNT,
};

static const char * const paid_columns[] = {
  "recognition.product", "recognition.class", "recognition.decision_date", "producer", "amount", "list_number", "account", NULL
};

static gboolean
read_paid_for_products (OcopRewardList  *self,
                        OcopReader      *reader,
                        GHashTable      *lines,
                        GError         **error)
{
  g_autoptr(OcopRows) rows = read_of_lines (self, reader, "reward", "recognition.product", G_STRUCT_OFFSET (OcopRewardLine, product),
                                            "recognition.decision_date", paid_columns, error);

  for (guint i = 0; rows != NULL && i < ocop_rows_get_n_rows (rows); i++)
    {
      OcopRewardLine *line = g_hash_table_lookup (lines, ocop_rows_get_text (rows, i, PAID_PRODUCT));
      gint64 amount = ocop_rows_get_integer (rows, i, PAID_AMOUNT);

      line->paid_before += amount;
      if (ocop_rows_get_integer (rows, i, PAID_CLASS) != ocop_reward_line_get_class (line))
        continue;
      line->paid_for_class += amount;
      g_free (line->list_before);
      line->list_before = g_strdup (ocop_rows_get_text (rows, i, PAID_LIST));
    }
  return rows != NULL;
}

typedef struct
{
  gint64 in_year;
  const char *account;
} Paid;

/* Of each producer: what it got in the year of the decision, and by which account. */
static GHashTable *
sum_producers (const OcopRows *rows,
               int             year)
{
  GHashTable *producers = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < ocop_rows_get_n_rows (rows); i++)
    {
      const char *id = ocop_rows_get_text (rows, i, PAID_PRODUCER), *account = ocop_rows_get_text (rows, i, PAID_ACCOUNT);
      Paid *paid = g_hash_table_lookup (producers, id);
      OcopDate day = OCOP_DATE_UNKNOWN;

      if (paid == NULL)
        g_hash_table_insert (producers, (gpointer) id, paid = g_new0 (Paid, 1));
      ocop_date_parse (ocop_rows_get_text (rows, i, PAID_DAY), &day);
      if (day.year == year)
        paid->in_year += ocop_rows_get_integer (rows, i, PAID_AMOUNT);
      paid->account = account != NULL ? account : paid->account;
    }
  return producers;
}

static gboolean
read_paid_to_producers (OcopRewardList  *self,
                        OcopReader      *reader,
                        GError         **error)
{
  g_autoptr(OcopRows) rows = read_of_lines (self, reader, "reward", "producer", G_STRUCT_OFFSET (OcopRewardLine, producer),
                                            "recognition.decision_date", paid_columns, error);
  g_autoptr(GHashTable) producers = rows != NULL ? sum_producers (rows, ocop_record_get_date (self->decision, "decided_on").year) : NULL;

  for (guint i = 0; rows != NULL && i < self->lines->len; i++)
    {
      OcopRewardLine *line = self->lines->pdata[i];
      const Paid *paid = line->producer != NULL ? g_hash_table_lookup (producers, line->producer) : NULL;

      if (paid == NULL)
        continue;
      line->paid_in_year = paid->in_year;
      line->account = g_strdup (paid->account);
    }
  return rows != NULL;
}

static gboolean
read_lines (OcopRewardList  *self,
            OcopReader      *reader,
            GError         **error)
{
  const char *id = ocop_record_get_id (self->decision);
  g_autoptr(GPtrArray) annex = ocop_records_load (reader, "decision_line", "decision", id, "place", error);

  for (guint i = 0; annex != NULL && i < annex->len; i++)
    {
      g_autoptr(OcopRecord) recognition = NULL;

      if (ocop_record_get_integer (annex->pdata[i], "struck", 0) != 0)
        continue;
      if (!ocop_records_follow (reader, annex->pdata[i], "recognition", &recognition, error))
        return FALSE;
      if (recognition != NULL)
        g_ptr_array_add (self->lines, ocop_reward_line_new (recognition));
    }
  return annex != NULL;
}

gboolean
ocop_reward_list_follows (const OcopRecord *decision)
{
  /* A revocation lists recognitions too. */
  static const char * const rewarded[] = { "recognition", "approval", "central", NULL };
  const char *kind = ocop_record_get_text (decision, "kind");

  return kind != NULL && g_strv_contains (rewarded, kind) && g_strcmp0 (ocop_record_get_text (decision, "state"), "issued") == 0;
}

static gboolean
check (const OcopRewardList  *self,
       GError               **error)
{
  if (ocop_reward_list_follows (self->decision))
    return TRUE;
  return ocop_refuse (error, _("Rewards follow an issued decision that recognises products.")), FALSE;
}

static gboolean
read_rules (OcopRewardList  *self,
            OcopReader      *reader,
            GError         **error)
{
  static const char * const columns[] = { "id", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new ("reward_rule");
  g_autoptr(OcopRows) rows = NULL;

  ocop_query_order_by (query, "name", FALSE);
  rows = ocop_reader_rows (reader, query, columns, 0, -1, error);
  self->rules = g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_record_free);
  for (guint i = 0; rows != NULL && i < ocop_rows_get_n_rows (rows); i++)
    {
      OcopRecord *rule = ocop_reader_load (reader, ocop_kind_find ("reward_rule"), ocop_rows_get_text (rows, i, 0), error);

      if (rule == NULL)
        return FALSE;
      g_ptr_array_add (self->rules, rule);
    }
  return rows != NULL;
}

static gboolean
read_what_was (OcopRewardList  *self,
               OcopReader      *reader,
               GError         **error)
{
  g_autoptr(GHashTable) lines = index_lines (self);

  return read_producers (self, reader, error) &&
         read_former_classes (self, reader, lines, error) &&
         read_paid_for_products (self, reader, lines, error) &&
         read_paid_to_producers (self, reader, error);
}

OcopRewardList *
ocop_reward_list_read (OcopReader  *reader,
                       const char  *decision,
                       GError     **error)
{
  g_autoptr(OcopRewardList) self = g_new0 (OcopRewardList, 1);

  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_reward_line_free);
  self->decision = ocop_reader_load (reader, ocop_kind_find ("decision"), decision, error);
  if (self->decision == NULL || !check (self, error) || !read_rules (self, reader, error) || !read_lines (self, reader, error) ||
      !read_what_was (self, reader, error))
    return NULL;
  ocop_reward_list_work_out (self);
  return g_steal_pointer (&self);
}

/* --- paying --- */

static void
choose (OcopRewardList *self,
        GHashTable     *chosen)
{
  for (guint i = 0; chosen != NULL && i < self->lines->len; i++)
    {
      OcopRewardLine *line = self->lines->pdata[i];

      line->choice = GPOINTER_TO_INT (g_hash_table_lookup (chosen, ocop_record_get_id (line->recognition)));
    }
  ocop_reward_list_work_out (self);
}

static OcopRecord *
make_reward (const OcopRewardLine  *line,
             const OcopRewardEntry *entry)
{
  OcopRecord *reward = ocop_record_new (ocop_kind_find ("reward"), NULL);

  ocop_record_set_text (reward, "recognition", ocop_record_get_id (line->recognition));
  ocop_record_set_text (reward, "producer", line->producer);
  ocop_record_set_text (reward, "occasion", line->occasion);
  ocop_record_set_text (reward, "rule", ocop_record_get_id (line->rule));
  ocop_record_set_integer (reward, "amount", line->amount);
  ocop_record_set_text (reward, "list_number", entry->number);
  ocop_record_set_date (reward, "paid_on", entry->paid_on);
  ocop_record_set_text (reward, "account", line->account);
  ocop_record_set_text (reward, "note", line->why);
  return reward;
}

OcopChange *
ocop_reward_list_pay (OcopReader             *reader,
                      const char             *decision,
                      const OcopRewardEntry  *entry,
                      GError                **error)
{
  g_autoptr(OcopRewardList) self = ocop_reward_list_read (reader, decision, error);
  OcopChange *change;
  guint n_paid;

  if (self == NULL)
    return NULL;
  if (entry->number == NULL)
    return ocop_refuse (error, _("A pay list needs its number."));
  choose (self, entry->chosen);
  if (ocop_reward_list_sum (self, &n_paid) != entry->sum)
    return ocop_refuse (error, _("The rewards have changed meanwhile: look at them again."));
  if (n_paid == 0)
    return ocop_refuse (error, _("Nothing is to be paid."));
  change = ocop_change_new ("rewards", _("Make a pay list of rewards"));
  for (guint i = 0; i < self->lines->len; i++)
    if (ocop_reward_line_is_paid (self->lines->pdata[i]))
      {
        g_autoptr(OcopRecord) reward = make_reward (self->lines->pdata[i], entry);

        ocop_change_add (change, reward);
      }
  return change;
}
