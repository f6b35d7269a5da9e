// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonArray>
#include <QJsonObject>

namespace practice {

/** One container of a pod as its node sees it. */
struct Run {
    enum class State { Waiting, Running, Exited };

    QJsonObject spec;
    bool init = false;
    bool sidecar = false;
    State state = State::Waiting;
    QString reason;   ///< of waiting; empty: nothing has failed yet
    QString message;  ///< of waiting
    QString image;    ///< as the runtime says, once started
    QString imageId;
    QString containerId;
    QString startedAt;
    QString finishedAt;
    int exitCode = 0;
    int restarts = 0;
    bool lost = false;   ///< stopped before it ever ran
    bool final = false;  ///< exited and not to be started again
    QJsonObject lastState;

    [[nodiscard]] QString name() const { return spec.value(QLatin1StringView("name")).toString(); }
};

/** What the kubelet knows of a pod beside its containers. */
struct Sandbox {
    QString startTime;
    QString hostAddress;
    QString podAddress;  ///< empty until the status may show it
    bool ready = false;
};

/** The phase by the kubelet's rule: Pending, Running, Succeeded or Failed. */
[[nodiscard]] QString phaseOf(const QList<Run> &runs);
/** The status the kubelet writes, keeping transition times of conditions that did not change. */
[[nodiscard]] QJsonObject statusOf(const QJsonObject &pod, const Sandbox &sandbox, const QList<Run> &runs,
                                   const QString &now);

}  // namespace practice
