/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ocop-error.h"

G_DEFINE_QUARK (ocop-error-quark, ocop_error)

gpointer
ocop_refuse (GError     **error,
             const char  *format,
             ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_propagate_error (error, g_error_new_valist (OCOP_ERROR, OCOP_ERROR_REFUSED, format, arguments));
  va_end (arguments);
  return NULL;
}
