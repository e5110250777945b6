/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/ocop-date.h"
#include "law/ocop-procedure.h"

G_BEGIN_DECLS

/* Who recognises a class. One and two stars get neither decision nor certificate. */
typedef enum
{
  OCOP_LEVEL_NONE,
  OCOP_LEVEL_DISTRICT,
  OCOP_LEVEL_PROVINCE,
  OCOP_LEVEL_CENTRE,
} OcopLevel;

/* The parts of a criteria sheet. */
typedef enum
{
  OCOP_PART_A,
  OCOP_PART_B,
  OCOP_PART_C,
  OCOP_N_PARTS,
} OcopPart;

/* What a body or a producer has so many days for. */
typedef enum
{
  OCOP_DEADLINE_COMMUNE_CHECK,
  OCOP_DEADLINE_REEVALUATION,
  OCOP_DEADLINE_REVOCATION,
  OCOP_DEADLINE_TRANSITION_FIRST_OR_UPGRADE,
  OCOP_DEADLINE_TRANSITION_REEVALUATION,
  OCOP_DEADLINE_COMPLETION,     /* the producer, to complete what was returned */
} OcopDeadlineStep;

/**
 * OcopStarClass:
 * @stars: 1 to 5
 * @least_points: the least mean that reaches the class, in hundredths of a point
 * @recognised_by: whose decision it is
 * @article: (nullable): where it is ruled
 */
typedef struct
{
  guint stars;
  guint least_points;
  OcopLevel recognised_by;
  const char *article;
} OcopStarClass;

/**
 * OcopDeadline:
 * @working_days: whether only working days count
 * @is_custom: whether offices hold it so, and no article rules it
 */
typedef struct
{
  OcopDeadlineStep step;
  guint days;
  gboolean working_days;
  const char *article;
  gboolean is_custom;
} OcopDeadline;

/* A day of every year. */
typedef struct
{
  guint8 month;
  guint8 day;
} OcopDayOfYear;

/**
 * OcopRound:
 * @level: who holds it
 * @number: within the year
 * @proposed_before: what was proposed before this day is judged in it
 * @finished_before: when it has to be over
 */
typedef struct
{
  OcopLevel level;
  guint number;
  OcopDayOfYear proposed_before;
  OcopDayOfYear finished_before;
  const char *article;
} OcopRound;

/* The bodies whose members sit in a council, as registers name them. */
typedef enum
{
  OCOP_BODY_PEOPLES_COMMITTEE,
  OCOP_BODY_AGRICULTURE,
  OCOP_BODY_INDUSTRY,
  OCOP_BODY_HEALTH,
  OCOP_BODY_SCIENCE,
  OCOP_BODY_CULTURE,
  OCOP_BODY_FOOD_SAFETY,
  OCOP_BODY_OCOP_OFFICE,
  OCOP_N_BODIES
} OcopCouncilBody;

/**
 * OcopRuleBook:
 * @decision: number of the Prime Minister's decision, "26/2026/QĐ-TTg"
 * @from: its first day; the next book's first day ends it
 * @criteria: (nullable): the folder of its criteria sheets within data/law; %NULL where
 *   they are not known
 * @part_points: the most points of each part of a sheet, in hundredths
 * @validity_months: how long a certificate is valid
 * @window_opens_days, @window_closes_days: how many days before expiry a dossier
 *   for re-evaluation may and must be handed in; both 0 where the book sets none
 * @extension_from, @extension_until: certificates that expire on these days and
 *   between run on until there is a result; unknown where the book has no such rule
 * @extension_days: by so many days at the most
 * @classes: (element-type OcopStarClass): highest first
 * @deadlines: (element-type OcopDeadline): empty where the book sets none
 * @rounds: (element-type OcopRound): empty where the book sets none
 * @commune_receipt, @province_receipt: (nullable): how the receipts of a dossier are numbered, with
 *   the fields {number}, {province}, {commune} and {year}
 * @council_bodies: those that sit in a council, a bit for each OcopCouncilBody; 0 where the book
 *   does not say
 * @council_bodies_if_any: those that sit in it where the province has them, likewise
 * @procedures: (element-type OcopProcedure): the ways of dossiers; empty where the book sets none
 * @documents: (element-type OcopDocument): what dossiers are made of; likewise
 *
 * What one decision rules. Articles are %NULL where they are not known.
 */
typedef struct
{
  char *decision;
  char *title;
  OcopDate from;
  char *criteria;
  guint part_points[OCOP_N_PARTS];
  guint validity_months;
  const char *validity_article;
  guint window_opens_days;
  guint window_closes_days;
  const char *window_article;
  OcopDate extension_from;
  OcopDate extension_until;
  guint extension_days;
  const char *extension_article;
  GArray *classes;
  GArray *deadlines;
  GArray *rounds;
  char *commune_receipt;
  char *province_receipt;
  const char *receipt_article;
  guint council_bodies;
  guint council_bodies_if_any;
  const char *council_article;
  GPtrArray *procedures;
  GPtrArray *documents;
} OcopRuleBook;

/* What registers call it, "food-safety". */
const char *ocop_council_body_to_key     (OcopCouncilBody     body);

/* Whose decision the class of so many @stars is; %OCOP_LEVEL_NONE of one that nobody recognises. */
OcopLevel   ocop_rule_book_recognised_by (const OcopRuleBook *self,
                                          guint               stars);

/**
 * ocop_rule_books_load:
 * @bytes: the JSON of the rule books
 *
 * Returns: (transfer full) (element-type OcopRuleBook): the books, oldest first;
 *   %NULL with %OCOP_ERROR_FILE_FORMAT, which names the place, when something
 *   in the file is missing or cannot be.
 */
GPtrArray *ocop_rule_books_load (GBytes  *bytes,
                                 GError **error);

G_END_DECLS
