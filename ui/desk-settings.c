/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-settings.h"

#include "desk-application.h"

#define MOST_RECENT 8

static char *
program_folder (void)
{
#ifdef G_OS_WIN32
  return g_win32_get_package_installation_directory_of_module (NULL);
#else
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

  return program != NULL ? g_path_get_dirname (program) : g_strdup (".");
#endif
}

static GSettingsSchema *
find_schema (void)
{
  static const char * const places[] = { "../data", "../share/glib-2.0/schemas", "share/glib-2.0/schemas" };
  g_autofree char *folder = program_folder ();
  GSettingsSchema *schema = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (places) && schema == NULL; i++)
    {
      g_autofree char *place = g_build_filename (folder, places[i], NULL);
      g_autoptr(GSettingsSchemaSource) source =
        g_settings_schema_source_new_from_directory (place, g_settings_schema_source_get_default (), FALSE, NULL);

      if (source != NULL)
        schema = g_settings_schema_source_lookup (source, DESK_APPLICATION_ID, TRUE);
    }
  if (schema == NULL && g_settings_schema_source_get_default () != NULL)
    schema = g_settings_schema_source_lookup (g_settings_schema_source_get_default (), DESK_APPLICATION_ID, TRUE);
  return schema;
}

GSettings *
desk_settings_get (void)
{
  static GSettings *settings;

  if (settings == NULL)
    {
      g_autoptr(GSettingsSchema) schema = find_schema ();

      if (schema == NULL)
        g_error ("The settings schema " DESK_APPLICATION_ID " is not installed");
      settings = g_settings_new_full (schema, NULL, NULL);
    }
  return settings;
}

void
desk_settings_add_recent (const char *path)
{
  g_auto(GStrv) former = g_settings_get_strv (desk_settings_get (), "recent-registers");
  g_autoptr(GPtrArray) recent = g_ptr_array_new ();

  g_ptr_array_add (recent, (gpointer) path);
  for (guint i = 0; former[i] != NULL && recent->len < MOST_RECENT; i++)
    if (!g_str_equal (former[i], path))
      g_ptr_array_add (recent, former[i]);
  g_ptr_array_add (recent, NULL);

  g_settings_set_strv (desk_settings_get (), "recent-registers", (const char * const *) recent->pdata);
  g_settings_set_string (desk_settings_get (), "last-register", path);
}

char **
desk_settings_dup_recent (void)
{
  g_auto(GStrv) recent = g_settings_get_strv (desk_settings_get (), "recent-registers");
  g_autoptr(GStrvBuilder) present = g_strv_builder_new ();

  for (guint i = 0; recent[i] != NULL; i++)
    if (g_file_test (recent[i], G_FILE_TEST_IS_REGULAR))
      g_strv_builder_add (present, recent[i]);
  return g_strv_builder_end (present);
}

void
desk_settings_set_entry (const char *key,
                         const char *entry,
                         const char *text)
{
  g_autoptr(GVariant) former = g_settings_get_value (desk_settings_get (), key);
  GVariantBuilder builder;
  GVariantIter iter;
  const char *other, *other_text;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  g_variant_iter_init (&iter, former);
  while (g_variant_iter_next (&iter, "{&s&s}", &other, &other_text))
    if (!g_str_equal (other, entry))
      g_variant_builder_add (&builder, "{ss}", other, other_text);
  g_variant_builder_add (&builder, "{ss}", entry, text);
  g_settings_set_value (desk_settings_get (), key, g_variant_builder_end (&builder));
}

char *
desk_settings_dup_entry (const char *key,
                         const char *entry)
{
  g_autoptr(GVariant) all = g_settings_get_value (desk_settings_get (), key);
  char *text = NULL;

  g_variant_lookup (all, entry, "s", &text);
  return text;
}
