// SPDX-License-Identifier: Apache-2.0
// Connections that are refused, reset, or closed at every byte.
#include "asking.h"
#include "support/faults/gzip.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using kube::Error;
using support::Exchange;
using support::FaultServer;
using Why = net::StreamEnd::Why;

Q_DECLARE_METATYPE(QList<QByteArray>)

namespace {

const QByteArray List = R"({"kind":"PodList","apiVersion":"v1","metadata":{"resourceVersion":"7"},"items":[]})";
const QList<QByteArray> Events = {R"({"type":"ADDED","object":{"a":"\u00e4"}})",
                                  "{\"type\":\"MODIFIED\",\"object\":{\"b\":\"\xC3\xA4\"}}",
                                  R"({"type":"BOOKMARK","object":{}})"};

}  // namespace

class TestLost : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void N01_aRefusedConnectionIsSaidAtOnce()
    {
        config::Connection connection;
        {
            FaultServer gone([](const Exchange &) {});
            connection.server = gone.url();
        }
        net::Session session(connection);
        const auto heard = listen(session, request());
        const auto reply = ask(session, request());
        QTRY_VERIFY(heard->end);
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, Error::Kind::Unreachable);
        VERIFY_SAYS(reply.error(), u"was refused - did you specify the right host or port?"_s);
        QCOMPARE(heard->end->why, Why::Failed);
        QCOMPARE(heard->end->error, reply.error());
        const auto write = ask(session, request("POST", "{}"));
        QVERIFY(!write);
        QVERIFY2(!write.error().message.contains(u"may or may not"_s), "it was never sent");
    }

    void N04_aResetBeforeTheAnswer_data()
    {
        QTest::addColumn<QByteArray>("verb");
        QTest::addColumn<QByteArray>("part");
        QTest::addColumn<bool>("reset");
        for (const char *verb : {"GET", "POST", "PATCH", "PUT", "DELETE"}) {
            for (const bool reset : {false, true}) {
                const char *const how = reset ? "RST" : "FIN";
                QTest::addRow("%s %s at once", verb, how) << QByteArray(verb) << QByteArray() << reset;
                QTest::addRow("%s %s in the headers", verb, how)
                    << QByteArray(verb) << QByteArray("HTTP/1.1 200 OK\r\nContent-Le") << reset;
            }
        }
    }
    void N04_aResetBeforeTheAnswer()
    {
        QFETCH(QByteArray, verb);
        QFETCH(QByteArray, part);
        QFETCH(bool, reset);
        int faults = 0;
        FaultServer server([&](const Exchange &exchange) {
            if (faults++ > 0) {
                exchange.answer(200, "{}");
                return;
            }
            exchange.raw(part);
            exchange.later(5ms, [reset](const Exchange &x) { reset ? x.reset() : x.hangUp(); });
        });
        net::Session session(to(server));
        const auto reply = ask(session, request(verb, verb == "GET" ? "" : "{}"));
        if (verb == "GET") {
            QVERIFY(reply);
            QCOMPARE(server.requests(), 2);
            return;
        }
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, Error::Kind::Unreachable);
        VERIFY_SAYS(reply.error(), u"the request may or may not have been carried out"_s);
        QCOMPARE(server.requests(), 1);
    }

    /** Q14: however often the connection is lost, a read is sent twice at most, and then it is an Error. */
    void N04_aReadIsRepeatedOnceAndNoMore()
    {
        FaultServer server([](const Exchange &exchange) { exchange.reset(); });
        net::Session session(to(server));
        const auto reply = ask(session, request());
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, Error::Kind::Unreachable);
        QCOMPARE(server.requests(), 2);
        const auto heard = listen(session, request());
        QTRY_VERIFY(heard->end);
        QCOMPARE(heard->end->why, Why::Failed);
        QCOMPARE(server.requests(), 4);
    }

    void N05_aBrokenListIsNeverTaken_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<bool>("reset");
        const QByteArray packed = support::gzip(List);
        const QList<std::pair<const char *, QByteArray>> forms = {
            {"with a length", Exchange::bytesOf(200, List)},
            {"in chunks", Exchange::chunkedBytesOf({List.first(30), List.sliced(30)})},
            {"packed", Exchange::bytesOf(200, packed, "Content-Encoding: gzip\r\n")},
            {"packed in chunks",
             Exchange::chunkedBytesOf({packed.first(9), packed.sliced(9)}, "Content-Encoding: gzip\r\n")},
        };
        for (const auto &[name, bytes] : forms) {
            QTest::addRow("FIN %s", name) << bytes << false;
            QTest::addRow("RST %s", name) << bytes << true;
        }
    }
    void N05_aBrokenListIsNeverTaken()
    {
        QFETCH(QByteArray, answer);
        QFETCH(bool, reset);
        qsizetype at = 0;
        FaultServer server([&](const Exchange &exchange) {
            exchange.raw(answer.first(at));
            if (at == answer.size())
                return;
            if (reset)
                exchange.later(1ms, [](const Exchange &x) { x.reset(); });
            else
                exchange.hangUp();
        });
        net::Session session(to(server));
        for (; at < answer.size(); ++at) {
            const auto reply = ask(session, request());
            QVERIFY2(!reply, qPrintable(u"cut at %1"_s.arg(at)));
            QVERIFY2(reply.error().kind == Error::Kind::Unreachable, qPrintable(reply.error().message));
        }
        const auto whole = ask(session, request());
        QVERIFY(whole);
        QCOMPARE(whole->body, List);
    }

    void N06_aCutWatchGivesWholeEventsOnly_data()
    {
        QTest::addColumn<bool>("packed");
        QTest::addColumn<bool>("reset");
        QTest::newRow("FIN") << false << false;
        QTest::newRow("RST") << false << true;
        QTest::newRow("FIN packed") << true << false;
        QTest::newRow("RST packed") << true << true;
    }
    void N06_aCutWatchGivesWholeEventsOnly()
    {
        QFETCH(bool, packed);
        QFETCH(bool, reset);
        QList<QByteArray> chunks;
        for (const QByteArray &event : Events)
            chunks << (packed ? support::gzip(event + '\n') : event + '\n');
        const QByteArray answer = Exchange::chunkedBytesOf(chunks, packed ? "Content-Encoding: gzip\r\n" : "");
        const qsizetype head = answer.indexOf("\r\n\r\n") + 4;
        qsizetype at = head;
        FaultServer server([&](const Exchange &exchange) {
            exchange.raw(answer.first(at));
            if (at < answer.size())
                exchange.later(1ms, [reset](const Exchange &x) { reset ? x.reset() : x.hangUp(); });
        });
        net::Session session(to(server));
        for (; at < answer.size(); ++at) {
            const auto heard = hear(session, request());
            QVERIFY2(heard->end, qPrintable(QString::number(at)));
            QVERIFY(heard->head);
            QCOMPARE(heard->end->why, Why::Broken);
            QCOMPARE(heard->end->error.kind, Error::Kind::Unreachable);
            QVERIFY(heard->frames.size() <= Events.size());
            QCOMPARE(heard->frames, Events.mid(0, heard->frames.size()));
        }
        const auto whole = listen(session, request());
        QTRY_VERIFY(whole->end);
        QCOMPARE(whole->end->why, Why::Closed);
        QCOMPARE(whole->frames, Events);
    }

    void N13_oneByteSegmentsChangeNothing_data()
    {
        QTest::addColumn<QByteArray>("answer");
        const QList<QByteArray> events = recordedEvents().mid(0, 3);
        QList<QByteArray> packed;
        for (const QByteArray &event : events)
            packed << support::gzip(event);
        QTest::newRow("plain") << Exchange::chunkedBytesOf(events);
        QTest::newRow("packed") << Exchange::chunkedBytesOf(packed, "Content-Encoding: gzip\r\n");
        QTest::newRow("packed, the members across chunks") << Exchange::chunkedBytesOf(
            {packed.join().first(700), packed.join().sliced(700)}, "Content-Encoding: gzip\r\n");
    }
    void N13_oneByteSegmentsChangeNothing()
    {
        QFETCH(QByteArray, answer);
        FaultServer server([&](const Exchange &exchange) { exchange.slices(answer, 1); },
                           FaultServer::tls(u"server"_s));
        net::Session session(to(server));
        const auto heard = listen(session, request());
        QTRY_VERIFY_WITH_TIMEOUT(heard->end, 30'000);
        QCOMPARE(heard->end->why, Why::Closed);
        QCOMPARE(heard->frames, recordedEvents().mid(0, 3));
    }

    void N13_anAnswerSplitAtEachByteIsTheSame()
    {
        const QByteArray answer =
            Exchange::chunkedBytesOf({List.first(11), List.sliced(11)}, "Warning: 299 - \"\xC3\xA4\"\r\n");
        qsizetype at = 0;
        FaultServer server([&](const Exchange &exchange) { exchange.split(answer, at); });
        net::Session session(to(server));
        for (; at <= answer.size(); ++at) {
            const auto reply = ask(session, request());
            QVERIFY2(reply, qPrintable(QString::number(at)));
            QCOMPARE(reply->body, List);
            QCOMPARE(reply->warnings, {u"ä"_s});
        }
        QCOMPARE(server.connections(), 1);
    }
};

QTEST_GUILESS_MAIN(TestLost)
#include "test_lost.moc"
