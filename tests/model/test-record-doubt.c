/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ocop-record-doubt.h"

static const OcopDate today = { 2026, 11, 22 };

static gboolean
is_doubted (const char *kind_name,
            const char *field_name,
            const char *text)
{
  const OcopKind *kind = ocop_kind_find (kind_name);
  const OcopField *field = ocop_kind_find_field (kind, field_name);
  g_autoptr(OcopRecord) record = ocop_record_new (kind, NULL);
  g_auto(OcopValue) value = OCOP_VALUE_INIT;
  g_autofree char *doubt = NULL;

  g_assert_true (ocop_field_parse (field, text, &value, NULL));
  ocop_record_set (record, field_name, &value);
  doubt = ocop_record_doubt (record, field, today);
  return doubt != NULL;
}

/* What is written as it should be, and what is not. */
static const struct
{
  const char *kind, *field;
  const char *good[5];
  const char *odd[5];
} cases[] = {
  { "producer", "tax_code", { "0300588569", "0300588569-001", "0100109106", "036078001234" }, { "0300588560", "030058856", "O300588569", "0300588569-1" } },
  { "producer", "phone", { "0912 345 678", "+84 912.345.678", "0232 3820 123", "0912345678 / 0987654321", "1900 6868" },
    { "912345678", "091234567", "0232 382 123", "chị Thử", "0912345678 / 12" } },
  { "producer", "email", { "htx.dongxanh@thuchanh.vn" }, { "htxđồngxanh@thuchanh.vn", "htx@", "@thuchanh.vn", "htx@thuchanh", "a b@thuchanh.vn" } },
  { "producer", "website", { "www.dongxanh.vn", "https://dongxanh.example/a?b=c" }, { "dongxanh", "www. dongxanh.vn", "a@dongxanh.vn" } },
  { "producer", "registration_date", { "22/11/2026", "2026" }, { "23/11/2026" } },
  { "product", "barcode", { "4006381333931", "96385074" }, { "4006381333932", "400638133393", "abc" } },
  { "product", "product_code", { "44-19429-03-2026" }, { "44-19429-2026", "44.19429.03.2026", "44-19429-00-2026" } },
  { "recognition", "decision_date", { "29/02/2024" }, { "01/01/2027" } },
  { "recognition", "valid_until", { "01/01/2030" }, { NULL } },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (cases[i].good) && cases[i].good[j] != NULL; j++)
        if (is_doubted (cases[i].kind, cases[i].field, cases[i].good[j]))
          g_test_fail_printf ("%s “%s” is doubted", cases[i].field, cases[i].good[j]);
      for (guint j = 0; j < G_N_ELEMENTS (cases[i].odd) && cases[i].odd[j] != NULL; j++)
        if (!is_doubted (cases[i].kind, cases[i].field, cases[i].odd[j]))
          g_test_fail_printf ("%s “%s” is not doubted", cases[i].field, cases[i].odd[j]);
    }
}

/* Unknown is a state, not a fault. */
static void
test_unknown (void)
{
  const OcopKind *kind = ocop_kind_find ("producer");
  g_autoptr(OcopRecord) record = ocop_record_new (kind, NULL);

  for (const OcopField *field = kind->fields; field->name != NULL && ocop_field_is_stored (field); field++)
    g_assert_null (ocop_record_doubt (record, field, today));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record-doubt/cases", test_cases);
  g_test_add_func ("/record-doubt/unknown", test_unknown);
  return g_test_run ();
}
