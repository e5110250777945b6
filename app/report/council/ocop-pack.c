/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/council/ocop-pack-private.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "base/ocop-text.h"
#include "register/ocop-attachments.h"
#include "report/dossier/ocop-dossier-paper.h"
#include "report/ocop-template-own.h"
#include "report/ocop-template.h"

static void
pack_item_free (gpointer data)
{
  OcopPackItem *item = data;

  g_free (item->path);
  g_free (item->locality);
  g_free (item);
}

static void
clear_paper (gpointer paper)
{
  if (paper != NULL)
    ocop_paper_unref (paper);
}

OcopPack *
ocop_pack_new (void)
{
  OcopPack *self = g_new0 (OcopPack, 1);

  self->decisions = g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_decision_facts_free);
  self->papers = g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_paper_unref);
  self->letters = g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_template_data_free);
  self->visits = g_ptr_array_new_with_free_func (clear_paper);
  self->items = g_ptr_array_new_with_free_func (pack_item_free);
  return self;
}

void
ocop_pack_free (OcopPack *self)
{
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->decisions);
  g_clear_pointer (&self->advice, ocop_template_data_free);
  g_ptr_array_unref (self->visits);
  g_ptr_array_unref (self->papers);
  g_ptr_array_unref (self->letters);
  g_clear_pointer (&self->council, ocop_council_facts_free);
  g_free (self->plan);
  g_free (self->period);
  g_free (self->background);
  g_free (self);
}

static char *
make_path (const OcopPackKind      *kind,
           const OcopDecisionFacts *decision,
           guint                    place,
           const char              *name)
{
  g_autofree char *title = ocop_text_to_file_name (_(kind->title));
  g_autofree char *label = decision != NULL ? ocop_decision_record_label (decision->decision->record) : NULL;
  g_autofree char *folder = label != NULL ? ocop_text_to_file_name (label) : NULL;
  g_autofree char *file = name != NULL ? ocop_text_to_file_name (name) : NULL;
  g_autofree char *path = file != NULL ? g_strdup_printf ("%s/%02u %s", title, place + 1, file) : g_strdup (title);

  return folder != NULL ? g_strdup_printf ("%s/%s", folder, path) : g_steal_pointer (&path);
}

void
ocop_pack_add (OcopPack                *self,
               const OcopPackKind      *kind,
               const OcopDecisionFacts *decision,
               guint                    place,
               const char              *name,
               const char              *locality)
{
  OcopPackItem *item = g_new0 (OcopPackItem, 1);

  item->name = kind->name;
  item->title = _(kind->title);
  item->template = kind->template ? kind->name : NULL;
  item->workbook = kind->workbook;
  item->decision = decision;
  item->place = place;
  item->locality = g_strdup (locality);
  item->build = kind->build;
  item->fill = kind->fill;
  item->path = make_path (kind, decision, place, name);
  if (kind->applies == NULL || kind->applies (self, item))
    g_ptr_array_add (self->items, item);
  else
    pack_item_free (item);
}

static gboolean
keep_id (const OcopValue *values,
         gpointer         ids)
{
  g_ptr_array_add (ids, g_strdup (values[0].text));
  return TRUE;
}

static gboolean
read_decision (OcopPack    *self,
               OcopReader  *reader,
               const char  *id,
               GError     **error)
{
  OcopDecisionFacts *decision = ocop_decision_facts_read (reader, id, error);

  if (decision != NULL)
    g_ptr_array_add (self->decisions, decision);
  return decision != NULL;
}

static gboolean
read_decisions (OcopPack    *self,
                OcopReader  *reader,
                const char  *session,
                GError     **error)
{
  static const char * const columns[] = { "id", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new ("decision");
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  ocop_query_where (query, "session", OCOP_OPERATOR_IS, session, NULL);
  ocop_query_order_by (query, "kind", FALSE);
  if (!ocop_reader_each (reader, query, columns, keep_id, ids, error))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!read_decision (self, reader, ids->pdata[i], error))
      return FALSE;
  return TRUE;
}

/* The papers of dossiers that the advisory group makes need the register themselves. */
static gboolean
read_visits (OcopPack    *self,
             OcopReader  *reader,
             GPtrArray   *dossiers,
             GError     **error)
{
  const OcopDossierPaper *visit = ocop_dossier_paper_find ("visit-record");

  for (guint i = 0; i < self->council->products->len; i++)
    {
      const OcopRecord *dossier = ocop_council_facts_get_product (self->council, i)->scored->dossier;
      const char *ids[] = { ocop_record_get_id (dossier), NULL };
      OcopPaper *paper;

      g_ptr_array_add (self->visits, NULL);
      if (ocop_dossier_kind_from_key (ocop_record_get_text (dossier, "kind")) == OCOP_DOSSIER_AGAIN)
        continue;
      paper = ocop_dossier_paper_build (visit, reader, ids, ocop_date_today (), error);
      if (paper == NULL)
        return FALSE;
      self->visits->pdata[i] = paper;
      g_ptr_array_add (dossiers, (gpointer) ids[0]);
    }
  return TRUE;
}

static gboolean
read_advice (OcopPack    *self,
             OcopReader  *reader,
             GError     **error)
{
  g_autoptr(GPtrArray) dossiers = g_ptr_array_new ();
  g_autoptr(GError) problem = NULL;

  if (!read_visits (self, reader, dossiers, error))
    return FALSE;
  if (dossiers->len == 0)
    return TRUE;
  g_ptr_array_add (dossiers, NULL);
  self->advice = ocop_dossier_paper_gather (ocop_dossier_paper_find ("advisory-report"), reader,
                                            (const char * const *) dossiers->pdata, ocop_date_today (), &problem);
  if (problem == NULL || g_error_matches (problem, OCOP_ERROR, OCOP_ERROR_REFUSED))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

OcopPack *
ocop_pack_read_session (OcopReader  *reader,
                        const char  *session,
                        GError     **error)
{
  g_autoptr(OcopPack) self = ocop_pack_new ();

  self->council = ocop_council_facts_read (reader, session, error);
  if (self->council == NULL || !read_decisions (self, reader, session, error) || !read_advice (self, reader, error))
    return NULL;
  ocop_pack_add_session_items (self);
  for (guint i = 0; i < self->decisions->len; i++)
    ocop_pack_add_decision_items (self, self->decisions->pdata[i]);
  return g_steal_pointer (&self);
}

OcopPack *
ocop_pack_read_decision (OcopReader  *reader,
                         const char  *decision,
                         GError     **error)
{
  g_autoptr(OcopPack) self = ocop_pack_new ();
  const OcopDecisionFacts *facts;

  if (!read_decision (self, reader, decision, error))
    return NULL;
  facts = self->decisions->pdata[0];
  if (facts->decision->session != NULL)
    {
      self->council = ocop_council_facts_read (reader, ocop_record_get_id (facts->decision->session), error);
      if (self->council == NULL)
        return NULL;
    }
  ocop_pack_add_decision_items (self, facts);
  return g_steal_pointer (&self);
}

void
ocop_pack_find_background (OcopPack     *self,
                           OcopRegister *reg)
{
  const OcopDecisionFacts *decision = self->decisions->len > 0 ? self->decisions->pdata[0] : NULL;
  const char *name = decision != NULL ? ocop_record_get_text (decision->office, "certificate_background") : NULL;

  g_free (self->background);
  self->background = name != NULL ? ocop_attachments_dup_path (reg, name) : NULL;
}

gboolean
ocop_pack_item_has_background (const OcopPackItem *item)
{
  return g_str_equal (item->name, "certificates");
}

OcopChange *
ocop_pack_change_background (OcopReader  *reader,
                             const char  *name,
                             GError     **error)
{
  g_autoptr(OcopRecord) before = ocop_reader_office (reader, error);
  g_autoptr(OcopRecord) after = before != NULL ? ocop_record_copy (before) : NULL;
  OcopChange *change;

  if (before == NULL)
    return NULL;
  ocop_record_set_text (after, "certificate_background", name);
  change = ocop_change_new ("office", _("Picture of certificates"));
  ocop_change_edit (change, before, after);
  return change;
}

const OcopPackItem *
ocop_pack_get_item (const OcopPack *self,
                    guint           place)
{
  return g_ptr_array_index (self->items, place);
}

OcopPaper *
ocop_pack_build (const OcopPack     *self,
                 const OcopPackItem *item)
{
  g_return_val_if_fail (item->build != NULL, NULL);

  return item->build (self, item);
}

GBytes *
ocop_pack_fill (const OcopPack      *self,
                const OcopPackItem  *item,
                const char          *templates,
                GPtrArray          **problems,
                GError             **error)
{
  g_autoptr(GBytes) template = NULL;
  g_autoptr(OcopTemplateData) data = NULL;

  g_return_val_if_fail (item->fill != NULL, NULL);

  template = ocop_template_own_load (item->template, templates, error);
  if (template == NULL)
    return NULL;
  data = item->fill (self, item);
  return ocop_template_fill (template, data, problems, error);
}
