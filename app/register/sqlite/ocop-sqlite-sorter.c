/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Vietnamese order: ICU sort keys, stored beside each name as derived data. Codes: their numbers as numbers. */

#include "register/sqlite/ocop-sqlite.h"

#include <string.h>

#include <unicode/ucol.h>
#include <unicode/ustring.h>

struct _OcopSorter
{
  UCollator *collator;
  char version[32];
};

OcopSorter *
ocop_sorter_new (void)
{
  OcopSorter *sorter = g_new0 (OcopSorter, 1);
  UErrorCode status = U_ZERO_ERROR;
  UVersionInfo version;

  sorter->collator = ucol_open ("vi", &status);
  if (U_FAILURE (status))
    g_error ("ICU has no collation at all: %s", u_errorName (status));
  ucol_getVersion (sorter->collator, version);
  u_versionToString (version, sorter->version);
  return sorter;
}

void
ocop_sorter_free (OcopSorter *sorter)
{
  ucol_close (sorter->collator);
  g_free (sorter);
}

const char *
ocop_sorter_get_version (OcopSorter *sorter)
{
  return sorter->version;
}

static GBytes *
make_key (OcopSorter *sorter,
          const char *text)
{
  glong length;
  g_autofree gunichar2 *wide = g_utf8_to_utf16 (text, -1, NULL, &length, NULL);
  guint8 small[256];
  g_autofree guint8 *large = NULL;
  int size;

  if (wide == NULL)
    return g_bytes_new (NULL, 0);
  size = ucol_getSortKey (sorter->collator, (const UChar *) wide, (int) length, small, sizeof small);
  if (size <= (int) sizeof small)
    return g_bytes_new (small, (gsize) size);
  large = g_malloc ((gsize) size);
  ucol_getSortKey (sorter->collator, (const UChar *) wide, (int) length, large, size);
  return g_bytes_new_take (g_steal_pointer (&large), (gsize) size);
}

static void
express_key (sqlite3_context  *context,
             int               n_arguments,
             sqlite3_value   **arguments)
{
  const char *text = (const char *) sqlite3_value_text (arguments[0]);
  g_autoptr(GBytes) key = text != NULL ? make_key (sqlite3_user_data (context), text) : NULL;

  if (key == NULL)
    sqlite3_result_null (context);
  else
    sqlite3_result_blob (context, g_bytes_get_data (key, NULL), (int) g_bytes_get_size (key), SQLITE_TRANSIENT);
}

/* A number goes by how many digits it has, then by these, and stands where a digit stands among other letters. */
static guint8 *
write_number (guint8     *key,
              const char *digits,
              gsize       length)
{
  gsize zeros = MIN (strspn (digits, "0"), length);

  *key++ = '0';
  *key++ = (guint8) MIN (length - zeros, G_MAXUINT8);
  memcpy (key, digits + zeros, length - zeros);
  return key + length - zeros;
}

/* "9/QĐ-UBND" before "10/QĐ-UBND". */
static void
express_code_key (sqlite3_context  *context,
                  int               n_arguments,
                  sqlite3_value   **arguments)
{
  const char *text = (const char *) sqlite3_value_text (arguments[0]);
  guint8 *key, *end;

  if (text == NULL)
    {
      sqlite3_result_null (context);
      return;
    }
  /* A number of one digit takes three. */
  end = key = g_malloc (3 * strlen (text) + 1);
  while (*text != '\0')
    {
      gsize n_digits = strspn (text, "0123456789");

      if (n_digits > 0)
        end = write_number (end, text, n_digits);
      else
        *end++ = (guint8) *text;
      text += MAX (n_digits, 1);
    }
  sqlite3_result_blob (context, key, (int) (end - key), g_free);
}

void
ocop_sorter_install (OcopSorter *sorter,
                     sqlite3    *db)
{
  sqlite3_create_function (db, "ocop_code_key", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, NULL, express_code_key, NULL, NULL);
  sqlite3_create_function (db, "ocop_sort_key", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, sorter, express_key, NULL, NULL);
}

gboolean
ocop_sqlite_kind_is_sorted (const OcopKind *kind)
{
  static const char * const sorted[] = { "unit", "person", "producer", "product", NULL };

  return g_strv_contains (sorted, kind->name);
}

gboolean
ocop_sqlite_update_key (OcopStore       *store,
                        const OcopKind  *kind,
                        gint64           key,
                        GError         **error)
{
  g_autofree char *read = g_strdup_printf ("SELECT name FROM %s WHERE id = ?1", kind->name);
  g_autofree char *write = g_strdup_printf ("UPDATE %s SET name_key = ?2 WHERE id = ?1", kind->name);
  g_autoptr(OcopStatement) name = ocop_sqlite_prepare (store, read, error);
  g_autoptr(OcopStatement) update = name != NULL ? ocop_sqlite_prepare (store, write, error) : NULL;
  g_autoptr(GBytes) bytes = NULL;

  if (update == NULL)
    return FALSE;
  sqlite3_bind_int64 (name, 1, key);
  if (sqlite3_step (name) != SQLITE_ROW)
    return ocop_sqlite_fail (store, error);
  bytes = make_key (store->sorter, ocop_sqlite_column_text (name, 0));
  sqlite3_bind_int64 (update, 1, key);
  sqlite3_bind_blob (update, 2, g_bytes_get_data (bytes, NULL), (int) g_bytes_get_size (bytes), SQLITE_TRANSIENT);
  return ocop_sqlite_step_done (store, update, error);
}
