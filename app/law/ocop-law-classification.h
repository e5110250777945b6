/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OcopCriteriaSet:
 * @code: "QD26-04"
 * @number: 1 to 26
 * @title: of the set (annex II)
 * @sector: "I" to "VI" (annex I)
 * @sector_title: in sentence case, e.g. "Thực phẩm"
 * @group_title: of the group in annex I
 * @subgroup_title: (nullable): of the subgroup, where the group has any
 * @ministry: who manages it; several are parted by "; "
 *
 * One of the criteria sets by which a product is judged, and its place in the
 * classification of products.
 */
typedef struct
{
  char *code;
  guint number;
  char *title;
  char *sector;
  char *sector_title;
  char *group_title;
  char *subgroup_title;
  char *ministry;
} OcopCriteriaSet;

/**
 * ocop_law_classification_load:
 * @bytes: the JSON of a classification
 *
 * Returns: (transfer full) (element-type OcopCriteriaSet): the sets in the order
 *   of their numbers; %NULL with %OCOP_ERROR_FILE_FORMAT, which names the place,
 *   when the file is not a complete classification.
 */
GPtrArray *ocop_law_classification_load (GBytes  *bytes,
                                         GError **error);

G_END_DECLS
