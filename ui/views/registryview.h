// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QSortFilterProxyModel;
class QStackedWidget;

namespace models {
class RegistryBoard;
}

namespace views {

class DenseTable;
class StatePage;

/** How registries, or nodes, do: pulls, failures, times and causes, from what this session and the history saw. */
class RegistryView : public QWidget {
    Q_OBJECT

public:
    explicit RegistryView(models::RegistryBoard &board, QWidget *parent = nullptr);
    /** Whether earlier sessions are counted too, and why they cannot be (empty: they can). */
    void setPast(bool counted, const QString &problem);

private:
    void showFitting();

    models::RegistryBoard &m_board;
    QSortFilterProxyModel *m_sorted;
    QComboBox *m_group;
    QLabel *m_caveat;
    QStackedWidget *m_stack;
    DenseTable *m_grid;
    StatePage *m_page;
};

}  // namespace views
