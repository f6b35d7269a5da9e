// SPDX-License-Identifier: Apache-2.0
// Random histories of a server with random faults, against a pure model of it. GANTRY_SEED=n plays one of them alone.
#include "bench.h"
#include "mirror/inside/changes.h"
#include "modelserver.h"
#include "net/framing.h"

#include <QCoreApplication>

#include <set>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using mirror::Change;
using mirror::State;
using support::ManualTiming;
using support::ModelServer;

namespace {

constexpr int Histories = 2000;
constexpr int SocketHistories = 60;
constexpr int RequestsPerMinute = 100;

/** One end of a connection that exists in memory only, with latency. */
class MemorySink final : public QObject, public support::Sink {
public:
    MemorySink(ManualTiming &timing, mirror::Wire::Answer answered, mirror::Wire::Ears ears,
               std::chrono::milliseconds limit)
        : m_timing(timing), m_answered(std::move(answered)), m_ears(std::move(ears)), m_limit(limit)
    {
        guard();
    }
    /** What the client holds of it; gone when the client gives up. */
    QPointer<QObject> call;

    void answer(int code, const QByteArray &body, int retryAfter, qsizetype cutAt) override
    {
        m_isDone = true;
        net::Reply reply;
        reply.status = code;
        reply.body = body;
        if (retryAfter > 0)
            reply.retryAfter = std::chrono::seconds(retryAfter);
        later([this, reply, cutAt] {
            if (m_answered)
                m_answered(cutAt < 0 ? kube::Result<net::Reply>(reply) : unreachable(u"cut"_s));
            else if (reply.isSuccess())
                m_ears.opened(reply), hear(reply.body), finish(net::StreamEnd::Why::Closed);
            else
                m_ears.ended({net::StreamEnd::Why::Refused, reply, {}});
        });
    }
    void refuse() override
    {
        m_isDone = true;
        later([this] {
            if (m_answered)
                m_answered(unreachable(u"refused"_s));
            else
                m_ears.ended({net::StreamEnd::Why::Failed, {}, unreachable(u"refused"_s).error()});
        });
    }
    void open() override
    {
        later([this] {
            net::Reply head;
            head.status = 200;
            m_ears.opened(head);
        });
    }
    void write(const QByteArray &bytes) override
    {
        // In pieces of any size: frames and packets do not know of each other.
        for (qsizetype at = 0; at < bytes.size(); at += m_piece)
            later([this, piece = bytes.mid(at, m_piece)] { hear(piece); });
        m_piece = 1 + (m_piece * 31 + 7) % 977;
    }
    void end(bool inOrder) override
    {
        if (std::exchange(m_isDone, true))
            return;
        later([this, inOrder] {
            finish(inOrder && !m_framing.hasPartial() ? net::StreamEnd::Why::Closed : net::StreamEnd::Why::Broken);
        });
    }
    [[nodiscard]] bool isGone() const override { return m_isDone || !call; }

private:
    static kube::Result<net::Reply> unreachable(const QString &why)
    {
        return kube::failure(kube::Error::Kind::Unreachable, why);
    }
    void later(std::function<void()> what)
    {
        m_timing.after(5ms, this, [this, what = std::move(what)] {
            m_heard = m_timing.elapsed();
            if (call && !m_isOver)
                what();
        });
    }
    /** The client's own limit for silence, as the session has one. */
    void guard()
    {
        m_timing.after(m_limit, this, [this] {
            if (m_isOver || !call)
                return;
            if (m_timing.elapsed() - m_heard < m_limit)
                guard();
            else if (m_answered)
                m_isDone = m_isOver = true, m_answered(unreachable(u"timeout"_s));
            else
                m_isDone = true, finish(net::StreamEnd::Why::Broken);
        });
    }
    void hear(const QByteArray &piece)
    {
        m_framing.append(piece);
        QByteArrayView json;
        for (;;) {
            const net::Framing::Next next = m_framing.next(json);
            if (next == net::Framing::Next::NeedMore)
                return;
            if (next != net::Framing::Next::Frame) {
                m_isDone = true;
                finish(net::StreamEnd::Why::Garbled);
                return;
            }
            m_ears.frame(json);
            if (!call || m_isOver)
                return;
        }
    }
    void finish(net::StreamEnd::Why why)
    {
        if (std::exchange(m_isOver, true))
            return;
        net::StreamEnd end;
        end.why = why;
        if (why == net::StreamEnd::Why::Garbled)
            end.error = kube::failure(kube::Error::Kind::Protocol, u"garbled"_s).error();
        m_ears.ended(end);
    }

    ManualTiming &m_timing;
    mirror::Wire::Answer m_answered;
    mirror::Wire::Ears m_ears;
    net::Framing m_framing;
    std::chrono::milliseconds m_limit;
    std::chrono::milliseconds m_heard{0};
    qsizetype m_piece = 61;
    bool m_isDone = false;  ///< the server has said its last word
    bool m_isOver = false;  ///< and the client has heard it
};

/** A wire to a model in memory. */
class MemoryWire final : public mirror::Wire {
public:
    MemoryWire(ModelServer &server, ManualTiming &timing) : m_server(server), m_timing(timing) {}
    mirror::Call fetch(const net::Request &request, QObject *owner, Answer answer) override
    {
        return send(request, owner, std::move(answer), {}, 60s);
    }
    mirror::Call stream(const net::Request &request, QObject *owner, Ears ears) override
    {
        return send(request, owner, {}, std::move(ears), request.quietLimit);
    }
    void forgetConnections() override {}

private:
    mirror::Call send(const net::Request &request, QObject *owner, Answer answer, Ears ears,
                      std::chrono::milliseconds limit)
    {
        auto *const call = new QObject(owner);
        const auto sink = std::make_shared<MemorySink>(m_timing, std::move(answer), std::move(ears), limit);
        sink->call = call;
        m_sinks.push_back(sink);
        m_timing.after(5ms, call, [this, query = request.query, sink] { m_server.serve(query, sink); });
        return call;
    }
    ModelServer &m_server;
    ManualTiming &m_timing;
    std::vector<std::shared_ptr<support::Sink>> m_sinks;
};

/** The server's end of a real connection. */
class SocketSink final : public support::Sink {
public:
    explicit SocketSink(support::Exchange exchange) : m_exchange(std::move(exchange)), m_socket(m_exchange.socket) {}
    void answer(int code, const QByteArray &body, int retryAfter, qsizetype cutAt) override
    {
        m_isDone = true;
        if (!m_socket)
            return;
        const QByteArray after =
            retryAfter > 0 ? "Retry-After: " + QByteArray::number(retryAfter) + "\r\n" : QByteArray();
        if (cutAt < 0) {
            m_exchange.answer(code, body, after);
            return;
        }
        m_exchange.raw("HTTP/1.1 200 X\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" +
                       body.left(cutAt));
        m_exchange.hangUp();
    }
    void refuse() override
    {
        m_isDone = true;
        if (m_socket)
            m_socket->abort();
    }
    void open() override
    {
        if (m_socket)
            m_exchange.open();
    }
    void write(const QByteArray &bytes) override
    {
        if (m_socket && !bytes.isEmpty())
            m_exchange.chunk(bytes);
    }
    void end(bool inOrder) override
    {
        if (std::exchange(m_isDone, true) || !m_socket)
            return;
        if (inOrder)
            m_exchange.end();
        else
            m_exchange.hangUp();
    }
    [[nodiscard]] bool isGone() const override
    {
        return m_isDone || !m_socket || m_socket->state() != QAbstractSocket::ConnectedState;
    }

private:
    support::Exchange m_exchange;
    QPointer<QTcpSocket> m_socket;
    bool m_isDone = false;
};

/** Watches every change of a store for what must never happen. */
class Witness {
public:
    QList<QString> offences;

    void see(const Change<kube::SlimPod> &change, kube::Timestamp rolledBack)
    {
        if (rolledBack != m_rolledBack)
            m_highest.clear();
        m_rolledBack = rolledBack;
        const QString name = change.key.name;
        const bool isHeld = m_held.contains(name);
        if (isHeld != static_cast<bool>(change.before))
            offences << u"I4 %1: before does not fit"_s.arg(name);
        if (!change.now && !change.before)
            offences << u"I4 %1: nothing happened"_s.arg(name);
        if (change.now && change.before && change.now->meta.uid != change.before->meta.uid)
            offences << u"I4 %1: another object without an end"_s.arg(name);
        if (change.now) {
            QString &highest = m_highest[name];
            const QString &version = change.now->meta.resourceVersion;
            if (kube::compareResourceVersions(version, highest) == std::partial_ordering::less)
                offences << u"I3 %1: %2 after %3"_s.arg(name, version, highest);
            highest = version;
            m_held.insert(name);
        } else {
            m_held.remove(name);
        }
    }

private:
    kube::Timestamp m_rolledBack;
    QHash<QString, QString> m_highest;
    QSet<QString> m_held;
};

/** A mirror of a model, over any wire, and a consumer that takes its changes now and then. */
struct Copy {
    ManualTiming &timing;
    mirror::Gate gate{timing};
    mirror::Counters counters;
    mirror::Habits habits{true, false};
    decode::Reader reader;
    Witness witness;
    mirror::Changes<kube::SlimPod> changes;
    QHash<QString, QString> consumer;  ///< name to uid and version
    kube::Timestamp rolledBack;
    mirror::Store<kube::SlimPod> store{[this](const Change<kube::SlimPod> &change) {
        witness.see(change, rolledBack);
        changes.note(change);
    }};
    mirror::KindIntake<kube::SlimPod> intake{reader, store, counters};
    mirror::Reflector reflector;

    Copy(mirror::Wire &wire, ManualTiming &time)
        : timing(time), reflector({wire, gate, timing, counters}, intake, habits, u"/api/v1/pods"_s, 0)
    {
        QObject::connect(&reflector, &mirror::Reflector::stateChanged, &reflector,
                         [this] { rolledBack = reflector.state().rolledBack; });
    }
    void consume()
    {
        const auto set = changes.take();
        for (const kube::Key &key : set.removals) {
            if (consumer.remove(key.name) == 0)
                witness.offences << u"I4 %1: removed and not there"_s.arg(key.name);
        }
        for (const kube::PodRef &pod : set.upserts)
            consumer[pod->meta.key.name] = pod->meta.uid + u'/' + pod->meta.resourceVersion;
    }
    [[nodiscard]] QString text() const
    {
        QList<QString> lines;
        for (const mirror::Holding &one : store.holdings())
            lines << one.key.name + u'=' + one.uid + u'/' + one.resourceVersion;
        lines.sort();
        return lines.join(u' ');
    }
    [[nodiscard]] QString consumed() const
    {
        QList<QString> lines;
        for (auto it = consumer.constBegin(); it != consumer.constEnd(); ++it)
            lines << it.key() + u'=' + *it;
        lines.sort();
        return lines.join(u' ');
    }
};

QString textOf(const ModelServer &server)
{
    QList<QString> lines;
    for (auto it = server.contents().constBegin(); it != server.contents().constEnd(); ++it) {
        if (!it->isBroken)
            lines << QString::fromLatin1(it.key() + '=' + it->uid + '/' + server.text(it->version));
    }
    lines.sort();
    return lines.join(u' ');
}

/** Plays one history; `breathe` lets the network work, `isExact`: it needs no time of its own. What went wrong, empty:
 * nothing. */
QString play(quint32 seed, ModelServer &server, Copy &copy, const std::function<void()> &breathe, bool isExact)
{
    std::mt19937 random(seed ^ 0x9e3779b9U);
    std::chrono::milliseconds lost{0};
    const auto pass = [&](std::chrono::milliseconds span) {
        copy.timing.pass(span);
        breathe();
        server.push();
        breathe();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        lost = server.openStreams() > 0 ? copy.timing.elapsed() : std::max(lost, server.lastOpening());
        if (!isExact)
            return;
        // Five seconds: three that a watch may take to open, and what passes between two looks.
        if (copy.reflector.state().phase == State::Phase::Live && copy.timing.elapsed() - lost > 5s + span)
            copy.witness.offences << u"Live without a watch"_s;
    };
    copy.reflector.start();
    for (int step = 0; step < 40; ++step) {
        server.happen();
        pass(std::chrono::milliseconds(20 + random() % 1000));
        if (random() % 10 == 0)
            pass(30s);
        if (random() % 40 == 0)
            copy.reflector.reconnect(std::chrono::milliseconds(random() % 2000));
        if (random() % 60 == 0)
            copy.reflector.relist();
        if (random() % 3 == 0)
            copy.consume();
    }
    // Everything heals; where events may have been lost for good it takes the audit, which comes within the hour.
    const bool needsAudit = server.restores() > 0 || server.temper.reorders;
    server.heal();
    const int looks = needsAudit ? 7500 / 20 : 360 / 20;
    server.temper.restores = false;
    for (int look = 0; isExact && look < looks; ++look)
        pass(20s);
    // Real sockets take a time of their own, on a busy machine a long one: the model's must not run far ahead of it.
    const auto isDone = [&] {
        const State &state = copy.reflector.state();
        return state.phase == State::Phase::Live && copy.text() == textOf(server) &&
               state.undecodable == server.brokenObjects();  // its event may be the last that is under way
    };
    for (int look = 0; !isExact && look < 5000 && !isDone(); ++look)
        pass(500ms);
    copy.consume();
    if (!copy.witness.offences.isEmpty())
        return copy.witness.offences.first();
    if (copy.reflector.state().phase != State::Phase::Live)
        return u"not live but %1"_s.arg(static_cast<int>(copy.reflector.state().phase));
    if (copy.text() != textOf(server))
        return u"I1 the copy  %1\n   the server %2"_s.arg(copy.text(), textOf(server));
    if (copy.consumed() != copy.text())
        return u"I1 the consumer %1\n   the store    %2"_s.arg(copy.consumed(), copy.text());
    if (copy.reflector.state().undecodable != server.brokenObjects())
        return u"undecodable %1, there are %2"_s.arg(copy.reflector.state().undecodable).arg(server.brokenObjects());
    if (server.busiestMinute() > RequestsPerMinute)
        return u"I5 %1 requests in a minute"_s.arg(server.busiestMinute());
    return {};
}

}  // namespace

class TestModel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        const QByteArray given = qgetenv("GANTRY_SEED");
        m_first = given.isEmpty() ? std::random_device()() : given.toUInt();
        m_isSingle = !given.isEmpty();
        qInfo("the first seed is %u", m_first);
    }

    void theCopyIsTheServerAfterAnyHistory()
    {
        int busiest = 0;
        mirror::Counters sum;
        for (int i = 0; i < (m_isSingle ? 1 : Histories); ++i) {
            const quint32 seed = m_first + static_cast<quint32>(i);
            ManualTiming timing;
            std::mt19937 chance(seed);
            timing.chance = [&chance] { return static_cast<double>(chance()) / 4294967296.0; };
            ModelServer server(seed, timing);
            MemoryWire wire(server, timing);
            Copy copy(wire, timing);
            const QString wrong = play(seed, server, copy, [] {}, true);
            QVERIFY2(wrong.isEmpty(), qPrintable(u"GANTRY_SEED=%1: %2"_s.arg(seed).arg(wrong)));
            busiest = std::max(busiest, server.busiestMinute());
            sum.rollbacks += copy.counters.rollbacks;
            sum.mismatches += copy.counters.mismatches;
            sum.relists += copy.counters.relists;
            sum.events += copy.counters.events;
            sum.stalls += copy.counters.stalls;
        }
        qInfo("%llu events, %llu relists, %llu rollbacks, %llu stalls, %llu audits that found something, at most %d "
              "requests a minute",
              sum.events, sum.relists, sum.rollbacks, sum.stalls, sum.mismatches, busiest);
        if (m_isSingle)
            return;
        // The histories did meet what they are for.
        QVERIFY(sum.rollbacks > 0);
        QVERIFY(sum.stalls > 0);
        QVERIFY(sum.relists > Histories);
    }

    void theSameOverRealSockets()
    {
        for (int i = 0; i < (m_isSingle ? 1 : SocketHistories); ++i) {
            const quint32 seed = m_first + static_cast<quint32>(i);
            ManualTiming timing;
            ModelServer server(seed, timing);
            server.temper.restores = server.temper.reorders = false;  // they take hours of the model's time
            support::FaultServer door(
                [&server](const support::Exchange &x) { server.serve(x.query, std::make_shared<SocketSink>(x)); });
            net::Session session(support::Bench::to(door));
            mirror::SessionWire wire(session);
            Copy copy(wire, timing);
            const QString wrong = play(seed, server, copy, [] { QTest::qWait(1); }, false);
            QVERIFY2(wrong.isEmpty(), qPrintable(u"GANTRY_SEED=%1 over sockets: %2"_s.arg(seed).arg(wrong)));
        }
    }

private:
    quint32 m_first = 0;
    bool m_isSingle = false;
};

QTEST_GUILESS_MAIN(TestModel)
#include "test_model.moc"
