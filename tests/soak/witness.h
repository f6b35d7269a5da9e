// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "soak/apiserver.h"
#include "soak/figures.h"

#include <QJsonObject>
#include <QProcess>

namespace soak {

/** A `gantryctl mirror` of its own process: what it says of its state, what it holds, and how large it is. */
class Witness : public QObject {
    Q_OBJECT
public:
    /** `name` is for people; `folder` is where its dumps go. */
    Witness(const QString &name, const QString &kubeconfig, const QString &folder);
    ~Witness() override;

    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] bool isRunning() const { return m_process.state() == QProcess::Running; }
    /** Makes it write what it holds; `dumped` comes then. */
    void askDump();
    /** What it wrote last, of one resource. */
    [[nodiscard]] Truth held(const QString &resource) const;
    [[nodiscard]] QString state(const QString &resource) const;
    [[nodiscard]] QJsonObject counters() const { return m_dump.value(QLatin1String("counters")).toObject(); }
    [[nodiscard]] qint64 residentKiB() const;

    /** The line to the server was cut at this moment, or was given back: how long until it is said. */
    void markDown();
    void markUp();
    Times toStale;
    Times toLive;

Q_SIGNALS:
    void dumped();

private:
    void readLines();
    void readDump();

    QString m_name;
    QString m_path;
    QProcess m_process;
    QTimer m_waiting;
    QJsonObject m_dump;
    bool m_isLive = false;
    qint64 m_down = 0;  ///< when, in ms since 1970; 0: not
    qint64 m_up = 0;
};

}  // namespace soak
