/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/desk-chart-output.h"

#include <glib/gi18n.h>

#include "base/ocop-text.h"
#include "chart/ocop-chart-paint.h"
#include "chart/ocop-chart-table.h"
#include "chart/ocop-chart-text.h"
#include "desk-clipboard.h"
#include "desk-file-chooser.h"
#include "report/chart/ocop-chart-workbook.h"
#include "report/ocop-paper-csv.h"

/* Fits the width of a page's text at 16:10; three pixels a unit stay sharp in print. */
static const OcopChartSize picture_size = { 800, 500, 3 };

static const OcopChartTheme *
print_theme (void)
{
  return ocop_chart_theme_get (OCOP_CHART_THEME_PRINT_COLOUR);
}

void
desk_chart_output_copy_picture (const OcopChart *chart,
                                DeskWindow      *window)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = ocop_chart_to_bytes (chart, OCOP_CHART_FORMAT_PNG, picture_size, print_theme (), &error);
  g_autoptr(GdkTexture) texture = bytes != NULL ? gdk_texture_new_from_bytes (bytes, &error) : NULL;

  if (texture == NULL)
    {
      desk_window_show_error (window, error);
      return;
    }
  gdk_clipboard_set_texture (gtk_widget_get_clipboard (GTK_WIDGET (window)), texture);
  desk_window_say (window, _("Chart copied as a picture"));
}

static OcopPaperTable *
make_paper_table (const OcopChart      *chart,
                  const OcopChartTable *table)
{
  g_autofree char *title = ocop_chart_dup_title (chart);
  OcopPaperTable *paper = ocop_paper_table_new (title);

  OcopPaperColumnType numbers = table->decimals == 0 ? OCOP_PAPER_COLUMN_INTEGER : OCOP_PAPER_COLUMN_QUANTITY;

  for (guint column = 0; column < table->n_columns; column++)
    {
      const OcopValue *heading = ocop_chart_table_get (table, 0, column);
      OcopPaperColumnType type = column == 0 ? OCOP_PAPER_COLUMN_TEXT : numbers;
      g_autofree char *name = g_strdup_printf ("%u", column);

      ocop_paper_table_add_column (paper, name, heading->text != NULL ? heading->text : "", type, 10);
    }
  for (guint row = 1; row < table->n_rows; row++)
    {
      OcopPaperRow *cells = ocop_paper_table_add_row (paper, OCOP_PAPER_ROW_DATA, NULL);

      for (guint column = 0; column < table->n_columns; column++)
        cells->cells[column] = ocop_value_copy (ocop_chart_table_get (table, row, column));
    }
  return paper;
}

/* As text for spreadsheets, and as a table for word processors. */
void
desk_chart_output_copy_table (const OcopChart *chart,
                              DeskWindow      *window)
{
  g_autoptr(OcopChartTable) table = ocop_chart_table_new (chart);
  g_autoptr(OcopPaperTable) paper = make_paper_table (chart, table);
  g_autofree char *text = ocop_chart_table_to_tsv (table);
  g_autofree char *html = ocop_paper_table_to_html (paper, NULL);

  desk_clipboard_set (gtk_widget_get_clipboard (GTK_WIDGET (window)), text, html);
  desk_window_say (window, _("Figures copied as a table"));
}

typedef struct
{
  OcopChart *chart;
  OcopChartSize size;
  const OcopChartTheme *theme;
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  ocop_chart_free (wanted->chart);
  g_free (wanted);
}

static void
on_place_chosen (GtkNativeDialog *dialog,
                 int              response,
                 DeskWindow      *window)
{
  g_autoptr(GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  const Wanted *wanted = g_object_get_data (G_OBJECT (dialog), "wanted");
  g_autoptr(GError) error = NULL;

  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    {
      g_autofree char *text = g_strdup_printf (_("Saved to %s"), g_file_peek_path (file));

      if (ocop_chart_save (wanted->chart, g_file_peek_path (file), wanted->size, wanted->theme, &error))
        desk_window_say_written (window, text, g_file_peek_path (file));
      else
        desk_window_show_error (window, error);
    }
  g_object_unref (dialog);
}

/* @ending: of the name that is proposed; another one of ours is heard too */
static void
ask_place (const OcopChart      *chart,
           OcopChartSize         size,
           const OcopChartTheme *theme,
           DeskWindow           *window,
           const DeskFileKind   *kinds,
           const char           *ending)
{
  GtkFileChooserNative *dialog = desk_file_chooser_new (GTK_WINDOW (window), _("Save the Chart"), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"),
                                                        kinds);
  g_autofree char *whole = ocop_chart_dup_title (chart);
  g_autofree char *title = ocop_text_to_file_name (whole);
  g_autofree char *name = g_strconcat (title, ending, NULL);

  Wanted *wanted = g_new (Wanted, 1);

  *wanted = (Wanted) { ocop_chart_copy (chart), size, theme };
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  g_object_set_data_full (G_OBJECT (dialog), "wanted", wanted, wanted_free);
  g_signal_connect (dialog, "response", G_CALLBACK (on_place_chosen), window);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
desk_chart_output_save (const OcopChart *chart,
                        DeskWindow      *window)
{
  static const DeskFileKind pictures[] = { { N_("Pictures (*.png, *.svg, *.pdf)"), "png;svg;pdf" }, { NULL } };

  ask_place (chart, picture_size, print_theme (), window, pictures, ".png");
}

void
desk_chart_output_save_pixels (const OcopChart  *chart,
                               OcopChartThemeId  theme_id,
                               int               width,
                               int               height,
                               DeskWindow       *window)
{
  static const DeskFileKind pictures[] = { { N_("Pictures (*.png)"), "png" }, { NULL } };
  const OcopChartTheme *theme = ocop_chart_theme_get (theme_id);

  ask_place (chart, ocop_chart_size_of_pixels (theme, width, height), theme, window, pictures, ".png");
}

void
desk_chart_output_save_workbook (const OcopChart *chart,
                                 DeskWindow      *window)
{
  static const DeskFileKind workbooks[] = { { N_("Excel workbook (.xlsx)"), "xlsx" }, { NULL } };

  ask_place (chart, picture_size, print_theme (), window, workbooks, ".xlsx");
}

static void
draw_page (GtkPrintOperation *operation,
           GtkPrintContext   *context,
           int                page,
           const OcopChart   *chart)
{
  double width = gtk_print_context_get_width (context);
  double height = MIN (gtk_print_context_get_height (context), width * picture_size.height / picture_size.width);

  ocop_chart_geometry_free (ocop_chart_paint (chart, gtk_print_context_get_cairo_context (context), width, height,
                                              print_theme (), OCOP_CHART_PAINT_WHOLE));
}

void
desk_chart_output_print (const OcopChart *chart,
                         DeskWindow      *window)
{
  g_autoptr(GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr(GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr(GError) error = NULL;

  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_job_name (operation, ocop_chart_get_text (chart, OCOP_CHART_TEXT_TITLE));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_n_pages (operation, 1);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page), ocop_chart_copy (chart),
                         (GClosureNotify) (void (*) (void)) ocop_chart_free, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (window), &error);
  if (error != NULL)
    desk_window_show_error (window, error);
}
