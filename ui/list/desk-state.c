/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/desk-state.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *key;
  const char *style;
  const char *explanation;
} State;

static const State states[] = {
  { "valid", "good", N_("Recognised, and the certificate's term has not ended") },
  { "potential5", "good", N_("The province approved the result; the Ministry has yet to decide (article 6.3)") },
  { "extended", "warn", N_("Past its term, but in force until the re-evaluation has a result (article 12.3)") },
  { "expired", "alarm", N_("The certificate's term has ended") },
  { "replaced", "quiet", N_("A later recognition, by upgrade or re-evaluation, stands in its place") },
  { "revoked", "alarm", N_("The certificate was revoked by decision (article 8)") },
  { "withdrawn", "alarm", N_("The recognition decision was withdrawn as the Ministry asked (article 10.1.b)") },
  { "centre", "quiet", N_("The province had approved the result; the centre did not recognise 5 stars (article 7.4)") },
  { "undated", "warn", N_("The day of the decision is unknown: not counted as valid until it is entered") },
  { "none", "quiet", N_("No recognition was in force yet on the day of the figures") },
};

static const State *
find (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_strcmp0 (states[i].key, key) == 0)
      return &states[i];
  return NULL;
}

const char *
desk_state_style (const char *state)
{
  const State *found = find (state);

  return found != NULL ? found->style : "quiet";
}

const char *
desk_state_explain (const char *state)
{
  const State *found = find (state);

  return found != NULL ? _(found->explanation) : NULL;
}
