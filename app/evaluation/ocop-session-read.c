/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evaluation/ocop-session-private.h"

#include <glib/gi18n.h>

#include "base/ocop-text.h"
#include "evaluation/ocop-choices.h"
#include "evaluation/ocop-council.h"
#include "register/ocop-records.h"
#include "evaluation/ocop-session-law.h"

/* Freeing */

static void
member_free (gpointer data)
{
  OcopSessionMember *member = data;

  g_clear_pointer (&member->record, ocop_record_free);
  g_free (member->id);
  g_free (member->name);
  g_free (member->body_name);
  g_free (member->role);
  g_clear_pointer (&member->attendance, ocop_record_free);
  g_free (member);
}

static void
product_free (OcopSessionProduct *product)
{
  for (guint i = 0; i < product->scoring.n_ballots; i++)
    {
      g_clear_pointer (&product->sheets[i].recusal, ocop_record_free);
      g_clear_pointer (&product->sheets[i].record, ocop_record_free);
      g_free (product->sheets[i].choices);
      g_free (product->sheets[i].former);
    }
  g_clear_pointer (&product->record, ocop_record_free);
  g_clear_pointer (&product->dossier, ocop_record_free);
  g_clear_pointer (&product->verdict, ocop_verdict_free);
  g_clear_pointer (&product->problems, g_ptr_array_unref);
  g_free (product->product_name);
  g_free (product->producer_name);
  g_free (product->representative);
  g_free (product->set_now);
  g_free (product->sheets);
  g_free (product->ballots);
  g_free (product->self);
  g_free (product->advised);
  g_free (product->agreed);
  g_free (product);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopSessionProduct, product_free)

OcopSession *
ocop_session_new (void)
{
  OcopSession *self = g_new0 (OcopSession, 1);

  self->members = g_ptr_array_new_with_free_func (member_free);
  self->products = g_ptr_array_new_with_free_func ((GDestroyNotify) product_free);
  return self;
}

void
ocop_session_free (OcopSession *self)
{
  g_clear_pointer (&self->record, ocop_record_free);
  g_clear_pointer (&self->council, ocop_record_free);
  g_clear_pointer (&self->products, g_ptr_array_unref);
  g_clear_pointer (&self->members, g_ptr_array_unref);
  g_free (self);
}

/* Reading */

static void
read_rules (OcopSession *self)
{
  self->rules = ocop_council_get_rules (self->council);
  self->rules.written = ocop_session_manner_is_written (ocop_record_get_text (self->record, "manner"));
}

static gboolean
read_members (OcopSession  *self,
              OcopReader   *reader,
              GError      **error)
{
  g_autoptr(GPtrArray) records = ocop_council_read_members (reader, ocop_record_get_id (self->council), error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const OcopRecord *record = g_ptr_array_index (records, i);
      OcopSessionMember *member = g_new0 (OcopSessionMember, 1);

      member->record = ocop_record_copy (record);
      member->id = g_strdup (ocop_record_get_id (record));
      member->name = g_strdup (ocop_record_get_text (record, "name"));
      member->body_name = g_strdup (ocop_record_get_text (record, "body_name"));
      member->role = g_strdup (ocop_record_get_text (record, "role"));
      member->chair = g_strcmp0 (member->role, "chair") == 0;
      g_ptr_array_add (self->members, member);
    }
  return records != NULL;
}

static gboolean
read_attendance (OcopSession  *self,
                 OcopReader   *reader,
                 GError      **error)
{
  g_autoptr(GPtrArray) records = ocop_records_load (reader, "attendance", "session", ocop_record_get_id (self->record), NULL, error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      OcopRecord *record = g_ptr_array_index (records, i);
      int place = ocop_session_find_member (self, ocop_record_get_text (record, "member"));
      OcopSessionMember *member = place >= 0 ? g_ptr_array_index (self->members, (guint) place) : NULL;

      if (member == NULL || member->attendance != NULL)
        continue;
      member->present = ocop_record_get_integer (record, "present", 0) != 0;
      member->attendance = ocop_record_copy (record);
    }
  return records != NULL;
}

/* What was stored for a product, as choices; a problem and nothing scored where it does not suit the set. */
static guint8 *
read_choices (OcopSessionProduct *product,
              const OcopRecord   *record,
              const char         *field)
{
  g_autoptr(GError) error = NULL;
  guint8 *choices = ocop_choices_parse (product->scoring.criteria, ocop_record_get_text (record, field), &error);

  if (choices != NULL)
    return choices;
  g_ptr_array_add (product->problems,
                   g_strdup_printf ("%s: %s", _(ocop_kind_find_field (ocop_record_get_kind (record), field)->title), error->message));
  return ocop_choices_new (product->scoring.criteria);
}

static gboolean
read_names (OcopSessionProduct  *product,
            OcopReader          *reader,
            GError             **error)
{
  g_autoptr(OcopRecord) record = NULL;
  g_autoptr(OcopRecord) producer = NULL;
  const char *set = ocop_record_get_text (product->dossier, "criteria_set");
  const char *id;

  record = ocop_reader_load (reader, ocop_kind_find ("product"), ocop_record_get_text (product->dossier, "product"), error);
  if (record == NULL)
    return FALSE;
  product->product_name = g_strdup (ocop_record_get_text (product->record, "name"));
  product->set_now = g_strdup (set != NULL ? set : ocop_record_get_text (record, "criteria_set"));
  id = ocop_record_get_text (record, "producer");
  if (id == NULL)
    return TRUE;
  producer = ocop_reader_load (reader, ocop_kind_find ("producer"), id, error);
  if (producer == NULL)
    return FALSE;
  product->producer_name = g_strdup (ocop_record_get_text (producer, "name"));
  product->representative = g_strdup (ocop_record_get_text (producer, "representative"));
  return TRUE;
}

/* A member with the name of the producer or of who represents it, or from a body of its name. */
static const char *
suggest_recusal (const OcopSessionMember  *member,
                 const OcopSessionProduct *product)
{
  const char *names[] = { product->producer_name, product->representative };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (names[i] != NULL && (ocop_text_same (member->name, names[i])
                             || (member->body_name != NULL && ocop_text_same (member->body_name, names[i]))))
      return "producer";
  return NULL;
}

static gboolean
read_criteria (OcopSession         *self,
               OcopReader          *reader,
               OcopSessionProduct  *product,
               GError             **error)
{
  product->law = ocop_session_law_find (reader, self->record, ocop_record_get_text (product->record, "law_book"), &product->scoring.book, error);
  if (product->law != NULL)
    product->scoring.criteria = ocop_law_get_criteria (product->law, product->scoring.book,
                                                       ocop_record_get_text (product->record, "criteria_set"), error);
  if (product->scoring.criteria == NULL)
    g_prefix_error (error, "%s: ", product->product_name);
  return product->scoring.criteria != NULL;
}

static void
begin_sheets (OcopSession        *self,
              OcopSessionProduct *product)
{
  product->sheets = g_new0 (OcopSessionSheet, self->members->len);
  product->ballots = g_new0 (OcopBallot, self->members->len);
  product->scoring.n_ballots = self->members->len;
  product->scoring.ballots = product->ballots;
  for (guint i = 0; i < self->members->len; i++)
    product->sheets[i].suggestion = suggest_recusal (ocop_session_get_member (self, i), product);
}

static OcopSessionProduct *
product_new (OcopSession       *self,
             OcopReader        *reader,
             const OcopRecord  *record,
             GError           **error)
{
  g_autoptr(OcopSessionProduct) product = g_new0 (OcopSessionProduct, 1);

  product->problems = g_ptr_array_new_with_free_func (g_free);
  product->record = ocop_record_copy (record);
  product->dossier = ocop_reader_load (reader, ocop_kind_find ("dossier"), ocop_record_get_text (record, "dossier"), error);
  if (product->dossier == NULL || !read_names (product, reader, error) || !read_criteria (self, reader, product, error))
    return NULL;
  product->scoring.rules = self->rules;
  product->scoring.has_story = ocop_record_get_integer (product->dossier, "story", 0) != 0;
  product->scoring.disqualified = ocop_record_get_integer (record, "disqualified", 0) != 0;
  product->self = read_choices (product, product->dossier, "self_choices");
  product->advised = read_choices (product, product->dossier, "advised_choices");
  product->agreed = read_choices (product, record, "agreed_choices");
  product->scoring.agreed = product->agreed;
  begin_sheets (self, product);
  return g_steal_pointer (&product);
}

static gboolean
read_products (OcopSession  *self,
               OcopReader   *reader,
               const char   *only,
               GError      **error)
{
  g_autoptr(GPtrArray) records = ocop_records_load (reader, "session_product", "session", ocop_record_get_id (self->record), "place", error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const OcopRecord *record = g_ptr_array_index (records, i);
      OcopSessionProduct *product;

      if (only != NULL && !g_str_equal (ocop_record_get_id (record), only))
        continue;
      product = product_new (self, reader, record, error);
      if (product == NULL)
        return FALSE;
      g_ptr_array_add (self->products, product);
    }
  return records != NULL;
}

/* Recusals and sheets, of one product or of the whole session. */
static GPtrArray *
load_of_products (OcopSession  *self,
                  OcopReader   *reader,
                  const char   *kind,
                  const char   *only,
                  GError      **error)
{
  if (only != NULL)
    return ocop_records_load (reader, kind, "session_product", only, NULL, error);
  return ocop_records_load (reader, kind, "session_product.session", ocop_record_get_id (self->record), NULL, error);
}

static OcopSessionProduct *
product_of (OcopSession       *self,
            const OcopRecord  *record,
            OcopSessionSheet **sheet)
{
  int place = ocop_session_find_product (self, ocop_record_get_text (record, "session_product"));
  int member = ocop_session_find_member (self, ocop_record_get_text (record, "member"));
  OcopSessionProduct *product = place >= 0 ? g_ptr_array_index (self->products, (guint) place) : NULL;

  *sheet = product != NULL && member >= 0 ? &product->sheets[member] : NULL;
  return product;
}

static gboolean
read_recusals (OcopSession  *self,
               OcopReader   *reader,
               const char   *only,
               GError      **error)
{
  g_autoptr(GPtrArray) records = load_of_products (self, reader, "recusal", only, error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      OcopSessionSheet *sheet;

      product_of (self, g_ptr_array_index (records, i), &sheet);
      if (sheet != NULL && sheet->recusal == NULL)
        sheet->recusal = ocop_record_copy (g_ptr_array_index (records, i));
    }
  return records != NULL;
}

/* Nothing that was scored goes without a word. */
static void
say_not_counted (OcopSessionProduct *product,
                 OcopReader         *reader,
                 const OcopRecord   *record)
{
  g_autofree char *name = ocop_reader_label (reader, ocop_kind_find ("council_member"), ocop_record_get_text (record, "member"));

  g_ptr_array_add (product->problems, g_strdup_printf (_("The sheet of %s does not count: the council has no such member."), name));
}

static void
take_sheet (OcopSessionProduct *product,
            OcopSessionSheet   *sheet,
            const OcopRecord   *record,
            gint64              scorings_ago)
{
  if (scorings_ago == 0 && sheet->record == NULL)
    {
      sheet->record = ocop_record_copy (record);
      sheet->choices = read_choices (product, record, "choices");
    }
  if (scorings_ago == 1 && sheet->former == NULL)
    sheet->former = read_choices (product, record, "choices");
}

static gboolean
read_sheets (OcopSession  *self,
             OcopReader   *reader,
             const char   *only,
             GError      **error)
{
  g_autoptr(GPtrArray) records = load_of_products (self, reader, "sheet", only, error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const OcopRecord *record = g_ptr_array_index (records, i);
      OcopSessionSheet *sheet;
      OcopSessionProduct *product = product_of (self, record, &sheet);
      gint64 scorings_ago;

      if (product == NULL)
        continue;
      product->n_all_sheets++;
      scorings_ago = ocop_record_get_integer (product->record, "scoring", 0) - ocop_record_get_integer (record, "scoring", 0);
      if (sheet != NULL)
        take_sheet (product, sheet, record, scorings_ago);
      else if (scorings_ago == 0)
        say_not_counted (product, reader, record);
    }
  return records != NULL;
}

static void
judge (OcopSession        *self,
       OcopSessionProduct *product)
{
  for (guint i = 0; i < self->members->len; i++)
    {
      const OcopSessionMember *member = ocop_session_get_member (self, i);
      OcopSessionSheet *sheet = &product->sheets[i];

      if (sheet->choices == NULL)
        sheet->choices = ocop_choices_new (product->scoring.criteria);
      sheet->awaited = sheet->recusal == NULL && (member->present || self->rules.written);
      sheet->n_missing = ocop_choices_count_missing (&product->scoring, sheet->choices);
      product->ballots[i] = (OcopBallot) { member->chair, member->present, sheet->recusal != NULL, sheet->choices };
    }
  product->verdict = ocop_verdict_new (&product->scoring);
}

static gboolean
read_decided (OcopSession  *self,
              OcopReader   *reader,
              GError      **error)
{
  g_autoptr(OcopQuery) query = ocop_query_new ("decision");
  gint64 n = ocop_records_count (reader, query, "session", ocop_record_get_id (self->record), error);

  self->decided = n > 0;
  return n >= 0;
}

OcopSession *
ocop_session_read_members (OcopReader  *reader,
                           const char  *id,
                           GError     **error)
{
  g_autoptr(OcopSession) self = ocop_session_new ();

  self->record = ocop_reader_load (reader, ocop_kind_find ("session"), id, error);
  if (self->record == NULL)
    return NULL;
  self->council = ocop_reader_load (reader, ocop_kind_find ("council"), ocop_record_get_text (self->record, "council"), error);
  if (self->council == NULL)
    return NULL;
  read_rules (self);
  if (!read_decided (self, reader, error) || !read_members (self, reader, error) ||
      !read_attendance (self, reader, error) || !ocop_session_leave_out_later (self, reader, error))
    return NULL;
  return g_steal_pointer (&self);
}

OcopSession *
ocop_session_read (OcopReader  *reader,
                   const char  *id,
                   const char  *product,
                   GError     **error)
{
  g_autoptr(OcopSession) self = ocop_session_read_members (reader, id, error);

  if (self == NULL || !read_products (self, reader, product, error) || !read_recusals (self, reader, product, error)
      || !read_sheets (self, reader, product, error))
    return NULL;
  for (guint i = 0; i < self->products->len; i++)
    judge (self, g_ptr_array_index (self->products, i));
  return g_steal_pointer (&self);
}

OcopSession *
ocop_session_read_product (OcopReader  *reader,
                           const char  *product,
                           GError     **error)
{
  g_autoptr(OcopRecord) record = ocop_reader_load (reader, ocop_kind_find ("session_product"), product, error);

  return record != NULL ? ocop_session_read (reader, ocop_record_get_text (record, "session"), product, error) : NULL;
}
