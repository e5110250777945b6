/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "law/ocop-law.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/ocop-data.h"
#include "base/ocop-error.h"

/* Of the checksum: enough that no two books meet by chance. */
#define ID_DIGITS 32

struct _OcopLaw
{
  GHashTable *files;      /* path within data/law → GBytes; those it is read from */
  char *id;
  GPtrArray *books;       /* OcopRuleBook, oldest first */
  GPtrArray *sets;        /* OcopCriteriaSet, by number */
  GMutex lock;            /* guards criteria */
  GHashTable *criteria;   /* path → OcopCriteria, as they are asked for */
};

static const char rules_path[] = "rules.json";
static const char classification_path[] = "classification.json";

static GBytes *
find_file (GHashTable  *files,
           const char  *path,
           GError     **error)
{
  GBytes *bytes = g_hash_table_lookup (files, path);

  if (bytes == NULL)
    g_set_error (error, OCOP_ERROR, OCOP_ERROR_NOT_FOUND, _("The law has no file “%s”."), path);
  return bytes;
}

/* The criteria sheets of one of @books. */
static gboolean
is_sheet (GPtrArray  *books,
          const char *path)
{
  for (guint i = 0; i < books->len; i++)
    {
      const OcopRuleBook *book = g_ptr_array_index (books, i);
      gsize length = book->criteria != NULL ? strlen (book->criteria) : 0;

      if (length > 0 && strncmp (path, book->criteria, length) == 0 && path[length] == '/')
        return TRUE;
    }
  return FALSE;
}

/* What lies beside the law, as the holidays do, is none of it. */
static GHashTable *
keep_own (GHashTable *files,
          GPtrArray  *books)
{
  GHashTable *own = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  GHashTableIter iter;
  gpointer path, bytes;

  g_hash_table_iter_init (&iter, files);
  while (g_hash_table_iter_next (&iter, &path, &bytes))
    if (g_str_equal (path, rules_path) || g_str_equal (path, classification_path) || is_sheet (books, path))
      g_hash_table_insert (own, g_strdup (path), g_bytes_ref (bytes));
  return own;
}

/* The latest decision, and what all files hold in the order of their paths. */
static char *
make_id (GHashTable *files,
         GPtrArray  *books)
{
  const OcopRuleBook *latest = g_ptr_array_index (books, books->len - 1);
  g_autoptr(GList) paths = g_list_sort (g_hash_table_get_keys (files), (GCompareFunc) strcmp);
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (GList *path = paths; path != NULL; path = path->next)
    {
      gsize size;
      const guchar *data = g_bytes_get_data (g_hash_table_lookup (files, path->data), &size);
      g_autofree char *head = g_strdup_printf ("%s %" G_GSIZE_FORMAT "\n", (const char *) path->data, size);

      g_checksum_update (checksum, (const guchar *) head, -1);
      g_checksum_update (checksum, data, (gssize) size);
    }
  return g_strdup_printf ("%s@%.*s", latest->decision, ID_DIGITS, g_checksum_get_string (checksum));
}

OcopLaw *
ocop_law_load (GHashTable  *files,
               GError     **error)
{
  GBytes *rules = find_file (files, rules_path, error);
  GBytes *classification = rules != NULL ? find_file (files, classification_path, error) : NULL;
  g_autoptr(GPtrArray) books = NULL;
  g_autoptr(GPtrArray) sets = NULL;
  OcopLaw *self;

  if (classification == NULL)
    return NULL;
  books = ocop_rule_books_load (rules, error);
  if (books == NULL)
    return NULL;
  sets = ocop_law_classification_load (classification, error);
  if (sets == NULL)
    return NULL;

  self = g_new0 (OcopLaw, 1);
  self->files = keep_own (files, books);
  self->id = make_id (self->files, books);
  self->books = g_steal_pointer (&books);
  self->sets = g_steal_pointer (&sets);
  g_mutex_init (&self->lock);
  self->criteria = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) ocop_criteria_free);
  return self;
}

void
ocop_law_free (OcopLaw *self)
{
  g_hash_table_unref (self->criteria);
  g_mutex_clear (&self->lock);
  g_ptr_array_unref (self->books);
  g_ptr_array_unref (self->sets);
  g_hash_table_unref (self->files);
  g_free (self->id);
  g_free (self);
}

static OcopLaw *
load_shipped (GError **error)
{
  g_autoptr(GHashTable) files = ocop_data_lookup_folder ("law", error);

  return files != NULL ? ocop_law_load (files, error) : NULL;
}

const OcopLaw *
ocop_law_get_default (void)
{
  static OcopLaw *law;

  if (g_once_init_enter (&law))
    {
      g_autoptr(GError) error = NULL;
      OcopLaw *shipped = load_shipped (&error);

      if (shipped == NULL)
        g_error ("The shipped law cannot be read: %s", error->message);
      g_once_init_leave (&law, shipped);
    }
  return law;
}

const char *
ocop_law_get_id (const OcopLaw *self)
{
  return self->id;
}

GHashTable *
ocop_law_get_files (const OcopLaw *self)
{
  return self->files;
}

const OcopRuleBook *
ocop_law_get_latest_book (const OcopLaw *self)
{
  return g_ptr_array_index (self->books, self->books->len - 1);
}

static OcopDate
last_day (OcopDate date)
{
  return ocop_date_is_day (date) ? date : ocop_date_new (date.year, 12, 31);
}

const OcopRuleBook *
ocop_law_book_on (const OcopLaw *self,
                  OcopDate       day)
{
  for (guint i = self->books->len; i > 1; i--)
    {
      const OcopRuleBook *book = g_ptr_array_index (self->books, i - 1);

      if (ocop_date_compare (book->from, last_day (day)) <= 0)
        return book;
    }
  return g_ptr_array_index (self->books, 0);
}

const OcopRuleBook *
ocop_law_find_book (const OcopLaw *self,
                    const char    *decision)
{
  for (guint i = 0; i < self->books->len; i++)
    {
      const OcopRuleBook *book = g_ptr_array_index (self->books, i);

      if (g_strcmp0 (book->decision, decision) == 0)
        return book;
    }
  return NULL;
}

gboolean
ocop_law_certificate_validity (const OcopLaw *self,
                               OcopDate       decided,
                               OcopDate      *from,
                               OcopDate      *until,
                               gboolean      *estimated)
{
  *from = OCOP_DATE_UNKNOWN;
  *until = OCOP_DATE_UNKNOWN;
  *estimated = FALSE;
  if (!ocop_date_is_known (decided))
    return FALSE;

  *estimated = !ocop_date_is_day (decided);
  *from = *estimated ? ocop_date_new (decided.year, 1, 1) : decided;
  *until = ocop_date_add_months (last_day (decided), (int) ocop_law_book_on (self, decided)->validity_months);
  return TRUE;
}

OcopLevel
ocop_law_recognised_by (const OcopLaw *self,
                        guint          stars,
                        OcopDate       day)
{
  return ocop_rule_book_recognised_by (ocop_law_book_on (self, day), stars);
}

void
ocop_law_reevaluation_window (const OcopLaw *self,
                              OcopDate       until,
                              OcopDate      *opens,
                              OcopDate      *closes)
{
  const OcopRuleBook *book = ocop_law_book_on (self, until);

  *opens = OCOP_DATE_UNKNOWN;
  *closes = OCOP_DATE_UNKNOWN;
  if (!ocop_date_is_day (until) || book->window_opens_days == 0)
    return;
  *opens = ocop_date_add_days (until, -(int) book->window_opens_days);
  *closes = ocop_date_add_days (until, -(int) book->window_closes_days);
}

guint
ocop_law_n_sets (const OcopLaw *self)
{
  return self->sets->len;
}

const OcopCriteriaSet *
ocop_law_get_set (const OcopLaw *self,
                  guint          index)
{
  return g_ptr_array_index (self->sets, index);
}

const OcopCriteriaSet *
ocop_law_find_set (const OcopLaw *self,
                   const char    *code)
{
  for (guint i = 0; i < self->sets->len; i++)
    {
      const OcopCriteriaSet *set = ocop_law_get_set (self, i);

      if (g_strcmp0 (set->code, code) == 0)
        return set;
    }
  return NULL;
}

/* The sheet of @set, read now if it was not yet; the lock is held. */
static const OcopCriteria *
read_criteria (OcopLaw             *self,
               const OcopRuleBook  *book,
               const char          *set,
               GError             **error)
{
  g_autofree char *path = g_strdup_printf ("%s/%s.json", book->criteria, set);
  OcopCriteria *criteria = g_hash_table_lookup (self->criteria, path);
  GBytes *bytes;

  if (criteria != NULL)
    return criteria;
  bytes = find_file (self->files, path, error);
  if (bytes == NULL)
    return NULL;
  criteria = ocop_criteria_load (bytes, path, set, book, error);
  if (criteria != NULL)
    g_hash_table_insert (self->criteria, g_steal_pointer (&path), criteria);
  return criteria;
}

const OcopCriteria *
ocop_law_get_criteria (const OcopLaw       *self,
                       const OcopRuleBook  *book,
                       const char          *set,
                       GError             **error)
{
  g_autoptr(GMutexLocker) locker = NULL;

  if (book->criteria == NULL || ocop_law_find_set (self, set) == NULL)
    {
      g_set_error (error, OCOP_ERROR, OCOP_ERROR_NOT_FOUND, _("Decision %s has no criteria set “%s”."), book->decision, set);
      return NULL;
    }
  locker = g_mutex_locker_new ((GMutex *) &self->lock);
  return read_criteria ((OcopLaw *) self, book, set, error);
}

gboolean
ocop_law_check (const OcopLaw  *self,
                GError        **error)
{
  for (guint i = 0; i < self->books->len; i++)
    for (guint j = 0; j < self->sets->len; j++)
      {
        const OcopRuleBook *book = g_ptr_array_index (self->books, i);

        if (book->criteria != NULL && ocop_law_get_criteria (self, book, ocop_law_get_set (self, j)->code, error) == NULL)
          return FALSE;
      }
  return TRUE;
}
