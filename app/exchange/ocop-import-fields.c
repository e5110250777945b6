/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ocop-import-fields.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/ocop-text.h"
#include "exchange/ocop-import-work-fields-private.h"

#define END { NULL, NULL, NULL }

#define LOCALITY_FIELDS \
  { "locality.commune", N_("Commune"), \
    "xa|xa phuong|phuong xa|xa phuong thi tran|xa phuong dac khu|ten xa|cap xa|dia phuong|dia ban|commune|ward|" \
    "xa phuong*|ten xa*|commune*" }, \
  { "locality.district", N_("District"), \
    "huyen|huyen cu|quan huyen|huyen quan|cap huyen|ten huyen|district|huyen*|quan huyen*|district*" }, \
  { "locality.province", N_("Province"), \
    "tinh|tinh cu|tinh thanh|tinh tp|tinh thanh pho|thanh pho|cap tinh|ten tinh|province|tinh thanh*|province*" }

#define PRODUCER_FIELDS \
  { "producer.kind", N_("Kind of producer"), \
    "loai hinh|loai hinh chu the|loai hinh kinh doanh|loai hinh to chuc|loai chu the|entity type|producer type|" \
    "producer kind|kind of producer|loai hinh*|loai chu the*" }, \
  { "producer.tax_code", N_("Tax code"), "ma so thue|mst|tax code|ma so thue*" }, \
  { "producer.registration_number", N_("Registration number"), \
    "so dkkd|so dang ky kinh doanh|giay dang ky kinh doanh|registration number|so dang ky kinh doanh*|so giay dang ky*" }, \
  { "producer.representative", N_("Representative"), \
    "nguoi dai dien|dai dien|chu co so|representative|nguoi dai dien*|ten nguoi dai dien*|ho ten nguoi dai dien*|" \
    "ho va ten nguoi dai dien*" }, \
  { "producer.representative_position", N_("Position"), "chuc vu|position|chuc vu*" }, \
  { "producer.representative_gender", N_("Gender"), "gioi tinh|gender|nam nu|gioi tinh*" }, \
  { "producer.representative_ethnicity", N_("Ethnicity"), "dan toc|ethnicity|dan toc*" }, \
  { "producer.address", N_("Address"), "dia chi|address|dia chi*|address*" }, \
  { "producer.phone", N_("Phone"), \
    "dien thoai|so dien thoai|sdt|dt|so dt|phone|phone number|tel|lien he|dien thoai*|so dien thoai*|sdt*" }, \
  { "producer.email", N_("Email"), "email|e mail|thu dien tu|hop thu*" }, \
  { "producer.website", N_("Website"), "website|web|trang web|trang thong tin dien tu|website*" }

/* A first and a later recognition side by side; groups of headings and the headings in them come joined. */
#define FIRST_RECOGNITION_FIELDS \
  { "recognition1.class", N_("First time: class"), "lan 1*sao|lan dau*sao" }, \
  { "recognition1.decision_date", N_("First time: decision date"), "lan 1*ngay*|lan dau*ngay*" }, \
  { "recognition1.year", N_("First time: year"), "lan 1*nam|lan dau*nam|lan 1*nam cong nhan|lan dau*nam cong nhan" }, \
  { "recognition1.decision_number", N_("First time: decision number"), \
    "lan 1*quyet dinh*|lan 1*so qd*|lan dau*quyet dinh*|lan dau*so qd*" }, \
  { "recognition1.issuer", N_("First time: issued by"), "lan 1*co quan*|lan dau*co quan*" }

#define SECOND_RECOGNITION_FIELDS \
  { "recognition2.class", N_("Second time: class"), "lan 2*sao|nang hang*sao" }, \
  { "recognition2.decision_date", N_("Second time: decision date"), "lan 2*ngay*|nang hang*ngay*" }, \
  { "recognition2.year", N_("Second time: year"), "lan 2*nam|nang hang*nam|lan 2*nam cong nhan|nang hang*nam cong nhan" }, \
  { "recognition2.decision_number", N_("Second time: decision number"), \
    "lan 2*quyet dinh*|lan 2*so qd*|nang hang*quyet dinh*|nang hang*so qd*" }, \
  { "recognition2.issuer", N_("Second time: issued by"), "lan 2*co quan*|nang hang*co quan*" }

static const OcopImportField product_list[] = {
  { "product.name", N_("Product"),
    "san pham|ten san pham|ten san pham ocop|san pham ocop|product|product name|ten|name|ten san pham*|product name*" },
  { "producer.name", N_("Producer"),
    "chu the|ten chu the|chu the ocop|ten chu the ocop|chu the san xuat|entity|producer|owner|company|co so san xuat|"
    "ten co so|don vi san xuat|producer name|chu the*|ten chu the*|ten co so*|ten don vi*|don vi san xuat*|co so san xuat*|producer*" },
  LOCALITY_FIELDS,
  FIRST_RECOGNITION_FIELDS,
  SECOND_RECOGNITION_FIELDS,
  { "recognition.class", N_("Class"),
    "hang sao|hang|sao|so sao|xep hang|phan hang|hang sao hien tai|ket qua xep hang|ket qua phan hang|stars|star|class|"
    "hang sao*|so sao*|xep hang*|phan hang*|ket qua xep*|ket qua phan*|stars*" },
  { "recognition.outcome", N_("Outcome"),
    "tinh trang|trang thai|ket qua|ket qua cong nhan|tinh trang cong nhan|status|outcome|tinh trang*|trang thai*" },
  { "recognition.kind", N_("Kind of recognition"),
    "hinh thuc|hinh thuc cong nhan|loai cong nhan|loai danh gia|loai ho so|lan cong nhan|recognition kind|"
    "kind of recognition|kind|hinh thuc*|loai cong nhan*|loai danh gia*|lan dau nang hang*" },
  { "recognition.year", N_("Year of evaluation"),
    "nam|nam cong nhan|nam danh gia|nam xep hang|nam phan hang|year|nam cong nhan*|nam danh gia*|year*" },
  { "recognition.decision_number", N_("Decision number"),
    "so quyet dinh|quyet dinh|quyet dinh so|so qd|qd|qd so|decision|decision no|decision number|so quyet dinh*|"
    "quyet dinh*|so qd*|decision no*" },
  { "recognition.decision_date", N_("Decision date"),
    "ngay quyet dinh|ngay qd|ngay cong nhan|ngay ban hanh|ngay ky|ngay thang nam|decision date|date|ngay quyet dinh*|"
    "ngay cong nhan*|ngay ban hanh*|ngay thang*|ngay ky*" },
  { "recognition.issuer", N_("Issued by"),
    "co quan ban hanh|co quan cong nhan|co quan quyet dinh|co quan cap|cap cong nhan|cap ban hanh|don vi cap|issuer|"
    "issued by|co quan*|cap cong nhan*" },
  { "recognition.certificate_number", N_("Certificate number"),
    "so giay chung nhan|giay chung nhan|so gcn|gcn|certificate|certificate no|certificate number|so giay chung nhan*|"
    "so gcn*" },
  { "recognition.valid_from", N_("Valid from (on the certificate)"),
    "hieu luc tu|ngay hieu luc|co hieu luc tu|valid from|hieu luc tu*|ngay co hieu luc*" },
  { "recognition.valid_until", N_("Valid until (on the certificate)"),
    "ngay het han|het han|hieu luc den|ngay het hieu luc|thoi han|gia tri den|valid until|expires|expiry date|"
    "ngay het*|het han*|het hieu luc*|hieu luc den*|thoi han*" },
  { "recognition.score", N_("Score"), "diem|so diem|diem so|tong diem|diem danh gia|diem trung binh|score|points|diem*|so diem*|tong diem*" },
  { "product.criteria_set", N_("Criteria set"),
    "bo san pham|bo tieu chi|nhom san pham|phan nhom|nhom|criteria set|product group|bo san pham*|bo tieu chi*|nhom san pham*" },
  { "product.product_code", N_("Product code"), "ma san pham|ma so san pham|ma so|product code|ma san pham*|ma so san pham*" },
  { "product.barcode", N_("Barcode"), "ma vach|barcode|ma so ma vach" },
  { "product.key_trades", N_("Key trades"), "nganh hang|nganh hang chu luc|nganh hang*|key trade*" },
  { "product.craft_village", N_("Craft village"), "lang nghe|craft village|lang nghe*" },
  { "product.raw_material_area", N_("Raw-material area"), "vung nguyen lieu|raw material area|vung nguyen lieu*" },
  { "product.packaging", N_("Packaging and quality standard"), "quy cach|bao bi|packaging|quy cach*|bao bi*" },
  { "product.description", N_("Description"), "mo ta|description|gioi thieu|mo ta*|gioi thieu*" },
  PRODUCER_FIELDS,
  { "recognition.note", N_("Note"), "ghi chu|note|notes|remarks|ghi chu*" },
  END
};

static const OcopImportField producer_list[] = {
  { "producer.name", N_("Producer"),
    "chu the|ten chu the|chu the ocop|ten chu the ocop|chu the san xuat|producer|entity|owner|company|ten co so|"
    "don vi|ten don vi|ten|name|co so san xuat|don vi san xuat|producer name|chu the*|ten chu the*|ten co so*|ten don vi*|"
    "don vi san xuat*|co so san xuat*|producer*" },
  LOCALITY_FIELDS,
  PRODUCER_FIELDS,
  { "producer.registration_date", N_("Registration date"), "ngay dang ky|ngay dkkd|ngay dang ky*|registration date" },
  { "producer.note", N_("Note"), "ghi chu|note|notes|remarks|ghi chu*" },
  END
};

static const OcopImportField unit_list[] = {
  { "unit.name", N_("Name"),
    "ten|ten don vi|ten don vi hanh chinh|don vi hanh chinh|ten xa|ten xa phuong|xa phuong|xa|xa phuong dac khu|"
    "xa phuong thi tran|commune|name|unit|ten don vi*|ten xa*|xa phuong*" },
  { "unit.code", N_("Code"), "ma|ma so|ma don vi|ma xa|ma dvhc|ma don vi hanh chinh|code|ma xa*|ma don vi*" },
  { "unit.type", N_("Type"), "loai|loai hinh|loai don vi|type|loai don vi*" },
  { "unit.level", N_("Level"), "cap|cap hanh chinh|level|cap*" },
  { "locality.district", N_("District"), "huyen|quan huyen|district" },
  { "locality.province", N_("Province"),
    "tinh|tinh thanh|tinh tp|tinh thanh pho|thanh pho|ten tinh|province|tinh thanh*|province*" },
  { "unit.valid_from", N_("In force from"), "hieu luc tu|tu ngay|valid from|hieu luc tu*|tu ngay*" },
  { "unit.valid_until", N_("In force until"), "hieu luc den|den ngay|valid until|hieu luc den*|den ngay*" },
  { "unit.note", N_("Note"), "ghi chu|note|notes|remarks|ghi chu*" },
  END
};

static const struct
{
  const char *name, *title;
  const OcopImportField *fields;
  const char *expected[7];
} lists[] = {
  [OCOP_IMPORT_PRODUCTS] = { "products", N_("Products"), product_list,
                             { "producer.name", "recognition.class", "recognition.decision_date", "recognition.decision_number",
                               "product.criteria_set", "locality.commune" } },
  [OCOP_IMPORT_PRODUCERS] = { "producers", N_("Producers"), producer_list, { "producer.kind", "producer.phone", "locality.commune" } },
  [OCOP_IMPORT_UNITS] = { "units", N_("Administrative units"), unit_list, { "unit.code" } },
};

const OcopKind *
ocop_import_kind_model (OcopImportKind kind)
{
  return kind > OCOP_IMPORT_UNITS ? ocop_import_work_list (kind)->model : NULL;
}

const char *
ocop_import_kind_name (OcopImportKind kind)
{
  return kind > OCOP_IMPORT_UNITS ? ocop_import_kind_model (kind)->plural : lists[kind].name;
}

const char *
ocop_import_kind_title (OcopImportKind kind)
{
  return _(kind > OCOP_IMPORT_UNITS ? ocop_import_kind_model (kind)->plural_title : lists[kind].title);
}

gboolean
ocop_import_kind_find (const char     *name,
                       OcopImportKind *kind)
{
  for (OcopImportKind i = 0; i < OCOP_IMPORT_N_KINDS; i++)
    if (strcmp (ocop_import_kind_name (i), name) == 0)
      {
        *kind = i;
        return TRUE;
      }
  return FALSE;
}

const OcopImportField *
ocop_import_fields (OcopImportKind kind)
{
  return kind > OCOP_IMPORT_UNITS ? ocop_import_work_list (kind)->fields : lists[kind].fields;
}

const char * const *
ocop_import_expected (OcopImportKind kind)
{
  return kind > OCOP_IMPORT_UNITS ? ocop_import_work_list (kind)->expected : lists[kind].expected;
}

const OcopImportField *
ocop_import_parent (OcopImportKind kind)
{
  const OcopKind *model = ocop_import_kind_model (kind);

  for (const OcopField *field = model != NULL ? model->fields : NULL; field != NULL && field->name != NULL; field++)
    if (field->type == OCOP_FIELD_LINK && (field->flags & OCOP_FIELD_REQUIRED) != 0 && ocop_import_find_field (kind, field->name) != NULL)
      return ocop_import_find_field (kind, field->name);
  return NULL;
}

static gboolean
is_called (OcopImportKind         kind,
           const OcopImportField *field,
           const char            *name)
{
  const OcopKind *model = ocop_import_kind_model (kind);
  gsize length = model != NULL ? strlen (model->name) : 0;

  return strcmp (field->name, name) == 0
         || (model != NULL && strncmp (field->name, model->name, length) == 0 && field->name[length] == '.'
             && strcmp (field->name + length + 1, name) == 0);
}

const OcopImportField *
ocop_import_find_field (OcopImportKind  kind,
                        const char     *name)
{
  for (const OcopImportField *field = ocop_import_fields (kind); field->name != NULL; field++)
    if (is_called (kind, field, name))
      return field;
  return NULL;
}

gboolean
ocop_import_field_is_named (const OcopImportField *field,
                            const char            *folded,
                            gboolean               exactly)
{
  g_auto(GStrv) headings = g_strsplit (field->headings, "|", -1);

  for (guint i = 0; headings[i] != NULL; i++)
    {
      gboolean pattern = strchr (headings[i], '*') != NULL;

      if (!exactly && pattern ? g_pattern_match_simple (headings[i], folded) : !pattern && strcmp (headings[i], folded) == 0)
        return TRUE;
    }
  return FALSE;
}

gboolean
ocop_import_is_reason_column (const OcopSheetHeading *heading,
                              guint                   place)
{
  g_autofree char *folded = ocop_text_fold (g_array_index (heading->columns, OcopHeadingColumn, place).text);

  return place + 1 == heading->columns->len && (strcmp (folded, "ly do") == 0 || strcmp (folded, "reason") == 0);
}
