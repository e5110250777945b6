/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What all letters say. The words around it are in the templates. */

#include "report/council/ocop-council-letter.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/ocop-number.h"
#include "base/ocop-text.h"
#include "law/ocop-law.h"
#include "report/ocop-office-head.h"
#include "report/ocop-template-head.h"
#include "report/ocop-template-list.h"

/* What a letter says of who writes it. */
typedef struct
{
  OcopTemplateData *data;
  const OcopPack *pack;
  const OcopPackItem *item;
  const OcopRecord *office;
  const char *province;
} Letter;

static char *
dup_committee (const Letter *letter)
{
  return g_strdup_printf (_("People's Committee of %s"), letter->province != NULL ? letter->province : _("the province"));
}

/* In capitals, as heads have names; that of the committee in the two lines that it is known by. */
static char *
dup_head_line (const Letter *letter,
               const char   *name)
{
  g_autofree char *committee = dup_committee (letter);
  g_autofree char *province = NULL;

  if (letter->province == NULL || g_strcmp0 (name, committee) != 0)
    return name != NULL ? ocop_template_dup_head_name (name, letter->province) : NULL;
  province = g_utf8_strup (letter->province, -1);
  return g_strdup_printf (_("PEOPLE'S COMMITTEE\n%s"), province);
}

/* The names of the body, in capitals for the head and as they stand for sentences. */
static void
set_body (Letter     *letter,
          const char *superior,
          const char *body)
{
  g_autofree char *upper = dup_head_line (letter, superior);
  g_autofree char *capitals = dup_head_line (letter, body);

  ocop_template_set_superior (letter->data, upper);
  ocop_template_set_or_dots (letter->data, "co_quan_ban_hanh", capitals);
  ocop_template_set_or_dots (letter->data, "co_quan_ban_hanh_thuong", body);
}

static void
set_signature (Letter     *letter,
               const char *rank,
               const char *name)
{
  ocop_template_data_set (letter->data, "quyen_han_ky", rank);
  ocop_template_data_set (letter->data, "nguoi_ky", name);
}

/* Whether the recipient is the province's committee itself: "UBND tỉnh (báo cáo)". Its chair is another one. */
static gboolean
is_committee (const Letter *letter,
              const char   *recipient)
{
  static const char * const names[] = { "ubnd ", "uy ban nhan dan " };
  g_autofree char *name = g_strndup (recipient, strcspn (recipient, "(,;"));
  g_autofree char *folded = ocop_text_fold (name);
  g_autofree char *province = ocop_text_fold (letter->province != NULL ? letter->province : "tỉnh");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *of = folded + strlen (names[i]);

      if (g_str_has_prefix (folded, names[i]) && (g_str_equal (of, "tinh") || g_str_equal (of, province)
                                                  || (g_str_equal (of, "thanh pho") && g_str_has_prefix (province, of))))
        return TRUE;
    }
  return FALSE;
}

/* The office's own; what the committee issues it does not send to itself. */
static void
set_recipients (Letter           *letter,
                OcopLetterIssuer  issuer)
{
  g_autoptr(OcopPaper) paper = ocop_paper_new ("");

  ocop_office_foot_write (paper, letter->office);
  for (guint i = paper->recipients->len; i > 0 && (issuer == OCOP_LETTER_CHAIR || issuer == OCOP_LETTER_COMMITTEE); i--)
    if (is_committee (letter, paper->recipients->pdata[i - 1]))
      g_ptr_array_remove_index (paper->recipients, i - 1);
  ocop_template_write_recipients (letter->data, paper);
}

/* The number is written in when the paper is issued. */
static void
set_number (Letter           *letter,
            OcopLetterIssuer  issuer)
{
  static const char * const bodies[] = {
    [OCOP_LETTER_OFFICE] = NULL,
    [OCOP_LETTER_COUNCIL] = "HĐ",
    [OCOP_LETTER_CHAIR] = "UBND",
    [OCOP_LETTER_COMMITTEE] = "UBND",
  };

  ocop_template_write_number (letter->data, ocop_template_list_find (letter->item->template)->symbol, bodies[issuer]);
}

static void
set_office_issuer (Letter *letter)
{
  g_autoptr(OcopPaper) paper = ocop_paper_new ("");

  ocop_office_foot_write (paper, letter->office);
  set_body (letter, ocop_record_get_text (letter->office, "superior"), ocop_record_get_text (letter->office, "name"));
  ocop_template_write_signer (letter->data, paper);
}

static void
set_council_issuer (Letter *letter)
{
  const OcopCouncilPeople *people = letter->pack->council != NULL ? letter->pack->council->people : NULL;
  g_autofree char *committee = dup_committee (letter);

  set_body (letter, committee, people != NULL ? ocop_record_get_text (people->council, "name") : NULL);
  set_signature (letter, _("ON BEHALF OF THE COUNCIL\nCHAIR"), people != NULL ? ocop_council_people_find_name (people, "chair") : NULL);
}

/* The committee's own papers are signed in its name; the chair's decisions are not. */
static void
set_committee (Letter   *letter,
               gboolean  on_behalf)
{
  const OcopRecord *decision = letter->item->decision != NULL ? letter->item->decision->decision->record : NULL;
  const char *title = decision != NULL ? ocop_record_get_text (decision, "signatory_title") : NULL;
  g_autofree char *committee = dup_committee (letter);
  g_autofree char *lines = ocop_office_dup_signer_lines (title != NULL ? title : _("CHAIR"));
  g_autofree char *rank = on_behalf ? g_strdup_printf (_("ON BEHALF OF THE PEOPLE'S COMMITTEE\n%s"), lines) : g_strdup (lines);

  set_body (letter, NULL, committee);
  set_signature (letter, rank, decision != NULL ? ocop_record_get_text (decision, "signatory") : NULL);
}

static void
set_chair_issuer (Letter *letter)
{
  set_committee (letter, FALSE);
}

static void
set_committee_issuer (Letter *letter)
{
  set_committee (letter, TRUE);
}

static void
set_authority (Letter *letter)
{
  g_autofree char *chair = g_strdup_printf (_("Chair of the People's Committee of %s"),
                                            letter->province != NULL ? letter->province : _("the province"));
  g_autofree char *capitals = g_utf8_strup (chair, -1);

  ocop_template_data_set (letter->data, "tham_quyen_ban_hanh", capitals);
  ocop_template_data_set (letter->data, "tham_quyen_ban_hanh_thuong", chair);
  ocop_template_data_set (letter->data, "noi_kinh_gui", chair);
}

static void
set_office (Letter *letter)
{
  const char *name = ocop_record_get_text (letter->office, "name");

  ocop_template_write_contact (letter->data, name, ocop_record_get_text (letter->office, "phone"));
  ocop_template_set_or_dots (letter->data, "co_quan_tham_muu", name);
  ocop_template_set_or_dots (letter->data, "co_quan_trinh", name);
  ocop_template_set_or_dots (letter->data, "ten_tinh", letter->province);
  ocop_template_data_set (letter->data, "co_quan_trung_uong", _("Ministry of Agriculture and Environment"));
}

/* The day of the submission is known once the decision was submitted. */
static void
set_submission (Letter *letter)
{
  OcopDate on = letter->item->decision != NULL ? ocop_record_get_date (letter->item->decision->decision->record, "submitted_on") : OCOP_DATE_UNKNOWN;
  g_autofree char *day = ocop_date_is_day (on) ? ocop_date_to_document (on) : g_strdup (_("day … month … year …"));
  g_autofree char *text = g_strdup_printf (_("……/TTr-…… of %s"), day);

  ocop_template_data_set (letter->data, "so_to_trinh", text);
}

/* The rules that a letter refers to; the book's own figures, of the session's day. */
static void
set_rules (Letter             *letter,
           const OcopRuleBook *book)
{
  const OcopStarClass *best = &g_array_index (book->classes, OcopStarClass, 0);
  g_autofree char *points = ocop_quantity_to_people (best->least_points);
  g_autofree char *months = g_strdup_printf ("%u", book->validity_months);

  ocop_template_write_rules (letter->data, book);
  ocop_template_data_set (letter->data, "diem_5_sao", points);
  ocop_template_data_set (letter->data, "so_thang_hieu_luc", months);
}

static OcopDate
get_day (const OcopPack *pack)
{
  return pack->council != NULL && ocop_date_is_day (pack->council->held_on) ? pack->council->held_on : ocop_date_today ();
}

OcopTemplateData *
ocop_council_letter_new (const OcopPack     *pack,
                         const OcopPackItem *item,
                         OcopLetterIssuer    issuer)
{
  static void (* const set_issuer[]) (Letter *) = {
    [OCOP_LETTER_OFFICE] = set_office_issuer,
    [OCOP_LETTER_COUNCIL] = set_council_issuer,
    [OCOP_LETTER_CHAIR] = set_chair_issuer,
    [OCOP_LETTER_COMMITTEE] = set_committee_issuer,
  };
  Letter letter = {
    .data = ocop_template_data_new (),
    .pack = pack,
    .item = item,
    .office = item->decision != NULL ? item->decision->office : pack->council->office,
    .province = item->decision != NULL ? item->decision->province : pack->council->province,
  };

  ocop_template_write_number_and_day (letter.data, ocop_record_get_text (letter.office, "place"), OCOP_DATE_UNKNOWN);
  set_authority (&letter);
  set_office (&letter);
  set_rules (&letter, ocop_law_book_on (ocop_law_get_default (), get_day (pack)));
  set_submission (&letter);
  set_number (&letter, issuer);
  set_recipients (&letter, issuer);
  set_issuer[issuer] (&letter);
  return letter.data;
}
