/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What letters say of how the council came to its result: at a meeting, or by written opinions (article 7.6). */

#include "report/council/ocop-council-letter.h"

#include <glib/gi18n.h>

#include "report/council/ocop-council-head.h"
#include "report/ocop-template-head.h"

static char *
dup_day (OcopDate day)
{
  return ocop_date_is_day (day) ? ocop_date_to_document (day) : g_strdup (_("day … month … year …"));
}

static void
set_meeting (OcopTemplateData       *data,
             const OcopCouncilFacts *facts)
{
  const char *venue = ocop_record_get_text (facts->session->record, "venue");
  g_autofree char *day = ocop_council_dup_day (facts);
  g_autofree char *where = g_strdup_printf (_("%s, at %s"), day, venue != NULL ? venue : "……");
  g_autofree char *manner = g_strdup_printf (_("met on %s"), day);
  g_autofree char *basis = g_strdup_printf (_("the minutes of its meeting of %s"), day);

  ocop_template_data_set (data, "thoi_gian_dia_diem", where);
  ocop_template_data_set (data, "hinh_thuc_danh_gia", manner);
  ocop_template_data_set (data, "can_cu_ket_qua", basis);
  ocop_template_data_set (data, "ho_so_kem_to_trinh", _("the report and the minutes of the council; the report of the advisory group"));
  ocop_template_data_set (data, "viec_tham_dinh",
                          _("The advisory group has assessed the dossiers, visited where it was needed and reported to the council."));
}

/* Who was asked and has sent nothing. */
static char *
dup_silent (const OcopSession *session)
{
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; i < session->members->len; i++)
    {
      const OcopSessionMember *member = ocop_session_get_member (session, i);

      if (ocop_session_is_asked (session, i) && !member->present)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", member->name);
    }
  return names->len > 0 ? g_string_free (g_steal_pointer (&names), FALSE) : g_strdup (_("none"));
}

static guint
count_asked (const OcopSession *session)
{
  guint n = 0;

  for (guint i = 0; i < session->members->len; i++)
    n += ocop_session_is_asked (session, i);
  return n;
}

/* The members meet only where they differ much (article 7.6). */
static char *
describe_difference (const OcopCouncilFacts *facts)
{
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; i < facts->products->len; i++)
    {
      const OcopCouncilProduct *product = ocop_council_facts_get_product (facts, i);

      if (product->scored->verdict->spread_exceeded)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", ocop_product_facts_get_name (product->facts));
    }
  if (names->len == 0)
    return g_strdup (_("The opinions do not differ so much that a meeting is needed."));
  return g_strdup_printf (_("The opinions differ much, so that a meeting is needed, on: %s."), names->str);
}

static void
set_written (OcopTemplateData       *data,
             const OcopCouncilFacts *facts)
{
  g_autofree char *last = dup_day (ocop_record_get_date (facts->session->record, "answers_by"));
  g_autofree char *sent = dup_day (facts->sent_on);
  g_autofree char *where = g_strdup_printf (_("written opinions, to be given by the end of %s"), last);
  g_autofree char *manner = g_strdup_printf (_("asked its members for written opinions, to be given by the end of %s"), last);
  g_autofree char *basis = g_strdup_printf (_("the table of the members' written opinions (to be given by the end of %s)"), last);
  g_autofree char *silent = dup_silent (facts->session);
  g_autofree char *difference = describe_difference (facts);

  ocop_template_data_set (data, "thoi_gian_dia_diem", where);
  ocop_template_data_set (data, "hinh_thuc_danh_gia", manner);
  ocop_template_data_set (data, "can_cu_ket_qua", basis);
  ocop_template_data_set (data, "ho_so_kem_to_trinh", _("the report of the council and the table of its members' opinions"));
  ocop_template_data_set (data, "viec_tham_dinh",
                          _("The office has checked the dossiers and reported to the chair of the council; a re-evaluation needs no assessment by the advisory group."));
  ocop_template_data_set (data, "ngay_gui_phieu", sent);
  ocop_template_data_set (data, "han_tra_loi", last);
  ocop_template_data_set (data, "chua_co_y_kien", silent);
  ocop_template_data_set (data, "chenh_lech_y_kien", difference);
  ocop_template_set_number (data, "so_thanh_vien_hoi_y_kien", count_asked (facts->session));
}

void
ocop_council_letter_add_manner (OcopTemplateData       *data,
                                const OcopCouncilFacts *facts)
{
  if (ocop_session_is_written (facts->session))
    set_written (data, facts);
  else
    set_meeting (data, facts);
}
