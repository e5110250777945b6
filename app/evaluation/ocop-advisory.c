/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evaluation/ocop-advisory.h"

#include <string.h>

#include "base/ocop-text.h"

/* What the provincial bodies of article 7.3 have in the names of the ministries that they answer to, folded. */
static const struct
{
  const char *body;
  const char *words;
} bodies[] = {
  { "agriculture", "nong nghiep" },
  { "industry", "cong thuong" },
  { "health", "y te" },
  { "science", "khoa hoc" },
  { "culture", "van hoa" },
};

char **
ocop_advisory_ministries (const OcopCriteriaSet *set)
{
  return g_strsplit (set->ministry, "; ", -1);
}

const char *
ocop_advisory_body_of (const char *ministry)
{
  g_autofree char *folded = ocop_text_fold (ministry);

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    if (strstr (folded, bodies[i].words) != NULL)
      return bodies[i].body;
  return NULL;
}

static void
add_chosen (GPtrArray          *leaves,
            const OcopCriteria *criteria,
            const char         *codes)
{
  g_auto(GStrv) chosen = g_strsplit_set (codes, " ,;\n", -1);

  for (char **code = chosen; *code != NULL; code++)
    {
      const OcopCriterion *leaf = ocop_criteria_find (criteria, *code);

      if (leaf != NULL)
        g_ptr_array_add (leaves, (gpointer) leaf);
    }
}

GPtrArray *
ocop_advisory_to_verify (const OcopCriteria *criteria,
                         const char         *codes)
{
  GPtrArray *leaves = g_ptr_array_new ();

  if (criteria != NULL && codes != NULL)
    add_chosen (leaves, criteria, codes);
  for (guint i = 0; criteria != NULL && codes == NULL && i < criteria->leaves->len; i++)
    {
      const OcopCriterion *leaf = g_ptr_array_index (criteria->leaves, i);

      if (ocop_criterion_is_marked (leaf) || leaf->rules->len > 0)
        g_ptr_array_add (leaves, (gpointer) leaf);
    }
  return leaves;
}
