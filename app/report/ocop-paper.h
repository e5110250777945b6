/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "base/ocop-date.h"
#include "report/ocop-paper-table.h"

G_BEGIN_DECLS

typedef enum
{
  OCOP_PAPER_PORTRAIT,
  OCOP_PAPER_LANDSCAPE,
} OcopPaperOrientation;

/* In whose place a paper is signed (decree 30/2020/NĐ-CP, art. 13). */
typedef enum
{
  OCOP_PAPER_ON_BEHALF,          /* TM. thay mặt: for a body that acts as one */
  OCOP_PAPER_FOR_HEAD,           /* KT. ký thay: a deputy for the head */
  OCOP_PAPER_BY_ORDER,           /* TL. thừa lệnh */
  OCOP_PAPER_BY_AUTHORITY,       /* TUQ. thừa ủy quyền */
} OcopPaperAuthority;

typedef enum
{
  OCOP_PAPER_PARAGRAPH_BODY,
  OCOP_PAPER_PARAGRAPH_HEADING,  /* bold, never last on a page */
  OCOP_PAPER_PARAGRAPH_LINE,     /* a line of a form, from the margin */
  OCOP_PAPER_PARAGRAPH_DOTTED,   /* likewise, with dots after it to write on */
  OCOP_PAPER_PARAGRAPH_CENTRED,  /* bold, in the middle, never last on a page */
} OcopPaperParagraphStyle;

typedef struct
{
  char *text;
  gboolean bold;
} OcopPaperRun;

typedef struct
{
  OcopPaperParagraphStyle style;
  GPtrArray *runs;               /* (element-type OcopPaperRun) */
} OcopPaperParagraph;

/* Paints a chart of @width × @height points at the origin of @cr. */
typedef void (*OcopPaperPaintFunc) (cairo_t *cr,
                                    double   width,
                                    double   height,
                                    gpointer user_data);

/**
 * OcopPaperPagePaintFunc:
 * @page: from 0
 *
 * Paints a whole page of @width × @height points, to its edges.
 */
typedef void (*OcopPaperPagePaintFunc) (cairo_t *cr,
                                        guint    page,
                                        double   width,
                                        double   height,
                                        gpointer user_data);

/* @values: one count for each category of the chart. */
typedef struct
{
  char *name;
  gint64 *values;
} OcopPaperSeries;

/**
 * OcopPaperChart:
 * @title: (nullable): also the name of its sheet
 * @aspect: width over height
 * @paint: (nullable): what pages show
 * @categories: (nullable): with @series, what a workbook draws its own chart of
 * @stacked: whether the series stand upon each other
 */
typedef struct
{
  char *title;
  double aspect;
  OcopPaperPaintFunc paint;
  gpointer paint_data;
  GDestroyNotify paint_destroy;
  char **categories;
  GPtrArray *series;             /* (element-type OcopPaperSeries) */
  gboolean stacked;
} OcopPaperChart;

/**
 * OcopPaperSignature:
 * @title: as what, "ĐẠI DIỆN"
 * @hint: (nullable): what is asked of the hand, in brackets
 */
typedef struct
{
  char *title;
  char *hint;
} OcopPaperSignature;

typedef enum
{
  OCOP_PAPER_BLOCK_PARAGRAPH,
  OCOP_PAPER_BLOCK_TABLE,
  OCOP_PAPER_BLOCK_CHART,
  OCOP_PAPER_BLOCK_SIGNATURES,
} OcopPaperBlockType;

typedef struct
{
  OcopPaperBlockType type;
  union
  {
    OcopPaperParagraph *paragraph;
    OcopPaperTable *table;
    OcopPaperChart *chart;
    GPtrArray *signatures;       /* (element-type OcopPaperSignature): beside each other */
  };
} OcopPaperBlock;

/**
 * OcopPaperPainter:
 * @paint: (nullable): %NULL where the pages are laid out from the blocks
 *
 * Paints the pages of a paper that is a picture, a certificate. A workbook
 * shows the blocks all the same.
 */
typedef struct
{
  guint n_pages;
  OcopPaperPagePaintFunc paint;
  gpointer data;
  GDestroyNotify destroy;
} OcopPaperPainter;

/**
 * OcopPaper:
 * @form: (nullable): the number of an official form, above everything at the right
 * @superior: (nullable): the superior body, first line of the left head
 * @body: (nullable): the issuing body, below it
 * @number: (nullable): number and symbol, "Số: 12/BC-VPĐP"
 * @national_head: whether national title and motto stand at the right
 * @place: (nullable): "Đồng Xanh", before @date
 * @date: of issue; unknown leaves room to write it in
 * @practice: whether every page is marked as practice data
 * @as_of: the day of the figures, a day or unknown; also the date that a
 *   workbook gives as its own, so that the same paper is the same file
 * @since: the first day of the figures, where they are of a period
 * @source: (nullable): where the figures come from, after the day
 * @signer_title, @signer_name: (nullable): the signature block
 * @signer_hint: (nullable): below the title, "(Ký và ghi rõ họ tên)"
 * @left_signer_title, @left_signer_name: (nullable): who signs at the left, in the place of recipients
 * @dated_below: whether place and date stand over the signature, not in the head
 * @followers: the papers that come behind it, each on pages and a worksheet of its own
 * @history_head: (nullable): the head of the register's history, in small print
 *
 * What one of our documents says, apart from how it is shown. A plain value:
 * whoever builds it fills the fields, which own their texts; renderers only
 * read.
 */
typedef struct
{
  char *title;
  GPtrArray *subtitles;          /* (element-type utf8) */
  char *form;
  char *superior;
  char *body;
  char *number;
  gboolean national_head;
  char *place;
  OcopDate date;
  OcopPaperOrientation orientation;
  gboolean practice;
  OcopDate as_of;
  OcopDate since;
  char *source;
  GPtrArray *blocks;             /* (element-type OcopPaperBlock) */
  GPtrArray *notes;              /* (element-type utf8) */
  GPtrArray *recipients;         /* (element-type utf8) */
  GPtrArray *authorities;        /* (element-type utf8): "TM. ỦY BAN NHÂN DÂN" */
  char *signer_title;
  char *signer_name;
  char *signer_hint;
  char *left_signer_title;
  char *left_signer_name;
  gboolean dated_below;
  char *history_head;
  OcopPaperPainter painter;
  GPtrArray *followers;          /* (element-type OcopPaper) */
} OcopPaper;

OcopPaper          *ocop_paper_new           (const char *title);
OcopPaper          *ocop_paper_ref           (OcopPaper  *paper);
void                ocop_paper_unref         (OcopPaper  *paper);

void                ocop_paper_add_subtitle  (OcopPaper          *paper,
                                              const char         *text);
void                ocop_paper_add_note      (OcopPaper          *paper,
                                              const char         *text);
/* @follower: (transfer full) */
void                ocop_paper_add_follower  (OcopPaper          *paper,
                                              OcopPaper          *follower);
/* Lets @paint show the @n_pages of @paper, in the place of its blocks. */
void                ocop_paper_set_painter   (OcopPaper              *paper,
                                              guint                   n_pages,
                                              OcopPaperPagePaintFunc  paint,
                                              gpointer                user_data,
                                              GDestroyNotify          destroy);
/* @name: a body or person, without dash and semicolon. */
void                ocop_paper_add_recipient (OcopPaper          *paper,
                                              const char         *name);
/* @of: the body or head, in capitals. Up to two may follow each other: TM. a body, KT. its head. */
void                ocop_paper_add_authority (OcopPaper          *paper,
                                              OcopPaperAuthority  authority,
                                              const char         *of);

/* Returns: (transfer none): an empty paragraph, to be filled with runs. */
OcopPaperParagraph *ocop_paper_add_paragraph (OcopPaper               *paper,
                                              OcopPaperParagraphStyle  style);
/* A line of a form: "@label: @text", or without a text dots to write it on. */
void                ocop_paper_add_entry     (OcopPaper               *paper,
                                              const char              *label,
                                              const char              *text);
void                ocop_paper_paragraph_add (OcopPaperParagraph *paragraph,
                                              const char         *text,
                                              gboolean            bold);
/* Returns: (transfer full): the whole text of @paragraph. */
char               *ocop_paper_paragraph_dup_text (const OcopPaperParagraph *paragraph);

/* Returns: (transfer none): a row of signatures within the text; one alone stands at the right. */
GPtrArray          *ocop_paper_add_signatures (OcopPaper              *paper);
/* @hint: (nullable) */
void                ocop_paper_signatures_add (GPtrArray              *signatures,
                                               const char             *title,
                                               const char             *hint);

/* Returns: (transfer none): an empty table, to be filled with columns and rows. */
OcopPaperTable     *ocop_paper_add_table     (OcopPaper          *paper,
                                              const char         *title);

/**
 * ocop_paper_add_chart:
 * @aspect: width over height
 * @paint: (nullable): paints it on pages
 *
 * Returns: (transfer none): the chart, as yet without numbers for a workbook.
 */
OcopPaperChart     *ocop_paper_add_chart     (OcopPaper          *paper,
                                              const char         *title,
                                              double              aspect,
                                              OcopPaperPaintFunc  paint,
                                              gpointer            user_data,
                                              GDestroyNotify      destroy);
void                ocop_paper_chart_set_categories (OcopPaperChart     *chart,
                                                     const char * const *categories);
/* @values: as many as there are categories, which are set before. */
void                ocop_paper_chart_add_series     (OcopPaperChart     *chart,
                                                     const char         *name,
                                                     const gint64       *values);

/* "Đồng Xanh, ngày 05 tháng 8 năm 2026", with dots for an unknown date; %NULL without a place. Free with g_free(). */
char               *ocop_paper_dup_place_and_date (const OcopPaper *paper);

/* "Số liệu tính đến ngày 05/08/2026" or "Số liệu tính từ 15/12/2025 đến 05/08/2026", then the source; %NULL where neither is known. Free with g_free(). */
char               *ocop_paper_dup_source_line    (const OcopPaper *paper);

/* Returns: (transfer none) (nullable): the first table. */
OcopPaperTable     *ocop_paper_get_table          (const OcopPaper *paper);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopPaper, ocop_paper_unref)

G_END_DECLS
