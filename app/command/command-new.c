/* SPDX-License-Identifier: GPL-3.0-or-later */

/* ocop new */

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "base/ocop-error.h"
#include "base/ocop-text.h"
#include "commands.h"
#include "exchange/ocop-sample.h"

typedef struct
{
  char *office;
  char *province;
  gboolean sample;
} New;

static void
new_clear (New *new)
{
  g_free (new->office);
  g_free (new->province);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (New, new_clear)

/* The province in force that has the code, or the name. */
static char *
find_province (OcopReader  *reader,
               const char  *wanted,
               GError     **error)
{
  g_autoptr(OcopQuery) query = ocop_query_new ("unit");
  g_autoptr(OcopRows) rows = NULL;
  g_autoptr(GString) all = g_string_new (NULL);

  ocop_query_where (query, "level", OCOP_OPERATOR_IS, "province", NULL);
  ocop_query_where (query, "valid_until", OCOP_OPERATOR_UNKNOWN, NULL);
  ocop_query_order_by (query, "code", FALSE);
  rows = ocop_reader_rows (reader, query, (const char *[]) { "id", "code", "name", NULL }, 0, -1, error);
  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < ocop_rows_get_n_rows (rows); i++)
    {
      const char *code = ocop_rows_get_text (rows, i, 1), *name = ocop_rows_get_text (rows, i, 2);

      if (g_strcmp0 (code, wanted) == 0 || (name != NULL && ocop_text_same (name, wanted)))
        return g_strdup (ocop_rows_get_text (rows, i, 0));
      g_string_append_printf (all, "%s%s %s", i > 0 ? ", " : "", code, name);
    }
  /* Translators: what was typed, codes and names of all provinces */
  g_set_error (error, OCOP_ERROR, OCOP_ERROR_ARGUMENT, _("There is no province with the code or the name “%s”; there are: %s"), wanted, all->str);
  return NULL;
}

static char *
name_office (const New  *new,
             OcopReader *reader,
             const char *province)
{
  g_autofree char *name = NULL;

  if (new->office != NULL)
    return g_strdup (new->office);
  name = ocop_reader_label (reader, ocop_kind_find ("unit"), province);
  /* Translators: an office that has not given its name, of a province */
  return g_strdup_printf (_("OCOP office, %s"), name);
}

static gpointer
make_office (OcopReader    *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  const New *new = data;
  g_autoptr(OcopRecord) office = ocop_record_new (ocop_kind_find ("office"), NULL);
  g_autofree char *province = new->province != NULL ? find_province (reader, new->province, error) : NULL;
  g_autofree char *name = NULL;
  OcopChange *change;

  if (new->province != NULL && province == NULL)
    return NULL;
  name = name_office (new, reader, province);
  ocop_record_set_text (office, "name", name);
  ocop_record_set_text (office, "level", "province");
  ocop_record_set_text (office, "unit", province);
  change = ocop_change_new (OCOP_CHANGE_SET_UP, _("Set up the office"));
  ocop_change_add (change, office);
  return change;
}

static gboolean
fill (New          *new,
      OcopRegister *reg,
      GError      **error)
{
  if (new->sample)
    return ocop_sample_fill (reg, error);
  if (new->office == NULL && new->province == NULL)
    return TRUE;
  return ocop_register_make (reg, make_office, new, error);
}

OcopStatus
ocop_command_new (OcopInvocation *invocation)
{
  g_auto(New) new = { NULL };
  const GOptionEntry entries[] = {
    { "office", 0, 0, G_OPTION_ARG_STRING, &new.office, N_("The office that keeps it"), N_("NAME") },
    { "province", 0, 0, G_OPTION_ARG_STRING, &new.province, N_("Its province"), N_("CODE") },
    { "sample", 0, 0, G_OPTION_ARG_NONE, &new.sample, N_("Fill it with the practice province"), NULL },
    { NULL }
  };
  g_autoptr(GError) error = NULL;
  OcopRegister *reg;
  gboolean filled;

  if (!ocop_invocation_parse (invocation, entries))
    return OCOP_STATUS_UNUSABLE;
  reg = ocop_register_create (invocation->arguments[0], &error);
  if (reg == NULL)
    {
      ocop_invocation_fail (g_steal_pointer (&error));
      return OCOP_STATUS_UNUSABLE;
    }
  ocop_invocation_sign (invocation, reg);
  filled = fill (&new, reg, &error);
  ocop_invocation_close (reg);
  if (filled)
    return OCOP_STATUS_DONE;
  g_remove (invocation->arguments[0]);
  return ocop_invocation_fail (g_steal_pointer (&error));
}
