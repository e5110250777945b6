/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/desk-validity-line.h"

#include <glib/gi18n.h>

#include "law/ocop-deadline.h"
#include "law/ocop-law.h"

struct _DeskValidityLine
{
  GtkWidget parent_instance;

  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (DeskValidityLine, desk_validity_line, GTK_TYPE_WIDGET)

/* The certificate's own first day, else the decision's, else the year it is known by. */
static OcopDate
find_issue (const OcopRecord *record)
{
  OcopDate from = ocop_record_get_date (record, "valid_from");
  OcopDate decided = ocop_record_get_date (record, "decision_date");
  gint64 year = ocop_record_get_integer (record, "year", 0);

  if (ocop_date_is_known (from))
    return from;
  return ocop_date_is_known (decided) || year == 0 ? decided : ocop_date_new ((int) year, 0, 0);
}

static char *
describe_term (const OcopRecord *record,
               OcopDate          from,
               OcopDate          until,
               gboolean          estimated)
{
  gboolean by_certificate = ocop_date_is_day (ocop_record_get_date (record, "valid_until"));
  g_autofree char *first = ocop_date_to_people (from);
  g_autofree char *last = ocop_date_to_people (until);

  if (by_certificate)
    return g_strdup_printf (_("Valid %s – %s, as the certificate says"), first, last);
  if (estimated)
    return g_strdup_printf (_("Valid %s – %s, estimated from the year"), first, last);
  return g_strdup_printf (_("Valid %s – %s, computed (article 4.3)"), first, last);
}

/* %NULL where the law lets none run on. */
static char *
describe_extension (OcopDate until)
{
  OcopDate day = ocop_law_extension_day (ocop_law_book_on (ocop_law_get_default (), until), until);
  g_autofree char *last = ocop_date_to_people (day);

  if (!ocop_date_is_day (day))
    return NULL;
  return g_strdup_printf (_("runs on until the re-evaluation has a result, %s at the latest (article 12.3)"), last);
}

/* Returns: (transfer full): what is said of @record */
static char *
describe (const OcopRecord *record)
{
  const char *ending = ocop_record_get_text (record, "ending");
  OcopDate ended_on = ocop_record_get_date (record, "ended_on");
  OcopDate printed = ocop_record_get_date (record, "valid_until");
  g_autofree char *term = NULL, *extension = NULL;
  OcopDate from, until;
  gboolean estimated;

  if (g_strcmp0 (ocop_record_get_text (record, "outcome"), "potential5") == 0)
    return g_strdup (_("No certificate yet: it waits for the centre (article 6.3.a)"));
  if (ending != NULL && !g_str_equal (ending, "extended"))
    {
      g_autofree char *day = ocop_date_to_people (ended_on);

      return ocop_date_is_known (ended_on) ? g_strdup_printf (_("No longer valid from %s"), day)
                                           : g_strdup (_("No longer valid: from which day is not known"));
    }
  if (!ocop_law_certificate_validity (ocop_law_get_default (), find_issue (record), &from, &until, &estimated))
    return g_strdup (_("Without a date it is not counted as valid"));
  if (ocop_date_is_day (printed))
    until = printed;
  term = describe_term (record, from, until, estimated);
  extension = ending != NULL ? describe_extension (until) : NULL;
  if (extension == NULL)
    return g_steal_pointer (&term);
  return g_strdup_printf ("%s; %s", term, extension);
}

void
desk_validity_line_show (DeskValidityLine *self,
                         DeskRecordFields *fields)
{
  g_autoptr(OcopRecord) record = desk_record_fields_dup_record (fields);
  g_autofree char *text = describe (record);

  gtk_label_set_label (GTK_LABEL (self->label), text);
}

GtkWidget *
desk_validity_line_new (void)
{
  return g_object_new (DESK_TYPE_VALIDITY_LINE, NULL);
}

static void
desk_validity_line_dispose (GObject *object)
{
  g_clear_pointer (&DESK_VALIDITY_LINE (object)->label, gtk_widget_unparent);
  G_OBJECT_CLASS (desk_validity_line_parent_class)->dispose (object);
}

static void
desk_validity_line_class_init (DeskValidityLineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_validity_line_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "validityline");
}

static void
desk_validity_line_init (DeskValidityLine *self)
{
  self->label = gtk_label_new (NULL);
  g_object_set (self->label, "xalign", 0.0, "wrap", TRUE, "width-chars", 10, NULL);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}
