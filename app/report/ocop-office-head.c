/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/ocop-office-head.h"

#include <string.h>

#include <glib/gi18n.h>

/* Names of bodies and offices stand in capitals (decree 30/2020/NĐ-CP, annex I). */
static char *
dup_capitals (const char *text)
{
  return text != NULL ? g_utf8_strup (text, -1) : NULL;
}

void
ocop_office_head_write (OcopPaper        *paper,
                        const OcopRecord *office)
{
  const char *name = ocop_record_get_text (office, "name");

  paper->superior = dup_capitals (ocop_record_get_text (office, "superior"));
  paper->body = dup_capitals (name);
  paper->national_head = name != NULL;
  paper->number = name != NULL ? g_strdup (_("No.: ……/……")) : NULL;
  paper->place = g_strdup (ocop_record_get_text (office, "place"));
  paper->practice = ocop_record_get_integer (office, "practice", 0) != 0;
}

char *
ocop_office_dup_signer_lines (const char *title)
{
  static const char * const in_whose_place[] = { "TM.", "KT.", "TL.", "TUQ.", "Q." };
  g_autofree char *capitals = g_utf8_strup (title, -1);
  g_auto(GStrv) parts = g_strsplit (capitals, ", ", -1);

  for (guint i = 0; i < G_N_ELEMENTS (in_whose_place); i++)
    if (g_str_has_prefix (capitals, in_whose_place[i]))
      return g_strjoinv ("\n", parts);
  return g_steal_pointer (&capitals);
}

/* By the keys of the office's field. */
static const struct
{
  const char *key;
  OcopPaperAuthority authority;
} authorities[] = {
  { "on-behalf", OCOP_PAPER_ON_BEHALF },
  { "for-head", OCOP_PAPER_FOR_HEAD },
  { "by-order", OCOP_PAPER_BY_ORDER },
  { "by-authority", OCOP_PAPER_BY_AUTHORITY },
};

static void
write_authority (OcopPaper        *paper,
                 const OcopRecord *office)
{
  const char *key = ocop_record_get_text (office, "authority");
  g_autofree char *of = dup_capitals (ocop_record_get_text (office, "authority_of"));

  for (guint i = 0; of != NULL && i < G_N_ELEMENTS (authorities); i++)
    if (g_strcmp0 (authorities[i].key, key) == 0)
      ocop_paper_add_authority (paper, authorities[i].authority, of);
}

/* As people type them, each with the dash before it and the sign after it that the papers add by themselves. */
static const char *
strip_recipient (char *line)
{
  g_strstrip (line);
  if (g_str_has_prefix (line, "- "))
    memmove (line, line + 2, strlen (line) - 1);
  for (gsize n = strlen (line); n > 0 && strchr (";., ", line[n - 1]) != NULL; n--)
    line[n - 1] = '\0';
  return line;
}

void
ocop_office_foot_write (OcopPaper        *paper,
                        const OcopRecord *office)
{
  const char *recipients = ocop_record_get_text (office, "recipients");
  g_auto(GStrv) lines = g_strsplit (recipients != NULL ? recipients : "", "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    if (*strip_recipient (*line) != '\0')
      ocop_paper_add_recipient (paper, *line);
  write_authority (paper, office);
  paper->signer_title = dup_capitals (ocop_record_get_text (office, "signatory_title"));
  paper->signer_name = g_strdup (ocop_record_get_text (office, "signatory"));
}

void
ocop_office_head_clear (OcopPaper *paper)
{
  g_clear_pointer (&paper->superior, g_free);
  g_clear_pointer (&paper->body, g_free);
  g_clear_pointer (&paper->number, g_free);
  g_clear_pointer (&paper->place, g_free);
  paper->national_head = FALSE;
  g_ptr_array_set_size (paper->recipients, 0);
  g_ptr_array_set_size (paper->authorities, 0);
  g_clear_pointer (&paper->signer_title, g_free);
  g_clear_pointer (&paper->signer_name, g_free);
}
