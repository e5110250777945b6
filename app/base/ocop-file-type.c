/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ocop-file-type.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "base/ocop-package.h"

/* Where the end of a PDF is looked for: scanners append some. */
#define PDF_TAIL (64 * 1024)
/* Readers accept that much before the head of a PDF. */
#define PDF_HEAD 1024

static const OcopFileType types[] = {
  { "pdf", "PDF", FALSE },
  { "jpg", "JPEG", TRUE },
  { "png", "PNG", TRUE },
  { "gif", "GIF", TRUE },
  { "bmp", "BMP", TRUE },
  { "tiff", "TIFF", TRUE },
  { "docm", "Word (docm)", FALSE },
  { "docx", "Word (docx)", FALSE },
  { "xlsm", "Excel (xlsm)", FALSE },
  { "xlsx", "Excel (xlsx)", FALSE },
  { "pptx", "PowerPoint (pptx)", FALSE },
  { "odt", "LibreOffice (odt)", FALSE },
  { "ods", "LibreOffice (ods)", FALSE },
  { "odp", "LibreOffice (odp)", FALSE },
  { "doc", "Word (doc)", FALSE },
  { "xls", "Excel (xls)", FALSE },
  { "ppt", "PowerPoint (ppt)", FALSE },
};

/* What a file that is no package begins with. */
typedef struct
{
  const char *suffix;
  gsize length;
  const char *beginning;
} Beginning;

static const Beginning beginnings[] = {
  { "jpg", 3, "\xff\xd8\xff" },
  { "png", 8, "\x89PNG\r\n\x1a\n" },
  { "gif", 4, "GIF8" },
  { "bmp", 2, "BM" },
  { "tiff", 4, "II*\0" },
  { "tiff", 4, "MM\0*" },
};

/* A part by which a package is known. With macros it has another name: the more telling comes first. */
typedef struct
{
  const char *suffix;
  const char *part;
} Part;

static const Part parts[] = {
  { "docm", "word/vbaProject.bin" },
  { "docx", "word/document.xml" },
  { "xlsm", "xl/vbaProject.bin" },
  { "xlsx", "xl/workbook.xml" },
  { "pptx", "ppt/presentation.xml" },
};

/* What the part "mimetype" of LibreOffice's files says. */
static const Part mime_types[] = {
  { "odt", "application/vnd.oasis.opendocument.text" },
  { "ods", "application/vnd.oasis.opendocument.spreadsheet" },
  { "odp", "application/vnd.oasis.opendocument.presentation" },
};

/* Streams by which the files of old Office are known, in UTF-16. */
static const Beginning streams[] = {
  { "doc", 24, "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0" },
  { "ppt", 20, "P\0o\0w\0e\0r\0P\0o\0i\0n\0t\0" },
  { "xls", 16, "W\0o\0r\0k\0b\0o\0o\0k\0" },
};

static const OcopFileType *
find_type (const char *suffix)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (types[i].suffix, suffix))
      return &types[i];
  return NULL;
}

const OcopFileType *
ocop_file_type_of_name (const char *name)
{
  const char *point = strrchr (name, '.');

  return point != NULL ? find_type (point + 1) : NULL;
}

/* The place of @wanted in @data; NULL where it is not in it. */
static const char *
seek (const char *data,
      gsize       size,
      const char *wanted,
      gsize       length)
{
  const char *end = data + size;

  while ((gsize) (end - data) >= length)
    {
      data = memchr (data, *wanted, (gsize) (end - data) - length + 1);
      if (data == NULL || memcmp (data, wanted, length) == 0)
        return data;
      data++;
    }
  return NULL;
}

static gboolean
begins_with (const char *data,
             gsize       size,
             const char *beginning,
             gsize       length)
{
  return size > length && memcmp (data, beginning, length) == 0;
}

static const char *
find_package_suffix (GBytes *content)
{
  g_autoptr(OcopPackage) package = ocop_package_open (content, NULL);
  g_autoptr(GBytes) said = NULL;

  for (guint i = 0; package != NULL && i < G_N_ELEMENTS (parts); i++)
    if (ocop_package_has (package, parts[i].part))
      return parts[i].suffix;
  said = package != NULL && ocop_package_has (package, "mimetype") ? ocop_package_load (package, "mimetype", 200, NULL) : NULL;
  for (guint i = 0; said != NULL && i < G_N_ELEMENTS (mime_types); i++)
    if (g_bytes_get_size (said) == strlen (mime_types[i].part) &&
        memcmp (g_bytes_get_data (said, NULL), mime_types[i].part, strlen (mime_types[i].part)) == 0)
      return mime_types[i].suffix;
  return NULL;
}

/* A package that was cut off shows its parts no more, but their names stand in it at the head of each. */
static const char *
find_broken_suffix (const char *data,
                    gsize       size)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (seek (data, size, parts[i].part, strlen (parts[i].part)) != NULL)
      return parts[i].suffix;
  for (guint i = 0; i < G_N_ELEMENTS (mime_types); i++)
    if (seek (data, MIN (size, PDF_HEAD), mime_types[i].part, strlen (mime_types[i].part)) != NULL)
      return mime_types[i].suffix;
  return NULL;
}

static const char *
find_stream_suffix (const char *data,
                    gsize       size)
{
  for (guint i = 0; i < G_N_ELEMENTS (streams); i++)
    if (seek (data, size, streams[i].beginning, streams[i].length) != NULL)
      return streams[i].suffix;
  return NULL;
}

static const char *
find_suffix (GBytes *content)
{
  gsize size;
  const char *data = g_bytes_get_data (content, &size);
  const char *suffix;

  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (begins_with (data, size, beginnings[i].beginning, beginnings[i].length))
      return beginnings[i].suffix;
  if (seek (data, MIN (size, PDF_HEAD), "%PDF-", 5) != NULL)
    return "pdf";
  if (begins_with (data, size, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8))
    return find_stream_suffix (data, size);
  if (!begins_with (data, size, "PK\3\4", 4))
    return NULL;
  suffix = find_package_suffix (content);
  return suffix != NULL ? suffix : find_broken_suffix (data, size);
}

const OcopFileType *
ocop_file_type_of_content (GBytes *content)
{
  const char *suffix = find_suffix (content);

  return suffix != NULL ? find_type (suffix) : NULL;
}

/* Whether it is whole */

/* The picture itself begins after the segments at its head, in which a small picture with an end of
 * its own may lie. */
static gboolean
ends_jpeg (const char *data,
           gsize       size)
{
  const guchar *bytes = (const guchar *) data;
  gsize at = 2;

  while (at + 4 <= size && bytes[at] == 0xff && bytes[at + 1] != 0xda)
    at += bytes[at + 1] == 0xff ? 1 : 2 + ((gsize) bytes[at + 2] << 8 | bytes[at + 3]);
  return at < size && seek (data + at, size - at, "\xff\xd9", 2) != NULL;
}

static gboolean
ends_pdf (const char *data,
          gsize       size)
{
  gsize tail = MIN (size, PDF_TAIL);

  return seek (data + size - tail, tail, "%%EOF", 5) != NULL;
}

static gboolean
ends (const OcopFileType *type,
      const char         *data,
      gsize               size)
{
  if (g_str_equal (type->suffix, "jpg"))
    return ends_jpeg (data, size);
  if (g_str_equal (type->suffix, "png"))
    return seek (data, size, "IEND", 4) != NULL;
  return !g_str_equal (type->suffix, "pdf") || ends_pdf (data, size);
}

gboolean
ocop_file_type_check (const OcopFileType  *type,
                      GBytes              *content,
                      GError             **error)
{
  gsize size;
  const char *data = g_bytes_get_data (content, &size);

  if (begins_with (data, size, "PK\3\4", 4))
    {
      g_autoptr(OcopPackage) package = ocop_package_open (content, error);

      return package != NULL;
    }
  if (ends (type, data, size))
    return TRUE;
  g_set_error_literal (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT,
                       _("its end is missing: it was cut off while it was copied or sent. Get it again from where it comes from"));
  return FALSE;
}
