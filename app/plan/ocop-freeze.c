/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/ocop-freeze.h"

#include <string.h>

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "base/ocop-error.h"
#include "register/ocop-records.h"

/* Of what came and went for a target so many are explained: each is looked up. */
#define MOST_EXPLAINED 200

static void
figure_free (OcopFrozenFigure *figure)
{
  g_clear_pointer (&figure->ids, g_ptr_array_unref);
  g_free (figure->target);
  g_free (figure->name);
  g_free (figure->text);
  g_free (figure);
}

static void
frozen_free (OcopFrozen *self)
{
  g_ptr_array_unref (self->figures);
  g_free (self->name);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopFrozenFigure, figure_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopFrozen, frozen_free)

static OcopFrozen *
frozen_new (void)
{
  OcopFrozen *self = g_new0 (OcopFrozen, 1);

  self->figures = g_ptr_array_new_with_free_func ((GDestroyNotify) figure_free);
  return self;
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp (*(char * const *) a, *(char * const *) b);
}

/* What a plan says */

static GPtrArray *
read_ids (OcopReader       *reader,
          const OcopQuery  *query,
          GError          **error)
{
  static const char * const columns[] = { "id", NULL };
  g_autoptr(OcopRows) rows = ocop_reader_rows (reader, query, columns, 0, -1, error);
  GPtrArray *ids;

  if (rows == NULL)
    return NULL;
  ids = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < ocop_rows_get_n_rows (rows); i++)
    g_ptr_array_add (ids, g_strdup (ocop_rows_get_text (rows, i, 0)));
  g_ptr_array_sort (ids, compare_ids);
  return ids;
}

/* What several targets count alike is looked up once. */
static GPtrArray *
need_ids (OcopReader       *reader,
          GHashTable       *known,
          const OcopQuery  *query,
          GError          **error)
{
  GPtrArray *ids = g_hash_table_lookup (known, query);

  if (ids == NULL && (ids = read_ids (reader, query, error)) != NULL)
    g_hash_table_insert (known, ocop_query_copy (query), ids);
  return ids != NULL ? g_ptr_array_ref (ids) : NULL;
}

static gboolean
add_progress (OcopFrozen          *self,
              OcopReader          *reader,
              GHashTable          *known,
              const OcopPlan      *plan,
              const OcopProgress  *progress,
              GError             **error)
{
  g_autoptr(OcopFrozenFigure) figure = g_new0 (OcopFrozenFigure, 1);
  g_autoptr(OcopQuery) query = ocop_plan_query (plan, progress, OCOP_INDICATOR_PART, NULL);

  figure->target = g_strdup (ocop_record_get_id (progress->target));
  figure->name = g_strdup (ocop_record_get_text (progress->target, "name"));
  figure->text = ocop_progress_to_people (progress, &progress->fact);
  figure->day = progress->fact.day;
  figure->known = progress->fact.known && !ocop_date_is_known (figure->day);
  figure->value = progress->fact.figure;
  if (query != NULL)
    {
      figure->kind = ocop_query_get_kind (query);
      figure->ids = need_ids (reader, known, query, error);
      if (figure->ids == NULL)
        return FALSE;
    }
  g_ptr_array_add (self->figures, g_steal_pointer (&figure));
  return TRUE;
}

static OcopFrozen *
freeze_plan (OcopReader      *reader,
             const OcopPlan  *plan,
             GError         **error)
{
  g_autoptr(OcopFrozen) self = frozen_new ();
  g_autoptr(GHashTable) known = g_hash_table_new_full (ocop_query_hash, ocop_query_equal, (GDestroyNotify) ocop_query_free,
                                                         (GDestroyNotify) g_ptr_array_unref);

  self->from = plan->period.from;
  self->until = plan->period.until;
  self->on = plan->on;
  for (guint i = 0; i < plan->targets->len; i++)
    if (!add_progress (self, reader, known, plan, g_ptr_array_index (plan->targets, i), error))
      return NULL;
  return g_steal_pointer (&self);
}

/* Freezing */

/* {"kind": "product", "ids": ["…", …]} */
static char *
write_ids (const OcopFrozenFigure *figure)
{
  GString *text;

  if (figure->ids == NULL)
    return NULL;
  text = g_string_new (NULL);
  g_string_printf (text, "{\"kind\": \"%s\", \"ids\": [", figure->kind->name);
  for (guint i = 0; i < figure->ids->len; i++)
    g_string_append_printf (text, "%s\"%s\"", i > 0 ? ", " : "", (const char *) g_ptr_array_index (figure->ids, i));
  g_string_append (text, "]}");
  return g_string_free (text, FALSE);
}

static void
add_figure (OcopChange             *change,
            const char             *report,
            const OcopFrozenFigure *figure)
{
  g_autoptr(OcopRecord) record = ocop_record_new (ocop_kind_find ("frozen_figure"), NULL);
  g_autofree char *ids = write_ids (figure);

  ocop_record_set_text (record, "report", report);
  ocop_record_set_text (record, "target", figure->target);
  ocop_record_set_text (record, "name", figure->name);
  ocop_record_set_text (record, "text", figure->text);
  if (figure->known)
    ocop_record_set_integer (record, "value", figure->value);
  if (ocop_date_is_known (figure->day))
    ocop_record_set_date (record, "day", figure->day);
  ocop_record_set_text (record, "records", ids);
  ocop_change_add (change, record);
}

OcopChange *
ocop_freeze (OcopReader        *reader,
             const char        *plan,
             const OcopPeriod  *period,
             const char        *name,
             OcopDate           today,
             GError           **error)
{
  g_autoptr(OcopPlan) read = ocop_plan_read_now (reader, plan, period, today, error);
  g_autoptr(OcopFrozen) frozen = NULL;
  g_autoptr(OcopRecord) report = ocop_record_new (ocop_kind_find ("frozen_report"), NULL);
  OcopChange *change;

  if (read == NULL)
    return NULL;
  if (name == NULL)
    return ocop_refuse (error, _("A frozen report needs a name."));
  if (read->targets->len == 0)
    return ocop_refuse (error, _("The plan has no target yet."));
  frozen = freeze_plan (reader, read, error);
  if (frozen == NULL)
    return NULL;
  ocop_record_set_text (report, "plan", plan);
  ocop_record_set_text (report, "name", name);
  ocop_record_set_date (report, "from_day", frozen->from);
  ocop_record_set_date (report, "until_day", frozen->until);
  ocop_record_set_date (report, "frozen_on", frozen->on);
  change = ocop_change_new ("freeze", _("Freeze the figures of a plan"));
  ocop_change_add (change, report);
  for (guint i = 0; i < frozen->figures->len; i++)
    add_figure (change, ocop_record_get_id (report), g_ptr_array_index (frozen->figures, i));
  return change;
}

/* Reading */

static void
take_ids (OcopFrozenFigure *figure,
          const char       *text)
{
  g_autoptr(JsonParser) parser = json_parser_new ();
  JsonObject *object;
  JsonArray *ids;

  if (text == NULL || !json_parser_load_from_data (parser, text, -1, NULL) || !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    return;
  object = json_node_get_object (json_parser_get_root (parser));
  figure->kind = ocop_kind_find (json_object_get_string_member_with_default (object, "kind", ""));
  if (figure->kind == NULL || !json_object_has_member (object, "ids"))
    return;
  ids = json_object_get_array_member (object, "ids");
  figure->ids = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < json_array_get_length (ids); i++)
    g_ptr_array_add (figure->ids, g_strdup (json_array_get_string_element (ids, i)));
}

static OcopFrozenFigure *
read_figure (const OcopRecord *record)
{
  OcopFrozenFigure *figure = g_new0 (OcopFrozenFigure, 1);

  figure->target = g_strdup (ocop_record_get_text (record, "target"));
  figure->name = g_strdup (ocop_record_get_text (record, "name"));
  figure->text = g_strdup (ocop_record_get_text (record, "text"));
  figure->known = ocop_record_get (record, "value")->type != OCOP_VALUE_UNKNOWN;
  figure->value = ocop_record_get_integer (record, "value", 0);
  figure->day = ocop_record_get_date (record, "day");
  take_ids (figure, ocop_record_get_text (record, "records"));
  return figure;
}

static OcopFrozen *
read_report (OcopReader        *reader,
             const OcopRecord  *report,
             GError           **error)
{
  g_autoptr(GPtrArray) figures = ocop_records_load (reader, "frozen_figure", "report", ocop_record_get_id (report), NULL, error);
  OcopFrozen *self;

  if (figures == NULL)
    return NULL;
  self = frozen_new ();
  self->name = g_strdup (ocop_record_get_text (report, "name"));
  self->from = ocop_record_get_date (report, "from_day");
  self->until = ocop_record_get_date (report, "until_day");
  self->on = ocop_record_get_date (report, "frozen_on");
  for (guint i = 0; i < figures->len; i++)
    g_ptr_array_add (self->figures, read_figure (g_ptr_array_index (figures, i)));
  return self;
}

GPtrArray *
ocop_freeze_reports (OcopReader  *reader,
                     const char  *plan,
                     GError     **error)
{
  g_autoptr(GPtrArray) reports = ocop_records_load (reader, "frozen_report", "plan", plan, "frozen_on", error);

  for (guint i = 0; reports != NULL && i < reports->len / 2; i++)
    {
      gpointer later = reports->pdata[reports->len - 1 - i];

      reports->pdata[reports->len - 1 - i] = reports->pdata[i];
      reports->pdata[i] = later;
    }
  return g_steal_pointer (&reports);
}

/* Comparing */

static void
shift_free (OcopShift *shift)
{
  g_free (shift->id);
  g_free (shift->label);
  g_free (shift->why);
  g_free (shift);
}

static void
line_free (OcopFreezeLine *line)
{
  g_ptr_array_unref (line->shifts);
  g_free (line);
}

void
ocop_freeze_comparison_free (OcopFreezeComparison *self)
{
  g_ptr_array_unref (self->lines);
  g_clear_pointer (&self->now, frozen_free);
  g_clear_pointer (&self->before, frozen_free);
  g_free (self);
}

static void
add_shift (OcopFreezeLine *line,
           const OcopKind *kind,
           const char     *id,
           gboolean        came)
{
  OcopShift *shift = g_new0 (OcopShift, 1);

  shift->kind = kind;
  shift->id = g_strdup (id);
  shift->came = came;
  g_ptr_array_add (line->shifts, shift);
  line->n_came += came;
  line->n_went += !came;
}

/* Both are in the order of their ids. */
static void
find_shifts (OcopFreezeLine *line)
{
  const GPtrArray *now = line->now->ids, *before = line->before->ids;
  guint i = 0, j = 0;

  while (i < now->len || j < before->len)
    {
      int order = i == now->len ? 1 : j == before->len ? -1 : strcmp (now->pdata[i], before->pdata[j]);

      if (order < 0)
        add_shift (line, line->now->kind, now->pdata[i], TRUE);
      else if (order > 0)
        add_shift (line, line->before->kind, before->pdata[j], FALSE);
      i += order <= 0;
      j += order >= 0;
    }
}

static const OcopFrozenFigure *
find_figure (const OcopFrozen *self,
             const char       *target)
{
  for (guint i = 0; self != NULL && i < self->figures->len; i++)
    {
      const OcopFrozenFigure *figure = g_ptr_array_index (self->figures, i);

      if (g_str_equal (figure->target, target))
        return figure;
    }
  return NULL;
}

/* Why */

static char *
say_last_change (OcopReader *reader,
                 const char *id)
{
  g_autoptr(OcopRows) history = ocop_reader_history (reader, id, 1, NULL);
  g_autofree char *day = NULL;
  g_autofree char *shown = NULL;
  OcopDate date;

  if (history == NULL || ocop_rows_get_n_rows (history) == 0)
    return NULL;
  day = g_strndup (ocop_rows_get_text (history, 0, OCOP_HISTORY_TIME), strlen ("2026-01-01"));
  shown = ocop_date_parse (day, &date) ? ocop_date_to_people (date) : g_strdup ("");
  /* Translators: the name of a change, and its day */
  return g_strdup_printf (_("Last change: %s, %s"), ocop_rows_get_text (history, 0, OCOP_HISTORY_NAME), shown);
}

/* What its decision says: a new one, or that it is in force no longer. @row: state, number, date and last day of it. */
static char *
say_decision (const OcopShift *shift,
              const OcopRows  *row,
              OcopDate         then)
{
  static const char * const in_force[] = { "valid", "extended", "potential5", NULL };
  const char *state = ocop_rows_get_text (row, 0, 1), *number = ocop_rows_get_text (row, 0, 2);
  OcopDate decided = OCOP_DATE_UNKNOWN;
  g_autofree char *day = NULL;

  if (state != NULL && !g_strv_contains (in_force, state) && !shift->came)
    return ocop_field_format (ocop_kind_find_field (shift->kind, "state"), ocop_rows_get (row, 0, 1));
  if (!shift->came || ocop_rows_get_text (row, 0, 3) == NULL || !ocop_date_parse (ocop_rows_get_text (row, 0, 3), &decided) ||
      ocop_date_compare (decided, then) <= 0)
    return NULL;
  day = ocop_date_to_people (decided);
  return g_strdup_printf (_("Decision %s of %s"), number != NULL ? number : "", day);
}

static void
explain (OcopShift  *shift,
         OcopReader *reader,
         OcopDate    then,
         OcopDate    now)
{
  static const char * const columns[] = { "id", "state", "decision_number", "decision_date", NULL };
  static const char * const id_alone[] = { "id", NULL };
  gboolean is_product = g_str_equal (shift->kind->name, "product");
  g_autoptr(OcopQuery) query = ocop_query_new (shift->kind->name);
  g_autoptr(OcopRows) row = NULL;

  ocop_query_where (query, "id", OCOP_OPERATOR_IS, shift->id, NULL);
  ocop_query_set_on (query, now);
  row = ocop_reader_rows (reader, query, is_product ? columns : id_alone, 0, 1, NULL);
  shift->label = ocop_reader_label (reader, shift->kind, shift->id);
  if (row == NULL || ocop_rows_get_n_rows (row) == 0)
    shift->why = g_strdup (_("Deleted"));
  else if (is_product)
    shift->why = say_decision (shift, row, then);
  if (shift->why == NULL)
    shift->why = say_last_change (reader, shift->id);
}

static void
add_line (OcopFreezeComparison   *self,
          OcopReader             *reader,
          const OcopFrozenFigure *now)
{
  OcopFreezeLine *line = g_new0 (OcopFreezeLine, 1);

  line->now = now;
  line->before = find_figure (self->before, now->target);
  line->shifts = g_ptr_array_new_with_free_func ((GDestroyNotify) shift_free);
  if (now->ids != NULL && line->before != NULL && line->before->ids != NULL)
    find_shifts (line);
  for (guint i = 0; i < line->shifts->len; i++)
    {
      OcopShift *shift = g_ptr_array_index (line->shifts, i);

      if (i < MOST_EXPLAINED)
        explain (shift, reader, self->before->on, self->now->on);
      else
        shift->label = ocop_reader_label (reader, shift->kind, shift->id);
    }
  g_ptr_array_add (self->lines, line);
}

/* The same days as those of @report; what asks for the year of the plan gets it. */
static OcopPeriod
period_of (const OcopRecord *plan,
           const OcopFrozen *report)
{
  OcopPeriod whole = ocop_plan_period (plan);

  whole.from = report->from;
  whole.until = report->until;
  return whole;
}

static OcopFrozen *
read_present (OcopReader        *reader,
              const char        *plan,
              const OcopFrozen  *report,
              OcopDate           today,
              GError           **error)
{
  g_autoptr(OcopRecord) record = ocop_reader_load (reader, ocop_kind_find ("plan"), plan, error);
  g_autoptr(OcopPlan) read = NULL;
  OcopPeriod period;

  if (record == NULL)
    return NULL;
  period = period_of (record, report);
  read = ocop_plan_read_now (reader, plan, &period, today, error);
  return read != NULL ? freeze_plan (reader, read, error) : NULL;
}

/* @before: (out) (nullable): the report frozen before the one of the id @id */
static gboolean
read_before (OcopReader   *reader,
             const char   *plan,
             const char   *id,
             OcopFrozen  **before,
             GError      **error)
{
  g_autoptr(GPtrArray) reports = ocop_freeze_reports (reader, plan, error);

  for (guint i = 0; reports != NULL && i + 1 < reports->len; i++)
    if (g_str_equal (ocop_record_get_id (reports->pdata[i]), id))
      {
        *before = read_report (reader, reports->pdata[i + 1], error);
        return *before != NULL;
      }
  return reports != NULL;
}

OcopFreezeComparison *
ocop_freeze_compare (OcopReader      *reader,
                     const char      *report,
                     const OcopDate  *today,
                     GError         **error)
{
  g_autoptr(OcopFreezeComparison) self = g_new0 (OcopFreezeComparison, 1);
  g_autoptr(OcopRecord) record = ocop_reader_load (reader, ocop_kind_find ("frozen_report"), report, error);
  const char *plan = record != NULL ? ocop_record_get_text (record, "plan") : NULL;
  OcopFrozen *frozen = record != NULL ? read_report (reader, record, error) : NULL;

  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);
  if (frozen == NULL)
    return NULL;
  if (today != NULL)
    {
      self->before = frozen;
      self->now = read_present (reader, plan, frozen, *today, error);
    }
  else
    self->now = frozen;
  if (self->now == NULL || (today == NULL && !read_before (reader, plan, report, &self->before, error)))
    return NULL;
  for (guint i = 0; i < self->now->figures->len; i++)
    add_line (self, reader, g_ptr_array_index (self->now->figures, i));
  return g_steal_pointer (&self);
}

OcopQuery *
ocop_freeze_query_next_report (const OcopRecord *plan)
{
  OcopPeriod whole = ocop_plan_period (plan);
  OcopDate first = ocop_date_add_days (whole.until, 1), last = ocop_date_new (whole.until.year, 12, 31);
  char from[OCOP_DATE_TEXT_SIZE], until[OCOP_DATE_TEXT_SIZE];
  OcopQuery *query;

  if (ocop_date_compare (first, last) > 0)
    return NULL;
  query = ocop_query_new ("recognition");
  ocop_query_where (query, "decision_date", OCOP_OPERATOR_BETWEEN, ocop_date_to_text (first, from), ocop_date_to_text (last, until), NULL);
  return query;
}
