// SPDX-License-Identifier: Apache-2.0
#include "decode/reader.h"
#include "net/line/wire.h"
#include "net/request.h"
#include "net/words/headers.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestWords : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsWarnings()
    {
        using net::warningTexts;
        QCOMPARE(warningTexts("299 - \"unknown field \\\"a\\\"\""), {u"unknown field \"a\""_s});
        QCOMPARE(warningTexts("299 - \"one\", 299 - \"two, three\""), (QList<QString>{u"one"_s, u"two, three"_s}));
        QCOMPARE(warningTexts("299 - \"one\" \"Tue, 15 Nov 1994 08:12:31 GMT\", 299 - \"two\""),
                 (QList<QString>{u"one"_s, u"two"_s}));
        QCOMPARE(warningTexts("299 - \"bell\x07 open"), {u"bell open"_s});
        QVERIFY(warningTexts("").isEmpty());
    }

    void clampsRetryAfter()
    {
        const kube::Timestamp now = net::httpDate("Tue, 15 Nov 1994 08:12:31 GMT");
        QCOMPARE(now.toRfc3339(), u"1994-11-15T08:12:31Z"_s);
        QCOMPARE(net::retryAfter("5", now), 5s);
        QCOMPARE(net::retryAfter("100000", now), 60s);
        QCOMPARE(net::retryAfter("-1", now), 1s);
        QCOMPARE(net::retryAfter("Tue, 15 Nov 1994 08:12:41 GMT", now), 10s);
        QVERIFY(!net::retryAfter("soon", now));
        QVERIFY(!net::retryAfter("", now));
    }

    /** Source: client-go rest.IsValidPathSegmentName. */
    void P18_namesStayInTheirPlace()
    {
        QCOMPARE(net::pathOf(u"/api/v1"_s, {u"pods"_s, u"a.b"_s}), u"/api/v1/pods/a.b"_s);
        for (const QString &bad : {u""_s, u"."_s, u".."_s, u"a/b"_s, u"%2f"_s, u"../secrets"_s, u"a%00"_s})
            QVERIFY2(net::pathOf(u"/api/v1"_s, {u"pods"_s, bad}).isEmpty(), qPrintable(bad));
    }

    void P18_whatIsLeftIsEncoded_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("target");
        QTest::newRow("a question mark") << u"a?watch=1"_s << QByteArray("/prefix/api/v1/pods/a%3Fwatch=1 ");
        QTest::newRow("a fragment") << u"a#b"_s << QByteArray("/prefix/api/v1/pods/a%23b ");
        QTest::newRow("a space and a line break")
            << u"a b\r\nHost: x"_s << QByteArray("/prefix/api/v1/pods/a%20b%0D%0AHost:%20x ");
        QTest::newRow("three dots") << u"..."_s << QByteArray("/prefix/api/v1/pods/... ");
        QTest::newRow("UTF-8") << u"\u00e4"_s << QByteArray("/prefix/api/v1/pods/%C3%A4 ");
        QTest::newRow("a colon") << u"system:admin"_s << QByteArray("/prefix/api/v1/pods/system:admin ");
    }
    void P18_whatIsLeftIsEncoded()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, target);
        config::Connection connection;
        connection.server = QUrl(u"https://far.example/prefix"_s);
        net::Request request;
        request.path = net::pathOf(u"/api/v1"_s, {u"pods"_s, name});
        const auto bytes = net::bytesOf(request, connection, {}, {});
        QVERIFY(bytes);
        QVERIFY2(bytes->startsWith("GET " + target + "HTTP/1.1\r\n"), bytes->constData());
    }

    /** The other half of A21: what has no items, or another kind, is no list of none. */
    void A21_theReaderTakesNothingForAList()
    {
        decode::Reader reader;
        for (const char *body :
             {"{}", "null", "[]", "\"\"", "{\"items\":[]}x",
              "{\"kind\":\"PodList\",\"apiVersion\":\"v1\",\"metadata\":{}}",
              "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"status\":\"Success\",\"items\":[]}", " "}) {
            const auto list = reader.list<kube::Pod>(body);
            QVERIFY2(!list, body);
            QCOMPARE(list.error().kind, kube::Error::Kind::Protocol);
        }
    }
};

QTEST_GUILESS_MAIN(TestWords)
#include "test_words.moc"
