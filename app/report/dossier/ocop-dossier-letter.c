/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/dossier/ocop-dossier-letter.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "evaluation/ocop-choices.h"
#include "law/ocop-deadline.h"
#include "report/council/ocop-council-people.h"
#include "report/dossier/ocop-form-paper.h"
#include "report/ocop-office-head.h"
#include "report/ocop-template-head.h"

static const OcopFormFacts *
get_facts (const GPtrArray *dossiers,
           guint            i)
{
  return g_ptr_array_index (dossiers, i);
}

/* What every letter says */

static void
write_contact (OcopTemplateData    *data,
               const OcopFormFacts *facts)
{
  const char *officer = ocop_record_get_text (facts->dossier->record, "officer");
  const char *name = officer != NULL ? officer : ocop_record_get_text (facts->office, "name");

  ocop_template_write_contact (data, name, ocop_record_get_text (facts->office, "phone"));
}

static void
write_head (OcopTemplateData    *data,
            const OcopFormFacts *facts)
{
  g_autoptr(OcopPaper) paper = ocop_paper_new (NULL);

  ocop_office_head_write (paper, facts->office);
  ocop_office_foot_write (paper, facts->office);
  paper->date = facts->on;
  ocop_template_head_write (data, paper, ocop_record_get_text (facts->office, "name"));
  ocop_template_write_rules (data, facts->book);
  write_contact (data, facts);
}

/* "đợt 1 năm 2026"; nothing where they are not of one round. */
static void
write_round (OcopTemplateData *data,
             const GPtrArray  *dossiers)
{
  gint64 number = 0, year = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < dossiers->len; i++)
    {
      const OcopRecord *record = get_facts (dossiers, i)->dossier->record;
      gint64 own_number = ocop_record_get_integer (record, "round_number", 0), own_year = ocop_record_get_integer (record, "round_year", 0);

      if (i > 0 && (own_number != number || own_year != year))
        {
          number = 0;
          break;
        }
      number = own_number;
      year = own_year;
    }
  /* Translators: the number of a round and its year, within a sentence */
  text = number != 0 ? g_strdup_printf (_("round %d of %d"), (int) number, (int) year) : NULL;
  ocop_template_data_set (data, "dot_danh_gia", text);
}

/* @fields: names of the template's and of ocop_form_facts_get()'s, in turn, ended by %NULL. */
static void
write_fields (OcopTemplateData    *data,
              const OcopFormFacts *facts,
              const char * const  *fields)
{
  for (; *fields != NULL; fields += 2)
    {
      g_autofree char *value = ocop_form_facts_get (facts, fields[1]);

      ocop_template_data_set (data, fields[0], value);
    }
}

static const char * const product_fields[] = {
  "ten_san_pham", "product.name",
  "chu_the", "producer.name",
  "dia_chi", "made.address",
  "loai_ho_so", "dossier.kind",
  NULL
};

static OcopTemplateData *
add_product (OcopTemplateData    *data,
             const OcopFormFacts *facts,
             guint                number)
{
  OcopTemplateData *row = ocop_template_data_add_row (data, "san_pham");
  g_autofree char *text = g_strdup_printf ("%u", number);

  ocop_template_data_set (row, "tt", text);
  write_fields (row, facts, product_fields);
  return row;
}

/* Request to complete the dossier */

static const char * const commune_fields[] = {
  "ngay_nhan_ho_so", "dossier.commune_received_on",
  "so_tiep_nhan", "dossier.commune_receipt",
  NULL
};

static const char * const province_fields[] = {
  "ngay_nhan_ho_so", "dossier.province_received_on",
  "so_tiep_nhan", "dossier.province_receipt",
  NULL
};

/* While the commune has it in hand, within its own limit (article 7.2); else as is the custom. */
static void
write_limit (OcopTemplateData    *data,
             const OcopFormFacts *facts)
{
  OcopDate received = ocop_record_get_date (facts->dossier->record, "step_on");
  OcopDate limit = ocop_law_deadline_day (facts->book, OCOP_DEADLINE_COMPLETION, facts->on, NULL);
  g_autofree char *day = NULL;

  if (ocop_dossier_get_step (facts->dossier) == OCOP_STEP_COMMUNE_RECEIVED && ocop_date_is_day (received))
    {
      OcopDate last = ocop_law_deadline_day (facts->book, OCOP_DEADLINE_COMMUNE_CHECK, received, NULL);

      if (ocop_date_is_day (last) && ocop_date_compare (last, facts->on) > 0)
        limit = last;
    }
  day = ocop_date_is_day (limit) ? ocop_date_to_people (limit) : NULL;
  ocop_template_set_or_dots (data, "han_hoan_thien", day);
}

static void
write_place_to_hand_in (OcopTemplateData    *data,
                        const OcopFormFacts *facts)
{
  const char *name = ocop_record_get_text (facts->office, "name"), *address = ocop_record_get_text (facts->office, "address");
  g_autofree char *place = name != NULL && address != NULL ? g_strdup_printf ("%s (%s)", name, address) : g_strdup (name);

  ocop_template_set_or_dots (data, "noi_nhan_ho_so", place);
}

gboolean
ocop_dossier_letter_completion (OcopReader        *reader,
                                const GPtrArray   *dossiers,
                                OcopTemplateData  *data,
                                GError           **error)
{
  const OcopFormFacts *facts = get_facts (dossiers, 0);
  gboolean at_commune = ocop_dossier_get_step (facts->dossier) < OCOP_STEP_PROPOSED;
  g_autoptr(GPtrArray) lacks = ocop_dossier_missing_documents (facts->dossier, ocop_law_get_default (), facts->on);
  g_autofree char *producer = ocop_form_facts_get (facts, "producer.name");

  if (lacks->len == 0)
    {
      ocop_refuse (error, _("Nothing is missing from the dossier “%s”: there is nothing to ask for."),
                   ocop_record_get_text (facts->dossier->record, "name"));
      return FALSE;
    }
  write_head (data, facts);
  write_fields (data, facts, product_fields);
  write_fields (data, facts, at_commune ? commune_fields : province_fields);
  write_limit (data, facts);
  write_place_to_hand_in (data, facts);
  ocop_template_data_set (data, "noi_kinh_gui", producer);
  for (guint i = 0; i < lacks->len; i++)
    {
      const OcopLack *lack = g_ptr_array_index (lacks, i);
      OcopTemplateData *row = ocop_template_data_add_row (data, "giay_to");
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      ocop_template_data_set (row, "tt", number);
      ocop_template_data_set (row, "ten_giay_to", lack->document);
      ocop_template_data_set (row, "yeu_cau", lack->demand);
    }
  return TRUE;
}

/* Proposal of the commune */

static gboolean
are_of_one_commune (const GPtrArray  *dossiers,
                    GError          **error)
{
  for (guint i = 1; i < dossiers->len; i++)
    if (g_strcmp0 (get_facts (dossiers, i)->commune, get_facts (dossiers, 0)->commune) != 0)
      {
        ocop_refuse (error, _("A commune proposes its own products: these lie in %s and in %s."),
                     get_facts (dossiers, 0)->commune, get_facts (dossiers, i)->commune);
        return FALSE;
      }
  return TRUE;
}

static char *
describe_receipt (const OcopFormFacts *facts)
{
  g_autofree char *number = ocop_form_facts_get (facts, "dossier.commune_receipt");
  g_autofree char *day = ocop_form_facts_get (facts, "dossier.commune_received_on");

  return number != NULL && day != NULL ? g_strdup_printf ("%s, %s", number, day) : g_strdup (number != NULL ? number : day);
}

gboolean
ocop_dossier_letter_proposal (OcopReader        *reader,
                              const GPtrArray   *dossiers,
                              OcopTemplateData  *data,
                              GError           **error)
{
  const OcopFormFacts *facts = get_facts (dossiers, 0);
  g_autoptr(OcopPaper) head = ocop_paper_new (NULL);
  g_autofree char *issuer = ocop_form_facts_get (facts, "made.commune-body");
  g_autofree char *province = ocop_form_facts_get (facts, "made.province-body");

  if (!are_of_one_commune (dossiers, error))
    return FALSE;
  ocop_form_paper_write_commune (head, facts);
  head->date = facts->on;
  ocop_template_head_write (data, head, issuer);
  ocop_template_write_number (data, NULL, "UBND");
  ocop_template_write_rules (data, facts->book);
  ocop_template_set_number (data, "so_san_pham", dossiers->len);
  ocop_template_data_set (data, "noi_kinh_gui", province);
  for (guint i = 0; i < dossiers->len; i++)
    {
      g_autofree char *receipt = describe_receipt (get_facts (dossiers, i));

      ocop_template_data_set (add_product (data, get_facts (dossiers, i), i + 1), "so_tiep_nhan", receipt);
    }
  return TRUE;
}

/* Schedule of visits */

static int
compare_visits (gconstpointer a,
                gconstpointer b)
{
  const OcopFormFacts *first = *(OcopFormFacts * const *) a, *second = *(OcopFormFacts * const *) b;
  int days = ocop_date_compare (ocop_record_get_date (first->visit, "visit_on"), ocop_record_get_date (second->visit, "visit_on"));

  return days != 0 ? days : g_strcmp0 (ocop_record_get_id (first->visit), ocop_record_get_id (second->visit));
}

/* Those that are visited, in the order of their visits; borrowed. */
static GPtrArray *
sort_visited (const GPtrArray *dossiers)
{
  GPtrArray *visited = g_ptr_array_new ();

  for (guint i = 0; i < dossiers->len; i++)
    if (get_facts (dossiers, i)->visit != NULL)
      g_ptr_array_add (visited, g_ptr_array_index (dossiers, i));
  g_ptr_array_sort (visited, compare_visits);
  return visited;
}

static OcopTemplateData *
add_visit (OcopTemplateData    *data,
           const OcopFormFacts *facts,
           guint                number)
{
  static const char * const fields[] = { "thanh_vien_kiem_tra", "visit.members", NULL };
  OcopTemplateData *row = ocop_template_data_add_row (data, "lich_kiem_tra");
  g_autofree char *text = g_strdup_printf ("%u", number);
  g_autofree char *day = ocop_form_facts_get (facts, "visit.visit_on");
  g_autofree char *hour = ocop_form_facts_get (facts, "visit.begins_at");
  g_autofree char *when = day != NULL && hour != NULL ? g_strdup_printf ("%s\n%s", day, hour) : g_strdup (day);

  ocop_template_data_set (row, "tt", text);
  ocop_template_data_set (row, "ngay_gio", when);
  ocop_template_data_set (row, "dia_phuong", facts->commune);
  write_fields (row, facts, fields);
  return row;
}

gboolean
ocop_dossier_letter_visits (OcopReader        *reader,
                            const GPtrArray   *dossiers,
                            OcopTemplateData  *data,
                            GError           **error)
{
  g_autoptr(GPtrArray) visited = sort_visited (dossiers);
  g_autoptr(GString) products = g_string_new (NULL);
  guint n_visits = 0;
  OcopTemplateData *row = NULL;

  if (visited->len == 0)
    {
      ocop_refuse (error, _("No visit is planned for these dossiers yet."));
      return FALSE;
    }
  write_head (data, get_facts (visited, 0));
  ocop_template_data_set (data, "noi_kinh_gui", _("People's Committees of the communes"));
  for (guint i = 0; i < visited->len; i++)
    {
      const OcopFormFacts *facts = get_facts (visited, i);

      if (i == 0 || compare_visits (&visited->pdata[i - 1], &visited->pdata[i]) != 0)
        {
          row = add_visit (data, facts, ++n_visits);
          g_string_truncate (products, 0);
        }
      g_string_append_printf (products, "%s%s", products->len > 0 ? ";\n" : "", ocop_record_get_text (facts->product, "name"));
      ocop_template_data_set (row, "san_pham_kiem_tra", products->str);
    }
  return TRUE;
}

/* Report of the advisory group */

static void
write_points (OcopTemplateData    *row,
              const OcopFormFacts *facts)
{
  static const char * const names[] = { "diem_a", "diem_b", "diem_c", "diem" };
  guint sums[OCOP_N_PARTS + 1] = { 0 };

  for (guint i = 0; facts->advised != NULL && i < facts->criteria->leaves->len; i++)
    {
      const OcopCriterion *leaf = g_ptr_array_index (facts->criteria->leaves, i);
      guint points = facts->advised[i] != OCOP_NOT_SCORED ? ocop_criterion_get_option (leaf, facts->advised[i])->points : 0;

      sums[ocop_criterion_get_part (leaf)] += points;
      sums[OCOP_N_PARTS] += points;
    }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *text = facts->advised != NULL ? g_strdup_printf ("%u", sums[i] / 100) : g_strdup ("…");

      ocop_template_data_set (row, names[i], text);
    }
}

static gboolean
write_members (OcopTemplateData     *row,
               OcopReader           *reader,
               const OcopFormFacts  *facts,
               GError              **error)
{
  static const char * const columns[] = { "member.name", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new ("assignment");
  g_autoptr(OcopRows) rows = NULL;
  g_autoptr(GString) names = g_string_new (NULL);

  ocop_query_where (query, "dossier", OCOP_OPERATOR_IS, ocop_record_get_id (facts->dossier->record), NULL);
  rows = ocop_reader_rows (reader, query, columns, 0, -1, error);
  for (guint i = 0; rows != NULL && i < ocop_rows_get_n_rows (rows); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "; " : "", ocop_rows_get_text (rows, i, 0));
  ocop_template_data_set (row, "nguoi_phu_trach", names->str);
  return rows != NULL;
}

static gboolean
is_visited (const OcopFormFacts *facts)
{
  return ocop_record_get_integer (facts->stop, "visited", 0) != 0 || ocop_record_get_text (facts->stop, "findings") != NULL;
}

/* "Kiểm tra ngày 05/08/2026; Chì: 0,02 mg/kg" */
static void
write_checks (OcopTemplateData    *row,
              const OcopFormFacts *facts)
{
  g_autofree char *day = ocop_form_facts_get (facts, "visit.visit_on");
  g_autoptr(GString) text = g_string_new (NULL);

  if (day != NULL)
    g_string_append_printf (text, is_visited (facts) ? _("Visited on %s") : _("Visit planned on %s"), day);
  for (guint i = 0; i < facts->tests->len; i++)
    {
      const char *result = ocop_record_get_text (facts->tests->pdata[i], "result");

      g_string_append_printf (text, "%s%s: %s", text->len > 0 ? ";\n" : "", ocop_record_get_text (facts->tests->pdata[i], "name"),
                              result != NULL ? result : _("no result yet"));
    }
  ocop_template_data_set (row, "kiem_tra", text->str);
}

/* The group reports in its own name, its head signs. */
static gboolean
write_group (OcopTemplateData     *data,
             OcopReader           *reader,
             const OcopFormFacts  *facts,
             GError              **error)
{
  g_autoptr(OcopCouncilPeople) group = ocop_council_people_read_advisory (reader, ocop_record_get_id (facts->dossier->record), error);
  g_autofree char *province = ocop_form_facts_get (facts, "made.province-body");
  g_autofree char *superior = NULL;
  g_autofree char *body = NULL;

  if (group == NULL || group->council == NULL)
    return group != NULL;
  superior = ocop_template_dup_head_name (province != NULL ? province : "……", facts->province);
  body = ocop_template_dup_head_name (ocop_record_get_text (group->council, "name"), facts->province);
  ocop_template_set_superior (data, superior);
  ocop_template_data_set (data, "co_quan_ban_hanh", body);
  ocop_template_data_set (data, "quyen_han_ky", _("ON BEHALF OF THE ADVISORY GROUP\nHEAD OF THE GROUP"));
  ocop_template_data_set (data, "nguoi_ky", ocop_council_people_find_name (group, "chair"));
  return TRUE;
}

gboolean
ocop_dossier_letter_advice (OcopReader        *reader,
                            const GPtrArray   *dossiers,
                            OcopTemplateData  *data,
                            GError           **error)
{
  static const char * const opinion[] = { "y_kien", "dossier.advice", NULL };

  write_head (data, get_facts (dossiers, 0));
  ocop_template_write_number (data, "BC", NULL);
  if (!write_group (data, reader, get_facts (dossiers, 0), error))
    return FALSE;
  write_round (data, dossiers);
  ocop_template_set_number (data, "so_san_pham", dossiers->len);
  ocop_template_data_set (data, "noi_kinh_gui", _("The chair of the council"));
  ocop_template_data_set (data, "kien_nghi", _("To put the products named above before the council."));
  for (guint i = 0; i < dossiers->len; i++)
    {
      const OcopFormFacts *facts = get_facts (dossiers, i);
      OcopTemplateData *row = add_product (data, facts, i + 1);

      write_points (row, facts);
      write_checks (row, facts);
      write_fields (row, facts, opinion);
      if (!write_members (row, reader, facts, error))
        return FALSE;
    }
  return TRUE;
}
