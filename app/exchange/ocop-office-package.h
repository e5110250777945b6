/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "exchange/ocop-difference.h"
#include "exchange/ocop-exchange-progress.h"
#include "register/ocop-change.h"
#include "register/ocop-reader.h"

G_BEGIN_DECLS

/* A package that goes from one office's register to another's and back: the records of a locality, each as it is and as
 * it was when the office that sends it took it from the other; and those of its bin. Attached files do not travel. */

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

/* Writes a package for each locality of the day @on into @folder; files of the same names in it are replaced.
 * @n_written: (out): likewise where it fails or is cancelled. */
gboolean           ocop_office_packages_write     (OcopReader           *reader,
                                                   const char           *register_id,
                                                   OcopDate              on,
                                                   const char           *folder,
                                                   guint                *n_written,
                                                   OcopExchangeProgress  progress,
                                                   gpointer              progress_data,
                                                   GCancellable         *cancellable,
                                                   GError              **error);

/**
 * OcopOfficeTaking:
 * @made_at: when the package was made, ISO 8601, UTC
 * @n_added, @n_edited: records
 * @n_binned: records that lie in the bin here, are as they were there, and stay there
 * @differences: from the beginning all are accepted but what lies in a bin, and conflicts on which the other office has
 *   not the last word
 * @unknown: (element-type utf8): kinds and fields in the package that this program does not know
 */
typedef struct
{
  char *unit_name;
  char *made_at;
  guint n_added;
  guint n_edited;
  guint n_binned;
  OcopDifferences *differences;
  GPtrArray *unknown;

  /*< private >*/
  GPtrArray *units;      /* OcopIncoming: localities that are new here */
  OcopIncoming *receipt; /* what was taken in last of that office */
  char *sender;
  gint64 seq;
} OcopOfficeTaking;

/* Holds a package against the register, three ways. Nothing is stored. Refused is what is no package, was altered, or is
 * older than one of the same office that was taken in before. */
OcopOfficeTaking  *ocop_office_package_take       (OcopReader           *reader,
                                                   const char           *register_id,
                                                   GBytes               *bytes,
                                                   GError              **error);
/* What is accepted of it, as one change. %NULL with @error where what is accepted does not fit together. */
OcopChange        *ocop_office_taking_make_change (const OcopOfficeTaking *self,
                                                   GError               **error);
void               ocop_office_taking_free        (OcopOfficeTaking     *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopOfficeTaking, ocop_office_taking_free)

G_END_DECLS
