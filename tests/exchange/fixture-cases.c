/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture-cases.h"

void
fixture_add_cases (const char    *path,
                   gconstpointer  names,
                   gsize          size,
                   guint          n_cases,
                   GTestDataFunc  function)
{
  for (guint i = 0; i < n_cases; i++)
    {
      const char *record = (const char *) names + i * size;
      g_autofree char *full = g_strconcat (path, "/", *(const char * const *) (const void *) record, NULL);

      g_test_add_data_func (full, record, function);
    }
}
