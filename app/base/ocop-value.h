/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  OCOP_VALUE_UNKNOWN,
  OCOP_VALUE_INTEGER,   /* whole numbers, đồng, hundredths of points, 0 and 1 of yes and no */
  OCOP_VALUE_TEXT,      /* text, text forms of dates, keys of choices, ids of linked records */
} OcopValueType;

/**
 * OcopValue:
 * @text: (nullable): owned; %NULL unless the type is %OCOP_VALUE_TEXT
 *
 * What one field of one record holds. Unknown is a value of its own, never 0
 * or an empty text.
 */
typedef struct
{
  OcopValueType type;
  gint64 integer;
  char *text;
} OcopValue;

#define OCOP_VALUE_INIT { OCOP_VALUE_UNKNOWN, 0, NULL }

OcopValue  ocop_value_integer (gint64      integer);
/* Copies @text; unknown when it is %NULL or empty. */
OcopValue  ocop_value_text    (const char *text);
OcopValue  ocop_value_copy    (const OcopValue *value);
void       ocop_value_clear   (OcopValue       *value);
gboolean   ocop_value_equal   (const OcopValue *a,
                               const OcopValue *b);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OcopValue, ocop_value_clear)

G_END_DECLS
