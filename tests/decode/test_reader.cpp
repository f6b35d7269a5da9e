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
    void oneBrokenObjectDoesNotSpoilAList_data();
    void oneBrokenObjectDoesNotSpoilAList();
    void aBrokenObjectInAFrameIsKnownByItsKey_data();
    void aBrokenObjectInAFrameIsKnownByItsKey();
    void A52_aWrongEstimateIsIgnored_data();
    void A52_aWrongEstimateIsIgnored();
    void P05_theLastOfTwoMembersWins();
    void P06_numbersOfAnySizeAreNoFault();
    void P07_deepNestingIsSkippedWithoutRecursion();
    void tagsOfAnyList();
    void policyEvidence();
    void policyEvidenceIsThatOfTheTopLevel();
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
    QTest::newRow("wrong type") << QByteArray(R"({"kind":"PodList","items":5})");
    QTest::newRow("items cut within") << QByteArray(
        R"({"kind":"PodList","items":[{"metadata":{"name":"a"}},{"metadata"]})");
    QTest::newRow("something between items")
        << QByteArray(R"({"kind":"PodList","items":[{"metadata":{"name":"a"}} {}]})");
    QTest::newRow("A23 a Table") << QByteArray(R"({"kind":"Table","rows":[],"items":[]})");
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

/** Rows of objects that cannot be read, named `a` in `dev` with uid `u` and version 7 where they can say so. */
void brokenObjects()
{
    QTest::addColumn<QByteArray>("object");
    QTest::addColumn<bool>("isKnown");
    const QByteArray meta = R"("metadata":{"name":"a","namespace":"dev","uid":"u","resourceVersion":"7"})";
    QTest::newRow("P04 invalid UTF-8") << "{" + meta + ",\"spec\":{\"nodeName\":\"\xff\xfe\"}}" << true;
    QTest::newRow("P04 overlong") << "{" + meta + ",\"status\":{\"message\":\"\xc0\xaf\"}}" << true;
    QTest::newRow("P04 lone surrogate") << "{" + meta + R"(,"status":{"message":"\ud800"}})" << true;
    QTest::newRow("P04 raw control character")
        << "{" + meta + QByteArray(",\"status\":{\"message\":\"\0\"}}", 26) << true;
    QTest::newRow("P06 a number for a text") << "{" + meta + R"(,"spec":{"nodeName":1e400}})" << true;
    QTest::newRow("P06 a number beyond 64 bits")
        << "{" + meta + R"(,"status":{"containerStatuses":[{"restartCount":9223372036854775808}]}})" << true;
    QTest::newRow("P06 a version as a number")
        << QByteArray(R"({"metadata":{"name":"a","namespace":"dev","resourceVersion":7}})") << false;
    QTest::newRow("a name that is none") << QByteArray(R"({"metadata":{"name":5}})") << false;
    QTest::newRow("no metadata") << QByteArray("{}") << false;
    QTest::newRow("P07 nested beyond measure")
        << "{" + meta + ",\"spec\":{\"nodeName\":" + QByteArray(100'000, '[') + QByteArray(100'000, ']') + "}}" << true;
}

void TestReader::oneBrokenObjectDoesNotSpoilAList_data()
{
    brokenObjects();
}

void TestReader::oneBrokenObjectDoesNotSpoilAList()
{
    QFETCH(QByteArray, object);
    QFETCH(bool, isKnown);
    decode::Reader reader;
    const auto list = reader.list<kube::Pod>(
        R"({"kind":"PodList","metadata":{"resourceVersion":"9"},"items":[{"metadata":{"name":"b"}},)" + object +
        R"(,{"metadata":{"name":"c"}}],"apiVersion":"v1"})");
    QVERIFY2(list, list ? "" : qPrintable(list.error().message));
    QCOMPARE(list->meta.resourceVersion, u"9"_s);
    QCOMPARE(list->items.size(), 2);
    QCOMPARE(list->items.constLast()->meta.key.name, u"c"_s);
    QCOMPARE(list->unreadable.size(), 1);
    if (isKnown)
        QCOMPARE(list->unreadable.constFirst(), (decode::Tag{{u"dev"_s, u"a"_s}, u"u"_s, u"7"_s}));
}

void TestReader::aBrokenObjectInAFrameIsKnownByItsKey_data()
{
    brokenObjects();
}

void TestReader::aBrokenObjectInAFrameIsKnownByItsKey()
{
    QFETCH(QByteArray, object);
    QFETCH(bool, isKnown);
    decode::Reader reader;
    const auto event = reader.watchEvent<kube::Pod>(QByteArray(R"({"type":"MODIFIED","object":)" + object + "}"));
    QVERIFY2(event, event ? "" : qPrintable(event.error().message));
    QCOMPARE(event->type, decode::WatchEvent<kube::Pod>::Type::Modified);
    QVERIFY(!event->object);
    QVERIFY(event->unreadable);
    if (isKnown)
        QCOMPARE(*event->unreadable, (decode::Tag{{u"dev"_s, u"a"_s}, u"u"_s, u"7"_s}));
    const auto other = reader.watchEvent<kube::Pod>(
        QByteArrayView(R"({"type":"ADDED","object":{"kind":"Node","metadata":{"name":"a"}}})"));
    QVERIFY(other);  // A23: of another kind, so none of ours
    QCOMPARE(other->type, decode::WatchEvent<kube::Pod>::Type::Unknown);
}

void TestReader::A52_aWrongEstimateIsIgnored_data()
{
    QTest::addColumn<QByteArray>("estimate");
    for (const char *text : {"null", "\"many\"", "1e400", "9223372036854775808", "0.5", "{}", "true"})
        QTest::newRow(text) << QByteArray(text);
}

void TestReader::A52_aWrongEstimateIsIgnored()
{
    QFETCH(QByteArray, estimate);
    decode::Reader reader;
    const auto list = reader.list<kube::Pod>(R"({"kind":"PodList","metadata":{"remainingItemCount":)" + estimate +
                                             R"(,"resourceVersion":"9","continue":"t"},"items":[]})");
    QVERIFY2(list, list ? "" : qPrintable(list.error().message));
    QVERIFY(!list->meta.remainingItems);
    QCOMPARE(list->meta.continueToken, u"t"_s);
}

void TestReader::P05_theLastOfTwoMembersWins()
{
    decode::Reader reader;
    const auto list = reader.list<kube::Pod>(QByteArrayView(
        R"({"kind":"PodList","items":[{"metadata":{"name":"x"}}],"metadata":{"resourceVersion":"1"},"items":[)"
        R"({"metadata":{"name":"a","uid":"u","labels":{"l":"1","l":"2"},"ownerReferences":[{"uid":"o"}]},)"
        R"("metadata":{"name":"b","ownerReferences":[{"uid":"p"}]},"status":{"conditions":[{"type":"A"}],"conditions":[{"type":"B"}]}})"
        R"(],"metadata":{"resourceVersion":"2"}})"));
    QVERIFY2(list, list ? "" : qPrintable(list.error().message));
    QCOMPARE(list->meta.resourceVersion, u"2"_s);
    QCOMPARE(list->items.size(), 1);
    const kube::Pod &pod = *list->items.constFirst();
    QCOMPARE(pod.meta.key.name, u"b"_s);
    QCOMPARE(pod.meta.uid, u"u"_s);  // Go reads the second over the first
    QCOMPARE(pod.meta.labels, (kube::StringPairs{{u"l"_s, u"2"_s}}));
    QCOMPARE(pod.meta.owners.size(), 1);
    QCOMPARE(pod.conditions.size(), 1);
    QCOMPARE(pod.conditions.constFirst().type, u"B"_s);
}

void TestReader::P06_numbersOfAnySizeAreNoFault()
{
    decode::Reader reader;
    // In fields that nobody keeps they are not even read.
    const auto pod = reader.object<kube::Pod>(QByteArrayView(
        R"({"metadata":{"name":"a","generation":1e400},"spec":{"priority":9223372036854775808,"x":[-0,0.1,1e-400]}})"));
    QVERIFY2(pod, pod ? "" : qPrintable(pod.error().message));
}

void TestReader::P07_deepNestingIsSkippedWithoutRecursion()
{
    decode::Reader reader;
    const QByteArray deep = QByteArray(100'000, '[') + QByteArray(100'000, ']');
    const auto pod = reader.object<kube::Pod>(QByteArray(R"({"metadata":{"name":"a"},"unknown":)" + deep + "}"));
    QVERIFY(!pod || (*pod)->meta.key.name == u"a");
}

void TestReader::tagsOfAnyList()
{
    decode::Reader reader;
    const auto tags = reader.tags(
        R"({"kind":"PartialObjectMetadataList","metadata":{"resourceVersion":"9"},"items":[)"
        R"({"kind":"PartialObjectMetadata","metadata":{"name":"a","namespace":"dev","uid":"u","resourceVersion":"7"}}]})");
    QVERIFY2(tags, tags ? "" : qPrintable(tags.error().message));
    QCOMPARE(tags->items, (QList<decode::Tag>{{{u"dev"_s, u"a"_s}, u"u"_s, u"7"_s}}));
    QVERIFY(!reader.tags(R"({"kind":"Status","code":500})"));
    QVERIFY(!reader.tags(R"({"kind":"PodList"})"));
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

void TestReader::policyEvidenceIsThatOfTheTopLevel()
{
    // What is kept of one pod's fields must not answer for another's that only end alike.
    const QByteArray spec = R"("f:spec":{"f:containers":{"k:{\"name\":\"c\"}":{"f:imagePullPolicy":{}}}})";
    const QByteArray other = R"("f:spec":{"f:containers":{"k:{\"name\":\"d\"}":{"f:imagePullPolicy":{}}}})";
    const QByteArray spaced = R"("f:spec" : {"f:containers":{"k:{\"name\":\"e\"}":{"f:imagePullPolicy":{}}}})";
    const QByteArray written = R"("\u0066:spec":{"f:containers":{"k:{\"name\":\"g\"}":{"f:imagePullPolicy":{}}}})";
    const QList<std::pair<QByteArray, QList<QString>>> cases = {
        {'{' + spec + '}', {u"c"_s}},
        {R"({"f:metadata":{"f:annotations":{)" + spec + "}}}", {}},
        {R"({"f:metadata":{"f:annotations":{"f:spec":{}}},)" + spec + '}', {u"c"_s}},
        {R"({"f:metadata":{"f:annotations":{)" + other + "}}," + spec + '}', {u"c"_s}},
        {R"({"f:metadata":{"f:labels":{}},)" + spec + '}', {u"c"_s}},
        {'{' + other + '}', {u"d"_s}},
        {'{' + spaced + '}', {u"e"_s}},
        {'{' + written + '}', {u"g"_s}},
    };
    decode::Reader reader;
    for (int round = 0; round < 2; ++round)
        for (const auto &[fields, names] : cases) {
            const auto pod = reader.object<kube::Pod>(
                QByteArray(R"({"metadata":{"name":"a","managedFields":[{"manager":"m","fieldsV1":)" + fields + "}]}}"));
            QVERIFY2(pod, fields);
            QVERIFY2((*pod)->fieldOwners.constFirst().policyContainers == names, fields);
        }
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
