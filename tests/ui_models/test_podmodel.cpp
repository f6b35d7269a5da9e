// SPDX-License-Identifier: Apache-2.0
#include "models/podfilter.h"
#include "models/podmodel.h"
#include "models/rowruns.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using models::PodFilter;
using models::PodModel;

namespace {

constexpr qint64 Now = 1'800'000'000;

kube::Pod podNamed(const QString &name, const QString &image = u"nginx:1.17.1"_s)
{
    kube::Pod pod;
    pod.meta.key = {u"dev"_s, name};
    pod.meta.uid = u"uid-"_s + name;
    pod.meta.creationTimestamp = kube::Timestamp::fromUnixSeconds(Now - 90);
    pod.nodeName = u"node1"_s;
    pod.phase = u"Pending"_s;
    pod.containers = {{u"nginx"_s, image, kube::PullPolicy::IfNotPresent, kube::ContainerKind::Regular}};
    return pod;
}

kube::Pod running(kube::Pod pod)
{
    pod.phase = u"Running"_s;
    kube::ContainerStatus status;
    status.name = u"nginx"_s;
    status.state.phase = kube::ContainerState::Phase::Running;
    status.ready = true;
    pod.statuses = {status};
    pod.conditions = {{u"Ready"_s, u"True"_s, {}, {}, {}}};
    return pod;
}

kube::PodPtr share(const kube::Pod &pod)
{
    return std::make_shared<const kube::Pod>(pod);
}

mirror::Batch added(const QStringList &names)
{
    mirror::Batch batch;
    for (const QString &name : names)
        batch.pods.upserts.append(share(podNamed(name)));
    return batch;
}

QString cell(const QAbstractItemModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

}  // namespace

class TestPodModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void joinsNeighbours()
    {
        const QList<models::RowRun> runs = models::joined({{4, 4, 2, 3}, {1, 1, 5, 5}, {0, 0, 2, 2}, {3, 3, 1, 1}});
        QCOMPARE(runs, (QList<models::RowRun>{{0, 1, 2, 5}, {3, 4, 1, 3}}));
    }

    void showsWhatKubectlShows()
    {
        PodModel model;
        QAbstractItemModelTester tester(&model);
        model.setClock([] { return kube::Timestamp::fromUnixSeconds(Now); });
        mirror::Batch batch;
        batch.pods.upserts = {share(running(podNamed(u"web"_s)))};
        model.apply(batch);
        QCOMPARE(cell(model, 0, PodModel::Name), u"web"_s);
        QCOMPARE(cell(model, 0, PodModel::Ready), u"1/1"_s);
        QCOMPARE(cell(model, 0, PodModel::Status), u"Running"_s);
        QCOMPARE(cell(model, 0, PodModel::Restarts), u"0"_s);
        QCOMPARE(cell(model, 0, PodModel::Age), u"90s"_s);
        QCOMPARE(cell(model, 0, PodModel::Policy), u"IfNotPresent"_s);
        QCOMPARE(cell(model, 0, PodModel::Node), u"node1"_s);
    }

    void appendsOnceAndChangesInPlace()
    {
        PodModel model;
        QAbstractItemModelTester tester(&model);
        QSignalSpy inserted(&model, &PodModel::rowsInserted);
        QSignalSpy reset(&model, &PodModel::modelReset);
        QSignalSpy changed(&model, &PodModel::dataChanged);
        model.apply(added({u"a"_s, u"b"_s, u"c"_s}));
        QCOMPARE(inserted.size(), 1);

        mirror::Batch batch;
        batch.pods.upserts = {share(running(podNamed(u"b"_s)))};
        model.apply(batch);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().at(0).toModelIndex(), model.index(1, PodModel::Ready));
        QCOMPARE(changed.first().at(1).toModelIndex(), model.index(1, PodModel::Status));
        QCOMPARE(reset.size(), 0);

        model.apply(batch);
        QCOMPARE(changed.size(), 1);
    }

    void removesRunsAndKeepsTheIndex()
    {
        PodModel model;
        QAbstractItemModelTester tester(&model);
        model.apply(added({u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s}));
        QSignalSpy removed(&model, &PodModel::rowsRemoved);
        mirror::Batch batch;
        batch.pods.removals = {{u"dev"_s, u"b"_s}, {u"dev"_s, u"d"_s}, {u"dev"_s, u"c"_s}, {u"dev"_s, u"nobody"_s}};
        model.apply(batch);
        QCOMPARE(removed.size(), 1);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.row({u"dev"_s, u"e"_s}), 1);
        QCOMPARE(model.row({u"dev"_s, u"c"_s}), -1);
    }

    void replacesAPodOfTheSameName()
    {
        PodModel model;
        QAbstractItemModelTester tester(&model);
        model.apply(added({u"a"_s}));
        mirror::Batch batch = added({u"a"_s});
        batch.pods.removals = {{u"dev"_s, u"a"_s}};
        model.apply(batch);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.statusCounts().value(u"Pending"_s), 1);
    }

    void countsStatuses()
    {
        PodModel model;
        model.apply(added({u"a"_s, u"b"_s}));
        mirror::Batch batch;
        batch.pods.upserts = {share(running(podNamed(u"a"_s)))};
        batch.pods.removals = {{u"dev"_s, u"b"_s}};
        model.apply(batch);
        QCOMPARE(model.statusCounts(), (QHash<QString, int>{{u"Running"_s, 1}}));
        mirror::Batch reset;
        reset.reset = true;
        model.apply(reset);
        QVERIFY(model.statusCounts().isEmpty());
        QCOMPARE(model.rowCount(), 0);
    }

    void selectionSurvivesUpdatesAndSorting()
    {
        PodModel model;
        PodFilter filter(model);
        QAbstractItemModelTester tester(&filter);
        filter.sort(PodModel::Status);
        model.apply(added({u"a"_s, u"b"_s, u"c"_s}));
        QItemSelectionModel selection(&filter);
        selection.setCurrentIndex(filter.find({u"dev"_s, u"b"_s}), QItemSelectionModel::SelectCurrent);
        mirror::Batch batch = added({u"d"_s});
        batch.pods.removals = {{u"dev"_s, u"a"_s}};
        batch.pods.upserts.append(share(running(podNamed(u"b"_s))));
        model.apply(batch);
        QCOMPARE(selection.currentIndex().siblingAtColumn(PodModel::Name).data().toString(), u"b"_s);
        QCOMPARE(filter.pod(2)->meta.key.name, u"b"_s);
    }

    void sortsByMeaning()
    {
        PodModel model;
        PodFilter filter(model);
        QAbstractItemModelTester tester(&filter);
        mirror::Batch batch;
        kube::Pod old = podNamed(u"old"_s);
        old.meta.creationTimestamp = kube::Timestamp::fromUnixSeconds(Now - 100'000);
        batch.pods.upserts = {share(old), share(podNamed(u"young"_s))};
        model.apply(batch);
        filter.sort(PodModel::Age);
        QCOMPARE(cell(filter, 0, PodModel::Name), u"young"_s);
        filter.sort(PodModel::Age, Qt::DescendingOrder);
        QCOMPARE(cell(filter, 0, PodModel::Name), u"old"_s);
    }

    void filters_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("names");
        QTest::newRow("all") << QString() << QStringList{u"api"_s, u"cache"_s, u"web"_s};
        QTest::newRow("word") << u"WEB"_s << QStringList{u"web"_s};
        QTest::newRow("image with tag") << u"redis:7"_s << QStringList{u"cache"_s};
        QTest::newRow("status") << u"status:run"_s << QStringList{u"api"_s};
        QTest::newRow("not") << u"-image:redis"_s << QStringList{u"api"_s, u"web"_s};
        QTest::newRow("both") << u"image:nginx -status:running"_s << QStringList{u"web"_s};
        QTest::newRow("node") << u"node:node2"_s << QStringList{u"web"_s};
        QTest::newRow("policy") << u"policy:never"_s << QStringList{};
        QTest::newRow("an unfinished field hides nothing")
            << u"status:"_s << QStringList{u"api"_s, u"cache"_s, u"web"_s};
    }

    void filters()
    {
        QFETCH(QString, text);
        PodModel model;
        PodFilter filter(model);
        QAbstractItemModelTester tester(&filter);
        kube::Pod web = podNamed(u"web"_s);
        web.nodeName = u"node2"_s;
        mirror::Batch batch;
        batch.pods.upserts = {share(running(podNamed(u"api"_s))), share(podNamed(u"cache"_s, u"redis:7"_s)),
                              share(web)};
        model.apply(batch);
        filter.sort(PodModel::Name);
        filter.setText(text);
        QStringList names;
        for (int row = 0; row < filter.rowCount(); ++row)
            names.append(cell(filter, row, PodModel::Name));
        QTEST(names, "names");
    }
};

QTEST_GUILESS_MAIN(TestPodModel)
#include "test_podmodel.moc"
