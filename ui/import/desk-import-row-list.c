/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/desk-import-row-list.h"

struct _DeskImportRowList
{
  GObject parent_instance;

  /* Owned references */
  DeskImportDryRun *dry_run;
  GArray *indices; /* of the rows that are shown */

  OcopImportResult shown;
};

static GType
get_item_type (GListModel *model)
{
  return DESK_TYPE_IMPORT_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return DESK_IMPORT_ROW_LIST (model)->indices->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  DeskImportRowList *self = DESK_IMPORT_ROW_LIST (model);

  return position < self->indices->len ? desk_import_row_new (self->dry_run, g_array_index (self->indices, guint, position)) : NULL;
}

static void
implement_list_model (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (DeskImportRowList, desk_import_row_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, implement_list_model))

static void
fill (DeskImportRowList *self)
{
  guint n_rows = self->dry_run != NULL ? ocop_import_plan_get_n_rows (self->dry_run->plan) : 0;
  guint n_before = self->indices->len;

  g_array_set_size (self->indices, 0);
  for (guint i = 0; i < n_rows; i++)
    if (self->shown == OCOP_IMPORT_N_RESULTS || ocop_import_plan_get_row (self->dry_run->plan, i)->result == self->shown)
      g_array_append_val (self->indices, i);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->indices->len);
}

void
desk_import_row_list_set_dry_run (DeskImportRowList *self,
                                  DeskImportDryRun  *dry_run)
{
  DeskImportDryRun *former = self->dry_run;

  self->dry_run = dry_run != NULL ? desk_import_dry_run_ref (dry_run) : NULL;
  fill (self);
  g_clear_pointer (&former, desk_import_dry_run_unref);
}

DeskImportDryRun *
desk_import_row_list_get_dry_run (DeskImportRowList *self)
{
  return self->dry_run;
}

void
desk_import_row_list_set_shown (DeskImportRowList *self,
                                OcopImportResult   result)
{
  if (self->shown == result)
    return;
  self->shown = result;
  fill (self);
}

OcopImportResult
desk_import_row_list_get_shown (DeskImportRowList *self)
{
  return self->shown;
}

static void
desk_import_row_list_finalize (GObject *object)
{
  DeskImportRowList *self = DESK_IMPORT_ROW_LIST (object);

  g_clear_pointer (&self->dry_run, desk_import_dry_run_unref);
  g_array_unref (self->indices);
  G_OBJECT_CLASS (desk_import_row_list_parent_class)->finalize (object);
}

static void
desk_import_row_list_class_init (DeskImportRowListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_import_row_list_finalize;
}

static void
desk_import_row_list_init (DeskImportRowList *self)
{
  self->indices = g_array_new (FALSE, FALSE, sizeof (guint));
  self->shown = OCOP_IMPORT_N_RESULTS;
}

DeskImportRowList *
desk_import_row_list_new (void)
{
  return g_object_new (DESK_TYPE_IMPORT_ROW_LIST, NULL);
}
