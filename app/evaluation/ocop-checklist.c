/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evaluation/ocop-checklist.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/ocop-text.h"

static void
entry_free (OcopChecklistEntry *entry)
{
  ocop_record_free (entry->record);
  g_free (entry);
}

void
ocop_checklist_free (OcopChecklist *self)
{
  g_clear_pointer (&self->dossier, ocop_record_free);
  g_ptr_array_unref (self->entries);
  g_free (self);
}

/* Reading */

static OcopStanding
stand_by_date (int days_left)
{
  if (days_left < 0)
    return OCOP_STANDING_EXPIRED;
  return days_left <= OCOP_CHECKLIST_SOON_DAYS ? OCOP_STANDING_SOON : OCOP_STANDING_GOOD;
}

static OcopStanding
find_standing (const OcopChecklist      *self,
               const OcopChecklistEntry *entry)
{
  const char *state = ocop_record_get_text (entry->record, "state");
  const char *set = ocop_record_get_text (self->dossier, "criteria_set");

  if (g_strcmp0 (state, "not-needed") == 0)
    return OCOP_STANDING_NOT_NEEDED;
  if (g_strcmp0 (state, "renew") == 0)
    return OCOP_STANDING_RENEW;
  if (g_strcmp0 (state, "missing") != 0)
    return stand_by_date (entry->days_left);
  return entry->document != NULL && ocop_document_is_demanded (entry->document, self->kind, set) ? OCOP_STANDING_MISSING
                                                                                                 : OCOP_STANDING_OPEN;
}

/* Takes @record. */
static void
append (OcopChecklist      *self,
        const OcopDocument *document,
        OcopRecord         *record,
        OcopDate            on)
{
  OcopChecklistEntry *entry = g_new (OcopChecklistEntry, 1);
  OcopDate expires = ocop_record_get_date (record, "expires_on");

  *entry = (OcopChecklistEntry) { document, record };
  entry->days_left = ocop_date_is_day (expires) ? ocop_date_days_between (on, expires) : G_MAXINT;
  entry->standing = find_standing (self, entry);
  self->n[entry->standing]++;
  g_ptr_array_add (self->entries, entry);
}

/* (transfer full) (nullable): the first of @documents with that code, taken out. */
static OcopRecord *
steal_document (GPtrArray  *documents,
                const char *code)
{
  for (guint i = 0; i < documents->len; i++)
    if (g_strcmp0 (ocop_record_get_text (documents->pdata[i], "document"), code) == 0)
      return g_ptr_array_steal_index (documents, i);
  return NULL;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (ocop_record_get_text (*(OcopRecord * const *) a, "name"), ocop_record_get_text (*(OcopRecord * const *) b, "name"));
}

static void
sort_entries (OcopChecklist      *self,
              const OcopRuleBook *book,
              GPtrArray          *documents,
              OcopDate            on)
{
  for (guint i = 0; i < book->documents->len; i++)
    {
      const OcopDocument *document = g_ptr_array_index (book->documents, i);
      OcopRecord *record = document->articles[self->kind] != NULL ? steal_document (documents, document->code) : NULL;

      if (record != NULL)
        append (self, document, record, on);
    }
  g_ptr_array_sort (documents, compare_names);
  while (documents->len > 0)
    append (self, NULL, g_ptr_array_steal_index (documents, 0), on);
}

OcopChecklist *
ocop_checklist_load (OcopReader     *reader,
                     const OcopLaw  *law,
                     const char     *id,
                     OcopDate        on,
                     GError        **error)
{
  g_autoptr(OcopDossier) dossier = ocop_dossier_load (reader, id, on, error);
  const OcopRuleBook *book = ocop_law_book_on (law, on);
  OcopChecklist *self;

  if (dossier == NULL)
    return NULL;
  ocop_dossier_complete_list (dossier, book, on);
  self = g_new0 (OcopChecklist, 1);
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  self->kind = ocop_dossier_get_kind (dossier);
  self->dossier = ocop_record_copy (dossier->record);
  sort_entries (self, book, dossier->documents, on);
  return self;
}

/* Changing */

static gboolean
is_there (const OcopRecord *document)
{
  const char *state = ocop_record_get_text (document, "state");

  return g_strcmp0 (state, "handed-in") == 0 || g_strcmp0 (state, "carried") == 0;
}

static void
put (OcopChange       *change,
     const OcopRecord *before,
     const OcopRecord *after)
{
  if (ocop_record_get_version (before) == 0)
    ocop_change_add (change, after);
  else
    ocop_change_edit (change, before, after);
}

OcopChange *
ocop_checklist_mark (const OcopRecord *document,
                     const char       *state)
{
  const OcopField *field = ocop_kind_find_field (ocop_record_get_kind (document), "state");
  g_autoptr(OcopRecord) after = ocop_record_copy (document);
  /* Translators: the name of a document, and its state */
  g_autofree char *name = g_strdup_printf (_("“%s”: %s"), ocop_record_get_text (document, "name"), ocop_field_choice_title (field, state));
  OcopChange *change = ocop_change_new ("edit", name);

  ocop_record_set_text (after, "state", state);
  put (change, document, after);
  return change;
}

static gboolean
says_more (const OcopRecord *before,
           const OcopRecord *after)
{
  static const char * const fields[] = { "number", "issued_on", "expires_on", "file" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (ocop_record_get_text (after, fields[i]) != NULL &&
        !ocop_value_equal (ocop_record_get (before, fields[i]), ocop_record_get (after, fields[i])))
      return TRUE;
  return FALSE;
}

OcopChange *
ocop_checklist_edit (const OcopRecord *before,
                     const OcopRecord *after)
{
  g_autoptr(OcopRecord) written = ocop_record_copy (after);
  g_autofree char *name = g_strdup_printf (_("Edit “%s”"), ocop_record_get_text (before, "name"));
  OcopChange *change = ocop_change_new ("edit", name);

  if (g_strcmp0 (ocop_record_get_text (before, "state"), "missing") == 0 && says_more (before, after))
    ocop_record_set_text (written, "state", "handed-in");
  put (change, before, written);
  return change;
}

static char *
name_attaching (const OcopRecord *dossier,
                const GPtrArray  *documents)
{
  if (documents->len == 1)
    return g_strdup_printf (_("Attach a file to “%s”"), ocop_record_get_text (documents->pdata[0], "name"));
  return g_strdup_printf (ngettext ("Attach %u file to the dossier “%s”", "Attach %u files to the dossier “%s”", documents->len),
                          documents->len, ocop_record_get_text (dossier, "name"));
}

OcopChange *
ocop_checklist_attach (const OcopRecord   *dossier,
                       const GPtrArray    *documents,
                       const char * const *files)
{
  g_autofree char *name = name_attaching (dossier, documents);
  OcopChange *change = ocop_change_new ("edit", name);

  for (guint i = 0; i < documents->len; i++)
    {
      const OcopRecord *before = documents->pdata[i];
      g_autoptr(OcopRecord) after = ocop_record_copy (before);

      ocop_record_set_text (after, "file", files[i]);
      if (!is_there (before))
        ocop_record_set_text (after, "state", "handed-in");
      put (change, before, after);
    }
  return change;
}

OcopRecord *
ocop_checklist_other (const OcopRecord *dossier,
                      const char       *name)
{
  OcopRecord *record = ocop_record_new (ocop_kind_find ("dossier_document"), NULL);

  ocop_record_set_text (record, "dossier", ocop_record_get_id (dossier));
  ocop_record_set_text (record, "document", "other");
  ocop_record_set_text (record, "name", name);
  ocop_record_set_text (record, "state", "handed-in");
  return record;
}

/* Guessing */

/* How much of @title stands in @name, in hundredths of its words; 0 where it is less than two words. */
static guint
likeness (const char *title,
          char      **name_words)
{
  g_autofree char *folded = ocop_text_fold (title);
  g_auto(GStrv) words = g_strsplit (folded, " ", -1);
  guint n = g_strv_length (words), found = 0;

  for (guint i = 0; i < n; i++)
    if (g_strv_contains ((const char * const *) name_words, words[i]))
      found++;
  return found < 2 ? 0 : found * 100 / n;
}

/* File names part words in every way. */
static char **
split_name (const char *file_name)
{
  g_autofree char *folded = ocop_text_fold (file_name);

  g_strdelimit (folded, "_-.,()[]+", ' ');
  return g_strsplit (folded, " ", -1);
}

/* "Mẫu số 01" in "mau 01.pdf" says more than any words. */
static guint
likeness_of (const OcopChecklistEntry *entry,
             char                    **name_words)
{
  const char *form = entry->document != NULL ? entry->document->form : NULL;
  const char *number = form != NULL && strchr (form, ',') == NULL ? strrchr (form, ' ') : NULL;

  if (number != NULL && g_strv_contains ((const char * const *) name_words, number + 1) &&
      g_strv_contains ((const char * const *) name_words, "mau"))
    return 200;
  return likeness (ocop_record_get_text (entry->record, "name"), name_words);
}

int
ocop_checklist_guess (const OcopChecklist *self,
                      const char          *file_name,
                      int                  wanted)
{
  g_auto(GStrv) words = split_name (file_name);
  guint best = 0;
  int place = wanted;

  if (wanted >= 0 && likeness_of (g_ptr_array_index (self->entries, (guint) wanted), words) > 0)
    return wanted;
  for (guint i = 0; i < self->entries->len; i++)
    {
      guint like = likeness_of (g_ptr_array_index (self->entries, i), words);

      if (like > best)
        {
          best = like;
          place = (int) i;
        }
    }
  return place;
}
