/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-office-draft.h"

#include <glib/gi18n.h>

#include "base/ocop-text.h"

/* What the dialog asks for; the office's other fields stay as they are. */
static const char * const fields[] = {
  "name", "superior", "level", "place", "signatory_title", "signatory", "authority", "authority_of", "recipients",
  "certificate_pattern", "potential_in_total",
};

DeskOfficeDraft *
desk_office_draft_new (void)
{
  DeskOfficeDraft *draft = g_new0 (DeskOfficeDraft, 1);

  draft->office = ocop_record_new (ocop_kind_find ("office"), NULL);
  return draft;
}

void
desk_office_draft_free (DeskOfficeDraft *draft)
{
  ocop_record_free (draft->office);
  g_free (draft->province);
  g_free (draft->province_name);
  g_free (draft);
}

char *
desk_office_draft_dup_file_name (const DeskOfficeDraft *draft)
{
  const char *name = draft->province_name != NULL ? draft->province_name : ocop_record_get_text (draft->office, "name");
  g_autofree char *title = g_strdup_printf (_("OCOP register of %s"), name);
  g_autofree char *plain = ocop_text_to_file_name (title);

  return g_strconcat (plain, ".ocop", NULL);
}

/* The id of the province in force with that code; NULL when there is none. */
static char *
find_province (OcopReader  *reader,
               const char  *code,
               GError     **error)
{
  static const char * const columns[] = { "id", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new ("unit");
  g_autoptr(OcopRows) rows = NULL;

  ocop_query_where (query, "level", OCOP_OPERATOR_IS, "province", NULL);
  ocop_query_where (query, "code", OCOP_OPERATOR_IS, code, NULL);
  ocop_query_where (query, "valid_until", OCOP_OPERATOR_UNKNOWN, NULL);
  rows = ocop_reader_rows (reader, query, columns, 0, 1, error);
  return rows != NULL && ocop_rows_get_n_rows (rows) > 0 ? g_strdup (ocop_rows_get_text (rows, 0, 0)) : NULL;
}

static gpointer
make_change (OcopReader    *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  const DeskOfficeDraft *draft = data;
  g_autoptr(OcopRecord) before = ocop_reader_office (reader, error);
  g_autoptr(OcopRecord) after = NULL;
  gboolean is_first;
  OcopChange *change;

  if (before == NULL)
    return NULL;
  after = ocop_record_copy (before);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    ocop_record_set (after, fields[i], ocop_record_get (draft->office, fields[i]));
  if (draft->province != NULL)
    {
      g_autofree char *unit = find_province (reader, draft->province, error);

      ocop_record_set_text (after, "unit", unit);
    }
  is_first = ocop_record_get_version (before) == 0;
  change = ocop_change_new (is_first ? OCOP_CHANGE_SET_UP : "office", _("Office settings"));
  if (is_first)
    ocop_change_add (change, after);
  else
    ocop_change_edit (change, before, after);
  return change;
}

gboolean
desk_office_draft_commit (const DeskOfficeDraft  *draft,
                          OcopRegister           *reg,
                          GError                **error)
{
  return ocop_register_make (reg, make_change, (gpointer) draft, error);
}

DeskOfficeDraft *
desk_office_draft_read (OcopReader  *reader,
                        GError     **error)
{
  g_autoptr(OcopRecord) office = ocop_reader_office (reader, error);
  g_autoptr(DeskOfficeDraft) draft = NULL;
  const char *unit;

  if (office == NULL)
    return NULL;
  draft = desk_office_draft_new ();
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    ocop_record_set (draft->office, fields[i], ocop_record_get (office, fields[i]));
  unit = ocop_record_get_text (office, "unit");
  if (unit != NULL)
    {
      g_autoptr(OcopRecord) province = ocop_reader_load (reader, ocop_kind_find ("unit"), unit, NULL);

      draft->province = province != NULL ? g_strdup (ocop_record_get_text (province, "code")) : NULL;
    }
  return g_steal_pointer (&draft);
}
