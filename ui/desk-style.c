/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-style.h"

#include <string.h>

typedef enum
{
  COLOURS_LIGHT,
  COLOURS_DARK,
  COLOURS_HIGH_CONTRAST,
} Colours;

static GtkCssProvider *colours_provider;
static char *chosen_scheme;
static gboolean system_prefers_dark;

static gboolean
theme_is (const char *part)
{
  const char *forced = g_getenv ("GTK_THEME");
  g_autofree char *name = NULL;

  if (forced == NULL)
    g_object_get (gtk_settings_get_default (), "gtk-theme-name", &name, NULL);
  return strstr (forced != NULL ? forced : name, part) != NULL;
}

static Colours
colours_in_force (void)
{
  gboolean prefers_dark;

  if (g_strcmp0 (chosen_scheme, "high-contrast") == 0 || theme_is ("HighContrast") || theme_is ("hc"))
    return COLOURS_HIGH_CONTRAST;
  g_object_get (gtk_settings_get_default (), "gtk-application-prefer-dark-theme", &prefers_dark, NULL);
  return prefers_dark || theme_is ("dark") ? COLOURS_DARK : COLOURS_LIGHT;
}

static void
load_colours (void)
{
  static const char * const paths[] = {
    "/vn/ocop/Desk/colours-light.css",
    "/vn/ocop/Desk/colours-dark.css",
    "/vn/ocop/Desk/colours-high-contrast.css",
  };

  gtk_css_provider_load_from_resource (colours_provider, paths[colours_in_force ()]);
}

gboolean
desk_style_is_dark (void)
{
  return colours_in_force () == COLOURS_DARK;
}

void
desk_style_set_scheme (const char *scheme)
{
  gboolean dark = g_str_equal (scheme, "dark") || (g_str_equal (scheme, "system") && system_prefers_dark);

  g_free (chosen_scheme);
  chosen_scheme = g_strdup (scheme);
  g_object_set (gtk_settings_get_default (), "gtk-application-prefer-dark-theme", dark, NULL);
  load_colours ();
}

static void
add_provider (GtkCssProvider *provider)
{
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

void
desk_style_start (void)
{
  g_autoptr(GtkCssProvider) style = gtk_css_provider_new ();
  GtkSettings *settings = gtk_settings_get_default ();

  g_object_get (settings, "gtk-application-prefer-dark-theme", &system_prefers_dark, NULL);
  colours_provider = gtk_css_provider_new ();
  load_colours ();
  add_provider (colours_provider);
  gtk_css_provider_load_from_resource (style, "/vn/ocop/Desk/style.css");
  add_provider (style);
  g_signal_connect (settings, "notify::gtk-theme-name", G_CALLBACK (load_colours), NULL);
  g_signal_connect (settings, "notify::gtk-application-prefer-dark-theme", G_CALLBACK (load_colours), NULL);
}
