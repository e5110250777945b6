/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ocop-commune-form-private.h"

#include <glib/gi18n.h>

#include "base/ocop-text.h"

#define LOCKED(title, width) { title, width, OCOP_COMMUNE_LOCKED, OCOP_COMMUNE_VALUE, NULL, NULL }
#define ENTRY(title, width, kind, field) { title, width, OCOP_COMMUNE_ENTRY, OCOP_COMMUNE_VALUE, kind, field }
#define END { NULL, 0, OCOP_COMMUNE_LOCKED, OCOP_COMMUNE_VALUE, NULL, NULL }

static const OcopCommuneColumn product_columns[] = {
  LOCKED (NC_("commune workbook", "No."), 5),
  LOCKED (N_("Product code"), 17),
  LOCKED (N_("Product"), 30),
  LOCKED (N_("Producer"), 28),
  LOCKED (N_("Class"), 11),
  LOCKED (N_("Decision"), 16),
  LOCKED (N_("Valid until"), 12),
  LOCKED (N_("Re-evaluation dossier from – until"), 13),
  ENTRY (N_("Still produced?"), 16, "product", "activity"),
  ENTRY (N_("Paused or stopped since"), 13, "product", "activity_since"),
  ENTRY (N_("Revenue of %u (đồng)"), 17, "product_year", "revenue"),
  { N_("Re-evaluation asked for in %u"), 13, OCOP_COMMUNE_ENTRY, OCOP_COMMUNE_AGAIN, NULL, NULL },
  { N_("Remark of the commune"), 26, OCOP_COMMUNE_ENTRY, OCOP_COMMUNE_REMARK, NULL, NULL },
  END
};

static const OcopCommuneColumn producer_columns[] = {
  LOCKED (NC_("commune workbook", "No."), 5),
  LOCKED (N_("Producer"), 44),
  LOCKED (N_("Kind of producer"), 26),
  ENTRY (N_("Workers in %u"), 14, "producer_year", "workers"),
  ENTRY (N_("of which women"), 14, "producer_year", "women"),
  ENTRY (N_("of which trained, with a certificate"), 18, "producer_year", "trained"),
  END
};

static const OcopCommuneColumn channel_columns[] = {
  LOCKED (NC_("commune workbook", "No."), 5),
  { N_("Product"), 38, OCOP_COMMUNE_ENTRY_NEW, OCOP_COMMUNE_CHOSEN, NULL, NULL },
  { N_("Channel"), 28, OCOP_COMMUNE_ENTRY_NEW, OCOP_COMMUNE_VALUE, "sales_link", "channel" },
  ENTRY (N_("Platform or shop"), 24, "sales_link", "name"),
  ENTRY (N_("Link or address"), 44, "sales_link", "address"),
  ENTRY (N_("Selling now"), 11, "sales_link", "active"),
  END
};

static const OcopCommuneColumn registration_columns[] = {
  LOCKED (NC_("commune workbook", "No."), 5),
  ENTRY (N_("Product to be registered for %u"), 38, "plan_product", "name"),
  { N_("Producer"), 38, OCOP_COMMUNE_ENTRY, OCOP_COMMUNE_WHO, NULL, NULL },
  ENTRY (N_("Kind of dossier"), 18, "plan_product", "kind"),
  ENTRY (N_("Class aimed at"), 12, "plan_product", "expected_class"),
  ENTRY (N_("Note"), 34, "plan_product", "note"),
  END
};

static const struct
{
  const char *name;
  const char *title;
  const OcopCommuneColumn *columns;
  guint n_columns;
} tables[OCOP_COMMUNE_N_TABLES] = {
  { "products", N_("Products"), product_columns, G_N_ELEMENTS (product_columns) - 1 },
  { "producers", N_("Producers"), producer_columns, G_N_ELEMENTS (producer_columns) - 1 },
  { "channels", N_("Sales channels"), channel_columns, G_N_ELEMENTS (channel_columns) - 1 },
  { "registrations", NC_("commune workbook", "Registrations"), registration_columns, G_N_ELEMENTS (registration_columns) - 1 },
};

const OcopCommuneColumn *
ocop_commune_columns (OcopCommuneTable table)
{
  return tables[table].columns;
}

guint
ocop_commune_n_columns (OcopCommuneTable table)
{
  return tables[table].n_columns;
}

const char *
ocop_commune_table_name (OcopCommuneTable table)
{
  return tables[table].name;
}

const char *
ocop_commune_table_title (OcopCommuneTable table)
{
  if (table == OCOP_COMMUNE_REGISTRATIONS)
    return C_("commune workbook", "Registrations");
  return _(tables[table].title);
}

/* Registrations and re-evaluations are for the year after the one that is reported. */
static gboolean
is_of_next_year (const OcopCommuneColumn *column)
{
  return column->meaning == OCOP_COMMUNE_AGAIN || g_strcmp0 (column->kind, "plan_product") == 0;
}

char *
ocop_commune_column_title (const OcopCommuneColumn *column,
                           guint                    year)
{
  g_autofree char *number = g_strdup_printf ("%u", year + (is_of_next_year (column) ? 1 : 0));
  g_autoptr(GString) title = g_string_new (g_str_equal (column->title, "No.") ? C_("commune workbook", "No.") : _(column->title));

  g_string_replace (title, "%u", number, 1);
  return g_string_free (g_steal_pointer (&title), FALSE);
}

const OcopField *
ocop_commune_column_field (const OcopCommuneColumn *column)
{
  static const OcopField yes_or_no = { "again", N_("Re-evaluation asked for"), NULL, OCOP_FIELD_BOOLEAN };
  static const OcopField words = { "words", N_("Note"), NULL, OCOP_FIELD_TEXT };

  if (column->kind != NULL)
    return ocop_kind_find_field (ocop_kind_find (column->kind), column->field);
  return column->meaning == OCOP_COMMUNE_AGAIN ? &yes_or_no : &words;
}

static void
line_free (gpointer data)
{
  OcopCommuneLine *line = data;

  for (guint i = 0; i < line->n_cells; i++)
    g_free (line->cells[i]);
  g_free (line->cells);
  g_free (line->id);
  g_free (line);
}

OcopCommuneForm *
ocop_commune_form_new (void)
{
  OcopCommuneForm *self = g_new0 (OcopCommuneForm, 1);

  for (guint i = 0; i < OCOP_COMMUNE_N_TABLES; i++)
    self->tables[i] = g_ptr_array_new_with_free_func (line_free);
  return self;
}

void
ocop_commune_form_free (OcopCommuneForm *self)
{
  for (guint i = 0; i < OCOP_COMMUNE_N_TABLES; i++)
    g_ptr_array_unref (self->tables[i]);
  g_free (self->register_id);
  g_free (self->unit);
  g_free (self->unit_name);
  g_free (self->unit_code);
  g_free (self->office_name);
  g_free (self);
}

OcopCommuneLine *
ocop_commune_form_add_line (OcopCommuneForm  *self,
                            OcopCommuneTable  table,
                            guint             number,
                            const char       *id)
{
  OcopCommuneLine *line = g_new0 (OcopCommuneLine, 1);

  line->number = number;
  line->id = g_strdup (id);
  line->n_cells = tables[table].n_columns;
  line->cells = g_new0 (char *, line->n_cells);
  g_ptr_array_add (self->tables[table], line);
  return line;
}

OcopCommuneLine *
ocop_commune_form_get_line (const OcopCommuneForm *self,
                            OcopCommuneTable       table,
                            guint                  place)
{
  return g_ptr_array_index (self->tables[table], place);
}

/* Lines on record are numbered in their order. */
OcopCommuneLine *
ocop_commune_form_find_line (const OcopCommuneForm *self,
                             OcopCommuneTable       table,
                             guint                  number)
{
  OcopCommuneLine *line = number > 0 && number <= self->tables[table]->len ? ocop_commune_form_get_line (self, table, number - 1) : NULL;

  return line != NULL && line->id != NULL && line->number == number ? line : NULL;
}

void
ocop_commune_line_set (OcopCommuneLine *line,
                       guint            column,
                       const char      *text)
{
  g_free (line->cells[column]);
  line->cells[column] = ocop_text_tidy (text);
}

void
ocop_commune_line_set_value (OcopCommuneLine *line,
                             guint            column,
                             const OcopValue *value)
{
  g_autofree char *number = value->type == OCOP_VALUE_INTEGER ? g_strdup_printf ("%" G_GINT64_FORMAT, value->integer) : NULL;

  ocop_commune_line_set (line, column, number != NULL ? number : value->text);
}

char *
ocop_commune_to_people (const OcopCommuneColumn *column,
                        const char              *text)
{
  const OcopField *field = ocop_commune_column_field (column);
  g_auto(OcopValue) value = OCOP_VALUE_INIT;

  if (text == NULL || column->use == OCOP_COMMUNE_LOCKED || !ocop_field_parse (field, text, &value, NULL))
    return g_strdup (text != NULL ? text : "");
  return ocop_field_format (field, &value);
}

static void
update (GChecksum  *checksum,
        const char *text)
{
  if (text != NULL)
    g_checksum_update (checksum, (const guchar *) text, -1);
  g_checksum_update (checksum, (const guchar *) "\n", 1);
}

char *
ocop_commune_form_dup_digest (const OcopCommuneForm *self)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *year = g_strdup_printf ("%u", self->year);

  update (checksum, self->register_id);
  update (checksum, self->unit);
  update (checksum, year);
  for (guint table = 0; table < OCOP_COMMUNE_N_TABLES; table++)
    for (guint i = 0; i < self->tables[table]->len; i++)
      {
        const OcopCommuneLine *line = ocop_commune_form_get_line (self, table, i);

        update (checksum, tables[table].name);
        update (checksum, line->id);
        for (guint column = OCOP_COMMUNE_NUMBER + 1; column < line->n_cells; column++)
          update (checksum, line->cells[column]);
      }
  return g_strdup (g_checksum_get_string (checksum));
}
