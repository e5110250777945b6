/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/council/ocop-council-facts.h"
#include "report/council/ocop-member-pack.h"
#include "report/ocop-paper.h"

G_BEGIN_DECLS

/* A scanned file of a dossier: the attachment's name, and what the document is called. */
typedef struct
{
  char *file;
  char *title;
} OcopMemberPackFile;

/* @facts: (element-type OcopMemberBallotFact); @files: (element-type OcopMemberPackFile); @photo: (nullable). */
typedef struct
{
  GArray *facts;
  GArray *files;
  char *photo;
} OcopMemberPackProduct;

/* @products: (element-type OcopMemberPackProduct): in the order of the agenda. */
struct _OcopMemberPack
{
  OcopCouncilFacts *council;
  GPtrArray *products;
};

OcopPaper *ocop_member_pack_agenda    (const OcopMemberPack  *self);
OcopPaper *ocop_member_pack_hand_over (const OcopMemberPack  *self);
/* @photo: (nullable): the picture file's bytes. */
OcopPaper *ocop_member_pack_summary   (const OcopMemberPack  *self,
                                       guint                  place,
                                       GBytes                *photo);

G_END_DECLS
