// SPDX-License-Identifier: Apache-2.0
#include "net/proxy.h"
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

    void keepsNamesInTheirPlace()
    {
        QCOMPARE(net::pathOf(u"/api/v1"_s, {u"pods"_s, u"a.b"_s}), u"/api/v1/pods/a.b"_s);
        for (const QString &bad : {u""_s, u"."_s, u".."_s, u"a/b"_s, u"%2f"_s})
            QVERIFY(net::pathOf(u"/api/v1"_s, {u"pods"_s, bad}).isEmpty());
    }

    void choosesTheProxy()
    {
        QProcessEnvironment environment;
        environment.insert(u"HTTPS_PROXY"_s, u"http://proxy:3128"_s);
        environment.insert(u"NO_PROXY"_s, u"10.0.0.0/8, .corp.example,host.example:6443"_s);
        const auto proxyOf = [&](const QString &server) {
            config::Connection connection;
            connection.server = QUrl(server);
            return net::proxyFor(connection, environment).value().hostName();
        };
        QCOMPARE(proxyOf(u"https://far.example"_s), u"proxy"_s);
        QCOMPARE(proxyOf(u"https://10.1.2.3:6443"_s), QString());
        QCOMPARE(proxyOf(u"https://11.1.2.3:6443"_s), u"proxy"_s);
        QCOMPARE(proxyOf(u"https://a.corp.example"_s), QString());
        QCOMPARE(proxyOf(u"https://host.example:6443"_s), QString());
        QCOMPARE(proxyOf(u"https://host.example:443"_s), u"proxy"_s);
        QCOMPARE(proxyOf(u"https://127.0.0.1:6443"_s), QString());
        QCOMPARE(proxyOf(u"http://far.example"_s), QString());
    }
};

QTEST_GUILESS_MAIN(TestWords)
#include "test_words.moc"
