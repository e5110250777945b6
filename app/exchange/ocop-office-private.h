/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "exchange/ocop-difference-private.h"
#include "exchange/ocop-office-package.h"

G_BEGIN_DECLS

/* The kind of the changes that packages make: what the offices had in common stands after the last of them. */
#define OCOP_OFFICE_CHANGE "package"

/* Of each field of the record the value that a package wrote last: what the offices had in common. (transfer full) */
JsonObject *ocop_office_load_common (OcopReader      *reader,
                                     const OcopKind  *kind,
                                     const char      *id);

/* Whether records of @kind travel. */
gboolean    ocop_office_travels     (const char      *kind);

/* The object in the package @bytes, (transfer none), for as long as @parser lives; %NULL for what is no package, is
 * damaged, was made by this register itself or by a program that packs otherwise. */
JsonObject *ocop_office_open        (JsonParser      *parser,
                                     const char      *register_id,
                                     GBytes          *bytes,
                                     GError         **error);
/* %FALSE with @error set. */
gboolean    ocop_office_fail        (GError         **error);

/* A newer package of the locality @unit, of what it lies in (@units: values are their ids) or of what lies in it says more
 * than this one, which is then refused; else the note that it was taken in is made ready. */
gboolean    ocop_office_check_newest (OcopReader        *reader,
                                      OcopOfficeTaking  *taking,
                                      const char        *unit,
                                      GHashTable        *units,
                                      GError           **error);

/* The level of the office whose register @reader reads; %NULL where it says none. Free with g_free(). */
char       *ocop_office_dup_level   (OcopReader      *reader);

/* The level of the office that says it is of the level @said (nullable), to one of the level @own (nullable): the other
 * one where it says nothing; %NULL where the two say the same, so that neither has the last word. */
const char *ocop_office_other_level (const char      *said,
                                     const char      *own);

/* The level to which @field belongs: it wins where both offices have changed the field; %NULL where none does. */
const char *ocop_office_level_of    (const OcopKind  *kind,
                                     const OcopField *field);

G_END_DECLS
