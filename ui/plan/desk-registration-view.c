/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/desk-registration-view.h"

#include <glib/gi18n.h>

#include "plan/desk-part-words.h"
#include "plan/desk-registration-dialog.h"
#include "plan/ocop-registration.h"

struct _DeskRegistrationView
{
  DeskPartView parent_instance;
};

G_DEFINE_FINAL_TYPE (DeskRegistrationView, desk_registration_view, DESK_TYPE_PART_VIEW)

/* Columns */

static char *
format_producer (const DeskTableCell *cell)
{
  return g_strdup (((const OcopRegistration *) cell->row)->producer_name);
}

static char *
format_unit (const DeskTableCell *cell)
{
  return g_strdup (((const OcopRegistration *) cell->row)->unit_name);
}

/* "4 stars" */
static char *
dup_class (gint64 class)
{
  return class > 0 ? g_strdup_printf (g_dngettext (NULL, "%d star", "%d stars", (gulong) class), (int) class) : NULL;
}

static char *
format_class (const DeskTableCell *cell)
{
  return dup_class (ocop_record_get_integer (((const OcopPlanPart *) cell->row)->record, "expected_class", 0));
}

static char *
format_became (const DeskTableCell *cell)
{
  return g_strdup (((const OcopRegistration *) cell->row)->became);
}

static const char *
style_became (const DeskTableCell *cell)
{
  static const char * const styles[] = {
    [OCOP_REGISTRATION_NOTHING] = "warn",
    [OCOP_REGISTRATION_UNDER_WAY] = "quiet",
    [OCOP_REGISTRATION_RECOGNISED] = "good",
    [OCOP_REGISTRATION_NOT_RECOGNISED] = "alarm",
  };

  return styles[((const OcopRegistration *) cell->row)->outcome];
}

static const DeskTableColumn columns[] = {
  { NC_("plan", "No."), NULL, .width = 44, .is_number = TRUE },
  { NC_("plan", "Product"), desk_part_words, .key = "name" },
  { NC_("plan", "Producer"), format_producer, .width = 190 },
  { NC_("plan", "Locality"), format_unit, .width = 120 },
  { NC_("plan", "Kind"), desk_part_words, .key = "kind", .width = 112 },
  { NC_("plan", "Class aimed at"), format_class, .width = 120 },
  { NC_("plan", "Round"), desk_part_words, .key = "round_number", .width = 56, .is_number = TRUE },
  { NC_("plan", "What became of it"), format_became, style_became, .width = 196, .is_pill = TRUE },
  { NULL }
};

/* Sums */

static int
compare_classes (gconstpointer a,
                 gconstpointer b)
{
  return *(const gint64 *) b > *(const gint64 *) a ? 1 : *(const gint64 *) b < *(const gint64 *) a ? -1 : 0;
}

/* gint64: the classes aimed at by those of @kind, one for each, the highest first. @recognised: (out) */
static GArray *
list_classes (GPtrArray  *parts,
              const char *kind,
              guint      *recognised)
{
  GArray *classes = g_array_new (FALSE, FALSE, sizeof (gint64));

  *recognised = 0;
  for (guint i = 0; i < parts->len; i++)
    {
      const OcopRegistration *one = parts->pdata[i];
      gint64 class = ocop_record_get_integer (one->part.record, "expected_class", 0);

      if (g_strcmp0 (ocop_record_get_text (one->part.record, "kind"), kind) != 0)
        continue;
      g_array_append_val (classes, class);
      *recognised += one->outcome == OCOP_REGISTRATION_RECOGNISED;
    }
  g_array_sort (classes, compare_classes);
  return classes;
}

/* "4 stars: 2 · 3 stars: 5" */
static char *
dup_classes (const GArray *classes)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0, next; i < classes->len; i = next)
    {
      gint64 class = g_array_index (classes, gint64, i);
      g_autofree char *title = class > 0 ? dup_class (class) : g_strdup (_("class not set"));

      for (next = i + 1; next < classes->len && g_array_index (classes, gint64, next) == class; next++)
        ;
      g_string_append_printf (text, "%s%s: %u", text->len > 0 ? " · " : "", title, next - i);
    }
  return g_string_free (text, FALSE);
}

/* "First time: 7 (4 stars: 2 · 3 stars: 5); recognised 3" */
static void
append_kind (GtkBox     *below,
             GPtrArray  *parts,
             const char *kind,
             const char *title)
{
  guint recognised;
  g_autoptr(GArray) of_kind = list_classes (parts, kind, &recognised);
  g_autofree char *classes = dup_classes (of_kind);
  g_autofree char *text = g_strdup_printf (_("%s: %u (%s); recognised: %u"), title, of_kind->len, classes, recognised);
  GtkWidget *label = gtk_label_new (text);

  g_object_set (label, "xalign", 0.0, "wrap", TRUE, "margin-start", 16, "margin-end", 16, "margin-top", 3, "margin-bottom", 3, NULL);
  if (of_kind->len > 0)
    gtk_box_append (below, label);
  else
    g_object_ref_sink (label), g_object_unref (label);
}

static void
sum_up (DeskPartView *view,
        GPtrArray    *parts,
        GtkLabel     *summary,
        GtkBox       *below)
{
  guint n[OCOP_N_REGISTRATION_OUTCOMES] = { 0 };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    n[((const OcopRegistration *) parts->pdata[i])->outcome]++;
  g_string_append_printf (text, g_dngettext (NULL, "%u product", "%u products", parts->len), parts->len);
  for (guint i = 0; i < OCOP_N_REGISTRATION_OUTCOMES; i++)
    if (n[i] > 0)
      g_string_append_printf (text, " · %s: %u", ocop_registration_outcome_title (i), n[i]);
  gtk_label_set_label (summary, text->str);
  g_string_free (text, TRUE);
  for (const OcopChoice *kind = ocop_kind_find_field (ocop_kind_find ("plan_product"), "kind")->choices; kind->key != NULL; kind++)
    append_kind (below, parts, kind->key, _(kind->title));
  append_kind (below, parts, NULL, _("Kind not set"));
}

/* Acts */

static void
register_activated (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  DeskPlanTab *tab = DESK_PLAN_TAB (widget);

  if (desk_plan_tab_get_plan (tab) != NULL)
    desk_registration_dialog_present (widget, desk_plan_tab_get_register (tab), desk_plan_tab_get_plan (tab), desk_plan_tab_get_on (tab));
}

static void
desk_registration_view_show (DeskPlanTab *tab,
                             gpointer     answer)
{
  DESK_PLAN_TAB_CLASS (desk_registration_view_parent_class)->show (tab, answer);
  gtk_widget_action_set_enabled (GTK_WIDGET (tab), "part.register", answer != NULL && !desk_plan_tab_is_issued (tab));
}

static void
desk_registration_view_class_init (DeskRegistrationViewClass *klass)
{
  DeskPartViewClass *view_class = DESK_PART_VIEW_CLASS (klass);

  DESK_PLAN_TAB_CLASS (klass)->name = "products";
  DESK_PLAN_TAB_CLASS (klass)->title = NC_("tab", "Registered products");
  DESK_PLAN_TAB_CLASS (klass)->report = "plan-products";
  DESK_PLAN_TAB_CLASS (klass)->show = desk_registration_view_show;
  view_class->kind = "plan_product";
  view_class->columns = columns;
  view_class->new_label = N_("By _name…");
  view_class->empty_title = N_("No registered products yet");
  view_class->empty_text = N_("The products that are to be evaluated in the year stand here (annex 1), with the class aimed at and what became of them. “Register products…” takes those on record; what is not on record yet is added by its name.");
  view_class->read_parts = ocop_registrations_read;
  view_class->sum_up = sum_up;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "part.register", NULL, register_activated);
}

static void
desk_registration_view_init (DeskRegistrationView *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Register products…"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "part.register");
  gtk_box_append (desk_part_view_get_bar (DESK_PART_VIEW (self)), button);
}
