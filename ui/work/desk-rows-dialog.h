/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/desk-dialog.h"
#include "work/ocop-work-rows.h"

G_BEGIN_DECLS

#define DESK_TYPE_ROWS_DIALOG (desk_rows_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DeskRowsDialog, desk_rows_dialog, DESK, ROWS_DIALOG, DeskDialog)

/**
 * DeskRowsRead:
 * @producers, @units: (nullable): ids by folded names, for cells that are pasted
 *
 * What the table of a course, an event or a plan begins with.
 */
typedef struct
{
  const char *table;
  char *subject;
  char *about;
  OcopWorkRows *rows;
  GHashTable *producers;
  GHashTable *units;
} DeskRowsRead;

void          desk_rows_read_free      (DeskRowsRead *read);

/* Whether there is such a table. */
gboolean      desk_rows_dialog_knows   (const char   *table);

/* For a reader thread. @table: "course" or "event", of those who belong to one, or "targets" of a plan; @id: of which one */
DeskRowsRead *desk_rows_dialog_read    (OcopReader   *reader,
                                        const char   *table,
                                        const char   *id,
                                        GError      **error);

/* Takes @read. */
void          desk_rows_dialog_present (GtkWidget    *parent,
                                        OcopRegister *reg,
                                        DeskRowsRead *read);

G_END_DECLS
