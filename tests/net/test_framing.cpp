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

    void P01_whatIsNoObjectIsGarbage_data()
    {
        QTest::addColumn<QByteArray>("stream");
        QTest::addColumn<int>("frames");
        QTest::newRow("NUL between frames") << QByteArray("{}\0{}", 5) << 1;
        QTest::newRow("text") << QByteArray("{}\n{}\nhello{}") << 2;
        QTest::newRow("an array") << QByteArray("[{}]") << 0;
        QTest::newRow("a number") << QByteArray("{}1{}") << 1;
        QTest::newRow("a comma") << QByteArray("{},{}") << 1;
        QTest::newRow("a late byte order mark") << QByteArray("{}\xEF\xBB\xBF{}") << 1;
        QTest::newRow("half a byte order mark") << QByteArray("\xEF\xBB{}") << 0;
        QTest::newRow("a closing brace") << QByteArray("{}}{}") << 1;
        QTest::newRow("0xFF") << QByteArray("\xFF{}") << 0;
    }
    void P01_whatIsNoObjectIsGarbage()
    {
        QFETCH(QByteArray, stream);
        QFETCH(int, frames);
        for (qsizetype at = 0; at <= stream.size(); ++at) {
            Framing framing;
            framing.append(QByteArrayView(stream).first(at));
            QList<QByteArray> found = cut(framing);
            framing.append(QByteArrayView(stream).sliced(at));
            found += cut(framing);
            QCOMPARE(found.size(), frames);
            QByteArrayView frame;
            QCOMPARE(framing.next(frame), Framing::Next::Garbage);
            QVERIFY(framing.hasPartial());
        }
    }

    /** Strings of every length, so that quotes and escapes meet each place of a machine word. */
    void P01_quotesAndEscapesCountAtEveryPlace()
    {
        for (qsizetype length = 0; length < 40; ++length) {
            for (const char *ending : {"\\\"", "\\\\", "}", "{", "\xC3\xA4", "\\u00e4\\\""}) {
                const QByteArray frame =
                    "{\"" + QByteArray(length, 'x') + ending + "\":\"" + QByteArray(length, '[') + "\"}";
                Framing framing;
                framing.append(frame + frame);
                QCOMPARE(cut(framing), (QList<QByteArray>{frame, frame}));
                QVERIFY(!framing.hasPartial());
            }
        }
    }

    void P02_memoryIsBoundedAndGivenBack()
    {
        Framing framing;
        QByteArrayView frame;
        const QByteArray piece(64 * 1024, 'a');
        framing.append("{\"a\":\"");
        qsizetype most = 0;
        Framing::Next next = Framing::Next::NeedMore;
        qsizetype fed = 0;
        while (next == Framing::Next::NeedMore && fed < 200 * 1024 * 1024) {
            framing.append(piece);
            fed += piece.size();
            next = framing.next(frame);
            most = std::max(most, framing.held());
        }
        QCOMPARE(next, Framing::Next::TooLong);
        QVERIFY(fed <= Framing::DefaultLimit + 2 * piece.size());
        QVERIFY2(most <= 2 * Framing::DefaultLimit + piece.size(), qPrintable(QString::number(most)));

        Framing good;
        good.append("{\"a\":\"" + QByteArray(20 * 1024 * 1024, 'a') + "\"}");
        QCOMPARE(good.next(frame), Framing::Next::Frame);
        QVERIFY(good.held() > 20 * 1024 * 1024);
        good.append("{}");
        QVERIFY(good.held() <= 2 * 1024 * 1024);
        QCOMPARE(good.next(frame), Framing::Next::Frame);
    }

    void P02_aFrameOfExactlyTheLimitPasses()
    {
        for (qsizetype more = 0; more < 2; ++more) {
            const QByteArray object = "{\"a\":\"" + QByteArray(100 + more, 'a') + "\"}";
            Framing framing(108);
            QByteArrayView frame;
            framing.append(object);
            QCOMPARE(framing.next(frame), more == 0 ? Framing::Next::Frame : Framing::Next::TooLong);
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
