/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ocop-commune-intake.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "base/ocop-json.h"
#include "base/ocop-text.h"
#include "base/ocop-writing.h"
#include "exchange/ocop-commune-compare-private.h"

static const struct
{
  const char *name;
  const char *title;
} states[] = {
  { "not-sent", N_("Not sent") },
  { "sent", N_("Sent") },
  { "known", N_("Taken in before") },
  { "refused", N_("Refused") },
};

static const struct
{
  const char *name;
  const char *title;
} file_states[] = {
  { "read", N_("Read") },
  { "copy", N_("The same once more") },
  { "older", N_("An older one") },
  { "refused", N_("Refused") },
};

const char *
ocop_commune_state_name (OcopCommuneState state)
{
  return states[state].name;
}

const char *
ocop_commune_state_title (OcopCommuneState state)
{
  return _(states[state].title);
}

const char *
ocop_commune_file_state_name (OcopCommuneFileState state)
{
  return file_states[state].name;
}

const char *
ocop_commune_file_state_title (OcopCommuneFileState state)
{
  return _(file_states[state].title);
}

/* Owning */

static void
file_free (gpointer data)
{
  OcopCommuneFile *file = data;

  g_free (file->name);
  g_free (file->unit);
  g_free (file->unit_name);
  g_ptr_array_unref (file->remarks);
  g_free (file);
}

static void
standing_free (gpointer data)
{
  OcopCommuneStanding *standing = data;

  g_free (standing->unit);
  g_free (standing->unit_name);
  g_free (standing);
}

static OcopCommuneIntake *
intake_new (guint    year,
            OcopDate on)
{
  OcopCommuneIntake *self = g_new0 (OcopCommuneIntake, 1);

  self->year = year;
  self->on = on;
  self->files = g_ptr_array_new_with_free_func (file_free);
  self->communes = g_ptr_array_new_with_free_func (standing_free);
  self->differences = ocop_differences_new ();
  self->reports = g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_commune_report_free);
  return self;
}

void
ocop_commune_intake_free (OcopCommuneIntake *self)
{
  g_ptr_array_unref (self->files);
  g_ptr_array_unref (self->communes);
  g_ptr_array_unref (self->reports);
  ocop_differences_free (self->differences);
  g_free (self);
}

const OcopCommuneStanding *
ocop_commune_intake_get_commune (const OcopCommuneIntake *self,
                                 guint                    place)
{
  return g_ptr_array_index (self->communes, place);
}

char *
ocop_commune_intake_list_missing (const OcopCommuneIntake *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->communes->len; i++)
    {
      const OcopCommuneStanding *standing = ocop_commune_intake_get_commune (self, i);

      if (standing->state == OCOP_COMMUNE_NOT_SENT || standing->state == OCOP_COMMUNE_REFUSED)
        g_string_append_printf (text, "%s\n", standing->unit_name);
    }
  return g_string_free (text, FALSE);
}

/* Which files */

static gboolean
is_workbook (const char *name)
{
  /* What a spreadsheet program puts beside an open file begins so. */
  return ocop_text_ends_in (name, ".xlsx") && !g_str_has_prefix (name, "~$") && !g_str_has_prefix (name, ".");
}

static int
compare_paths (gconstpointer a,
               gconstpointer b)
{
  g_autofree char *one = g_file_get_parse_name (*(GFile * const *) a);
  g_autofree char *two = g_file_get_parse_name (*(GFile * const *) b);

  return g_utf8_collate (one, two);
}

static gboolean
gather_folder (GFile      *folder,
               GPtrArray  *all,
               GError    **error)
{
  g_autoptr(GFileEnumerator) children = g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                                                                   G_FILE_QUERY_INFO_NONE, NULL, error);
  GFileInfo *info;
  GFile *child;

  if (children == NULL)
    return FALSE;
  while (g_file_enumerator_iterate (children, &info, &child, NULL, error) && info != NULL)
    if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
      {
        if (!gather_folder (child, all, error))
          return FALSE;
      }
    else if (is_workbook (g_file_info_get_name (info)))
      g_ptr_array_add (all, g_object_ref (child));
  return TRUE;
}

GPtrArray *
ocop_commune_intake_gather (GPtrArray  *files,
                            GError    **error)
{
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < files->len; i++)
    {
      GFile *file = g_ptr_array_index (files, i);

      if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) != G_FILE_TYPE_DIRECTORY)
        g_ptr_array_add (all, g_object_ref (file));
      else if (!gather_folder (file, all, error))
        return NULL;
    }
  g_ptr_array_sort (all, compare_paths);
  return g_steal_pointer (&all);
}

/* Reading */

/* @backs: (element-type OcopCommuneReturn): of each file, %NULL where there is none
 * @chosen: of each commune the place of the file that counts + 1 */
typedef struct
{
  OcopReader *reader;
  const char *register_id;
  OcopCommuneIntake *intake;
  GPtrArray *backs;
  GHashTable *units;       /* id → place of the commune + 1 */
  guint *chosen;
} Work;

static void
back_free (gpointer data)
{
  if (data != NULL)
    ocop_commune_return_free (data);
}

static void
work_clear (Work *work)
{
  g_clear_pointer (&work->backs, g_ptr_array_unref);
  g_clear_pointer (&work->units, g_hash_table_unref);
  g_clear_pointer (&work->chosen, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

static gboolean
read_communes (Work    *work,
               GError **error)
{
  OcopCommuneIntake *intake = work->intake;
  g_autoptr(GPtrArray) forms = ocop_commune_forms_begin (work->reader, work->register_id, intake->year, intake->on, error);

  for (guint i = 0; forms != NULL && i < forms->len; i++)
    {
      const OcopCommuneForm *form = g_ptr_array_index (forms, i);
      OcopCommuneStanding *standing = g_new0 (OcopCommuneStanding, 1);

      standing->unit = g_strdup (form->unit);
      standing->unit_name = g_strdup (form->unit_name);
      g_ptr_array_add (intake->communes, standing);
      g_hash_table_insert (work->units, standing->unit, GUINT_TO_POINTER (i + 1));
    }
  work->chosen = g_new0 (guint, intake->communes->len + 1);
  return forms != NULL;
}

G_GNUC_PRINTF (2, 3) static void
refuse (OcopCommuneFile *file,
        const char      *reason,
        ...)
{
  va_list arguments;

  va_start (arguments, reason);
  g_ptr_array_add (file->remarks, g_strdup_vprintf (reason, arguments));
  va_end (arguments);
  file->state = OCOP_COMMUNE_FILE_REFUSED;
}

/* Whether it is what was asked for. */
static void
check_identity (Work                    *work,
                OcopCommuneFile         *file,
                const OcopCommuneReturn *back)
{
  const OcopCommuneForm *base = back->base;

  if (g_strcmp0 (base->register_id, work->register_id) != 0)
    refuse (file, _("It was made by another register."));
  else if (base->year != work->intake->year)
    refuse (file, _("It is the workbook for %u, not for %u."), base->year, work->intake->year);
  else if (!g_hash_table_contains (work->units, file->unit))
    refuse (file, _("%s is no commune of this register today."), file->unit_name);
  for (guint i = 0; i < back->problems->len; i++)
    refuse (file, "%s", (const char *) g_ptr_array_index (back->problems, i));
}

static OcopCommuneReturn *
read_file (Work  *work,
           GFile *at)
{
  OcopCommuneFile *file = g_new0 (OcopCommuneFile, 1);
  g_autofree char *base = g_file_get_basename (at);
  g_autoptr(GError) error = NULL;
  OcopCommuneReturn *back = ocop_commune_workbook_read (at, &error);
  char *today;

  file->name = g_filename_display_name (base);
  file->remarks = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (work->intake->files, file);
  if (back == NULL)
    {
      refuse (file, "%s", error->message);
      return NULL;
    }
  today = ocop_reader_resolve (work->reader, ocop_kind_find ("unit"), back->base->unit, NULL);
  file->unit = today != NULL ? today : g_strdup (back->base->unit);
  file->unit_name = g_strdup (back->base->unit_name);
  check_identity (work, file, back);
  return back;
}

static gboolean
read_files (Work                       *work,
            GPtrArray                  *files,
            OcopExchangeProgress        progress,
            gpointer                    progress_data,
            GCancellable               *cancellable,
            GError                    **error)
{
  for (guint i = 0; i < files->len; i++)
    {
      if (progress != NULL)
        progress (i, files->len, progress_data);
      if (ocop_is_cancelled (cancellable, NULL, error))
        return FALSE;
      g_ptr_array_add (work->backs, read_file (work, g_ptr_array_index (files, i)));
    }
  return TRUE;
}

/* Which one counts */

static OcopCommuneFile *
file_at (const Work *work,
         guint       i)
{
  return g_ptr_array_index (work->intake->files, i);
}

static OcopCommuneReturn *
back_at (const Work *work,
         guint       i)
{
  return g_ptr_array_index (work->backs, i);
}

static void
set_aside (OcopCommuneFile       *file,
           OcopCommuneFileState   state,
           const OcopCommuneFile *for_other)
{
  file->state = state;
  g_ptr_array_add (file->remarks, g_strdup_printf (state == OCOP_COMMUNE_FILE_COPY ? _("“%s” says the same; it counts once.")
                                                                                   : _("“%s” of the same commune was saved later and counts."),
                                                   for_other->name));
}

/* The one saved last; the one read last where that does not tell. */
static void
choose (Work  *work,
        guint  place,
        guint  i)
{
  guint other = work->chosen[place];
  g_autofree char *one = ocop_commune_form_dup_digest (back_at (work, i)->given);
  g_autofree char *two = other > 0 ? ocop_commune_form_dup_digest (back_at (work, other - 1)->given) : NULL;
  gboolean newer;

  if (other == 0)
    {
      work->chosen[place] = i + 1;
      return;
    }
  newer = g_strcmp0 (back_at (work, i)->saved_at, back_at (work, other - 1)->saved_at) >= 0;
  if (g_strcmp0 (one, two) == 0)
    set_aside (file_at (work, i), OCOP_COMMUNE_FILE_COPY, file_at (work, other - 1));
  else if (newer)
    set_aside (file_at (work, other - 1), OCOP_COMMUNE_FILE_OLDER, file_at (work, i));
  else
    set_aside (file_at (work, i), OCOP_COMMUNE_FILE_OLDER, file_at (work, other - 1));
  if (g_strcmp0 (one, two) != 0 && newer)
    work->chosen[place] = i + 1;
}

static OcopCommuneStanding *
standing_of (const Work            *work,
             const OcopCommuneFile *file)
{
  guint place = file->unit != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (work->units, file->unit)) : 0;

  return place > 0 ? g_ptr_array_index (work->intake->communes, place - 1) : NULL;
}

/* A commune counts as refused where nothing of it can be taken. A workbook of another year says nothing of this one. */
static void
choose_all (Work *work)
{
  for (guint i = 0; i < work->intake->files->len; i++)
    {
      const OcopCommuneFile *file = file_at (work, i);
      OcopCommuneStanding *standing = standing_of (work, file);

      if (standing == NULL)
        continue;
      standing->n_files++;
      if (file->state != OCOP_COMMUNE_FILE_REFUSED)
        {
          choose (work, GPOINTER_TO_UINT (g_hash_table_lookup (work->units, file->unit)) - 1, i);
          standing->state = OCOP_COMMUNE_SENT;
        }
      else if (standing->state == OCOP_COMMUNE_NOT_SENT)
        standing->state = OCOP_COMMUNE_REFUSED;
    }
}

/* What was taken before */

static void
parse_answers (GHashTable *answers,
               const char *text)
{
  g_autoptr(JsonParser) parser = json_parser_new_immutable ();
  g_autoptr(GBytes) bytes = g_bytes_new (text != NULL ? text : "{}", strlen (text != NULL ? text : "{}"));
  JsonNode *root = ocop_json_load (parser, bytes, NULL);
  JsonObjectIter iter;
  const char *key;
  JsonNode *value;

  if (root == NULL)
    return;
  json_object_iter_init (&iter, json_node_get_object (root));
  while (json_object_iter_next (&iter, &key, &value))
    if (JSON_NODE_HOLDS_VALUE (value) && json_node_get_string (value) != NULL)
      g_hash_table_insert (answers, g_strdup (key), g_strdup (json_node_get_string (value)));
}

static OcopCommuneReport *
begin_report (OcopCommuneIntake *intake,
              guint              commune,
              OcopRecord        *record)
{
  OcopCommuneReport *report = g_new0 (OcopCommuneReport, 1);
  gboolean exists = record != NULL;

  if (!exists)
    {
      const OcopCommuneStanding *standing = ocop_commune_intake_get_commune (intake, commune);
      g_autofree char *name = g_strdup_printf (_("Commune report %u – %s"), intake->year, standing->unit_name);

      record = ocop_record_new (ocop_kind_find ("commune_report"), NULL);
      ocop_record_set_text (record, "name", name);
      ocop_record_set_text (record, "unit", standing->unit);
      ocop_record_set_integer (record, "year", intake->year);
    }
  report->commune = commune;
  report->target = ocop_differences_add_record (intake->differences, record, exists);
  report->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  report->note = g_string_new (NULL);
  parse_answers (report->answers, ocop_record_get_text (record, "answers"));
  return report;
}

/* id of the unit → id of its report; what came of it before stands with the commune. */
static gboolean
read_reports (Work         *work,
              GHashTable  **reports,
              GError      **error)
{
  static const char * const columns[] = { "id", "unit", "received_on", NULL };
  g_autofree char *year = g_strdup_printf ("%u", work->intake->year);
  g_autoptr(OcopQuery) query = ocop_query_new ("commune_report");
  g_autoptr(OcopRows) rows = NULL;

  ocop_query_where (query, "year", OCOP_OPERATOR_IS, year, NULL);
  rows = ocop_reader_rows (work->reader, query, columns, 0, -1, error);
  *reports = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; rows != NULL && i < ocop_rows_get_n_rows (rows); i++)
    {
      const char *unit = ocop_rows_get_text (rows, i, 1);
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (work->units, unit));
      OcopCommuneStanding *standing = place > 0 ? g_ptr_array_index (work->intake->communes, place - 1) : NULL;
      const char *day = ocop_rows_get_text (rows, i, 2);

      g_hash_table_replace (*reports, g_strdup (unit), g_strdup (ocop_rows_get_text (rows, i, 0)));
      if (standing != NULL && day != NULL)
        ocop_date_parse (day, &standing->received_on);
      if (standing != NULL && standing->state != OCOP_COMMUNE_SENT)
        standing->state = OCOP_COMMUNE_SENT_BEFORE;
    }
  return rows != NULL;
}

/* Whether a workbook that was saved later was taken in already. */
static gboolean
is_outdated (OcopCommuneReport *report,
             OcopCommuneFile   *file)
{
  const char *taken = ocop_record_get_text (report->target->record, "saved_at");
  const char *digest = ocop_record_get_text (report->target->record, "digest");

  if (taken == NULL || g_strcmp0 (report->digest, digest) == 0 || g_strcmp0 (report->saved_at, taken) >= 0)
    return FALSE;
  file->state = OCOP_COMMUNE_FILE_OLDER;
  g_ptr_array_add (file->remarks, g_strdup (_("One of the same commune that was saved later was taken in before.")));
  return TRUE;
}

static void
add_remarks (OcopCommuneFile         *file,
             const OcopCommuneReturn *back)
{
  file->n_faults = back->faults->len;
  for (guint i = 0; i < back->faults->len; i++)
    g_ptr_array_add (file->remarks, g_strdup (g_ptr_array_index (back->faults, i)));
  for (guint i = 0; i < back->notes->len; i++)
    g_ptr_array_add (file->remarks, g_strdup (g_ptr_array_index (back->notes, i)));
}

static void
sum_up (const OcopDifferences *differences,
        OcopCommuneStanding   *standing,
        guint                  first)
{
  for (guint i = first; i < ocop_differences_get_n (differences); i++)
    {
      standing->n_differences++;
      standing->n_conflicts += ocop_differences_get (differences, i)->conflict;
    }
}

static gboolean
compare_one (Work                   *work,
             OcopCommuneComparison  *comparison,
             guint                   commune,
             const char             *stored,
             GError                **error)
{
  OcopCommuneIntake *intake = work->intake;
  OcopCommuneFile *file = file_at (work, work->chosen[commune] - 1);
  OcopCommuneReturn *back = back_at (work, work->chosen[commune] - 1);
  OcopCommuneStanding *standing = g_ptr_array_index (intake->communes, commune);
  OcopRecord *record = stored != NULL ? ocop_reader_load (work->reader, ocop_kind_find ("commune_report"), stored, error) : NULL;
  guint first = ocop_differences_get_n (intake->differences);
  OcopCommuneReport *report;

  if (stored != NULL && record == NULL)
    return FALSE;
  report = begin_report (intake, commune, record);
  g_ptr_array_add (intake->reports, report);
  report->digest = ocop_commune_form_dup_digest (back->given);
  report->saved_at = g_strdup (back->saved_at);
  if (is_outdated (report, file))
    {
      standing->state = OCOP_COMMUNE_SENT_BEFORE;
      g_ptr_array_remove (intake->reports, report);
      return TRUE;
    }
  if (!ocop_commune_compare (comparison, report, back, error))
    return FALSE;
  add_remarks (file, back);
  sum_up (intake->differences, standing, first);
  standing->n_faults = file->n_faults;
  if (g_strcmp0 (report->digest, ocop_record_get_text (report->target->record, "digest")) == 0 && standing->n_differences == 0)
    standing->state = OCOP_COMMUNE_SENT_BEFORE;
  return TRUE;
}

static gboolean
compare_all (Work          *work,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr(OcopCommuneComparison) comparison = ocop_commune_comparison_new (work->reader, work->intake, error);
  g_autoptr(GHashTable) reports = NULL;

  if (comparison == NULL || !read_reports (work, &reports, error))
    return FALSE;
  for (guint i = 0; i < work->intake->communes->len; i++)
    if (work->chosen[i] > 0 &&
        (ocop_is_cancelled (cancellable, NULL, error) ||
         !compare_one (work, comparison, i, g_hash_table_lookup (reports, ocop_commune_intake_get_commune (work->intake, i)->unit), error)))
      return FALSE;
  return TRUE;
}

/* What somebody has to decide about stands before what is plain. The sort is stable. */
static int
compare_urgency (gconstpointer a,
                 gconstpointer b)
{
  const OcopDifference *one = *(OcopDifference * const *) a;
  const OcopDifference *two = *(OcopDifference * const *) b;

  return (two->conflict || two->refusal != NULL) - (one->conflict || one->refusal != NULL);
}

OcopCommuneIntake *
ocop_commune_intake_read (OcopReader                 *reader,
                          const char                 *register_id,
                          guint                       year,
                          GPtrArray                  *files,
                          OcopDate                    on,
                          OcopExchangeProgress        progress,
                          gpointer                    progress_data,
                          GCancellable               *cancellable,
                          GError                    **error)
{
  g_autoptr(OcopCommuneIntake) intake = intake_new (year, on);
  g_auto(Work) work = { .reader = reader, .register_id = register_id, .intake = intake };

  work.backs = g_ptr_array_new_with_free_func (back_free);
  work.units = g_hash_table_new (g_str_hash, g_str_equal);
  if (!read_communes (&work, error) || !read_files (&work, files, progress, progress_data, cancellable, error))
    return NULL;
  choose_all (&work);
  if (!compare_all (&work, cancellable, error))
    return NULL;
  g_ptr_array_sort (intake->differences->all, compare_urgency);
  return g_steal_pointer (&intake);
}
