/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/ocop-workbook.h"

typedef struct
{
  const char *name;
  const char *contents;
} FixturePart;

/**
 * FixtureWorkbook:
 *
 * A workbook made by hand, for what no usual program writes. What is left
 * %NULL takes the ordinary form: one sheet called "Sheet", no shared texts.
 */
typedef struct
{
  const char *sheet;        /* the inside of <worksheet> */
  const char *strings;      /* the inside of <sst> */
  const char *styles;       /* the inside of <styleSheet> */
  const char *workbook;     /* the inside of <workbook> */
  const char *prolog;       /* before the sheet's root */
} FixtureWorkbook;

GBytes       *fixture_zip       (const FixturePart      *parts,
                                 guint                   n_parts);
GBytes       *fixture_workbook  (const FixtureWorkbook  *workbook);

/* Reads through a temporary file whose name says nothing. */
OcopWorkbook *fixture_load      (GBytes                 *bytes,
                                 GError                **error);

/* The cells as text: "a|b|c" per row, a row's number before it where rows are left out. */
char         *fixture_dump      (const OcopSheet        *sheet);
