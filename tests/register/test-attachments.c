/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib/gstdio.h>

#include "base/ocop-error.h"
#include "model/ocop-attachment-name.h"
#include "register/fixture.h"
#include "register/ocop-attachments.h"
#include "register/ocop-backup-archive.h"

static GBytes *
make_picture (const char *text)
{
  g_autofree char *data = g_strconcat ("\x89PNG\r\n\x1a\n", text, "IEND", NULL);

  return g_bytes_new (data, strlen (data));
}

static const OcopField *
photo (void)
{
  return ocop_kind_find_field (ocop_kind_find ("product"), "photo");
}

static const OcopField *
scan (void)
{
  return ocop_kind_find_field (ocop_kind_find ("dossier_document"), "file");
}

/* A photo of a product, kept and referred to; returns the photo's name. */
static char *
add_photo (Fixture    *fixture,
           const char *text,
           const char *product)
{
  g_autoptr(GBytes) content = make_picture (text);
  g_autoptr(GError) error = NULL;
  char *name = ocop_attachments_add (fixture->reg, photo (), content, "Ảnh.PNG", &error);

  g_assert_no_error (error);
  fixture_edit (fixture, "product", product, "photo", name);
  return name;
}

static GPtrArray *
list (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *attachments = ocop_attachments_list (fixture->reg, &error);

  g_assert_no_error (error);
  return attachments;
}

static void
test_name (void)
{
  g_autoptr(GBytes) content = make_picture ("x");
  g_autoptr(GBytes) other = make_picture ("y");
  g_autofree char *name = ocop_attachment_name_new (content, "png");
  g_autofree char *outside = g_strconcat ("../", name, NULL);
  g_autofree char *upper = g_ascii_strup (name, -1);

  g_assert_true (ocop_attachment_name_is_valid (name));
  g_assert_true (ocop_attachment_name_fits (name, content));
  g_assert_false (ocop_attachment_name_fits (name, other));
  g_assert_false (ocop_attachment_name_is_valid (outside));
  g_assert_false (ocop_attachment_name_is_valid (upper));
  g_assert_false (ocop_attachment_name_is_valid ("photo.jpg"));
}

static void
test_add (Fixture       *fixture,
          gconstpointer  data)
{
  g_autofree char *product = fixture_add (fixture, "product", "name", "Mật ong", NULL);
  g_autofree char *name = add_photo (fixture, "một", product);
  g_autofree char *path = ocop_attachments_dup_path (fixture->reg, name);
  g_autoptr(GPtrArray) attachments = list (fixture);
  const OcopAttachment *attachment = attachments->pdata[0];

  g_assert_true (g_str_has_suffix (name, ".png"));
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  g_assert_cmpuint (attachments->len, ==, 1);
  g_assert_cmpstr (attachment->name, ==, name);
  g_assert_cmpstr (attachment->holder, ==, "Mật ong");
  g_assert_cmpint (attachment->size, ==, 8 + strlen ("mộtIEND"));
}

static void
test_refuses (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GBytes) text = g_bytes_new_static ("STT,Tên\n", 9);
  g_autoptr(GError) error = NULL;

  g_assert_null (ocop_attachments_add (fixture->reg, photo (), text, "list.png", &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT);
  g_assert_nonnull (strstr (error->message, "list.png"));
}

/* A file that @field is to refuse, saying @word. */
static void
assert_refused (Fixture         *fixture,
                const OcopField *field,
                const char      *text,
                gsize            size,
                const char      *word)
{
  g_autoptr(GBytes) content = g_bytes_new (text, size);
  g_autoptr(GError) error = NULL;

  g_assert_null (ocop_attachments_add (fixture->reg, field, content, "quét.pdf", &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT);
  g_assert_nonnull (strstr (error->message, "quét.pdf: "));
  g_assert_nonnull (strstr (error->message, word));
}

/* A scanned document may be what a photo may not; both have to be whole. */
static void
test_documents (Fixture       *fixture,
                gconstpointer  data)
{
  static const char pdf[] = "%PDF-1.7\n1 0 obj\n%%EOF\n";
  g_autoptr(GBytes) content = g_bytes_new_static (pdf, strlen (pdf));
  g_autofree char *name = ocop_attachments_add (fixture->reg, scan (), content, "quét.pdf", NULL);

  g_assert_true (g_str_has_suffix (name, ".pdf"));
  assert_refused (fixture, photo (), pdf, strlen (pdf), "JPEG");
  assert_refused (fixture, scan (), pdf, strlen (pdf) - 8, "cut off");
  assert_refused (fixture, scan (), "STT,Tên\n", 9, "PDF");
  assert_refused (fixture, scan (), "", 0, "empty");
}

static void
test_too_large (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *large = g_malloc0 (OCOP_ATTACHMENT_MOST_PICTURE_BYTES + 1);

  memcpy (large, "\x89PNG\r\n\x1a\nIEND", 12);
  assert_refused (fixture, photo (), large, OCOP_ATTACHMENT_MOST_PICTURE_BYTES + 1, "64 MB");
  g_free (g_steal_pointer (&large));
  large = g_malloc0 (OCOP_ATTACHMENT_MOST_BYTES + 1);
  assert_refused (fixture, scan (), large, OCOP_ATTACHMENT_MOST_BYTES + 1, "256 MB");
}

/* Of this fixture alone. */
static OcopDrafts *
open_drafts (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "drafts.db", NULL);

  return ocop_drafts_open (path);
}

/* Undo brings the former photo back: its file must still be there, and be counted as needed. */
static void
test_undo_needs_it (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *product = fixture_add (fixture, "product", "name", "Mật ong", NULL);
  g_autofree char *first = add_photo (fixture, "một", product);
  g_autofree char *second = add_photo (fixture, "hai", product);
  g_autofree char *path = ocop_attachments_dup_path (fixture->reg, first);
  g_autoptr(GPtrArray) attachments = list (fixture);
  g_autoptr(OcopDrafts) drafts = open_drafts (fixture);
  g_autoptr(OcopRecord) record = NULL;

  g_assert_cmpuint (attachments->len, ==, 2);
  g_assert_true (ocop_attachments_clean_up (fixture->reg, drafts, NULL, NULL));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (ocop_register_undo (fixture->reg, NULL, NULL));
  record = fixture_load (fixture, "product", product);
  g_assert_cmpstr (ocop_record_get_text (record, "photo"), ==, first);
}

static void
make_old (const char *path)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);

  g_file_set_attribute_uint64 (file, G_FILE_ATTRIBUTE_TIME_MODIFIED, 1000000000, 0, NULL, NULL);
}

/* Only what nothing refers to, and what no form can be about to save, is removed. */
static void
test_clean_up (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(GBytes) content = make_picture ("không ai cần");
  g_autofree char *name = ocop_attachments_add (fixture->reg, photo (), content, "x.png", NULL);
  g_autofree char *path = ocop_attachments_dup_path (fixture->reg, name);
  g_autoptr(OcopDrafts) drafts = open_drafts (fixture);
  OcopUnused unused;

  g_assert_true (ocop_attachments_clean_up (fixture->reg, drafts, &unused, NULL));
  g_assert_cmpuint (unused.n, ==, 0);
  make_old (path);
  g_assert_true (ocop_attachments_find_unused (fixture->reg, drafts, &unused, NULL));
  g_assert_cmpuint (unused.n, ==, 1);
  g_assert_cmpuint (unused.size, ==, g_bytes_get_size (content));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (ocop_attachments_clean_up (fixture->reg, drafts, &unused, NULL));
  g_assert_cmpuint (unused.n, ==, 1);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* However long ago the form was typed in: its draft can still be saved. */
static void
test_draft_needs_it (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr(GBytes) content = make_picture ("của bản nháp");
  g_autofree char *name = ocop_attachments_add (fixture->reg, photo (), content, "x.png", NULL);
  g_autofree char *path = ocop_attachments_dup_path (fixture->reg, name);
  g_autoptr(OcopDrafts) drafts = open_drafts (fixture);
  g_autoptr(OcopRecord) typed = ocop_record_new (ocop_kind_find ("product"), NULL);
  const char *register_id = ocop_register_get_id (fixture->reg);
  OcopUnused unused;

  make_old (path);
  ocop_record_set_text (typed, "name", "Gạo");
  ocop_record_set_text (typed, "photo", name);
  ocop_drafts_keep (drafts, register_id, typed, NULL);
  g_assert_true (ocop_attachments_clean_up (fixture->reg, drafts, &unused, NULL));
  g_assert_cmpuint (unused.n, ==, 0);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  ocop_drafts_discard (drafts, register_id, ocop_kind_find ("product"), NULL);
  g_assert_true (ocop_attachments_clean_up (fixture->reg, drafts, &unused, NULL));
  g_assert_cmpuint (unused.n, ==, 1);
}

/* Where nobody knows what unsaved forms need, nothing is removed. */
static void
test_drafts_unreadable (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr(GBytes) content = make_picture ("x");
  g_autofree char *name = ocop_attachments_add (fixture->reg, photo (), content, "x.png", NULL);
  g_autofree char *path = ocop_attachments_dup_path (fixture->reg, name);
  g_autofree char *nowhere = g_build_filename (fixture->path, "drafts.db", NULL);
  g_autoptr(OcopDrafts) drafts = ocop_drafts_open (nowhere);
  g_autoptr(GError) error = NULL;

  make_old (path);
  g_assert_false (ocop_attachments_clean_up (fixture->reg, drafts, NULL, &error));
  g_assert_nonnull (error);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* One zip out, one register with its photo in; a photo that was missing is missing there too. */
static void
test_archive (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *product = fixture_add (fixture, "product", "name", "Mật ong", NULL);
  g_autofree char *other = fixture_add (fixture, "product", "name", "Chè", NULL);
  g_autofree char *kept = add_photo (fixture, "một", product);
  g_autofree char *lost = add_photo (fixture, "hai", other);
  g_autofree char *lost_path = ocop_attachments_dup_path (fixture->reg, lost);
  g_autofree char *zip = g_build_filename (fixture->folder, "sao lưu.zip", NULL);
  g_autofree char *place = g_build_filename (fixture->folder, "nơi khác", NULL);
  g_autofree char *path = g_build_filename (place, "lại.ocop", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) attachments = NULL;

  g_unlink (lost_path);
  g_assert_true (ocop_backup_archive_write (fixture->reg, zip, &error));
  g_assert_true (ocop_backup_archive_is (zip));
  g_assert_false (ocop_backup_archive_is (fixture->path));
  g_mkdir (place, 0700);
  ocop_backup_archive_restore (zip, path, NULL, &error);
  g_assert_no_error (error);

  fixture_close (fixture);
  g_free (fixture->path);
  fixture->path = g_steal_pointer (&path);
  fixture_open (fixture);
  fixture_assert_label (fixture, "product", product, "Mật ong");
  attachments = list (fixture);
  g_assert_cmpuint (attachments->len, ==, 2);
  for (guint i = 0; i < attachments->len; i++)
    {
      const OcopAttachment *attachment = attachments->pdata[i];

      g_assert_cmpint (attachment->size >= 0, ==, g_str_equal (attachment->name, kept));
    }
}

/* A photo that is not what its name says is never put beside a register, and replaces nothing. */
static void
test_archive_damaged (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *product = fixture_add (fixture, "product", "name", "Mật ong", NULL);
  g_autofree char *name = add_photo (fixture, "một", product);
  g_autofree char *path = ocop_attachments_dup_path (fixture->reg, name);
  g_autofree char *zip = g_build_filename (fixture->folder, "a.zip", NULL);
  g_autofree char *place = g_build_filename (fixture->folder, "b.ocop", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "something else", -1, NULL));
  g_assert_true (ocop_backup_archive_write (fixture->reg, zip, NULL));
  g_assert_false (ocop_backup_archive_restore (zip, place, NULL, &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_DAMAGED);
  g_assert_false (g_file_test (place, G_FILE_TEST_EXISTS));
}

static void
add (const char *path,
     void      (*test) (Fixture *fixture, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/attachments/name", test_name);
  add ("/attachments/add", test_add);
  add ("/attachments/refuses", test_refuses);
  add ("/attachments/documents", test_documents);
  add ("/attachments/too-large", test_too_large);
  add ("/attachments/undo-needs-it", test_undo_needs_it);
  add ("/attachments/clean-up", test_clean_up);
  add ("/attachments/draft-needs-it", test_draft_needs_it);
  add ("/attachments/drafts-unreadable", test_drafts_unreadable);
  add ("/attachments/archive", test_archive);
  add ("/attachments/archive-damaged", test_archive_damaged);
  return g_test_run ();
}
