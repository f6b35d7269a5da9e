// SPDX-License-Identifier: Apache-2.0
#include "net/framing.h"

#include <QFile>
#include <QTest>

using net::Framing;

namespace {

QList<QByteArray> cut(Framing &framing)
{
    QList<QByteArray> frames;
    QByteArrayView frame;
    while (framing.next(frame) == Framing::Next::Frame)
        frames << frame.toByteArray();
    return frames;
}

QByteArray recorded()
{
    QFile file(QStringLiteral(TEST_DATA "/net/pods.watch.jsonl"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

class TestFraming : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void givesTheSameWhereverARecordedWatchIsSplit()
    {
        const QByteArray stream = recorded();
        QList<QByteArray> lines = stream.split('\n');
        lines.removeAll({});
        QVERIFY(lines.size() > 3);
        const QByteArray some = lines.mid(0, 3).join('\n');
        for (qsizetype at = 0; at <= some.size(); ++at) {
            Framing framing;
            framing.append(QByteArrayView(some).first(at));
            QList<QByteArray> frames = cut(framing);
            framing.append(QByteArrayView(some).sliced(at));
            frames += cut(framing);
            QCOMPARE(frames, lines.mid(0, 3));
            QVERIFY(!framing.hasPartial());
        }
    }

    void takesOneByteAtATime()
    {
        const QByteArray stream = recorded();
        QList<QByteArray> lines = stream.split('\n');
        lines.removeAll({});
        Framing framing;
        QList<QByteArray> frames;
        for (const char byte : stream) {
            framing.append(QByteArrayView(&byte, 1));
            frames += cut(framing);
        }
        QCOMPARE(frames, lines);
    }

    void needsNoNewlines_data()
    {
        QTest::addColumn<QByteArray>("stream");
        QTest::addColumn<QList<QByteArray>>("frames");
        QTest::newRow("back to back") << QByteArray("{\"a\":1}{\"b\":2}")
                                      << QList<QByteArray>{"{\"a\":1}", "{\"b\":2}"};
        QTest::newRow("pretty") << QByteArray("{\n \"a\": [\n{}]\n}\r\n\t {}")
                                << QList<QByteArray>{"{\n \"a\": [\n{}]\n}", "{}"};
        QTest::newRow("braces in text") << QByteArray("{\"a\":\"}{\\\"}\\\\\"}{}")
                                        << QList<QByteArray>{"{\"a\":\"}{\\\"}\\\\\"}", "{}"};
        QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF{}") << QList<QByteArray>{"{}"};
    }
    void needsNoNewlines()
    {
        QFETCH(QByteArray, stream);
        QFETCH(QList<QByteArray>, frames);
        for (qsizetype at = 0; at <= stream.size(); ++at) {
            Framing framing;
            framing.append(QByteArrayView(stream).first(at));
            QList<QByteArray> found = cut(framing);
            framing.append(QByteArrayView(stream).sliced(at));
            found += cut(framing);
            QCOMPARE(found, frames);
        }
    }

    void knowsACutFrame()
    {
        Framing framing;
        framing.append("{} {\"a\":");
        QCOMPARE(cut(framing).size(), 1);
        QVERIFY(framing.hasPartial());
    }

    void refusesGarbageAndGiants()
    {
        QByteArrayView frame;
        Framing garbage;
        garbage.append("{}<html>");
        QCOMPARE(garbage.next(frame), Framing::Next::Frame);
        QCOMPARE(garbage.next(frame), Framing::Next::Garbage);
        garbage.append("{}");
        QCOMPARE(garbage.next(frame), Framing::Next::Garbage);
        Framing giant(10);
        giant.append("{\"a\":1}{\"a\":\"0123456789\"}");
        QCOMPARE(giant.next(frame), Framing::Next::Frame);
        QCOMPARE(giant.next(frame), Framing::Next::TooLong);
    }
};

QTEST_GUILESS_MAIN(TestFraming)
#include "test_framing.moc"
