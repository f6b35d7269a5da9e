// SPDX-License-Identifier: Apache-2.0
// Random objects of every kind against what kubectl v1.32.3 said of them and read for that: kinds/record.py records.
#include "report/describe/generic.h"
#include "report/kinds.h"
#include "support/vectors.h"

#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr kube::Version Kubectl{32};

/** How the recording names a read: kind, namespace, name, selectors; the terms of the second sorted. */
QString keyOf(const report::Beside &beside)
{
    QStringList terms = beside.fields.split(u',');
    std::ranges::sort(terms);
    const QJsonArray key{beside.resource.resource, beside.ns, beside.name, beside.labels, terms.join(u',')};
    return QString::fromUtf8(QJsonDocument(key).toJson(QJsonDocument::Compact));
}

QString compact(const QString &json)
{
    return QString::fromUtf8(QJsonDocument::fromJson(json.toUtf8()).toJson(QJsonDocument::Compact));
}

QList<report::Answer> answersOf(const QJsonObject &object, const QJsonObject &reads, QStringList &missing)
{
    QMap<QString, QJsonValue> known;
    for (auto it = reads.begin(); it != reads.end(); ++it)
        known.insert(compact(it.key()), it.value());
    QList<report::Answer> answers;
    for (const report::Beside &beside : report::besides(object, {.kubectl = Kubectl})) {
        const QString key = keyOf(beside);
        if (!known.contains(key))
            missing << key;
        const QJsonValue answer = known.value(key);
        if (answer.isString()) {
            kube::Error error;
            error.kind = kube::Error::Kind::NotFound;
            error.httpStatus = 404;
            error.message = answer.toString();
            answers << std::unexpected(error);
            continue;
        }
        QList<QJsonObject> objects;
        for (const QJsonValue &one : answer.toArray())
            objects << one.toObject();
        answers << objects;
    }
    return answers;
}

QJsonObject object(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

QString treeText(const QList<report::DescribeNode> &nodes)
{
    QString text;
    for (const report::DescribeNode &node : nodes)
        text += report::toText(node);
    return text;
}

}  // namespace

class TestKinds : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyKindAsKubectl();
    void labels_data();
    void labels();
    void secretsAreSizes();
    void failuresAreKubectls();
    void sectionsOfATemplate();
    void oldVersionsAreKnown();
};

void TestKinds::everyKindAsKubectl()
{
    const QByteArray text = qUncompress(support::read(u"report/described-kinds.jsonl.z"_s));
    QMap<QString, int> kinds;
    for (const QByteArray &line : text.split('\n')) {
        const QJsonObject one = object(line);
        const auto now = kube::Timestamp::fromUnixSeconds(one["now"_L1].toInteger());
        const QJsonObject subject = one["object"_L1].toObject();
        QStringList missing;
        const QList<report::Answer> answers = answersOf(subject, one["reads"_L1].toObject(), missing);
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u' ') + u" was not read by kubectl"_s));
        const auto said = report::describe(subject, answers, now, {.kubectl = Kubectl});
        const QString theirs = one["text"_L1].toString();
        const QString ours = said ? *said : said.error().message;
        QVERIFY2(ours == theirs, qPrintable(support::difference(ours, theirs)));
        QVERIFY(report::describeTree(subject, answers, now, {.kubectl = Kubectl}));
        ++kinds[subject["kind"_L1].toString()];
    }
    QCOMPARE(kinds.size(), 33);
    for (const int count : std::as_const(kinds))
        QVERIFY(count >= 5);
}

void TestKinds::labels_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("label");
    QTest::newRow("words") << u"podIP"_s << u"Pod IP"_s;
    QTest::newRow("acronym") << u"apiVersion"_s << u"API Version"_s;
    QTest::newRow("run") << u"URLPath"_s << u"URL Path"_s;
    QTest::newRow("one letter") << u"aBC"_s << u"A BC"_s;
    QTest::newRow("dash") << u"a-b"_s << u"A - B"_s;
    QTest::newRow("digits stay") << u"ipV4"_s << u"ipV4"_s;
    QTest::newRow("signs stay") << u"f:spec"_s << u"f:spec"_s;
    QTest::newRow("nothing") << QString() << QString();
}

void TestKinds::labels()
{
    QFETCH(QString, field);
    QTEST(report::fieldLabel(field), "label");
}

void TestKinds::secretsAreSizes()
{
    const QJsonObject secret =
        object(R"({"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "s", "namespace": "n"},
        "type": "kubernetes.io/service-account-token", "data": {"token": "c2VjcmV0LXdvcmQ=", "b": "eA=="}})");
    const QString text = *report::describe(secret, {}, {});
    QVERIFY2(text.contains(u"token:  11 bytes"), qPrintable(text));
    QVERIFY(text.indexOf(u"b:") < text.indexOf(u"token:"));
    const QString tree = treeText(*report::describeTree(secret, {}, {}));
    QVERIFY2(tree.contains(u"Data:\n  b: 1 bytes\n  token: 11 bytes\n"), qPrintable(tree));
    for (const QString &value : {u"secret-word"_s, u"c2VjcmV0"_s})
        QVERIFY(!text.contains(value) && !tree.contains(value));
    QVERIFY(report::besides(secret).isEmpty());
}

void TestKinds::failuresAreKubectls()
{
    kube::Error denied;
    denied.kind = kube::Error::Kind::Forbidden;
    denied.httpStatus = 403;
    denied.message = u"pods is forbidden"_s;
    const QList<report::Answer> answers{std::unexpected(denied)};
    const auto of = [&](const QByteArray &version, const QByteArray &kind) {
        return report::describe(object("{\"apiVersion\": \"" + version + "\", \"kind\": \"" + kind +
                                       "\", \"metadata\": {\"name\": \"a\", \"namespace\": \"n\"}}"),
                                answers, {}, {.kubectl = Kubectl, .showEvents = false});
    };
    QVERIFY(of("apps/v1", "ReplicaSet")->contains(u"Pods Status:  error in fetching pods: pods is forbidden\n"));
    QVERIFY(of("v1", "Node")->contains(u"Pods:   not authorized\n") || of("v1", "Node")->contains(u"not authorized"));
    QCOMPARE(of("apps/v1", "DaemonSet").error().message, denied.message);
    QCOMPARE(of("v1", "PersistentVolumeClaim").error().message, denied.message);
    QCOMPARE(of("v1", "Namespace").error().message, denied.message);
    QVERIFY(of("v1", "ServiceAccount")->contains(u"Tokens:              <none>\n"));
}

void TestKinds::sectionsOfATemplate()
{
    const QJsonObject set =
        object(R"({"apiVersion": "apps/v1", "kind": "ReplicaSet", "metadata": {"name": "web", "namespace": "n"},
        "spec": {"replicas": 1, "template": {"metadata": {"labels": {"a": "b"}}, "spec": {"containers": [{"name": "c", "image": "i"}]}}}})");
    const QString tree = treeText(*report::describeTree(set, {}, {}, {.kubectl = Kubectl, .showEvents = false}));
    QVERIFY2(tree.contains(u"Pod Template:\n  Labels: a=b\n  Containers:\n    c:\n      Image: i\n"), qPrintable(tree));
}

void TestKinds::oldVersionsAreKnown()
{
    QCOMPARE(report::describedVersions(u"autoscaling"_s, u"HorizontalPodAutoscaler"_s),
             (QStringList{u"autoscaling/v2"_s, u"autoscaling/v1"_s}));
    QCOMPARE(report::describedVersions(u"extensions"_s, u"Ingress"_s).constFirst(), u"networking.k8s.io/v1"_s);
    QVERIFY(report::describedVersions(u"gantry.example.com"_s, u"Widget"_s).isEmpty());
    const QString text = *report::describe(
        object(R"({"apiVersion": "autoscaling/v1", "kind": "HorizontalPodAutoscaler", "metadata": {"name": "h"}, "spec":
            {"scaleTargetRef": {"kind": "Deployment", "name": "web"}, "targetCPUUtilizationPercentage": 50, "maxReplicas": 3}})"),
        {}, {}, {.kubectl = Kubectl});
    QVERIFY2(text.contains(u"Target CPU utilization:   50%\nCurrent CPU utilization:  <unknown>%\n"), qPrintable(text));
}

QTEST_GUILESS_MAIN(TestKinds)
#include "test_kinds.moc"
