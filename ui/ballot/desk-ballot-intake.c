/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ballot/desk-ballot-intake.h"

#include <glib/gi18n.h>

#include "exchange/ocop-ballot-intake.h"

#define WIDTH 760
#define HEIGHT 560

struct _DeskBallotIntake
{
  GtkWindow parent_instance;

  /* Borrowed references */
  GtkBox *results;
  GtkLabel *state;

  /* Owned references */
  OcopRegister *reg;
  GListModel *files;

  guint next;           /* of the files */
  guint n_taken;
  gboolean closed;
};

G_DEFINE_FINAL_TYPE (DeskBallotIntake, desk_ballot_intake, GTK_TYPE_WINDOW)

/* One ballot while it is taken in. */
typedef struct
{
  DeskBallotIntake *self;
  GFile *file;
  char *register_id;
  GtkBox *result;        /* (nullable): what it was said in before, when the question was answered */
  gboolean replace;
  OcopBallotTaking *taking;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->taking, ocop_ballot_taking_free);
  g_clear_object (&job->result);
  g_object_unref (job->self);
  g_object_unref (job->file);
  g_free (job->register_id);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static void take_next (DeskBallotIntake *self);
static void take      (DeskBallotIntake *self,
                       GFile            *file,
                       gboolean          replace,
                       GtkBox           *result);

/* Saying what came of it */

static GtkLabel *
add_text (GtkBox     *box,
          const char *text,
          const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  g_object_set (label, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (box, label);
  return GTK_LABEL (label);
}

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

/* Where it is said: below the others, or where it was said before. */
static GtkBox *
begin_result (Job        *job,
              const char *text,
              const char *style)
{
  g_autofree char *name = g_file_get_basename (job->file);
  g_autofree char *shown = g_filename_display_name (name);
  GtkBox *box = job->result;
  GtkBox *head = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10));
  GtkLabel *title;
  GtkWidget *pill;

  if (box == NULL)
    {
      box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
      gtk_widget_add_css_class (GTK_WIDGET (box), "desk-card");
      gtk_widget_add_css_class (GTK_WIDGET (box), "desk-ballot-result");
      gtk_box_append (job->self->results, GTK_WIDGET (box));
      job->result = g_object_ref (box);
    }
  clear_box (box);
  title = add_text (head, job->taking != NULL && job->taking->member_name != NULL ? job->taking->member_name : shown, "desk-heading");
  gtk_widget_set_hexpand (GTK_WIDGET (title), TRUE);
  pill = GTK_WIDGET (add_text (head, text, "desk-pill"));
  gtk_widget_add_css_class (pill, style);
  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  gtk_box_append (box, GTK_WIDGET (head));
  add_text (box, shown, "desk-subtitle");
  return box;
}

static void
add_lines (GtkBox          *box,
           const GPtrArray *lines,
           const char      *style)
{
  for (guint i = 0; i < lines->len; i++)
    add_text (box, g_ptr_array_index (lines, i), style);
}

/* The question */

#define N_COLUMNS 3

static void
attach (GtkGrid    *grid,
        int         column,
        int         row,
        int         width,
        const char *text,
        const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  g_object_set (label, "xalign", column == 0 ? 0.0 : 1.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "hexpand", column == 0, NULL);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_grid_attach (grid, label, column, row, width, 1);
}

/* Points stand beside each other; comments, which are long, below. */
static int
attach_difference (GtkGrid                    *grid,
                   int                         row,
                   const OcopBallotDifference *one)
{
  g_autofree char *criterion = g_strdup_printf ("%s %s", one->criterion, one->title);
  /* Translators: a comment as the register has it, and as the ballot has it */
  g_autofree char *stored = g_strdup_printf (_("%s, stored: %s"), one->title, one->stored);
  g_autofree char *given = g_strdup_printf (_("%s, this ballot: %s"), one->title, one->given);

  if (one->criterion == NULL)
    {
      attach (grid, 0, row++, N_COLUMNS, stored, NULL);
      attach (grid, 0, row++, N_COLUMNS, given, NULL);
      return row;
    }
  attach (grid, 0, row, 1, criterion, NULL);
  attach (grid, 1, row, 1, one->stored, "desk-heading");
  attach (grid, 2, row, 1, one->given, "desk-heading");
  return row + 1;
}

static GtkWidget *
build_differences (const GPtrArray *differences)
{
  const char *titles[N_COLUMNS] = { _("Criterion"), _("Stored"), _("This ballot") };
  GtkGrid *grid = GTK_GRID (gtk_grid_new ());
  const char *product = NULL;
  int row = 1;

  g_object_set (grid, "column-spacing", 24, "row-spacing", 4, "margin-top", 6, NULL);
  for (int i = 0; i < N_COLUMNS; i++)
    attach (grid, i, 0, 1, titles[i], "desk-subtitle");
  for (guint i = 0; i < differences->len; i++)
    {
      const OcopBallotDifference *one = g_ptr_array_index (differences, i);

      if (g_strcmp0 (one->product_name, product) != 0)
        attach (grid, 0, row++, N_COLUMNS, one->product_name, "desk-heading");
      product = one->product_name;
      row = attach_difference (grid, row, one);
    }
  return GTK_WIDGET (grid);
}

static void
on_keep_clicked (GtkButton *button,
                 gpointer   data)
{
  Job *job = data;
  GtkBox *box = begin_result (job, _("the stored sheets stay"), "good");

  gtk_widget_child_focus (GTK_WIDGET (box), GTK_DIR_TAB_FORWARD);
}

static void
on_replace_clicked (GtkButton *button,
                    gpointer   data)
{
  Job *job = data;

  take (job->self, job->file, TRUE, job->result);
}

static void
free_job (gpointer  data,
          GClosure *closure)
{
  job_free (data);
}

static GtkWidget *
add_answer (GtkWidget  *box,
            const char *label,
            GCallback   clicked,
            Job        *job)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);
  Job *own = g_new0 (Job, 1);

  own->self = g_object_ref (job->self);
  own->file = g_object_ref (job->file);
  own->result = g_object_ref (job->result);
  g_signal_connect_data (button, "clicked", clicked, own, free_job, 0);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
show_conflict (Job *job)
{
  GtkBox *box = begin_result (job, _("another copy was taken in before"), "warn");
  GtkWidget *answers = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  guint n = job->taking->differences->len;
  g_autofree char *number = g_strdup_printf (ngettext ("They differ in %u place.", "They differ in %u places.", n), n);

  add_text (box, _("Both stand side by side; choose which one counts."), NULL);
  add_text (box, number, "desk-subtitle");
  /* Before what may be a hundred lines. */
  gtk_box_append (box, answers);
  gtk_widget_grab_focus (add_answer (answers, _("_Keep What Is Stored"), G_CALLBACK (on_keep_clicked), job));
  add_answer (answers, _("Take _This Ballot"), G_CALLBACK (on_replace_clicked), job);
  gtk_box_append (box, build_differences (job->taking->differences));
  add_lines (box, job->taking->notes, "desk-subtitle");
}

static void
show_taken (Job *job)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u sheet", "%u sheets", job->taking->n_sheets), job->taking->n_sheets);
  g_autofree char *unscored = g_strdup_printf (ngettext ("%u criterion is not scored.", "%u criteria are not scored.", job->taking->n_unscored),
                                               job->taking->n_unscored);
  g_autofree char *pill = g_strdup_printf (_("taken in: %s"), text);
  GtkBox *box = begin_result (job, pill, "good");

  if (job->taking->n_unscored > 0)
    add_text (box, unscored, "desk-subtitle");
  add_lines (box, job->taking->notes, "desk-subtitle");
}

static void
show_error (Job          *job,
            const GError *error)
{
  GtkBox *box = begin_result (job, _("refused"), "alarm");

  add_text (box, error->message, NULL);
}

static void
show_outcome (Job *job)
{
  switch (job->taking->outcome)
    {
    case OCOP_BALLOT_TAKEN:
      show_taken (job);
      break;
    case OCOP_BALLOT_SAME:
      begin_result (job, _("the same copy was taken in before"), "good");
      break;
    case OCOP_BALLOT_CONFLICT:
      show_conflict (job);
      break;
    default:
      add_lines (begin_result (job, _("refused"), "alarm"), job->taking->problems, NULL);
      add_text (job->result, _("Nothing of this file was taken in."), "desk-subtitle");
    }
}

/* Taking in */

static gpointer
read_ballot (OcopReader    *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  const Job *job = data;

  return ocop_ballot_intake (reader, job->register_id, job->file, job->replace, ocop_date_today (), error);
}

static void
finish (Job *job)
{
  DeskBallotIntake *self = job->self;

  if (!self->closed)
    take_next (self);
}

static void
on_committed (GObject      *reg,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr(Job) job = data;
  g_autoptr(GError) error = NULL;

  if (!ocop_register_commit_finish (OCOP_REGISTER (reg), result, &error))
    show_error (job, error);
  else
    {
      job->self->n_taken++;
      show_outcome (job);
    }
  finish (job);
}

static void
on_read (GObject      *reg,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(Job) job = data;
  g_autoptr(GError) error = NULL;

  job->taking = ocop_register_read_finish (OCOP_REGISTER (reg), result, &error);
  if (job->taking != NULL && job->taking->change != NULL)
    {
      OcopChange *change = g_steal_pointer (&job->taking->change);

      ocop_register_commit_async (OCOP_REGISTER (reg), change, NULL, on_committed, g_steal_pointer (&job));
      return;
    }
  if (job->taking != NULL)
    show_outcome (job);
  else
    show_error (job, error);
  finish (job);
}

static void
take (DeskBallotIntake *self,
      GFile            *file,
      gboolean          replace,
      GtkBox           *result)
{
  Job *job = g_new0 (Job, 1);

  job->self = g_object_ref (self);
  job->file = g_object_ref (file);
  job->register_id = g_strdup (ocop_register_get_id (self->reg));
  job->replace = replace;
  job->result = result != NULL ? g_object_ref (result) : NULL;
  ocop_register_read_async (self->reg, OCOP_LANE_WINDOW, read_ballot, job, NULL, (GDestroyNotify) ocop_ballot_taking_free,
                            NULL, on_read, job);
}

static void
take_next (DeskBallotIntake *self)
{
  guint n = g_list_model_get_n_items (self->files);
  g_autofree char *text = g_strdup_printf (ngettext ("%u ballot of %u taken in", "%u ballots of %u taken in", self->n_taken), self->n_taken, n);
  g_autoptr(GFile) file = NULL;

  gtk_label_set_label (self->state, text);
  if (self->next >= n)
    return;
  file = g_list_model_get_item (self->files, self->next++);
  take (self, file, FALSE, NULL);
}

/* Building */

static void
build (DeskBallotIntake *self)
{
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *close = gtk_button_new_with_mnemonic (_("_Close"));

  gtk_window_set_title (GTK_WINDOW (self), _("Take In Ballots"));
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, HEIGHT);
  self->results = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 10));
  g_object_set (self->results, "margin-start", 16, "margin-end", 16, "margin-top", 14, "margin-bottom", 14, NULL);
  g_object_set (scrolled, "hscrollbar-policy", GTK_POLICY_NEVER, "vexpand", TRUE, "child", self->results, NULL);
  self->state = add_text (GTK_BOX (foot), NULL, NULL);
  gtk_widget_set_hexpand (GTK_WIDGET (self->state), TRUE);
  gtk_widget_add_css_class (foot, "desk-status");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (close), "window.close");
  gtk_box_append (GTK_BOX (foot), close);
  gtk_box_append (GTK_BOX (outer), scrolled);
  gtk_box_append (GTK_BOX (outer), foot);
  gtk_window_set_child (GTK_WINDOW (self), outer);
}

GtkWidget *
desk_ballot_intake_new (GtkWindow    *parent,
                        OcopRegister *reg,
                        GListModel   *files)
{
  DeskBallotIntake *self = g_object_new (DESK_TYPE_BALLOT_INTAKE, "transient-for", parent, "modal", TRUE, NULL);

  self->reg = g_object_ref (reg);
  self->files = g_object_ref (files);
  take_next (self);
  return GTK_WIDGET (self);
}

static void
desk_ballot_intake_dispose (GObject *object)
{
  DESK_BALLOT_INTAKE (object)->closed = TRUE;
  G_OBJECT_CLASS (desk_ballot_intake_parent_class)->dispose (object);
}

static void
desk_ballot_intake_finalize (GObject *object)
{
  DeskBallotIntake *self = DESK_BALLOT_INTAKE (object);

  g_clear_object (&self->reg);
  g_clear_object (&self->files);
  G_OBJECT_CLASS (desk_ballot_intake_parent_class)->finalize (object);
}

static void
desk_ballot_intake_class_init (DeskBallotIntakeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_ballot_intake_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_ballot_intake_finalize;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
desk_ballot_intake_init (DeskBallotIntake *self)
{
  build (self);
}
