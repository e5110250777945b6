/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "evaluation/ocop-session-changes.h"
#include "register/ocop-register.h"

G_BEGIN_DECLS

typedef struct _DeskCouncilTask DeskCouncilTask;

/**
 * DeskCouncilTask:
 * @make: asks the use case; on a reader thread
 * @id: of what it is about: a session, a product of one, a council, a member
 * @member, @text, @reason, @ids: (nullable): what else it needs; @ids ended by %NULL
 *
 * Something that is done to a session or a council.
 */
struct _DeskCouncilTask
{
  OcopChange *(*make) (OcopReader             *reader,
                       const DeskCouncilTask  *task,
                       GError                **error);
  const char *id;
  const char *member;
  const char *text;
  const char *reason;
  const char * const *ids;
  int number;
};

/* Copies what @task holds, asks, and carries the change out. To be finished by ocop_register_make_finish(). */
void     desk_council_task_run_async  (OcopRegister           *reg,
                                       const DeskCouncilTask  *task,
                                       GAsyncReadyCallback     callback,
                                       gpointer                user_data);

/* The same; the window of @widget says why where it was not done. */
void     desk_council_task_run        (GtkWidget              *widget,
                                       OcopRegister           *reg,
                                       const DeskCouncilTask  *task);

G_END_DECLS
