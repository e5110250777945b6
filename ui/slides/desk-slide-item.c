/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "slides/desk-slide-item.h"

struct _DeskSlideItem
{
  GObject parent_instance;

  OcopSlidePart *part;
  char *error;
  int page;
  guint n_pages;
};

G_DEFINE_FINAL_TYPE (DeskSlideItem, desk_slide_item, G_TYPE_OBJECT)

static guint changed_signal;

const OcopSlidePart *
desk_slide_item_get_part (DeskSlideItem *self)
{
  return self->part;
}

void
desk_slide_item_set_part (DeskSlideItem *self,
                          OcopSlidePart *part)
{
  g_clear_pointer (&self->part, ocop_slide_part_free);
  self->part = part;
  g_signal_emit (self, changed_signal, 0);
}

int
desk_slide_item_get_page (DeskSlideItem *self)
{
  return self->page;
}

guint
desk_slide_item_n_pages (DeskSlideItem *self)
{
  return self->n_pages;
}

const char *
desk_slide_item_get_error (DeskSlideItem *self)
{
  return self->error;
}

void
desk_slide_item_set_pages (DeskSlideItem *self,
                           int            page,
                           guint          n_pages,
                           const char    *error)
{
  g_free (self->error);
  self->error = g_strdup (error);
  self->page = page;
  self->n_pages = n_pages;
  g_signal_emit (self, changed_signal, 0);
}

static void
desk_slide_item_finalize (GObject *object)
{
  DeskSlideItem *self = DESK_SLIDE_ITEM (object);

  g_clear_pointer (&self->part, ocop_slide_part_free);
  g_free (self->error);
  G_OBJECT_CLASS (desk_slide_item_parent_class)->finalize (object);
}

static void
desk_slide_item_class_init (DeskSlideItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_slide_item_finalize;
  changed_signal = g_signal_new ("changed", DESK_TYPE_SLIDE_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_slide_item_init (DeskSlideItem *self)
{
  self->page = -1;
}

DeskSlideItem *
desk_slide_item_new (OcopSlidePart *part)
{
  DeskSlideItem *self = g_object_new (DESK_TYPE_SLIDE_ITEM, NULL);

  self->part = part;
  return self;
}
