/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "slides/desk-slides-draft.h"

struct _DeskSlidesDraft
{
  GObject parent_instance;

  /* Owned references */
  OcopRegister *reg;
  GListStore *items;
  char *title;
  OcopSlides *front;        /* whose the slides are; (nullable): until it is read */
  OcopSlides *slides;       /* of the layout */
  OcopSlidesLayout *layout; /* (nullable) */
  GHashTable *readings;     /* by what is asked for; Reading */
  GPtrArray *former;        /* OcopSlideSet, the last step last */
  char *last_edit;          /* (nullable): what was typed into last */

  OcopDate on;
  OcopDate own_day;
  guint generation;         /* of the figures: an answer of a former one comes too late */
  guint layout_source;
  gboolean drops_empty;     /* charts without figures go when they are read */
  gboolean is_reading;
};

enum
{
  EDITED,
  LAID_OUT,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskSlidesDraft, desk_slides_draft, G_TYPE_OBJECT)

/* What came of a chart or a report. */
typedef struct
{
  OcopSlideFigures *figures; /* (nullable) */
  char *error;               /* (nullable) */
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->figures, ocop_slide_figures_free);
  g_free (reading->error);
  g_free (reading);
}

static DeskSlideItem *
get_item (DeskSlidesDraft *self,
          guint            place)
{
  /* The store holds it. */
  g_autoptr(DeskSlideItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), place);

  return item;
}

static guint
n_items (DeskSlidesDraft *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->items));
}

static const char *
or_nothing (const char *text)
{
  return text != NULL ? text : "";
}

/* By what the figures of a part are told from those of others; (nullable): it has none. */
static char *
key_of (const OcopSlidePart *part)
{
  g_autofree char *base = part != NULL && part->base != NULL ? ocop_query_to_json (part->base) : NULL;
  char day[OCOP_DATE_TEXT_SIZE];

  if (part != NULL && part->report != NULL)
    return g_strjoin ("\n", "", part->report, NULL);
  if (part == NULL || part->chart == NULL)
    return NULL;
  return g_strjoin ("\n", part->chart, or_nothing (part->subject), or_nothing (base), or_nothing (part->place),
                    or_nothing (part->sector), or_nothing (part->against), ocop_date_to_text (part->on, day), NULL);
}

static const Reading *
find_reading (DeskSlidesDraft *self,
              DeskSlideItem   *item)
{
  g_autofree char *key = key_of (desk_slide_item_get_part (item));

  return key != NULL ? g_hash_table_lookup (self->readings, key) : NULL;
}

const OcopSlideFigures *
desk_slides_draft_find_figures (DeskSlidesDraft *self,
                                DeskSlideItem   *item)
{
  const Reading *reading = find_reading (self, item);

  return reading != NULL ? reading->figures : NULL;
}

/* --- pages --- */

/* Returns: the slide's place among them, -1 where it has none */
static int
add_slide (DeskSlidesDraft *self,
           DeskSlideItem   *item,
           OcopSlides      *slides)
{
  const OcopSlidePart *part = desk_slide_item_get_part (item);
  const OcopSlideFigures *figures = desk_slides_draft_find_figures (self, item);
  gboolean lacks_figures = part != NULL && figures == NULL && (part->chart != NULL || part->report != NULL);

  if (part == NULL || lacks_figures || !ocop_slides_add_part (slides, part, figures))
    return -1;
  return (int) slides->slides->len - 1;
}

static void
tell_pages (DeskSlidesDraft *self,
            const int       *places)
{
  guint n_pages = ocop_slides_layout_n_pages (self->layout);

  for (guint i = 0; i < n_items (self); i++)
    {
      const Reading *reading = find_reading (self, get_item (self, i));
      int page = i == 0 ? 0 : places[i] >= 0 ? (int) ocop_slides_layout_find_page (self->layout, (guint) places[i]) : -1;
      guint n = page >= 0 ? 1 : 0;

      while (page > 0 && (guint) page + n < n_pages && ocop_slides_layout_get_slide (self->layout, (guint) page + n) == places[i])
        n++;
      desk_slide_item_set_pages (get_item (self, i), page, n, reading != NULL ? reading->error : NULL);
    }
}

static void
lay_out (DeskSlidesDraft *self)
{
  g_autofree int *places = g_new (int, n_items (self));
  OcopSlides *slides = ocop_slides_new ();

  slides->title = g_strdup (self->title != NULL ? self->title : ocop_slides_usual_title ());
  slides->office = g_strdup (self->front->office);
  slides->place = g_strdup (self->front->place);
  slides->practice = self->front->practice;
  slides->on = self->front->on;
  for (guint i = 0; i < n_items (self); i++)
    places[i] = add_slide (self, get_item (self, i), slides);
  g_clear_pointer (&self->layout, ocop_slides_layout_free);
  g_clear_pointer (&self->slides, ocop_slides_free);
  self->slides = slides;
  self->layout = ocop_slides_layout_new (slides, OCOP_CHART_THEME_PROJECTOR);
  tell_pages (self, places);
  g_signal_emit (self, signals[LAID_OUT], 0);
}

static gboolean
on_idle (gpointer data)
{
  DeskSlidesDraft *self = data;

  self->layout_source = 0;
  if (self->front != NULL)
    lay_out (self);
  return G_SOURCE_REMOVE;
}

/* Once for all that is changed at one time. */
static void
queue_layout (DeskSlidesDraft *self)
{
  if (self->layout_source == 0)
    self->layout_source = g_idle_add (on_idle, self);
}

/* --- figures --- */

typedef struct
{
  GHashTable *wanted; /* by their keys; OcopSlidePart */
  OcopDate on;
  guint generation;
} Request;

typedef struct
{
  OcopSlides *front;
  GHashTable *readings;
  guint generation;
} Answer;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_hash_table_unref (request->wanted);
  g_free (request);
}

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->front, ocop_slides_free);
  g_hash_table_unref (answer->readings);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static GHashTable *
create_readings (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, reading_free);
}

/* What one of them cannot say is no reason to show none of the others. */
static gpointer
read_figures (OcopReader    *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  const Request *request = data;
  g_autoptr(Answer) answer = g_new0 (Answer, 1);
  GHashTableIter iter;
  gpointer key, part;

  answer->generation = request->generation;
  answer->readings = create_readings ();
  answer->front = ocop_slides_read_front (reader, NULL, request->on, error);
  if (answer->front == NULL)
    return NULL;
  g_hash_table_iter_init (&iter, request->wanted);
  while (g_hash_table_iter_next (&iter, &key, &part))
    {
      Reading *reading = g_new0 (Reading, 1);
      g_autoptr(GError) why = NULL;

      reading->figures = ocop_slide_figures_read (reader, part, request->on, FALSE, &why);
      reading->error = why != NULL ? g_strdup (why->message) : NULL;
      g_hash_table_insert (answer->readings, g_strdup (key), reading);
    }
  return g_steal_pointer (&answer);
}

static void
drop_empty (DeskSlidesDraft *self)
{
  for (guint i = n_items (self); i-- > 1;)
    {
      const OcopSlideFigures *figures = desk_slides_draft_find_figures (self, get_item (self, i));

      if (figures != NULL && ocop_slide_figures_is_empty (figures))
        g_list_store_remove (self->items, i);
    }
}

static void
take (DeskSlidesDraft *self,
      Answer          *answer)
{
  GHashTableIter iter;
  gpointer key, reading;

  g_clear_pointer (&self->front, ocop_slides_free);
  self->front = g_steal_pointer (&answer->front);
  g_hash_table_iter_init (&iter, answer->readings);
  while (g_hash_table_iter_next (&iter, &key, &reading))
    {
      g_hash_table_iter_steal (&iter);
      g_hash_table_insert (self->readings, key, reading);
    }
}

static void read_missing (DeskSlidesDraft *self);

static void
on_read (GObject      *reg,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(DeskSlidesDraft) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(Answer) answer = ocop_register_read_finish (OCOP_REGISTER (reg), result, &error);

  self->is_reading = FALSE;
  if (answer == NULL)
    {
      g_signal_emit (self, signals[FAILED], 0, error->message);
      return;
    }
  if (answer->generation == self->generation)
    take (self, answer);
  read_missing (self);
  if (self->is_reading)
    return;
  if (self->drops_empty)
    drop_empty (self);
  self->drops_empty = FALSE;
  queue_layout (self);
}

static GHashTable *
collect_missing (DeskSlidesDraft *self)
{
  GHashTable *missing = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) ocop_slide_part_free);

  for (guint i = 1; i < n_items (self); i++)
    {
      const OcopSlidePart *part = desk_slide_item_get_part (get_item (self, i));
      g_autofree char *key = key_of (part);

      if (key != NULL && !g_hash_table_contains (self->readings, key) && !g_hash_table_contains (missing, key))
        g_hash_table_insert (missing, g_steal_pointer (&key), ocop_slide_part_copy (part));
    }
  return missing;
}

static void
read_missing (DeskSlidesDraft *self)
{
  g_autoptr(GHashTable) missing = self->is_reading ? NULL : collect_missing (self);
  Request *request;

  if (missing == NULL || (g_hash_table_size (missing) == 0 && self->front != NULL))
    return;
  request = g_new (Request, 1);
  *request = (Request) { g_steal_pointer (&missing), desk_slides_draft_get_day (self), self->generation };
  self->is_reading = TRUE;
  ocop_register_read_async (self->reg, OCOP_LANE_WINDOW, read_figures, request, request_free, answer_free, NULL, on_read, g_object_ref (self));
}

/* Other figures than those that were read. */
static void
read_anew (DeskSlidesDraft *self)
{
  self->generation++;
  g_hash_table_remove_all (self->readings);
  g_clear_pointer (&self->front, ocop_slides_free);
  read_missing (self);
}

gboolean
desk_slides_draft_is_reading (DeskSlidesDraft *self)
{
  return self->is_reading;
}

GListModel *
desk_slides_draft_get_items (DeskSlidesDraft *self)
{
  return G_LIST_MODEL (self->items);
}

const OcopSlidesLayout *
desk_slides_draft_get_layout (DeskSlidesDraft *self)
{
  return self->layout;
}

/* --- steps --- */

OcopSlideSet *
desk_slides_draft_dup_set (DeskSlidesDraft *self)
{
  OcopSlideSet *set = ocop_slide_set_new ();

  set->title = g_strdup (self->title);
  set->on = self->own_day;
  for (guint i = 1; i < n_items (self); i++)
    g_ptr_array_add (set->parts, ocop_slide_part_copy (desk_slide_item_get_part (get_item (self, i))));
  return set;
}

/* What stands there can come back; what is typed into one field is one step. @what: (nullable) */
static void
begin_step (DeskSlidesDraft *self,
            const char      *what)
{
  if (what == NULL || g_strcmp0 (what, self->last_edit) != 0)
    g_ptr_array_add (self->former, desk_slides_draft_dup_set (self));
  g_free (self->last_edit);
  self->last_edit = g_strdup (what);
}

static void
end_step (DeskSlidesDraft *self)
{
  read_missing (self);
  queue_layout (self);
  g_signal_emit (self, signals[EDITED], 0);
}

static void
put_set (DeskSlidesDraft    *self,
         const OcopSlideSet *set)
{
  gboolean other_day = ocop_date_compare (self->own_day, set->on) != 0;
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < set->parts->len; i++)
    g_ptr_array_add (items, desk_slide_item_new (ocop_slide_part_copy (set->parts->pdata[i])));
  g_list_store_splice (self->items, 1, n_items (self) - 1, items->pdata, items->len);
  g_free (self->title);
  self->title = g_strdup (set->title);
  self->own_day = set->on;
  if (other_day)
    read_anew (self);
}

void
desk_slides_draft_begin_with (DeskSlidesDraft    *self,
                              const OcopSlideSet *set)
{
  if (n_items (self) > 1 || self->title != NULL)
    begin_step (self, NULL);
  put_set (self, set);
  self->drops_empty = set->only_with_figures;
  if (self->drops_empty && g_hash_table_size (self->readings) > 0)
    drop_empty (self);
  end_step (self);
}

gboolean
desk_slides_draft_undo (DeskSlidesDraft *self)
{
  g_autoptr(OcopSlideSet) set = NULL;

  if (self->former->len == 0)
    return FALSE;
  set = g_ptr_array_steal_index (self->former, self->former->len - 1);
  g_clear_pointer (&self->last_edit, g_free);
  put_set (self, set);
  end_step (self);
  return TRUE;
}

guint
desk_slides_draft_add (DeskSlidesDraft *self,
                       OcopSlidePart   *part,
                       guint            after)
{
  guint place = MIN (after + 1, n_items (self));
  g_autoptr(DeskSlideItem) item = desk_slide_item_new (part);

  begin_step (self, NULL);
  g_list_store_insert (self->items, place, item);
  end_step (self);
  return place;
}

void
desk_slides_draft_change (DeskSlidesDraft *self,
                          DeskSlideItem   *item,
                          OcopSlidePart   *part,
                          const char      *what)
{
  g_autofree char *step = g_strdup_printf ("%p %s", (void *) item, what);

  begin_step (self, step);
  desk_slide_item_set_part (item, part);
  end_step (self);
}

gboolean
desk_slides_draft_remove (DeskSlidesDraft *self,
                          guint            place)
{
  if (place == 0 || place >= n_items (self))
    return FALSE;
  begin_step (self, NULL);
  g_list_store_remove (self->items, place);
  end_step (self);
  return TRUE;
}

/* Those between change places, not the slide itself, which keeps the focus. */
gboolean
desk_slides_draft_move (DeskSlidesDraft *self,
                        guint            from,
                        guint            to)
{
  guint n = from < to ? to - from : from - to;
  guint first = from < to ? from + 1 : to;
  g_autoptr(GPtrArray) others = g_ptr_array_new_with_free_func (g_object_unref);

  if (from == 0 || to == 0 || from == to || MAX (from, to) >= n_items (self))
    return FALSE;
  begin_step (self, NULL);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (others, g_list_model_get_item (G_LIST_MODEL (self->items), first + i));
  g_list_store_splice (self->items, first, n, NULL, 0);
  g_list_store_splice (self->items, from < to ? from : to + 1, 0, others->pdata, n);
  end_step (self);
  return TRUE;
}

/* --- the title page --- */

OcopDate
desk_slides_draft_get_day (DeskSlidesDraft *self)
{
  return ocop_date_is_day (self->own_day) ? self->own_day : self->on;
}

OcopDate
desk_slides_draft_get_own_day (DeskSlidesDraft *self)
{
  return self->own_day;
}

void
desk_slides_draft_set_own_day (DeskSlidesDraft *self,
                               OcopDate         on)
{
  if (ocop_date_compare (self->own_day, on) == 0)
    return;
  begin_step (self, NULL);
  self->own_day = on;
  read_anew (self);
  end_step (self);
}

void
desk_slides_draft_set_day (DeskSlidesDraft *self,
                           OcopDate         on)
{
  if (ocop_date_compare (self->on, on) == 0)
    return;
  self->on = on;
  if (!ocop_date_is_day (self->own_day))
    read_anew (self);
}

const char *
desk_slides_draft_get_title (DeskSlidesDraft *self)
{
  return self->title;
}

void
desk_slides_draft_set_title (DeskSlidesDraft *self,
                             const char      *title)
{
  begin_step (self, "title");
  g_free (self->title);
  self->title = g_strdup (title);
  end_step (self);
}

/* --- building --- */

static void
desk_slides_draft_dispose (GObject *object)
{
  DeskSlidesDraft *self = DESK_SLIDES_DRAFT (object);

  g_clear_handle_id (&self->layout_source, g_source_remove);
  g_clear_object (&self->reg);
  G_OBJECT_CLASS (desk_slides_draft_parent_class)->dispose (object);
}

static void
desk_slides_draft_finalize (GObject *object)
{
  DeskSlidesDraft *self = DESK_SLIDES_DRAFT (object);

  g_clear_pointer (&self->layout, ocop_slides_layout_free);
  g_clear_pointer (&self->slides, ocop_slides_free);
  g_clear_pointer (&self->front, ocop_slides_free);
  g_hash_table_unref (self->readings);
  g_ptr_array_unref (self->former);
  g_object_unref (self->items);
  g_free (self->title);
  g_free (self->last_edit);
  G_OBJECT_CLASS (desk_slides_draft_parent_class)->finalize (object);
}

static void
desk_slides_draft_class_init (DeskSlidesDraftClass *klass)
{
  static const char * const names[] = { "edited", "laid-out" };

  G_OBJECT_CLASS (klass)->dispose = desk_slides_draft_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_slides_draft_finalize;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    signals[i] = g_signal_new (names[i], DESK_TYPE_SLIDES_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", DESK_TYPE_SLIDES_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
desk_slides_draft_init (DeskSlidesDraft *self)
{
  g_autoptr(DeskSlideItem) front = desk_slide_item_new (NULL);

  self->items = g_list_store_new (DESK_TYPE_SLIDE_ITEM);
  self->readings = create_readings ();
  self->former = g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_slide_set_free);
  g_list_store_append (self->items, front);
}

DeskSlidesDraft *
desk_slides_draft_new (OcopRegister *reg,
                       OcopDate      on)
{
  DeskSlidesDraft *self = g_object_new (DESK_TYPE_SLIDES_DRAFT, NULL);

  self->reg = g_object_ref (reg);
  self->on = on;
  g_signal_connect_object (reg, "changed", G_CALLBACK (read_anew), self, G_CONNECT_SWAPPED);
  read_missing (self);
  return self;
}
