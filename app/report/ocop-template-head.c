/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/ocop-template-head.h"

#include <glib/gi18n.h>

#include "base/ocop-number.h"

#define DOTS "……"
#define NO_BREAK_SPACE "\xc2\xa0"

void
ocop_template_set_number (OcopTemplateData *data,
                          const char       *field,
                          guint             number)
{
  g_autofree char *text = ocop_number_to_document (number);

  ocop_template_data_set (data, field, text);
}

void
ocop_template_set_or_dots (OcopTemplateData *data,
                           const char       *field,
                           const char       *text)
{
  ocop_template_data_set (data, field, text != NULL && *text != '\0' ? text : DOTS);
}

char *
ocop_template_dup_head_name (const char *name,
                             const char *province)
{
  g_autofree char *capitals = g_utf8_strup (name, -1);
  g_autofree char *loose = g_utf8_strup (province != NULL ? province : "", -1);
  g_auto(GStrv) words = g_strsplit (loose, " ", -1);
  g_autofree char *bound = g_strjoinv (NO_BREAK_SPACE, words);
  g_autoptr(GString) text = g_string_new (capitals);

  if (*loose != '\0')
    g_string_replace (text, loose, bound, 0);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
ocop_template_set_superior (OcopTemplateData *data,
                            const char       *superior)
{
  g_autofree char *line = superior != NULL ? g_strconcat (superior, "\n", NULL) : NULL;

  ocop_template_data_set (data, "co_quan_chu_quan", line);
}

static void
write_bodies (OcopTemplateData *data,
              const OcopPaper  *paper)
{
  ocop_template_set_superior (data, paper->superior);
  ocop_template_data_set (data, "co_quan_ban_hanh", paper->body);
}

void
ocop_template_write_recipients (OcopTemplateData *data,
                                const OcopPaper  *paper)
{
  const char *files = _("Files");
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < paper->recipients->len; i++)
    if (!g_str_equal (paper->recipients->pdata[i], files))
      g_string_append_printf (text, "- %s;\n", (const char *) paper->recipients->pdata[i]);
  g_string_append_printf (text, "- %s.", files);
  ocop_template_data_set (data, "noi_nhan", text->str);
}

void
ocop_template_write_number (OcopTemplateData *data,
                            const char       *kind,
                            const char       *body)
{
  g_autofree char *number = NULL;

  if (kind != NULL)
    number = g_strdup_printf (DOTS "/%s-%s", kind, body != NULL ? body : DOTS);
  else
    number = body != NULL ? g_strdup_printf (DOTS "/%s-" DOTS, body) : g_strdup (DOTS "/" DOTS);
  ocop_template_data_set (data, "so_ky_hieu", number);
}

void
ocop_template_write_signer (OcopTemplateData *data,
                            const OcopPaper  *paper)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < paper->authorities->len; i++)
    g_string_append_printf (text, "%s\n", (const char *) paper->authorities->pdata[i]);
  g_string_append (text, paper->signer_title != NULL ? paper->signer_title : "");
  ocop_template_data_set (data, "quyen_han_ky", text->str);
  ocop_template_data_set (data, "nguoi_ky", paper->signer_name);
}

void
ocop_template_write_number_and_day (OcopTemplateData *data,
                                    const char       *place,
                                    OcopDate          on)
{
  g_autofree char *day = ocop_date_is_known (on) ? ocop_date_to_document (on) : g_strdup (_("day … month … year …"));

  ocop_template_write_number (data, NULL, NULL);
  ocop_template_set_or_dots (data, "dia_danh", place);
  ocop_template_data_set (data, "ngay_thang_nam", day);
}

void
ocop_template_write_contact (OcopTemplateData *data,
                             const char       *name,
                             const char       *phone)
{
  g_auto(GStrv) digits = g_strsplit (phone != NULL ? phone : "", " ", -1);
  g_autofree char *whole = g_strjoinv (NO_BREAK_SPACE, digits);
  g_autofree char *contact = phone != NULL ? g_strdup_printf (_("%s, telephone %s"), name != NULL ? name : DOTS, whole) : g_strdup (name);

  ocop_template_set_or_dots (data, "nguoi_lien_he", contact);
}

void
ocop_template_write_rules (OcopTemplateData   *data,
                           const OcopRuleBook *book)
{
  g_autofree char *rules = g_strdup_printf (_("Decision no. %s of the Prime Minister on the criteria and the procedure of evaluating and classifying OCOP products"),
                                            book->decision);

  ocop_template_data_set (data, "van_ban_quy_dinh", rules);
}

void
ocop_template_head_write (OcopTemplateData *data,
                          const OcopPaper  *paper,
                          const char       *issuer)
{
  write_bodies (data, paper);
  ocop_template_write_recipients (data, paper);
  ocop_template_write_signer (data, paper);
  ocop_template_write_number_and_day (data, paper->place, paper->date);
  ocop_template_data_set (data, "co_quan_ban_hanh_thuong", issuer);
}
