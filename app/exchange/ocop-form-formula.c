/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The references in formulas of workbooks, found without understanding the rest. */

#include "exchange/ocop-form-formula-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "exchange/ocop-sheet.h"
#include "model/ocop-own-form.h"

typedef struct
{
  const char *p;            /* what is read next */
  GString *out;
  char *sheet;              /* (nullable): named before what comes next */
  gboolean elsewhere;       /* that is in another workbook */
  OcopFormReferenceFunc func;
  gpointer user_data;
  const char *problem;
} Rewriter;

static gboolean
is_word (char c)
{
  return g_ascii_isalnum (c) || (c != '\0' && strchr ("_.$\\?", c) != NULL) || (guchar) c >= 0x80;
}

static const char *
end_of_word (const char *p)
{
  while (is_word (*p))
    p++;
  return p;
}

/* --- a reference --- */

/* "$C$12" or, of @rows_only, "$12"; the end of it, %NULL where it is none. */
static const char *
read_corner (const char        *p,
             gboolean           rows_only,
             OcopFormReference *corner)
{
  const char *end = end_of_word (p);
  g_autofree char *word = g_strndup (p, (gsize) (end - p));
  const char *digits = word;

  *corner = (OcopFormReference) { 0 };
  if (!rows_only)
    {
      corner->column_fixed = *word == '$';
      digits += corner->column_fixed;
      while (g_ascii_isalpha (*digits))
        digits++;
      if (digits - word - corner->column_fixed > 3 || !ocop_form_cell_read_name (word, &corner->row, &corner->column))
        return NULL;
    }
  corner->row_fixed = *digits == '$';
  if (rows_only)
    {
      guint64 row;

      if (!g_ascii_string_to_unsigned (digits + corner->row_fixed, 10, 1, OCOP_SHEET_MAX_ROWS, &row, NULL))
        return NULL;
      corner->row = (guint) row;
    }
  return corner->column <= OCOP_SHEET_MAX_COLUMNS && *end != '(' && *end != '!' && *end != '[' ? end : NULL;
}

static void
write_corner (GString                 *out,
              const OcopFormReference *corner)
{
  char name[OCOP_FORM_NAME_SIZE];
  gsize letters;

  if (corner->lost)
    {
      g_string_append (out, "#REF!");
      return;
    }
  ocop_form_cell_write_name (corner->row, MAX (corner->column, 1), name);
  letters = strcspn (name, "0123456789");
  if (corner->column > 0)
    g_string_append_printf (out, "%s%.*s", corner->column_fixed ? "$" : "", (int) letters, name);
  g_string_append_printf (out, "%s%s", corner->row_fixed ? "$" : "", name + letters);
}

static gboolean
is_same (const OcopFormReference *a,
         const OcopFormReference *b)
{
  return a->row == b->row && a->column == b->column && a->lost == b->lost;
}

/* Its own letters stay where it leads to the same cells as before. */
static void
put_reference (Rewriter          *self,
               OcopFormReference *first,
               OcopFormReference *last,
               const char        *end)
{
  const OcopFormReference first_before = *first;
  const OcopFormReference last_before = last != NULL ? *last : *first;

  if (!self->elsewhere)
    self->func (self->sheet, first, last, self->user_data);
  if (is_same (first, &first_before) && (last == NULL || is_same (last, &last_before)))
    g_string_append_len (self->out, self->p, end - self->p);
  else
    {
      write_corner (self->out, first);
      if (last != NULL)
        {
          g_string_append_c (self->out, ':');
          write_corner (self->out, last);
        }
    }
  self->p = end;
}

static gboolean
take_reference (Rewriter *self)
{
  OcopFormReference first, last;
  const char *end = read_corner (self->p, FALSE, &first);
  const char *behind;

  if (end != NULL)
    {
      behind = *end == ':' ? read_corner (end + 1, FALSE, &last) : NULL;
      put_reference (self, &first, behind != NULL ? &last : NULL, behind != NULL ? behind : end);
      return TRUE;
    }
  end = read_corner (self->p, TRUE, &first);
  behind = end != NULL && *end == ':' ? read_corner (end + 1, TRUE, &last) : NULL;
  if (behind != NULL)
    put_reference (self, &first, &last, behind);
  return behind != NULL;
}

/* --- what stands around --- */

static void
copy_to (Rewriter   *self,
         const char *end)
{
  g_string_append_len (self->out, self->p, end - self->p);
  self->p = end;
}

/* Behind a text or the name of a sheet in quotes, which are doubled within. */
static const char *
end_of_quoted (const char *p)
{
  const char quote = *p++;

  while (*p != '\0' && (*p != quote || p[1] == quote))
    p += *p == quote ? 2 : 1;
  return *p != '\0' ? p + 1 : p;
}

/* Behind "[…]", which may stand in each other; an apostrophe takes the meaning from what follows it. */
static const char *
end_of_brackets (const char *p)
{
  guint depth = 0;

  for (; *p != '\0'; p++)
    {
      if (*p == '\'' && p[1] != '\0')
        p++;
      else if (*p == '[')
        depth++;
      else if (*p == ']' && --depth == 0)
        return p + 1;
    }
  return p;
}

static void
set_sheet (Rewriter   *self,
           char       *name,
           const char *problem)
{
  g_free (self->sheet);
  self->sheet = name;
  if (problem != NULL)
    self->problem = problem;
}

/* 'Biểu 1'!C5 */
static void
take_quoted_sheet (Rewriter *self)
{
  const char *end = end_of_quoted (self->p);
  g_autofree char *name = g_strndup (self->p + 1, (gsize) MAX (end - self->p - 2, 0));
  g_auto(GStrv) parts = g_strsplit (name, "''", -1);
  gboolean is_sheet = *end == '!';

  copy_to (self, end + is_sheet);
  if (!is_sheet)
    return;
  self->elsewhere = strchr (name, '[') != NULL;
  set_sheet (self, g_strjoinv ("'", parts), strchr (name, ':') != NULL && !self->elsewhere ? _("a formula goes through several sheets at once") : NULL);
}

static void
take_word (Rewriter *self)
{
  const char *end = end_of_word (self->p);
  g_autofree char *word = g_strndup (self->p, (gsize) (end - self->p));

  if (*end == '!')
    {
      copy_to (self, end + 1);
      set_sheet (self, g_steal_pointer (&word), NULL);
      return;
    }
  if (*end == ':' && is_word (end[1]) && *end_of_word (end + 1) == '!')
    {
      copy_to (self, end_of_word (end + 1) + 1);
      set_sheet (self, g_steal_pointer (&word), _("a formula goes through several sheets at once"));
      return;
    }
  if (*end == '(' && g_ascii_strcasecmp (word, "INDIRECT") == 0)
    self->problem = _("a formula makes up the name of a cell from text (INDIRECT)");
  if (!take_reference (self))
    copy_to (self, end);
  g_clear_pointer (&self->sheet, g_free);
  self->elsewhere = FALSE;
}

/* "[1]Sheet!A1" is of another workbook; after a name they are a table's. */
static void
take_brackets (Rewriter *self)
{
  const char *end = end_of_brackets (self->p);

  self->elsewhere = is_word (*end);
  copy_to (self, end);
}

char *
ocop_form_formula_rewrite (const char             *formula,
                           OcopFormReferenceFunc   func,
                           gpointer                user_data,
                           const char            **problem)
{
  Rewriter self = { .p = formula, .out = g_string_new (NULL), .func = func, .user_data = user_data };

  while (*self.p != '\0')
    {
      if (*self.p == '"')
        copy_to (&self, end_of_quoted (self.p));
      else if (*self.p == '\'')
        take_quoted_sheet (&self);
      else if (*self.p == '[')
        take_brackets (&self);
      else if (is_word (*self.p))
        take_word (&self);
      else
        {
          copy_to (&self, self.p + 1);
          g_clear_pointer (&self.sheet, g_free);
          self.elsewhere = FALSE;
        }
    }
  g_free (self.sheet);
  if (problem != NULL)
    *problem = self.problem;
  return g_string_free (self.out, FALSE);
}

/* --- copies --- */

typedef struct
{
  int rows;
  int columns;
} Step;

static void
move_corner (OcopFormReference *corner,
             const Step        *step)
{
  gint64 row = corner->row + (corner->row_fixed ? 0 : step->rows);
  gint64 column = corner->column + (corner->column_fixed || corner->column == 0 ? 0 : step->columns);

  corner->lost = row < 1 || row > OCOP_SHEET_MAX_ROWS || column < (corner->column > 0) || column > OCOP_SHEET_MAX_COLUMNS;
  corner->row = corner->lost ? corner->row : (guint) row;
  corner->column = corner->lost ? corner->column : (guint) column;
}

static void
move_reference (const char        *sheet,
                OcopFormReference *first,
                OcopFormReference *last,
                gpointer           user_data)
{
  move_corner (first, user_data);
  if (last != NULL)
    move_corner (last, user_data);
}

char *
ocop_form_formula_move (const char *formula,
                        int         rows,
                        int         columns)
{
  Step step = { rows, columns };

  return ocop_form_formula_rewrite (formula, move_reference, &step, NULL);
}
