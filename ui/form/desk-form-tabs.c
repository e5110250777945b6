/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/desk-form-tabs.h"

#include <glib/gi18n.h>

#include "desk-accessible-name.h"
#include "dossier/desk-checklist-pane.h"
#include "form/desk-history-pane.h"
#include "form/desk-related-pane.h"

struct _DeskFormTabs
{
  GtkWidget parent_instance;

  /* Borrowed references */
  GtkWidget *notebook;
  DeskHistoryPane *history;

  /* Owned references */
  GPtrArray *panes;   /* borrowed DeskFormPane */
};

enum
{
  BRING_BACK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskFormTabs, desk_form_tabs, GTK_TYPE_WIDGET)

void
desk_form_tabs_show (DeskFormTabs *self,
                     OcopRegister *reg,
                     const char   *id)
{
  for (guint i = 0; i < self->panes->len; i++)
    desk_form_pane_show (g_ptr_array_index (self->panes, i), reg, id);
  desk_history_pane_show (self->history, reg, id);
}

void
desk_form_tabs_show_first (DeskFormTabs *self)
{
  gtk_notebook_set_current_page (GTK_NOTEBOOK (self->notebook), 0);
}

void
desk_form_tabs_turn (DeskFormTabs *self,
                     gboolean      forward)
{
  GtkNotebook *notebook = GTK_NOTEBOOK (self->notebook);
  int n = gtk_notebook_get_n_pages (notebook);

  gtk_notebook_set_current_page (notebook, (gtk_notebook_get_current_page (notebook) + (forward ? 1 : n - 1)) % n);
}

static void
on_bring_back (DeskFormTabs *self,
               gpointer      former)
{
  g_signal_emit (self, signals[BRING_BACK], 0, former);
}

static void
append (DeskFormTabs *self,
        GtkWidget    *pane,
        const char   *title)
{
  desk_accessible_name_append_tab (GTK_NOTEBOOK (self->notebook), pane, title);
}

static void
append_fields (DeskFormTabs *self,
               GtkWidget    *fields)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  g_object_set (fields, "margin-start", 16, "margin-end", 16, "margin-top", 12, "margin-bottom", 16, NULL);
  g_object_set (scrolled, "hscrollbar-policy", GTK_POLICY_NEVER, "child", fields, NULL);
  append (self, scrolled, C_("tab", "Record"));
}

/* A dossier's documents are more than a list of them: they are ticked by the law's. */
static GtkWidget *
make_pane (const DeskRelated *related)
{
  return g_str_equal (related->kind, "dossier_document") ? desk_checklist_pane_new () : desk_related_pane_new (related);
}

static void
append_related (DeskFormTabs   *self,
                const OcopKind *kind)
{
  for (const DeskRelated *related = desk_related_all (); related->subject != NULL; related++)
    if (g_str_equal (related->subject, kind->name))
      {
        GtkWidget *pane = make_pane (related);

        g_ptr_array_add (self->panes, pane);
        append (self, pane, g_dpgettext2 (GETTEXT_PACKAGE, "tab", related->tab));
      }
}

GtkWidget *
desk_form_tabs_new (const OcopKind *kind,
                    GtkWidget      *fields)
{
  DeskFormTabs *self = g_object_new (DESK_TYPE_FORM_TABS, NULL);

  append_fields (self, fields);
  append_related (self, kind);
  self->history = DESK_HISTORY_PANE (desk_history_pane_new ());
  g_signal_connect_object (self->history, "bring-back", G_CALLBACK (on_bring_back), self, G_CONNECT_SWAPPED);
  append (self, GTK_WIDGET (self->history), C_("tab", "History"));
  return GTK_WIDGET (self);
}

static void
desk_form_tabs_dispose (GObject *object)
{
  DeskFormTabs *self = DESK_FORM_TABS (object);

  g_ptr_array_set_size (self->panes, 0);
  g_clear_pointer (&self->notebook, gtk_widget_unparent);
  G_OBJECT_CLASS (desk_form_tabs_parent_class)->dispose (object);
}

static void
desk_form_tabs_finalize (GObject *object)
{
  g_ptr_array_unref (DESK_FORM_TABS (object)->panes);
  G_OBJECT_CLASS (desk_form_tabs_parent_class)->finalize (object);
}

static void
desk_form_tabs_class_init (DeskFormTabsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = desk_form_tabs_dispose;
  object_class->finalize = desk_form_tabs_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[BRING_BACK] = g_signal_new ("bring-back", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST,
                                      0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
desk_form_tabs_init (DeskFormTabs *self)
{
  self->panes = g_ptr_array_new ();
  self->notebook = gtk_notebook_new ();
  gtk_notebook_set_scrollable (GTK_NOTEBOOK (self->notebook), TRUE);
  gtk_notebook_set_show_border (GTK_NOTEBOOK (self->notebook), FALSE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_parent (self->notebook, GTK_WIDGET (self));
}
