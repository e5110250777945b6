/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/ocop-template.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/ocop-error.h"
#include "base/ocop-package.h"
#include "report/ocop-template-part-private.h"
#include "base/ocop-xml-spots.h"

#define CONTENT_TYPES "[Content_Types].xml"
#define TEMPLATE_TYPE "wordprocessingml.template.main+xml"
#define DOCUMENT_TYPE "wordprocessingml.document.main+xml"
#define MACRO_TYPE "macroEnabled"

/* The container of old and of encrypted office files begins so. */
#define CONTAINER_MARK "\320\317\021\340"

static const struct
{
  const char *relationship;     /* the last step of its type */
  OcopTemplatePlace place;
} places[] = {
  { "header", OCOP_TEMPLATE_PLACE_HEADER },
  { "footer", OCOP_TEMPLATE_PLACE_FOOTER },
  { "footnotes", OCOP_TEMPLATE_PLACE_FOOTNOTE },
  { "endnotes", OCOP_TEMPLATE_PLACE_ENDNOTE },
};

typedef struct
{
  const char *part;             /* whose relationships are read */
  char *document;
  GHashTable *parts;            /* part -> OcopTemplatePlace */
} Relationships;

typedef struct
{
  OcopPackage *package;
  const OcopTemplateData *data;
  GPtrArray *problems;
  GHashTable *filled;           /* part -> GBytes */
} Filling;

static void
relationships_clear (Relationships *relationships)
{
  g_free (relationships->document);
  g_hash_table_unref (relationships->parts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Relationships, relationships_clear)

static void
set_stranger (GError **error)
{
  g_set_error_literal (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT,
                       _("The file is no document of a word processor (.docx). "
                         "Open it in your word processor and save it as .docx, without a password."));
}

static void
take_part (Relationships *relationships,
           const char    *kind,
           const char    *target)
{
  g_autofree char *part = ocop_package_resolve (relationships->part, target);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (strcmp (kind, places[i].relationship) == 0)
      g_hash_table_insert (relationships->parts, g_strdup (part), GUINT_TO_POINTER (places[i].place));
  if (strcmp (kind, "officeDocument") == 0 && relationships->document == NULL)
    relationships->document = g_steal_pointer (&part);
}

/* The last step of the type tells the kind: what comes before differs between transitional and strict files. */
static void
on_relationship (OcopXmlSpots  *xml,
                 const char       *name,
                 const char      **attributes,
                 gpointer          user_data)
{
  const char *type = ocop_xml_spots_get_attribute (attributes, "Type");
  const char *target = ocop_xml_spots_get_attribute (attributes, "Target");
  const char *mode = ocop_xml_spots_get_attribute (attributes, "TargetMode");
  const char *slash = type != NULL ? strrchr (type, '/') : NULL;

  if (g_str_has_suffix (name, "|Relationship") && slash != NULL && target != NULL && g_strcmp0 (mode, "External") != 0)
    take_part (user_data, slash + 1, target);
}

/* A part without relationships has no file of them. */
static gboolean
read_relationships (OcopPackage    *package,
                    const char     *part,
                    Relationships  *relationships,
                    GError        **error)
{
  static const OcopXmlSpotsHandlers handlers = { on_relationship, NULL, NULL };
  g_autofree char *folder = g_path_get_dirname (part);
  g_autofree char *basename = g_path_get_basename (part);
  g_autofree char *path = *part != '\0' ? g_strconcat (folder, "/_rels/", basename, ".rels", NULL) : g_strdup ("_rels/.rels");
  g_autofree char *name = ocop_package_resolve ("", path);
  g_autoptr(GBytes) bytes = NULL;

  if (!ocop_package_has (package, name))
    return TRUE;
  relationships->part = part;
  bytes = ocop_package_load (package, name, OCOP_TEMPLATE_MAX_PART, error);
  return bytes != NULL && ocop_xml_spots_parse (bytes, name, &handlers, relationships, error);
}

static gboolean
fill_part (Filling            *filling,
           const char         *part,
           OcopTemplatePlace   place,
           GError            **error)
{
  g_autoptr(GBytes) bytes = ocop_package_load (filling->package, part, OCOP_TEMPLATE_MAX_PART, error);
  g_autoptr(OcopTemplateNode) root = NULL;
  g_autoptr(GBytes) written = NULL;

  if (bytes != NULL)
    root = ocop_template_part_read (bytes, part, place, filling->problems, error);
  if (root == NULL)
    return FALSE;
  written = ocop_template_part_write (bytes, root, place, filling->data, filling->problems);
  if (written == NULL)
    {
      g_set_error_literal (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT,
                           _("The filled document would be far too large; it is not written."));
      return FALSE;
    }
  if (!g_bytes_equal (bytes, written))
    g_hash_table_insert (filling->filled, g_strdup (part), g_steal_pointer (&written));
  return TRUE;
}

/* The body first, then the rest in the order of their names: so are the problems told. */
static gboolean
fill_parts (Filling              *filling,
            const Relationships  *relationships,
            GError              **error)
{
  g_autoptr(GList) parts = g_list_sort (g_hash_table_get_keys (relationships->parts), (GCompareFunc) strcmp);

  if (!fill_part (filling, relationships->document, OCOP_TEMPLATE_PLACE_BODY, error))
    return FALSE;
  for (GList *l = parts; l != NULL; l = l->next)
    {
      OcopTemplatePlace place = GPOINTER_TO_UINT (g_hash_table_lookup (relationships->parts, l->data));

      if (ocop_package_has (filling->package, l->data) && !fill_part (filling, l->data, place, error))
        return FALSE;
    }
  return TRUE;
}

/* A template saved as one (.dotx) says so in the list of its parts; no document may. */
static gboolean
fill_content_types (Filling  *filling,
                    GError  **error)
{
  g_autoptr(GBytes) bytes = ocop_package_load (filling->package, CONTENT_TYPES, OCOP_TEMPLATE_MAX_PART, error);
  g_autoptr(GString) text = NULL;

  if (bytes == NULL)
    return FALSE;
  text = g_string_new_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  if (strstr (text->str, MACRO_TYPE) != NULL)
    {
      g_set_error_literal (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT,
                           _("The document holds macros. Open it in your word processor and save it as .docx without them."));
      return FALSE;
    }
  if (g_string_replace (text, TEMPLATE_TYPE, DOCUMENT_TYPE, 0) > 0)
    g_hash_table_insert (filling->filled, g_strdup (CONTENT_TYPES), g_string_free_to_bytes (g_steal_pointer (&text)));
  return TRUE;
}

static void
on_root (OcopXmlSpots  *xml,
         const char       *name,
         const char      **attributes,
         gpointer          user_data)
{
  gboolean *is_document = user_data;

  *is_document = ocop_xml_spots_is_word (name, "document");
  ocop_xml_spots_fail (xml);
}

static gboolean
is_document (OcopPackage *package,
             const char  *part)
{
  static const OcopXmlSpotsHandlers handlers = { on_root, NULL, NULL };
  g_autoptr(GBytes) bytes = NULL;
  gboolean found = FALSE;

  if (part == NULL || !ocop_package_has (package, part))
    return FALSE;
  bytes = ocop_package_load (package, part, OCOP_TEMPLATE_MAX_PART, NULL);
  /* A damaged one is told as such when it is filled. */
  if (bytes != NULL)
    ocop_xml_spots_parse (bytes, part, &handlers, &found, NULL);
  return found;
}

static GBytes *
fill_package (OcopPackage             *package,
              GBytes                  *template,
              const OcopTemplateData  *data,
              GPtrArray               *problems,
              GError                 **error)
{
  g_auto(Relationships) relationships = { NULL, NULL, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };
  g_autoptr(GHashTable) filled = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  Filling filling = { package, data, problems, filled };

  if (!read_relationships (package, "", &relationships, error))
    return NULL;
  g_hash_table_remove_all (relationships.parts);
  if (!is_document (package, relationships.document) || !ocop_package_has (package, CONTENT_TYPES))
    {
      set_stranger (error);
      return NULL;
    }
  if (!read_relationships (package, relationships.document, &relationships, error)
      || !fill_content_types (&filling, error)
      || !fill_parts (&filling, &relationships, error))
    return NULL;
  return g_hash_table_size (filled) > 0 ? ocop_package_replace (package, filled, error) : g_bytes_ref (template);
}

static gboolean
is_container (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return length >= strlen (CONTAINER_MARK) && memcmp (data, CONTAINER_MARK, strlen (CONTAINER_MARK)) == 0;
}

GBytes *
ocop_template_fill (GBytes                  *template,
                    const OcopTemplateData  *data,
                    GPtrArray              **problems,
                    GError                 **error)
{
  g_autoptr(GPtrArray) found = ocop_template_problems_new ();
  g_autoptr(OcopPackage) package = NULL;
  GBytes *bytes;

  if (is_container (template))
    {
      set_stranger (error);
      return NULL;
    }
  package = ocop_package_open (template, error);
  bytes = package != NULL ? fill_package (package, template, data, found, error) : NULL;
  if (bytes != NULL && problems != NULL)
    *problems = g_steal_pointer (&found);
  return bytes;
}
