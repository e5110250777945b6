/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/desk-share-edits.h"

#include "base/ocop-number.h"

typedef struct
{
  char *target;
  char *unit;
  OcopShareNumber seen;     /* what is saved */
  OcopShareNumber number;
  char *wrong;              /* (nullable): typed, and no number */
} Edit;

struct _DeskShareEdits
{
  GHashTable *edits;        /* "target/unit" → Edit */
};

static void
edit_free (Edit *edit)
{
  g_free (edit->target);
  g_free (edit->unit);
  g_free (edit->wrong);
  g_free (edit);
}

DeskShareEdits *
desk_share_edits_new (void)
{
  DeskShareEdits *self = g_new0 (DeskShareEdits, 1);

  self->edits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) edit_free);
  return self;
}

void
desk_share_edits_free (DeskShareEdits *self)
{
  g_hash_table_unref (self->edits);
  g_free (self);
}

static const char *
target_of (const OcopShareOut *shares,
           guint               column)
{
  return ocop_record_get_id (((const OcopShareColumn *) shares->columns->pdata[column])->target);
}

static char *
name_cell (const OcopShareOut *shares,
           guint               column,
           guint               row)
{
  return g_strconcat (target_of (shares, column), "/", ocop_share_out_get_id (shares, row), NULL);
}

static Edit *
find (DeskShareEdits     *self,
      const OcopShareOut *shares,
      guint               column,
      guint               row)
{
  g_autofree char *name = name_cell (shares, column, row);

  return g_hash_table_lookup (self->edits, name);
}

/* "1.234", "12", "2,5" */
static gboolean
parse (const char      *text,
       OcopShareNumber *number)
{
  gint64 whole;

  *number = (OcopShareNumber) { FALSE, 0 };
  if (*text == '\0')
    return TRUE;
  number->set = TRUE;
  if (ocop_number_parse (text, &whole) && whole >= 0 && whole <= G_MAXINT64 / 100)
    number->value = whole * 100;
  else if (!ocop_hundredths_parse (text, &number->value) || number->value < 0)
    return FALSE;
  return TRUE;
}

static gboolean
is_same (OcopShareNumber a,
         OcopShareNumber b)
{
  return a.set == b.set && (!a.set || a.value == b.value);
}

void
desk_share_edits_type (DeskShareEdits *self,
                       OcopShareOut   *shares,
                       guint           column,
                       guint           row,
                       const char     *text)
{
  g_autofree char *plain = g_strstrip (g_strdup (text));
  Edit *edit = find (self, shares, column, row);

  if (edit == NULL)
    {
      edit = g_new0 (Edit, 1);
      edit->target = g_strdup (target_of (shares, column));
      edit->unit = g_strdup (ocop_share_out_get_id (shares, row));
      edit->seen = ocop_share_column_get (shares->columns->pdata[column], row)->number;
      g_hash_table_insert (self->edits, name_cell (shares, column, row), edit);
    }
  g_clear_pointer (&edit->wrong, g_free);
  if (!parse (plain, &edit->number))
    {
      edit->wrong = g_strdup (plain);
      edit->number = (OcopShareNumber) { FALSE, 0 };
    }
  ocop_share_out_set (shares, shares->columns->pdata[column], row, edit->number);
  if (edit->wrong == NULL && is_same (edit->number, edit->seen))
    {
      g_autofree char *name = name_cell (shares, column, row);

      g_hash_table_remove (self->edits, name);
    }
}

void
desk_share_edits_put_into (DeskShareEdits *self,
                           OcopShareOut   *shares)
{
  for (guint column = 0; g_hash_table_size (self->edits) > 0 && column < shares->columns->len; column++)
    for (guint row = 0; row < ocop_share_out_get_n_rows (shares); row++)
      {
        const Edit *edit = find (self, shares, column, row);

        if (edit != NULL)
          ocop_share_out_set (shares, shares->columns->pdata[column], row, edit->number);
      }
}

char *
desk_share_edits_dup_text (DeskShareEdits     *self,
                           const OcopShareOut *shares,
                           guint               column,
                           guint               row)
{
  const Edit *edit = find (self, shares, column, row);
  OcopShareNumber number = ocop_share_column_get (shares->columns->pdata[column], row)->number;

  if (edit != NULL && edit->wrong != NULL)
    return g_strdup (edit->wrong);
  return number.set ? ocop_quantity_to_people (number.value) : g_strdup ("");
}

gboolean
desk_share_edits_is_edited (DeskShareEdits     *self,
                            const OcopShareOut *shares,
                            guint               column,
                            guint               row)
{
  return find (self, shares, column, row) != NULL;
}

gboolean
desk_share_edits_is_wrong (DeskShareEdits     *self,
                           const OcopShareOut *shares,
                           guint               column,
                           guint               row)
{
  const Edit *edit = find (self, shares, column, row);

  return edit != NULL && edit->wrong != NULL;
}

/* Those of the plan, those of targets that are not shown among them. */
static GPtrArray *
list_edits (DeskShareEdits     *self,
            const OcopShareOut *shares)
{
  g_autoptr(GHashTable) targets = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *edits = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer edit;

  for (guint i = 0; i < shares->targets->len; i++)
    g_hash_table_add (targets, (gpointer) ocop_record_get_id (shares->targets->pdata[i]));
  g_hash_table_iter_init (&iter, self->edits);
  while (g_hash_table_iter_next (&iter, NULL, &edit))
    if (g_hash_table_contains (targets, ((const Edit *) edit)->target))
      g_ptr_array_add (edits, edit);
  return edits;
}

guint
desk_share_edits_count (DeskShareEdits     *self,
                        const OcopShareOut *shares,
                        guint              *wrong)
{
  g_autoptr(GPtrArray) edits = list_edits (self, shares);

  *wrong = 0;
  for (guint i = 0; i < edits->len; i++)
    *wrong += ((const Edit *) edits->pdata[i])->wrong != NULL;
  return edits->len;
}

GPtrArray *
desk_share_edits_dup_entries (DeskShareEdits     *self,
                              const OcopShareOut *shares)
{
  g_autoptr(GPtrArray) edits = list_edits (self, shares);
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_share_entry_free);

  for (guint i = 0; i < edits->len; i++)
    {
      const Edit *edit = edits->pdata[i];

      g_ptr_array_add (entries, ocop_share_entry_new (edit->target, edit->unit, edit->number, edit->seen));
    }
  return entries;
}

void
desk_share_edits_forget (DeskShareEdits     *self,
                         const OcopShareOut *shares)
{
  g_autoptr(GPtrArray) edits = list_edits (self, shares);

  for (guint i = 0; i < edits->len; i++)
    {
      const Edit *edit = edits->pdata[i];
      g_autofree char *name = g_strconcat (edit->target, "/", edit->unit, NULL);

      g_hash_table_remove (self->edits, name);
    }
}
