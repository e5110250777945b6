/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/ocop-reader.h"

G_BEGIN_DECLS

/* The law that a product is judged by: fixed when it is put on an agenda, and embedded in the register. */

/* The book of @law that counts on the day of @session; its latest where no day is set. */
const OcopRuleBook *ocop_session_law_book (const OcopLaw     *law,
                                           const OcopRecord  *session);

/**
 * ocop_session_law_find:
 * @session: the record of the session
 * @id: (nullable): the law book of its product: an id (ocop_law_get_id()), in older registers
 *   the number of a decision, and unknown where it was entered without one
 * @book: (out): the book of that law by which it is judged
 *
 * Returns: (transfer none): %NULL with %OCOP_ERROR_NOT_FOUND where neither register nor program has it
 */
const OcopLaw      *ocop_session_law_find (OcopReader         *reader,
                                           const OcopRecord   *session,
                                           const char         *id,
                                           const OcopRuleBook **book,
                                           GError            **error);

G_END_DECLS
