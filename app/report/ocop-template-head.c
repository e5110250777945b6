/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/ocop-template-head.h"

#include <glib/gi18n.h>

/* The superior stands on a line of its own over the body. */
static void
write_bodies (OcopTemplateData *data,
              const OcopPaper  *paper)
{
  g_autofree char *superior = paper->superior != NULL ? g_strconcat (paper->superior, "\n", NULL) : NULL;

  ocop_template_data_set (data, "co_quan_chu_quan", superior);
  ocop_template_data_set (data, "co_quan_ban_hanh", paper->body);
}

static void
write_recipients (OcopTemplateData *data,
                  const OcopPaper  *paper)
{
  guint n = paper->recipients->len;
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "- %s%s", (const char *) paper->recipients->pdata[i], i + 1 < n ? ";\n" : ".");
  ocop_template_data_set (data, "noi_nhan", text->str);
}

static void
write_signer (OcopTemplateData *data,
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
ocop_template_head_write (OcopTemplateData *data,
                          const OcopPaper  *paper,
                          const char       *issuer)
{
  g_autofree char *day = ocop_date_is_known (paper->date) ? ocop_date_to_document (paper->date) : g_strdup (_("day … month … year …"));

  write_bodies (data, paper);
  write_recipients (data, paper);
  write_signer (data, paper);
  ocop_template_data_set (data, "co_quan_ban_hanh_thuong", issuer);
  ocop_template_data_set (data, "so_ky_hieu", "……/……");
  ocop_template_data_set (data, "dia_danh", paper->place);
  ocop_template_data_set (data, "ngay_thang_nam", day);
}
