// SPDX-License-Identifier: Apache-2.0
#include "views/registryview.h"

#include "history/pullevents.h"
#include "models/registryboard.h"
#include "views/statepage.h"
#include "views/table/densetable.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSortFilterProxyModel>
#include <QStackedWidget>

using models::RegistryBoard;

namespace views {

RegistryView::RegistryView(models::RegistryBoard &board, QWidget *parent)
    : QWidget(parent), m_board(board), m_sorted(new QSortFilterProxyModel(this)), m_group(new QComboBox(this)),
      m_caveat(new QLabel(this)), m_stack(new QStackedWidget(this)), m_grid(new DenseTable(this)),
      m_page(new StatePage(this))
{
    m_group->addItem(tr("By registry"), int(RegistryBoard::Group::Registry));
    m_group->addItem(tr("By node"), int(RegistryBoard::Group::Node));
    m_group->setAccessibleName(tr("Figures of"));
    m_caveat->setTextFormat(Qt::PlainText);
    m_caveat->setForegroundRole(QPalette::PlaceholderText);
    m_caveat->setWordWrap(true);
    setPast(false, {});
    auto *row = new QHBoxLayout;
    row->setContentsMargins(8, 2, 8, 2);
    row->setSpacing(8);
    row->addWidget(m_group);
    row->addWidget(m_caveat, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_stack, 1);
    m_stack->addWidget(m_grid);
    m_stack->addWidget(m_page);
    setFocusProxy(m_grid);

    m_sorted->setSortRole(RegistryBoard::SortRole);
    m_sorted->setSourceModel(&board);
    m_grid->setModel(m_sorted);
    m_grid->setSortingEnabled(true);
    m_grid->sortByColumn(RegistryBoard::Pulls, Qt::DescendingOrder);
    m_grid->setAccessibleName(tr("Registries"));
    const int widths[] = {230, 72, 84, 72, 72, 110, 300};
    for (int i = 0; i < RegistryBoard::ColumnCount; ++i)
        m_grid->setColumnWidth(i, widths[i]);
    m_grid->horizontalHeader()->setStretchLastSection(true);
    m_page->setTexts(style::Tone::Done, tr("No pull seen yet"), {},
                     tr("Pulls and their failures are counted here as soon as a kubelet tells of one. Kubernetes keeps "
                        "events for one hour."));
    m_page->setActions({});

    connect(m_group, &QComboBox::currentIndexChanged, this,
            [this] { m_board.setGroup(RegistryBoard::Group(m_group->currentData().toInt())); });
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&board, signal, this, &RegistryView::showFitting);
    connect(&board, &QAbstractItemModel::modelReset, this, &RegistryView::showFitting);
    showFitting();
}

void RegistryView::setPast(bool counted, const QString &problem)
{
    static_assert(history::PullEvents::Kept == std::chrono::days(14), "the sentence below says 14 days");
    const QString from = counted ? tr("From the events of this session and of the last 14 days.")
                                 : tr("Since this session began, from events.");
    QStringList parts{from, tr("Throughput is image size / time; cached layers make it look faster.")};
    if (!problem.isEmpty())
        parts.insert(1, tr("Earlier sessions are not known: %1.").arg(problem));
    m_caveat->setText(parts.join(u' '));
}

void RegistryView::showFitting()
{
    m_stack->setCurrentIndex(m_board.rowCount() > 0 ? 0 : 1);
}

}  // namespace views
