/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "evaluation/ocop-session.h"
#include "register/ocop-register.h"

G_BEGIN_DECLS

/* What the secretary is asked before something is done to a product of a session. Each takes what it needs of
 * @session and @product. */

/* Who takes no part in scoring it, of which kind and why; what is suggested stands there as such. */
void desk_recusal_dialog_present   (GtkWidget                *parent,
                                    OcopRegister             *reg,
                                    const OcopSession        *session,
                                    const OcopSessionProduct *product);
/* The line of the sheet by which it is rejected, and who found it. */
void desk_rejection_dialog_present (GtkWidget                *parent,
                                    OcopRegister             *reg,
                                    const OcopSessionProduct *product);
/* Another criteria set. */
void desk_set_dialog_present       (GtkWidget                *parent,
                                    OcopRegister             *reg,
                                    const OcopSessionProduct *product);
/* The choice at 90 points with a minimum of 5 stars unmet. */
void desk_five_dialog_present      (GtkWidget                *parent,
                                    OcopRegister             *reg,
                                    const OcopSessionProduct *product);
/* All members score it once more. */
void desk_again_dialog_present     (GtkWidget                *parent,
                                    OcopRegister             *reg,
                                    const OcopSessionProduct *product);

G_END_DECLS
