/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/desk-import-job.h"

#include "base/ocop-error.h"
#include "import/desk-import-progress.h"
#include "import/desk-import-reading.h"

/* Choices that follow each other closely are planned once, in milliseconds. */
#define PLAN_DELAY 150

struct _DeskImportJob
{
  GObject parent_instance;

  /* Owned references */
  OcopRegister *reg;
  DeskImportList *list;
  DeskImportDryRun *dry_run;
  OcopImportChoices *choices;
  GCancellable *cancellable; /* of what is under way */
  gint *progress;            /* of a file that is read, rows that are checked or a change that is stored, else NULL */

  DeskImportState state;
  OcopImportKind kind;
  gboolean is_unplanned;     /* the list's dry run was cut short by another reading */
  gboolean is_unchecked;     /* the list's dry run was cancelled */
  gboolean kind_is_chosen;   /* by the person, and not by what the headings say */
  gboolean keeps_encoding;   /* text for old fonts stays as it is */
  gulong changed_handler;
  guint plan_source;
};

enum
{
  STATE_CHANGED,
  LIST_CHANGED,
  PLANNED,
  STORED,
  CANCELLED,
  FAILED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (DeskImportJob, desk_import_job, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

DeskImportState
desk_import_job_get_state (DeskImportJob *self)
{
  return self->state;
}

double
desk_import_job_get_fraction (DeskImportJob *self)
{
  return self->progress != NULL ? desk_import_progress_get (self->progress) : -1;
}

DeskImportList *
desk_import_job_get_list (DeskImportJob *self)
{
  return self->list;
}

DeskImportDryRun *
desk_import_job_get_dry_run (DeskImportJob *self)
{
  return self->dry_run;
}

OcopImportKind
desk_import_job_get_kind (DeskImportJob *self)
{
  return self->kind;
}

static void
set_state (DeskImportJob   *self,
           DeskImportState  state)
{
  self->state = state;
  g_signal_emit (self, signals[STATE_CHANGED], 0);
}

/* The kind that was asked for may have come to nothing. */
static void
tell_list (DeskImportJob *self)
{
  if (self->list != NULL)
    self->kind = ocop_import_mapping_get_kind (self->list->mapping);
  g_signal_emit (self, signals[LIST_CHANGED], 0);
}

/* Ends what is under way without a word. */
static void
stop (DeskImportJob *self)
{
  g_clear_handle_id (&self->plan_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->progress, desk_import_progress_unref);
}

static GCancellable *
begin (DeskImportJob   *self,
       DeskImportState  state)
{
  stop (self);
  self->cancellable = g_cancellable_new ();
  set_state (self, state);
  return self->cancellable;
}

/* Whether @cancellable is still that of what is under way; it then is no more. */
static gboolean
end (DeskImportJob *self,
     GCancellable  *cancellable)
{
  if (self->cancellable != cancellable)
    return FALSE;
  stop (self);
  set_state (self, DESK_IMPORT_IDLE);
  return TRUE;
}

static void
fail (DeskImportJob *self,
      const GError  *error)
{
  if (!g_error_matches (error, OCOP_ERROR, OCOP_ERROR_CANCELLED) && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[FAILED], 0, error);
}

static void
set_dry_run (DeskImportJob    *self,
             DeskImportDryRun *dry_run)
{
  g_clear_pointer (&self->dry_run, desk_import_dry_run_unref);
  self->dry_run = dry_run;
  g_signal_emit (self, signals[PLANNED], 0);
}

/* The dry run */

static gpointer
carry_out (OcopReader    *reader,
           gpointer       dry_run,
           GCancellable  *cancellable,
           GError       **error)
{
  return desk_import_dry_run_carry_out (dry_run, reader, cancellable, error) ? desk_import_dry_run_ref (dry_run) : NULL;
}

/* What a callback needs to know whether it is still waited for. */
typedef struct
{
  DeskImportJob *job;
  GCancellable *cancellable;
} Waiting;

static Waiting *
waiting_new (DeskImportJob *self)
{
  Waiting *waiting = g_new (Waiting, 1);

  waiting->job = g_object_ref (self);
  waiting->cancellable = g_object_ref (self->cancellable);
  return waiting;
}

static void
waiting_free (Waiting *waiting)
{
  g_object_unref (waiting->job);
  g_object_unref (waiting->cancellable);
  g_free (waiting);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Waiting, waiting_free)

static void
on_carried_out (GObject      *reg,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr(Waiting) waiting = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(DeskImportDryRun) dry_run = ocop_register_read_finish (OCOP_REGISTER (reg), result, &error);

  if (!end (waiting->job, waiting->cancellable))
    return;
  if (dry_run == NULL)
    fail (waiting->job, error);
  set_dry_run (waiting->job, g_steal_pointer (&dry_run));
}

static gboolean
plan (gpointer data)
{
  DeskImportJob *self = data;
  DeskImportDryRun *dry_run = desk_import_dry_run_new (self->list, self->choices);
  GCancellable *cancellable;

  self->plan_source = 0;
  cancellable = begin (self, DESK_IMPORT_PLANNING);
  self->progress = desk_import_progress_ref (dry_run->progress);
  ocop_register_read_async (self->reg, OCOP_LANE_LONG, carry_out, dry_run,
                            (GDestroyNotify) desk_import_dry_run_unref, (GDestroyNotify) desk_import_dry_run_unref,
                            cancellable, on_carried_out, waiting_new (self));
  return G_SOURCE_REMOVE;
}

/* Until then the former dry run is no longer true. */
static void
plan_soon (DeskImportJob *self)
{
  if (self->list == NULL || self->state == DESK_IMPORT_READING || self->state == DESK_IMPORT_STORING)
    return;
  stop (self);
  self->is_unchecked = FALSE;
  g_clear_pointer (&self->dry_run, desk_import_dry_run_unref);
  self->plan_source = g_timeout_add (PLAN_DELAY, plan, self);
  set_state (self, DESK_IMPORT_PLANNING);
}

gboolean
desk_import_job_is_unchecked (DeskImportJob *self)
{
  return self->is_unchecked && self->list != NULL && self->state == DESK_IMPORT_IDLE;
}

void
desk_import_job_check (DeskImportJob *self)
{
  plan_soon (self);
}

/* Reading a file, or another sheet of it */

static void
on_read (GObject      *object,
         GAsyncResult *result,
         gpointer      data)
{
  DeskImportJob *self = DESK_IMPORT_JOB (object);
  g_autoptr(GError) error = NULL;
  g_autoptr(DeskImportList) list = desk_import_reading_run_finish (result, &error);

  if (!end (self, g_task_get_cancellable (G_TASK (result))))
    return;
  if (list != NULL)
    {
      g_clear_pointer (&self->list, desk_import_list_unref);
      self->list = g_steal_pointer (&list);
      g_clear_pointer (&self->dry_run, desk_import_dry_run_unref);
    }
  tell_list (self);
  if (error != NULL)
    fail (self, error);
  /* What stands against the former list would hide what was just said of the new one. */
  if (error == NULL || self->is_unplanned)
    plan_soon (self);
  self->is_unplanned = FALSE;
}

/* Takes @reading. */
static void
read_list (DeskImportJob     *self,
           DeskImportReading *reading)
{
  GCancellable *cancellable;

  self->is_unplanned |= self->state == DESK_IMPORT_PLANNING;
  cancellable = begin (self, DESK_IMPORT_READING);
  self->progress = desk_import_reading_ref_progress (reading);
  desk_import_reading_run_async (reading, G_OBJECT (self), self->kind_is_chosen ? self->kind : DESK_IMPORT_ANY_KIND, !self->keeps_encoding, cancellable, on_read);
}

/* What was chosen for the list before says nothing of this one. */
static void
forget_kind (DeskImportJob *self)
{
  if (self->list != NULL)
    self->kind_is_chosen = FALSE;
}

void
desk_import_job_read_file (DeskImportJob *self,
                           GFile         *file)
{
  forget_kind (self);
  read_list (self, desk_import_reading_new_for_file (file));
}

void
desk_import_job_read_text (DeskImportJob *self,
                           const char    *text,
                           const char    *name)
{
  forget_kind (self);
  read_list (self, desk_import_reading_new_for_text (text, name));
}

static void
read_again (DeskImportJob *self,
            guint          sheet_index)
{
  read_list (self, desk_import_reading_new_for_list (self->list, sheet_index));
}

/* Choices */

void
desk_import_job_set_kind (DeskImportJob  *self,
                          OcopImportKind  kind)
{
  if (self->kind == kind)
    return;
  self->kind = kind;
  self->kind_is_chosen = TRUE;
  if (self->list != NULL)
    read_again (self, self->list->sheet_index);
}

void
desk_import_job_set_sheet (DeskImportJob *self,
                           guint          index)
{
  if (self->list != NULL && self->list->sheet_index != index)
    read_again (self, index);
}

void
desk_import_job_set_recodes (DeskImportJob *self,
                             gboolean       recodes)
{
  self->keeps_encoding = !recodes;
  if (self->list != NULL && self->list->encoding != OCOP_LEGACY_NONE)
    read_again (self, self->list->sheet_index);
}

void
desk_import_job_set_duplicates (DeskImportJob        *self,
                                OcopImportDuplicates  duplicates)
{
  if (ocop_import_choices_get_duplicates (self->choices) == duplicates)
    return;
  ocop_import_choices_set_duplicates (self->choices, duplicates);
  plan_soon (self);
}

void
desk_import_job_set_taking (DeskImportJob    *self,
                            const char       *producer,
                            OcopImportTaking  taking)
{
  ocop_import_choices_set_taking (self->choices, producer, taking);
  plan_soon (self);
}

void
desk_import_job_set_field (DeskImportJob *self,
                           guint          column,
                           const char    *field)
{
  const OcopImportField *former;

  g_return_if_fail (self->list != NULL);

  former = ocop_import_mapping_get_field (self->list->mapping, column);
  if (g_strcmp0 (former != NULL ? former->name : NULL, field) == 0)
    return;
  if (former != NULL)
    ocop_import_mapping_set (self->list->mapping, former->name, OCOP_IMPORT_NO_COLUMN);
  if (field != NULL)
    ocop_import_mapping_set (self->list->mapping, field, column);
  plan_soon (self);
}

void
desk_import_job_set_parent (DeskImportJob *self,
                            const char    *id)
{
  const OcopImportField *parent = ocop_import_parent (self->kind);

  if (self->list == NULL || parent == NULL || g_strcmp0 (ocop_import_mapping_get_fixed (self->list->mapping, parent->name), id) == 0)
    return;
  ocop_import_mapping_fix (self->list->mapping, parent->name, id);
  plan_soon (self);
}

OcopRegister *
desk_import_job_get_register (DeskImportJob *self)
{
  return self->reg;
}

/* Storing */

/* What is stored is done with: no change of the register makes it be planned again. */
static void
finish (DeskImportJob *self)
{
  g_signal_emit (self, signals[STORED], 0);
  g_clear_pointer (&self->dry_run, desk_import_dry_run_unref);
  g_clear_pointer (&self->list, desk_import_list_unref);
}

/* The register is as it was, unless another has changed it meanwhile. */
static void
give_up (DeskImportJob *self,
         const GError  *error)
{
  fail (self, error);
  plan_soon (self);
  if (g_error_matches (error, OCOP_ERROR, OCOP_ERROR_CANCELLED) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[CANCELLED], 0);
}

static void
on_committed (GObject      *reg,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr(Waiting) waiting = data;
  DeskImportJob *self = waiting->job;
  g_autoptr(GError) error = NULL;
  gboolean stored = ocop_register_commit_finish (OCOP_REGISTER (reg), result, &error);

  if (!end (self, waiting->cancellable) && !stored)
    return;
  if (stored)
    finish (self);
  else
    give_up (self, error);
}

/* The change of a long list takes a while to make, too. */
static void
make_change (GTask        *task,
             gpointer      self,
             gpointer      data,
             GCancellable *cancellable)
{
  DeskImportDryRun *dry_run = data;
  g_autoptr(GError) error = NULL;

  if (!desk_import_dry_run_remember (dry_run, &error))
    g_message ("The columns of the list are not remembered: %s", error->message);
  g_task_return_pointer (task, ocop_import_plan_new_change (dry_run->plan, dry_run->list->name), (GDestroyNotify) ocop_change_free);
}

static void
report_stored (gsize    done,
               gsize    total,
               gpointer progress)
{
  desk_import_progress_report (total > 0 ? (double) done / (double) total : 0, progress);
}

static void
on_change_made (GObject      *object,
                GAsyncResult *result,
                gpointer      data)
{
  DeskImportJob *self = DESK_IMPORT_JOB (object);
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopChange) change = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;
  if (change == NULL)
    {
      end (self, self->cancellable);
      give_up (self, error);
      return;
    }
  self->progress = desk_import_progress_new ();
  ocop_register_commit_long_async (self->reg, g_steal_pointer (&change), report_stored,
                                   desk_import_progress_ref (self->progress), (GDestroyNotify) desk_import_progress_unref,
                                   self->cancellable, on_committed, waiting_new (self));
}

void
desk_import_job_store (DeskImportJob *self)
{
  g_autoptr(GTask) task = NULL;

  if (self->dry_run == NULL || self->state != DESK_IMPORT_IDLE)
    return;
  task = g_task_new (self, begin (self, DESK_IMPORT_STORING), on_change_made, NULL);
  g_task_set_task_data (task, desk_import_dry_run_ref (self->dry_run), (GDestroyNotify) desk_import_dry_run_unref);
  g_task_run_in_thread (task, make_change);
}

void
desk_import_job_cancel (DeskImportJob *self)
{
  DeskImportState state = self->state;

  if (state == DESK_IMPORT_IDLE)
    return;
  /* The register may have taken the change already: what it says is waited for. */
  if (state == DESK_IMPORT_STORING)
    {
      g_cancellable_cancel (self->cancellable);
      return;
    }
  stop (self);
  self->is_unchecked = state == DESK_IMPORT_PLANNING || self->is_unplanned;
  self->is_unplanned = FALSE;
  set_state (self, DESK_IMPORT_IDLE);
  if (state == DESK_IMPORT_PLANNING)
    set_dry_run (self, NULL);
  else
    tell_list (self);
}

static void
on_register_changed (DeskImportJob *self)
{
  plan_soon (self);
}

static void
desk_import_job_dispose (GObject *object)
{
  DeskImportJob *self = DESK_IMPORT_JOB (object);

  stop (self);
  g_clear_signal_handler (&self->changed_handler, self->reg);
  g_clear_object (&self->reg);
  g_clear_pointer (&self->dry_run, desk_import_dry_run_unref);
  g_clear_pointer (&self->list, desk_import_list_unref);
  g_clear_pointer (&self->choices, ocop_import_choices_free);
  G_OBJECT_CLASS (desk_import_job_parent_class)->dispose (object);
}

static void
desk_import_job_class_init (DeskImportJobClass *klass)
{
  static const char * const names[] = { "state-changed", "list-changed", "planned", "stored", "cancelled" };

  G_OBJECT_CLASS (klass)->dispose = desk_import_job_dispose;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    signals[i] = g_signal_new (names[i], DESK_TYPE_IMPORT_JOB, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", DESK_TYPE_IMPORT_JOB, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
desk_import_job_init (DeskImportJob *self)
{
  self->choices = ocop_import_choices_new (OCOP_IMPORT_SKIP);
}

DeskImportJob *
desk_import_job_new (OcopRegister *reg)
{
  DeskImportJob *self = g_object_new (DESK_TYPE_IMPORT_JOB, NULL);

  self->reg = g_object_ref (reg);
  self->changed_handler = g_signal_connect_swapped (reg, "changed", G_CALLBACK (on_register_changed), self);
  return self;
}
