/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "work/ocop-reward.h"

#include <glib/gi18n.h>

#include "base/ocop-number.h"

OcopRewardLine *
ocop_reward_line_new (const OcopRecord *recognition)
{
  OcopRewardLine *self = g_new0 (OcopRewardLine, 1);

  self->recognition = ocop_record_copy (recognition);
  self->product = g_strdup (ocop_record_get_text (recognition, "product"));
  return self;
}

void
ocop_reward_line_free (OcopRewardLine *self)
{
  ocop_record_free (self->recognition);
  g_free (self->product);
  g_free (self->product_name);
  g_free (self->producer);
  g_free (self->producer_name);
  g_free (self->account);
  g_free (self->list_before);
  g_free (self->why);
  g_free (self);
}

guint
ocop_reward_line_get_class (const OcopRewardLine *self)
{
  return (guint) ocop_record_get_integer (self->recognition, "class", 0);
}

gboolean
ocop_reward_line_is_paid (const OcopRewardLine *self)
{
  if (self->choice == OCOP_REWARD_BY_RULE)
    return self->result == OCOP_REWARD_PAYS;
  return self->choice == OCOP_REWARD_WANTED && self->result != OCOP_REWARD_NOTHING;
}

/* --- what the class is to the product --- */

/* Where the register does not hold what was before, the recognition itself says what it is. */
static const char *
find_occasion (const OcopRewardLine *line)
{
  guint class = ocop_reward_line_get_class (line);
  const char *kind = ocop_record_get_text (line->recognition, "kind");

  if (line->class_before == 0 && g_strcmp0 (kind, "upgrade") == 0)
    return "raised";
  if (line->class_before == 0)
    return g_strcmp0 (kind, "again") == 0 ? "kept" : "first";
  if (class == line->class_before)
    return "kept";
  return class > line->class_before ? "raised" : NULL;
}

static const char *
occasion_title (const char *occasion)
{
  return ocop_field_choice_title (ocop_kind_find_field (ocop_kind_find ("reward"), "occasion"), occasion);
}

/* --- the rule --- */

static gboolean
is_meant (const OcopRecord     *rule,
          const OcopRewardLine *line)
{
  return ocop_record_get_integer (rule, "class", 0) == ocop_reward_line_get_class (line) &&
         g_strcmp0 (ocop_record_get_text (rule, "occasion"), line->occasion) == 0;
}

static gboolean
is_in_force (const OcopRecord *rule,
             OcopDate          on)
{
  OcopDate until = ocop_record_get_date (rule, "valid_until");

  return ocop_date_compare (ocop_record_get_date (rule, "valid_from"), on) <= 0 &&
         (!ocop_date_is_known (until) || ocop_date_compare (on, until) <= 0);
}

static const char *
name_of (const OcopRecord *rule)
{
  return ocop_record_get_text (rule, "name");
}

static void
say_nothing_meant (OcopRewardLine   *line,
                   const OcopRecord *other,
                   OcopDate          on)
{
  g_autofree char *day = ocop_date_to_people (on);

  if (other != NULL)
    line->why = g_strdup_printf (_("The rule “%s” is not in force on %s."), name_of (other), day);
  else
    line->why = g_strdup_printf (_("No rule for %u stars, %s."), ocop_reward_line_get_class (line), occasion_title (line->occasion));
}

/* Of several rules in force the one that came last holds; of two that came together nobody but the office can say which. */
static void
find_rule (OcopRewardLine  *line,
           const GPtrArray *rules,
           OcopDate         on)
{
  const OcopRecord *best = NULL, *rival = NULL, *other = NULL;

  for (guint i = 0; i < rules->len; i++)
    {
      const OcopRecord *rule = rules->pdata[i];
      int order;

      if (!is_meant (rule, line))
        continue;
      if (!is_in_force (rule, on))
        {
          other = rule;
          continue;
        }
      order = best != NULL ? ocop_date_compare (ocop_record_get_date (rule, "valid_from"), ocop_record_get_date (best, "valid_from")) : 1;
      rival = order == 0 ? rule : order > 0 ? NULL : rival;
      best = order > 0 ? rule : best;
    }
  if (best == NULL)
    say_nothing_meant (line, other, on);
  else if (rival != NULL)
    line->why = g_strdup_printf (_("Two rules are in force for it: “%s” and “%s”."), name_of (best), name_of (rival));
  else
    line->rule = best;
}

/* --- what stands against it --- */

static char *
dup_obstacle (const OcopRewardLine *line)
{
  const char *ending = ocop_record_get_text (line->recognition, "ending");

  if (g_strcmp0 (ocop_record_get_text (line->recognition, "outcome"), "recognised") != 0)
    return g_strdup (_("The centre has yet to decide."));
  if (g_strcmp0 (ending, "revoked") == 0 || g_strcmp0 (ending, "withdrawn") == 0)
    return g_strdup (_("The recognition was revoked or withdrawn."));
  if (line->producer == NULL)
    return g_strdup (_("The product has no producer in the register."));
  if (line->occasion == NULL)
    return g_strdup_printf (_("The class fell from %u to %u stars."), line->class_before, ocop_reward_line_get_class (line));
  return NULL;
}

static char *
dup_money (gint64 amount)
{
  g_autofree char *number = ocop_number_to_people (amount);

  return g_strdup_printf (_("%s đồng"), number);
}

/* "12.000.000 đồng for 3 stars in list 05/DS" */
static char *
dup_former (const OcopRewardLine *line)
{
  g_autofree char *amount = dup_money (line->paid_for_class);

  if (line->list_before == NULL)
    return g_strdup_printf (_("Paid before for this class: %s."), amount);
  return g_strdup_printf (_("Paid before for this class: %s, pay list %s."), amount, line->list_before);
}

/* --- the amount --- */

static void
add_why (OcopRewardLine *line,
         const char     *words)
{
  g_autofree char *before = g_steal_pointer (&line->why);

  line->why = before != NULL ? g_strconcat (before, " ", words, NULL) : g_strdup (words);
}

static void
refuse (OcopRewardLine *line,
        const char     *words)
{
  line->result = OCOP_REWARD_NOTHING;
  line->amount = 0;
  add_why (line, words);
}

static void
take_rule (OcopRewardLine *line)
{
  g_autofree char *full = dup_money (ocop_record_get_integer (line->rule, "amount", 0));
  g_autofree char *words = g_strdup_printf (_("%s: %s, %s."), name_of (line->rule), occasion_title (line->occasion), full);

  line->amount = ocop_record_get_integer (line->rule, "amount", 0);
  line->result = OCOP_REWARD_PAYS;
  add_why (line, words);
}

static void
take_off_what_was_paid (OcopRewardLine *line)
{
  g_autofree char *paid = dup_money (line->paid_before);
  g_autofree char *words = g_strdup_printf (_("Less what was paid before: %s."), paid);

  if (line->paid_before == 0 || ocop_record_get_integer (line->rule, "difference", 0) == 0)
    return;
  line->amount -= line->paid_before;
  add_why (line, words);
  if (line->amount <= 0)
    refuse (line, _("Nothing is left to pay."));
}

static void
look_for_former (OcopRewardLine *line)
{
  g_autofree char *former = dup_former (line);

  if (line->paid_for_class == 0 || line->result == OCOP_REWARD_NOTHING)
    return;
  if (ocop_record_get_integer (line->rule, "once", 0) != 0)
    {
      g_autofree char *words = g_strdup_printf (_("%s The rule pays once for a class."), former);

      refuse (line, words);
      return;
    }
  line->result = OCOP_REWARD_TWICE;
  add_why (line, former);
}

/* @used: what the producer has had in the year so far. */
static void
keep_below_cap (OcopRewardLine *line,
                gint64          used)
{
  gint64 cap = ocop_record_get_integer (line->rule, "cap", 0);
  g_autofree char *most = dup_money (cap);
  g_autofree char *words = g_strdup_printf (_("At most %s for a producer in a year."), most);

  if (cap <= 0 || line->result == OCOP_REWARD_NOTHING || line->amount <= cap - used)
    return;
  if (cap - used <= 0)
    {
      refuse (line, words);
      return;
    }
  line->amount = cap - used;
  add_why (line, words);
}

static void
work_out_line (OcopRewardLine  *line,
               const GPtrArray *rules,
               OcopDate         on,
               gint64           used)
{
  g_clear_pointer (&line->why, g_free);
  line->rule = NULL;
  line->amount = 0;
  line->result = OCOP_REWARD_NOTHING;
  line->occasion = find_occasion (line);
  line->why = dup_obstacle (line);
  if (line->why == NULL)
    find_rule (line, rules, on);
  if (line->rule == NULL)
    return;
  take_rule (line);
  take_off_what_was_paid (line);
  look_for_former (line);
  keep_below_cap (line, used);
}

void
ocop_reward_work_out (const GPtrArray *rules,
                      const GPtrArray *lines,
                      OcopDate         on)
{
  /* id of a producer → what the lines before give it */
  g_autoptr(GHashTable) given = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < lines->len; i++)
    {
      OcopRewardLine *line = lines->pdata[i];
      const gint64 *here = line->producer != NULL ? g_hash_table_lookup (given, line->producer) : NULL;
      gint64 sum = here != NULL ? *here : 0;

      work_out_line (line, rules, on, line->paid_in_year + sum);
      if (!ocop_reward_line_is_paid (line))
        continue;
      sum += line->amount;
      g_hash_table_replace (given, line->producer, g_memdup2 (&sum, sizeof sum));
    }
}
