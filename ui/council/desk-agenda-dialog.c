/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "council/desk-session-dialogs.h"

#include <glib/gi18n.h>

#include "base/ocop-text.h"
#include "council/desk-council-dialog.h"
#include "desk-window.h"
#include "evaluation/ocop-candidate.h"
#include "evaluation/ocop-objection.h"

#define WIDTH 760
#define LIST_HEIGHT 420

typedef struct
{
  DeskCouncilDialog *dialog;   /* borrowed */
  GtkDropDown *round;          /* borrowed */
  GtkListBox *list;            /* borrowed */
  GtkWidget *summary;          /* borrowed */
  GPtrArray *candidates;       /* (nullable) OcopCandidate */
  GPtrArray *checks;           /* GtkCheckButton, borrowed: one for each candidate */
  GArray *rounds;              /* gint64: year * 100 + number, of each round that can be chosen after “all” */
  char *session;
} Agenda;

static void
agenda_free (gpointer data)
{
  Agenda *self = data;

  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  g_ptr_array_unref (self->checks);
  g_array_unref (self->rounds);
  g_free (self->session);
  g_free (self);
}

static OcopChange *
add_dossiers (OcopReader             *reader,
              const DeskCouncilTask  *task,
              GError                **error)
{
  return ocop_session_add_dossiers (reader, task->id, task->ids, error);
}

static const OcopCandidate *
get_candidate (const Agenda *self,
               guint         place)
{
  return g_ptr_array_index (self->candidates, place);
}

static gboolean
is_chosen (const Agenda *self,
           guint         place)
{
  return gtk_check_button_get_active (g_ptr_array_index (self->checks, place));
}

static void
on_apply (Agenda *self)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < self->checks->len; i++)
    if (is_chosen (self, i))
      g_ptr_array_add (ids, get_candidate (self, i)->dossier);
  g_ptr_array_add (ids, NULL);
  desk_council_dialog_run (self->dialog, &(DeskCouncilTask) { .make = add_dossiers, .id = self->session,
                                                              .ids = (const char * const *) ids->pdata });
}

static void
show_summary (Agenda *self)
{
  guint n = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->checks->len; i++)
    n += is_chosen (self, i);
  text = g_strdup_printf (ngettext ("%u dossier chosen", "%u dossiers chosen", n), n);
  gtk_label_set_label (GTK_LABEL (self->summary), text);
  desk_council_dialog_set_ready (self->dialog, n > 0);
}

/* The list */

static gint64
round_of (const OcopCandidate *candidate)
{
  return candidate->round_year * 100 + candidate->round_number;
}

static gboolean
is_of_round (const Agenda *self,
             guint         place)
{
  guint chosen = gtk_drop_down_get_selected (self->round);

  return chosen == 0 || chosen > self->rounds->len
         || round_of (get_candidate (self, place)) == g_array_index (self->rounds, gint64, chosen - 1);
}

static void
on_round_chosen (Agenda *self)
{
  for (guint i = 0; i < self->checks->len; i++)
    {
      GtkWidget *row = gtk_widget_get_ancestor (g_ptr_array_index (self->checks, i), GTK_TYPE_LIST_BOX_ROW);

      gtk_widget_set_visible (row, is_of_round (self, i));
      if (!is_of_round (self, i))
        gtk_check_button_set_active (g_ptr_array_index (self->checks, i), FALSE);
    }
}

static void
on_all_clicked (Agenda *self)
{
  for (guint i = 0; i < self->checks->len; i++)
    if (is_of_round (self, i) && ocop_candidate_is_ready (get_candidate (self, i)))
      gtk_check_button_set_active (g_ptr_array_index (self->checks, i), TRUE);
}

static GtkWidget *
new_label (const char *text,
           const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  g_object_set (label, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "max-width-chars", 80, NULL);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

/* Two lines, and all of it when it is pointed at. */
static GtkWidget *
new_missing (const char *missing,
             gboolean    ready)
{
  g_auto(GStrv) lines = g_strsplit (missing, "\n", -1);
  g_autofree char *text = g_strjoinv ("; ", lines);
  GtkWidget *label = new_label (text, ready ? "desk-small" : "desk-score-warning");

  g_object_set (label, "lines", 2, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_widget_set_tooltip_text (label, missing);
  return label;
}

static GtkWidget *
new_row (Agenda              *self,
         const OcopCandidate *candidate)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *facts = ocop_text_join (" · ", (const char *[]) { candidate->producer_name, candidate->commune_name, candidate->kind,
                                                                     candidate->set != NULL ? candidate->set->title : NULL }, 4);
  g_autofree char *missing = ocop_objections_to_text (candidate->objections);
  gboolean ready = ocop_candidate_is_ready (candidate);

  gtk_widget_set_sensitive (check, ready);
  gtk_widget_set_valign (check, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, candidate->name, -1);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (show_summary), self);
  g_ptr_array_add (self->checks, check);
  gtk_box_append (GTK_BOX (words), new_label (candidate->name, ready ? "desk-heading" : "desk-dim"));
  gtk_box_append (GTK_BOX (words), new_label (facts, "desk-subtitle"));
  if (missing != NULL)
    gtk_box_append (GTK_BOX (words), new_missing (missing, ready));
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), words);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  /* Its button takes the keys. */
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

/* Above the first of each sector, and of those that are not ready. */
static void
show_header (GtkListBoxRow *row,
             GtkListBoxRow *before,
             gpointer       data)
{
  const Agenda *self = data;
  const OcopCandidate *one = get_candidate (self, (guint) gtk_list_box_row_get_index (row));
  const OcopCandidate *other = before != NULL ? get_candidate (self, (guint) gtk_list_box_row_get_index (before)) : NULL;
  gboolean ready = ocop_candidate_is_ready (one);
  const char *title = !ready ? _("Not ready yet") : one->set->sector_title;

  if (other != NULL && ocop_candidate_is_ready (other) == ready && (!ready || g_str_equal (other->set->sector, one->set->sector)))
    gtk_list_box_row_set_header (row, NULL);
  else
    {
      GtkWidget *label = new_label (title, "desk-dim");

      gtk_widget_add_css_class (label, "desk-list-section");
      gtk_list_box_row_set_header (row, label);
    }
}

static void
add_round (Agenda    *self,
           GPtrArray *titles,
           gint64     held)
{
  for (guint i = 0; i < self->rounds->len; i++)
    if (g_array_index (self->rounds, gint64, i) == held)
      return;
  g_array_append_val (self->rounds, held);
  if (held == 0)
    g_ptr_array_add (titles, g_strdup (_("Without a round")));
  else
    g_ptr_array_add (titles, g_strdup_printf (_("Round %d of %d"), (int) (held % 100), (int) (held / 100)));
}

static void
fill (Agenda *self)
{
  g_autoptr(GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GtkStringList) strings = NULL;

  g_ptr_array_add (titles, g_strdup (_("All rounds")));
  for (guint i = 0; i < self->candidates->len; i++)
    {
      add_round (self, titles, round_of (get_candidate (self, i)));
      gtk_list_box_append (self->list, new_row (self, get_candidate (self, i)));
    }
  g_ptr_array_add (titles, NULL);
  strings = gtk_string_list_new ((const char * const *) titles->pdata);
  gtk_drop_down_set_model (self->round, G_LIST_MODEL (strings));
  g_signal_connect_swapped (self->round, "notify::selected", G_CALLBACK (on_round_chosen), self);
  show_summary (self);
  if (self->checks->len > 0)
    gtk_widget_grab_focus (g_ptr_array_index (self->checks, 0));
}

static gpointer
read_candidates (OcopReader    *reader,
                 gpointer       session,
                 GCancellable  *cancellable,
                 GError       **error)
{
  return ocop_candidates_read (reader, session, error);
}

static void
on_read (GObject      *reg,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(DeskCouncilDialog) dialog = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) candidates = ocop_register_read_finish (OCOP_REGISTER (reg), result, &error);
  Agenda *self = g_object_get_data (G_OBJECT (dialog), "desk-agenda");

  if (gtk_window_get_child (GTK_WINDOW (dialog)) == NULL)
    return;
  if (candidates == NULL)
    {
      gtk_label_set_label (GTK_LABEL (self->summary), error->message);
      return;
    }
  self->candidates = g_steal_pointer (&candidates);
  fill (self);
}

static void
build (Agenda *self)
{
  static const char * const none[] = { NULL };
  GtkBox *box = desk_council_dialog_get_box (self->dialog);
  GtkWidget *empty = gtk_label_new (_("No dossier waits with the province."));
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->round = desk_council_dialog_add_choice (self->dialog, _("Round"), none);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_header_func (self->list, show_header, self, NULL);
  gtk_list_box_set_placeholder (self->list, empty);
  gtk_widget_add_css_class (empty, "desk-dim");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "desk-plain-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Dossiers that wait"), -1);
  g_object_set (scrolled, "hscrollbar-policy", GTK_POLICY_NEVER, "min-content-height", LIST_HEIGHT, "child", self->list, NULL);
  gtk_widget_add_css_class (scrolled, "desk-card");
  gtk_box_append (box, scrolled);
  self->summary = desk_council_dialog_add_text (self->dialog, NULL, "desk-subtitle");
  desk_council_dialog_add_button (self->dialog, _("All That Are _Ready"), G_CALLBACK (on_all_clicked), self);
  desk_council_dialog_set_ready (self->dialog, FALSE);
}

void
desk_agenda_dialog_present (GtkWidget         *parent,
                            OcopRegister      *reg,
                            const OcopSession *session)
{
  Agenda *self = g_new0 (Agenda, 1);

  self->dialog = desk_council_dialog_new (parent, reg, _("Dossiers for the Agenda"), _("_Add"));
  gtk_window_set_default_size (GTK_WINDOW (self->dialog), WIDTH, -1);
  self->checks = g_ptr_array_new ();
  self->rounds = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->session = g_strdup (ocop_record_get_id (session->record));
  g_object_set_data_full (G_OBJECT (self->dialog), "desk-agenda", self, agenda_free);
  build (self);
  g_signal_connect_swapped (self->dialog, "apply", G_CALLBACK (on_apply), self);
  ocop_register_read_async (reg, OCOP_LANE_WINDOW, read_candidates, g_strdup (self->session), g_free, (GDestroyNotify) g_ptr_array_unref,
                            NULL, on_read, g_object_ref (self->dialog));
  desk_council_dialog_present (self->dialog);
}
