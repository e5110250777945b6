/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/desk-score-view.h"

#include <glib/gi18n.h>

#include "desk-window.h"
#include "form/desk-notice.h"
#include "score/desk-score-drafts.h"
#include "score/desk-score-grid.h"
#include "score/desk-score-saver.h"
#include "score/desk-score-side.h"
#include "score/desk-score-steps.h"

/* What stands beside the grid follows a moment after the last key: the words of it are many, and a digit with its
 * sums and means is to be on the screen within a frame. In milliseconds. */
#define DELAY 60

struct _DeskScoreView
{
  GtkWidget parent_instance;

  GtkWidget *outer;

  /* Borrowed references */
  GtkLabel *name;
  GtkLabel *facts;
  GtkLabel *hint;
  DeskNotice *notice;
  DeskScoreGrid *grid;
  DeskScoreSide *side;

  /* Owned references */
  OcopRegister *reg;
  char *product;
  char *member;          /* (nullable): on whose sheet to begin */
  DeskScoreSheets *sheets;
  DeskScoreDrafts *drafts;
  GCancellable *cancellable;

  guint side_source;
  guint side_tick;
  gboolean saving;
  gboolean closed;
};

enum
{
  SAVED,
  SHOWN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskScoreView, desk_score_view, GTK_TYPE_WIDGET)

static const char *
default_hint (DeskScoreView *self)
{
  const OcopSession *session = self->sheets != NULL ? desk_score_sheets_get_session (self->sheets) : NULL;

  if (session != NULL && ocop_session_is_closed (session))
    return _("The session is closed, and its sheets are only shown: to change them, open it again on its page.");
  if (session != NULL && !ocop_session_is_open (session))
    return _("The session is only planned: what is typed counts, open it on its page when it begins · Ctrl+S: save");
  return _("Digits score · Backspace: not scored · Tab: next member · Ctrl+S: save · Ctrl+Enter: save and next product");
}

static void
show_facts (DeskScoreView *self)
{
  const OcopSessionProduct *product = desk_score_sheets_get_product (self->sheets);
  guint n_complete;
  guint n = ocop_session_product_count (product, &n_complete);
  g_autofree char *facts = g_strdup_printf (_("%s · %s · %u of %u sheets complete"), product->producer_name != NULL ? product->producer_name : "–",
                                            product->scoring.criteria->title, n_complete, n);

  gtk_label_set_label (self->name, product->product_name);
  gtk_label_set_label (self->facts, facts);
}

static void
put_off_side (DeskScoreView *self)
{
  g_clear_handle_id (&self->side_source, g_source_remove);
  if (self->side_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->side_tick);
  self->side_tick = 0;
}

static void
show_side (DeskScoreView *self)
{
  const OcopCriterion *leaf = self->sheets != NULL ? desk_score_grid_get_leaf (self->grid) : NULL;

  put_off_side (self);
  if (leaf == NULL)
    return;
  desk_score_side_show_verdict (self->side, self->sheets);
  desk_score_side_show_leaf (self->side, self->sheets, leaf, desk_score_grid_get_column (self->grid));
}

static gboolean
on_side_frame (GtkWidget     *self,
               GdkFrameClock *frames,
               gpointer       data)
{
  DESK_SCORE_VIEW (self)->side_tick = 0;
  show_side (DESK_SCORE_VIEW (self));
  return G_SOURCE_REMOVE;
}

/* Only when a frame begins: a digit that comes before it has a frame without the words to lay out. */
static gboolean
on_side_due (gpointer data)
{
  DeskScoreView *self = data;

  self->side_source = 0;
  self->side_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_side_frame, NULL, NULL);
  return G_SOURCE_REMOVE;
}

static void
show_side_soon (DeskScoreView *self)
{
  put_off_side (self);
  self->side_source = g_timeout_add (DELAY, on_side_due, self);
}

/* Where two have something else */

static void
show_all (DeskScoreView *self)
{
  desk_score_grid_update (self->grid);
  show_side (self);
}

static void
on_settle (DeskScoreView *self,
           GtkButton     *button)
{
  gboolean mine = g_object_get_data (G_OBJECT (button), "desk-mine") != NULL;

  if (self->sheets == NULL)
    return;
  desk_score_sheets_settle (self->sheets, mine);
  desk_notice_hide (self->notice);
  show_all (self);
  desk_score_drafts_keep_soon (self->drafts);
  desk_score_grid_begin (self->grid);
}

static void
show_disputes (DeskScoreView *self)
{
  guint column, leaf;
  guint n = self->sheets != NULL ? desk_score_sheets_n_disputed (self->sheets, &column, &leaf) : 0;
  g_autofree char *text = NULL;
  GtkWidget *mine;

  desk_notice_hide (self->notice);
  if (n == 0)
    return;
  text = g_strdup_printf (ngettext ("In %u cell somebody else has saved something else meanwhile (yours ≠ theirs). Type the points that hold, or:",
                                    "In %u cells somebody else has saved something else meanwhile (yours ≠ theirs). Type the points that hold, or:", n), n);
  desk_notice_show (self->notice, text);
  mine = desk_notice_add_button (self->notice, _("Keep all mine"), G_CALLBACK (on_settle), self);
  g_object_set_data (G_OBJECT (mine), "desk-mine", GINT_TO_POINTER (TRUE));
  desk_notice_add_button (self->notice, _("Take all theirs"), G_CALLBACK (on_settle), self);
}

static void
show_default_hint (DeskScoreView *self)
{
  gtk_label_set_label (self->hint, default_hint (self));
  gtk_widget_remove_css_class (GTK_WIDGET (self->hint), "refused");
}

/* Where a sheet ends is said: a digit more would go over its last one. */
static void
show_end (DeskScoreView *self,
          guint          column)
{
  if (desk_score_sheets_is_agreed (self->sheets, column) || desk_score_first_missing (self->sheets, column) >= 0)
    return;
  gtk_label_set_label (self->hint, desk_score_first_incomplete (self->sheets) >= 0
                                   ? _("This sheet is complete · Tab: next member · Ctrl+S: save")
                                   : _("Every sheet is complete · Ctrl+Enter: save and next product"));
}

static void
on_edited (DeskScoreView *self,
           guint          column)
{
  show_side_soon (self);
  show_disputes (self);
  show_default_hint (self);
  show_end (self, column);
  desk_score_drafts_keep_soon (self->drafts);
}

static void
on_refused (DeskScoreView *self,
            const char    *text)
{
  gtk_label_set_label (self->hint, text);
  gtk_widget_add_css_class (GTK_WIDGET (self->hint), "refused");
}

static void
on_current_changed (DeskScoreView *self)
{
  show_side_soon (self);
  if (gtk_widget_has_css_class (GTK_WIDGET (self->hint), "refused"))
    show_default_hint (self);
}

/* Reading */

static void
on_draft_found (DeskScoreView *self,
                const char    *text)
{
  show_all (self);
  show_disputes (self);
  desk_score_grid_begin (self->grid);
  gtk_label_set_label (self->hint, text);
}

/* Whether both are of one product. */
static gboolean
is_again (const DeskScoreSheets *former,
          const DeskScoreSheets *sheets)
{
  return former != NULL && sheets != NULL
         && g_strcmp0 (ocop_record_get_id (desk_score_sheets_get_product (former)->record),
                       ocop_record_get_id (desk_score_sheets_get_product (sheets)->record)) == 0;
}

/* On the sheet that was chosen, or where there is something to type; who is typing stays where he is. */
static void
begin (DeskScoreView *self,
       gboolean       again)
{
  int column = self->member != NULL ? ocop_session_find_member (desk_score_sheets_get_session (self->sheets), self->member) : -1;

  g_clear_pointer (&self->member, g_free);
  if (column >= 0)
    desk_score_grid_go_to (self->grid, desk_score_next_leaf (self->sheets, (guint) -1, (guint) column, 1), (guint) column);
  else if (!again)
    desk_score_grid_begin (self->grid);
}

static void
show_sheets (DeskScoreView *self,
             gboolean       again)
{
  gboolean closed = desk_score_view_is_closed (self);

  show_facts (self);
  desk_score_side_show_sheet (self->side, self->sheets);
  if (again && desk_score_view_is_changed (self))
    desk_score_drafts_keep_soon (self->drafts);
  begin (self, again);
  if (!again || closed != self->closed)
    show_default_hint (self);
  self->closed = closed;
  show_side (self);
}

/* @sheets: (nullable): taken. Whoever is typing goes on where he was. */
static void
take_sheets (DeskScoreView   *self,
             DeskScoreSheets *sheets)
{
  gboolean again = is_again (self->sheets, sheets);

  if (again)
    desk_score_sheets_carry (sheets, self->sheets);
  desk_score_drafts_attach (self->drafts, self->reg, sheets, !again);
  desk_score_grid_set_sheets (self->grid, sheets);
  g_clear_pointer (&self->sheets, desk_score_sheets_free);
  self->sheets = sheets;
  show_disputes (self);
  if (sheets != NULL)
    show_sheets (self, again);
  desk_score_grid_release (self->grid, !again);
  if (sheets != NULL)
    g_signal_emit (self, signals[SHOWN], 0);
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
on_read (GObject      *reg,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(DeskScoreView) self = data;
  g_autoptr(GError) error = NULL;
  OcopSession *session = ocop_register_read_finish (OCOP_REGISTER (reg), result, &error);
  DeskWindow *window = desk_window_of (GTK_WIDGET (self));

  if (session != NULL && session->products->len > 0 && self->outer != NULL)
    take_sheets (self, desk_score_sheets_new (g_steal_pointer (&session)));
  else if (session == NULL && window != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      desk_score_grid_release (self->grid, FALSE);
      desk_window_show_error (window, error);
    }
  g_clear_pointer (&session, ocop_session_free);
}

static void
read_again (DeskScoreView *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  ocop_register_read_async (self->reg, OCOP_LANE_WINDOW, read_product, g_strdup (self->product), g_free,
                            (GDestroyNotify) ocop_session_free, self->cancellable, on_read, g_object_ref (self));
}

void
desk_score_view_open (DeskScoreView *self,
                      OcopRegister  *reg,
                      const char    *product)
{
  desk_score_drafts_flush (self->drafts);
  g_cancellable_cancel (self->cancellable);
  g_set_object (&self->reg, reg);
  g_free (self->product);
  self->product = g_strdup (product);
  if (product == NULL)
    {
      take_sheets (self, NULL);
      return;
    }
  desk_score_grid_hold (self->grid);
  read_again (self);
}

void
desk_score_view_choose (DeskScoreView *self,
                        const char    *member)
{
  g_free (self->member);
  self->member = g_strdup (member);
}

void
desk_score_view_refresh (DeskScoreView *self)
{
  if (self->product != NULL && !self->saving)
    read_again (self);
}

gboolean
desk_score_view_is_changed (DeskScoreView *self)
{
  for (guint column = 0; self->sheets != NULL && column < desk_score_sheets_n_columns (self->sheets); column++)
    if (desk_score_sheets_is_changed (self->sheets, column))
      return TRUE;
  return FALSE;
}

gboolean
desk_score_view_is_closed (DeskScoreView *self)
{
  return self->sheets != NULL && ocop_session_is_closed (desk_score_sheets_get_session (self->sheets));
}

/* Saving */

static void
on_saved (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr(DeskScoreView) self = data;
  g_autoptr(GError) error = NULL;
  gboolean done = desk_score_save_finish (result, &error);
  DeskWindow *window = desk_window_of (GTK_WIDGET (self));

  self->saving = FALSE;
  if (window == NULL || self->sheets == NULL)
    return;
  if (done)
    {
      desk_score_sheets_end_save (self->sheets);
      desk_score_drafts_discard_saved (self->drafts);
    }
  else
    {
      desk_score_grid_release (self->grid, FALSE);
      desk_window_show_error (window, error);
    }
  /* Also where somebody else was faster: what is in the register shows which sheets went in. */
  read_again (self);
  if (done)
    g_signal_emit (self, signals[SAVED], 0);
}

static gboolean
is_settled (DeskScoreView *self)
{
  guint column, leaf;

  if (desk_score_sheets_n_disputed (self->sheets, &column, &leaf) == 0)
    return TRUE;
  desk_score_grid_go_to (self->grid, leaf, column);
  gtk_label_set_label (self->hint, _("Not saved yet: choose first where two sheets differ."));
  gtk_widget_error_bell (GTK_WIDGET (self));
  return FALSE;
}

void
desk_score_view_save (DeskScoreView *self,
                      gboolean       goes_on)
{
  if (self->saving || self->sheets == NULL || desk_score_grid_is_held (self->grid) || !is_settled (self))
    return;
  if (goes_on)
    desk_score_grid_hold (self->grid);
  if (!desk_score_view_is_changed (self))
    {
      g_signal_emit (self, signals[SAVED], 0);
      return;
    }
  self->saving = TRUE;
  desk_score_sheets_begin_save (self->sheets);
  desk_score_save_async (self->reg, self->sheets, on_saved, g_object_ref (self));
}

void
desk_score_view_stay (DeskScoreView *self)
{
  desk_score_grid_release (self->grid, FALSE);
}

/* Building */

static GtkLabel *
new_label (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  g_object_set (label, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_widget_add_css_class (label, style);
  return GTK_LABEL (label);
}

static void
build (DeskScoreView *self)
{
  GtkWidget *left = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->name = new_label ("desk-title");
  self->facts = new_label ("desk-subtitle");
  self->hint = new_label ("desk-status");
  self->grid = DESK_SCORE_GRID (desk_score_grid_new ());
  self->side = DESK_SCORE_SIDE (desk_score_side_new ());
  gtk_widget_add_css_class (head, "desk-filter-row");
  gtk_widget_set_hexpand (GTK_WIDGET (self->facts), TRUE);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->facts));
  gtk_widget_set_hexpand (GTK_WIDGET (self->grid), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->grid), TRUE);
  self->notice = DESK_NOTICE (desk_notice_new ());
  gtk_box_append (GTK_BOX (left), head);
  gtk_box_append (GTK_BOX (left), GTK_WIDGET (self->notice));
  gtk_box_append (GTK_BOX (left), GTK_WIDGET (self->grid));
  gtk_box_append (GTK_BOX (left), GTK_WIDGET (self->hint));
  self->outer = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_append (GTK_BOX (self->outer), left);
  gtk_box_append (GTK_BOX (self->outer), GTK_WIDGET (self->side));
  gtk_widget_set_parent (self->outer, GTK_WIDGET (self));
  g_signal_connect_object (self->grid, "current-changed", G_CALLBACK (on_current_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "edited", G_CALLBACK (on_edited), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "refused", G_CALLBACK (on_refused), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->drafts, "found", G_CALLBACK (on_draft_found), self, G_CONNECT_SWAPPED);
}

static void
desk_score_view_dispose (GObject *object)
{
  DeskScoreView *self = DESK_SCORE_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  put_off_side (self);
  if (self->outer != NULL)
    {
      desk_score_drafts_flush (self->drafts);
      take_sheets (self, NULL);
    }
  g_clear_pointer (&self->outer, gtk_widget_unparent);
  G_OBJECT_CLASS (desk_score_view_parent_class)->dispose (object);
}

static void
desk_score_view_finalize (GObject *object)
{
  DeskScoreView *self = DESK_SCORE_VIEW (object);

  g_clear_object (&self->drafts);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->reg);
  g_free (self->product);
  g_free (self->member);
  G_OBJECT_CLASS (desk_score_view_parent_class)->finalize (object);
}

static void
desk_score_view_class_init (DeskScoreViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_score_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_score_view_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SHOWN] = g_signal_new ("shown", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_score_view_init (DeskScoreView *self)
{
  self->drafts = desk_score_drafts_new ();
  build (self);
}
