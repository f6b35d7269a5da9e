// SPDX-License-Identifier: Apache-2.0
#include "models/podfilter.h"
#include "models/podmodel.h"
#include "models/query/podquery.h"
#include "models/query/querychoices.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using models::PodFilter;
using models::PodModel;
using models::PodQuery;
using models::QueryProblem;

namespace {

constexpr qint64 Now = 1'800'000'000;

kube::Timestamp ago(std::chrono::seconds time)
{
    return kube::Timestamp::fromUnixSeconds(Now - time.count());
}

kube::Pod pod(const QString &ns, const QString &name, const QString &image, std::chrono::seconds age)
{
    kube::Pod pod;
    pod.meta.key = {ns, name};
    pod.meta.uid = u"uid-"_s + name;
    pod.meta.creationTimestamp = ago(age);
    pod.nodeName = u"node1"_s;
    pod.phase = u"Running"_s;
    pod.containers = {{u"main"_s, image, kube::PullPolicy::IfNotPresent, kube::ContainerKind::Regular}};
    kube::ContainerStatus status;
    status.name = u"main"_s;
    status.ready = true;
    status.state.phase = kube::ContainerState::Phase::Running;
    status.state.startedAt = ago(age);
    pod.statuses = {status};
    pod.conditions = {{u"Ready"_s, u"True"_s, {}, {}, ago(age)}};
    return pod;
}

/** web: young, owned, labelled. db: old, restarts. job: succeeded. bad: its image cannot be pulled. */
mirror::Batch cluster()
{
    kube::Pod web = pod(u"shop"_s, u"web-1"_s, u"registry.example/nginx:1.17-Alpine"_s, 60s);
    web.meta.labels = {{u"app"_s, u"web"_s}, {u"tier"_s, u"front end"_s}};
    web.meta.owners = {{u"ReplicaSet"_s, u"web"_s, u"u1"_s, true}};
    web.podIp = u"10.1.0.7"_s;
    web.podIps = {u"10.1.0.7"_s, u"fd00::7"_s};
    kube::Pod db = pod(u"data"_s, u"db-0"_s, u"postgres:16"_s, 48h);
    db.meta.labels = {{u"app"_s, u"db"_s}};
    db.meta.owners = {{u"StatefulSet"_s, u"db"_s, u"u2"_s, true}};
    db.nodeName = u"node2"_s;
    db.statuses[0].restartCount = 5;
    db.statuses[0].lastState.phase = kube::ContainerState::Phase::Terminated;
    db.statuses[0].lastState.finishedAt = ago(20min);
    kube::Pod job = pod(u"data"_s, u"job-x"_s, u"busybox"_s, 3h);
    job.phase = u"Succeeded"_s;
    job.statuses[0].ready = false;
    job.statuses[0].state.phase = kube::ContainerState::Phase::Terminated;
    job.statuses[0].state.reason = u"Completed"_s;
    job.conditions = {{u"Ready"_s, u"False"_s, {}, {}, ago(2h)}};
    kube::Pod bad = pod(u"shop"_s, u"bad"_s, u"nginx:latest"_s, 2h);
    bad.phase = u"Pending"_s;
    bad.statuses[0].ready = false;
    bad.statuses[0].state = {};
    bad.statuses[0].state.phase = kube::ContainerState::Phase::Waiting;
    bad.statuses[0].state.reason = u"ImagePullBackOff"_s;
    bad.conditions = {{u"Ready"_s, u"False"_s, {}, {}, ago(2h)}};
    bad.meta.deletionTimestamp = ago(4min);
    mirror::Batch batch;
    for (const kube::Pod &one : {web, db, job, bad})
        batch.pods.upserts.append(std::make_shared<const kube::Pod>(one));
    return batch;
}

QStringList namesOf(const QAbstractItemModel &model)
{
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row)
        names.append(model.index(row, PodModel::Name).data().toString());
    return names;
}

QStringList texts(const models::QueryChoices &choices)
{
    QStringList found;
    for (const models::QueryChoice &choice : choices.list)
        found.append(choice.text);
    return found;
}

}  // namespace

class TestPodQuery : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void matches_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("names");
        const std::pair<const char16_t *, const char16_t *> rows[] = {
            {u"", u"bad db-0 job-x web-1"},
            {u"NODE2", u"db-0"},
            {u"nginx:latest", u"bad"},
            {u"\"nginx:latest\"", u"bad"},
            {u"alpine", u"web-1"},
            {u"image:alpine", u"web-1"},
            {u"image=NGINX:latest", u"bad"},
            {u"image=nginx", u""},
            {u"status:term", u"bad"},  // it is being deleted, which is said before its image's trouble
            {u"ns:data", u"db-0 job-x"},
            {u"namespace=data name:db", u"db-0"},
            {u"ns=dat", u""},
            {u"-ns:data", u"bad web-1"},
            {u"!ns:data -web", u"bad"},
            {u"label:app", u"db-0 web-1"},
            {u"label:ap", u"db-0 web-1"},
            {u"label:app=web", u"web-1"},
            {u"label:app=we", u""},
            {u"label:tier=\"front end\"", u"web-1"},
            {u"label:\"tier=front end\"", u"web-1"},
            {u"-label:app=web", u"bad db-0 job-x"},
            {u"selector:app=web", u"web-1"},
            {u"selector:\"app in (db,web),!tier\"", u"db-0"},
            {u"selector:ap", u""},
            {u"selector:\"app notin (web)\"", u"bad db-0 job-x"},
            {u"-selector:app", u"bad job-x"},
            {u"owner:replicaset", u"web-1"},
            {u"owner:StatefulSet/d", u"db-0"},
            {u"owner=statefulset/d", u""},
            {u"owner:we", u"web-1"},
            {u"ip:10.1.", u"web-1"},
            {u"ip:fd00", u"web-1"},
            {u"ip=10.1.0", u""},
            {u"policy:ifnot", u"bad db-0 job-x web-1"},
            {u"policy=IfNot", u""},
            {u"age>1h", u"bad db-0 job-x"},
            {u"age<5m", u"web-1"},
            {u"age<=1m", u"web-1"},
            {u"age<1m", u""},
            {u"age>=2d", u"db-0"},
            {u"age>1d12h", u"db-0"},
            {u"-age>1h", u"web-1"},
            {u"restarts>3", u"db-0"},
            {u"restarts=5", u"db-0"},
            {u"restarts>=6", u""},
            {u"restarts<5", u"bad job-x web-1"},
            {u"ready<1", u"bad job-x"},
            {u"ready=1", u"db-0 web-1"},
            {u"is:not-ready", u"bad"},
            {u"is:ready", u"db-0 web-1"},
            {u"is:pull", u"bad"},
            {u"is:restarting", u"db-0"},
            {u"is:changed", u"bad web-1"},
            {u"is:terminating", u"bad"},
            {u"-is:ready", u"bad job-x"},
            {u"is:re", u"db-0 web-1"},  // ready or restarting
            {u"shop -bad", u"web-1"},
            {u"status: node:", u"bad db-0 job-x web-1"},
            {u"age>", u"bad db-0 job-x web-1"},
            {u"-", u"db-0 job-x web-1"},
        };
        for (const auto &[text, names] : rows)
            QTest::newRow(qPrintable(u'[' + QString(text) + u']')) << QString(text) << QString(names);
    }

    void matches()
    {
        QFETCH(QString, text);
        PodModel model;
        PodFilter filter(model);
        QAbstractItemModelTester tester(&filter);
        model.setClock([] { return kube::Timestamp::fromUnixSeconds(Now); });
        model.apply(cluster());
        filter.sort(PodModel::Name);
        filter.setText(text);
        QVERIFY2(!filter.problem(), qPrintable(filter.problem().value_or(QueryProblem()).words));
        QTEST(namesOf(filter).join(u' '), "names");
    }

    void saysWhatItCannotRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("at");
        QTest::addColumn<int>("length");
        QTest::newRow("span") << u"web age>5x"_s << 4 << 6;
        QTest::newRow("no unit") << u"age>5"_s << 0 << 5;
        QTest::newRow("unit first") << u"age>m"_s << 0 << 5;
        QTest::newRow("longer than time") << u"age>99999999999w"_s << 0 << 16;
        QTest::newRow("number") << u"restarts>many"_s << 0 << 13;
        QTest::newRow("negative") << u"ready<-1"_s << 0 << 8;
        QTest::newRow("colon") << u"age:5m"_s << 0 << 6;
        QTest::newRow("trait") << u"  -is:happy web"_s << 2 << 9;
        QTest::newRow("not comparable") << u"status>3"_s << 0 << 8;
        QTest::newRow("no such key") << u"a size>3"_s << 2 << 6;
        QTest::newRow("open quote") << u"web \"my pod"_s << 4 << 7;
    }

    void saysWhatItCannotRead()
    {
        QFETCH(QString, text);
        QFETCH(int, at);
        QFETCH(int, length);
        const auto query = PodQuery::parse(text);
        QVERIFY(!query);
        QCOMPARE(query.error().at, at);
        QCOMPARE(query.error().length, length);
        QVERIFY(!query.error().words.isEmpty());
    }

    void theLastGoodFilterStays()
    {
        PodModel model;
        PodFilter filter(model);
        QAbstractItemModelTester tester(&filter);
        model.setClock([] { return kube::Timestamp::fromUnixSeconds(Now); });
        model.apply(cluster());
        filter.setText(u"web"_s);
        filter.setText(u"web age>x"_s);
        QVERIFY(filter.problem());
        QCOMPARE(filter.text(), u"web age>x"_s);
        QCOMPARE(namesOf(filter), QStringList{u"web-1"_s});
        filter.setText(u"db"_s);
        QVERIFY(!filter.problem());
        QCOMPARE(namesOf(filter), QStringList{u"db-0"_s});
    }

    void timePasses()
    {
        PodModel model;
        PodFilter filter(model);
        QAbstractItemModelTester tester(&filter);
        qint64 now = Now;
        model.setClock([&now] { return kube::Timestamp::fromUnixSeconds(now); });
        model.apply(cluster());
        filter.setText(u"age<5m"_s);
        QCOMPARE(namesOf(filter), QStringList{u"web-1"_s});
        now += 600;
        filter.tick();
        QVERIFY(namesOf(filter).isEmpty());
        QSignalSpy removed(&filter, &QAbstractItemModel::rowsRemoved);
        filter.setText(u"node1"_s);
        filter.tick();
        QVERIFY(!PodQuery::parse(u"node1"_s)->dependsOnTime());
        QVERIFY(removed.isEmpty());
    }

    void whatNoColumnShowsIsFilteredToo()
    {
        PodModel model;
        PodFilter filter(model);
        QAbstractItemModelTester tester(&filter);
        model.apply(cluster());
        filter.setText(u"label:app=new"_s);
        QVERIFY(namesOf(filter).isEmpty());
        kube::Pod changed = model.pod(0)->unfolded();
        changed.meta.labels = {{u"app"_s, u"new"_s}};
        mirror::Batch batch;
        batch.pods.upserts = {std::make_shared<const kube::Pod>(changed)};
        model.apply(batch);
        QCOMPARE(namesOf(filter), QStringList{u"web-1"_s});
    }

    void namespacesAreChosenBeforeTheWords()
    {
        PodModel model;
        PodFilter filter(model);
        QAbstractItemModelTester tester(&filter);
        model.apply(cluster());
        filter.sort(PodModel::Name);
        filter.setNamespaces({u"data"_s});
        QCOMPARE(namesOf(filter), (QStringList{u"db-0"_s, u"job-x"_s}));
        filter.setText(u"node2"_s);
        QCOMPARE(namesOf(filter), (QStringList{u"db-0"_s}));
        filter.setNamespaces({});
        filter.setText({});
        QCOMPARE(filter.rowCount(), 4);
    }

    void wordsSurviveTheirQuotes_data()
    {
        QTest::addColumn<QString>("value");
        for (const QString &value :
             {u"plain"_s, u"two words"_s, u"say \"hi\""_s, u"back\\slash here"_s, u"a\\b"_s, QString()})
            QTest::newRow(qPrintable(value)) << value;
    }

    void wordsSurviveTheirQuotes()
    {
        QFETCH(QString, value);
        const QList<models::QueryWord> words = models::queryWords(u"label:"_s + models::quoted(value) + u" next"_s);
        QCOMPARE(words.size(), 2);
        QCOMPARE(words.at(0).key, u"label"_s);
        QCOMPARE(words.at(0).value, value);
    }

    void completes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("cursor");
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("length");
        QTest::addColumn<QStringList>("choices");
        QTest::newRow("keys") << u"web st"_s << 6 << 4 << 2 << QStringList{u"status:"_s};
        QTest::newRow("excluded key") << u"-no"_s << 3 << 0 << 3 << QStringList{u"-node:"_s};
        QTest::newRow("statuses") << u"status:"_s << 7 << 0 << 7
                                  << QStringList{u"status:Completed"_s, u"status:Running"_s, u"status:Terminating"_s};
        QTest::newRow("nodes") << u"-node:2"_s << 7 << 0 << 7 << QStringList{u"-node:node2"_s};
        QTest::newRow("namespaces") << u"ns="_s << 3 << 0 << 3 << QStringList{u"ns=data"_s, u"ns=shop"_s};
        QTest::newRow("what begins first")
            << u"image:ng"_s << 8 << 0 << 8
            << QStringList{u"image:nginx:latest"_s, u"image:registry.example/nginx:1.17-Alpine"_s};
        QTest::newRow("label keys") << u"label:"_s << 6 << 0 << 6 << QStringList{u"label:app"_s, u"label:tier"_s};
        QTest::newRow("label values") << u"label:app="_s << 10 << 0 << 10
                                      << QStringList{u"label:app=db"_s, u"label:app=web"_s};
        QTest::newRow("quoted where it must be")
            << u"label:tier="_s << 11 << 0 << 11 << QStringList{u"label:\"tier=front end\""_s};
        QTest::newRow("owners") << u"owner:st"_s << 8 << 0 << 8 << QStringList{u"owner:StatefulSet/db"_s};
        QTest::newRow("traits") << u"is:re"_s << 5 << 0 << 5 << QStringList{u"is:restarting"_s, u"is:ready"_s};
        QTest::newRow("in the middle") << u"st web"_s << 1 << 0 << 2 << QStringList{u"status:"_s, u"selector:"_s};
        QTest::newRow("unknown") << u"zzz"_s << 3 << 0 << 3 << QStringList{};
        QTest::newRow("numbers are the user's") << u"age>"_s << 4 << 0 << 4 << QStringList{};
    }

    void completes()
    {
        QFETCH(QString, text);
        QFETCH(int, cursor);
        PodModel model;
        model.apply(cluster());
        const models::QueryChoices choices = models::queryChoices(text, cursor, model);
        QTEST(int(choices.from), "from");
        QTEST(int(choices.length), "length");
        QTEST(texts(choices), "choices");
    }

    void everyChoiceCanBeRead()
    {
        PodModel model;
        model.apply(cluster());
        const models::QueryChoices keys = models::queryChoices({}, 0, model);
        QCOMPARE(texts(keys), PodQuery::keys());
        for (const models::QueryChoice &key : keys.list) {
            QVERIFY(PodQuery::parse(key.text));
            QVERIFY(!key.hint.isEmpty());
            for (const models::QueryChoice &value : models::queryChoices(key.text, key.text.size(), model).list)
                QVERIFY2(PodQuery::parse(value.text), qPrintable(value.text));
        }
    }
};

QTEST_GUILESS_MAIN(TestPodQuery)
#include "test_podquery.moc"
