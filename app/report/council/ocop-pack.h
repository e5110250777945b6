/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "register/ocop-change.h"
#include "register/ocop-register.h"
#include "report/council/ocop-council-facts.h"
#include "report/council/ocop-decision-facts.h"
#include "report/ocop-paper.h"
#include "report/ocop-template-data.h"

G_BEGIN_DECLS

typedef struct _OcopPackItem OcopPackItem;

/**
 * OcopPack:
 * @council: (nullable): of the session; %NULL for a decision without one
 * @decisions: (element-type OcopDecisionFacts): that follow from the session, or the one asked for
 * @visits: (element-type OcopPaper) (nullable): the record of the visit for each product of the session;
 *   %NULL where it is judged again, without the advisory group (article 7.6)
 * @advice: (nullable): what the report of the advisory group says
 * @papers: (element-type OcopPaper): of a plan, those of ours as they were when it was read
 * @letters: (element-type OcopTemplateData): of a plan, likewise what its letters say
 * @plan: (nullable): of a plan its id, and @period and @on, of which it was read
 * @background: (nullable): the path of the province's own picture for certificates
 * @items: (element-type OcopPackItem): in the order in which the papers are needed
 *
 * All papers of a session, of a decision or of a plan, each ready to be made. Never changed once read.
 */
typedef struct
{
  OcopCouncilFacts *council;
  GPtrArray *decisions;
  GPtrArray *visits;
  OcopTemplateData *advice;
  GPtrArray *papers;
  GPtrArray *letters;
  char *plan;
  char *period;
  OcopDate on;
  char *background;
  GPtrArray *items;
} OcopPack;

/**
 * OcopPackItem:
 * @name: stable, of the kind of paper: "score-summary"
 * @title: of the kind of paper, in the user's language
 * @path: of the file, below the folder of the pack and without its ending; "/" parts its folders
 * @template: (nullable): the name of the template it is filled into; %NULL for one of our pages
 * @workbook: whether a workbook is of use beside the pages
 * @decision: (nullable): that it is of
 * @place: of the product, member or line that it is of
 * @locality: (nullable): that it goes to
 *
 * One paper of a pack.
 */
struct _OcopPackItem
{
  const char *name;
  const char *title;
  char *path;
  const char *template;
  gboolean workbook;
  const OcopDecisionFacts *decision;
  guint place;
  char *locality;
  OcopPaper *(*build) (const OcopPack     *pack,
                       const OcopPackItem *item);
  OcopTemplateData *(*fill) (const OcopPack     *pack,
                             const OcopPackItem *item);
};

/* Returns: (transfer full): %NULL with @error, %OCOP_ERROR_NOT_FOUND where there is no such session */
OcopPack         *ocop_pack_read_session  (OcopReader          *reader,
                                           const char          *session,
                                           GError             **error);
OcopPack         *ocop_pack_read_decision (OcopReader          *reader,
                                           const char          *decision,
                                           GError             **error);

/**
 * ocop_pack_read_plan:
 * @plan: its id
 * @period: (nullable): that is reported on: "quarter-2" (ocop_period_find()); the whole plan when %NULL
 * @on: the day of the figures
 *
 * Returns: (transfer full): %NULL with @error, %OCOP_ERROR_NOT_FOUND where there is no such plan
 */
OcopPack         *ocop_pack_read_plan     (OcopReader          *reader,
                                           const char          *plan,
                                           const char          *period,
                                           OcopDate             on,
                                           GError             **error);
void              ocop_pack_free          (OcopPack            *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopPack, ocop_pack_free)

/* Finds the picture for certificates among the files of @reg, where its office chose one. */
void              ocop_pack_find_background (OcopPack          *self,
                                             OcopRegister      *reg);

const OcopPackItem *ocop_pack_get_item    (const OcopPack      *self,
                                           guint                place);

/* Whether it is printed on a picture that the office may choose (@background of the pack). */
gboolean          ocop_pack_item_has_background (const OcopPackItem  *item);

/* Makes the attachment @name, or with %NULL none, the picture on which the office prints certificates.
 * Returns: (transfer full): the change; %NULL with @error */
OcopChange       *ocop_pack_change_background   (OcopReader          *reader,
                                                 const char          *name,
                                                 GError             **error);

/* Returns: (transfer full): the pages of an item of ours */
OcopPaper        *ocop_pack_build         (const OcopPack      *self,
                                           const OcopPackItem  *item);

/**
 * ocop_pack_fill:
 * @templates: (nullable): the office's folder of templates; where it holds one of the item's, that
 *   one is filled, else the one that the program brings
 * @problems: (out) (optional) (transfer full): as of ocop_template_fill()
 *
 * Returns: (transfer full): the .docx of an item that is filled into a template
 */
GBytes           *ocop_pack_fill          (const OcopPack      *self,
                                           const OcopPackItem  *item,
                                           const char          *templates,
                                           GPtrArray          **problems,
                                           GError             **error);

G_END_DECLS
