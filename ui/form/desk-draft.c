/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/desk-draft.h"

static OcopDrafts *all;

OcopDrafts *
desk_draft_get_all (void)
{
  if (all == NULL)
    all = ocop_drafts_open (NULL);
  return all;
}

void
desk_draft_finish (void)
{
  g_clear_pointer (&all, ocop_drafts_close);
}
