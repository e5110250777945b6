/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ocop-import-index-private.h"

#include <stdlib.h>
#include <string.h>

#include "base/ocop-text.h"
#include "exchange/ocop-import-likeness-private.h"
#include "exchange/ocop-import-linked-private.h"
#include "exchange/ocop-import-work-private.h"
#include "model/ocop-lock.h"

static const char * const kind_names[] = {
  [OCOP_IMPORT_UNIT] = "unit",
  [OCOP_IMPORT_PRODUCER] = "producer",
  [OCOP_IMPORT_PRODUCT] = "product",
  [OCOP_IMPORT_RECOGNITION] = "recognition",
  [OCOP_IMPORT_WORK] = NULL,
};

/* What no two of a kind have both. */
static const char * const code_fields[OCOP_IMPORT_N_RECORD_KINDS] = {
  [OCOP_IMPORT_UNIT] = "code",
  [OCOP_IMPORT_PRODUCER] = "tax_code",
  [OCOP_IMPORT_PRODUCT] = "product_code",
};

struct _OcopImportIndex
{
  GPtrArray *added[OCOP_IMPORT_N_RECORD_KINDS];    /* OcopImportEntry, owned by by_id */
  GPtrArray *edited;                               /* the same, of the register */
  GHashTable *by_name[OCOP_IMPORT_N_RECORD_KINDS]; /* a recognition's "name" is its product's id */
  GHashTable *by_code[OCOP_IMPORT_N_RECORD_KINDS];
  GHashTable *by_id;
  GHashTable *held;                                /* id → GPtrArray of OcopLock */
  GHashTable *closed;                              /* id → name of what holds it: nothing is added to it */
  char *home;
  const OcopKind *work;                            /* (nullable) */
  OcopImportLinked *linked;                        /* (nullable) */
};

static void
entry_free (gpointer data)
{
  OcopImportEntry *entry = data;

  g_clear_pointer (&entry->record, ocop_record_free);
  g_clear_pointer (&entry->before, ocop_record_free);
  g_free (entry->folded);
  g_free (entry);
}

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* "tra sen" and "sen tra" are looked up alike, so that look-alikes are found. */
static char *
sort_words (const char *folded)
{
  g_auto(GStrv) words = g_strsplit (folded, " ", -1);

  qsort (words, g_strv_length (words), sizeof (char *), compare_words);
  return g_strjoinv (" ", words);
}

/* What names that look alike have in common. */
static char *
dup_name_key (OcopImportRecordKind  kind,
              const char           *folded)
{
  if (kind == OCOP_IMPORT_PRODUCER)
    return ocop_import_bare_name (folded);
  return kind == OCOP_IMPORT_PRODUCT ? sort_words (folded) : g_strdup (folded);
}

/* What an entry of @kind is found by. */
static char *
dup_key (OcopImportRecordKind   kind,
         const OcopImportEntry *entry)
{
  if (kind == OCOP_IMPORT_RECOGNITION)
    return g_strdup (ocop_record_get_text (entry->record, "product"));
  if (kind == OCOP_IMPORT_WORK)
    return ocop_import_work_dup_key (entry->record);
  return dup_name_key (kind, entry->folded);
}

static void
put_under (GHashTable      *entries,
           const char      *key,
           OcopImportEntry *entry)
{
  GPtrArray *same = g_hash_table_lookup (entries, key);

  if (same == NULL)
    {
      same = g_ptr_array_new ();
      g_hash_table_insert (entries, g_strdup (key), same);
    }
  g_ptr_array_add (same, entry);
}

const char *
ocop_import_index_get_code (OcopImportRecordKind  kind,
                            const OcopRecord     *record)
{
  return code_fields[kind] != NULL ? ocop_record_get_text (record, code_fields[kind]) : NULL;
}

static void
put_under_code (OcopImportIndex *index,
                OcopImportEntry *entry)
{
  const char *code = ocop_import_index_get_code (entry->kind, entry->record);

  if (code != NULL)
    put_under (index->by_code[entry->kind], code, entry);
}

static OcopImportEntry *
insert (OcopImportIndex      *index,
        OcopImportRecordKind  kind,
        OcopRecord           *record,
        guint                 origin)
{
  OcopImportEntry *entry = g_new0 (OcopImportEntry, 1);
  g_autofree char *key = NULL;

  entry->record = record;
  entry->kind = kind;
  entry->folded = kind == OCOP_IMPORT_RECOGNITION || kind == OCOP_IMPORT_WORK ? g_strdup ("") : ocop_text_fold (ocop_record_get_text (record, "name"));
  entry->origin = origin;
  key = dup_key (kind, entry);
  put_under (index->by_name[kind], key, entry);
  put_under_code (index, entry);
  g_hash_table_insert (index->by_id, (gpointer) ocop_record_get_id (record), entry);
  return entry;
}

typedef struct
{
  OcopImportIndex *index;
  OcopImportRecordKind kind;
  const OcopKind *described;
} Loading;

static gboolean
load_row (const OcopValue *values,
          gpointer         data)
{
  Loading *loading = data;
  OcopRecord *record = ocop_record_new (loading->described, values[0].text);

  for (guint i = 0; i < ocop_kind_n_stored (loading->described); i++)
    if (values[i + 1].type != OCOP_VALUE_UNKNOWN)
      ocop_record_set (record, loading->described->fields[i].name, &values[i + 1]);
  insert (loading->index, loading->kind, record, 0);
  return TRUE;
}

static const OcopKind *
describe (const OcopImportIndex *index,
          OcopImportRecordKind   kind)
{
  return kind == OCOP_IMPORT_WORK ? index->work : ocop_kind_find (kind_names[kind]);
}

static gboolean
load_kind (OcopImportIndex       *index,
           OcopImportRecordKind   kind,
           OcopReader            *reader,
           GError               **error)
{
  Loading loading = { index, kind, describe (index, kind) };
  g_autoptr(OcopQuery) query = ocop_query_new (loading.described->name);
  guint n = ocop_kind_n_stored (loading.described);
  g_autofree const char **columns = g_new0 (const char *, n + 2);

  columns[0] = "id";
  for (guint i = 0; i < n; i++)
    columns[i + 1] = loading.described->fields[i].name;
  return ocop_reader_each (reader, query, columns, load_row, &loading, error);
}

typedef struct
{
  GHashTable *held;
  const OcopLock *lock;
} Holding;

static gboolean
keep_held (const OcopValue *values,
           gpointer         data)
{
  Holding *holding = data;
  GPtrArray *locks = g_hash_table_lookup (holding->held, values[0].text);

  if (locks == NULL)
    {
      locks = g_ptr_array_new ();
      g_hash_table_insert (holding->held, g_strdup (values[0].text), locks);
    }
  g_ptr_array_add (locks, (gpointer) holding->lock);
  return TRUE;
}

static gboolean
keep_closed (const OcopValue *values,
             gpointer         index)
{
  g_hash_table_insert (((OcopImportIndex *) index)->closed, g_strdup (values[0].text), g_strdup (values[1].text));
  return TRUE;
}

/* What nothing of the kind @lock is about is added to. */
static gboolean
load_closed (OcopImportIndex  *index,
             const OcopLock   *lock,
             OcopReader       *reader,
             GError          **error)
{
  g_auto(GStrv) way = g_strsplit (lock->owner, ".", 2);
  const OcopKind *kind = ocop_kind_find (ocop_kind_find_field (ocop_kind_find (lock->kind), way[0])->target);
  const OcopKind *owner = way[1] != NULL ? ocop_kind_find (ocop_kind_find_field (kind, way[1])->target) : kind;
  g_autofree char *field = way[1] != NULL ? g_strconcat (way[1], ".", lock->field, NULL) : g_strdup (lock->field);
  g_autofree char *name = way[1] != NULL ? g_strconcat (way[1], ".", owner->label, NULL) : g_strdup (owner->label);
  const char *columns[] = { "id", name, NULL };
  g_autoptr(OcopQuery) query = ocop_query_new (kind->name);

  ocop_query_where (query, field, OCOP_OPERATOR_IS, lock->value, NULL);
  return ocop_reader_each (reader, query, columns, keep_closed, index, error);
}

/* What records of @kind others, or they themselves, hold fast. */
static gboolean
load_held (OcopImportIndex       *index,
           OcopImportRecordKind   kind,
           OcopReader            *reader,
           GError               **error)
{
  const OcopKind *described = describe (index, kind);

  for (const OcopLock *lock = ocop_lock_next (described, "import", NULL); lock != NULL; lock = ocop_lock_next (described, "import", lock))
    {
      Holding holding = { index->held, lock };
      const char *columns[] = { lock->user != NULL ? lock->link : "id", NULL };
      g_autoptr(OcopQuery) query = ocop_query_new (lock->user != NULL ? lock->user : described->name);
      g_autofree char *field = g_strconcat (lock->owner, ".", lock->field, NULL);
      g_autofree char *its_kind = g_strconcat (lock->owner, ".kind", NULL);

      ocop_query_where (query, field, OCOP_OPERATOR_IS, lock->value, NULL);
      if (lock->user != NULL)
        ocop_query_where (query, lock->link, OCOP_OPERATOR_KNOWN, NULL);
      if (lock->kinds != NULL)
        ocop_query_wherev (query, its_kind, OCOP_OPERATOR_IS, lock->kinds);
      if (!ocop_reader_each (reader, query, columns, keep_held, &holding, error) ||
          (lock->closed != NULL && !load_closed (index, lock, reader, error)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
load (OcopImportIndex  *index,
      OcopReader       *reader,
      GError          **error)
{
  g_autoptr(OcopRecord) office = ocop_reader_office (reader, error);

  if (office == NULL)
    return FALSE;
  index->home = g_strdup (ocop_record_get_text (office, "unit"));
  for (guint kind = 0; kind < OCOP_IMPORT_N_RECORD_KINDS; kind++)
    if (describe (index, kind) != NULL && (!load_kind (index, kind, reader, error) || !load_held (index, kind, reader, error)))
      return FALSE;
  index->linked = index->work != NULL ? ocop_import_linked_new (reader, index->work, error) : NULL;
  return index->work == NULL || index->linked != NULL;
}

OcopImportIndex *
ocop_import_index_new (OcopReader      *reader,
                       const OcopKind  *work,
                       GError         **error)
{
  g_autoptr(OcopImportIndex) index = g_new0 (OcopImportIndex, 1);

  index->work = work;
  index->edited = g_ptr_array_new ();
  index->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, entry_free);
  index->held = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  index->closed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint kind = 0; kind < OCOP_IMPORT_N_RECORD_KINDS; kind++)
    {
      index->added[kind] = g_ptr_array_new ();
      index->by_name[kind] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
      index->by_code[kind] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
    }
  return load (index, reader, error) ? g_steal_pointer (&index) : NULL;
}

void
ocop_import_index_free (OcopImportIndex *index)
{
  if (index == NULL)
    return;
  for (guint kind = 0; kind < OCOP_IMPORT_N_RECORD_KINDS; kind++)
    {
      g_ptr_array_unref (index->added[kind]);
      g_hash_table_unref (index->by_name[kind]);
      g_hash_table_unref (index->by_code[kind]);
    }
  g_clear_pointer (&index->linked, ocop_import_linked_free);
  g_ptr_array_unref (index->edited);
  g_hash_table_unref (index->by_id);
  g_hash_table_unref (index->held);
  g_hash_table_unref (index->closed);
  g_free (index->home);
  g_free (index);
}

const GPtrArray *
ocop_import_index_find (OcopImportIndex      *index,
                        OcopImportRecordKind  kind,
                        const char           *folded)
{
  g_autofree char *key = dup_name_key (kind, folded);

  return g_hash_table_lookup (index->by_name[kind], key);
}

const GPtrArray *
ocop_import_index_find_code (OcopImportIndex      *index,
                             OcopImportRecordKind  kind,
                             const char           *code)
{
  return g_hash_table_lookup (index->by_code[kind], code);
}

gboolean
ocop_import_index_has_linked (OcopImportIndex *index,
                              const char      *target)
{
  return ocop_import_linked_has (index->linked, target);
}

gboolean
ocop_import_index_find_linked (OcopImportIndex  *index,
                               const char       *target,
                               const char       *name,
                               const char      **id)
{
  return ocop_import_linked_find (index->linked, target, name, id);
}

const GPtrArray *
ocop_import_index_recognitions (OcopImportIndex *index,
                                const char      *product)
{
  return g_hash_table_lookup (index->by_name[OCOP_IMPORT_RECOGNITION], product);
}

OcopImportEntry *
ocop_import_index_get (OcopImportIndex *index,
                       const char      *id)
{
  return id != NULL ? g_hash_table_lookup (index->by_id, id) : NULL;
}

gboolean
ocop_import_index_is_held (OcopImportIndex       *index,
                           const OcopImportEntry *entry,
                           const OcopField       *field)
{
  const GPtrArray *locks = g_hash_table_lookup (index->held, ocop_record_get_id (entry->record));

  for (guint i = 0; locks != NULL && i < locks->len; i++)
    if (ocop_lock_holds (locks->pdata[i], field))
      return TRUE;
  return FALSE;
}

char *
ocop_import_index_dup_closed (OcopImportIndex  *index,
                              const OcopRecord *record)
{
  const OcopKind *kind = ocop_record_get_kind (record);

  for (const OcopLock *lock = ocop_lock_next (kind, "import", NULL); lock != NULL; lock = ocop_lock_next (kind, "import", lock))
    {
      g_autofree char *link = lock->closed != NULL ? g_strndup (lock->owner, strcspn (lock->owner, ".")) : NULL;
      const char *id = link != NULL ? ocop_record_get_text (record, link) : NULL;
      const char *owner = id != NULL ? g_hash_table_lookup (index->closed, id) : NULL;

      if (owner != NULL)
        return ocop_lock_dup_closed (lock, owner);
    }
  return NULL;
}

OcopImportEntry *
ocop_import_index_add (OcopImportIndex      *index,
                       OcopImportRecordKind  kind,
                       OcopRecord           *record,
                       guint                 origin)
{
  OcopImportEntry *entry = insert (index, kind, record, origin);

  g_ptr_array_add (index->added[kind], entry);
  return entry;
}

void
ocop_import_index_replace (OcopImportIndex *index,
                           OcopImportEntry *entry,
                           OcopRecord      *record)
{
  OcopRecord *old = entry->record;

  entry->record = record;
  if (g_strcmp0 (ocop_import_index_get_code (entry->kind, old), ocop_import_index_get_code (entry->kind, record)) != 0)
    put_under_code (index, entry);
  g_hash_table_steal (index->by_id, ocop_record_get_id (old));
  g_hash_table_insert (index->by_id, (gpointer) ocop_record_get_id (record), entry);
  if (entry->origin == 0 && entry->before == NULL)
    {
      entry->before = g_steal_pointer (&old);
      g_ptr_array_add (index->edited, entry);
    }
  g_clear_pointer (&old, ocop_record_free);
}

OcopImportEntry *
ocop_import_index_get_home (OcopImportIndex *index)
{
  return ocop_import_index_get (index, index->home);
}

void
ocop_import_index_fill_change (OcopImportIndex *index,
                               OcopChange      *change)
{
  for (guint kind = 0; kind < OCOP_IMPORT_N_RECORD_KINDS; kind++)
    for (guint i = 0; i < index->added[kind]->len; i++)
      ocop_change_add (change, ((OcopImportEntry *) index->added[kind]->pdata[i])->record);
  for (guint i = 0; i < index->edited->len; i++)
    {
      const OcopImportEntry *entry = index->edited->pdata[i];

      ocop_change_edit (change, entry->before, entry->record);
    }
}
