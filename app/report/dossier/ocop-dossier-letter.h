/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/dossier/ocop-form-facts.h"
#include "report/ocop-template-data.h"

G_BEGIN_DECLS

/* Writes what a letter on @dossiers (element-type OcopFormFacts, at least one) says into @data; %FALSE with
 * @error set, %OCOP_ERROR_REFUSED where there is nothing to write. The fields: docs/templates.md. */
typedef gboolean (*OcopDossierLetter) (OcopReader        *reader,
                                       const GPtrArray   *dossiers,
                                       OcopTemplateData  *data,
                                       GError           **error);

/* What is missing from the dossier, and until when it is asked for. */
gboolean ocop_dossier_letter_completion (OcopReader        *reader,
                                         const GPtrArray   *dossiers,
                                         OcopTemplateData  *data,
                                         GError           **error);
/* The commune proposes them to the province (article 6.2.a). */
gboolean ocop_dossier_letter_proposal   (OcopReader        *reader,
                                         const GPtrArray   *dossiers,
                                         OcopTemplateData  *data,
                                         GError           **error);
/* When the advisory group visits whom. */
gboolean ocop_dossier_letter_visits     (OcopReader        *reader,
                                         const GPtrArray   *dossiers,
                                         OcopTemplateData  *data,
                                         GError           **error);
/* What the advisory group found and proposes. */
gboolean ocop_dossier_letter_advice     (OcopReader        *reader,
                                         const GPtrArray   *dossiers,
                                         OcopTemplateData  *data,
                                         GError           **error);

G_END_DECLS
