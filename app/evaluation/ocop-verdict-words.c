/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evaluation/ocop-verdict-words.h"

#include <glib/gi18n.h>

#include "base/ocop-number.h"

static const char * const part_names[] = { "A", "B", "C" };

static void G_GNUC_PRINTF (2, 3)
say (GPtrArray  *reasons,
     const char *format,
     ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (reasons, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

char *
ocop_verdict_say_no_quorum (const OcopCouncilRules *rules)
{
  return g_strdup_printf (rules->written ? _("Too few have answered: at least %u percent of the members have to, the chair among them.")
                                         : _("The council has no quorum: at least %u percent of its members have to be present, with the chair."),
                          rules->quorum_percent);
}

GPtrArray *
ocop_verdict_say_against (const OcopVerdict *verdict,
                          const OcopScoring *scoring)
{
  GPtrArray *reasons = g_ptr_array_new_with_free_func (g_free);

  if (verdict->n_counted == 0)
    say (reasons, _("No sheet counts."));
  if (!verdict->has_quorum)
    g_ptr_array_add (reasons, ocop_verdict_say_no_quorum (&scoring->rules));
  if (!verdict->is_complete)
    say (reasons, _("Not every counted sheet has scored every criterion."));
  if (verdict->spread_exceeded)
    {
      g_autofree char *spread = ocop_hundredths_to_people (verdict->spread);
      g_autofree char *limit = ocop_hundredths_to_people (scoring->rules.max_spread);

      say (reasons, scoring->rules.written ? _("The members differ by %s points, more than the %s that are allowed: they have to meet.")
                                           : _("The members differ by %s points, more than the %s that are allowed: discuss and score again."),
           spread, limit);
    }
  return reasons;
}

char *
ocop_missing_name_minima (const OcopMissing *missing)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < missing->minima->len; i++)
    {
      const OcopUnmetMinimum *minimum = &g_array_index (missing->minima, OcopUnmetMinimum, i);
      g_autofree char *needs = ocop_quantity_to_people (minimum->needs);
      g_autofree char *has = ocop_quantity_to_people (minimum->has);

      g_string_append (text, i > 0 ? "; " : "");
      g_string_append_printf (text, _("%s (needs %s, has %s)"), minimum->criterion->code, needs, has);
    }
  return g_string_free (text, FALSE);
}

char *
ocop_missing_to_text (const OcopMissing *missing)
{
  g_autofree char *points = ocop_hundredths_to_people (missing->points);
  g_autofree char *minima = ocop_missing_name_minima (missing);

  if (missing->points > 0 && missing->minima->len > 0)
    return g_strdup_printf (_("Class %u lacks %s points, and these minima: %s."), missing->star, points, minima);
  if (missing->points > 0)
    return g_strdup_printf (_("Class %u lacks %s points."), missing->star, points);
  return g_strdup_printf (_("Enough points for class %u, but these minima are not met: %s."), missing->star, minima);
}

char *
ocop_verdict_result (const OcopVerdict *verdict,
                     const OcopScoring *scoring)
{
  g_autofree char *mean = ocop_hundredths_to_people (ocop_mean_cut (verdict->mean));

  if (scoring->disqualified)
    return g_strdup (_("The dossier is rejected, whatever its points."));
  return g_strdup_printf (_("The mean of %s points reaches class %u, the minima class %u: class %u."), mean, verdict->star_by_mean,
                          verdict->star_by_minima, verdict->star);
}

GPtrArray *
ocop_verdict_explain (const OcopVerdict *verdict,
                      const OcopScoring *scoring)
{
  GPtrArray *reasons = ocop_verdict_say_against (verdict, scoring);

  g_ptr_array_add (reasons, ocop_verdict_result (verdict, scoring));
  for (guint i = 0; i < verdict->missing->len; i++)
    g_ptr_array_add (reasons, ocop_missing_to_text (&g_array_index (verdict->missing, OcopMissing, i)));
  return reasons;
}

/* As files have it, "87.33"; not as people read it. */
static void
add_hundredths (JsonBuilder *builder,
                const char  *member,
                guint        hundredths)
{
  g_autofree char *text = g_strdup_printf ("%u.%02u", hundredths / 100, hundredths % 100);

  json_builder_set_member_name (builder, member);
  json_builder_add_string_value (builder, text);
}

static void
add_number (JsonBuilder *builder,
            const char  *member,
            gint64       number)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_int_value (builder, number);
}

static void
add_truth (JsonBuilder *builder,
           const char  *member,
           gboolean     truth)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_boolean_value (builder, truth);
}

/* In lowest terms, in whole points: "262/3", "90". */
static void
add_exact_mean (JsonBuilder *builder,
                OcopMean     mean)
{
  guint64 numerator = mean.count > 0 ? mean.sum : 0;
  guint64 denominator = mean.count > 0 ? (guint64) mean.count * 100 : 1;
  guint64 divisor = denominator;
  g_autofree char *text = NULL;

  for (guint64 rest = numerator; rest != 0;)
    {
      guint64 next = divisor % rest;

      divisor = rest;
      rest = next;
    }
  numerator /= divisor;
  denominator /= divisor;
  text = denominator == 1 ? g_strdup_printf ("%" G_GUINT64_FORMAT, numerator)
                          : g_strdup_printf ("%" G_GUINT64_FORMAT "/%" G_GUINT64_FORMAT, numerator, denominator);
  json_builder_set_member_name (builder, "mean_exact");
  json_builder_add_string_value (builder, text);
}

static void
add_agreed (JsonBuilder  *builder,
            const GArray *agreed)
{
  json_builder_set_member_name (builder, "agreed");
  json_builder_begin_object (builder);
  for (guint i = 0; i < agreed->len; i++)
    {
      const OcopAgreedPoints *points = &g_array_index (agreed, OcopAgreedPoints, i);

      json_builder_set_member_name (builder, points->criterion->code);
      json_builder_begin_object (builder);
      add_number (builder, "points", points->points / 100);
      json_builder_set_member_name (builder, "from");
      json_builder_add_string_value (builder, points->by_council ? "council" : "most chosen");
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
}

static void
add_missing (JsonBuilder       *builder,
             const OcopMissing *missing)
{
  char star[] = { (char) ('0' + missing->star), '\0' };

  json_builder_set_member_name (builder, star);
  json_builder_begin_object (builder);
  add_hundredths (builder, "points", missing->points);
  json_builder_set_member_name (builder, "criteria");
  json_builder_begin_array (builder);
  for (guint i = 0; i < missing->minima->len; i++)
    {
      const OcopUnmetMinimum *minimum = &g_array_index (missing->minima, OcopUnmetMinimum, i);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "code");
      json_builder_add_string_value (builder, minimum->criterion->code);
      add_number (builder, "needs", minimum->needs / 100);
      add_number (builder, "has", minimum->has / 100);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_reasons (JsonBuilder       *builder,
             const OcopVerdict *verdict,
             const OcopScoring *scoring)
{
  g_autoptr(GPtrArray) reasons = ocop_verdict_explain (verdict, scoring);

  json_builder_set_member_name (builder, "reasons");
  json_builder_begin_array (builder);
  for (guint i = 0; i < reasons->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (reasons, i));
  json_builder_end_array (builder);
}

void
ocop_verdict_build_json (const OcopVerdict *verdict,
                         const OcopScoring *scoring,
                         JsonBuilder       *builder)
{
  json_builder_begin_object (builder);
  add_hundredths (builder, "mean", ocop_mean_cut (verdict->mean));
  add_exact_mean (builder, verdict->mean);
  add_number (builder, "counted", verdict->n_counted);
  add_number (builder, "star_by_mean", verdict->star_by_mean);
  add_number (builder, "star_by_minima", verdict->star_by_minima);
  add_number (builder, "star", verdict->star);
  add_truth (builder, "quorum", verdict->has_quorum);
  add_truth (builder, "final", verdict->is_final);
  add_hundredths (builder, "spread", verdict->spread);
  add_truth (builder, "spread_exceeded", verdict->spread_exceeded);
  add_truth (builder, "complete", verdict->is_complete);
  json_builder_set_member_name (builder, "parts");
  json_builder_begin_object (builder);
  for (guint i = 0; i < OCOP_N_PARTS; i++)
    add_hundredths (builder, part_names[i], ocop_mean_cut (verdict->part_means[i]));
  json_builder_end_object (builder);
  add_agreed (builder, verdict->agreed);
  json_builder_set_member_name (builder, "missing");
  json_builder_begin_object (builder);
  for (guint i = 0; i < verdict->missing->len; i++)
    add_missing (builder, &g_array_index (verdict->missing, OcopMissing, i));
  json_builder_end_object (builder);
  add_reasons (builder, verdict, scoring);
  json_builder_end_object (builder);
}
