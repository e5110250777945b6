/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ocop-record.h"
#include "register/ocop-reader.h"

G_BEGIN_DECLS

/* What a commune is asked about a year, as tables: the same whether it is being made or comes back. */

typedef enum
{
  OCOP_COMMUNE_PRODUCTS,
  OCOP_COMMUNE_PRODUCERS,
  OCOP_COMMUNE_CHANNELS,
  OCOP_COMMUNE_REGISTRATIONS,
  OCOP_COMMUNE_N_TABLES
} OcopCommuneTable;

/* The number of a line, which it is known by. */
#define OCOP_COMMUNE_NUMBER 0

/* The columns of products that are more than a value of a field. */
enum
{
  OCOP_COMMUNE_PRODUCT_NAME = 2,
  OCOP_COMMUNE_PRODUCT_PRODUCER,
};

/* Those of channels. */
enum
{
  OCOP_COMMUNE_CHANNEL_PRODUCT = 1,
  OCOP_COMMUNE_CHANNEL_CHANNEL,
  OCOP_COMMUNE_CHANNEL_NAME,
  OCOP_COMMUNE_CHANNEL_ADDRESS,
  OCOP_COMMUNE_CHANNEL_ACTIVE,
};

/* Those of registrations. */
enum
{
  OCOP_COMMUNE_REGISTRATION_NAME = 1,
  OCOP_COMMUNE_REGISTRATION_PRODUCER,
  OCOP_COMMUNE_REGISTRATION_KIND,
  OCOP_COMMUNE_REGISTRATION_CLASS,
  OCOP_COMMUNE_REGISTRATION_NOTE,
};

typedef enum
{
  OCOP_COMMUNE_LOCKED,
  OCOP_COMMUNE_ENTRY,       /* to fill in */
  OCOP_COMMUNE_ENTRY_NEW,   /* to fill in on a free line, locked where the line is about something on record */
} OcopCommuneUse;

/* What an answer means beside the value of a field. */
typedef enum
{
  OCOP_COMMUNE_VALUE,
  OCOP_COMMUNE_AGAIN,       /* a re-evaluation is asked for */
  OCOP_COMMUNE_REMARK,      /* for the note of the report */
  OCOP_COMMUNE_CHOSEN,      /* a product, by its number and name */
  OCOP_COMMUNE_WHO,         /* a producer, by name */
} OcopCommuneMeaning;

/**
 * OcopCommuneColumn:
 * @kind, @field: (nullable): what is asked for, where it is the value of a field
 */
typedef struct
{
  const char *title;
  double width;
  OcopCommuneUse use;
  OcopCommuneMeaning meaning;
  const char *kind;
  const char *field;
} OcopCommuneColumn;

/* Ended by a %NULL title. */
const OcopCommuneColumn *ocop_commune_columns        (OcopCommuneTable          table);
guint                    ocop_commune_n_columns      (OcopCommuneTable          table);
/* Stable: "products". */
const char              *ocop_commune_table_name     (OcopCommuneTable          table);
const char              *ocop_commune_table_title    (OcopCommuneTable          table);
/* The title of the column, in which “%u” stands for the year. (transfer full) */
char                    *ocop_commune_column_title   (const OcopCommuneColumn  *column,
                                                      guint                     year);
/* The field whose value it asks for; of a question of its own, one that says how it is answered. */
const OcopField         *ocop_commune_column_field   (const OcopCommuneColumn  *column);

/**
 * OcopCommuneLine:
 * @number: from 1; 0 of a line that was added to the table by hand
 * @id: (nullable): of the product, producer, channel or registered product; %NULL of what is new
 * @cells: (array): for each column the text of what is locked, the text form of the value of what is asked for;
 *   %NULL where there is none
 */
typedef struct
{
  guint number;
  char *id;
  char **cells;
  guint n_cells;
} OcopCommuneLine;

/**
 * OcopCommuneForm:
 * @seq: of the register's last change when it was made
 * @tables: (element-type OcopCommuneLine)
 */
typedef struct
{
  char *register_id;
  guint year;
  char *unit;
  char *unit_name;
  char *unit_code;
  char *office_name;
  gint64 seq;
  GPtrArray *tables[OCOP_COMMUNE_N_TABLES];
} OcopCommuneForm;

OcopCommuneForm *ocop_commune_form_new          (void);
void             ocop_commune_form_free         (OcopCommuneForm  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopCommuneForm, ocop_commune_form_free)

OcopCommuneLine *ocop_commune_form_add_line     (OcopCommuneForm  *self,
                                                 OcopCommuneTable  table,
                                                 guint             number,
                                                 const char       *id);
OcopCommuneLine *ocop_commune_form_get_line     (const OcopCommuneForm *self,
                                                 OcopCommuneTable  table,
                                                 guint             place);
/* The line with that number and an id; %NULL when there is none. */
OcopCommuneLine *ocop_commune_form_find_line    (const OcopCommuneForm *self,
                                                 OcopCommuneTable  table,
                                                 guint             number);
/* Copies @text, tidied. */
void             ocop_commune_line_set          (OcopCommuneLine  *line,
                                                 guint             column,
                                                 const char       *text);
/* The text form of @value. */
void             ocop_commune_line_set_value    (OcopCommuneLine  *line,
                                                 guint             column,
                                                 const OcopValue  *value);

/* What people see of the text form @text of the field @column asks for; (transfer full). */
char            *ocop_commune_to_people         (const OcopCommuneColumn *column,
                                                 const char              *text);

/* A fingerprint of all that the form says. (transfer full) */
char            *ocop_commune_form_dup_digest   (const OcopCommuneForm   *self);

/**
 * ocop_commune_forms_read:
 * @year: that is reported; registrations are for the one after
 * @only: (nullable): the id of the one commune
 * @n_astray: (out) (nullable): products that lie in no commune
 *
 * Returns: (transfer full) (element-type OcopCommuneForm): one for each commune that stands on @on, in the order of their
 *   names; %NULL on failure
 */
GPtrArray       *ocop_commune_forms_read        (OcopReader       *reader,
                                                 const char       *register_id,
                                                 guint             year,
                                                 const char       *only,
                                                 OcopDate          on,
                                                 guint            *n_astray,
                                                 GError          **error);

/* The same without anything in their tables. */
GPtrArray       *ocop_commune_forms_begin       (OcopReader       *reader,
                                                 const char       *register_id,
                                                 guint             year,
                                                 OcopDate          on,
                                                 GError          **error);

/* The plan of @year that products are registered for: the one that is drafted, else the one that was issued last.
 * @plan: (out) (nullable) (transfer full) */
gboolean         ocop_commune_find_plan         (OcopReader       *reader,
                                                 guint             year,
                                                 OcopRecord      **plan,
                                                 GError          **error);

G_END_DECLS
