// SPDX-License-Identifier: Apache-2.0
#include "net/line/answer.h"

#include <QTest>

using namespace Qt::StringLiterals;
using net::Answer;
using State = net::Answer::State;

namespace {

struct Read {
    QByteArray body;
    qsizetype used = 0;
};

/** Feeds bytes as they would arrive; stops where the answer is over. */
Read feed(Answer &answer, QByteArrayView bytes)
{
    Read read;
    while (read.used < bytes.size() && answer.state() != State::Whole && answer.state() != State::Broken) {
        QByteArrayView body;
        read.used +=
            answer.take(bytes.sliced(read.used).first(std::min<qsizetype>(4096, bytes.size() - read.used)), body);
        read.body += body.toByteArray();
    }
    return read;
}

}  // namespace

class TestAnswer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void N13_readsTheSameWhereverItIsCut_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char *name, const QByteArray &bytes, const QByteArray &body) {
            QTest::newRow(name) << bytes << body;
        };
        row("with a length", "HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\n{\"a\":1}", "{\"a\":1}");
        row("in chunks",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n{\"a\"\r\n3;x=\"y\"\r\n:1}\r\n0\r\n\r\n",
            "{\"a\":1}");
        row("UTF-8", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n\"\xC3\xA4\xF0\x9F\x9A\x80.\"",
            "\"\xC3\xA4\xF0\x9F\x9A\x80.\"");
        row("H11 interim answers",
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\n"
            "Content-Length: 2\r\n\r\n{}",
            "{}");
        row("H11 trailers",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: A\r\n\r\n2\r\n{}\r\n0\r\nA: 1\r\nB: 2\r\n\r\n",
            "{}");
        row("bare line feeds", "HTTP/1.1 200\nContent-Length: 2\n\n{}", "{}");
        row("large hex", "HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n0000A\r\n0123456789\r\n000\r\n\r\n",
            "0123456789");
        row("a folded header", "HTTP/1.1 200 OK\r\nA: b\r\n  c\r\nContent-Length: 2\r\n\r\n{}", "{}");
        row("nothing", "HTTP/1.1 204 No Content\r\nA: b\r\n\r\n", "");
    }
    void N13_readsTheSameWhereverItIsCut()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, body);
        for (qsizetype at = 0; at <= bytes.size(); ++at) {
            Answer answer;
            Read read = feed(answer, QByteArrayView(bytes).first(at));
            QVERIFY2(at == bytes.size() || answer.state() == State::Head || answer.state() == State::Body,
                     qPrintable(QString::number(at)));
            read.body += feed(answer, QByteArrayView(bytes).sliced(at)).body;
            QCOMPARE(answer.state(), State::Whole);
            QCOMPARE(read.body, body);
            QVERIFY(answer.keepsAlive());
        }
        Answer slow;
        QByteArray all;
        for (const char byte : std::as_const(bytes))
            all += feed(slow, QByteArrayView(&byte, 1)).body;
        QCOMPARE(slow.state(), State::Whole);
        QCOMPARE(all, body);
    }

    /** Wherever the peer closes before the end, the answer is not whole. */
    void N05_aCutIsNeverTheEnd()
    {
        for (const QByteArray &bytes :
             {QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\n{\"a\":1}"),
              QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7\r\n{\"a\":1}\r\n0\r\n\r\n")}) {
            for (qsizetype at = 0; at < bytes.size(); ++at) {
                Answer answer;
                (void)feed(answer, QByteArrayView(bytes).first(at));
                QVERIFY(answer.close() != State::Whole);
                QVERIFY(!answer.keepsAlive());
            }
        }
    }

    void endsWithTheConnectionWhereThatIsMeant()
    {
        Answer answer;
        QCOMPARE(feed(answer, "HTTP/1.0 200 OK\r\n\r\n{}").body, "{}");
        QCOMPARE(answer.state(), State::Body);
        QCOMPARE(answer.close(), State::Whole);
        QVERIFY(!answer.keepsAlive());
    }

    void leavesWhatFollows()
    {
        Answer answer;
        const QByteArray bytes("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}HTTP/1.1 500");
        QCOMPARE(bytes.sliced(feed(answer, bytes).used), "HTTP/1.1 500");
    }

    void knowsWhetherTheConnectionGoesOn_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<bool>("keeps");
        QTest::newRow("1.1") << QByteArray("HTTP/1.1 200 OK\r\n") << true;
        QTest::newRow("1.1 close") << QByteArray("HTTP/1.1 200 OK\r\nConnection: Close\r\n") << false;
        QTest::newRow("1.0") << QByteArray("HTTP/1.0 200 OK\r\n") << false;
        QTest::newRow("1.0 keep-alive") << QByteArray("HTTP/1.0 200 OK\r\nConnection: keep-alive\r\n") << true;
    }
    void knowsWhetherTheConnectionGoesOn()
    {
        QFETCH(QByteArray, head);
        QFETCH(bool, keeps);
        Answer answer;
        (void)feed(answer, head + "Content-Length: 2\r\n\r\n{}");
        QCOMPARE(answer.state(), State::Whole);
        QCOMPARE(answer.keepsAlive(), keeps);
    }

    void refusesWhatIsNoAnswer_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [](const char *name, const QByteArray &bytes) { QTest::newRow(name) << bytes; };
        row("N27 HTTP/2 settings", QByteArray("\0\0\x12\4\0\0\0\0\0", 9));
        row("N27 TLS alert", QByteArray("\x15\3\1\0\2\2\x46", 7));
        row("ssh", "SSH-2.0-OpenSSH\r\n");
        row("HTTP/2 in words", "HTTP/2 200\r\n\r\n");
        row("no status", "HTTP/1.1 \r\n\r\n");
        row("a short status", "HTTP/1.1 20\r\n\r\n");
        row("a long status", "HTTP/1.1 2000\r\n\r\n");
        row("a nameless header", "HTTP/1.1 200 OK\r\n: x\r\n\r\n");
        row("no colon", "HTTP/1.1 200 OK\r\nwhat\r\n\r\n");
        row("two lengths", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}");
        row("a negative length", "HTTP/1.1 200 OK\r\nContent-Length: -2\r\n\r\n{}");
        row("a giant length", "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n{}");
        row("an unknown coding", "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n");
        row("an upgrade", "HTTP/1.1 101 Switching Protocols\r\n\r\n");
        row("H11 interims without end", QByteArray("HTTP/1.1 100 Continue\r\n\r\n").repeated(17));
        row("a chunk without size", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n");
        row("an empty chunk size", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n\r\n");
        row("a signed chunk size", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n");
        row("0x", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0x5\r\n");
        row("a giant chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\n");
        row("a chunk size without end",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;" + QByteArray(300'000, 'x'));
        row("a chunk longer than its size", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}{}\r\n");
        row("H08 a header of 1 MiB", "HTTP/1.1 200 OK\r\nA: " + QByteArray(1024 * 1024, 'a'));
        row("H08 1 MiB of headers", "HTTP/1.1 200 OK\r\n" + QByteArray("A: 0123456789\r\n").repeated(70'000));
        row("H08 1 MiB of trailers", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n" +
                                         QByteArray("A: 0123456789\r\n").repeated(70'000));
    }
    void refusesWhatIsNoAnswer()
    {
        QFETCH(QByteArray, bytes);
        Answer answer;
        const Read read = feed(answer, bytes);
        QCOMPARE(answer.state(), State::Broken);
        QVERIFY(!answer.fault().isEmpty());
        QVERIFY(!answer.keepsAlive());
        QVERIFY(read.used <= Answer::HeadLimit + 4096 + 64);
    }

    /** Both a length and chunks: read as chunks, and nothing else on that connection. */
    void doesNotReuseWhatCouldBeSmuggled()
    {
        Answer answer;
        const Read read = feed(
            answer, "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n");
        QCOMPARE(answer.state(), State::Whole);
        QCOMPARE(read.body, "{}");
        QVERIFY(!answer.keepsAlive());
    }

    void joinsHeadersOfOneName()
    {
        Answer answer;
        (void)feed(answer, "HTTP/1.1 200 OK\r\nWARNING: a\r\nX: 1\r\nwarning:b\r\nContent-Length: 0\r\n\r\n");
        QCOMPARE(answer.header("warning"), "a, b");
        QCOMPARE(answer.header("none"), "");
        QCOMPARE(answer.status(), 200);
    }

    /** A million chunks of one byte are work for their bytes, not for more: each call gives one of them. */
    void H12_aFloodOfTinyChunksIsBounded()
    {
        const QByteArray flood = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" +
                                 QByteArray("1\r\n \r\n").repeated(1'000'000) + "2\r\n{}\r\n0\r\n\r\n";
        Answer answer;
        qsizetype used = 0;
        qsizetype body = 0;
        int calls = 0;
        for (; used < flood.size(); ++calls) {
            QByteArrayView piece;
            used += answer.take(QByteArrayView(flood).sliced(used), piece);
            body += piece.size();
        }
        QCOMPARE(answer.state(), State::Whole);
        QCOMPARE(body, 1'000'002);
        QVERIFY2(calls < 1'000'100, qPrintable(QString::number(calls)));
    }
};

QTEST_APPLESS_MAIN(TestAnswer)
#include "test_answer.moc"
