/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "attachment/desk-preview-window.h"

#include <glib/gi18n.h>

#include "attachment/desk-attachment-opener.h"
#include "attachment/desk-preview.h"

#define WIDTH 900
#define HEIGHT 700
/* What a page may have beside the window's own width. */
#define MARGIN 40
/* No drawing is larger: memory for one page stays below 64 MB. */
#define MOST_PIXELS 4000

struct _DeskPreviewWindow
{
  GtkWindow parent_instance;

  /* Borrowed references */
  GtkWidget *picture;
  GtkWidget *scrolled;
  GtkWidget *message;
  GtkWidget *pages_box;
  GtkWidget *pages_label;
  GtkWidget *former_button;
  GtkWidget *next_button;

  /* Owned references */
  OcopRegister *reg;
  GCancellable *cancellable;
  char *name;

  int page;
  int n_pages;
  int percent;    /* of the window's width, or of its whole for a picture */
};

G_DEFINE_FINAL_TYPE (DeskPreviewWindow, desk_preview_window, GTK_TYPE_WINDOW)

/* Showing */

static void
show_pages (DeskPreviewWindow *self)
{
  /* Translators: which page of how many */
  g_autofree char *text = g_strdup_printf (_("Page %d of %d"), self->page + 1, self->n_pages);

  gtk_label_set_label (GTK_LABEL (self->pages_label), text);
  gtk_widget_set_visible (self->pages_box, self->n_pages > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.former", self->page > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.next", self->page + 1 < self->n_pages);
}

static void
show (DeskPreviewWindow *self,
      DeskPreview       *preview,
      const GError      *error)
{
  g_autofree char *text = error != NULL ? desk_preview_explain (error)
                                        : g_strdup (preview->texture == NULL ? _("This kind of file is opened with another program.") : "");

  gtk_picture_set_paintable (GTK_PICTURE (self->picture), preview != NULL ? GDK_PAINTABLE (preview->texture) : NULL);
  gtk_label_set_label (GTK_LABEL (self->message), text);
  gtk_widget_set_visible (self->message, *text != '\0');
  gtk_widget_set_visible (self->scrolled, *text == '\0');
  self->n_pages = preview != NULL ? preview->n_pages : 0;
  show_pages (self);
}

static void
on_loaded (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(DeskPreviewWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(DeskPreview) preview = desk_preview_load_finish (OCOP_REGISTER (source), result, &error);

  if (self->reg != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show (self, preview, error);
}

/* Before it is on the screen it has the size that it was made with. */
static void
get_room (DeskPreviewWindow *self,
          int               *width,
          int               *height)
{
  gboolean placed = gtk_widget_get_width (self->scrolled) > 0;

  *width = (placed ? gtk_widget_get_width (self->scrolled) : WIDTH) - MARGIN;
  *height = (placed ? gtk_widget_get_height (self->scrolled) : HEIGHT) - MARGIN;
}

/* Of a PDF the width counts, so that it can be read. */
static void
load (DeskPreviewWindow *self)
{
  const OcopFileType *type = ocop_file_type_of_name (self->name);
  int width, height;

  get_room (self, &width, &height);
  width = CLAMP (width * self->percent / 100, 1, MOST_PIXELS);
  height = type != NULL && type->is_picture ? CLAMP (height * self->percent / 100, 1, MOST_PIXELS) : MOST_PIXELS;
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  desk_preview_load_async (self->reg, self->name, self->page, width, height, self->cancellable, on_loaded, g_object_ref (self));
}

/* Turning and scaling */

static void
turn_to (DeskPreviewWindow *self,
         int                page,
         gboolean           at_end)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));

  if (page < 0 || page >= self->n_pages || page == self->page)
    return;
  self->page = page;
  gtk_adjustment_set_value (adjustment, at_end ? gtk_adjustment_get_upper (adjustment) : 0);
  show_pages (self);
  load (self);
}

/* Down the page, and on to the next at its end. */
static void
go (DeskPreviewWindow *self,
    int                direction)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
  double before = gtk_adjustment_get_value (adjustment);

  gtk_adjustment_set_value (adjustment, before + direction * 0.9 * gtk_adjustment_get_page_size (adjustment));
  if (ABS (gtk_adjustment_get_value (adjustment) - before) < 1)
    turn_to (self, self->page + direction, direction < 0);
}

static void
go_activated (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  go (DESK_PREVIEW_WINDOW (widget), g_str_equal (action, "preview.on") ? 1 : -1);
}

static void
turn_activated (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  DeskPreviewWindow *self = DESK_PREVIEW_WINDOW (widget);

  turn_to (self, self->page + (g_str_equal (action, "preview.next") ? 1 : -1), FALSE);
}

static void
scale_activated (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  DeskPreviewWindow *self = DESK_PREVIEW_WINDOW (widget);
  int percent = g_str_equal (action, "preview.larger") ? self->percent * 5 / 4
                : g_str_equal (action, "preview.smaller") ? self->percent * 4 / 5 : 100;

  self->percent = CLAMP (percent, 25, 400);
  load (self);
}

static void
open_activated (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  DeskPreviewWindow *self = DESK_PREVIEW_WINDOW (widget);

  desk_attachment_open (widget, self->reg, self->name);
}

/* Building */

static GtkWidget *
make_button (const char *icon,
             const char *label,
             const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return button;
}

static GtkWidget *
build_pages (DeskPreviewWindow *self)
{
  self->pages_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->pages_label = gtk_label_new (NULL);
  self->former_button = make_button ("desk-up-symbolic", _("Page before"), "preview.former");
  self->next_button = make_button ("desk-down-symbolic", _("Next page"), "preview.next");
  gtk_box_append (GTK_BOX (self->pages_box), self->former_button);
  gtk_box_append (GTK_BOX (self->pages_box), self->pages_label);
  gtk_box_append (GTK_BOX (self->pages_box), self->next_button);
  gtk_widget_set_visible (self->pages_box, FALSE);
  return self->pages_box;
}

static void
build_header (DeskPreviewWindow *self)
{
  GtkWidget *header = gtk_header_bar_new ();
  GtkWidget *open = gtk_button_new_with_mnemonic (_("_Open with Another Program"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (open), "preview.open");
  gtk_header_bar_pack_start (GTK_HEADER_BAR (header), build_pages (self));
  gtk_header_bar_pack_end (GTK_HEADER_BAR (header), open);
  gtk_header_bar_pack_end (GTK_HEADER_BAR (header), make_button ("desk-zoom-in-symbolic", _("Larger"), "preview.larger"));
  gtk_header_bar_pack_end (GTK_HEADER_BAR (header), make_button ("desk-zoom-out-symbolic", _("Smaller"), "preview.smaller"));
  gtk_window_set_titlebar (GTK_WINDOW (self), header);
}

/* Elsewhere it presses the button that has the focus. */
static void
add_space (GtkWidget *scrolled)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_space, 0), gtk_named_action_new ("preview.on")));
  gtk_widget_add_controller (scrolled, controller);
}

static void
build_content (DeskPreviewWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->picture = gtk_picture_new ();
  g_object_set (self->picture, "can-shrink", FALSE, "halign", GTK_ALIGN_CENTER, "valign", GTK_ALIGN_CENTER, NULL);
  self->scrolled = gtk_scrolled_window_new ();
  g_object_set (self->scrolled, "child", self->picture, "vexpand", TRUE, "hexpand", TRUE, "focusable", TRUE, NULL);
  add_space (self->scrolled);
  self->message = gtk_label_new (NULL);
  g_object_set (self->message, "wrap", TRUE, "vexpand", TRUE, "visible", FALSE, "margin-start", 24, "margin-end", 24, NULL);
  gtk_box_append (GTK_BOX (box), self->scrolled);
  gtk_box_append (GTK_BOX (box), self->message);
  gtk_widget_add_css_class (box, "desk-desktop");
  gtk_window_set_child (GTK_WINDOW (self), box);
}

static const struct
{
  guint key;
  GdkModifierType modifiers;
  const char *action;
} keys[] = {
  { GDK_KEY_Escape, 0, "window.close" },
  { GDK_KEY_Page_Down, 0, "preview.on" },
  { GDK_KEY_Page_Up, 0, "preview.back" },
  { GDK_KEY_Page_Down, GDK_CONTROL_MASK, "preview.next" },
  { GDK_KEY_Page_Up, GDK_CONTROL_MASK, "preview.former" },
  { GDK_KEY_plus, GDK_CONTROL_MASK, "preview.larger" },
  { GDK_KEY_equal, GDK_CONTROL_MASK, "preview.larger" },
  { GDK_KEY_KP_Add, GDK_CONTROL_MASK, "preview.larger" },
  { GDK_KEY_minus, GDK_CONTROL_MASK, "preview.smaller" },
  { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "preview.smaller" },
  { GDK_KEY_0, GDK_CONTROL_MASK, "preview.fit" },
  { GDK_KEY_o, GDK_CONTROL_MASK, "preview.open" },
};

/* Before what scrolls takes some of them for itself. */
static void
add_keys (DeskPreviewWindow *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, keys[i].modifiers),
                                                            gtk_named_action_new (keys[i].action)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

void
desk_preview_window_present (GtkWidget    *parent,
                             OcopRegister *reg,
                             const char   *name,
                             const char   *title)
{
  DeskPreviewWindow *self = g_object_new (DESK_TYPE_PREVIEW_WINDOW, "title", title, "modal", TRUE,
                                          "transient-for", gtk_widget_get_root (parent),
                                          "default-width", WIDTH, "default-height", HEIGHT, NULL);

  self->reg = g_object_ref (reg);
  self->name = g_strdup (name);
  gtk_picture_set_alternative_text (GTK_PICTURE (self->picture), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scrolled), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  load (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->scrolled);
}

static void
desk_preview_window_dispose (GObject *object)
{
  DeskPreviewWindow *self = DESK_PREVIEW_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->reg);
  G_OBJECT_CLASS (desk_preview_window_parent_class)->dispose (object);
}

static void
desk_preview_window_finalize (GObject *object)
{
  g_object_unref (DESK_PREVIEW_WINDOW (object)->cancellable);
  g_free (DESK_PREVIEW_WINDOW (object)->name);
  G_OBJECT_CLASS (desk_preview_window_parent_class)->finalize (object);
}

static void
desk_preview_window_class_init (DeskPreviewWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_preview_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_preview_window_finalize;
  gtk_widget_class_install_action (widget_class, "preview.on", NULL, go_activated);
  gtk_widget_class_install_action (widget_class, "preview.back", NULL, go_activated);
  gtk_widget_class_install_action (widget_class, "preview.next", NULL, turn_activated);
  gtk_widget_class_install_action (widget_class, "preview.former", NULL, turn_activated);
  gtk_widget_class_install_action (widget_class, "preview.larger", NULL, scale_activated);
  gtk_widget_class_install_action (widget_class, "preview.smaller", NULL, scale_activated);
  gtk_widget_class_install_action (widget_class, "preview.fit", NULL, scale_activated);
  gtk_widget_class_install_action (widget_class, "preview.open", NULL, open_activated);
}

static void
desk_preview_window_init (DeskPreviewWindow *self)
{
  self->cancellable = g_cancellable_new ();
  self->percent = 100;
  build_header (self);
  build_content (self);
  add_keys (self);
}
