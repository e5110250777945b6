/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The points of sheets and dossiers name criteria and options that their set has: asked inside the transaction that
 * writes them, and of those that stand already by a check. */

#include "register/sqlite/ocop-sqlite.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "law/ocop-choice-text.h"

#define OF_SESSION(kind, link) \
  "p.criteria_set, p.law_book, s.held_on, p.name FROM " kind " AS r JOIN session_product AS p ON p.id = r." link \
  " JOIN session AS s ON s.id = p.session"
/* By the latest decision that the program knows, as they are entered. */
#define OF_DOSSIER "r.criteria_set, '', NULL, r.name FROM dossier AS r"

/* Where choices stand, where the set is found that they are of, and what they depend on. */
static const struct
{
  const char *kind;
  const char *field;
  const char *set;
  const char *others[3];
} sources[] = {
  { "sheet", "choices", OF_SESSION ("sheet", "session_product"), { "session_product" } },
  { "session_product", "agreed_choices", OF_SESSION ("session_product", "id"), { "criteria_set", "law_book" } },
  { "dossier", "self_choices", OF_DOSSIER, { "criteria_set" } },
  { "dossier", "advised_choices", OF_DOSSIER, { "criteria_set" } },
};

enum
{
  COLUMN_CHOICES,
  COLUMN_SET,
  COLUMN_LAW,
  COLUMN_DAY,
  COLUMN_PRODUCT,
};

/* A law that this register does not hold says nothing. */
static const OcopCriteria *
find_criteria (OcopStore     *store,
               OcopStatement *row)
{
  OcopReader reader = { store };
  const char *id = ocop_sqlite_column_text (row, COLUMN_LAW);
  const char *day = ocop_sqlite_column_text (row, COLUMN_DAY);
  const char *set = ocop_sqlite_column_text (row, COLUMN_SET);
  gboolean by_decision = id != NULL && strchr (id, '@') == NULL;
  const OcopLaw *law = by_decision ? ocop_law_get_default () : id != NULL ? ocop_reader_law (&reader, id, NULL) : ocop_reader_law_in_force (&reader, NULL);
  const OcopRuleBook *book = NULL;
  OcopDate held_on;

  if (by_decision)
    book = *id != '\0' ? ocop_law_find_book (law, id) : ocop_law_get_latest_book (law);
  else if (law != NULL)
    book = day != NULL && ocop_date_parse (day, &held_on) && ocop_date_is_known (held_on) ? ocop_law_book_on (law, held_on) : ocop_law_get_latest_book (law);
  return book != NULL && set != NULL ? ocop_law_get_criteria (law, book, set, NULL) : NULL;
}

static void
look_at (OcopStore      *store,
         OcopStatement  *row,
         guint           source,
         GPtrArray      *problems)
{
  const OcopKind *kind = ocop_kind_find (sources[source].kind);
  const char *title = g_str_equal (kind->name, "dossier") ? ocop_kind_find_field (kind, sources[source].field)->title : kind->title;
  const OcopCriteria *criteria = find_criteria (store, row);
  g_autoptr(GError) error = NULL;
  g_autofree guint8 *choices = criteria != NULL ? ocop_choices_parse (criteria, ocop_sqlite_column_text (row, COLUMN_CHOICES), &error) : NULL;

  if (error != NULL)
    /* Translators: the kind of a record, or the name of its field, a product, what is wrong */
    g_ptr_array_add (problems, g_strdup_printf (_("%s, %s: %s"), _(title), ocop_sqlite_column_text (row, COLUMN_PRODUCT), error->message));
}

/* @key: of the one record that is meant, 0 for all */
static gboolean
collect (OcopStore   *store,
         guint        source,
         gint64       key,
         GPtrArray   *problems,
         GError     **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT r.%s, %s WHERE r.%s IS NOT NULL AND %s", sources[source].field, sources[source].set,
                                          sources[source].field, key != 0 ? "r.id = ?1" : "r.binned = 0");
  g_autoptr(OcopStatement) statement = ocop_sqlite_prepare (store, sql, error);
  int result;

  if (statement == NULL)
    return FALSE;
  if (key != 0)
    sqlite3_bind_int64 (statement, 1, key);
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    look_at (store, statement, source, problems);
  return result == SQLITE_DONE || ocop_sqlite_fail (store, error);
}

static gboolean
concerns (guint             source,
          const OcopRecord *record,
          const OcopRecord *before)
{
  const char * const *others = sources[source].others;

  if (!g_str_equal (ocop_record_get_kind (record)->name, sources[source].kind))
    return FALSE;
  if (before == NULL || !ocop_value_equal (ocop_record_get (before, sources[source].field), ocop_record_get (record, sources[source].field)))
    return TRUE;
  for (guint i = 0; others[i] != NULL; i++)
    if (!ocop_value_equal (ocop_record_get (before, others[i]), ocop_record_get (record, others[i])))
      return TRUE;
  return FALSE;
}

gboolean
ocop_writer_check_choices (OcopWriter        *writer,
                           gint64             key,
                           const OcopRecord  *record,
                           const OcopRecord  *before,
                           GError           **error)
{
  g_autoptr(GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    if (concerns (i, record, before) && !collect (writer->store, i, key, problems, error))
      return FALSE;
  if (problems->len > 0)
    ocop_refuse (error, "%s", (const char *) g_ptr_array_index (problems, 0));
  return problems->len == 0;
}

gboolean
ocop_sqlite_find_wrong_choices (OcopStore  *store,
                                GPtrArray  *problems,
                                GError    **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    if (!collect (store, i, 0, problems, error))
      return FALSE;
  return TRUE;
}
