/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "council/desk-council-card.h"

#include <glib/gi18n.h>

#include "base/ocop-number.h"
#include "base/ocop-text.h"
#include "council/desk-council-change.h"
#include "council/desk-council-rows.h"
#include "form/desk-record-dialog.h"
#include "law/ocop-verdict.h"
#include "list/desk-wrap-layout.h"

struct _DeskCouncilCard
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkLabel *name_label;
  GtkLabel *facts_label;
  GtkLabel *rules_label;
  GtkLabel *warnings_label;
  GtkListBox *members_list;

  /* Borrowed references */
  const OcopCouncil *council;

  /* Owned references */
  OcopRegister *reg;
};

G_DEFINE_FINAL_TYPE (DeskCouncilCard, desk_council_card, GTK_TYPE_BOX)

static const OcopRecord *
get_member (DeskCouncilCard *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->members_list);
  guint place = row != NULL ? (guint) gtk_list_box_row_get_index (row) : G_MAXUINT;

  return self->council != NULL && place < self->council->members->len ? g_ptr_array_index (self->council->members, place) : NULL;
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

char *
desk_council_card_dup_facts (const OcopCouncil *council)
{
  const OcopRecord *record = council->record;
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
  const OcopCouncilRules rules = ocop_council_get_rules (record);
  const OcopField *field = ocop_kind_find_field (ocop_record_get_kind (record), "aggregate");
  const char *aggregate = ocop_field_choice_title (field, rules.aggregate == OCOP_AGGREGATE_TRIMMED ? "trimmed" : "mean");
  g_autofree char *spread = ocop_quantity_to_people (rules.max_spread);

  if (ocop_council_has_own_rules (record))
    return g_strdup_printf (_("Own rules: %s; members may differ by %s points; quorum %u percent"), aggregate, spread, rules.quorum_percent);
  return g_strdup_printf (_("No rules of its own. These count: %s; members may differ by %s points; quorum %u percent"),
                          aggregate, spread, rules.quorum_percent);
}

static char *
describe_member (const OcopRecord *council,
                 const OcopRecord *member)
{
  const char *role = ocop_council_role_title (council, ocop_record_get_text (member, "role"));

  return ocop_text_join (" · ", (const char *[]) { role, ocop_record_get_text (member, "position"),
                                                   ocop_record_get_text (member, "body_name"), choice_title (member, "body") }, 4);
}

static void
show_members (DeskCouncilCard *self)
{
  const GPtrArray *members = self->council->members;
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->members_list);
  int place = row != NULL ? gtk_list_box_row_get_index (row) : 0;
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self->members_list)) != NULL;

  desk_council_rows_fit (self->members_list, members->len);
  for (guint i = 0; i < members->len; i++)
    {
      const OcopRecord *member = g_ptr_array_index (members, i);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      g_autofree char *facts = describe_member (self->council->record, member);

      desk_council_row_show (gtk_list_box_get_row_at_index (self->members_list, (int) i), number,
                             ocop_record_get_text (member, "name"), facts);
    }
  /* The last one may have been taken off the list. */
  row = gtk_list_box_get_row_at_index (self->members_list, MIN (place, (int) members->len - 1));
  if (row == NULL)
    return;
  gtk_list_box_select_row (self->members_list, row);
  if (focused)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
show_warnings (DeskCouncilCard *self)
{
  const OcopRuleBook *book = ocop_law_get_latest_book (ocop_law_get_default ());
  g_autoptr(GPtrArray) objections = ocop_council_objections (self->council, book, ocop_date_today ());
  g_autofree char *warnings = ocop_objections_to_text (objections);

  gtk_label_set_label (self->warnings_label, warnings != NULL ? warnings : "");
  gtk_widget_set_visible (GTK_WIDGET (self->warnings_label), warnings != NULL);
}

void
desk_council_card_show (DeskCouncilCard   *self,
                        OcopRegister      *reg,
                        const OcopCouncil *council)
{
  g_autofree char *facts = council != NULL ? desk_council_card_dup_facts (council) : NULL;
  g_autofree char *rules = council != NULL && !ocop_council_is_group (council->record) ? describe_rules (council->record) : NULL;

  g_set_object (&self->reg, reg);
  self->council = council;
  gtk_widget_set_visible (GTK_WIDGET (self), council != NULL);
  if (council == NULL)
    return;
  gtk_label_set_label (self->name_label, ocop_record_get_text (council->record, "name"));
  gtk_label_set_label (self->facts_label, facts);
  gtk_label_set_label (self->rules_label, rules != NULL ? rules : "");
  gtk_widget_set_visible (GTK_WIDGET (self->rules_label), rules != NULL);
  show_warnings (self);
  show_members (self);
}

/* What is done */

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
run (DeskCouncilCard  *self,
     const OcopRecord *of,
     DeskCouncilTask   task)
{
  if (of == NULL)
    return;
  task.id = ocop_record_get_id (of);
  desk_council_task_run (GTK_WIDGET (self), self->reg, &task);
}

static void
present_member (DeskCouncilCard  *self,
                const OcopRecord *member)
{
  GtkWidget *dialog = desk_record_dialog_present (GTK_WIDGET (self), self->reg, member, NULL, "council");

  /* Sessions rest on the list: who is taken off it is asked for by its own way. */
  gtk_widget_action_set_enabled (dialog, "dialog.delete", FALSE);
}

static void
on_new_member (DeskCouncilCard *self)
{
  const OcopCouncil *council = self->council;
  g_autoptr(OcopRecord) record = ocop_record_new (ocop_kind_find ("council_member"), NULL);

  ocop_record_set_text (record, "council", ocop_record_get_id (council->record));
  ocop_record_set_text (record, "role", council->members->len == 0 ? "chair" : "member");
  ocop_record_set_integer (record, "place", council->members->len + 1);
  present_member (self, record);
}

static void
on_member_activated (DeskCouncilCard *self)
{
  const OcopRecord *member = get_member (self);

  if (member != NULL)
    present_member (self, member);
}

static void
on_move_up (DeskCouncilCard *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->members_list);
  int place = row != NULL ? gtk_list_box_row_get_index (row) : 0;

  if (place == 0)
    return;
  run (self, get_member (self), (DeskCouncilTask) { .make = move_member, .number = -1 });
  /* The selection goes along. */
  gtk_list_box_select_row (self->members_list, gtk_list_box_get_row_at_index (self->members_list, place - 1));
}

static void
on_move_down (DeskCouncilCard *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->members_list);
  GtkListBoxRow *next = row != NULL ? gtk_list_box_get_row_at_index (self->members_list, gtk_list_box_row_get_index (row) + 1) : NULL;

  if (next == NULL)
    return;
  run (self, get_member (self), (DeskCouncilTask) { .make = move_member, .number = 1 });
  gtk_list_box_select_row (self->members_list, next);
}

static void
on_remove (DeskCouncilCard *self)
{
  run (self, get_member (self), (DeskCouncilTask) { .make = remove_member });
}

static gboolean
on_key_pressed (DeskCouncilCard *self,
                guint            key,
                guint            code,
                GdkModifierType  modifiers)
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

/* The card */

static void
desk_council_card_dispose (GObject *object)
{
  g_clear_object (&DESK_COUNCIL_CARD (object)->reg);
  G_OBJECT_CLASS (desk_council_card_parent_class)->dispose (object);
}

static void
desk_council_card_class_init (DeskCouncilCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_council_card_dispose;
  g_type_ensure (DESK_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/ocop/Desk/ui/council/desk-council-card.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskCouncilCard, name_label);
  gtk_widget_class_bind_template_child (widget_class, DeskCouncilCard, facts_label);
  gtk_widget_class_bind_template_child (widget_class, DeskCouncilCard, rules_label);
  gtk_widget_class_bind_template_child (widget_class, DeskCouncilCard, warnings_label);
  gtk_widget_class_bind_template_child (widget_class, DeskCouncilCard, members_list);
  gtk_widget_class_bind_template_callback (widget_class, on_new_member);
  gtk_widget_class_bind_template_callback (widget_class, on_member_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_move_up);
  gtk_widget_class_bind_template_callback (widget_class, on_move_down);
  gtk_widget_class_bind_template_callback (widget_class, on_remove);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
}

static void
desk_council_card_init (DeskCouncilCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
