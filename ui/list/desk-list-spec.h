/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/ocop-value.h"
#include "model/ocop-kind.h"

G_BEGIN_DECLS

/**
 * DeskListColumn:
 * @path: as in a query; also the column's name in settings
 * @title: (nullable): English, to be translated; %NULL for the field's own
 * @width: pixels, until somebody drags it; negative for what the others leave, and beside an open record at least so many
 * @shown: whether it is seen until somebody chooses otherwise
 * @beside: beside an open record, where not all have room, in which turn it takes some: 1 is the first;
 *   0 for after these, in the order of the list
 */
typedef struct
{
  const char *path;
  const char *title;
  int width;
  gboolean shown;
  guint beside;
} DeskListColumn;

/**
 * DeskListFilter:
 * @path: the field whose values may be chosen; %NULL for the filter of unknowns
 * @title: English, to be translated
 * @primary: whether it stands in the bar also while it filters nothing
 * @unknowns: (nullable): paths ended by %NULL: records may be sought that lack one
 * @province: (nullable): of a locality, the field of its province: whole provinces may be chosen, too
 */
typedef struct
{
  const char *path;
  const char *title;
  gboolean primary;
  const char * const *unknowns;
  const char *province;
} DeskListFilter;

/**
 * DeskListSpec:
 * @kind: name
 * @page: the stable name of its page
 * @icon_name: of its page
 * @columns: ended by a %NULL path; the first one names the record
 * @filters: ended by a %NULL title
 * @order: path by which the list is sorted at first
 * @descending: the direction of @order
 * @then: (nullable): path by which what @order leaves alike is sorted, in the same direction
 * @count: "%s product" and plural: the number comes formatted
 * @paper_title, @new_title, @empty_title, @empty_text: English, to be translated
 * @empty_button, @empty_action: what the empty page offers; English, to be translated
 */
typedef struct
{
  const char *kind;
  const char *page;
  const char *icon_name;
  const DeskListColumn *columns;
  const DeskListFilter *filters;
  const char *order;
  gboolean descending;
  const char *then;
  const char *count[2];
  const char *paper_title;
  const char *new_title;
  const char *empty_title;
  const char *empty_text;
  const char *empty_button;
  const char *empty_action;
} DeskListSpec;

/* By the name of a kind; %NULL when it has no list of its own. */
const DeskListSpec *desk_list_spec_find         (const char           *kind);

/* The paths of all columns, ended by %NULL; free the array alone. */
const char        **desk_list_spec_dup_paths    (const DeskListSpec   *spec);
guint               desk_list_spec_n_columns    (const DeskListSpec   *spec);
/* G_MAXUINT when the list has no such column. */
guint               desk_list_spec_find_column  (const DeskListSpec   *spec,
                                                 const char           *path);

/* Translated. */
const char         *desk_list_column_get_title  (const DeskListSpec   *spec,
                                                 const DeskListColumn *column);

/* Whether the column shows a day that the law computes, from the year alone where no more is known:
 * the list's "estimated" then says so. */
gboolean            desk_list_spec_may_be_estimated (const DeskListSpec   *spec,
                                                     const DeskListColumn *column);

/* "38 products". Free with g_free(). */
char               *desk_list_spec_format_count (const DeskListSpec   *spec,
                                                 gint64                count);

/* The field at the end of @path, which starts at @kind; %NULL when there is none. */
const OcopField    *desk_path_find_field        (const OcopKind       *kind,
                                                 const char           *path);

/* What people see of @value in a list: stars as ★, criteria sets with their title. Free with g_free(). */
char               *desk_path_format            (const OcopField      *field,
                                                 const OcopValue      *value);
/* The same of an estimated day: "≈ 31/12/2027". */
char               *desk_path_format_estimated  (const OcopValue      *value);

/* What "≈" before a day means, for a tooltip. */
const char         *desk_path_explain_estimated (void);

/* Whether the list can be charted: every chart counts products. */
gboolean             desk_list_spec_can_chart (const DeskListSpec *spec);

G_END_DECLS
