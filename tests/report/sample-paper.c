/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-paper.h"

static const char * const communes[] = {
  "Đồng Xanh", "Suối Bạc", "Mỹ Thuận Đông", "Bình Phước Hạ", "Cẩm Tú", "Trà Giang", "Phường Hòa Lạc",
};

static const char * const products[] = {
  "Gạo thơm Đồng Xanh", "Mật ong hoa nhãn", "Chè Shan tuyết cổ thụ sấy lạnh", "Khô cá lóc đồng nguyên con không xương",
  "Bánh tráng phơi sương", "Trà hoa sen ướp xổi", "Nước mắm cá cơm than 40 độ đạm", "Rượu nếp cái hoa vàng",
  "Tinh dầu bưởi da xanh dưỡng tóc", "Du lịch cộng đồng vườn cây ăn trái Suối Bạc", "Ống hút cỏ bàng",
};

static const char * const producers[] = {
  "Hợp tác xã Nông nghiệp – Dịch vụ Đồng Xanh", "Công ty TNHH Thực phẩm Suối Bạc", "Tổ hợp tác chè Cẩm Tú",
  "Hợp tác xã Du lịch sinh thái Trà Giang", "Công ty cổ phần Dược liệu Bình Phước Hạ",
};

#define PICK(list, i) ((list)[(i) % G_N_ELEMENTS (list)])

static void
fill_head (OcopPaper *paper)
{
  paper->superior = g_strdup ("ỦY BAN NHÂN DÂN TỈNH LAM GIANG");
  paper->body = g_strdup ("VĂN PHÒNG ĐIỀU PHỐI OCOP");
  paper->number = g_strdup ("Số: 27/BC-VPĐP");
  paper->national_head = TRUE;
  paper->place = g_strdup ("Lam Giang");
  paper->date = ocop_date_new (2026, 8, 5);
  paper->as_of = ocop_date_new (2026, 8, 1);
}

static void
fill_foot (OcopPaper *paper)
{
  ocop_paper_add_recipient (paper, "Thường trực UBND tỉnh (báo cáo)");
  ocop_paper_add_recipient (paper, "Sở Nông nghiệp và Môi trường");
  ocop_paper_add_recipient (paper, "UBND các xã, phường");
  ocop_paper_add_recipient (paper, "Lưu: VT, VPĐP");
  ocop_paper_add_authority (paper, OCOP_PAPER_FOR_HEAD, "CHÁNH VĂN PHÒNG");
  paper->signer_title = g_strdup ("PHÓ CHÁNH VĂN PHÒNG");
  paper->signer_name = g_strdup ("Người Ký Mẫu");
  paper->history_head = g_strdup ("Dữ liệu OCOP 0199a1c2 · thay đổi 1.204 · 7f3a9c41d2e8");
}

static void
add_list_columns (OcopPaperTable *table)
{
  ocop_paper_table_add_column (table, "number", "TT", OCOP_PAPER_COLUMN_INTEGER, 4)->align = OCOP_PAPER_ALIGN_CENTRE;
  ocop_paper_table_add_column (table, "product", "Tên sản phẩm", OCOP_PAPER_COLUMN_TEXT, 26);
  ocop_paper_table_add_column (table, "producer", "Chủ thể", OCOP_PAPER_COLUMN_TEXT, 28);
  ocop_paper_table_add_column (table, "address", "Địa chỉ", OCOP_PAPER_COLUMN_TEXT, 22);
  ocop_paper_table_add_column (table, "decision", "Số", OCOP_PAPER_COLUMN_TEXT, 14)->group = g_strdup ("Quyết định công nhận");
  ocop_paper_table_add_column (table, "decided", "Ngày", OCOP_PAPER_COLUMN_DATE, 11)->group = g_strdup ("Quyết định công nhận");
  ocop_paper_table_add_column (table, "points", "Điểm", OCOP_PAPER_COLUMN_HUNDREDTHS, 8);
  ocop_paper_table_add_column (table, "class", "Hạng sao", OCOP_PAPER_COLUMN_STARS, 8);
  ocop_paper_table_add_column (table, "revenue", "Doanh thu (đồng)", OCOP_PAPER_COLUMN_MONEY, 15);
}

static void
fill_product (OcopValue *cells,
              guint      i)
{
  g_autofree char *decision = g_strdup_printf ("%u/QĐ-UBND", 1100 + i / 12);
  g_autofree char *address = g_strdup_printf ("Ấp %u, xã %s, tỉnh Lam Giang", i % 9 + 1, PICK (communes, i));
  char date[OCOP_DATE_TEXT_SIZE];

  cells[0] = ocop_value_integer (i + 1);
  cells[1] = ocop_value_text (PICK (products, i));
  cells[2] = ocop_value_text (PICK (producers, i / 2));
  cells[3] = ocop_value_text (address);
  cells[4] = ocop_value_text (decision);
  cells[5] = ocop_value_text (ocop_date_to_text (ocop_date_new (2023 + i % 4, i % 12 + 1, i % 28 + 1), date));
  cells[6] = ocop_value_integer (5000 + i * 37 % 4900);
  cells[7] = ocop_value_integer (cells[6].integer >= 9000 ? 5 : cells[6].integer >= 7000 ? 4 : 3);
  if (i % 5 != 4)
    cells[8] = ocop_value_integer ((gint64) (i % 97 + 3) * 12500000);
}

OcopPaper *
sample_paper_new_list (guint n_rows)
{
  OcopPaper *paper = ocop_paper_new ("DANH SÁCH SẢN PHẨM OCOP CÒN HIỆU LỰC");
  OcopPaperTable *table = ocop_paper_add_table (paper, "Danh sách");
  guint per_group = MAX (1, (n_rows + G_N_ELEMENTS (communes) - 1) / G_N_ELEMENTS (communes));
  gint64 revenue = 0;

  fill_head (paper);
  paper->orientation = OCOP_PAPER_LANDSCAPE;
  ocop_paper_add_subtitle (paper, "Trên địa bàn tỉnh Lam Giang");
  add_list_columns (table);
  for (guint i = 0; i < n_rows; i++)
    {
      if (i % per_group == 0)
        {
          g_autofree char *label = g_strdup_printf ("%u. Xã %s", i / per_group + 1, PICK (communes, i / per_group));

          ocop_paper_table_add_row (table, OCOP_PAPER_ROW_GROUP, label);
        }
      fill_product (ocop_paper_table_add_row (table, OCOP_PAPER_ROW_DATA, NULL)->cells, i);
      revenue += ((OcopPaperRow *) table->rows->pdata[table->rows->len - 1])->cells[8].integer;
    }
  ocop_paper_table_add_row (table, OCOP_PAPER_ROW_TOTAL, "Tổng cộng")->cells[8] = ocop_value_integer (revenue);
  ocop_paper_add_note (paper, "Doanh thu là số chủ thể tự báo cáo của năm 2025; ô trống là chưa có số liệu.");
  fill_foot (paper);
  return paper;
}

static void
add_distribution_rows (OcopPaperTable *table)
{
  static const gint64 counts[][4] = {
    { 12, 7, 1, 0 }, { 9, 4, 0, 1 }, { 15, 6, 2, 0 }, { 4, 0, 0, 0 }, { 8, 3, 0, 0 }, { 6, 5, 1, 1 }, { 11, 2, 0, 0 },
  };
  gint64 totals[6] = { 0 };
  OcopPaperRow *row;

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      gint64 sum = 0;

      row = ocop_paper_table_add_row (table, OCOP_PAPER_ROW_DATA, NULL);
      row->cells[0] = ocop_value_integer (i + 1);
      row->cells[1] = ocop_value_text (communes[i]);
      for (guint j = 0; j < 4; j++)
        {
          row->cells[3 + j] = ocop_value_integer (counts[i][j]);
          totals[1 + j] += counts[i][j];
          sum += counts[i][j];
        }
      row->cells[2] = ocop_value_integer (sum);
      totals[0] += sum;
    }
  row = ocop_paper_table_add_row (table, OCOP_PAPER_ROW_TOTAL, "Tổng cộng");
  for (guint j = 0; j < 5; j++)
    row->cells[2 + j] = ocop_value_integer (totals[j]);
}

static void
paint_bars (cairo_t *cr,
            double   width,
            double   height,
            gpointer user_data)
{
  static const double heights[] = { 0.8, 0.45, 0.1, 0.06 };

  for (guint i = 0; i < G_N_ELEMENTS (heights); i++)
    cairo_rectangle (cr, width * (0.1 + 0.22 * i), height * (1 - heights[i]), width * 0.14, height * heights[i]);
  cairo_set_source_rgb (cr, 0.25, 0.45, 0.3);
  cairo_fill (cr);
}

static void
add_distribution_chart (OcopPaper *paper)
{
  static const char * const classes[] = { "3 sao", "4 sao", "Tiềm năng 5 sao", "5 sao", NULL };
  static const gint64 counts[] = { 65, 27, 4, 2 };
  OcopPaperChart *chart = ocop_paper_add_chart (paper, "Biểu đồ", 2.2, paint_bars, NULL, NULL);

  ocop_paper_chart_set_categories (chart, classes);
  ocop_paper_chart_add_series (chart, "Số sản phẩm", counts);
}

OcopPaper *
sample_paper_new_distribution (void)
{
  static const char * const classes[] = { "3 sao", "4 sao", "Tiềm năng 5 sao", "5 sao" };
  OcopPaper *paper = ocop_paper_new ("BÁO CÁO");
  OcopPaperParagraph *paragraph;
  OcopPaperTable *table;

  fill_head (paper);
  paper->practice = TRUE;
  ocop_paper_add_subtitle (paper, "Cơ cấu sản phẩm OCOP theo hạng sao");
  paragraph = ocop_paper_add_paragraph (paper, OCOP_PAPER_PARAGRAPH_HEADING);
  ocop_paper_paragraph_add (paragraph, "I. KẾT QUẢ CHUNG", TRUE);
  paragraph = ocop_paper_add_paragraph (paper, OCOP_PAPER_PARAGRAPH_BODY);
  ocop_paper_paragraph_add (paragraph, "Tính đến ngày 01 tháng 8 năm 2026, toàn tỉnh có ", FALSE);
  ocop_paper_paragraph_add (paragraph, "98 sản phẩm OCOP còn hiệu lực", TRUE);
  ocop_paper_paragraph_add (paragraph, " của 61 chủ thể (34 hợp tác xã, 19 doanh nghiệp, 08 tổ hợp tác), gồm 65 sản phẩm"
                            " 3 sao, 27 sản phẩm 4 sao, 04 sản phẩm tiềm năng 5 sao và 02 sản phẩm 5 sao; trong năm công"
                            " nhận mới 21 sản phẩm, công nhận lại 07, nâng hạng 03, hết hiệu lực 05.", FALSE);
  table = ocop_paper_add_table (paper, "Theo địa phương");
  ocop_paper_table_add_column (table, "number", "TT", OCOP_PAPER_COLUMN_INTEGER, 4)->align = OCOP_PAPER_ALIGN_CENTRE;
  ocop_paper_table_add_column (table, "locality", "Xã, phường", OCOP_PAPER_COLUMN_TEXT, 22);
  ocop_paper_table_add_column (table, "total", "Tổng số", OCOP_PAPER_COLUMN_INTEGER, 9);
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    ocop_paper_table_add_column (table, classes[i], classes[i], OCOP_PAPER_COLUMN_INTEGER, 9)->group = g_strdup ("Trong đó");
  add_distribution_rows (table);
  add_distribution_chart (paper);
  fill_foot (paper);
  return paper;
}

typedef struct
{
  guint next;
  guint end;
} Counter;

static gboolean
pull_row (OcopPaperRow  *row,
          gpointer       user_data,
          GError       **error)
{
  Counter *counter = user_data;

  if (counter->next == counter->end)
    return FALSE;
  fill_product (row->cells, counter->next);
  row->cells[9] = ocop_value_text (PICK (communes, counter->next));
  row->cells[10] = ocop_value_integer (counter->next % 40);
  row->cells[11] = ocop_value_text ("2029-05-22");
  counter->next++;
  return TRUE;
}

OcopPaper *
sample_paper_new_pulled (guint n_rows)
{
  OcopPaper *paper = ocop_paper_new ("DANH SÁCH SẢN PHẨM OCOP");
  OcopPaperTable *table = ocop_paper_add_table (paper, "Danh sách");
  Counter *counter = g_new0 (Counter, 1);

  paper->as_of = ocop_date_new (2026, 8, 1);
  add_list_columns (table);
  ocop_paper_table_add_column (table, "commune", "Xã", OCOP_PAPER_COLUMN_TEXT, 16);
  ocop_paper_table_add_column (table, "workers", "Lao động", OCOP_PAPER_COLUMN_INTEGER, 8);
  ocop_paper_table_add_column (table, "until", "Hết hạn", OCOP_PAPER_COLUMN_DATE, 11);
  counter->end = n_rows;
  ocop_paper_table_set_source (table, pull_row, n_rows, counter, g_free);
  return paper;
}
