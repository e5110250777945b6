/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/desk-record-list.h"

#include "base/ocop-error.h"

/* So many batches stay in memory when they have been scrolled away. */
#define KEPT_BATCHES 256
/* More than a window shows: when somebody drags through the list, what was passed by is forgotten. */
#define WANTED_BATCHES 16

struct _DeskRecordList
{
  GObject parent_instance;

  /* Owned references */
  char **columns;
  OcopRegister *reg;
  OcopQuery *query;
  GCancellable *cancellable;
  GPtrArray *slots;       /* of DeskRow, NULL where nobody has looked yet */
  GArray *keys;           /* of gint64: the former query's, then the first rows', then all */
  GHashTable *batches;    /* number → OcopRows, of the current generation */
  GQueue kept;            /* numbers in @batches, the latest first */
  GQueue wanted;          /* numbers of batches to read, the latest first */

  gboolean whole;         /* whether @keys are all the keys of the query */
  gboolean reading;       /* whether a batch is being read */
  guint generation;       /* answers of an earlier one are dropped */
};

/* What a reader thread needs to answer one request. */
typedef struct
{
  OcopQuery *query;
  char **columns;
  gint64 *keys;
  guint n_keys;
} Request;

/* Whom the answer is for. */
typedef struct
{
  DeskRecordList *list;
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

static Request *
request_new (DeskRecordList *self)
{
  Request *request = g_new0 (Request, 1);

  request->query = ocop_query_copy (self->query);
  request->columns = g_strdupv (self->columns);
  return request;
}

static void
request_free (Request *request)
{
  ocop_query_free (request->query);
  g_strfreev (request->columns);
  g_free (request->keys);
  g_free (request);
}

static Errand *
errand_new (DeskRecordList *self,
            guint           batch)
{
  Errand *errand = g_new (Errand, 1);

  *errand = (Errand) { g_object_ref (self), self->generation, batch };
  return errand;
}

static void
errand_free (Errand *errand)
{
  g_object_unref (errand->list);
  g_free (errand);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_free)

static gpointer
read_first_rows (OcopReader    *reader,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  Request *request = data;

  return ocop_reader_rows (reader, request->query, (const char * const *) request->columns, 0, DESK_RECORD_LIST_BATCH, error);
}

static gpointer
read_keys (OcopReader    *reader,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  Request *request = data;

  return ocop_reader_keys (reader, request->query, error);
}

static gpointer
read_batch (OcopReader    *reader,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  Request *request = data;

  return ocop_reader_rows_by_key (reader, request->query, (const char * const *) request->columns,
                                  request->keys, request->n_keys, error);
}

static gboolean
is_obsolete (const Errand *errand)
{
  return errand->generation != errand->list->generation;
}

/* Whether the answer is to be used; a failure is passed on, unless it is only that nobody waits any more. */
static gboolean
accept_answer (const Errand *errand,
               gpointer      answer,
               const GError *error)
{
  if (is_obsolete (errand))
    return FALSE;
  if (answer == NULL && !g_error_matches (error, OCOP_ERROR, OCOP_ERROR_CANCELLED))
    g_signal_emit (errand->list, signals[FAILED], 0, error);
  return answer != NULL;
}

static DeskRow *
peek_slot (DeskRecordList *self,
           guint           position)
{
  return position < self->slots->len ? g_ptr_array_index (self->slots, position) : NULL;
}

/* Unlike g_ptr_array_set_size(), which leaves the freed slots to be freed again. */
static void
set_length (DeskRecordList *self,
            guint           length)
{
  guint former = self->slots->len;

  if (length < former)
    g_ptr_array_remove_range (self->slots, length, former - length);
  else if (length > former)
    g_ptr_array_set_size (self->slots, length);

  if (length != former)
    g_list_model_items_changed (G_LIST_MODEL (self), MIN (length, former),
                                former > length ? former - length : 0,
                                length > former ? length - former : 0);
}

static void
drop_batch (DeskRecordList *self,
            guint           batch)
{
  g_hash_table_remove (self->batches, GUINT_TO_POINTER (batch));
  for (guint i = 0; i < DESK_RECORD_LIST_BATCH; i++)
    {
      DeskRow *slot = peek_slot (self, batch * DESK_RECORD_LIST_BATCH + i);

      if (slot != NULL && !desk_row_is_watched (slot))
        desk_row_fill (slot, NULL, 0);
    }
}

static void
keep_batch (DeskRecordList *self,
            guint           batch,
            OcopRows       *rows)
{
  g_hash_table_replace (self->batches, GUINT_TO_POINTER (batch), ocop_rows_ref (rows));
  g_queue_push_head (&self->kept, GUINT_TO_POINTER (batch));
  if (self->kept.length > KEPT_BATCHES)
    drop_batch (self, GPOINTER_TO_UINT (g_queue_pop_tail (&self->kept)));
}

/* Rows come in the order of the keys; a record that went meanwhile has none. */
static void
fill_batch (DeskRecordList *self,
            guint           batch,
            OcopRows       *rows)
{
  guint row = 0;

  keep_batch (self, batch, rows);
  for (guint i = 0; i < DESK_RECORD_LIST_BATCH && row < ocop_rows_get_n_rows (rows); i++)
    {
      guint position = batch * DESK_RECORD_LIST_BATCH + i;
      DeskRow *slot = peek_slot (self, position);

      if (desk_record_list_get_key (self, position) != ocop_rows_get_key (rows, row))
        continue;
      if (slot != NULL)
        desk_row_fill (slot, rows, row);
      row++;
    }
}

static void read_next_batch (DeskRecordList *self);

static void
on_batch_read (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (OcopRows) rows = ocop_register_read_finish (OCOP_REGISTER (source), result, &error);

  if (!is_obsolete (errand))
    errand->list->reading = FALSE;
  if (!accept_answer (errand, rows, error))
    return;
  fill_batch (errand->list, errand->batch, rows);
  read_next_batch (errand->list);
}

static void
start_batch (DeskRecordList *self,
             guint           batch)
{
  Request *request = request_new (self);
  guint first = batch * DESK_RECORD_LIST_BATCH;

  request->n_keys = MIN (DESK_RECORD_LIST_BATCH, self->keys->len - first);
  request->keys = g_memdup2 (&g_array_index (self->keys, gint64, first), request->n_keys * sizeof (gint64));
  self->reading = TRUE;
  ocop_register_read_async (self->reg, OCOP_LANE_WINDOW, read_batch, request,
                            (GDestroyNotify) request_free, (GDestroyNotify) ocop_rows_unref,
                            self->cancellable, on_batch_read, errand_new (self, batch));
}

/* The latest wanted one first. */
static void
read_next_batch (DeskRecordList *self)
{
  while (self->whole && !self->reading && !g_queue_is_empty (&self->wanted))
    {
      guint batch = GPOINTER_TO_UINT (g_queue_pop_head (&self->wanted));

      if (batch * DESK_RECORD_LIST_BATCH < self->keys->len)
        start_batch (self, batch);
    }
}

static void
want_batch (DeskRecordList *self,
            guint           batch)
{
  if (g_hash_table_contains (self->batches, GUINT_TO_POINTER (batch)))
    return;
  g_queue_remove (&self->wanted, GUINT_TO_POINTER (batch));
  g_queue_push_head (&self->wanted, GUINT_TO_POINTER (batch));
  if (self->wanted.length > WANTED_BATCHES)
    g_queue_pop_tail (&self->wanted);
  read_next_batch (self);
}

static void
want_watched_batches (DeskRecordList *self)
{
  for (guint position = 0; position < self->slots->len; position++)
    {
      DeskRow *slot = g_ptr_array_index (self->slots, position);

      if (slot != NULL && desk_row_is_watched (slot))
        want_batch (self, position / DESK_RECORD_LIST_BATCH);
    }
}

/* Takes @keys: those of the first rows, or all. */
static void
replace_keys (DeskRecordList *self,
              GArray         *keys,
              gboolean        whole)
{
  g_signal_emit (self, signals[KEYS_CHANGING], 0);
  g_array_unref (self->keys);
  self->keys = keys;
  self->whole = whole;
  set_length (self, whole ? keys->len : MAX (keys->len, self->slots->len));
  if (whole)
    want_watched_batches (self);
  g_signal_emit (self, signals[KEYS_CHANGED], 0);
  if (whole)
    g_signal_emit (self, signals[LOADED], 0);
}

static void
on_keys_read (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  GArray *keys = ocop_register_read_finish (OCOP_REGISTER (source), result, &error);

  if (accept_answer (errand, keys, error))
    replace_keys (errand->list, keys, TRUE);
  else
    g_clear_pointer (&keys, g_array_unref);
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

/* The first rows are shown at once. Until the other keys come the list keeps its former length
 * and, further down, its former rows: they are seen for a moment only, and without a flicker, but
 * have no keys, so that nothing is done to what the query may not have found. */
static void
show_first_rows (DeskRecordList *self,
                 OcopRows       *rows)
{
  guint n = ocop_rows_get_n_rows (rows);

  keep_batch (self, 0, rows);
  for (guint i = 0; i < n; i++)
    {
      DeskRow *slot = peek_slot (self, i);

      if (slot != NULL)
        desk_row_fill (slot, rows, i);
    }
  replace_keys (self, keys_of_rows (rows), n < DESK_RECORD_LIST_BATCH);
}

static void
on_first_rows_read (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  DeskRecordList *self = errand->list;
  g_autoptr (OcopRows) rows = ocop_register_read_finish (OCOP_REGISTER (source), result, &error);

  if (!accept_answer (errand, rows, error))
    return;
  show_first_rows (self, rows);
  if (!self->whole)
    ocop_register_read_async (self->reg, OCOP_LANE_WINDOW, read_keys, request_new (self),
                              (GDestroyNotify) request_free, (GDestroyNotify) g_array_unref,
                              self->cancellable, on_keys_read, errand_new (self, 0));
}

static void
start (DeskRecordList *self)
{
  ocop_register_read_async (self->reg, OCOP_LANE_WINDOW, read_first_rows, request_new (self),
                            (GDestroyNotify) request_free, (GDestroyNotify) ocop_rows_unref,
                            self->cancellable, on_first_rows_read, errand_new (self, 0));
}

/* What was asked for is wanted no more, and what was read is to be read again. */
static void
begin_generation (DeskRecordList *self)
{
  self->generation++;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_hash_table_remove_all (self->batches);
  g_queue_clear (&self->kept);
  g_queue_clear (&self->wanted);
  self->whole = FALSE;
  self->reading = FALSE;
}

void
desk_record_list_reload (DeskRecordList *self)
{
  g_return_if_fail (DESK_IS_RECORD_LIST (self));

  begin_generation (self);
  if (self->reg != NULL && self->query != NULL)
    start (self);
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

void
desk_record_list_set_register (DeskRecordList *self,
                               OcopRegister   *reg)
{
  if (!g_set_object (&self->reg, reg))
    return;
  begin_generation (self);
  replace_keys (self, g_array_new (FALSE, FALSE, sizeof (gint64)), TRUE);
  desk_record_list_reload (self);
}

gint64
desk_record_list_get_count (DeskRecordList *self)
{
  return self->whole ? (gint64) self->keys->len : -1;
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
  return DESK_RECORD_LIST (model)->slots->len;
}

/* What an earlier query had at this place would be seen until the row has been read. */
static void
empty_stale_slot (DeskRecordList *self,
                  DeskRow        *slot)
{
  guint position = desk_row_get_position (slot);

  if (self->whole && desk_row_get_key (slot) != 0 && desk_row_get_key (slot) != desk_record_list_get_key (self, position))
    desk_row_fill (slot, NULL, 0);
}

static DeskRow *
make_slot (DeskRecordList *self,
           guint           position)
{
  DeskRow *slot = desk_row_new (position);
  OcopRows *rows = g_hash_table_lookup (self->batches, GUINT_TO_POINTER (position / DESK_RECORD_LIST_BATCH));
  guint index = position % DESK_RECORD_LIST_BATCH;

  if (rows != NULL && index < ocop_rows_get_n_rows (rows) &&
      ocop_rows_get_key (rows, index) == desk_record_list_get_key (self, position))
    desk_row_fill (slot, rows, index);
  g_ptr_array_index (self->slots, position) = slot;
  return slot;
}

static gpointer
desk_record_list_get_item (GListModel *model,
                           guint       position)
{
  DeskRecordList *self = DESK_RECORD_LIST (model);
  DeskRow *slot;

  if (position >= self->slots->len)
    return NULL;
  slot = peek_slot (self, position);
  if (slot == NULL)
    slot = make_slot (self, position);
  else
    empty_stale_slot (self, slot);
  want_batch (self, position / DESK_RECORD_LIST_BATCH);
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
  g_ptr_array_unref (self->slots);
  g_array_unref (self->keys);
  g_hash_table_unref (self->batches);
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

/* A slot that nobody has looked at yet is NULL. */
static void
free_slot (gpointer slot)
{
  g_clear_object (&slot);
}

static void
desk_record_list_init (DeskRecordList *self)
{
  self->slots = g_ptr_array_new_with_free_func (free_slot);
  self->keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->batches = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) ocop_rows_unref);
}
