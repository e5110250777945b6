/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evaluation/ocop-member-ballot-private.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "base/ocop-json-reader.h"
#include "base/ocop-package.h"
#include "base/ocop-text.h"
#include "evaluation/ocop-choices.h"

/* Of one part, in bytes; the largest criteria sheet has 30,000. */
#define MAX_PART_SIZE (1024 * 1024)
#define MAX_PARTS 64
#define MAX_SCORING 1000
#define MAX_LAWS 9

static gboolean
fail_format (GError     **error,
             const char  *what)
{
  g_set_error (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT, _("The file is no ballot of this program: %s."), what);
  return FALSE;
}

/* All parts with their contents, in the order of the archive. */
static gboolean
load_parts (OcopPackage  *package,
            GPtrArray    *names,
            GPtrArray    *contents,
            GError      **error)
{
  g_autoptr(GPtrArray) listed = ocop_package_list (package);

  if (listed->len > MAX_PARTS)
    return fail_format (error, _("it has too many parts"));
  for (guint i = 0; i < listed->len; i++)
    {
      const char *name = g_ptr_array_index (listed, i);
      GBytes *bytes = ocop_package_load (package, name, MAX_PART_SIZE, error);

      if (bytes == NULL)
        return FALSE;
      g_ptr_array_add (names, g_strdup (name));
      g_ptr_array_add (contents, bytes);
    }
  return TRUE;
}

static GBytes *
find_part (GPtrArray  *names,
           GPtrArray  *contents,
           const char *name)
{
  guint place;

  return g_ptr_array_find_with_equal_func (names, name, g_str_equal, &place) ? g_ptr_array_index (contents, place) : NULL;
}

static GBytes *
demand_part (GPtrArray   *names,
             GPtrArray   *contents,
             const char  *name,
             GError     **error)
{
  GBytes *bytes = find_part (names, contents, name);
  g_autofree char *what = NULL;

  if (bytes != NULL)
    return bytes;
  what = g_strdup_printf (_("part “%s” is missing"), name);
  fail_format (error, what);
  return NULL;
}

/* Whether the office's parts are what their digest says. */
static gboolean
is_unaltered (GPtrArray *names,
              GPtrArray *contents,
              GBytes    *digest)
{
  g_autoptr(GPtrArray) own_names = g_ptr_array_new ();
  g_autoptr(GPtrArray) own = g_ptr_array_new ();
  g_autofree char *made = NULL;
  gsize size;
  const char *said = g_bytes_get_data (digest, &size);

  for (guint i = 0; i < names->len; i++)
    if (!g_str_equal (names->pdata[i], OCOP_BALLOT_DIGEST_PART) && !g_str_equal (names->pdata[i], OCOP_BALLOT_SHEETS_PART))
      {
        g_ptr_array_add (own_names, names->pdata[i]);
        g_ptr_array_add (own, contents->pdata[i]);
      }
  made = ocop_member_ballot_digest (own_names, own);
  return strlen (made) == size && memcmp (made, said, size) == 0;
}

/* "law/2/26-2026/QD26-01.json": the second law's file. */
static gboolean
take_law_part (OcopMemberBallot *self,
               const char       *name,
               GBytes           *bytes)
{
  const char *p = name + strlen (OCOP_BALLOT_LAW_FOLDER);
  guint place = (guint) g_ascii_digit_value (*p) - 1;

  if (!g_ascii_isdigit (*p) || place >= MAX_LAWS || p[1] != '/')
    return FALSE;
  while (self->laws->len <= place)
    g_ptr_array_add (self->laws, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref));
  g_hash_table_insert (g_ptr_array_index (self->laws, place), g_strdup (p + 2), g_bytes_ref (bytes));
  return TRUE;
}

static gboolean
read_laws (OcopMemberBallot  *self,
           GPtrArray         *names,
           GPtrArray         *contents,
           GError           **error)
{
  for (guint i = 0; i < names->len; i++)
    if (g_str_has_prefix (names->pdata[i], OCOP_BALLOT_LAW_FOLDER) && !take_law_part (self, names->pdata[i], contents->pdata[i]))
      return fail_format (error, names->pdata[i]);
  for (guint i = 0; i < self->laws->len; i++)
    {
      OcopLaw *law = ocop_law_load (g_ptr_array_index (self->laws, i), error);

      if (law == NULL)
        return FALSE;
      g_ptr_array_add (self->own_laws, law);
    }
  return TRUE;
}

static void
read_facts (OcopMemberBallotProduct *product,
            OcopJsonReader          *reader)
{
  guint n_facts;

  if (!ocop_json_reader_has (reader, "facts"))
    return;
  n_facts = ocop_json_reader_enter_array (reader, "facts");
  for (guint i = 0; i < n_facts; i++)
    {
      OcopMemberBallotFact fact;

      ocop_json_reader_enter_element (reader, i);
      fact = (OcopMemberBallotFact) { ocop_json_reader_text (reader, "title"), ocop_json_reader_text (reader, "text") };
      g_array_append_val (product->facts, fact);
      ocop_json_reader_leave (reader);
    }
  ocop_json_reader_leave (reader);
}

/* What the choices of the product are held against. */
static void
read_rules (OcopMemberBallot        *self,
            OcopMemberBallotProduct *product,
            OcopJsonReader          *reader)
{
  const OcopLaw *law = product->law < self->own_laws->len ? g_ptr_array_index (self->own_laws, product->law) : NULL;
  g_autoptr(GError) error = NULL;

  product->rules.rules = OCOP_COUNCIL_RULES_DEFAULT;
  product->rules.has_story = ocop_json_reader_flag (reader, "story");
  if (product->set == NULL || product->decision == NULL)
    return;
  product->rules.book = law != NULL ? ocop_law_find_book (law, product->decision) : NULL;
  if (product->rules.book == NULL)
    ocop_json_reader_fail (reader, "decision", _("the ballot does not hold this decision"));
  else
    product->rules.criteria = ocop_law_get_criteria (law, product->rules.book, product->set, &error);
  if (error != NULL)
    ocop_json_reader_fail (reader, "set", error->message);
}

static void
check_choices (OcopMemberBallotProduct *product,
               OcopJsonReader          *reader,
               const char              *member,
               const char              *text)
{
  g_autoptr(GError) error = NULL;
  g_autofree guint8 *choices = product->rules.criteria != NULL ? ocop_choices_parse (product->rules.criteria, text, &error) : NULL;

  if (error != NULL)
    ocop_json_reader_fail (reader, member, error->message);
}

static void
read_product (OcopMemberBallot *self,
              OcopJsonReader   *reader)
{
  OcopMemberBallotProduct *product = ocop_member_ballot_add_product (self);

  product->id = ocop_json_reader_text (reader, "id");
  product->name = ocop_json_reader_text (reader, "name");
  product->producer_name = ocop_json_reader_opt_text (reader, "producer");
  product->law = ocop_json_reader_number (reader, "law", 1, MAX_LAWS) - 1;
  product->decision = ocop_json_reader_text (reader, "decision");
  product->set = ocop_json_reader_text (reader, "set");
  product->scoring = ocop_json_reader_number (reader, "scoring", 1, MAX_SCORING);
  read_rules (self, product, reader);
  product->self = ocop_json_reader_opt_text (reader, "self");
  product->advised = ocop_json_reader_opt_text (reader, "advised");
  check_choices (product, reader, "self", product->self);
  check_choices (product, reader, "advised", product->advised);
  read_facts (product, reader);
  if (product->rules.criteria != NULL)
    product->choices = ocop_choices_new (product->rules.criteria);
}

static void
read_head (OcopMemberBallot *self,
           OcopJsonReader   *reader)
{
  self->register_id = ocop_json_reader_text (reader, "register");
  self->office_name = ocop_json_reader_opt_text (reader, "office");
  ocop_json_reader_enter (reader, "session");
  self->session = ocop_json_reader_text (reader, "id");
  self->session_name = ocop_json_reader_text (reader, "name");
  self->council_name = ocop_json_reader_opt_text (reader, "council");
  self->venue = ocop_json_reader_opt_text (reader, "venue");
  if (ocop_json_reader_has (reader, "held_on"))
    self->held_on = ocop_json_reader_day (reader, "held_on");
  ocop_json_reader_leave (reader);
  ocop_json_reader_enter (reader, "member");
  self->member = ocop_json_reader_text (reader, "id");
  self->member_name = ocop_json_reader_text (reader, "name");
  self->role = ocop_json_reader_opt_text (reader, "role");
  ocop_json_reader_leave (reader);
}

static gboolean
read_ballot (OcopMemberBallot  *self,
             GBytes            *bytes,
             GError           **error)
{
  g_autoptr(OcopJsonReader) reader = ocop_json_reader_new (bytes, OCOP_BALLOT_HEAD_PART);
  guint version = ocop_json_reader_number (reader, "version", 1, G_MAXINT);
  guint n_products;

  if (version > OCOP_BALLOT_VERSION)
    {
      g_set_error_literal (error, OCOP_ERROR, OCOP_ERROR_NEWER, _("The ballot was made by a newer version of the program."));
      return FALSE;
    }
  read_head (self, reader);
  n_products = ocop_json_reader_enter_array (reader, "products");
  for (guint i = 0; i < n_products; i++)
    {
      ocop_json_reader_enter_element (reader, i);
      read_product (self, reader);
      ocop_json_reader_leave (reader);
    }
  ocop_json_reader_leave (reader);
  return ocop_json_reader_finish (reader, error);
}

/* The member's choices, which have to be some that the criteria have. */
static void
read_choices (OcopMemberBallotProduct *product,
              OcopJsonReader          *reader)
{
  g_autofree char *text = ocop_json_reader_opt_text (reader, "choices");
  g_autoptr(GError) error = NULL;
  g_autofree guint8 *choices = ocop_choices_parse (product->rules.criteria, text, &error);
  g_autofree char *what = NULL;

  if (choices != NULL && ocop_choices_check (&product->rules, choices, &error))
    {
      g_free (product->choices);
      product->choices = g_steal_pointer (&choices);
      return;
    }
  what = g_strdup_printf ("%s: %s", product->name, error->message);
  ocop_json_reader_fail (reader, "choices", what);
}

static void
read_sheet (OcopMemberBallot *self,
            OcopJsonReader   *reader,
            GHashTable       *seen)
{
  g_autofree char *id = ocop_json_reader_text (reader, "product");
  g_autofree char *comment = ocop_json_reader_opt_text (reader, "comment");
  int place = id != NULL ? ocop_member_ballot_find_product (self, id) : -1;
  OcopMemberBallotProduct *product = place >= 0 ? ocop_member_ballot_get_product (self, (guint) place) : NULL;

  if (product == NULL || !g_hash_table_add (seen, product))
    {
      ocop_json_reader_fail (reader, "product", product == NULL ? _("not on the ballot") : _("the ballot has two sheets of it"));
      return;
    }
  read_choices (product, reader);
  product->comment = ocop_text_tidy (comment);
}

static gboolean
read_sheets (OcopMemberBallot  *self,
             GBytes            *bytes,
             GError           **error)
{
  g_autoptr(OcopJsonReader) reader = ocop_json_reader_new (bytes, OCOP_BALLOT_SHEETS_PART);
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint n_sheets;

  self->done = ocop_json_reader_flag (reader, "done");
  n_sheets = ocop_json_reader_enter_array (reader, "sheets");
  for (guint i = 0; i < n_sheets; i++)
    {
      ocop_json_reader_enter_element (reader, i);
      read_sheet (self, reader, seen);
      ocop_json_reader_leave (reader);
    }
  ocop_json_reader_leave (reader);
  return ocop_json_reader_finish (reader, error);
}

OcopMemberBallot *
ocop_member_ballot_load (GBytes    *bytes,
                         gboolean  *altered,
                         GError   **error)
{
  g_autoptr(OcopPackage) package = ocop_package_open (bytes, error);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) contents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr(OcopMemberBallot) self = ocop_member_ballot_new ();
  GBytes *ballot, *sheets, *digest;

  if (package == NULL || !load_parts (package, names, contents, error))
    return NULL;
  ballot = demand_part (names, contents, OCOP_BALLOT_HEAD_PART, error);
  sheets = ballot != NULL ? demand_part (names, contents, OCOP_BALLOT_SHEETS_PART, error) : NULL;
  digest = sheets != NULL ? demand_part (names, contents, OCOP_BALLOT_DIGEST_PART, error) : NULL;
  if (digest == NULL || !read_laws (self, names, contents, error)
      || !read_ballot (self, ballot, error) || !read_sheets (self, sheets, error))
    return NULL;
  *altered = !is_unaltered (names, contents, digest);
  self->bytes = g_bytes_ref (bytes);
  return g_steal_pointer (&self);
}
