/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "decision/desk-reward-table.h"

#include <glib/gi18n.h>

#include "base/ocop-number.h"
#include "base/ocop-text.h"

/* Pixels; the reason takes what the others leave. */
#define PRODUCT_WIDTH 270
#define CLASS_WIDTH 150
#define MONEY_WIDTH 110

typedef struct
{
  GtkCheckButton *check;
  GtkLabel *amount;
  GtkLabel *why;
} Row;

struct _DeskRewardTable
{
  GtkWidget parent_instance;

  GtkGrid *grid;
  GArray *rows;          /* Row */
  OcopRewardList *list;  /* (nullable): borrowed */
  gboolean showing;      /* it is the table that ticks, not a hand */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskRewardTable, desk_reward_table, GTK_TYPE_WIDGET)

enum
{
  COLUMN_CHECK,
  COLUMN_PRODUCT,
  COLUMN_CLASS,
  COLUMN_BEFORE,
  COLUMN_AMOUNT,
  COLUMN_WHY,
};

static GtkLabel *
add_label (DeskRewardTable *self,
           guint            column,
           guint            row,
           const char      *text,
           int              width,
           gboolean         is_number)
{
  GtkWidget *label = gtk_label_new (text);

  g_object_set (label, "xalign", is_number ? 1.0 : 0.0, "yalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                "width-request", width, "width-chars", 8, "max-width-chars", width == 0 ? -1 : 24, "hexpand", width == 0, NULL);
  gtk_grid_attach (self->grid, label, (int) column, (int) row, 1, 1);
  return GTK_LABEL (label);
}

static void
add_heads (DeskRewardTable *self)
{
  static const struct
  {
    const char *title;
    int width;
    gboolean is_number;
  } heads[] = {
    [COLUMN_PRODUCT] = { N_("Product"), PRODUCT_WIDTH },
    [COLUMN_CLASS] = { N_("Class"), CLASS_WIDTH },
    [COLUMN_BEFORE] = { N_("Paid before (đồng)"), MONEY_WIDTH, TRUE },
    [COLUMN_AMOUNT] = { N_("Reward (đồng)"), MONEY_WIDTH, TRUE },
    [COLUMN_WHY] = { N_("Why"), 0 },
  };

  for (guint i = COLUMN_PRODUCT; i < G_N_ELEMENTS (heads); i++)
    gtk_widget_add_css_class (GTK_WIDGET (add_label (self, i, 0, _(heads[i].title), heads[i].width, heads[i].is_number)), "desk-dim");
}

static char *
dup_class (const OcopRewardLine *line)
{
  guint class = ocop_reward_line_get_class (line);
  const OcopField *field = ocop_kind_find_field (ocop_kind_find ("reward"), "occasion");
  g_autofree char *stars = g_strdup_printf (ngettext ("%u star", "%u stars", class), class);

  return line->occasion == NULL ? g_steal_pointer (&stars)
                                : g_strdup_printf ("%s\n%s", stars, ocop_field_choice_title (field, line->occasion));
}

/* What is worked out anew with every tick. */
static void
show_row (DeskRewardTable *self,
          guint            place)
{
  const Row *row = &g_array_index (self->rows, Row, place);
  const OcopRewardLine *line = ocop_reward_list_get_line (self->list, place);
  g_autofree char *amount = ocop_number_to_people (line->amount);
  gboolean paid = ocop_reward_line_is_paid (line);
  const char *why[] = { line->result == OCOP_REWARD_TWICE ? "desk-warn" : "desk-subtitle", NULL };

  gtk_check_button_set_active (row->check, paid);
  gtk_widget_set_sensitive (GTK_WIDGET (row->check), line->result != OCOP_REWARD_NOTHING);
  gtk_label_set_label (row->amount, line->result != OCOP_REWARD_NOTHING ? amount : "—");
  gtk_widget_set_css_classes (GTK_WIDGET (row->amount), (const char *[]) { paid ? "desk-heading" : "desk-dim", NULL });
  gtk_label_set_label (row->why, line->why);
  gtk_widget_set_css_classes (GTK_WIDGET (row->why), why);
}

static void
show_rows (DeskRewardTable *self)
{
  self->showing = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    show_row (self, i);
  self->showing = FALSE;
}

static void
on_toggled (GtkCheckButton  *check,
            DeskRewardTable *self)
{
  if (self->showing)
    return;
  for (guint i = 0; i < self->rows->len; i++)
    if (g_array_index (self->rows, Row, i).check == check)
      ocop_reward_list_get_line (self->list, i)->choice = gtk_check_button_get_active (check) ? OCOP_REWARD_WANTED : OCOP_REWARD_LEFT_OUT;
  ocop_reward_list_work_out (self->list);
  show_rows (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
add_row (DeskRewardTable      *self,
         const OcopRewardLine *line,
         guint                 place)
{
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *names = ocop_text_join ("\n", (const char *[]) { line->product_name, line->producer_name }, 2);
  g_autofree char *spoken = ocop_text_join (", ", (const char *[]) { line->product_name, line->producer_name }, 2);
  g_autofree char *class = dup_class (line);
  g_autofree char *before = ocop_number_to_people (line->paid_before);
  Row row = { GTK_CHECK_BUTTON (check) };

  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_set_valign (check, GTK_ALIGN_START);
  gtk_grid_attach (self->grid, check, COLUMN_CHECK, (int) place + 1, 1, 1);
  add_label (self, COLUMN_PRODUCT, place + 1, names, PRODUCT_WIDTH, FALSE);
  add_label (self, COLUMN_CLASS, place + 1, class, CLASS_WIDTH, FALSE);
  add_label (self, COLUMN_BEFORE, place + 1, line->paid_before != 0 ? before : "", MONEY_WIDTH, TRUE);
  row.amount = add_label (self, COLUMN_AMOUNT, place + 1, NULL, MONEY_WIDTH, TRUE);
  row.why = add_label (self, COLUMN_WHY, place + 1, NULL, 0, FALSE);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_toggled), self, 0);
  g_array_append_val (self->rows, row);
}

void
desk_reward_table_show (DeskRewardTable *self,
                        OcopRewardList  *list)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  g_array_set_size (self->rows, 0);
  self->list = list;
  if (list == NULL)
    return;
  add_heads (self);
  for (guint i = 0; i < list->lines->len; i++)
    add_row (self, ocop_reward_list_get_line (list, i), i);
  show_rows (self);
}

GtkWidget *
desk_reward_table_new (void)
{
  return g_object_new (DESK_TYPE_REWARD_TABLE, NULL);
}

static void
desk_reward_table_dispose (GObject *object)
{
  DeskRewardTable *self = DESK_REWARD_TABLE (object);

  if (self->grid != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->grid));
  self->grid = NULL;
  G_OBJECT_CLASS (desk_reward_table_parent_class)->dispose (object);
}

static void
desk_reward_table_finalize (GObject *object)
{
  g_array_unref (DESK_REWARD_TABLE (object)->rows);
  G_OBJECT_CLASS (desk_reward_table_parent_class)->finalize (object);
}

static void
desk_reward_table_class_init (DeskRewardTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_reward_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_reward_table_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[CHANGED] = g_signal_new ("changed", DESK_TYPE_REWARD_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_reward_table_init (DeskRewardTable *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  self->grid = GTK_GRID (gtk_grid_new ());
  g_object_set (self->grid, "row-spacing", 8, "column-spacing", 14, NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->grid), GTK_WIDGET (self));
}
