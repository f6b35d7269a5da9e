// SPDX-License-Identifier: Apache-2.0
#include "views/podtable.h"

#include "delegates/statusdelegate.h"
#include "views/densetable.h"
#include "views/noticebar.h"
#include "views/statepage.h"

#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QVBoxLayout>

using models::PodModel;
using Phase = mirror::State::Phase;

namespace views {

PodTable::PodTable(models::PodModel &pods, QWidget *parent)
    : QWidget(parent), m_pods(pods), m_filter(new models::PodFilter(pods, this)), m_stack(new QStackedWidget(this)),
      m_grid(new DenseTable(this)), m_page(new StatePage(this)), m_notice(new NoticeBar(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_notice);
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
        m_wanted = {};
        Q_EMIT podSelected(selected());
    });
    connect(m_grid, &DenseTable::rowActivated, this,
            [this](const QModelIndex &index) { Q_EMIT podActivated(m_filter->pod(index.row())->meta.key); });
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_filter, signal, this, &PodTable::showFitting);
    connect(m_filter, &QAbstractItemModel::modelReset, this, &PodTable::showFitting);
    connect(m_page, &StatePage::firstChosen, this, [this] {
        if (m_pageRetries)
            Q_EMIT retryRequested();
        else if (!m_filter->text().isEmpty())
            Q_EMIT filterCleared();
        else
            Q_EMIT newRequested();
    });
    connect(m_notice, &NoticeBar::actionChosen, this, &PodTable::retryRequested);
    showFitting();
}

void PodTable::setState(const mirror::State &state, const QString &ns)
{
    const bool same = state == m_state && ns == m_ns;
    m_state = state;
    m_ns = ns;
    m_grid->setColumnHidden(PodModel::Namespace, !ns.isEmpty());
    if (!same)
        showFitting();
}

void PodTable::showFitting()
{
    showNotice();
    if (m_filter->rowCount() > 0) {
        m_stack->setCurrentWidget(m_grid);
        reselect();
        return;
    }
    fillPage();
    m_stack->setCurrentWidget(m_page);
}

void PodTable::showNotice()
{
    const bool wrong = m_state.phase >= Phase::Stale;
    if (!wrong || m_pods.rowCount() == 0) {
        m_notice->setNotice(style::Tone::Waiting, {}, {});
        return;
    }
    const style::Trouble trouble = style::Wording::trouble(m_state.error);
    const QString text = tr("%1. These pods are as of %2. %3")
                             .arg(trouble.what, style::Wording::clock(m_state.asOf), m_state.error.message.left(300));
    m_notice->setNotice(style::toneOf(m_state.phase), text, tr("Retry now"));
}

void PodTable::fillPage()
{
    m_pageRetries = false;
    m_page->setProgress(-1, 0);
    switch (m_state.phase) {
    case Phase::Idle:
        m_page->setTexts(style::Tone::Unknown, tr("Not connected"), {}, tr("Choose a context above."));
        m_page->setActions({});
        return;
    case Phase::Connecting:
        m_page->setTexts(style::Tone::Pulling, tr("Connecting to the cluster"), {}, tr("No answer yet."));
        m_page->setActions({});
        m_page->setProgress(0, 0);
        return;
    case Phase::Loading:
        m_page->setTexts(style::Tone::Pulling, tr("Loading pods"),
                         m_state.expected ? tr("%1 of %2").arg(m_state.loaded).arg(*m_state.expected)
                                          : tr("%n so far", nullptr, m_state.loaded),
                         {});
        m_page->setActions({});
        m_page->setProgress(m_state.loaded, m_state.expected.value_or(0));
        return;
    case Phase::Stale:
    case Phase::LoginNeeded:
    case Phase::Denied:
    case Phase::Failed:
        if (m_pods.rowCount() == 0) {
            showFailure();
            return;
        }
        break;
    case Phase::Live: break;
    }
    showNothing();
}

void PodTable::showFailure()
{
    const style::Trouble trouble = style::Wording::trouble(m_state.error);
    m_pageRetries = true;
    m_page->setTexts(style::toneOf(m_state.phase), trouble.what, trouble.why, trouble.advice);
    m_page->setActions(tr("Retry"));
}

void PodTable::showNothing()
{
    if (m_pods.rowCount() > 0) {
        m_page->setTexts(style::Tone::Done, tr("No pod matches the filter"), m_filter->text(),
                         tr("%n pod(s) are hidden by it.", nullptr, m_pods.rowCount()));
        m_page->setActions(tr("Clear the filter"));
        return;
    }
    const QString what =
        m_ns.isEmpty() ? tr("There is no pod in this cluster") : tr("There is no pod in namespace %1").arg(m_ns);
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
    if (!index.isValid())
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
    m_grid->setColumnHidden(PodModel::Namespace, !m_ns.isEmpty());
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
