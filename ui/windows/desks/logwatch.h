// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command/client.h"
#include "models/snapshot.h"

#include <QObject>

namespace views {
class LogView;
}

namespace windows {

class Inspection;

/** The logs of a desk's selected pod: asked for once somebody looks, and again when its container starts anew. */
class LogWatch : public QObject {
    Q_OBJECT

public:
    /** The view is a child of `window` until someone takes it. */
    LogWatch(const models::Snapshot &snapshot, Inspection &inspection, QWidget *window);
    ~LogWatch() override;

    [[nodiscard]] views::LogView &view() { return *m_view; }
    /** Who reads logs; null: nobody. Not owned; set another one before it goes. */
    void setClient(command::Client *client);
    /** Whether the view can be seen; only then a log is asked for. One that is open stays so. */
    void setLooked(bool looked);
    /** Call after the snapshot took a batch. */
    void follow();

Q_SIGNALS:
    void changed();

private:
    void select(const kube::Key &pod, const QString &uid);
    void open(bool goOn = false);
    void ask();
    void take(const command::LogPart &part);
    [[nodiscard]] kube::Timestamp runningSince() const;
    [[nodiscard]] QList<kube::PodPtr> company() const;

    const models::Snapshot &m_snapshot;
    views::LogView *m_view;
    command::Client *m_client = nullptr;
    kube::Key m_key;
    QString m_uid;
    std::unique_ptr<command::LogFeed> m_feed;
    int m_generation = 0;   ///< answers of an earlier feed are dropped
    kube::Timestamp m_run;  ///< start of the run whose log was asked for; null: it had not started
    bool m_looked = false;
    bool m_isDue = false;  ///< to be opened when somebody looks
};

}  // namespace windows
