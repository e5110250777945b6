/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "work/ocop-inspection-plan.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"

void
ocop_inspection_candidate_free (OcopInspectionCandidate *candidate)
{
  g_free (candidate->producer);
  g_free (candidate->name);
  g_free (candidate->locality);
  g_free (candidate->locality_name);
  g_free (candidate);
}

/* The weights */

static gboolean
is_within (OcopDate from,
           OcopDate day,
           guint    days)
{
  int between;

  if (!ocop_date_is_day (day))
    return FALSE;
  between = ocop_date_days_between (from, day);
  return between >= 0 && between <= (int) days;
}

static guint
find_reasons (const OcopInspectionCandidate *candidate,
              const OcopInspectionRules     *rules,
              OcopDate                       on)
{
  guint reasons = 0;

  if (ocop_date_is_day (candidate->repair_by) && ocop_date_compare (candidate->repair_by, on) < 0)
    reasons |= OCOP_INSPECT_REPAIR;
  if (ocop_date_is_day (candidate->complained_on) && ocop_date_days_between (candidate->complained_on, on) <= (int) rules->complaint_days)
    reasons |= OCOP_INSPECT_COMPLAINT;
  if (is_within (on, candidate->until, rules->expiring_days))
    reasons |= OCOP_INSPECT_EXPIRING;
  if (!ocop_date_is_known (candidate->visited_on))
    reasons |= OCOP_INSPECT_NEVER;
  else if (ocop_date_is_day (candidate->visited_on) && ocop_date_days_between (candidate->visited_on, on) > (int) rules->long_since_days)
    reasons |= OCOP_INSPECT_LONG_SINCE;
  return reasons;
}

void
ocop_inspection_plan_weigh (GPtrArray                 *candidates,
                            const OcopInspectionRules *rules,
                            OcopDate                   on)
{
  for (guint i = 0; i < candidates->len; i++)
    {
      OcopInspectionCandidate *candidate = g_ptr_array_index (candidates, i);

      candidate->reasons = find_reasons (candidate, rules, on);
      candidate->score = 0;
      for (guint bit = 0; bit < OCOP_N_INSPECT_REASONS; bit++)
        if ((candidate->reasons & (1u << bit)) != 0)
          candidate->score += rules->weights[bit];
    }
}

static void
append_reason (GString    *words,
               const char *format,
               OcopDate    day)
{
  g_auto(GStrv) around = g_strsplit (format, "%s", 2);
  g_autofree char *text = ocop_date_to_people (day);
  g_autofree char *reason = g_strjoinv (text, around);

  if (words->len > 0)
    g_string_append (words, "; ");
  g_string_append (words, reason);
}

char *
ocop_inspection_candidate_explain (const OcopInspectionCandidate *candidate)
{
  GString *words = g_string_new (NULL);

  if ((candidate->reasons & OCOP_INSPECT_REPAIR) != 0)
    append_reason (words, _("repair not proved by %s"), candidate->repair_by);
  if ((candidate->reasons & OCOP_INSPECT_COMPLAINT) != 0)
    append_reason (words, _("complaint of %s"), candidate->complained_on);
  if ((candidate->reasons & OCOP_INSPECT_EXPIRING) != 0)
    append_reason (words, _("certificate ends on %s"), candidate->until);
  if ((candidate->reasons & OCOP_INSPECT_NEVER) != 0)
    append_reason (words, _("never visited"), OCOP_DATE_UNKNOWN);
  if ((candidate->reasons & OCOP_INSPECT_LONG_SINCE) != 0)
    append_reason (words, _("last visited on %s"), candidate->visited_on);
  return g_string_free (words, FALSE);
}

/* The choice */

/* Of equal scores the one whose certificate ends first, then by name. */
static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const OcopInspectionCandidate *one = *(OcopInspectionCandidate * const *) a;
  const OcopInspectionCandidate *other = *(OcopInspectionCandidate * const *) b;
  int order;

  if (one->score != other->score)
    return one->score > other->score ? -1 : 1;
  if (ocop_date_is_known (one->until) != ocop_date_is_known (other->until))
    return ocop_date_is_known (one->until) ? -1 : 1;
  order = ocop_date_compare (one->until, other->until);
  return order != 0 ? order : g_strcmp0 (one->name, other->name);
}

OcopInspectionCoverage
ocop_inspection_plan_measure (const GPtrArray *candidates)
{
  g_autoptr(GHashTable) localities = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) reached = g_hash_table_new (g_str_hash, g_str_equal);
  OcopInspectionCoverage coverage = { .n_producers = candidates->len };

  for (guint i = 0; i < candidates->len; i++)
    {
      const OcopInspectionCandidate *candidate = g_ptr_array_index (candidates, i);

      coverage.producers += candidate->covered || candidate->chosen;
      coverage.chosen += candidate->chosen;
      if (candidate->locality == NULL)
        continue;
      g_hash_table_add (localities, candidate->locality);
      if (candidate->covered || candidate->chosen)
        g_hash_table_add (reached, candidate->locality);
    }
  coverage.n_localities = g_hash_table_size (localities);
  coverage.localities = g_hash_table_size (reached);
  return coverage;
}

/* The least number that is @percent of @all. */
static guint
share_of (guint all,
          guint percent)
{
  return (guint) (((guint64) all * percent + 99) / 100);
}

static void
choose_by_locality (GPtrArray              *candidates,
                    OcopInspectionCoverage *coverage,
                    guint                   wanted)
{
  g_autoptr(GHashTable) reached = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < candidates->len; i++)
    {
      const OcopInspectionCandidate *candidate = g_ptr_array_index (candidates, i);

      if (candidate->covered && candidate->locality != NULL)
        g_hash_table_add (reached, candidate->locality);
    }
  for (guint i = 0; i < candidates->len && coverage->localities < wanted; i++)
    {
      OcopInspectionCandidate *candidate = g_ptr_array_index (candidates, i);

      if (candidate->locality == NULL || !g_hash_table_add (reached, candidate->locality))
        continue;
      candidate->chosen = TRUE;
      coverage->localities++;
      coverage->producers++;
    }
}

void
ocop_inspection_plan_choose (GPtrArray                 *candidates,
                             const OcopInspectionRules *rules)
{
  OcopInspectionCoverage coverage;
  guint wanted;

  for (guint i = 0; i < candidates->len; i++)
    ((OcopInspectionCandidate *) g_ptr_array_index (candidates, i))->chosen = FALSE;
  g_ptr_array_sort (candidates, compare_candidates);
  coverage = ocop_inspection_plan_measure (candidates);
  choose_by_locality (candidates, &coverage, share_of (coverage.n_localities, rules->localities_percent));
  wanted = share_of (coverage.n_producers, rules->producers_percent);
  for (guint i = 0; i < candidates->len && coverage.producers < wanted; i++)
    {
      OcopInspectionCandidate *candidate = g_ptr_array_index (candidates, i);

      if (candidate->covered || candidate->chosen)
        continue;
      candidate->chosen = TRUE;
      coverage.producers++;
    }
}

/* The visits */

/* The most pressing, as the register names them. */
static const char *
name_reason (guint reasons)
{
  if ((reasons & OCOP_INSPECT_REPAIR) != 0)
    return "repair";
  if ((reasons & OCOP_INSPECT_COMPLAINT) != 0)
    return "complaint";
  if ((reasons & OCOP_INSPECT_EXPIRING) != 0)
    return "expiring";
  return (reasons & OCOP_INSPECT_NEVER) != 0 ? "never" : "coverage";
}

static OcopRecord *
make_visit (const OcopInspectionCandidate *candidate,
            const char                    *name,
            OcopDate                       planned_on,
            const char                    *members)
{
  OcopRecord *visit = ocop_record_new (ocop_kind_find ("inspection"), NULL);
  g_autofree char *reasons = ocop_inspection_candidate_explain (candidate);

  ocop_record_set_text (visit, "name", name);
  ocop_record_set_text (visit, "producer", candidate->producer);
  ocop_record_set_text (visit, "unit", candidate->locality);
  ocop_record_set_text (visit, "manner", "planned");
  ocop_record_set_text (visit, "reason", name_reason (candidate->reasons));
  ocop_record_set_date (visit, "planned_on", planned_on);
  ocop_record_set_text (visit, "members", members);
  ocop_record_set_text (visit, "note", *reasons != '\0' ? reasons : NULL);
  return visit;
}

OcopChange *
ocop_inspection_plan_make (const GPtrArray  *candidates,
                           const char       *name,
                           OcopDate          planned_on,
                           const char       *members,
                           GError          **error)
{
  g_autoptr(OcopChange) change = ocop_change_new ("inspections", _("Plan visits to producers"));

  if (name == NULL)
    return ocop_refuse (error, _("Say what the inspection is called.")), NULL;
  if (!ocop_date_is_day (planned_on))
    return ocop_refuse (error, _("Say on which day the visits are planned.")), NULL;
  for (guint i = 0; i < candidates->len; i++)
    {
      const OcopInspectionCandidate *candidate = g_ptr_array_index (candidates, i);

      if (candidate->chosen)
        {
          g_autoptr(OcopRecord) visit = make_visit (candidate, name, planned_on, members);

          ocop_change_add (change, visit);
        }
    }
  if (ocop_change_is_empty (change))
    return ocop_refuse (error, _("Choose at least one producer.")), NULL;
  return g_steal_pointer (&change);
}
