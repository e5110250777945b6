/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/desk-record-fields.h"

#include <glib/gi18n.h>

#include "evaluation/ocop-council.h"
#include "model/ocop-lock.h"
#include "model/ocop-record-doubt.h"

/* Pixels above a section, besides what is between all fields */
#define SECTION_SPACING 8

struct _DeskRecordFields
{
  GtkWidget parent_instance;

  /* Borrowed references */
  const OcopKind *kind;
  GPtrArray *editors;     /* of DeskFieldEditor, children of this */

  /* Owned references */
  OcopRecord *record;     /* as it was set */
};

enum
{
  CHANGED,
  LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskRecordFields, desk_record_fields, GTK_TYPE_WIDGET)

static void
on_editor_changed (DeskRecordFields *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* What holds of the field together with the others, and what is odd about it, is said beside it too. */
static void
say_what_is_wrong (DeskRecordFields *self,
                   DeskFieldEditor  *editor)
{
  const OcopField *field = desk_field_editor_get_field (editor);
  g_autoptr(OcopRecord) record = desk_record_fields_dup_record (self);
  g_autoptr(GError) error = NULL;
  g_autofree char *doubt = NULL;

  if (!ocop_record_check_field (record, field, &error))
    {
      desk_field_editor_show_message (editor, error->message, TRUE);
      return;
    }
  doubt = ocop_record_doubt (record, field, ocop_date_today ());
  desk_field_editor_show_message (editor, doubt, FALSE);
}

static void
on_editor_left (DeskRecordFields *self,
                DeskFieldEditor  *editor)
{
  g_auto(OcopValue) value = OCOP_VALUE_INIT;

  if (self->record != NULL && desk_field_editor_get_value (editor, &value, NULL))
    say_what_is_wrong (self, editor);
  g_signal_emit (self, signals[LEFT], 0);
}

static void
add_heading (DeskRecordFields *self,
             const char       *section)
{
  GtkWidget *heading = gtk_label_new (section);

  g_object_set (heading, "xalign", 0.0, "margin-top", SECTION_SPACING, NULL);
  gtk_widget_add_css_class (heading, "desk-heading");
  gtk_widget_set_parent (heading, GTK_WIDGET (self));
}

static void
add_editor (DeskRecordFields *self,
            const OcopField  *field,
            gboolean          apart)
{
  GtkWidget *editor = desk_field_editor_new (field);
  g_autofree char *usual = ocop_council_dup_usual (field);

  if (usual != NULL)
    desk_field_editor_set_usual (DESK_FIELD_EDITOR (editor), usual);
  if (apart)
    gtk_widget_set_margin_top (editor, SECTION_SPACING);
  g_signal_connect_object (editor, "changed", G_CALLBACK (on_editor_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "left", G_CALLBACK (on_editor_left), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (editor, GTK_WIDGET (self));
  g_ptr_array_add (self->editors, editor);
}

/* Whether a heading over the first field of a section would say no more than the title of that field, which is alone there. */
static gboolean
needs_no_heading (const OcopField *field)
{
  const OcopField *next = field + 1;

  return g_str_equal (field->section, field->title) &&
         (next->name == NULL || !ocop_field_is_stored (next) || g_strcmp0 (next->section, field->section) != 0);
}

/* The first section needs no heading: it is what the form is about. */
static void
build (DeskRecordFields *self,
       const char       *hidden)
{
  const char *section = self->kind->fields[0].section;

  for (const OcopField *field = self->kind->fields; field->name != NULL && ocop_field_is_stored (field); field++)
    {
      gboolean begins, bare;

      if (g_strcmp0 (field->name, hidden) == 0 || (field->flags & OCOP_FIELD_WORKED) != 0)
        continue;
      begins = g_strcmp0 (field->section, section) != 0;
      bare = begins && needs_no_heading (field);
      if (begins && !bare)
        add_heading (self, _(field->section));
      section = field->section;
      add_editor (self, field, bare);
    }
}

GtkWidget *
desk_record_fields_new (const OcopKind *kind,
                        const char     *hidden)
{
  DeskRecordFields *self = g_object_new (DESK_TYPE_RECORD_FIELDS, NULL);

  self->kind = kind;
  build (self, hidden);
  return GTK_WIDGET (self);
}

void
desk_record_fields_set_register (DeskRecordFields *self,
                                 OcopRegister     *reg)
{
  for (guint i = 0; i < self->editors->len; i++)
    desk_field_editor_set_register (g_ptr_array_index (self->editors, i), reg);
}

void
desk_record_fields_set_record (DeskRecordFields *self,
                               const OcopRecord *record,
                               GHashTable       *labels)
{
  OcopRecord *copy = ocop_record_copy (record);

  g_clear_pointer (&self->record, ocop_record_free);
  self->record = copy;
  for (guint i = 0; i < self->editors->len; i++)
    {
      DeskFieldEditor *editor = g_ptr_array_index (self->editors, i);
      const char *name = desk_field_editor_get_field (editor)->name;

      desk_field_editor_set_value (editor, ocop_record_get (record, name),
                                   labels != NULL ? g_hash_table_lookup (labels, name) : NULL);
    }
}

/* What does not suit its field was typed, too. */
static gboolean
holds (DeskFieldEditor  *editor,
       const OcopRecord *record)
{
  g_auto(OcopValue) value = OCOP_VALUE_INIT;

  return desk_field_editor_get_value (editor, &value, NULL)
         && ocop_value_equal (&value, ocop_record_get (record, desk_field_editor_get_field (editor)->name));
}

gboolean
desk_record_fields_is_changed (DeskRecordFields *self,
                               const OcopRecord *since)
{
  for (guint i = 0; i < self->editors->len; i++)
    if (!holds (g_ptr_array_index (self->editors, i), since))
      return TRUE;
  return FALSE;
}

void
desk_record_fields_carry (DeskRecordFields *self,
                          const OcopRecord *since,
                          const OcopRecord *record,
                          GHashTable       *labels)
{
  OcopRecord *copy = ocop_record_copy (record);

  g_clear_pointer (&self->record, ocop_record_free);
  self->record = copy;
  for (guint i = 0; i < self->editors->len; i++)
    {
      DeskFieldEditor *editor = g_ptr_array_index (self->editors, i);
      const char *name = desk_field_editor_get_field (editor)->name;

      if (holds (editor, since) && !holds (editor, record))
        desk_field_editor_set_value (editor, ocop_record_get (record, name), g_hash_table_lookup (labels, name));
    }
}

OcopRecord *
desk_record_fields_dup_record (DeskRecordFields *self)
{
  OcopRecord *record = ocop_record_copy (self->record);

  for (guint i = 0; i < self->editors->len; i++)
    {
      DeskFieldEditor *editor = g_ptr_array_index (self->editors, i);
      g_auto(OcopValue) value = OCOP_VALUE_INIT;

      if (desk_field_editor_get_value (editor, &value, NULL))
        ocop_record_set (record, desk_field_editor_get_field (editor)->name, &value);
    }
  return record;
}

GHashTable *
desk_record_fields_dup_labels (DeskRecordFields *self)
{
  GHashTable *labels = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < self->editors->len; i++)
    {
      DeskFieldEditor *editor = g_ptr_array_index (self->editors, i);
      char *label = desk_field_editor_dup_label (editor);

      if (label != NULL)
        g_hash_table_insert (labels, (gpointer) desk_field_editor_get_field (editor)->name, label);
    }
  return labels;
}

static DeskFieldEditor *
find_editor (DeskRecordFields *self,
             const char       *field)
{
  for (guint i = 0; i < self->editors->len; i++)
    if (g_str_equal (desk_field_editor_get_field (g_ptr_array_index (self->editors, i))->name, field))
      return g_ptr_array_index (self->editors, i);
  return NULL;
}

void
desk_record_fields_show_hint (DeskRecordFields *self,
                              const char       *field,
                              const char       *hint)
{
  DeskFieldEditor *editor = find_editor (self, field);

  if (editor != NULL)
    desk_field_editor_show_message (editor, hint, FALSE);
}

/* Once the message below the field has its place. What has the focus already, GTK does not scroll to. */
static gboolean
scroll_to_soon (GtkWidget     *editor,
                GdkFrameClock *frames,
                gpointer       data)
{
  guint *n_frames = data;
  GtkWidget *viewport = gtk_widget_get_ancestor (editor, GTK_TYPE_VIEWPORT);
  GtkAdjustment *vertical = viewport != NULL ? gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)) : NULL;
  graphene_rect_t bounds;
  double top;

  if ((*n_frames)++ == 0)
    return G_SOURCE_CONTINUE;
  if (vertical == NULL || !gtk_widget_compute_bounds (editor, viewport, &bounds))
    return G_SOURCE_REMOVE;
  top = gtk_adjustment_get_value (vertical) + (double) bounds.origin.y;
  gtk_adjustment_clamp_page (vertical, top, top + (double) bounds.size.height);
  return G_SOURCE_REMOVE;
}

static void
show_refused (DeskFieldEditor *editor)
{
  gtk_widget_grab_focus (GTK_WIDGET (editor));
  gtk_widget_queue_resize (GTK_WIDGET (editor));
  gtk_widget_add_tick_callback (GTK_WIDGET (editor), scroll_to_soon, g_new0 (guint, 1), g_free);
}

static gboolean
refuse (DeskFieldEditor *editor,
        const GError    *error)
{
  desk_field_editor_show_message (editor, error->message, TRUE);
  show_refused (editor);
  return FALSE;
}

static gboolean
check_fields (DeskRecordFields *self)
{
  for (guint i = 0; i < self->editors->len; i++)
    {
      DeskFieldEditor *editor = g_ptr_array_index (self->editors, i);

      if (desk_field_editor_settle (editor))
        continue;
      show_refused (editor);
      return FALSE;
    }
  return TRUE;
}

gboolean
desk_record_fields_check (DeskRecordFields *self)
{
  g_autoptr(OcopRecord) record = NULL;
  g_autoptr(GError) error = NULL;
  const char *field = NULL;
  DeskFieldEditor *editor;

  if (!check_fields (self))
    return FALSE;
  record = desk_record_fields_dup_record (self);
  if (ocop_record_check (record, &field, &error))
    return TRUE;
  editor = find_editor (self, field);
  return editor != NULL ? refuse (editor, error) : FALSE;
}

void
desk_record_fields_hold (DeskRecordFields *self)
{
  for (guint i = 0; i < self->editors->len; i++)
    for (const OcopLock *lock = ocop_lock_next (self->kind, NULL, NULL); lock != NULL; lock = ocop_lock_next (self->kind, NULL, lock))
      if (ocop_lock_holds (lock, desk_field_editor_get_field (self->editors->pdata[i])))
        gtk_widget_set_sensitive (self->editors->pdata[i], FALSE);
}

void
desk_record_fields_begin (DeskRecordFields *self)
{
  for (guint i = 0; i < self->editors->len; i++)
    if (gtk_widget_get_sensitive (self->editors->pdata[i]) && gtk_widget_grab_focus (self->editors->pdata[i]))
      return;
}

static void
desk_record_fields_dispose (GObject *object)
{
  GtkWidget *child;

  g_ptr_array_set_size (DESK_RECORD_FIELDS (object)->editors, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (desk_record_fields_parent_class)->dispose (object);
}

static void
desk_record_fields_finalize (GObject *object)
{
  DeskRecordFields *self = DESK_RECORD_FIELDS (object);

  g_clear_pointer (&self->record, ocop_record_free);
  g_ptr_array_unref (self->editors);
  G_OBJECT_CLASS (desk_record_fields_parent_class)->finalize (object);
}

static void
desk_record_fields_class_init (DeskRecordFieldsClass *klass)
{
  static const char * const names[] = { "changed", "left" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = desk_record_fields_dispose;
  object_class->finalize = desk_record_fields_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST,
                               0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_record_fields_init (DeskRecordFields *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  self->editors = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 8);
}
