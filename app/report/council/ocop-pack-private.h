/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/council/ocop-pack.h"

G_BEGIN_DECLS

/**
 * OcopPackKind:
 * @title: English, to be translated
 * @template: whether it is filled into the template of its name; else it is of our pages
 * @applies: (nullable): whether there is anything to say
 *
 * A kind of paper that packs may hold.
 */
typedef struct
{
  const char *name;
  const char *title;
  gboolean template;
  gboolean workbook;
  gboolean (*applies) (const OcopPack     *pack,
                       const OcopPackItem *item);
  OcopPaper *(*build) (const OcopPack     *pack,
                       const OcopPackItem *item);
  OcopTemplateData *(*fill) (const OcopPack     *pack,
                             const OcopPackItem *item);
} OcopPackKind;

/* Without any items. */
OcopPack *ocop_pack_new               (void);

/**
 * ocop_pack_add:
 * @decision: (nullable)
 * @name: (nullable): of what it is of; the file then lies in a folder of the kind, after its number
 * @locality: (nullable)
 *
 * Adds an item, where it applies.
 */
void      ocop_pack_add               (OcopPack                *self,
                                       const OcopPackKind      *kind,
                                       const OcopDecisionFacts *decision,
                                       guint                    place,
                                       const char              *name,
                                       const char              *locality);

/* Adds what a session has papers of. */
void      ocop_pack_add_session_items  (OcopPack                *self);
void      ocop_pack_add_decision_items (OcopPack                *self,
                                        const OcopDecisionFacts *decision);

G_END_DECLS
