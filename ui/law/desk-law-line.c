/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "law/desk-law-line.h"

struct _DeskLawLine
{
  GObject parent_instance;

  /* Owned references: the lines that the pair points into */
  GArray *before;
  GArray *after;

  OcopCriteriaPair pair;
};

G_DEFINE_FINAL_TYPE (DeskLawLine, desk_law_line, G_TYPE_OBJECT)

const OcopCriteriaPair *
desk_law_line_get_pair (DeskLawLine *self)
{
  return &self->pair;
}

static void
desk_law_line_finalize (GObject *object)
{
  DeskLawLine *self = DESK_LAW_LINE (object);

  g_clear_pointer (&self->before, g_array_unref);
  g_clear_pointer (&self->after, g_array_unref);
  G_OBJECT_CLASS (desk_law_line_parent_class)->finalize (object);
}

static void
desk_law_line_class_init (DeskLawLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_law_line_finalize;
}

static void
desk_law_line_init (DeskLawLine *self)
{
}

static void
append (GListStore             *list,
        GArray                 *before,
        GArray                 *after,
        const OcopCriteriaPair *pair)
{
  g_autoptr(DeskLawLine) line = g_object_new (DESK_TYPE_LAW_LINE, NULL);

  line->before = before != NULL ? g_array_ref (before) : NULL;
  line->after = g_array_ref (after);
  line->pair = *pair;
  g_list_store_append (list, line);
}

GListModel *
desk_law_lines_new (const OcopCriteria *after,
                    const OcopCriteria *before)
{
  GListStore *list = g_list_store_new (DESK_TYPE_LAW_LINE);
  g_autoptr(GArray) lines = ocop_criteria_lines_new (after);
  g_autoptr(GArray) before_lines = before != NULL ? ocop_criteria_lines_new (before) : NULL;
  g_autoptr(GArray) pairs = before != NULL ? ocop_criteria_lines_compare (before_lines, lines) : NULL;

  for (guint i = 0; pairs != NULL && i < pairs->len; i++)
    append (list, before_lines, lines, &g_array_index (pairs, OcopCriteriaPair, i));
  for (guint i = 0; pairs == NULL && i < lines->len; i++)
    append (list, NULL, lines, &(OcopCriteriaPair) { NULL, &g_array_index (lines, OcopCriteriaLine, i), FALSE });
  return G_LIST_MODEL (list);
}
