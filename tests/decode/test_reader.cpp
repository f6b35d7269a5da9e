// SPDX-License-Identifier: Apache-2.0
#include "decode/reader.h"
#include "support/vectors.h"

using namespace Qt::StringLiterals;

class TestReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsRecordedLists();
    void readsRecordedWatchStreams();
    void refusesWhatIsNoList_data();
    void refusesWhatIsNoList();
    void cutFramesAreErrors();
    void theTypeMayComeLast();
    void errorEventsCarryTheStatus();
    void bookmarks();
    void statusesAreDecidedByCode();
    void laterDuplicateKeysWin();
    void policyEvidence();
    void discovery();
};

void TestReader::readsRecordedLists()
{
    decode::Reader reader;
    const auto pods = reader.list<kube::Pod>(support::read(u"fixtures/k8s-1.36/never-absent/pods.json"_s));
    QVERIFY(pods);
    QCOMPARE(pods->items.size(), 1);
    const kube::Pod &pod = *pods->items.constFirst();
    QCOMPARE(pod.meta.key, (kube::Key{u"dev"_s, u"pod-image-pull-policy"_s}));
    QCOMPARE(pod.containers.constFirst().image, u"nginx:1.17.5"_s);
    QVERIFY(pod.containers.constFirst().policy == kube::PullPolicy::Never);
    QCOMPARE(pod.statuses.constFirst().state.reason, u"ErrImageNeverPull"_s);
    QVERIFY(!pods->meta.resourceVersion.isEmpty());
    const auto events = reader.list<kube::Event>(support::read(u"fixtures/k8s-1.36/never-absent/events.json"_s));
    QVERIFY(events && events->items.size() >= 3);
    const auto nodes = reader.list<kube::Node>(support::read(u"fixtures/k8s-1.36/never-absent/node.json"_s));
    QVERIFY(nodes && !nodes->items.constFirst()->images.isEmpty());
    QVERIFY(nodes->items.constFirst()->ready);
    QVERIFY(nodes->items.constFirst()->kubeletVersion.startsWith(u"v1.36"));
}

void TestReader::readsRecordedWatchStreams()
{
    decode::Reader reader;
    using Event = decode::WatchEvent<kube::Pod>;
    QList<Event::Type> types;
    for (const QByteArray &line : support::read(u"fixtures/k8s-1.36/slow-pull/pods.watch.jsonl"_s).split('\n')) {
        if (line.isEmpty())
            continue;
        const auto event = reader.watchEvent<kube::Pod>(line);
        QVERIFY2(event, event ? "" : qPrintable(event.error().message));
        types << event->type;
    }
    QCOMPARE(types.constFirst(), Event::Type::Added);
    QCOMPARE(types.constLast(), Event::Type::Deleted);
}

void TestReader::refusesWhatIsNoList_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("object") << QByteArray("{}");
    QTest::newRow("html") << QByteArray("<html>");
    QTest::newRow("status") << QByteArray(R"({"kind":"Status","code":500})");
    QTest::newRow("other kind") << QByteArray(R"({"kind":"NodeList","items":[]})");
    QTest::newRow("no items") << QByteArray(R"({"kind":"PodList","metadata":{}})");
    QTest::newRow("truncated") << QByteArray(R"({"kind":"PodList","metadata":{},"items":[{"metadata":{"name":"a"}})");
    QTest::newRow("two values") << QByteArray(R"({"kind":"PodList","items":[]}{})");
    QTest::newRow("wrong type") << QByteArray(R"({"kind":"PodList","items":[{"metadata":{"name":5}}]})");
}

void TestReader::refusesWhatIsNoList()
{
    QFETCH(QByteArray, body);
    decode::Reader reader;
    const auto list = reader.list<kube::Pod>(body);
    QVERIFY(!list);
    QCOMPARE(list.error().kind, kube::Error::Kind::Protocol);
}

void TestReader::cutFramesAreErrors()
{
    decode::Reader reader;
    const QByteArray stream = support::read(u"fixtures/k8s-1.36/never-absent/events.watch.jsonl"_s);
    const QByteArray frame = stream.first(stream.indexOf('\n'));
    QVERIFY(reader.watchEvent<kube::Event>(frame));
    for (qsizetype cut = 0; cut < frame.size(); cut += 7)
        QVERIFY(!reader.watchEvent<kube::Event>(QByteArrayView(frame).first(cut)));
}

void TestReader::theTypeMayComeLast()
{
    decode::Reader reader;
    const QByteArray added = R"({"object":{"metadata":{"name":"a","resourceVersion":"7"}},"type":"ADDED"})";
    const auto event = reader.watchEvent<kube::Pod>(added);
    QVERIFY2(event, event ? "" : qPrintable(event.error().message));
    QCOMPARE(event->type, decode::WatchEvent<kube::Pod>::Type::Added);
    QCOMPARE(event->object->meta.key.name, u"a"_s);
    QCOMPARE(event->resourceVersion, u"7"_s);
    for (qsizetype cut = 0; cut < added.size(); ++cut)
        QVERIFY(!reader.watchEvent<kube::Pod>(QByteArrayView(added).first(cut)));
    QVERIFY(!reader.watchEvent<kube::Pod>(QByteArrayView(R"({"object":{"metadata":{"name":"a"}}})")));
    const auto error = reader.watchEvent<kube::Pod>(
        QByteArrayView(R"({"object":{"kind":"Status","code":410,"reason":"Expired"},"type":"ERROR"})"));
    QVERIFY(error);
    QCOMPARE(error->error.kind, kube::Error::Kind::Expired);
}

void TestReader::errorEventsCarryTheStatus()
{
    decode::Reader reader;
    const auto event = reader.watchEvent<kube::Pod>(QByteArrayView(
        R"js({"type":"ERROR","object":{"kind":"Status","code":410,"reason":"Expired","message":"too old resource version: 5 (9)"}})js"));
    QVERIFY(event);
    QCOMPARE(event->type, decode::WatchEvent<kube::Pod>::Type::Error);
    QCOMPARE(event->error.kind, kube::Error::Kind::Expired);
}

void TestReader::bookmarks()
{
    decode::Reader reader;
    const auto event = reader.watchEvent<kube::Pod>(QByteArrayView(
        R"({"type":"BOOKMARK","object":{"kind":"Pod","metadata":{"resourceVersion":"77","creationTimestamp":null},"spec":{"containers":null},"status":{}}})"));
    QVERIFY(event);
    QCOMPARE(event->resourceVersion, u"77"_s);
    QVERIFY(!event->object);
    QVERIFY(!event->initialEventsEnd);
}

void TestReader::statusesAreDecidedByCode()
{
    const auto invalid =
        decode::status(422, R"({"kind":"Status","status":"Failure","reason":"Invalid","message":"Pod \"x\" is invalid",
        "details":{"causes":[{"reason":"FieldValueRequired","message":"Required value","field":"spec.containers[0].image"}],"retryAfterSeconds":3},"code":422})");
    QCOMPARE(invalid.kind, kube::Error::Kind::Invalid);
    QCOMPARE(invalid.causes.constFirst().field, u"spec.containers[0].image"_s);
    QCOMPARE(invalid.retryAfter, std::chrono::seconds(3));
    const auto proxy = decode::status(502, "<html>\x1b[31mBad Gateway</html>");
    QCOMPARE(proxy.kind, kube::Error::Kind::Server);
    QVERIFY(proxy.message.contains(u"Bad Gateway"));
    QVERIFY(!proxy.message.contains(QChar(0x1b)));
    QCOMPARE(decode::status(401, {}).kind, kube::Error::Kind::Unauthorized);
    QCOMPARE(decode::status(409, R"({"kind":"Status","reason":"AlreadyExists","code":409})").kind,
             kube::Error::Kind::AlreadyExists);
    QVERIFY(decode::status(500, QByteArray(100'000, 'x')).message.size() <= 2048);
}

void TestReader::laterDuplicateKeysWin()
{
    decode::Reader reader;
    const auto pod = reader.object<kube::Pod>(QByteArrayView(R"({"metadata":{"name":"a"},"metadata":{"name":"b"}})"));
    QVERIFY(pod);
    QCOMPARE((*pod)->meta.key.name, u"b"_s);
}

void TestReader::policyEvidence()
{
    decode::Reader reader;
    const auto pod = reader.object<kube::Pod>(QByteArrayView(R"({"metadata":{"name":"a","annotations":{
        "kubectl.kubernetes.io/last-applied-configuration":"{\"spec\":{\"containers\":[{\"name\":\"c\",\"imagePullPolicy\":\"Never\"},{\"name\":\"d\"}]}}\n"},
        "managedFields":[{"manager":"kubectl-create","operation":"Update","fieldsV1":{"f:spec":{"f:containers":{"k:{\"name\":\"c\"}":{".":{},"f:imagePullPolicy":{}}}}}}]},
        "spec":{"containers":[{"name":"c","imagePullPolicy":"Never"},{"name":"d","imagePullPolicy":"Always"}]}})"));
    QVERIFY(pod);
    QVERIFY((*pod)->hasLastApplied);
    QCOMPARE((*pod)->lastAppliedPolicies.size(), 2);
    QVERIFY((*pod)->lastAppliedPolicies.constFirst().second == kube::PullPolicy::Never);
    QVERIFY((*pod)->lastAppliedPolicies.constLast().second == kube::PullPolicy::Unset);
    QCOMPARE((*pod)->fieldOwners.constFirst().policyContainers, QList<QString>{u"c"_s});
    QVERIFY((*pod)->meta.annotations.isEmpty());
}

void TestReader::discovery()
{
    const auto list = decode::resourceList(R"({"kind":"APIResourceList","groupVersion":"apps/v1","resources":[
        {"name":"deployments","kind":"Deployment","namespaced":true},{"name":"deployments/scale","kind":"Scale","namespaced":true}]})");
    QVERIFY(list);
    QCOMPARE(list->size(), 1);
    QCOMPARE(list->constFirst().group, u"apps"_s);
    QCOMPARE(list->constFirst().version, u"v1"_s);
    QCOMPARE(decode::gitVersion(R"({"gitVersion":"v1.36.2"})"), u"v1.36.2"_s);
}

QTEST_APPLESS_MAIN(TestReader)
#include "test_reader.moc"
