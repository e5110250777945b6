/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "base/ocop-value.h"
#include "model/ocop-record.h"

G_BEGIN_DECLS

typedef enum
{
  OCOP_OUTPUT_TABLE,
  OCOP_OUTPUT_JSON,
  OCOP_OUTPUT_CSV,
} OcopOutputFormat;

/**
 * OcopOutput:
 *
 * Rows on their way to standard output: aligned for people, or as JSON or csv
 * for programs. Dates are YYYY-MM-DD in all three.
 */
typedef struct _OcopOutput OcopOutput;

OcopOutput *ocop_output_new        (void);
void        ocop_output_free       (OcopOutput       *self);

/**
 * ocop_output_add_column:
 * @name: stable: the member in JSON and the heading of csv
 * @title: (nullable): the heading for people; %NULL for programs only
 * @field: (nullable): what the values are; text when %NULL
 *
 * All columns come before the first row.
 */
void        ocop_output_add_column (OcopOutput       *self,
                                    const char       *name,
                                    const char       *title,
                                    const OcopField  *field);

/* Copies one value for each column. */
void        ocop_output_add_row    (OcopOutput       *self,
                                    const OcopValue  *values);

/* For a row: borrows @text (nullable). */
static inline OcopValue
ocop_output_text (const char *text)
{
  return (OcopValue) { text != NULL ? OCOP_VALUE_TEXT : OCOP_VALUE_UNKNOWN, 0, (char *) text };
}

void        ocop_output_print      (const OcopOutput *self,
                                    OcopOutputFormat  format);

/* Adds the rows to @builder, as an array of objects. */
void        ocop_output_build_json (const OcopOutput *self,
                                    JsonBuilder      *builder);

/* A field that holds whole numbers, one that holds days, for columns that are no record's. */
const OcopField *ocop_output_integer_field (void);
const OcopField *ocop_output_date_field    (void);

/* The value as JSON has it: hundredths as "87.33", unknown as null. */
void        ocop_output_json_value (JsonBuilder      *builder,
                                    const OcopField  *field,
                                    const OcopValue  *value);

/* As people read it on the command line. */
char       *ocop_output_to_people  (const OcopField  *field,
                                    const OcopValue  *value);

/* Prints what was built, and a line break. */
void        ocop_output_print_json (JsonBuilder      *builder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopOutput, ocop_output_free)

G_END_DECLS
