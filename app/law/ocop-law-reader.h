/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/ocop-date.h"

G_BEGIN_DECLS

/**
 * OcopLawReader:
 *
 * Walks through a JSON file of the law and remembers the first thing that is
 * wrong, with its place ("$.books[3].validity.months"). After that everything
 * reads as nothing and every array as empty, so that the callers check once,
 * with ocop_law_reader_finish(). A member that nobody asked for is wrong too.
 */
typedef struct _OcopLawReader OcopLawReader;

/* @name is the file's name in messages. */
OcopLawReader *ocop_law_reader_new     (GBytes        *bytes,
                                        const char    *name);
void           ocop_law_reader_free    (OcopLawReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopLawReader, ocop_law_reader_free)

/* After the walk: whether nothing was wrong; sets @error when something was. */
gboolean       ocop_law_reader_finish  (OcopLawReader  *self,
                                        GError        **error);

/* Says what is wrong with a @member of the current object; the first message stays. */
void           ocop_law_reader_fail    (OcopLawReader  *self,
                                        const char     *member,
                                        const char     *what);

/* Whether the current object has a @member. */
gboolean       ocop_law_reader_has     (OcopLawReader *self,
                                        const char    *member);

/* Goes into an object, or into an array, whose length it returns, or into one of its
 * objects. Each is left by ocop_law_reader_leave(), also after something went wrong. */
void           ocop_law_reader_enter         (OcopLawReader *self,
                                              const char    *member);
guint          ocop_law_reader_enter_array   (OcopLawReader *self,
                                              const char    *member);
void           ocop_law_reader_enter_element (OcopLawReader *self,
                                              guint          index);
void           ocop_law_reader_leave         (OcopLawReader *self);

/* A text that is not empty; (transfer full). */
char          *ocop_law_reader_text     (OcopLawReader *self,
                                         const char    *member);
/* %NULL where the current object has no @member; (transfer full). */
char          *ocop_law_reader_opt_text (OcopLawReader *self,
                                         const char    *member);
/* A whole number of @minimum to @maximum. */
guint          ocop_law_reader_number   (OcopLawReader *self,
                                         const char    *member,
                                         guint          minimum,
                                         guint          maximum);
/* A day, as "YYYY-MM-DD". */
OcopDate       ocop_law_reader_day      (OcopLawReader *self,
                                         const char    *member);
/* One of the %NULL-terminated @choices: its place among them, 0 when it is none. */
guint          ocop_law_reader_choice   (OcopLawReader      *self,
                                         const char         *member,
                                         const char * const *choices);

G_END_DECLS
