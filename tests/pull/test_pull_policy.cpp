// SPDX-License-Identifier: Apache-2.0
#include "pull/image/keyring.h"
#include "pull/kubelet/policy.h"
#include "rows.h"

using namespace Qt::StringLiterals;
using kube::PullPolicy;
using pull::PolicyHolder;

class TestPullPolicy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void defaults_data() { rows::add(u"default-policy"_s, 14); }
    void defaults();
    void defaultsByVersion();
    void validation_data() { rows::add(u"policy-validation"_s, 3); }
    void validation();
    void refusals();
    void admission_data() { rows::add(u"always-pull-admission"_s, 5); }
    void admission();
    void admissionOfOthers();
    void keys_data() { rows::add(u"pull-secret-match"_s, 11); }
    void keys();
    void keysInTheirOrder();
    void globs();
};

namespace {

PolicyHolder holder(const QString &word)
{
    if (word == u"initContainer")
        return PolicyHolder::InitContainer;
    if (word == u"ephemeralContainer")
        return PolicyHolder::EphemeralContainer;
    if (word == u"imageVolume")
        return PolicyHolder::ImageVolume;
    if (word == u"static pod container")
        return PolicyHolder::StaticPod;
    if (word != u"container")
        qFatal("%s", qPrintable(word));
    return PolicyHolder::Container;
}

}  // namespace

void TestPullPolicy::defaults()
{
    QFETCH(QJsonObject, input);
    QFETCH(QJsonObject, expected);
    const auto parsed = [](const QJsonValue &text) {
        return kube::pullPolicyFromString(text.toString().section(u'(', 0, 0)).value();
    };
    if (input[u"op"].toString() == u"edit") {
        const QJsonValue after = input[u"new"];
        QCOMPARE(kube::toString(pull::policyAfterEdit(pull::Edit::Patch, parsed(input[u"old"][u"imagePullPolicy"]),
                                                      parsed(after[u"imagePullPolicy"]), after[u"image"].toString())),
                 expected[u"imagePullPolicy"].toString());
        return;
    }
    QCOMPARE(kube::toString(pull::policyInForce(holder(input[u"object"].toString()), input[u"image"].toString(),
                                                parsed(input[u"imagePullPolicy"]))),
             expected[u"imagePullPolicy"].toString());
}

void TestPullPolicy::defaultsByVersion()
{
    using pull::policyInForce;
    QVERIFY(policyInForce(PolicyHolder::ImageVolume, u"a"_s, {}, kube::Version{30}) == PullPolicy::Unset);
    QVERIFY(policyInForce(PolicyHolder::ImageVolume, u""_s, {}, kube::Version{31}) == PullPolicy::IfNotPresent);
    QVERIFY(policyInForce(PolicyHolder::EphemeralContainer, u"a"_s, {}, kube::Version{19}) == PullPolicy::Unset);
    QVERIFY(policyInForce(PolicyHolder::EphemeralContainer, u"a"_s, {}, kube::Version{20}) == PullPolicy::Always);
    // A host in capitals is one since 1.29; before, the text is no reference.
    QVERIFY(policyInForce(PolicyHolder::Container, u"Foo/bar"_s, {}, kube::Version{29}) == PullPolicy::Always);
    QVERIFY(policyInForce(PolicyHolder::Container, u"Foo/bar"_s, {}, kube::Version{28}) == PullPolicy::IfNotPresent);
    // A whole new object that leaves the field out is defaulted again.
    QVERIFY(pull::policyAfterEdit(pull::Edit::Replace, PullPolicy::IfNotPresent, {}, u"app:latest"_s) ==
            PullPolicy::Always);
    QVERIFY(pull::policyAfterEdit(pull::Edit::Patch, PullPolicy::Always, {}, u"app:1"_s) == PullPolicy::Always);
    QVERIFY(pull::policyAfterEdit(pull::Edit::Patch, PullPolicy::Always, PullPolicy::Never, u"app:1"_s) ==
            PullPolicy::Never);
}

void TestPullPolicy::validation()
{
    QFETCH(QJsonObject, input);
    QFETCH(QJsonObject, expected);
    QCOMPARE(pull::policyProblem(input[u"imagePullPolicy"].toString()).isEmpty(), expected[u"accepted"].toBool());
}

void TestPullPolicy::refusals()
{
    QCOMPARE(pull::policyProblem({}), u"Required value"_s);
    QCOMPARE(pull::policyProblem(u"always"_s),
             u"Unsupported value: \"always\": supported values: \"Always\", \"IfNotPresent\", \"Never\""_s);
    QVERIFY(!pull::policyProblem(u"IfNotPresent "_s).isEmpty());
    QCOMPARE(pull::imageTextProblem({}, PolicyHolder::Template), u"Required value"_s);
    QCOMPARE(pull::imageTextProblem(u" nginx"_s, PolicyHolder::Template), QString());
    QCOMPARE(pull::imageTextProblem(u"nginx\n"_s, PolicyHolder::Container),
             u"must not have leading or trailing whitespace"_s);
    QCOMPARE(pull::imageTextProblem(u"no such syntax"_s, PolicyHolder::Container), QString());
}

void TestPullPolicy::admission()
{
    QFETCH(QJsonObject, input);
    QFETCH(QJsonObject, expected);
    using Operation = pull::Admission::Operation;
    const QString operation = input[u"operation"].toString();
    pull::Admission request;
    request.operation = operation == u"CREATE"   ? Operation::Create
                        : operation == u"UPDATE" ? Operation::Update
                                                 : Operation::None;
    request.subresource = input[u"subresource"].toString();
    request.newImages = input[u"imagesChanged"].toBool(true);
    const auto policy = kube::pullPolicyFromString(input[u"imagePullPolicy"].toString()).value();
    QCOMPARE(kube::toString(pull::afterAlwaysPullImages(holder(input[u"object"].toString()), policy, request)),
             expected[u"imagePullPolicy"].toString());
}

void TestPullPolicy::admissionOfOthers()
{
    using Operation = pull::Admission::Operation;
    const auto after = [](PolicyHolder h, const pull::Admission &request, int minor = 36) {
        return pull::afterAlwaysPullImages(h, PullPolicy::Never, request, kube::Version{minor});
    };
    QVERIFY(after(PolicyHolder::Template, {}) == PullPolicy::Never);
    QVERIFY(after(PolicyHolder::ImageVolume, {}) == PullPolicy::Always);
    QVERIFY(after(PolicyHolder::ImageVolume, {}, 30) == PullPolicy::Never);
    QVERIFY(after(PolicyHolder::Container, {Operation::Update, {}, false}) == PullPolicy::Never);
    QVERIFY(after(PolicyHolder::Container, {Operation::Update, u"status"_s, true}) == PullPolicy::Never);
}

void TestPullPolicy::keys()
{
    QFETCH(QJsonObject, input);
    QFETCH(QJsonObject, expected);
    const QStringList order =
        pull::matchingKeys(input[u"secretKeys"].toVariant().toStringList(), input[u"repository"].toString());
    QCOMPARE(order, expected[u"tryOrder"].toVariant().toStringList());
    QCOMPARE(!order.isEmpty(), expected[u"matched"].toBool());
}

void TestPullPolicy::keysInTheirOrder()
{
    using pull::matchingKeys;
    QCOMPARE(matchingKeys({u"quay.io"_s, u"quay.io/acme/app"_s, u"*.io"_s, u"https://quay.io/acme"_s},
                          u"quay.io/acme/app"_s),
             (QStringList{u"quay.io/acme/app"_s, u"https://quay.io/acme"_s, u"quay.io"_s, u"*.io"_s}));
    // A path is a prefix of text, not of path components.
    QCOMPARE(matchingKeys({u"ghcr.io/acme/ap"_s}, u"ghcr.io/acme/app"_s), QStringList{u"ghcr.io/acme/ap"_s});
    // The entry of Docker Hub is used only where nothing else goes with the image.
    QCOMPARE(matchingKeys({u"index.docker.io"_s, u"docker.io/acme"_s}, u"docker.io/acme/app"_s),
             QStringList{u"docker.io/acme"_s});
    QCOMPARE(matchingKeys({u"index.docker.io"_s}, u"quay.io/acme/app"_s), QStringList());
    QCOMPARE(matchingKeys({u"[::1]:5000"_s, u"[::1]"_s}, u"[::1]:5000/app"_s), QStringList{u"[::1]:5000"_s});
    QCOMPARE(matchingKeys({u"bad host"_s, u"bad:port"_s, u""_s}, u"bad:port/app"_s), QStringList());
}

void TestPullPolicy::globs()
{
    using pull::globMatches;
    QVERIFY(globMatches(u"*", u"") && globMatches(u"a*c", u"abbc") && !globMatches(u"a*c", u"ab"));
    QVERIFY(globMatches(u"[a-c]x", u"bx") && !globMatches(u"[^a-c]x", u"bx") && !globMatches(u"[a-", u"a"));
    QVERIFY(globMatches(u"\\*", u"*") && !globMatches(u"\\*", u"a") && !globMatches(u"*", u"a/b"));
    QVERIFY(globMatches(u"*a*b", u"xaabxb") && !globMatches(u"*a*b", u"xa/ab") && !globMatches(u"a", u"") &&
            !globMatches(u"\\", u"a"));
    QVERIFY(!globMatches(QString(u"*a"_s).repeated(1000) + u'b', QString(5000, u'a')));  // at once
}

QTEST_APPLESS_MAIN(TestPullPolicy)
#include "test_pull_policy.moc"
