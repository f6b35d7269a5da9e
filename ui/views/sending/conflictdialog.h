// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command/change/conflict.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;

namespace views {

/**
 * Fields of an apply that belong to others: who, since when, their value and the user's; for each the user leaves it to
 * them or takes it over. Nothing is taken over that the user did not say so of.
 */
class ConflictDialog : public QDialog {
    Q_OBJECT

public:
    /** `object` is spelled; `ownName` the manager as which Gantry writes. */
    ConflictDialog(const QString &object, const QString &ownName, const QList<command::Conflict> &conflicts,
                   QWidget *parent);

    /** Fields that are left to their owners: they go out of what is sent, and not out of the user's text. */
    [[nodiscard]] QStringList left() const;
    /** Fields whose value in the cluster goes into the user's text: both own them then. */
    [[nodiscard]] QList<command::Conflict> written() const;
    /** Fields that are taken over: their owners lose them. */
    [[nodiscard]] QStringList taken() const;
    enum Choice { Leave, Take, Write };
    void choose(qsizetype conflict, Choice choice);

private:
    [[nodiscard]] QWidget *makeRows(const QString &ownName);
    [[nodiscard]] QStringList fields(Choice choice) const;
    void sum();

    QList<command::Conflict> m_conflicts;
    QList<QComboBox *> m_choices;  ///< one a conflict
    QLabel *m_sum;
};

}  // namespace views
