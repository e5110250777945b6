/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/desk-dialog.h"

#include <glib/gi18n.h>

#include "desk-accessible-name.h"

#define APPLY "dialog.apply"

typedef struct
{
  /* Borrowed references */
  GtkWidget *header;
  GtkBox *outer;
  DeskNotice *notice;   /* %NULL once it is closed */
  GtkWidget *scrolled;  /* (nullable): around @box; as high as what is in it, while that is not too much */
  GtkWidget *box;
  int most_height;

  guint fit_source;

  /* Owned references */
  OcopRegister *reg;
} DeskDialogPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (DeskDialog, desk_dialog, GTK_TYPE_WINDOW)

static DeskDialogPrivate *
get_private (DeskDialog *self)
{
  return desk_dialog_get_instance_private (self);
}

OcopRegister *
desk_dialog_get_register (DeskDialog *self)
{
  return get_private (self)->reg;
}

DeskNotice *
desk_dialog_get_notice (DeskDialog *self)
{
  return get_private (self)->notice;
}

gboolean
desk_dialog_is_open (DeskDialog *self)
{
  return get_private (self)->notice != NULL;
}

/* Doing it */

void
desk_dialog_set_ready (DeskDialog *self,
                       gboolean    ready)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), APPLY, ready);
}

void
desk_dialog_begin (DeskDialog *self)
{
  desk_dialog_set_ready (self, FALSE);
  desk_notice_hide (get_private (self)->notice);
}

void
desk_dialog_fail (DeskDialog   *self,
                  const GError *error)
{
  desk_dialog_set_ready (self, TRUE);
  desk_notice_show (get_private (self)->notice, error->message);
}

void
desk_dialog_on_made (GObject      *reg,
                     GAsyncResult *result,
                     gpointer      dialog)
{
  g_autoptr(DeskDialog) self = dialog;
  g_autoptr(GError) error = NULL;
  gboolean made = ocop_register_make_finish (OCOP_REGISTER (reg), result, &error);

  if (!desk_dialog_is_open (self))
    return;
  if (made)
    gtk_window_destroy (GTK_WINDOW (self));
  else
    desk_dialog_fail (self, error);
}

void
desk_dialog_make (DeskDialog     *self,
                  OcopReadFunc    make,
                  gpointer        data,
                  GDestroyNotify  destroy_data)
{
  desk_dialog_begin (self);
  ocop_register_make_async (get_private (self)->reg, OCOP_LANE_WINDOW, make, data, destroy_data, desk_dialog_on_made, g_object_ref (self));
}

static void
apply_activated (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  DESK_DIALOG_GET_CLASS (widget)->apply (DESK_DIALOG (widget));
}

/* What it asks */

GtkWidget *
desk_dialog_add_text (GtkBox     *box,
                      const char *text,
                      const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  g_object_set (label, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "width-chars", 20, "max-width-chars", 64, NULL);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (box, label);
  return label;
}

void
desk_dialog_add_choice (GtkBox     *box,
                        const char *label,
                        GtkWidget  *choice)
{
  GtkWidget *row = gtk_grid_new ();
  GtkWidget *title = gtk_label_new (label);

  g_object_set (row, "column-homogeneous", TRUE, "column-spacing", 10, NULL);
  g_object_set (title, "xalign", 1.0, "yalign", 0.0, "margin-top", 7, NULL);
  gtk_widget_add_css_class (title, "desk-dim");
  if (GTK_IS_DROP_DOWN (choice))
    desk_accessible_name_button (choice, label);
  else
    gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_grid_attach (GTK_GRID (row), title, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (row), choice, 1, 0, 2, 1);
  gtk_box_append (box, row);
}

void
desk_dialog_add_hint (GtkBox     *box,
                      const char *text)
{
  GtkWidget *row = gtk_grid_new ();
  GtkWidget *label = gtk_label_new (text);

  g_object_set (row, "column-homogeneous", TRUE, "column-spacing", 10, NULL);
  g_object_set (label, "xalign", 0.0, "wrap", TRUE, "width-chars", 10, NULL);
  gtk_widget_add_css_class (label, "desk-subtitle");
  gtk_grid_attach (GTK_GRID (row), gtk_label_new (NULL), 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (row), label, 1, 0, 2, 1);
  gtk_box_append (box, row);
}

DeskFieldEditor *
desk_dialog_add_field (DeskDialog *self,
                       GtkBox     *box,
                       const char *kind,
                       const char *field,
                       const char *text,
                       const char *label)
{
  DeskFieldEditor *editor = DESK_FIELD_EDITOR (desk_field_editor_new (ocop_kind_find_field (ocop_kind_find (kind), field)));
  g_auto(OcopValue) value = ocop_value_text (text);

  desk_field_editor_set_register (editor, get_private (self)->reg);
  desk_field_editor_set_value (editor, &value, label);
  gtk_box_append (box, GTK_WIDGET (editor));
  return editor;
}

char *
desk_dialog_dup_text (DeskFieldEditor *editor)
{
  g_auto(OcopValue) value = OCOP_VALUE_INIT;

  if (editor == NULL || !desk_field_editor_get_value (editor, &value, NULL))
    return NULL;
  return value.type == OCOP_VALUE_INTEGER ? g_strdup_printf ("%" G_GINT64_FORMAT, value.integer) : g_steal_pointer (&value.text);
}

/* Building */

GtkWidget *
desk_dialog_add_button (DeskDialog *self,
                        const char *label,
                        const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  if (action != NULL)
    gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_header_bar_pack_end (GTK_HEADER_BAR (get_private (self)->header), button);
  return button;
}

/* @applying: (out): the button that applies */
static GtkWidget *
make_header (const char  *apply,
             GtkWidget  **applying)
{
  GtkWidget *header = gtk_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));
  GtkWidget *button = gtk_button_new_with_mnemonic (apply);

  gtk_header_bar_set_show_title_buttons (GTK_HEADER_BAR (header), FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), APPLY);
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_header_bar_pack_start (GTK_HEADER_BAR (header), cancel);
  gtk_header_bar_pack_end (GTK_HEADER_BAR (header), button);
  *applying = button;
  return header;
}

void
desk_dialog_add_content (DeskDialog *self,
                         GtkWidget  *content)
{
  gtk_box_append (get_private (self)->outer, content);
}

/* How high the box is where it is @width wide. GTK itself asks for the height at the least width, at which words that
 * wrap take many lines: the window would be half empty. */
static int
get_height (DeskDialogPrivate *private,
            int                width)
{
  int height;

  gtk_widget_measure (private->box, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return MIN (height, private->most_height);
}

static gboolean
grow (gpointer data)
{
  DeskDialogPrivate *private = get_private (data);
  int height = get_height (private, gtk_widget_get_width (private->scrolled));

  private->fit_source = 0;
  if (height > gtk_scrolled_window_get_min_content_height (GTK_SCROLLED_WINDOW (private->scrolled)))
    gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (private->scrolled), height);
  return G_SOURCE_REMOVE;
}

/* More is said than before: not while it is being laid out. */
static void
on_content_changed (DeskDialog *self)
{
  DeskDialogPrivate *private = get_private (self);

  if (private->scrolled != NULL && private->fit_source == 0 && gtk_widget_get_width (private->scrolled) > 0)
    private->fit_source = g_idle_add (grow, self);
}

static void
desk_dialog_show (GtkWidget *widget)
{
  DeskDialogPrivate *private = get_private (DESK_DIALOG (widget));
  int width;

  g_object_get (widget, "default-width", &width, NULL);
  if (private->scrolled != NULL && width > 0)
    gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (private->scrolled),
                                                MAX (get_height (private, width),
                                                     gtk_scrolled_window_get_min_content_height (GTK_SCROLLED_WINDOW (private->scrolled))));
  GTK_WIDGET_CLASS (desk_dialog_parent_class)->show (widget);
}

static void
fit_to (DeskDialog *self,
        GtkWidget  *scrolled,
        GtkWidget  *box,
        int         most_height)
{
  DeskDialogPrivate *private = get_private (self);

  private->scrolled = scrolled;
  private->box = box;
  private->most_height = most_height;
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled)), "changed", G_CALLBACK (on_content_changed),
                           self, G_CONNECT_SWAPPED);
}

GtkBox *
desk_dialog_add_box (DeskDialog *self,
                     int         least_height,
                     int         most_height)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  g_object_set (box, "margin-start", 16, "margin-end", 16, "margin-top", 14, "margin-bottom", 14, NULL);
  g_object_set (scrolled, "hscrollbar-policy", GTK_POLICY_NEVER, "min-content-height", least_height, "vexpand", TRUE, "child", box, NULL);
  if (most_height >= 0)
    fit_to (self, scrolled, box, most_height);
  desk_dialog_add_content (self, scrolled);
  return GTK_BOX (box);
}

void
desk_dialog_set_up (DeskDialog   *self,
                    GtkWidget    *parent,
                    OcopRegister *reg,
                    const char   *title,
                    const char   *apply)
{
  DeskDialogPrivate *private = get_private (self);
  GtkWidget *applying;

  private->reg = g_object_ref (reg);
  private->header = make_header (apply, &applying);
  g_object_set (self, "modal", TRUE, "transient-for", gtk_widget_get_root (parent), "title", title, NULL);
  gtk_window_set_titlebar (GTK_WINDOW (self), private->header);
  gtk_window_set_default_widget (GTK_WINDOW (self), applying);
}

static void
desk_dialog_dispose (GObject *object)
{
  DeskDialogPrivate *private = get_private (DESK_DIALOG (object));

  private->notice = NULL;
  private->scrolled = NULL;
  g_clear_handle_id (&private->fit_source, g_source_remove);
  G_OBJECT_CLASS (desk_dialog_parent_class)->dispose (object);
}

static void
desk_dialog_finalize (GObject *object)
{
  g_clear_object (&get_private (DESK_DIALOG (object))->reg);
  G_OBJECT_CLASS (desk_dialog_parent_class)->finalize (object);
}

static void
desk_dialog_class_init (DeskDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_dialog_finalize;
  widget_class->show = desk_dialog_show;
  gtk_widget_class_install_action (widget_class, APPLY, NULL, apply_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, APPLY, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

/* Before a long text takes the key for a new line. */
static void
add_keys (DeskDialog *self)
{
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter };
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (shortcuts, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (keys[i], GDK_CONTROL_MASK), gtk_named_action_new (APPLY)));
  gtk_widget_add_controller (GTK_WIDGET (self), shortcuts);
}

static void
desk_dialog_init (DeskDialog *self)
{
  DeskDialogPrivate *private = get_private (self);

  private->outer = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  private->notice = DESK_NOTICE (desk_notice_new ());
  gtk_box_append (private->outer, GTK_WIDGET (private->notice));
  gtk_window_set_child (GTK_WINDOW (self), GTK_WIDGET (private->outer));
  add_keys (self);
}
