// SPDX-License-Identifier: Apache-2.0
#include "pull/failure/failure.h"
#include "rows.h"

#include <QSet>

using namespace Qt::StringLiterals;
using pull::RetryHelps;

class TestPullFailure : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void texts_data() { rows::add(u"failure-text"_s, 58); }
    void texts();
    void everyWrapping_data() { rows::add(u"failure-text"_s, 58); }
    void everyWrapping();
    void everyCategoryHasAdvice();
    void precedence();
    void namesAreNoEvidence();
};

void TestPullFailure::texts()
{
    QFETCH(QJsonObject, input);
    QFETCH(QJsonObject, expected);
    const auto failure = pull::classifyFailure(input[u"text"_s].toString(), input[u"image"_s].toString());
    QCOMPARE(failure.category, expected[u"category"_s].toString());
    QCOMPARE(rows::orNull(failure.grpcCode), expected[u"grpcCode"_s]);
    QCOMPARE(failure.detail, expected[u"detail"_s].toString());
}

/** As an event or a waiting message says it, the category is the same. */
void TestPullFailure::everyWrapping()
{
    QFETCH(QJsonObject, input);
    QFETCH(QJsonObject, expected);
    const QString text = input[u"text"_s].toString();
    for (const QString &prefix :
         {u"Failed to pull image \"a \\\"b\": "_s, u"Back-off pulling image \"a:1\": ErrImagePull: "_s})
        QCOMPARE(pull::classifyFailure(prefix + text, input[u"image"_s].toString()).category,
                 expected[u"category"_s].toString());
}

void TestPullFailure::everyCategoryHasAdvice()
{
    QSet<QString> advised;
    for (const pull::FailureAdvice &advice : pull::FailureAdvices) {
        advised.insert(QString::fromLatin1(advice.category));
        QVERIFY(*advice.meaning && *advice.advice && *advice.retryHelps);
    }
    QCOMPARE(advised.size(), qsizetype(pull::FailureAdvices.size()));
    for (const pull::FailureRule &rule : pull::FailureRules) {
        QVERIFY2(advised.contains(QString::fromLatin1(rule.category)), rule.category);
        QVERIFY2(QRegularExpression(QString::fromLatin1(rule.pattern)).isValid(), rule.pattern);
    }
    QCOMPARE(pull::adviceFor(u"no such"_s).category, "unknown");
    QCOMPARE(pull::adviceFor(u"rate-limited"_s).retry, RetryHelps::Later);
    QCOMPARE(pull::adviceFor(u"not-found"_s).retry, RetryHelps::No);
    QCOMPARE(pull::adviceFor(u"timeout"_s).retry, RetryHelps::Yes);
    QCOMPARE(pull::adviceFor(u"dns"_s).retry, RetryHelps::Sometimes);
    QCOMPARE(pull::adviceFor(u"unknown"_s).retry, RetryHelps::Unknown);
}

void TestPullFailure::precedence()
{
    const auto category = [](const QString &text) { return pull::classifyFailure(text).category; };
    QCOMPARE(category({}), u"unknown"_s);
    QCOMPARE(category(u"lookup r.io on 10.0.0.1:53: read udp: connection refused"_s), u"dns"_s);
    QCOMPARE(category(u"no match for platform in manifest: not found"_s), u"platform-mismatch"_s);
    QCOMPARE(category(u"failed to extract layer: no space left on device"_s), u"disk-full"_s);
    QCOMPARE(category(u"toomanyrequests: access denied"_s), u"rate-limited"_s);
    QCOMPARE(category(u"MANIFEST UNKNOWN"_s), u"not-found"_s);
    QCOMPARE(category(u"pull QPS exceeded"_s), u"local-throttle"_s);
    QCOMPARE(category(u"image pull failed for a because the registry is unavailable"_s), u"server-error"_s);
    // Several credentials failed in different ways: the prefix is not the first thing any more.
    QCOMPARE(pull::classifyFailure(u"[rpc error: code = NotFound desc = x: not found, y]"_s).grpcCode, QString());
}

void TestPullFailure::namesAreNoEvidence()
{
    const auto category = [](const QString &text, const QString &image) {
        return pull::classifyFailure(text, image).category;
    };
    QCOMPARE(category(u"reading manifest unauthorized in docker.io/acme/forbidden: manifest unknown"_s, {}),
             u"not-found"_s);
    QCOMPARE(category(u"dial tcp: lookup toomanyrequests.example.com: no such host"_s, {}), u"dns"_s);
    QCOMPARE(category(u"dial tcp 1.2.3.4:443: i/o timeout"_s, u"i/o"_s), u"timeout"_s);
    QCOMPARE(category(u"dial tcp 1.2.3.4:443: i/o timeout"_s, u"timeout"_s), u"timeout"_s);
    QCOMPARE(category(u"manifest for denied:latest not found: manifest unknown"_s, u"denied"_s), u"not-found"_s);
    QCOMPARE(category(u"connect: connection refused"_s, u"a"_s), u"connection-refused"_s);
    QCOMPARE(category(u"name unknown: The repository with name 'denied' does not exist"_s, {}), u"not-found"_s);
    QCOMPARE(category(u"docker.io/library/nginx: not found"_s, u"nginx@sha256:"_s + QString(64, u'f')), u"not-found"_s);
    QCOMPARE(category(u"artifact library/forbidden:denied not found"_s, {}), u"not-found"_s);
}

QTEST_APPLESS_MAIN(TestPullFailure)
#include "test_pull_failure.moc"
