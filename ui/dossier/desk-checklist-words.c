/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/desk-checklist-words.h"

#include <glib/gi18n.h>

static const struct
{
  const char *icon;
  const char *style;
  const char *title;
} standings[] = {
  [OCOP_STANDING_GOOD] = { "desk-done-symbolic", "good", NC_("documents", "There") },
  [OCOP_STANDING_SOON] = { "desk-done-symbolic", "warn", NC_("documents", "Expiring soon") },
  [OCOP_STANDING_EXPIRED] = { "desk-warning-symbolic", "alarm", NC_("documents", "Expired") },
  [OCOP_STANDING_RENEW] = { "desk-warning-symbolic", "warn", NC_("documents", "To be renewed") },
  [OCOP_STANDING_MISSING] = { "desk-empty-symbolic", "alarm", NC_("documents", "Missing") },
  [OCOP_STANDING_OPEN] = { "desk-empty-symbolic", "quiet", NC_("documents", "Not there, by the criteria") },
  [OCOP_STANDING_NOT_NEEDED] = { "desk-none-symbolic", "quiet", NC_("documents", "Not needed") },
};

const char *
desk_standing_icon (OcopStanding standing)
{
  return standings[standing].icon;
}

const char *
desk_standing_style (OcopStanding standing)
{
  return standings[standing].style;
}

char *
desk_standing_count (OcopStanding standing,
                     guint        n)
{
  return g_strdup_printf ("%s %u", g_dpgettext2 (GETTEXT_PACKAGE, "documents", standings[standing].title), n);
}

char *
desk_checklist_state (const OcopChecklistEntry *entry)
{
  const OcopField *field = ocop_kind_find_field (ocop_kind_find ("dossier_document"), "state");
  g_autofree char *day = ocop_date_to_people (ocop_record_get_date (entry->record, "expires_on"));

  if (entry->standing == OCOP_STANDING_EXPIRED)
    return g_strdup_printf (_("Expired on %s"), day);
  if (entry->standing == OCOP_STANDING_OPEN)
    return g_strdup (C_("document", "Not there"));
  return g_strdup (ocop_field_choice_title (field, ocop_record_get_text (entry->record, "state")));
}

char *
desk_checklist_warning (const OcopChecklistEntry *entry)
{
  if (entry->standing != OCOP_STANDING_SOON)
    return NULL;
  if (entry->days_left == 0)
    return g_strdup (_("ends today"));
  return g_strdup_printf (ngettext ("ends in %d day", "ends in %d days", (gulong) entry->days_left), entry->days_left);
}

/* Takes @part, which is left out where @value is unknown. */
static void
add_fact (GString         *text,
          const OcopValue *value,
          char            *part)
{
  g_autofree char *owned = part;

  if (value->type == OCOP_VALUE_UNKNOWN)
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, owned);
}

static char *
format_day (const OcopRecord *document,
            const char       *field)
{
  return ocop_date_to_people (ocop_record_get_date (document, field));
}

char *
desk_checklist_facts (const OcopRecord *document)
{
  g_autofree char *issued = format_day (document, "issued_on");
  g_autofree char *expires = format_day (document, "expires_on");
  const char *number = ocop_record_get_text (document, "number");
  const char *note = ocop_record_get_text (document, "note");
  GString *text = g_string_new (NULL);

  add_fact (text, ocop_record_get (document, "number"), g_strdup_printf (_("no. %s"), number != NULL ? number : ""));
  add_fact (text, ocop_record_get (document, "issued_on"), g_strdup_printf (_("issued on %s"), issued));
  add_fact (text, ocop_record_get (document, "expires_on"), g_strdup_printf (_("expires on %s"), expires));
  add_fact (text, ocop_record_get (document, "note"), g_strdup (note));
  return g_string_free (text, FALSE);
}

static const char *
explain_need (const OcopDocument *document)
{
  switch (document->need)
    {
    case OCOP_DOCUMENT_ALWAYS:
      return C_("document", "demanded");
    case OCOP_DOCUMENT_BY_CRITERIA:
      return C_("document", "where a criterion of the sheet asks for it");
    case OCOP_DOCUMENT_IF_ANY:
    default:
      return C_("document", "if there is any");
    }
}

char *
desk_checklist_explain (const OcopChecklistEntry *entry,
                        OcopDossierKind           kind)
{
  const OcopDocument *document = entry->document;

  if (document == NULL)
    return g_strdup (_("Added by the office"));
  if (document->form == NULL)
    return g_strdup_printf ("%s · %s", document->articles[kind], explain_need (document));
  return g_strdup_printf ("%s · %s · %s", document->form, document->articles[kind], explain_need (document));
}

const char *
desk_checklist_section (const OcopChecklistEntry *entry)
{
  static const char * const sections[] = {
    [OCOP_DOCUMENT_FROM_PRODUCER] = NC_("documents", "The producer's papers"),
    [OCOP_DOCUMENT_FROM_COMMUNE] = NC_("documents", "The commune's papers"),
    [OCOP_DOCUMENT_FROM_PROVINCE] = NC_("documents", "The province's papers, for the centre"),
  };

  return entry->document != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, "documents", sections[entry->document->from])
                                 : C_("documents", "Other papers");
}
