/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "register/ocop-change.h"
#include "register/ocop-reader.h"

G_BEGIN_DECLS

/* A package that goes from one office's register to another's and back: the records of a locality, each as it is and as
 * it was when the office that sends it took it from the other; and those of its bin. Files and plans do not travel. */

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

/* @done: packages that are written, of @total */
typedef void (*OcopOfficeProgress) (gsize    done,
                                    gsize    total,
                                    gpointer user_data);

/* Writes a package for each locality of the day @on into @folder; files of the same names in it are replaced.
 * @n_written: (out): likewise where it fails or is cancelled. */
gboolean           ocop_office_packages_write     (OcopReader           *reader,
                                                   const char           *register_id,
                                                   OcopDate              on,
                                                   const char           *folder,
                                                   guint                *n_written,
                                                   OcopOfficeProgress    progress,
                                                   gpointer              progress_data,
                                                   GCancellable         *cancellable,
                                                   GError              **error);

/**
 * OcopOfficeDifferenceKind:
 * @OCOP_OFFICE_ADDED: a record that is not here
 * @OCOP_OFFICE_CHANGED: a field
 * @OCOP_OFFICE_BINNED: a record that lies in the bin there, or was merged into another
 * @OCOP_OFFICE_REVIVED: a record that lies in the bin here and was changed there
 */
typedef enum
{
  OCOP_OFFICE_ADDED,
  OCOP_OFFICE_CHANGED,
  OCOP_OFFICE_BINNED,
  OCOP_OFFICE_REVIVED,
} OcopOfficeDifferenceKind;

/**
 * OcopOfficeDifference:
 * @about: what people call the record
 * @title: of the field, or of the kind of record
 * @mine, @theirs: as people read them
 * @conflict: whether both offices have changed it since they exchanged it last
 * @accepted: whether it is taken; from the beginning all are but what lies in a bin, and conflicts on which the other
 *   office has not the last word
 *
 * What the package says otherwise than the register.
 */
typedef struct
{
  OcopOfficeDifferenceKind what;
  char *about;
  char *title;
  char *mine;
  char *theirs;
  gboolean conflict;
  gboolean accepted;

  /*< private >*/
  OcopRecord *now;
  OcopRecord *given;
  const OcopField *field;
  char *into;
} OcopOfficeDifference;

/**
 * OcopOfficeTaking:
 * @made_at: when the package was made, ISO 8601, UTC
 * @n_added, @n_edited: records
 * @n_binned: records that lie in the bin here, are as they were there, and stay there
 * @n_conflicts: differences
 * @n_left: differences that need a decision: not accepted from the beginning
 * @differences: (element-type OcopOfficeDifference)
 * @unknown: (element-type utf8): kinds and fields in the package that this program does not know
 */
typedef struct
{
  char *unit_name;
  char *made_at;
  guint n_added;
  guint n_edited;
  guint n_binned;
  guint n_conflicts;
  guint n_left;
  GPtrArray *differences;
  GPtrArray *unknown;

  /*< private >*/
  GPtrArray *units;
  OcopRecord *receipt_before;
  OcopRecord *receipt;
} OcopOfficeTaking;

/* Holds a package against the register, three ways. Nothing is stored. Refused is what is no package, was altered, or is
 * older than one of the same office that was taken in before. */
OcopOfficeTaking  *ocop_office_package_take       (OcopReader           *reader,
                                                   const char           *register_id,
                                                   GBytes               *bytes,
                                                   GError              **error);
/* What is accepted of it, as one change. */
OcopChange        *ocop_office_taking_make_change (const OcopOfficeTaking *self);
void               ocop_office_taking_free        (OcopOfficeTaking     *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopOfficeTaking, ocop_office_taking_free)

static inline OcopOfficeDifference *
ocop_office_taking_get_difference (const OcopOfficeTaking *self,
                                   guint                   place)
{
  return g_ptr_array_index (self->differences, place);
}

G_END_DECLS
