/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/dossier/ocop-form.h"

#include <glib/gi18n.h>

#include "base/ocop-data.h"
#include "base/ocop-error.h"
#include "base/ocop-json-reader.h"

#define MOST_LINES 40

/* In the order of OcopFormTable. */
static const char * const table_names[] = { "receipts", "documents", "criteria", "verification", "tests", NULL };

/* In the order of OcopFormHead. */
static const char * const head_names[] = { "nation", "commune", NULL };

static void
block_free (OcopFormBlock *block)
{
  g_free (block->text);
  g_free (block->value);
  g_free (block->hint);
  g_free (block->document);
  g_free (block->certificate);
  g_free (block);
}

static void
form_free (OcopForm *form)
{
  g_free (form->name);
  g_free (form->number);
  g_free (form->title);
  g_ptr_array_unref (form->blocks);
  g_free (form);
}

/* Blocks that are a text, by the member that holds it. */
static const struct
{
  const char *member;
  OcopFormBlockType type;
} texts[] = {
  { "heading", OCOP_FORM_HEADING },
  { "centred", OCOP_FORM_CENTRED },
  { "line", OCOP_FORM_LINE },
  { "body", OCOP_FORM_BODY },
  { "field", OCOP_FORM_FIELD },
  { "choice", OCOP_FORM_CHOICE },
  { "check", OCOP_FORM_CHECK },
  { "sign", OCOP_FORM_SIGNATURE },
};

static void
read_text (OcopJsonReader *reader,
           OcopFormBlock  *block)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (ocop_json_reader_has (reader, texts[i].member))
      {
        block->type = texts[i].type;
        block->text = ocop_json_reader_text (reader, texts[i].member);
        return;
      }
  ocop_json_reader_fail (reader, "field", _("it says nothing"));
}

static OcopFormBlock *
read_block (OcopJsonReader *reader)
{
  OcopFormBlock *block = g_new0 (OcopFormBlock, 1);

  if (ocop_json_reader_has (reader, "lines"))
    {
      block->type = OCOP_FORM_LINES;
      block->n_lines = ocop_json_reader_number (reader, "lines", 1, MOST_LINES);
    }
  else if (ocop_json_reader_has (reader, "table"))
    {
      block->type = OCOP_FORM_TABLE;
      block->table = ocop_json_reader_choice (reader, "table", table_names);
    }
  else
    read_text (reader, block);
  block->value = ocop_json_reader_opt_text (reader, "value");
  block->hint = ocop_json_reader_opt_text (reader, "hint");
  block->document = ocop_json_reader_opt_text (reader, "document");
  block->certificate = ocop_json_reader_opt_text (reader, "certificate");
  block->optional = ocop_json_reader_flag (reader, "optional");
  return block;
}

static OcopForm *
read_form (OcopJsonReader *reader)
{
  OcopForm *form = g_new0 (OcopForm, 1);
  guint n_blocks;

  form->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) block_free);
  form->name = ocop_json_reader_text (reader, "name");
  form->number = ocop_json_reader_opt_text (reader, "number");
  form->title = ocop_json_reader_text (reader, "title");
  form->head = ocop_json_reader_choice (reader, "head", head_names);
  n_blocks = ocop_json_reader_enter_array (reader, "blocks");
  for (guint i = 0; i < n_blocks; i++)
    {
      ocop_json_reader_enter_element (reader, i);
      g_ptr_array_add (form->blocks, read_block (reader));
      ocop_json_reader_leave (reader);
    }
  ocop_json_reader_leave (reader);
  return form;
}

GPtrArray *
ocop_forms_load (GBytes      *bytes,
                 const char  *name,
                 GError     **error)
{
  g_autoptr(OcopJsonReader) reader = ocop_json_reader_new (bytes, name);
  g_autoptr(GPtrArray) forms = g_ptr_array_new_with_free_func ((GDestroyNotify) form_free);
  g_autofree char *decision = ocop_json_reader_text (reader, "decision");
  guint n_forms = ocop_json_reader_enter_array (reader, "forms");

  for (guint i = 0; i < n_forms; i++)
    {
      ocop_json_reader_enter_element (reader, i);
      g_ptr_array_add (forms, read_form (reader));
      ocop_json_reader_leave (reader);
    }
  ocop_json_reader_leave (reader);
  return ocop_json_reader_finish (reader, error) ? g_steal_pointer (&forms) : NULL;
}

/* Those of each book, read when they are first asked for. */
static GPtrArray *
lookup_forms (const char  *criteria,
              GError     **error)
{
  static GMutex mutex;
  static GHashTable *known;
  g_autofree char *name = g_strdup_printf ("forms/%s.json", criteria);
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&mutex);
  g_autoptr(GBytes) bytes = NULL;
  GPtrArray *forms;

  if (known == NULL)
    known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  forms = g_hash_table_lookup (known, name);
  if (forms != NULL)
    return forms;
  bytes = ocop_data_lookup (name, error);
  forms = bytes != NULL ? ocop_forms_load (bytes, name, error) : NULL;
  if (forms != NULL)
    g_hash_table_insert (known, g_steal_pointer (&name), forms);
  return forms;
}

const OcopForm *
ocop_forms_find (const OcopRuleBook  *book,
                 const char          *name,
                 GError             **error)
{
  GPtrArray *forms = book->criteria != NULL ? lookup_forms (book->criteria, NULL) : NULL;

  for (guint i = 0; forms != NULL && i < forms->len; i++)
    {
      const OcopForm *form = g_ptr_array_index (forms, i);

      if (g_strcmp0 (form->name, name) == 0)
        return form;
    }
  g_set_error (error, OCOP_ERROR, OCOP_ERROR_NOT_FOUND, _("The forms of decision %s are not known to the program."), book->decision);
  return NULL;
}
