/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ballot/desk-ballots-button.h"

#include <glib/gi18n.h>

#include "ballot/desk-ballots.h"
#include "desk-accessible-name.h"

struct _DeskBallotsButton
{
  GtkWidget parent_instance;

  GtkWidget *button;

  /* Owned references */
  OcopRegister *reg;
  char *session;
};

G_DEFINE_FINAL_TYPE (DeskBallotsButton, desk_ballots_button, GTK_TYPE_WIDGET)

void
desk_ballots_button_show (DeskBallotsButton *self,
                          OcopRegister      *reg,
                          const char        *session)
{
  char *copy = g_strdup (session);

  g_set_object (&self->reg, reg);
  g_free (self->session);
  self->session = copy;
  gtk_widget_set_sensitive (self->button, session != NULL);
}

static void
export_activated (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  DeskBallotsButton *self = DESK_BALLOTS_BUTTON (widget);

  if (self->session != NULL)
    desk_ballots_export (widget, self->reg, self->session, g_str_equal (name, "ballots.export-workbooks"));
}

static void
pack_activated (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  DeskBallotsButton *self = DESK_BALLOTS_BUTTON (widget);

  if (self->session != NULL)
    desk_ballots_pack (widget, self->reg, self->session);
}

static void
take_activated (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  DeskBallotsButton *self = DESK_BALLOTS_BUTTON (widget);

  if (self->session != NULL)
    desk_ballots_take (widget, self->reg);
}

static GMenuModel *
new_menu (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _("_Export Ballots…"), "ballots.export");
  g_menu_append (menu, _("Export Ballots as _Workbooks…"), "ballots.export-workbooks");
  g_menu_append (menu, _("_Take In Ballots…"), "ballots.take");
  g_menu_append (menu, _("_Documents for the Members…"), "ballots.pack");
  return G_MENU_MODEL (menu);
}

static void
desk_ballots_button_dispose (GObject *object)
{
  g_clear_pointer (&DESK_BALLOTS_BUTTON (object)->button, gtk_widget_unparent);
  G_OBJECT_CLASS (desk_ballots_button_parent_class)->dispose (object);
}

static void
desk_ballots_button_finalize (GObject *object)
{
  DeskBallotsButton *self = DESK_BALLOTS_BUTTON (object);

  g_clear_object (&self->reg);
  g_free (self->session);
  G_OBJECT_CLASS (desk_ballots_button_parent_class)->finalize (object);
}

static void
desk_ballots_button_class_init (DeskBallotsButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_ballots_button_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_ballots_button_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "ballots.export", NULL, export_activated);
  gtk_widget_class_install_action (widget_class, "ballots.export-workbooks", NULL, export_activated);
  gtk_widget_class_install_action (widget_class, "ballots.pack", NULL, pack_activated);
  gtk_widget_class_install_action (widget_class, "ballots.take", NULL, take_activated);
}

static void
desk_ballots_button_init (DeskBallotsButton *self)
{
  g_autoptr(GMenuModel) menu = new_menu ();

  self->button = gtk_menu_button_new ();
  g_object_set (self->button, "label", _("_Ballots"), "use-underline", TRUE, "menu-model", menu, "sensitive", FALSE, NULL);
  desk_accessible_name_button (self->button, NULL);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}
