// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QDialog;
class QLabel;
class QPushButton;
class QTreeWidget;

namespace views {

class RemovalOptions;

/**
 * What the questions before a deletion have in common, put into a dialog: the question, what would go, how it goes, a
 * verdict, and two buttons of which Return and Escape mean the harmless one.
 */
class DeletionFrame : public QWidget {
    Q_OBJECT

public:
    /** `asIs`: the choice that leaves the grace period to each object. `typed`: the context's name has to be typed. */
    DeletionFrame(const QString &question, const QString &asIs, const QString &context, bool typed, QDialog *dialog);

    [[nodiscard]] QTreeWidget &list() const { return *m_list; }
    [[nodiscard]] RemovalOptions &options() const { return *m_options; }
    [[nodiscard]] QLabel &verdict() const { return *m_verdict; }
    [[nodiscard]] QPushButton &remove() const { return *m_remove; }
    [[nodiscard]] QPushButton &keep() const { return *m_keep; }

private:
    QTreeWidget *m_list;
    RemovalOptions *m_options;
    QLabel *m_verdict;
    QPushButton *m_remove, *m_keep;
};

}  // namespace views
