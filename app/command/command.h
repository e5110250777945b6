/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "command-output.h"
#include "register/ocop-register.h"

G_BEGIN_DECLS

typedef enum
{
  OCOP_STATUS_DONE = 0,
  OCOP_STATUS_NO = 1,       /* the answer is no, or something in the data is wrong */
  OCOP_STATUS_UNUSABLE = 2, /* arguments or a file that cannot be used */
} OcopStatus;

typedef enum
{
  OCOP_COMMAND_PLAIN = 0,
  OCOP_COMMAND_PRINTS = 1 << 0, /* takes --json and --csv */
  OCOP_COMMAND_ON = 1 << 1,     /* takes --on */
} OcopCommandFlags;

typedef struct _OcopInvocation OcopInvocation;

/**
 * OcopCommand:
 * @summary: English, to be translated: one line
 * @arguments: English, to be translated: as the usage line shows them
 * @n_least, @n_most: how many arguments it takes
 */
typedef struct
{
  const char *name;
  const char *summary;
  const char *arguments;
  OcopCommandFlags flags;
  guint n_least;
  guint n_most;
  OcopStatus (*run) (OcopInvocation *invocation);
} OcopCommand;

/**
 * OcopInvocation:
 * @argc, @argv: the command's name, then what was typed after it
 * @arguments: what is left of them after ocop_invocation_parse(), ended by %NULL
 * @on: the day of the facts; today unless told
 *
 * One call of one command.
 */
struct _OcopInvocation
{
  const OcopCommand *command;
  int argc;
  char **argv;
  char **arguments;
  guint n_arguments;
  OcopOutputFormat format;
  char *person;
  OcopDate on;
};

/**
 * ocop_invocation_parse:
 * @entries: (nullable): the command's own options
 *
 * Reads the options, the command's own and those that all share, and checks the
 * number of arguments. --help ends the program.
 *
 * Returns: %FALSE after it has said what is wrong: the command then returns
 *   %OCOP_STATUS_UNUSABLE.
 */
gboolean      ocop_invocation_parse (OcopInvocation     *self,
                                     const GOptionEntry *entries);

/* Opens the register that the first argument names; %NULL after it has said why not. */
OcopRegister *ocop_invocation_open  (OcopInvocation     *self,
                                     OcopOpenFlags       flags);

/* Closes what was opened. */
void          ocop_invocation_close (OcopRegister       *reg);

/**
 * ocop_invocation_read:
 * @status: what the command returns where nothing could be read
 *
 * Opens the register that the first argument names to look only, reads by @read and @data, and closes it.
 *
 * Returns: (transfer full): what @read found; %NULL with @status set after it has said what went wrong
 */
gpointer      ocop_invocation_read  (OcopInvocation     *self,
                                     OcopReadFunc        read,
                                     gpointer            data,
                                     OcopStatus         *status);

/* Makes whoever --as names, or the system account, the writer of @reg. */
void          ocop_invocation_sign  (OcopInvocation     *self,
                                     OcopRegister       *reg);

/* Says what is wrong, on standard error. */
void          ocop_invocation_say   (const char         *format,
                                     ...) G_GNUC_PRINTF (1, 2);

/* Whether @path ends in @ending (".docx"), by which programs know what it is; says that it must where it does not. */
gboolean      ocop_invocation_check_ending (const char *path,
                                            const char *ending);

/* Says what went wrong; returns the exit status for it. Takes @error. */
OcopStatus    ocop_invocation_fail  (GError             *error);

/* Whether a person watches standard error, so that progress may be shown there. */
gboolean      ocop_invocation_is_watched (void);

G_END_DECLS
