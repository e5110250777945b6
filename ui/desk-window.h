/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "register/ocop-register.h"

G_BEGIN_DECLS

#define DESK_TYPE_WINDOW (desk_window_get_type ())
G_DECLARE_FINAL_TYPE (DeskWindow, desk_window, DESK, WINDOW, GtkApplicationWindow)

DeskWindow   *desk_window_new          (GtkApplication  *application);

/* The window that @widget is in; %NULL when it is in none. */
DeskWindow   *desk_window_of           (GtkWidget       *widget);

/* (nullable): the open register. */
OcopRegister *desk_window_get_register (DeskWindow      *self);

/* (nullable) (transfer none): where the register lies that is open or being opened. */
const char   *desk_window_get_path     (DeskWindow      *self);

/* Opens the register at @path in the place of the one that is open. */
void          desk_window_open         (DeskWindow      *self,
                                        const char      *path);

/* Chooses the list of the query's subject and shows the records there that @query counts. */
void          desk_window_show_query   (DeskWindow      *self,
                                        const OcopQuery *query);

/* The same on the day of @query, which becomes the window's where it is another one, and is said. */
void          desk_window_show_query_on_its_day (DeskWindow      *self,
                                                 const OcopQuery *query);

/* Chooses the list of that kind and shows the record @id beside it. */
void          desk_window_show_record  (DeskWindow      *self,
                                        const char      *kind,
                                        const char      *id);

/* Shows the plan of that id, with its target @target chosen. @target: (nullable) */
void          desk_window_show_target  (DeskWindow      *self,
                                        const char      *plan,
                                        const char      *target);

/* "Chart this": shows charts of the products that @query asks for. */
void          desk_window_show_charts  (DeskWindow      *self,
                                        const OcopQuery *query);

/* Says something for a few seconds. */
void          desk_window_say          (DeskWindow      *self,
                                        const char      *text);

/* Says that the file @path was written; with buttons that open it and its folder. */
void          desk_window_say_written  (DeskWindow      *self,
                                        const char      *text,
                                        const char      *path);

/* Says that several files were written; with a button that opens @folder, where they are. */
void          desk_window_say_written_into (DeskWindow  *self,
                                            const char  *text,
                                            const char  *folder);

/* Says for a few seconds which change was made; with a button that takes it back. */
void          desk_window_toast        (DeskWindow      *self,
                                        const char      *text);

/* Says what went wrong; nothing for %OCOP_ERROR_CANCELLED. */
void          desk_window_show_error   (DeskWindow      *self,
                                        const GError    *error);

G_END_DECLS
