/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ocop-commune-workbook-private.h"

#include <glib/gi18n.h>
#include <xlsxwriter.h>

#include "base/ocop-error.h"
#include "exchange/ocop-sheet.h"

#define FACE "Times New Roman"
#define PAPER_A4 9
#define HEADING_ROW 4
#define HEADING_HEIGHT 48
/* Lines for what is new. */
#define FREE_CHANNELS 40
#define FREE_REGISTRATIONS 25
/* Where the lists that cells offer stand on the hidden sheet. */
#define FIRST_LIST 30
#define GUIDE_WIDTH 110

static const uint32_t entry_colour = 0xFFF4C7;
static const uint32_t head_colour = 0xDDE8DC;

typedef enum
{
  STYLE_TITLE,
  STYLE_PLAIN,
  STYLE_NOTE,
  STYLE_HEADING,
  STYLE_TEXT,
  STYLE_FIGURE,
  STYLE_ENTRY,
  STYLE_ENTRY_NUMBER,
  STYLE_ENTRY_DATE,
  N_STYLES
} Style;

typedef enum
{
  LIST_YES_OR_NO,
  LIST_ACTIVITY,
  LIST_CHANNEL,
  LIST_KIND,
  LIST_CLASS,
  LIST_PRODUCT,
  N_LISTS
} List;

typedef struct
{
  const OcopCommuneForm *form;
  lxw_workbook *workbook;
  lxw_worksheet *hidden;
  lxw_format *formats[N_STYLES];
  guint lengths[N_LISTS];
} Book;

/* The looks */

static lxw_format *
new_format (Book  *book,
            Style  style)
{
  lxw_format *format = workbook_add_format (book->workbook);

  format_set_font_name (format, FACE);
  format_set_font_size (format, style == STYLE_TITLE ? 14 : 11);
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  if (style == STYLE_TITLE || style == STYLE_HEADING)
    format_set_bold (format);
  if (style >= STYLE_NOTE)
    format_set_text_wrap (format);
  if (style >= STYLE_HEADING)
    format_set_border (format, LXW_BORDER_THIN);
  if (style == STYLE_HEADING || style == STYLE_FIGURE)
    format_set_align (format, LXW_ALIGN_CENTER);
  if (style == STYLE_HEADING)
    format_set_bg_color (format, head_colour);
  if (style == STYLE_ENTRY_NUMBER)
    format_set_num_format (format, "#,##0");
  if (style == STYLE_ENTRY_DATE)
    format_set_num_format (format, "dd/mm/yyyy");
  if (style >= STYLE_ENTRY)
    {
      format_set_bg_color (format, entry_colour);
      format_set_unlocked (format);
    }
  return format;
}

/* Against slips, not against intent: what comes back is held against what was sent. */
static void
protect (lxw_worksheet *worksheet)
{
  lxw_protection options = { .format_columns = LXW_TRUE, .format_rows = LXW_TRUE };

  worksheet_protect (worksheet, NULL, &options);
}

static void
set_up_page (lxw_worksheet *worksheet)
{
  worksheet_set_landscape (worksheet);
  worksheet_set_paper (worksheet, PAPER_A4);
  worksheet_fit_to_pages (worksheet, 1, 0);
  worksheet_set_margins (worksheet, 0.5, 0.5, 0.6, 0.6);
  protect (worksheet);
}

/* The hidden sheet */

static void
write_hidden (Book       *book,
              guint       row,
              guint       column,
              const char *text)
{
  if (text != NULL)
    worksheet_write_string (book->hidden, row, (lxw_col_t) column, text, NULL);
}

static void
write_identity (Book       *book,
                guint       row,
                const char *name,
                const char *value)
{
  write_hidden (book, row, OCOP_COMMUNE_HIDDEN_NAME, name);
  write_hidden (book, row, OCOP_COMMUNE_HIDDEN_VALUE, value);
}

static guint
write_hidden_heading (Book             *book,
                      guint             row,
                      OcopCommuneTable  table)
{
  const OcopCommuneColumn *columns = ocop_commune_columns (table);

  write_identity (book, row, OCOP_COMMUNE_HEADING, ocop_commune_table_name (table));
  write_hidden (book, row, OCOP_COMMUNE_HIDDEN_ID, ocop_commune_table_title (table));
  for (guint i = 0; columns[i].title != NULL; i++)
    {
      g_autofree char *title = ocop_commune_column_title (&columns[i], book->form->year);

      write_hidden (book, row, OCOP_COMMUNE_HIDDEN_CELLS + i, title);
    }
  return row + 1;
}

static guint
write_hidden_lines (Book             *book,
                    guint             row,
                    OcopCommuneTable  table)
{
  for (guint i = 0; i < book->form->tables[table]->len; i++, row++)
    {
      const OcopCommuneLine *line = ocop_commune_form_get_line (book->form, table, i);
      g_autofree char *number = g_strdup_printf ("%u", line->number);

      write_identity (book, row, ocop_commune_table_name (table), number);
      write_hidden (book, row, OCOP_COMMUNE_HIDDEN_ID, line->id);
      for (guint column = OCOP_COMMUNE_NUMBER + 1; column < line->n_cells; column++)
        write_hidden (book, row, OCOP_COMMUNE_HIDDEN_CELLS + column - 1, line->cells[column]);
    }
  return row;
}

static void
add_to_list (Book       *book,
             List        list,
             const char *text)
{
  write_hidden (book, book->lengths[list]++, FIRST_LIST + list, text);
}

static void
add_choices (Book       *book,
             List        list,
             const char *kind,
             const char *field)
{
  const OcopField *of = ocop_kind_find_field (ocop_kind_find (kind), field);

  for (const OcopChoice *choice = of->choices; choice->key != NULL; choice++)
    add_to_list (book, list, _(choice->title));
}

/* Lists in a cell's own rule are short, and parted by commas. */
static void
write_lists (Book *book)
{
  const OcopField *star = ocop_kind_find_field (ocop_kind_find ("product"), "star");
  const GPtrArray *products = book->form->tables[OCOP_COMMUNE_PRODUCTS];

  add_to_list (book, LIST_YES_OR_NO, _("Yes"));
  add_to_list (book, LIST_YES_OR_NO, _("No"));
  add_choices (book, LIST_ACTIVITY, "product", "activity");
  add_choices (book, LIST_CHANNEL, "sales_link", "channel");
  add_choices (book, LIST_KIND, "plan_product", "kind");
  for (const OcopChoice *choice = star->choices; choice->key != NULL; choice++)
    if (g_ascii_isdigit (*choice->key))
      worksheet_write_number (book->hidden, book->lengths[LIST_CLASS]++, FIRST_LIST + LIST_CLASS, g_ascii_strtod (choice->key, NULL), NULL);
  for (guint i = 0; i < products->len; i++)
    {
      const OcopCommuneLine *line = ocop_commune_form_get_line (book->form, OCOP_COMMUNE_PRODUCTS, i);
      g_autofree char *shown = g_strdup_printf ("%u. %s", line->number, line->cells[OCOP_COMMUNE_PRODUCT_NAME]);

      add_to_list (book, LIST_PRODUCT, shown);
    }
}

static void
fill_hidden_page (Book *book)
{
  g_autofree char *digest = ocop_commune_form_dup_digest (book->form);
  g_autofree char *year = g_strdup_printf ("%u", book->form->year);
  g_autofree char *seq = g_strdup_printf ("%" G_GINT64_FORMAT, book->form->seq);
  guint row = OCOP_COMMUNE_ROW_TABLES;

  write_identity (book, OCOP_COMMUNE_ROW_MARK, OCOP_COMMUNE_MARK, OCOP_COMMUNE_LAYOUT_VERSION);
  write_identity (book, OCOP_COMMUNE_ROW_REGISTER, "register", book->form->register_id);
  write_identity (book, OCOP_COMMUNE_ROW_YEAR, "year", year);
  write_identity (book, OCOP_COMMUNE_ROW_UNIT, "unit", book->form->unit);
  write_hidden (book, OCOP_COMMUNE_ROW_UNIT, OCOP_COMMUNE_HIDDEN_ID, book->form->unit_name);
  write_identity (book, OCOP_COMMUNE_ROW_SEQ, "seq", seq);
  write_identity (book, OCOP_COMMUNE_ROW_DIGEST, "digest", digest);
  for (guint table = 0; table < OCOP_COMMUNE_N_TABLES; table++)
    row = write_hidden_heading (book, row, table);
  for (guint table = 0; table < OCOP_COMMUNE_N_TABLES; table++)
    row = write_hidden_lines (book, row, table);
  write_lists (book);
  worksheet_hide (book->hidden);
  protect (book->hidden);
}

/* The tables */

static void
write_date (Book          *book,
            lxw_worksheet *worksheet,
            guint          row,
            guint          column,
            const char    *text)
{
  lxw_datetime day = { 0 };
  OcopDate date;

  if (ocop_date_parse (text, &date) && ocop_date_is_day (date))
    {
      day = (lxw_datetime) { .year = date.year, .month = date.month, .day = date.day };
      worksheet_write_datetime (worksheet, row, (lxw_col_t) column, &day, book->formats[STYLE_ENTRY_DATE]);
    }
  else
    worksheet_write_string (worksheet, row, (lxw_col_t) column, text, book->formats[STYLE_ENTRY]);
}

static Style
style_of (const OcopCommuneColumn *column,
          gboolean                 is_new)
{
  const OcopField *field = ocop_commune_column_field (column);

  if (column->use == OCOP_COMMUNE_LOCKED || (column->use == OCOP_COMMUNE_ENTRY_NEW && !is_new))
    return STYLE_TEXT;
  if (field->type == OCOP_FIELD_INTEGER || field->type == OCOP_FIELD_MONEY)
    return STYLE_ENTRY_NUMBER;
  return field->type == OCOP_FIELD_DATE ? STYLE_ENTRY_DATE : STYLE_ENTRY;
}

static void
write_cell (Book                    *book,
            lxw_worksheet           *worksheet,
            guint                    row,
            guint                    place,
            const OcopCommuneColumn *column,
            const char              *text,
            gboolean                 is_new)
{
  Style style = style_of (column, is_new);
  g_autofree char *shown = ocop_commune_to_people (column, text);

  if (text == NULL)
    worksheet_write_blank (worksheet, row, (lxw_col_t) place, book->formats[style]);
  else if (style == STYLE_ENTRY_NUMBER)
    worksheet_write_number (worksheet, row, (lxw_col_t) place, g_ascii_strtod (text, NULL), book->formats[style]);
  else if (style == STYLE_ENTRY_DATE)
    write_date (book, worksheet, row, place, text);
  else
    worksheet_write_string (worksheet, row, (lxw_col_t) place, shown, book->formats[style]);
}

static void
write_line (Book                  *book,
            lxw_worksheet         *worksheet,
            guint                  row,
            OcopCommuneTable       table,
            guint                  number,
            const OcopCommuneLine *line)
{
  const OcopCommuneColumn *columns = ocop_commune_columns (table);

  worksheet_write_number (worksheet, row, OCOP_COMMUNE_NUMBER, number, book->formats[STYLE_FIGURE]);
  for (guint i = OCOP_COMMUNE_NUMBER + 1; columns[i].title != NULL; i++)
    write_cell (book, worksheet, row, i, &columns[i], line != NULL ? line->cells[i] : NULL, line == NULL);
}

static int
list_of (const OcopCommuneColumn *column)
{
  const OcopField *field = ocop_commune_column_field (column);

  if (column->meaning == OCOP_COMMUNE_CHOSEN)
    return LIST_PRODUCT;
  if (field->type == OCOP_FIELD_BOOLEAN)
    return LIST_YES_OR_NO;
  if (g_strcmp0 (column->field, "activity") == 0)
    return LIST_ACTIVITY;
  if (g_strcmp0 (column->field, "channel") == 0)
    return LIST_CHANNEL;
  if (g_strcmp0 (column->field, "expected_class") == 0)
    return LIST_CLASS;
  return g_strcmp0 (column->field, "kind") == 0 ? LIST_KIND : -1;
}

static void
offer_list (Book          *book,
            lxw_worksheet *worksheet,
            guint          first,
            guint          last,
            guint          column,
            List           list)
{
  char letters[OCOP_SHEET_COLUMN_NAME_SIZE];
  g_autofree char *formula = NULL;
  lxw_data_validation validation = {
    .validate = LXW_VALIDATION_TYPE_LIST_FORMULA,
    .ignore_blank = LXW_VALIDATION_ON,
    .dropdown = LXW_VALIDATION_ON,
    .show_error = LXW_VALIDATION_ON,
    .error_type = LXW_VALIDATION_ERROR_TYPE_STOP,
    .error_message = (char *) _("Choose one of the list."),
  };

  ocop_sheet_column_name (FIRST_LIST + list, letters);
  formula = g_strdup_printf ("=" OCOP_COMMUNE_HIDDEN_PAGE "!$%s$1:$%s$%u", letters, letters, MAX (book->lengths[list], 1));
  validation.value_formula = formula;
  worksheet_data_validation_range (worksheet, first, (lxw_col_t) column, last, (lxw_col_t) column, &validation);
}

static void
demand_number (lxw_worksheet *worksheet,
               guint          first,
               guint          last,
               guint          column)
{
  lxw_data_validation validation = {
    .validate = LXW_VALIDATION_TYPE_INTEGER,
    .criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO,
    .value_number = 0,
    .ignore_blank = LXW_VALIDATION_ON,
    .show_error = LXW_VALIDATION_ON,
    .error_type = LXW_VALIDATION_ERROR_TYPE_STOP,
    .error_message = (char *) _("Enter a whole number, without a unit."),
  };

  worksheet_data_validation_range (worksheet, first, (lxw_col_t) column, last, (lxw_col_t) column, &validation);
}

static void
guard_columns (Book             *book,
               lxw_worksheet    *worksheet,
               OcopCommuneTable  table,
               guint             last)
{
  const OcopCommuneColumn *columns = ocop_commune_columns (table);

  for (guint i = 0; columns[i].title != NULL; i++)
    {
      int list = columns[i].use != OCOP_COMMUNE_LOCKED ? list_of (&columns[i]) : -1;

      if (list >= 0)
        offer_list (book, worksheet, HEADING_ROW + 1, last, i, (List) list);
      else if (style_of (&columns[i], TRUE) == STYLE_ENTRY_NUMBER)
        demand_number (worksheet, HEADING_ROW + 1, last, i);
    }
}

static guint
count_free_lines (OcopCommuneTable table)
{
  return table == OCOP_COMMUNE_CHANNELS ? FREE_CHANNELS : table == OCOP_COMMUNE_REGISTRATIONS ? FREE_REGISTRATIONS : 0;
}

static void
write_head (Book             *book,
            lxw_worksheet    *worksheet,
            OcopCommuneTable  table)
{
  const OcopCommuneColumn *columns = ocop_commune_columns (table);
  g_autofree char *title = g_strdup_printf (_("REPORT OF THE COMMUNE FOR %u – %s"), book->form->year, ocop_commune_table_title (table));

  worksheet_write_string (worksheet, 0, 0, book->form->office_name != NULL ? book->form->office_name : "", book->formats[STYLE_PLAIN]);
  worksheet_write_string (worksheet, 1, 0, title, book->formats[STYLE_TITLE]);
  worksheet_write_string (worksheet, 2, 0, book->form->unit_name, book->formats[STYLE_PLAIN]);
  worksheet_set_row (worksheet, HEADING_ROW, HEADING_HEIGHT, NULL);
  for (guint i = 0; columns[i].title != NULL; i++)
    {
      g_autofree char *heading = ocop_commune_column_title (&columns[i], book->form->year);

      worksheet_set_column (worksheet, (lxw_col_t) i, (lxw_col_t) i, columns[i].width, NULL);
      worksheet_write_string (worksheet, HEADING_ROW, (lxw_col_t) i, heading, book->formats[STYLE_HEADING]);
    }
}

static void
fill_table (Book             *book,
            lxw_worksheet    *worksheet,
            OcopCommuneTable  table)
{
  guint n = book->form->tables[table]->len;
  guint n_lines = n + count_free_lines (table);

  write_head (book, worksheet, table);
  for (guint i = 0; i < n_lines; i++)
    write_line (book, worksheet, HEADING_ROW + 1 + i, table, i + 1, i < n ? ocop_commune_form_get_line (book->form, table, i) : NULL);
  guard_columns (book, worksheet, table, HEADING_ROW + MAX (n_lines, 1));
  worksheet_freeze_panes (worksheet, HEADING_ROW + 1, table == OCOP_COMMUNE_PRODUCTS ? 3 : 2);
  worksheet_repeat_rows (worksheet, HEADING_ROW, HEADING_ROW);
  set_up_page (worksheet);
}

/* How it is filled in */

static void
fill_guide (Book          *book,
            lxw_worksheet *worksheet)
{
  const char *lines[] = {
    _("Fill in the yellow cells only; all others are locked and stand as the province has them. A cell that is left empty says nothing: "
      "what is on record stays."),
    _("Products: choose whether the product is still made. Where it is paused or was stopped, enter the day (dd/mm/yyyy) or the year since when. "
      "Revenue is that of the whole year, in đồng: 1500000000 for one and a half billion."),
    _("A product whose certificate ends: choose “Yes” for a re-evaluation, and hand the dossier in to the commune between the two days shown."),
    _("Producers: workers at the end of the year, and how many of them are women, and trained with a degree or certificate."),
    _("Sales channels: correct what is out of date; on the free lines choose the product and the channel, then enter the shop and its link."),
    _("Registrations: the products that producers want to bring forward next year, each on a line of its own."),
    _("Do not change names of sheets, headings or locked cells, and do not put rows in between. Save the file as .xlsx and send it back to the province. "
      "Whoever sends it again sends the whole file: the one saved last counts."),
  };

  worksheet_set_column (worksheet, 0, 0, 4, NULL);
  worksheet_set_column (worksheet, 1, 1, GUIDE_WIDTH, NULL);
  worksheet_write_string (worksheet, 0, 0, _("How the workbook is filled in"), book->formats[STYLE_TITLE]);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      worksheet_write_number (worksheet, 2 + i, 0, i + 1, book->formats[STYLE_NOTE]);
      worksheet_write_string (worksheet, 2 + i, 1, lines[i], book->formats[STYLE_NOTE]);
      worksheet_set_row (worksheet, 2 + i, g_utf8_strlen (lines[i], -1) > GUIDE_WIDTH ? 48 : 24, NULL);
    }
  set_up_page (worksheet);
}

static void
fill_book (Book *book)
{
  lxw_doc_properties properties = { .title = (char *) _("Report of a commune"), .created = OCOP_COMMUNE_MADE_AT };
  lxw_worksheet *pages[OCOP_COMMUNE_N_TABLES];
  lxw_worksheet *guide = NULL;

  workbook_set_properties (book->workbook, &properties);
  for (Style style = 0; style < N_STYLES; style++)
    book->formats[style] = new_format (book, style);
  for (guint table = 0; table < OCOP_COMMUNE_N_TABLES; table++)
    {
      pages[table] = workbook_add_worksheet (book->workbook, ocop_commune_table_title (table));
      if (table == OCOP_COMMUNE_PRODUCTS)
        guide = workbook_add_worksheet (book->workbook, C_("commune workbook", "Guidance"));
    }
  book->hidden = workbook_add_worksheet (book->workbook, OCOP_COMMUNE_HIDDEN_PAGE);
  fill_hidden_page (book);
  fill_guide (book, guide);
  for (guint table = 0; table < OCOP_COMMUNE_N_TABLES; table++)
    fill_table (book, pages[table], table);
}

gboolean
ocop_commune_workbook_write (const OcopCommuneForm  *form,
                             const char             *path,
                             GError                **error)
{
  lxw_workbook_options options = { .tmpdir = (char *) g_get_tmp_dir () };
  Book book = { form, workbook_new_opt (path, &options), NULL, { NULL }, { 0 } };
  lxw_error result;

  fill_book (&book);
  result = workbook_close (book.workbook);
  if (result == LXW_NO_ERROR)
    return TRUE;
  g_set_error (error, OCOP_ERROR, OCOP_ERROR_STORAGE, _("“%s” cannot be written: %s"), path, lxw_strerror (result));
  return FALSE;
}
