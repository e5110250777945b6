/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "base/ocop-package.h"

#include "exchange/ocop-difference-private.h"
#include "exchange/ocop-office-package.h"

G_BEGIN_DECLS

/* The kind of the changes that packages make: what the offices had in common stands after the last of them. */
#define OCOP_OFFICE_CHANGE "package"

/* Keys of OcopField "level" of the office. */
#define OCOP_OFFICE_PROVINCE "province"
#define OCOP_OFFICE_COMMUNE "commune"

/* The ids of the changes that took in the packages which meet @query: what they wrote is not common with another office. */
GHashTable *ocop_office_read_changes (OcopReader      *reader,
                                      const OcopQuery *query);
/* Of each field of the record the value that a package wrote last, but for those that @others took in: what two offices
 * had in common. (transfer full) */
JsonObject *ocop_office_load_common  (OcopReader      *reader,
                                      const OcopKind  *kind,
                                      const char      *id,
                                      GHashTable      *others);

/* Whether records of @kind travel. */
gboolean    ocop_office_travels     (const char      *kind);

/* The object in @package, (transfer none), for as long as @parser lives; %NULL for what is no package, is damaged, was made
 * by this register itself or by a program that packs otherwise. */
JsonObject *ocop_office_open        (JsonParser      *parser,
                                     const char      *register_id,
                                     OcopPackage     *package,
                                     GError         **error);

/* Attachments stand beside the records, each under its own name: what it is called says what is in it. */
char       *ocop_office_file_part   (const char      *name);
/* Whether the attachment @name is in the package or here already. */
gboolean    ocop_office_has_file    (const OcopOfficeTaking *taking,
                                     OcopRegister           *reg,
                                     const char             *name);
/* Keeps the attachments that @records (element-type OcopRecord) name and that are not here yet. */
gboolean    ocop_office_keep_files  (const OcopOfficeTaking *taking,
                                     OcopRegister           *reg,
                                     const GPtrArray        *records,
                                     GError                **error);
/* %FALSE with @error set. */
gboolean    ocop_office_fail        (GError         **error);

/* A newer package of the locality @unit, of what it lies in (@units: values are their ids) or of what lies in it says more
 * than this one, which is then refused; else the note that it was taken in is made ready. */
gboolean    ocop_office_check_newest (OcopReader        *reader,
                                      OcopOfficeTaking  *taking,
                                      const char        *unit,
                                      GHashTable        *units,
                                      GError           **error);

/* The level of the office that says it is of the level @said (nullable), to one of the level @own (nullable): the other
 * one where it says nothing; %NULL where the two say the same, so that neither has the last word. */
const char *ocop_office_other_level (const char      *said,
                                     const char      *own);

/* Whether a record of @kind is of the level that it says itself in the field that is returned, and so is what belongs to
 * it; %NULL where that is not so. */
const char *ocop_office_level_field (const OcopKind  *kind);

/* The level to which @field belongs: it wins where both offices have changed the field; %NULL where none does. */
const char *ocop_office_level_of    (const OcopKind  *kind,
                                     const OcopField *field);

/**
 * OcopOfficeWork:
 * @fields: of each kind, what the other program knows
 * @units: id there → id here
 * @labels: id there → what people call the record
 * @levels: id there → the level that it belongs to as a whole
 * @coming: the ids of what the package brings
 * @astray: of the record that is being read, the fields whose links lead nowhere
 * @wholes: id of a new record → the difference that it comes with
 * @unknown: kinds and fields that this program does not know
 * @others: the changes that took in packages of other senders
 * @missing: the names of attachments that are neither in the package nor here
 * @level: (nullable): of the other office
 * @unit_there, @unit: the locality that it is of, its id there and here
 *
 * While a package is held against the register.
 */
typedef struct
{
  OcopReader *reader;
  OcopRegister *reg;
  OcopOfficeTaking *taking;
  OcopRecord *office;
  JsonObject *fields;
  GHashTable *units;
  GHashTable *labels;
  GHashTable *levels;
  GHashTable *coming;
  GHashTable *astray;
  GHashTable *wholes;
  GHashTable *unknown;
  GHashTable *others;
  GHashTable *missing;
  const char *level;
  const char *unit_there;
  char *unit;
} OcopOfficeWork;

/* The id of what @record belongs to: a dossier of its steps; %NULL where it stands by itself. */
const char *ocop_office_owner       (const OcopRecord       *record);
/* What people call @record among what it belongs to. Free with g_free(). */
char       *ocop_office_dup_label   (const OcopOfficeWork   *work,
                                     const OcopRecord       *record);

/* Each puts among the differences what @given says otherwise than @now; @sent: (nullable): what the sender wrote of what
 * it took from here. */
void        ocop_office_compare     (const OcopOfficeWork   *work,
                                     const OcopRecord       *now,
                                     const OcopRecord       *given,
                                     JsonObject             *sent);
void        ocop_office_compare_new (const OcopOfficeWork   *work,
                                     const OcopRecord       *given);
/* @into: (nullable): what it was merged into there */
void        ocop_office_compare_binned_there (const OcopOfficeWork  *work,
                                              const OcopRecord      *now,
                                              const OcopRecord      *given,
                                              JsonObject            *sent,
                                              const char            *into);
void        ocop_office_compare_binned_here  (const OcopOfficeWork  *work,
                                              const OcopRecord      *now,
                                              const OcopRecord      *given,
                                              JsonObject            *sent);

/* Whether @field stays open while the record itself, or what it belongs to, is held fast. */
gboolean    ocop_office_is_free     (const OcopKind         *kind,
                                     const OcopField        *field);

/* Why nothing may be changed in @field of @record (%NULL: why it may not come, or go into the bin), in English, to be
 * translated; %NULL where it may. @passes: whether the change is made where the record belongs. */
const char *ocop_office_find_lock   (OcopReader             *reader,
                                     const OcopRecord       *record,
                                     gboolean                exists,
                                     const OcopField        *field,
                                     gboolean                passes);

G_END_DECLS
