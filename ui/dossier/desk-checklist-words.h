/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "evaluation/ocop-checklist.h"

G_BEGIN_DECLS

/* What the window says of a document of a dossier. */

/* The icon and the style class ("good", "warn", "alarm" or "quiet") of how it stands. */
const char *desk_standing_icon         (OcopStanding              standing);
const char *desk_standing_style        (OcopStanding              standing);

/* "Missing 3", of so many that stand like that. Free with g_free(). */
char       *desk_standing_count        (OcopStanding              standing,
                                        guint                     n);

/* The pill: "Handed in", "Expired on 31/05/2026". Free with g_free(). */
char       *desk_checklist_state       (const OcopChecklistEntry *entry);

/* (nullable): a warning beside it: "ends in 20 days". Free with g_free(). */
char       *desk_checklist_warning     (const OcopChecklistEntry *entry);

/* "No. 12/GCN · issued on 03/02/2025 · expires on 03/02/2027"; "" where nothing is known. Free with g_free(). */
char       *desk_checklist_facts       (const OcopRecord         *document);

/* By which form and article it is asked for, and whether it has to be there. Free with g_free(). */
char       *desk_checklist_explain     (const OcopChecklistEntry *entry,
                                        OcopDossierKind           kind);

/* Whose papers the entry is among: the heading above them. */
const char *desk_checklist_section     (const OcopChecklistEntry *entry);

G_END_DECLS
