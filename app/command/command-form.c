/* SPDX-License-Identifier: GPL-3.0-or-later */

/* ocop form: forms of other authors, filled in place. */

#include <string.h>

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "commands.h"
#include "exchange/ocop-own-form.h"
#include "report/form/ocop-own-form-source.h"
#include "report/ocop-paper-file.h"

typedef struct
{
  OcopRegister *reg;
  const char *name;             /* of the form; NULL where all are meant */
  char *file;                   /* to be taken in */
  char *path;                   /* of the copy to be written */
  char **set;                   /* as typed */
  char **clear;
  gboolean sources;
  int year;
  char *period;
  OcopOwnFormScope scope;
  OcopRecord *form;
  OcopFormBook *book;
  GPtrArray *cells;
  GPtrArray *fills;
  GPtrArray *warnings;
} Job;

static void
job_clear (Job *job)
{
  g_free (job->file);
  g_free (job->path);
  g_free (job->period);
  g_strfreev (job->set);
  g_strfreev (job->clear);
  g_clear_pointer (&job->form, ocop_record_free);
  g_clear_pointer (&job->book, ocop_form_book_free);
  g_clear_pointer (&job->fills, g_ptr_array_unref);
  g_clear_pointer (&job->cells, g_ptr_array_unref);
  g_clear_pointer (&job->warnings, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Job, job_clear)

static void
say_all (const GPtrArray *texts)
{
  for (guint i = 0; texts != NULL && i < texts->len; i++)
    ocop_invocation_say ("%s", (const char *) texts->pdata[i]);
}

/* --- reading --- */

static gboolean
load_form (OcopReader  *reader,
           Job         *job,
           GError     **error)
{
  job->form = ocop_own_form_find (reader, job->name, error);
  job->cells = job->form != NULL ? ocop_own_form_read_cells (job->form, error) : NULL;
  job->book = job->cells != NULL ? ocop_own_form_open (job->reg, job->form, error) : NULL;
  return job->book != NULL;
}

static gpointer
read_fills (OcopReader    *reader,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  Job *job = data;

  if (!load_form (reader, job, error))
    return NULL;
  job->warnings = ocop_form_book_compare (job->book, job->cells);
  job->fills = ocop_own_form_fills (reader, job->cells, &job->scope, job->warnings, error);
  return job->fills != NULL ? job : NULL;
}

static gpointer
read_sources (OcopReader    *reader,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  const Job *job = data;

  return ocop_own_form_sources (reader, &job->scope, error);
}

static gpointer
read_forms (OcopReader    *reader,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  static const char * const columns[] = { "id", "name", "cells", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new ("own_form");

  ocop_query_order_by (query, "name", FALSE);
  return ocop_reader_rows (reader, query, columns, 0, -1, error);
}

/* --- printing --- */

static OcopStatus
list_forms (const OcopInvocation *invocation,
            Job                  *job)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopRows) rows = ocop_register_read (job->reg, read_forms, job, &error);
  g_autoptr(OcopOutput) output = ocop_output_new ();

  if (rows == NULL)
    return ocop_invocation_fail (g_steal_pointer (&error));
  ocop_output_add_column (output, "id", NULL, NULL);
  ocop_output_add_column (output, "name", _("Form"), NULL);
  ocop_output_add_column (output, "cells", _("Cells filled"), ocop_output_integer_field ());
  for (guint i = 0; i < ocop_rows_get_n_rows (rows); i++)
    {
      g_autoptr(GPtrArray) cells = ocop_form_cells_read (ocop_rows_get_text (rows, i, 2), NULL);
      const OcopValue row[] = {
        { OCOP_VALUE_TEXT, 0, (char *) ocop_rows_get_text (rows, i, 0) },
        { OCOP_VALUE_TEXT, 0, (char *) ocop_rows_get_text (rows, i, 1) },
        ocop_value_integer (cells != NULL ? cells->len : 0),
      };

      ocop_output_add_row (output, row);
    }
  ocop_output_print (output, invocation->format);
  return OCOP_STATUS_DONE;
}

static OcopStatus
list_sources (const OcopInvocation *invocation,
              Job                  *job)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) sources = ocop_register_read (job->reg, read_sources, job, &error);
  g_autoptr(OcopOutput) output = ocop_output_new ();

  if (sources == NULL)
    return ocop_invocation_fail (g_steal_pointer (&error));
  ocop_output_add_column (output, "source", _("What goes there"), NULL);
  ocop_output_add_column (output, "group", _("Of"), NULL);
  ocop_output_add_column (output, "title", C_("column", "Title"), NULL);
  for (guint i = 0; i < sources->len; i++)
    {
      const OcopOwnFormSource *source = sources->pdata[i];
      const OcopValue row[] = {
        { OCOP_VALUE_TEXT, 0, source->source },
        { OCOP_VALUE_TEXT, 0, source->group },
        { OCOP_VALUE_TEXT, 0, source->title },
      };

      ocop_output_add_row (output, row);
    }
  ocop_output_print (output, invocation->format);
  return OCOP_STATUS_DONE;
}

/* "D8", and of a column with its last row and the one with its labels "D8:D40@B". */
static char *
name_of (const OcopFormCell *cell)
{
  char first[OCOP_FORM_NAME_SIZE], last[OCOP_FORM_NAME_SIZE], labels[OCOP_FORM_NAME_SIZE];
  GString *name = g_string_new (ocop_form_cell_write_name (cell->row, cell->column, first));

  if (cell->last_row > 0)
    g_string_append_printf (name, ":%s", ocop_form_cell_write_name (cell->last_row, cell->column, last));
  if (cell->labels_column > 0)
    {
      ocop_form_cell_write_name (1, cell->labels_column, labels);
      g_string_append_printf (name, "@%.*s", (int) strlen (labels) - 1, labels);
    }
  return g_string_free (name, FALSE);
}

static void
add_fill (OcopOutput         *output,
          const OcopFormFill *fill)
{
  g_autofree char *name = name_of (fill->cell);
  g_autofree char *first = fill->values->len > 0 ? ocop_form_value_to_people (fill->values->pdata[0]) : NULL;
  const OcopValue row[] = {
    { OCOP_VALUE_TEXT, 0, fill->cell->sheet },
    { OCOP_VALUE_TEXT, 0, name },
    { OCOP_VALUE_TEXT, 0, fill->cell->source },
    ocop_value_integer (fill->values->len),
    { first != NULL && *first != '\0' ? OCOP_VALUE_TEXT : OCOP_VALUE_UNKNOWN, 0, first },
    { fill->cell->left != NULL ? OCOP_VALUE_TEXT : OCOP_VALUE_UNKNOWN, 0, fill->cell->left },
    { fill->cell->above != NULL ? OCOP_VALUE_TEXT : OCOP_VALUE_UNKNOWN, 0, fill->cell->above },
  };

  ocop_output_add_row (output, row);
}

static OcopStatus
list_cells (const OcopInvocation *invocation,
            Job                  *job)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopOutput) output = ocop_output_new ();

  if (ocop_register_read (job->reg, read_fills, job, &error) == NULL)
    return ocop_invocation_fail (g_steal_pointer (&error));
  ocop_output_add_column (output, "sheet", _("Sheet"), NULL);
  ocop_output_add_column (output, "cell", _("Cell"), NULL);
  ocop_output_add_column (output, "source", _("What goes there"), NULL);
  ocop_output_add_column (output, "rows", _("Rows"), ocop_output_integer_field ());
  ocop_output_add_column (output, "value", C_("column", "Value"), NULL);
  ocop_output_add_column (output, "left", NULL, NULL);
  ocop_output_add_column (output, "above", NULL, NULL);
  for (guint i = 0; i < job->fills->len; i++)
    add_fill (output, job->fills->pdata[i]);
  ocop_output_print (output, invocation->format);
  say_all (job->warnings);
  return job->warnings->len > 0 ? OCOP_STATUS_NO : OCOP_STATUS_DONE;
}

/* --- filling --- */

static OcopStatus
write_copy (Job *job)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) left = NULL;
  g_autoptr(GBytes) filled = NULL;

  if (ocop_register_read (job->reg, read_fills, job, &error) == NULL)
    return ocop_invocation_fail (g_steal_pointer (&error));
  filled = ocop_form_book_fill (job->book, job->fills, &left, &error);
  if (filled == NULL || !ocop_paper_file_write (job->path, filled, &error))
    return ocop_invocation_fail (g_steal_pointer (&error));
  say_all (job->warnings);
  say_all (left);
  return job->warnings->len + left->len > 0 ? OCOP_STATUS_NO : OCOP_STATUS_DONE;
}

/* --- mapping --- */

static gboolean
blame (const char  *text,
       GError     **error)
{
  g_set_error (error, OCOP_ERROR, OCOP_ERROR_ARGUMENT,
               _("“%s” is no cell of a form; give it as “Sheet 1!C12”, with its last row as “Sheet 1!D8:D40”"), text);
  return FALSE;
}

/* Reads "D8:D40@B" into @cell. */
static gboolean
read_place (const char   *place,
            OcopFormCell *cell)
{
  g_auto(GStrv) parts = g_strsplit (place, "@", 2);
  g_auto(GStrv) ends = parts[0] != NULL ? g_strsplit (parts[0], ":", 2) : NULL;
  guint last_column;

  if (ends == NULL || ends[0] == NULL || !ocop_form_cell_read_name (ends[0], &cell->row, &cell->column))
    return FALSE;
  if (ends[1] != NULL && (!ocop_form_cell_read_name (ends[1], &cell->last_row, &last_column) ||
                          last_column != cell->column || cell->last_row < cell->row))
    return FALSE;
  if (parts[1] != NULL)
    cell->labels_column = ocop_form_column_read_name (parts[1]);
  return parts[1] == NULL || cell->labels_column > 0;
}

/* Reads "Sheet 1!C12", with @takes_source "Sheet 1!C12=target:P10:actual". A sheet may be called by any signs. */
static OcopFormCell *
read_cell (const char  *text,
           gboolean     takes_source,
           GError     **error)
{
  const char *mark = strrchr (text, '!');
  const char *sign = mark != NULL && takes_source ? strchr (mark, '=') : NULL;
  g_autofree char *sheet = mark != NULL ? g_strndup (text, (gsize) (mark - text)) : NULL;
  g_autofree char *place = sign != NULL ? g_strndup (mark + 1, (gsize) (sign - mark - 1)) : g_strdup (mark != NULL ? mark + 1 : "");
  g_autoptr(OcopFormCell) cell = ocop_form_cell_new (sheet, 0, 0, sign != NULL ? sign + 1 : NULL);

  if (mark == NULL || (takes_source && sign == NULL) || !read_place (place, cell))
    {
      blame (text, error);
      return NULL;
    }
  if (takes_source && !ocop_own_form_source_check (cell->source, error))
    return NULL;
  return g_steal_pointer (&cell);
}

static gboolean
clear_cells (Job     *job,
             GError **error)
{
  for (char **text = job->clear; text != NULL && *text != NULL; text++)
    {
      g_autoptr(OcopFormCell) cell = read_cell (*text, FALSE, error);
      OcopFormCell *mapped = cell != NULL ? ocop_form_cells_find (job->cells, cell->sheet, cell->row, cell->column) : NULL;

      if (mapped != NULL)
        g_ptr_array_remove (job->cells, mapped);
      else if (cell != NULL)
        g_set_error (error, OCOP_ERROR, OCOP_ERROR_NOT_FOUND, _("Nothing goes into “%s”"), *text);
      if (mapped == NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
set_cells (Job     *job,
           GError **error)
{
  for (char **text = job->set; text != NULL && *text != NULL; text++)
    {
      g_autoptr(OcopFormCell) cell = read_cell (*text, TRUE, error);
      OcopFormCell *former = cell != NULL ? ocop_form_cells_find (job->cells, cell->sheet, cell->row, cell->column) : NULL;

      if (cell == NULL || !ocop_form_book_can_take (job->book, cell, error))
        return FALSE;
      ocop_form_book_note_labels (job->book, cell, ocop_own_form_source_goes_down (cell->source));
      if (former != NULL)
        g_ptr_array_remove (job->cells, former);
      g_ptr_array_add (job->cells, g_steal_pointer (&cell));
    }
  return TRUE;
}

static gpointer
make_mapping (OcopReader    *reader,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  Job *job = data;

  if (!load_form (reader, job, error) || !clear_cells (job, error) || !set_cells (job, error))
    return NULL;
  return ocop_own_form_change_cells (reader, ocop_record_get_id (job->form), job->cells, error);
}

static gpointer
make_file (OcopReader    *reader,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  Job *job = data;

  return ocop_own_form_change_file (reader, job->name, job->file, error);
}

/* From the path of the workbook to its name among the attachments. */
static gboolean
keep_file (Job     *job,
           GError **error)
{
  char *kept = ocop_own_form_keep_file (job->reg, job->file, error);

  g_free (job->file);
  job->file = kept;
  return kept != NULL;
}

static OcopStatus
change_form (Job *job)
{
  g_autoptr(GError) error = NULL;

  if ((job->file != NULL && (!keep_file (job, &error) || !ocop_register_make (job->reg, make_file, job, &error))) ||
      ((job->set != NULL || job->clear != NULL) && !ocop_register_make (job->reg, make_mapping, job, &error)))
    return ocop_invocation_fail (g_steal_pointer (&error));
  return OCOP_STATUS_DONE;
}

/* --- all of it --- */

static OcopStatus
run (const OcopInvocation *invocation,
     Job                  *job)
{
  if (job->sources)
    return list_sources (invocation, job);
  if (job->name == NULL)
    return list_forms (invocation, job);
  if (job->file != NULL || job->set != NULL || job->clear != NULL)
    return change_form (job);
  return job->path != NULL ? write_copy (job) : list_cells (invocation, job);
}

OcopStatus
ocop_command_form (OcopInvocation *invocation)
{
  g_auto(Job) job = { NULL };
  const GOptionEntry entries[] = {
    { "take", 0, 0, G_OPTION_ARG_FILENAME, &job.file, N_("Take in the workbook of the form, or its new version"), N_("FORM.xlsx") },
    { "set", 0, 0, G_OPTION_ARG_STRING_ARRAY, &job.set, N_("What goes into a cell: “Sheet 1!C12=target:P10:actual”"), N_("CELL=SOURCE") },
    { "clear", 0, 0, G_OPTION_ARG_STRING_ARRAY, &job.clear, N_("Nothing goes into the cell any more"), N_("CELL") },
    { "sources", 0, 0, G_OPTION_ARG_NONE, &job.sources, N_("List what can go into a cell"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &job.path, N_("The filled copy to write: .xlsx"), N_("OUT") },
    { "year", 0, 0, G_OPTION_ARG_INT, &job.year, N_("The year of the plan (default: this year)"), N_("YEAR") },
    { "period", 0, 0, G_OPTION_ARG_STRING, &job.period, N_("Of the year's plan and work: half, nine-months, quarter-1…4, month-1…12, DAY..DAY"), N_("PERIOD") },
    { NULL }
  };
  gboolean writes;
  OcopStatus status;

  if (!ocop_invocation_parse (invocation, entries))
    return OCOP_STATUS_UNUSABLE;
  job.name = invocation->n_arguments > 1 ? invocation->arguments[1] : NULL;
  writes = job.file != NULL || job.set != NULL || job.clear != NULL;
  if (job.name == NULL && (writes || job.path != NULL))
    {
      ocop_invocation_say (_("The name of the form is needed"));
      return OCOP_STATUS_UNUSABLE;
    }
  if (job.path != NULL && !ocop_invocation_check_ending (job.path, ".xlsx"))
    return OCOP_STATUS_UNUSABLE;
  job.scope = (OcopOwnFormScope) { .year = job.year > 0 ? (guint) job.year : (guint) invocation->on.year,
                                   .period = job.period, .on = invocation->on };
  job.reg = ocop_invocation_open (invocation, writes ? OCOP_OPEN_DEFAULT : OCOP_OPEN_LOOK_ONLY);
  if (job.reg == NULL)
    return OCOP_STATUS_UNUSABLE;
  status = run (invocation, &job);
  ocop_invocation_close (job.reg);
  return status;
}
