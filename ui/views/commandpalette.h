// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

class QAction;
class QLineEdit;
class QListWidget;

namespace views {

/** Ctrl+K: type a part of what you want, Enter does it. Shows enabled actions only, with their keys. */
class CommandPalette : public QDialog {
    Q_OBJECT

public:
    explicit CommandPalette(const QList<QAction *> &actions, QWidget *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill(const QString &text);
    void choose();

    QList<QAction *> m_actions;
    QLineEdit *m_line;
    QListWidget *m_list;
};

}  // namespace views
