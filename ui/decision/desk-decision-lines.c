/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "decision/desk-decision-lines.h"

#include <glib/gi18n.h>

#include "base/ocop-number.h"
#include "base/ocop-text.h"

/* What the cells say */

static char *
dup_class (const DeskTableCell *cell)
{
  const OcopDecisionLine *line = cell->row;
  const char *outcome = ocop_record_get_text (line->record, "outcome");
  gint64 class = ocop_record_get_integer (line->record, "class", 0);

  if (g_strcmp0 (outcome, "rejected") == 0)
    return g_strdup (ocop_field_choice_title (ocop_kind_find_field (ocop_kind_find ("decision_line"), "outcome"), outcome));
  return class > 0 ? g_strdup_printf (ngettext ("%u star", "%u stars", (gulong) class), (guint) class) : g_strdup ("");
}

/* What the product holds beside: an upgrade that waits at the centre leaves it as it is (article 7.4). */
static char *
dup_held (const DeskTableCell *cell)
{
  const OcopDecisionLine *line = cell->row;
  const OcopField *field = ocop_kind_find_field (ocop_kind_find ("product"), "star");
  g_autofree char *until = ocop_date_to_people (line->held_until);

  if (line->held_star == NULL)
    return g_strdup (line->pending ? _("potential 5 stars") : "");
  /* Translators: a class, and the last day on which its certificate is valid */
  return g_strdup_printf (_("%s, until %s"), ocop_field_choice_title (field, line->held_star), until);
}

static char *
dup_ground (const DeskTableCell *cell)
{
  const OcopDecisionLine *line = cell->row;
  const OcopField *field = ocop_kind_find_field (ocop_kind_find ("decision_line"), "ground");
  const char *ground = ocop_record_get_text (line->record, "ground");
  g_autofree char *day = ocop_date_to_people (ocop_record_get_date (line->record, "conclusion_date"));
  const char *parts[] = {
    ground != NULL ? ocop_field_choice_title (field, ground) : NULL, ocop_record_get_text (line->record, "conclusion_number"), day,
    ocop_record_get_text (line->record, "conclusion_body"),
  };

  return ocop_text_join (" · ", parts, G_N_ELEMENTS (parts));
}

/* Where the line was struck why, and where its dossier went; what the centre found; by when it is due. */
static char *
dup_note (const DeskTableCell *cell)
{
  const OcopDecisionLine *line = cell->row;
  const OcopKind *kind = ocop_kind_find ("decision_line");
  const char *sent_to = ocop_record_get_text (line->record, "sent_to");
  const char *central = ocop_record_get_text (line->record, "central_result");
  g_autofree char *deadline = ocop_date_to_people (line->deadline);
  g_autofree char *due = *deadline != '\0' ? g_strdup_printf (_("due by %s"), deadline) : NULL;
  g_autofree char *centre = central != NULL ? g_strdup_printf (_("centre: %s"), ocop_field_choice_title (ocop_kind_find_field (kind, "central_result"), central)) : NULL;
  const char *parts[] = {
    ocop_decision_line_is_struck (line) ? _("struck") : NULL,
    ocop_record_get_text (line->record, "struck_reason"),
    sent_to != NULL ? ocop_field_choice_title (ocop_kind_find_field (kind, "sent_to"), sent_to) : NULL,
    centre, due, ocop_record_get_text (line->record, "note"),
  };

  return ocop_text_join (" · ", parts, G_N_ELEMENTS (parts));
}

static char *
dup_place (const DeskTableCell *cell)
{
  return g_strdup_printf ("%d", (int) ocop_record_get_integer (((const OcopDecisionLine *) cell->row)->record, "place", 0));
}

static char *
dup_product (const DeskTableCell *cell)
{
  const OcopDecisionLine *line = cell->row;
  const char *parts[] = {
    ocop_record_get_text (line->product, "name"), line->producer != NULL ? ocop_record_get_text (line->producer, "name") : NULL, line->locality,
  };

  return ocop_text_join (" · ", parts, G_N_ELEMENTS (parts));
}

static char *
dup_score (const DeskTableCell *cell)
{
  const OcopValue *score = ocop_record_get (((const OcopDecisionLine *) cell->row)->record, "score");

  return score->type == OCOP_VALUE_INTEGER ? ocop_hundredths_to_people (score->integer) : NULL;
}

static char *
dup_field (const DeskTableCell *cell)
{
  return g_strdup (ocop_record_get_text (((const OcopDecisionLine *) cell->row)->record, cell->column->key));
}

static const char *
style_of (const DeskTableCell *cell)
{
  return ocop_decision_line_is_struck (cell->row) ? "desk-struck" : NULL;
}

/* Which decisions have use for a column: its n. */
enum
{
  OF_ALL,
  OF_FILLED,      /* those in which it says something */
  OF_MADE,        /* so, and which give classes */
  OF_HELD,        /* so, until what is held is what the decision has given */
  OF_ENDED,       /* those that end certificates */
};

static const DeskTableColumn columns[] = {
  { N_("No."), dup_place, style_of, .n = OF_ALL, .width = 44, .is_number = TRUE },
  { N_("Product and producer"), dup_product, style_of, .n = OF_ALL, .wraps = TRUE },
  { N_("Score"), dup_score, style_of, .n = OF_FILLED, .width = 70, .is_number = TRUE },
  { N_("Class"), dup_class, style_of, .n = OF_FILLED, .width = 92 },
  { N_("Product code"), dup_field, style_of, "product_code", OF_MADE, 150 },
  { N_("Certificate number"), dup_field, style_of, "certificate_number", OF_FILLED, 176 },
  { N_("Holds now"), dup_held, style_of, .n = OF_HELD, .width = 182, .wraps = TRUE },
  { N_("Ground and conclusion"), dup_ground, style_of, .n = OF_ENDED, .wraps = TRUE },
  { N_("Note"), dup_note, .n = OF_FILLED, .width = 170, .wraps = TRUE },
};

/* Showing */

/* Whether any line says something there. */
static gboolean
is_filled (const OcopDecision    *decision,
           const DeskTableColumn *column)
{
  for (guint i = 0; i < decision->lines->len; i++)
    {
      const DeskTableCell cell = { column, decision->lines->pdata[i], i };
      g_autofree char *text = column->text (&cell);

      if (text != NULL && *text != '\0')
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_of_use (const OcopDecision    *decision,
           const DeskTableColumn *column)
{
  OcopDecisionKind kind = ocop_decision_get_kind (decision);
  gboolean ends = ocop_decision_kind_ends (kind);

  switch (column->n)
    {
    case OF_ALL:
      return TRUE;
    case OF_MADE:
      return !ends && is_filled (decision, column);
    case OF_HELD:
      /* Of what it has recognised itself nothing is held beside. */
      return !ends && is_filled (decision, column) &&
             !(ocop_decision_kind_certifies (kind) && ocop_decision_get_state (decision) == OCOP_DECISION_ISSUED);
    case OF_ENDED:
      return ends;
    default:
      return is_filled (decision, column);
    }
}

/* What says nothing leaves its room to the rest. */
static void
choose_columns (DeskTable          *self,
                const OcopDecision *decision)
{
  g_autoptr(GArray) chosen = g_array_new (TRUE, FALSE, sizeof (DeskTableColumn));

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (is_of_use (decision, &columns[i]))
      g_array_append_val (chosen, columns[i]);
  desk_table_set_columns (self, NULL, (const DeskTableColumn *) chosen->data);
}

void
desk_decision_lines_show (DeskTable          *self,
                          const OcopDecision *decision)
{
  if (decision != NULL)
    choose_columns (self, decision);
  desk_table_show (self, decision != NULL ? decision->lines : NULL, NULL);
}

static const char *
id_of (gconstpointer line)
{
  return ocop_record_get_id (((const OcopDecisionLine *) line)->record);
}

void
desk_decision_lines_set_up (DeskTable *self)
{
  desk_table_set_up (self, _("Lines of the decision"), NULL, &(const DeskTableColumn) { NULL }, id_of);
}
