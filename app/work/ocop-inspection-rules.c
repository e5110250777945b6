/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "work/ocop-inspection-rules.h"

#include "base/ocop-data.h"
#include "base/ocop-json-reader.h"

#define FILE_NAME "work/inspections.json"
#define MOST_DAYS 3660
#define MOST_WEIGHT 1000

static void
read_coverage (OcopJsonReader      *reader,
               OcopInspectionRules *rules)
{
  ocop_json_reader_enter (reader, "coverage");
  rules->producers_percent = ocop_json_reader_number (reader, "producers_percent", 0, 100);
  rules->localities_percent = ocop_json_reader_number (reader, "localities_percent", 0, 100);
  ocop_json_reader_leave (reader);
}

static void
read_days (OcopJsonReader      *reader,
           OcopInspectionRules *rules)
{
  ocop_json_reader_enter (reader, "days");
  rules->expiring_days = ocop_json_reader_number (reader, "expiring", 0, MOST_DAYS);
  rules->complaint_days = ocop_json_reader_number (reader, "complaint", 0, MOST_DAYS);
  rules->long_since_days = ocop_json_reader_number (reader, "long_since", 0, MOST_DAYS);
  rules->repair_days = ocop_json_reader_number (reader, "repair", 0, MOST_DAYS);
  ocop_json_reader_leave (reader);
}

/* In the order of the bits. */
static void
read_weights (OcopJsonReader      *reader,
              OcopInspectionRules *rules)
{
  static const char * const names[OCOP_N_INSPECT_REASONS] = { "repair", "complaint", "expiring", "never", "long_since" };

  ocop_json_reader_enter (reader, "weights");
  for (guint i = 0; i < OCOP_N_INSPECT_REASONS; i++)
    rules->weights[i] = ocop_json_reader_number (reader, names[i], 0, MOST_WEIGHT);
  ocop_json_reader_leave (reader);
}

static void
read_topics (OcopJsonReader      *reader,
             OcopInspectionRules *rules)
{
  guint n = ocop_json_reader_enter_array (reader, "points");

  rules->topics = g_ptr_array_new ();
  for (guint i = 0; i < n; i++)
    {
      OcopInspectTopic *topic = g_new0 (OcopInspectTopic, 1);

      ocop_json_reader_enter_element (reader, i);
      topic->topic = ocop_json_reader_text (reader, "topic");
      topic->each_product = ocop_json_reader_flag (reader, "each_product");
      ocop_json_reader_leave (reader);
      g_ptr_array_add (rules->topics, topic);
    }
  ocop_json_reader_leave (reader);
}

static OcopInspectionRules *
load (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = ocop_data_lookup (FILE_NAME, &error);
  g_autoptr(OcopJsonReader) reader = bytes != NULL ? ocop_json_reader_new (bytes, FILE_NAME) : NULL;
  OcopInspectionRules *rules = g_new0 (OcopInspectionRules, 1);

  if (reader != NULL)
    {
      read_coverage (reader, rules);
      read_days (reader, rules);
      read_weights (reader, rules);
      read_topics (reader, rules);
    }
  if (reader == NULL || !ocop_json_reader_finish (reader, &error))
    g_error ("%s: %s", FILE_NAME, error->message);
  return rules;
}

const OcopInspectionRules *
ocop_inspection_rules (void)
{
  static gsize rules = 0;

  if (g_once_init_enter (&rules))
    g_once_init_leave (&rules, (gsize) load ());
  return (const OcopInspectionRules *) rules;
}
