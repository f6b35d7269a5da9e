// SPDX-License-Identifier: Apache-2.0
#include "pull/image/locality.h"
#include "pull/image/presence.h"
#include "pull/story/story.h"
#include "rows.h"

using namespace Qt::StringLiterals;
using pull::Presence;

class TestPullNode : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void presence_data() { rows::add(u"node-presence"_s, 5); }
    void presence();
    void whatCannotBeTold();
    void reported_data() { rows::add(u"node-images"_s, 2); }
    void reported();
    void locality_data() { rows::add(u"image-locality"_s, 7); }
    void locality();
    void localityOfPods();
};

namespace {

constexpr qint64 MiB = qint64(1) << 20;

QString word(Presence presence)
{
    return presence == Presence::Present        ? u"present"_s
           : presence == Presence::AbsentLikely ? u"absent-likely"_s
                                                : u"unknown"_s;
}

kube::Node node(const QStringList &names, qsizetype reported = 1)
{
    kube::Node n;
    n.meta.key.name = u"n1"_s;
    n.images.append({names, 5 * MiB});
    for (qsizetype i = 1; i < reported; ++i)
        n.images.append({{u"registry.k8s.io/other%1:1"_s.arg(i)}, MiB});
    return n;
}

}  // namespace

void TestPullNode::presence()
{
    QFETCH(QJsonObject, input);
    QFETCH(QJsonObject, expected);
    const kube::Node n =
        node(input[u"nodeImageNames"_s].toVariant().toStringList(), input[u"reportedImages"_s].toInteger());
    const auto found =
        pull::presenceOnNode(pull::parseImageReference(input[u"podImage"_s].toString()), &n, input[u"cap"_s].toInt());
    QCOMPARE(word(found.presence), expected[u"presence"_s].toString());
    QVERIFY(found.evidence.contains(u"n1"));
    QCOMPARE(found.age, pull::NodeImagesLag);
    QCOMPARE(found.sizeBytes, found.presence == Presence::Present ? 5 * MiB : 0);
}

void TestPullNode::whatCannotBeTold()
{
    const auto image = pull::parseImageReference(u"nginx:1.26"_s);
    const auto doubt = [](const pull::ImageReference &of, const kube::Node *on) {
        const auto found = pull::presenceOnNode(of, on);
        if (found.presence != Presence::Unknown)
            return u"none"_s;
        return pull::sentence(u"node.unknown."_s + found.doubt).isEmpty() ? u"without a sentence"_s : found.doubt;
    };
    QCOMPARE(doubt(image, nullptr), u"node"_s);
    kube::Node n = node({u"docker.io/library/nginx:1.25"_s});
    QCOMPARE(doubt(pull::parseImageReference(u"BAD"_s), &n), u"reference"_s);
    QCOMPARE(pull::presenceOnNode(image, &n).presence, Presence::AbsentLikely);
    n.containerRuntimeVersion = u"cri-o://1.34.0"_s;  // may mean another registry's nginx
    QCOMPARE(doubt(image, &n), u"shortname"_s);
    QCOMPARE(pull::presenceOnNode(pull::parseImageReference(u"quay.io/a/b:1"_s), &n).presence, Presence::AbsentLikely);
    QStringList digests;  // five names are the most that are listed: the tags may be cut
    for (int i = 0; i < 5; ++i)
        digests << u"docker.io/library/nginx@sha256:"_s + QString(64, QChar(u'0' + i));
    n = node({u"a:1"_s}, 60);
    QCOMPARE(doubt(image, &n), u"full"_s);
    QCOMPARE(pull::presenceOnNode(image, &n, -1).presence, Presence::AbsentLikely);
    n = node(digests);
    QCOMPARE(doubt(image, &n), u"names"_s);
    QCOMPARE(pull::presenceOnNode(pull::parseImageReference(u"redis:7"_s), &n).presence, Presence::AbsentLikely);
    n.images.clear();
    QCOMPARE(doubt(image, &n), u"nolist"_s);
}

void TestPullNode::reported()
{
    QFETCH(QJsonObject, input);
    QFETCH(QJsonObject, expected);
    QList<kube::NodeImage> images;
    for (int i = 0; i < input[u"images"_s].toInt(); ++i)
        images.append({{u"a%1:1"_s.arg(i)}, (i + 1) * MiB});
    const auto list = pull::reportedImages(images, input[u"nodeStatusMaxImages"_s].toInt());
    QCOMPARE(list.size(), expected[u"reported"_s].toInteger());
    QCOMPARE(pull::reportedImages(images, -1).size(), images.size());
    if (expected[u"dropped"_s].toString() == u"the smallest")
        QVERIFY(!list.contains(images.constFirst()) && list.contains(images.constLast()));
}

void TestPullNode::locality()
{
    QFETCH(QJsonObject, input);
    QFETCH(QJsonObject, expected);
    QList<pull::LocalImage> images;
    for (const QJsonValue &image : input[u"imagesOnNode"_s].toArray())
        images.append({image[u"sizeMiB"].toInteger() * MiB, image[u"nodesHavingIt"].toInt()});
    QCOMPARE(pull::imageLocality(images, input[u"totalNodes"_s].toInt(), input[u"containersPlusInit"_s].toInt()),
             expected[u"score"_s].toInt());
}

void TestPullNode::localityOfPods()
{
    const auto make = [](const QStringList &names) {
        auto n = std::make_shared<kube::Node>(node(names));
        n->images.first().sizeBytes = 600 * MiB;
        return n;
    };
    const QList<kube::NodePtr> nodes = {make({u"quay.io/a/b:latest"_s}), make({u"docker.io/library/nginx:latest"_s})};
    kube::Pod pod;
    pod.containers = {{u"c"_s, u"quay.io/a/b"_s, {}, kube::ContainerKind::Regular}};
    const auto score = [&](int minor) { return pull::imageLocality(pod, *nodes.first(), nodes, kube::Version{minor}); };
    QCOMPARE(score(36), 100 * (300 - 23) / (1000 - 23));
    pod.initContainers = {{u"i"_s, u"other:1"_s, {}, kube::ContainerKind::Init}};
    QCOMPARE(score(30), 100 * (300 - 23) / (2000 - 23));
    QCOMPARE(score(29), 100 * (300 - 23) / (1000 - 23));
    pod.containers.first().image = u"nginx"_s;  // not normalised: not found
    QCOMPARE(pull::imageLocality(pod, *nodes.last(), nodes), 0);
    QCOMPARE(pull::schedulerImageName(u"r:5000/a"_s), u"r:5000/a:latest"_s);
    QCOMPARE(pull::schedulerImageName(u"a:1"_s), u"a:1"_s);
    QCOMPARE(pull::imageLocality({}, 0, 0), 0);
}

QTEST_APPLESS_MAIN(TestPullNode)
#include "test_pull_node.moc"
