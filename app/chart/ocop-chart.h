/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "base/ocop-date.h"
#include "chart/ocop-chart-kind.h"

G_BEGIN_DECLS

/**
 * OcopChartRole:
 * @OCOP_CHART_ROLE_INHERIT: of a category: the role of its series (in a ring,
 *   one of the groups in turn)
 * @OCOP_CHART_ROLE_ACCENT: figures that stand for no class
 *
 * What a series or category stands for; themes give it a colour and a pattern.
 */
typedef enum
{
  OCOP_CHART_ROLE_INHERIT,
  OCOP_CHART_ROLE_STAR3,
  OCOP_CHART_ROLE_STAR4,
  OCOP_CHART_ROLE_POTENTIAL5,
  OCOP_CHART_ROLE_STAR5,
  OCOP_CHART_ROLE_NEUTRAL,
  OCOP_CHART_ROLE_WARNING,
  OCOP_CHART_ROLE_ACCENT,
  OCOP_CHART_ROLE_GROUP_1,
  OCOP_CHART_ROLE_GROUP_2,
  OCOP_CHART_ROLE_GROUP_3,
  OCOP_CHART_ROLE_GROUP_4,
  OCOP_CHART_ROLE_GROUP_5,
  OCOP_CHART_ROLE_GROUP_6,
  OCOP_CHART_N_ROLES
} OcopChartRole;

/**
 * OcopChartText:
 * @OCOP_CHART_TEXT_CATEGORIES: heading of the categories, e.g. "Xã"
 * @OCOP_CHART_TEXT_VALUES: heading of the value axis, e.g. "Số sản phẩm"
 * @OCOP_CHART_TEXT_UNIT: what is counted, e.g. "sản phẩm"
 * @OCOP_CHART_TEXT_LIMIT: what the limit is called, e.g. "Chênh lệch cho phép"
 * @OCOP_CHART_TEXT_REST: what the categories without a place of their own are
 *   called together, e.g. "Các xã khác". Setting it says that the categories
 *   have no order: the largest come first, and what finds no room goes into
 *   this one. Kinds that keep their order do so all the same.
 * @OCOP_CHART_TEXT_FORESEEN: what the figures that are foreseen tell, e.g. "Theo các quyết định đã có"
 * @OCOP_CHART_TEXT_SOURCE: who gives the figures; stands after their date
 */
typedef enum
{
  OCOP_CHART_TEXT_TITLE,
  OCOP_CHART_TEXT_SUBTITLE,
  OCOP_CHART_TEXT_CATEGORIES,
  OCOP_CHART_TEXT_VALUES,
  OCOP_CHART_TEXT_UNIT,
  OCOP_CHART_TEXT_LIMIT,
  OCOP_CHART_TEXT_REST,
  OCOP_CHART_TEXT_FORESEEN,
  OCOP_CHART_TEXT_SOURCE,
  OCOP_CHART_N_TEXTS
} OcopChartText;

/**
 * OcopChartFlags:
 * @OCOP_CHART_PRACTICE: the figures come from a practice register; every
 *   picture says so
 * @OCOP_CHART_STOCK: the categories are moments and the values what there was
 *   at each, so that values of different categories are never added
 * @OCOP_CHART_APART: the values are points, shares or money per head, which
 *   nobody adds up: neither those of a category nor those of a series
 * @OCOP_CHART_LEAST_FIRST: where there is no room for all categories, those
 *   with the least have it: the ones that somebody must look at
 * @OCOP_CHART_COMPARED: the figures of the first series are held against those
 *   of the second: their table and their words say by how much they differ
 */
typedef enum
{
  OCOP_CHART_PLAIN = 0,
  OCOP_CHART_PRACTICE = 1 << 0,
  OCOP_CHART_STOCK = 1 << 1,
  OCOP_CHART_APART = 1 << 2,
  OCOP_CHART_LEAST_FIRST = 1 << 3,
  OCOP_CHART_COMPARED = 1 << 4,
} OcopChartFlags;

/* The value of a figure that nobody recorded; never drawn as 0. */
#define OCOP_CHART_UNKNOWN G_MININT64

/* The key of the category of what is not known, which stands last where categories have no order. */
#define OCOP_CHART_KEY_UNKNOWN ""

/**
 * OcopChartCategory:
 * @key: the caller's name for it, e.g. a locality's code; or %OCOP_CHART_KEY_UNKNOWN
 * @label: what people read
 * @unit: (nullable): what is counted, where that is not the chart's unit
 * @state: (nullable): what its colour says of it, in words: "Có nguy cơ không đạt"
 * @from: of an interval: its lower bound, in hundredths, as the levels are
 * @until: of an interval: its upper bound, which belongs to the next one
 */
typedef struct
{
  char *key;
  char *label;
  char *unit;
  char *state;
  OcopChartRole role;
  gint64 from, until;
} OcopChartCategory;

/**
 * OcopChartLevel:
 * @value: where it stands: of a histogram on the axis of the intervals,
 *   elsewhere on that of the values
 * @label: what it means, e.g. "4 sao" or "Ít nhất 3"
 *
 * A line across the chart: a class's least points, what each locality is to reach.
 */
typedef struct
{
  gint64 value;
  char *label;
  OcopChartRole role;
} OcopChartLevel;

/**
 * OcopChartSeries:
 * @key: (nullable): the caller's name for it, e.g. what asks for the records that it counts
 * @name: what people read
 */
typedef struct
{
  char *key;
  char *name;
  OcopChartRole role;
  /*< private >*/
  GArray *values;
} OcopChartSeries;

/**
 * OcopChart:
 *
 * The plain description of a chart: texts, categories, series, figures. It
 * knows nothing of where the figures come from, nor of where it is painted.
 * Not to be changed by one thread while another reads it.
 */
typedef struct _OcopChart OcopChart;

#define OCOP_TYPE_CHART (ocop_chart_get_type ())

GType       ocop_chart_get_type        (void);
OcopChart  *ocop_chart_new             (OcopChartKind    kind,
                                        const char      *title);
OcopChart  *ocop_chart_copy            (const OcopChart *self);
void        ocop_chart_free            (OcopChart       *self);

OcopChartKind ocop_chart_get_kind      (const OcopChart *self);
/* Never %NULL: "" when not set. */
const char *ocop_chart_get_text        (const OcopChart *self,
                                        OcopChartText    which);
void        ocop_chart_set_text        (OcopChart       *self,
                                        OcopChartText    which,
                                        const char      *text);
OcopDate    ocop_chart_get_as_of       (const OcopChart *self);
/* The day of the figures, as the source line gives it. */
void        ocop_chart_set_as_of       (OcopChart       *self,
                                        OcopDate         as_of);
OcopChartFlags ocop_chart_get_flags    (const OcopChart *self);
void        ocop_chart_set_flags       (OcopChart       *self,
                                        OcopChartFlags   flags);

/* How many decimals values, levels and the limit have: 2 where they are hundredths. 0 when not set. */
guint       ocop_chart_get_decimals    (const OcopChart *self);
void        ocop_chart_set_decimals    (OcopChart       *self,
                                        guint            decimals);
/* In a chart of dots: how far apart the highest and the lowest of a category may be.
 * %OCOP_CHART_UNKNOWN when nothing is said of it. */
gint64      ocop_chart_get_limit       (const OcopChart *self);
void        ocop_chart_set_limit       (OcopChart       *self,
                                        gint64           limit);

/* What the axis of the values reaches at the least, so that charts shown one after the other have the same. 0 when not set. */
gint64      ocop_chart_get_reach       (const OcopChart *self);
void        ocop_chart_set_reach       (OcopChart       *self,
                                        gint64           reach);
/* Of categories that are moments: the first whose figures nobody could count yet, because it is to come; as many as there
 * are categories where all were counted. */
guint       ocop_chart_get_foreseen    (const OcopChart *self);
void        ocop_chart_set_foreseen    (OcopChart       *self,
                                        guint            first);
/* The largest value that is drawn for a category, its series taken together where they are stacked; 0 when none is known. */
gint64      ocop_chart_largest         (const OcopChart *self);

/* Both return the index of what they add. */
guint       ocop_chart_add_category    (OcopChart       *self,
                                        const char      *key,
                                        const char      *label,
                                        OcopChartRole    role);
guint       ocop_chart_add_series      (OcopChart       *self,
                                        const char      *name,
                                        OcopChartRole    role);
guint       ocop_chart_n_categories    (const OcopChart *self);
guint       ocop_chart_n_series        (const OcopChart *self);
const OcopChartCategory *ocop_chart_get_category (const OcopChart *self,
                                                  guint            category);
const OcopChartSeries   *ocop_chart_get_series   (const OcopChart *self,
                                                  guint            series);

void        ocop_chart_set_series_key  (OcopChart       *self,
                                        guint            series,
                                        const char      *key);
/* What is counted in @category, where that is not the chart's unit. */
void        ocop_chart_set_unit        (OcopChart       *self,
                                        guint            category,
                                        const char      *unit);
/* What the colour of @category says of it, in words; the legend explains the colours by it. */
void        ocop_chart_set_state       (OcopChart       *self,
                                        guint            category,
                                        const char      *state);
/* Makes @category the interval from @from up to but without @until. */
void        ocop_chart_set_interval    (OcopChart       *self,
                                        guint            category,
                                        gint64           from,
                                        gint64           until);
void        ocop_chart_add_level       (OcopChart       *self,
                                        gint64           value,
                                        const char      *label,
                                        OcopChartRole    role);
guint       ocop_chart_n_levels        (const OcopChart *self);
/* Levels stand in the order in which they were added. */
const OcopChartLevel *ocop_chart_get_level (const OcopChart *self,
                                            guint            level);

/**
 * ocop_chart_set_value:
 * @value: 0 or more, in the chart's unit; or %OCOP_CHART_UNKNOWN, which every
 *   value is until it is set
 */
void        ocop_chart_set_value       (OcopChart       *self,
                                        guint            series,
                                        guint            category,
                                        gint64           value);
gint64      ocop_chart_get_value       (const OcopChart *self,
                                        guint            series,
                                        guint            category);

/* Sums of the known values; %OCOP_CHART_UNKNOWN when none is known. */
gint64      ocop_chart_category_total  (const OcopChart *self,
                                        guint            category);
gint64      ocop_chart_series_total    (const OcopChart *self,
                                        guint            series);
/* By how much the first figure of @category is more than the second; %OCOP_CHART_UNKNOWN where one of them is, and of charts
 * that compare nothing. */
gint64      ocop_chart_get_difference  (const OcopChart *self,
                                        guint            category);
/* @a + @b, where an unknown adds nothing. */
gint64      ocop_chart_add_values      (gint64           a,
                                        gint64           b);

/* How many series its kind draws; their figures are all that the table and the words give. */
guint       ocop_chart_n_drawn_series  (const OcopChart *self);
/* Whether the series of a category are parts of one sum. */
gboolean    ocop_chart_is_stacked      (const OcopChart *self);
/* Whether the categories of a series are parts of one sum. */
gboolean    ocop_chart_sums_categories (const OcopChart *self);
/* Whether there is nothing to draw: no known value; where values are parts of a whole, none above 0. */
gboolean    ocop_chart_is_empty        (const OcopChart *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopChart, ocop_chart_free)

G_END_DECLS
