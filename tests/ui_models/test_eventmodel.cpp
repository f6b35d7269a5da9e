// SPDX-License-Identifier: Apache-2.0
#include "models/eventfilter.h"
#include "models/eventmodel.h"
#include "models/snapshot.h"
#include "models/workload.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using models::EventFilter;
using models::EventModel;

namespace {

constexpr qint64 Now = 1'800'000'000;

kube::Event eventNamed(const QString &name, const QString &reason, qint64 at, const QString &pod = u"web"_s)
{
    kube::Event event;
    event.meta.key = {u"dev"_s, name};
    event.involved = {u"Pod"_s, u"dev"_s, pod, u"uid-"_s + pod, u"spec.containers{nginx}"_s};
    event.type = u"Normal"_s;
    event.reason = reason;
    event.firstTimestamp = event.lastTimestamp = kube::Timestamp::fromUnixSeconds(at);
    event.count = 1;
    return event;
}

kube::EventPtr share(const kube::Event &event)
{
    return std::make_shared<const kube::Event>(event);
}

}  // namespace

class TestEventModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsUpInPlace()
    {
        EventModel model;
        QAbstractItemModelTester tester(&model);
        model.setClock([] { return kube::Timestamp::fromUnixSeconds(Now); });
        mirror::Batch batch;
        kube::Event event = eventNamed(u"web.1"_s, u"Failed"_s, Now - 60);
        batch.events.upserts = {share(event)};
        model.apply(batch);
        QSignalSpy changed(&model, &EventModel::dataChanged);
        event.count = 6;
        event.lastTimestamp = kube::Timestamp::fromUnixSeconds(Now - 7);
        batch.events.upserts = {share(event)};
        model.apply(batch);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.index(0, EventModel::Age).data().toString(), u"7s (x6 over 60s)"_s);
        model.apply(batch);
        QCOMPARE(changed.size(), 1);
    }

    void showsOnePodInTimeOrder()
    {
        EventModel model;
        EventFilter filter(model);
        QAbstractItemModelTester tester(&filter);
        filter.sort(EventModel::Age);
        mirror::Batch batch;
        batch.events.upserts = {share(eventNamed(u"b"_s, u"Pulled"_s, Now - 10)),
                                share(eventNamed(u"c"_s, u"Pulling"_s, Now - 5, u"other"_s)),
                                share(eventNamed(u"a"_s, u"Pulling"_s, Now - 20))};
        model.apply(batch);
        QCOMPARE(filter.rowCount(), 3);
        filter.setPod({u"dev"_s, u"web"_s}, u"uid-web"_s);
        QCOMPARE(filter.rowCount(), 2);
        QCOMPARE(filter.event(0)->reason, u"Pulling"_s);
        QCOMPARE(filter.event(1)->reason, u"Pulled"_s);
        filter.setPod({u"dev"_s, u"web"_s}, u"another life"_s);
        QCOMPARE(filter.rowCount(), 0);
    }

    /** An owner is told by kind and name; by uid where both know one. */
    void showsOwnersToo()
    {
        EventModel model;
        EventFilter filter(model);
        QAbstractItemModelTester tester(&filter);
        const auto about = [](const QString &name, const QString &kind, const QString &object, const QString &uid) {
            kube::Event event = *share(eventNamed(name, name, Now));
            event.involved = {kind, u"dev"_s, object, uid, {}};
            return std::make_shared<const kube::Event>(event);
        };
        mirror::Batch batch;
        batch.events.upserts = {
            share(eventNamed(u"pod"_s, u"Pulled"_s, Now)), about(u"rs"_s, u"ReplicaSet"_s, u"web-1"_s, u"r"_s),
            about(u"old"_s, u"ReplicaSet"_s, u"web-1"_s, u"another life"_s),
            about(u"deploy"_s, u"Deployment"_s, u"web"_s, u"d"_s), about(u"job"_s, u"Job"_s, u"web"_s, u"j"_s)};
        model.apply(batch);
        kube::Pod pod;
        pod.meta.owners = {{u"ReplicaSet"_s, u"web-1"_s, u"r"_s, true}};
        pod.meta.labels = {{u"pod-template-hash"_s, u"1"_s}};
        filter.setPod({u"dev"_s, u"web"_s}, u"uid-web"_s,
                      models::ownersOf(*kube::PodRef(std::make_shared<const kube::Pod>(pod))));
        QCOMPARE(filter.rowCount(), 1);
        filter.setScope(EventFilter::Scope::Owners);
        QCOMPARE(filter.rowCount(), 3);
        filter.setScope(EventFilter::Scope::All);
        QCOMPARE(filter.rowCount(), 5);
        filter.setScope(EventFilter::Scope::Pod);
        QCOMPARE(filter.rowCount(), 1);
    }

    /** Events alike are one row, whose text spans them; what the server keeps of each is found under it. */
    void repeatsAreFolded()
    {
        EventModel model;
        QAbstractItemModelTester tester(&model);
        EventFilter filter(model);
        QAbstractItemModelTester filterTester(&filter);
        filter.sort(EventModel::Age);
        model.setClock([] { return kube::Timestamp::fromUnixSeconds(Now); });
        mirror::Batch batch;
        kube::Event often = eventNamed(u"a"_s, u"BackOff"_s, Now - 60);
        often.count = 6;
        often.lastTimestamp = kube::Timestamp::fromUnixSeconds(Now - 7);
        kube::Event other = eventNamed(u"c"_s, u"BackOff"_s, Now - 40);
        other.message = u"another text"_s;
        batch.events.upserts = {share(often), share(eventNamed(u"b"_s, u"BackOff"_s, Now - 180)), share(other)};
        model.apply(batch);
        QCOMPARE(filter.rowCount(), 2);
        const QModelIndex fold = filter.index(0, 0);
        const auto words = [&filter, &fold](int row) {
            return filter.index(row, EventModel::Age, fold).data().toString() + u' ' +
                   filter.index(row, EventModel::Reason, fold).data().toString();
        };
        QCOMPARE(fold.data().toString(), u"7s (x7 over 3m)"_s);
        QCOMPARE(filter.rowCount(fold), 4);
        QCOMPARE(words(0), u"3m Seen once"_s);
        QCOMPARE(words(1), u"60s First seen"_s);
        QCOMPARE(words(2), u" 4 more"_s);
        QCOMPARE(words(3), u"7s Last seen"_s);
        QCOMPARE(filter.timeOf(filter.index(3, 0, fold)), kube::Timestamp::fromUnixSeconds(Now - 7));
        QVERIFY(filter.timeOf(filter.index(2, 0, fold)).isNull());
        QCOMPARE(filter.rowCount(filter.index(1, 0)), 0);
        QCOMPARE(model.completeSince(), kube::Timestamp::fromUnixSeconds(Now - 180));
    }

    /** Rows under a fold come, go and change in place. */
    void foldsFollowTheirEvents()
    {
        EventModel model;
        QAbstractItemModelTester tester(&model);
        EventFilter filter(model);
        QAbstractItemModelTester filterTester(&filter);
        filter.sort(EventModel::Age);
        mirror::Batch batch;
        kube::Event event = eventNamed(u"a"_s, u"BackOff"_s, Now - 60);
        const auto take = [&](std::initializer_list<kube::Event> upserts, const QList<kube::Key> &removals = {}) {
            batch.events.upserts.clear();
            for (const kube::Event &each : upserts)
                batch.events.upserts << share(each);
            batch.events.removals = removals;
            model.apply(batch);
            return filter.rowCount(filter.index(0, 0));
        };
        QCOMPARE(take({event}), 0);
        event.count = 2;
        QCOMPARE(take({event}), 2);
        const QPersistentModelIndex last(filter.index(1, EventModel::Reason, filter.index(0, 0)));
        event.count = 3;
        QCOMPARE(take({event}), 3);
        QCOMPARE(last.row(), 2);
        QCOMPARE(take({eventNamed(u"b"_s, u"BackOff"_s, Now - 90)}), 4);
        QCOMPARE(last.row(), 3);
        QCOMPARE(last.data().toString(), u"Last seen"_s);
        QCOMPARE(filter.find({}).row(), 0);
        event.message = u"it says something else now"_s;
        QCOMPARE(take({event}), 0);
        QCOMPARE(filter.rowCount(), 2);
        QVERIFY(!last.isValid());
        QCOMPARE(take({}, {event.meta.key, {u"dev"_s, u"b"_s}}), 0);
        QCOMPARE(filter.rowCount(), 0);
        QVERIFY(model.completeSince().isNull());
    }

    void removes()
    {
        EventModel model;
        QAbstractItemModelTester tester(&model);
        mirror::Batch batch;
        batch.events.upserts = {share(eventNamed(u"a"_s, u"A"_s, 1)), share(eventNamed(u"b"_s, u"B"_s, 2)),
                                share(eventNamed(u"c"_s, u"C"_s, 3))};
        model.apply(batch);
        mirror::Batch less;
        less.events.removals = {{u"dev"_s, u"a"_s}, {u"dev"_s, u"c"_s}};
        model.apply(less);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.event(0)->reason, u"B"_s);
    }

    void snapshotKnowsEventsAndTime()
    {
        models::Snapshot snapshot;
        kube::Pod pod;
        pod.meta.key = {u"dev"_s, u"web"_s};
        pod.meta.uid = u"uid-web"_s;
        mirror::Batch batch;
        batch.events.upserts = {share(eventNamed(u"b"_s, u"Pulled"_s, 20)),
                                share(eventNamed(u"a"_s, u"Pulling"_s, 10))};
        snapshot.apply(batch);
        QCOMPARE(snapshot.eventsOf(pod.meta.key, pod.meta.uid).size(), 2);
        QCOMPARE(snapshot.eventsOf(pod.meta.key, pod.meta.uid).first()->reason, u"Pulling"_s);

        mirror::Batch later;
        const qint64 far = 4'000'000'000;
        later.events.upserts = {share(eventNamed(u"b"_s, u"Pulled"_s, far))};
        later.events.removals = {{u"dev"_s, u"a"_s}};
        snapshot.apply(later);
        QCOMPARE(snapshot.eventsOf(pod.meta.key, pod.meta.uid).size(), 1);
        QCOMPARE(snapshot.now(), kube::Timestamp::fromUnixSeconds(far));
        pod.meta.uid = u"another life"_s;
        QVERIFY(snapshot.eventsOf(pod.meta.key, pod.meta.uid).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestEventModel)
#include "test_eventmodel.moc"
