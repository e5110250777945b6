/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-accelerators.h"

#include <glib/gi18n.h>

/**
 * Accelerator:
 * @action: detailed name; %NULL for keys that a widget handles itself
 * @keys: alternatives, parted by spaces
 * @title: (nullable): %NULL for one that the list of keys need not show
 */
typedef struct
{
  const char *action;
  const char *keys;
  const char *title;
} Accelerator;

typedef struct
{
  const char *title;
  const Accelerator *accelerators;
} Group;

/* No key is a single letter: an input method takes letters. */
static const Accelerator general[] = {
  { "win.search", "<Control>k <Control>f", N_("Search") },
  { "win.undo-key", "<Control>z", N_("Undo the last change") },
  { "win.redo-key", "<Control><Shift>z <Control>y", N_("Do it again") },
  { "win.refresh", "F5", N_("Read again") },
  { "win.show-sidebar", "F9", N_("Show or hide the sidebar") },
  { "win.choose-day", "<Control>d", N_("Choose the day of the figures") },
  { "win.show-menu", "F10", N_("Open the menu") },
  { "win.show-help-overlay", "<Control>question F1", N_("Show the keys") },
  { "app.preferences", "<Control>comma", N_("Preferences") },
  { NULL }
};

static const Accelerator registers[] = {
  { "win.new", "<Control><Shift>n", N_("New register") },
  { "win.open", "<Control>o", N_("Open a register") },
  { "win.import", "<Control>i", N_("Import a list") },
  { NULL, "<Control>v", N_("Import cells copied in a spreadsheet") },
  { "window.close", "<Control>w", N_("Close the window") },
  { "app.quit", "<Control>q", N_("Quit") },
  { NULL }
};

static const Accelerator pages[] = {
  { "win.page::overview", "<Alt>1", N_("Overview") },
  { "win.page::producers", "<Alt>2", N_("Producers") },
  { "win.page::products", "<Alt>3", N_("Products") },
  { "win.page::dossiers", "<Alt>4", N_("Dossiers") },
  { "win.page::council", "<Alt>5", N_("Council") },
  { "win.page::decisions", "<Alt>6", N_("Decisions") },
  { "win.page::recognitions", "<Alt>7", N_("Recognitions") },
  { "win.page::charts", "<Alt>8", N_("Charts") },
  { "win.page::plan", "<Alt>9", N_("Plan of the year") },
  { "win.page::inspections", "<Alt>0", N_("Inspections") },
  { "win.turn-list(true)", "<Alt>Page_Down", N_("Next list of the page") },
  { "win.turn-list(false)", "<Alt>Page_Up", N_("Former list of the page") },
  { NULL }
};

/* The page of councils and its score grid handle these themselves. */
static const Accelerator scoring[] = {
  { NULL, "0...9", N_("Choose the option of so many points; again for the next of equal points") },
  { NULL, "BackSpace", N_("Not scored") },
  { NULL, "Tab <Shift>Tab", N_("Next or former member") },
  { NULL, "<Control>s", N_("Save") },
  { NULL, "<Control>Return", N_("Save and go to the next product") },
  { NULL, "<Control>Page_Down <Control>Page_Up", N_("Next or former product") },
  { NULL, "Escape", N_("Back to the agenda") },
  { NULL, "<Control>n", N_("Add dossiers to the agenda") },
  { NULL, "F4", N_("What can be done with the product") },
  { NULL, "space", N_("In the list of members: present or not") },
  { NULL, "<Control>Up <Control>Down", N_("In a council: move the member up or down") },
  { NULL }
};

/* The page of decisions handles these itself. */
static const Accelerator decisions[] = {
  { NULL, "<Control>m", N_("What comes next for the decision: submit, issue, publish, notify") },
  { NULL, "Return F2", N_("Code, certificate number and note of the line") },
  { NULL, "Delete", N_("Strike the line") },
  { NULL, "Insert", N_("Put the line in again") },
  { NULL, "<Alt>Up <Alt>Down", N_("Move the line in the annex") },
  { NULL, "<Control>r", N_("Record the result at the centre") },
  { NULL, "<Control>p", N_("Papers of the decision") },
  { NULL }
};

static const Accelerator searching[] = {
  { NULL, "Return Down", N_("Go to what was found") },
  { NULL, "Escape", N_("Clear the search") },
  { NULL }
};

/* A list page and its parts handle these themselves. */
static const Accelerator lists[] = {
  { NULL, "<Control>n", N_("New record") },
  { NULL, "Return F2", N_("Edit the selected record") },
  { NULL, "<Shift>Down <Control>space", N_("Select several") },
  { NULL, "<Control>a", N_("Select all") },
  { NULL, "<Control>c", N_("Copy as a table") },
  { NULL, "Delete", N_("Move to the bin") },
  { NULL, "<Control>l", N_("Go to the filters") },
  { NULL, "<Control>e", N_("Export what is shown") },
  { NULL, "<Control>p", N_("Print what is shown") },
  { NULL, "<Control>g", N_("Chart what is shown") },
  { NULL, "<Control>j", N_("Merge the two selected producers or products") },
  { NULL, "Menu <Shift>F10", N_("More, and sort") },
  { NULL, "Escape", N_("Back to the list; close the record") },
  { NULL }
};

/* A group of their own: one longer than this leaves no room on a small screen for the pages of the window. */
static const Accelerator listed_dossiers[] = {
  { NULL, "<Control>m", N_("Move the dossier on; begin one for the product") },
  { NULL, "<Control>r", N_("Revoke the certificate") },
  { NULL, "<Control>b", N_("The dossier's points: own, and of the advisory group") },
  { NULL, "<Control><Shift>p", N_("Forms and letters of the selected dossiers") },
  { NULL, "<Control>t", N_("Give dossiers to the advisory group, plan its visits") },
  { NULL }
};

static const Accelerator listed_work[] = {
  { NULL, "<Control>m", N_("In one table: what the visit found, who came to the course, who takes part in the event") },
  { NULL, "<Control>t", N_("Pick producers to visit") },
  { NULL, "<Control>r", N_("Revoke as the visit concludes") },
  { NULL }
};

static const Accelerator records[] = {
  { NULL, "<Control>s", N_("Save") },
  { NULL, "<Control>Return", N_("Save and go to the next") },
  { NULL, "<Control>Page_Down <Control>Page_Up", N_("Next or former tab") },
  { NULL, "Escape", N_("Throw away what is not saved") },
  { NULL }
};

/* The rows of a dossier's checklist, and the window that shows a scan, handle these themselves. */
static const Accelerator documents[] = {
  { NULL, "1 2 3 4", N_("Handed in, missing, not needed, to be renewed") },
  { NULL, "space", N_("Handed in or not") },
  { NULL, "Return F2", N_("Number and days; again to save and go to the next") },
  { NULL, "<Alt>Return", N_("All of the document") },
  { NULL, "<Control>v", N_("Paste a file or a picture") },
  { NULL, "F3", N_("Look at the file") },
  { NULL, "F4", N_("Open the file with another program") },
  { NULL, "Delete", N_("Remove the file") },
  { NULL, "<Control>Page_Down <Control>Page_Up", N_("In the file shown: next or former page") },
  { NULL }
};

/* The page of charts handles these itself. */
static const Accelerator charts[] = {
  { NULL, "Up Down", N_("Former or next chart") },
  { NULL, "<Control>t", N_("The chart's figures as a table, and back") },
  { NULL, "<Control>c", N_("Copy the chart as a picture") },
  { NULL, "<Control>s", N_("Save the chart") },
  { NULL, "<Control>p", N_("Print the chart") },
  { NULL }
};

static const Accelerator slides[] = {
  { NULL, "<Alt>Up <Alt>Down", N_("Move the slide") },
  { NULL, "Delete", N_("Take the slide out") },
  { NULL, "<Control>z", N_("Take the last step back") },
  { NULL, "<Control>s", N_("Keep the slides under the name") },
  { NULL, "F5 <Shift>F5", N_("Start the show, from the title page or the slide") },
  { NULL }
};

/* Both windows of a show handle these themselves, in which nobody types: single letters are what other programs take. */
static const Accelerator presenting[] = {
  { NULL, "Page_Down Right space n", N_("Next slide") },
  { NULL, "Page_Up Left BackSpace p", N_("Former slide") },
  { NULL, "Home End", N_("First or last slide") },
  { NULL, "Return", N_("After a number: to the slide of that number") },
  { NULL, "b period", N_("Black screen, and back") },
  { NULL, "w comma", N_("White screen, and back") },
  { NULL, "F5 <Shift>F5", N_("From the first slide; on from this one") },
  { NULL, "F6", N_("The audience's window, or the speaker's") },
  { NULL, "F11", N_("Audience's window: full screen or not") },
  { NULL, "Escape", N_("End the show") },
  { NULL }
};

static const Accelerator previews[] = {
  { NULL, "<Control>p", N_("Print") },
  { NULL, "<Control>s", N_("Save as PDF") },
  { NULL, "<Control>plus <Control>minus", N_("Larger or smaller") },
  { NULL, "<Control>0", N_("As wide as the window") },
  { NULL }
};

static const Group groups[] = {
  { N_("General"), general },
  { N_("Searching"), searching },
  { N_("Lists"), lists },
  { N_("Dossiers in a list"), listed_dossiers },
  { N_("Inspections, courses and events in a list"), listed_work },
  { N_("The record beside the list"), records },
  { N_("Documents of a dossier"), documents },
  { N_("Scoring"), scoring },
  { N_("Decisions"), decisions },
  { N_("Charts"), charts },
  { N_("Pages to be printed"), previews },
  { N_("Slides that are put together"), slides },
  { N_("A show of slides"), presenting },
  { N_("Registers"), registers },
  { N_("Pages"), pages },
};

void
desk_accelerators_install (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    for (const Accelerator *accelerator = groups[i].accelerators; accelerator->keys != NULL; accelerator++)
      {
        g_auto(GStrv) keys = g_strsplit (accelerator->keys, " ", -1);

        if (accelerator->action != NULL)
          gtk_application_set_accels_for_action (application, accelerator->action, (const char * const *) keys);
      }
}

static void
append_group (GString     *xml,
              const Group *group)
{
  g_autofree char *head = g_markup_printf_escaped ("<child><object class='GtkShortcutsGroup'><property name='title'>%s</property>",
                                                   _(group->title));

  g_string_append (xml, head);
  for (const Accelerator *accelerator = group->accelerators; accelerator->keys != NULL; accelerator++)
    {
      g_autofree char *row = NULL;

      if (accelerator->title == NULL)
        continue;
      row = g_markup_printf_escaped ("<child><object class='GtkShortcutsShortcut'><property name='title'>%s</property>"
                                     "<property name='accelerator'>%s</property></object></child>",
                                     _(accelerator->title), accelerator->keys);
      g_string_append (xml, row);
    }
  g_string_append (xml, "</object></child>");
}

/* GTK does not speak every language that this program does. */
static void
set_title (GtkWindow *window)
{
  GtkWidget *bar = gtk_window_get_titlebar (window);
  GtkWidget *stack = bar != NULL ? gtk_header_bar_get_title_widget (GTK_HEADER_BAR (bar)) : NULL;
  GtkWidget *label = GTK_IS_STACK (stack) ? gtk_stack_get_child_by_name (GTK_STACK (stack), "title") : NULL;

  if (GTK_IS_LABEL (label))
    gtk_label_set_label (GTK_LABEL (label), _("Keyboard shortcuts"));
}

/* As GTK names them where it has no catalogue of the language, and as they are printed on keyboards. */
static const struct
{
  const char *drawn, *name;
} key_names[] = {
  { "Page_Down", NC_("key", "Page Down") },
  { "Page_Up", NC_("key", "Page Up") },
  { "⏎", NC_("key", "Enter") },
  { "␣", NC_("key", "Space") },
  { "Delete", NC_("key", "Delete") },
  { "Insert", NC_("key", "Insert") },
  { "Menu", NC_("key", "Menu") },
};

static void
name_keys (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "keycap"))
    for (guint i = 0; i < G_N_ELEMENTS (key_names); i++)
      if (g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), key_names[i].drawn))
        {
          gtk_label_set_label (GTK_LABEL (widget), g_dpgettext2 (NULL, "key", key_names[i].name));
          return;
        }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    name_keys (child);
}

/* Written as XML because GTK 4.8 takes the parts of this window only from a builder. */
GtkWidget *
desk_accelerators_new_window (GtkWindow *parent)
{
  g_autoptr(GtkBuilder) builder = NULL;
  g_autoptr(GString) xml = g_string_new ("<interface><object class='GtkShortcutsWindow' id='window'>"
                                          "<property name='modal'>1</property><child><object class='GtkShortcutsSection'>"
                                          "<property name='section-name'>all</property><property name='max-height'>12</property>");
  GtkWidget *window;

  /* GTK lays out the last of them first. */
  for (guint i = G_N_ELEMENTS (groups); i > 0; i--)
    append_group (xml, &groups[i - 1]);
  g_string_append (xml, "</object></child></object></interface>");

  builder = gtk_builder_new_from_string (xml->str, xml->len);
  window = GTK_WIDGET (gtk_builder_get_object (builder, "window"));
  set_title (GTK_WINDOW (window));
  name_keys (window);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  return window;
}
