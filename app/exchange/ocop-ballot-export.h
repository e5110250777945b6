/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "evaluation/ocop-member-ballot.h"
#include "exchange/ocop-exchange-progress.h"

G_BEGIN_DECLS

typedef enum
{
  OCOP_BALLOT_FILE,     /* for the program itself, in member mode */
  OCOP_BALLOT_WORKBOOK, /* for a spreadsheet program */
} OcopBallotKind;

/**
 * OcopBallotExport:
 * @path: (nullable): where the ballot was written; %NULL where the member gets none
 * @reason: (nullable): why, in that case
 * @n_products: how many the member is to score
 */
typedef struct
{
  char *member_name;
  char *path;
  char *reason;
  guint n_products;
} OcopBallotExport;

/**
 * ocop_ballot_export:
 * @register_id: of the register that @reader reads
 * @member: (nullable): the id of the one member who gets a ballot; %NULL for all who are present
 * @folder: made where there is none; files of the same names in it are replaced
 * @progress: (nullable)
 *
 * Writes a ballot for each member who is present and not recused from all products.
 *
 * Returns: (transfer full) (element-type OcopBallotExport): one for each member asked for; %NULL with
 *   @error where the session cannot be read or a file not be written; with %OCOP_ERROR_CANCELLED what was
 *   written before stays
 */
GPtrArray *ocop_ballot_export (OcopReader         *reader,
                               const char         *register_id,
                               const char         *session,
                               const char         *member,
                               OcopBallotKind      kind,
                               const char         *folder,
                               OcopExchangeProgress progress,
                               gpointer            progress_data,
                               GCancellable       *cancellable,
                               GError            **error);

G_END_DECLS
