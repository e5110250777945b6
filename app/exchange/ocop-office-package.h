/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "register/ocop-change.h"
#include "register/ocop-reader.h"

G_BEGIN_DECLS

/* A package that goes from one office's register to another's and back: the records of a locality, each as it is and as
 * it was when the office that sends it took it from the other. Files and deletions do not travel. */

/**
 * ocop_office_package_make:
 * @register_id: of the register that @reader reads
 * @unit: the id of the locality
 *
 * Returns: (transfer full): the bytes of the package
 */
GBytes            *ocop_office_package_make       (OcopReader           *reader,
                                                   const char           *register_id,
                                                   const char           *unit,
                                                   GError              **error);

/**
 * OcopOfficeConflict:
 * @record: what people call the record
 * @mine, @theirs: as people read them
 *
 * What both offices have changed since they exchanged it last.
 */
typedef struct
{
  char *record;
  char *title;
  char *mine;
  char *theirs;
} OcopOfficeConflict;

/**
 * OcopOfficeTaking:
 * @n_added, @n_edited: records
 * @n_binned: records that lie in the bin here and stay there
 * @conflicts: (element-type OcopOfficeConflict): left as they are here, unless those of the others were to be taken
 */
typedef struct
{
  char *unit_name;
  OcopChange *change;
  guint n_added;
  guint n_edited;
  guint n_binned;
  GPtrArray *conflicts;
} OcopOfficeTaking;

/* Holds a package against the register, three ways. Nothing is stored: the caller carries out the change. */
OcopOfficeTaking  *ocop_office_package_take       (OcopReader           *reader,
                                                   const char           *register_id,
                                                   GBytes               *bytes,
                                                   gboolean              theirs,
                                                   GError              **error);
void               ocop_office_taking_free        (OcopOfficeTaking     *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopOfficeTaking, ocop_office_taking_free)

G_END_DECLS
