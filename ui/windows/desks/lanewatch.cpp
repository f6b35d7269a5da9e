// SPDX-License-Identifier: Apache-2.0
#include "windows/desks/lanewatch.h"

#include "models/snapshot.h"
#include "models/workload.h"
#include "views/table/densetable.h"
#include "views/table/podtable.h"
#include "views/timelinepanel.h"
#include "views/timelineview.h"
#include "windows/inspection.h"

#include <QScrollBar>
#include <QTimerEvent>

namespace windows {

namespace {
constexpr int Pause = 100;  ///< milliseconds in which somebody who scrolls goes on
constexpr qsizetype MostKin = 200;
}  // namespace

LaneWatch::LaneWatch(const models::Snapshot &snapshot, const views::PodTable &table, const Inspection &inspection,
                     views::TimelinePanel &timeline, QObject *parent)
    : QObject(parent), m_snapshot(snapshot), m_table(table), m_inspection(inspection), m_timeline(timeline)
{
    connect(table.grid().verticalScrollBar(), &QScrollBar::valueChanged, this, &LaneWatch::plan);
    connect(table.grid().verticalScrollBar(), &QScrollBar::rangeChanged, this, &LaneWatch::plan);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(table.grid().model(), signal, this, &LaneWatch::plan);
    connect(table.grid().model(), &QAbstractItemModel::layoutChanged, this, &LaneWatch::plan);
    connect(&inspection, &Inspection::selectedChanged, this, &LaneWatch::plan);
}

void LaneWatch::apply(const mirror::Batch &batch)
{
    views::TimelineView &view = m_timeline.view();
    if (batch.reset || batch.areLanesAsked != m_areAsked) {
        m_areAsked = batch.areLanesAsked;
        m_asked.clear();
        m_timeline.setPartial(m_areAsked);
        view.setLanes(m_areAsked ? QList<timeline::PodLanesPtr>() : batch.lanes);
        plan();
        return;
    }
    if (!m_areAsked) {
        view.apply(batch.lanes);
        return;
    }
    QList<timeline::PodLanesPtr> wanted;
    for (const timeline::PodLanesPtr &lanes : batch.lanes)
        if (m_asked.contains(lanes->pod))
            wanted.append(lanes);
    view.apply(wanted);
}

void LaneWatch::plan()
{
    if (m_areAsked && !m_pause.isActive())
        m_pause.start(Pause, this);
}

void LaneWatch::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_pause.timerId()) {
        QObject::timerEvent(event);
        return;
    }
    m_pause.stop();
    look();
}

void LaneWatch::look()
{
    if (!m_areAsked)
        return;
    QSet<kube::Key> seen = kin();
    for (const kube::Key &key : m_table.inSight())
        seen.insert(key);
    if (seen == m_asked)
        return;
    m_asked = seen;
    m_timeline.view().keep(m_asked);
    Q_EMIT asked(m_asked);
}

/** The selected pod and others of its workload. */
QSet<kube::Key> LaneWatch::kin() const
{
    const kube::PodRef selected = m_snapshot.pod(m_inspection.selected());
    if (!selected)
        return {};
    QSet<kube::Key> found{selected->meta.key};
    const QString workload = models::workloadOf(*selected);
    if (workload.isEmpty())
        return found;
    QHash<const kube::FamilyShape *, bool> families;  // a workload's pods are of a few of them
    for (const kube::PodRef &pod : m_snapshot.pods()) {
        if (found.size() > MostKin)
            break;
        auto family = families.constFind(&pod->family());
        if (family == families.cend())
            family = families.insert(&pod->family(), models::workloadOf(*pod) == workload);
        if (*family && pod->meta.key.ns == selected->meta.key.ns)
            found.insert(pod->meta.key);
    }
    return found;
}

}  // namespace windows
