// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

class QAction;

namespace views {

/** F1: every key and what it does. */
class HelpSheet : public QDialog {
    Q_OBJECT

public:
    /** Lists the actions that have a shortcut, then what views know by themselves. */
    explicit HelpSheet(const QList<QAction *> &actions, QWidget *parent = nullptr);
};

}  // namespace views
