/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/ocop-period.h"
#include "register/ocop-reader.h"

G_BEGIN_DECLS

typedef enum
{
  OCOP_AIM_NUMBER,   /* how many */
  OCOP_AIM_MONEY,    /* how many đồng */
  OCOP_AIM_SHARE,    /* part of a whole, in percent */
  OCOP_AIM_PAIR,     /* new ones of all */
  OCOP_AIM_CLASSES,  /* how many of each class */
  OCOP_AIM_EACH,     /* how many in every locality: the least of them is the figure */
  OCOP_AIM_DAY,      /* the last day, and in how many rounds */
  OCOP_AIM_DAY_EACH, /* the last day in every locality: the latest of them is the figure */
} OcopAim;

typedef enum
{
  OCOP_INDICATOR_PART,   /* what is counted; of a share the numerator */
  OCOP_INDICATOR_WHOLE,  /* of a share the denominator */
  OCOP_INDICATOR_COMING, /* what is under way and would be counted by the end of the period */
  OCOP_INDICATOR_ENDING, /* what is counted now and will not be any more by then */
  OCOP_N_INDICATOR_PARTS
} OcopIndicatorPart;

/**
 * OcopIndicator:
 * @code: stable: "P01"
 * @section, @title, @unit: in the language of the data, which is the office's
 * @counted: in words, what is counted and what is not
 * @coverage: whether it is the share of producers or products that a kind of work has reached, of which charts show each locality's
 *
 * A way to count what a target is about: queries in which the days of the period stand as "{from}", "{until}" (the last
 * day; of what is counted not later than that of the figures), "{before}" (the day before it begins), "{next}" (the day
 * after that of the figures), "{year}", "{year-3}", and as "{counted}" the states of products that the office counts into
 * its total.
 */
typedef struct
{
  char *code;
  char *section;
  char *title;
  char *unit;
  char *counted;
  OcopAim aim;
  gboolean coverage;
  char *parts[OCOP_N_INDICATOR_PARTS]; /* private: JSON with such marks; %NULL where there is none */
} OcopIndicator;

/**
 * OcopIndicators:
 *
 * All indicators that a register can count by: those that are shipped, then the office's own, each code once.
 */
typedef struct _OcopIndicators OcopIndicators;

/* The shipped ones and those of the register, without those of its own that are faulty. (transfer full) */
OcopIndicators       *ocop_indicators_read   (OcopReader            *reader,
                                              GError               **error);
void                  ocop_indicators_free   (OcopIndicators        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopIndicators, ocop_indicators_free)

guint                 ocop_indicators_get_n  (const OcopIndicators  *self);
const OcopIndicator  *ocop_indicators_get    (const OcopIndicators  *self,
                                              guint                  place);
/* %NULL when there is none of that code. */
const OcopIndicator  *ocop_indicators_find   (const OcopIndicators  *self,
                                              const char            *code);
/* (nullable): what is wrong with the office's own of that code, and where in its definition. */
const char           *ocop_indicators_get_fault (const OcopIndicators *self,
                                              const char            *code);

/**
 * ocop_indicators_query:
 * @part: one that ocop_indicator_has() says it has
 * @on: the day of the figures: the last of the period, or today where that is still to come
 * @unit: (nullable): the id of the locality that is counted alone
 *
 * Returns: (transfer full): the query of @indicator for @period, with its measure; %NULL with
 *   %OCOP_ERROR_ARGUMENT where an office's own does not suit the model
 */
OcopQuery            *ocop_indicators_query  (const OcopIndicators  *self,
                                              const OcopIndicator   *indicator,
                                              OcopIndicatorPart      part,
                                              OcopPeriod             period,
                                              OcopDate               on,
                                              const char            *unit,
                                              GError               **error);

/* Lets @query count in every locality for itself. %FALSE where what it counts lies in no locality. */
gboolean              ocop_indicators_group_by_locality (const OcopIndicators  *self,
                                                         OcopQuery             *query);

gboolean              ocop_indicator_has     (const OcopIndicator   *self,
                                              OcopIndicatorPart      part);

/* Whether it says what there is on a day, whenever that came about: no period begins for it. */
gboolean              ocop_indicator_is_of_day (const OcopIndicator *self);

/* Whether what @bytes hold can be taken as an indicator of an office's own: every query in it is tried against
 * the model. (transfer full): %OCOP_ERROR_FILE_FORMAT with the place named otherwise. */
OcopRecord           *ocop_indicator_take    (GBytes                *bytes,
                                              const char            *name,
                                              GError               **error);

G_END_DECLS
