/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/ocop-own-form.h"
#include "report/form/ocop-own-form-source.h"

G_BEGIN_DECLS

/**
 * DeskOwnFormData:
 * @names, @ids: (element-type utf8): of all forms that the register keeps
 * @sources: (element-type OcopOwnFormSource): what can go into a cell
 * @form: (nullable): the one that is looked at; %NULL where there is none
 * @cells: (nullable): what is mapped
 * @book: (nullable): its workbook
 * @filled: (nullable): the same with today's figures in it, and its bytes; %NULL where they do not fit in
 * @notes: (element-type utf8): what has to be known before it is used, in sentences
 */
typedef struct
{
  GPtrArray *names;
  GPtrArray *ids;
  GPtrArray *sources;
  OcopRecord *form;
  GPtrArray *cells;
  OcopFormBook *book;
  OcopFormBook *filled;
  GBytes *bytes;
  GPtrArray *notes;
} DeskOwnFormData;

/* @form: (nullable): an id or a name; the first one when %NULL. @period: (nullable): its key (ocop_period_find()). Reads everything on the
 * long lane. */
void             desk_own_form_data_read_async  (OcopRegister            *reg,
                                                 const char              *form,
                                                 guint                    year,
                                                 const char              *period,
                                                 OcopDate                 on,
                                                 GCancellable            *cancellable,
                                                 GAsyncReadyCallback      callback,
                                                 gpointer                 user_data);
void             desk_own_form_data_free        (DeskOwnFormData         *data);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskOwnFormData, desk_own_form_data_free)

/* Rows are counted as they are shown, from 1: once the form is filled, where it can be. */

/* The row of the form that is shown there. @is_new: (out): it was put in, and looks like that row */
guint            desk_own_form_data_get_row     (const DeskOwnFormData   *data,
                                                 const char              *sheet,
                                                 guint                    row,
                                                 gboolean                *is_new);
/* Where a row of the form is shown. */
guint            desk_own_form_data_find_row    (const DeskOwnFormData   *data,
                                                 const char              *sheet,
                                                 guint                    row);
/* What is seen in a cell; (nullable). Columns from 1. */
const char      *desk_own_form_data_get_text    (const DeskOwnFormData   *data,
                                                 const char              *sheet,
                                                 guint                    row,
                                                 guint                    column);
/* Whether the program writes into the cell. */
gboolean         desk_own_form_data_is_filled   (const DeskOwnFormData   *data,
                                                 const char              *sheet,
                                                 guint                    row,
                                                 guint                    column);

G_END_DECLS
