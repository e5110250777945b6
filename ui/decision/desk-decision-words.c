/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "decision/desk-decision-words.h"

#include <glib/gi18n.h>

#include "base/ocop-text.h"

char *
desk_decision_dup_facts (const OcopDecision *decision)
{
  const OcopField *field = ocop_kind_find_field (ocop_kind_find ("decision"), "kind");
  const char *kind = ocop_field_choice_title (field, ocop_record_get_text (decision->record, "kind"));
  guint n = ocop_decision_count (decision, 0), n_struck = decision->lines->len - n;
  g_autofree char *count = g_strdup_printf (ngettext ("%u product", "%u products", n), n);
  g_autofree char *struck = n_struck > 0 ? g_strdup_printf (_("%u struck"), n_struck) : NULL;
  g_autofree char *four = ocop_decision_count (decision, 4) > 0 ? g_strdup_printf (_("%u of 4 stars"), ocop_decision_count (decision, 4)) : NULL;
  g_autofree char *three = ocop_decision_count (decision, 3) > 0 ? g_strdup_printf (_("%u of 3 stars"), ocop_decision_count (decision, 3)) : NULL;
  const char *name = ocop_record_get_text (decision->record, "name");
  /* The title above, of what has no number yet, begins with it. */
  gboolean said = ocop_record_get_text (decision->record, "number") == NULL && name != NULL && g_str_has_prefix (name, kind);
  const char *parts[] = { said ? NULL : kind, ocop_record_get_text (decision->record, "issuer"), count, four, three, struck };

  return ocop_text_join (" · ", parts, G_N_ELEMENTS (parts));
}

char *
desk_decision_dup_after (const OcopDecision *decision)
{
  g_autofree char *until = ocop_date_to_people (decision->valid_until);
  g_autofree char *published_on = ocop_date_to_people (ocop_record_get_date (decision->record, "published_on"));
  g_autofree char *notified_on = ocop_date_to_people (ocop_record_get_date (decision->record, "notified_on"));
  const char *where = ocop_record_get_text (decision->record, "published_where");
  g_autofree char *valid = *until != '\0' ? g_strdup_printf (_("Certificates valid until %s"), until) : NULL;
  g_autofree char *published = *published_on != '\0' ? g_strdup_printf (_("published on %s (%s)"), published_on, where) : g_strdup (_("not yet published"));
  g_autofree char *notified = *notified_on != '\0' ? g_strdup_printf (_("notified on %s"), notified_on) : g_strdup (_("not yet notified"));
  const char *parts[] = { valid, published, notified };

  return ocop_text_join (" · ", parts, G_N_ELEMENTS (parts));
}

char *
desk_decision_dup_uncoded (const OcopDecision *decision)
{
  OcopDecisionKind kind = ocop_decision_get_kind (decision);
  g_autoptr(GString) names = g_string_new (NULL);

  if (ocop_decision_kind_ends (kind) || ocop_decision_kind_is_notice (kind))
    return NULL;
  for (guint i = 0; i < decision->lines->len; i++)
    {
      const OcopDecisionLine *line = ocop_decision_get_line (decision, i);

      if (!ocop_decision_line_is_struck (line) && ocop_record_get_text (line->record, "product_code") == NULL)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", ocop_record_get_text (line->product, "name"));
    }
  if (names->len == 0)
    return NULL;
  return g_strdup_printf (_("No product code yet: %s. Give it with F2 on the line first, or go on without."), names->str);
}
