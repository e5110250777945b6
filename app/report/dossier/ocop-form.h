/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "law/ocop-rule-book.h"

G_BEGIN_DECLS

typedef enum
{
  OCOP_FORM_HEADING,
  OCOP_FORM_CENTRED,
  OCOP_FORM_LINE,
  OCOP_FORM_BODY,       /* a paragraph, with {values} */
  OCOP_FORM_FIELD,      /* a title, and what is known or room to write it */
  OCOP_FORM_CHOICE,     /* a box for each choice of a field */
  OCOP_FORM_CHECK,      /* a box */
  OCOP_FORM_LINES,      /* room to write */
  OCOP_FORM_TABLE,
  OCOP_FORM_SIGNATURE,  /* those that follow each other stand beside each other */
} OcopFormBlockType;

typedef enum
{
  OCOP_FORM_TABLE_RECEIPTS,     /* the lower part of Form 01 */
  OCOP_FORM_TABLE_DOCUMENTS,    /* the dossier's checklist */
  OCOP_FORM_TABLE_CRITERIA,     /* part III of Form 02 */
  OCOP_FORM_TABLE_VERIFICATION, /* what a visit has to look at */
  OCOP_FORM_TABLE_TESTS,        /* samples taken, and what was found */
} OcopFormTable;

/**
 * OcopFormBlock:
 * @text: (nullable): a title, or the text itself
 * @value: (nullable): of a field or choice: what ocop_form_facts_get() is asked for; several apart by ";"
 * @hint: (nullable): of a signature
 * @document: (nullable): of a check: the code of the dossier's document that ticks it
 * @certificate: (nullable): of a check: folded words that tick it in the name of a certificate; several apart by "|"
 * @optional: of a field: left out while it is not known
 * @n_lines: of lines
 */
typedef struct
{
  OcopFormBlockType type;
  char *text;
  char *value;
  char *hint;
  char *document;
  char *certificate;
  gboolean optional;
  guint n_lines;
  OcopFormTable table;
} OcopFormBlock;

typedef enum
{
  OCOP_FORM_HEAD_NATION,   /* the national title alone: a producer's paper */
  OCOP_FORM_HEAD_COMMUNE,  /* the commune's People's Committee, which signs it */
} OcopFormHead;

/**
 * OcopForm:
 * @name: stable: "form-01"
 * @number: (nullable): "Mẫu số 01"
 * @blocks: (element-type OcopFormBlock)
 *
 * A form as its decision lays it down, and what of it the register fills in: data/forms.
 */
typedef struct
{
  char *name;
  char *number;
  char *title;
  OcopFormHead head;
  GPtrArray *blocks;
} OcopForm;

/* (transfer full) (element-type OcopForm): %NULL with %OCOP_ERROR_FILE_FORMAT, the place named. */
GPtrArray      *ocop_forms_load (GBytes              *bytes,
                                 const char          *name,
                                 GError             **error);

/* (transfer none): the form of @book, which stays for ever; %NULL with %OCOP_ERROR_NOT_FOUND where that book's are not known. */
const OcopForm *ocop_forms_find (const OcopRuleBook  *book,
                                 const char          *name,
                                 GError             **error);

G_END_DECLS
