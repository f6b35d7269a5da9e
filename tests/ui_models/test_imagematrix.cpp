// SPDX-License-Identifier: Apache-2.0
#include "models/imagefilter.h"
#include "models/imagematrix.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using models::ImageFilter;
using models::ImageMatrix;
using pull::Presence;

namespace {

kube::PodPtr pod(const QString &name, const QStringList &images)
{
    kube::Pod p;
    p.meta.key = {u"dev"_s, name};
    p.meta.uid = name;
    for (const QString &image : images)
        p.containers.append(
            {u"c%1"_s.arg(p.containers.size()), image, kube::PullPolicy::IfNotPresent, kube::ContainerKind::Regular});
    return std::make_shared<const kube::Pod>(p);
}

kube::NodePtr node(const QString &name, const QList<QStringList> &images, int more = 0)
{
    kube::Node n;
    n.meta.key.name = name;
    for (const QStringList &names : images)
        n.images.append({names, 1000});
    for (int i = 0; i < more; ++i)
        n.images.append({{u"example.test/filler-%1:1"_s.arg(i)}, 10});
    return std::make_shared<const kube::Node>(n);
}

struct Shown {
    models::Snapshot snapshot;
    models::PullLedger ledger;
    ImageMatrix matrix;
    void apply(const QList<kube::PodRef> &pods, const QList<kube::NodePtr> &nodes, const QList<kube::Key> &gone = {})
    {
        mirror::Batch batch;
        batch.pods.upserts = pods;
        batch.pods.removals = gone;
        batch.nodes.upserts = nodes;
        snapshot.apply(batch);
        matrix.show(snapshot, ledger);
    }
    [[nodiscard]] int row(const QString &image) const
    {
        for (int i = 0; i < matrix.rowCount(); ++i)
            if (matrix.line(i).image == image)
                return i;
        return -1;
    }
    [[nodiscard]] QString cell(const QString &image, int column) const
    {
        return matrix.index(row(image), column).data().toString();
    }
};

const QString Nginx = u"docker.io/library/nginx:1.27"_s;

}  // namespace

class TestImageMatrix : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void threeStates()
    {
        Shown shown;
        QAbstractItemModelTester tester(&shown.matrix);
        shown.apply({pod(u"a"_s, {u"nginx:1.27"_s}), pod(u"b"_s, {u"docker.io/nginx:1.27"_s, u"redis"_s})},
                    {node(u"full"_s, {}, 50),
                     node(u"has"_s, {{u"docker.io/library/nginx@sha256:"_s + QString(64, u'a'), Nginx}}),
                     node(u"lacks"_s, {{u"docker.io/library/redis:latest"_s}}), node(u"silent"_s, {})});
        QCOMPARE(shown.matrix.line(shown.row(Nginx)).nodes,
                 (QList<Presence>{Presence::Unknown, Presence::Present, Presence::AbsentLikely, Presence::Unknown}));
        QCOMPARE(shown.cell(Nginx, ImageMatrix::FirstNode), u"unknown"_s);
        QCOMPARE(shown.cell(Nginx, ImageMatrix::FirstNode + 1), u"present"_s);
        QCOMPARE(shown.cell(Nginx, ImageMatrix::FirstNode + 2), u"absent, likely"_s);
        QCOMPARE(shown.cell(Nginx, ImageMatrix::Pods), u"2"_s);
        QVERIFY(shown.cell(Nginx, ImageMatrix::NeverFails).startsWith(u"lacks"_s));
        QVERIFY(shown.cell(Nginx, ImageMatrix::NeverFails).contains(u'2'));
        QVERIFY(shown.matrix.index(shown.row(Nginx), ImageMatrix::Pods)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains(u"dev/b"_s));
        QVERIFY(shown.matrix.index(shown.row(Nginx), ImageMatrix::FirstNode)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains(u"full (50)"_s));
    }

    /** What only pods of other namespaces use is not shown; what no pod uses belongs to nobody, and is. */
    void namespacesNarrow()
    {
        Shown shown;
        QAbstractItemModelTester tester(&shown.matrix);
        kube::Pod other = *pod(u"b"_s, {u"nginx:1.27"_s, u"redis:7"_s});
        other.meta.key.ns = u"prod"_s;
        shown.apply({pod(u"a"_s, {u"nginx:1.27"_s}), std::make_shared<const kube::Pod>(other)},
                    {node(u"n"_s, {{u"redis:7"_s}, {u"busybox:1"_s}})});
        QCOMPARE(shown.matrix.rowCount(), 3);
        QCOMPARE(shown.cell(Nginx, ImageMatrix::Pods), u"2"_s);
        shown.matrix.show(shown.snapshot, shown.ledger, {u"dev"_s});
        QCOMPARE(shown.matrix.rowCount(), 2);
        QCOMPARE(shown.cell(Nginx, ImageMatrix::Pods), u"1"_s);
        QVERIFY(shown.row(u"docker.io/library/redis:7"_s) < 0);
        QVERIFY(shown.row(u"docker.io/library/busybox:1"_s) >= 0);
        QCOMPARE(shown.cell(Nginx, ImageMatrix::FirstNode), u"absent, likely"_s);
    }

    /** The matrix reads each list once; it must still say what the rule says. */
    void agreesWithTheRule()
    {
        const QString digest = u"sha256:"_s + QString(64, u'b');
        const QStringList images{u"nginx"_s,    u"nginx:1.27"_s, u"ghcr.io/a/b@"_s + digest,
                                 u"Bad Name"_s, u"redis:7"_s,    u"localhost:5000/x"_s};
        const QList<kube::NodePtr> nodes{
            node(u"n1"_s, {{u"docker.io/library/nginx:latest"_s}}),
            node(u"n2"_s, {{u"nginx:1.27"_s}, {u"ghcr.io/a/b@"_s + digest, u"ghcr.io/a/b:2"_s}}),
            node(u"n3"_s, {{u"redis:7"_s}}, 49), node(u"n4"_s, {}), node(u"n5"_s, {}, 49)};
        Shown shown;
        shown.apply({pod(u"a"_s, images)}, nodes);
        for (const QString &image : images) {
            const pull::ImageReference ref = pull::parseImageReference(image);
            const int row = shown.row(ref.isValid() ? ref.normalized() : image);
            QVERIFY2(row >= 0, qPrintable(image));
            for (qsizetype n = 0; n < nodes.size(); ++n)
                QVERIFY2(shown.matrix.line(row).nodes.at(n) == pull::presenceOnNode(ref, nodes.at(n).get()).presence,
                         qPrintable(image + u" on "_s + nodes.at(n)->meta.key.name));
        }
    }

    void rowsChangeInPlace()
    {
        Shown shown;
        QAbstractItemModelTester tester(&shown.matrix);
        const kube::NodePtr one = node(u"n1"_s, {{Nginx}});
        shown.apply({pod(u"a"_s, {u"nginx:1.27"_s})}, {one});
        QSignalSpy reset(&shown.matrix, &ImageMatrix::modelReset);
        QSignalSpy inserted(&shown.matrix, &ImageMatrix::rowsInserted);
        QSignalSpy removed(&shown.matrix, &ImageMatrix::rowsRemoved);
        QSignalSpy changed(&shown.matrix, &ImageMatrix::dataChanged);
        shown.apply({pod(u"b"_s, {u"alpine:3"_s, u"zeta:1"_s})}, {});
        QCOMPARE(inserted.size(), 2);
        QCOMPARE(changed.size(), 0);
        shown.apply({}, {}, {{u"dev"_s, u"b"_s}});
        QCOMPARE(removed.size(), 2);
        shown.apply({pod(u"c"_s, {u"nginx:1.27"_s})}, {});
        QCOMPARE(changed.size(), 1);
        QCOMPARE(reset.size(), 0);
        shown.apply({}, {node(u"n2"_s, {})});
        QCOMPARE(reset.size(), 1);
        QCOMPARE(shown.matrix.columnCount(), ImageMatrix::FirstNode + 2);
    }

    void filters()
    {
        Shown shown;
        ImageFilter filter(shown.matrix);
        QAbstractItemModelTester tester(&filter);
        shown.apply({pod(u"a"_s, {u"nginx:1.27"_s, u"redis:7"_s})},
                    {node(u"n1"_s, {{Nginx}, {u"registry.k8s.io/pause:3.10"_s}})});
        QCOMPARE(filter.rowCount(), 2);
        filter.setChoice(ImageFilter::Choice::Everything);
        QCOMPARE(filter.rowCount(), 3);
        filter.setText(u"k8s"_s);
        QCOMPARE(filter.rowCount(), 1);
        filter.setText(u"-k8s -redis"_s);
        QCOMPARE(filter.index(0, 0).data().toString(), Nginx);
        filter.setText({});
        filter.setChoice(ImageFilter::Choice::WouldFail);
        QCOMPARE(filter.rowCount(), 1);
        QCOMPARE(filter.index(0, 0).data().toString(), u"docker.io/library/redis:7"_s);
        QCOMPARE(filter.index(0, 0).data(ImageMatrix::WrittenRole).toString(), u"redis:7"_s);
    }

    void holdsALargeCluster()
    {
        QList<kube::NodePtr> nodes;
        QList<kube::PodRef> pods;
        for (int n = 0; n < 200; ++n) {
            QList<QStringList> images;
            for (int i = 0; i < 40; ++i)
                images.append({u"registry.test/team/app-%1:v1"_s.arg((n * 7 + i) % 500)});
            nodes.append(node(u"node-%1"_s.arg(n), images));
        }
        for (int i = 0; i < 500; ++i)
            pods.append(pod(u"p%1"_s.arg(i), {u"registry.test/team/app-%1:v1"_s.arg(i)}));
        Shown shown;
        shown.apply(pods, nodes);
        QCOMPARE(shown.matrix.rowCount(), 500);
        QCOMPARE(shown.matrix.columnCount(), ImageMatrix::FirstNode + 200);
        QElapsedTimer timer;
        timer.start();
        shown.apply({}, {});
        qInfo("renewed in %lld ms", timer.elapsed());
    }
};

QTEST_GUILESS_MAIN(TestImageMatrix)
#include "test_imagematrix.moc"
