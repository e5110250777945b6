/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "slides/desk-slides.h"

#include <glib/gi18n.h>

#include "slides/desk-slides-window.h"

#define DRAFT "desk-slides-draft"
#define WINDOW "desk-slides-window"

static DeskSlidesDraft *
get_draft (DeskWindow *window,
           OcopDate    on)
{
  DeskSlidesDraft *draft = g_object_get_data (G_OBJECT (window), DRAFT);

  if (draft == NULL)
    {
      draft = desk_slides_draft_new (desk_window_get_register (window), on);
      g_object_set_data_full (G_OBJECT (window), DRAFT, draft, g_object_unref);
    }
  desk_slides_draft_set_day (draft, on);
  return draft;
}

static void
on_destroyed (DeskWindow *window)
{
  g_object_set_data (G_OBJECT (window), WINDOW, NULL);
}

void
desk_slides_open (DeskWindow *window,
                  OcopDate    on)
{
  gboolean is_new = g_object_get_data (G_OBJECT (window), DRAFT) == NULL;
  DeskSlidesDraft *draft = get_draft (window, on);
  GtkWidget *slides = g_object_get_data (G_OBJECT (window), WINDOW);
  g_autoptr(OcopSlideSet) usual = is_new ? ocop_slide_set_new_usual () : NULL;

  if (usual != NULL)
    desk_slides_draft_begin_with (draft, usual);
  if (slides == NULL)
    {
      slides = desk_slides_window_new (window, draft);
      g_object_set_data (G_OBJECT (window), WINDOW, slides);
      g_signal_connect_object (slides, "destroy", G_CALLBACK (on_destroyed), window, G_CONNECT_SWAPPED);
    }
  gtk_window_present (GTK_WINDOW (slides));
}

void
desk_slides_add (DeskWindow    *window,
                 OcopDate       on,
                 OcopSlidePart *part)
{
  DeskSlidesDraft *draft = get_draft (window, on);
  guint n = g_list_model_get_n_items (desk_slides_draft_get_items (draft));

  desk_slides_draft_add (draft, part, n);
  desk_window_say (window, _("Added to the slides"));
}

void
desk_slides_forget (DeskWindow *window)
{
  GtkWindow *slides = window != NULL ? g_object_get_data (G_OBJECT (window), WINDOW) : NULL;

  if (window == NULL)
    return;
  if (slides != NULL)
    gtk_window_destroy (slides);
  g_object_set_data (G_OBJECT (window), DRAFT, NULL);
}
