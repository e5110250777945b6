/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A record of a package held against the register's, three ways. */

#include "exchange/ocop-office-private.h"

#include <string.h>

#include <glib/gi18n.h>

#include "register/ocop-record-json.h"

/* In words */

static gboolean
is_owner (const OcopField *field)
{
  return field->type == OCOP_FIELD_LINK && (field->flags & OCOP_FIELD_REQUIRED) != 0;
}

const char *
ocop_office_owner (const OcopRecord *record)
{
  const OcopField *first = ocop_record_get_kind (record)->fields;

  return is_owner (first) ? ocop_record_get_text (record, first->name) : NULL;
}

/* Its name is a long number, which tells one from another by its beginning. */
static char *
describe_file (const char *name)
{
  const char *dot = strrchr (name, '.');

  return g_strdup_printf (_("File %.6s…%s"), name, dot != NULL ? dot : "");
}

static char *
describe_value (const OcopOfficeWork *work,
                const OcopField      *field,
                const OcopValue      *value)
{
  const char *there = field->target != NULL && value->type == OCOP_VALUE_TEXT ? g_hash_table_lookup (work->labels, value->text) : NULL;

  if (there != NULL)
    return g_strdup (there);
  if (field->target != NULL && value->type == OCOP_VALUE_TEXT)
    return ocop_reader_label (work->reader, ocop_kind_find (field->target), value->text);
  if (ocop_field_is_attachment (field) && value->type == OCOP_VALUE_TEXT)
    return describe_file (value->text);
  return ocop_field_format (field, value);
}

/* A share has no name: the locality tells which it is. */
char *
ocop_office_dup_label (const OcopOfficeWork *work,
                       const OcopRecord     *record)
{
  const OcopKind *kind = ocop_record_get_kind (record);
  char *label = describe_value (work, ocop_kind_find_field (kind, kind->label), ocop_record_get (record, kind->label));

  for (const OcopField *field = kind->fields; *label == '\0' && field->name != NULL && ocop_field_is_stored (field); field++)
    if (!is_owner (field) || field != kind->fields)
      {
        g_free (label);
        label = describe_value (work, field, ocop_record_get (record, field->name));
      }
  return label;
}

/* With what it belongs to, which many have in common and so stands last. */
static char *
describe_record (const OcopOfficeWork *work,
                 const OcopRecord     *record)
{
  const OcopField *first = ocop_record_get_kind (record)->fields;
  g_autofree char *own = ocop_office_dup_label (work, record);
  g_autofree char *owner = is_owner (first) ? describe_value (work, first, ocop_record_get (record, first->name)) : NULL;

  return owner != NULL ? g_strdup_printf ("%s · %s", own, owner) : g_steal_pointer (&own);
}

/* Fields, three ways */

typedef enum
{
  LEAVE,
  TAKE,
  CONFLICT,
} Outcome;

/* Whether the program that made the package has @field at all, and what it says there means something here. */
static gboolean
is_known_there (const OcopOfficeWork *work,
                const OcopKind       *kind,
                const OcopField      *field)
{
  JsonNode *node = work->fields != NULL ? json_object_get_member (work->fields, kind->name) : NULL;
  JsonArray *names = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; names != NULL && i < json_array_get_length (names); i++)
    if (g_strcmp0 (json_array_get_string_element (names, i), field->name) == 0)
      return !g_hash_table_contains (work->astray, field);
  return FALSE;
}

/* Whether @common knows of @field and holds @value there. */
static gboolean
holds (const OcopOfficeWork *work,
       JsonObject           *common,
       const OcopField      *field,
       const OcopValue      *value,
       gboolean              foreign)
{
  g_auto(OcopValue) held = OCOP_VALUE_INIT;

  if (common == NULL || !json_object_has_member (common, field->name))
    return FALSE;
  held = ocop_record_json_get (common, field);
  if (foreign && held.type == OCOP_VALUE_TEXT && g_strcmp0 (field->target, "unit") == 0)
    return g_strcmp0 (g_hash_table_lookup (work->units, held.text), value->text) == 0;
  return ocop_value_equal (&held, value);
}

/* @sent: what the sender wrote of what it took from us; @own: likewise, what we wrote of what we took from it */
static Outcome
judge (const OcopOfficeWork *work,
       const OcopField      *field,
       const OcopRecord     *now,
       const OcopRecord     *theirs,
       JsonObject           *sent,
       JsonObject           *own)
{
  const OcopValue *mine = ocop_record_get (now, field->name), *given = ocop_record_get (theirs, field->name);

  if (!is_known_there (work, ocop_record_get_kind (now), field) || ocop_value_equal (mine, given))
    return LEAVE;
  if (holds (work, own, field, mine, FALSE))
    return TAKE;
  if (holds (work, sent, field, given, TRUE) || holds (work, own, field, given, FALSE))
    return LEAVE;
  return holds (work, sent, field, mine, TRUE) ? TAKE : CONFLICT;
}

/* What both had, as people read it; %NULL where that is not known. */
static char *
describe_common (const OcopOfficeWork *work,
                 const OcopField      *field,
                 JsonObject           *sent,
                 JsonObject           *own)
{
  JsonObject *common = json_object_has_member (own, field->name) ? own : sent;
  g_auto(OcopValue) value = OCOP_VALUE_INIT;

  if (common == NULL || !json_object_has_member (common, field->name))
    return NULL;
  value = ocop_record_json_get (common, field);
  return describe_value (work, field, &value);
}

/* Whether the record belongs as a whole to the level of the other office. */
static gboolean
is_wholly_theirs (const OcopOfficeWork *work,
                  const OcopRecord     *record)
{
  const char *level = g_hash_table_lookup (work->levels, ocop_record_get_id (record));

  return work->level != NULL && g_strcmp0 (level, work->level) == 0;
}

/* Whether the other office has the last word. */
static gboolean
is_theirs (const OcopOfficeWork *work,
           const OcopRecord     *record,
           const OcopField      *field)
{
  if (g_hash_table_contains (work->levels, ocop_record_get_id (record)))
    return is_wholly_theirs (work, record);
  return work->level != NULL && g_strcmp0 (ocop_office_level_of (ocop_record_get_kind (record), field), work->level) == 0;
}

/* What the other office changed alone is taken, but of what belongs to this level as a whole: there only what comes of a
 * plan, and not what it sets. */
static gboolean
is_taken (const OcopOfficeWork *work,
          const OcopRecord     *record,
          const OcopField      *field)
{
  return work->level == NULL || !g_hash_table_contains (work->levels, ocop_record_get_id (record)) || is_wholly_theirs (work, record) ||
         ocop_office_is_free (ocop_record_get_kind (record), field);
}

/* Differences */

/* The register has @record, or it is a new one. */
static OcopIncoming *
add_incoming (const OcopOfficeWork *work,
              const OcopRecord     *record,
              gboolean              exists)
{
  return ocop_differences_add_record (work->taking->differences, ocop_record_copy (record), exists);
}

/* About @field of what is @of, or about all of it. Takes @mine and @theirs. */
static OcopDifference *
add_difference (const OcopOfficeWork *work,
                OcopDifferenceKind    kind,
                OcopIncoming         *of,
                const OcopField      *field,
                char                 *mine,
                char                 *theirs)
{
  OcopDifference *one = ocop_differences_add (work->taking->differences, kind, of);

  one->field = field;
  one->whose = g_strdup (work->taking->unit_name);
  one->about = describe_record (work, of->record);
  one->title = g_strdup (field != NULL ? _(field->title) : _(ocop_record_get_kind (of->record)->title));
  one->mine = mine;
  one->theirs = theirs;
  return one;
}

static void
accept (const OcopOfficeWork *work,
        OcopDifference       *one,
        gboolean              accepted)
{
  const char *lock = ocop_office_find_lock (work->reader, one->of->record, one->of->exists, one->field, is_wholly_theirs (work, one->of->record));

  if (one->refusal == NULL)
    one->refusal = lock != NULL ? g_strdup (_(lock)) : NULL;
  one->accepted = accepted && one->refusal == NULL;
}

void
ocop_office_compare (const OcopOfficeWork *work,
                     const OcopRecord     *now,
                     const OcopRecord     *given,
                     JsonObject           *sent)
{
  const OcopKind *kind = ocop_record_get_kind (now);
  g_autoptr(JsonObject) own = ocop_office_load_common (work->reader, kind, ocop_record_get_id (now), work->others);
  OcopIncoming *of = NULL;
  gboolean changed = FALSE;

  for (const OcopField *field = kind->fields; field->name != NULL && ocop_field_is_stored (field); field++)
    {
      Outcome outcome = judge (work, field, now, given, sent, own);
      OcopDifference *one;

      if (outcome == LEAVE)
        continue;
      if (of == NULL)
        of = add_incoming (work, now, TRUE);
      one = add_difference (work, OCOP_DIFFERENCE_CHANGED, of, field, describe_value (work, field, ocop_record_get (now, field->name)),
                            describe_value (work, field, ocop_record_get (given, field->name)));
      one->value = ocop_value_copy (ocop_record_get (given, field->name));
      one->conflict = outcome == CONFLICT;
      one->base = one->conflict ? describe_common (work, field, sent, own) : NULL;
      one->ours = !is_taken (work, given, field);
      accept (work, one, one->conflict ? is_theirs (work, given, field) : !one->ours);
      changed |= one->accepted;
    }
  work->taking->n_edited += changed;
}

/* @now with what the other side changed, or both did. */
static OcopRecord *
make_revived (const OcopOfficeWork *work,
              const OcopRecord     *now,
              const OcopRecord     *given,
              JsonObject           *sent)
{
  const OcopKind *kind = ocop_record_get_kind (now);
  g_autoptr(JsonObject) own = ocop_office_load_common (work->reader, kind, ocop_record_get_id (now), work->others);
  OcopRecord *after = ocop_record_copy (now);

  for (const OcopField *field = kind->fields; field->name != NULL && ocop_field_is_stored (field); field++)
    if (judge (work, field, now, given, sent, own) != LEAVE)
      ocop_record_set (after, field->name, ocop_record_get (given, field->name));
  return after;
}

/* Whether this side has changed @now since. */
static gboolean
was_changed_here (const OcopOfficeWork *work,
                  const OcopRecord     *now,
                  const OcopRecord     *given,
                  JsonObject           *sent)
{
  const OcopKind *kind = ocop_record_get_kind (now);
  g_autoptr(JsonObject) own = ocop_office_load_common (work->reader, kind, ocop_record_get_id (now), work->others);

  for (const OcopField *field = kind->fields; field->name != NULL && ocop_field_is_stored (field); field++)
    if (is_known_there (work, kind, field) &&
        !ocop_value_equal (ocop_record_get (now, field->name), ocop_record_get (given, field->name)) &&
        judge (work, field, now, given, sent, own) != TAKE)
      return TRUE;
  return FALSE;
}

/* Whole records */

/* Why it cannot come; %NULL where it can. Free with g_free(). */
static char *
find_fault (const OcopOfficeWork *work,
            const OcopRecord     *given)
{
  g_autoptr(GError) error = NULL;

  for (const OcopField *field = ocop_record_get_kind (given)->fields; field->name != NULL && ocop_field_is_stored (field); field++)
    if ((field->flags & OCOP_FIELD_REQUIRED) != 0 && g_hash_table_contains (work->astray, field))
      return g_strdup_printf (_("“%s” leads to a record that is neither here nor in the package."), _(field->title));
  return ocop_record_check (given, NULL, &error) ? NULL : g_strdup (error->message);
}

/* A new record comes with what it belongs to where that is new too: what is decided of the one is decided of both. */
static void
let_follow (const OcopOfficeWork *work,
            OcopDifference       *whole,
            const OcopRecord     *given)
{
  OcopIncoming *of = add_incoming (work, given, FALSE);

  of->follows = TRUE;
  whole->n_following++;
  g_free (whole->theirs);
  whole->theirs = g_strdup_printf (ngettext ("New, with %u record of it", "New, with %u records of it", whole->n_following), whole->n_following);
}

void
ocop_office_compare_new (const OcopOfficeWork *work,
                         const OcopRecord     *given)
{
  const char *owner = ocop_office_owner (given);
  OcopDifference *whole = owner != NULL ? g_hash_table_lookup (work->wholes, owner) : NULL;
  g_autofree char *fault = find_fault (work, given);

  if (whole != NULL && fault == NULL)
    let_follow (work, whole, given);
  else
    {
      whole = add_difference (work, OCOP_DIFFERENCE_ADDED, add_incoming (work, given, FALSE), NULL, g_strdup (""), g_strdup (C_("record", "New")));
      whole->refusal = g_steal_pointer (&fault);
      accept (work, whole, TRUE);
    }
  g_hash_table_replace (work->wholes, g_strdup (ocop_record_get_id (given)), whole);
  work->taking->n_added++;
}

/* A record that is here, as a whole: not taken unless somebody says so. */
static OcopDifference *
add_whole (const OcopOfficeWork *work,
           OcopDifferenceKind    kind,
           const OcopRecord     *now,
           const char           *mine,
           char                 *theirs,
           gboolean              conflict)
{
  OcopDifference *one = add_difference (work, kind, add_incoming (work, now, TRUE), NULL, g_strdup (mine), theirs);

  one->conflict = conflict;
  accept (work, one, FALSE);
  return one;
}

void
ocop_office_compare_binned_there (const OcopOfficeWork *work,
                                  const OcopRecord     *now,
                                  const OcopRecord     *given,
                                  JsonObject           *sent,
                                  const char           *into)
{
  const char *other = into != NULL ? g_hash_table_lookup (work->labels, into) : NULL;
  gboolean conflict = was_changed_here (work, now, given, sent);
  OcopDifference *one = add_whole (work, OCOP_DIFFERENCE_BINNED, now, conflict ? _("Changed here") : _("Unchanged here"),
                                   into != NULL ? g_strdup_printf (_("Merged into “%s”"), other != NULL ? other : "") : g_strdup (_("In the bin")),
                                   conflict);

  one->into = g_strdup (into);
}

void
ocop_office_compare_binned_here (const OcopOfficeWork *work,
                                 const OcopRecord     *now,
                                 const OcopRecord     *given,
                                 JsonObject           *sent)
{
  g_autoptr(OcopRecord) revived = make_revived (work, now, given, sent);
  g_autofree char *news = ocop_record_to_json (revived, now);

  if (g_str_equal (news, "{}"))
    work->taking->n_binned++;
  else
    add_whole (work, OCOP_DIFFERENCE_REVIVED, now, _("In the bin"), g_strdup (_("Changed there")), TRUE)->given = g_steal_pointer (&revived);
}
