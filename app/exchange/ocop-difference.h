/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ocop-record.h"

G_BEGIN_DECLS

/**
 * OcopDifferenceKind:
 * @OCOP_DIFFERENCE_CHANGED: a field
 * @OCOP_DIFFERENCE_ADDED: a record that is not here
 * @OCOP_DIFFERENCE_BINNED: a record that lies in the bin there, or was merged into another
 * @OCOP_DIFFERENCE_REVIVED: a record that lies in the bin here and was changed there
 */
typedef enum
{
  OCOP_DIFFERENCE_CHANGED,
  OCOP_DIFFERENCE_ADDED,
  OCOP_DIFFERENCE_BINNED,
  OCOP_DIFFERENCE_REVIVED,
} OcopDifferenceKind;

typedef struct _OcopIncoming OcopIncoming;

/**
 * OcopDifference:
 * @sender: its place among those who sent something
 * @whose: the name of its locality
 * @about: what people call the record
 * @title: of the field, or of the kind of record
 * @mine, @theirs: as people read them; "" for nothing
 * @base: (nullable): likewise, what both had, where that is known
 * @refusal: (nullable): why it cannot be taken
 * @conflict: whether both sides have changed it since
 * @ours: whether it is for this office alone to say: not taken unless somebody wants it
 * @accepted: whether it is taken
 *
 * What came in from elsewhere says otherwise than the register.
 */
typedef struct
{
  OcopDifferenceKind kind;
  guint sender;
  char *whose;
  char *about;
  char *title;
  char *mine;
  char *theirs;
  char *base;
  char *refusal;
  gboolean conflict;
  gboolean ours;
  gboolean accepted;

  /*< private >*/
  OcopIncoming *of;
  const OcopField *field;
  OcopValue value;
  OcopRecord *given;
  guint n_following;
  char *into;
  char *key;
} OcopDifference;

/**
 * OcopDifferences:
 * @all: (element-type OcopDifference)
 */
typedef struct
{
  GPtrArray *all;

  /*< private >*/
  GPtrArray *incoming;
} OcopDifferences;

/**
 * OcopDifferenceSorts:
 * @OCOP_DIFFERENCES_PLAIN: what is neither of the others
 * @OCOP_DIFFERENCES_CONFLICTS: what both sides have changed, or this office alone is to change
 * @OCOP_DIFFERENCES_BINNED: what lies in the bin there
 */
typedef enum
{
  OCOP_DIFFERENCES_PLAIN = 1 << 0,
  OCOP_DIFFERENCES_CONFLICTS = 1 << 1,
  OCOP_DIFFERENCES_BINNED = 1 << 2,
} OcopDifferenceSorts;

static inline guint
ocop_differences_get_n (const OcopDifferences *self)
{
  return self->all->len;
}

static inline OcopDifference *
ocop_differences_get (const OcopDifferences *self,
                      guint                  place)
{
  return g_ptr_array_index (self->all, place);
}

guint  ocop_differences_count_accepted  (const OcopDifferences *self);
guint  ocop_differences_count_conflicts (const OcopDifferences *self);

/* Also takes what is of no other than the @sorts, unless it cannot be taken. */
void   ocop_differences_accept          (OcopDifferences       *self,
                                         OcopDifferenceSorts    sorts);
void   ocop_differences_accept_none     (OcopDifferences       *self);

/* The other way about: taken or left. Nothing happens to what cannot be taken. */
void   ocop_difference_toggle           (OcopDifference        *self);

/* Why it is not a plain one; %NULL where it is. Free with g_free(). */
char  *ocop_difference_dup_remark       (const OcopDifference  *self);
/* All of it in one line. Free with g_free(). */
char  *ocop_difference_describe         (const OcopDifference  *self);

G_END_DECLS
