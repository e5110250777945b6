/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/ocop-date.h"

G_BEGIN_DECLS

/**
 * OcopJsonReader:
 *
 * Walks through JSON and remembers the first thing that is wrong, with its place
 * ("$.books[3].validity.months"). After that everything reads as nothing and every
 * array as empty, so that the callers check once, with ocop_json_reader_finish().
 * A member that nobody asked for is wrong too.
 */
typedef struct _OcopJsonReader OcopJsonReader;

/* @name is the file's name in messages. */
OcopJsonReader *ocop_json_reader_new           (GBytes     *bytes,
                                                const char *name);
void            ocop_json_reader_free          (OcopJsonReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopJsonReader, ocop_json_reader_free)

/* After the walk: whether nothing was wrong; sets @error when something was. */
gboolean        ocop_json_reader_finish        (OcopJsonReader  *self,
                                                GError         **error);

/* Says what is wrong with a @member of the current object; the first message stays. */
void            ocop_json_reader_fail          (OcopJsonReader *self,
                                                const char     *member,
                                                const char     *what);

/* Whether the current object has a @member. */
gboolean        ocop_json_reader_has           (OcopJsonReader *self,
                                                const char     *member);

/* Goes into an object, or into an array, whose length it returns, or into one of its
 * objects. Each is left by ocop_json_reader_leave(), also after something went wrong. */
void            ocop_json_reader_enter         (OcopJsonReader *self,
                                                const char     *member);
guint           ocop_json_reader_enter_array   (OcopJsonReader *self,
                                                const char     *member);
void            ocop_json_reader_enter_element (OcopJsonReader *self,
                                                guint           index);
void            ocop_json_reader_leave         (OcopJsonReader *self);

/* The names of the current object's members, in the order of the file; (transfer container). */
GPtrArray      *ocop_json_reader_names         (OcopJsonReader *self);

/* A text that is not empty; (transfer full). */
char           *ocop_json_reader_text          (OcopJsonReader *self,
                                                const char     *member);
/* %NULL where the current object has no @member; (transfer full). */
char           *ocop_json_reader_opt_text      (OcopJsonReader *self,
                                                const char     *member);
/* An object as it stands, whatever is in it, as a text of JSON; (transfer full). */
char           *ocop_json_reader_object        (OcopJsonReader *self,
                                                const char     *member);
/* A whole number of @minimum to @maximum. */
guint           ocop_json_reader_number        (OcopJsonReader *self,
                                                const char     *member,
                                                guint           minimum,
                                                guint           maximum);
/* A truth; false where the current object has no @member. */
gboolean        ocop_json_reader_flag          (OcopJsonReader *self,
                                                const char     *member);
/* A day, as "YYYY-MM-DD". */
OcopDate        ocop_json_reader_day           (OcopJsonReader *self,
                                                const char     *member);
/* One of the %NULL-terminated @choices: its place among them, 0 when it is none. */
guint           ocop_json_reader_choice        (OcopJsonReader       *self,
                                                const char           *member,
                                                const char * const   *choices);
/* The @choices (at most 32) that a list of texts names, as bits; 0 where the current object has
 * no @member. */
guint           ocop_json_reader_choices       (OcopJsonReader       *self,
                                                const char           *member,
                                                const char * const   *choices);

G_END_DECLS
