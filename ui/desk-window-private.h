/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-day-button.h"
#include "desk-file-buttons.h"
#include "desk-page.h"
#include "desk-window.h"

G_BEGIN_DECLS

struct _DeskWindow
{
  GtkApplicationWindow parent_instance;

  /* Template widgets */
  GtkLabel *title_label;
  GtkLabel *subtitle_label;
  GtkWidget *start_tools;
  GtkWidget *end_tools;
  GtkSearchEntry *search_entry;
  DeskDayButton *day_button;
  GtkMenuButton *report_button;
  GtkMenuButton *menu_button;
  GtkButton *undo_button;
  GtkButton *redo_button;
  GtkRevealer *sidebar_revealer;
  GtkListBox *sidebar_list;
  GtkStack *content_stack;
  GtkRevealer *practice_revealer;
  GtkWidget *vanished_bar;
  GtkStack *page_stack;
  GtkRevealer *toast_revealer;
  GtkLabel *toast_label;
  GtkButton *toast_undo_button;
  DeskFileButtons *toast_file_buttons;

  /* Owned references */
  OcopRegister *reg;
  GCancellable *facts_cancellable;
  char *opening_path;     /* of the register that is being opened or made, while busy */

  /* Borrowed references */
  GtkWidget *searched_from; /* the page without a list from which the search was begun; NULL when it was none */

  gulong changed_handler;
  gulong presence_handler;
  GQueue steps_ahead;     /* of undo (FALSE) and redo (TRUE) that were asked for while one is under way */
  guint toast_source;
  gboolean composing;     /* an input method holds letters that are not in the search entry yet */
  gboolean busy;          /* a register is being opened or made */
  gboolean stepping;      /* something is being undone, or done again */
  gboolean person_asked;
};

/* The page that is shown; %NULL when no register is open. */
DeskPage *desk_window_get_page        (DeskWindow      *self);
/* Gives the page's own choice of widget the focus, else its first one. */
void      desk_window_focus_page      (DeskPage        *page);
/* Hands another register (or none) to the window and its pages. Closes the former one. */
void      desk_window_set_register    (DeskWindow      *self,
                                       OcopRegister    *reg);
/* Closes the register that is open; @closed is called when it is closed and nobody holds its file. */
void      desk_window_close_register  (DeskWindow      *self,
                                       GAsyncReadyCallback closed,
                                       gpointer         data);
/* Whether nothing is unsaved, or the person does without it. */
void      desk_window_if_saved        (DeskWindow      *self,
                                       void           (*then) (DeskWindow *));

/* desk-window-actions.c */
void      desk_window_class_install_actions (GtkWidgetClass *klass);
void      desk_window_update_actions  (DeskWindow      *self);

/* desk-window-drop.c */
void      desk_window_take_drops      (DeskWindow      *self);

/* desk-window-open.c */
void      desk_window_choose_file     (DeskWindow      *self);
void      desk_window_new_register    (DeskWindow      *self);
void      desk_window_open_sample     (DeskWindow      *self);

/* desk-window-search.c: the entry in the header bar */
void      desk_window_search_changed  (DeskWindow      *self);
void      desk_window_search_activate (DeskWindow      *self);
void      desk_window_search_stopped  (DeskWindow      *self);
void      desk_window_watch_preedit   (DeskWindow      *self);
void      desk_window_add_search_keys (DeskWindow      *self);
void      desk_window_watch_search_text (DeskWindow    *self,
                                         DeskPage      *page);
/* Puts the words that @page is searched for into the entry. */
void      desk_window_show_search_text (DeskWindow     *self,
                                        DeskPage       *page);

/* desk-window-toast.c: called when the toast has come or gone */
void      desk_window_toast_revealed  (DeskWindow      *self);

/* desk-window-facts.c: reads what the header bar says of the register, and who writes */
void      desk_window_read_facts      (DeskWindow      *self);

G_END_DECLS
