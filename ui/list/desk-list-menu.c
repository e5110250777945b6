/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/desk-list-menu.h"

#include <glib/gi18n.h>

#include "evaluation/ocop-merging.h"
#include "list/desk-list-layout.h"

/**
 * Item:
 * @key: (nullable): the page handles it; here it is only shown
 * @hidden: whether it is left out while it cannot be done
 */
typedef struct
{
  const char *label, *action, *key;
  gboolean hidden;
} Item;

static const Item table_items[] = {
  { N_("Copy as a table"), "list.copy", "<Control>c" },
  { N_("Select all"), "list.select-all", "<Control>a" },
  { N_("Export…"), "list.export", "<Control>e" },
  { N_("Print…"), "list.print", "<Control>p" },
  { NULL }
};

static const Item record_items[] = {
  { N_("Edit"), "list.edit", "F2" },
  { N_("Set a field of the selected…"), "list.set-field" },
  { N_("Move to the bin"), "list.bin", "Delete" },
  { N_("Take out of the bin"), "list.restore", NULL, TRUE },
  { NULL }
};

static const Item begin_items[] = {
  { N_("Begin a dossier…"), "list.dossier", "<Control>m" },
  { N_("Add to an event…"), "list.take-part" },
  { NULL }
};

static const Item move_items[] = {
  { N_("Move the dossier on…"), "list.dossier", "<Control>m" },
  { N_("Points: own, and of the advisory group…"), "list.points", "<Control>b" },
  { N_("Advisory group: assign, plan visits…"), "list.advisory", "<Control>t" },
  { N_("Forms and letters…"), "list.paper", "<Control><Shift>p" },
  { NULL }
};

static const Item certificate_items[] = {
  { N_("Revoke…"), "list.revoke", "<Control>r" },
  { N_("Issue the certificate again…"), "list.reissue" },
  { NULL }
};

static const Item course_items[] = {
  { N_("Who came to the course…"), "list.table", "<Control>m" },
  { N_("Producers that no course reached"), "list.unreached" },
  { NULL }
};

static const Item event_items[] = {
  { N_("Who takes part in the event…"), "list.table", "<Control>m" },
  { NULL }
};

static const Item inspection_items[] = {
  { N_("What the visit found…"), "list.table", "<Control>m" },
  { N_("Pick producers to visit…"), "list.visits", "<Control>t" },
  { N_("Revoke as the visit concludes…"), "list.revoke", "<Control>r" },
  { NULL }
};

static const Item merge_items[] = {
  { N_("Merge the two selected…"), "list.merge", "<Control>j" },
  { NULL }
};

static const Item bin_items[] = {
  { N_("Show the bin"), "list.show-bin" },
  { NULL }
};

static void
append_section (GMenu      *menu,
                const Item *items)
{
  g_autoptr(GMenu) section = g_menu_new ();

  for (; items->label != NULL; items++)
    {
      g_autoptr(GMenuItem) item = g_menu_item_new (_(items->label), items->action);

      if (items->key != NULL)
        g_menu_item_set_attribute (item, "accel", "s", items->key);
      if (items->hidden)
        g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
      g_menu_append_item (section, item);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

/* Headings take no focus: this is how to sort by the keyboard. */
static GMenuModel *
new_sort_menu (const DeskListSpec *spec,
               GtkColumnView      *view)
{
  GMenu *menu = g_menu_new ();
  g_autoptr(GArray) shown = desk_list_layout_get_wanted (view);

  for (guint i = 0; i < shown->len; i++)
    {
      const DeskListColumn *column = &spec->columns[g_array_index (shown, guint, i)];
      g_autoptr(GMenuItem) item = g_menu_item_new (desk_list_column_get_title (spec, column), NULL);

      g_menu_item_set_action_and_target (item, "list.sort", "s", column->path);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

GMenuModel *
desk_list_menu_new (const DeskListSpec *spec,
                    GtkColumnView      *view)
{
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenuModel) sort_menu = new_sort_menu (spec, view);

  if (g_str_equal (spec->kind, "product"))
    append_section (menu, begin_items);
  if (g_str_equal (spec->kind, "dossier"))
    append_section (menu, move_items);
  if (g_str_equal (spec->kind, "recognition"))
    append_section (menu, certificate_items);
  if (g_str_equal (spec->kind, "inspection"))
    append_section (menu, inspection_items);
  if (g_str_equal (spec->kind, "course"))
    append_section (menu, course_items);
  if (g_str_equal (spec->kind, "event"))
    append_section (menu, event_items);
  append_section (menu, record_items);
  if (ocop_merging_takes (ocop_kind_find (spec->kind)))
    append_section (menu, merge_items);
  append_section (menu, table_items);
  g_menu_append_submenu (menu, _("Sort by"), sort_menu);
  append_section (menu, bin_items);
  return G_MENU_MODEL (menu);
}
