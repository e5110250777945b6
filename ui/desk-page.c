/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-page.h"

#include "desk-focus-back.h"

typedef struct
{
  char *title;
  char *icon_name;
  char *search_text;
  OcopRegister *reg;
  OcopDate on;
  gboolean stale;
} DeskPagePrivate;

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_ICON_NAME,
  PROP_SEARCH_TEXT,
  N_PROPS
};

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (DeskPage, desk_page, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

static DeskPagePrivate *
get_private (DeskPage *self)
{
  return desk_page_get_instance_private (self);
}

const char *
desk_page_get_title (DeskPage *self)
{
  return get_private (self)->title;
}

const char *
desk_page_get_icon_name (DeskPage *self)
{
  return get_private (self)->icon_name;
}

OcopRegister *
desk_page_get_register (DeskPage *self)
{
  return get_private (self)->reg;
}

void
desk_page_set_register (DeskPage     *self,
                        OcopRegister *reg)
{
  DeskPageClass *klass = DESK_PAGE_GET_CLASS (self);

  if (!g_set_object (&get_private (self)->reg, reg))
    return;
  if (klass->register_changed != NULL)
    klass->register_changed (self);
  desk_page_refresh (self);
}

OcopDate
desk_page_get_on (DeskPage *self)
{
  return get_private (self)->on;
}

void
desk_page_set_on (DeskPage *self,
                  OcopDate  on)
{
  DeskPagePrivate *priv = get_private (self);

  if (ocop_date_compare (priv->on, on) == 0)
    return;
  priv->on = on;
  desk_page_refresh (self);
}

const char *
desk_page_get_search_text (DeskPage *self)
{
  return get_private (self)->search_text;
}

void
desk_page_set_search_text (DeskPage   *self,
                           const char *text)
{
  DeskPagePrivate *priv = get_private (self);

  text = text != NULL ? text : "";
  if (g_str_equal (priv->search_text, text))
    return;
  g_free (priv->search_text);
  priv->search_text = g_strdup (text);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCH_TEXT]);
  if (desk_page_is_searched (self))
    DESK_PAGE_GET_CLASS (self)->search (self);
}

void
desk_page_refresh (DeskPage *self)
{
  DeskPagePrivate *priv = get_private (self);
  DeskPageClass *klass = DESK_PAGE_GET_CLASS (self);

  priv->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (!priv->stale && priv->reg != NULL && klass->refresh != NULL)
    klass->refresh (self);
}

void
desk_page_show_query (DeskPage        *self,
                      const OcopQuery *query)
{
  g_return_if_fail (DESK_PAGE_GET_CLASS (self)->show_query != NULL);

  DESK_PAGE_GET_CLASS (self)->show_query (self, query);
}

gboolean
desk_page_is_searched (DeskPage *self)
{
  return DESK_PAGE_GET_CLASS (self)->search != NULL;
}

void
desk_page_enter_found (DeskPage *self)
{
  g_return_if_fail (desk_page_is_searched (self));

  DESK_PAGE_GET_CLASS (self)->enter_found (self);
}

gboolean
desk_page_has_own_search (DeskPage *self)
{
  return DESK_PAGE_GET_CLASS (self)->focus_search != NULL;
}

gboolean
desk_page_focus_search (DeskPage *self)
{
  if (!desk_page_has_own_search (self))
    return FALSE;
  DESK_PAGE_GET_CLASS (self)->focus_search (self);
  return TRUE;
}

gboolean
desk_page_can_close (DeskPage *self)
{
  DeskPageClass *klass = DESK_PAGE_GET_CLASS (self);

  return klass->can_close == NULL || klass->can_close (self);
}

void
desk_page_narrow_report (DeskPage        *self,
                         OcopReportScope *scope)
{
  DeskPageClass *klass = DESK_PAGE_GET_CLASS (self);

  if (klass->narrow_report != NULL)
    klass->narrow_report (self, scope);
}

static void
desk_page_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  DeskPagePrivate *priv = get_private (DESK_PAGE (object));

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, priv->title);
      break;
    case PROP_ICON_NAME:
      g_value_set_string (value, priv->icon_name);
      break;
    case PROP_SEARCH_TEXT:
      g_value_set_string (value, priv->search_text);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
desk_page_set_property (GObject      *object,
                        guint         prop_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  DeskPagePrivate *priv = get_private (DESK_PAGE (object));

  switch (prop_id)
    {
    case PROP_TITLE:
      g_free (priv->title);
      priv->title = g_value_dup_string (value);
      break;
    case PROP_ICON_NAME:
      g_free (priv->icon_name);
      priv->icon_name = g_value_dup_string (value);
      break;
    case PROP_SEARCH_TEXT:
      desk_page_set_search_text (DESK_PAGE (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
desk_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (desk_page_parent_class)->map (widget);
  if (get_private (DESK_PAGE (widget))->stale)
    desk_page_refresh (DESK_PAGE (widget));
}

static void
desk_page_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&get_private (DESK_PAGE (object))->reg);
  G_OBJECT_CLASS (desk_page_parent_class)->dispose (object);
}

static void
desk_page_finalize (GObject *object)
{
  DeskPagePrivate *priv = get_private (DESK_PAGE (object));

  g_free (priv->title);
  g_free (priv->icon_name);
  g_free (priv->search_text);
  G_OBJECT_CLASS (desk_page_parent_class)->finalize (object);
}

static void
desk_page_class_init (DeskPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = desk_page_get_property;
  object_class->set_property = desk_page_set_property;
  object_class->dispose = desk_page_dispose;
  object_class->finalize = desk_page_finalize;
  GTK_WIDGET_CLASS (klass)->map = desk_page_map;
  desk_focus_back_install (GTK_WIDGET_CLASS (klass));

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SEARCH_TEXT] = g_param_spec_string ("search-text", NULL, NULL, "",
                                                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
desk_page_init (DeskPage *self)
{
  DeskPagePrivate *priv = get_private (self);

  priv->search_text = g_strdup ("");
  priv->on = ocop_date_today ();
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
}
