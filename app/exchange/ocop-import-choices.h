/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What happens to a row that the register has already. */
typedef enum
{
  OCOP_IMPORT_SKIP,   /* the register's record stays as it is */
  OCOP_IMPORT_UPDATE, /* fields that differ take the list's value; an empty cell changes nothing */
  OCOP_IMPORT_ADD,    /* it becomes a record of its own */
} OcopImportDuplicates;

/* How a producer that looks like another is taken. */
typedef enum
{
  OCOP_IMPORT_TAKE_BY_LIKENESS, /* the same name in other words is the same; a name that is only alike, another */
  OCOP_IMPORT_TAKE_AS_SAME,
  OCOP_IMPORT_TAKE_AS_ANOTHER,
} OcopImportTaking;

/**
 * OcopImportChoices:
 *
 * What a person has chosen where a list leaves several ways open. %NULL stands
 * for no choice made: duplicates are skipped.
 */
typedef struct _OcopImportChoices OcopImportChoices;

OcopImportChoices    *ocop_import_choices_new            (OcopImportDuplicates     duplicates);
OcopImportChoices    *ocop_import_choices_copy           (const OcopImportChoices *choices);
void                  ocop_import_choices_free           (OcopImportChoices       *choices);

OcopImportDuplicates  ocop_import_choices_get_duplicates (const OcopImportChoices *choices);
void                  ocop_import_choices_set_duplicates (OcopImportChoices       *choices,
                                                          OcopImportDuplicates     duplicates);

/* @producer: its name as the list writes it */
OcopImportTaking      ocop_import_choices_get_taking     (const OcopImportChoices *choices,
                                                          const char              *producer);
void                  ocop_import_choices_set_taking     (OcopImportChoices       *choices,
                                                          const char              *producer,
                                                          OcopImportTaking         taking);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopImportChoices, ocop_import_choices_free)

G_END_DECLS
