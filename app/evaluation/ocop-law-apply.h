/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/ocop-change.h"
#include "register/ocop-reader.h"

G_BEGIN_DECLS

/**
 * OcopLawUse:
 * @product: id of a product of a session
 * @name, @session_name: of it
 * @book: the law that it is judged by now (ocop_law_get_id()); a decision in older registers
 * @objection: (nullable): why the law in force cannot be applied to it, to people
 *
 * A product on an agenda that is judged by another law than the one in force.
 */
typedef struct
{
  char *product;
  char *name;
  char *session_name;
  char *book;
  char *objection;
} OcopLawUse;

/* Returns: (transfer full) (element-type OcopLawUse): of sessions that are not closed, by session, then in the order
 * of the agenda; empty where all is judged by the law in force; %NULL with @error */
GPtrArray  *ocop_law_uses_read  (OcopReader           *reader,
                                 GError              **error);

/**
 * ocop_law_apply:
 * @products: ids of products of sessions, ended by %NULL
 *
 * Loading a law recomputes nothing. Whoever wants what is on an agenda judged by it says so here.
 *
 * Returns: (transfer full): the change; %NULL with %OCOP_ERROR_REFUSED where one of them was scored already,
 *   its session is closed, or the law has no sheet of its set
 */
OcopChange *ocop_law_apply      (OcopReader           *reader,
                                 const char * const   *products,
                                 GError              **error);

G_END_DECLS
