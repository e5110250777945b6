/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "law/ocop-law.h"
#include "register/ocop-register.h"

G_BEGIN_DECLS

/* A register in a folder of its own, gone after the test. */
typedef struct
{
  char *folder;
  char *path;
  OcopRegister *reg;
} Fixture;

void        fixture_set_up        (Fixture *fixture, gconstpointer data);
void        fixture_tear_down     (Fixture *fixture, gconstpointer data);
void        fixture_close         (Fixture *fixture);
void        fixture_open          (Fixture *fixture);

/* Writes past the program, as another version of it or another tool might have: closes the register for it. */
void        fixture_run_sql       (Fixture *fixture, const char *sql);

/* Adds a record by pairs of field and text, ended by %NULL; returns its id. */
char       *fixture_add           (Fixture *fixture, const char *kind, ...) G_GNUC_NULL_TERMINATED;
void        fixture_edit          (Fixture *fixture, const char *kind, const char *id, const char *field, const char *text);
OcopRecord *fixture_load          (Fixture *fixture, const char *kind, const char *id);

gint64      fixture_measure       (Fixture *fixture, const OcopQuery *query);
gint64      fixture_measure_error (Fixture *fixture, const OcopQuery *query, GError **error);
gint64      fixture_count         (Fixture *fixture, const char *kind);
OcopRows   *fixture_rows          (Fixture *fixture, const OcopQuery *query, const char * const *columns);
OcopRows   *fixture_groups        (Fixture *fixture, const OcopQuery *query);

/* The shipped law, the first @good text of the file @path changed to @bad. */
OcopLaw    *fixture_amend_law     (const char *path, const char *good, const char *bad);
void        fixture_keep_law      (Fixture *fixture, const OcopLaw *law, gboolean loaded);

void        fixture_assert_label  (Fixture *fixture, const char *kind, const char *id, const char *label);
void        fixture_assert_sound  (Fixture *fixture);

G_END_DECLS
