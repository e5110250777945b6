/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/ocop-brief.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/ocop-number.h"
#include "report/ocop-office-area.h"
#include "report/ocop-report-scope.h"
#include "report/ocop-statistics.h"

typedef enum
{
  MEASURE_STOCK,       /* valid products, of the class @key or of all */
  MEASURE_ESTIMATED,   /* valid products whose end is only as good as the year of recognition */
  MEASURE_PRODUCERS,   /* who have valid products */
  MEASURE_RECOGNISED,  /* recognitions of the kind @key, or of an unknown one, in the period */
  MEASURE_ENDED,       /* endings of the kind @key in the period */
  MEASURE_EXPIRED,     /* certificates that ran out in the period and were not renewed */
  MEASURE_ELSEWHERE,   /* valid products of other provinces than the office's, counted nowhere else */
} Measure;

static const struct
{
  const char *name;
  const char *title;
  Measure measure;
  const char *key;
} figures[] = {
  { "products", N_("Valid products"), MEASURE_STOCK, NULL },
  { "producers", N_("Producers"), MEASURE_PRODUCERS, NULL },
  { "star3", N_("3 stars"), MEASURE_STOCK, "3" },
  { "star4", N_("4 stars"), MEASURE_STOCK, "4" },
  { "potential5", N_("Potential 5 stars"), MEASURE_STOCK, "potential5" },
  { "star5", N_("5 stars"), MEASURE_STOCK, "5" },
  { "estimated", N_("Valid until an estimated day"), MEASURE_ESTIMATED, NULL },
  { "first", N_("Newly recognised"), MEASURE_RECOGNISED, "first" },
  { "again", N_("Recognised again"), MEASURE_RECOGNISED, "again" },
  { "upgrade", N_("Upgraded"), MEASURE_RECOGNISED, "upgrade" },
  { "unclear", N_("Kind of recognition unknown"), MEASURE_RECOGNISED, NULL },
  { "revoked", N_("Revoked"), MEASURE_ENDED, "revoked" },
  { "withdrawn", N_("Decision withdrawn as the Ministry asked"), MEASURE_ENDED, "withdrawn" },
  { "expired", N_("Expired"), MEASURE_EXPIRED, NULL },
  { "elsewhere", N_("Valid products of other provinces"), MEASURE_ELSEWHERE, NULL },
};

typedef struct
{
  OcopReader *reader;
  OcopBrief *brief;
  OcopQuery *base; /* the brief's */
  char **others; /* the provinces whose products @base leaves out; NULL when there are none */
  OcopStatistics *stock;
  GPtrArray *uncounted; /* (element-type OcopBriefFigure): of the brief's those that @stock does not tell */
  gboolean potential_in_total;
  char *place;
} Build;

static void
build_clear (Build *build)
{
  g_clear_pointer (&build->others, g_strfreev);
  g_clear_pointer (&build->stock, ocop_statistics_free);
  g_clear_pointer (&build->uncounted, g_ptr_array_unref);
  g_clear_pointer (&build->place, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Build, build_clear)

static void
figure_free (OcopBriefFigure *figure)
{
  ocop_query_free (figure->query);
  g_free (figure);
}

static void
run_free (OcopBriefRun *run)
{
  g_free (run->text);
  g_free (run);
}

static OcopQuery *
query_stock (const Build *build,
             const char  *star)
{
  OcopQuery *query = ocop_query_copy (build->base);

  ocop_statistics_where_validity (query, OCOP_VALIDITY_VALID);
  if (star != NULL)
    ocop_query_where (query, "star", OCOP_OPERATOR_IS, star, NULL);
  else if (!build->potential_in_total)
    ocop_query_where (query, "star", OCOP_OPERATOR_IS_NOT, "potential5", NULL);
  return query;
}

static OcopQuery *
query_estimated (const Build *build)
{
  OcopQuery *query = query_stock (build, NULL);

  ocop_query_where (query, "estimated", OCOP_OPERATOR_IS, "1", NULL);
  return query;
}

static OcopQuery *
query_producers (const Build *build)
{
  OcopQuery *query = ocop_query_new ("producer");

  ocop_query_set_on (query, build->brief->on);
  ocop_query_has (query, TRUE, query_stock (build, NULL));
  return query;
}

/* Products with a recognition whose @field is @key (%NULL: unknown) and whose @day lies in the period. */
static OcopQuery *
query_recognition (const Build *build,
                   const char  *field,
                   const char  *key,
                   const char  *day)
{
  OcopQuery *query = ocop_query_copy (build->base);
  OcopQuery *recognition = ocop_query_new ("recognition");
  char from[OCOP_DATE_TEXT_SIZE], until[OCOP_DATE_TEXT_SIZE];

  ocop_query_set_on (recognition, build->brief->on);
  ocop_query_where (recognition, "outcome", OCOP_OPERATOR_IS, "recognised", NULL);
  if (key != NULL)
    ocop_query_where (recognition, field, OCOP_OPERATOR_IS, key, NULL);
  else
    ocop_query_where (recognition, field, OCOP_OPERATOR_UNKNOWN, NULL);
  ocop_query_where (recognition, day, OCOP_OPERATOR_BETWEEN,
                    ocop_date_to_text (build->brief->from, from), ocop_date_to_text (build->brief->on, until), NULL);
  ocop_query_has (query, TRUE, recognition);
  return query;
}

/* A certificate is valid on its last day: it is out from the next one on. */
static OcopQuery *
query_expired (const Build *build)
{
  OcopQuery *query = ocop_query_copy (build->base);
  char from[OCOP_DATE_TEXT_SIZE], until[OCOP_DATE_TEXT_SIZE];

  ocop_query_where (query, "state", OCOP_OPERATOR_IS, "expired", NULL);
  ocop_query_where (query, "valid_until", OCOP_OPERATOR_BETWEEN,
                    ocop_date_to_text (ocop_date_add_days (build->brief->from, -1), from),
                    ocop_date_to_text (ocop_date_add_days (build->brief->on, -1), until), NULL);
  return query;
}

static OcopQuery *
query_elsewhere (const Build *build)
{
  OcopQuery *query = query_stock (build, NULL);

  ocop_query_unwhere (query, "province");
  ocop_query_wherev (query, "province", OCOP_OPERATOR_IS, (const char * const *) build->others);
  return query;
}

static OcopQuery *
query_for (const Build *build,
           Measure      measure,
           const char  *key)
{
  switch (measure)
    {
    case MEASURE_STOCK:
      return query_stock (build, key);
    case MEASURE_ESTIMATED:
      return query_estimated (build);
    case MEASURE_PRODUCERS:
      return query_producers (build);
    case MEASURE_RECOGNISED:
      return query_recognition (build, "kind", key, "from_day");
    case MEASURE_ENDED:
      return query_recognition (build, "ending", key, "ended_on");
    case MEASURE_EXPIRED:
      return query_expired (build);
    case MEASURE_ELSEWHERE:
    default:
      return query_elsewhere (build);
    }
}

/* The stock and its classes are counted in one go. */
static gint64
count_stock (const OcopStatistics *stock,
             const char           *star)
{
  guint place = 0;

  if (star == NULL)
    return stock->total->total;
  while (!g_str_equal (ocop_statistics_star_key (place), star))
    place++;
  return stock->total->stars[place];
}

static void
add_figures (Build *build)
{
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      OcopBriefFigure *figure;

      if (figures[i].measure == MEASURE_ELSEWHERE && build->others == NULL)
        continue;
      figure = g_new0 (OcopBriefFigure, 1);
      figure->name = figures[i].name;
      figure->title = _(figures[i].title);
      figure->query = query_for (build, figures[i].measure, figures[i].key);
      if (figures[i].measure == MEASURE_STOCK)
        figure->number = count_stock (build->stock, figures[i].key);
      else
        g_ptr_array_add (build->uncounted, figure);
      g_ptr_array_add (build->brief->figures, figure);
    }
}

static gboolean
count_figures (Build   *build,
               GError **error)
{
  g_autoptr(GPtrArray) queries = g_ptr_array_new ();
  g_autoptr(GArray) numbers = NULL;

  for (guint i = 0; i < build->uncounted->len; i++)
    g_ptr_array_add (queries, ((OcopBriefFigure *) build->uncounted->pdata[i])->query);
  numbers = ocop_reader_survey_measures (build->reader, queries, error);
  for (guint i = 0; numbers != NULL && i < numbers->len; i++)
    ((OcopBriefFigure *) build->uncounted->pdata[i])->number = g_array_index (numbers, gint64, i);
  return numbers != NULL;
}

static const OcopBriefFigure *
find_figure (const OcopBrief *self,
             const char      *name,
             gsize            length)
{
  for (guint i = 0; i < self->figures->len; i++)
    {
      const OcopBriefFigure *figure = self->figures->pdata[i];

      if (strlen (figure->name) == length && strncmp (figure->name, name, length) == 0)
        return figure;
    }
  return NULL;
}

const OcopBriefFigure *
ocop_brief_get (const OcopBrief *self,
                const char      *name)
{
  const OcopBriefFigure *figure = find_figure (self, name, strlen (name));

  g_return_val_if_fail (figure != NULL, NULL);
  return figure;
}

static void
add_run (Build                 *build,
         char                  *text,
         const OcopBriefFigure *figure)
{
  OcopBriefRun *run = g_new0 (OcopBriefRun, 1);

  run->text = text;
  run->figure = figure;
  g_ptr_array_add (build->brief->runs, run);
}

/* "{day}" as on screen, "{document_day}" as in documents: each language takes its own. */
static char *
dup_word (const Build *build,
          const char  *name,
          gsize        length)
{
  const OcopBrief *brief = build->brief;

#define IS(word) (length == strlen (word) && strncmp (name, word, length) == 0)
  if (IS ("day"))
    return ocop_date_to_people (brief->on);
  if (IS ("document_day"))
    return ocop_date_to_document (brief->on);
  if (IS ("from"))
    return ocop_date_to_people (brief->from);
  if (IS ("document_from"))
    return ocop_date_to_document (brief->from);
  if (IS ("place"))
    return g_strdup (build->place);
#undef IS
  return g_strndup (name, length);
}

/* Adds the text of @pattern, where each {name} is a figure or a word. */
static void
add_pattern (Build      *build,
             const char *pattern)
{
  while (*pattern != '\0')
    {
      gsize length = strcspn (pattern, "{");
      const OcopBriefFigure *figure;

      if (length > 0)
        add_run (build, g_strndup (pattern, length), NULL);
      pattern += length;
      if (*pattern == '\0')
        return;
      length = strcspn (++pattern, "}");
      figure = find_figure (build->brief, pattern, length);
      add_run (build,
               figure != NULL ? ocop_number_to_document (figure->number) : dup_word (build, pattern, length),
               figure);
      pattern += length + (pattern[length] == '}');
    }
}

typedef struct
{
  const char *name;
  const char *pattern;
} Part;

/* The parts whose figure is not 0, parted by commas; returns whether there were any. */
static gboolean
add_parts (Build      *build,
           const char *before,
           const Part *parts,
           guint       n_parts)
{
  gboolean any = FALSE;

  for (guint i = 0; i < n_parts; i++)
    if (ocop_brief_get (build->brief, parts[i].name)->number > 0)
      {
        add_pattern (build, any ? ", " : before);
        add_pattern (build, _(parts[i].pattern));
        any = TRUE;
      }
  return any;
}

static gboolean
is_calendar_year (const OcopBrief *brief)
{
  return brief->from.year == brief->on.year && brief->from.month == 1 && brief->from.day == 1;
}

static void
write_paragraph (Build *build)
{
  static const Part stock[] = {
    { "star3", N_("{star3} 3-star products") },
    { "star4", N_("{star4} 4-star products") },
    { "potential5", N_("{potential5} potential 5-star products") },
    { "star5", N_("{star5} 5-star products") },
  };
  static const Part doubts[] = {
    { "estimated", N_("of which {estimated} are known by the year of recognition alone, so that their term is estimated") },
  };
  static const Part others[] = {
    { "withdrawn", N_("{withdrawn} with their decision withdrawn as the Ministry asked") },
    { "unclear", N_("{unclear} recognised without a record of whether for the first time, again or upgraded") },
  };
  static const Part elsewhere[] = {
    { "elsewhere", N_("Not counted: {elsewhere} valid products of other provinces.") },
  };
  GString *text = g_string_new (NULL);

  /* Translators: {document_day} is a date as in Vietnamese documents, {day} as on screen;
   * keep whichever suits. {place}: "the whole province". */
  add_pattern (build, _("As of {day}, {place} has {products} valid OCOP products of {producers} producers"));
  if (add_parts (build, " (", stock, G_N_ELEMENTS (stock)))
    add_pattern (build, ")");
  add_parts (build, ", ", doubts, G_N_ELEMENTS (doubts));
  add_pattern (build, "; ");
  add_pattern (build, is_calendar_year (build->brief) ? _("in the year ") : _("from {from} to {day} "));
  add_pattern (build, _("{first} newly recognised, {again} recognised again, {upgrade} upgraded, {revoked} revoked, {expired} expired"));
  add_parts (build, ", ", others, G_N_ELEMENTS (others));
  add_pattern (build, ".");
  if (build->others != NULL)
    add_parts (build, " ", elsewhere, G_N_ELEMENTS (elsewhere));

  for (guint i = 0; i < build->brief->runs->len; i++)
    g_string_append (text, ((OcopBriefRun *) build->brief->runs->pdata[i])->text);
  build->brief->text = g_string_free (text, FALSE);
}

/* What the figures are of: the office's own area, or a part of it. */
static char *
describe_office (const OcopRecord *office)
{
  const char *level = ocop_record_get_text (office, "level");

  if (g_strcmp0 (level, "commune") == 0)
    return g_strdup (_("the whole commune"));
  if (g_strcmp0 (level, "district") == 0)
    return g_strdup (_("the whole district"));
  if (g_strcmp0 (level, "centre") == 0)
    return g_strdup (_("the whole country"));
  return g_strdup (_("the whole province"));
}

static gboolean
narrow_to_locality (Build       *build,
                    const char  *id,
                    GError     **error)
{
  g_autoptr(OcopRecord) unit = ocop_reader_load (build->reader, ocop_kind_find ("unit"), id, error);
  gboolean province;

  if (unit == NULL)
    return FALSE;
  province = g_strcmp0 (ocop_record_get_text (unit, "level"), "province") == 0;
  ocop_query_where (build->base, province ? "province" : "locality", OCOP_OPERATOR_IS, id, NULL);
  g_free (build->place);
  build->place = ocop_report_unit_name (unit);
  return TRUE;
}

static void
narrow_to_sector (Build      *build,
                  const char *sector)
{
  g_autofree char *place = g_steal_pointer (&build->place);

  ocop_query_where (build->base, "sector", OCOP_OPERATOR_IS, sector, NULL);
  /* Translators: a place and a sector of products */
  build->place = g_strdup_printf (_("%s, sector %s,"), place, ocop_report_sector_title (sector));
}

static gboolean
build_start (Build                *build,
             const OcopBriefScope *scope,
             GError              **error)
{
  g_autoptr(OcopRecord) office = ocop_reader_office (build->reader, error);

  if (office == NULL)
    return FALSE;
  build->base = build->brief->base = ocop_query_new ("product");
  ocop_query_set_on (build->base, scope->on);
  build->potential_in_total = ocop_record_get_integer (office, "potential_in_total", 1) != 0;
  build->place = describe_office (office);
  /* "The whole province" is the office's own: products that a list brought in from others are told apart. */
  if (scope->locality != NULL ? !narrow_to_locality (build, scope->locality, error)
                              : !ocop_office_area_narrow (build->reader, scope->on, build->base, &build->others, error))
    return FALSE;
  if (scope->sector != NULL)
    narrow_to_sector (build, scope->sector);
  build->stock = ocop_statistics_new (build->reader, build->base, ocop_statistics_find_grouping ("star"), scope->on,
                                      OCOP_VALIDITY_VALID, error);
  return build->stock != NULL;
}

OcopBrief *
ocop_brief_new (OcopReader            *reader,
                const OcopBriefScope  *scope,
                GError               **error)
{
  g_autoptr(OcopBrief) self = g_new0 (OcopBrief, 1);
  g_auto(Build) build = { reader, self };

  g_return_val_if_fail (ocop_date_is_day (scope->on), NULL);

  self->on = scope->on;
  self->from = ocop_date_is_day (scope->from) ? scope->from : ocop_date_new (scope->on.year, 1, 1);
  self->figures = g_ptr_array_new_with_free_func ((GDestroyNotify) figure_free);
  self->runs = g_ptr_array_new_with_free_func ((GDestroyNotify) run_free);
  build.uncounted = g_ptr_array_new ();
  if (!build_start (&build, scope, error))
    return NULL;
  add_figures (&build);
  if (!count_figures (&build, error))
    return NULL;
  write_paragraph (&build);
  return g_steal_pointer (&self);
}

void
ocop_brief_free (OcopBrief *self)
{
  g_clear_pointer (&self->base, ocop_query_free);
  g_clear_pointer (&self->runs, g_ptr_array_unref);
  g_clear_pointer (&self->figures, g_ptr_array_unref);
  g_free (self->text);
  g_free (self);
}
