// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "config/plugin/pluginuse.h"

#include <QDialog>

class QCheckBox;
class QGridLayout;

namespace views {

/**
 * Asks before a program that a kubeconfig names is run for the first time: exactly what would run, for whom, and who
 * asks. Nothing has run yet. Escape and Return on the default run nothing.
 */
class ConsentDialog : public QDialog {
    Q_OBJECT

public:
    ConsentDialog(const config::PluginUse &use, const QString &context, QWidget *parent = nullptr);

    /** Whether the answer is to hold until something of the use changes. */
    [[nodiscard]] bool isRemembered() const;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void addFact(QGridLayout &facts, const QString &name, const QString &text);

    QCheckBox *m_remember;
};

}  // namespace views
