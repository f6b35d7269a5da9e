// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "practice/eventrecorder.h"
#include "practice/machine.h"
#include "practice/podstatus.h"
#include "practice/verbs.h"

#include <QHash>
#include <QObject>

namespace practice {

/** What a pod's worker works with; all of it outlives the worker. */
struct Workplace {
    ObjectStore &store;
    const Clock &clock;
    Verbs &verbs;
    EventRecorder &events;
    Machine &machine;
};

/**
 * The kubelet's care of one pod: sandbox, images, containers, status, termination.
 * Follows kubelet 1.36: EnsureImageExists before each start, back-off of 10 s doubled to 300 s by pod and image, failed
 * syncs repeated after 10 to 15 s, and a status that is computed at the start of a sync from the results of the last.
 */
class PodWorker : public QObject {
    Q_OBJECT

public:
    PodWorker(const Workplace &place, const QJsonObject &pod, QObject *parent);

    /** Stops the containers and removes the pod; calls after the first change nothing. */
    void terminate();

private:
    struct BackOff {
        qint64 failedAt = 0;
        std::chrono::seconds wait{0};
        QString cause;  ///< `ErrImagePull: ...`
    };

    void makeSandbox();
    void sync();
    void startFrom(qsizetype index);
    void ensureImage(qsizetype index);
    void startPull(qsizetype index, const ImageName &name);
    void pullEnded(qsizetype index, const ImageName &name, const Machine::Pulled &pulled);
    void startContainer(qsizetype index, const ImageName &name, const Image &image);
    void containerExited(qsizetype index, int exitCode);
    void restart(qsizetype index);
    void fail(qsizetype index, const QString &reason, const QString &message);
    void endSync();
    void removePod();
    void writeStatus(bool withAddress);
    void event(const Run &run, const QString &type, const QString &reason, const QString &message);
    void later(std::chrono::milliseconds delay, std::function<void()> what);
    [[nodiscard]] bool wantsStart(qsizetype index) const;

    Workplace m_place;
    QJsonObject m_pod;
    QList<Run> m_runs;
    Sandbox m_sandbox;
    QString m_address;
    QHash<QString, BackOff> m_backOff;  ///< by image text
    int m_syncs = 0;
    bool m_failed = false;
    bool m_busy = false;
    bool m_terminating = false;
};

}  // namespace practice
