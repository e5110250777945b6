/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-choice.h"
#include "register/ocop-register.h"

G_BEGIN_DECLS

/**
 * DeskPlacesStart:
 * @DESK_PLACES_OFFICE: the office's own area, as the quick report has it
 * @DESK_PLACES_OFFICE_OR_ALL: the same, and %OCOP_CHART_PLACE_EVERYWHERE follows it
 * @DESK_PLACES_ALL: everything
 *
 * What the first entry of the places stands for.
 */
typedef enum
{
  DESK_PLACES_OFFICE,
  DESK_PLACES_OFFICE_OR_ALL,
  DESK_PLACES_ALL,
} DeskPlacesStart;

/**
 * DeskPlaces:
 * @has_others: there are products of other provinces than the office's
 * @keys, @titles: of provinces and localities: ids of administrative units
 * @sector_keys, @sector_titles: as products have them, after one entry for all
 *
 * What the products of a register can be narrowed to.
 */
typedef struct
{
  gboolean has_others;
  GStrv keys;
  GStrv titles;
  GStrv sector_keys;
  GStrv sector_titles;
} DeskPlaces;

/* @on: the day of the figures. */
DeskPlaces *desk_places_read         (OcopReader        *reader,
                                      OcopDate           on,
                                      GError           **error);
void        desk_places_free         (DeskPlaces        *places);

/* Has people choose from @places after what @start stands for. */
void        desk_places_offer        (const DeskPlaces  *places,
                                      DeskPlacesStart    start,
                                      DeskChoice        *place_choice,
                                      DeskChoice        *sector_choice);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskPlaces, desk_places_free)

G_END_DECLS
