/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include <stdio.h>

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "base/ocop-text.h"

void
ocop_invocation_say (const char *format,
                     ...)
{
  va_list arguments;
  g_autofree char *message = NULL;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_printerr ("ocop: %s\n", message);
}

gboolean
ocop_invocation_check_ending (const char *path,
                              const char *ending)
{
  gboolean good = ocop_text_ends_in (path, ending);

  if (!good)
    ocop_invocation_say (_("%s: the name must end with %s"), path, ending);
  return good;
}

/* A record that is not there, a value that does not suit, a rule that forbids: the answer is
 * no. Anything else is a file or an argument that cannot be used. */
static OcopStatus
status_of (const GError *error)
{
  if (g_error_matches (error, OCOP_ERROR, OCOP_ERROR_NOT_FOUND) ||
      g_error_matches (error, OCOP_ERROR, OCOP_ERROR_INVALID_VALUE) ||
      g_error_matches (error, OCOP_ERROR, OCOP_ERROR_CONFLICT) ||
      g_error_matches (error, OCOP_ERROR, OCOP_ERROR_TAKEN) ||
      g_error_matches (error, OCOP_ERROR, OCOP_ERROR_REFUSED))
    return OCOP_STATUS_NO;
  return OCOP_STATUS_UNUSABLE;
}

OcopStatus
ocop_invocation_fail (GError *error)
{
  g_autoptr(GError) owned = error;

  ocop_invocation_say ("%s", error->message);
  return status_of (error);
}

gboolean
ocop_invocation_is_watched (void)
{
  return g_log_writer_supports_color (fileno (stderr));
}

typedef struct
{
  gboolean json;
  gboolean csv;
  char *on;
  char *language;
} Shared;

static void
shared_clear (Shared *shared)
{
  g_free (shared->on);
  g_free (shared->language);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Shared, shared_clear)

static void
add_shared_entries (GOptionContext *context,
                    OcopInvocation *self,
                    Shared         *shared)
{
  const GOptionEntry prints[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &shared->json, N_("Print JSON"), NULL },
    { "csv", 0, 0, G_OPTION_ARG_NONE, &shared->csv, N_("Print comma-separated values"), NULL },
    { NULL }
  };
  const GOptionEntry on[] = {
    { "on", 0, 0, G_OPTION_ARG_STRING, &shared->on, N_("The day of the facts (default: today)"), N_("DATE") },
    { NULL }
  };
  /* The language was read before anything could be said; here it only stands in the help. */
  const GOptionEntry all[] = {
    { "as", 0, 0, G_OPTION_ARG_STRING, &self->person, N_("Who writes"), N_("NAME") },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &shared->language, N_("Language: vi or en"), N_("LANGUAGE") },
    { NULL }
  };

  if (self->command->flags & OCOP_COMMAND_PRINTS)
    g_option_context_add_main_entries (context, prints, GETTEXT_PACKAGE);
  if (self->command->flags & OCOP_COMMAND_ON)
    g_option_context_add_main_entries (context, on, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, all, GETTEXT_PACKAGE);
}

static gboolean
take_shared (OcopInvocation *self,
             const Shared   *shared)
{
  if (shared->json && shared->csv)
    {
      ocop_invocation_say (_("Either --json or --csv"));
      return FALSE;
    }
  self->format = shared->json ? OCOP_OUTPUT_JSON : shared->csv ? OCOP_OUTPUT_CSV : OCOP_OUTPUT_TABLE;
  self->on = ocop_date_today ();
  if (shared->on == NULL || (ocop_date_parse (shared->on, &self->on) && ocop_date_is_day (self->on)))
    return TRUE;
  ocop_invocation_say (_("“%s” is not a day; give it as 2026-11-22"), shared->on);
  return FALSE;
}

static gboolean
take_arguments (OcopInvocation *self)
{
  self->arguments = self->argv + 1;
  self->n_arguments = (guint) self->argc - 1;
  if (self->n_arguments >= self->command->n_least && self->n_arguments <= self->command->n_most)
    return TRUE;
  ocop_invocation_say (_("Usage: ocop %s %s (see “ocop %s --help”)"), self->command->name,
                       _(self->command->arguments), self->command->name);
  return FALSE;
}

gboolean
ocop_invocation_parse (OcopInvocation     *self,
                       const GOptionEntry *entries)
{
  g_autoptr(GOptionContext) context = g_option_context_new (_(self->command->arguments));
  g_autoptr(GError) error = NULL;
  g_auto(Shared) shared = { FALSE };
  g_autofree char *program = g_strconcat ("ocop ", self->command->name, NULL);

  g_set_prgname (program);
  g_option_context_set_summary (context, _(self->command->summary));
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  add_shared_entries (context, self, &shared);
  if (!g_option_context_parse (context, &self->argc, &self->argv, &error))
    {
      ocop_invocation_say ("%s", error->message);
      return FALSE;
    }
  return take_shared (self, &shared) && take_arguments (self);
}

OcopRegister *
ocop_invocation_open (OcopInvocation *self,
                      OcopOpenFlags   flags)
{
  g_autoptr(GError) error = NULL;
  OcopRegister *reg = ocop_register_open (self->arguments[0], flags, &error);

  if (reg == NULL)
    ocop_invocation_say ("%s", error->message);
  else
    ocop_invocation_sign (self, reg);
  return reg;
}

void
ocop_invocation_close (OcopRegister *reg)
{
  ocop_register_close (reg);
  g_object_unref (reg);
}

gpointer
ocop_invocation_read (OcopInvocation *self,
                      OcopReadFunc    read,
                      gpointer        data,
                      OcopStatus     *status)
{
  g_autoptr(GError) error = NULL;
  OcopRegister *reg = ocop_invocation_open (self, OCOP_OPEN_LOOK_ONLY);
  gpointer result;

  *status = OCOP_STATUS_UNUSABLE;
  if (reg == NULL)
    return NULL;
  result = ocop_register_read (reg, read, data, &error);
  ocop_invocation_close (reg);
  if (result == NULL)
    *status = ocop_invocation_fail (g_steal_pointer (&error));
  return result;
}

/* The one who said in the window that this account is theirs. */
static gpointer
find_person (OcopReader    *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  static const char * const columns[] = { "name", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new ("person");
  g_autoptr(OcopRows) rows = NULL;

  ocop_query_where (query, "account", OCOP_OPERATOR_IS, g_get_user_name (), NULL);
  rows = ocop_reader_rows (reader, query, columns, 0, 1, error);
  return rows != NULL && ocop_rows_get_n_rows (rows) > 0 ? g_strdup (ocop_rows_get_text (rows, 0, 0)) : NULL;
}

void
ocop_invocation_sign (OcopInvocation *self,
                      OcopRegister   *reg)
{
  const char *account = g_get_real_name ();
  g_autofree char *person = self->person != NULL ? g_strdup (self->person) : ocop_register_read (reg, find_person, NULL, NULL);

  if (account == NULL || *account == '\0' || g_str_equal (account, "Unknown"))
    account = g_get_user_name ();
  ocop_register_set_person (reg, person != NULL ? person : account);
}
