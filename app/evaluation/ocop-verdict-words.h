/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "law/ocop-verdict.h"

G_BEGIN_DECLS

/* What keeps the verdict from being final. Returns: (transfer full) (element-type utf8) */
GPtrArray *ocop_verdict_say_against (const OcopVerdict *verdict,
                                     const OcopScoring *scoring);

/* That too few members are there, or have answered. Free with g_free(). */
char      *ocop_verdict_say_no_quorum (const OcopCouncilRules *rules);

/* Why the class is what it is. Free with g_free(), as those below. */
char      *ocop_verdict_result      (const OcopVerdict *verdict,
                                     const OcopScoring *scoring);

/* What the class lacks, in one sentence. */
char      *ocop_missing_to_text     (const OcopMissing *missing);
/* The minima that are not met, "1.5 (cần 2, có 1); …"; "" for none. */
char      *ocop_missing_name_minima (const OcopMissing *missing);

/**
 * ocop_verdict_explain:
 *
 * Returns: (transfer full) (element-type utf8): in the user's language: first what
 *   stands against the verdict, then why the class is what it is, then what each
 *   higher class lacks
 */
GPtrArray *ocop_verdict_explain    (const OcopVerdict  *verdict,
                                    const OcopScoring  *scoring);

/* Adds the verdict to @builder as one object, for programs. */
void       ocop_verdict_build_json (const OcopVerdict  *verdict,
                                    const OcopScoring  *scoring,
                                    JsonBuilder        *builder);

G_END_DECLS
