// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command/logs/logmix.h"
#include "mirror/batch.h"
#include "models/podmodel.h"
#include "models/query/podchoice.h"
#include "models/snapshot.h"
#include "views/logs/logbar.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace views {
class LogView;
}

namespace windows {

class Inspection;

/**
 * The logs of a desk's selected pod: asked for once somebody looks, and again when its container starts anew. Logs of
 * several are followed as one, and what starts later in the same pod, workload, selection or filter joins them.
 */
class LogWatch : public QObject {
    Q_OBJECT

public:
    /** Both outlive this, and take a batch before it does. The view is a child of `window` until someone takes it. */
    LogWatch(const models::Snapshot &snapshot, const models::PodModel &pods, Inspection &inspection, QWidget *window);
    ~LogWatch() override;

    [[nodiscard]] views::LogView &view() { return *m_view; }
    /** Who reads logs; null: nobody. Not owned; set another one before it goes. */
    void setClient(command::Client *client);
    /** Whether the view can be seen; only then a log is asked for. One that is open stays so. */
    void setLooked(bool looked);
    /** The logs of these pods together; until another pod is selected. */
    void choose(const QList<kube::PodRef> &pods);
    /** The logs of the pods that a table shows, and of those that match later; whatever else is selected. */
    void choose(const models::PodChoice &shown);
    /** Back from those to the logs of the selected pod. */
    void chooseCurrent();
    /** From now on pods of these namespaces are known; empty: of all. Where those of a choice are not, it ends. */
    void keepTo(const QStringList &namespaces);
    void follow(const mirror::Batch &batch);
    /** Time has passed: pods that match only now join. */
    void tick();

Q_SIGNALS:
    void changed();

private:
    void select(const kube::Key &pod, const QString &uid);
    void show(const kube::Key &pod, const QString &uid);
    void openIfLooked();
    void close();
    void open(bool goOn = false);
    void openSeveral(const QList<command::LogWish> &wishes);
    void joinFrom(const kube::PodRef &pod);
    [[nodiscard]] bool isThere(const std::pair<kube::Key, QString> &pod) const;
    [[nodiscard]] bool isMember(const kube::SlimPod &pod) const;
    [[nodiscard]] bool hasJoined(const kube::SlimPod &pod) const;
    void ask();
    void goOn();
    void take(const command::LogPart &part);
    [[nodiscard]] kube::Timestamp runningSince() const;
    [[nodiscard]] static kube::Timestamp startOf(const kube::Pod &pod, const QString &container);
    [[nodiscard]] QList<kube::PodRef> company() const;
    [[nodiscard]] views::LogBar::Scope scope() const;

    const models::Snapshot &m_snapshot;
    const models::PodModel &m_pods;
    views::LogView *m_view;
    command::Client *m_client = nullptr;
    kube::Key m_key;
    QString m_uid;
    std::pair<kube::Key, QString> m_current;  ///< the selected pod and its uid; its logs are those, or of a mix
    std::unique_ptr<command::LogFeed> m_feed;
    command::LogMix *m_mix = nullptr;  ///< the feed, where it is of several logs
    QString m_workload;                ///< whose pods the mix is of
    QSet<kube::Key> m_chosen;          ///< pods whose logs are wanted together
    models::PodChoice m_shown;         ///< whose pods are, where the scope is so
    /** Of the mix's logs, by the pod's uid and the container: the start of the run that was asked for. */
    QHash<std::pair<QString, QString>, kube::Timestamp> m_runs;
    QHash<kube::Key, QString> m_members;  ///< pods that the mix is of, and their uids: they stay so
    bool m_isAsking = false;
    bool m_isOver = false;  ///< the feed has told its end
    int m_generation = 0;   ///< answers of an earlier feed are dropped
    kube::Timestamp m_run;  ///< start of the run whose log was asked for; null: it had not started
    bool m_looked = false;
    bool m_isDue = false;  ///< to be opened when somebody looks
};

}  // namespace windows
