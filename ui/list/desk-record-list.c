/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/desk-record-list.h"

#include <string.h>

#include "base/ocop-error.h"
#include "list/desk-record-batches.h"
#include "list/desk-record-slots.h"

/* Milliseconds until the first rows are painted, a frame at 60 a second and a little more. */
#define TO_PAINT 20

/* Keys that are read in a millisecond. */
#define FEW 5000

struct _DeskRecordList
{
  GObject parent_instance;

  /* Owned references */
  char **columns;
  OcopRegister *reg;
  OcopQuery *query;
  GCancellable *cancellable;
  DeskRecordSlots *slots;
  DeskRecordBatches *batches; /* of the current generation */
  GArray *keys;               /* of gint64: the former query's, then the first rows', then all */

  guint length;
  gint64 count;               /* of the records that meet the query; -1 while it is not known */
  gboolean reading;           /* whether a batch is being read */
  guint keys_timeout;         /* after which the keys of all are read */
  guint generation;           /* answers of an earlier one are dropped */
};

/* Whom the answer is for. */
typedef struct
{
  DeskRecordList *list;       /* not held: once it is let go, what it was reading is cancelled */
  guint generation;
  guint batch;
} Errand;

enum
{
  KEYS_CHANGING,
  KEYS_CHANGED,
  LOADED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void desk_record_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DeskRecordList, desk_record_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, desk_record_list_model_init))

static DeskRecordRequest *
make_request (DeskRecordList *self)
{
  return desk_record_request_new (self->query, (const char * const *) self->columns);
}

static Errand *
errand_new (DeskRecordList *self,
            guint           batch)
{
  Errand *errand = g_new (Errand, 1);

  *errand = (Errand) { NULL, self->generation, batch };
  g_set_weak_pointer (&errand->list, self);
  return errand;
}

static void
errand_free (Errand *errand)
{
  g_clear_weak_pointer (&errand->list);
  g_free (errand);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_free)

static gboolean
is_obsolete (const Errand *errand)
{
  return errand->list == NULL || errand->generation != errand->list->generation;
}

/* The list, held as long as it is told, where the answer is to be used; a failure is passed on,
 * unless it is only that nobody waits any more. */
static DeskRecordList *
accept_answer (const Errand *errand,
               gpointer      answer,
               const GError *error)
{
  g_autoptr(DeskRecordList) list = is_obsolete (errand) ? NULL : g_object_ref (errand->list);

  if (list != NULL && answer == NULL && !g_error_matches (error, OCOP_ERROR, OCOP_ERROR_CANCELLED))
    g_signal_emit (list, signals[FAILED], 0, error);
  return answer != NULL ? g_steal_pointer (&list) : NULL;
}

static void
set_length (DeskRecordList *self,
            guint           length)
{
  guint former = self->length;

  self->length = length;
  if (length < former)
    desk_record_slots_shorten (self->slots, length);
  if (length != former)
    g_list_model_items_changed (G_LIST_MODEL (self), MIN (length, former),
                                former > length ? former - length : 0,
                                length > former ? length - former : 0);
}

static void
keep_batch (DeskRecordList *self,
            guint           batch,
            OcopRows       *rows)
{
  guint forgotten;

  if (desk_record_batches_keep (self->batches, batch, rows, &forgotten))
    desk_record_slots_empty (self->slots, forgotten * DESK_RECORD_BATCH, DESK_RECORD_BATCH);
}

/* Rows come in the order of the keys; a record that went meanwhile has none. */
static void
fill_batch (DeskRecordList *self,
            guint           batch,
            OcopRows       *rows)
{
  guint row = 0;

  keep_batch (self, batch, rows);
  for (guint i = 0; i < DESK_RECORD_BATCH && row < ocop_rows_get_n_rows (rows); i++)
    {
      guint position = batch * DESK_RECORD_BATCH + i;

      if (desk_record_list_get_key (self, position) == ocop_rows_get_key (rows, row))
        desk_record_slots_fill (self->slots, position, rows, row++);
    }
}

static void read_next_batch (DeskRecordList *self);

static void
on_batch_read (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(Errand) errand = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopRows) rows = ocop_register_read_finish (OCOP_REGISTER (source), result, &error);
  g_autoptr(DeskRecordList) self = NULL;

  if (!is_obsolete (errand))
    errand->list->reading = FALSE;
  self = accept_answer (errand, rows, error);
  if (self == NULL)
    return;
  fill_batch (self, errand->batch, rows);
  read_next_batch (self);
}

static void
start_batch (DeskRecordList *self,
             guint           batch)
{
  guint first = batch * DESK_RECORD_BATCH;

  self->reading = TRUE;
  desk_record_request_read_rows (make_request (self), &g_array_index (self->keys, gint64, first), MIN (DESK_RECORD_BATCH, self->keys->len - first),
                                 self->reg, self->cancellable, on_batch_read, errand_new (self, batch));
}

/* Until the keys have come, nobody knows which records stand where. */
static void
read_next_batch (DeskRecordList *self)
{
  guint batch;

  while (desk_record_list_has_keys (self) && !self->reading && desk_record_batches_next (self->batches, &batch))
    if (batch * DESK_RECORD_BATCH < self->keys->len)
      start_batch (self, batch);
}

static void
want_batch (DeskRecordList *self,
            guint           batch)
{
  desk_record_batches_want (self->batches, batch);
  read_next_batch (self);
}

static void
want_position (guint    position,
               gpointer list)
{
  desk_record_batches_want (DESK_RECORD_LIST (list)->batches, position / DESK_RECORD_BATCH);
}

/* What is looked at, and what was asked for before there were keys to read it by. */
static void
want_watched_batches (DeskRecordList *self)
{
  desk_record_slots_each_watched (self->slots, want_position, self);
  read_next_batch (self);
}

static void
keep_keys (DeskRecordList *self,
           GArray         *keys,
           gint64          count)
{
  g_array_unref (self->keys);
  self->keys = g_array_ref (keys);
  self->count = count;
}

/* @keys: those of the first rows, or all. */
static void
replace_keys (DeskRecordList *self,
              GArray         *keys,
              gint64          count)
{
  g_signal_emit (self, signals[KEYS_CHANGING], 0);
  keep_keys (self, keys, count);
  set_length (self, count >= 0 ? (guint) count : MAX (keys->len, self->length));
  if (desk_record_list_has_keys (self))
    want_watched_batches (self);
  g_signal_emit (self, signals[KEYS_CHANGED], 0);
  if (count >= 0)
    g_signal_emit (self, signals[LOADED], 0);
}

/* Whether @keys are what the list has announced; a change meanwhile may have made them others. */
static gboolean
continues (DeskRecordList *self,
           GArray         *keys)
{
  return keys->len == self->count && memcmp (keys->data, self->keys->data, self->keys->len * sizeof (gint64)) == 0;
}

/* For which nothing has to move. */
static void
complete_keys (DeskRecordList *self,
               GArray         *keys)
{
  keep_keys (self, keys, keys->len);
  want_watched_batches (self);
  g_signal_emit (self, signals[KEYS_CHANGED], 0);
}

static void
on_keys_read (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(Errand) errand = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) keys = ocop_register_read_finish (OCOP_REGISTER (source), result, &error);
  g_autoptr(DeskRecordList) self = accept_answer (errand, keys, error);

  if (self == NULL)
    return;
  if (continues (self, keys))
    complete_keys (self, keys);
  else
    replace_keys (self, keys, keys->len);
}

static GArray *
keys_of_rows (OcopRows *rows)
{
  guint n = ocop_rows_get_n_rows (rows);
  GArray *keys = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n);

  for (guint i = 0; i < n; i++)
    {
      gint64 key = ocop_rows_get_key (rows, i);

      g_array_append_val (keys, key);
    }
  return keys;
}

/* The first rows are shown at once, and the list's length where it is known. Until the other keys
 * come it keeps, further down, its former rows, and its former length if it has to: they are seen
 * for a moment only, and without a flicker, but have no keys, so that nothing is done to what the
 * query may not have found. */
static void
show_beginning (DeskRecordList            *self,
                const DeskRecordBeginning *beginning)
{
  g_autoptr(GArray) keys = keys_of_rows (beginning->rows);

  keep_batch (self, 0, beginning->rows);
  for (guint i = 0; i < keys->len; i++)
    desk_record_slots_fill (self->slots, i, beginning->rows, i);
  replace_keys (self, keys, keys->len < DESK_RECORD_BATCH ? keys->len : beginning->count);
}

static void
read_keys (DeskRecordList *self)
{
  desk_record_request_read_keys (make_request (self), self->reg, self->cancellable, on_keys_read, errand_new (self, 0));
}

static gboolean
on_keys_turn (gpointer data)
{
  DeskRecordList *self = data;

  self->keys_timeout = 0;
  read_keys (self);
  return G_SOURCE_REMOVE;
}

/* Of a long list whose length is known already the keys can wait: reading a million would take the
 * processor from whoever makes and paints the first rows, for which 20 ms are often not enough. Of a
 * shorter one they come at once: until then nothing can be done to its records. */
static void
read_keys_in_turn (DeskRecordList *self)
{
  if (self->count > FEW)
    self->keys_timeout = g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, TO_PAINT, on_keys_turn, self, NULL);
  else
    read_keys (self);
}

static void
on_begun (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(Errand) errand = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(DeskRecordBeginning) beginning = ocop_register_read_finish (OCOP_REGISTER (source), result, &error);
  g_autoptr(DeskRecordList) self = accept_answer (errand, beginning, error);

  if (self == NULL)
    return;
  show_beginning (self, beginning);
  if (!desk_record_list_has_keys (self))
    read_keys_in_turn (self);
}

/* What was asked for is wanted no more, and what was read is to be read again. */
static void
begin_generation (DeskRecordList *self)
{
  self->generation++;
  g_clear_handle_id (&self->keys_timeout, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  desk_record_batches_clear (self->batches);
  self->count = -1;
  self->reading = FALSE;
}

void
desk_record_list_reload (DeskRecordList *self)
{
  g_return_if_fail (DESK_IS_RECORD_LIST (self));

  begin_generation (self);
  if (self->reg != NULL && self->query != NULL)
    desk_record_request_begin (make_request (self), self->reg, self->cancellable, on_begun, errand_new (self, 0));
}

void
desk_record_list_set_query (DeskRecordList  *self,
                            const OcopQuery *query)
{
  OcopQuery *copy = ocop_query_copy (query);

  g_clear_pointer (&self->query, ocop_query_free);
  self->query = copy;
  desk_record_list_reload (self);
}

const OcopQuery *
desk_record_list_get_query (DeskRecordList *self)
{
  return self->query;
}

/* Of another register nothing is known yet, not even that it holds nothing. */
static void
empty (DeskRecordList *self)
{
  g_autoptr(GArray) none = g_array_new (FALSE, FALSE, sizeof (gint64));

  begin_generation (self);
  g_signal_emit (self, signals[KEYS_CHANGING], 0);
  keep_keys (self, none, -1);
  set_length (self, 0);
  g_signal_emit (self, signals[KEYS_CHANGED], 0);
}

void
desk_record_list_set_register (DeskRecordList *self,
                               OcopRegister   *reg)
{
  if (!g_set_object (&self->reg, reg))
    return;
  empty (self);
  desk_record_list_reload (self);
}

gint64
desk_record_list_get_count (DeskRecordList *self)
{
  return self->count;
}

gboolean
desk_record_list_has_keys (DeskRecordList *self)
{
  return self->keys->len == self->count;
}

gint64
desk_record_list_get_key (DeskRecordList *self,
                          guint           position)
{
  return position < self->keys->len ? g_array_index (self->keys, gint64, position) : 0;
}

static GType
desk_record_list_get_item_type (GListModel *model)
{
  return DESK_TYPE_ROW;
}

static guint
desk_record_list_get_n_items (GListModel *model)
{
  return DESK_RECORD_LIST (model)->length;
}

/* What an earlier query had at this place would be seen until the row has been read. */
static void
empty_stale_slot (DeskRecordList *self,
                  DeskRow        *slot)
{
  guint position = desk_row_get_position (slot);

  if (desk_record_list_has_keys (self) && desk_row_get_key (slot) != 0 && desk_row_get_key (slot) != desk_record_list_get_key (self, position))
    desk_row_fill (slot, NULL, 0);
}

static DeskRow *
make_slot (DeskRecordList *self,
           guint           position)
{
  DeskRow *slot = desk_record_slots_add (self->slots, position);
  OcopRows *rows = desk_record_batches_get (self->batches, position / DESK_RECORD_BATCH);
  guint index = position % DESK_RECORD_BATCH;

  if (rows != NULL && index < ocop_rows_get_n_rows (rows) &&
      ocop_rows_get_key (rows, index) == desk_record_list_get_key (self, position))
    desk_row_fill (slot, rows, index);
  return slot;
}

static gpointer
desk_record_list_get_item (GListModel *model,
                           guint       position)
{
  DeskRecordList *self = DESK_RECORD_LIST (model);
  DeskRow *slot;

  if (position >= self->length)
    return NULL;
  slot = desk_record_slots_get (self->slots, position);
  if (slot == NULL)
    slot = make_slot (self, position);
  else
    empty_stale_slot (self, slot);
  want_batch (self, position / DESK_RECORD_BATCH);
  return g_object_ref (slot);
}

static void
desk_record_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = desk_record_list_get_item_type;
  iface->get_n_items = desk_record_list_get_n_items;
  iface->get_item = desk_record_list_get_item;
}

DeskRecordList *
desk_record_list_new (const char * const *columns)
{
  DeskRecordList *self = g_object_new (DESK_TYPE_RECORD_LIST, NULL);

  self->columns = g_strdupv ((char **) columns);
  return self;
}

static void
desk_record_list_dispose (GObject *object)
{
  DeskRecordList *self = DESK_RECORD_LIST (object);

  begin_generation (self);
  g_clear_object (&self->reg);
  G_OBJECT_CLASS (desk_record_list_parent_class)->dispose (object);
}

static void
desk_record_list_finalize (GObject *object)
{
  DeskRecordList *self = DESK_RECORD_LIST (object);

  g_strfreev (self->columns);
  g_clear_pointer (&self->query, ocop_query_free);
  g_clear_object (&self->cancellable);
  desk_record_slots_free (self->slots);
  g_array_unref (self->keys);
  desk_record_batches_free (self->batches);
  G_OBJECT_CLASS (desk_record_list_parent_class)->finalize (object);
}

static void
desk_record_list_class_init (DeskRecordListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = desk_record_list_dispose;
  object_class->finalize = desk_record_list_finalize;

  for (guint i = 0; i < FAILED; i++)
    {
      static const char * const names[] = { "keys-changing", "keys-changed", "loaded" };

      signals[i] = g_signal_new (names[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
    }
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
desk_record_list_init (DeskRecordList *self)
{
  self->slots = desk_record_slots_new ();
  self->keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->batches = desk_record_batches_new ();
}
