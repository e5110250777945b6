/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Many conditions asked of each record of a kind in one look; nobody but this folder includes it. */

#include "register/sqlite/ocop-sqlite-look.h"

G_BEGIN_DECLS

/* Stands in a hit for a value that is unknown. */
#define OCOP_HIT_UNKNOWN OCOP_COLUMN_UNKNOWN

/* By so many keys hits are grouped at most. */
#define OCOP_HIT_N_GROUPS 2

/**
 * OcopHit:
 * @key: of the record
 * @value, @groups: what the wish names: numbers and internal keys as they are, texts as ocop_scans_text() knows them
 */
typedef struct
{
  gint64 key;
  gint64 value;
  gint64 groups[OCOP_HIT_N_GROUPS];
} OcopHit;

/**
 * OcopWish:
 * @query: whose day and mask it has
 * @kind: of the records, of which those that meet all @conditions (OcopCondition) are wanted
 * @value, @groups: (nullable): paths
 */
typedef struct
{
  const OcopQuery *query;
  const OcopKind *kind;
  const GPtrArray *conditions;
  gboolean binned;
  const char *value;
  const char *groups[OCOP_HIT_N_GROUPS];
} OcopWish;

/**
 * OcopFound:
 * @hits: (nullable) (element-type OcopHit): from ocop_scans_find() on, until the next one is found
 * @spare: (nullable): room for whoever puts @hits in order
 * @has_texts, @groups_are_texts: whether values and groups are texts
 */
typedef struct
{
  GArray *hits;
  GArray *spare;
  gboolean has_texts;
  gboolean groups_are_texts[OCOP_HIT_N_GROUPS];
  GByteArray *bits;    /* private, like what follows: ocop_found_has() */
  gboolean is_related;
} OcopFound;

typedef struct _OcopScans OcopScans;

/* @store: must stay as long, and have no others meanwhile. */
OcopScans       *ocop_scans_new  (OcopStore       *store,
                                  GError         **error);
void             ocop_scans_free (OcopScans       *self);

/* (transfer none): the same for the same wish; %NULL with %OCOP_ERROR_ARGUMENT for what does not suit the model. */
OcopFound       *ocop_scans_add  (OcopScans       *self,
                                  const OcopWish  *wish,
                                  GError         **error);
/* Likewise, to be asked by ocop_found_has() alone. */
OcopFound       *ocop_scans_add_related (OcopScans      *self,
                                         const OcopWish *wish,
                                         GError        **error);
gboolean         ocop_scans_run  (OcopScans       *self,
                                  GError         **error);
/* Once the scans have run. One at a time has its hits: room for as many as there are records is dear to come by. */
void             ocop_scans_find (OcopScans       *self,
                                  OcopFound       *found);
const char      *ocop_scans_text (const OcopScans *self,
                                  gint64           value);

/* Whether one of the values of @self, which are keys, is @key: of what ocop_scans_add_related() added, once the scans have run. */
gboolean         ocop_found_has  (const OcopFound *self,
                                  gint64           key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopScans, ocop_scans_free)

G_END_DECLS
