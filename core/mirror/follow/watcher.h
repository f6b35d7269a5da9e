// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mirror/follow/lister.h"

namespace mirror {

/**
 * Holds one watch open: asks, passes its frames on, and notices when it says nothing. Decides nothing: its end is told
 * and the reflector opens it anew. Source of the numbers: client-go (timeoutSeconds), kube-apiserver (a bookmark about
 * once a minute), KEP-3157 (streamed lists).
 */
class Watcher : public QObject {
    Q_OBJECT
public:
    struct Order {
        QString path;
        QString version;        ///< to go on from; Stream: the state must be at least as new, empty: the newest
        bool isStream = false;  ///< the initial state comes first, ended by a bookmark that says so
        int rank = 0;           ///< place in the queue of the gate
    };

    explicit Watcher(const Tools &tools, QObject *parent = nullptr) : QObject(parent), m_tools(tools) {}

    /** Gives up what is under way and opens another. */
    void open(const Order &order);
    void close();
    /** What came cannot be used: ends the watch as if the server had ended it so. */
    void fail(Ending::Why why, const kube::Error &error) { finish(why, error); }
    /** The initial state was whole: from here on the stream is a watch. */
    void endInitial();
    /** The server sends bookmarks, so silence means something soon. */
    void expectBookmarks() { m_hasBookmarks = true; }
    /** Something else proved that the copy is true now, e.g. a whole list: silence counts from here. */
    void hear();

    /** The server has accepted the watch that is under way. */
    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    /** Since anything was heard. */
    [[nodiscard]] std::chrono::milliseconds silence() const;

Q_SIGNALS:
    /** The server accepted. */
    void opened(const net::Reply &head);
    /** One whole JSON object; valid during the call only. */
    void frame(QByteArrayView json);
    /** Once for each open that was not closed. */
    void ended(const mirror::Ending &ending);
    /** Nothing was heard for 90 s (180 s where no bookmark ever came), and again after each such time. */
    void silent();

private:
    void ask();
    void takeOpened(const net::Reply &head);
    void takeEnd(const net::StreamEnd &end);
    void finish(Ending::Why why, const kube::Error &error = {});
    void guardInitial();
    void beginSilence();
    void guardSilence();

    Tools m_tools;
    Order m_order;
    Pass m_whole{m_tools.gate};  ///< of a streamed list, until its initial state is there
    Pass m_opening{m_tools.gate};
    Call m_call;
    quint64 m_serial = 0;  ///< calls of an older serial are void
    quint64 m_guard = 0;   ///< likewise for the guards
    int m_frames = 0;
    bool m_isOpen = false;
    bool m_hasBookmarks = false;
    std::chrono::milliseconds m_asked{0};
    std::chrono::milliseconds m_heard{0};
    std::chrono::milliseconds m_alarmed{0};  ///< when silence was last told, or broken
};

}  // namespace mirror
