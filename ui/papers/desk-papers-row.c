/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "papers/desk-papers-row.h"

#include <glib/gi18n.h>

#include "papers/desk-template-button.h"

struct _DeskPapersRow
{
  GtkListBoxRow parent_instance;

  /* Borrowed references */
  GtkCheckButton *check;
  GtkLabel *count;

  /* Owned references */
  GPtrArray *items;      /* (element-type OcopPackItem), which the dialog owns */
};

enum
{
  PREVIEW,
  SAVE,
  COLUMNS,
  SAID,
  CHOOSE_PICTURE,
  TOGGLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskPapersRow, desk_papers_row, GTK_TYPE_LIST_BOX_ROW)

static const OcopPackItem *
get_first (DeskPapersRow *self)
{
  return self->items->pdata[0];
}

static void
on_preview (DeskPapersRow *self)
{
  g_signal_emit (self, signals[PREVIEW], 0);
}

static void
on_save (DeskPapersRow *self)
{
  g_signal_emit (self, signals[SAVE], 0);
}

static void
on_columns (DeskPapersRow *self)
{
  g_signal_emit (self, signals[COLUMNS], 0);
}

static void
on_said (DeskPapersRow *self,
         const char    *text)
{
  g_signal_emit (self, signals[SAID], 0, text);
}

static void
on_choose_picture (DeskPapersRow *self)
{
  g_signal_emit (self, signals[CHOOSE_PICTURE], 0);
}

static void
on_toggled (DeskPapersRow *self)
{
  g_signal_emit (self, signals[TOGGLED], 0);
}

/* @says: what it does, to who hears the window: buttons of one name stand in every row. */
static void
add_button (DeskPapersRow *self,
            GtkWidget     *box,
            const char    *label,
            const char    *says,
            GCallback      clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  g_autofree char *name = g_strdup_printf ("%s: %s", says, get_first (self)->title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (button, says);
  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (box), button);
}

static GtkWidget *
add_label (GtkWidget  *box,
           const char *text,
           const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
add_template (DeskPapersRow *self,
              GtkWidget     *box,
              const char    *templates)
{
  GtkWidget *button = desk_template_button_new (get_first (self)->template, get_first (self)->title, templates);

  g_signal_connect_object (button, "said", G_CALLBACK (on_said), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
}

static void
add_buttons (DeskPapersRow *self,
             GtkWidget     *box,
             const char    *templates)
{
  if (ocop_pack_item_has_background (get_first (self)))
    add_button (self, box, _("Picture…"), _("Choose the province's own picture for the sheet"), G_CALLBACK (on_choose_picture));
  if (desk_papers_row_get_report (self) != NULL)
    add_button (self, box, _("Columns…"), _("Choose the columns of the table"), G_CALLBACK (on_columns));
  if (get_first (self)->template == NULL)
    {
      add_button (self, box, _("Preview"), _("Show the pages"), G_CALLBACK (on_preview));
      return;
    }
  add_template (self, box, templates);
  add_button (self, box, _("Save and Open…"), _("Save this paper alone, and open it"), G_CALLBACK (on_save));
}

static void
build (DeskPapersRow *self,
       const char    *templates)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  const OcopPackItem *item = get_first (self);

  self->check = GTK_CHECK_BUTTON (gtk_check_button_new_with_label (item->title));
  gtk_check_button_set_active (self->check, TRUE);
  g_signal_connect_object (self->check, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->check));
  self->count = GTK_LABEL (add_label (box, NULL, "desk-dim"));
  gtk_widget_set_hexpand (GTK_WIDGET (self->count), TRUE);
  gtk_label_set_xalign (self->count, 1);
  add_buttons (self, box, templates);
  g_object_set (box, "margin-start", 14, "margin-end", 14, "margin-top", 3, "margin-bottom", 3, NULL);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

static void
show_count (DeskPapersRow *self)
{
  const OcopPackItem *item = get_first (self);
  const char *kind = item->template != NULL ? _("Word") : item->workbook ? _("PDF, Excel") : _("PDF");
  g_autofree char *text = self->items->len > 1 ? g_strdup_printf (ngettext ("%u paper · %s", "%u papers · %s", self->items->len), self->items->len, kind)
                                               : g_strdup (kind);

  gtk_label_set_label (self->count, text);
}

GtkWidget *
desk_papers_row_new (const OcopPackItem *item,
                     const char         *templates)
{
  DeskPapersRow *self = g_object_new (DESK_TYPE_PAPERS_ROW, "activatable", FALSE, "focusable", FALSE, NULL);

  g_ptr_array_add (self->items, (gpointer) item);
  build (self, templates);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, item->title, -1);
  show_count (self);
  return GTK_WIDGET (self);
}

void
desk_papers_row_add (DeskPapersRow      *self,
                     const OcopPackItem *item)
{
  g_ptr_array_add (self->items, (gpointer) item);
  show_count (self);
}

gboolean
desk_papers_row_takes (DeskPapersRow      *self,
                       const OcopPackItem *item)
{
  return g_str_equal (get_first (self)->name, item->name) && get_first (self)->decision == item->decision;
}

GPtrArray *
desk_papers_row_get_items (DeskPapersRow *self)
{
  return self->items;
}

const OcopReport *
desk_papers_row_get_report (DeskPapersRow *self)
{
  return get_first (self)->template == NULL ? ocop_report_list_find (get_first (self)->name) : NULL;
}

gboolean
desk_papers_row_is_chosen (DeskPapersRow *self)
{
  return gtk_check_button_get_active (self->check);
}

void
desk_papers_row_set_chosen (DeskPapersRow *self,
                            gboolean       chosen)
{
  gtk_check_button_set_active (self->check, chosen);
}

static void
desk_papers_row_finalize (GObject *object)
{
  g_ptr_array_unref (DESK_PAPERS_ROW (object)->items);
  G_OBJECT_CLASS (desk_papers_row_parent_class)->finalize (object);
}

static guint
add_signal (const char *name)
{
  return g_signal_new (name, DESK_TYPE_PAPERS_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_papers_row_class_init (DeskPapersRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_papers_row_finalize;
  signals[PREVIEW] = add_signal ("preview");
  signals[SAVE] = add_signal ("save");
  signals[COLUMNS] = add_signal ("columns");
  signals[SAID] = g_signal_new ("said", DESK_TYPE_PAPERS_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[CHOOSE_PICTURE] = add_signal ("choose-picture");
  signals[TOGGLED] = add_signal ("toggled");
}

static void
desk_papers_row_init (DeskPapersRow *self)
{
  self->items = g_ptr_array_new ();
}
