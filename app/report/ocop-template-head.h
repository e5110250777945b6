/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "law/ocop-rule-book.h"
#include "report/ocop-paper.h"
#include "report/ocop-template-data.h"

G_BEGIN_DECLS

/**
 * ocop_template_head_write:
 * @paper: a paper of which only the head and the foot count
 * @issuer: (nullable): who issues it, as within a sentence
 *
 * The fields that every paper of an office has: who issues it, its number, where and when, who gets it
 * and who signs. What is not known is empty or dots, to be typed.
 */
void ocop_template_head_write           (OcopTemplateData   *data,
                                         const OcopPaper    *paper,
                                         const char         *issuer);

/* What heads of all kinds are made of. */

/* The name of a body as a head has it: in capitals, the name of the @province (nullable) on one line. Free with g_free(). */
char *ocop_template_dup_head_name       (const char         *name,
                                         const char         *province);
/* @superior: (nullable): on a line of its own over the body */
void ocop_template_set_superior         (OcopTemplateData   *data,
                                         const char         *superior);
/* Who signs @paper, under whose authority. */
void ocop_template_write_signer         (OcopTemplateData   *data,
                                         const OcopPaper    *paper);
/* Who gets @paper beside those that its template names; it is filed in the end. */
void ocop_template_write_recipients     (OcopTemplateData   *data,
                                         const OcopPaper    *paper);
/* A number to be written in, "……/QĐ-UBND". @kind: (nullable): symbol of the kind of paper; @body: (nullable): of who issues it */
void ocop_template_write_number         (OcopTemplateData   *data,
                                         const char         *kind,
                                         const char         *body);
/* The number is to be written in, and the day where it is unknown. */
void ocop_template_write_number_and_day (OcopTemplateData   *data,
                                         const char         *place,
                                         OcopDate            on);
/* Whom to ask: a person or an office. Both may be %NULL. */
void ocop_template_write_contact        (OcopTemplateData   *data,
                                         const char         *name,
                                         const char         *phone);
/* The decision that rules it. */
void ocop_template_write_rules          (OcopTemplateData   *data,
                                         const OcopRuleBook *book);

/* Sets a number as running text has it, "05". */
void ocop_template_set_number           (OcopTemplateData   *data,
                                         const char         *field,
                                         guint               number);
/* Sets @text, or dots to write on where it is not known. */
void ocop_template_set_or_dots          (OcopTemplateData   *data,
                                         const char         *field,
                                         const char         *text);

G_END_DECLS
