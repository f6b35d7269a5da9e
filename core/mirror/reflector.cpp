// SPDX-License-Identifier: Apache-2.0
#include "mirror/reflector.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace mirror {

using kube::Error;

namespace {

constexpr int PageSize = 500;
constexpr int PageLimit = 10'000;
constexpr auto SilenceLimit = 90s;
constexpr auto ShortWatch = 1s;

/** An error that time alone does not heal; we still look again, but the user has to know. */
bool needsUser(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Tls:
    case Error::Kind::Config:
    case Error::Kind::File:
    case Error::Kind::NotFound:
    case Error::Kind::Invalid:
    case Error::Kind::Protocol: return true;
    default: return false;
    }
}

Error answerError(const net::Reply &reply)
{
    Error error = decode::status(reply.status, reply.body);
    if (reply.retryAfter)
        error.retryAfter = reply.retryAfter;
    return error;
}

bool isLiveVersion(const QString &version)
{
    return kube::compareResourceVersions(version, version) == std::partial_ordering::equivalent;
}

}  // namespace

Reflector::Reflector(net::Session &session, Timing &timing, Intake &intake, const QString &path, QObject *parent)
    : QObject(parent), m_session(session), m_timing(timing), m_intake(intake), m_path(path)
{
}

Reflector::~Reflector() = default;

void Reflector::start()
{
    enter(State::Phase::Connecting);
    list();
}

void Reflector::relist()
{
    m_backoff = {};
    m_isExpired = false;
    if (!m_isSynced || m_state.phase > State::Phase::Stale)
        enter(m_isSynced ? State::Phase::Stale : State::Phase::Connecting);
    list();
}

void Reflector::enter(State::Phase phase)
{
    const kube::Timestamp now = m_timing.now();
    if (phase != m_state.phase)
        m_state.since = now;
    if (m_state.phase == State::Phase::Live || phase == State::Phase::Live)
        m_state.asOf = now;
    if (phase == State::Phase::Live) {
        m_state.attempt = 0;
        m_state.error = {};
        m_state.expected = {};
    }
    m_state.phase = phase;
    Q_EMIT stateChanged();
}

void Reflector::drop()
{
    ++m_epoch;
    if (m_fetch)
        m_fetch->disconnect(this);
    if (m_stream)
        m_stream->disconnect(this);
    delete m_fetch;
    if (m_stream)
        m_stream->deleteLater();  // we may be inside one of its frames
    m_stream = nullptr;
    m_state.nextTry = {};
}

void Reflector::list()
{
    drop();
    m_intake.dropPages();
    m_pages = 0;
    if (!m_isSynced) {
        m_state.loaded = 0;
        m_state.expected = {};
    }
    Q_EMIT stateChanged();
    requestPage({});
}

void Reflector::requestPage(const QString &continueToken)
{
    net::Request request;
    request.path = m_path;
    request.query.addQueryItem(u"limit"_s, QString::number(PageSize));
    if (!continueToken.isEmpty())
        request.query.addQueryItem(u"continue"_s, QString::fromLatin1(QUrl::toPercentEncoding(continueToken)));
    m_fetch = m_session.fetch(request, this);
    connect(m_fetch, &net::Fetch::finished, this, [this, continueToken](const kube::Result<net::Reply> &reply) {
        m_fetch = nullptr;
        if (reply)
            takePage(*reply, continueToken);
        else
            retry(Again::List, reply.error());
    });
}

void Reflector::takePage(const net::Reply &reply, const QString &continueToken)
{
    if (!reply.date.isNull())
        Q_EMIT clockSeen(reply.date);
    if (!reply.isSuccess()) {
        retry(Again::List, answerError(reply));
        return;
    }
    int loaded = 0;
    const kube::Result<decode::ListMeta> meta = m_intake.page(reply.body, loaded);
    if (!meta) {
        retry(Again::List, meta.error());
        return;
    }
    if (meta->continueToken.isEmpty()) {
        m_state.loaded = loaded;
        finishList(meta->resourceVersion);
        return;
    }
    if (meta->continueToken == continueToken || ++m_pages > PageLimit) {
        retry(Again::List, kube::failure(Error::Kind::Protocol, u"the server's list does not end"_s, m_path).error());
        return;
    }
    if (!m_isSynced) {
        m_state.loaded = loaded;
        m_state.expected = {};
        if (meta->remainingItems && *meta->remainingItems >= 0)
            m_state.expected = loaded + static_cast<int>(std::min<qint64>(*meta->remainingItems, 100'000'000));
        enter(State::Phase::Loading);
    }
    requestPage(meta->continueToken);
}

void Reflector::finishList(const QString &version)
{
    m_intake.replace();
    m_isSynced = true;
    m_version = version;
    if (!isLiveVersion(version)) {
        retry(Again::List,
              kube::failure(Error::Kind::Protocol, u"the list has no resourceVersion to watch from"_s, m_path).error());
        return;
    }
    openWatch();
}

void Reflector::openWatch()
{
    drop();
    const int seconds = 300 + static_cast<int>(m_timing.random() * 300);
    net::Request request;
    request.path = m_path;
    request.query.addQueryItem(u"watch"_s, u"1"_s);
    request.query.addQueryItem(u"resourceVersion"_s, m_version);
    request.query.addQueryItem(u"allowWatchBookmarks"_s, u"true"_s);
    request.query.addQueryItem(u"timeoutSeconds"_s, QString::number(seconds));
    request.quietLimit = std::chrono::seconds(seconds + 30);
    m_opened = m_timing.now();
    m_frames = 0;
    m_stream = m_session.stream(request, this);
    connect(m_stream, &net::WatchStream::opened, this, &Reflector::takeOpened);
    connect(m_stream, &net::WatchStream::frame, this, &Reflector::takeFrame);
    connect(m_stream, &net::WatchStream::ended, this, &Reflector::takeEnd);
}

void Reflector::takeOpened(const net::Reply &head)
{
    if (!head.date.isNull())
        Q_EMIT clockSeen(head.date);
    m_heard = m_timing.now();
    enter(State::Phase::Live);
    if (m_hasBookmarks)
        guardSilence();
}

void Reflector::takeFrame(QByteArrayView json)
{
    ++m_frames;
    m_heard = m_timing.now();
    const kube::Result<FrameNote> note = m_intake.frame(json);
    if (!note) {
        retry(Again::List, note.error());
        return;
    }
    switch (note->type) {
    case FrameNote::Type::Bookmark:
        advance(note->version);
        if (!m_hasBookmarks) {
            m_hasBookmarks = true;
            guardSilence();
        }
        return;
    case FrameNote::Type::Changed:
        m_isExpired = false;
        advance(note->version);
        return;
    case FrameNote::Type::Error: takeStreamError(note->error); return;
    case FrameNote::Type::Skipped: return;
    }
}

void Reflector::advance(const QString &version)
{
    const std::partial_ordering order = kube::compareResourceVersions(version, m_version);
    if (order == std::partial_ordering::less) {
        // Versions that go backwards mean that the cluster's state was rolled back: nothing we hold can be trusted.
        retry(Again::List,
              kube::failure(Error::Kind::Expired, u"the cluster's state went back in time"_s, m_path).error());
        return;
    }
    if (order != std::partial_ordering::unordered)
        m_version = version;
}

void Reflector::guardSilence()
{
    // A server that sends bookmarks sends one a minute; without them the line is dead, though TCP may not know.
    const auto silent = std::chrono::duration_cast<std::chrono::milliseconds>(m_timing.now().point() - m_heard.point());
    if (silent >= SilenceLimit) {
        openWatch();
        return;
    }
    m_timing.after(SilenceLimit - silent, this, [this, epoch = m_epoch] {
        if (epoch == m_epoch)
            guardSilence();
    });
}

void Reflector::takeStreamError(const Error &error)
{
    if (error.kind == Error::Kind::Expired)
        expire(error);
    else
        retry(error.kind == Error::Kind::TooManyRequests ? Again::Watch : Again::List, error);
}

void Reflector::takeEnd(const net::StreamEnd &end)
{
    using Why = net::StreamEnd::Why;
    m_stream = nullptr;
    switch (end.why) {
    case Why::Closed:
    case Why::Broken:
        if (m_frames == 0 && m_timing.now().point() - m_opened.point() < ShortWatch)
            retry(Again::List,
                  kube::failure(Error::Kind::Unreachable, u"the server ended the watch at once"_s, m_path).error());
        else
            openWatch();
        return;
    case Why::Refused: takeStreamError(answerError(end.reply)); return;
    case Why::Failed: retry(end.error.kind == Error::Kind::Unreachable ? Again::Watch : Again::List, end.error); return;
    case Why::Garbled: retry(Again::List, end.error); return;
    }
}

void Reflector::expire(const Error &error)
{
    if (m_isExpired) {
        retry(Again::List, error);
        return;
    }
    m_isExpired = true;
    list();
}

void Reflector::retry(Again again, const Error &error)
{
    drop();
    m_intake.dropPages();
    std::chrono::milliseconds delay = m_backoff.next(m_timing);
    if (error.retryAfter)
        delay = std::max<std::chrono::milliseconds>(delay, *error.retryAfter);
    m_state.error = m_session.credentials().explained(error);
    ++m_state.attempt;
    m_state.nextTry = kube::Timestamp(m_timing.now().point() + delay);
    m_state.verb = error.kind == Error::Kind::Forbidden ? (again == Again::List ? u"list"_s : u"watch"_s) : QString();
    if (error.kind == Error::Kind::Unauthorized)
        enter(State::Phase::LoginNeeded);
    else if (error.kind == Error::Kind::Forbidden)
        enter(State::Phase::Denied);
    else if (needsUser(error.kind))
        enter(State::Phase::Failed);
    else
        enter(m_isSynced ? State::Phase::Stale : State::Phase::Connecting);
    m_timing.after(delay, this, [this, again, epoch = m_epoch] {
        if (epoch != m_epoch)
            return;
        if (again == Again::Watch && m_isSynced) {
            openWatch();
            Q_EMIT stateChanged();
        } else {
            list();
        }
    });
}

}  // namespace mirror
