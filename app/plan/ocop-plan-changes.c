/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/ocop-plan-changes.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "plan/ocop-indicator.h"
#include "register/ocop-records.h"

OcopRecord *
ocop_plan_begin (OcopReader  *reader,
                 guint        year,
                 GError     **error)
{
  g_autoptr(OcopRecord) office = ocop_reader_office (reader, error);
  g_autofree char *name = g_strdup_printf (_("OCOP plan for %u"), year);
  OcopRecord *plan;

  if (office == NULL)
    return NULL;
  plan = ocop_record_new (ocop_kind_find ("plan"), NULL);
  ocop_record_set_text (plan, "name", name);
  ocop_record_set_integer (plan, "year", year);
  ocop_record_set_text (plan, "state", "draft");
  ocop_record_set_text (plan, "level", ocop_record_get_text (office, "level"));
  ocop_record_set_text (plan, "unit", ocop_record_get_text (office, "unit"));
  ocop_record_set_text (plan, "office", ocop_record_get_text (office, "name"));
  return plan;
}

static const char *
operator_for (OcopAim aim)
{
  switch (aim)
    {
    case OCOP_AIM_EACH:
      return "each-at-least";
    case OCOP_AIM_DAY:
    case OCOP_AIM_DAY_EACH:
      return "by-day";
    case OCOP_AIM_CLASSES:
    case OCOP_AIM_PAIR:
      return "counted";
    default:
      return "at-least";
    }
}

static OcopRecord *
make_target (const char          *plan,
             const OcopIndicator *indicator,
             gint64               place)
{
  OcopRecord *target = ocop_record_new (ocop_kind_find ("target"), NULL);

  ocop_record_set_text (target, "plan", plan);
  ocop_record_set_integer (target, "place", place);
  ocop_record_set_text (target, "code", indicator->code);
  ocop_record_set_text (target, "section", indicator->section);
  ocop_record_set_text (target, "name", indicator->title);
  ocop_record_set_text (target, "indicator", indicator->code);
  ocop_record_set_text (target, "unit_name", indicator->unit);
  ocop_record_set_text (target, "operator", operator_for (indicator->aim));
  return target;
}

static gboolean
counts_already (const GPtrArray *targets,
                const char      *code)
{
  for (guint i = 0; i < targets->len; i++)
    if (g_strcmp0 (ocop_record_get_text (targets->pdata[i], "indicator"), code) == 0)
      return TRUE;
  return FALSE;
}

OcopChange *
ocop_plan_add_targets (OcopReader          *reader,
                       const char          *plan,
                       const char * const  *codes,
                       GError             **error)
{
  g_autoptr(OcopIndicators) indicators = ocop_indicators_read (reader, error);
  g_autoptr(GPtrArray) targets = indicators != NULL ? ocop_records_load (reader, "target", "plan", plan, "place", error) : NULL;
  OcopChange *change;
  gint64 place = 0;

  if (targets == NULL)
    return NULL;
  if (targets->len > 0)
    place = ocop_record_get_integer (targets->pdata[targets->len - 1], "place", targets->len);
  change = ocop_change_new ("targets", _("Add targets to a plan"));
  for (guint i = 0; codes[i] != NULL; i++)
    {
      const OcopIndicator *indicator = ocop_indicators_find (indicators, codes[i]);
      g_autoptr(OcopRecord) target = NULL;

      if (indicator == NULL || counts_already (targets, codes[i]))
        continue;
      target = make_target (plan, indicator, ++place);
      ocop_change_add (change, target);
    }
  return change;
}

/* Issue */

static gboolean
lacks_number (const OcopRecord *target)
{
  static const char * const without[] = { "by-day", "counted", "qualitative", NULL };
  const char *op = ocop_record_get_text (target, "operator");

  if (g_strcmp0 (op, "by-day") == 0)
    return !ocop_date_is_known (ocop_record_get_date (target, "by_day"));
  return !g_strv_contains (without, op) && ocop_record_get (target, "value")->type == OCOP_VALUE_UNKNOWN;
}

static gboolean
can_be_issued (OcopReader        *reader,
               const OcopRecord  *plan,
               GError           **error)
{
  g_autoptr(GPtrArray) targets = NULL;

  if (g_strcmp0 (ocop_record_get_text (plan, "state"), "issued") == 0)
    return ocop_refuse (error, _("The plan is issued already.")), FALSE;
  targets = ocop_records_load (reader, "target", "plan", ocop_record_get_id (plan), "place", error);
  if (targets == NULL)
    return FALSE;
  if (targets->len == 0)
    return ocop_refuse (error, _("The plan has no target yet.")), FALSE;
  for (guint i = 0; i < targets->len; i++)
    if (lacks_number (targets->pdata[i]))
      return ocop_refuse (error, _("“%s” has no number yet."), ocop_record_get_text (targets->pdata[i], "name")), FALSE;
  return TRUE;
}

OcopChange *
ocop_plan_issue (OcopReader  *reader,
                 const char  *plan,
                 const char  *number,
                 OcopDate     day,
                 GError     **error)
{
  g_autoptr(OcopRecord) before = ocop_reader_load (reader, ocop_kind_find ("plan"), plan, error);
  g_autoptr(OcopRecord) after = NULL;
  OcopChange *change;

  if (before == NULL || !can_be_issued (reader, before, error))
    return NULL;
  if (number == NULL || !ocop_date_is_day (day))
    return ocop_refuse (error, _("A plan is issued with its number and day."));
  after = ocop_record_copy (before);
  ocop_record_set_text (after, "state", "issued");
  ocop_record_set_text (after, "number", number);
  ocop_record_set_date (after, "issued_on", day);
  change = ocop_change_new ("plan", _("Issue a plan"));
  ocop_change_edit (change, before, after);
  return change;
}

/* Copies */

typedef struct
{
  OcopReader *reader;
  OcopChange *change;
  GHashTable *ids;      /* of what was copied → of its copy */
  int years;            /* by which days move */
} Copying;

/* What the copies of another year do not take over: what was done. */
static const char * const undone[] = { "done_on", "evidence", "file", "paid", "paid_on", NULL };

/* A plan that amends another goes on where that stands. */
static gboolean
amends (const Copying *copying)
{
  return copying->years == 0;
}

static void
move_day (OcopRecord      *copy,
          const OcopField *field,
          int              years)
{
  OcopDate day = ocop_record_get_date (copy, field->name);

  if (ocop_date_is_day (day))
    ocop_record_set_date (copy, field->name, ocop_date_add_months (day, years * 12));
}

/* Of @record, with links to what was copied before it leading to the copies. */
static OcopRecord *
make_copy (Copying          *copying,
           const OcopRecord *record)
{
  const OcopKind *kind = ocop_record_get_kind (record);
  OcopRecord *copy = ocop_record_new (kind, NULL);

  for (const OcopField *field = kind->fields; field->name != NULL && ocop_field_is_stored (field); field++)
    {
      const char *moved = field->type == OCOP_FIELD_LINK && ocop_record_get_text (record, field->name) != NULL
                            ? g_hash_table_lookup (copying->ids, ocop_record_get_text (record, field->name)) : NULL;

      if (!amends (copying) && g_strv_contains (undone, field->name))
        continue;
      ocop_record_set (copy, field->name, ocop_record_get (record, field->name));
      if (moved != NULL)
        ocop_record_set_text (copy, field->name, moved);
      if (field->type == OCOP_FIELD_DATE)
        move_day (copy, field, copying->years);
    }
  g_hash_table_insert (copying->ids, g_strdup (ocop_record_get_id (record)), g_strdup (ocop_record_get_id (copy)));
  return copy;
}

static gboolean
copy_parts (Copying     *copying,
            const char  *kind,
            const char  *link,
            const char  *of,
            const char  *order,
            GError     **error)
{
  g_autoptr(GPtrArray) records = ocop_records_load (copying->reader, kind, link, of, order, error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      g_autoptr(OcopRecord) copy = make_copy (copying, records->pdata[i]);

      if (!amends (copying) && g_str_equal (kind, "task"))
        ocop_record_set_text (copy, "state", "planned");
      ocop_change_add (copying->change, copy);
    }
  return records != NULL;
}

/* "… năm 2026" becomes "… năm 2027". */
static void
set_year_in_name (OcopRecord *copy,
                  guint       year,
                  int         years)
{
  GString *name = g_string_new (ocop_record_get_text (copy, "name"));
  g_autofree char *former = g_strdup_printf ("%u", year - (guint) years);
  g_autofree char *now = g_strdup_printf ("%u", year);

  g_string_replace (name, former, now, 0);
  ocop_record_set_text (copy, "name", name->str);
  g_string_free (name, TRUE);
}

static OcopRecord *
copy_plan (Copying          *copying,
           const OcopRecord *plan,
           guint             year)
{
  OcopRecord *copy = make_copy (copying, plan);
  gint64 until = ocop_record_get_integer (plan, "until_year", 0);

  set_year_in_name (copy, year, copying->years);
  ocop_record_set_text (copy, "state", "draft");
  ocop_record_set_text (copy, "number", NULL);
  ocop_record_set_date (copy, "issued_on", OCOP_DATE_UNKNOWN);
  ocop_record_set_text (copy, "file", NULL);
  ocop_record_set_integer (copy, "year", year);
  if (until > 0)
    ocop_record_set_integer (copy, "until_year", until + copying->years);
  ocop_record_set_text (copy, "amends", amends (copying) ? ocop_record_get_id (plan) : NULL);
  return copy;
}

/* What was told by hand and registered stays with the plan's year. */
static gboolean
copy_standing (Copying     *copying,
               const char  *plan,
               GError     **error)
{
  return copy_parts (copying, "target_figure", "target.plan", plan, "counted_on", error) &&
         copy_parts (copying, "plan_product", "plan", plan, "place", error);
}

OcopChange *
ocop_plan_copy (OcopReader  *reader,
                const char  *plan,
                guint        year,
                char       **id,
                GError     **error)
{
  g_autoptr(OcopRecord) record = ocop_reader_load (reader, ocop_kind_find ("plan"), plan, error);
  g_autoptr(OcopRecord) copy = NULL;
  g_autoptr(GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(OcopChange) change = ocop_change_new ("plan-copy", _("Copy a plan"));
  Copying copying = { reader, change, ids, 0 };

  if (record == NULL)
    return NULL;
  copying.years = (int) year - (int) ocop_record_get_integer (record, "year", year);
  copy = copy_plan (&copying, record, year);
  ocop_change_add (change, copy);
  if (!copy_parts (&copying, "target", "plan", plan, "place", error) ||
      !copy_parts (&copying, "target_share", "target.plan", plan, NULL, error) ||
      !copy_parts (&copying, "task", "plan", plan, "place", error) ||
      !copy_parts (&copying, "budget_line", "plan", plan, "place", error) ||
      (amends (&copying) && !copy_standing (&copying, plan, error)))
    return NULL;
  *id = g_strdup (ocop_record_get_id (copy));
  return g_steal_pointer (&change);
}
