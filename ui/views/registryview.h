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

/** How registries, or nodes, do: pulls, failures, times and causes, from what this session saw. */
class RegistryView : public QWidget {
    Q_OBJECT

public:
    explicit RegistryView(models::RegistryBoard &board, QWidget *parent = nullptr);

private:
    void showFitting();

    models::RegistryBoard &m_board;
    QSortFilterProxyModel *m_sorted;
    QComboBox *m_group;
    QStackedWidget *m_stack;
    DenseTable *m_grid;
    StatePage *m_page;
};

}  // namespace views
