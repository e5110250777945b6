/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "council/desk-session-rows.h"

#include <glib/gi18n.h>

#include "base/ocop-number.h"
#include "evaluation/ocop-proposal.h"
#include "list/desk-wrap-layout.h"

static GtkWidget *
add_text (GtkWidget  *box,
          const char *text,
          const char *style,
          gboolean    expand)
{
  GtkWidget *label = gtk_label_new (text);

  g_object_set (label, "xalign", 0.0, "hexpand", expand, "ellipsize", expand ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE, NULL);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
add_pill (GtkWidget  *box,
          const char *text,
          const char *style)
{
  GtkWidget *pill = add_text (box, text, "desk-pill", FALSE);

  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  if (style != NULL)
    gtk_widget_add_css_class (pill, style);
}

static void
fill_row (GtkListBoxRow *row,
          GtkWidget     *box,
          const char    *name)
{
  gtk_list_box_row_set_child (row, box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Products */

static guint
count_recused (const OcopSessionProduct *product)
{
  guint n = 0;

  for (guint i = 0; i < product->scoring.n_ballots; i++)
    n += product->sheets[i].recusal != NULL;
  return n;
}

static gboolean
is_recusal_suggested (const OcopSessionProduct *product)
{
  for (guint i = 0; i < product->scoring.n_ballots; i++)
    if (product->sheets[i].recusal == NULL && product->sheets[i].suggestion != NULL)
      return TRUE;
  return FALSE;
}

/* On as many lines as the name beside them needs. */
static void
add_remarks (GtkWidget                *row,
             const OcopSessionProduct *product)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  g_autoptr(GPtrArray) problems = ocop_session_product_problems (product);
  guint n_recused = count_recused (product);
  gint64 scoring = ocop_record_get_integer (product->record, "scoring", 1);
  g_autofree char *recused = g_strdup_printf (ngettext ("%u takes no part", "%u take no part", n_recused), n_recused);
  g_autofree char *again = g_strdup_printf (_("scoring %d"), (int) scoring);

  if (problems->len > 0)
    add_pill (box, _("look at it"), "alarm");
  if (is_recusal_suggested (product))
    add_pill (box, _("conflict?"), "warn");
  if (n_recused > 0)
    add_pill (box, recused, NULL);
  if (scoring > 1)
    add_pill (box, again, NULL);
  if (ocop_session_product_needs_second_pass (product))
    add_pill (box, !product->verdict->spread_exceeded ? _("to be chosen")
                   : product->scoring.rules.written ? _("to meet") : _("score again"), "warn");
  gtk_widget_set_layout_manager (box, desk_wrap_layout_new (4));
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (box, gtk_widget_get_first_child (box) != NULL);
  gtk_box_append (GTK_BOX (row), box);
}

/* What goes to the centre has no class yet, whatever the minima say. */
static char *
dup_class (const OcopSessionProduct *product,
           const OcopVerdict        *verdict)
{
  OcopProposal proposal = ocop_proposal_of (product);

  if (proposal.kind == OCOP_PROPOSAL_FORWARD)
    return g_strdup_printf (ngettext ("Potential %u star", "Potential %u stars", proposal.class), proposal.class);
  return g_strdup_printf (ngettext ("%u star", "%u stars", verdict->star), verdict->star);
}

/* Of the sheets that are there: what is not scored yet is not 0. */
static void
add_result (GtkWidget                *box,
            const OcopSessionProduct *product,
            guint                     n_complete)
{
  g_autoptr(OcopVerdict) verdict = ocop_session_judge_begun (&product->scoring);
  g_autofree char *mean = ocop_hundredths_to_people (ocop_mean_cut (verdict->mean));
  g_autofree char *class = dup_class (product, verdict);

  if (product->scoring.disqualified)
    add_pill (box, _("rejected"), "alarm");
  if (n_complete == 0 || product->scoring.disqualified)
    return;
  add_text (box, mean, "desk-heading", FALSE);
  add_pill (box, class, verdict->is_final ? "good" : "warn");
}

void
desk_session_row_show_product (GtkListBoxRow     *row,
                               const OcopSession *session,
                               guint              place)
{
  const OcopSessionProduct *product = ocop_session_get_product (session, place);
  const OcopCriteriaSet *set = ocop_law_find_set (product->law, product->scoring.criteria->code);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  guint n_complete;
  guint n = ocop_session_product_count (product, &n_complete);
  g_autofree char *number = g_strdup_printf ("%u", place + 1);
  g_autofree char *facts = g_strdup_printf (_("%s · set %u"), product->producer_name != NULL ? product->producer_name : "–",
                                            set != NULL ? set->number : 0);
  g_autofree char *progress = g_strdup_printf (_("%u of %u sheets"), n_complete, n);
  g_autofree char *name = g_strdup_printf ("%s, %s", product->product_name, progress);

  g_object_set (add_text (box, number, "desk-dim", FALSE), "width-chars", 3, "xalign", 1.0, NULL);
  g_object_set (add_text (words, product->product_name, "desk-heading", TRUE), "wrap", TRUE, "lines", 2, NULL);
  add_text (words, facts, "desk-subtitle", TRUE);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (box), words);
  add_remarks (box, product);
  add_result (box, product, n_complete);
  g_object_set (add_text (box, progress, n_complete == n && n > 0 ? NULL : "desk-dim", FALSE), "width-chars", 10, "xalign", 1.0, NULL);
  fill_row (row, box, name);
}

/* Members */

static const char *
describe_presence (const OcopSession       *session,
                   const OcopSessionMember *member)
{
  if (ocop_session_is_written (session))
    return member->present ? _("has answered") : _("has not answered");
  return member->present ? _("present") : _("absent");
}

/* What is seen of the member's presence; the row is what is activated. */
static GtkWidget *
new_check (const char *name,
           gboolean    present,
           gboolean    closed)
{
  GtkWidget *check = gtk_check_button_new ();

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), present);
  gtk_widget_set_sensitive (check, !closed);
  g_object_set (check, "can-target", FALSE, "can-focus", FALSE, "valign", GTK_ALIGN_CENTER, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return check;
}

void
desk_session_row_show_member (GtkListBoxRow     *row,
                              const OcopSession *session,
                              guint              place)
{
  const OcopSessionMember *member = ocop_session_get_member (session, place);
  const char *role = ocop_field_choice_title (ocop_kind_find_field (ocop_kind_find ("council_member"), "role"), member->role);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  guint n_complete;
  guint n = ocop_session_member_count (session, place, &n_complete);
  g_autofree char *progress = g_strdup_printf ("%u/%u", n_complete, n);
  g_autofree char *facts = member->body_name != NULL ? g_strdup_printf ("%s · %s", role, member->body_name) : g_strdup (role);
  gboolean fixed = ocop_session_is_closed (session) || ocop_session_is_written (session);
  g_autofree char *name = g_strdup_printf ("%s, %s, %s", member->name, describe_presence (session, member), progress);

  gtk_box_append (GTK_BOX (box), new_check (member->name, member->present, fixed));
  add_text (words, member->name, NULL, TRUE);
  add_text (words, facts, "desk-subtitle", TRUE);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (box), words);
  add_text (box, progress, n_complete == n && n > 0 ? "desk-heading" : "desk-dim", FALSE);
  fill_row (row, box, name);
  gtk_list_box_row_set_activatable (row, !fixed);
}
