/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/desk-score-drafts.h"

#include <glib/gi18n.h>

#include "evaluation/ocop-choices.h"
#include "evaluation/ocop-session-changes.h"
#include "form/desk-draft.h"

#define DELAY 300

struct _DeskScoreDrafts
{
  GObject parent_instance;

  /* Borrowed references */
  DeskScoreSheets *sheets;

  /* Owned references */
  OcopRegister *reg;
  GCancellable *cancellable;

  guint source;
};

enum
{
  FOUND,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskScoreDrafts, desk_score_drafts, G_TYPE_OBJECT)

/* A member's sheet as the register has it, or as it would be begun. The points agreed on stand in the product of the
 * session: their draft is that of a sheet which nobody gives, over the version of that product. */
static OcopRecord *
dup_base (DeskScoreDrafts *self,
          guint            column)
{
  const OcopSessionProduct *product = desk_score_sheets_get_product (self->sheets);
  gboolean agreed = desk_score_sheets_is_agreed (self->sheets, column);
  const char *giver = agreed ? "agreed" : ocop_session_get_member (desk_score_sheets_get_session (self->sheets), column)->id;
  gint64 scoring = ocop_record_get_integer (product->record, "scoring", 1);
  g_autofree char *id = ocop_session_sheet_id (ocop_record_get_id (product->record), giver, scoring);
  OcopRecord *base;

  if (!agreed && product->sheets[column].record != NULL)
    return ocop_record_copy (product->sheets[column].record);
  base = ocop_record_new (ocop_kind_find ("sheet"), id);
  if (agreed)
    ocop_record_set_version (base, ocop_record_get_version (product->record));
  return base;
}

static void
keep_column (DeskScoreDrafts *self,
             guint            column)
{
  g_autoptr(OcopRecord) base = dup_base (self, column);
  g_autoptr(OcopRecord) record = ocop_record_copy (base);
  g_autofree char *choices = ocop_choices_format (desk_score_sheets_get_scoring (self->sheets)->criteria,
                                                  desk_score_sheets_get_choices (self->sheets, column));

  ocop_record_set_text (record, "choices", choices);
  ocop_drafts_keep (desk_draft_get_all (), ocop_register_get_id (self->reg), record, base);
}

static void
discard_column (DeskScoreDrafts *self,
                guint            column)
{
  g_autoptr(OcopRecord) base = dup_base (self, column);

  ocop_drafts_discard (desk_draft_get_all (), ocop_register_get_id (self->reg), ocop_record_get_kind (base), ocop_record_get_id (base));
}

/* What is as the register has it is no draft, be it saved or typed back. */
static gboolean
keep (gpointer data)
{
  DeskScoreDrafts *self = data;

  self->source = 0;
  for (guint column = 0; column < desk_score_sheets_n_columns (self->sheets); column++)
    if (desk_score_sheets_is_changed (self->sheets, column))
      keep_column (self, column);
    else if (desk_score_sheets_is_open (self->sheets, column))
      discard_column (self, column);
  return G_SOURCE_REMOVE;
}

/* Not put off by the next key: who types without a pause would have nothing kept. */
void
desk_score_drafts_keep_soon (DeskScoreDrafts *self)
{
  if (self->source == 0)
    self->source = g_timeout_add (DELAY, keep, self);
}

void
desk_score_drafts_flush (DeskScoreDrafts *self)
{
  if (self->source == 0)
    return;
  g_clear_handle_id (&self->source, g_source_remove);
  keep (self);
}

void
desk_score_drafts_discard_saved (DeskScoreDrafts *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  keep (self);
}

/* Finding */

/* One member's draft, while it is looked for. */
typedef struct
{
  DeskScoreDrafts *self;
  GCancellable *cancellable;
  guint column;
} Search;

static void
search_free (Search *search)
{
  g_object_unref (search->self);
  g_object_unref (search->cancellable);
  g_free (search);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Search, search_free)

typedef enum
{
  AS_LEFT,
  STALE,
  OF_ANOTHER_SET,
} Standing;

static char *
dup_text_of_sheet (const char *name,
                   Standing    standing)
{
  if (standing == OF_ANOTHER_SET)
    return g_strdup_printf (_("A draft of the sheet of %s is of another criteria set: it is left out."), name);
  if (standing == STALE)
    return g_strdup_printf (_("The sheet of %s was changed after a draft of it was begun: where the two differ both are shown."), name);
  return g_strdup_printf (_("The sheet of %s is as you left it: it was not saved yet."), name);
}

static const char *
get_text_of_agreed (Standing standing)
{
  if (standing == OF_ANOTHER_SET)
    return _("A draft of the agreed points is of another criteria set: it is left out.");
  if (standing == STALE)
    return _("The agreed points were changed after a draft of them was begun: where the two differ both are shown.");
  return _("The agreed points are as you left them: they were not saved yet.");
}

static char *
dup_text (DeskScoreDrafts *self,
          guint            column,
          Standing         standing)
{
  if (desk_score_sheets_is_agreed (self->sheets, column))
    return g_strdup (get_text_of_agreed (standing));
  return dup_text_of_sheet (ocop_session_get_member (desk_score_sheets_get_session (self->sheets), column)->name, standing);
}

static void
use_draft (DeskScoreDrafts  *self,
           guint             column,
           const OcopRecord *draft)
{
  g_autoptr(OcopRecord) base = dup_base (self, column);
  g_autofree guint8 *choices = ocop_choices_parse (desk_score_sheets_get_scoring (self->sheets)->criteria,
                                                   ocop_record_get_text (draft, "choices"), NULL);
  Standing standing = choices == NULL ? OF_ANOTHER_SET
                                      : ocop_record_get_version (draft) != ocop_record_get_version (base) ? STALE : AS_LEFT;
  g_autofree char *text = dup_text (self, column, standing);

  if (standing == STALE)
    desk_score_sheets_take_draft (self->sheets, column, choices);
  else if (standing == AS_LEFT)
    desk_score_sheets_set_choices (self->sheets, column, choices);
  g_signal_emit (self, signals[FOUND], 0, text);
}

static void
on_found (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr(Search) search = data;
  g_autoptr(OcopRecord) draft = ocop_drafts_find_finish (result);

  if (draft != NULL && !g_cancellable_is_cancelled (search->cancellable)
      && !desk_score_sheets_is_changed (search->self->sheets, search->column))
    use_draft (search->self, search->column, draft);
}

static void
find (DeskScoreDrafts *self,
      guint            column)
{
  g_autoptr(OcopRecord) base = dup_base (self, column);
  Search *search = g_new (Search, 1);

  *search = (Search) { g_object_ref (self), g_object_ref (self->cancellable), column };
  ocop_drafts_find_async (desk_draft_get_all (), ocop_register_get_id (self->reg), ocop_record_get_kind (base),
                          ocop_record_get_id (base), self->cancellable, on_found, search);
}

void
desk_score_drafts_attach (DeskScoreDrafts *self,
                          OcopRegister    *reg,
                          DeskScoreSheets *sheets,
                          gboolean         look)
{
  g_clear_handle_id (&self->source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_set_object (&self->reg, reg);
  self->sheets = sheets;
  for (guint column = 0; look && sheets != NULL && column < desk_score_sheets_n_columns (sheets); column++)
    if (desk_score_sheets_is_open (sheets, column))
      find (self, column);
}

DeskScoreDrafts *
desk_score_drafts_new (void)
{
  return g_object_new (DESK_TYPE_SCORE_DRAFTS, NULL);
}

static void
desk_score_drafts_finalize (GObject *object)
{
  DeskScoreDrafts *self = DESK_SCORE_DRAFTS (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->reg);
  G_OBJECT_CLASS (desk_score_drafts_parent_class)->finalize (object);
}

static void
desk_score_drafts_class_init (DeskScoreDraftsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_score_drafts_finalize;
  signals[FOUND] = g_signal_new ("found", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
desk_score_drafts_init (DeskScoreDrafts *self)
{
}
