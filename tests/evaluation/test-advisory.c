/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evaluation/ocop-advisory.h"

#include <string.h>

#include "base/ocop-error.h"
#include "register/ocop-records.h"
#include "register/fixture.h"

#define N_DOSSIERS 4

/* An advisory group of two from agriculture and one from health; dossiers in two communes, the last for re-evaluation. */
typedef struct
{
  Fixture fixture;
  char *council;
  char *members[3];
  char *dossiers[N_DOSSIERS + 1];
} Group;

static char *
add_member (Group      *group,
            const char *name,
            const char *body)
{
  return fixture_add (&group->fixture, "council_member", "council", group->council, "name", name, "role", "member", "body", body, NULL);
}

static void
group_set_up (Group         *group,
              gconstpointer  data)
{
  static const struct { const char *set; const char *kind; guint commune; } dossiers[N_DOSSIERS] = {
    { "QD26-03", "first", 0 }, { "QD26-01", "first", 1 }, { "QD26-18", "upgrade", 0 }, { "QD26-03", "again", 1 },
  };
  Fixture *fixture = &group->fixture;
  g_autofree char *province = NULL;
  char *communes[2];

  fixture_set_up (fixture, NULL);
  province = fixture_add (fixture, "unit", "name", "Thực Hành", "type", "tỉnh", "level", "province", "code", "99", NULL);
  communes[0] = fixture_add (fixture, "unit", "name", "Đồng Xanh", "type", "xã", "level", "commune", "code", "99008", "parent", province, NULL);
  communes[1] = fixture_add (fixture, "unit", "name", "Bến Lau", "type", "phường", "level", "commune", "code", "99001", "parent", province, NULL);
  group->council = fixture_add (fixture, "council", "name", "Tổ tư vấn", "kind", "advisory", NULL);
  group->members[0] = add_member (group, "Một Nông", "agriculture");
  group->members[1] = add_member (group, "Hai Nông", "agriculture");
  group->members[2] = add_member (group, "Ba Y", "health");
  for (guint i = 0; i < N_DOSSIERS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Sản phẩm %u", i);
      g_autofree char *product = fixture_add (fixture, "product", "name", name, "unit", communes[dossiers[i].commune],
                                              "criteria_set", dossiers[i].set, NULL);

      group->dossiers[i] = fixture_add (fixture, "dossier", "name", name, "product", product, "kind", dossiers[i].kind, "step", "complete",
                                        "step_on", "2026-11-02", "criteria_set", dossiers[i].set, NULL);
    }
  g_free (communes[0]);
  g_free (communes[1]);
}

static void
group_tear_down (Group         *group,
                 gconstpointer  data)
{
  g_free (group->council);
  for (guint i = 0; i < G_N_ELEMENTS (group->members); i++)
    g_free (group->members[i]);
  for (guint i = 0; i < N_DOSSIERS; i++)
    g_free (group->dossiers[i]);
  fixture_tear_down (&group->fixture, NULL);
}

typedef struct
{
  Group *group;
  gboolean visits;
  GPtrArray *problems;
} Asked;

static gpointer
make (OcopReader    *reader,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  Asked *asked = data;
  const Group *group = asked->group;
  const char * const *dossiers = (const char * const *) group->dossiers;

  if (asked->visits)
    return ocop_advisory_plan_visits (reader, group->council, dossiers, ocop_date_new (2026, 11, 7), NULL, error);
  return ocop_advisory_assign (reader, group->council, dossiers, &asked->problems, error);
}

static gboolean
carry_out (Asked   *asked,
           GError **error)
{
  g_autoptr(OcopChange) change = ocop_register_read (asked->group->fixture.reg, make, asked, error);

  return change != NULL && ocop_register_commit (asked->group->fixture.reg, change, error);
}

static gint64
count (Group      *group,
       const char *kind,
       const char *field,
       const char *value)
{
  g_autoptr(OcopQuery) query = ocop_query_new (kind);

  ocop_query_where (query, field, OCOP_OPERATOR_IS, value, NULL);
  return fixture_measure (&group->fixture, query);
}

/* Each to whom its set's ministry answers, evenly; none for re-evaluation, and none twice. */
static void
test_assign (Group         *group,
             gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  Asked asked = { group };

  g_assert_true (carry_out (&asked, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count (group, "assignment", "member", group->members[0]), ==, 1);
  g_assert_cmpint (count (group, "assignment", "member", group->members[1]), ==, 1);
  g_assert_cmpint (count (group, "assignment", "member", group->members[2]), ==, 1);
  g_assert_cmpint (count (group, "assignment", "dossier", group->dossiers[2]), ==, 1);
  g_assert_cmpint (count (group, "assignment", "dossier", group->dossiers[3]), ==, 0);
  g_assert_cmpuint (asked.problems->len, ==, 1);
  g_assert_nonnull (strstr (asked.problems->pdata[0], "7.6"));
  g_clear_pointer (&asked.problems, g_ptr_array_unref);

  g_assert_false (carry_out (&asked, &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_REFUSED);
}

/* A body that the group lacks is told. */
static void
test_nobody (Group         *group,
             gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  Asked asked = { group };

  fixture_edit (&group->fixture, "council_member", group->members[2], "body", "culture");
  g_assert_true (carry_out (&asked, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (asked.problems->len, ==, 2);
  g_assert_nonnull (strstr (asked.problems->pdata[0], "Bộ Y tế"));
  g_clear_pointer (&asked.problems, g_ptr_array_unref);
}

static void
assert_visit (OcopRows   *rows,
              guint       row,
              const char *day,
              const char *name,
              const char *members)
{
  g_assert_cmpstr (ocop_rows_get_text (rows, row, 0), ==, day);
  g_assert_true (g_str_has_prefix (ocop_rows_get_text (rows, row, 1), name));
  g_assert_cmpstr (ocop_rows_get_text (rows, row, 2), ==, members);
}

/* 07/11/2026 is a Saturday: the first visit is on Monday, in the order of the communes' names. */
static void
test_visits (Group         *group,
             gconstpointer  data)
{
  static const char * const columns[] = { "visit_on", "name", "members", NULL };
  static const char * const verify[] = { "verify", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new ("visit");
  g_autoptr(OcopQuery) products = ocop_query_new ("visit_product");
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopRows) rows = NULL;
  g_autoptr(OcopRows) criteria = NULL;
  Asked asked = { group };

  g_assert_true (carry_out (&asked, &error));
  g_clear_pointer (&asked.problems, g_ptr_array_unref);
  asked.visits = TRUE;
  g_assert_true (carry_out (&asked, &error));
  g_assert_no_error (error);
  ocop_query_order_by (query, "visit_on", FALSE);
  rows = fixture_rows (&group->fixture, query, columns);
  g_assert_cmpuint (ocop_rows_get_n_rows (rows), ==, 2);
  assert_visit (rows, 0, "2026-11-09", "phường Bến Lau", "Hai Nông");
  assert_visit (rows, 1, "2026-11-10", "xã Đồng Xanh", "Một Nông; Ba Y");
  criteria = fixture_rows (&group->fixture, products, verify);
  g_assert_cmpuint (ocop_rows_get_n_rows (criteria), ==, N_DOSSIERS);
  for (guint i = 0; i < N_DOSSIERS; i++)
    g_assert_nonnull (strstr (ocop_rows_get_text (criteria, i, 0), "1.1"));

  g_assert_false (carry_out (&asked, &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_REFUSED);
}

/* Every ministry of every set has a body in the province that answers to it. */
static void
test_ministries (void)
{
  const OcopLaw *law = ocop_law_get_default ();
  const OcopField *body = ocop_kind_find_field (ocop_kind_find ("council_member"), "body");

  for (guint i = 0; i < ocop_law_n_sets (law); i++)
    {
      g_auto(GStrv) ministries = ocop_advisory_ministries (ocop_law_get_set (law, i));

      for (char **ministry = ministries; *ministry != NULL; ministry++)
        g_assert_cmpstr (ocop_field_choice_key (body, ocop_advisory_body_of (*ministry)), !=, NULL);
    }
  g_assert_null (ocop_advisory_body_of ("Bộ Quốc phòng"));
}

static void
test_to_verify (void)
{
  const OcopLaw *law = ocop_law_get_default ();
  const OcopCriteria *criteria = ocop_law_get_criteria (law, ocop_law_get_latest_book (law), "QD26-03", NULL);
  g_autoptr(GPtrArray) chosen = ocop_advisory_to_verify (criteria, "1.2, 6.1 no");
  g_autoptr(GPtrArray) usual = ocop_advisory_to_verify (criteria, NULL);
  g_autoptr(GPtrArray) none = ocop_advisory_to_verify (NULL, NULL);

  g_assert_cmpuint (chosen->len, ==, 2);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (usual->len, >, 3);
  for (guint i = 0; i < usual->len; i++)
    g_assert_true (ocop_criterion_is_marked (usual->pdata[i]) || ((const OcopCriterion *) usual->pdata[i])->rules->len > 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/advisory/ministries", test_ministries);
  g_test_add_func ("/advisory/to-verify", test_to_verify);
  g_test_add ("/advisory/assign", Group, NULL, group_set_up, test_assign, group_tear_down);
  g_test_add ("/advisory/nobody", Group, NULL, group_set_up, test_nobody, group_tear_down);
  g_test_add ("/advisory/visits", Group, NULL, group_set_up, test_visits, group_tear_down);
  return g_test_run ();
}
