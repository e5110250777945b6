/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/ocop-date.h"

G_BEGIN_DECLS

/* How the cells of published lists are written. Pure functions; %FALSE or %NULL where the text says nothing of
 * the kind. Words are compared folded (ocop_text_fold()). */

/**
 * OcopImportUnitName:
 * @type: (nullable): static: "xã", "phường", "thị trấn", "đặc khu", "huyện",
 *   "thị xã", "quận", "thành phố" or "tỉnh", where the text says it
 * @level: (nullable): static: "commune", "district" or "province", where the type says it
 * @name: owned: the name without its type; with it where the name is a number ("Quận 1")
 */
typedef struct
{
  const char *type;
  const char *level;
  char *name;
} OcopImportUnitName;

/* Whether the cell holds a spreadsheet program's error: "#REF!". */
gboolean    ocop_import_is_cell_error          (const char *text);

/* "4", "4 sao", "★★★★", "bốn sao", "hạng 4 sao", "5 sao tiềm năng": @stars is 1 to 5. */
gboolean    ocop_import_parse_class            (const char *text,
                                                gint64     *stars);

/**
 * ocop_import_parse_outcome:
 * @outcome: (out): static: a key of the field "outcome" of recognitions
 * @ending: (out) (nullable): static: a key of its field "ending", where the text says that it ended by a paper
 *
 * "Công nhận", "tiềm năng 5 sao (đề nghị Trung ương)", "đã thu hồi".
 */
gboolean    ocop_import_parse_outcome          (const char  *text,
                                                const char **outcome,
                                                const char **ending);

/* Whether @text is the very word, in Vietnamese, for the choice @key that one of the functions here made of it. */
gboolean    ocop_import_says_as_much           (const char  *text,
                                                const char  *key);

/* The key of the kind of producer that a cell names, "HTX", or that a producer's name begins with. */
const char *ocop_import_parse_producer_kind    (const char *text);

/* The key of the kind of recognition; @whole: the text says nothing else. */
const char *ocop_import_parse_recognition_kind (const char *text,
                                                gboolean   *whole);

/* The key of the gender: "Nữ", "Nam", "bà", "ông". */
const char *ocop_import_parse_gender           (const char *text);

/* "92,33 điểm" within @text, in hundredths; @whole: the text says nothing else. */
gboolean    ocop_import_find_score             (const char *text,
                                                gint64     *hundredths,
                                                gboolean   *whole);

/* As ocop_date_parse(), also "11/2023" (its year) and a day counted from 1900 that lost its format ("43845"). */
gboolean    ocop_import_parse_date             (const char *text,
                                                OcopDate   *date);

/* The day on which "Quý III/2025", "tháng 4–6/2025", "6/2025" or "cả năm 2025" begins or, where @last, ends. */
gboolean    ocop_import_parse_term             (const char *text,
                                                gboolean    last,
                                                OcopDate   *date);

/* "136/QĐ-UBND ngày 15/01/2020": the number, and the date if there is one. Free @number with g_free(). */
void        ocop_import_parse_decision         (const char *text,
                                                char      **number,
                                                OcopDate   *date);

/* The code of the criteria set that @text names by code, number or title; free with g_free(). */
char       *ocop_import_parse_set              (const char *text);

/* "xã Trường Đông", "TP. Hà Tĩnh", "TX Ba Đồn". */
OcopImportUnitName ocop_import_parse_unit      (const char *text);
void        ocop_import_unit_name_clear        (OcopImportUnitName *unit);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OcopImportUnitName, ocop_import_unit_name_clear)

G_END_DECLS
