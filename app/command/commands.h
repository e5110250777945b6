/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "command.h"

G_BEGIN_DECLS

/* Each command, as the table in commands.c lists it. */
OcopStatus ocop_command_new        (OcopInvocation *invocation);
OcopStatus ocop_command_import     (OcopInvocation *invocation);
OcopStatus ocop_command_list       (OcopInvocation *invocation);
OcopStatus ocop_command_show       (OcopInvocation *invocation);
OcopStatus ocop_command_add        (OcopInvocation *invocation);
OcopStatus ocop_command_edit       (OcopInvocation *invocation);
OcopStatus ocop_command_merge      (OcopInvocation *invocation);
OcopStatus ocop_command_undo       (OcopInvocation *invocation);
OcopStatus ocop_command_redo       (OcopInvocation *invocation);
OcopStatus ocop_command_statistics (OcopInvocation *invocation);
OcopStatus ocop_command_brief      (OcopInvocation *invocation);
OcopStatus ocop_command_chart      (OcopInvocation *invocation);
OcopStatus ocop_command_slides     (OcopInvocation *invocation);
OcopStatus ocop_command_report     (OcopInvocation *invocation);
OcopStatus ocop_command_paper      (OcopInvocation *invocation);
OcopStatus ocop_command_papers     (OcopInvocation *invocation);
OcopStatus ocop_command_template   (OcopInvocation *invocation);
OcopStatus ocop_command_form       (OcopInvocation *invocation);
OcopStatus ocop_command_criteria   (OcopInvocation *invocation);
OcopStatus ocop_command_law        (OcopInvocation *invocation);
OcopStatus ocop_command_verdict    (OcopInvocation *invocation);
OcopStatus ocop_command_due        (OcopInvocation *invocation);
OcopStatus ocop_command_plan       (OcopInvocation *invocation);
OcopStatus ocop_command_indicators (OcopInvocation *invocation);
OcopStatus ocop_command_ballots    (OcopInvocation *invocation);
OcopStatus ocop_command_pack       (OcopInvocation *invocation);
OcopStatus ocop_command_take       (OcopInvocation *invocation);
OcopStatus ocop_command_communes   (OcopInvocation *invocation);
OcopStatus ocop_command_exchange   (OcopInvocation *invocation);
OcopStatus ocop_command_check      (OcopInvocation *invocation);
OcopStatus ocop_command_backup     (OcopInvocation *invocation);
OcopStatus ocop_command_restore    (OcopInvocation *invocation);

G_END_DECLS
