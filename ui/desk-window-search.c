/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-window-private.h"

static const char *
get_words (DeskWindow *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
}

/* From a page without a list, the words are looked for among the products, whose list is shown
 * from the first letter on. The words go ahead: the page that is shown fills the entry with its own. */
static void
search_products (DeskWindow *self,
                 DeskPage   *from)
{
  GtkWidget *products = gtk_stack_get_child_by_name (self->page_stack, "products");

  desk_page_set_search_text (DESK_PAGE (products), get_words (self));
  gtk_stack_set_visible_child (self->page_stack, products);
  self->searched_from = GTK_WIDGET (from);
}

void
desk_window_search_changed (DeskWindow *self)
{
  DeskPage *page = desk_window_get_page (self);

  if (page == NULL || self->composing || desk_page_has_own_search (page))
    return;
  if (desk_page_is_searched (page))
    desk_page_set_search_text (page, get_words (self));
  else if (*get_words (self) != '\0')
    search_products (self, page);
}

/* What an input method still holds is no word yet: searching by it would make the list jump. */
static void
on_preedit_changed (DeskWindow *self,
                    const char *preedit)
{
  self->composing = *preedit != '\0';
  if (!self->composing)
    desk_window_search_changed (self);
}

/* Enter may come before the words have been looked for. */
void
desk_window_search_activate (DeskWindow *self)
{
  DeskPage *page;

  desk_window_search_changed (self);
  page = desk_window_get_page (self);
  if (page != NULL && desk_page_is_searched (page))
    desk_page_enter_found (page);
}

/* Back to where the search was begun, unless another page has been chosen since. */
void
desk_window_search_stopped (DeskWindow *self)
{
  DeskPage *page = desk_window_get_page (self);
  GtkWidget *from = self->searched_from;

  if (page == NULL)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  desk_page_set_search_text (page, "");
  if (from != NULL)
    gtk_stack_set_visible_child (self->page_stack, from);
  desk_window_focus_page (desk_window_get_page (self));
}

void
desk_window_show_search_text (DeskWindow *self,
                              DeskPage   *page)
{
  const char *text = desk_page_get_search_text (page);

  if (!g_str_equal (text, get_words (self)))
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), text);
}

static void
on_page_search_text (DeskPage   *page,
                     GParamSpec *pspec,
                     DeskWindow *self)
{
  if (page == desk_window_get_page (self))
    desk_window_show_search_text (self, page);
}

/* What the entry leaves of the keys with Ctrl is the page's: to export or print what was found. */
static gboolean
on_key_left (DeskWindow            *self,
             guint                  key,
             guint                  code,
             GdkModifierType        modifiers,
             GtkEventControllerKey *controller)
{
  DeskPage *page = desk_window_get_page (self);

  return page != NULL && (modifiers & GDK_CONTROL_MASK) != 0 && gtk_event_controller_key_forward (controller, GTK_WIDGET (page));
}

void
desk_window_add_search_keys (DeskWindow *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  g_signal_connect_object (controller, "key-pressed", G_CALLBACK (on_key_left), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->search_entry), controller);
}

void
desk_window_watch_preedit (DeskWindow *self)
{
  g_signal_connect_object (gtk_editable_get_delegate (GTK_EDITABLE (self->search_entry)), "preedit-changed",
                           G_CALLBACK (on_preedit_changed), self, G_CONNECT_SWAPPED);
}

void
desk_window_watch_search_text (DeskWindow *self,
                               DeskPage   *page)
{
  g_signal_connect_object (page, "notify::search-text", G_CALLBACK (on_page_search_text), self, 0);
}
