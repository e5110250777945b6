/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "register/ocop-register.h"
#include "report/slides/ocop-slide-set.h"
#include "report/slides/ocop-slides.h"

G_BEGIN_DECLS

/**
 * DeskPresentReadFunc:
 * @masked: whether the slides name no person; the others are asked for only where OcopSlides.of_people says so
 *
 * Runs on a reader thread. It is asked again whenever the register has changed and the figures are to be live.
 *
 * Returns: (transfer full): %NULL with @error set on failure
 */
typedef OcopSlides *(*DeskPresentReadFunc) (OcopReader     *reader,
                                            gboolean        masked,
                                            gconstpointer   data,
                                            GError        **error);

/**
 * DeskPresentAsked:
 * @data: of @read; freed by @destroy_data (nullable) when the show has ended
 * @first: what is shown first: 0 the title page, else which of the slides, counted from 1
 * @unmasked: whether persons are named from the beginning; the speaker can change it at any time
 * @live: whether the figures follow the register; likewise
 */
typedef struct
{
  DeskPresentReadFunc read;
  gpointer data;
  GDestroyNotify destroy_data;
  guint first;
  gboolean unmasked;
  gboolean live;
} DeskPresentAsked;

/**
 * desk_present_start:
 * @from: a widget of the window from which it is begun
 *
 * Reads the slides of @reg and shows them: full screen to the audience, and to the speaker in a window of his own. A
 * show that runs already comes to the front instead.
 */
void desk_present_start  (GtkWidget              *from,
                          OcopRegister           *reg,
                          const DeskPresentAsked *asked);

/* Whether a show runs that was begun from any window of the program of @window. */
gboolean desk_present_is_running (GtkWindow             *window);

/**
 * desk_present_set:
 * @set: (transfer full) (nullable): what a review meeting usually sees when %NULL
 * @on: the day of the figures, unless the set has its own
 * @first: as of #DeskPresentAsked
 *
 * The same of a set of slides, masked and live as the user chose last.
 */
void desk_present_set    (GtkWidget              *from,
                          OcopRegister           *reg,
                          OcopSlideSet           *set,
                          OcopDate                on,
                          guint                   first);

G_END_DECLS
