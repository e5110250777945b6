/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ocop-form-patches-private.h"

#include <string.h>

#include "base/ocop-text.h"

typedef struct
{
  OcopFormSpan span;
  char *text;
  guint order;
} Patch;

struct _OcopFormPatches
{
  GBytes *bytes;
  GArray *patches;
};

static void
clear_patch (Patch *patch)
{
  g_free (patch->text);
}

OcopFormPatches *
ocop_form_patches_new (GBytes *bytes)
{
  OcopFormPatches *self = g_new (OcopFormPatches, 1);

  self->bytes = g_bytes_ref (bytes);
  self->patches = g_array_new (FALSE, FALSE, sizeof (Patch));
  g_array_set_clear_func (self->patches, (GDestroyNotify) clear_patch);
  return self;
}

void
ocop_form_patches_free (OcopFormPatches *self)
{
  g_bytes_unref (self->bytes);
  g_array_unref (self->patches);
  g_free (self);
}

void
ocop_form_patches_add (OcopFormPatches *self,
                       OcopFormSpan     span,
                       char            *text)
{
  Patch patch = { span, text, self->patches->len };

  g_array_append_val (self->patches, patch);
}

static gboolean
is_space (char c)
{
  return strchr (" \t\r\n", c) != NULL && c != '\0';
}

OcopFormSpan
ocop_form_patches_find_attribute (const char   *data,
                                  OcopFormSpan  tag,
                                  const char   *name)
{
  gsize i = tag.start;

  while (i < tag.end && !is_space (data[i]))
    i++;
  while (i < tag.end)
    {
      gsize start, length, value;

      while (i < tag.end && is_space (data[i]))
        i++;
      for (start = i; i < tag.end && data[i] != '=' && !is_space (data[i]);)
        i++;
      length = i - start;
      while (i < tag.end && data[i] != '"' && data[i] != '\'')
        i++;
      for (value = ++i; i < tag.end && data[i] != data[value - 1];)
        i++;
      if (i < tag.end && length == strlen (name) && strncmp (data + start, name, length) == 0)
        return (OcopFormSpan) { value, i };
      i++;
    }
  return (OcopFormSpan) { 0, 0 };
}

GString *
ocop_form_patches_open_tag (const char         *data,
                            OcopFormSpan        tag,
                            const char * const *left_out)
{
  gsize end = tag.end - (data[tag.end - 2] == '/' ? 2 : 1);
  GString *text = g_string_new_len (data + tag.start, (gssize) (end - tag.start));

  for (; *left_out != NULL; left_out++)
    {
      OcopFormSpan value = ocop_form_patches_find_attribute (text->str, (OcopFormSpan) { 0, text->len }, *left_out);
      gsize from = value.start;

      if (value.end == 0)
        continue;
      /* From the blanks before the name on. */
      for (from--; text->str[from - 1] == '=' || is_space (text->str[from - 1]);)
        from--;
      for (from -= strlen (*left_out); is_space (text->str[from - 1]);)
        from--;
      g_string_erase (text, (gssize) from, (gssize) (value.end + 1 - from));
    }
  while (is_space (text->str[text->len - 1]))
    g_string_truncate (text, text->len - 1);
  return text;
}

void
ocop_form_patches_set_attribute (OcopFormPatches *self,
                                 OcopFormSpan     tag,
                                 const char      *name,
                                 const char      *value)
{
  OcopFormSpan span = ocop_form_patches_find_attribute (g_bytes_get_data (self->bytes, NULL), tag, name);

  if (span.end > 0)
    ocop_form_patches_add (self, span, ocop_text_escape_xml (value));
}

static int
compare_patches (gconstpointer a,
                 gconstpointer b)
{
  const Patch *patch_a = a;
  const Patch *patch_b = b;

  if (patch_a->span.start != patch_b->span.start)
    return patch_a->span.start < patch_b->span.start ? -1 : 1;
  return patch_a->order < patch_b->order ? -1 : 1;
}

GBytes *
ocop_form_patches_apply (OcopFormPatches *self)
{
  const guint8 *data = g_bytes_get_data (self->bytes, NULL);
  GByteArray *out;
  gsize position = 0;

  if (self->patches->len == 0)
    return g_bytes_ref (self->bytes);
  out = g_byte_array_new ();
  g_array_sort (self->patches, compare_patches);
  for (guint i = 0; i < self->patches->len; i++)
    {
      const Patch *patch = &g_array_index (self->patches, Patch, i);

      g_byte_array_append (out, data + position, (guint) (patch->span.start - position));
      g_byte_array_append (out, (const guint8 *) patch->text, (guint) strlen (patch->text));
      position = patch->span.end;
    }
  g_byte_array_append (out, data + position, (guint) (g_bytes_get_size (self->bytes) - position));
  return g_byte_array_free_to_bytes (out);
}
