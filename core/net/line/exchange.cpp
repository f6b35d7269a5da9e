// SPDX-License-Identifier: Apache-2.0
#include "net/line/exchange.h"

#include "net/fault.h"
#include "net/line/wire.h"
#include "net/session.h"
#include "net/words/headers.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace net {

using kube::Error;

namespace {

Limits limitsOf(const Request &request, Exchange::Use use)
{
    Limits limits = request.limits;
    const bool isStream = use == Exchange::Use::Stream;
    limits.quiet = request.quietLimit;
    limits.head = request.headLimit.count() > 0 ? request.headLimit : isStream ? 60'000ms : 30'000ms;
    if (isStream)
        limits.total = 0ms;
    return limits;
}

}  // namespace

Exchange::Exchange(Session &session, const Request &request, Use use, QObject *parent)
    : QObject(parent), m_session(session), m_lines(&session.lines()), m_request(request), m_use(use),
      m_patience(limitsOf(request, use), this)
{
    connect(&m_patience, &Patience::exhausted, this, &Exchange::giveUp, Qt::QueuedConnection);
    connect(&m_session, &Session::dropped, this, &Exchange::drop);
}

void Exchange::giveUp(const QString &what)
{
    const Route &route = m_session.route();
    const QString place = placeOf(route.server);
    if (!m_dial || route.proxy.type() == QNetworkProxy::NoProxy) {
        fail(unable(u"%1 %2"_s.arg(place, what), place));
        return;
    }
    Error error = unable(u"%1, through %2, %3"_s.arg(place, placeOf(route.proxy), what), placeOf(route.proxy));
    error.reason = u"Proxy"_s;
    fail(error);
}

void Exchange::drop(quint64 generation)
{
    const QString place = placeOf(m_session.route().server);
    if ((m_socket || m_dial) && m_generation < generation)
        fail(unable(u"the connection to %1 was given up: the network or the identity changed"_s.arg(place), place));
}

void Exchange::breakWith(const QString &what)
{
    const QString place = placeOf(m_session.route().server);
    fail(kube::failure(Error::Kind::Protocol, u"the answer of %1 "_s.arg(place) + what, place).error());
}

Exchange::~Exchange()
{
    stop();
}

void Exchange::stop()
{
    m_isDone = true;
    release(false);
}

void Exchange::send(const config::Grant &grant)
{
    m_session.present(grant);
    const Route &route = m_session.route();
    Manner manner;
    manner.isStream = m_use == Use::Stream;
    manner.isLastOne = m_use == Use::Write;
    manner.mayPack = !m_session.connection().disableCompression &&
                     (route.proxy.type() != QNetworkProxy::NoProxy || !isNearby(route.server.host()));
    const kube::Result<QByteArray> bytes = bytesOf(m_request, m_session.connection(), grant, manner);
    const std::optional<Error> obstacle = !bytes ? std::optional(bytes.error()) : m_session.obstacle();
    if (obstacle) {
        QMetaObject::invokeMethod(this, [this, obstacle] { fail(*obstacle); }, Qt::QueuedConnection);
        return;
    }
    m_bytes = *bytes;
    const auto go = [this] {
        m_isAdmitted = m_use == Use::Read;
        begin();
    };
    if (m_use == Use::Read)
        m_session.lines().admit(this, go);
    else
        go();
}

void Exchange::begin()
{
    m_generation = m_session.lines().generation();
    // A write takes no used connection: that its server has just closed it would leave the outcome unknown.
    QSslSocket *const idle = m_use == Use::Write || m_wasRepeated ? nullptr : m_session.lines().takeIdle();
    if (idle) {
        idle->setParent(this);
        take(idle);
        return;
    }
    m_patience.enter(Patience::Part::Connect);
    m_dial = new Dial(m_session.route(), m_lines, this);
    connect(m_dial, &Dial::opened, this, [this](QSslSocket *socket) {
        socket->setParent(this);
        m_dial->deleteLater();
        m_dial = nullptr;
        take(socket);
    });
    connect(m_dial, &Dial::failed, this, &Exchange::fail);
    m_dial->start();
}

void Exchange::take(QSslSocket *socket)
{
    if (m_isDone)
        return;
    m_socket = socket;
    connect(socket, &QSslSocket::readyRead, this, &Exchange::read);
    connect(socket, &QSslSocket::disconnected, this, &Exchange::lose);
    connect(socket, &QSslSocket::errorOccurred, this, &Exchange::lose);
    m_patience.enter(Patience::Part::Head);
    m_wasSent = true;
    if (socket->write(m_bytes) != m_bytes.size() || socket->state() != QAbstractSocket::ConnectedState)
        QMetaObject::invokeMethod(this, &Exchange::lose, Qt::QueuedConnection);
    else
        socket->flush();  // now, not when this thread has nothing else to do
}

void Exchange::read()
{
    if (m_isDone || !m_socket)
        return;
    const QByteArray arrived = m_socket->readAll();
    QByteArrayView rest(arrived);
    const QPointer<Exchange> alive(this);
    m_patience.moved();
    while (!rest.isEmpty() && m_answer.state() != Answer::State::Whole && m_answer.state() != Answer::State::Broken) {
        QByteArrayView body;
        rest = rest.sliced(m_answer.take(rest, body));
        if (m_answer.status() != 0 && m_answer.state() != Answer::State::Broken && !announce())
            return;
        if (!body.isEmpty() && !deliver(body))
            return;
    }
    if (!alive || m_isDone)
        return;
    if (m_answer.state() == Answer::State::Broken) {
        breakWith(u"cannot be read: "_s + m_answer.fault());
    } else if (m_answer.state() == Answer::State::Whole) {
        if (!rest.isEmpty())
            (void)m_answer.close();  // what follows an answer unasked spoils the connection
        conclude();
    }
}

bool Exchange::announce()
{
    if (m_isAnnounced)
        return true;
    m_isAnnounced = true;
    m_patience.enter(Patience::Part::Body);
    const Reply head = headOf(m_answer);
    m_session.noteClock(head.date);
    const QByteArray coding = m_answer.header("content-encoding").toLower();
    if (coding == "gzip" || coding == "x-gzip") {
        m_inflate = std::make_unique<Inflate>();
    } else if (!coding.isEmpty() && coding != "identity") {
        const QString name = QString::fromLatin1(coding.first(std::min<qsizetype>(coding.size(), 64)));
        breakWith(u"is packed as \"%1\", which nobody asked for"_s.arg(name));
        return false;
    }
    const QPointer<Exchange> alive(this);
    Q_EMIT answered(head);
    return alive && !m_isDone;
}

bool Exchange::deliver(QByteArrayView bytes)
{
    const QPointer<Exchange> alive(this);
    if (!m_inflate) {
        Q_EMIT received(bytes);
        return alive && !m_isDone;
    }
    for (;;) {
        QByteArrayView piece;
        switch (m_inflate->next(bytes, piece)) {
        case Inflate::Step::Done: return true;
        case Inflate::Step::Piece:
            Q_EMIT received(piece);
            if (!alive || m_isDone)
                return false;
            break;
        case Inflate::Step::Broken: breakWith(u"is packed and damaged"_s); return false;
        }
    }
}

void Exchange::lose()
{
    if (m_isDone || !m_socket)
        return;
    const QPointer<Exchange> alive(this);
    if (m_socket->bytesAvailable() > 0)
        read();
    if (!alive || m_isDone)
        return;
    const bool isTimeout = m_socket->error() == QAbstractSocket::SocketTimeoutError;
    if (m_answer.state() == Answer::State::Head && m_use != Use::Write && !m_wasRepeated && !isTimeout) {
        m_wasRepeated = true;
        m_answer = {};
        release(false);
        begin();
        return;
    }
    if (m_answer.close() == Answer::State::Whole) {
        conclude();
        return;
    }
    const QString place = placeOf(m_session.route().server);
    switch (m_socket->error()) {
    case QAbstractSocket::RemoteHostClosedError:
    case QAbstractSocket::UnknownSocketError:
        fail(unable(m_answer.hasBegun() ? u"%1 closed the connection in the middle of its answer"_s.arg(place)
                                        : u"%1 closed the connection before it answered"_s.arg(place),
                    place));
        return;
    default: fail(socketFault(*m_socket, m_session.route().server, m_session.route().proxy, true)); return;
    }
}

void Exchange::conclude()
{
    if (m_inflate && m_inflate->isPartial() && m_answer.status() != 204 && m_answer.status() != 304) {
        breakWith(u"is packed and ends too early"_s);
        return;
    }
    m_isDone = true;
    release(m_answer.keepsAlive() && m_use != Use::Write);
    Q_EMIT finished(std::nullopt);
}

void Exchange::fail(const Error &error)
{
    if (m_isDone)
        return;
    m_isDone = true;
    Error told = error;
    told.mayBeDone = m_use == Use::Write && m_wasSent;
    if (told.mayBeDone)
        told.message += doubt();
    release(false);
    Q_EMIT finished(told);
}

void Exchange::release(bool keep)
{
    if (m_isAdmitted && m_isDone) {
        m_isAdmitted = false;
        if (m_lines)
            m_lines->leave();
    }
    if (m_dial) {
        m_dial->disconnect(this);
        m_dial->deleteLater();
        m_dial = nullptr;
    }
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    if (keep && m_lines) {
        m_lines->giveBack(m_socket, m_generation);
    } else {
        // We may be inside one of its signals: it must outlive us.
        if (m_lines)
            m_socket->setParent(m_lines);
        m_socket->abort();
        m_socket->deleteLater();
    }
    m_socket = nullptr;
}

Reply headOf(const Answer &answer)
{
    Reply head;
    head.status = answer.status();
    head.contentType = answer.header("content-type");
    head.location = answer.header("location");
    head.warnings = warningTexts(answer.header("warning"));
    head.date = httpDate(answer.header("date"));
    const kube::Timestamp now = head.date.isNull() ? kube::Timestamp(std::chrono::system_clock::now()) : head.date;
    head.retryAfter = retryAfter(answer.header("retry-after"), now);
    return head;
}

}  // namespace net
