/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "council/desk-councils-view.h"

#include <glib/gi18n.h>

#include "base/ocop-number.h"
#include "base/ocop-text.h"
#include "council/desk-council-change.h"
#include "evaluation/ocop-council.h"
#include "form/desk-record-dialog.h"
#include "law/ocop-verdict.h"

struct _DeskCouncilsView
{
  GtkWidget parent_instance;

  GtkWidget *outer;

  /* Borrowed references */
  GtkListBox *list;
  GtkWidget *side;
  GtkLabel *name;
  GtkLabel *facts;
  GtkLabel *rules;
  GtkLabel *warnings;
  GtkListBox *members;

  /* Owned references */
  OcopRegister *reg;
  GCancellable *cancellable;
  GPtrArray *councils;     /* OcopCouncil, the latest first */
};

G_DEFINE_FINAL_TYPE (DeskCouncilsView, desk_councils_view, GTK_TYPE_WIDGET)

static const OcopCouncil *
get_council (DeskCouncilsView *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  guint place = row != NULL ? (guint) gtk_list_box_row_get_index (row) : G_MAXUINT;

  return self->councils != NULL && place < self->councils->len ? g_ptr_array_index (self->councils, place) : NULL;
}

static const OcopRecord *
get_member (DeskCouncilsView *self)
{
  const OcopCouncil *council = get_council (self);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->members);
  guint place = row != NULL ? (guint) gtk_list_box_row_get_index (row) : G_MAXUINT;

  return council != NULL && place < council->members->len ? g_ptr_array_index (council->members, place) : NULL;
}

/* What is shown */

static const char *
choice_title (const OcopRecord *record,
              const char       *field)
{
  return ocop_field_choice_title (ocop_kind_find_field (ocop_record_get_kind (record), field), ocop_record_get_text (record, field));
}

static char *
day_of (const OcopRecord *record,
        const char       *field)
{
  OcopDate day = ocop_record_get_date (record, field);

  return ocop_date_is_known (day) ? ocop_date_to_people (day) : NULL;
}

static char *
describe_facts (const OcopRecord *record)
{
  g_autofree char *from = day_of (record, "term_from");
  g_autofree char *until = day_of (record, "term_until");
  g_autofree char *decided = day_of (record, "decision_date");
  g_autofree char *term = from != NULL || until != NULL
    ? g_strdup_printf (_("term %s – %s"), from != NULL ? from : "…", until != NULL ? until : "…") : NULL;

  return ocop_text_join (" · ", (const char *[]) { choice_title (record, "kind"), ocop_record_get_text (record, "decision_number"),
                                                   decided, term }, 4);
}

static char *
describe_rules (const OcopRecord *record)
{
  const OcopCouncilRules usual = OCOP_COUNCIL_RULES_DEFAULT;
  const OcopField *field = ocop_kind_find_field (ocop_record_get_kind (record), "aggregate");
  const char *aggregate = ocop_record_get_text (record, "aggregate");
  g_autofree char *spread = ocop_hundredths_to_people ((guint) ocop_record_get_integer (record, "max_spread", usual.max_spread));

  return g_strdup_printf (_("Own rules: %s; members may differ by %s points; quorum %u percent"),
                          ocop_field_choice_title (field, aggregate != NULL ? aggregate : "mean"), spread,
                          (guint) ocop_record_get_integer (record, "quorum_percent", usual.quorum_percent));
}

static GtkWidget *
add_text (GtkWidget  *box,
          const char *text,
          const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  g_object_set (label, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
wrap (GtkWidget *label)
{
  g_object_set (label, "wrap", TRUE, "lines", 2, NULL);
}

static GtkWidget *
new_row (const char *number,
         const char *title,
         const char *facts)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  if (number != NULL)
    add_text (box, number, "desk-dim");
  gtk_widget_set_hexpand (words, TRUE);
  wrap (add_text (words, title, "desk-heading"));
  wrap (add_text (words, facts, "desk-subtitle"));
  gtk_box_append (GTK_BOX (box), words);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return row;
}

static void
clear_list (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static void
show_members (DeskCouncilsView  *self,
              const OcopCouncil *council)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->members);
  int place = selected != NULL ? gtk_list_box_row_get_index (selected) : 0;
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self->members)) != NULL;
  GtkListBoxRow *row;

  clear_list (self->members);
  for (guint i = 0; i < council->members->len; i++)
    {
      const OcopRecord *member = g_ptr_array_index (council->members, i);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      g_autofree char *facts = ocop_text_join (" · ", (const char *[]) { choice_title (member, "role"), ocop_record_get_text (member, "position"),
                                                                         ocop_record_get_text (member, "body_name"), choice_title (member, "body") }, 4);

      gtk_list_box_append (self->members, new_row (number, ocop_record_get_text (member, "name"), facts));
    }
  row = gtk_list_box_get_row_at_index (self->members, MIN (place, (int) council->members->len - 1));
  if (row == NULL)
    return;
  gtk_list_box_select_row (self->members, row);
  if (focused)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
show_council (DeskCouncilsView *self)
{
  const OcopCouncil *council = get_council (self);
  g_autoptr(GPtrArray) objections = NULL;
  g_autofree char *facts = NULL;
  g_autofree char *rules = NULL;
  g_autofree char *warnings = NULL;

  gtk_widget_set_visible (self->side, council != NULL);
  if (council == NULL)
    return;
  objections = ocop_council_objections (council, ocop_law_get_latest_book (ocop_law_get_default ()), ocop_date_today ());
  facts = describe_facts (council->record);
  rules = describe_rules (council->record);
  warnings = ocop_objections_to_text (objections);
  gtk_label_set_label (self->name, ocop_record_get_text (council->record, "name"));
  gtk_label_set_label (self->facts, facts);
  gtk_label_set_label (self->rules, rules);
  gtk_label_set_label (self->warnings, warnings != NULL ? warnings : "");
  gtk_widget_set_visible (GTK_WIDGET (self->warnings), warnings != NULL);
  show_members (self, council);
}

static void
show_all (DeskCouncilsView *self)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->list);
  int place = selected != NULL ? gtk_list_box_row_get_index (selected) : 0;

  clear_list (self->list);
  for (guint i = 0; i < self->councils->len; i++)
    {
      const OcopCouncil *council = g_ptr_array_index (self->councils, i);
      g_autofree char *facts = describe_facts (council->record);

      gtk_list_box_append (self->list, new_row (NULL, ocop_record_get_text (council->record, "name"), facts));
    }
  place = MIN (place, (int) self->councils->len - 1);
  if (place >= 0)
    gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, place));
  show_council (self);
}

/* Reading */

static gpointer
read_councils (OcopReader    *reader,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  static const char * const columns[] = { "id", NULL };
  g_autoptr(GPtrArray) councils = g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_council_free);
  g_autoptr(OcopQuery) query = ocop_query_new ("council");
  g_autoptr(OcopRows) rows = NULL;

  ocop_query_order_by (query, "decision_date", TRUE);
  ocop_query_order_by (query, "name", FALSE);
  rows = ocop_reader_rows (reader, query, columns, 0, -1, error);
  for (guint i = 0; rows != NULL && i < ocop_rows_get_n_rows (rows); i++)
    {
      OcopCouncil *council = ocop_council_read (reader, ocop_rows_get_text (rows, i, 0), error);

      if (council == NULL)
        return NULL;
      g_ptr_array_add (councils, council);
    }
  return rows != NULL ? g_steal_pointer (&councils) : NULL;
}

static void
on_read (GObject      *reg,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(DeskCouncilsView) self = data;
  GPtrArray *councils = ocop_register_read_finish (OCOP_REGISTER (reg), result, NULL);

  if (councils == NULL)
    return;
  g_clear_pointer (&self->councils, g_ptr_array_unref);
  self->councils = councils;
  if (self->outer != NULL)
    show_all (self);
}

void
desk_councils_view_refresh (DeskCouncilsView *self,
                            OcopRegister     *reg)
{
  g_set_object (&self->reg, reg);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  ocop_register_read_async (reg, OCOP_LANE_WINDOW, read_councils, NULL, NULL, (GDestroyNotify) g_ptr_array_unref,
                            self->cancellable, on_read, g_object_ref (self));
}

/* What is done */

static OcopChange *
copy_council (OcopReader             *reader,
              const DeskCouncilTask  *task,
              GError                **error)
{
  g_autofree char *id = NULL;

  return ocop_council_copy (reader, task->id, &id, error);
}

static OcopChange *
move_member (OcopReader             *reader,
             const DeskCouncilTask  *task,
             GError                **error)
{
  return ocop_council_move_member (reader, task->id, task->number, error);
}

static OcopChange *
remove_member (OcopReader             *reader,
               const DeskCouncilTask  *task,
               GError                **error)
{
  return ocop_council_remove_member (reader, task->id, error);
}

static void
run (DeskCouncilsView *self,
     const OcopRecord *of,
     DeskCouncilTask   task)
{
  if (of == NULL)
    return;
  task.id = ocop_record_get_id (of);
  desk_council_task_run (GTK_WIDGET (self), self->reg, &task);
}

static void
present_member (DeskCouncilsView *self,
                const OcopRecord *member)
{
  GtkWidget *dialog = desk_record_dialog_present (GTK_WIDGET (self), self->reg, member, NULL, "council");

  /* Sessions rest on the list: who is taken off it is asked for by its own way. */
  gtk_widget_action_set_enabled (dialog, "dialog.delete", FALSE);
}

static void
on_new_council (DeskCouncilsView *self)
{
  g_autoptr(OcopRecord) record = ocop_record_new (ocop_kind_find ("council"), NULL);

  ocop_record_set_text (record, "kind", "council");
  desk_record_dialog_present (GTK_WIDGET (self), self->reg, record, NULL, NULL);
}

static void
on_copy (DeskCouncilsView *self)
{
  const OcopCouncil *council = get_council (self);

  run (self, council != NULL ? council->record : NULL, (DeskCouncilTask) { .make = copy_council });
}

static void
on_edit (DeskCouncilsView *self)
{
  const OcopCouncil *council = get_council (self);

  if (council != NULL)
    desk_record_dialog_present (GTK_WIDGET (self), self->reg, council->record, NULL, NULL);
}

static void
on_new_member (DeskCouncilsView *self)
{
  const OcopCouncil *council = get_council (self);
  g_autoptr(OcopRecord) record = NULL;

  if (council == NULL)
    return;
  record = ocop_record_new (ocop_kind_find ("council_member"), NULL);
  ocop_record_set_text (record, "council", ocop_record_get_id (council->record));
  ocop_record_set_text (record, "role", council->members->len == 0 ? "chair" : "member");
  ocop_record_set_integer (record, "place", council->members->len + 1);
  present_member (self, record);
}

static void
on_member_activated (DeskCouncilsView *self)
{
  const OcopRecord *member = get_member (self);

  if (member != NULL)
    present_member (self, member);
}

static void
on_move_up (DeskCouncilsView *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->members);
  int place = row != NULL ? gtk_list_box_row_get_index (row) : 0;

  if (place == 0)
    return;
  run (self, get_member (self), (DeskCouncilTask) { .make = move_member, .number = -1 });
  /* The selection goes along. */
  gtk_list_box_select_row (self->members, gtk_list_box_get_row_at_index (self->members, place - 1));
}

static void
on_move_down (DeskCouncilsView *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->members);
  GtkListBoxRow *next = row != NULL ? gtk_list_box_get_row_at_index (self->members, gtk_list_box_row_get_index (row) + 1) : NULL;

  if (next == NULL)
    return;
  run (self, get_member (self), (DeskCouncilTask) { .make = move_member, .number = 1 });
  gtk_list_box_select_row (self->members, next);
}

static void
on_remove (DeskCouncilsView *self)
{
  run (self, get_member (self), (DeskCouncilTask) { .make = remove_member });
}

static gboolean
on_key_pressed (DeskCouncilsView *self,
                guint             key,
                guint             code,
                GdkModifierType   modifiers)
{
  gboolean control = (modifiers & GDK_CONTROL_MASK) != 0;

  if (control && key == GDK_KEY_Up)
    on_move_up (self);
  else if (control && key == GDK_KEY_Down)
    on_move_down (self);
  else if (!control && (key == GDK_KEY_Delete || key == GDK_KEY_KP_Delete))
    on_remove (self);
  else
    return FALSE;
  return TRUE;
}

/* Building */

static void
add_button (DeskCouncilsView *self,
            GtkWidget        *box,
            const char       *label,
            const char       *keys,
            GCallback         clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_tooltip_text (button, keys);
  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (box), button);
}

static GtkListBox *
new_list (const char *name,
          const char *empty)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *placeholder = gtk_label_new (empty);

  gtk_widget_add_css_class (placeholder, "desk-dim");
  g_object_set (placeholder, "wrap", TRUE, "margin-top", 24, "margin-bottom", 24, "margin-start", 18, "margin-end", 18, NULL);
  gtk_list_box_set_placeholder (GTK_LIST_BOX (list), placeholder);
  /* A click chooses whose members are shown; the form opens by a second one, or by Enter. */
  gtk_list_box_set_activate_on_single_click (GTK_LIST_BOX (list), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_LIST_BOX (list);
}

static GtkWidget *
new_scrolled (GtkListBox *list)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  g_object_set (scrolled, "hscrollbar-policy", GTK_POLICY_NEVER, "vexpand", TRUE, "child", list, NULL);
  return scrolled;
}

static GtkLabel *
add_wrapped (GtkWidget  *box,
             const char *style)
{
  GtkWidget *label = add_text (box, NULL, style);

  g_object_set (label, "ellipsize", PANGO_ELLIPSIZE_NONE, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
  return GTK_LABEL (label);
}

static void
build_side (DeskCouncilsView *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->side, "desk-card");
  gtk_widget_set_hexpand (self->side, TRUE);
  gtk_widget_add_css_class (head, "desk-card-body");
  self->name = GTK_LABEL (add_text (head, NULL, "desk-title"));
  self->facts = add_wrapped (head, "desk-subtitle");
  self->rules = add_wrapped (head, "desk-small");
  self->warnings = add_wrapped (head, "desk-score-warning");
  add_button (self, buttons, _("Add _Member…"), NULL, G_CALLBACK (on_new_member));
  add_button (self, buttons, _("Move _Up"), _("Ctrl+Up in the list"), G_CALLBACK (on_move_up));
  add_button (self, buttons, _("Move Dow_n"), _("Ctrl+Down in the list"), G_CALLBACK (on_move_down));
  add_button (self, buttons, _("_Remove"), _("Delete in the list"), G_CALLBACK (on_remove));
  gtk_box_append (GTK_BOX (head), buttons);
  self->members = new_list (_("Members"), _("The council has no members yet."));
  g_signal_connect_object (self->members, "row-activated", G_CALLBACK (on_member_activated), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->members), keys);
  gtk_box_append (GTK_BOX (self->side), head);
  gtk_box_append (GTK_BOX (self->side), new_scrolled (self->members));
}

static void
build (DeskCouncilsView *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *both = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (head, "desk-filter-row");
  gtk_widget_set_hexpand (add_text (head, _("Councils and groups"), "desk-title"), TRUE);
  add_button (self, head, _("_Edit…"), NULL, G_CALLBACK (on_edit));
  add_button (self, head, _("Copy for the Next _Term"), _("Another council with the same members and rules"), G_CALLBACK (on_copy));
  add_button (self, head, _("New _Council…"), NULL, G_CALLBACK (on_new_council));
  self->list = new_list (_("Councils and groups"), _("No council yet. Enter the one that the decision set up, then its members."));
  g_signal_connect_object (self->list, "row-selected", G_CALLBACK (show_council), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (on_edit), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (card, "desk-card");
  gtk_widget_set_size_request (card, 380, -1);
  gtk_box_append (GTK_BOX (card), new_scrolled (self->list));
  build_side (self);
  g_object_set (both, "margin-start", 18, "margin-end", 18, "margin-top", 12, "margin-bottom", 12, NULL);
  gtk_box_append (GTK_BOX (both), card);
  gtk_box_append (GTK_BOX (both), self->side);
  gtk_box_append (GTK_BOX (self->outer), head);
  gtk_box_append (GTK_BOX (self->outer), both);
  gtk_widget_set_parent (self->outer, GTK_WIDGET (self));
}

GtkWidget *
desk_councils_view_new (void)
{
  return g_object_new (DESK_TYPE_COUNCILS_VIEW, NULL);
}

static void
desk_councils_view_dispose (GObject *object)
{
  DeskCouncilsView *self = DESK_COUNCILS_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->outer, gtk_widget_unparent);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->reg);
  g_clear_pointer (&self->councils, g_ptr_array_unref);
  G_OBJECT_CLASS (desk_councils_view_parent_class)->dispose (object);
}

static void
desk_councils_view_class_init (DeskCouncilsViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_councils_view_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
desk_councils_view_init (DeskCouncilsView *self)
{
  build (self);
}
