/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OCOP_ERROR:
 *
 * The one error domain of the programme's own knowledge. The code says which
 * stage failed; the message says what and where, in the user's language, and
 * can be shown as it is.
 */
#define OCOP_ERROR (ocop_error_quark ())

typedef enum
{
  OCOP_ERROR_ARGUMENT,        /* unusable arguments (the command line's exit status 2) */
  OCOP_ERROR_NOT_FOUND,       /* no such record, file, name */
  OCOP_ERROR_INVALID_VALUE,   /* a value that its field cannot hold */
  OCOP_ERROR_NOT_REGISTER,    /* the file is not a register */
  OCOP_ERROR_DAMAGED,         /* a register that does not pass its check */
  OCOP_ERROR_NEWER,           /* written by a newer version of the program */
  OCOP_ERROR_OLDER,           /* needs an upgrade that the caller did not allow */
  OCOP_ERROR_READ_ONLY,       /* cannot be written here */
  OCOP_ERROR_BUSY,            /* in use elsewhere */
  OCOP_ERROR_NO_SPACE,        /* the disk is full */
  OCOP_ERROR_VANISHED,        /* the file went away while open */
  OCOP_ERROR_STORAGE,         /* any other failure of the storage */
  OCOP_ERROR_CONFLICT,        /* somebody else changed the record meanwhile */
  OCOP_ERROR_TAKEN,           /* another record holds what only one may hold */
  OCOP_ERROR_REFUSED,         /* a rule of the register forbids it (the message says which) */
  OCOP_ERROR_FILE_FORMAT,     /* a list or template that cannot be read */
  OCOP_ERROR_CANCELLED,
} OcopError;

GQuark    ocop_error_quark (void);

/* Sets %OCOP_ERROR_REFUSED. Always %NULL, for a use case to return in place of its change. */
gpointer  ocop_refuse      (GError     **error,
                            const char  *format,
                            ...) G_GNUC_PRINTF (2, 3);

G_END_DECLS
