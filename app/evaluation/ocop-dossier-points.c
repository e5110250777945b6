/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evaluation/ocop-dossier-points.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "base/ocop-text.h"
#include "evaluation/ocop-choices.h"

/* In the order of OcopDossierPointsOf. */
static const char * const fields[] = { "self_choices", "advised_choices" };

void
ocop_dossier_points_free (OcopDossierPoints *self)
{
  g_clear_pointer (&self->dossier, ocop_record_free);
  for (guint i = 0; i < OCOP_N_DOSSIER_POINTS; i++)
    g_free (self->choices[i]);
  g_free (self);
}

/* The dossier's own set is what it is judged by, though the product may have gone to another since. */
static const OcopCriteria *
find_criteria (const OcopRecord    *dossier,
               const OcopRuleBook  *book,
               GError             **error)
{
  const char *set = ocop_record_get_text (dossier, "criteria_set");

  if (set != NULL)
    return ocop_law_get_criteria (ocop_law_get_default (), book, set, error);
  ocop_refuse (error, _("The dossier “%s” has no criteria set yet: choose one, and its criteria can be scored."),
               ocop_record_get_text (dossier, "name"));
  return NULL;
}

OcopDossierPoints *
ocop_dossier_points_load (OcopReader  *reader,
                          const char  *id,
                          OcopDate     on,
                          GError     **error)
{
  g_autoptr(OcopDossierPoints) self = g_new0 (OcopDossierPoints, 1);

  self->dossier = ocop_reader_load (reader, ocop_kind_find ("dossier"), id, error);
  if (self->dossier == NULL)
    return NULL;
  self->scoring.book = ocop_law_book_on (ocop_law_get_default (), on);
  self->scoring.criteria = find_criteria (self->dossier, self->scoring.book, error);
  /* What nobody said is asked for: only a plain no leaves the story's criterion out. */
  self->scoring.has_story = ocop_record_get_integer (self->dossier, "story", 1) != 0;
  for (guint i = 0; i < OCOP_N_DOSSIER_POINTS && self->scoring.criteria != NULL; i++)
    {
      self->choices[i] = ocop_choices_parse (self->scoring.criteria, ocop_record_get_text (self->dossier, fields[i]), error);
      if (self->choices[i] == NULL)
        return NULL;
    }
  return self->scoring.criteria != NULL ? g_steal_pointer (&self) : NULL;
}

OcopChange *
ocop_dossier_points_change (const OcopDossierPoints  *self,
                            const char               *opinion,
                            GError                  **error)
{
  g_autoptr(OcopRecord) after = ocop_record_copy (self->dossier);
  g_autofree char *name = g_strdup_printf (_("“%s”: points"), ocop_record_get_text (self->dossier, "name"));
  g_autofree char *tidy = ocop_text_tidy (opinion);
  OcopChange *change;

  for (guint i = 0; i < OCOP_N_DOSSIER_POINTS; i++)
    {
      g_autofree char *text = ocop_choices_format (self->scoring.criteria, self->choices[i]);

      if (!ocop_choices_check (&self->scoring, self->choices[i], error))
        return NULL;
      ocop_record_set_text (after, fields[i], text);
    }
  ocop_record_set_text (after, "advice", tidy);
  change = ocop_change_new ("dossier", name);
  ocop_change_edit (change, self->dossier, after);
  return change;
}
