/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/desk-step-dialog.h"

#include <glib/gi18n.h>

#include "dossier/desk-step-job.h"
#include "dossier/desk-step-outlook.h"

#define WIDTH 520
/* Room for what stands against a step: a window that grows much leaves a small screen at its foot. */
#define LEAST_HEIGHT 390
#define MOST_HEIGHT 520

struct _DeskStepDialog
{
  DeskDialog parent_instance;

  /* Borrowed references */
  DeskFieldEditor *product;     /* (nullable): only of a dossier to be begun */
  DeskFieldEditor *kind;        /* (nullable): likewise */
  GtkLabel *name_label;
  GtkWidget *step_drop_down;
  DeskFieldEditor *day;
  DeskFieldEditor *person;
  GtkWidget *lacks_box;
  GtkLabel *lacks_title;
  GtkWidget *lacks_label;
  DeskFieldEditor *reason;
  DeskFieldEditor *note;

  /* Owned references */
  GCancellable *cancellable;
  GStrv dossiers;               /* (nullable) those to be moved */
  GStrv products;               /* (nullable) those of which one each is to be begun */
  DeskStepOutlook *outlook;     /* (nullable) */

  gboolean filling;             /* the controls are being filled, nobody chooses */
  gboolean kind_chosen;
};

enum
{
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskStepDialog, desk_step_dialog, DESK_TYPE_DIALOG)

static OcopDate
get_day (DeskStepDialog *self)
{
  g_autofree char *text = desk_dialog_dup_text (self->day);
  OcopDate day;

  return text != NULL && ocop_date_parse (text, &day) && ocop_date_is_day (day) ? day : OCOP_DATE_UNKNOWN;
}

static OcopDossierStep
get_step (DeskStepDialog *self)
{
  guint place = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->step_drop_down));

  if (self->outlook == NULL || place >= self->outlook->steps->len)
    return OCOP_STEP_NONE;
  return g_array_index (self->outlook->steps, OcopDossierStep, place);
}

/* Looking ahead */

static void
show_lacks (DeskStepDialog *self)
{
  g_autofree char *text = ocop_lacks_to_text (self->outlook->lacks);
  gboolean any = self->outlook->lacks->len > 0;

  gtk_label_set_label (GTK_LABEL (self->lacks_label), text);
  gtk_widget_set_visible (self->lacks_box, any);
  gtk_widget_set_visible (GTK_WIDGET (self->reason), any);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->lacks_box), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

/* Of several products: those for which none is begun. A reason is given for one at a time. */
static void
show_left_out (DeskStepDialog *self)
{
  const GPtrArray *left_out = self->outlook->left_out;
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *title = g_strdup_printf (ngettext ("None is begun for %u product", "None is begun for %u products", left_out->len),
                                            left_out->len);

  for (guint i = 0; i < left_out->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (const char *) left_out->pdata[i]);
  gtk_label_set_label (self->lacks_title, title);
  gtk_label_set_label (GTK_LABEL (self->lacks_label), text->str);
  gtk_widget_set_visible (self->lacks_box, left_out->len > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->lacks_box), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text->str, -1);
}

static void
fill_steps (DeskStepDialog *self)
{
  const OcopField *field = ocop_kind_find_field (ocop_kind_find ("dossier"), "step");
  g_autoptr(GtkStringList) titles = gtk_string_list_new (NULL);
  guint chosen = 0;

  for (guint i = 0; i < self->outlook->steps->len; i++)
    {
      OcopDossierStep step = g_array_index (self->outlook->steps, OcopDossierStep, i);
      const char *title = ocop_field_choice_title (field, ocop_dossier_step_to_key (step));
      /* Translators: a step of a dossier that does not come next */
      g_autofree char *out_of_order = g_strdup_printf (_("%s (out of order)"), title);

      gtk_string_list_append (titles, i < self->outlook->n_next ? title : out_of_order);
      if (step == self->outlook->step)
        chosen = i;
    }
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->step_drop_down), G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->step_drop_down), chosen);
}

static void
fill (DeskStepDialog *self)
{
  g_auto(OcopValue) kind = ocop_value_text (ocop_dossier_kind_to_key (self->outlook->kind));

  self->filling = TRUE;
  if (self->kind != NULL)
    desk_field_editor_set_value (self->kind, &kind, NULL);
  fill_steps (self);
  self->filling = FALSE;
  gtk_label_set_label (self->name_label, self->outlook->name);
  gtk_widget_set_visible (GTK_WIDGET (self->name_label), self->dossiers != NULL && self->dossiers[1] == NULL);
  if (self->products != NULL)
    show_left_out (self);
  else
    show_lacks (self);
  desk_dialog_set_ready (DESK_DIALOG (self), self->outlook->step != OCOP_STEP_NONE &&
                         (self->products == NULL || self->outlook->left_out->len < g_strv_length (self->products)));
}

static void
on_outlook_read (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(DeskStepDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  DeskStepOutlook *outlook = desk_step_outlook_read_finish (OCOP_REGISTER (source), result, &error);

  if (!desk_dialog_is_open (DESK_DIALOG (self)) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (outlook == NULL)
    {
      desk_notice_show (desk_dialog_get_notice (DESK_DIALOG (self)), error->message);
      return;
    }
  g_clear_pointer (&self->outlook, desk_step_outlook_free);
  self->outlook = outlook;
  fill (self);
}

static void
look_again (DeskStepDialog *self)
{
  g_autofree char *product = desk_dialog_dup_text (self->product);
  g_autofree char *kind = desk_dialog_dup_text (self->kind);
  DeskStepQuestion question = {
    .dossiers = self->dossiers,
    .products = self->products,
    .product = product,
    .kind = self->kind_chosen ? ocop_dossier_kind_from_key (kind) : OCOP_N_DOSSIER_KINDS,
    .step = get_step (self),
    .on = get_day (self),
  };

  if ((self->dossiers == NULL && self->products == NULL && product == NULL) || !ocop_date_is_day (question.on))
    return;
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  desk_step_outlook_read_async (desk_dialog_get_register (DESK_DIALOG (self)), &question, self->cancellable, on_outlook_read, g_object_ref (self));
}

static void
on_changed (DeskStepDialog *self)
{
  if (!self->filling)
    look_again (self);
}

static void
on_kind_chosen (DeskStepDialog *self)
{
  if (self->filling)
    return;
  self->kind_chosen = TRUE;
  look_again (self);
}

/* Doing it */

static void
on_done (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(DeskStepDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *told = NULL;
  g_autofree char *id = desk_step_job_run_finish (OCOP_REGISTER (source), result, &told, &error);

  if (!desk_dialog_is_open (DESK_DIALOG (self)))
    return;
  if (id == NULL)
    {
      desk_dialog_fail (DESK_DIALOG (self), error);
      return;
    }
  g_signal_emit (self, signals[DONE], 0, id, told);
  gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
settle (DeskFieldEditor *editor)
{
  if (editor == NULL || desk_field_editor_settle (editor))
    return TRUE;
  gtk_widget_grab_focus (GTK_WIDGET (editor));
  return FALSE;
}

static gboolean
is_answered (DeskStepDialog  *self,
             DeskFieldEditor *editor,
             const char      *message)
{
  g_autofree char *text = desk_dialog_dup_text (editor);

  if (editor == NULL || text != NULL)
    return TRUE;
  desk_field_editor_show_message (editor, message, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (editor));
  return FALSE;
}

static gboolean
check (DeskStepDialog *self)
{
  if (!settle (self->product) || !settle (self->kind) || !settle (self->day) || !settle (self->person))
    return FALSE;
  if (!is_answered (self, self->product, _("Which product is it?")) || !is_answered (self, self->day, _("The day is needed.")))
    return FALSE;
  return self->outlook == NULL || self->outlook->lacks->len == 0 ||
         is_answered (self, self->reason, _("Say why it is done all the same: the reason stays with the step."));
}

static void
desk_step_dialog_apply (DeskDialog *dialog)
{
  DeskStepDialog *self = DESK_STEP_DIALOG (dialog);
  DeskStepJob *job;

  if (self->outlook == NULL || !check (self))
    return;
  job = g_new0 (DeskStepJob, 1);
  job->dossiers = g_strdupv (self->dossiers);
  job->products = g_strdupv (self->products);
  job->product = desk_dialog_dup_text (self->product);
  job->kind = self->outlook->kind;
  job->step = get_step (self);
  job->on = get_day (self);
  job->person = desk_dialog_dup_text (self->person);
  job->reason = self->outlook->lacks->len > 0 ? desk_dialog_dup_text (self->reason) : NULL;
  job->note = desk_dialog_dup_text (self->note);
  desk_dialog_begin (dialog);
  desk_step_job_run_async (desk_dialog_get_register (dialog), job, on_done, g_object_ref (self));
}

/* Building */

static void
build_lacks (DeskStepDialog *self,
             GtkBox         *box)
{
  GtkBox *lacks = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 4));

  self->lacks_box = GTK_WIDGET (lacks);
  self->lacks_title = GTK_LABEL (desk_dialog_add_text (lacks, _("What stands against it"), "desk-heading"));
  self->lacks_label = desk_dialog_add_text (lacks, NULL, "desk-warn");
  gtk_label_set_selectable (GTK_LABEL (self->lacks_label), TRUE);
  gtk_widget_set_visible (self->lacks_box, FALSE);
  gtk_box_append (box, self->lacks_box);
}

static void
build_editors (DeskStepDialog *self,
               GtkBox         *box,
               const char     *product,
               const char     *name)
{
  DeskDialog *dialog = DESK_DIALOG (self);
  char today[OCOP_DATE_TEXT_SIZE];

  ocop_date_to_text (ocop_date_today (), today);
  /* Which of many dossiers it is; one that is begun has no name yet, and of several the title says how many. */
  self->name_label = GTK_LABEL (desk_dialog_add_text (box, NULL, "desk-heading"));
  gtk_widget_set_visible (GTK_WIDGET (self->name_label), FALSE);
  if (self->products != NULL)
    desk_dialog_add_text (box, _("The kind of each follows from the product's certificate: first, upgrade or re-evaluation."), "desk-dim");
  else if (self->dossiers == NULL)
    {
      self->product = desk_dialog_add_field (dialog, box, "dossier", "product", product, name);
      self->kind = desk_dialog_add_field (dialog, box, "dossier", "kind", NULL, NULL);
      g_signal_connect_object (self->product, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->kind, "changed", G_CALLBACK (on_kind_chosen), self, G_CONNECT_SWAPPED);
    }
  self->step_drop_down = gtk_drop_down_new (G_LIST_MODEL (gtk_string_list_new (NULL)), NULL);
  desk_dialog_add_choice (box, _("Step"), self->step_drop_down);
  self->day = desk_dialog_add_field (dialog, box, "dossier_move", "moved_on", today, NULL);
  self->person = desk_dialog_add_field (dialog, box, "dossier_move", "person", ocop_register_get_person (desk_dialog_get_register (dialog)), NULL);
  build_lacks (self, box);
  self->reason = desk_dialog_add_field (dialog, box, "dossier_move", "reason", NULL, NULL);
  self->note = desk_dialog_add_field (dialog, box, "dossier_move", "note", NULL, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->reason), FALSE);
  g_signal_connect_object (self->step_drop_down, "notify::selected", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->day, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
}

/* How many there are is said, so that nobody moves more of them, or fewer, than they mean to. */
static char *
make_title (GStrv dossiers,
            GStrv products)
{
  guint number = dossiers != NULL ? g_strv_length (dossiers) : 0;
  guint n_products = products != NULL ? g_strv_length (products) : 0;

  if (n_products > 0)
    return g_strdup_printf (ngettext ("Begin a dossier for %u product", "Begin dossiers for %u products", n_products), n_products);
  if (number == 0)
    return g_strdup (_("Begin a dossier"));
  if (number == 1)
    return g_strdup (_("Move the dossier on"));
  return g_strdup_printf (ngettext ("Move %u dossier on", "Move %u dossiers on", number), number);
}

static GtkWidget *
present (GtkWidget    *parent,
         OcopRegister *reg,
         GStrv         dossiers,
         GStrv         products,
         const char   *product,
         const char   *name)
{
  DeskStepDialog *self = g_object_new (DESK_TYPE_STEP_DIALOG, "default-width", WIDTH, NULL);
  g_autofree char *title = make_title (dossiers, products);

  self->dossiers = g_strdupv (dossiers);
  self->products = g_strdupv (products);
  desk_dialog_set_up (DESK_DIALOG (self), parent, reg, title, dossiers != NULL ? _("_Move") : _("_Begin"));
  build_editors (self, desk_dialog_add_box (DESK_DIALOG (self), LEAST_HEIGHT, MOST_HEIGHT), product, name);
  desk_dialog_set_ready (DESK_DIALOG (self), FALSE);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->product != NULL && product == NULL ? GTK_WIDGET (self->product) : self->step_drop_down);
  look_again (self);
  return GTK_WIDGET (self);
}

GtkWidget *
desk_step_dialog_present_move (GtkWidget    *parent,
                               OcopRegister *reg,
                               GStrv         ids)
{
  return present (parent, reg, ids, NULL, NULL, NULL);
}

GtkWidget *
desk_step_dialog_present_begin (GtkWidget    *parent,
                                OcopRegister *reg,
                                const char   *product,
                                const char   *name)
{
  return present (parent, reg, NULL, NULL, product, name);
}

GtkWidget *
desk_step_dialog_present_begin_all (GtkWidget    *parent,
                                    OcopRegister *reg,
                                    GStrv         products)
{
  return present (parent, reg, NULL, products, NULL, NULL);
}

static void
desk_step_dialog_dispose (GObject *object)
{
  g_cancellable_cancel (DESK_STEP_DIALOG (object)->cancellable);
  G_OBJECT_CLASS (desk_step_dialog_parent_class)->dispose (object);
}

static void
desk_step_dialog_finalize (GObject *object)
{
  DeskStepDialog *self = DESK_STEP_DIALOG (object);

  g_object_unref (self->cancellable);
  g_clear_pointer (&self->outlook, desk_step_outlook_free);
  g_strfreev (self->dossiers);
  g_strfreev (self->products);
  G_OBJECT_CLASS (desk_step_dialog_parent_class)->finalize (object);
}

static void
desk_step_dialog_class_init (DeskStepDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_step_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_step_dialog_finalize;
  DESK_DIALOG_CLASS (klass)->apply = desk_step_dialog_apply;
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
desk_step_dialog_init (DeskStepDialog *self)
{
  self->cancellable = g_cancellable_new ();
}
