// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mirror/backoff.h"
#include "mirror/intake.h"
#include "mirror/state.h"
#include "net/fetch.h"
#include "net/session.h"
#include "net/watchstream.h"

#include <QPointer>

namespace mirror {

/**
 * Keeps one kind true: lists it in pages, then watches, and begins again as far back as an ending demands.
 * Source of the rules: client-go tools/cache reflector; see table 4.5 of our client notes in the tests.
 */
class Reflector : public QObject {
    Q_OBJECT
public:
    /** `path` is the collection, e.g. `/api/v1/pods`. All references must outlive the reflector. */
    Reflector(net::Session &session, Timing &timing, Intake &intake, const QString &path, QObject *parent = nullptr);
    ~Reflector() override;

    void start();
    /** Lists again from the server's newest state; what we hold stays until the new list is whole. */
    void relist();

    [[nodiscard]] const State &state() const { return m_state; }

Q_SIGNALS:
    void stateChanged();
    /** The server told its clock. */
    void clockSeen(kube::Timestamp server);

private:
    enum class Again { List, Watch };

    void list();
    void requestPage(const QString &continueToken);
    void takePage(const net::Reply &reply, const QString &continueToken);
    void finishList(const QString &version);
    void openWatch();
    void takeOpened(const net::Reply &head);
    void takeFrame(QByteArrayView json);
    void takeStreamError(const kube::Error &error);
    void takeEnd(const net::StreamEnd &end);
    void advance(const QString &version);
    void guardSilence();
    /** Version too old: list again, at once the first time, later with back-off. */
    void expire(const kube::Error &error);
    /** Waits, then lists or watches again. */
    void retry(Again again, const kube::Error &error);
    void drop();
    void enter(State::Phase phase);

    net::Session &m_session;
    Timing &m_timing;
    Intake &m_intake;
    QString m_path;
    State m_state;
    Backoff m_backoff;
    QPointer<net::Fetch> m_fetch;
    QPointer<net::WatchStream> m_stream;
    QString m_version;
    kube::Timestamp m_opened;
    kube::Timestamp m_heard;
    quint64 m_epoch = 0;  ///< calls of an older epoch are void
    int m_frames = 0;
    int m_pages = 0;
    bool m_isSynced = false;
    bool m_hasBookmarks = false;
    bool m_isExpired = false;
};

}  // namespace mirror
