/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ocop-file-type.h"

#include <string.h>

#include <zip.h>

#include "base/ocop-error.h"

typedef struct
{
  const char *data;
  gsize size;
  const char *suffix;
  gboolean whole;
} Case;

#define BYTES(text) text, sizeof text - 1

static const Case cases[] = {
  { BYTES ("%PDF-1.4\n...\n%%EOF\n"), "pdf", TRUE },
  { BYTES ("\n\n%PDF-1.4\n...\n%%EOF\n\0\0\0\0"), "pdf", TRUE },
  { BYTES ("%PDF-1.4\n...\n"), "pdf", FALSE },
  { BYTES ("\x89PNG\r\n\x1a\n....IEND...."), "png", TRUE },
  { BYTES ("\x89PNG\r\n\x1a\n....IDAT...."), "png", FALSE },
  { BYTES ("\xff\xd8\xff\xe0\0\4ab\xff\xda\0\2....\xff\xd9"), "jpg", TRUE },
  { BYTES ("\xff\xd8\xff\xe0\0\4ab\xff\xda\0\2...."), "jpg", FALSE },
  /* The end of the small picture in its head is not its own. */
  { BYTES ("\xff\xd8\xff\xe1\0\6ab\xff\xd9\xff\xda\0\2...."), "jpg", FALSE },
  { BYTES ("\xff\xd8\xff\xe0"), "jpg", FALSE },
  { BYTES ("GIF89a..."), "gif", TRUE },
  { BYTES ("II*\0........"), "tiff", TRUE },
  { BYTES ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0...."), "doc", TRUE },
  { BYTES ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....W\0o\0r\0k\0b\0o\0o\0k\0...."), "xls", TRUE },
  { BYTES ("PK\3\4........word/document.xml...."), "docx", FALSE },
  { BYTES ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1...."), NULL, FALSE },
  { BYTES ("PK\3\4........"), NULL, FALSE },
  { BYTES ("MZ.........."), NULL, FALSE },
  { BYTES ("STT,T\xc3\xaan\n"), NULL, FALSE },
  { BYTES ("%"), NULL, FALSE },
  { BYTES (""), NULL, FALSE },
};

static void
assert_type (GBytes     *content,
             const char *suffix,
             gboolean    whole)
{
  const OcopFileType *type = ocop_file_type_of_content (content);
  g_autoptr(GError) error = NULL;

  g_assert_cmpstr (type != NULL ? type->suffix : NULL, ==, suffix);
  if (type == NULL)
    return;
  g_assert_cmpint (ocop_file_type_check (type, content, &error), ==, whole);
  if (!whole)
    g_assert_error (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT);
}

static void
test_content (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      /* A copy of just that size: reading past its end is found out. */
      g_autoptr(GBytes) content = g_bytes_new (cases[i].data, cases[i].size);

      g_test_message ("case %u", i);
      assert_type (content, cases[i].suffix, cases[i].whole);
    }
}

/* A package of one part. */
static GBytes *
make_package (const char *part,
              const char *text)
{
  zip_error_t problem;
  zip_source_t *buffer;
  zip_t *zip;
  zip_stat_t stat;
  char *data;

  zip_error_init (&problem);
  buffer = zip_source_buffer_create (NULL, 0, 0, &problem);
  zip_source_keep (buffer);
  zip = zip_open_from_source (buffer, ZIP_TRUNCATE, &problem);
  zip_file_add (zip, part, zip_source_buffer (zip, text, strlen (text), 0), 0);
  zip_set_file_compression (zip, 0, ZIP_CM_STORE, 0);
  g_assert_cmpint (zip_close (zip), ==, 0);
  zip_source_open (buffer);
  zip_source_stat (buffer, &stat);
  data = g_malloc (stat.size);
  g_assert_cmpint (zip_source_read (buffer, data, stat.size), ==, stat.size);
  zip_source_close (buffer);
  zip_source_free (buffer);
  return g_bytes_new_take (data, stat.size);
}

static void
test_package (void)
{
  static const struct { const char *part, *text, *suffix; } packages[] = {
    { "word/document.xml", "<a/>", "docx" },
    { "word/vbaProject.bin", "...", "docm" },
    { "xl/workbook.xml", "<a/>", "xlsx" },
    { "mimetype", "application/vnd.oasis.opendocument.spreadsheet", "ods" },
    { "mimetype", "application/epub+zip", NULL },
    { "photo.jpg", "...", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (packages); i++)
    {
      g_autoptr(GBytes) content = make_package (packages[i].part, packages[i].text);
      g_autoptr(GBytes) cut = g_bytes_new_from_bytes (content, 0, g_bytes_get_size (content) - 30);

      assert_type (content, packages[i].suffix, TRUE);
      if (packages[i].suffix != NULL)
        assert_type (cut, packages[i].suffix, FALSE);
    }
}

static void
test_name (void)
{
  g_assert_cmpstr (ocop_file_type_of_name ("9f86.pdf")->title, ==, "PDF");
  g_assert_true (ocop_file_type_of_name ("9f86.jpg")->is_picture);
  g_assert_null (ocop_file_type_of_name ("9f86.exe"));
  g_assert_null (ocop_file_type_of_name ("9f86"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/file-type/content", test_content);
  g_test_add_func ("/file-type/package", test_package);
  g_test_add_func ("/file-type/name", test_name);
  return g_test_run ();
}
