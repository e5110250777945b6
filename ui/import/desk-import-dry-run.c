/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/desk-import-dry-run.h"

#include <glib/gi18n.h>

#include "base/ocop-number.h"
#include "import/desk-import-progress.h"

static guint
count_fields (OcopImportKind kind)
{
  const OcopImportField *fields = ocop_import_fields (kind);
  guint n = 0;

  while (fields[n].name != NULL)
    n++;
  return n;
}

DeskImportDryRun *
desk_import_dry_run_new (DeskImportList          *list,
                         const OcopImportChoices *choices)
{
  DeskImportDryRun *self = g_atomic_rc_box_new0 (DeskImportDryRun);
  const OcopImportField *fields;
  guint n_fields;

  self->progress = desk_import_progress_new ();
  self->list = desk_import_list_ref (list);
  self->kind = ocop_import_mapping_get_kind (list->mapping);
  self->choices = ocop_import_choices_copy (choices);
  fields = ocop_import_fields (self->kind);
  n_fields = count_fields (self->kind);
  self->columns = g_new (guint, n_fields);
  for (guint i = 0; i < n_fields; i++)
    self->columns[i] = ocop_import_mapping_get (list->mapping, fields[i].name);
  if (ocop_import_parent (self->kind) != NULL)
    self->parent = g_strdup (ocop_import_mapping_get_fixed (list->mapping, ocop_import_parent (self->kind)->name));
  return self;
}

DeskImportDryRun *
desk_import_dry_run_ref (DeskImportDryRun *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  DeskImportDryRun *self = data;

  g_clear_pointer (&self->plan, ocop_import_plan_free);
  ocop_import_choices_free (self->choices);
  g_free (self->columns);
  g_free (self->parent);
  desk_import_progress_unref (self->progress);
  desk_import_list_unref (self->list);
}

void
desk_import_dry_run_unref (DeskImportDryRun *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/* A mapping of its own: the list's may be changed while a thread reads this one. */
static OcopImportMapping *
make_mapping (DeskImportDryRun *self)
{
  OcopImportMapping *mapping = ocop_import_mapping_new (self->kind, self->list->heading);
  const OcopImportField *fields = ocop_import_fields (self->kind);

  for (guint i = 0; fields[i].name != NULL; i++)
    ocop_import_mapping_set (mapping, fields[i].name, OCOP_IMPORT_NO_COLUMN);
  for (guint i = 0; fields[i].name != NULL; i++)
    if (self->columns[i] != OCOP_IMPORT_NO_COLUMN)
      ocop_import_mapping_set (mapping, fields[i].name, self->columns[i]);
  if (self->parent != NULL)
    ocop_import_mapping_fix (mapping, ocop_import_parent (self->kind)->name, self->parent);
  return mapping;
}

gboolean
desk_import_dry_run_carry_out (DeskImportDryRun  *self,
                               OcopReader        *reader,
                               GCancellable      *cancellable,
                               GError           **error)
{
  g_autoptr(OcopImportMapping) mapping = make_mapping (self);

  self->plan = ocop_import_plan_new (reader, self->list->heading, mapping, self->choices,
                                     desk_import_progress_report, self->progress, cancellable, error);
  return self->plan != NULL;
}

gboolean
desk_import_dry_run_remember (DeskImportDryRun  *self,
                              GError           **error)
{
  g_autoptr(OcopImportMapping) mapping = make_mapping (self);

  return ocop_import_mapping_remember (mapping, error);
}

const char *
desk_import_dry_run_get_text (DeskImportDryRun *self,
                              guint             row,
                              const char       *field)
{
  const OcopImportField *fields = ocop_import_fields (self->kind);
  const char *text = NULL;

  for (guint i = 0; fields[i].name != NULL && text == NULL; i++)
    if (g_str_equal (fields[i].name, field) && self->columns[i] != OCOP_IMPORT_NO_COLUMN)
      text = ocop_sheet_heading_get_text (self->list->heading, row, self->columns[i]);
  return text != NULL ? text : "";
}

guint
desk_import_dry_run_n_to_repair (const DeskImportDryRun *self)
{
  return ocop_import_plan_count (self->plan, OCOP_IMPORT_WRONG) + ocop_import_plan_count (self->plan, OCOP_IMPORT_DOUBTFUL);
}

char *
desk_import_dry_run_say_taken (const DeskImportDryRun *self)
{
  guint n_taken = ocop_import_plan_get_n_taken (self->plan);
  g_autofree char *number = ocop_number_to_people (n_taken);

  return g_strdup_printf (ngettext ("Imported %s row of %s", "Imported %s rows of %s", n_taken), number, self->list->name);
}

char *
desk_import_dry_run_to_words (const DeskImportDryRun *self,
                              const char             *separator)
{
  static const char * const words[OCOP_IMPORT_N_RESULTS] = {
    [OCOP_IMPORT_NEW] = NC_("outcome", "new"),
    [OCOP_IMPORT_CHANGED] = NC_("outcome", "with changes of what is there"),
    [OCOP_IMPORT_DUPLICATE] = NC_("outcome", "left out, the register has them already"),
    [OCOP_IMPORT_DOUBTFUL] = NC_("outcome", "go in but are to be looked through: what is missing is listed under “To complete”"),
    [OCOP_IMPORT_WRONG] = NC_("outcome", "left out, for they cannot be read"),
  };
  g_autoptr(GStrvBuilder) parts = g_strv_builder_new ();
  g_auto(GStrv) texts = NULL;

  for (guint i = 0; i < OCOP_IMPORT_N_RESULTS; i++)
    {
      guint count = ocop_import_plan_count (self->plan, i);
      g_autofree char *number = ocop_number_to_people (count);
      g_autofree char *part = g_strconcat (number, " ", g_dpgettext2 (NULL, "outcome", words[i]), NULL);

      if (count > 0)
        g_strv_builder_add (parts, part);
    }
  texts = g_strv_builder_end (parts);
  return g_strjoinv (separator, texts);
}
