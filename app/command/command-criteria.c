/* SPDX-License-Identifier: GPL-3.0-or-later */

/* ocop criteria */

#include <glib/gi18n.h>

#include "commands.h"
#include "evaluation/ocop-rejection.h"
#include "law/ocop-law.h"

/* In the order of OcopEffect. */
static const char * const effect_names[] = { "reject", "stop", "entry" };

static void
add_member (JsonBuilder *builder,
            const char  *name,
            const char  *text)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_points (JsonBuilder *builder,
            const char  *name,
            guint        hundredths)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, hundredths / 100);
}

static void
add_texts (JsonBuilder     *builder,
           const char      *name,
           const GPtrArray *texts)
{
  if (texts->len == 0)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < texts->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (texts, i));
  json_builder_end_array (builder);
}

static void
add_rules (JsonBuilder  *builder,
           const GArray *rules)
{
  if (rules->len == 0)
    return;
  json_builder_set_member_name (builder, "rules");
  json_builder_begin_array (builder);
  for (guint i = 0; i < rules->len; i++)
    {
      const OcopCriterionRule *rule = &g_array_index (rules, OcopCriterionRule, i);

      json_builder_begin_object (builder);
      add_member (builder, "effect", effect_names[rule->effect]);
      add_member (builder, "text", rule->text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_options (JsonBuilder         *builder,
             const OcopCriterion *leaf)
{
  json_builder_set_member_name (builder, "options");
  json_builder_begin_array (builder);
  for (guint i = 0; i < leaf->options->len; i++)
    {
      const OcopOption *option = ocop_criterion_get_option (leaf, i);

      json_builder_begin_object (builder);
      add_points (builder, "points", option->points);
      if (option->min_star != 0)
        {
          json_builder_set_member_name (builder, "min_star");
          json_builder_add_int_value (builder, option->min_star);
        }
      add_member (builder, "text", option->text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void add_criteria (JsonBuilder     *builder,
                          const char      *name,
                          const GPtrArray *criteria);

static void
add_criterion (JsonBuilder         *builder,
               const OcopCriterion *criterion)
{
  json_builder_begin_object (builder);
  add_member (builder, "code", criterion->code);
  add_member (builder, "title", criterion->title);
  add_points (builder, "max_points", criterion->max_points);
  if (criterion->choose_one)
    {
      json_builder_set_member_name (builder, "choose_one");
      json_builder_add_boolean_value (builder, TRUE);
    }
  if (criterion->only_with_story)
    {
      json_builder_set_member_name (builder, "only_with_story");
      json_builder_add_boolean_value (builder, TRUE);
    }
  add_texts (builder, "notes", criterion->notes);
  add_rules (builder, criterion->rules);
  if (criterion->criteria->len > 0)
    add_criteria (builder, "criteria", criterion->criteria);
  else
    add_options (builder, criterion);
  json_builder_end_object (builder);
}

static void
add_criteria (JsonBuilder     *builder,
              const char      *name,
              const GPtrArray *criteria)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < criteria->len; i++)
    add_criterion (builder, g_ptr_array_index (criteria, i));
  json_builder_end_array (builder);
}

static void
add_doubts (JsonBuilder  *builder,
            const GArray *doubts)
{
  if (doubts->len == 0)
    return;
  json_builder_set_member_name (builder, "doubts");
  json_builder_begin_array (builder);
  for (guint i = 0; i < doubts->len; i++)
    {
      const OcopCriteriaDoubt *doubt = &g_array_index (doubts, OcopCriteriaDoubt, i);

      json_builder_begin_object (builder);
      add_member (builder, "criterion", doubt->criterion);
      add_member (builder, "text", doubt->text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_set_json (const OcopRuleBook *book,
                const OcopCriteria *criteria)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  guint points = 0;

  for (guint i = 0; i < OCOP_N_PARTS; i++)
    points += book->part_points[i];
  json_builder_begin_object (builder);
  add_member (builder, "code", criteria->code);
  add_member (builder, "title", criteria->title);
  add_member (builder, "decision", book->decision);
  add_points (builder, "max_points", points);
  add_texts (builder, "rejected_when", criteria->rejected_when);
  add_doubts (builder, criteria->doubts);
  add_criteria (builder, "parts", criteria->parts);
  json_builder_end_object (builder);
  ocop_output_print_json (builder);
}

static void
print_option (const OcopOption *option,
              int               indent)
{
  static const char * const marks[] = { "", " ***", " ****", " *****" };

  g_print ("%*s%2u%s  %s\n", indent, "", option->points / 100, marks[option->min_star != 0 ? option->min_star - 2 : 0],
           option->text);
}

static void
print_criteria (const GPtrArray *criteria,
                int              indent)
{
  for (guint i = 0; i < criteria->len; i++)
    {
      const OcopCriterion *criterion = g_ptr_array_index (criteria, i);

      g_print ("%*s%s  %s (%u)\n", indent, "", criterion->code, criterion->title, criterion->max_points / 100);
      if (criterion->choose_one)
        g_print ("%*s%s\n", indent + 4, "", _("One of these cases is scored."));
      if (criterion->only_with_story)
        g_print ("%*s%s\n", indent + 4, "", _("Scored only when there is a product story."));
      for (guint j = 0; j < criterion->notes->len; j++)
        g_print ("%*s%s\n", indent + 4, "", (const char *) g_ptr_array_index (criterion->notes, j));
      for (guint j = 0; j < criterion->rules->len; j++)
        {
          const OcopCriterionRule *rule = &g_array_index (criterion->rules, OcopCriterionRule, j);

          g_print ("%*s%s: %s\n", indent + 4, "", ocop_effect_title (rule->effect), rule->text);
        }
      for (guint j = 0; j < criterion->options->len; j++)
        print_option (ocop_criterion_get_option (criterion, j), indent + 4);
      print_criteria (criterion->criteria, indent + 2);
    }
}

static void
print_set (const OcopRuleBook *book,
           const OcopCriteria *criteria)
{
  g_print ("%s  %s (%s)\n", criteria->code, criteria->title, book->decision);
  for (guint i = 0; i < criteria->rejected_when->len; i++)
    g_print ("    %s: %s\n", ocop_effect_title (OCOP_EFFECT_REJECT), (const char *) g_ptr_array_index (criteria->rejected_when, i));
  for (guint i = 0; i < criteria->doubts->len; i++)
    {
      const OcopCriteriaDoubt *doubt = &g_array_index (criteria->doubts, OcopCriteriaDoubt, i);

      g_print ("    %s %s: %s\n", _("Doubtful:"), doubt->criterion, doubt->text);
    }
  print_criteria (criteria->parts, 0);
}

static OcopStatus
list_sets (const OcopLaw      *law,
           const OcopRuleBook *book,
           OcopOutputFormat    format)
{
  g_autoptr(OcopOutput) output = ocop_output_new ();

  if (book->criteria == NULL)
    {
      ocop_invocation_say (_("The criteria sets of decision %s are not known here."), book->decision);
      return OCOP_STATUS_NO;
    }
  ocop_output_add_column (output, "code", _("Code"), NULL);
  ocop_output_add_column (output, "title", _("Criteria set"), NULL);
  ocop_output_add_column (output, "sector", _("Sector"), NULL);
  ocop_output_add_column (output, "ministry", _("Ministry in charge"), NULL);
  for (guint i = 0; i < ocop_law_n_sets (law); i++)
    {
      const OcopCriteriaSet *set = ocop_law_get_set (law, i);
      const OcopValue row[] = { ocop_output_text (set->code), ocop_output_text (set->title), ocop_output_text (set->sector_title),
                                ocop_output_text (set->ministry) };

      ocop_output_add_row (output, row);
    }
  ocop_output_print (output, format);
  return OCOP_STATUS_DONE;
}

static gpointer
read_law (OcopReader    *reader,
          gpointer       id,
          GCancellable  *cancellable,
          GError       **error)
{
  return (gpointer) (id != NULL ? ocop_reader_law (reader, id, error) : ocop_reader_law_in_force (reader, error));
}

/* The law that the register at @path holds under @id, or judges by; %NULL after it has said why not. */
static const OcopLaw *
find_law (const char *path,
          const char *id)
{
  g_autoptr(GError) error = NULL;
  OcopRegister *reg = ocop_register_open (path, OCOP_OPEN_LOOK_ONLY, &error);
  const OcopLaw *law = NULL;

  if (reg != NULL)
    {
      law = ocop_register_read (reg, read_law, (gpointer) id, &error);
      ocop_invocation_close (reg);
    }
  if (law == NULL)
    ocop_invocation_say ("%s", error->message);
  return law;
}

OcopStatus
ocop_command_criteria (OcopInvocation *invocation)
{
  g_autofree char *path = NULL;
  g_autofree char *id = NULL;
  const GOptionEntry entries[] = {
    { "register", 0, 0, G_OPTION_ARG_FILENAME, &path, N_("As this register has them (default: as the program does)"), N_("FILE") },
    { "book", 0, 0, G_OPTION_ARG_STRING, &id, N_("Of this one of its law books (default: the one it judges by)"), N_("BOOK") },
    { NULL }
  };
  const OcopLaw *law;
  const OcopRuleBook *book;
  const OcopCriteria *criteria;
  GError *error = NULL;

  if (!ocop_invocation_parse (invocation, entries))
    return OCOP_STATUS_UNUSABLE;
  if (id != NULL && path == NULL)
    {
      ocop_invocation_say (_("--book needs --register"));
      return OCOP_STATUS_UNUSABLE;
    }
  law = path != NULL ? find_law (path, id) : ocop_law_get_default ();
  if (law == NULL)
    return OCOP_STATUS_UNUSABLE;
  book = ocop_law_book_on (law, invocation->on);
  if (invocation->n_arguments == 0)
    return list_sets (law, book, invocation->format);
  if (invocation->format == OCOP_OUTPUT_CSV)
    {
      ocop_invocation_say (_("One set is printed as text or with --json."));
      return OCOP_STATUS_UNUSABLE;
    }
  criteria = ocop_law_get_criteria (law, book, invocation->arguments[0], &error);
  if (criteria == NULL)
    return ocop_invocation_fail (error);
  if (invocation->format == OCOP_OUTPUT_JSON)
    print_set_json (book, criteria);
  else
    print_set (book, criteria);
  return OCOP_STATUS_DONE;
}
