/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "council.h"

#include "evaluation/ocop-choices.h"
#include "register/ocop-records.h"

static const char * const member_names[N_MEMBERS] = { "Chủ tịch", "An", "Bình", "Cúc" };

gpointer
council_make_change (OcopReader    *reader,
                     gpointer       data,
                     GCancellable  *cancellable,
                     GError       **error)
{
  const Asked *asked = data;

  return asked->make (reader, asked, error);
}

gboolean
council_carry_out (Council      *council,
                   Asked         asked,
                   GError      **error)
{
  g_autoptr(OcopChange) change = NULL;

  asked.council = council;
  change = ocop_register_read (council->fixture.reg, council_make_change, &asked, error);
  return change != NULL && ocop_register_commit (council->fixture.reg, change, error);
}

void
council_done (Council *council,
              Asked    asked)
{
  g_autoptr(GError) error = NULL;

  council_carry_out (council, asked, &error);
  g_assert_no_error (error);
}

void
council_refused (Council   *council,
                 Asked      asked,
                 OcopError  code)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (council_carry_out (council, asked, &error));
  g_assert_error (error, OCOP_ERROR, (int) code);
}

OcopChange *
ask_set_state (OcopReader   *reader,
               const Asked  *asked,
               GError      **error)
{
  return ocop_session_set_state (reader, asked->council->session, asked->text, asked->reason, error);
}

OcopChange *
ask_add_dossiers (OcopReader   *reader,
                  const Asked  *asked,
                  GError      **error)
{
  const char * const dossiers[] = { asked->council->dossiers[0], asked->council->dossiers[1], NULL };

  return ocop_session_add_dossiers (reader, asked->council->session, dossiers, error);
}

OcopChange *
ask_take_off (OcopReader   *reader,
              const Asked  *asked,
              GError      **error)
{
  return ocop_session_remove (reader, asked->council->products[asked->product], error);
}

OcopChange *
ask_move_to_set (OcopReader   *reader,
                 const Asked  *asked,
                 GError      **error)
{
  return ocop_session_move_to_set (reader, asked->council->products[asked->product], asked->text, error);
}

OcopChange *
ask_attend_all (OcopReader   *reader,
                const Asked  *asked,
                GError      **error)
{
  return ocop_session_attend (reader, asked->council->session, NULL, TRUE, error);
}

OcopChange *
ask_attend (OcopReader   *reader,
            const Asked  *asked,
            GError      **error)
{
  return ocop_session_attend (reader, asked->council->session, asked->council->members[asked->member], asked->yes, error);
}

OcopChange *
ask_recuse (OcopReader   *reader,
            const Asked  *asked,
            GError      **error)
{
  return ocop_session_recuse (reader, asked->council->products[asked->product], asked->council->members[asked->member],
                              asked->text, asked->reason, error);
}

OcopChange *
ask_submit (OcopReader   *reader,
            const Asked  *asked,
            GError      **error)
{
  const OcopSheetEntry entry = {
    .product = asked->council->products[asked->product],
    .member = asked->council->members[asked->member],
    .scoring = asked->scoring != 0 ? asked->scoring : 1,
    .choices = asked->text,
    .source = "paper",
    .version = asked->version,
    .taken_on = ocop_date_new (2026, 11, 24),
  };

  return ocop_session_submit (reader, &entry, error);
}

OcopChange *
ask_score_again (OcopReader   *reader,
                 const Asked  *asked,
                 GError      **error)
{
  return ocop_session_score_again (reader, asked->council->products[asked->product], error);
}

OcopChange *
ask_agree (OcopReader   *reader,
           const Asked  *asked,
           GError      **error)
{
  return ocop_session_agree (reader, asked->council->products[asked->product], asked->text, error);
}

OcopChange *
ask_reject (OcopReader   *reader,
            const Asked  *asked,
            GError      **error)
{
  return ocop_session_reject (reader, asked->council->products[asked->product], asked->text, asked->reason, error);
}

OcopChange *
ask_choose_for_five (OcopReader   *reader,
                     const Asked  *asked,
                     GError      **error)
{
  return ocop_session_choose_for_five (reader, asked->council->products[asked->product], asked->text, error);
}

/* Reading */

static gpointer
read_session (OcopReader    *reader,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  return ocop_session_read (reader, data, NULL, error);
}

OcopSession *
council_load (Council *council)
{
  g_autoptr(GError) error = NULL;
  OcopSession *session = ocop_register_read (council->fixture.reg, read_session, council->session, &error);

  g_assert_no_error (error);
  return session;
}

typedef struct
{
  const char *kind, *link, *id;
} Sought;

static gpointer
read_records (OcopReader    *reader,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  const Sought *sought = data;

  return ocop_records_load (reader, sought->kind, sought->link, sought->id, NULL, error);
}

GPtrArray *
council_find (Council    *council,
              const char *kind,
              const char *link,
              const char *id)
{
  Sought sought = { kind, link, id };
  g_autoptr(GError) error = NULL;
  GPtrArray *records = ocop_register_read (council->fixture.reg, read_records, &sought, &error);

  g_assert_no_error (error);
  return records;
}

void
step_back (Council *council)
{
  g_autoptr(GError) error = NULL;
  guint n_left = 0;

  ocop_register_undo (council->fixture.reg, &n_left, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_left, ==, 0);
}

void
step_forth (Council *council)
{
  g_autoptr(GError) error = NULL;

  ocop_register_redo (council->fixture.reg, NULL, &error);
  g_assert_no_error (error);
}

/* Setting up */

char *
council_add_dossier (Council    *council,
                     const char *name,
                     const char *set,
                     const char *producer)
{
  g_autofree char *product = fixture_add (&council->fixture, "product", "name", name, "producer", producer, "criteria_set", set, NULL);
  g_autofree char *title = g_strconcat (name, " 2026", NULL);

  return fixture_add (&council->fixture, "dossier", "name", title, "product", product, "kind", "first", "step", "council",
                      "story", "1", "self_choices", "1.1=1", NULL);
}

void
council_set_up (Council       *council,
                gconstpointer  data)
{
  g_autofree char *producer = NULL;

  fixture_set_up (&council->fixture, NULL);
  producer = fixture_add (&council->fixture, "producer", "name", "HTX Bình An", "representative", "Cúc", NULL);
  council->council = fixture_add (&council->fixture, "council", "name", "Hội đồng", "kind", "council", NULL);
  for (guint i = 0; i < N_MEMBERS; i++)
    council->members[i] = fixture_add (&council->fixture, "council_member", "council", council->council, "name", member_names[i],
                                       "role", i == 0 ? "chair" : "member", NULL);
  council->session = fixture_add (&council->fixture, "session", "council", council->council, "name", "Đợt 2", "state", "planned",
                                  "held_on", "2026-11-24", NULL);
  /* Not in the order of the agenda. */
  council->dossiers[0] = council_add_dossier (council, "Rượu men lá", "QD26-13", producer);
  council->dossiers[1] = council_add_dossier (council, "Gạo sạch", "QD26-03", producer);
}

void
council_tear_down (Council       *council,
                   gconstpointer  data)
{
  fixture_assert_sound (&council->fixture);
  g_free (council->council);
  g_free (council->session);
  for (guint i = 0; i < N_MEMBERS; i++)
    g_free (council->members[i]);
  for (guint i = 0; i < G_N_ELEMENTS (council->products); i++)
    {
      g_free (council->dossiers[i]);
      g_free (council->products[i]);
    }
  fixture_tear_down (&council->fixture, NULL);
}

void
council_begin (Council *council)
{
  g_autoptr(OcopSession) session = NULL;

  council_done (council, (Asked) { ask_add_dossiers });
  session = council_load (council);
  for (guint i = 0; i < 2; i++)
    council->products[i] = g_strdup (ocop_record_get_id (ocop_session_get_product (session, i)->record));
  council_done (council, (Asked) { ask_set_state, .text = "open" });
  council_done (council, (Asked) { ask_attend_all });
}

char *
council_fill (Council *council,
              guint    product,
              guint    place)
{
  g_autoptr(OcopSession) session = council_load (council);
  const OcopScoring *scoring = &ocop_session_get_product (session, product)->scoring;
  g_autofree guint8 *choices = ocop_choices_new (scoring->criteria);

  for (guint i = 0; i < scoring->criteria->leaves->len; i++)
    {
      const OcopCriterion *leaf = g_ptr_array_index (scoring->criteria->leaves, i);

      if (ocop_scoring_asks_for (scoring, choices, leaf))
        choices[i] = (guint8) MIN (place, leaf->options->len - 1);
    }
  return ocop_choices_format (scoring->criteria, choices);
}

void
council_score_all (Council *council,
                   guint    product,
                   gint64   scoring,
                   guint    place)
{
  g_autofree char *choices = council_fill (council, product, place);

  for (guint i = 0; i < N_MEMBERS; i++)
    council_done (council, (Asked) { ask_submit, .product = product, .member = i, .text = choices, .scoring = scoring });
}
