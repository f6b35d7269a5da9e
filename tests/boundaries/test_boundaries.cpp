// SPDX-License-Identifier: Apache-2.0
// Recorded lists and watches, cut or split at every byte on a real socket: the mirror ends with the same copy, and each
// change is told once.
#include "mirror/bench.h"

#include <QEventLoop>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using mirror::State;
using support::Bench;
using support::Exchange;

namespace {

QByteArray recorded(const QString &name)
{
    QFile file(QStringLiteral(TEST_DATA "/fixtures/k8s-1.36/unschedulable/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("missing test data: %s", qPrintable(file.fileName()));
    return file.readAll();
}

struct Frame {
    QString version;
    QByteArray bytes;
};

/** The first two: enough for every kind of place, few enough for every place. */
QList<Frame> recordedFrames()
{
    QList<Frame> frames;
    for (const QByteArray &line : recorded(u"pods.watch.jsonl"_s).split('\n')) {
        const QJsonObject event = QJsonDocument::fromJson(line).object();
        if (!event.isEmpty() && frames.size() < 2)
            frames.append({event["object"_L1]["metadata"_L1]["resourceVersion"_L1].toString(), line + '\n'});
    }
    return frames;
}

const QList<Frame> Frames = recordedFrames();
const QByteArray Before = support::list(QList<QByteArray>{support::pod("old", 1)}, 1);
const QByteArray List = QJsonDocument::fromJson(recorded(u"pods.json"_s)).toJson(QJsonDocument::Compact);

/** A list of the same objects at a later version: a mirror takes none that is older than what it has. */
QByteArray later(const QByteArray &list, qint64 version)
{
    QJsonObject object = QJsonDocument::fromJson(list).object();
    object.insert("metadata"_L1, QJsonObject{{u"resourceVersion"_s, QString::number(1'000'000'000 + version)}});
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/** The frames after a version, a chunk each, as a watch sends them. */
QByteArray watchBytes(const QString &since)
{
    QByteArray bytes;
    for (const Frame &frame : Frames) {
        if (kube::compareResourceVersions(frame.version, since) == std::partial_ordering::greater)
            bytes += QByteArray::number(frame.bytes.size(), 16) + "\r\n" + frame.bytes + "\r\n";
    }
    return bytes;
}

/** Lets events happen until it holds; false after five seconds without it. */
template <class Holds>
bool until(const Bench &bench, Holds holds)
{
    QEventLoop loop;
    QTimer limit;
    QTimer pulse;
    QObject::connect(&limit, &QTimer::timeout, &loop, [&loop] { loop.exit(1); });
    const auto look = [&] {
        if (holds())
            loop.quit();
    };
    QObject::connect(&bench.reflector, &mirror::Reflector::stateChanged, &loop, look, Qt::QueuedConnection);
    QObject::connect(&pulse, &QTimer::timeout, &loop, look);
    limit.start(5s);
    pulse.start(1ms);
    return holds() || loop.exec() == 0 || holds();
}

/** A bench whose watches are kept, to be written to by the test. */
struct Stage {
    QPointer<QTcpSocket> socket;
    Exchange watch;
    int lists = 0;
    int watches = 0;
    std::function<void(const Exchange &)> onList = [](const Exchange &x) { x.answer(200, Before); };
    Bench bench{[this](const Exchange &x) {
        if (!x.isWatch()) {
            ++lists;
            onList(x);
            return;
        }
        ++watches;
        watch = x;
        socket = x.socket;
        x.socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        x.open();
    }};

    /** A watch is open, and long enough for its end not to be a failure of the server. */
    bool settle()
    {
        const bool isLive = until(bench, [this] { return bench.phase() == State::Phase::Live && socket; });
        bench.timing.pass(2s);
        return isLive;
    }
    void cut(bool byReset) const { byReset ? watch.reset() : watch.hangUp(); }
};

}  // namespace

class TestBoundaries : public QObject {
    Q_OBJECT

    mirror::Holdings m_listed;   ///< what a whole List gives
    mirror::Holdings m_watched;  ///< what Before and all frames give
    int m_changes = 0;           ///< how many changes that is

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(Frames.size(), 2);
        Stage listed;
        listed.onList = [](const Exchange &x) { x.answer(200, List); };
        QVERIFY(listed.settle());
        m_listed = listed.bench.store.holdings();
        QVERIFY(!m_listed.isEmpty());

        Stage watched;
        QVERIFY(watched.settle());
        const int before = watched.bench.changes;
        watched.watch.raw(watchBytes(u"1"_s));
        QVERIFY(until(watched.bench, [&] { return watched.bench.reflector.version() == Frames.last().version; }));
        m_watched = watched.bench.store.holdings();
        m_changes = watched.bench.changes - before;
        QCOMPARE(m_changes, Frames.size());
    }

    void N05_aListCutAtEachByte_data()
    {
        QTest::addColumn<bool>("byReset");
        QTest::addColumn<int>("stride");
        QTest::newRow("N05 FIN") << false << 1;
        QTest::newRow("N05 RST") << true << 29;  // a reset is a cut: some places will do
    }

    void N05_aListCutAtEachByte()
    {
        QFETCH(bool, byReset);
        QFETCH(int, stride);
        const QByteArray lists[] = {List, Before};
        const qsizetype size = Exchange::bytesOf(200, later(List, 0)).size();
        Stage stage;
        QVERIFY(stage.settle());
        const mirror::Holdings old = stage.bench.store.holdings();
        const mirror::Holdings *held = &old;
        int turn = 0;
        // Before the end of its head the answer may come from a kept connection that the server had just closed: then
        // the read is asked once more, and that one is cut as well.
        for (qsizetype at = 1; at < size; at += at < 300 ? 1 : stride) {
            const QByteArray answer = Exchange::bytesOf(200, later(lists[turn], at));
            const qsizetype place = std::min(at, answer.size() - 1);  // the other one is shorter
            const int cuts = place < answer.indexOf("\r\n\r\n") + 4 ? 2 : 1;
            int left = cuts;
            stage.onList = [&](const Exchange &x) {
                x.socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
                x.raw(left > 0 ? answer.first(place) : answer);
                if (left-- > 0)
                    byReset ? x.reset() : x.hangUp();
            };
            const int asked = stage.lists;
            stage.bench.reflector.relist();
            QVERIFY2(until(stage.bench, [&] { return !stage.bench.state().nextTry.isNull(); }),
                     qPrintable(u"at %1"_s.arg(at)));
            QCOMPARE(stage.bench.store.holdings(), *held);
            QCOMPARE(stage.bench.phase(), State::Phase::Stale);
            stage.bench.passPause();
            QVERIFY2(until(stage.bench, [&] { return stage.bench.phase() == State::Phase::Live; }),
                     qPrintable(u"at %1"_s.arg(at)));
            held = turn == 0 ? &m_listed : &old;
            QCOMPARE(stage.bench.store.holdings(), *held);
            QVERIFY2(stage.lists > asked + cuts && stage.lists <= asked + cuts + 2, qPrintable(QString::number(at)));
            turn = 1 - turn;
            stage.bench.timing.pass(130s);  // the back-off has forgotten; nobody asks yet why nothing is heard
        }
    }

    void N06_aWatchCutAtEachByte_data()
    {
        QTest::addColumn<bool>("byReset");
        QTest::addColumn<int>("stride");
        QTest::newRow("N06 FIN") << false << 1;
        QTest::newRow("N06 RST") << true << 31;
    }

    void N06_aWatchCutAtEachByte()
    {
        QFETCH(bool, byReset);
        QFETCH(int, stride);
        const qsizetype size = watchBytes(u"1"_s).size();
        for (qsizetype at = 0; at < size; at += at < 300 ? 1 : stride) {
            Stage stage;
            QVERIFY(stage.settle());
            const int before = stage.bench.changes;
            stage.watch.raw(watchBytes(u"1"_s).first(at));
            stage.cut(byReset);
            QVERIFY2(until(stage.bench, [&] { return stage.watches == 2; }), qPrintable(u"at %1"_s.arg(at)));
            stage.watch.raw(watchBytes(support::versionOf(stage.watch)));
            QVERIFY2(until(stage.bench, [&] { return stage.bench.reflector.version() == Frames.last().version; }),
                     qPrintable(u"at %1"_s.arg(at)));
            QCOMPARE(stage.bench.store.holdings(), m_watched);
            QCOMPARE(stage.bench.changes - before, m_changes);
            QCOMPARE(stage.lists, 1);
        }
    }

    void N13_aWatchInTwoPiecesSplitAtEachByte()
    {
        const QByteArray bytes = watchBytes(u"1"_s);
        for (qsizetype at = 1; at < bytes.size(); ++at) {
            Stage stage;
            QVERIFY(stage.settle());
            stage.watch.split(bytes, at);
            QVERIFY2(until(stage.bench, [&] { return stage.bench.reflector.version() == Frames.last().version; }),
                     qPrintable(u"at %1"_s.arg(at)));
            QCOMPARE(stage.bench.store.holdings(), m_watched);
            QCOMPARE(stage.watches, 1);
        }
    }

    void N13_oneByteASegment()
    {
        Stage stage;
        stage.onList = [](const Exchange &x) { x.slices(Exchange::bytesOf(200, Before), 1); };
        QVERIFY(stage.settle());
        stage.watch.slices(watchBytes(u"1"_s), 1);
        QVERIFY(until(stage.bench, [&] { return stage.bench.reflector.version() == Frames.last().version; }));
        QCOMPARE(stage.bench.store.holdings(), m_watched);
        QCOMPARE(stage.lists, 1);
        QCOMPARE(stage.watches, 1);
    }
};

QTEST_GUILESS_MAIN(TestBoundaries)
#include "test_boundaries.moc"
