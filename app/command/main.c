/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `ocop`: the engine of the window, for scripts, scheduled jobs and tests. */

#include <stdio.h>
#include <string.h>

#include <glib/gi18n.h>

#include "base/ocop-locale.h"
#include "commands.h"

static const OcopCommand commands[] = {
  { "new", N_("Make a new register"), N_("FILE"), OCOP_COMMAND_PLAIN, 1, 1, ocop_command_new },
  { "import", N_("Bring in a list: xlsx, xls or csv"), N_("FILE LIST"), OCOP_COMMAND_PRINTS, 2, 2, ocop_command_import },
  { "list", N_("List records, or the history"), N_("FILE KIND"), OCOP_COMMAND_PRINTS | OCOP_COMMAND_ON, 2, 2, ocop_command_list },
  { "show", N_("Show one record"), N_("FILE KIND ID"), OCOP_COMMAND_PRINTS | OCOP_COMMAND_ON, 3, 3, ocop_command_show },
  { "add", N_("Add a record"), N_("FILE KIND FIELD=VALUE..."), OCOP_COMMAND_PRINTS, 3, G_MAXUINT, ocop_command_add },
  { "edit", N_("Change a record"), N_("FILE KIND ID FIELD=VALUE..."), OCOP_COMMAND_PLAIN, 4, G_MAXUINT, ocop_command_edit },
  { "merge", N_("Merge a record into another that is one and the same"), N_("FILE KIND ID INTO"), OCOP_COMMAND_PRINTS, 4, 4, ocop_command_merge },
  { "undo", N_("Undo your last change"), N_("FILE"), OCOP_COMMAND_PLAIN, 1, 1, ocop_command_undo },
  { "redo", N_("Do again what you undid last"), N_("FILE"), OCOP_COMMAND_PLAIN, 1, 1, ocop_command_redo },
  { "stats", N_("Count products by class"), N_("FILE"), OCOP_COMMAND_PRINTS | OCOP_COMMAND_ON, 1, 1, ocop_command_statistics },
  { "brief", N_("The quick report, as a paragraph"), N_("FILE"), OCOP_COMMAND_PRINTS | OCOP_COMMAND_ON, 1, 1, ocop_command_brief },
  { "chart", N_("Draw a chart"), N_("FILE NAME"), OCOP_COMMAND_PRINTS | OCOP_COMMAND_ON, 0, 2, ocop_command_chart },
  { "slides", N_("Make slides of charts and tables"), N_("FILE"), OCOP_COMMAND_ON, 1, 1, ocop_command_slides },
  { "report", N_("Write a report"), N_("FILE NAME"), OCOP_COMMAND_PRINTS | OCOP_COMMAND_ON, 0, 2, ocop_command_report },
  { "paper", N_("Write a paper of one or more dossiers: a form, a letter"), N_("FILE NAME ID..."), OCOP_COMMAND_PRINTS | OCOP_COMMAND_ON, 0, G_MAXUINT, ocop_command_paper },
  { "papers", N_("Write the papers of a council's session, of a decision or of a plan into a folder"), N_("FILE SESSION|DECISION|PLAN"), OCOP_COMMAND_PRINTS | OCOP_COMMAND_ON, 2, 2, ocop_command_papers },
  { "template", N_("Fill a template of the office's papers (.docx)"), N_("TEMPLATE [DATA.json]"), OCOP_COMMAND_PRINTS, 0, 2, ocop_command_template },
  { "form", N_("Fill the form of another author (.xlsx), or say what goes into its cells"), N_("FILE [NAME]"), OCOP_COMMAND_PRINTS | OCOP_COMMAND_ON, 1, 2, ocop_command_form },
  { "criteria", N_("Show the criteria sets, or one of them"), N_("[SET]"), OCOP_COMMAND_PRINTS | OCOP_COMMAND_ON, 0, 1, ocop_command_criteria },
  { "law", N_("List the law books that a register holds, or load one"), N_("FILE"), OCOP_COMMAND_PRINTS, 1, 1, ocop_command_law },
  { "verdict", N_("Judge what a council scored; “-” reads one scoring in each line"), N_("INPUT.json"), OCOP_COMMAND_PRINTS, 1, 1, ocop_command_verdict },
  { "due", N_("What the law asks for next"), N_("FILE"), OCOP_COMMAND_PRINTS | OCOP_COMMAND_ON, 1, 1, ocop_command_due },
  { "plan", N_("How the targets of a year's plans stand"), N_("FILE"), OCOP_COMMAND_PRINTS | OCOP_COMMAND_ON, 1, 1, ocop_command_plan },
  { "indicators", N_("List what a plan can count, or take in an indicator of the office's own"), N_("FILE"), OCOP_COMMAND_PRINTS, 1, 1, ocop_command_indicators },
  { "ballots", N_("Write the ballots of a session: one file for each member who is present"), N_("FILE SESSION"), OCOP_COMMAND_PRINTS, 2, 2, ocop_command_ballots },
  { "pack", N_("Write what the members get before a session: agenda, summaries, scanned documents, blank sheets"), N_("FILE SESSION"), OCOP_COMMAND_PLAIN, 2, 2, ocop_command_pack },
  { "take", N_("Take in ballots that members give back"), N_("FILE BALLOT..."), OCOP_COMMAND_PRINTS, 2, G_MAXUINT, ocop_command_take },
  { "communes", N_("Write the workbooks in which communes report a year, or take in those that came back (files or folders)"), N_("FILE [WORKBOOK...]"), OCOP_COMMAND_PRINTS | OCOP_COMMAND_ON, 1, G_MAXUINT, ocop_command_communes },
  { "exchange", N_("Write a package of a locality for another office, or take in such packages"), N_("FILE [PACKAGE...]"), OCOP_COMMAND_PRINTS, 1, G_MAXUINT, ocop_command_exchange },
  { "check", N_("Check the file, its references and its history"), N_("FILE"), OCOP_COMMAND_PRINTS, 1, 1, ocop_command_check },
  { "backup", N_("Make a verified copy while others work"), N_("FILE OUT"), OCOP_COMMAND_PLAIN, 2, 2, ocop_command_backup },
  { "restore", N_("Put a backup in the place of a register, which is kept"), N_("BACKUP FILE"), OCOP_COMMAND_PLAIN, 2, 2, ocop_command_restore },
};

static const OcopCommand *
find_command (const char *name)
{
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, name))
      return &commands[i];
  return NULL;
}

static void
print_help (void)
{
  g_print ("%s\n\n", _("Usage: ocop COMMAND ARGUMENTS... [OPTIONS...]"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  %-8s  %s\n            %s\n", commands[i].name, _(commands[i].arguments), _(commands[i].summary));
  g_print ("\n%s\n%s\n",
           _("“ocop COMMAND --help” lists a command's options. “--as NAME” says who writes."),
           _("Exit status: 0 done; 1 the answer is no, or something in the data is wrong; 2 unusable arguments or file."));
}

/* Needed before the first text is translated. */
static const char *
find_language (char **argv)
{
  for (; *argv != NULL; argv++)
    {
      if (g_str_has_prefix (*argv, "--lang="))
        return *argv + strlen ("--lang=");
      if (g_str_equal (*argv, "--lang"))
        return argv[1];
    }
  return NULL;
}

/* Of the options that stand before the command, those that take a value in the next argument. */
static gboolean
takes_value (const char *option)
{
  return g_str_equal (option, "--as") || g_str_equal (option, "--lang") || g_str_equal (option, "--on");
}

/* Brings the command's name to the front: "ocop --as An edit …" is "ocop edit --as An …". */
static void
move_command_first (char **argv)
{
  guint at = 0;

  while (argv[at] != NULL && argv[at][0] == '-')
    at += takes_value (argv[at]) && argv[at + 1] != NULL ? 2 : 1;
  if (argv[at] != NULL)
    {
      char *name = argv[at];

      memmove (argv + 1, argv, at * sizeof (char *));
      argv[0] = name;
    }
}

static int
run (char **argv)
{
  OcopInvocation invocation = { find_command (argv[0]), (int) g_strv_length (argv), argv };
  OcopStatus status;

  if (invocation.command == NULL && argv[0] != NULL && g_str_equal (argv[0], "--version"))
    {
      g_print ("ocop %s\n", OCOP_VERSION);
      return OCOP_STATUS_DONE;
    }
  if (invocation.command == NULL)
    {
      gboolean asked = argv[0] != NULL && (g_str_equal (argv[0], "--help") || g_str_equal (argv[0], "-h"));

      if (argv[0] != NULL && !asked)
        ocop_invocation_say (_("There is no command “%s”; “ocop --help” lists them"), argv[0]);
      else
        print_help ();
      return asked ? OCOP_STATUS_DONE : OCOP_STATUS_UNUSABLE;
    }
  status = invocation.command->run (&invocation);
  g_free (invocation.person);
  return status;
}

int
main (int   argc,
      char *argv[])
{
  g_auto(GStrv) arguments = NULL;
  g_autofree char **words = NULL;

  ocop_locale_start (find_language (argv));
#ifdef G_OS_WIN32
  arguments = g_win32_get_command_line ();
#else
  arguments = g_strdupv (argv);
#endif
  /* Parsing takes words out of the list; they stay in @arguments until the end. */
  words = g_memdup2 (arguments + 1, g_strv_length (arguments) * sizeof (char *));
  move_command_first (words);
  return run (words);
}
