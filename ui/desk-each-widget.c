/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-each-widget.h"

typedef struct
{
  GType type;
  DeskWidgetFunc prepare;
  GQuark prepared;
} Wish;

static gboolean
on_realize (GSignalInvocationHint *hint,
            guint                  n_values,
            const GValue          *values,
            gpointer               data)
{
  const Wish *wish = data;
  GObject *widget = g_value_get_object (&values[0]);

  if (g_type_is_a (G_OBJECT_TYPE (widget), wish->type) && g_object_get_qdata (widget, wish->prepared) == NULL)
    {
      g_object_set_qdata (widget, wish->prepared, data);
      wish->prepare (GTK_WIDGET (widget));
    }
  return TRUE;
}

void
desk_each_widget (GType          type,
                  DeskWidgetFunc prepare)
{
  Wish *wish = g_new (Wish, 1);
  g_autofree char *key = g_strconcat ("desk-each-widget:", g_type_name (type), NULL);

  *wish = (Wish) { type, prepare, g_quark_from_string (key) };
  g_type_class_unref (g_type_class_ref (GTK_TYPE_WIDGET));
  g_signal_add_emission_hook (g_signal_lookup ("realize", GTK_TYPE_WIDGET), 0, on_realize, wish, g_free);
}
