/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What one look at every record of a kind tells of all of them: facts, which hold or do not, and values. Kept by key, so that
 * whoever is linked to a record finds its facts without a join. Nobody but this folder includes it. */

#include "register/sqlite/ocop-sqlite-columns.h"
#include "register/sqlite/ocop-sqlite-match.h"
#include "register/sqlite/ocop-sqlite-paths.h"

G_BEGIN_DECLS

/* Facts that are told of each record, unasked: where it is. */
#define OCOP_LOOK_IN_USE 0
#define OCOP_LOOK_IN_BIN 1

typedef struct _OcopLook OcopLook;

/* @joins: what is joined to each record, with the day of it; of what is added, those that need others look by themselves.
 * @store must stay as long. */
OcopLook       *ocop_look_new        (OcopStore            *store,
                                      const OcopKind       *kind,
                                      const OcopSqlBuilder *joins);
void            ocop_look_free       (OcopLook             *self);

/* (transfer none): of the record t, with the parameters of @builder; filled when the look has run. */
OcopColumn     *ocop_look_add_column (OcopLook             *self,
                                      const OcopSqlBuilder *builder,
                                      const OcopSqlColumn  *column);
/* The number of the fact that @column meets @match (transfer full). */
guint           ocop_look_add_match  (OcopLook             *self,
                                      const OcopSqlBuilder *builder,
                                      const OcopSqlColumn  *column,
                                      OcopMatch            *match);
/* Likewise, that the day of @builder lies between two columns, or on one of them: what SQL would compare as often as there
 * are days, it is then asked for once. */
guint           ocop_look_add_span   (OcopLook             *self,
                                      const OcopSqlBuilder *builder,
                                      const char           *from,
                                      const char           *until);
/* Likewise, that @sql is true. */
guint           ocop_look_add_term   (OcopLook             *self,
                                      const OcopSqlBuilder *builder,
                                      const char           *sql);

gboolean        ocop_look_run        (OcopLook             *self,
                                      GError              **error);
typedef gboolean (*OcopLookFunc)     (gconstpointer         data,
                                      gint64                key);
/* Likewise, once the look has run, that @holds says so of a record. */
guint           ocop_look_put        (OcopLook             *self,
                                      OcopLookFunc          holds,
                                      gconstpointer         data);
/* Fills @keys (element-type gint64) with those of the records for which all @facts (guint) hold. */
void            ocop_look_find       (const OcopLook       *self,
                                      const GArray         *facts,
                                      GArray               *keys);
/* @key: 0 for a record that is not there, of which every field is unknown. */
gboolean        ocop_look_tells      (const OcopLook       *self,
                                      gint64                key,
                                      guint                 fact);

/* Whether @sql asks for the day, ?1. */
gboolean        ocop_sql_asks_for_day (const char          *sql);

G_END_DECLS
