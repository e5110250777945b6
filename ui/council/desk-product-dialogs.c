/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "council/desk-product-dialogs.h"

#include <glib/gi18n.h>

#include "council/desk-council-dialog.h"
#include "evaluation/ocop-advice.h"
#include "evaluation/ocop-proposal.h"

/* Of a dialog whose answer is one of several texts. */
typedef struct
{
  GtkDropDown *choice;     /* borrowed */
  char **keys;
  char *product;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_strfreev (question->keys);
  g_free (question->product);
  g_free (question);
}

/* Takes @keys, one for each title. */
static Question *
ask (DeskCouncilDialog        *dialog,
     const OcopSessionProduct *product,
     const char               *label,
     const char * const       *titles,
     GPtrArray                *keys)
{
  Question *question = g_new0 (Question, 1);

  g_ptr_array_add (keys, NULL);
  question->keys = (char **) g_ptr_array_free (keys, FALSE);
  question->product = g_strdup (ocop_record_get_id (product->record));
  question->choice = desk_council_dialog_add_choice (dialog, label, titles);
  g_object_set_data_full (G_OBJECT (dialog), "desk-question", question, question_free);
  return question;
}

static const Question *
get_question (DeskCouncilDialog *dialog)
{
  return g_object_get_data (G_OBJECT (dialog), "desk-question");
}

static void
run_choice (DeskCouncilDialog *dialog,
            OcopChange      *(*make) (OcopReader *, const DeskCouncilTask *, GError **))
{
  const Question *question = get_question (dialog);
  guint chosen = gtk_drop_down_get_selected (question->choice);

  desk_council_dialog_run (dialog, &(DeskCouncilTask) { .make = make, .id = question->product, .text = question->keys[chosen] });
}

/* Another criteria set */

static OcopChange *
move_to_set (OcopReader             *reader,
             const DeskCouncilTask  *task,
             GError                **error)
{
  return ocop_session_move_to_set (reader, task->id, task->text, error);
}

static void
on_set_chosen (DeskCouncilDialog *dialog)
{
  run_choice (dialog, move_to_set);
}

void
desk_set_dialog_present (GtkWidget                *parent,
                         OcopRegister             *reg,
                         const OcopSessionProduct *product)
{
  DeskCouncilDialog *dialog = desk_council_dialog_new (parent, reg, _("Another Criteria Set"), _("_Move"));
  g_autoptr(GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *keys = g_ptr_array_new ();
  guint now = 0;

  desk_council_dialog_add_text (dialog, product->product_name, "desk-heading");
  desk_council_dialog_add_text (dialog, _("Only before anybody has scored it: points of one sheet mean nothing on another."), "desk-subtitle");
  for (guint i = 0; i < ocop_law_n_sets (product->law); i++)
    {
      const OcopCriteriaSet *set = ocop_law_get_set (product->law, i);

      if (g_strcmp0 (set->code, ocop_record_get_text (product->record, "criteria_set")) == 0)
        now = i;
      g_ptr_array_add (titles, g_strdup_printf ("%u. %s", set->number, set->title));
      g_ptr_array_add (keys, g_strdup (set->code));
    }
  g_ptr_array_add (titles, NULL);
  gtk_drop_down_set_selected (ask (dialog, product, _("Criteria set"), (const char * const *) titles->pdata, keys)->choice, now);
  g_signal_connect (dialog, "apply", G_CALLBACK (on_set_chosen), NULL);
  desk_council_dialog_present (dialog);
}

/* The choice at 90 points */

static OcopChange *
choose_for_five (OcopReader             *reader,
                 const DeskCouncilTask  *task,
                 GError                **error)
{
  return ocop_session_choose_for_five (reader, task->id, task->text, error);
}

static void
on_five_chosen (DeskCouncilDialog *dialog)
{
  run_choice (dialog, choose_for_five);
}

static void
on_five_selected (DeskCouncilDialog *dialog)
{
  const Question *question = get_question (dialog);

  desk_council_dialog_set_ready (dialog, *question->keys[gtk_drop_down_get_selected (question->choice)] != '\0');
}

/* By the class that really results. Nothing is chosen for the council. */
static void
ask_for_five (DeskCouncilDialog        *dialog,
              const OcopSessionProduct *product)
{
  const OcopField *field = ocop_kind_find_field (ocop_record_get_kind (product->record), "enough_for_five");
  const char *now = ocop_record_get_text (product->record, "enough_for_five");
  g_autoptr(GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *keys = g_ptr_array_new ();
  const Question *question;
  guint chosen = 0;

  if (now == NULL)
    {
      g_ptr_array_add (titles, g_strdup (_("Not chosen yet")));
      g_ptr_array_add (keys, g_strdup (""));
    }
  for (const OcopChoice *choice = field->choices; choice->key != NULL; choice++)
    {
      if (g_strcmp0 (choice->key, now) == 0)
        chosen = titles->len;
      g_ptr_array_add (titles, ocop_proposal_choice_to_text (product->verdict, choice->key));
      g_ptr_array_add (keys, g_strdup (choice->key));
    }
  g_ptr_array_add (titles, NULL);
  question = ask (dialog, product, _("The council chooses"), (const char * const *) titles->pdata, keys);
  gtk_drop_down_set_selected (question->choice, chosen);
  g_signal_connect_object (question->choice, "notify::selected", G_CALLBACK (on_five_selected), dialog, G_CONNECT_SWAPPED);
  on_five_selected (dialog);
}

void
desk_five_dialog_present (GtkWidget                *parent,
                          OcopRegister             *reg,
                          const OcopSessionProduct *product)
{
  DeskCouncilDialog *dialog = desk_council_dialog_new (parent, reg, _("Enough Points for 5 Stars"), _("_Choose"));
  g_autoptr(OcopAdvice) advice = ocop_advice_new (product);

  desk_council_dialog_add_text (dialog, product->product_name, "desk-heading");
  desk_council_dialog_add_text (dialog, advice->choice != NULL ? advice->choice : ocop_proposal_say_no_choice (), NULL);
  if (advice->choice != NULL)
    ask_for_five (dialog, product);
  else
    desk_council_dialog_set_ready (dialog, FALSE);
  g_signal_connect (dialog, "apply", G_CALLBACK (on_five_chosen), NULL);
  desk_council_dialog_present (dialog);
}

/* Once more */

static OcopChange *
score_again (OcopReader             *reader,
             const DeskCouncilTask  *task,
             GError                **error)
{
  return ocop_session_score_again (reader, task->id, error);
}

static void
on_again (DeskCouncilDialog *dialog)
{
  desk_council_dialog_run (dialog, &(DeskCouncilTask) { .make = score_again, .id = g_object_get_data (G_OBJECT (dialog), "desk-product") });
}

void
desk_again_dialog_present (GtkWidget                *parent,
                           OcopRegister             *reg,
                           const OcopSessionProduct *product)
{
  DeskCouncilDialog *dialog = desk_council_dialog_new (parent, reg, _("Score Again"), _("_Score Again"));
  g_autoptr(OcopAdvice) advice = ocop_advice_new (product);

  desk_council_dialog_add_text (dialog, product->product_name, "desk-heading");
  for (guint i = 0; i < advice->against->len; i++)
    desk_council_dialog_add_text (dialog, g_ptr_array_index (advice->against, i), NULL);
  desk_council_dialog_add_text (dialog, _("All members score the product once more. The sheets of this scoring stay and are shown beside the new ones."), NULL);
  g_object_set_data_full (G_OBJECT (dialog), "desk-product", g_strdup (ocop_record_get_id (product->record)), g_free);
  g_signal_connect (dialog, "apply", G_CALLBACK (on_again), NULL);
  desk_council_dialog_present (dialog);
}
