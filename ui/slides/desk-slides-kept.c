/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "slides/desk-slides-kept.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/ocop-text.h"
#include "desk-choice.h"

/* Before a name of kept slides, which may be any text. */
#define KEPT "="
#define USUAL "usual"

struct _DeskSlidesKept
{
  GtkWidget parent_instance;

  /* Borrowed references */
  DeskChoice *choice;
  GtkEditable *name_entry;
  GtkWidget *keep_button;
  GtkWidget *forget_button;

  /* Owned references */
  OcopRegister *reg;        /* (nullable): once it is closed */
  DeskSlidesDraft *draft;
  OcopRecord *office;       /* (nullable): until it is read: what it keeps */

  gboolean is_writing;
};

G_DEFINE_FINAL_TYPE (DeskSlidesKept, desk_slides_kept, GTK_TYPE_WIDGET)

enum
{
  FAILED,
  READ,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
dup_name (DeskSlidesKept *self)
{
  return ocop_text_tidy (gtk_editable_get_text (self->name_entry));
}

static gboolean
is_kept (DeskSlidesKept *self,
         const char     *name)
{
  g_auto(GStrv) names = self->office != NULL ? ocop_slide_set_names (self->office) : NULL;

  return name != NULL && names != NULL && g_strv_contains ((const char * const *) names, name);
}

static void
update (DeskSlidesKept *self)
{
  gboolean writable = self->office != NULL && !self->is_writing && !ocop_register_is_look_only (self->reg);
  gboolean any = g_list_model_get_n_items (desk_slides_draft_get_items (self->draft)) > 1;
  g_autofree char *name = dup_name (self);

  gtk_widget_set_sensitive (self->keep_button, writable && any && name != NULL);
  gtk_widget_set_sensitive (self->forget_button, writable && is_kept (self, name));
}

static void
say_failed (DeskSlidesKept *self,
            const GError   *error)
{
  g_signal_emit (self, signals[FAILED], 0, error->message);
}

/* --- choosing --- */

static void
offer (DeskSlidesKept *self)
{
  g_auto(GStrv) names = ocop_slide_set_names (self->office);
  g_autoptr(GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) titles = g_ptr_array_new ();

  g_ptr_array_add (keys, g_strdup (""));
  g_ptr_array_add (titles, (gpointer) _("Choose slides…"));
  g_ptr_array_add (keys, g_strdup (USUAL));
  g_ptr_array_add (titles, (gpointer) _("What a review meeting usually sees"));
  for (char **name = names; *name != NULL; name++)
    {
      g_ptr_array_add (keys, g_strconcat (KEPT, *name, NULL));
      g_ptr_array_add (titles, *name);
    }
  g_ptr_array_add (keys, NULL);
  g_ptr_array_add (titles, NULL);
  desk_choice_set_items (self->choice, (const char * const *) keys->pdata, (const char * const *) titles->pdata);
  desk_choice_set_caption (self->choice, _("Slides to begin with"));
}

static void
on_chosen (DeskSlidesKept *self)
{
  const char *key = desk_choice_get_key (self->choice);
  gboolean is_usual = g_strcmp0 (key, USUAL) == 0;
  g_autoptr(OcopSlideSet) set = NULL;
  g_autoptr(GError) error = NULL;

  if (key == NULL || self->office == NULL)
    return;
  set = is_usual ? ocop_slide_set_new_usual () : ocop_slide_set_find (self->office, key + strlen (KEPT), &error);
  if (set == NULL)
    {
      say_failed (self, error);
      return;
    }
  gtk_editable_set_text (self->name_entry, is_usual ? "" : key + strlen (KEPT));
  desk_slides_draft_begin_with (self->draft, set);
}

static void
on_read (GObject      *reg,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(DeskSlidesKept) self = data;
  g_autoptr(GError) error = NULL;
  OcopRecord *office = ocop_register_read_finish (OCOP_REGISTER (reg), result, &error);

  if (self->reg == NULL)
    {
      g_clear_pointer (&office, ocop_record_free);
      return;
    }
  if (office == NULL)
    {
      say_failed (self, error);
      return;
    }
  g_clear_pointer (&self->office, ocop_record_free);
  self->office = office;
  offer (self);
  update (self);
  g_signal_emit (self, signals[READ], 0, office);
}

static void
read_again (DeskSlidesKept *self)
{
  ocop_register_read_office_async (self->reg, on_read, g_object_ref (self));
}

/* --- keeping --- */

typedef struct
{
  char *name;
  OcopSlideSet *set; /* (nullable): no longer kept */
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_free (wish->name);
  g_clear_pointer (&wish->set, ocop_slide_set_free);
  g_free (wish);
}

static gpointer
make_change (OcopReader    *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  const Wish *wish = data;

  return ocop_slide_set_keep (reader, wish->name, wish->set, error);
}

static void
on_made (GObject      *reg,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(DeskSlidesKept) self = data;
  g_autoptr(GError) error = NULL;
  gboolean made = ocop_register_make_finish (OCOP_REGISTER (reg), result, &error);

  if (self->reg == NULL)
    return;
  self->is_writing = FALSE;
  update (self);
  if (!made)
    say_failed (self, error);
}

/* @set: (transfer full) (nullable) */
static void
write_set (DeskSlidesKept *self,
           OcopSlideSet   *set)
{
  Wish *wish = g_new (Wish, 1);

  *wish = (Wish) { dup_name (self), set };
  self->is_writing = TRUE;
  update (self);
  ocop_register_make_async (self->reg, OCOP_LANE_WINDOW, make_change, wish, wish_free, on_made, g_object_ref (self));
}

/* Enter in the name comes here too. */
void
desk_slides_kept_keep (DeskSlidesKept *self)
{
  if (gtk_widget_get_sensitive (self->keep_button))
    write_set (self, desk_slides_draft_dup_set (self->draft));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->name_entry));
}

static void
on_forget (DeskSlidesKept *self)
{
  write_set (self, NULL);
}

/* --- building --- */

static GtkWidget *
add_button (DeskSlidesKept *self,
            const char     *label,
            const char     *hint,
            GCallback       clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_tooltip_text (button, hint);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  return button;
}

static void
desk_slides_kept_dispose (GObject *object)
{
  DeskSlidesKept *self = DESK_SLIDES_KEPT (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->reg);
  g_clear_object (&self->draft);
  g_clear_pointer (&self->office, ocop_record_free);
  G_OBJECT_CLASS (desk_slides_kept_parent_class)->dispose (object);
}

static void
desk_slides_kept_class_init (DeskSlidesKeptClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_slides_kept_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  signals[FAILED] = g_signal_new ("failed", DESK_TYPE_SLIDES_KEPT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[READ] = g_signal_new ("read", DESK_TYPE_SLIDES_KEPT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
desk_slides_kept_init (DeskSlidesKept *self)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 8);
  self->choice = g_object_new (DESK_TYPE_CHOICE, "hexpand", TRUE, NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->choice), GTK_WIDGET (self));
  g_signal_connect_object (self->choice, "chosen", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  self->name_entry = GTK_EDITABLE (entry);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("Name to keep the slides under"));
  gtk_editable_set_width_chars (self->name_entry, 30);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name to keep the slides under"), -1);
  g_signal_connect_object (entry, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (desk_slides_kept_keep), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (entry, GTK_WIDGET (self));
  self->keep_button = add_button (self, C_("slides", "_Keep"), _("Keep these slides under the name, to choose them again (Ctrl+S)"),
                                  G_CALLBACK (desk_slides_kept_keep));
  self->forget_button = add_button (self, C_("slides", "_Forget"), _("Slides are no longer kept under the name"), G_CALLBACK (on_forget));
}

GtkWidget *
desk_slides_kept_new (OcopRegister    *reg,
                      DeskSlidesDraft *draft)
{
  DeskSlidesKept *self = g_object_new (DESK_TYPE_SLIDES_KEPT, NULL);

  self->reg = g_object_ref (reg);
  self->draft = g_object_ref (draft);
  g_signal_connect_object (draft, "edited", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (reg, "changed", G_CALLBACK (read_again), self, G_CONNECT_SWAPPED);
  update (self);
  read_again (self);
  return GTK_WIDGET (self);
}
