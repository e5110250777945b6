/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

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
void ocop_template_head_write (OcopTemplateData *data,
                               const OcopPaper  *paper,
                               const char       *issuer);

G_END_DECLS
