// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "practice/clock.h"
#include "practice/eventrecorder.h"
#include "practice/machine.h"
#include "practice/objectstore.h"

#include <QObject>

namespace practice {

/**
 * Binds pods to machines: those its node selector allows, first the one that has most of the images, then the one with
 * fewest pods, then the last by name. Unlike the real one it normalises image names.
 */
class Scheduler : public QObject {
    Q_OBJECT

public:
    Scheduler(ObjectStore &store, const Clock &clock, EventRecorder &events, QList<Machine *> machines,
              QObject *parent);

private:
    void follow(const Change &change);
    void schedule(const QString &ns, const QString &name);
    void refuse(QJsonObject pod, const QString &message);
    [[nodiscard]] bool fits(const QJsonObject &pod, const Machine &machine) const;
    [[nodiscard]] qint64 score(const QJsonObject &pod, const Machine &machine) const;

    ObjectStore &m_store;
    const Clock &m_clock;
    EventRecorder &m_events;
    QList<Machine *> m_machines;
};

}  // namespace practice
