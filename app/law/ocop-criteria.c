/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "law/ocop-criteria.h"

#include <glib/gi18n.h>

#include "base/ocop-json-reader.h"

#define MAX_POINTS 100
#define MAX_STARS 5
/* The lowest class that a decision recognises, and so the lowest that demands anything (article 3.3). */
#define LEAST_DEMANDING_STAR 3

/* In the order of OcopEffect. */
static const char * const effect_names[] = { "reject", "stop", "entry", NULL };

/* In the order of OcopPart. */
static const char * const part_codes[] = { "A", "B", "C" };

/* What is being read, and what is known of it so far. */
typedef struct
{
  OcopJsonReader *reader;
  OcopCriteria *criteria;
  GHashTable *codes;    /* of all criteria; borrowed */
} Reading;

static OcopCriterion *read_criterion (Reading             *reading,
                                      const OcopCriterion *parent);

static void
clear_option (OcopOption *option)
{
  g_free (option->text);
}

static void
clear_rule (OcopCriterionRule *rule)
{
  g_free (rule->text);
}

static void
clear_doubt (OcopCriteriaDoubt *doubt)
{
  g_free (doubt->criterion);
  g_free (doubt->text);
}

static GArray *
new_array (gsize          size,
           GDestroyNotify clear)
{
  GArray *array = g_array_new (FALSE, TRUE, (guint) size);

  g_array_set_clear_func (array, clear);
  return array;
}

static void
criterion_free (OcopCriterion *self)
{
  g_free (self->code);
  g_free (self->title);
  g_ptr_array_unref (self->criteria);
  g_array_unref (self->options);
  g_ptr_array_unref (self->notes);
  g_array_unref (self->rules);
  g_free (self);
}

void
ocop_criteria_free (OcopCriteria *self)
{
  g_free (self->code);
  g_free (self->title);
  g_ptr_array_unref (self->parts);
  g_ptr_array_unref (self->leaves);
  g_ptr_array_unref (self->rejected_when);
  g_array_unref (self->doubts);
  g_free (self);
}

/* The texts of an array of objects that have nothing else; empty where there is no @member. */
static GPtrArray *
read_texts (OcopJsonReader *reader,
            const char     *member)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  guint n_texts;

  if (!ocop_json_reader_has (reader, member))
    return texts;
  n_texts = ocop_json_reader_enter_array (reader, member);
  for (guint i = 0; i < n_texts; i++)
    {
      ocop_json_reader_enter_element (reader, i);
      g_ptr_array_add (texts, ocop_json_reader_text (reader, "text"));
      ocop_json_reader_leave (reader);
    }
  ocop_json_reader_leave (reader);
  return texts;
}

static void
read_rules (OcopJsonReader *reader,
            GArray         *rules)
{
  guint n_rules;

  if (!ocop_json_reader_has (reader, "rules"))
    return;
  n_rules = ocop_json_reader_enter_array (reader, "rules");
  for (guint i = 0; i < n_rules; i++)
    {
      OcopCriterionRule rule;

      ocop_json_reader_enter_element (reader, i);
      rule.effect = ocop_json_reader_choice (reader, "effect", effect_names);
      rule.text = ocop_json_reader_text (reader, "text");
      g_array_append_val (rules, rule);
      ocop_json_reader_leave (reader);
    }
  ocop_json_reader_leave (reader);
}

static void
read_doubts (OcopJsonReader *reader,
             OcopCriteria   *criteria)
{
  guint n_doubts;

  if (!ocop_json_reader_has (reader, "doubts"))
    return;
  n_doubts = ocop_json_reader_enter_array (reader, "doubts");
  for (guint i = 0; i < n_doubts; i++)
    {
      OcopCriteriaDoubt doubt;

      ocop_json_reader_enter_element (reader, i);
      doubt.criterion = ocop_json_reader_text (reader, "criterion");
      doubt.text = ocop_json_reader_text (reader, "text");
      if (doubt.criterion != NULL && ocop_criteria_find (criteria, doubt.criterion) == NULL)
        ocop_json_reader_fail (reader, "criterion", _("the set has no such criterion"));
      g_array_append_val (criteria->doubts, doubt);
      ocop_json_reader_leave (reader);
    }
  ocop_json_reader_leave (reader);
}

static OcopOption
read_option (OcopJsonReader *reader)
{
  OcopOption option = {
    .points = ocop_json_reader_number (reader, "points", 0, MAX_POINTS) * 100,
    .added = ocop_json_reader_flag (reader, "added"),
    .text = ocop_json_reader_text (reader, "text"),
  };

  if (ocop_json_reader_has (reader, "min_star"))
    option.min_star = ocop_json_reader_number (reader, "min_star", LEAST_DEMANDING_STAR, MAX_STARS);
  return option;
}

static void
read_options (OcopJsonReader *reader,
              OcopCriterion  *criterion)
{
  guint n_options = ocop_json_reader_enter_array (reader, "options");
  guint demanding = 0;
  guint points = 0;

  for (guint i = 0; i < n_options; i++)
    {
      OcopOption option;

      ocop_json_reader_enter_element (reader, i);
      option = read_option (reader);
      if (option.points < points)
        ocop_json_reader_fail (reader, "points", _("fewer than of the option before"));
      if (option.min_star != 0 && option.min_star <= demanding)
        ocop_json_reader_fail (reader, "min_star", _("a higher class has to demand more points"));
      points = option.points;
      demanding = MAX (demanding, option.min_star);
      g_array_append_val (criterion->options, option);
      ocop_json_reader_leave (reader);
    }
  ocop_json_reader_leave (reader);
  if (points != criterion->max_points)
    ocop_json_reader_fail (reader, "max_points", _("not what the best option bears"));
}

/* What can be reached in @criterion by what is in it. */
static guint
reachable_points (const OcopCriterion *criterion)
{
  guint points = 0;

  for (guint i = 0; i < criterion->criteria->len; i++)
    {
      const OcopCriterion *inner = g_ptr_array_index (criterion->criteria, i);

      points = criterion->choose_one ? MAX (points, inner->max_points) : points + inner->max_points;
    }
  return points;
}

static void
read_criteria (Reading       *reading,
               OcopCriterion *parent)
{
  guint n_criteria = ocop_json_reader_enter_array (reading->reader, "criteria");

  for (guint i = 0; i < n_criteria; i++)
    {
      ocop_json_reader_enter_element (reading->reader, i);
      g_ptr_array_add (parent->criteria, read_criterion (reading, parent));
      ocop_json_reader_leave (reading->reader);
    }
  ocop_json_reader_leave (reading->reader);
  if (reachable_points (parent) != parent->max_points)
    ocop_json_reader_fail (reading->reader, "max_points", _("not what its criteria add up to"));
}

/* A leaf is added to the leaves; a code that is there already is wrong. */
static void
take_code (Reading       *reading,
           OcopCriterion *criterion)
{
  if (criterion->code == NULL)
    return;
  if (!g_hash_table_add (reading->codes, criterion->code))
    ocop_json_reader_fail (reading->reader, "code", _("another criterion has the same code"));
}

static OcopCriterion *
read_criterion (Reading             *reading,
                const OcopCriterion *parent)
{
  OcopJsonReader *reader = reading->reader;
  OcopCriterion *self = g_new0 (OcopCriterion, 1);

  self->parent = parent;
  self->case_of = parent != NULL && parent->choose_one ? parent : parent != NULL ? parent->case_of : NULL;
  self->code = ocop_json_reader_text (reader, "code");
  self->title = ocop_json_reader_text (reader, "title");
  self->max_points = ocop_json_reader_number (reader, "max_points", 0, MAX_POINTS) * 100;
  self->choose_one = ocop_json_reader_flag (reader, "choose_one");
  self->only_with_story = ocop_json_reader_flag (reader, "only_with_story");
  self->notes = read_texts (reader, "notes");
  self->rules = new_array (sizeof (OcopCriterionRule), (GDestroyNotify) clear_rule);
  self->criteria = g_ptr_array_new_with_free_func ((GDestroyNotify) criterion_free);
  self->options = new_array (sizeof (OcopOption), (GDestroyNotify) clear_option);
  take_code (reading, self);
  read_rules (reader, self->rules);
  if (ocop_json_reader_has (reader, "criteria"))
    {
      read_criteria (reading, self);
    }
  else
    {
      self->place = reading->criteria->leaves->len;
      g_ptr_array_add (reading->criteria->leaves, self);
      read_options (reader, self);
    }
  return self;
}

static void
read_parts (Reading            *reading,
            const OcopRuleBook *book)
{
  guint n_parts = ocop_json_reader_enter_array (reading->reader, "parts");

  if (n_parts != OCOP_N_PARTS && n_parts != 0)
    ocop_json_reader_fail (reading->reader, "length", _("expected the parts A, B and C"));
  for (guint i = 0; i < MIN (n_parts, OCOP_N_PARTS); i++)
    {
      OcopCriterion *part;

      ocop_json_reader_enter_element (reading->reader, i);
      part = read_criterion (reading, NULL);
      g_ptr_array_add (reading->criteria->parts, part);
      if (g_strcmp0 (part->code, part_codes[i]) != 0)
        ocop_json_reader_fail (reading->reader, "code", _("expected the parts A, B and C"));
      if (part->max_points != book->part_points[i])
        ocop_json_reader_fail (reading->reader, "max_points", _("not what the decision gives this part"));
      ocop_json_reader_leave (reading->reader);
    }
  ocop_json_reader_leave (reading->reader);
}

OcopCriteria *
ocop_criteria_load (GBytes              *bytes,
                    const char          *name,
                    const char          *set,
                    const OcopRuleBook  *book,
                    GError             **error)
{
  g_autoptr(OcopJsonReader) reader = ocop_json_reader_new (bytes, name);
  g_autoptr(GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(OcopCriteria) self = g_new0 (OcopCriteria, 1);
  Reading reading = { reader, self, codes };

  self->code = ocop_json_reader_text (reader, "code");
  if (g_strcmp0 (self->code, set) != 0)
    ocop_json_reader_fail (reader, "code", _("not the set that the file is named for"));
  self->title = ocop_json_reader_text (reader, "title");
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) criterion_free);
  self->leaves = g_ptr_array_new ();
  self->rejected_when = read_texts (reader, "rejected_when");
  self->doubts = new_array (sizeof (OcopCriteriaDoubt), (GDestroyNotify) clear_doubt);
  /* The parts say their own; the whole is what the stars are counted of. */
  ocop_json_reader_number (reader, "max_points", MAX_POINTS, MAX_POINTS);
  read_parts (&reading, book);
  read_doubts (reader, self);

  if (!ocop_json_reader_finish (reader, error))
    return NULL;
  return g_steal_pointer (&self);
}

const OcopCriterion *
ocop_criteria_find (const OcopCriteria *self,
                    const char         *code)
{
  for (guint i = 0; i < self->leaves->len; i++)
    {
      const OcopCriterion *leaf = g_ptr_array_index (self->leaves, i);

      if (g_strcmp0 (leaf->code, code) == 0)
        return leaf;
    }
  return NULL;
}

OcopPart
ocop_criterion_get_part (const OcopCriterion *self)
{
  while (self->parent != NULL)
    self = self->parent;
  return (OcopPart) (self->code[0] - part_codes[OCOP_PART_A][0]);
}

const OcopOption *
ocop_criterion_get_option (const OcopCriterion *self,
                           guint                place)
{
  return &g_array_index (self->options, OcopOption, place);
}

int
ocop_criterion_find_option (const OcopCriterion *self,
                            guint                points)
{
  for (guint i = 0; i < self->options->len; i++)
    if (ocop_criterion_get_option (self, i)->points == points)
      return (int) i;
  return -1;
}

guint
ocop_criterion_least_points (const OcopCriterion *self,
                             guint                star)
{
  guint points = 0;

  for (guint i = 0; i < self->options->len; i++)
    {
      const OcopOption *option = ocop_criterion_get_option (self, i);

      if (option->min_star != 0 && option->min_star <= star)
        points = option->points;
    }
  return points;
}

gboolean
ocop_criterion_is_marked (const OcopCriterion *self)
{
  for (guint i = 0; i < self->options->len; i++)
    if (ocop_criterion_get_option (self, i)->min_star != 0)
      return TRUE;
  return FALSE;
}
