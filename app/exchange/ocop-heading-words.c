/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ocop-heading-words-private.h"

#include <string.h>

#include "base/ocop-text.h"

/* Longer texts are titles or values, never the heading of one column. */
#define MAX_HEADING_LENGTH 120
/* Every way to write "as above" is shorter than this. */
#define MAX_DITTO_LENGTH 20

/* Folded; an asterisk stands for anything that follows. */

static const char * const heading_words[] = {
  "stt", "s t t", "tt", "so tt", "so thu tu", "no", "id",
  "ten", "ten *", "san pham", "san pham ocop", "product*", "name", "chu the*", "entity*", "producer*", "owner",
  "don vi", "don vi san xuat*", "don vi cap*", "co so", "co so san xuat", "hop tac xa", "loai hinh*", "kind",
  "dia chi*", "dia phuong", "dia ban", "xa", "xa phuong*", "phuong xa*", "huyen", "huyen *", "tinh", "tinh thanh*",
  "address*", "commune", "district", "province", "locality",
  "hang", "hang sao*", "xep hang*", "phan hang*", "sao", "so sao", "stars", "star", "class", "diem", "tong diem*", "score*",
  "nganh", "nganh hang*", "nganh san pham", "nhom", "nhom san pham*", "phan nhom*", "bo san pham*", "group", "sector",
  "quyet dinh*", "so quyet dinh*", "so qd*", "qd *", "decision*", "ngay*", "nam", "nam *", "year*", "date*", "issued*",
  "issuer*", "valid*", "expir*", "thoi han*", "thoi gian*", "thoi diem*", "hieu luc*", "het han*", "het hieu luc*",
  "dien thoai*", "so dien thoai*", "sdt*", "phone*", "email", "website", "nguoi dai dien*", "dai dien*", "dai dien phap luat",
  "representative*", "lien he*", "ghi chu*", "note", "notes", "trang thai*", "tinh trang*", "status",
  "ma", "ma so*", "ma san pham", "mst", "tax code", "code*", "san luong*", "doanh thu*", "gia ban*", "don gia*", "don vi tinh",
  "lao dong*", "quy mo*", "co quan*", "lan dau*", "nguon*", "source*", "mo ta*", "description", "giay chung nhan*",
  "certificate*", "cong nhan*", "ket qua*", "gioi tinh*", "dan toc", "link*", "hinh anh*",
  "ho va ten*", "ho ten", "hoc vien", "chuc vu*", "doi tuong", "noi dung", "kinh phi*", "thanh tien*", "so luong", "dvt",
  "lop tap huan", "ten lop*", "su kien", "dia diem", "doi tac", "gia tri*", "nhiem vu", "chu tri", "phoi hop", "hinh thuc", "ket luan",
  "tu ngay", "den ngay", "chuoi gia tri", "chuong trinh*", "don vi to chuc*",
};

static const char * const running_number_words[] = { "stt", "s t t", "tt", "so tt", "so thu tu", "thu tu", "no", "tt no" };

static const char * const total_words[] = {
  "tong", "cong", "tong cong*", "tong so*", "tong huyen *", "tong xa *", "tong tinh *", "cong huyen *", "cong xa *",
  "cong phuong *", "cong nhom *", "cong thi xa *", "cong thanh pho *", "total", "total *", "grand total*", "sum",
};

static const char * const section_words[] = {
  "huyen *", "thi xa *", "thanh pho *", "tinh *", "xa *", "phuong *", "nhom *", "nganh *", "phan nhom *", "bo san pham *",
  "dot *", "quy *", "nam *", "lan *", "san pham dat *", "san pham hang *",
};

/* Lower case. */
static const char * const dittos[] = {
  "nt", "-nt-", "- nt -", "nt.", "\"nt\"", "như trên", "-như trên-", "(như trên)", "như trên.",
  "\"", "\"\"", "''", "”", "“", "〃", "″",
  "-\"-", "-”-", "-//-", "//",
};

static gboolean
matches (const char *folded,
         const char *pattern)
{
  gsize length = strlen (pattern);

  if (length > 0 && pattern[length - 1] == '*')
    return strncmp (folded, pattern, length - 1) == 0;
  return strcmp (folded, pattern) == 0;
}

static gboolean
matches_any (const char         *folded,
             const char * const *patterns,
             gsize               n_patterns)
{
  for (gsize i = 0; i < n_patterns; i++)
    if (matches (folded, patterns[i]))
      return TRUE;
  return FALSE;
}

gboolean
ocop_heading_words_is_known (const char *text)
{
  g_autofree char *folded = NULL;

  if (strlen (text) > MAX_HEADING_LENGTH)
    return FALSE;
  folded = ocop_text_fold (text);
  return matches_any (folded, heading_words, G_N_ELEMENTS (heading_words));
}

gboolean
ocop_heading_words_is_running_number (const char *text)
{
  g_autofree char *folded = ocop_text_fold (text);

  return matches_any (folded, running_number_words, G_N_ELEMENTS (running_number_words));
}

/* "Tổng: 144" is a total as "Tổng" is. */
static void
drop_figures (char *folded)
{
  gsize length = strlen (folded);

  while (length > 0 && (g_ascii_isdigit (folded[length - 1]) || folded[length - 1] == ' '))
    folded[--length] = '\0';
}

gboolean
ocop_heading_words_is_total (const char *text)
{
  g_autofree char *folded = NULL;

  if (strlen (text) > MAX_HEADING_LENGTH)
    return FALSE;
  folded = ocop_text_fold (text);
  drop_figures (folded);
  return matches_any (folded, total_words, G_N_ELEMENTS (total_words));
}

/* One word, as a whole or followed by a point, a bracket or a dash. */
static gsize
section_number_length (const char *text)
{
  gsize length = strspn (text, "IVX");

  if (length == 0 && text[0] >= 'A' && text[0] <= 'Z')
    length = 1;
  return length > 0 && (text[length] == '\0' || strchr (".)/- ", text[length]) != NULL) ? length : 0;
}

gboolean
ocop_heading_words_is_section_number (const char *text)
{
  gsize length = section_number_length (text);

  return length > 0 && strspn (text + length, ".)/- ") == strlen (text + length);
}

static gboolean
is_all_capitals (const char *text)
{
  g_autofree char *upper = g_utf8_strup (text, -1);
  g_autofree char *lower = g_utf8_strdown (text, -1);

  return strcmp (upper, text) == 0 && strcmp (lower, text) != 0;
}

gboolean
ocop_heading_words_is_section (const char *text)
{
  g_autofree char *folded = ocop_text_fold (text);

  return section_number_length (text) > 0 || is_all_capitals (text)
         || matches_any (folded, section_words, G_N_ELEMENTS (section_words));
}

gboolean
ocop_heading_words_is_ditto (const char *text)
{
  g_autofree char *lower = NULL;

  /* Asked of every cell of a list, hence quick to say no. */
  if (strchr ("nN-\"'/(\342\343", *text) == NULL || strlen (text) > MAX_DITTO_LENGTH)
    return FALSE;
  lower = g_utf8_strdown (text, -1);
  for (guint i = 0; i < G_N_ELEMENTS (dittos); i++)
    if (strcmp (lower, dittos[i]) == 0)
      return TRUE;
  return FALSE;
}

gboolean
ocop_heading_words_is_figure (const char *text)
{
  return strpbrk (text, "0123456789") != NULL && strspn (text, "0123456789.,:/-+% ") == strlen (text);
}
