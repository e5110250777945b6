/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/ocop-exchange-progress.h"
#include "register/ocop-reader.h"

G_BEGIN_DECLS

/* What was written for one commune. */
typedef struct
{
  char *unit_name;
  char *path;
  guint n_products;
  guint n_producers;
} OcopCommuneExport;

/**
 * OcopCommuneExports:
 * @all: (element-type OcopCommuneExport)
 * @n_astray: products that stand in no workbook, because they lie in no commune
 */
typedef struct
{
  GPtrArray *all;
  guint n_astray;
} OcopCommuneExports;

/**
 * ocop_commune_export:
 * @register_id: of the register that @reader reads
 * @year: that is reported
 * @only: (nullable): the id of the one commune; %NULL for all
 * @folder: made where there is none; files of the same names in it are replaced
 * @progress: (nullable)
 *
 * Writes a workbook for each commune: what the register has of its products, producers, channels and registrations, with
 * cells to fill in.
 *
 * Returns: (transfer full): %NULL with @error; with %OCOP_ERROR_CANCELLED what was written before stays
 */
OcopCommuneExports *ocop_commune_export       (OcopReader           *reader,
                                               const char           *register_id,
                                               guint                 year,
                                               const char           *only,
                                               OcopDate              on,
                                               const char           *folder,
                                               OcopExchangeProgress  progress,
                                               gpointer              progress_data,
                                               GCancellable         *cancellable,
                                               GError              **error);
void                ocop_commune_exports_free (OcopCommuneExports   *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopCommuneExports, ocop_commune_exports_free)

G_END_DECLS
