/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "law/desk-law-apply.h"

#include <glib/gi18n.h>

#include "evaluation/ocop-law-apply.h"

/* From the reading of the list to the change; there are as many check buttons as uses. */
typedef struct
{
  DeskWindow *window;
  GtkWindow *parent;
  GPtrArray *uses;
  GPtrArray *checks;
} Offer;

static void
offer_free (gpointer data)
{
  Offer *offer = data;

  g_object_unref (offer->window);
  g_object_unref (offer->parent);
  g_clear_pointer (&offer->uses, g_ptr_array_unref);
  g_ptr_array_unref (offer->checks);
  g_free (offer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Offer, offer_free)

static gpointer
make_change (OcopReader    *reader,
             gpointer       products,
             GCancellable  *cancellable,
             GError       **error)
{
  return ocop_law_apply (reader, products, error);
}

static void
on_applied (GObject      *reg,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr(DeskWindow) window = data;
  g_autoptr(GError) error = NULL;

  if (ocop_register_make_finish (OCOP_REGISTER (reg), result, &error))
    desk_window_toast (window, _("The law in force judges what was ticked"));
  else
    desk_window_show_error (window, error);
}

static char **
dup_ticked (const Offer *offer)
{
  g_autoptr(GStrvBuilder) products = g_strv_builder_new ();

  for (guint i = 0; i < offer->uses->len; i++)
    if (gtk_check_button_get_active (offer->checks->pdata[i]))
      g_strv_builder_add (products, ((const OcopLawUse *) offer->uses->pdata[i])->product);
  return g_strv_builder_end (products);
}

static void
on_response (GtkDialog *dialog,
             int        response,
             Offer     *offer)
{
  g_auto(GStrv) products = dup_ticked (offer);
  OcopRegister *reg = desk_window_get_register (offer->window);

  if (response == GTK_RESPONSE_ACCEPT && reg != NULL && *products != NULL)
    ocop_register_make_async (reg, OCOP_LANE_WINDOW, make_change, g_steal_pointer (&products), (GDestroyNotify) g_strfreev,
                              on_applied, g_object_ref (offer->window));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static GtkWidget *
new_check (const OcopLawUse *use)
{
  g_autofree char *text = use->objection != NULL ? g_strdup_printf ("%s · %s – %s", use->name, use->session_name, use->objection)
                                                 : g_strdup_printf ("%s · %s", use->name, use->session_name);
  GtkWidget *check = gtk_check_button_new_with_label (text);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), use->objection == NULL);
  gtk_widget_set_sensitive (check, use->objection == NULL);
  return check;
}

static GtkWidget *
new_list (Offer *offer)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  for (guint i = 0; i < offer->uses->len; i++)
    {
      GtkWidget *check = new_check (offer->uses->pdata[i]);

      g_ptr_array_add (offer->checks, check);
      gtk_box_append (GTK_BOX (box), check);
    }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), 220);
  return scrolled;
}

static void
show_list (Offer *offer)
{
  GtkWidget *dialog = gtk_message_dialog_new (offer->parent, GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT, GTK_MESSAGE_QUESTION,
                                              GTK_BUTTONS_NONE, "%s", _("Judge these by the law in force?"));

  gtk_message_dialog_format_secondary_text (GTK_MESSAGE_DIALOG (dialog), "%s",
                                            _("They were put on an agenda before it was loaded. What was scored stays with the law it was scored by."));
  gtk_box_append (GTK_BOX (gtk_message_dialog_get_message_area (GTK_MESSAGE_DIALOG (dialog))), new_list (offer));
  gtk_dialog_add_button (GTK_DIALOG (dialog), _("_Cancel"), GTK_RESPONSE_CANCEL);
  gtk_dialog_add_button (GTK_DIALOG (dialog), _("_Apply"), GTK_RESPONSE_ACCEPT);
  g_object_set_data_full (G_OBJECT (dialog), "offer", offer, offer_free);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), offer);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_read (GObject      *reg,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(Offer) offer = data;
  g_autoptr(GError) error = NULL;

  offer->uses = ocop_register_read_finish (OCOP_REGISTER (reg), result, &error);
  if (offer->uses == NULL)
    desk_window_show_error (offer->window, error);
  else if (offer->uses->len == 0)
    desk_window_say (offer->window, _("All that is on an agenda is judged by the law in force already."));
  else
    show_list (g_steal_pointer (&offer));
}

static gpointer
read_uses (OcopReader    *reader,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  return ocop_law_uses_read (reader, error);
}

void
desk_law_apply_offer (DeskWindow *window,
                      GtkWindow  *parent)
{
  Offer *offer = g_new0 (Offer, 1);

  offer->window = g_object_ref (window);
  offer->parent = g_object_ref (parent);
  offer->checks = g_ptr_array_new ();
  ocop_register_read_async (desk_window_get_register (window), OCOP_LANE_WINDOW, read_uses, NULL, NULL, (GDestroyNotify) g_ptr_array_unref,
                            NULL, on_read, offer);
}
