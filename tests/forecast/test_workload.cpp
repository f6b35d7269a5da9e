// SPDX-License-Identifier: Apache-2.0
// Pods and pod templates from manifests; from pull secrets nothing but the registries' names.
#include "decode/workload.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QByteArray Spec = R"({"nodeSelector":{"disk":"ssd"},"imagePullSecrets":[{"name":"s"}],)"
                        R"("containers":[{"name":"web","image":"app:1"}]})";

}  // namespace

class TestWorkload : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void kinds_data();
    void kinds();
    void whatMakesNoPods();
    void registriesOfASecret();
    void oldSecret();
    void serviceAccount();
};

void TestWorkload::kinds_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("ofTemplate");
    QTest::newRow("pod") << R"({"apiVersion":"v1","kind":"Pod","metadata":{"name":"x"},"spec":)" + Spec + "}" << false;
    QTest::newRow("deployment") << R"({"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"x"},)"
                                   R"("spec":{"template":{"metadata":{"labels":{"a":"b"}},"spec":)" +
                                       Spec + "}}}"
                                << true;
    QTest::newRow("cron job") << R"({"apiVersion":"batch/v1","kind":"CronJob","metadata":{"name":"x"},)"
                                 R"("spec":{"jobTemplate":{"spec":{"template":{"spec":)" +
                                     Spec + "}}}}}"
                              << true;
    QTest::newRow("of a kind of one's own") << R"({"apiVersion":"x.io/v1","kind":"Rollout","metadata":{"name":"x"},)"
                                               R"("spec":{"template":{"spec":)" +
                                                   Spec + "}}}"
                                            << true;
}

void TestWorkload::kinds()
{
    QFETCH(QByteArray, json);
    QFETCH(bool, ofTemplate);
    const auto workload = decode::workload(json);
    QVERIFY2(workload.has_value(), workload ? "" : qPrintable(workload.error().message));
    QCOMPARE(workload->ofTemplate, ofTemplate);
    const kube::Pod &pod = workload->detail.pod;
    QCOMPARE(pod.meta.key.name, u"x"_s);
    QCOMPARE(pod.containers.size(), 1);
    QCOMPARE(pod.containers.first().image, u"app:1"_s);
    QVERIFY(pod.containers.first().policy == kube::PullPolicy::Unset);
    QCOMPARE(pod.imagePullSecrets, QList<QString>{u"s"_s});
    QCOMPARE(workload->detail.nodeSelector, (kube::StringPairs{{u"disk"_s, u"ssd"_s}}));
}

void TestWorkload::whatMakesNoPods()
{
    const auto service = decode::workload(R"({"apiVersion":"v1","kind":"Service","metadata":{"name":"x"},"spec":{}})");
    QVERIFY(!service);
    QCOMPARE(service.error().kind, kube::Error::Kind::Invalid);
    const auto broken = decode::workload("{");
    QVERIFY(!broken);
    QCOMPARE(broken.error().kind, kube::Error::Kind::Protocol);
}

void TestWorkload::registriesOfASecret()
{
    const QByteArray content = R"({"auths":{"quay.io":{"auth":"aGlkZGVuOmhpZGRlbg=="},"https://ghcr.io/v2/":{}}})";
    const auto keys = decode::registryKeys(R"({"type":"kubernetes.io/dockerconfigjson","data":{".dockerconfigjson":")" +
                                           content.toBase64() + R"("}})");
    QVERIFY(keys.has_value());
    QVERIFY(keys->forRegistries);
    QCOMPARE(keys->keys, QStringList({u"https://ghcr.io/v2/"_s, u"quay.io"_s}));
    QVERIFY(!decode::registryKeys(R"({"type":"Opaque","data":{"password":"aGlkZGVu"}})")->forRegistries);
    QVERIFY(decode::registryKeys(R"({"type":"kubernetes.io/dockerconfigjson","data":{".dockerconfigjson":"!"}})")
                ->keys.isEmpty());
}

void TestWorkload::oldSecret()
{
    const QByteArray content = R"({"registry.example.com:5000":{"auth":"x"}})";
    const auto keys = decode::registryKeys(R"({"type":"kubernetes.io/dockercfg","data":{".dockercfg":")" +
                                           content.toBase64() + R"("}})");
    QVERIFY(keys.has_value());
    QCOMPARE(keys->keys, QStringList{u"registry.example.com:5000"_s});
}

void TestWorkload::serviceAccount()
{
    const auto names =
        decode::pullSecretNames(R"({"kind":"ServiceAccount","imagePullSecrets":[{"name":"a"},{"name":"b"}]})");
    QVERIFY(names.has_value());
    QCOMPARE(*names, QStringList({u"a"_s, u"b"_s}));
    QVERIFY(decode::pullSecretNames(R"({"kind":"ServiceAccount"})")->isEmpty());
}

QTEST_APPLESS_MAIN(TestWorkload)
#include "test_workload.moc"
