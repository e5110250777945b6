/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/desk-related-pane.h"

#include <glib/gi18n.h>

#include "form/desk-loaded.h"
#include "form/desk-record-dialog.h"
#include "form/desk-year-grid.h"
#include "list/desk-list-spec.h"

#define MAXIMUM 200

struct _DeskRelatedPane
{
  GtkWidget parent_instance;

  /* Borrowed references */
  const DeskRelated *related;
  GtkWidget *box;
  GtkWidget *counts;    /* %NULL where nothing is counted */
  GtkWidget *entries;
  GtkWidget *empty_box;
  GtkWidget *unsaved;   /* says why nothing can be added to a record that is not stored yet */
  GtkWidget *add_button;

  /* Owned references */
  OcopRegister *reg;
  GCancellable *cancellable;
  char *id;

  gint64 latest_year;   /* of the figures shown; 0 for none */
};

typedef struct
{
  OcopQuery *query;
  GPtrArray *columns;   /* paths, ended by NULL */
} Request;

static void desk_related_pane_iface_init (DeskFormPaneInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DeskRelatedPane, desk_related_pane, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (DESK_TYPE_FORM_PANE, desk_related_pane_iface_init))

const DeskRelated *
desk_related_all (void)
{
  static const DeskRelated all[] = {
    { "product", "recognition", "product", NC_("tab", "Recognition"),
      { "star", "kind", "decision_number", NULL }, { "from_day", "until_day", "state", "issuer", NULL }, "decision_date", FALSE,
      .empty = N_("Each recognition with its decision, stars and term stands here: of decisions of this register, of a list that was imported, or entered by hand.") },
    { "product", "product_year", "product", NC_("tab", "Figures"),
      { NULL }, { NULL }, "year", TRUE,
      .empty = N_("Output, turnover and the like of each year stand here, for comparison over the years.") },
    { "product", "sales_link", "product", NC_("tab", "Sales"),
      { "name", "channel", NULL }, { "address", NULL }, "name", FALSE,
      .empty = N_("Where the product is sold stands here: shops, supermarkets, online marketplaces.") },
    { "product", "certificate", "product", NC_("tab", "Papers"),
      { "name", "number", NULL }, { "issuer", "issued_on", "expires_on", NULL }, "expires_on", FALSE,
      .empty = N_("Other papers of the product stand here with the day they expire, which the overview reminds of.") },
    { "product", "dossier", "product", NC_("tab", "Dossiers"),
      { "name", NULL }, { "step", "step_on", "officer", NULL }, "step_on", FALSE, TRUE,
      .empty = N_("Each evaluation of the product has a dossier, which stands here from its first step on."),
      .act = "list.dossier", .act_label = N_("Begin a dossier…") },
    { "dossier", "dossier_document", "dossier", NC_("tab", "Documents"),
      { "name", NULL }, { "state", "number", "expires_on", "note", NULL }, "state", FALSE },
    { "dossier", "dossier_move", "dossier", NC_("tab", "Steps"),
      { "step", "moved_on", NULL }, { "person", "reason", "note", NULL }, "moved_on", FALSE, TRUE,
      .empty = N_("Each step of the dossier stands here: its day, who took it, and why where it was out of order."),
      .act = "list.dossier", .act_label = N_("Move on…") },
    { "dossier", "assignment", "dossier", NC_("tab", "Advisory group"),
      { "member.name", NULL }, { "member.body_name", "ministry", "note", NULL }, "ministry", FALSE,
      .empty = N_("Who of the advisory group looks after the dossier stands here. “Advisory group…” gives it to the member of the ministry in charge of its set."),
      .act = "list.advisory", .act_label = N_("Advisory group…") },
    { "dossier", "visit_product", "dossier", NC_("tab", "Visit"),
      { "visit.name", "visit.visit_on", NULL }, { "visit.begins_at", "visit.members", "findings", NULL }, "visit.visit_on", FALSE,
      .empty = N_("Visits to the producer stand here, with what was found and photos. “Advisory group…” plans one day for each commune."),
      .act = "list.advisory", .act_label = N_("Advisory group…") },
    { "dossier", "extra_test", "dossier", NC_("tab", "Tests"),
      { "name", NULL }, { "laboratory", "sent_on", "result_on", "result", "met", NULL }, "sent_on", FALSE,
      .empty = N_("Tests that the advisory group or the council asks for besides the dossier stand here: what, where, the result.") },
    { "recognition", "reward", "recognition", NC_("tab", "Rewards"),
      { "amount", "occasion", NULL }, { "producer.name", "rule.name", "list_number", "paid_on", NULL }, "paid_on", FALSE,
      .empty = N_("What was paid for the class stands here, by which rule and list. “Rewards…” on the page of decisions makes the list.") },
    { "inspection", "inspection_point", "inspection", NC_("tab", "Checked"),
      { "topic", "result", NULL }, { "product.name", "finding", "repair_by", "repaired_on", NULL }, "topic", FALSE,
      .empty = N_("What was checked stands here: criteria, label, packaging, use of the mark, advertising; with each fault and the day by which it is to be repaired."),
      .table = N_("What the visit found…") },
    { "course", "trainee", "course", NC_("tab", "Attendees"),
      { "name", "kind", NULL }, { "position", "producer.name", "phone", "absent", NULL }, "name", FALSE,
      .empty = N_("Who came to the course stands here: officials, people of producers, members of councils."),
      .table = N_("Who came to the course…"), .counted = 2 },
    { "event", "participation", "event", NC_("tab", "Taking part"),
      { "producer.name", "dealing", NULL }, { "product.name", "partner", "value", NULL }, "value", FALSE,
      .empty = N_("Which producers take part in the event stands here, and what came of it: memoranda, contracts with their value."),
      .table = N_("Who takes part in the event…") },
    { "value_chain", "value_chain_member", "chain", NC_("tab", "Members"),
      { "product.name", "part", NULL }, { "product.producer.name", "product.locality.name", "joined_on", NULL }, "product.name", FALSE,
      .empty = N_("Which products belong to the chain stands here, each with its part in it: raw material, processing, sale.") },
    { "support_programme", "support", "programme", NC_("tab", "Support"),
      { "name", "producer.name", NULL }, { "granted_on", "granted", "paid", NULL }, "granted_on", FALSE,
      .empty = N_("What was granted and paid from the programme stands here, to whom and when.") },
    { "producer", "product", "producer", NC_("tab", "Products"),
      { "name", "star", NULL }, { "state", "valid_until", "locality.name", NULL }, "name", FALSE,
      .empty = N_("The producer's products stand here with their stars and the day they are valid until.") },
    { "producer", "producer_year", "producer", NC_("tab", "Figures"),
      { NULL }, { NULL }, "year", TRUE,
      .empty = N_("Members, workers and turnover of each year stand here, for comparison over the years.") },
    { "producer", "certificate", "producer", NC_("tab", "Papers"),
      { "name", "number", NULL }, { "issuer", "issued_on", "expires_on", NULL }, "expires_on", FALSE,
      .empty = N_("The producer's papers stand here with the day they expire, which the overview reminds of.") },
    { "producer", "inspection", "producer", NC_("tab", "Inspections"),
      { "name", "conclusion", NULL }, { "planned_on", "held_on", "record_number", NULL }, "held_on", FALSE,
      .empty = N_("Visits to the producer stand here, those planned and those held, with what they concluded.") },
    { NULL }
  };

  return all;
}

static void
request_free (Request *request)
{
  ocop_query_free (request->query);
  g_ptr_array_unref (request->columns);
  g_free (request);
}

static gpointer
read_entries (OcopReader    *reader,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  Request *request = data;

  return ocop_reader_rows (reader, request->query, (const char * const *) request->columns->pdata, 0, MAXIMUM, error);
}

static gboolean
has_estimates (const DeskRelated *related)
{
  return !related->by_year && ocop_kind_find_field (ocop_kind_find (related->kind), "estimated") != NULL;
}

/* The column after all that are shown says so. */
static gboolean
is_estimated (DeskRelatedPane *self,
              OcopRows        *rows,
              guint            row)
{
  guint column = g_strv_length ((char **) self->related->head) + g_strv_length ((char **) self->related->details);

  return has_estimates (self->related) && ocop_rows_get_integer (rows, row, column) != 0;
}

/* Of a term counted from the year alone, the year is all that is known of its first day. */
static char *
format_estimated (const OcopField *field,
                  const OcopValue *value)
{
  g_autofree char *day = NULL;
  OcopDate date;

  if (field->type != OCOP_FIELD_DATE || value->type != OCOP_VALUE_TEXT || !ocop_date_parse (value->text, &date))
    return desk_path_format (field, value);
  day = ocop_date_to_people_about (date, TRUE);
  return g_str_equal (field->name, "from_day") ? g_strdup_printf (_("year %d"), date.year)
                                               : g_strdup_printf (_("until %s (estimated)"), day);
}

/* A day alone says not whether something begins or ends on it, and “yes” not what. */
static char *
format_value (const OcopField *field,
              const OcopValue *value)
{
  static const char * const last_days[] = { "until_day", "valid_until", "expires_on", NULL };
  g_autofree char *text = desk_path_format (field, value);

  if (*text == '\0')
    return g_steal_pointer (&text);
  if (g_strv_contains (last_days, field->name))
    return g_strdup_printf (_("until %s"), text);
  if (g_str_equal (field->name, "sent_on"))
    return g_strdup_printf (_("sent on %s"), text);
  if (g_str_equal (field->name, "result_on"))
    return g_strdup_printf (_("result on %s"), text);
  if (g_str_equal (field->name, "repair_by"))
    return g_strdup_printf (_("to be repaired by %s"), text);
  if (g_str_equal (field->name, "repaired_on"))
    return g_strdup_printf (_("repaired on %s"), text);
  if (g_str_equal (field->name, "planned_on"))
    return g_strdup_printf (_("planned for %s"), text);
  if (g_str_equal (field->name, "held_on"))
    return g_strdup_printf (_("held on %s"), text);
  if (g_str_equal (field->name, "paid_on"))
    return g_strdup_printf (_("paid on %s"), text);
  if (g_str_equal (field->name, "met"))
    return g_strdup (value->integer != 0 ? _("meets the standard") : _("does not meet the standard"));
  return g_steal_pointer (&text);
}

/* "3 stars · Upgrade · 12/QĐ-UBND" */
static char *
join_values (DeskRelatedPane    *self,
             OcopRows           *rows,
             guint               row,
             guint               first,
             const char * const *paths)
{
  const OcopKind *kind = ocop_kind_find (self->related->kind);
  g_autoptr(GString) line = g_string_new (NULL);

  for (guint i = 0; paths[i] != NULL; i++)
    {
      const OcopField *field = desk_path_find_field (kind, paths[i]);
      const OcopValue *value = ocop_rows_get (rows, row, first + i);
      g_autofree char *text = is_estimated (self, rows, row) ? format_estimated (field, value) : format_value (field, value);

      if (*text == '\0')
        continue;
      if (line->len > 0)
        g_string_append (line, " · ");
      g_string_append (line, text);
    }
  return g_string_free (g_steal_pointer (&line), FALSE);
}

static void
on_loaded (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(DeskRelatedPane) self = user_data;
  g_autoptr(DeskLoaded) loaded = ocop_register_read_finish (OCOP_REGISTER (source), result, NULL);

  if (loaded != NULL && self->box != NULL)
    desk_record_dialog_present (GTK_WIDGET (self), self->reg, loaded->record, loaded->labels, self->related->link);
}

static void
open_entry (DeskRelatedPane *self,
            gint64           key)
{
  desk_loaded_read_async (self->reg, ocop_kind_find (self->related->kind), NULL, key,
                          self->cancellable, on_loaded, g_object_ref (self));
}

static void
on_entry_clicked (DeskRelatedPane *self,
                  GtkWidget       *button)
{
  const gint64 *key = g_object_get_data (G_OBJECT (button), "desk-key");

  open_entry (self, *key);
}

/* What a new one most likely holds. */
static void
prefill (DeskRelatedPane *self,
         OcopRecord      *record)
{
  ocop_record_set_text (record, self->related->link, self->id);
  if (g_str_equal (self->related->kind, "recognition"))
    ocop_record_set_text (record, "outcome", "recognised");
  if (self->related->by_year)
    ocop_record_set_integer (record, "year", self->latest_year != 0 ? self->latest_year + 1 : ocop_date_today ().year - 1);
}

static void
on_add_clicked (DeskRelatedPane *self)
{
  g_autoptr(OcopRecord) record = ocop_record_new (ocop_kind_find (self->related->kind), NULL);

  prefill (self, record);
  desk_record_dialog_present (GTK_WIDGET (self), self->reg, record, NULL, self->related->link);
}

static GtkWidget *
make_line (const char *text,
           const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  g_object_set (label, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "width-chars", 10, NULL);
  gtk_widget_add_css_class (label, style);
  return label;
}

static void
append_entry (DeskRelatedPane *self,
              OcopRows        *rows,
              guint            row)
{
  g_autofree char *head = join_values (self, rows, row, 0, self->related->head);
  g_autofree char *details = join_values (self, rows, row, g_strv_length ((char **) self->related->head), self->related->details);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gint64 *key = g_new (gint64, 1);

  *key = ocop_rows_get_key (rows, row);
  gtk_box_append (GTK_BOX (lines), make_line (head, "desk-entry-head"));
  gtk_box_append (GTK_BOX (lines), make_line (details, "desk-dim"));
  gtk_button_set_child (GTK_BUTTON (button), lines);
  gtk_widget_add_css_class (button, "desk-entry");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, head, -1);
  gtk_widget_set_tooltip_text (button, is_estimated (self, rows, row) ? desk_path_explain_estimated () : NULL);
  g_object_set_data_full (G_OBJECT (button), "desk-key", key, g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_entry_clicked), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->entries), button);
}

static void
remove_entries (DeskRelatedPane *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->entries)) != NULL)
    gtk_box_remove (GTK_BOX (self->entries), child);
}

/* The fields of yearly figures, the year first. */
static GPtrArray *
list_year_columns (const DeskRelated *related)
{
  GPtrArray *columns = g_ptr_array_new ();

  g_ptr_array_add (columns, (gpointer) "year");
  for (const OcopField *field = ocop_kind_find (related->kind)->fields; field->name != NULL && ocop_field_is_stored (field); field++)
    if (!g_str_equal (field->name, related->link) && !g_str_equal (field->name, "year"))
      g_ptr_array_add (columns, (gpointer) field->name);
  g_ptr_array_add (columns, NULL);
  return columns;
}

static GPtrArray *
list_columns (const DeskRelated *related)
{
  GPtrArray *columns;

  if (related->by_year)
    return list_year_columns (related);
  columns = g_ptr_array_new ();
  for (guint i = 0; related->head[i] != NULL; i++)
    g_ptr_array_add (columns, (gpointer) related->head[i]);
  for (guint i = 0; related->details[i] != NULL; i++)
    g_ptr_array_add (columns, (gpointer) related->details[i]);
  if (has_estimates (related))
    g_ptr_array_add (columns, (gpointer) "estimated");
  g_ptr_array_add (columns, NULL);
  return columns;
}

static void
append_years (DeskRelatedPane *self,
              OcopRows        *rows)
{
  g_autoptr(GPtrArray) columns = list_year_columns (self->related);
  GtkWidget *grid;

  self->latest_year = ocop_rows_get_n_rows (rows) > 0 ? ocop_rows_get_integer (rows, 0, 0) : 0;
  if (self->latest_year == 0)
    return;
  grid = desk_year_grid_new (ocop_kind_find (self->related->kind), (const char * const *) columns->pdata, rows);
  g_signal_connect_object (grid, "opened", G_CALLBACK (open_entry), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->entries), grid);
}

/* Whether the entry says that somebody did not come. */
static gboolean
is_absent (DeskRelatedPane *self,
           OcopRows        *rows,
           guint            row)
{
  guint first = g_strv_length ((char **) self->related->head);

  for (guint i = 0; self->related->details[i] != NULL; i++)
    if (g_str_equal (self->related->details[i], "absent"))
      return ocop_rows_get_integer (rows, row, first + i) != 0;
  return FALSE;
}

/* "Official: 5 · Of a producer: 12", of those who came */
static void
show_counts (DeskRelatedPane *self,
             OcopRows        *rows)
{
  guint column = self->related->counted - 1;
  const OcopField *field = desk_path_find_field (ocop_kind_find (self->related->kind), self->related->head[column]);
  g_autoptr(GString) text = g_string_new (NULL);

  for (const OcopChoice *choice = field->choices; choice->key != NULL; choice++)
    {
      guint n = 0;

      for (guint i = 0; i < ocop_rows_get_n_rows (rows); i++)
        n += g_strcmp0 (ocop_rows_get_text (rows, i, column), choice->key) == 0 && !is_absent (self, rows, i);
      if (n > 0)
        g_string_append_printf (text, "%s%s: %u", text->len > 0 ? " · " : "", ocop_field_choice_title (field, choice->key), n);
    }
  gtk_label_set_label (GTK_LABEL (self->counts), text->str);
  gtk_widget_set_visible (self->counts, text->len > 0);
}

static void
on_entries_read (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(DeskRelatedPane) self = user_data;
  g_autoptr(OcopRows) rows = ocop_register_read_finish (OCOP_REGISTER (source), result, NULL);

  if (rows == NULL || self->box == NULL || OCOP_REGISTER (source) != self->reg)
    return;
  remove_entries (self);
  if (self->related->by_year)
    append_years (self, rows);
  else
    for (guint i = 0; i < ocop_rows_get_n_rows (rows); i++)
      append_entry (self, rows, i);
  if (self->counts != NULL)
    show_counts (self, rows);
  gtk_widget_set_visible (self->empty_box, ocop_rows_get_n_rows (rows) == 0);
}

static void
read_again (DeskRelatedPane *self)
{
  Request *request = g_new0 (Request, 1);

  request->columns = list_columns (self->related);
  request->query = ocop_query_new (self->related->kind);
  ocop_query_where (request->query, self->related->link, OCOP_OPERATOR_IS, self->id, NULL);
  ocop_query_order_by (request->query, self->related->order, !g_str_has_suffix (self->related->order, "name") && !g_str_equal (self->related->order, "state"));
  ocop_register_read_async (self->reg, OCOP_LANE_WINDOW, read_entries, request,
                            (GDestroyNotify) request_free, (GDestroyNotify) ocop_rows_unref,
                            self->cancellable, on_entries_read, g_object_ref (self));
}

static void
show (DeskFormPane *pane,
      OcopRegister *reg,
      const char   *id)
{
  DeskRelatedPane *self = DESK_RELATED_PANE (pane);
  gboolean same = g_strcmp0 (self->id, id) == 0 && reg == self->reg;
  char *copy = g_strdup (id);

  g_set_object (&self->reg, reg);
  g_free (self->id);
  self->id = copy;
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  gtk_widget_set_sensitive (self->add_button, id != NULL && !ocop_register_is_look_only (reg));
  gtk_widget_set_visible (self->unsaved, id == NULL);
  if (id == NULL)
    gtk_widget_set_visible (self->empty_box, FALSE);
  if (!same)
    remove_entries (self);
  if (id != NULL)
    read_again (self);
}

static void
desk_related_pane_iface_init (DeskFormPaneInterface *iface)
{
  iface->show = show;
}

/* "Add sales channel": within a phrase a title has no capital. */
static char *
make_add_label (const OcopKind *kind)
{
  const char *title = _(kind->title);
  g_autofree char *first = g_utf8_strdown (title, g_utf8_next_char (title) - title);
  g_autofree char *within = g_strconcat (first, g_utf8_next_char (title), NULL);

  return g_strdup_printf (C_("button", "Add %s"), within);
}

/* What comes here, and what makes it. */
static GtkWidget *
make_empty (const DeskRelated *related)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *button;

  gtk_box_append (GTK_BOX (box), make_line (_("Nothing entered yet."), "desk-heading"));
  if (related->empty != NULL)
    gtk_box_append (GTK_BOX (box), make_line (_(related->empty), "desk-dim"));
  if (related->act == NULL)
    return box;
  button = gtk_button_new_with_label (_(related->act_label));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), related->act);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

/* Typed one after another in a table, where one by one would take long. */
static GtkWidget *
make_table_button (const DeskRelated *related)
{
  GtkWidget *button = gtk_button_new_with_label (_(related->table));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "list.table");
  gtk_widget_set_tooltip_text (button, "Ctrl+M");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  return button;
}

static void
build (DeskRelatedPane *self)
{
  g_autofree char *add = make_add_label (ocop_kind_find (self->related->kind));
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);

  self->entries = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->empty_box = make_empty (self->related);
  gtk_widget_set_visible (self->empty_box, FALSE);
  self->unsaved = make_line (_("Save the record first (Ctrl+S): then it can be added to here."), "desk-dim");
  self->add_button = gtk_button_new_with_label (add);
  gtk_widget_set_halign (self->add_button, GTK_ALIGN_START);
  gtk_widget_set_visible (self->add_button, !self->related->by_steps);
  g_signal_connect_swapped (self->add_button, "clicked", G_CALLBACK (on_add_clicked), self);

  g_object_set (content, "margin-start", 16, "margin-end", 16, "margin-top", 12, "margin-bottom", 12, NULL);
  if (self->related->table != NULL)
    gtk_box_append (GTK_BOX (content), make_table_button (self->related));
  if (self->related->counted > 0)
    {
      self->counts = make_line (NULL, "desk-heading");
      gtk_widget_set_visible (self->counts, FALSE);
      gtk_box_append (GTK_BOX (content), self->counts);
    }
  gtk_box_append (GTK_BOX (content), self->entries);
  gtk_box_append (GTK_BOX (content), self->empty_box);
  gtk_box_append (GTK_BOX (content), self->unsaved);
  gtk_box_append (GTK_BOX (content), self->add_button);
  g_object_set (scrolled, "hscrollbar-policy", GTK_POLICY_NEVER, "child", content, NULL);
  self->box = scrolled;
  gtk_widget_set_parent (scrolled, GTK_WIDGET (self));
}

GtkWidget *
desk_related_pane_new (const DeskRelated *related)
{
  DeskRelatedPane *self = g_object_new (DESK_TYPE_RELATED_PANE, NULL);

  self->related = related;
  build (self);
  return GTK_WIDGET (self);
}

static void
desk_related_pane_dispose (GObject *object)
{
  DeskRelatedPane *self = DESK_RELATED_PANE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->reg);
  G_OBJECT_CLASS (desk_related_pane_parent_class)->dispose (object);
}

static void
desk_related_pane_finalize (GObject *object)
{
  DeskRelatedPane *self = DESK_RELATED_PANE (object);

  g_object_unref (self->cancellable);
  g_free (self->id);
  G_OBJECT_CLASS (desk_related_pane_parent_class)->finalize (object);
}

static void
desk_related_pane_class_init (DeskRelatedPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = desk_related_pane_dispose;
  object_class->finalize = desk_related_pane_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
desk_related_pane_init (DeskRelatedPane *self)
{
  self->cancellable = g_cancellable_new ();
}
