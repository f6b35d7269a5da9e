// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

namespace views {

/** Asks before something is deleted, and lists all that goes with it. Escape and Return on the default keep it. */
class DeleteDialog : public QDialog {
    Q_OBJECT

public:
    /** `objects`: one line each, such as `pod/web in namespace dev`. `context` names the cluster it happens in.
     * Names in `objects` and `consequence` come spelled (report::spelled), so that none can pass for another. */
    DeleteDialog(const QStringList &objects, const QString &consequence, const QString &context,
                 QWidget *parent = nullptr);
};

}  // namespace views
