// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mirror/state.h"

#include <QToolBar>

class QComboBox;
class QLineEdit;
class QToolButton;

namespace views {
class ConnectionChip;
}

namespace windows {

class Actions;

/** Context, state of the connection, namespace and filter: always in sight above everything. */
class TopBar : public QToolBar {
    Q_OBJECT

public:
    TopBar(Actions &actions, QWidget *parent);

    void setContexts(const QStringList &names, const QString &current);
    void setState(const mirror::State &state, const QString &detail);
    /** `current` empty: all namespaces. It is listed even if the cluster has not named it yet. */
    void setNamespaces(const QStringList &names, const QString &current);
    /** How many pods wait because of an image: on the button that shows only them. */
    void setPullProblems(int count);
    [[nodiscard]] QLineEdit &filter() { return *m_filter; }

Q_SIGNALS:
    void contextChosen(const QString &name);
    /** Empty: all. */
    void namespaceChosen(const QString &ns);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addGap(int width);
    void paintIcons();
    void paintProblems();

    Actions &m_actions;
    QToolButton *m_context;
    views::ConnectionChip *m_chip;
    QComboBox *m_namespaces;
    QLineEdit *m_filter;
    QAction *m_filterIcon;
    QToolButton *m_problems;
    int m_problemCount = 0;
    QStringList m_names;
};

}  // namespace windows
