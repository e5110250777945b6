/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/ocop-reader.h"

G_BEGIN_DECLS

/* The records that one kind of record of the work may link to beside units, producers and products, found by their
 * names or ids. Read once. */
typedef struct _OcopImportLinked OcopImportLinked;

OcopImportLinked *ocop_import_linked_new  (OcopReader              *reader,
                                           const OcopKind          *work,
                                           GError                 **error);
void              ocop_import_linked_free (OcopImportLinked        *self);

/* Whether it was read for the kind @target. */
gboolean          ocop_import_linked_has  (const OcopImportLinked  *self,
                                           const char              *target);
/* @id: (out) (nullable): %NULL where several are called @name. Returns: whether any is */
gboolean          ocop_import_linked_find (const OcopImportLinked  *self,
                                           const char              *target,
                                           const char              *name,
                                           const char             **id);

G_END_DECLS
