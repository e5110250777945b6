/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/desk-import-row.h"

struct _DeskImportRow
{
  GObject parent_instance;

  /* Owned references */
  DeskImportDryRun *dry_run;

  guint index;
};

G_DEFINE_FINAL_TYPE (DeskImportRow, desk_import_row, G_TYPE_OBJECT)

const OcopImportRow *
desk_import_row_get (DeskImportRow *self)
{
  return ocop_import_plan_get_row (self->dry_run->plan, self->index);
}

const char *
desk_import_row_get_producer (DeskImportRow *self)
{
  return desk_import_dry_run_get_text (self->dry_run, desk_import_row_get (self)->row, "producer.name");
}

char *
desk_import_row_say (DeskImportRow *self,
                     const char    *separator)
{
  return ocop_import_row_to_people (desk_import_row_get (self), separator);
}

static void
desk_import_row_finalize (GObject *object)
{
  desk_import_dry_run_unref (DESK_IMPORT_ROW (object)->dry_run);
  G_OBJECT_CLASS (desk_import_row_parent_class)->finalize (object);
}

static void
desk_import_row_class_init (DeskImportRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_import_row_finalize;
}

static void
desk_import_row_init (DeskImportRow *self)
{
}

DeskImportRow *
desk_import_row_new (DeskImportDryRun *dry_run,
                     guint             index)
{
  DeskImportRow *self = g_object_new (DESK_TYPE_IMPORT_ROW, NULL);

  self->dry_run = desk_import_dry_run_ref (dry_run);
  self->index = index;
  return self;
}
