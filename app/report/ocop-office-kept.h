/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ocop-record.h"
#include "register/ocop-change.h"
#include "register/ocop-reader.h"

G_BEGIN_DECLS

/* What an office keeps under names of its own stands in its record, in the register: a field holds an object of JSON
 * with one member for each. */

/* (transfer full): the names, in the order in which they were kept; none where @field cannot be read. */
char      **ocop_office_kept_names  (const OcopRecord  *office,
                                     const char        *field);

/**
 * ocop_office_kept_find:
 *
 * Returns: (transfer full): what is kept under @name, as JSON; %NULL with %OCOP_ERROR_NOT_FOUND, which says
 *   what there is, or with %OCOP_ERROR_INVALID_VALUE where @field cannot be read.
 */
char       *ocop_office_kept_find   (const OcopRecord  *office,
                                     const char        *field,
                                     const char        *name,
                                     GError           **error);

/**
 * ocop_office_kept_change:
 * @json: (nullable): kept under @name in the place of what was; no longer kept when %NULL
 * @title: of the change, in the user's language
 *
 * Returns: (transfer full): the change, empty where that is how it stands; %NULL on failure.
 */
OcopChange *ocop_office_kept_change (OcopReader        *reader,
                                     const char        *field,
                                     const char        *name,
                                     const char        *json,
                                     const char        *title,
                                     GError           **error);

/* The same; @from (nullable) is what it was kept under before, and is no longer. */
OcopChange *ocop_office_kept_rename (OcopReader        *reader,
                                     const char        *field,
                                     const char        *from,
                                     const char        *name,
                                     const char        *json,
                                     const char        *title,
                                     GError           **error);

G_END_DECLS
