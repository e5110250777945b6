/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ballot/desk-ballot-drafts.h"

#include "evaluation/ocop-choices.h"
#include "evaluation/ocop-session-changes.h"
#include "form/desk-draft.h"

#define DELAY 300

struct _DeskBallotDrafts
{
  GObject parent_instance;

  /* Borrowed references */
  OcopMemberBallot *ballot;

  /* Owned references */
  char *key;                /* in the place of a register's id: never the office's own, on a machine that both use */
  GCancellable *cancellable;
  GHashTable *waiting;      /* places of products, to be kept */
  GArray *versions;         /* guint: of each product, what stands for its sheet as the file has it */

  guint source;
};

enum
{
  FOUND,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskBallotDrafts, desk_ballot_drafts, G_TYPE_OBJECT)

/* The sheet as a record. */
static OcopRecord *
new_record (DeskBallotDrafts *self,
            guint             place)
{
  const OcopMemberBallotProduct *product = ocop_member_ballot_get_product (self->ballot, place);
  g_autofree char *id = ocop_session_sheet_id (product->id, self->ballot->member, product->scoring);
  g_autofree char *choices = ocop_choices_format (product->rules.criteria, product->choices);
  OcopRecord *record = ocop_record_new (ocop_kind_find ("sheet"), id);

  ocop_record_set_text (record, "choices", choices);
  ocop_record_set_text (record, "comment", product->comment);
  return record;
}

/* A draft over another sheet than this one is not taken up. */
static guint
make_version (const OcopRecord *record)
{
  const char *choices = ocop_record_get_text (record, "choices");
  const char *comment = ocop_record_get_text (record, "comment");
  g_autofree char *text = g_strdup_printf ("%s\n%s", choices != NULL ? choices : "", comment != NULL ? comment : "");

  return g_str_hash (text);
}

static void
note_versions (DeskBallotDrafts *self)
{
  g_array_set_size (self->versions, 0);
  for (guint i = 0; i < self->ballot->products->len; i++)
    {
      g_autoptr(OcopRecord) record = new_record (self, i);
      guint version = make_version (record);

      g_array_append_val (self->versions, version);
    }
}

static void
keep_place (DeskBallotDrafts *self,
            guint             place)
{
  g_autoptr(OcopRecord) record = new_record (self, place);

  ocop_record_set_version (record, g_array_index (self->versions, guint, place));
  ocop_drafts_keep (desk_draft_get_all (), self->key, record, record);
}

void
desk_ballot_drafts_flush (DeskBallotDrafts *self)
{
  GHashTableIter iter;
  gpointer place;

  g_clear_handle_id (&self->source, g_source_remove);
  g_hash_table_iter_init (&iter, self->waiting);
  while (g_hash_table_iter_next (&iter, &place, NULL))
    keep_place (self, GPOINTER_TO_UINT (place));
  g_hash_table_remove_all (self->waiting);
}

static gboolean
on_timeout (gpointer data)
{
  DeskBallotDrafts *self = data;

  self->source = 0;
  desk_ballot_drafts_flush (self);
  return G_SOURCE_REMOVE;
}

void
desk_ballot_drafts_keep_soon (DeskBallotDrafts *self,
                              guint             place)
{
  g_hash_table_add (self->waiting, GUINT_TO_POINTER (place));
  if (self->source == 0)
    self->source = g_timeout_add (DELAY, on_timeout, self);
}

void
desk_ballot_drafts_discard (DeskBallotDrafts *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  g_hash_table_remove_all (self->waiting);
  for (guint i = 0; i < self->ballot->products->len; i++)
    {
      g_autoptr(OcopRecord) record = new_record (self, i);

      ocop_drafts_discard (desk_draft_get_all (), self->key, ocop_record_get_kind (record), ocop_record_get_id (record));
    }
  note_versions (self);
}

/* Finding */

/* One product's draft, while it is looked for. */
typedef struct
{
  DeskBallotDrafts *self;
  GCancellable *cancellable;
  guint place;
} Search;

static void
search_free (Search *search)
{
  g_object_unref (search->self);
  g_object_unref (search->cancellable);
  g_free (search);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Search, search_free)

/* Whether anything of it was not on the ballot already. */
static gboolean
use_draft (DeskBallotDrafts *self,
           guint             place,
           const OcopRecord *draft)
{
  OcopMemberBallotProduct *product = ocop_member_ballot_get_product (self->ballot, place);
  g_autoptr(OcopRecord) now = new_record (self, place);
  const char *choices = ocop_record_get_text (draft, "choices");
  const char *comment = ocop_record_get_text (draft, "comment");
  g_autofree guint8 *places = ocop_choices_parse (product->rules.criteria, choices, NULL);

  if (places == NULL || ocop_record_get_version (draft) != g_array_index (self->versions, guint, place)
      || (g_strcmp0 (choices, ocop_record_get_text (now, "choices")) == 0
          && g_strcmp0 (comment, ocop_record_get_text (now, "comment")) == 0))
    return FALSE;
  g_free (product->choices);
  product->choices = g_steal_pointer (&places);
  g_free (product->comment);
  product->comment = g_strdup (comment);
  return TRUE;
}

static void
on_found (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr(Search) search = data;
  g_autoptr(OcopRecord) draft = ocop_drafts_find_finish (result);
  gboolean typed = g_hash_table_contains (search->self->waiting, GUINT_TO_POINTER (search->place));

  if (draft != NULL && !typed && !g_cancellable_is_cancelled (search->cancellable) && use_draft (search->self, search->place, draft))
    g_signal_emit (search->self, signals[FOUND], 0, search->place);
}

static void
find (DeskBallotDrafts *self,
      guint             place)
{
  g_autoptr(OcopRecord) record = new_record (self, place);
  Search *search = g_new (Search, 1);

  *search = (Search) { g_object_ref (self), g_object_ref (self->cancellable), place };
  ocop_drafts_find_async (desk_draft_get_all (), self->key, ocop_record_get_kind (record), ocop_record_get_id (record),
                          self->cancellable, on_found, search);
}

DeskBallotDrafts *
desk_ballot_drafts_new (OcopMemberBallot *ballot)
{
  DeskBallotDrafts *self = g_object_new (DESK_TYPE_BALLOT_DRAFTS, NULL);

  self->ballot = ballot;
  self->key = ocop_session_sheet_id (ballot->register_id, ballot->member, 0);
  note_versions (self);
  for (guint i = 0; i < ballot->products->len && !ballot->done; i++)
    find (self, i);
  return self;
}

static void
desk_ballot_drafts_dispose (GObject *object)
{
  DeskBallotDrafts *self = DESK_BALLOT_DRAFTS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->source, g_source_remove);
  G_OBJECT_CLASS (desk_ballot_drafts_parent_class)->dispose (object);
}

static void
desk_ballot_drafts_finalize (GObject *object)
{
  DeskBallotDrafts *self = DESK_BALLOT_DRAFTS (object);

  g_object_unref (self->cancellable);
  g_hash_table_unref (self->waiting);
  g_array_unref (self->versions);
  g_free (self->key);
  G_OBJECT_CLASS (desk_ballot_drafts_parent_class)->finalize (object);
}

static void
desk_ballot_drafts_class_init (DeskBallotDraftsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_ballot_drafts_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_ballot_drafts_finalize;
  signals[FOUND] = g_signal_new ("found", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
desk_ballot_drafts_init (DeskBallotDrafts *self)
{
  self->cancellable = g_cancellable_new ();
  self->waiting = g_hash_table_new (NULL, NULL);
  self->versions = g_array_new (FALSE, FALSE, sizeof (guint));
}
