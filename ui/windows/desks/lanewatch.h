// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mirror/batch.h"

#include <QBasicTimer>
#include <QObject>
#include <QSet>

namespace models {
class Snapshot;
}
namespace views {
class PodTable;
class TimelinePanel;
}  // namespace views

namespace windows {

class Inspection;

/**
 * Brings lanes to the timeline. Where there are so many pods that only those have lanes that are asked for, it asks for
 * the pods that the table has in sight, the selected one and up to 200 others of its workload.
 */
class LaneWatch : public QObject {
    Q_OBJECT

public:
    /** All that is given outlives this. */
    LaneWatch(const models::Snapshot &snapshot, const views::PodTable &table, const Inspection &inspection,
              views::TimelinePanel &timeline, QObject *parent);

    void apply(const mirror::Batch &batch);

Q_SIGNALS:
    /** These are looked at, instead of those before. */
    void asked(const QSet<kube::Key> &pods);

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    void plan();
    void look();
    [[nodiscard]] QSet<kube::Key> kin() const;

    const models::Snapshot &m_snapshot;
    const views::PodTable &m_table;
    const Inspection &m_inspection;
    views::TimelinePanel &m_timeline;
    QSet<kube::Key> m_asked;
    bool m_areAsked = false;
    QBasicTimer m_pause;
};

}  // namespace windows
