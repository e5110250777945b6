/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/desk-plan-copy.h"

#include <glib/gi18n.h>

#include "desk-window.h"
#include "plan/ocop-plan-changes.h"

/* From the reading of the plan to the showing of its copy. */
typedef struct
{
  GtkWidget *widget;
  char *plan;
  guint year;
  gboolean amends;
  char *copy;           /* id; made while the change is */
  DeskPlanCopied copied;
} Errand;

static void
errand_free (Errand *errand)
{
  g_object_unref (errand->widget);
  g_free (errand->plan);
  g_free (errand->copy);
  g_free (errand);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_free)

static gpointer
make_copy (OcopReader    *reader,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  Errand *errand = data;

  return ocop_plan_copy (reader, errand->plan, errand->year, &errand->copy, error);
}

static void
on_copied (GObject      *reg,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(Errand) errand = data;
  g_autoptr(GError) error = NULL;
  DeskWindow *window = desk_window_of (errand->widget);
  gboolean copied = ocop_register_make_finish (OCOP_REGISTER (reg), result, &error);

  if (window == NULL || desk_window_get_register (window) != OCOP_REGISTER (reg))
    return;
  if (!copied)
    {
      desk_window_show_error (window, error);
      return;
    }
  errand->copied (errand->widget, errand->copy);
  desk_window_toast (window, errand->amends ? _("A plan that amends it was drafted: change what is to be otherwise")
                                            : _("A plan was copied: set its numbers"));
}

void
desk_plan_copy (GtkWidget        *widget,
                OcopRegister     *reg,
                const OcopRecord *plan,
                guint             year,
                DeskPlanCopied    copied)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->widget = g_object_ref (widget);
  errand->plan = g_strdup (ocop_record_get_id (plan));
  errand->year = year;
  errand->amends = ocop_record_get_integer (plan, "year", 0) == year;
  errand->copied = copied;
  ocop_register_make_async (reg, OCOP_LANE_WINDOW, make_copy, errand, NULL, on_copied, errand);
}
