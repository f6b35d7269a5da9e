// SPDX-License-Identifier: Apache-2.0
#include "views/podtable.h"

#include "delegates/statusdelegate.h"
#include "views/densetable.h"
#include "views/statepage.h"
#include "views/truth/noticestack.h"

#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QVBoxLayout>

using models::PodModel;

namespace views {

PodTable::PodTable(models::PodModel &pods, QWidget *parent)
    : QWidget(parent), m_pods(pods), m_filter(new models::PodFilter(pods, this)), m_stack(new QStackedWidget(this)),
      m_grid(new DenseTable(this)), m_page(new StatePage(this)), m_notices(new NoticeStack(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_notices);
    column->addWidget(m_stack, 1);
    m_stack->addWidget(m_grid);
    m_stack->addWidget(m_page);

    m_grid->setModel(m_filter);
    m_grid->setItemDelegateForColumn(PodModel::Status,
                                     new delegates::StatusDelegate(delegates::StatusDelegate::Words::PodStatus, this));
    m_grid->setItemDelegateForColumn(PodModel::Pull,
                                     new delegates::StatusDelegate(delegates::StatusDelegate::Words::Pull, this));
    m_grid->setTicking({PodModel::Restarts, PodModel::Age, PodModel::Pull});
    m_grid->setSortingEnabled(true);
    m_grid->sortByColumn(PodModel::Name, Qt::AscendingOrder);
    m_grid->setAccessibleName(tr("Pods"));
    m_grid->setAccessibleDescription(tr("Arrow keys choose a pod, Enter shows why it is as it is"));
    m_grid->setContextMenuPolicy(Qt::CustomContextMenu);
    const int widths[] = {80, 150, 52, 142, 78, 50, 112, 150, 84, 100, 90};
    for (int i = 0; i < PodModel::ColumnCount; ++i)
        m_grid->setColumnWidth(i, widths[i]);
    m_grid->horizontalHeader()->setStretchLastSection(true);

    connect(m_grid, &QWidget::customContextMenuRequested, this, &PodTable::showMenu);
    connect(m_grid->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        if (m_quiet)
            return;
        // the keyboard's focus alone makes a row current: what is told of is also what is marked
        if (!m_grid->selectionModel()->hasSelection())
            m_grid->selectRow(m_grid->currentIndex().row());
        m_wanted = selected();
        Q_EMIT podSelected(m_wanted);
    });
    connect(m_grid, &DenseTable::rowActivated, this,
            [this](const QModelIndex &index) { Q_EMIT podActivated(m_filter->pod(index.row())->meta.key); });
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_filter, signal, this, &PodTable::showFitting);
    connect(m_filter, &QAbstractItemModel::modelReset, this, &PodTable::showFitting);
    connect(m_page, &StatePage::firstChosen, this, [this] {
        if (!m_filter->text().isEmpty())
            Q_EMIT filterCleared();
        else
            Q_EMIT newRequested();
    });
    connect(m_page, &StatePage::actChosen, this, &PodTable::actChosen);
    connect(m_notices, &NoticeStack::chosen, this, &PodTable::actChosen);
    showFitting();
}

void PodTable::setTruth(const style::Truth &truth)
{
    if (truth == m_truth)
        return;
    m_truth = truth;
    m_grid->setColumnHidden(PodModel::Namespace, !truth.scope.ns.isEmpty());
    m_grid->setOld(truth.state.phase != mirror::State::Phase::Live);
    showFitting();
}

void PodTable::showFitting()
{
    const bool some = m_pods.rowCount() > 0;
    const bool isLive = m_truth.state.phase == mirror::State::Phase::Live;
    m_notices->setNotices(some || isLive ? style::StateWords::notices(m_truth) : QList<style::Notice>());
    if (m_filter->rowCount() > 0) {
        m_stack->setCurrentWidget(m_grid);
        reselect();
        return;
    }
    if (some || !m_page->showTruth(m_truth))
        showNothing();
    m_stack->setCurrentWidget(m_page);
}

void PodTable::showNothing()
{
    m_page->setProgress(-1, 0);
    if (m_pods.rowCount() > 0) {
        m_page->setTexts(style::Tone::Done, tr("No pod matches the filter"), m_filter->text(),
                         tr("%n pod(s) are hidden by it.", nullptr, m_pods.rowCount()));
        m_page->setActions(tr("Clear the filter"));
        return;
    }
    const QString &ns = m_truth.scope.ns;
    QString what = ns.isEmpty() ? tr("There is no pod in this cluster") : tr("There is no pod in namespace %1").arg(ns);
    if (!m_truth.state.missing.isEmpty() || m_truth.state.undecodable > 0)
        what = tr("There is no pod that could be read");
    m_page->setTexts(style::Tone::Done, what, {},
                     tr("Write a manifest in the editor and press Create; the pod appears here at once."));
    m_page->setActions(tr("New from a template"));
}

void PodTable::select(const kube::Key &pod)
{
    m_wanted = pod;
    reselect();
}

void PodTable::reselect()
{
    if (m_wanted == kube::Key())
        return;
    const QModelIndex index = m_filter->find(m_wanted);
    if (!index.isValid() || index.row() == m_grid->currentIndex().row())
        return;
    const QScopedValueRollback quiet(m_quiet, true);
    m_grid->selectRow(index.row());
    m_grid->scrollTo(index);
}

kube::Key PodTable::selected() const
{
    const QModelIndex index = m_grid->selectionModel()->currentIndex();
    return index.isValid() ? m_filter->pod(index.row())->meta.key : kube::Key();
}

QByteArray PodTable::columns() const
{
    return m_grid->horizontalHeader()->saveState();
}

void PodTable::setColumns(const QByteArray &columns)
{
    if (!columns.isEmpty())
        m_grid->horizontalHeader()->restoreState(columns);
    m_grid->setColumnHidden(PodModel::Namespace, !m_truth.scope.ns.isEmpty());
}

void PodTable::showMenu(QPoint at)
{
    const QModelIndex index = m_grid->indexAt(at);
    if (!index.isValid())
        return;
    const kube::Key key = m_filter->pod(index.row())->meta.key;
    QMenu menu(this);
    connect(menu.addAction(tr("Show Why")), &QAction::triggered, this, [this, key] { Q_EMIT podActivated(key); });
    connect(menu.addAction(tr("Copy Row")), &QAction::triggered, m_grid, &DenseTable::copyRow);
    menu.addSeparator();
    connect(menu.addAction(tr("Delete Pod…")), &QAction::triggered, this, [this, key] { Q_EMIT deleteRequested(key); });
    menu.exec(m_grid->viewport()->mapToGlobal(at));
}

}  // namespace views
