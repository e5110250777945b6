/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/desk-record-form.h"

#include <glib/gi18n.h>

#include "desk-window.h"
#include "form/desk-form-bar.h"
#include "form/desk-form-drafts.h"
#include "form/desk-form-head.h"
#include "form/desk-form-look-alikes.h"
#include "form/desk-form-saver.h"
#include "form/desk-form-tabs.h"
#include "form/desk-producer-hint.h"
#include "form/desk-validity-line.h"

/* Beside a list, which keeps the better half of a small screen. */
#define FORM_WIDTH 474

struct _DeskRecordForm
{
  GtkWidget parent_instance;

  /* Borrowed references */
  const OcopKind *kind;
  GtkWidget *box;
  DeskFormHead *head;
  DeskNotice *notice;
  DeskRecordFields *fields;
  DeskFormTabs *tabs;
  DeskValidityLine *validity; /* (nullable) */

  /* Owned references */
  OcopRegister *reg;
  OcopRecord *base;           /* as it stands in the register, or a new one; NULL when none is shown */
  GHashTable *labels;         /* what names the links of @base */
  DeskFormSaver *saver;
  DeskFormDrafts *drafts;
  DeskFormLookAlikes *look_alikes;
  GCancellable *cancellable;
  OcopRecord *written;        /* (nullable): as it was saved last */

  gboolean saving;
  gboolean settling;          /* it was saved, and is yet to be read again */
  gboolean save_wanted;       /* as soon as it was */
  gboolean binned;            /* what is shown lies in the bin */
  gboolean unsaved;
  char *same;                 /* (nullable): the record that this one is to be merged with once it is saved */
  gboolean next_wanted;
  gboolean loading;
  gboolean begin_wanted;      /* the cursor goes into the first field as soon as it is filled */
};

enum
{
  SAVED,
  NEXT,
  OPEN,
  CLOSED,
  SHOWN,
  SAME,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskRecordForm, desk_record_form, GTK_TYPE_WIDGET)

static gboolean
is_new (DeskRecordForm *self)
{
  return self->base != NULL && ocop_record_get_version (self->base) == 0;
}

const char *
desk_record_form_get_id (DeskRecordForm *self)
{
  return self->base != NULL && !is_new (self) ? ocop_record_get_id (self->base) : NULL;
}

gboolean
desk_record_form_is_unsaved (DeskRecordForm *self)
{
  return self->unsaved;
}

void
desk_record_form_begin (DeskRecordForm *self)
{
  self->begin_wanted = self->loading;
  if (self->loading)
    return;
  desk_form_tabs_show_first (self->tabs);
  desk_record_fields_begin (self->fields);
}

static void
set_unsaved (DeskRecordForm *self,
             gboolean        unsaved)
{
  gboolean writable = self->reg != NULL && !ocop_register_is_look_only (self->reg);

  self->unsaved = unsaved;
  desk_form_head_set_unsaved (self->head, unsaved);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.save", writable && (unsaved || is_new (self)));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.save-next", writable && self->base != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.revert", unsaved || is_new (self));
}

static void
show_validity (DeskRecordForm *self)
{
  if (self->validity != NULL)
    desk_validity_line_show (self->validity, self->fields);
}

static void
on_fields_changed (DeskRecordForm *self)
{
  if (self->base == NULL || self->reg == NULL)
    return;
  show_validity (self);
  set_unsaved (self, TRUE);
  desk_form_drafts_keep_soon (self->drafts);
}

static void
on_draft_used (DeskRecordForm *self)
{
  show_validity (self);
  set_unsaved (self, TRUE);
}

/* Look-alikes */

static void
on_look_alike_opened (DeskRecordForm *self,
                      const char     *id)
{
  g_signal_emit (self, signals[OPEN], 0, id);
}

/* What is typed is saved first: the merging takes both as they stand in the register. */
static void
on_look_alike_same (DeskRecordForm *self,
                    const char     *id)
{
  g_free (self->same);
  self->same = g_strdup (id);
  self->next_wanted = FALSE;
  desk_form_saver_save (self->saver);
}

static void
on_field_left (DeskRecordForm *self)
{
  if (!self->unsaved)
    return;
  desk_form_look_alikes_seek (self->look_alikes, self->reg);
  desk_producer_hint_seek (self->fields, self->reg, self->base);
}

/* Showing */

static void
set_base (DeskRecordForm   *self,
          const DeskLoaded *loaded)
{
  desk_form_drafts_attach (self->drafts, self->reg, loaded->record);
  desk_form_saver_attach (self->saver, self->reg, loaded->record);
  g_clear_pointer (&self->base, ocop_record_free);
  g_clear_pointer (&self->labels, g_hash_table_unref);
  self->base = ocop_record_copy (loaded->record);
  self->labels = g_hash_table_ref (loaded->labels);
}

static void
show_loaded (DeskRecordForm   *self,
             const DeskLoaded *loaded)
{
  gboolean same = g_strcmp0 (desk_record_form_get_id (self), ocop_record_get_id (loaded->record)) == 0;

  self->settling = FALSE;
  desk_form_look_alikes_stop (self->look_alikes);
  set_base (self, loaded);
  self->binned = loaded->binned;
  desk_record_fields_set_record (self->fields, self->base, self->labels);
  desk_form_head_show (self->head, loaded);
  desk_notice_hide (self->notice);
  set_unsaved (self, FALSE);
  show_validity (self);
  desk_form_tabs_show (self->tabs, self->reg, desk_record_form_get_id (self));
  if (!same)
    desk_form_drafts_offer (self->drafts, self->labels);
  g_signal_emit (self, signals[SHOWN], 0);
}

static void
empty (DeskRecordForm *self)
{
  self->settling = FALSE;
  self->save_wanted = FALSE;
  g_clear_pointer (&self->base, ocop_record_free);
  g_clear_pointer (&self->labels, g_hash_table_unref);
  desk_notice_hide (self->notice);
  set_unsaved (self, FALSE);
}

static gboolean
is_shown (DeskRecordForm   *self,
          const DeskLoaded *loaded)
{
  return self->base != NULL && g_strcmp0 (ocop_record_get_id (self->base), ocop_record_get_id (loaded->record)) == 0;
}

/* Who types on while it is saved and read again has it all: what was typed since is yet to be saved. */
static void
show_saved (DeskRecordForm   *self,
            const DeskLoaded *loaded)
{
  self->settling = FALSE;
  set_base (self, loaded);
  desk_record_fields_carry (self->fields, self->written, self->base, self->labels);
  desk_form_head_show (self->head, loaded);
  set_unsaved (self, TRUE);
  show_validity (self);
  desk_form_drafts_keep_soon (self->drafts);
  desk_form_tabs_show (self->tabs, self->reg, desk_record_form_get_id (self));
  g_signal_emit (self, signals[SHOWN], 0);
}

/* What was typed meanwhile is not what the register holds: it stays, and is held against it when it is saved. */
static void
take_loaded (DeskRecordForm   *self,
             const DeskLoaded *loaded)
{
  gboolean settling = self->settling;

  if (!self->unsaved || !is_shown (self, loaded))
    show_loaded (self, loaded);
  else if (settling)
    show_saved (self, loaded);
  else
    desk_form_tabs_show (self->tabs, self->reg, desk_record_form_get_id (self));
  if (self->save_wanted)
    gtk_widget_activate_action (GTK_WIDGET (self), "form.save", NULL);
  self->save_wanted = FALSE;
}

/* Whether what is shown went into the bin meanwhile: by hand, or because what added it was undone. */
static gboolean
was_binned (DeskRecordForm   *self,
            const DeskLoaded *loaded)
{
  return loaded->binned && !self->binned && g_strcmp0 (desk_record_form_get_id (self), ocop_record_get_id (loaded->record)) == 0;
}

static void
on_loaded (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(DeskRecordForm) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(DeskLoaded) loaded = ocop_register_read_finish (OCOP_REGISTER (source), result, &error);

  if (loaded == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    self->settling = FALSE;
  if (loaded == NULL || self->box == NULL || OCOP_REGISTER (source) != self->reg)
    return;
  self->loading = FALSE;
  if (was_binned (self, loaded))
    {
      empty (self);
      g_signal_emit (self, signals[CLOSED], 0);
      return;
    }
  take_loaded (self, loaded);
  if (self->begin_wanted)
    desk_record_form_begin (self);
}

void
desk_record_form_show (DeskRecordForm *self,
                       const char     *id,
                       gint64          key)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->loading = TRUE;
  desk_loaded_read_async (self->reg, self->kind, id, key, self->cancellable, on_loaded, g_object_ref (self));
}

void
desk_record_form_show_new (DeskRecordForm   *self,
                           const OcopRecord *prefilled)
{
  g_autoptr(DeskLoaded) loaded = desk_loaded_new (prefilled != NULL ? ocop_record_copy (prefilled)
                                                                    : ocop_record_new (self->kind, NULL));

  g_cancellable_cancel (self->cancellable);
  self->loading = FALSE;
  show_loaded (self, loaded);
  desk_record_form_begin (self);
}

void
desk_record_form_refresh (DeskRecordForm *self)
{
  const char *id = desk_record_form_get_id (self);

  if (id == NULL || self->reg == NULL)
    return;
  if (self->unsaved)
    desk_form_tabs_show (self->tabs, self->reg, id);
  else
    desk_record_form_show (self, id, 0);
}

void
desk_record_form_set_register (DeskRecordForm *self,
                               OcopRegister   *reg)
{
  if (self->reg == reg)
    return;
  desk_form_drafts_attach (self->drafts, reg, NULL);
  g_cancellable_cancel (self->cancellable);
  g_set_object (&self->reg, reg);
  empty (self);
  desk_record_fields_set_register (self->fields, reg);
}

/* Saving */

static void
on_saving (DeskRecordForm   *self,
           const OcopRecord *writing)
{
  OcopRecord *copy = ocop_record_copy (writing);

  g_clear_pointer (&self->written, ocop_record_free);
  self->written = copy;
  self->saving = TRUE;
}

static void
on_saved (DeskRecordForm *self,
          const char     *id)
{
  g_autofree char *copy = g_strdup (id);

  self->saving = FALSE;
  if (self->box == NULL || self->base == NULL)
    return;
  desk_form_drafts_discard (self->drafts);
  set_unsaved (self, desk_record_fields_is_changed (self->fields, self->written));
  self->settling = TRUE;
  desk_record_form_show (self, copy, 0);
  g_signal_emit (self, signals[SAVED], 0, copy);
  if (self->same != NULL)
    {
      g_autofree char *same = g_steal_pointer (&self->same);

      g_signal_emit (self, signals[SAME], 0, same);
    }
  if (self->next_wanted)
    g_signal_emit (self, signals[NEXT], 0);
}

static void
on_save_failed (DeskRecordForm *self,
                const GError   *error)
{
  DeskWindow *window = self->box != NULL ? desk_window_of (GTK_WIDGET (self)) : NULL;

  self->saving = FALSE;
  self->save_wanted = FALSE;
  g_clear_pointer (&self->same, g_free);
  if (window == NULL)
    return;
  set_unsaved (self, TRUE);
  if (error != NULL)
    desk_window_show_error (window, error);
}

static void
on_moved_on (DeskRecordForm   *self,
             const DeskLoaded *theirs)
{
  if (self->box == NULL)
    return;
  desk_form_drafts_discard (self->drafts);
  show_loaded (self, theirs);
}

static void
save_activated (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  DeskRecordForm *self = DESK_RECORD_FORM (widget);

  g_clear_pointer (&self->same, g_free);
  self->next_wanted = g_str_equal (action, "form.save-next");
  /* What is typed since cannot go into the register before it is known what stands there now. */
  self->save_wanted = (self->saving || self->settling) && self->unsaved;
  if (self->save_wanted)
    return;
  if (!self->unsaved && !is_new (self))
    {
      if (self->next_wanted)
        g_signal_emit (self, signals[NEXT], 0);
      return;
    }
  /* Where a field does not suit, it takes the focus: it has to be in sight. */
  desk_form_tabs_show_first (self->tabs);
  desk_form_saver_save (self->saver);
}

/* Reverting */

static void
revert (DeskRecordForm *self)
{
  desk_form_drafts_discard (self->drafts);
  desk_form_look_alikes_stop (self->look_alikes);
  self->unsaved = FALSE;
  if (is_new (self))
    {
      empty (self);
      g_signal_emit (self, signals[CLOSED], 0);
      return;
    }
  desk_record_fields_set_record (self->fields, self->base, self->labels);
  desk_notice_hide (self->notice);
  show_validity (self);
  set_unsaved (self, FALSE);
}

static void
on_revert_refused (DeskRecordForm *self)
{
  desk_notice_hide (self->notice);
  desk_record_form_begin (self);
}

static void
revert_activated (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  DeskRecordForm *self = DESK_RECORD_FORM (widget);

  if (!self->unsaved)
    {
      if (is_new (self))
        revert (self);
      return;
    }
  desk_notice_show (self->notice, _("Throw away what you have typed?"));
  desk_notice_add_button (self->notice, _("Throw away"), G_CALLBACK (revert), self);
  gtk_widget_grab_focus (desk_notice_add_button (self->notice, _("Go on"), G_CALLBACK (on_revert_refused), self));
}

/* What a field held before, brought back from the history: saved when the person saves. */
static void
on_bring_back (DeskRecordForm   *self,
               const DeskLoaded *former)
{
  if (self->base == NULL || ocop_register_is_look_only (self->reg))
    return;
  desk_record_fields_set_record (self->fields, former->record, former->labels);
  on_fields_changed (self);
  desk_record_form_begin (self);
}

static void
close_activated (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  desk_form_drafts_flush (DESK_RECORD_FORM (widget)->drafts);
  g_signal_emit (widget, signals[CLOSED], 0);
}

static void
tab_activated (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  desk_form_tabs_turn (DESK_RECORD_FORM (widget)->tabs, g_str_equal (action, "form.next-tab"));
}

/* Building */

static const struct
{
  guint key;
  const char *action;
} tab_keys[] = {
  { GDK_KEY_Page_Down, "form.next-tab" },
  { GDK_KEY_Page_Up, "form.former-tab" },
};

/* Before the field that has the focus, and what scrolls around it, take these keys for themselves. */
static void
add_tab_keys (DeskRecordForm *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (tab_keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (tab_keys[i].key, GDK_CONTROL_MASK),
                                                            gtk_named_action_new (tab_keys[i].action)));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
build_helpers (DeskRecordForm *self)
{
  self->saver = desk_form_saver_new (self->fields, self->notice);
  g_signal_connect_object (self->saver, "saving", G_CALLBACK (on_saving), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->saver, "saved", G_CALLBACK (on_saved), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->saver, "failed", G_CALLBACK (on_save_failed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->saver, "moved-on", G_CALLBACK (on_moved_on), self, G_CONNECT_SWAPPED);
  self->drafts = desk_form_drafts_new (self->fields, self->notice);
  g_signal_connect_object (self->drafts, "used", G_CALLBACK (on_draft_used), self, G_CONNECT_SWAPPED);
  self->look_alikes = desk_form_look_alikes_new (self->fields, self->notice);
  g_signal_connect_object (self->look_alikes, "open", G_CALLBACK (on_look_alike_opened), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->look_alikes, "same", G_CALLBACK (on_look_alike_same), self, G_CONNECT_SWAPPED);
}

static void
build (DeskRecordForm *self)
{
  self->fields = DESK_RECORD_FIELDS (desk_record_fields_new (self->kind, NULL));
  g_signal_connect_object (self->fields, "changed", G_CALLBACK (on_fields_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->fields, "left", G_CALLBACK (on_field_left), self, G_CONNECT_SWAPPED);
  self->tabs = DESK_FORM_TABS (desk_form_tabs_new (self->kind, GTK_WIDGET (self->fields)));
  g_signal_connect_object (self->tabs, "bring-back", G_CALLBACK (on_bring_back), self, G_CONNECT_SWAPPED);

  self->head = DESK_FORM_HEAD (desk_form_head_new ());
  self->notice = DESK_NOTICE (desk_notice_new ());
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->head));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->notice));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->tabs));
  if (g_str_equal (self->kind->name, "recognition"))
    {
      self->validity = DESK_VALIDITY_LINE (desk_validity_line_new ());
      gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->validity));
    }
  gtk_box_append (GTK_BOX (self->box), desk_form_bar_new (self->kind));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  add_tab_keys (self);
  build_helpers (self);
}

GtkWidget *
desk_record_form_new (const OcopKind *kind)
{
  DeskRecordForm *self = g_object_new (DESK_TYPE_RECORD_FORM, NULL);

  self->kind = kind;
  build (self);
  gtk_widget_set_size_request (GTK_WIDGET (self), FORM_WIDTH, -1);
  set_unsaved (self, FALSE);
  return GTK_WIDGET (self);
}

/* A pane asks for its height without knowing its width and complains when the answers differ: the
 * form, whose texts wrap, always answers for its least width. */
static GtkSizeRequestMode
desk_record_form_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
desk_record_form_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  GtkWidget *box = DESK_RECORD_FORM (widget)->box;
  int least_width;

  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  least_width = MAX (*minimum, FORM_WIDTH);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, least_width, minimum, natural, NULL, NULL);
}

static void
desk_record_form_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  gtk_widget_size_allocate (DESK_RECORD_FORM (widget)->box, &(GtkAllocation) { 0, 0, width, height }, baseline);
}

static void
desk_record_form_dispose (GObject *object)
{
  DeskRecordForm *self = DESK_RECORD_FORM (object);

  if (self->drafts != NULL)
    desk_form_drafts_attach (self->drafts, NULL, NULL);
  g_cancellable_cancel (self->cancellable);
  if (self->look_alikes != NULL)
    desk_form_look_alikes_stop (self->look_alikes);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->drafts);
  g_clear_object (&self->look_alikes);
  g_clear_object (&self->saver);
  g_clear_object (&self->reg);
  G_OBJECT_CLASS (desk_record_form_parent_class)->dispose (object);
}

static void
desk_record_form_finalize (GObject *object)
{
  DeskRecordForm *self = DESK_RECORD_FORM (object);

  g_clear_pointer (&self->base, ocop_record_free);
  g_clear_pointer (&self->written, ocop_record_free);
  g_clear_pointer (&self->labels, g_hash_table_unref);
  g_free (self->same);
  g_object_unref (self->cancellable);
  G_OBJECT_CLASS (desk_record_form_parent_class)->finalize (object);
}

static void
install_signals (GObjectClass *klass)
{
  static const char * const names[] = { "saved", "next", "open", "closed", "shown", "same" };

  for (guint i = 0; i < N_SIGNALS; i++)
    if (i == SAVED || i == OPEN || i == SAME)
      signals[i] = g_signal_new (names[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
    else
      signals[i] = g_signal_new (names[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_record_form_class_init (DeskRecordFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = desk_record_form_dispose;
  object_class->finalize = desk_record_form_finalize;
  install_signals (object_class);
  widget_class->get_request_mode = desk_record_form_get_request_mode;
  widget_class->measure = desk_record_form_measure;
  widget_class->size_allocate = desk_record_form_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "recordform");
  gtk_widget_class_install_action (widget_class, "form.save", NULL, save_activated);
  gtk_widget_class_install_action (widget_class, "form.save-next", NULL, save_activated);
  gtk_widget_class_install_action (widget_class, "form.revert", NULL, revert_activated);
  gtk_widget_class_install_action (widget_class, "form.close", NULL, close_activated);
  for (guint i = 0; i < G_N_ELEMENTS (tab_keys); i++)
    gtk_widget_class_install_action (widget_class, tab_keys[i].action, NULL, tab_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "form.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "form.save-next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "form.save-next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "form.revert", NULL);
}

static void
desk_record_form_init (DeskRecordForm *self)
{
  self->cancellable = g_cancellable_new ();
}
