// SPDX-License-Identifier: Apache-2.0
#include "pull/kubelet/pullrecords.h"
#include "rows.h"

using namespace Qt::StringLiterals;
using pull::VerificationPolicy;

class TestPullVerification : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void claims_data() { rows::add(u"credential-verification"_s, 14); }
    void claims();
    void recordsThatSayLess();
    void allowlist_data() { rows::add(u"allowlist"_s, 11); }
    void allowlist();
    void allowlistBefore136();
    void patterns();
    void names();
};

namespace {

pull::CredentialSource source(const QJsonValue &json)
{
    return {json[u"uid"].toString(), json[u"namespace"].toString(), json[u"name"].toString(), json[u"hash"].toString()};
}

QList<pull::CredentialSource> sources(const QJsonValue &json)
{
    QList<pull::CredentialSource> list;
    for (const QJsonValue &element : json.toArray())
        list.append(source(element));
    return list;
}

pull::PullRecord record(const QJsonObject &input)
{
    pull::PullRecord record;
    record.intent = input[u"pullIntent"_s].toBool();
    record.exists = input[u"pulledRecord"_s].isObject();
    const QJsonObject byName = input[u"pulledRecord"_s].toObject();
    for (auto it = byName.begin(); it != byName.end(); ++it)
        record.byName.insert(it.key(), {it.value()[u"nodePodsAccessible"].toBool(), sources(it.value()[u"secrets"]),
                                        sources(it.value()[u"serviceAccounts"])});
    return record;
}

}  // namespace

void TestPullVerification::claims()
{
    QFETCH(QJsonObject, input);
    QFETCH(QJsonObject, expected);
    const auto policy = pull::verificationPolicyFromString(input[u"policy"_s].toString());
    QVERIFY(policy && input[u"present"_s].toBool());
    pull::Claim claim{input[u"image"_s].toString(), sources(input[u"podSecrets"_s]), std::nullopt};
    if (input[u"podServiceAccount"_s].isObject())
        claim.serviceAccount = source(input[u"podServiceAccount"_s]);
    QCOMPARE(pull::mustAttemptPull(*policy, {}, record(input), claim), expected[u"mustAttemptPull"_s].toBool());
}

void TestPullVerification::recordsThatSayLess()
{
    using pull::mustAttemptPull;
    const auto preloaded = VerificationPolicy::PreloadedImages;
    pull::PullRecord record;
    QVERIFY(!mustAttemptPull(preloaded, {}, record, {u"a:1"_s, {}, {}}));  // nobody of this kubelet pulled it
    QVERIFY(mustAttemptPull(VerificationPolicy::AlwaysVerify, {}, record, {u"a:1"_s, {}, {}}));
    QVERIFY(!mustAttemptPull(VerificationPolicy::AllowlistedImages, {u"a"_s}, record, {u"a:1"_s, {}, {}}));
    record.exists = true;
    record.byName.insert(u"a"_s, {});  // neither secrets nor accounts: nobody is known to be allowed
    QVERIFY(mustAttemptPull(preloaded, {}, record, {u"a:1"_s, {}, {}}));
    record.readable = false;
    QVERIFY(mustAttemptPull(VerificationPolicy::NeverVerify, {}, record, {u"a:1"_s, {}, {}}));
}

void TestPullVerification::allowlist()
{
    QFETCH(QJsonObject, input);
    QFETCH(QJsonObject, expected);
    if (input.contains(u"pattern"_s)) {
        QCOMPARE(pull::isAllowlistPattern(input[u"pattern"_s].toString()), expected[u"valid"_s].toBool());
        return;
    }
    const auto policy = pull::verificationPolicyFromString(input[u"policy"_s].toString());
    QCOMPARE(pull::requiresVerification(policy.value(), input[u"allowlist"_s].toVariant().toStringList(),
                                        input[u"image"_s].toString(), false),
             expected[u"requiresVerification"_s].toBool());
}

void TestPullVerification::allowlistBefore136()
{
    const auto required = [](const QString &pattern, const QString &image, int minor) {
        return pull::requiresVerification(VerificationPolicy::AllowlistedImages, {pattern}, image, false,
                                          kube::Version{minor});
    };
    QVERIFY(required(u"ubuntu"_s, u"ubuntu:22.04"_s, 35));
    QVERIFY(!required(u"ubuntu"_s, u"ubuntu:22.04"_s, 36));
    QVERIFY(!required(u"test.io/*"_s, u"test.io/a:1"_s, 35));
    QVERIFY(required(u"docker.io/library/ubuntu"_s, u"ubuntu"_s, 36));  // not normalised
}

void TestPullVerification::patterns()
{
    for (const auto &good : {u"ubuntu"_s, u"test.io/*"_s, u"localhost:5000/*"_s, u"test.io:5000/a/b"_s})
        QVERIFY2(pull::isAllowlistPattern(good), qPrintable(good));
    for (const auto &bad : {u"*"_s, u"/*"_s, u"a*"_s, u"test.io/a*"_s, u" ubuntu"_s, u"ubuntu "_s, u"UPPER"_s,
                            u"a@sha256:38a8906435c4dd5f4258899d46621bfd8eea3ad6ff494ee3c2f17ef0321625bd"_s})
        QVERIFY2(!pull::isAllowlistPattern(bad), qPrintable(bad));
    QVERIFY(!pull::verificationPolicyFromString(u"neververify"));
}

void TestPullVerification::names()
{
    QCOMPARE(pull::nameWithoutTag(u"nginx"_s), u"nginx"_s);
    QCOMPARE(pull::nameWithoutTag(u"r:5000/nginx"_s), u"r:5000/nginx"_s);
    QCOMPARE(pull::nameWithoutTag(u"r:5000/nginx:1@sha256:00"_s), u"r:5000/nginx"_s);
}

QTEST_APPLESS_MAIN(TestPullVerification)
#include "test_pull_verification.moc"
