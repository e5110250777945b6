/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The agenda of a session: which dossiers are judged in it, by which set, in which order. */

#include "evaluation/ocop-session-private.h"

#include <glib/gi18n.h>

#include "base/ocop-alphabet.h"
#include "base/ocop-error.h"
#include "evaluation/ocop-session-law.h"

/* A line of the agenda, with what it is ordered by. */
typedef struct
{
  const OcopRecord *before;      /* NULL of a new one */
  OcopRecord *after;
  const OcopCriteriaSet *set;
} Line;

static void
line_free (gpointer data)
{
  Line *line = data;

  g_clear_pointer (&line->after, ocop_record_free);
  g_free (line);
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const Line *line_a = *(Line * const *) a;
  const Line *line_b = *(Line * const *) b;
  int sectors = g_strcmp0 (line_a->set->sector, line_b->set->sector);

  if (sectors != 0)
    return sectors;
  if (line_a->set->number != line_b->set->number)
    return line_a->set->number < line_b->set->number ? -1 : 1;
  return ocop_alphabet_compare (ocop_record_get_text (line_a->after, "name"), ocop_record_get_text (line_b->after, "name"));
}

static void
add_line (GPtrArray        *lines,
          const OcopRecord *before,
          OcopRecord       *after,
          const OcopLaw    *law)
{
  Line *line = g_new (Line, 1);

  *line = (Line) { before, after, ocop_law_find_set (law, ocop_record_get_text (after, "criteria_set")) };
  g_ptr_array_add (lines, line);
}

/* The set that the dossier names, else the one of its product; the sheet of that set has to be known. */
static char *
find_set (OcopReader          *reader,
          const OcopRecord    *dossier,
          const OcopLaw       *law,
          const OcopRuleBook  *book,
          GError             **error)
{
  const char *set = ocop_record_get_text (dossier, "criteria_set");
  g_autoptr(OcopRecord) product = NULL;

  if (set == NULL)
    {
      product = ocop_reader_load (reader, ocop_kind_find ("product"), ocop_record_get_text (dossier, "product"), error);
      if (product == NULL)
        return NULL;
      set = ocop_record_get_text (product, "criteria_set");
    }
  if (set == NULL)
    ocop_refuse (error, _("%s: choose its criteria set first."), ocop_record_get_text (dossier, "name"));
  else if (ocop_law_get_criteria (law, book, set, error) != NULL)
    return g_strdup (set);
  return NULL;
}

/* Whether the dossier waits on the agenda of a session that is not closed. */
static gboolean
is_on_an_agenda (OcopReader        *reader,
                 const OcopRecord  *dossier,
                 GError           **error)
{
  g_autoptr(OcopQuery) query = ocop_query_new ("session_product");
  gint64 n;

  ocop_query_where (query, "dossier", OCOP_OPERATOR_IS, ocop_record_get_id (dossier), NULL);
  ocop_query_where (query, "session.state", OCOP_OPERATOR_IS_NOT, "closed", NULL);
  ocop_query_set_measure (query, OCOP_MEASURE_COUNT, NULL);
  n = ocop_reader_measure (reader, query, error);
  if (n > 0)
    ocop_refuse (error, _("%s is on the agenda of a session already."), ocop_record_get_text (dossier, "name"));
  return n != 0;
}

/* It has come to the council (articles 7.3 and 7.6), or was scored and is to be judged once more. */
static gboolean
is_before_council (const OcopRecord  *dossier,
                   GError           **error)
{
  const char *step = ocop_record_get_text (dossier, "step");

  if (g_strcmp0 (step, "council") == 0 || g_strcmp0 (step, "scored") == 0)
    return TRUE;
  ocop_refuse (error, _("%s is at the step “%s”: move it on to “Before the council” first."), ocop_record_get_text (dossier, "name"),
               ocop_field_choice_title (ocop_kind_find_field (ocop_record_get_kind (dossier), "step"), step));
  return FALSE;
}

static OcopRecord *
make_product (OcopReader         *reader,
              const OcopSession  *session,
              const OcopLaw      *law,
              const char         *id,
              GError            **error)
{
  g_autoptr(OcopRecord) dossier = ocop_reader_load (reader, ocop_kind_find ("dossier"), id, error);
  g_autofree char *set = NULL;
  g_autofree char *name = NULL;
  OcopRecord *record;

  if (dossier == NULL || !is_before_council (dossier, error) || !ocop_session_may_be_asked (session, dossier, error) || is_on_an_agenda (reader, dossier, error))
    return NULL;
  set = find_set (reader, dossier, law, ocop_session_law_book (law, session->record), error);
  if (set == NULL)
    return NULL;
  /* A dossier has a name of its own, with its year. */
  name = ocop_reader_label (reader, ocop_kind_find ("product"), ocop_record_get_text (dossier, "product"));
  record = ocop_record_new (ocop_kind_find ("session_product"), NULL);
  ocop_record_set_text (record, "session", ocop_record_get_id (session->record));
  ocop_record_set_text (record, "dossier", id);
  ocop_record_set_text (record, "name", name);
  ocop_record_set_text (record, "criteria_set", set);
  ocop_record_set_text (record, "law_book", ocop_law_get_id (law));
  ocop_record_set_integer (record, "scoring", 1);
  return record;
}

static void
change_lines (OcopChange *change,
              GPtrArray  *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      Line *line = g_ptr_array_index (lines, i);

      ocop_record_set_integer (line->after, "place", i + 1);
      if (line->before != NULL)
        ocop_change_edit (change, line->before, line->after);
      else
        ocop_change_add (change, line->after);
    }
}

OcopChange *
ocop_session_add_dossiers (OcopReader          *reader,
                           const char          *session,
                           const char * const  *dossiers,
                           GError             **error)
{
  g_autoptr(OcopSession) self = ocop_session_read (reader, session, NULL, error);
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (line_free);
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  const OcopLaw *law;
  OcopChange *change;

  if (self == NULL || !ocop_session_may_change (self, error))
    return NULL;
  law = ocop_reader_law_in_force (reader, error);
  if (law == NULL)
    return NULL;
  for (guint i = 0; i < self->products->len; i++)
    {
      const OcopSessionProduct *product = ocop_session_get_product (self, i);

      add_line (lines, product->record, ocop_record_copy (product->record), product->law);
    }
  for (guint i = 0; dossiers[i] != NULL; i++)
    {
      OcopRecord *record;

      if (!g_hash_table_add (seen, (gpointer) dossiers[i]))
        continue;
      record = make_product (reader, self, law, dossiers[i], error);
      if (record == NULL)
        return NULL;
      add_line (lines, NULL, record, law);
    }
  if (g_strcmp0 (ocop_record_get_text (self->record, "state"), "planned") == 0)
    g_ptr_array_sort (lines, compare_lines);
  change = ocop_session_change_new ("agenda", _("Agenda: %s"), ocop_record_get_text (self->record, "name"));
  change_lines (change, lines);
  ocop_change_keep_law (change, law, FALSE);
  return change;
}

static OcopChange *
refuse_scored (const OcopSessionProduct  *product,
               GError                   **error)
{
  return ocop_refuse (error, _("%s: scoring has begun."), product->product_name);
}

OcopChange *
ocop_session_remove (OcopReader  *reader,
                     const char  *product,
                     GError     **error)
{
  const OcopSessionProduct *of = NULL;
  g_autoptr(OcopSession) session = ocop_session_read_to_change (reader, product, &of, error);
  OcopChange *change;

  if (session == NULL)
    return NULL;
  if (of->n_all_sheets > 0)
    return refuse_scored (of, error);
  change = ocop_session_change_new ("agenda", _("Off the agenda: %s"), of->product_name);
  ocop_change_bin (change, ocop_record_get_kind (of->record), product);
  return change;
}

OcopChange *
ocop_session_move_to_set (OcopReader  *reader,
                          const char  *product,
                          const char  *set,
                          GError     **error)
{
  const OcopSessionProduct *of = NULL;
  g_autoptr(OcopSession) session = ocop_session_read_to_change (reader, product, &of, error);
  OcopRecord *after;

  if (session == NULL)
    return NULL;
  if (of->n_all_sheets > 0)
    return refuse_scored (of, error);
  if (ocop_law_get_criteria (of->law, of->scoring.book, set, error) == NULL)
    return NULL;
  after = ocop_record_copy (of->record);
  ocop_record_set_text (after, "criteria_set", set);
  ocop_record_set_text (after, "agreed_choices", NULL);
  return ocop_session_edit_product (of, after, ocop_session_change_new ("agenda", _("Criteria set: %s"), of->product_name));
}
