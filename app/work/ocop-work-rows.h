/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/ocop-change.h"
#include "register/ocop-reader.h"

G_BEGIN_DECLS

/**
 * OcopWorkRows:
 * @before: (element-type OcopRecord): as the register holds them
 * @labels: ids of what they link to → the names of these
 *
 * The records that belong to one: who came to a course, who takes part in an event.
 */
typedef struct
{
  GPtrArray *before;
  GHashTable *labels;
} OcopWorkRows;

void          ocop_work_rows_free (OcopWorkRows      *rows);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopWorkRows, ocop_work_rows_free)

/* Those of @kind that link to @id by @link; @order: (nullable): the field by which they stand. */
OcopWorkRows *ocop_work_rows_read (OcopReader        *reader,
                                   const char        *kind,
                                   const char        *link,
                                   const char        *id,
                                   const char        *order,
                                   GError           **error);

/* @after: (element-type OcopRecord): those of @before, changed or not, in the same order, and new ones behind them. New
 * ones whose @key is unknown are left out. One step, called @name. */
OcopChange   *ocop_work_rows_save (const OcopWorkRows *rows,
                                   const GPtrArray    *after,
                                   const char         *key,
                                   const char         *name,
                                   GError            **error);

/* Attendees out of cells copied in a spreadsheet: a line each, in whatever order the columns stand. The first words are
 * the name; kinds of attendees, and producers and localities of the register, are known by their titles and names; a
 * telephone number by its digits; other words are the position. Returns: (transfer full) (element-type OcopRecord) */
GPtrArray    *ocop_trainees_parse (const char         *cells,
                                   GHashTable         *producers,
                                   GHashTable         *units);

/* Ids by the folded names of all records of @kind; their names by their ids go into @labels. */
GHashTable   *ocop_work_names     (OcopReader         *reader,
                                   const char         *kind,
                                   GHashTable         *labels,
                                   GError            **error);

/* The @products take part in @event, each for its producer, with @dealing (nullable); those that do already, and those
 * without a producer, are left out. Refused where none is left. */
OcopChange   *ocop_participation_add (OcopReader         *reader,
                                      const char         *event,
                                      const char * const *products,
                                      const char         *dealing,
                                      GError            **error);

G_END_DECLS
