/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "base/ocop-date.h"

G_BEGIN_DECLS

/**
 * DeskDue:
 * @until: last day of the certificate
 *
 * A product whose certificate ends soon.
 */
typedef struct
{
  const char *id;
  const char *product;
  const char *star;
  const char *producer;
  OcopDate until;
} DeskDue;

/* A row of a list: the product, and where it stands with the dossier for re-evaluation on the day @on. */
GtkWidget  *desk_due_row_new    (const DeskDue *due,
                                 OcopDate       on);

/* The id of the row's product. */
const char *desk_due_row_get_id (GtkWidget     *row);

G_END_DECLS
