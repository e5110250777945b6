/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long a digit takes in the score grid of a session of 100 products × 11 members, half of them scored, in the
 * window as people have it: the key as the grid has it, then the next frame, which must have the new sum in it. What
 * there is to do for both, from the sums to what is painted, is to be done within a frame at 60 a second. The wait
 * between the two is the frame clock's, and said apart: up to a frame more for a key that comes just after one. Before
 * each digit is a pause as long as chance will have it, so that the words beside the grid come between as well.
 * Also how long the whole session takes to read. Needs a display. The time of the processor is said too: on a busy
 * machine it tells more than the clock. Drawn by cairo unless GSK_RENDERER says otherwise: without a graphics card
 * OpenGL is imitated by the processor, which then would be what is measured.
 *
 *   bench-score */

#include <time.h>

#include <glib/gstdio.h>
#include <gtk/gtk.h>

#include "bench.h"
#include "council/desk-session-list.h"
#include "council/desk-session-view.h"
#include "desk-application.h"
#include "desk-settings.h"
#include "desk-window-private.h"
#include "evaluation/ocop-choices.h"
#include "evaluation/ocop-session.h"
#include "form/desk-draft.h"
#include "score/desk-score-grid.h"
#include "score/desk-score-view.h"

#define SET "QD26-03"
#define N_PRODUCTS 100
#define N_MEMBERS 11
#define N_SCORED 6
#define N_DIGITS 150
/* Milliseconds: quick hands, at three to fifteen digits a second. */
#define SHORTEST_PAUSE 50
#define LONGEST_PAUSE 250
/* Columns before the members': the criterion, the most points, the producer's, the advice. */
#define N_FACTS 5
/* A frame at 60 a second. */
#define FRAME 16.7
#define READ_BOUND 1500

typedef struct
{
  OcopRegister *reg;
  OcopChange *change;
  char *session;
  char *product;        /* the last one, scored by some */
  char *choices;
} Stage;

static OcopRecord *
begin (const char *kind,
       const char *field,
       const char *value)
{
  OcopRecord *record = ocop_record_new (ocop_kind_find (kind), NULL);

  ocop_record_set_text (record, field, value);
  return record;
}

/* Takes @record; its id stays as long as the change. */
static char *
add (Stage      *stage,
     OcopRecord *record)
{
  char *id = g_strdup (ocop_record_get_id (record));

  ocop_change_add (stage->change, record);
  ocop_record_free (record);
  return id;
}

/* The best option of each criterion but every seventh. */
static char *
make_choices (void)
{
  const OcopLaw *law = ocop_law_get_default ();
  const OcopCriteria *criteria = ocop_law_get_criteria (law, ocop_law_get_latest_book (law), SET, NULL);
  g_autofree guint8 *choices = ocop_choices_new (criteria);

  for (guint i = 0; i < criteria->leaves->len; i++)
    choices[i] = (guint8) (((const OcopCriterion *) g_ptr_array_index (criteria->leaves, i))->options->len - (i % 7 == 0 ? 2 : 1));
  return ocop_choices_format (criteria, choices);
}

static void
add_product (Stage             *stage,
             guint              place,
             char * const      *members)
{
  g_autofree char *name = g_strdup_printf ("Gạo %u", place);
  g_autofree char *product = add (stage, begin ("product", "name", name));
  OcopRecord *dossier = begin ("dossier", "name", name);
  OcopRecord *line = begin ("session_product", "session", stage->session);
  g_autofree char *dossier_id = NULL;

  ocop_record_set_text (dossier, "product", product);
  ocop_record_set_text (dossier, "kind", "first");
  ocop_record_set_text (dossier, "step", "council");
  ocop_record_set_integer (dossier, "story", TRUE);
  dossier_id = add (stage, dossier);
  ocop_record_set_text (line, "dossier", dossier_id);
  ocop_record_set_text (line, "name", name);
  ocop_record_set_integer (line, "place", place);
  ocop_record_set_text (line, "criteria_set", SET);
  ocop_record_set_integer (line, "scoring", 1);
  g_free (stage->product);
  stage->product = add (stage, line);
  for (guint i = 0; i < N_SCORED; i++)
    {
      OcopRecord *sheet = begin ("sheet", "session_product", stage->product);

      ocop_record_set_text (sheet, "member", members[i]);
      ocop_record_set_integer (sheet, "scoring", 1);
      ocop_record_set_text (sheet, "choices", stage->choices);
      g_free (add (stage, sheet));
    }
}

static char *
add_member (Stage      *stage,
            const char *council,
            guint       place)
{
  g_autofree char *name = g_strdup_printf ("Ủy viên Số %u", place);
  OcopRecord *member = begin ("council_member", "name", name);
  OcopRecord *attendance = begin ("attendance", "session", stage->session);
  char *id;

  ocop_record_set_text (member, "council", council);
  ocop_record_set_text (member, "role", place == 1 ? "chair" : "member");
  ocop_record_set_integer (member, "place", place);
  id = add (stage, member);
  ocop_record_set_text (attendance, "member", id);
  ocop_record_set_integer (attendance, "present", TRUE);
  g_free (add (stage, attendance));
  return id;
}

static void
fill (Stage *stage)
{
  OcopRecord *council = begin ("council", "name", "Hội đồng");
  OcopRecord *session = begin ("session", "name", "Đợt 2");
  g_autoptr(GError) error = NULL;
  g_autofree char *council_id = NULL;
  char *members[N_MEMBERS];

  stage->change = ocop_change_new ("add", "Chuẩn bị");
  stage->choices = make_choices ();
  ocop_record_set_text (council, "kind", "council");
  council_id = add (stage, council);
  ocop_record_set_text (session, "council", council_id);
  ocop_record_set_text (session, "state", "open");
  stage->session = add (stage, session);
  for (guint i = 0; i < N_MEMBERS; i++)
    members[i] = add_member (stage, council_id, i + 1);
  for (guint i = 0; i < N_PRODUCTS; i++)
    add_product (stage, i + 1, members);
  if (!ocop_register_commit (stage->reg, stage->change, &error))
    g_error ("%s", error->message);
  for (guint i = 0; i < N_MEMBERS; i++)
    g_free (members[i]);
}

static gpointer
read_session (OcopReader    *reader,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  return ocop_session_read (reader, data, NULL, error);
}

static void
measure_reading (Stage *stage)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr(OcopSession) session = ocop_register_read (stage->reg, read_session, stage->session, NULL);

  g_assert_cmpuint (session->products->len, ==, N_PRODUCTS);
  bench_say ("Session of 100 × 11 read and judged", bench_since (start), "ms", READ_BOUND);
}

/* The window */

static GtkWidget *
find (GtkWidget *widget,
      GType      type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find (child, type);
  return found;
}

static void
wait_for (const gboolean *flag)
{
  while (!*flag)
    g_main_context_iteration (NULL, TRUE);
}

static void
tell (gboolean *flag)
{
  *flag = TRUE;
}

static void
pause_for (guint milliseconds)
{
  gboolean over = FALSE;

  g_timeout_add_once (milliseconds, (GSourceOnceFunc) tell, &over);
  wait_for (&over);
}

static DeskWindow *
open_window (Stage *stage)
{
  DeskApplication *application = desk_application_new ();
  DeskWindow *window;
  GtkWidget *view;
  gboolean shown = FALSE;

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);
  g_settings_set_string (desk_settings_get (), "page", "council");
  window = desk_window_new (GTK_APPLICATION (application));
  gtk_window_set_default_size (GTK_WINDOW (window), 1366, 768);
  desk_window_set_register (window, stage->reg);
  gtk_window_present (GTK_WINDOW (window));
  view = find (GTK_WIDGET (window), DESK_TYPE_SCORE_VIEW);
  g_signal_connect_swapped (view, "shown", G_CALLBACK (tell), &shown);
  g_signal_emit_by_name (find (GTK_WIDGET (window), DESK_TYPE_SESSION_LIST), "chosen", stage->session);
  g_signal_emit_by_name (find (GTK_WIDGET (window), DESK_TYPE_SESSION_VIEW), "chosen", stage->product);
  wait_for (&shown);
  g_signal_handlers_disconnect_by_func (view, tell, &shown);
  pause_for (1000);
  return window;
}

static void
on_closed (GObject      *source,
           GAsyncResult *result,
           gpointer      closed)
{
  tell (closed);
}

static void
close_window (DeskWindow *window)
{
  gboolean closed = FALSE;

  desk_window_close_register (window, on_closed, &closed);
  wait_for (&closed);
  gtk_window_destroy (GTK_WINDOW (window));
  desk_draft_finish ();
}

/* Typing */

enum
{
  HANDLER,
  LAYOUT,
  PAINT,
  WORK,            /* all three */
  PROCESSOR,
  WAIT,
  CLOCK,           /* from the key until it is painted, waiting included */
  N_FIGURES
};

typedef struct
{
  DeskScoreGrid *grid;
  GtkEventController *keys;
  guint sum;                         /* of what was typed in the column */
  gint64 begun, laid_out, painted;   /* when the latest frame was; 0 for not yet */
  GArray *figures[N_FIGURES];
} Typing;

static GtkWidget *
find_style (GtkWidget  *widget,
            const char *style)
{
  GtkWidget *found = gtk_widget_has_css_class (widget, style) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_style (child, style);
  return found;
}

static GtkEventController *
find_keys (GtkWidget *widget)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        return controller;
    }
  return NULL;
}

static void
press (Typing *typing,
       guint   key)
{
  gboolean taken = FALSE;

  g_signal_emit_by_name (typing->keys, "key-pressed", key, 0, 0, &taken);
  g_assert_true (taken);
}

static void
on_begun (Typing *typing)
{
  typing->begun = g_get_monotonic_time ();
}

static void
on_laid_out (Typing *typing)
{
  typing->laid_out = g_get_monotonic_time ();
}

/* Connected after GTK's own painting. */
static void
on_painted (Typing *typing)
{
  typing->painted = g_get_monotonic_time ();
}

static void
begin_typing (Typing     *typing,
              DeskWindow *window)
{
  GtkWidget *grid = find (GTK_WIDGET (window), DESK_TYPE_SCORE_GRID);
  GdkFrameClock *frames = gtk_widget_get_frame_clock (GTK_WIDGET (window));

  typing->grid = DESK_SCORE_GRID (grid);
  typing->keys = find_keys (find_style (grid, "desk-score-body"));
  for (guint i = 0; i < N_FIGURES; i++)
    typing->figures[i] = g_array_new (FALSE, FALSE, sizeof (double));
  g_signal_connect_swapped (frames, "before-paint", G_CALLBACK (on_begun), typing);
  g_signal_connect_swapped (frames, "layout", G_CALLBACK (on_laid_out), typing);
  g_signal_connect_swapped (frames, "paint", G_CALLBACK (on_painted), typing);
}

static double
milliseconds (gint64 from,
              gint64 to)
{
  return (double) (to - from) / 1000;
}

static void
add_figure (Typing *typing,
            guint   figure,
            double  value)
{
  g_array_append_val (typing->figures[figure], value);
}

/* The sum that the foot of the grid has for the column. */
static void
check_sum (Typing *typing,
           guint   column)
{
  GtkGrid *foot = GTK_GRID (find_style (GTK_WIDGET (typing->grid), "desk-score-foot"));
  GtkWidget *cell = gtk_grid_get_child_at (foot, (int) (N_FACTS + column), 0);
  g_autofree char *sum = g_strdup_printf ("%u", typing->sum);

  g_assert_cmpstr (gtk_inscription_get_text (GTK_INSCRIPTION (gtk_widget_get_first_child (cell))), ==, sum);
}

/* A digit in the present cell: its key, and the first frame after it that is painted. */
static void
type (Typing *typing,
      guint   i)
{
  const OcopCriterion *leaf = desk_score_grid_get_leaf (typing->grid);
  guint column = desk_score_grid_get_column (typing->grid);
  guint digit = ocop_criterion_get_option (leaf, i % leaf->options->len)->points / 100;
  gint64 start = g_get_monotonic_time (), handled;
  clock_t worked = clock ();

  typing->painted = 0;
  press (typing, GDK_KEY_0 + digit);
  handled = g_get_monotonic_time ();
  while (typing->painted == 0)
    g_main_context_iteration (NULL, TRUE);
  add_figure (typing, PROCESSOR, (double) (clock () - worked) * 1000 / CLOCKS_PER_SEC);
  add_figure (typing, HANDLER, milliseconds (start, handled));
  add_figure (typing, WAIT, milliseconds (handled, typing->begun));
  add_figure (typing, LAYOUT, milliseconds (typing->begun, typing->laid_out));
  add_figure (typing, PAINT, milliseconds (typing->laid_out, typing->painted));
  add_figure (typing, WORK, milliseconds (start, handled) + milliseconds (typing->begun, typing->painted));
  add_figure (typing, CLOCK, milliseconds (start, typing->painted));
  typing->sum += digit;
  check_sum (typing, column);
  if (leaf != desk_score_grid_get_leaf (typing->grid))
    return;
  press (typing, GDK_KEY_Tab);
  typing->sum = 0;
}

static void
say (Typing *typing)
{
  static const struct
  {
    const char *name;
    double bound;
  } figures[N_FIGURES] = {
    [HANDLER] = { "  of which from the key to the new sums, p95", 0 },
    [LAYOUT] = { "  of which layout, p95", 0 },
    [PAINT] = { "  of which paint, p95", 0 },
    [WORK] = { "Digit typed, laid out and painted, 32 × 11, p95", FRAME },
    [PROCESSOR] = { "Digit's time of the processor, p95", FRAME },
    [WAIT] = { "Digit's wait for the frame clock, p95", 0 },
    [CLOCK] = { "Digit until painted, with the wait, p95", 2 * FRAME },
  };
  static const guint order[] = { WORK, HANDLER, LAYOUT, PAINT, PROCESSOR, WAIT, CLOCK };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    bench_say (figures[order[i]].name, bench_quantile (typing->figures[order[i]], 0.95), "ms", figures[order[i]].bound);
}

static void
measure_typing (Stage *stage)
{
  DeskWindow *window = open_window (stage);
  Typing typing = { NULL };
  g_autoptr(GRand) chance = g_rand_new_with_seed (26);

  begin_typing (&typing, window);
  for (guint i = 0; i < N_DIGITS; i++)
    {
      pause_for ((guint) g_rand_int_range (chance, SHORTEST_PAUSE, LONGEST_PAUSE));
      type (&typing, i);
    }
  say (&typing);
  g_signal_handlers_disconnect_by_data (gtk_widget_get_frame_clock (GTK_WIDGET (window)), &typing);
  close_window (window);
  for (guint i = 0; i < N_FIGURES; i++)
    g_array_unref (typing.figures[i]);
}

/* What the program keeps of a person is kept apart. */
static void
start (const char *folder)
{
  g_setenv ("GSK_RENDERER", "cairo", FALSE);
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  gtk_init ();
  g_settings_set_string (desk_settings_get (), "backup-folder", folder);
}

int
main (int   argc,
      char *argv[])
{
  Stage stage = { 0 };
  g_autofree char *folder = g_dir_make_tmp ("ocop-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "session.ocop", NULL);

  start (folder);
  stage.reg = ocop_register_create (path, NULL);
  ocop_register_set_person (stage.reg, "Bench");
  fill (&stage);
  measure_reading (&stage);
  measure_typing (&stage);
  g_object_unref (stage.reg);
  bench_remove (folder);
  ocop_change_free (stage.change);
  g_free (stage.session);
  g_free (stage.product);
  g_free (stage.choices);
  return 0;
}
