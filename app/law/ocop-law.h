/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "law/ocop-criteria.h"
#include "law/ocop-law-classification.h"

G_BEGIN_DECLS

/**
 * OcopLaw:
 *
 * What the decisions on the OCOP programme say, each from its own day on: the
 * rule books, the classification of products and the criteria sheets. Never changed
 * once read, so any thread may use it.
 */
typedef struct _OcopLaw OcopLaw;

/* The law that the program ships; never %NULL. */
const OcopLaw         *ocop_law_get_default          (void);

/**
 * ocop_law_load:
 * @files: (element-type utf8 GBytes): the files of data/law by their paths in it:
 *   "rules.json", "classification.json", "26-2026/QD26-01.json"
 *
 * The criteria sheets are read when they are first asked for; ocop_law_check() reads all.
 *
 * Returns: (transfer full): %NULL with %OCOP_ERROR_FILE_FORMAT when the rules or the
 *   classification are not right; the message names the file and the place in it.
 */
OcopLaw               *ocop_law_load                 (GHashTable     *files,
                                                      GError        **error);
void                   ocop_law_free                 (OcopLaw        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopLaw, ocop_law_free)

/* "26/2026/QĐ-TTg@" and digits: its latest decision, and a checksum of what its files hold. Laws
 * of the same id say the same. */
const char            *ocop_law_get_id               (const OcopLaw  *self);

/* (element-type utf8 GBytes): the files it was read from, as ocop_law_load() takes them; not to
 * be changed. */
GHashTable            *ocop_law_get_files            (const OcopLaw  *self);

/* The rule book with the last first day. */
const OcopRuleBook    *ocop_law_get_latest_book      (const OcopLaw  *self);

/**
 * ocop_law_book_on:
 * @day: a date; of a year without a day its last day counts
 *
 * Returns: (transfer none): the rule book in force on @day; the first one when
 *   @day is earlier or unknown.
 */
const OcopRuleBook    *ocop_law_book_on              (const OcopLaw  *self,
                                                      OcopDate        day);

/* By decision, "26/2026/QĐ-TTg"; %NULL when there is none. */
const OcopRuleBook    *ocop_law_find_book            (const OcopLaw  *self,
                                                      const char     *decision);

/**
 * ocop_law_certificate_validity:
 * @decided: when the certificate was issued: a day or a year
 * @from: (out): its first day
 * @until: (out): its last day, on which it is still valid
 * @estimated: (out): whether the days are only as good as the year
 *
 * Article 4.3 of 26/2026/QĐ-TTg, and the like in the books before: so many months
 * from the day of issue. It ends on the anniversary itself, and on the last day of
 * February when that has no 29th. Of a year without a day the longest span is
 * taken: 1 January of that year to 31 December of the year in which it ends.
 *
 * Returns: %FALSE, with both days unknown, when @decided is unknown.
 */
gboolean               ocop_law_certificate_validity (const OcopLaw  *self,
                                                      OcopDate        decided,
                                                      OcopDate       *from,
                                                      OcopDate       *until,
                                                      gboolean       *estimated);

/* Who recognised products of so many @stars on @day: 3 stars were the district's from
 * 24/02/2023 to 05/07/2025. %OCOP_LEVEL_NONE for classes without a decision. */
OcopLevel              ocop_law_recognised_by        (const OcopLaw  *self,
                                                      guint           stars,
                                                      OcopDate        day);

/**
 * ocop_law_reevaluation_window:
 * @until: the last day of a certificate
 * @opens: (out): first day on which the dossier for re-evaluation may be handed in
 * @closes: (out): last day
 *
 * Article 7.6.a of 26/2026/QĐ-TTg. Both are unknown when @until is not a day, or
 * falls under a book that sets no window.
 */
void                   ocop_law_reevaluation_window  (const OcopLaw  *self,
                                                      OcopDate        until,
                                                      OcopDate       *opens,
                                                      OcopDate       *closes);

/* The criteria sets, in the order of their numbers. */
guint                  ocop_law_n_sets               (const OcopLaw  *self);
const OcopCriteriaSet *ocop_law_get_set              (const OcopLaw  *self,
                                                      guint           index);
/* By code, "QD26-04"; %NULL when there is none. */
const OcopCriteriaSet *ocop_law_find_set             (const OcopLaw  *self,
                                                      const char     *code);

/**
 * ocop_law_get_criteria:
 * @book: one of this law's books
 * @set: a code, "QD26-04"
 *
 * Returns: (transfer none): the sheet by which @book judges products of @set; %NULL with
 *   %OCOP_ERROR_NOT_FOUND when it has none, or %OCOP_ERROR_FILE_FORMAT when the sheet is
 *   not right
 */
const OcopCriteria    *ocop_law_get_criteria         (const OcopLaw       *self,
                                                      const OcopRuleBook  *book,
                                                      const char          *set,
                                                      GError             **error);

/* Reads every sheet of every book; %FALSE with the first that is not right. */
gboolean               ocop_law_check                (const OcopLaw  *self,
                                                      GError        **error);

G_END_DECLS
