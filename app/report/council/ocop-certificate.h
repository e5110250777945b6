/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/council/ocop-decision-facts.h"
#include "report/ocop-paper.h"

G_BEGIN_DECLS

/**
 * OcopCertificate:
 * @issuer: who certifies, in capitals
 * @number: (nullable): of the certificate
 * @address, @code: (nullable)
 * @stars: 3 to 5
 * @decision: "Quyết định số 12/QĐ-UBND ngày 05 tháng 12 năm 2026"
 * @reissued: (nullable): that it was issued again, when and in whose place
 * @until: its last day, or unknown
 * @place_and_date: (nullable)
 * @authority: who signs in whose place, in lines; @signer: (nullable)
 *
 * What a certificate says.
 */
typedef struct
{
  char *issuer;
  char *number;
  char *product;
  char *producer;
  char *address;
  char *code;
  guint stars;
  char *decision;
  char *reissued;
  OcopDate until;
  char *place_and_date;
  char *authority;
  char *signer;
} OcopCertificate;

void       ocop_certificate_free     (OcopCertificate          *self);

/* The certificate of the line of @facts at @place. */
OcopCertificate *ocop_certificate_new (const OcopDecisionFacts *facts,
                                       guint                    place);

/* The number, product, producer, class and last day, a line each, as its QR code has them. Free with g_free(). */
char      *ocop_certificate_dup_code_text (const OcopCertificate *self);

/**
 * ocop_certificates_new_paper:
 * @certificates: (transfer full) (element-type OcopCertificate)
 * @background: (nullable): the path of the province's own picture, over the whole sheet, in the
 *   place of our frame; one that cannot be read is passed over
 *
 * Certificates on A4 landscape, one a page; a workbook has the list of them.
 */
OcopPaper *ocop_certificates_new_paper (GPtrArray  *certificates,
                                        const char *background,
                                        gboolean    practice);

/* Those of all lines of a decision that certifies; %NULL where it has none. */
OcopPaper *ocop_certificates_new_for_decision (const OcopDecisionFacts *facts,
                                               const char              *background);

G_END_DECLS
