// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "config/suspicion.h"

#include <QDialog>

namespace views {

/** What a kubeconfig can do beyond naming clusters, before it is used for the first time or when the user asks. */
class SuspicionsDialog : public QDialog {
    Q_OBJECT

public:
    enum class Purpose {
        Import,  ///< the user has just opened the file: accepted means to use it
        Review,  ///< it is in use already: there is nothing to decide
    };

    SuspicionsDialog(const QList<config::Suspicion> &suspicions, Purpose purpose, QWidget *parent = nullptr);
};

}  // namespace views
