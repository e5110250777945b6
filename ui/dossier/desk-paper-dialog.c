/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/desk-paper-dialog.h"

#include <glib/gi18n.h>

#include "form/desk-notice.h"
#include "papers/desk-template-button.h"
#include "report/dossier/ocop-dossier-paper.h"

#define WIDTH 540
#define MOST_HEIGHT 620

struct _DeskPaperDialog
{
  GtkWindow parent_instance;

  /* Borrowed references */
  GtkListBox *list;
  DeskNotice *notice;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskPaperDialog, desk_paper_dialog, GTK_TYPE_WINDOW)

/* The rows stand in the order of the papers. */
static void
on_row_activated (DeskPaperDialog *self,
                  GtkListBoxRow   *row)
{
  const OcopDossierPaper *paper = ocop_dossier_paper_all () + gtk_list_box_row_get_index (row);

  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit (self, signals[CHOSEN], 0, paper->name);
}

static GtkWidget *
add_line (GtkWidget  *box,
          const char *text,
          const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  g_object_set (label, "xalign", 0.0, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
on_said (DeskPaperDialog *self,
         const char      *text)
{
  desk_notice_show (self->notice, text);
}

/* Of a letter beside its words: which template it is written from. */
static void
add_template (DeskPaperDialog        *self,
              GtkWidget              *box,
              const OcopDossierPaper *paper,
              const char             *templates)
{
  GtkWidget *button = desk_template_button_new (paper->template, _(paper->title), templates);

  g_signal_connect_object (button, "said", G_CALLBACK (on_said), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
}

static void
add_paper (DeskPaperDialog        *self,
           const OcopDossierPaper *paper,
           const char             *templates)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);

  g_object_set (box, "margin-start", 12, "margin-end", 12, "margin-top", 4, "margin-bottom", 4, NULL);
  gtk_widget_set_hexpand (words, TRUE);
  add_line (words, _(paper->title), "desk-entry-head");
  add_line (words, paper->template == NULL ? _("Preview, print, PDF") : paper->together ? _("Word document, one for all") : _("Word document, one each"),
            "desk-dim");
  gtk_box_append (GTK_BOX (box), words);
  if (paper->template != NULL)
    add_template (self, box, paper, templates);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _(paper->title), -1);
  gtk_list_box_append (self->list, row);
}

static void
build (DeskPaperDialog *self,
       guint            n_dossiers,
       const char      *templates)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *title = g_strdup_printf (ngettext ("Papers of %u dossier", "Papers of %u dossiers", n_dossiers), n_dossiers);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "desk-paper-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  for (const OcopDossierPaper *paper = ocop_dossier_paper_all (); paper->name != NULL; paper++)
    add_paper (self, paper, templates);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (on_row_activated), self, G_CONNECT_SWAPPED);
  g_object_set (scrolled, "hscrollbar-policy", GTK_POLICY_NEVER, "propagate-natural-height", TRUE, "max-content-height", MOST_HEIGHT,
                "vexpand", TRUE, "child", self->list, NULL);
  self->notice = DESK_NOTICE (desk_notice_new ());
  gtk_box_append (GTK_BOX (outer), GTK_WIDGET (self->notice));
  gtk_box_append (GTK_BOX (outer), scrolled);
  gtk_window_set_child (GTK_WINDOW (self), outer);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_window_set_titlebar (GTK_WINDOW (self), gtk_header_bar_new ());
}

GtkWidget *
desk_paper_dialog_present (GtkWindow  *parent,
                           guint       n_dossiers,
                           const char *templates)
{
  DeskPaperDialog *self = g_object_new (DESK_TYPE_PAPER_DIALOG, "modal", TRUE, "default-width", WIDTH, "transient-for", parent, NULL);

  build (self, n_dossiers, templates);
  gtk_window_present (GTK_WINDOW (self));
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0)));
  return GTK_WIDGET (self);
}

static void
desk_paper_dialog_class_init (DeskPaperDialogClass *klass)
{
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
desk_paper_dialog_init (DeskPaperDialog *self)
{
}
