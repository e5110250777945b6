/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "base/ocop-package.h"
#include "exchange/ocop-difference.h"
#include "exchange/ocop-exchange-progress.h"
#include "register/ocop-change.h"
#include "register/ocop-register.h"

G_BEGIN_DECLS

/* A package that goes from one office's register to another's and back: the records of a locality, each as it is and as
 * it was when the office that sends it took it from the other; and those of its bin, with their attached files, as many as it can hold, but
 * for those that the other office has. */

/**
 * ocop_office_package_make:
 * @reg: the register that @reader reads
 * @unit: the id of the locality
 *
 * Returns: (transfer full): the bytes of the package
 */
GBytes            *ocop_office_package_make       (OcopReader           *reader,
                                                   OcopRegister         *reg,
                                                   const char           *unit,
                                                   GError              **error);

/* Writes a package for each locality of the day @on into @folder; files of the same names in it are replaced.
 * @n_written: (out): likewise where it fails or is cancelled. */
gboolean           ocop_office_packages_write     (OcopReader           *reader,
                                                   OcopRegister         *reg,
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
 * @n_missing: attached files that are neither in the package nor here: the records come without them
 * @unknown: (element-type utf8): kinds and fields in the package that this program does not know
 */
typedef struct
{
  char *unit_name;
  char *made_at;
  guint n_added;
  guint n_edited;
  guint n_binned;
  guint n_missing;
  OcopDifferences *differences;
  GPtrArray *unknown;

  /*< private >*/
  GPtrArray *units;      /* OcopIncoming: localities that are new here */
  OcopIncoming *receipt; /* what was taken in last of that office */
  OcopPackage *package;
  char *sender;
  gint64 seq;
} OcopOfficeTaking;

/* Holds a package against the register, three ways. Nothing is stored. Refused is what is no package, was altered, or is
 * older than one of the same office that was taken in before. */
OcopOfficeTaking  *ocop_office_package_take       (OcopReader           *reader,
                                                   OcopRegister         *reg,
                                                   GBytes               *bytes,
                                                   GError              **error);
/* What is accepted of it, as one change; its attached files are kept at once. %NULL with @error where what is accepted
 * does not fit together, or a file cannot be kept. */
OcopChange        *ocop_office_taking_make_change (const OcopOfficeTaking *self,
                                                   OcopRegister           *reg,
                                                   GError               **error);
void               ocop_office_taking_free        (OcopOfficeTaking     *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopOfficeTaking, ocop_office_taking_free)

G_END_DECLS
