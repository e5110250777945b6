/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/fixture.h"

G_BEGIN_DECLS

/* One recognition of one product; a product is named once for each of its recognitions.
 * @decided: a day, a year or "" */
typedef struct
{
  const char *product;
  const char *producer;
  const char *set;
  const char *outcome;
  const char *star_class;
  const char *kind;
  const char *decided;
  const char *ending;
  const char *ended_on;
} SmallRecognition;

/* Adds the recognitions up to one without a product, with their products and producers
 * (@producer "HTX …" is a cooperative). */
void small_register_fill (Fixture                *fixture,
                          const SmallRecognition *recognitions);

G_END_DECLS
