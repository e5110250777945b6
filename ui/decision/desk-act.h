/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "register/ocop-register.h"

G_BEGIN_DECLS

/**
 * DeskAnswers:
 *
 * What a person answered before a use case is carried out: values by the names of fields, and the
 * records that it is about. Plain values, for a reader thread.
 */
typedef struct _DeskAnswers DeskAnswers;

/* @ids: ended by %NULL */
DeskAnswers        *desk_answers_new       (const char * const *ids);
void                desk_answers_free      (DeskAnswers        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskAnswers, desk_answers_free)

/* Takes the text; %NULL for unknown. */
void                desk_answers_set       (DeskAnswers        *self,
                                            const char         *field,
                                            char               *text);
/* %NULL when unknown. */
const char         *desk_answers_get       (const DeskAnswers  *self,
                                            const char         *field);
OcopDate            desk_answers_get_date  (const DeskAnswers  *self,
                                            const char         *field);
/* @fallback when unknown. */
gint64              desk_answers_get_integer (const DeskAnswers *self,
                                              const char        *field,
                                              gint64             fallback);
const char * const *desk_answers_get_ids   (const DeskAnswers  *self);

/**
 * DeskActField:
 * @kind, @field: what is asked, as the model describes it
 * @when: (nullable): a field that is a choice, asked before, and the keys with which this one is
 *   asked: "central_result five lower"
 *
 * A question of an act.
 */
typedef struct
{
  const char *kind;
  const char *field;
  const char *when;
} DeskActField;

/**
 * DeskAct:
 * @title: English, to be translated; as well @accept, the button that does it, and @text (nullable)
 * @fields: (nullable): ended by one without a kind; %NULL where nothing is asked
 * @make: the use case; @made (nullable, transfer full) is the id of the record to show afterwards
 *
 * Something done to records by a use case: what is asked before, and how it is carried out.
 */
typedef struct
{
  const char *title;
  const char *accept;
  const char *text;
  const DeskActField *fields;
  OcopChange *(*make) (OcopReader         *reader,
                       const DeskAnswers  *answers,
                       char              **made,
                       GError            **error);
} DeskAct;

/* Plans the change on a reader thread and carries it out. Takes @answers. */
void                desk_act_run_async     (OcopRegister        *reg,
                                            const DeskAct       *act,
                                            DeskAnswers         *answers,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
/* @made: (out) (transfer full) (nullable): the id of the record to show */
gboolean            desk_act_run_finish    (OcopRegister        *reg,
                                            GAsyncResult        *result,
                                            char               **made,
                                            GError             **error);

G_END_DECLS
