/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/desk-row.h"

struct _DeskRow
{
  GObject parent_instance;

  guint position;
  guint watchers;
  OcopRows *rows;
  guint index;
};

enum
{
  REFILLED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (DeskRow, desk_row, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

DeskRow *
desk_row_new (guint position)
{
  DeskRow *self = g_object_new (DESK_TYPE_ROW, NULL);

  self->position = position;
  return self;
}

guint
desk_row_get_position (DeskRow *self)
{
  return self->position;
}

gint64
desk_row_get_key (DeskRow *self)
{
  return self->rows != NULL ? ocop_rows_get_key (self->rows, self->index) : 0;
}

const OcopValue *
desk_row_get_value (DeskRow *self,
                    guint    column)
{
  static const OcopValue unknown = OCOP_VALUE_INIT;

  return self->rows != NULL ? ocop_rows_get (self->rows, self->index, column) : &unknown;
}

void
desk_row_watch (DeskRow *self)
{
  self->watchers++;
}

void
desk_row_unwatch (DeskRow *self)
{
  g_return_if_fail (self->watchers > 0);

  self->watchers--;
}

gboolean
desk_row_is_watched (DeskRow *self)
{
  return self->watchers > 0;
}

void
desk_row_fill (DeskRow  *self,
               OcopRows *rows,
               guint     index)
{
  OcopRows *former = self->rows;

  self->rows = rows != NULL ? ocop_rows_ref (rows) : NULL;
  self->index = index;
  g_clear_pointer (&former, ocop_rows_unref);
  g_signal_emit (self, signals[REFILLED], 0);
}

static void
desk_row_finalize (GObject *object)
{
  g_clear_pointer (&DESK_ROW (object)->rows, ocop_rows_unref);
  G_OBJECT_CLASS (desk_row_parent_class)->finalize (object);
}

static void
desk_row_class_init (DeskRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_row_finalize;

  signals[REFILLED] = g_signal_new ("refilled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST,
                                    0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_row_init (DeskRow *self)
{
}
