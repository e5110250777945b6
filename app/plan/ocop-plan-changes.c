/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/ocop-plan-changes.h"

#include <glib/gi18n.h>

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
