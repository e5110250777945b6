/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Bytes of a part: from @start up to, without, @end. */
typedef struct
{
  gsize start;
  gsize end;
} OcopFormSpan;

/* What stands in places of a part from now on; all its other bytes stay. */
typedef struct _OcopFormPatches OcopFormPatches;

OcopFormPatches *ocop_form_patches_new   (GBytes           *bytes);
void             ocop_form_patches_free  (OcopFormPatches  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopFormPatches, ocop_form_patches_free)

/* @text: (transfer full): an empty @span puts it there; of two in one place the first comes first. */
void             ocop_form_patches_add   (OcopFormPatches  *self,
                                          OcopFormSpan      span,
                                          char             *text);
/* The same for the value of the attribute @name in the tag at @tag; it is left where the tag has none. @value: as it is,
 * not as XML writes it */
void             ocop_form_patches_set_attribute (OcopFormPatches *self,
                                                  OcopFormSpan     tag,
                                                  const char      *name,
                                                  const char      *value);
/* Returns: (transfer full): the part with all of them; the same bytes where there are none */
GBytes          *ocop_form_patches_apply (OcopFormPatches  *self);

/* The value of the attribute @name within @tag, a tag of @data; both ends 0 where it has none. */
OcopFormSpan     ocop_form_patches_find_attribute (const char   *data,
                                                   OcopFormSpan  tag,
                                                   const char   *name);
/* (transfer full): the tag at @tag without its attributes @left_out, ended by %NULL, and without its own end. */
GString         *ocop_form_patches_open_tag (const char         *data,
                                             OcopFormSpan        tag,
                                             const char * const *left_out);

G_END_DECLS
