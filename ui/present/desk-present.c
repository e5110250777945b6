/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "present/desk-present.h"

#include "desk-settings.h"
#include "desk-window.h"
#include "present/desk-operator-window.h"
#include "report/slides/ocop-slides-read.h"

/* A show that is beginning, until its slides are read. */
typedef struct
{
  DeskPresentation *show;
  GtkWindow *from;
} Beginning;

static void
beginning_free (gpointer  data,
                GClosure *closure)
{
  Beginning *beginning = data;

  if (beginning->from != NULL)
    gtk_widget_set_cursor (GTK_WIDGET (beginning->from), NULL);
  g_clear_weak_pointer (&beginning->from);
  g_free (beginning);
}

/* Returns: (nullable): of a show that runs */
static GtkWindow *
find_running (GtkApplication *application)
{
  for (GList *i = gtk_application_get_windows (application); i != NULL; i = i->next)
    if (DESK_IS_OPERATOR_WINDOW (i->data))
      return i->data;
  return NULL;
}

gboolean
desk_present_is_running (GtkWindow *window)
{
  return find_running (gtk_window_get_application (window)) != NULL;
}

static void
on_replaced (DeskPresentation *show,
             Beginning        *beginning)
{
  if (beginning->from != NULL && gtk_widget_get_realized (GTK_WIDGET (beginning->from)) &&
      find_running (gtk_window_get_application (beginning->from)) == NULL)
    desk_operator_window_open (beginning->from, show);
  g_signal_handlers_disconnect_by_data (show, beginning);
}

static void
on_failed (DeskPresentation *show,
           const GError     *error,
           Beginning        *beginning)
{
  GtkWindow *window = beginning->from;

  while (window != NULL && !DESK_IS_WINDOW (window))
    window = gtk_window_get_transient_for (window);
  if (window != NULL)
    desk_window_show_error (DESK_WINDOW (window), error);
}

void
desk_present_start (GtkWidget              *from,
                    OcopRegister           *reg,
                    const DeskPresentAsked *asked)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (from));
  GtkWindow *running = find_running (gtk_window_get_application (window));
  g_autoptr(DeskPresentation) show = NULL;
  Beginning *beginning;

  if (running != NULL)
    {
      if (asked->destroy_data != NULL)
        asked->destroy_data (asked->data);
      gtk_window_present (running);
      return;
    }
  show = desk_presentation_new (reg, asked);
  beginning = g_new0 (Beginning, 1);
  g_set_weak_pointer (&beginning->from, window);
  g_signal_connect (show, "failed", G_CALLBACK (on_failed), beginning);
  g_signal_connect_data (show, "replaced", G_CALLBACK (on_replaced), beginning, beginning_free, 0);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (window), "progress");
  desk_presentation_read (show);
}

typedef struct
{
  OcopSlideSet *set;
  OcopDate on;
} SetAsked;

static void
set_asked_free (gpointer data)
{
  SetAsked *asked = data;

  g_clear_pointer (&asked->set, ocop_slide_set_free);
  g_free (asked);
}

static OcopSlides *
read_set (OcopReader     *reader,
          gboolean        masked,
          gconstpointer   data,
          GError        **error)
{
  const SetAsked *asked = data;

  return ocop_slides_read (reader, &(OcopSlidesAsked) { asked->set, asked->on, !masked }, error);
}

void
desk_present_set (GtkWidget    *from,
                  OcopRegister *reg,
                  OcopSlideSet *set,
                  OcopDate      on,
                  guint         first)
{
  SetAsked *asked = g_new (SetAsked, 1);

  *asked = (SetAsked) { set, on };
  desk_present_start (from, reg,
                      &(DeskPresentAsked) {
                        .read = read_set,
                        .data = asked,
                        .destroy_data = set_asked_free,
                        .first = first,
                        .unmasked = !g_settings_get_boolean (desk_settings_get (), "present-masked"),
                        .live = g_settings_get_boolean (desk_settings_get (), "present-live"),
                      });
}
