/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "exchange/ocop-difference.h"
#include "exchange/ocop-exchange-progress.h"
#include "register/ocop-change.h"
#include "register/ocop-reader.h"

G_BEGIN_DECLS

/**
 * OcopCommuneFileState:
 * @OCOP_COMMUNE_FILE_READ: it counts
 * @OCOP_COMMUNE_FILE_COPY: another one says the same
 * @OCOP_COMMUNE_FILE_OLDER: the same commune saved another one later
 * @OCOP_COMMUNE_FILE_REFUSED: nothing of it can be taken
 */
typedef enum
{
  OCOP_COMMUNE_FILE_READ,
  OCOP_COMMUNE_FILE_COPY,
  OCOP_COMMUNE_FILE_OLDER,
  OCOP_COMMUNE_FILE_REFUSED,
} OcopCommuneFileState;

/**
 * OcopCommuneFile:
 * @unit_name: (nullable): of which commune it is, where that can be told
 * @remarks: (element-type utf8): why it is refused or set aside, what cannot be read, what is out of order
 * @n_faults: how many of the remarks are about cells that cannot be read
 */
typedef struct
{
  char *name;
  char *unit;
  char *unit_name;
  OcopCommuneFileState state;
  GPtrArray *remarks;
  guint n_faults;
} OcopCommuneFile;

typedef enum
{
  OCOP_COMMUNE_NOT_SENT,
  OCOP_COMMUNE_SENT,         /* a file of it is among those that are read */
  OCOP_COMMUNE_SENT_BEFORE,  /* what it sent was taken in before, and nothing newer came */
  OCOP_COMMUNE_REFUSED,      /* what came of it is refused */
} OcopCommuneState;

/**
 * OcopCommuneStanding:
 * @received_on: when its report was taken in; unknown where that has not happened yet
 * @n_files: of it among those that are read
 */
typedef struct
{
  char *unit;
  char *unit_name;
  OcopCommuneState state;
  OcopDate received_on;
  guint n_files;
  guint n_differences;
  guint n_conflicts;
  guint n_faults;
} OcopCommuneStanding;

/**
 * OcopCommuneIntake:
 * @files: (element-type OcopCommuneFile): in the order of their names
 * @communes: (element-type OcopCommuneStanding): all of the register, in the order of their names
 * @differences: conflicts and what cannot be taken first, then in the order of the communes, which are their senders
 *
 * What communes gave back, held against what they were sent and against what the register has now.
 */
typedef struct
{
  guint year;
  OcopDate on;
  GPtrArray *files;
  GPtrArray *communes;
  OcopDifferences *differences;

  /*< private >*/
  GPtrArray *reports;
  OcopIncoming *plan;
} OcopCommuneIntake;

/* The workbooks among @files (element-type GFile): those that it names, and those in the folders that it names.
 * (transfer full) (element-type GFile) */
GPtrArray         *ocop_commune_intake_gather      (GPtrArray                  *files,
                                                    GError                    **error);

/**
 * ocop_commune_intake_read:
 * @register_id: of the register that @reader reads
 * @files: (element-type GFile)
 * @progress: (nullable)
 *
 * Reads the workbooks. Nothing is stored.
 *
 * Returns: (transfer full): %NULL where the register cannot be read, or when it was cancelled; a file that cannot be
 *   read is refused
 */
OcopCommuneIntake *ocop_commune_intake_read        (OcopReader                 *reader,
                                                    const char                 *register_id,
                                                    guint                       year,
                                                    GPtrArray                  *files,
                                                    OcopDate                    on,
                                                    OcopExchangeProgress        progress,
                                                    gpointer                    progress_data,
                                                    GCancellable               *cancellable,
                                                    GError                    **error);
void               ocop_commune_intake_free        (OcopCommuneIntake          *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopCommuneIntake, ocop_commune_intake_free)

/* One change of what is accepted, and of which communes have sent: empty where there is nothing new. %NULL with @error
 * where what is accepted does not fit together. */
OcopChange        *ocop_commune_intake_make_change (const OcopCommuneIntake    *self,
                                                    GError                    **error);

const OcopCommuneStanding *ocop_commune_intake_get_commune (const OcopCommuneIntake *self,
                                                            guint                    place);
/* The names of those who have not sent, one a line. (transfer full) */
char              *ocop_commune_intake_list_missing (const OcopCommuneIntake   *self);

/* Stable: "not-sent". */
const char        *ocop_commune_state_name         (OcopCommuneState            state);
/* Translated: "Not sent". */
const char        *ocop_commune_state_title        (OcopCommuneState            state);
const char        *ocop_commune_file_state_name    (OcopCommuneFileState        state);
const char        *ocop_commune_file_state_title   (OcopCommuneFileState        state);

G_END_DECLS
