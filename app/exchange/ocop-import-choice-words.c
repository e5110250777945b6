/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ocop-import-choice-words-private.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/ocop-text.h"

/* What the choice's own words do not tell: folded patterns parted by "|", of one kind's field first, then of any's. */
static const struct
{
  const char *field, *key, *words;
} meanings[] = {
  { "inspection.manner", "planned", "dinh ky*|thuong xuyen*|ke hoach*" },
  { "inspection.reason", "coverage", "ke hoach*|dinh ky*" },
  { "inspection.conclusion", "met", "khong vi pham*|tot" },
  { "inspection.conclusion", "repair", "khong dat*|chua dat*|vi pham*|co loi*|co sai pham*" },
  { "inspection_point.topic", "label", "ghi nhan*|tem nhan*|nhan san pham*" },
  { "inspection_point.result", "fault", "khong dat*|chua dat*|vi pham*|sai pham*" },
  { "course.state", "held", "hoan thanh*|da hoan thanh*|da thuc hien*|xong|da mo*" },
  { "course.state", "planned", "chua to chuc*|chua thuc hien*|ke hoach*" },
  { "trainee.kind", "official", "cong chuc*|vien chuc*|lanh dao*|chuyen vien*" },
  { "trainee.kind", "producer", "hop tac xa*|to hop tac*|doanh nghiep*|cong ty*|ho *|co so*|giam doc*" },
  { "event.type", "fair", "phien cho*|tuan hang*|tuan le*" },
  { "event.type", "supply-demand", "ket noi*|hoi nghi ket noi*" },
  { "event.type", "online", "livestream*" },
  { "participation.dealing", "memorandum", "mou*|bien ban ghi nho*|*ghi nho*" },
  { "participation.dealing", "contract", "hop dong*" },
  { "participation.dealing", "shown", "gioi thieu*|tham gia" },
  { "sales_link.channel", "platform", "san *|shopee*|lazada*|tiki*|sendo*|tiktok*|voso*|vo so*|postmart*|buu dien*|alibaba*|amazon*|tmdt" },
  { "sales_link.channel", "website", "website*|web *|facebook*|zalo*|fanpage*" },
  { "sales_link.channel", "supermarket", "co opmart*|coopmart*|winmart*|big c*|aeon*|lotte*|mega market*|mm mega*|trung tam thuong mai*" },
  { "sales_link.channel", "convenience", "bach hoa xanh*|circle k*|family mart*|gs25*|cua hang tien ich*" },
  { ".funding", "target-programme", "ctmtqg*|*mtqg*|nong thon moi*" },
  { ".funding", "producers", "doi ung*|tu co*|xa hoi hoa*|chu the*" },
  { ".source", "target-programme", "ctmtqg*|*mtqg*|nong thon moi*" },
  { ".agency", "agriculture", "so nong nghiep*|chi cuc phat trien nong thon*|chi cuc ptnt*" },
  { ".agency", "culture", "so van hoa*|so du lich*|vhttdl*" },
  { ".agency", "science", "so khoa hoc*|khcn*" },
};

/* Words that say nothing of which choice it is. */
static const char * const idle_words[] = { "da", "co", "phai", "can", "theo", "duoc", "cac", "cua", "cap", "bien", "ban", NULL };
/* With them a sentence says the contrary. */
static const char * const no_words[] = { "khong", "chua", "ko", NULL };

static gboolean
fits (const char *patterns,
      const char *folded)
{
  g_auto(GStrv) parts = g_strsplit (patterns, "|", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (g_pattern_match_simple (parts[i], folded))
      return TRUE;
  return FALSE;
}

static const char *
find_meaning (const char *kind,
              const char *field,
              const char *folded)
{
  g_autofree char *own = g_strconcat (kind, ".", field, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (meanings); i++)
    if ((strcmp (meanings[i].field, own) == 0 || strcmp (meanings[i].field, strchr (own, '.')) == 0) && fits (meanings[i].words, folded))
      return meanings[i].key;
  return NULL;
}

static gboolean
says_no (const char * const *words)
{
  for (guint i = 0; no_words[i] != NULL; i++)
    if (g_strv_contains (words, no_words[i]))
      return TRUE;
  return FALSE;
}

/* How many words that say something @words has; 0 where @others lacks one of them. */
static guint
count_within (const char * const *words,
              const char * const *others)
{
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0' || g_strv_contains (idle_words, words[i]))
        continue;
      if (!g_strv_contains (others, words[i]))
        return 0;
      n++;
    }
  return n;
}

/* How well @folded and a part of a title go together: nothing is better than the same words; then what begins alike. */
static guint
weigh (const char *folded,
       const char *title)
{
  g_auto(GStrv) said = g_strsplit (folded, " ", -1), known = g_strsplit (title, " ", -1);
  const char * const *words = (const char * const *) said, * const *others = (const char * const *) known;

  if (strcmp (folded, title) == 0)
    return 1000;
  if (says_no (words) != says_no (others))
    return 0;
  if (g_str_has_prefix (title, folded) && title[strlen (folded)] == ' ')
    return 500;
  return MAX (count_within (words, others), count_within (others, words));
}

/* A comma in a title parts things of which one is enough. */
static guint
weigh_title (const char *folded,
             const char *title)
{
  g_auto(GStrv) parts = g_strsplit (title, ",", -1);
  g_autofree char *whole = ocop_text_fold (title);
  guint most = weigh (folded, whole);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *part = ocop_text_fold (parts[i]);

      most = MAX (most, weigh (folded, part));
    }
  return most;
}

const char *
ocop_import_read_choice (const OcopKind  *kind,
                         const OcopField *field,
                         const char      *text)
{
  const char *key = ocop_field_choice_key (field, text);
  g_autofree char *folded = ocop_text_fold (text);
  guint most = 0;

  if (key == NULL)
    key = find_meaning (kind->name, field->name, folded);
  if (key != NULL)
    return key;
  for (const OcopChoice *choice = field->choices; choice->key != NULL; choice++)
    {
      guint weight = MAX (weigh_title (folded, _(choice->title)), weigh_title (folded, choice->title));

      if (weight > most)
        key = choice->key;
      else if (weight == most)
        key = NULL;
      most = MAX (most, weight);
    }
  return key;
}
