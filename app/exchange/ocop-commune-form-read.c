/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The forms of all communes at once: what the register has of each kind is read once and handed out by locality. */

#include "exchange/ocop-commune-form-private.h"

#include <string.h>

#include "evaluation/ocop-due.h"
#include "plan/ocop-localities.h"
#include "plan/ocop-plan.h"

/* Longer than any certificate runs. */
#define ALL_DAYS 20000

typedef struct
{
  OcopReader *reader;
  guint year;
  OcopDate on;
  OcopLocalities *localities;
  GPtrArray *forms;
  GHashTable *windows;      /* id of a product → when its dossier may be handed in */
  GHashTable *again;        /* ids of products whose re-evaluation is registered already */
  GHashTable *producers;    /* id of a producer → GUINT_TO_POINTER (the place of the commune of its first product + 1) */
  GHashTable *products;     /* id of a product → its line's form and number, packed: place × MOST_LINES + number */
  guint n_astray;
} Reading;

#define MOST_LINES 1000000

static void
reading_clear (Reading *reading)
{
  g_clear_pointer (&reading->localities, ocop_localities_free);
  g_clear_pointer (&reading->forms, g_ptr_array_unref);
  g_clear_pointer (&reading->windows, g_hash_table_unref);
  g_clear_pointer (&reading->again, g_hash_table_unref);
  g_clear_pointer (&reading->producers, g_hash_table_unref);
  g_clear_pointer (&reading->products, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static OcopCommuneForm *
form_at (const Reading *reading,
         guint          place)
{
  return g_ptr_array_index (reading->forms, place);
}

static OcopRows *
read_rows (const Reading       *reading,
           OcopQuery           *query,
           const char * const  *columns,
           GError             **error)
{
  g_autoptr(OcopQuery) owned = query;

  ocop_query_set_on (query, reading->on);
  return ocop_reader_rows (reading->reader, query, columns, 0, -1, error);
}

/* Of @kind, of the year that is reported. By the id in the first column. */
static GHashTable *
read_figures (const Reading       *reading,
              const char          *kind,
              const char * const  *columns,
              OcopRows           **rows,
              GError             **error)
{
  g_autofree char *year = g_strdup_printf ("%u", reading->year);
  OcopQuery *query = ocop_query_new (kind);
  GHashTable *places;

  ocop_query_where (query, "year", OCOP_OPERATOR_IS, year, NULL);
  *rows = read_rows (reading, query, columns, error);
  if (*rows == NULL)
    return NULL;
  places = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < ocop_rows_get_n_rows (*rows); i++)
    if (ocop_rows_get_text (*rows, i, 0) != NULL)
      g_hash_table_insert (places, (gpointer) ocop_rows_get_text (*rows, i, 0), GUINT_TO_POINTER (i + 1));
  return places;
}

/* Row of figures → the cells of a line from @column on; the first column is the id. */
static void
set_figures (OcopCommuneLine *line,
             guint            column,
             OcopRows        *rows,
             GHashTable      *places)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, line->id));

  for (guint i = 1; place > 0 && i < ocop_rows_get_n_columns (rows); i++)
    ocop_commune_line_set_value (line, column + i - 1, ocop_rows_get (rows, place - 1, i));
}

/* Which communes */

static OcopCommuneForm *
form_new (const char *register_id,
          guint       year,
          const char *office_name,
          gint64      seq)
{
  OcopCommuneForm *form = ocop_commune_form_new ();

  form->register_id = g_strdup (register_id);
  form->year = year;
  form->office_name = g_strdup (office_name);
  form->seq = seq;
  return form;
}

/* "phường", "Bến Lau": "Phường Bến Lau". */
static char *
make_name (const char *type,
           const char *name)
{
  g_autofree char *whole = type == NULL || g_ascii_strncasecmp (name, type, strlen (type)) == 0 ? g_strdup (name) : g_strdup_printf ("%s %s", type, name);
  g_autofree char *first = g_utf8_substring (whole, 0, 1);
  g_autofree char *large = g_utf8_strup (first, -1);

  return g_strconcat (large, whole + strlen (first), NULL);
}

static void
name_form (Reading         *reading,
           OcopCommuneForm *form,
           guint            place)
{
  static const char * const columns[] = { "type", "code", NULL };
  const char *id = ocop_localities_get_id (reading->localities, place);
  const char *name = ocop_localities_get_name (reading->localities, place);
  OcopQuery *query = ocop_query_new ("unit");
  g_autoptr(OcopRows) rows = NULL;
  const char *type;

  ocop_query_where (query, "id", OCOP_OPERATOR_IS, id, NULL);
  rows = read_rows (reading, query, columns, NULL);
  type = rows != NULL && ocop_rows_get_n_rows (rows) > 0 ? ocop_rows_get_text (rows, 0, 0) : NULL;
  form->unit = g_strdup (id);
  form->unit_code = g_strdup (type != NULL ? ocop_rows_get_text (rows, 0, 1) : NULL);
  form->unit_name = make_name (type, name);
}

static gboolean
begin_forms (Reading     *reading,
             const char  *register_id,
             GError     **error)
{
  g_autoptr(OcopRecord) office = ocop_reader_office (reading->reader, error);
  gint64 seq = ocop_reader_get_seq (reading->reader);

  reading->localities = office != NULL ? ocop_localities_read (reading->reader, ocop_record_get_text (office, "unit"), reading->on, error) : NULL;
  if (reading->localities == NULL)
    return FALSE;
  reading->forms = g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_commune_form_free);
  for (guint i = 0; i < ocop_localities_get_n (reading->localities); i++)
    {
      OcopCommuneForm *form = form_new (register_id, reading->year, ocop_record_get_text (office, "name"), seq);

      g_ptr_array_add (reading->forms, form);
      name_form (reading, form, i);
    }
  return TRUE;
}

/* The plan that products are registered for */

gboolean
ocop_commune_find_plan (OcopReader  *reader,
                        guint        year,
                        OcopRecord **plan,
                        GError     **error)
{
  static const char * const columns[] = { "id", "until_year", "state", "unit", "level", NULL };
  g_autofree char *text = g_strdup_printf ("%u", year);
  g_autoptr(OcopRecord) office = ocop_reader_office (reader, error);
  g_autoptr(OcopQuery) query = ocop_query_new ("plan");
  g_autoptr(OcopRows) rows = NULL;
  const char *found = NULL;

  *plan = NULL;
  ocop_query_where (query, "year", OCOP_OPERATOR_IS, text, NULL);
  ocop_query_order_by (query, "issued_on", TRUE);
  rows = office != NULL ? ocop_reader_rows (reader, query, columns, 0, -1, error) : NULL;
  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < ocop_rows_get_n_rows (rows); i++)
    if (ocop_rows_get_integer (rows, i, 1) <= (gint64) year &&
        ocop_plan_is_own (office, ocop_rows_get_text (rows, i, 3), ocop_rows_get_text (rows, i, 4)) &&
        (found == NULL || g_strcmp0 (ocop_rows_get_text (rows, i, 2), "draft") == 0))
      found = ocop_rows_get_text (rows, i, 0);
  if (found != NULL)
    *plan = ocop_reader_load (reader, ocop_kind_find ("plan"), found, error);
  return found == NULL || *plan != NULL;
}

static void
add_registration (Reading   *reading,
                  OcopRows  *rows,
                  guint      i)
{
  const char *kind = ocop_rows_get_text (rows, i, 4);
  const char *product = ocop_rows_get_text (rows, i, 1);
  OcopCommuneForm *form;
  OcopCommuneLine *line;
  guint place;

  if (g_strcmp0 (kind, "again") == 0 && product != NULL)
    {
      g_hash_table_add (reading->again, g_strdup (product));
      return;
    }
  if (!ocop_localities_find (reading->localities, ocop_rows_get_text (rows, i, 7), &place))
    return;
  form = form_at (reading, place);
  line = ocop_commune_form_add_line (form, OCOP_COMMUNE_REGISTRATIONS, form->tables[OCOP_COMMUNE_REGISTRATIONS]->len + 1, ocop_rows_get_text (rows, i, 0));
  for (guint column = 0; column < 5; column++)
    ocop_commune_line_set_value (line, OCOP_COMMUNE_REGISTRATION_NAME + column, ocop_rows_get (rows, i, 2 + column));
}

static gboolean
read_registrations (Reading  *reading,
                    GError  **error)
{
  static const char * const columns[] = { "id", "product", "name", "producer.name", "kind", "expected_class", "note", "unit", NULL };
  g_autoptr(OcopRecord) plan = NULL;
  g_autoptr(OcopRows) rows = NULL;
  OcopQuery *query;

  if (!ocop_commune_find_plan (reading->reader, reading->year + 1, &plan, error))
    return FALSE;
  if (plan == NULL)
    return TRUE;
  query = ocop_query_new ("plan_product");
  ocop_query_where (query, "plan", OCOP_OPERATOR_IS, ocop_record_get_id (plan), NULL);
  ocop_query_order_by (query, "place", FALSE);
  rows = read_rows (reading, query, columns, error);
  for (guint i = 0; rows != NULL && i < ocop_rows_get_n_rows (rows); i++)
    add_registration (reading, rows, i);
  return rows != NULL;
}

/* Products */

static gboolean
read_windows (Reading  *reading,
              GError  **error)
{
  g_autoptr(GPtrArray) dues = ocop_due_list (reading->reader, NULL, reading->on, ALL_DAYS, error);

  for (guint i = 0; dues != NULL && i < dues->len; i++)
    {
      const OcopDue *due = g_ptr_array_index (dues, i);
      g_autofree char *opens = ocop_date_to_people (due->opens);
      g_autofree char *closes = ocop_date_to_people (due->closes);

      if (*opens != '\0')
        g_hash_table_replace (reading->windows, g_strdup (due->product), g_strdup_printf ("%s – %s", opens, closes));
    }
  return dues != NULL;
}

static const char * const product_paths[] = {
  "id", "product_code", "name", "producer.name", "star", "decision_number", "valid_until", "activity", "activity_since",
  "producer", "locality", "estimated", NULL
};

enum { PATH_STAR = 4, PATH_UNTIL = 6, PATH_ACTIVITY, PATH_SINCE, PATH_PRODUCER, PATH_LOCALITY, PATH_ESTIMATED };
/* The column of a product's first answer. */
enum { COLUMN_CLASS = 4, COLUMN_UNTIL = 6, COLUMN_WINDOW, COLUMN_ACTIVITY, COLUMN_SINCE, COLUMN_REVENUE, COLUMN_AGAIN };

static void
add_product (Reading    *reading,
             OcopRows   *rows,
             guint       i,
             OcopRows   *figures,
             GHashTable *places,
             guint       place)
{
  const OcopKind *product = ocop_kind_find ("product");
  OcopCommuneForm *form = form_at (reading, place);
  const char *id = ocop_rows_get_text (rows, i, 0);
  const char *producer = ocop_rows_get_text (rows, i, PATH_PRODUCER);
  guint number = form->tables[OCOP_COMMUNE_PRODUCTS]->len + 1;
  OcopCommuneLine *line = ocop_commune_form_add_line (form, OCOP_COMMUNE_PRODUCTS, number, id);
  g_autofree char *star = ocop_field_format (ocop_kind_find_field (product, "star"), ocop_rows_get (rows, i, PATH_STAR));
  g_autofree char *until = ocop_field_format (ocop_kind_find_field (product, "valid_until"), ocop_rows_get (rows, i, PATH_UNTIL));
  g_autofree char *about = g_strdup_printf ("≈ %s", until);

  for (guint column = 1; column < PATH_UNTIL; column++)
    ocop_commune_line_set (line, column, ocop_rows_get_text (rows, i, column));
  ocop_commune_line_set (line, COLUMN_CLASS, star);
  ocop_commune_line_set (line, COLUMN_UNTIL, ocop_rows_get_integer (rows, i, PATH_ESTIMATED) && *until != '\0' ? about : until);
  ocop_commune_line_set (line, COLUMN_WINDOW, g_hash_table_lookup (reading->windows, id));
  ocop_commune_line_set_value (line, COLUMN_ACTIVITY, ocop_rows_get (rows, i, PATH_ACTIVITY));
  ocop_commune_line_set_value (line, COLUMN_SINCE, ocop_rows_get (rows, i, PATH_SINCE));
  set_figures (line, COLUMN_REVENUE, figures, places);
  ocop_commune_line_set (line, COLUMN_AGAIN, g_hash_table_contains (reading->again, id) ? "1" : NULL);
  if (producer != NULL && !g_hash_table_contains (reading->producers, producer))
    g_hash_table_insert (reading->producers, g_strdup (producer), GUINT_TO_POINTER (place + 1));
  g_hash_table_insert (reading->products, g_strdup (id), GSIZE_TO_POINTER ((gsize) place * MOST_LINES + number));
}

static gboolean
read_products (Reading  *reading,
               GError  **error)
{
  static const char * const figure_paths[] = { "product", "revenue", NULL };
  OcopQuery *query = ocop_query_new ("product");
  g_autoptr(OcopRows) rows = NULL;
  g_autoptr(OcopRows) figures = NULL;
  g_autoptr(GHashTable) places = NULL;
  guint place;

  ocop_query_order_by (query, "name", FALSE);
  rows = read_rows (reading, query, product_paths, error);
  places = rows != NULL ? read_figures (reading, "product_year", figure_paths, &figures, error) : NULL;
  if (places == NULL)
    return FALSE;
  for (guint i = 0; i < ocop_rows_get_n_rows (rows); i++)
    if (ocop_localities_find (reading->localities, ocop_rows_get_text (rows, i, PATH_LOCALITY), &place))
      add_product (reading, rows, i, figures, places, place);
    else
      reading->n_astray++;
  return TRUE;
}

/* Producers stand once: in their own commune, or in that of their first product where theirs is not known. */
static gboolean
read_producers (Reading  *reading,
                GError  **error)
{
  static const char * const paths[] = { "id", "name", "kind", "locality", NULL };
  static const char * const figure_paths[] = { "producer", "workers", "women", "trained", NULL };
  const OcopField *kind = ocop_kind_find_field (ocop_kind_find ("producer"), "kind");
  OcopQuery *query = ocop_query_new ("producer");
  g_autoptr(OcopRows) rows = NULL;
  g_autoptr(OcopRows) figures = NULL;
  g_autoptr(GHashTable) places = NULL;

  ocop_query_order_by (query, "name", FALSE);
  rows = read_rows (reading, query, paths, error);
  places = rows != NULL ? read_figures (reading, "producer_year", figure_paths, &figures, error) : NULL;
  if (places == NULL)
    return FALSE;
  for (guint i = 0; i < ocop_rows_get_n_rows (rows); i++)
    {
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (reading->producers, ocop_rows_get_text (rows, i, 0)));
      g_autofree char *title = ocop_field_format (kind, ocop_rows_get (rows, i, 2));
      OcopCommuneForm *form;
      OcopCommuneLine *line;

      if (place-- == 0)
        continue;
      ocop_localities_find (reading->localities, ocop_rows_get_text (rows, i, 3), &place);
      form = form_at (reading, place);
      line = ocop_commune_form_add_line (form, OCOP_COMMUNE_PRODUCERS, form->tables[OCOP_COMMUNE_PRODUCERS]->len + 1, ocop_rows_get_text (rows, i, 0));
      ocop_commune_line_set (line, 1, ocop_rows_get_text (rows, i, 1));
      ocop_commune_line_set (line, 2, title);
      set_figures (line, 3, figures, places);
    }
  return TRUE;
}

static gboolean
read_channels (Reading  *reading,
               GError  **error)
{
  static const char * const paths[] = { "id", "product", "channel", "name", "address", "active", NULL };
  OcopQuery *query = ocop_query_new ("sales_link");
  g_autoptr(OcopRows) rows = NULL;

  ocop_query_order_by (query, "product.name", FALSE);
  rows = read_rows (reading, query, paths, error);
  for (guint i = 0; rows != NULL && i < ocop_rows_get_n_rows (rows); i++)
    {
      const char *product = ocop_rows_get_text (rows, i, 1);
      gsize found = product != NULL ? GPOINTER_TO_SIZE (g_hash_table_lookup (reading->products, product)) : 0;
      OcopCommuneForm *form = found > 0 ? form_at (reading, (guint) (found / MOST_LINES)) : NULL;
      OcopCommuneLine *line;
      g_autofree char *shown = NULL;

      if (form == NULL)
        continue;
      line = ocop_commune_form_add_line (form, OCOP_COMMUNE_CHANNELS, form->tables[OCOP_COMMUNE_CHANNELS]->len + 1, ocop_rows_get_text (rows, i, 0));
      shown = g_strdup_printf ("%u. %s", (guint) (found % MOST_LINES),
                               ocop_commune_form_get_line (form, OCOP_COMMUNE_PRODUCTS, (guint) (found % MOST_LINES) - 1)->cells[OCOP_COMMUNE_PRODUCT_NAME]);
      ocop_commune_line_set (line, OCOP_COMMUNE_CHANNEL_PRODUCT, shown);
      for (guint column = 0; column < 4; column++)
        ocop_commune_line_set_value (line, OCOP_COMMUNE_CHANNEL_CHANNEL + column, ocop_rows_get (rows, i, 2 + column));
    }
  return rows != NULL;
}

static GPtrArray *
keep_one (Reading    *reading,
          const char *only)
{
  for (guint i = reading->forms->len; only != NULL && i > 0; i--)
    if (g_strcmp0 (form_at (reading, i - 1)->unit, only) != 0)
      g_ptr_array_remove_index (reading->forms, i - 1);
  return g_steal_pointer (&reading->forms);
}

GPtrArray *
ocop_commune_forms_begin (OcopReader  *reader,
                          const char  *register_id,
                          guint        year,
                          OcopDate     on,
                          GError     **error)
{
  g_auto(Reading) reading = { .reader = reader, .year = year, .on = on };

  return begin_forms (&reading, register_id, error) ? g_steal_pointer (&reading.forms) : NULL;
}

GPtrArray *
ocop_commune_forms_read (OcopReader  *reader,
                         const char  *register_id,
                         guint        year,
                         const char  *only,
                         OcopDate     on,
                         guint       *n_astray,
                         GError     **error)
{
  g_auto(Reading) reading = { .reader = reader, .year = year, .on = on };

  reading.windows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  reading.again = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reading.producers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reading.products = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!begin_forms (&reading, register_id, error) || !read_windows (&reading, error) || !read_registrations (&reading, error) ||
      !read_products (&reading, error) || !read_producers (&reading, error) || !read_channels (&reading, error))
    return NULL;
  if (n_astray != NULL)
    *n_astray = reading.n_astray;
  return keep_one (&reading, only);
}
