// SPDX-License-Identifier: Apache-2.0
#include "practice/browser.h"

using namespace Qt::StringLiterals;

namespace {

const QByteArray Pods = "/api/v1/namespaces/dev/pods";
const QByteArray Pod = Pods + "/pod-image-pull-policy";

/** `Reason: message` of the pod's events in the order they began. */
QStringList eventLines(const Browser &browser)
{
    QMap<QString, QString> byName;
    const QJsonArray items =
        browser.send("GET", "/api/v1/namespaces/dev/events?fieldSelector=involvedObject.name%3Dpod-image-pull-policy")
            .json.value("items"_L1)
            .toArray();
    for (const QJsonValue &item : items)
        byName.insert(item["metadata"_L1]["name"_L1].toString(),
                      item["reason"_L1].toString() + u": "_s + item["message"_L1].toString());
    // How long a pull waited for its turn is this machine's doing.
    static const QRegularExpression waiting(u"\\([0-9.]+m?s including waiting\\)"_s);
    return QStringList(byName.values()).replaceInStrings(waiting, u"(all including waiting)"_s);
}

}  // namespace

class TestPracticeStories : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stories_data();
    void stories();
    void neverIsRepeated();
    void unknownTagBacksOff();
    void unschedulable();
};

void TestPracticeStories::stories_data()
{
    QTest::addColumn<QByteArray>("image");
    QTest::addColumn<QByteArray>("policy");
    QTest::addColumn<QString>("effective");
    QTest::addColumn<QStringList>("image_events");
    const QString present =
        u"Pulled: Container image \"nginx:1.17.1\" already present on machine and can be accessed by the pod"_s;
    QTest::newRow("1 latest, no policy")
        << QByteArray("nginx:latest") << QByteArray() << u"Always"_s
        << QStringList{u"Pulling: Pulling image \"nginx:latest\""_s,
                       u"Pulled: Successfully pulled image \"nginx:latest\" in 15.4s (all including waiting). Image "
                       "size: 72371445 bytes."_s};
    QTest::newRow("2 tag, no policy, present")
        << QByteArray("nginx:1.17.1") << QByteArray() << u"IfNotPresent"_s << QStringList{present};
    QTest::newRow("3 tag, Always, present")
        << QByteArray("nginx:1.17.1") << QByteArray("Always") << u"Always"_s
        << QStringList{u"Pulling: Pulling image \"nginx:1.17.1\""_s,
                       u"Pulled: Successfully pulled image \"nginx:1.17.1\" in 400ms (all including waiting). Image "
                       "size: 44815104 bytes."_s};
    QTest::newRow("4 tag, IfNotPresent, present")
        << QByteArray("nginx:1.17.1") << QByteArray("IfNotPresent") << u"IfNotPresent"_s << QStringList{present};
}

void TestPracticeStories::stories()
{
    QFETCH(QByteArray, image);
    QFETCH(QByteArray, policy);
    QFETCH(QString, effective);
    QFETCH(QStringList, image_events);
    practice::Cluster cluster;
    QVERIFY(cluster.start({0, 50, {}}));
    const Browser browser(cluster);
    QCOMPARE(browser.send("POST", "/api/v1/namespaces", namespaceJson()).code, 201);
    const auto created = browser.send("POST", Pods, podJson(image, policy)).json;
    QCOMPARE(created["spec"_L1]["containers"_L1][0]["imagePullPolicy"_L1].toString(), effective);

    QTRY_COMPARE_WITH_TIMEOUT(browser.send("GET", Pod).json["status"_L1]["phase"_L1].toString(), u"Running"_s, 10000);
    QCOMPARE(eventLines(browser),
             QStringList{u"Scheduled: Successfully assigned dev/pod-image-pull-policy to node2"_s} + image_events +
                 QStringList({u"Created: Container created"_s, u"Started: Container started"_s}));
    const auto status = browser.send("GET", Pod).json["status"_L1]["containerStatuses"_L1][0];
    QCOMPARE(status["image"_L1].toString(), u"docker.io/library/"_s + QString::fromLatin1(image));
    QVERIFY(status["imageID"_L1].toString().startsWith(u"docker.io/library/nginx@sha256:"));
    QVERIFY(status["containerID"_L1].toString().startsWith(u"containerd://"));
}

void TestPracticeStories::neverIsRepeated()
{
    practice::Cluster cluster;
    QVERIFY(cluster.start({0, 200, {}}));
    const Browser browser(cluster);
    browser.send("POST", "/api/v1/namespaces", namespaceJson());
    QCOMPARE(browser.send("POST", Pods, podJson("nginx:1.17.5", "Never")).code, 201);
    const auto count = [&] {
        const QJsonArray items =
            browser.send("GET", "/api/v1/namespaces/dev/events?fieldSelector=reason%3DErrImageNeverPull")
                .json.value("items"_L1)
                .toArray();
        return items.size() == 1 ? items.first()["count"_L1].toInt() : -1;
    };
    QTRY_VERIFY_WITH_TIMEOUT(count() >= 6, 10000);
    QCOMPARE(
        eventLines(browser),
        QStringList({u"Scheduled: Successfully assigned dev/pod-image-pull-policy to node2"_s,
                     u"ErrImageNeverPull: Container image \"nginx:1.17.5\" is not present with pull policy of Never"_s,
                     u"Failed: Error: ErrImageNeverPull"_s}));
    const auto pod = browser.send("GET", Pod).json;
    QCOMPARE(pod["status"_L1]["phase"_L1].toString(), u"Pending"_s);
    QCOMPARE(pod["status"_L1]["containerStatuses"_L1][0]["state"_L1]["waiting"_L1]["reason"_L1].toString(),
             u"ErrImageNeverPull"_s);
    const auto event = browser.send("GET", "/api/v1/namespaces/dev/events?fieldSelector=reason%3DErrImageNeverPull")
                           .json["items"_L1][0];
    QCOMPARE(event["involvedObject"_L1]["fieldPath"_L1].toString(), u"spec.containers{nginx}"_s);
    QVERIFY(event["lastTimestamp"_L1].toString() > event["firstTimestamp"_L1].toString());
}

void TestPracticeStories::unknownTagBacksOff()
{
    practice::Cluster cluster;
    QVERIFY(cluster.start({0, 200, {}}));
    const Browser browser(cluster);
    browser.send("POST", "/api/v1/namespaces", namespaceJson());
    Watcher watcher(browser, Pods + "?watch=true");
    QCOMPARE(browser.send("POST", Pods, podJson("nginx:9.9.9")).code, 201);
    const auto reasons = [&] {
        QStringList result;
        for (const QJsonObject &event : watcher.events()) {
            const QString reason =
                event["object"_L1]["status"_L1]["containerStatuses"_L1][0]["state"_L1]["waiting"_L1]["reason"_L1]
                    .toString();
            if (!reason.isEmpty() && (result.isEmpty() || result.last() != reason))
                result.append(reason);
        }
        return result;
    };
    QTRY_VERIFY_WITH_TIMEOUT(reasons().size() >= 4, 10000);
    QCOMPARE(reasons().first(4),
             QStringList({u"ContainerCreating"_s, u"ErrImagePull"_s, u"ImagePullBackOff"_s, u"ErrImagePull"_s}));
    const QString cause =
        u"rpc error: code = NotFound desc = failed to pull and unpack image \"docker.io/library/nginx:9.9.9\": failed "
        u"to "
        "resolve reference \"docker.io/library/nginx:9.9.9\": docker.io/library/nginx:9.9.9: not found"_s;
    QCOMPARE(eventLines(browser),
             QStringList({u"Scheduled: Successfully assigned dev/pod-image-pull-policy to node2"_s,
                          u"Pulling: Pulling image \"nginx:9.9.9\""_s,
                          u"Failed: Failed to pull image \"nginx:9.9.9\": "_s + cause, u"Failed: Error: ErrImagePull"_s,
                          u"BackOff: Back-off pulling image \"nginx:9.9.9\""_s, u"Failed: Error: ImagePullBackOff"_s}));
}

void TestPracticeStories::unschedulable()
{
    practice::Cluster cluster;
    QVERIFY(cluster.start({0, 100, {}}));
    const Browser browser(cluster);
    browser.send("POST", "/api/v1/namespaces", namespaceJson());
    QByteArray pod = podJson("nginx");
    pod.replace("\"spec\":{", "\"spec\":{\"nodeSelector\":{\"disk\":\"none\"},");
    QCOMPARE(browser.send("POST", Pods, pod).code, 201);
    QTRY_VERIFY(eventLines(browser).value(0).startsWith(u"FailedScheduling: 0/2 nodes are available: 2 node(s)"));
}

QTEST_GUILESS_MAIN(TestPracticeStories)
#include "test_practice_stories.moc"
