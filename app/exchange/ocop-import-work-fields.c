/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The columns that lists of the work have: those of the model's fields, under the headings that offices write over
 * them. */

#include "exchange/ocop-import-work-fields-private.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/ocop-text.h"

static const char * const kinds[OCOP_IMPORT_N_KINDS] = {
  [OCOP_IMPORT_INSPECTIONS] = "inspection",
  [OCOP_IMPORT_COURSES] = "course",
  [OCOP_IMPORT_TRAINEES] = "trainee",
  [OCOP_IMPORT_EVENTS] = "event",
  [OCOP_IMPORT_PARTICIPATIONS] = "participation",
  [OCOP_IMPORT_SALES_POINTS] = "sales_point",
  [OCOP_IMPORT_SUPPORT_PROGRAMMES] = "support_programme",
  [OCOP_IMPORT_SUPPORTS] = "support",
  [OCOP_IMPORT_CONSULTATIONS] = "consultation",
  [OCOP_IMPORT_COMMUNICATIONS] = "communication",
  [OCOP_IMPORT_VALUE_CHAINS] = "value_chain",
  [OCOP_IMPORT_VALUE_CHAIN_MEMBERS] = "value_chain_member",
  [OCOP_IMPORT_TOURISM_SITES] = "tourism_site",
  [OCOP_IMPORT_TASKS] = "task",
  [OCOP_IMPORT_BUDGET_LINES] = "budget_line",
  [OCOP_IMPORT_PLAN_PRODUCTS] = "plan_product",
  [OCOP_IMPORT_PLAN_TARGETS] = "target",
  [OCOP_IMPORT_TARGET_SHARES] = "target_share",
  [OCOP_IMPORT_SALES_LINKS] = "sales_link",
  [OCOP_IMPORT_PRODUCT_YEARS] = "product_year",
  [OCOP_IMPORT_PRODUCER_YEARS] = "producer_year",
  [OCOP_IMPORT_INSPECTION_POINTS] = "inspection_point",
  [OCOP_IMPORT_REWARDS] = "reward",
};

/* Folded headings, as of OcopImportField: of one kind's field first, then of any kind's. */
static const struct
{
  const char *field;
  const char *headings;
} headings[] = {
  { "inspection.name", "kiem tra|dot kiem tra|cuoc kiem tra|doan kiem tra|ten cuoc kiem tra|noi dung kiem tra|noi dung|ten|name" },
  { "inspection.planned_on", "du kien|du kien ngay|ngay du kien|thoi gian du kien|ke hoach|du kien*|thoi gian du kien*" },
  { "inspection.held_on", "ngay kiem tra|ngay|thoi gian|thoi gian kiem tra|ngay kiem tra*|ngay thuc hien*" },
  { "inspection.record_number", "so bien ban|bien ban|bien ban so|so bien ban*" },
  { "inspection.conclusion", "ket luan|ket qua|ket qua kiem tra|ket luan*|ket qua*" },
  { "inspection.opinion", "y kien chu the|y kien cua chu the|y kien*" },
  { "inspection.members", "thanh vien|thanh phan|doan kiem tra gom|thanh vien*|thanh phan*" },
  { "inspection.reason", "ly do kiem tra|can cu|ly do kiem tra*" },
  { "inspection_point.inspection", "so bien ban|bien ban|bien ban so|cuoc kiem tra|ten cuoc kiem tra|dot kiem tra|kiem tra|so bien ban*|cuoc kiem tra*" },
  { "inspection_point.topic", "noi dung|noi dung kiem tra|loai loi|nhom loi|noi dung*|loai loi*" },
  { "inspection_point.result", "ket qua|ket qua kiem tra|ket luan|ket qua*" },
  { "inspection_point.finding", "loi|loi phat hien|noi dung loi|ton tai|ton tai han che|sai pham|phat hien|loi *|ton tai*|sai pham*" },
  { "inspection_point.repair_by", "han khac phuc|thoi han khac phuc|khac phuc truoc ngay|han khac phuc*|thoi han khac phuc*" },
  { "inspection_point.repaired_on", "ngay khac phuc|da khac phuc ngay|khac phuc xong|ngay khac phuc*|da khac phuc*" },
  { "course.name", "lop tap huan|ten lop|khoa tap huan|ten khoa|lop|khoa|ten lop tap huan|tap huan|ten|name|ten lop*|ten khoa*|noi dung tap huan" },
  { "course.state", "trang thai|tinh trang" },
  { "trainee.course", "lop tap huan|ten lop|khoa tap huan|ten khoa|lop|khoa|ten lop*|ten khoa*|lop tap huan*" },
  { "trainee.name", "ho va ten|ho ten|hoc vien|ten hoc vien|ho va ten hoc vien|nguoi tham du|ten|name|ho va ten*|ho ten*" },
  { "trainee.kind", "doi tuong|loai hoc vien|doi tuong*" },
  { "trainee.absent", "vang|vang mat|vang mat*" },
  { "event.name", "su kien|ten su kien|ten hoi cho|hoi cho|ten hoat dong|hoat dong|ten|name|ten su kien*|ten hoi cho*|ten hoat dong*" },
  { "event.type", "loai su kien|loai hinh|loai|hinh thuc|loai su kien*" },
  { "event.abroad", "nuoc ngoai|o nuoc ngoai|trong nuoc nuoc ngoai" },
  { "event.stands", "so gian hang|gian hang|so gian|so gian hang*" },
  { "participation.event", "su kien|ten su kien|hoi cho|ten hoi cho|ten su kien*|ten hoi cho*" },
  { "participation.dealing", "ket qua|ket qua giao thuong|ket qua*" },
  { "participation.partner", "doi tac|ten doi tac|don vi thu mua|doi tac*" },
  { "participation.signed_on", "ngay ky|ky ngay|ngay ky*" },
  { "participation.value", "gia tri|gia tri hop dong|gia tri ky ket|gia tri*" },
  { "participation.sales", "doanh so|doanh thu|doanh so tai cho|doanh thu tai cho|doanh so*|doanh thu*" },
  { "sales_point.name", "diem ban|ten diem|ten diem ban|diem ban hang|ten cua hang|cua hang|ten|name|diem gioi thieu va ban san pham*|ten diem*|diem ban*" },
  { "sales_point.manager", "don vi quan ly|don vi van hanh|nguoi quan ly|don vi quan ly*" },
  { "sales_point.opened_on", "ngay mo|mo ngay|ngay khai truong|ngay hoat dong|ngay khai truong*" },
  { "sales_point.closed_on", "ngay dong|dong ngay|ngay dong cua" },
  { "reward.recognition", "quyet dinh cong nhan|so quyet dinh cong nhan|so quyet dinh|quyet dinh|so qd|quyet dinh cong nhan*|so quyet dinh*" },
  { "reward.occasion", "lan cong nhan|hinh thuc|hinh thuc cong nhan|lan cong nhan*" },
  { "reward.amount", "so tien|muc thuong|tien thuong|muc duoc huong|kinh phi|so tien*|muc thuong*|tien thuong*|muc duoc huong*" },
  { "reward.list_number", "so danh sach|danh sach chi|so danh sach*|danh sach chi*" },
  { "reward.account", "so tai khoan|tai khoan|stk|so tai khoan*" },
  { "sales_link.channel", "kenh|kenh ban hang|loai kenh|hinh thuc|kenh*|loai kenh*" },
  { "sales_link.name", "san|ten san|san tmdt|san thuong mai dien tu|gian hang|ten gian hang|cua hang|sieu thi|ten kenh|noi ban|san *|ten san*|gian hang*" },
  { "sales_link.address", "dia chi|duong dan|link|duong link|dia chi gian hang|website|duong dan*|link*|dia chi*" },
  { "sales_link.active", "dang ban|con ban|hoat dong|dang hoat dong|dang ban*" },
  { "product_year.output", "san luong|san luong nam|san luong*" },
  { "product_year.output_unit", "dvt|don vi tinh|don vi|dvt*" },
  { "product_year.price", "gia ban|don gia|gia*" },
  { "product_year.exports", "xuat khau|kim ngach xuat khau|gia tri xuat khau|xuat khau*|kim ngach*" },
  { "producer_year.workers", "lao dong|so lao dong|tong lao dong|tong so lao dong|tong so lao dong*|so lao dong" },
  { "producer_year.women", "lao dong nu|trong do nu|nu|so lao dong nu|lao dong nu*|trong do nu*" },
  { "producer_year.local", "lao dong dia phuong|lao dong tai cho|lao dong dia phuong*" },
  { "producer_year.minority", "dan toc thieu so|lao dong dan toc thieu so|dtts|*dan toc*" },
  { "producer_year.trained", "lao dong qua dao tao|qua dao tao|lao dong co bang cap|co bang cap chung chi|*qua dao tao*|*bang cap*|*chung chi*" },
  { "producer_year.area", "dien tich|dien tich vung nguyen lieu|vung nguyen lieu|dien tich*" },
  { "support_programme.name", "chuong trinh|ten chuong trinh|chuong trinh ho tro|du an|ten|name|ten chuong trinh*" },
  { "support.name", "noi dung|ho tro|noi dung ho tro|ten ho tro|ten|name|hang muc|noi dung*|hang muc*" },
  { "support.programme", "chuong trinh|chuong trinh ho tro|thuoc chuong trinh|du an|chuong trinh*" },
  { "support.kind", "loai ho tro|linh vuc|loai ho tro*" },
  { "support.site", "diem du lich" },
  { "support.granted_on", "ngay duyet|ngay phe duyet|ngay ho tro|ngay|ngay phe duyet*|ngay ho tro*" },
  { "support.granted", "duoc duyet|kinh phi duyet|so tien|kinh phi ho tro|muc ho tro|kinh phi|duoc duyet*|kinh phi duyet*|so tien*|muc ho tro*|kinh phi*" },
  { "consultation.given_on", "ngay|ngay tu van|thoi gian|ngay tu van*" },
  { "consultation.topic", "noi dung|noi dung tu van|van de|noi dung*" },
  { "consultation.adviser", "nguoi tu van|can bo|can bo tu van|nguoi tu van*|can bo*" },
  { "communication.received_on", "ngay|ngay thong tin|thoi gian|ngay*" },
  { "communication.topic", "noi dung|noi dung thong tin|noi dung*" },
  { "communication.means", "hinh thuc|kenh|phuong tien|hinh thuc*" },
  { "value_chain.name", "chuoi|ten chuoi|chuoi gia tri|chuoi lien ket|ten|name|ten chuoi*" },
  { "value_chain.type", "loai chuoi|loai|loai hinh|loai chuoi*" },
  { "value_chain.area", "dien tich|dien tich vung nguyen lieu|dien tich*" },
  { "value_chain_member.chain", "chuoi|ten chuoi|chuoi gia tri|chuoi lien ket|ten chuoi*" },
  { "value_chain_member.part", "vai tro|vai tro trong chuoi|khau|vai tro*" },
  { "value_chain_member.joined_on", "tu ngay|ngay tham gia|tham gia tu|ngay tham gia*" },
  { "tourism_site.name", "diem du lich|ten diem|ten diem du lich|ten|name|ten diem*" },
  { "tourism_site.certified", "dat chuan|dat tieu chuan|dat chuan*" },
  { "tourism_site.certified_on", "ngay cong nhan|ngay cong nhan*" },
  { "task.name", "nhiem vu|cong viec|noi dung|viec|ten nhiem vu|noi dung cong viec|noi dung nhiem vu|name|nhiem vu*|noi dung*|cong viec*" },
  { "task.body", "chu tri|co quan chu tri|don vi chu tri|don vi thuc hien|chu tri*|co quan chu tri*|don vi chu tri*" },
  { "task.with_bodies", "phoi hop|co quan phoi hop|don vi phoi hop|phoi hop*|co quan phoi hop*|don vi phoi hop*" },
  { "task.due_on", "den ngay|han|thoi han|thoi gian hoan thanh|han hoan thanh|hoan thanh|thoi han*|han hoan thanh*|thoi gian hoan thanh*" },
  { "task.done_on", "xong ngay|ngay hoan thanh|ngay xong|ngay hoan thanh*" },
  { "task.evidence", "minh chung|ket qua|san pham|minh chung*|ket qua*" },
  { "task.target", "chi tieu" },
  { "budget_line.name", "noi dung|noi dung chi|hang muc|ten|name|noi dung*|hang muc*" },
  { "budget_line.source", "nguon|nguon kinh phi|nguon von|nguon*" },
  { "budget_line.paid_on", "chi den ngay|den ngay" },
  { "plan_product.name", "san pham|ten san pham|san pham dang ky|y tuong|name|ten san pham*|san pham*" },
  { "plan_product.product", "san pham trong du lieu" },
  { "plan_product.kind", "lan dau nang hang danh gia lai|hinh thuc|loai ho so|loai|hinh thuc*|loai ho so*|lan dau*" },
  { "plan_product.expected_class", "hang du kien|hang dang ky|du kien hang|hang sao|hang sao du kien|du kien|hang*" },
  { "plan_product.round_number", "dot|dot danh gia|dot*" },
  { "plan_product.criteria_set", "nganh nhom|bo san pham|nhom|nhom san pham|bo tieu chi|phan nhom|bo san pham*|nhom*" },
  { "target.name", "chi tieu|ten chi tieu|noi dung chi tieu|ten|name|chi tieu*|ten chi tieu*" },
  { "target.code", "ma|ma chi tieu|ma so|ma chi tieu*" },
  { "target.indicator", "cach tinh|tinh theo|chi so" },
  { "target.operator", "cach giao|hinh thuc giao|loai chi tieu" },
  { "target.value", "so giao|ke hoach giao|chi tieu giao|chi tieu ke hoach|kh|kh 20*|ke hoach 20*|kh nam*|so luong|muc tieu|gia tri|so giao*|ke hoach giao*|chi tieu giao*" },
  { "target.value_to", "den muc|den so|toi" },
  { "target.by_day", "truoc ngay|han|thoi han|den ngay" },
  { "target.from_year", "tu nam" },
  { "target.until_year", "den nam" },
  { "target.body", "chu tri|co quan chu tri|don vi chu tri|don vi chu tri*" },
  { "target_share.target", "chi tieu|ma chi tieu|ten chi tieu|chi tieu*" },
  { "target_share.value", "so giao|ke hoach giao|chi tieu giao|so luong|giao|so giao*|ke hoach giao*" },
  { ".plan", "ke hoach|ten ke hoach|ke hoach so|thuoc ke hoach|ke hoach nam" },
  { ".place", "thu tu trong ke hoach" },
  { ".section", "muc|phan|nhom nhiem vu" },
  { ".manner", "hinh thuc|hinh thuc kiem tra|hinh thuc*" },
  { ".held_on", "tu|tu ngay|ngay bat dau|ngay to chuc|thoi gian|thoi gian to chuc|ngay|bat dau|ngay to chuc*|thoi gian*|tu ngay*" },
  { ".held_until", "den|den ngay|ngay ket thuc|ket thuc|den ngay*|ngay ket thuc*" },
  { ".begins_on", "tu|tu ngay|bat dau|ngay bat dau|thoi gian|tu ngay*|ngay bat dau*" },
  { ".started_on", "tu|tu ngay|bat dau|ngay bat dau|nam bat dau|tu ngay*" },
  { ".ended_on", "den|den ngay|ket thuc|ngay ket thuc" },
  { ".venue", "dia diem|noi to chuc|dia diem to chuc|dia diem*|noi to chuc*" },
  { ".organiser", "don vi to chuc|co quan to chuc|to chuc|don vi to chuc*|co quan to chuc*|don vi chu tri*" },
  { ".content", "noi dung|noi dung*" },
  { ".cost", "kinh phi|tong kinh phi|chi phi|du toan|kinh phi*|tong kinh phi*|chi phi*|du toan*" },
  { ".funding", "nguon|nguon kinh phi|nguon von|nguon*" },
  { ".agency", "nganh|nganh ho tro|co quan ho tro|don vi ho tro|co quan|nganh ho tro*|co quan*|don vi ho tro*" },
  { ".year", "nam|nam thuc hien|nam*" },
  { ".planned", "ke hoach|kinh phi ke hoach|du toan|ke hoach von|ke hoach*|du toan*" },
  { ".paid", "da chi|giai ngan|da giai ngan|da chi*|giai ngan*|da giai ngan*" },
  { ".paid_on", "ngay chi|ngay giai ngan|ngay chi*|ngay giai ngan*" },
  { ".unit_name", "dvt|don vi tinh|don vi|dvt*" },
  { ".quantity", "so luong|sl|khoi luong|so luong*" },
  { ".price", "don gia|don gia*" },
  { ".amount", "thanh tien|so tien|kinh phi|thanh tien*|so tien*|kinh phi*" },
  { ".decision_number", "so quyet dinh|quyet dinh|quyet dinh so|so qd|so quyet dinh*|quyet dinh*" },
  { ".decision_date", "ngay quyet dinh|ngay qd|ngay ban hanh|ngay quyet dinh*" },
  { ".address", "dia chi|address|dia chi*" },
  { ".state", "trang thai|tinh trang|tien do|trang thai*|tinh trang*" },
  { ".level", "cap|cap hanh chinh" },
  { ".position", "chuc vu|chuc danh|chuc vu*" },
  { ".gender", "gioi tinh|nam nu|gioi tinh*" },
  { ".phone", "dien thoai|so dien thoai|sdt|dt|so dt|dien thoai*|so dien thoai*|sdt*" },
  { ".revenue", "doanh thu|tong doanh thu|doanh thu*" },
  { ".note", "ghi chu|note|notes|remarks|ghi chu*" },
};

static const OcopImportField place_fields[] = {
  { "locality.commune", N_("Commune"),
    "xa|xa phuong|phuong xa|xa phuong thi tran|xa phuong dac khu|ten xa|cap xa|dia phuong|dia ban|ma xa|commune|ward|"
    "xa phuong*|ten xa*|dia phuong*|commune*" },
  { "locality.district", N_("District"), "huyen|huyen cu|quan huyen|huyen quan|district|quan huyen*" },
  { "locality.province", N_("Province"), "tinh|tinh thanh|tinh thanh pho|ten tinh|province|tinh thanh*" },
};

static const OcopImportField producer_fields[] = {
  { "producer.name", N_("Producer"),
    "chu the|ten chu the|chu the ocop|ten chu the ocop|co so|co so san xuat|ten co so|don vi san xuat|chu the quan ly|don vi chu tri|"
    "don vi tham gia|producer|company|chu the*|ten chu the*|ten co so*|co so san xuat*|don vi tham gia*" },
  { "producer.tax_code", N_("Tax code"), "ma so thue|mst|tax code|ma so thue*" },
};

/* Under which who attends signs: an office as often as a producer. */
static const OcopImportField workplace_fields[] = {
  { "workplace.name", N_("Place of work"),
    "don vi|don vi cong tac|co quan|co quan cong tac|noi cong tac|co quan don vi|co quan don vi cong tac|don vi cong tac*|co quan*|noi cong tac*" },
};

/* By which a reward tells what it was for, where it names no decision. */
static const OcopImportField class_fields[] = {
  { "class.name", N_("Class"), "hang sao|hang|sao|so sao|xep hang|class|stars|hang sao*|so sao*" },
};

static const OcopImportField product_fields[] = {
  { "product.name", N_("Product"),
    "san pham|ten san pham|san pham ocop|ten san pham ocop|product|product name|ten san pham*|san pham*" },
  { "product.product_code", N_("Product code"), "ma san pham|ma so san pham|product code|ma san pham*|ma so san pham*" },
};

const OcopField *
ocop_import_work_link (const OcopKind *kind,
                       const char     *target)
{
  for (const OcopField *field = kind->fields; field->name != NULL; field++)
    if (field->type == OCOP_FIELD_LINK && strcmp (field->target, target) == 0)
      return field;
  return NULL;
}

static const char *
find_headings (const char *kind,
               const char *field)
{
  g_autofree char *own = g_strconcat (kind, ".", field, NULL);
  const char *any = strchr (own, '.');

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    if (strcmp (headings[i].field, own) == 0 || strcmp (headings[i].field, any) == 0)
      return headings[i].headings;
  return NULL;
}

/* What the program itself writes over the column, in both languages, is always understood. */
static char *
dup_headings (const OcopKind  *kind,
              const OcopField *field)
{
  g_autofree char *english = ocop_text_fold (field->title);
  g_autofree char *own = ocop_text_fold (_(field->title));
  const char *written = find_headings (kind->name, field->name);

  return g_strjoin ("|", own, english, written, NULL);
}

/* Units, producers and products are found by several columns, whatever the field is called that links to them. */
static gboolean
is_column (const OcopField *field)
{
  static const char * const found_by_more[] = { "unit", "producer", "product", NULL };

  return ocop_field_is_stored (field) && !ocop_field_is_attachment (field) && (field->flags & OCOP_FIELD_WORKED) == 0
         && !(field->type == OCOP_FIELD_LINK && g_strv_contains (found_by_more, field->target));
}

static void
add_field (GArray          *fields,
           const OcopKind  *kind,
           const OcopField *field)
{
  OcopImportField column = { g_strconcat (kind->name, ".", field->name, NULL), field->title, dup_headings (kind, field) };

  g_array_append_val (fields, column);
}

/* What names a row: the text that names the record, else the producer or product that it is about. */
static gboolean
has_name (const OcopKind *kind)
{
  const OcopField *label = ocop_kind_find_field (kind, kind->label);

  return (label->flags & OCOP_FIELD_REQUIRED) != 0 && label->type == OCOP_FIELD_TEXT;
}

/* A product of a plan is its name there; which of the register it is follows from that. */
static gboolean
has_product (const OcopKind *kind)
{
  return ocop_import_work_link (kind, "product") != NULL && strcmp (kind->name, "plan_product") != 0;
}

static gboolean
is_led_by_product (const OcopKind *kind)
{
  const OcopField *product = ocop_import_work_link (kind, "product");

  return !has_name (kind) && ocop_import_work_link (kind, "producer") == NULL && product != NULL &&
         (product->flags & OCOP_FIELD_REQUIRED) != 0;
}

/* The field that a row cannot be without: its name, else the record to which it belongs; %NULL where that is a producer
 * or a product. */
static const OcopField *
find_lead (const OcopKind *kind)
{
  const OcopField *field;

  if (has_name (kind))
    return ocop_kind_find_field (kind, kind->label);
  if (is_led_by_product (kind) || ocop_import_work_link (kind, "producer") != NULL)
    return NULL;
  for (field = kind->fields; field->name != NULL; field++)
    if (is_column (field) && field->type == OCOP_FIELD_LINK && (field->flags & OCOP_FIELD_REQUIRED) != 0)
      return field;
  return NULL;
}

static OcopImportField *
make_fields (const OcopKind *kind)
{
  GArray *fields = g_array_new (TRUE, TRUE, sizeof (OcopImportField));
  const OcopField *lead = find_lead (kind);
  gboolean product_leads = is_led_by_product (kind);

  if (lead != NULL)
    add_field (fields, kind, lead);
  if (product_leads)
    g_array_append_vals (fields, product_fields, G_N_ELEMENTS (product_fields));
  if (ocop_import_work_link (kind, "producer") != NULL || ocop_import_work_link (kind, "product") != NULL)
    g_array_append_vals (fields, producer_fields, G_N_ELEMENTS (producer_fields));
  if (strcmp (kind->name, "reward") == 0)
    {
      g_array_append_vals (fields, product_fields, G_N_ELEMENTS (product_fields));
      g_array_append_vals (fields, class_fields, G_N_ELEMENTS (class_fields));
    }
  if (strcmp (kind->name, "trainee") == 0)
    g_array_append_vals (fields, workplace_fields, G_N_ELEMENTS (workplace_fields));
  if (has_product (kind) && !product_leads)
    g_array_append_vals (fields, product_fields, G_N_ELEMENTS (product_fields));
  if (fields->len > 1 || ocop_import_work_link (kind, "unit") != NULL)
    g_array_append_vals (fields, place_fields, G_N_ELEMENTS (place_fields));
  for (const OcopField *field = kind->fields; field->name != NULL; field++)
    if (is_column (field) && field != lead)
      add_field (fields, kind, field);
  return (OcopImportField *) g_array_free (fields, FALSE);
}

/* The first field is needed anyhow; of the others those without which a record is not stored. */
static const char **
make_expected (const OcopKind        *kind,
               const OcopImportField *fields)
{
  g_autoptr(GPtrArray) expected = g_ptr_array_new ();

  for (const OcopImportField *field = fields + 1; field->name != NULL; field++)
    {
      const char *name = strchr (field->name, '.') + 1;
      const OcopField *stored = g_str_has_prefix (field->name, kind->name) ? ocop_kind_find_field (kind, name) : NULL;

      if (stored != NULL && (stored->flags & OCOP_FIELD_REQUIRED) != 0 && stored->type != OCOP_FIELD_CHOICE)
        g_ptr_array_add (expected, (gpointer) field->name);
    }
  g_ptr_array_add (expected, NULL);
  return (const char **) g_ptr_array_free (g_steal_pointer (&expected), FALSE);
}

const OcopImportWorkList *
ocop_import_work_list (OcopImportKind kind)
{
  static OcopImportWorkList lists[OCOP_IMPORT_N_KINDS];
  static gsize made = 0;

  if (g_once_init_enter (&made))
    {
      for (guint i = OCOP_IMPORT_UNITS + 1; i < OCOP_IMPORT_N_KINDS; i++)
        {
          lists[i].model = ocop_kind_find (kinds[i]);
          lists[i].fields = make_fields (lists[i].model);
          lists[i].expected = make_expected (lists[i].model, lists[i].fields);
        }
      g_once_init_leave (&made, 1);
    }
  return &lists[kind];
}
