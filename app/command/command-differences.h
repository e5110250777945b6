/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "command.h"
#include "exchange/ocop-difference.h"

G_BEGIN_DECLS

/* What the commands that take something in have in common. */

/* The options "theirs" and "dry-run"; to stand among a command's own. */
#define OCOP_COMMAND_TAKING_OPTIONS(theirs, dry_run) \
  { "theirs", 0, 0, G_OPTION_ARG_NONE, theirs, N_("Take what came in also where both have changed it"), NULL }, \
  { "dry-run", 0, 0, G_OPTION_ARG_NONE, dry_run, N_("Say what would happen, store nothing"), NULL }

/* Begins the rows of differences, and adds those of @differences; @file: (nullable): what they came in. */
OcopOutput *ocop_command_begin_differences (void);
void        ocop_command_add_differences   (OcopOutput            *output,
                                            const char            *file,
                                            const OcopDifferences *differences);

/* Says what people have to decide. */
void        ocop_command_say_differences   (const OcopDifferences *differences);

/* Prints the first of the @tables; as JSON all of them, by their @names. */
void        ocop_command_print_tables      (const OcopInvocation  *invocation,
                                            const char * const    *names,
                                            OcopOutput           **tables);

/* Carries out @change (nullable), unless it is empty. Takes it. */
gboolean    ocop_command_commit            (OcopRegister          *reg,
                                            OcopChange            *change,
                                            GError               **error);

/* How many files are done, where a person watches. An #OcopExchangeProgress. */
void        ocop_command_show_progress     (gsize                  done,
                                            gsize                  total,
                                            gpointer               data);

G_END_DECLS
