/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pay lists of decisions in a register: what was paid before is found whatever became of names and records meanwhile. */

#include "base/ocop-error.h"
#include "register/fixture.h"
#include "work/ocop-reward-list.h"

typedef struct
{
  const char *decision;
  OcopRewardEntry entry;
} Asked;

static gpointer
read_list (OcopReader    *reader,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  return ocop_reward_list_read (reader, ((const Asked *) data)->decision, error);
}

static gpointer
make_change (OcopReader    *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  const Asked *asked = data;

  return ocop_reward_list_pay (reader, asked->decision, &asked->entry, error);
}

static OcopRewardList *
look_at (Fixture    *fixture,
         const char *decision)
{
  g_autoptr(GError) error = NULL;
  Asked asked = { decision };
  OcopRewardList *list = ocop_register_read (fixture->reg, read_list, &asked, &error);

  g_assert_no_error (error);
  return list;
}

static gboolean
pay (Fixture    *fixture,
     const char *decision,
     const char *number,
     gint64      sum,
     GHashTable *chosen,
     GError    **error)
{
  Asked asked = { decision, { number, OCOP_DATE_UNKNOWN, chosen, sum } };
  g_autoptr(OcopChange) change = ocop_register_read (fixture->reg, make_change, &asked, error);

  return change != NULL && ocop_register_commit (fixture->reg, change, error);
}

static void
assert_paid (Fixture    *fixture,
             const char *decision,
             const char *number,
             gint64      sum)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (pay (fixture, decision, number, sum, NULL, &error));
  g_assert_no_error (error);
}

static char *
add_rule (Fixture    *fixture,
          const char *class,
          const char *occasion,
          const char *amount,
          const char *cap)
{
  return fixture_add (fixture, "reward_rule", "name", occasion, "class", class, "occasion", occasion, "amount", amount, "difference", "1",
                      "cap", cap, "valid_from", "2020-01-01", NULL);
}

static char *
add_decision (Fixture    *fixture,
              const char *number,
              const char *on)
{
  return fixture_add (fixture, "decision", "kind", "recognition", "state", "issued", "number", number, "decided_on", on, NULL);
}

static void
recognise (Fixture    *fixture,
           const char *decision,
           const char *product,
           const char *class,
           const char *on)
{
  g_autofree char *recognition = fixture_add (fixture, "recognition", "product", product, "outcome", "recognised", "class", class,
                                              "decision_date", on, NULL);

  g_free (fixture_add (fixture, "decision_line", "decision", decision, "product", product, "recognition", recognition, NULL));
}

static char *
add_product (Fixture    *fixture,
             const char *name,
             const char *producer)
{
  return fixture_add (fixture, "product", "name", name, "producer", producer, NULL);
}

static void
merge_producers (Fixture    *fixture,
                 const char *id,
                 const char *into)
{
  g_autoptr(OcopChange) change = ocop_change_new ("merge", "merge");
  g_autoptr(GError) error = NULL;

  ocop_change_merge (change, ocop_kind_find ("producer"), id, into);
  ocop_register_commit (fixture->reg, change, &error);
  g_assert_no_error (error);
}

/* 3 stars in 2023 with 30 million; renamed, then 4 stars in 2026: the difference to 50. Once more over the same decision
 * would be a second payment. */
static void
test_raised (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *first_rule = add_rule (fixture, "3", "first", "30000000", NULL), *second_rule = add_rule (fixture, "4", "raised", "50000000", NULL);
  g_autofree char *producer = fixture_add (fixture, "producer", "name", "HTX Đồng Xanh", NULL);
  g_autofree char *product = add_product (fixture, "Gạo", producer);
  g_autofree char *first = add_decision (fixture, "1/QĐ", "2023-05-05"), *second = add_decision (fixture, "2/QĐ", "2026-06-06");
  g_autoptr(OcopRewardList) list = NULL;
  g_autoptr(GHashTable) chosen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GError) error = NULL;

  recognise (fixture, first, product, "3", "2023-05-05");
  assert_paid (fixture, first, "01/DS", 30000000);
  fixture_edit (fixture, "product", product, "name", "Gạo hữu cơ");
  recognise (fixture, second, product, "4", "2026-06-06");
  list = look_at (fixture, second);
  g_assert_cmpuint (list->lines->len, ==, 1);
  g_assert_cmpstr (ocop_reward_list_get_line (list, 0)->product_name, ==, "Gạo hữu cơ");
  g_assert_cmpuint (ocop_reward_list_get_line (list, 0)->class_before, ==, 3);
  g_assert_cmpint (ocop_reward_list_get_line (list, 0)->paid_before, ==, 30000000);
  g_assert_cmpint (ocop_reward_list_sum (list, NULL), ==, 20000000);
  assert_paid (fixture, second, "02/DS", 20000000);

  g_clear_pointer (&list, ocop_reward_list_free);
  list = look_at (fixture, first);
  g_assert_cmpint (ocop_reward_list_get_line (list, 0)->result, ==, OCOP_REWARD_NOTHING);
  g_assert_false (pay (fixture, first, "03/DS", 0, NULL, &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_REFUSED);
  g_assert_cmpint (fixture_count (fixture, "reward"), ==, 2);
}

/* Two producers that turn out to be one have one cap. */
static void
test_merged (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *rule = add_rule (fixture, "3", "first", "30000000", "50000000");
  g_autofree char *one = fixture_add (fixture, "producer", "name", "HTX Đồng Xanh", NULL);
  g_autofree char *other = fixture_add (fixture, "producer", "name", "Hợp tác xã Đồng Xanh", NULL);
  g_autofree char *rice = add_product (fixture, "Gạo", one), *tea = add_product (fixture, "Trà", other);
  g_autofree char *first = add_decision (fixture, "1/QĐ", "2026-03-03"), *second = add_decision (fixture, "2/QĐ", "2026-06-06");
  g_autoptr(OcopRewardList) list = NULL;

  recognise (fixture, first, rice, "3", "2026-03-03");
  recognise (fixture, second, tea, "3", "2026-06-06");
  assert_paid (fixture, first, "01/DS", 30000000);
  list = look_at (fixture, second);
  g_assert_cmpint (ocop_reward_list_sum (list, NULL), ==, 30000000);
  merge_producers (fixture, other, one);
  g_clear_pointer (&list, ocop_reward_list_free);
  list = look_at (fixture, second);
  g_assert_cmpint (ocop_reward_list_get_line (list, 0)->paid_in_year, ==, 30000000);
  g_assert_cmpint (ocop_reward_list_sum (list, NULL), ==, 20000000);
  assert_paid (fixture, second, "02/DS", 20000000);
}

/* What somebody saw is what is written, or nothing is. */
static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *rule = add_rule (fixture, "3", "first", "30000000", NULL);
  g_autofree char *producer = fixture_add (fixture, "producer", "name", "HTX Đồng Xanh", NULL), *product = add_product (fixture, "Gạo", producer);
  g_autofree char *decision = add_decision (fixture, "1/QĐ", "2026-03-03");
  g_autofree char *draft = fixture_add (fixture, "decision", "kind", "recognition", "state", "draft", NULL);
  g_autoptr(GError) unseen = NULL, unnumbered = NULL, undecided = NULL;

  recognise (fixture, decision, product, "3", "2026-03-03");
  g_assert_false (pay (fixture, decision, "01/DS", 25000000, NULL, &unseen));
  g_assert_error (unseen, OCOP_ERROR, OCOP_ERROR_REFUSED);
  g_assert_false (pay (fixture, decision, NULL, 30000000, NULL, &unnumbered));
  g_assert_error (unnumbered, OCOP_ERROR, OCOP_ERROR_REFUSED);
  g_assert_false (pay (fixture, draft, "01/DS", 0, NULL, &undecided));
  g_assert_error (undecided, OCOP_ERROR, OCOP_ERROR_REFUSED);
  g_assert_cmpint (fixture_count (fixture, "reward"), ==, 0);
}

/* One step, taken back as one. */
static void
test_undone (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *rule = add_rule (fixture, "3", "first", "30000000", NULL);
  g_autofree char *producer = fixture_add (fixture, "producer", "name", "HTX Đồng Xanh", NULL);
  g_autofree char *rice = add_product (fixture, "Gạo", producer), *tea = add_product (fixture, "Trà", producer);
  g_autofree char *decision = add_decision (fixture, "1/QĐ", "2026-03-03");
  g_autoptr(GError) error = NULL;

  recognise (fixture, decision, rice, "3", "2026-03-03");
  recognise (fixture, decision, tea, "3", "2026-03-03");
  assert_paid (fixture, decision, "01/DS", 60000000);
  g_assert_cmpint (fixture_count (fixture, "reward"), ==, 2);
  ocop_register_undo (fixture->reg, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_count (fixture, "reward"), ==, 0);
  fixture_assert_sound (fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/reward-list/raised", Fixture, NULL, fixture_set_up, test_raised, fixture_tear_down);
  g_test_add ("/reward-list/merged", Fixture, NULL, fixture_set_up, test_merged, fixture_tear_down);
  g_test_add ("/reward-list/refused", Fixture, NULL, fixture_set_up, test_refused, fixture_tear_down);
  g_test_add ("/reward-list/undone", Fixture, NULL, fixture_set_up, test_undone, fixture_tear_down);
  return g_test_run ();
}
