/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  OCOP_FIELD_TEXT,
  OCOP_FIELD_LONG_TEXT,
  OCOP_FIELD_INTEGER,
  OCOP_FIELD_MONEY,       /* integer đồng */
  OCOP_FIELD_HUNDREDTHS,  /* points, quantities: integer hundredths */
  OCOP_FIELD_BOOLEAN,     /* 0 or 1 */
  OCOP_FIELD_DATE,        /* text form of OcopDate */
  OCOP_FIELD_CHOICE,      /* the key of one of the field's choices */
  OCOP_FIELD_SET,         /* the code of a criteria set, "QD26-04" */
  OCOP_FIELD_LINK,        /* the id of a record of the field's target kind */
  OCOP_FIELD_PHOTO,       /* the name of an attachment that is a picture */
  OCOP_FIELD_FILE,        /* the name of an attachment: a scanned document */
} OcopFieldType;

typedef enum
{
  OCOP_FIELD_REQUIRED = 1 << 0, /* a record without it is not saved */
  OCOP_FIELD_PERSONAL = 1 << 1, /* personal data (law 91/2025/QH15): masked on request */
  OCOP_FIELD_SEARCHED = 1 << 2, /* its words are found by the search */
  OCOP_FIELD_CODE     = 1 << 3, /* codes, phones, numbers: found by any part */
  OCOP_FIELD_EXPECTED = 1 << 4, /* a record without it stands in the list "to complete" */
  OCOP_FIELD_SUGGESTED = 1 << 6, /* what other records hold is suggested while it is typed */
  OCOP_FIELD_WORKED   = 1 << 7, /* written by the work itself (a step, a sheet), never typed into a form */
  OCOP_FIELD_UNIQUE   = 1 << 8, /* no two records hold the same; who writes it second is refused */
  OCOP_FIELD_DERIVED  = 1 << 5, /* answered by the register for a day, never stored in a record */
} OcopFieldFlags;

/**
 * OcopChoice:
 * @key: stable, stored
 * @title: English, to be translated
 */
typedef struct
{
  const char *key;
  const char *title;
} OcopChoice;

/**
 * OcopField:
 * @name: stable: the name in queries, history, JSON and on the command line
 * @title: English, to be translated
 * @section: English, to be translated: the part of the form it stands in
 * @choices: (nullable): ended by a %NULL key
 * @target: (nullable): the name of the kind that a link leads to
 */
typedef struct
{
  const char *name;
  const char *title;
  const char *section;
  OcopFieldType type;
  OcopFieldFlags flags;
  const OcopChoice *choices;
  const char *target;
} OcopField;

/**
 * OcopKind:
 * @name: stable: "producer"; also the name of its table
 * @plural: the name on the command line: "producers"
 * @title, @plural_title: English, to be translated
 * @fields: ended by a %NULL name; stored ones first
 * @label: the field that names a record to people
 *
 * What the register holds of one kind of record, described once: the store,
 * the forms, the importer, the history and the command line all read it here.
 */
typedef struct
{
  const char *name;
  const char *plural;
  const char *title;
  const char *plural_title;
  const OcopField *fields;
  const char *label;
} OcopKind;

/* All kinds, ended by %NULL, each after the kinds that it links to where it can be. */
const OcopKind * const *ocop_kind_all        (void);

/* By @name or plural; %NULL when there is none. */
const OcopKind  *ocop_kind_find              (const char      *name);

/* %NULL when the kind has no such field. */
const OcopField *ocop_kind_find_field        (const OcopKind  *kind,
                                              const char      *name);

/* How many of its fields are stored. */
guint            ocop_kind_n_stored          (const OcopKind  *kind);

/* The kind that @field, one of ocop_kind_all()'s, belongs to. */
const OcopKind  *ocop_field_get_kind         (const OcopField *field);

gboolean         ocop_field_is_stored        (const OcopField *field);

/* Whether it names an attachment: a photo or a file. */
gboolean         ocop_field_is_attachment    (const OcopField *field);

/* The translated title of the choice @key; @key itself when there is none. */
const char      *ocop_field_choice_title     (const OcopField *field,
                                              const char      *key);

/* The key of the choice that people mean by @text: a key, a title in English or in the
 * user's language, folded; %NULL when none. */
const char      *ocop_field_choice_key       (const OcopField *field,
                                              const char      *text);

G_END_DECLS
