/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "generate.h"

#define N_LOCALITIES 170
#define PRODUCTS_PER_CHANGE 20000
#define LAST_YEAR 2026
/* Above it each product has one recognition, for want of time and room. */
#define MOST_WITH_HISTORY 200000

static const char * const goods[] = {
  "Gạo thơm", "Mật ong", "Trà xanh", "Nước mắm", "Cà phê", "Bánh tráng", "Rượu nếp", "Chả cá", "Mắm tôm", "Tinh bột nghệ",
  "Hạt điều", "Khô cá lóc", "Đường thốt nốt", "Dầu lạc", "Miến dong", "Măng khô", "Nấm linh chi", "Kẹo dừa", "Gốm", "Chiếu cói",
};
static const char * const places[] = {
  "Đồng Xanh", "Đồi Chè", "Suối Vàng", "Bãi Cát", "Gò Mít", "Sông Nhỏ", "Núi Đôi", "Khe Mây", "Cửa Gió", "Bến Lau", "Đèo Mây",
};
static const char * const trades[] = { "lúa gạo", "xoài", "hoa kiểng", "cá tra", "sen", "sen, lúa gạo", "cá trắng", "" };
static const char * const kinds[] = { "cooperative", "enterprise", "household", "cooperative-group", "farm" };
static const char * const prefixes[] = { "Hợp tác xã", "Công ty TNHH", "Hộ kinh doanh", "Tổ hợp tác", "Trang trại" };

typedef struct
{
  OcopRegister *reg;
  GRand *random;
  OcopChange *change;
  GPtrArray *units;     /* ids */
  GPtrArray *producers; /* ids */
  gboolean history;     /* whether products are recognised again and again */
} Generator;

static guint
pick (Generator *generator,
      guint      n)
{
  return (guint) g_rand_int_range (generator->random, 0, (gint32) n);
}

static OcopRecord *
new_record (const char *kind)
{
  return ocop_record_new (ocop_kind_find (kind), NULL);
}

static void
set_printf (OcopRecord *record,
            const char *field,
            const char *first,
            const char *second,
            guint       number)
{
  g_autofree char *text = g_strdup_printf ("%s %s %u", first, second, number);

  ocop_record_set_text (record, field, text);
}

/* Adds @record to the change; returns its id. */
static char *
add (Generator  *generator,
     OcopRecord *record)
{
  char *id = g_strdup (ocop_record_get_id (record));

  ocop_change_add (generator->change, record);
  ocop_record_free (record);
  return id;
}

static gboolean
commit (Generator  *generator,
        GError    **error)
{
  g_autoptr(OcopChange) change = g_steal_pointer (&generator->change);

  generator->change = ocop_change_new ("generate", "generated");
  return ocop_register_commit (generator->reg, change, error);
}

static void
add_units (Generator *generator)
{
  OcopRecord *province = new_record ("unit");
  g_autofree char *parent = NULL;

  ocop_record_set_text (province, "name", "Thực Hành");
  ocop_record_set_text (province, "level", "province");
  parent = add (generator, province);
  for (guint i = 0; i < N_LOCALITIES; i++)
    {
      OcopRecord *unit = new_record ("unit");
      g_autofree char *code = g_strdup_printf ("%05u", 99000 + i);

      set_printf (unit, "name", places[i % G_N_ELEMENTS (places)], "", i);
      ocop_record_set_text (unit, "type", "xã");
      ocop_record_set_text (unit, "level", "commune");
      ocop_record_set_text (unit, "code", code);
      ocop_record_set_text (unit, "parent", parent);
      g_ptr_array_add (generator->units, add (generator, unit));
    }
}

static void
add_producer (Generator *generator,
              guint      number)
{
  OcopRecord *producer = new_record ("producer");
  guint kind = pick (generator, G_N_ELEMENTS (kinds));
  g_autofree char *phone = g_strdup_printf ("09%08u", pick (generator, 100000000));

  set_printf (producer, "name", prefixes[kind], places[pick (generator, G_N_ELEMENTS (places))], number);
  ocop_record_set_text (producer, "kind", kinds[kind]);
  ocop_record_set_text (producer, "phone", phone);
  ocop_record_set_text (producer, "representative_gender", pick (generator, 3) == 0 ? "female" : "male");
  ocop_record_set_text (producer, "unit", generator->units->pdata[pick (generator, generator->units->len)]);
  if (number % 6 == 0)
    {
      ocop_record_set_integer (producer, "vn_domain", 1);
      ocop_record_set_date (producer, "vn_domain_since", ocop_date_new (LAST_YEAR - (int) (number % 5), 1 + (int) (number % 12), 15));
    }
  g_ptr_array_add (generator->producers, add (generator, producer));
}

static void
add_recognition (Generator  *generator,
                 const char *product,
                 int         year,
                 gboolean    first)
{
  static const guint least[] = { 5000, 7000, 9000 };
  OcopRecord *recognition = new_record ("recognition");
  guint class = 3 + (pick (generator, 4) == 0) + (pick (generator, 100) == 0), decision = pick (generator, 3000);
  g_autofree char *number = g_strdup_printf ("%u/QĐ-UBND", 100 + decision);

  ocop_record_set_text (recognition, "product", product);
  ocop_record_set_text (recognition, "outcome", "recognised");
  ocop_record_set_integer (recognition, "class", class);
  ocop_record_set_integer (recognition, "score", least[class - 3] + decision % 1000);
  ocop_record_set_text (recognition, "kind", first ? "first" : pick (generator, 4) == 0 ? "upgrade" : "again");
  ocop_record_set_integer (recognition, "year", year);
  ocop_record_set_text (recognition, "decision_number", number);
  ocop_record_set_date (recognition, "decision_date",
                        ocop_date_new (year, 1 + (int) pick (generator, 12), 1 + (int) pick (generator, 28)));
  ocop_record_set_text (recognition, "issuer", "UBND tỉnh Thực Hành");
  g_free (add (generator, recognition));
}

static void
add_product (Generator *generator,
             guint      number)
{
  OcopRecord *product = new_record ("product");
  g_autofree char *id = NULL;
  g_autofree char *set = g_strdup_printf ("QD26-%02u", 1 + pick (generator, 26));
  gboolean first = TRUE;

  set_printf (product, "name", goods[pick (generator, G_N_ELEMENTS (goods))], places[pick (generator, G_N_ELEMENTS (places))], number);
  ocop_record_set_text (product, "producer", generator->producers->pdata[pick (generator, generator->producers->len)]);
  ocop_record_set_text (product, "criteria_set", set);
  ocop_record_set_text (product, "unit", generator->units->pdata[pick (generator, generator->units->len)]);
  ocop_record_set_text (product, "key_trades", trades[number % G_N_ELEMENTS (trades)]);
  if (number % 5 == 0)
    ocop_record_set_text (product, "craft_village", places[number % G_N_ELEMENTS (places)]);
  if (number % 50 == 0)
    ocop_record_set_integer (product, "potential5", 1);
  id = add (generator, product);
  for (int year = LAST_YEAR - 9 + (int) pick (generator, 9); year <= LAST_YEAR && (first || generator->history); year += 3, first = FALSE)
    add_recognition (generator, id, MAX (year, 2018), first);
}

OcopRegister *
generate_register (const char  *path,
                   guint        n_products,
                   GError     **error)
{
  Generator generator = { ocop_register_create (path, error) };
  gboolean good = generator.reg != NULL;

  if (!good)
    return NULL;
  generator.history = n_products <= MOST_WITH_HISTORY;
  generator.random = g_rand_new_with_seed (n_products);
  generator.change = ocop_change_new ("generate", "generated");
  generator.units = g_ptr_array_new_with_free_func (g_free);
  generator.producers = g_ptr_array_new_with_free_func (g_free);
  add_units (&generator);
  for (guint i = 0; i < MAX (1, n_products * 2 / 5); i++)
    add_producer (&generator, i);
  for (guint i = 0; good && i < n_products; i++)
    {
      add_product (&generator, i);
      if ((i + 1) % PRODUCTS_PER_CHANGE == 0)
        good = commit (&generator, error);
    }
  good = good && commit (&generator, error);
  g_rand_free (generator.random);
  ocop_change_free (generator.change);
  g_ptr_array_unref (generator.units);
  g_ptr_array_unref (generator.producers);
  if (!good)
    g_clear_object (&generator.reg);
  return generator.reg;
}
