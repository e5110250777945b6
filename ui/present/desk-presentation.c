/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "present/desk-presentation.h"

#include <glib/gi18n.h>

/* Larger than any number of pages. */
#define MOST_TYPED 999

struct _DeskPresentation
{
  GObject parent_instance;

  /* Owned references */
  OcopRegister *reg;
  OcopSlides *slides[2]; /* by whether they are masked: of one moment both, so that a change of mind changes no figure;
                            only the masked ones where nobody is named */
  OcopSlidesLayout *layout;
  GDateTime *read_at;

  DeskPresentAsked asked;
  guint page;
  guint typed;
  DeskCover cover;
  gboolean masked;
  gboolean live;
  gboolean outdated;   /* the register has changed since */
  gboolean reading;
  gboolean read_again; /* it changed while it was read */
};

enum
{
  PROP_0,
  PROP_MASKED,
  PROP_LIVE,
  N_PROPS
};

enum
{
  TURNED,
  REPLACED,
  TOLD,
  FAILED,
  COMMANDED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (DeskPresentation, desk_presentation, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* Reading */

typedef struct
{
  DeskPresentReadFunc read;
  gconstpointer data; /* the show is kept until the answer is there */
} Request;

typedef struct
{
  OcopSlides *slides[2];
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->slides[FALSE], ocop_slides_free);
  g_clear_pointer (&answer->slides[TRUE], ocop_slides_free);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static gpointer
read_slides (OcopReader    *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  const Request *request = data;
  g_autoptr(Answer) answer = g_new0 (Answer, 1);

  answer->slides[TRUE] = request->read (reader, TRUE, request->data, error);
  if (answer->slides[TRUE] == NULL)
    return NULL;
  if (answer->slides[TRUE]->of_people)
    {
      answer->slides[FALSE] = request->read (reader, FALSE, request->data, error);
      if (answer->slides[FALSE] == NULL)
        return NULL;
    }
  return g_steal_pointer (&answer);
}

static const OcopSlides *
get_slides (DeskPresentation *self)
{
  return self->slides[FALSE] != NULL ? self->slides[self->masked] : self->slides[TRUE];
}

gboolean
desk_presentation_is_of_people (DeskPresentation *self)
{
  return self->slides[FALSE] != NULL;
}

static guint
find_first (DeskPresentation *self)
{
  guint n = ocop_slides_layout_n_pages (self->layout);

  return self->asked.first == 0 || self->asked.first > get_slides (self)->slides->len
         ? 0 : MIN (ocop_slides_layout_find_page (self->layout, self->asked.first - 1), n - 1);
}

/* The speaker stays where he is. */
static void
lay_out (DeskPresentation *self)
{
  g_autoptr(OcopSlidesLayout) former = g_steal_pointer (&self->layout);

  self->layout = ocop_slides_layout_new (get_slides (self), OCOP_CHART_THEME_PROJECTOR);
  self->page = former != NULL ? ocop_slides_layout_find_again (self->layout, former, self->page) : find_first (self);
  g_signal_emit (self, signals[REPLACED], 0);
}

static void
take (DeskPresentation *self,
      Answer           *answer)
{
  g_autoptr(OcopSlides) open = g_steal_pointer (&self->slides[FALSE]);
  g_autoptr(OcopSlides) masked = g_steal_pointer (&self->slides[TRUE]);

  self->slides[FALSE] = g_steal_pointer (&answer->slides[FALSE]);
  self->slides[TRUE] = g_steal_pointer (&answer->slides[TRUE]);
  g_clear_pointer (&self->read_at, g_date_time_unref);
  self->read_at = g_date_time_new_now_local ();
  self->outdated = self->read_again;
  lay_out (self); /* the former layout goes before the slides that it is of */
  g_signal_emit (self, signals[TOLD], 0);
}

static void
on_read (GObject      *reg,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(DeskPresentation) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(Answer) answer = ocop_register_read_finish (OCOP_REGISTER (reg), result, &error);

  self->reading = FALSE;
  if (answer != NULL)
    take (self, answer);
  else
    g_signal_emit (self, signals[FAILED], 0, error);
  if (self->read_again && self->live)
    desk_presentation_read (self);
}

void
desk_presentation_read (DeskPresentation *self)
{
  Request *request;

  self->read_again = self->reading;
  if (self->reading)
    return;
  self->reading = TRUE;
  request = g_new (Request, 1);
  *request = (Request) { self->asked.read, self->asked.data };
  ocop_register_read_async (self->reg, OCOP_LANE_LONG, read_slides, request, g_free, answer_free, NULL, on_read, g_object_ref (self));
}

static void
on_register_changed (DeskPresentation *self)
{
  self->outdated = TRUE;
  g_signal_emit (self, signals[TOLD], 0);
  if (self->live)
    desk_presentation_read (self);
  else if (self->reading)
    self->read_again = TRUE;
}

/* Showing */

const OcopSlidesLayout *
desk_presentation_get_layout (DeskPresentation *self)
{
  return self->layout;
}

const char *
desk_presentation_get_title (DeskPresentation *self)
{
  return self->layout != NULL ? ocop_slides_layout_get_title (self->layout, 0) : "";
}

guint
desk_presentation_get_page (DeskPresentation *self)
{
  return self->page;
}

DeskCover
desk_presentation_get_cover (DeskPresentation *self)
{
  return self->cover;
}

guint
desk_presentation_get_typed (DeskPresentation *self)
{
  return self->typed;
}

char *
desk_presentation_dup_time (DeskPresentation *self)
{
  g_autofree char *time = self->read_at != NULL ? g_date_time_format (self->read_at, "%H:%M") : g_strdup ("");

  /* Translators: a time of day */
  return g_strdup_printf (self->outdated ? _("Figures read at %s; the register has changed since") : _("Figures read at %s"), time);
}

void
desk_presentation_set_page (DeskPresentation *self,
                            guint             page)
{
  if (self->layout == NULL)
    return;
  self->page = MIN (page, ocop_slides_layout_n_pages (self->layout) - 1);
  self->typed = 0;
  self->cover = DESK_COVER_NONE;
  g_signal_emit (self, signals[TURNED], 0);
}

static void
toggle_cover (DeskPresentation *self,
              DeskCover         cover)
{
  self->cover = self->cover == cover ? DESK_COVER_NONE : cover;
  g_signal_emit (self, signals[TURNED], 0);
}

/* One more digit of the page to go to. */
static void
type_digit (DeskPresentation *self,
            int               digit)
{
  guint typed = self->typed * 10 + (guint) digit;

  self->typed = typed <= MOST_TYPED ? typed : (guint) digit;
  g_signal_emit (self, signals[TURNED], 0);
}

/* What was typed by mistake goes first. */
static gboolean
forget_typed (DeskPresentation *self)
{
  gboolean was_typed = self->typed > 0;

  self->typed = 0;
  if (was_typed)
    g_signal_emit (self, signals[TURNED], 0);
  return was_typed;
}

void
desk_presentation_command (DeskPresentation   *self,
                           DeskPresentCommand  command)
{
  switch (command)
    {
    case DESK_PRESENT_FORTH:
      desk_presentation_set_page (self, self->page + 1);
      return;
    case DESK_PRESENT_BACK:
      desk_presentation_set_page (self, self->page > 0 ? self->page - 1 : 0);
      return;
    case DESK_PRESENT_FIRST:
      desk_presentation_set_page (self, 0);
      return;
    case DESK_PRESENT_LAST:
      desk_presentation_set_page (self, MOST_TYPED);
      return;
    case DESK_PRESENT_ENTER:
      desk_presentation_set_page (self, self->typed > 0 ? self->typed - 1 : self->page + 1);
      return;
    case DESK_PRESENT_BLACK:
      toggle_cover (self, DESK_COVER_BLACK);
      return;
    case DESK_PRESENT_WHITE:
      toggle_cover (self, DESK_COVER_WHITE);
      return;
    case DESK_PRESENT_BEGIN:
      desk_presentation_set_page (self, 0);
      break;
    case DESK_PRESENT_RESUME:
      desk_presentation_set_page (self, self->page);
      break;
    case DESK_PRESENT_END:
      if (forget_typed (self))
        return;
      break;
    case DESK_PRESENT_SWITCH:
    case DESK_PRESENT_SWAP:
    case DESK_PRESENT_FULL_SCREEN:
    case DESK_PRESENT_N_COMMANDS:
      break;
    }
  g_signal_emit (self, signals[COMMANDED], 0, (guint) command);
}

gboolean
desk_presentation_take_key (DeskPresentation *self,
                            guint             key,
                            GdkModifierType   state)
{
  int digit = desk_present_keys_digit (key, state);
  DeskPresentCommand command;

  if (digit >= 0)
    type_digit (self, digit);
  else if (desk_present_keys_find (key, state, &command))
    desk_presentation_command (self, command);
  else
    return FALSE;
  return TRUE;
}

DeskPresentation *
desk_presentation_new (OcopRegister           *reg,
                       const DeskPresentAsked *asked)
{
  DeskPresentation *self = g_object_new (DESK_TYPE_PRESENTATION, NULL);

  self->reg = g_object_ref (reg);
  self->asked = *asked;
  self->masked = !asked->unmasked;
  self->live = asked->live;
  g_signal_connect_object (reg, "changed", G_CALLBACK (on_register_changed), self, G_CONNECT_SWAPPED);
  return self;
}

static void
set_masked (DeskPresentation *self,
            gboolean          masked)
{
  self->masked = masked;
  if (self->layout != NULL)
    lay_out (self);
}

static void
set_live (DeskPresentation *self,
          gboolean          live)
{
  self->live = live;
  if (live && self->outdated)
    desk_presentation_read (self);
}

static void
desk_presentation_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  DeskPresentation *self = DESK_PRESENTATION (object);

  g_value_set_boolean (value, prop_id == PROP_MASKED ? self->masked : self->live);
}

static void
desk_presentation_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  DeskPresentation *self = DESK_PRESENTATION (object);

  if (prop_id == PROP_MASKED)
    set_masked (self, g_value_get_boolean (value));
  else
    set_live (self, g_value_get_boolean (value));
}

static void
desk_presentation_finalize (GObject *object)
{
  DeskPresentation *self = DESK_PRESENTATION (object);

  g_clear_pointer (&self->layout, ocop_slides_layout_free);
  g_clear_pointer (&self->slides[FALSE], ocop_slides_free);
  g_clear_pointer (&self->slides[TRUE], ocop_slides_free);
  g_clear_pointer (&self->read_at, g_date_time_unref);
  if (self->asked.destroy_data != NULL)
    self->asked.destroy_data (self->asked.data);
  g_clear_object (&self->reg);
  G_OBJECT_CLASS (desk_presentation_parent_class)->finalize (object);
}

static void
desk_presentation_class_init (DeskPresentationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  static const char *const names[N_SIGNALS] = { [TURNED] = "turned", [REPLACED] = "replaced", [TOLD] = "told" };

  object_class->get_property = desk_presentation_get_property;
  object_class->set_property = desk_presentation_set_property;
  object_class->finalize = desk_presentation_finalize;
  properties[PROP_MASKED] = g_param_spec_boolean ("masked", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_LIVE] = g_param_spec_boolean ("live", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  for (guint i = TURNED; i <= TOLD; i++)
    signals[i] = g_signal_new (names[i], DESK_TYPE_PRESENTATION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", DESK_TYPE_PRESENTATION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[COMMANDED] = g_signal_new ("commanded", DESK_TYPE_PRESENTATION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
desk_presentation_init (DeskPresentation *self)
{
}
