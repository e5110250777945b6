/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/ocop-register.h"

G_BEGIN_DECLS

#define FIRST_YEAR 2022
#define LAST_YEAR 2026

/* What the parts of generate_work() share. */
typedef struct
{
  OcopRegister *reg;
  GRand *random;
  OcopChange *change;
  guint n_added;
  GPtrArray *units, *producers, *products; /* ids */
  GError *error;
} Work;

/* From 0 up to @n, which is not among them. */
guint       pick            (Work       *work,
                             guint       n);
/* A day of @year, in the months @from to @until. */
const char *day_in          (Work       *work,
                             int         year,
                             guint       from,
                             guint       until,
                             char        text[OCOP_DATE_TEXT_SIZE]);
/* Pairs of field and text, ended by %NULL; an empty text is none. Returns the id. */
char       *add             (Work       *work,
                             const char *kind,
                             ...) G_GNUC_NULL_TERMINATED;
/* Stores what was added. */
void        commit          (Work       *work);

/* Puts the dossiers that came before the council on the agendas of its sessions, with a sheet of each member. */
void        generate_sheets (Work       *work);

G_END_DECLS
