// SPDX-License-Identifier: Apache-2.0
#include "views/eventtable.h"

#include "delegates/statusdelegate.h"
#include "style/timewindow.h"
#include "views/statepage.h"
#include "views/table/densetree.h"
#include "views/truth/noticestack.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QVBoxLayout>

using models::EventModel;

namespace views {

EventTable::EventTable(models::EventModel &events, style::TimeWindow &time, QWidget *parent)
    : QWidget(parent), m_events(events), m_filter(new models::EventFilter(events, this)), m_time(time),
      m_stack(new QStackedWidget(this)), m_grid(new DenseTree(this)), m_page(new StatePage(this)),
      m_notices(new NoticeStack(this)), m_bar(new QWidget(this)), m_scope(new QComboBox(m_bar)),
      m_coverage(new QLabel(m_bar))
{
    makeBar();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_notices);
    column->addWidget(m_stack, 1);
    m_stack->addWidget(m_grid);
    m_stack->addWidget(m_page);
    m_grid->setModel(m_filter);
    m_grid->setItemDelegateForColumn(EventModel::Type,
                                     new delegates::StatusDelegate(delegates::StatusDelegate::Words::EventType, this));
    m_grid->setTicking(EventModel::Age);
    m_grid->setSortingEnabled(true);
    m_grid->sortByColumn(EventModel::Age, Qt::AscendingOrder);
    m_grid->setAccessibleName(tr("Events"));
    m_grid->setAccessibleDescription(tr("Right unfolds events that were repeated, Left folds them"));
    const int widths[] = {148, 92, 128, 190, 120, 300};
    for (int i = 0; i < EventModel::ColumnCount; ++i)
        m_grid->setColumnWidth(i, widths[i]);
    m_grid->header()->setStretchLastSection(true);
    connect(m_grid->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &row) {
        if (m_quiet || !row.isValid())
            return;
        const kube::EventPtr event = m_filter->event(row);
        const QScopedValueRollback quiet(m_quiet, true);
        if (const kube::Timestamp at = m_filter->timeOf(row); !at.isNull())
            m_time.setCursor(at);
        if (event->involved.kind == QLatin1StringView("Pod") && m_pod == kube::Key())
            Q_EMIT podSelected({event->involved.ns, event->involved.name});
    });
    connect(&m_time, &style::TimeWindow::cursorChanged, this, &EventTable::follow);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_filter, signal, this, &EventTable::showFitting);
    connect(m_filter, &QAbstractItemModel::modelReset, this, &EventTable::showFitting);
    connect(m_page, &StatePage::actChosen, this, &EventTable::actChosen);
    connect(m_notices, &NoticeStack::chosen, this, &EventTable::actChosen);
    showFitting();
}

void EventTable::setNamespaces(const QStringList &names)
{
    m_filter->setNamespaces(names);
}

void EventTable::makeBar()
{
    using Scope = models::EventFilter::Scope;
    m_scope->addItem(tr("Selected pod"), int(Scope::Pod));
    m_scope->addItem(tr("It and its owners"), int(Scope::Owners));
    m_scope->addItem(tr("All events"), int(Scope::All));
    m_scope->setAccessibleName(tr("Which events are shown"));
    m_scope->setToolTip(tr("Events of the selected pod, of what owns it too, or of everything in the namespace"));
    m_coverage->setTextFormat(Qt::PlainText);
    m_coverage->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    auto *row = new QHBoxLayout(m_bar);
    row->setContentsMargins(8, 2, 8, 2);
    row->setSpacing(8);
    row->addWidget(m_scope);
    row->addWidget(m_coverage, 1);
    connect(m_scope, &QComboBox::currentIndexChanged, this, [this] {
        m_filter->setScope(Scope(m_scope->currentData().toInt()));
        m_grid->setColumnHidden(EventModel::Object, m_pod != kube::Key() && m_filter->scope() == Scope::Pod);
        showFitting();
    });
}

QString EventTable::coverage() const
{
    const kube::Timestamp oldest = m_events.completeSince();
    return oldest.isNull() ? QString()
                           : tr("Events since %1; what was before may have expired").arg(style::Wording::clock(oldest));
}

void EventTable::setPod(const kube::Key &key, const QString &uid, const QList<kube::OwnerReference> &owners)
{
    m_pod = key;
    m_scope->setEnabled(key != kube::Key());
    m_grid->setColumnHidden(EventModel::Object,
                            key != kube::Key() && m_filter->scope() == models::EventFilter::Scope::Pod);
    m_filter->setPod(key, uid, owners);
    showFitting();
}

void EventTable::setTruth(const style::Truth &truth)
{
    if (truth == m_truth)
        return;
    m_truth = truth;
    m_grid->setOld(truth.state.phase != mirror::State::Phase::Live);
    showFitting();
}

void EventTable::reveal(const QString &uid)
{
    m_grid->reveal(m_filter->find(uid));
}

void EventTable::follow(kube::Timestamp at)
{
    if (m_quiet || at.isNull() || m_time.begin().isNull())
        return;
    // Only an event that the cursor is really upon: within a hundredth of what the timeline shows.
    auto nearest = (m_time.end() - m_time.begin()) / 100;
    QModelIndex best;
    const auto compare = [&](const QModelIndex &row) {
        const kube::Timestamp then = m_filter->timeOf(row);
        if (const auto distance = std::chrono::abs(then - at); !then.isNull() && distance <= nearest) {
            nearest = distance;
            best = row;
        }
    };
    for (int row = 0; row < m_filter->rowCount(); ++row) {
        const QModelIndex fold = m_filter->index(row, 0);
        const int under = m_grid->isExpanded(fold) ? m_filter->rowCount(fold) : 0;
        compare(fold);
        for (int i = 0; i < under; ++i)
            compare(m_filter->index(i, 0, fold));
    }
    const QScopedValueRollback quiet(m_quiet, true);
    if (best.isValid())
        m_grid->setCurrentIndex(best);
    else
        m_grid->clearSelection();
}

void EventTable::showFitting()
{
    const bool some = m_filter->rowCount() > 0;
    m_coverage->setText(coverage());
    m_coverage->setToolTip(m_coverage->text());
    const bool isLive = m_truth.state.phase == mirror::State::Phase::Live;
    m_notices->setNotices(some || isLive ? style::StateWords::notices(m_truth) : QList<style::Notice>());
    // Only of a live list it is known that a pod has none.
    if (!some && !m_page->showTruth(m_truth)) {
        m_page->setTexts(style::Tone::Done,
                         m_pod == kube::Key() || m_filter->scope() == models::EventFilter::Scope::All
                             ? tr("No events")
                             : tr("No events of this pod"),
                         {}, tr("Kubernetes keeps events for one hour. What happens from now on appears here."));
        m_page->setProgress(-1, 0);
        m_page->setActions({});
    }
    m_stack->setCurrentIndex(some ? 0 : 1);
}

}  // namespace views
