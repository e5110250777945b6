/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ocop-error.h"
#include "model/ocop-record.h"

/* The record that @assignments, pairs of field and text, make. */
static OcopRecord *
make (const char         *kind_name,
      const char * const *assignments)
{
  const OcopKind *kind = ocop_kind_find (kind_name);
  OcopRecord *record = ocop_record_new (kind, NULL);

  for (; *assignments != NULL; assignments += 2)
    {
      g_auto(OcopValue) value = OCOP_VALUE_INIT;

      g_assert_true (ocop_field_parse (ocop_kind_find_field (kind, assignments[0]), assignments[1], &value, NULL));
      ocop_record_set (record, assignments[0], &value);
    }
  return record;
}

/* Each record breaks one rule, and the field that it stands beside is named; NULL: none is broken. */
static const struct
{
  const char *kind;
  const char *assignments[13];
  const char *field;
} cases[] = {
  { "product", { "name", "Mật ong" }, NULL },
  { "product", { NULL }, "name" },
  { "producer_year", { "producer", "p", "year", "2025", "workers", "10", "women", "10" }, NULL },
  { "producer_year", { "producer", "p", "year", "2025", "workers", "10", "women", "11" }, "women" },
  { "producer_year", { "producer", "p", "year", "2025", "women", "11" }, NULL },
  { "producer_year", { "producer", "p", "year", "1025" }, "year" },
  { "product_year", { "product", "p", "year", "2025", "revenue", "-5" }, "revenue" },
  { "product_year", { "product", "p", "year", "2025", "revenue", "5", "exports", "6" }, "exports" },
  { "certificate", { "name", "VietGAP", "issued_on", "31/08/2026", "expires_on", "30/08/2026" }, "expires_on" },
  { "certificate", { "name", "VietGAP", "issued_on", "31/08/2026", "expires_on", "31/08/2026" }, NULL },
  { "target", { "plan", "x", "name", "Sản phẩm", "operator", "between", "value", "30", "value_to", "25" }, "value" },
  { "target", { "plan", "x", "name", "Sản phẩm", "operator", "between", "value", "25", "value_to", "30" }, NULL },
  { "task", { "plan", "x", "name", "Hội chợ", "state", "planned", "begins_on", "01/06/2025", "due_on", "31/05/2025" }, "due_on" },
  { "course", { "name", "Bán hàng", "state", "planned", "held_on", "02/06/2025", "held_until", "01/06/2025" }, "held_until" },
  { "unit", { "name", "Bến Lau", "level", "commune", "valid_from", "2026", "valid_until", "2025" }, "valid_until" },
  { "office", { "name", "Văn phòng", "certificate_pattern", "{so}/GCN" }, NULL },
  { "office", { "name", "Văn phòng", "certificate_pattern", "{quyet_dinh}/GCN" }, "certificate_pattern" },
  { "dossier_document", { "dossier", "x", "document", "other", "name", "Phiếu kiểm nghiệm", "state", "handed-in",
    "issued_on", "2026-05-02", "expires_on", "2026-05-01" }, "expires_on" },
};

static void
test_rules (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(OcopRecord) record = make (cases[i].kind, cases[i].assignments);
      g_autoptr(GError) error = NULL;
      const char *field = NULL;

      g_assert_cmpint (ocop_record_check (record, &field, &error), ==, cases[i].field == NULL);
      g_assert_cmpstr (field, ==, cases[i].field);
      if (field == NULL)
        continue;
      g_assert_error (error, OCOP_ERROR, OCOP_ERROR_INVALID_VALUE);
      g_assert_false (ocop_record_check_field (record, ocop_kind_find_field (ocop_kind_find (cases[i].kind), field), NULL));
    }
}

/* A photo is named by the register alone: nobody types a path into the field. */
static void
test_photo (void)
{
  const OcopField *field = ocop_kind_find_field (ocop_kind_find ("product"), "photo");
  g_auto(OcopValue) value = OCOP_VALUE_INIT;

  g_assert_false (ocop_field_parse (field, "../../etc/passwd", &value, NULL));
  g_assert_false (ocop_field_parse (field, "photo.jpg", &value, NULL));
  g_assert_true (ocop_field_parse (field, "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08.jpg", &value, NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record-check/rules", test_rules);
  g_test_add_func ("/record-check/photo", test_photo);
  return g_test_run ();
}
