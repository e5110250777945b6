/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-choice.h"
#include "register/ocop-register.h"

G_BEGIN_DECLS

/**
 * DeskPlaces:
 * @keys, @titles: of provinces and localities: ids of administrative units
 * @sector_keys, @sector_titles: as products have them
 *
 * What the products of a register can be narrowed to. The first entry of each
 * stands for all.
 */
typedef struct
{
  GStrv keys;
  GStrv titles;
  GHashTable *provinces; /* the keys that are provinces */
  GStrv sector_keys;
  GStrv sector_titles;
} DeskPlaces;

DeskPlaces *desk_places_read         (OcopReader        *reader,
                                      GError           **error);
void        desk_places_free         (DeskPlaces        *places);

/* Has people choose from @places. */
void        desk_places_offer        (const DeskPlaces  *places,
                                      DeskChoice        *place_choice,
                                      DeskChoice        *sector_choice);

/* Narrows @query, of products, to a place and a sector; %NULL for all. */
void        desk_places_narrow       (const DeskPlaces  *places,
                                      OcopQuery         *query,
                                      const char        *place,
                                      const char        *sector);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskPlaces, desk_places_free)

G_END_DECLS
