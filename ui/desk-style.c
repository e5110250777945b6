/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-style.h"

#include <string.h>

#define HIGH_CONTRAST "HighContrast"

typedef enum
{
  COLOURS_LIGHT,
  COLOURS_DARK,
  COLOURS_HIGH_CONTRAST,
} Colours;

static GtkCssProvider *colours_provider;
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

gboolean
desk_style_is_dark (void)
{
  gboolean prefers_dark;

  g_object_get (gtk_settings_get_default (), "gtk-application-prefer-dark-theme", &prefers_dark, NULL);
  return prefers_dark || theme_is ("dark") || theme_is ("Inverse");
}

gboolean
desk_style_is_high_contrast (void)
{
  return theme_is (HIGH_CONTRAST) || theme_is ("hc");
}

static Colours
colours_in_force (void)
{
  if (desk_style_is_high_contrast ())
    return COLOURS_HIGH_CONTRAST;
  return desk_style_is_dark () ? COLOURS_DARK : COLOURS_LIGHT;
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

/* High contrast is a theme of its own, light or dark; the others are the system's theme. */
void
desk_style_set_scheme (const char *scheme)
{
  GtkSettings *settings = gtk_settings_get_default ();
  gboolean high_contrast = g_str_equal (scheme, "high-contrast");
  gboolean as_system = high_contrast || g_str_equal (scheme, "system");

  if (high_contrast)
    g_object_set (settings, "gtk-theme-name", HIGH_CONTRAST, NULL);
  else
    gtk_settings_reset_property (settings, "gtk-theme-name");
  g_object_set (settings, "gtk-application-prefer-dark-theme", as_system ? system_prefers_dark : g_str_equal (scheme, "dark"), NULL);
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
