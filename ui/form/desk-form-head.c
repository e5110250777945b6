/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/desk-form-head.h"

#include <glib/gi18n.h>

#include "list/desk-state.h"
#include "list/desk-list-spec.h"

struct _DeskFormHead
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *title_label;
  GtkWidget *facts;
  GtkWidget *stars_label;
  GtkWidget *state_label;
  GtkWidget *until_label;
  GtkWidget *unsaved_label;
};

G_DEFINE_FINAL_TYPE (DeskFormHead, desk_form_head, GTK_TYPE_WIDGET)

static void
show_fact (GtkWidget  *label,
           const char *text)
{
  gtk_label_set_label (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL && *text != '\0');
}

static char *
dup_title (const DeskLoaded *loaded)
{
  const OcopKind *kind = ocop_record_get_kind (loaded->record);
  const char *product = g_hash_table_lookup (loaded->labels, "product");
  const char *label = ocop_record_get_text (loaded->record, kind->label);

  if (ocop_record_get_version (loaded->record) == 0)
    return g_strdup_printf (_("New: %s"), _(kind->title));
  if (label != NULL && (product == NULL || g_str_equal (kind->label, "name")))
    return g_strdup (label);
  return g_strdup (product != NULL ? product : _(kind->title));
}

static void
show_validity (DeskFormHead     *self,
               const DeskLoaded *loaded)
{
  const OcopKind *kind = ocop_record_get_kind (loaded->record);
  const char *pill[] = { "desk-pill", desk_state_style (loaded->state), NULL };
  g_auto(OcopValue) star = ocop_value_text (loaded->star);
  g_autofree char *stars = loaded->star != NULL ? desk_path_format (ocop_kind_find_field (kind, "star"), &star) : NULL;
  g_autofree char *day = NULL;
  g_autofree char *until = NULL;
  OcopDate date;

  if (loaded->until != NULL && ocop_date_parse (loaded->until, &date))
    day = ocop_date_to_people_about (date, loaded->estimated);
  if (day != NULL)
    until = g_strdup_printf (loaded->estimated ? _("until %s (estimated from the year)") : _("until %s"), day);
  /* "Potential 5 stars" is a state as well: once is enough, and gold is for stars alone. */
  show_fact (self->stars_label, g_strcmp0 (loaded->star, loaded->state) != 0 ? stars : NULL);
  show_fact (self->state_label, loaded->state != NULL ? ocop_field_choice_title (ocop_kind_find_field (kind, "state"), loaded->state) : NULL);
  gtk_widget_set_css_classes (self->state_label, pill);
  gtk_widget_set_tooltip_text (self->state_label, desk_state_explain (loaded->state));
  show_fact (self->until_label, until);
  gtk_widget_set_tooltip_text (self->until_label, loaded->estimated ? desk_path_explain_estimated () : NULL);
}

/* Where a dossier stands, which no field of its form says. */
static void
show_step (DeskFormHead     *self,
           const OcopRecord *record)
{
  const OcopField *field = ocop_kind_find_field (ocop_record_get_kind (record), "step");
  const char *step = field != NULL && (field->flags & OCOP_FIELD_WORKED) != 0 ? ocop_record_get_text (record, "step") : NULL;
  g_autofree char *day = NULL;
  g_autofree char *since = NULL;

  if (step == NULL)
    return;
  day = ocop_date_to_people (ocop_record_get_date (record, "step_on"));
  /* Translators: a day */
  since = g_strdup_printf (_("since %s"), day);
  show_fact (self->state_label, ocop_field_choice_title (field, step));
  show_fact (self->until_label, *day != '\0' ? since : NULL);
}

void
desk_form_head_show (DeskFormHead     *self,
                     const DeskLoaded *loaded)
{
  g_autofree char *title = dup_title (loaded);

  gtk_label_set_label (GTK_LABEL (self->title_label), title);
  gtk_widget_set_tooltip_text (self->title_label, title);
  show_validity (self, loaded);
  show_step (self, loaded->record);
}

void
desk_form_head_set_unsaved (DeskFormHead *self,
                            gboolean      unsaved)
{
  /* Its line keeps its place: nothing moves under the pointer of whoever types the first letter. */
  gtk_label_set_label (GTK_LABEL (self->unsaved_label), unsaved ? _("● unsaved") : "");
}

static GtkWidget *
append_label (GtkWidget  *box,
              const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_set_visible (label, FALSE);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GtkWidget *
make_top (DeskFormHead *self)
{
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *close = gtk_button_new_from_icon_name ("desk-close-symbolic");

  self->title_label = gtk_label_new (NULL);
  g_object_set (self->title_label, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, "hexpand", TRUE, "width-chars", 12,
                "wrap", TRUE, "lines", 2, NULL);
  gtk_widget_add_css_class (self->title_label, "desk-title");
  g_object_set (close, "has-frame", FALSE, "valign", GTK_ALIGN_START, "action-name", "form.close",
                "tooltip-text", _("Close the record"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (close), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Close the record"), -1);
  gtk_box_append (GTK_BOX (top), self->title_label);
  gtk_box_append (GTK_BOX (top), close);
  return top;
}

GtkWidget *
desk_form_head_new (void)
{
  return g_object_new (DESK_TYPE_FORM_HEAD, NULL);
}

static void
desk_form_head_dispose (GObject *object)
{
  g_clear_pointer (&DESK_FORM_HEAD (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (desk_form_head_parent_class)->dispose (object);
}

static void
desk_form_head_class_init (DeskFormHeadClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_form_head_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "formhead");
}

static void
desk_form_head_init (DeskFormHead *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  self->facts = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  self->stars_label = append_label (self->facts, "desk-stars");
  self->state_label = append_label (self->facts, "desk-pill");
  self->until_label = append_label (self->facts, "desk-dim");
  gtk_label_set_ellipsize (GTK_LABEL (self->until_label), PANGO_ELLIPSIZE_END);
  self->unsaved_label = append_label (self->facts, "desk-warn");
  gtk_widget_set_visible (self->unsaved_label, TRUE);
  gtk_box_append (GTK_BOX (self->box), make_top (self));
  gtk_box_append (GTK_BOX (self->box), self->facts);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}
