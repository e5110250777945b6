/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/ocop-date.h"

G_BEGIN_DECLS

/**
 * OcopProvince:
 * @code: two digits (decision 19/2025/QĐ-TTg; before it those of the statistics office)
 * @name: without its type: "Tuyên Quang"
 * @type: "tỉnh" or "thành phố"
 * @valid_from: unknown when it was there before any OCOP record
 * @valid_until: unknown while it is in force
 * @successor: (nullable): code of the province that it became part of
 *
 * A province of the country, now or before the mergers of 1 July 2025 (resolution
 * 202/2025/QH15). A province into which others were merged is a new one, even
 * under its old name; codes were given out again, so that only code and day
 * together name a province.
 */
typedef struct
{
  char *code;
  char *name;
  char *type;
  OcopDate valid_from;
  OcopDate valid_until;
  char *successor;
} OcopProvince;

/**
 * ocop_province_list_load:
 *
 * Returns: (transfer full) (element-type OcopProvince): the shipped provinces:
 *   those in force, then the former ones, each by code.
 */
GPtrArray          *ocop_province_list_load       (GError             **error);

/**
 * ocop_province_list_parse:
 * @bytes: lines of code,name,type,valid_from,valid_until,successor under a heading
 *
 * Returns: (transfer full) (element-type OcopProvince): %NULL with
 *   %OCOP_ERROR_FILE_FORMAT, which names the line, when a line is wrong.
 */
GPtrArray          *ocop_province_list_parse      (GBytes              *bytes,
                                                   GError             **error);

gboolean            ocop_province_is_in_force     (const OcopProvince  *province,
                                                   OcopDate             day);

/* The one with @code on @day; %NULL when there is none. */
const OcopProvince *ocop_province_list_find       (GPtrArray           *provinces,
                                                   const char          *code,
                                                   OcopDate             day);

/* Follows the successors of @province; %NULL when they lead to none that is in force. */
const OcopProvince *ocop_province_list_in_force   (GPtrArray           *provinces,
                                                   const OcopProvince  *province);

G_END_DECLS
