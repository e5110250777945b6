/* SPDX-License-Identifier: GPL-3.0-or-later */

/* ocop law */

#include <glib/gi18n.h>

#include "commands.h"
#include "exchange/ocop-law-file.h"

/* In the order of the columns of ocop_reader_laws(). */
enum
{
  COLUMN_ID,
  COLUMN_ADDED_ON,
  COLUMN_PERSON,
  COLUMN_LOADED,
};

typedef struct
{
  OcopRows *rows;
  const OcopLaw *in_force;
} Held;

static gpointer
read_held (OcopReader    *reader,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  Held *held = data;

  held->in_force = ocop_reader_law_in_force (reader, error);
  held->rows = held->in_force != NULL ? ocop_reader_laws (reader, error) : NULL;
  return held->rows;
}

static OcopOutput *
tabulate (const Held *held)
{
  static const OcopField in_force = { "in_force", "", NULL, OCOP_FIELD_BOOLEAN };
  OcopOutput *output = ocop_output_new ();

  ocop_output_add_column (output, "book", _("Law book"), NULL);
  ocop_output_add_column (output, "added_on", _("Since"), ocop_output_date_field ());
  ocop_output_add_column (output, "person", _("Person"), NULL);
  ocop_output_add_column (output, "in_force", _("Judges by it"), &in_force);
  for (guint i = 0; i < ocop_rows_get_n_rows (held->rows); i++)
    {
      const OcopValue row[] = {
        *ocop_rows_get (held->rows, i, COLUMN_ID),
        *ocop_rows_get (held->rows, i, COLUMN_ADDED_ON),
        *ocop_rows_get (held->rows, i, COLUMN_PERSON),
        ocop_value_integer (g_str_equal (ocop_rows_get_text (held->rows, i, COLUMN_ID), ocop_law_get_id (held->in_force))),
      };

      ocop_output_add_row (output, row);
    }
  return output;
}

static gboolean
print_held (OcopRegister      *reg,
            OcopOutputFormat   format,
            GError           **error)
{
  Held held = { NULL, NULL };
  g_autoptr(OcopRows) rows = ocop_register_read (reg, read_held, &held, error);
  g_autoptr(OcopOutput) output = rows != NULL ? tabulate (&held) : NULL;

  if (output != NULL)
    ocop_output_print (output, format);
  return output != NULL;
}

static gpointer
read_in_force (OcopReader    *reader,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  return (gpointer) ocop_reader_law_in_force (reader, error);
}

static OcopLaw *
read_file (OcopRegister  *reg,
           const char    *book,
           const char    *wording,
           GError       **error)
{
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (book != NULL ? book : wording);
  const OcopLaw *in_force;
  OcopLaw *law;
  guint n_texts;

  if (book != NULL)
    return ocop_law_file_load (file, error);
  in_force = ocop_register_read (reg, read_in_force, NULL, error);
  law = in_force != NULL ? ocop_law_reword (in_force, file, &n_texts, error) : NULL;
  if (law != NULL)
    ocop_invocation_say (ngettext ("%u option has the text of the list", "%u options have the text of the list", n_texts), n_texts);
  return law;
}

static gboolean
load (OcopRegister  *reg,
      const char    *book,
      const char    *wording,
      GError       **error)
{
  g_autoptr(OcopLaw) law = read_file (reg, book, wording, error);
  g_autoptr(OcopChange) change = NULL;

  if (law == NULL)
    return FALSE;
  change = ocop_change_new ("law", _("Load a law book"));
  ocop_change_keep_law (change, law, TRUE);
  return ocop_register_commit (reg, change, error);
}

OcopStatus
ocop_command_law (OcopInvocation *invocation)
{
  g_autofree char *book = NULL;
  g_autofree char *wording = NULL;
  const GOptionEntry entries[] = {
    { "load", 0, 0, G_OPTION_ARG_FILENAME, &book,
      N_("Load an amended law book: a folder or a zip of its JSON files. Nothing that was judged is judged anew"), N_("BOOK") },
    { "wording", 0, 0, G_OPTION_ARG_FILENAME, &wording,
      N_("Load the gazette's wording of the options: an xlsx or csv list of set, criterion, points or place, text"), N_("LIST") },
    { NULL }
  };
  g_autoptr(GError) error = NULL;
  OcopRegister *reg;
  gboolean loads, done;

  if (!ocop_invocation_parse (invocation, entries))
    return OCOP_STATUS_UNUSABLE;
  loads = book != NULL || wording != NULL;
  if (book != NULL && wording != NULL)
    {
      ocop_invocation_say (_("Either --load or --wording"));
      return OCOP_STATUS_UNUSABLE;
    }
  reg = ocop_invocation_open (invocation, loads ? OCOP_OPEN_DEFAULT : OCOP_OPEN_LOOK_ONLY);
  if (reg == NULL)
    return OCOP_STATUS_UNUSABLE;
  done = (!loads || load (reg, book, wording, &error)) && print_held (reg, invocation->format, &error);
  ocop_invocation_close (reg);
  if (done)
    return OCOP_STATUS_DONE;
  ocop_invocation_fail (g_steal_pointer (&error));
  return OCOP_STATUS_UNUSABLE;
}
