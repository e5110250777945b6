/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The search's words and codes of one record, with those of what it links to. */

#include "register/sqlite/ocop-sqlite.h"

#include "base/ocop-text.h"

#define NAMES_OF_UNIT(unit) \
  " || ' ' || coalesce((SELECT group_concat(u.name, ' ') FROM unit AS s JOIN unit AS u" \
  " ON u.id IN (s.id, s.commune, s.district, s.province) WHERE s.id = " unit "), '')"

#define NAMES_OF_PRODUCT(product) \
  " || ' ' || coalesce((SELECT q.name || ' ' || coalesce((SELECT p.name FROM producer AS p WHERE p.id = q.producer), '')" \
  NAMES_OF_UNIT ("q.unit") " FROM product AS q WHERE q.id = " product "), '')"

#define CODES_OF_PRODUCER(codes) \
  " || ' ' || coalesce((SELECT " codes " FROM producer AS p WHERE p.id = t.producer), '')"

#define NAMES_OF_PRODUCER(producer) \
  " || ' ' || coalesce((SELECT p.name FROM producer AS p WHERE p.id = " producer "), '')"

#define OF_LINES(what) \
  " || ' ' || coalesce((SELECT group_concat(" what ", ' ') FROM decision_line AS l JOIN product AS q ON q.id = l.product" \
  " LEFT JOIN producer AS p ON p.id = q.producer WHERE l.decision = t.id AND l.binned = 0), '')"

/* What is found by more than its own fields; and whether an index knows it: decisions and the
 * work of a year are few, and each is looked at when it is asked for. */
static const struct
{
  const char *kind, *words, *codes, *personal_codes;
  gboolean indexed;
} further[] = {
  { "unit", "", "", "", TRUE },
  { "producer", NAMES_OF_UNIT ("t.unit"), "", "", TRUE },
  { "product",
    " || ' ' || coalesce((SELECT p.name FROM producer AS p WHERE p.id = t.producer), '')" NAMES_OF_UNIT ("t.unit"),
    CODES_OF_PRODUCER ("p.tax_code")
    " || ' ' || coalesce((SELECT group_concat(coalesce(r.decision_number, '') || ' ' || coalesce(r.certificate_number, ''), ' ')"
    " FROM recognition AS r WHERE r.product = t.id), '')",
    CODES_OF_PRODUCER ("p.phone"), TRUE },
  { "recognition", NAMES_OF_PRODUCT ("t.product"), "", "", TRUE },
  { "dossier", NAMES_OF_PRODUCT ("t.product"), "", "", TRUE },
  { "decision", OF_LINES ("q.name || ' ' || coalesce(p.name, '')"),
    OF_LINES ("coalesce(l.product_code, '') || ' ' || coalesce(l.certificate_number, '')"), "", FALSE },
  { "inspection", NAMES_OF_PRODUCER ("t.producer") NAMES_OF_UNIT ("t.unit"), "", "", FALSE },
  { "course", NAMES_OF_UNIT ("t.unit"), "", "", FALSE },
  { "event", "", "", "", FALSE },
  { "support", NAMES_OF_PRODUCER ("t.producer"), "", "", FALSE },
};

static int
find_kind (const OcopKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (further); i++)
    if (g_str_equal (further[i].kind, kind->name))
      return (int) i;
  return -1;
}

gboolean
ocop_sqlite_kind_is_searched (const OcopKind *kind)
{
  return find_kind (kind) >= 0;
}

gboolean
ocop_sqlite_kind_is_indexed (const OcopKind *kind)
{
  int place = find_kind (kind);

  return place >= 0 && further[place].indexed;
}

/* The fields with @flag and without @but, as SQL, with @more. */
static char *
join_fields (const OcopKind *kind,
             OcopFieldFlags  flag,
             OcopFieldFlags  but,
             const char     *more)
{
  GString *sql = g_string_new ("''");

  for (const OcopField *field = kind->fields; field->name != NULL && ocop_field_is_stored (field); field++)
    if ((field->flags & flag) != 0 && (field->flags & but) == 0)
      g_string_append_printf (sql, " || ' ' || coalesce(t.%s, '')", field->name);
  g_string_append (sql, more);
  return g_string_free (sql, FALSE);
}

void
ocop_sqlite_write_search (const OcopKind  *kind,
                          gboolean         masked,
                          char           **words,
                          char           **codes)
{
  int place = find_kind (kind);
  OcopFieldFlags but = masked ? OCOP_FIELD_PERSONAL : 0;
  g_autofree char *more = g_strconcat (further[place].codes, masked ? NULL : further[place].personal_codes, NULL);

  *words = join_fields (kind, OCOP_FIELD_SEARCHED, but, further[place].words);
  *codes = join_fields (kind, OCOP_FIELD_CODE, but, more);
}

static char *
build_select (const OcopKind *kind)
{
  g_autofree char *words = NULL;
  g_autofree char *codes = NULL;

  ocop_sqlite_write_search (kind, FALSE, &words, &codes);
  return g_strdup_printf ("SELECT %s, %s FROM %s AS t WHERE t.id = ?1", words, codes, kind->name);
}

static gboolean
replace (OcopStore   *store,
         const char  *table,
         const char  *kind,
         gint64       key,
         const char  *text,
         GError     **error)
{
  g_autofree char *remove = g_strdup_printf ("DELETE FROM %s_%s WHERE rowid = ?1", table, kind);
  g_autofree char *insert = g_strdup_printf ("INSERT INTO %s_%s (rowid, %s) VALUES (?1, ?2)", table, kind,
                                             g_str_equal (table, "codes") ? "codes" : "words");
  g_autoptr(OcopStatement) first = ocop_sqlite_prepare (store, remove, error);
  g_autoptr(OcopStatement) second = first != NULL ? ocop_sqlite_prepare (store, insert, error) : NULL;

  if (second == NULL)
    return FALSE;
  sqlite3_bind_int64 (first, 1, key);
  if (!ocop_sqlite_step_done (store, first, error))
    return FALSE;
  if (*text == '\0')
    return TRUE;
  sqlite3_bind_int64 (second, 1, key);
  ocop_sqlite_bind_text (second, 2, text);
  return ocop_sqlite_step_done (store, second, error);
}

/* "136/QĐ-UBND" is found by "136", "qd" and "136/QĐ"; "0912 345 678" by "345678". */
static char *
squeeze (const char *codes)
{
  g_autofree char *whole = ocop_text_fold (codes);
  g_auto(GStrv) words = g_strsplit (whole, " ", -1);

  return g_strjoinv ("", words);
}

gboolean
ocop_sqlite_update_search (OcopStore       *store,
                           const OcopKind  *kind,
                           gint64           key,
                           GError         **error)
{
  g_autofree char *sql = build_select (kind);
  g_autoptr(OcopStatement) statement = ocop_sqlite_prepare (store, sql, error);
  g_autofree char *all = NULL;
  g_autofree char *words = NULL;
  g_autofree char *codes = NULL;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, key);
  if (sqlite3_step (statement) != SQLITE_ROW)
    return ocop_sqlite_fail (store, error);
  all = g_strconcat (ocop_sqlite_column_text (statement, 0), " ", ocop_sqlite_column_text (statement, 1), NULL);
  words = ocop_text_fold (all);
  codes = squeeze (ocop_sqlite_column_text (statement, 1));
  return replace (store, "search", kind->name, key, words, error) &&
         replace (store, "codes", kind->name, key, codes, error);
}
