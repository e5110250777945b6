/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long a digit takes in the score grid of a session of 100 products × 11 members, half of them scored: from the
 * key until the frame with the new sums and means has been painted; and how long the whole session takes to
 * read. Needs a display. The time of the processor is said too: on a busy machine it tells more than the clock.
 * Drawn by cairo unless GSK_RENDERER says otherwise: without a graphics card OpenGL is imitated by the processor,
 * which then would be what is measured.
 *
 *   bench-score */

#include <time.h>

#include <glib/gstdio.h>
#include <gtk/gtk.h>

#include "bench.h"
#include "desk-style.h"
#include "evaluation/ocop-choices.h"
#include "score/desk-score-grid.h"
#include "score/desk-score-side.h"

#define SET "QD26-03"
#define N_PRODUCTS 100
#define N_MEMBERS 11
#define N_SCORED 6
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

static gpointer
read_product (OcopReader    *reader,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  return ocop_session_read_product (reader, data, error);
}

static void
measure_reading (Stage *stage)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr(OcopSession) session = ocop_register_read (stage->reg, read_session, stage->session, NULL);

  g_assert_cmpuint (session->products->len, ==, N_PRODUCTS);
  bench_say ("Session of 100 × 11 read and judged", bench_since (start), "ms", READ_BOUND);
}

static void
on_after_paint (gboolean *painted)
{
  *painted = TRUE;
}

static void
wait_for_frame (gboolean *painted)
{
  for (*painted = FALSE; !*painted;)
    g_main_context_iteration (NULL, TRUE);
}

/* A digit in the next cell, as a key has it. The words beside the grid follow when typing pauses. */
static void
type (DeskScoreSheets *sheets,
      GtkWidget       *grid,
      guint            i)
{
  guint leaf = i % desk_score_sheets_n_leaves (sheets);
  guint column = N_SCORED + i / desk_score_sheets_n_leaves (sheets) % (N_MEMBERS - N_SCORED);
  const OcopCriterion *criterion = desk_score_sheets_get_leaf (sheets, leaf);

  desk_score_sheets_type (sheets, column, leaf, ocop_criterion_get_option (criterion, i % criterion->options->len)->points / 100);
  desk_score_grid_update (DESK_SCORE_GRID (grid));
  desk_score_grid_go_to (DESK_SCORE_GRID (grid), leaf, column);
}

static void
measure_typing (Stage *stage)
{
  OcopSession *session = ocop_register_read (stage->reg, read_product, stage->product, NULL);
  DeskScoreSheets *sheets = desk_score_sheets_new (session);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *grid = desk_score_grid_new ();
  GtkWidget *side = desk_score_side_new ();
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) works = g_array_new (FALSE, FALSE, sizeof (double));
  gboolean painted = FALSE;

  gtk_widget_set_hexpand (grid, TRUE);
  gtk_box_append (GTK_BOX (box), grid);
  gtk_box_append (GTK_BOX (box), side);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_set_default_size (GTK_WINDOW (window), 1366, 768);
  desk_score_grid_set_sheets (DESK_SCORE_GRID (grid), sheets);
  desk_score_side_show_verdict (DESK_SCORE_SIDE (side), sheets);
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect_swapped (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (on_after_paint), &painted);
  wait_for_frame (&painted);
  for (guint i = 0; i < 150; i++)
    {
      gint64 start = g_get_monotonic_time ();
      clock_t worked = clock ();
      double time, work;

      type (sheets, grid, i);
      wait_for_frame (&painted);
      time = bench_since (start);
      work = (double) (clock () - worked) * 1000 / CLOCKS_PER_SEC;
      g_array_append_val (times, time);
      g_array_append_val (works, work);
    }
  bench_say ("Digit to paint, 32 × 11, p95", bench_quantile (times, 0.95), "ms", 2 * FRAME);
  bench_say ("of which processor, p95", bench_quantile (works, 0.95), "ms", FRAME);
  gtk_window_destroy (GTK_WINDOW (window));
  desk_score_sheets_free (sheets);
}

int
main (int   argc,
      char *argv[])
{
  Stage stage = { 0 };
  g_autofree char *folder = g_dir_make_tmp ("ocop-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "session.ocop", NULL);

  g_setenv ("GSK_RENDERER", "cairo", FALSE);
  gtk_init ();
  desk_style_start ();
  stage.reg = ocop_register_create (path, NULL);
  ocop_register_set_person (stage.reg, "Bench");
  fill (&stage);
  measure_reading (&stage);
  measure_typing (&stage);
  ocop_register_close (stage.reg);
  g_object_unref (stage.reg);
  g_remove (path);
  g_rmdir (folder);
  ocop_change_free (stage.change);
  g_free (stage.session);
  g_free (stage.product);
  g_free (stage.choices);
  return 0;
}
