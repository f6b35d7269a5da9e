// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mirror/follow/audit.h"
#include "mirror/follow/backoff.h"
#include "mirror/follow/probe.h"
#include "mirror/follow/watcher.h"
#include "mirror/state.h"

namespace mirror {

/** What the server was seen to be able to do with one kind; for all reflectors of the kind and as long as the session.
 */
struct Habits {
    bool canStream = false;     ///< streamed lists: true until it shows that it cannot
    bool hasBookmarks = false;  ///< it has sent one
    bool isProtobuf = true;     ///< lists in protobuf: until one came that could not be read
};

/**
 * Keeps one collection true: lists it, watches, and begins again as far back as an ending demands. The state machine:
 * listing or streaming, live, waiting to list or to watch; `after` (rules.h) decides where to go from an ending.
 * Lives in its cluster's thread. All that it is given outlives it.
 */
class Reflector : public QObject {
    Q_OBJECT
public:
    /** `path` is the collection, e.g. `/api/v1/pods`; `rank` its place in the queue of the gate, 0 first. */
    Reflector(const Tools &tools, Intake &intake, Habits &habits, const QString &path, int rank,
              QObject *parent = nullptr);

    void start();
    /** Lists again from the server's newest state; what we hold stays until the new list is whole. */
    void relist();
    /** Closes everything; what we hold stays, Stale as of now. */
    void pause();
    /** Goes on from where it paused. */
    void goOn();
    /** Drops what is under way and goes on after `delay`: the network changed. Nothing while it pauses. */
    void reconnect(std::chrono::milliseconds delay);
    /** The cluster's state went back in time: no version that we know means anything any more. */
    void rollBack(kube::Timestamp when);

    /** Others kept what we hold, up to `version`, in that state: lists again from there. */
    void takeOver(const QString &version, const State &state);

    [[nodiscard]] const State &state() const { return m_state; }
    /** Up to which everything is known; empty: nothing is, or not from when. */
    [[nodiscard]] const QString &version() const { return m_version; }

Q_SIGNALS:
    void stateChanged();
    /** The server told its clock. */
    void clockSeen(kube::Timestamp server);
    /** A watch is open: this is the moment to find out whether it is still the same cluster. */
    void connected();
    /** This reflector found that the cluster's state went back, and begins anew. */
    void rolledBack(kube::Timestamp when);

private:
    enum class Doubt { None, Silence, OldEvent, OldNews, OldList, TooLarge };

    [[nodiscard]] bool canWatch() const;
    void list(const Step &step);
    void takeListEnd(const Lister::End &end);
    void accept(const QString &version);
    void poll();
    void openWatch();
    void takeOpened(const net::Reply &head);
    void takeFrame(QByteArrayView json);
    void takeInitial(QByteArrayView json);
    void takeNote(const FrameNote &note);
    void takeOldChange(const FrameNote &note);
    void conclude(const Ending &ending);
    void count(const Ending &ending);
    void act(const Step &step, const kube::Error &error);
    void wait(const Step &step, const kube::Error &error);
    void later(std::chrono::milliseconds delay, std::function<void()> call);
    void ask(Doubt doubt);
    void takeNewest(const kube::Result<QString> &newest);
    void declareRollBack();
    void planAudit();
    void drop();
    void enter(State::Phase phase);

    Tools m_tools;
    Intake &m_intake;
    Habits &m_habits;
    Step m_listed;  ///< how the list that is under way was asked for
    QString m_path;
    int m_rank;
    Lister m_lister;
    Watcher m_watcher;
    Probe m_probe;
    Audit m_audit;
    State m_state;
    Backoff m_backoff;
    Tally m_tally;
    Doubt m_doubt = Doubt::None;
    QString m_version;
    quint64 m_epoch = 0;       ///< waits of an older epoch are void
    bool m_isSynced = false;   ///< we hold a whole list
    bool m_isInitial = false;  ///< the watch is a streamed list that is not whole
    bool m_isPaused = false;
    bool m_isAuditPlanned = false;
    bool m_hasGap = false;       ///< old news came late: something may be missing until the next list
    bool m_hasNameless = false;  ///< an object that we cannot name was sent since the last sound list
    QString m_verb;              ///< of the last request: `list` or `watch`
    int m_loaded = 0;            ///< objects of the list under way
};

}  // namespace mirror
