/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What scans are made of: put together by ocop-sqlite-scan.c, run by ocop-sqlite-scan-run.c; nobody else includes it. */

#include "register/sqlite/ocop-sqlite-scan.h"

G_BEGIN_DECLS

/* A condition, asked of the record at the end of a way. */
typedef struct
{
  GPtrArray *way;      /* GArray of gint64: what each link on it leads to, by key */
  OcopLook *look;      /* (nullable) */
  guint fact;
  OcopFound *found;    /* (nullable): whose values are those that meet it */
} OcopScanTest;

/* What a value is read from: the key at the end of a way, or what is known of it. */
typedef struct
{
  GPtrArray *way;
  OcopColumn *column; /* (nullable) */
} OcopScanSource;

/* Links as they are seen from their other end. */
typedef struct
{
  OcopLook *look;      /* at those that link back, when @fact holds */
  guint fact;
  GArray *back;
  GArray *links;       /* gint64, by key */
} OcopScanTurned;

typedef struct
{
  OcopFound found;
  OcopLook *look;
  GArray *facts;       /* guint: what @look tells of those that are wanted */
  GArray *tests;       /* OcopScanTest: what is told elsewhere */
  OcopScanSource *value;       /* (nullable) */
  OcopScanSource *groups[OCOP_HIT_N_GROUPS]; /* (nullable) */
} OcopScanUse;

struct _OcopScans
{
  OcopStore *store;
  GHashTable *uses;    /* wish as text → OcopScanUse */
  GPtrArray *order;    /* OcopScanUse: one that another one needs comes before it */
  GHashTable *looks;   /* a kind and what is joined to it, as text → OcopLook */
  GHashTable *pairs;   /* their SQL and day, as text → GArray of gint64 */
  GHashTable *turned;  /* likewise → OcopScanTurned */
  GArray *keys;        /* gint64: of the records looked at last */
  GArray *hits, *spare; /* OcopHit: of the wish found last */
  OcopFound *found;    /* (nullable): which that is */
};

G_END_DECLS
