/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-window-private.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/ocop-text.h"
#include "desk-person-dialog.h"
#include "desk-settings.h"

/* What the header bar says of a register, and who may write in it. */
typedef struct
{
  char *office;
  char *unit;
  gboolean practice;
  char *person; /* the one remembered for this account; NULL when there is none */
} Facts;

static void
facts_free (Facts *facts)
{
  g_free (facts->office);
  g_free (facts->unit);
  g_free (facts->person);
  g_free (facts);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Facts, facts_free)

/* The person of this system account, else the one chosen last on this machine. */
static gboolean
find_person (Facts       *facts,
             OcopReader  *reader,
             const char  *remembered_id,
             GError     **error)
{
  static const char * const columns[] = { "id", "name", "account", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new ("person");
  g_autoptr(OcopRows) rows = ocop_reader_rows (reader, query, columns, 0, -1, error);

  for (guint i = 0; rows != NULL && i < ocop_rows_get_n_rows (rows); i++)
    {
      gboolean is_account = g_strcmp0 (ocop_rows_get_text (rows, i, 2), g_get_user_name ()) == 0;
      gboolean is_remembered = g_strcmp0 (ocop_rows_get_text (rows, i, 0), remembered_id) == 0;

      if (is_remembered || (is_account && facts->person == NULL))
        {
          g_free (facts->person);
          facts->person = g_strdup (ocop_rows_get_text (rows, i, 1));
        }
      if (is_remembered)
        break;
    }
  return rows != NULL;
}

static gpointer
read_facts (OcopReader    *reader,
            gpointer       remembered_id,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr(Facts) facts = g_new0 (Facts, 1);
  g_autoptr(OcopRecord) office = ocop_reader_office (reader, error);
  const char *unit;

  if (office == NULL || !find_person (facts, reader, remembered_id, error))
    return NULL;
  facts->office = g_strdup (ocop_record_get_text (office, "name"));
  facts->practice = ocop_record_get_integer (office, "practice", FALSE) != 0;
  unit = ocop_record_get_text (office, "unit");
  if (unit != NULL)
    facts->unit = ocop_reader_label (reader, ocop_kind_find ("unit"), unit);
  return g_steal_pointer (&facts);
}

static char *
dup_title (DeskWindow  *self,
           const Facts *facts)
{
  g_autofree char *name = g_path_get_basename (ocop_register_get_path (self->reg));

  if (facts->unit != NULL && *facts->unit != '\0')
    return g_strdup_printf (_("OCOP register of %s"), facts->unit);
  return g_str_has_suffix (name, ".ocop") ? g_strndup (name, strlen (name) - strlen (".ocop")) : g_strdup (name);
}

static char *
dup_subtitle (DeskWindow  *self,
              const Facts *facts)
{
  const char *person = ocop_register_get_person (self->reg);
  const char *parts[] = {
    facts->office,
    ocop_register_is_look_only (self->reg) ? _("look only") : person,
  };

  return ocop_text_join (" · ", parts, G_N_ELEMENTS (parts));
}

static void
show_facts (DeskWindow  *self,
            const Facts *facts)
{
  g_autofree char *title = dup_title (self, facts);
  g_autofree char *subtitle = dup_subtitle (self, facts);

  gtk_label_set_label (self->title_label, title);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_label_set_label (self->subtitle_label, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle_label), subtitle != NULL && *subtitle != '\0');
  gtk_revealer_set_reveal_child (self->practice_revealer, facts->practice);
}

/* In a practice register nobody need say who they are. */
static void
settle_person (DeskWindow  *self,
               const Facts *facts)
{
  if (self->person_asked || ocop_register_is_look_only (self->reg))
    return;
  self->person_asked = TRUE;
  if (facts->person == NULL && !facts->practice)
    desk_person_dialog_show (self);
  ocop_register_set_person (self->reg, facts->person != NULL ? facts->person : g_get_real_name ());
}

static void
on_facts_read (GObject      *reg,
               GAsyncResult *result,
               gpointer      window)
{
  g_autoptr(DeskWindow) self = window;
  g_autoptr(GError) error = NULL;
  g_autoptr(Facts) facts = ocop_register_read_finish (OCOP_REGISTER (reg), result, &error);

  if (self->reg != OCOP_REGISTER (reg))
    return;
  if (facts == NULL)
    {
      desk_window_show_error (self, error);
      return;
    }
  settle_person (self, facts);
  show_facts (self, facts);
  desk_window_update_actions (self);
}

static void
show_no_facts (DeskWindow *self)
{
  gtk_label_set_label (self->title_label, _("OCOP Desk"));
  gtk_window_set_title (GTK_WINDOW (self), _("OCOP Desk"));
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle_label), FALSE);
  gtk_revealer_set_reveal_child (self->practice_revealer, FALSE);
}

void
desk_window_read_facts (DeskWindow *self)
{
  if (self->reg == NULL)
    show_no_facts (self);
  else
    ocop_register_read_async (self->reg, OCOP_LANE_WINDOW, read_facts,
                              g_settings_get_string (desk_settings_get (), "person"), g_free, (GDestroyNotify) facts_free,
                              self->facts_cancellable, on_facts_read, g_object_ref (self));
}
