// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command/client.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QSpinBox;

namespace views {

/** How something is deleted: grace period, propagation, and, where people depend on the context, its name typed. */
class RemovalOptions : public QWidget {
    Q_OBJECT

public:
    /** `ownGrace`: the words for the grace period that the objects ask for; `typed`: the name has to be typed. */
    RemovalOptions(const QString &ownGrace, const QString &context, bool typed, QWidget *parent);

    [[nodiscard]] command::Removal removal() const;
    /** Whether the name is typed, where it has to be. */
    [[nodiscard]] bool isAgreed() const;
    /** Pods go at once, without a word from their kubelet. */
    [[nodiscard]] bool isForced() const;

Q_SIGNALS:
    void changed();

private:
    void askName(QFormLayout *form);

    QString m_context;
    bool m_typed;
    QCheckBox *m_ownGrace;
    QSpinBox *m_grace;
    QComboBox *m_propagation;
    QLineEdit *m_name;
};

}  // namespace views
