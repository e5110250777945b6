/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ocop-xlsx-number-private.h"

#include <math.h>
#include <string.h>

#include "base/ocop-date.h"

#define SECONDS_PER_DAY 86400
/* 31 December 9999, and the largest number that can be a date, in days from 1900. */
#define LAST_DAY 2958465
/* Days of 1904's first day as counted from 1900. */
#define DAYS_TO_1904 1462
/* The day that 1900 did not have, kept by every spreadsheet program for old files' sake. */
#define FALSE_LEAP_DAY 60
/* More digits than this are not held exactly by any spreadsheet program. */
#define MAX_WHOLE_DIGITS 15

static const struct
{
  guint first, last;
  OcopXlsxFormat format;
} known_formats[] = {
  { 9, 10, OCOP_XLSX_FORMAT_PERCENT },
  { 14, 17, OCOP_XLSX_FORMAT_DATE },
  { 18, 21, OCOP_XLSX_FORMAT_TIME },
  { 22, 22, OCOP_XLSX_FORMAT_DATE },
  { 27, 31, OCOP_XLSX_FORMAT_DATE },
  { 32, 35, OCOP_XLSX_FORMAT_TIME },
  { 36, 36, OCOP_XLSX_FORMAT_DATE },
  { 45, 47, OCOP_XLSX_FORMAT_TIME },
  { 50, 58, OCOP_XLSX_FORMAT_DATE },
};

OcopXlsxFormat
ocop_xlsx_format_of_id (guint id)
{
  for (guint i = 0; i < G_N_ELEMENTS (known_formats); i++)
    if (id >= known_formats[i].first && id <= known_formats[i].last)
      return known_formats[i].format;
  return OCOP_XLSX_FORMAT_NUMBER;
}

/* The letters of @code that stand for parts of a date or number: no quoted or escaped text, no colour or
 * locale in brackets (but [h], [m] and [s], elapsed time, count as "h"), no am and pm. */
static void
keep_placeholders (const char *code,
                   GString    *kept)
{
  for (const char *p = code; *p != '\0' && *p != ';'; p++)
    if (*p == '"' || *p == '[')
      {
        const char *end = strchr (p + 1, *p == '"' ? '"' : ']');

        if (end == NULL)
          return;
        if (*p == '[' && end > p + 1 && p + 1 + strspn (p + 1, "hmsHMS") == end)
          g_string_append_c (kept, 'h');
        p = end;
      }
    else if (*p == '\\' || *p == '_' || *p == '*')
      {
        if (*++p == '\0')
          return;
      }
    else if (g_ascii_strncasecmp (p, "am/pm", 5) == 0)
      p += 4;
    else
      g_string_append_c (kept, g_ascii_tolower (*p));
}

OcopXlsxFormat
ocop_xlsx_format_of_code (const char *code)
{
  g_autoptr(GString) kept = g_string_new (NULL);
  gboolean has_clock, has_digits;

  keep_placeholders (code, kept);
  has_clock = strpbrk (kept->str, "hs") != NULL;
  has_digits = strpbrk (kept->str, "0#?") != NULL;
  if (g_str_has_prefix (kept->str, "general") || (has_digits && !has_clock))
    return strchr (kept->str, '%') != NULL ? OCOP_XLSX_FORMAT_PERCENT : OCOP_XLSX_FORMAT_NUMBER;
  if (strpbrk (kept->str, "dy") != NULL || (!has_clock && strchr (kept->str, 'm') != NULL))
    return OCOP_XLSX_FORMAT_DATE;
  return has_clock ? OCOP_XLSX_FORMAT_TIME : OCOP_XLSX_FORMAT_NUMBER;
}

static void
write_time (gint64 seconds,
            char   text[OCOP_XLSX_NUMBER_TEXT_SIZE])
{
  g_snprintf (text, OCOP_XLSX_NUMBER_TEXT_SIZE, "%02d:%02d:%02d",
              (int) (seconds / 3600), (int) (seconds / 60 % 60), (int) (seconds % 60));
}

/* @day: from 1900, the false leap day counted. */
static void
write_day (int  day,
           char text[OCOP_XLSX_NUMBER_TEXT_SIZE])
{
  OcopDate eve = ocop_date_new (1899, 12, day < FALSE_LEAP_DAY ? 31 : 30);

  if (day == 0 || day == FALSE_LEAP_DAY)
    g_strlcpy (text, day == 0 ? "1900-01-00" : "1900-02-29", OCOP_XLSX_NUMBER_TEXT_SIZE);
  else
    ocop_date_to_text (ocop_date_add_days (eve, day), text);
}

static OcopCellType
write_date (double serial,
            char   text[OCOP_XLSX_NUMBER_TEXT_SIZE])
{
  gint64 seconds = (gint64) floor (serial * SECONDS_PER_DAY + 0.5);
  gint64 of_day = seconds % SECONDS_PER_DAY;
  char time[OCOP_XLSX_NUMBER_TEXT_SIZE];

  if (seconds < SECONDS_PER_DAY && of_day > 0)
    {
      write_time (of_day, text);
      return OCOP_CELL_TEXT;
    }
  write_day ((int) (seconds / SECONDS_PER_DAY), text);
  if (of_day > 0)
    {
      write_time (of_day, time);
      g_strlcat (text, " ", OCOP_XLSX_NUMBER_TEXT_SIZE);
      g_strlcat (text, time, OCOP_XLSX_NUMBER_TEXT_SIZE);
    }
  return OCOP_CELL_DATE;
}

static gboolean
is_plain_whole (const char *raw)
{
  gsize sign = *raw == '-' ? 1 : 0;
  gsize n = strspn (raw + sign, "0123456789");

  return n > 0 && n <= MAX_WHOLE_DIGITS && raw[sign + n] == '\0' && (raw[sign] != '0' || n == 1);
}

static void
write_number (double number,
              char   text[OCOP_XLSX_NUMBER_TEXT_SIZE])
{
  gboolean whole = fabs (number) < 1e18 && floor (number) == number;

  g_ascii_formatd (text, OCOP_XLSX_NUMBER_TEXT_SIZE, whole ? "%.0f" : "%.15g", number);
}

OcopCellType
ocop_xlsx_number_to_text (const char     *raw,
                          OcopXlsxFormat  format,
                          gboolean        from_1904,
                          char            text[OCOP_XLSX_NUMBER_TEXT_SIZE])
{
  double number, serial;
  char *end;

  if (format == OCOP_XLSX_FORMAT_NUMBER && is_plain_whole (raw))
    {
      g_strlcpy (text, raw, OCOP_XLSX_NUMBER_TEXT_SIZE);
      return OCOP_CELL_NUMBER;
    }
  number = g_ascii_strtod (raw, &end);
  if (*end != '\0' || end == raw || !isfinite (number))
    {
      g_strlcpy (text, "#NUM!", OCOP_XLSX_NUMBER_TEXT_SIZE);
      return OCOP_CELL_ERROR;
    }
  if (format == OCOP_XLSX_FORMAT_PERCENT)
    {
      write_number (floor (number * 10000 + 0.5) / 100, text);
      g_strlcat (text, "%", OCOP_XLSX_NUMBER_TEXT_SIZE);
      return OCOP_CELL_TEXT;
    }
  serial = number + (from_1904 && format == OCOP_XLSX_FORMAT_DATE ? DAYS_TO_1904 : 0);
  if (format == OCOP_XLSX_FORMAT_NUMBER || serial < 0 || serial >= LAST_DAY + 1)
    {
      write_number (number, text);
      return OCOP_CELL_NUMBER;
    }
  if (format == OCOP_XLSX_FORMAT_DATE)
    return write_date (serial, text);
  write_time ((gint64) floor (serial * SECONDS_PER_DAY + 0.5), text);
  return OCOP_CELL_TEXT;
}
