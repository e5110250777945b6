/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/desk-checklist-pane.h"

#include <glib/gi18n.h>

#include "attachment/desk-file-intake.h"
#include "dossier/desk-checklist-files.h"
#include "dossier/desk-checklist-row.h"
#include "dossier/desk-checklist-words.h"
#include "form/desk-record-dialog.h"
#include "list/desk-wrap-layout.h"

struct _DeskChecklistPane
{
  GtkWidget parent_instance;

  /* Borrowed references */
  GtkWidget *box;
  GtkWidget *counts;
  GtkWidget *list_box;
  GtkWidget *choose_button;
  GtkWidget *add_button;

  /* Owned references */
  OcopRegister *reg;
  GCancellable *cancellable;
  DeskFileIntake *intake;
  OcopChecklist *list;      /* as it was read last */
  char *id;
};

static void desk_checklist_pane_iface_init (DeskFormPaneInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DeskChecklistPane, desk_checklist_pane, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (DESK_TYPE_FORM_PANE, desk_checklist_pane_iface_init))

/* Showing */

static void
remove_children (GtkWidget *parent,
                 void     (*removal) (GtkWidget *, GtkWidget *))
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (parent)) != NULL)
    removal (parent, child);
}

static void
remove_pill (GtkWidget *parent,
             GtkWidget *child)
{
  gtk_widget_unparent (child);
}

static void
remove_row (GtkWidget *parent,
            GtkWidget *child)
{
  gtk_list_box_remove (GTK_LIST_BOX (parent), child);
}

static void
show_counts (DeskChecklistPane *self)
{
  remove_children (self->counts, remove_pill);
  for (OcopStanding standing = 0; standing < OCOP_N_STANDINGS; standing++)
    {
      g_autofree char *text = desk_standing_count (standing, self->list->n[standing]);
      GtkWidget *pill;

      if (self->list->n[standing] == 0)
        continue;
      pill = gtk_label_new (text);
      gtk_widget_set_css_classes (pill, (const char *[]) { "desk-pill", desk_standing_style (standing), NULL });
      gtk_widget_set_parent (pill, self->counts);
    }
}

static void
on_next (DeskChecklistPane *self,
         DeskChecklistRow  *row)
{
  GtkListBoxRow *below = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list_box),
                                                        gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + 1);

  if (below != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (below));
}

static void
ask_for_files (DeskChecklistPane *self,
               char             **paths)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list_box));

  if (self->list != NULL && !ocop_register_is_look_only (self->reg))
    desk_checklist_files_present (GTK_WIDGET (self), self->reg, self->list, row != NULL ? gtk_list_box_row_get_index (row) : -1,
                                  (const char * const *) paths);
}

static void
append_row (DeskChecklistPane *self)
{
  GtkWidget *row = desk_checklist_row_new ();

  g_signal_connect_object (row, "next", G_CALLBACK (on_next), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "several", G_CALLBACK (ask_for_files), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (GTK_LIST_BOX (self->list_box), row);
}

/* Rows stay where they are as far as there are as many: so do the focus, the place, and what is being typed. */
static void
show_rows (DeskChecklistPane *self)
{
  GtkListBox *list_box = GTK_LIST_BOX (self->list_box);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list_box, (int) self->list->entries->len)) != NULL)
    gtk_list_box_remove (list_box, GTK_WIDGET (row));
  for (guint i = 0; i < self->list->entries->len; i++)
    {
      if (gtk_list_box_get_row_at_index (list_box, (int) i) == NULL)
        append_row (self);
      desk_checklist_row_show (DESK_CHECKLIST_ROW (gtk_list_box_get_row_at_index (list_box, (int) i)), self->reg, self->list,
                               g_ptr_array_index (self->list->entries, i));
    }
  gtk_list_box_invalidate_headers (list_box);
}

static void
empty (DeskChecklistPane *self)
{
  g_clear_pointer (&self->list, ocop_checklist_free);
  remove_children (self->counts, remove_pill);
  remove_children (self->list_box, remove_row);
}

/* A pane that has no place yet, or no rows, gives the focus to a button below them: it is the keys of the rows that are
 * waited for. */
static void
begin_on_rows (DeskChecklistPane *self)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list_box), 0);

  if (first != NULL && (gtk_widget_has_focus (self->choose_button) || gtk_widget_has_focus (self->add_button)))
    gtk_widget_grab_focus (GTK_WIDGET (first));
}

static gboolean
on_placed (gpointer self)
{
  if (DESK_CHECKLIST_PANE (self)->box != NULL)
    begin_on_rows (self);
  return G_SOURCE_REMOVE;
}

static void
on_mapped (DeskChecklistPane *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_placed, g_object_ref (self), g_object_unref);
}

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(DeskChecklistPane) self = user_data;
  g_autoptr(OcopChecklist) list = ocop_register_read_finish (OCOP_REGISTER (source), result, NULL);
  gboolean first;

  if (list == NULL || self->box == NULL || OCOP_REGISTER (source) != self->reg)
    return;
  first = self->list == NULL;
  g_clear_pointer (&self->list, ocop_checklist_free);
  self->list = g_steal_pointer (&list);
  show_counts (self);
  show_rows (self);
  if (first)
    begin_on_rows (self);
}

static gpointer
read_list (OcopReader    *reader,
           gpointer       id,
           GCancellable  *cancellable,
           GError       **error)
{
  return ocop_checklist_load (reader, ocop_law_get_default (), id, ocop_date_today (), error);
}

static void
show (DeskFormPane *pane,
      OcopRegister *reg,
      const char   *id)
{
  DeskChecklistPane *self = DESK_CHECKLIST_PANE (pane);
  gboolean same = g_strcmp0 (self->id, id) == 0 && reg == self->reg;
  char *copy = g_strdup (id);
  gboolean writable = id != NULL && !ocop_register_is_look_only (reg);

  g_set_object (&self->reg, reg);
  g_free (self->id);
  self->id = copy;
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  gtk_widget_set_sensitive (self->choose_button, writable);
  gtk_widget_set_sensitive (self->add_button, writable);
  if (!same)
    empty (self);
  if (id != NULL)
    ocop_register_read_async (reg, OCOP_LANE_WINDOW, read_list, g_strdup (id), g_free, (GDestroyNotify) ocop_checklist_free,
                              self->cancellable, on_read, g_object_ref (self));
}

static void
desk_checklist_pane_iface_init (DeskFormPaneInterface *iface)
{
  iface->show = show;
}

/* Doing */

static void
on_row_activated (DeskChecklistPane *self,
                  GtkListBoxRow     *row)
{
  gtk_widget_activate_action (GTK_WIDGET (row), "document.edit", NULL);
}

static void
on_choose (DeskChecklistPane *self)
{
  desk_file_intake_choose (self->intake, _("Choose the Files of the Dossier"));
}

static void
on_offered (DeskChecklistPane *self,
            char             **paths,
            GdkTexture        *texture)
{
  if (paths != NULL)
    ask_for_files (self, paths);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
on_add (DeskChecklistPane *self)
{
  g_autoptr(OcopRecord) record = NULL;

  if (self->list == NULL)
    return;
  record = ocop_checklist_other (self->list->dossier, NULL);
  desk_record_dialog_present (GTK_WIDGET (self), self->reg, record, NULL, "dossier");
}

/* Building */

static void
put_heading (GtkListBoxRow *row,
             GtkListBoxRow *before,
             gpointer       data)
{
  const char *section = desk_checklist_row_get_section (DESK_CHECKLIST_ROW (row));
  const char *above = before != NULL ? desk_checklist_row_get_section (DESK_CHECKLIST_ROW (before)) : NULL;
  GtkWidget *heading;

  if (g_strcmp0 (section, above) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  heading = gtk_label_new (section);
  gtk_label_set_xalign (GTK_LABEL (heading), 0.0);
  gtk_widget_add_css_class (heading, "desk-checklist-heading");
  gtk_list_box_row_set_header (row, heading);
}

static GtkWidget *
build_list (DeskChecklistPane *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->list_box = gtk_list_box_new ();
  g_object_set (self->list_box, "selection-mode", GTK_SELECTION_BROWSE, "activate-on-single-click", FALSE, NULL);
  gtk_list_box_set_header_func (GTK_LIST_BOX (self->list_box), put_heading, NULL, NULL);
  gtk_widget_add_css_class (self->list_box, "desk-checklist");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list_box), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Documents of the dossier"), -1);
  g_signal_connect_object (self->list_box, "row-activated", G_CALLBACK (on_row_activated), self, G_CONNECT_SWAPPED);
  g_object_set (scrolled, "hscrollbar-policy", GTK_POLICY_NEVER, "vexpand", TRUE, "child", self->list_box, NULL);
  return scrolled;
}

static GtkWidget *
append_button (DeskChecklistPane *self,
               GtkWidget         *row,
               const char        *label,
               GCallback          clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "desk-card-button");
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), button);
  return button;
}

static GtkWidget *
build_foot (DeskChecklistPane *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_VERTICAL, 5);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *keys = gtk_label_new (_("1 handed in · 2 missing · 3 not needed · Enter: number, days · F3: file"));

  self->choose_button = append_button (self, row, _("Attach files…"), G_CALLBACK (on_choose));
  self->add_button = append_button (self, row, _("Another paper…"), G_CALLBACK (on_add));
  g_object_set (keys, "xalign", 0.0, "wrap", TRUE, "width-chars", 20, NULL);
  gtk_widget_add_css_class (keys, "desk-dim");
  gtk_widget_add_css_class (keys, "desk-small");
  gtk_box_append (GTK_BOX (foot), row);
  gtk_box_append (GTK_BOX (foot), keys);
  gtk_widget_add_css_class (foot, "desk-checklist-foot");
  return foot;
}

static void
build (DeskChecklistPane *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->counts = g_object_new (GTK_TYPE_BOX, NULL);
  gtk_widget_set_layout_manager (self->counts, desk_wrap_layout_new (6));
  gtk_widget_add_css_class (self->counts, "desk-checklist-counts");
  gtk_box_append (GTK_BOX (self->box), self->counts);
  gtk_box_append (GTK_BOX (self->box), build_list (self));
  gtk_box_append (GTK_BOX (self->box), build_foot (self));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->intake = desk_file_intake_new (GTK_WIDGET (self), DESK_INTAKE_DOCUMENTS, TRUE);
  g_signal_connect_object (self->intake, "offered", G_CALLBACK (on_offered), self, G_CONNECT_SWAPPED);
}

GtkWidget *
desk_checklist_pane_new (void)
{
  return g_object_new (DESK_TYPE_CHECKLIST_PANE, NULL);
}

static void
desk_checklist_pane_dispose (GObject *object)
{
  DeskChecklistPane *self = DESK_CHECKLIST_PANE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->intake);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->reg);
  G_OBJECT_CLASS (desk_checklist_pane_parent_class)->dispose (object);
}

static void
desk_checklist_pane_finalize (GObject *object)
{
  DeskChecklistPane *self = DESK_CHECKLIST_PANE (object);

  g_object_unref (self->cancellable);
  g_clear_pointer (&self->list, ocop_checklist_free);
  g_free (self->id);
  G_OBJECT_CLASS (desk_checklist_pane_parent_class)->finalize (object);
}

static void
desk_checklist_pane_class_init (DeskChecklistPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_checklist_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_checklist_pane_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
desk_checklist_pane_init (DeskChecklistPane *self)
{
  self->cancellable = g_cancellable_new ();
  build (self);
  g_signal_connect (self, "map", G_CALLBACK (on_mapped), NULL);
}
