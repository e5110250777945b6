/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "register/ocop-register.h"
#include "report/slides/ocop-slide-set.h"
#include "report/slides/ocop-slides.h"

G_BEGIN_DECLS

/**
 * desk_slides_save_async:
 * @parent: asks where to
 * @set: (transfer full): what is saved, with the figures of the day @on unless it has one of its own
 *
 * Fails with %OCOP_ERROR_CANCELLED where the person chooses no place.
 */
void  desk_slides_save_async  (GtkWindow            *parent,
                               OcopRegister         *reg,
                               OcopSlideSet         *set,
                               OcopDate              on,
                               OcopSlidesForm        form,
                               GAsyncReadyCallback   callback,
                               gpointer              user_data);
/* Returns: the path of the file. Free with g_free(). */
char *desk_slides_save_finish (GAsyncResult         *result,
                               GError              **error);

G_END_DECLS
