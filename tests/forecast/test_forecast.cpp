// SPDX-License-Identifier: Apache-2.0
// What a manifest would do on each node: pull, use what is there, fail, or not to be known; how long; and its traps.
#include "pull/forecast/forecast.h"
#include "support/scenario.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using kube::PullPolicy;
using pull::Estimate;
using pull::Expectation;

namespace {

const QString Digest = u"@sha256:"_s + QString(64, u'a');

kube::NodePtr nodeOf(const QString &name, const QStringList &images, const QString &version = u"v1.34.1"_s,
                     const QString &runtime = u"containerd://2.1.4"_s)
{
    kube::Node node;
    node.meta.key.name = name;
    node.ready = true;
    node.kubeletVersion = version;
    node.containerRuntimeVersion = runtime;
    node.images = {{{u"registry.k8s.io/pause:3.10"_s}, 1000}};
    for (const QString &image : images)
        node.images.append({{image}, 2000});
    return std::make_shared<const kube::Node>(node);
}

pull::Plan planOf(const QString &image, PullPolicy policy = PullPolicy::Unset)
{
    pull::Plan plan;
    plan.pod.containers = {{u"web"_s, image, policy, kube::ContainerKind::Regular}};
    return plan;
}

pull::ContainerForecast told(const pull::Plan &plan, const QList<kube::NodePtr> &nodes,
                             const QList<pull::PastPull> &pulls = {})
{
    return pull::forecast(plan, nodes, pulls).containers.constFirst();
}

QStringList traps(const pull::ContainerForecast &container)
{
    QStringList ids;
    for (const pull::Statement &trap : container.traps)
        ids << trap.id;
    return ids;
}

pull::KnownSecret readable(const QString &name, const QStringList &keys)
{
    return {name, pull::KnownSecret::State::Readable, keys};
}

}  // namespace

class TestForecast : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void expectations_data();
    void expectations();
    void fullImageListCannotBeKnown();
    void verificationCannotBeKnown();
    void initAndVolumesAreTold();
    void nodesThatDoNotTakeIt();
    void namedNodeGoesPastTheScheduler();
    void noNodeAtAll();
    void estimateTakesTheClosest();
    void estimateIsAMedian();
    void instantPullsSayNothingOfAbsentImages();
    void pastPullsComeFromEvents();
    void storedPolicyStays();
    void latestWithIfNotPresent();
    void neverNamesTheNodesWithout();
    void digestWithAlways();
    void shortNameOnCriO();
    void unreplacedVariable();
    void secrets_data();
    void secrets();
    void secretsDoNotMatterForALocalImage();
    void everySentenceIsThere();
    void recordedScenariosComeTrue();
};

void TestForecast::expectations_data()
{
    QTest::addColumn<QString>("image");
    QTest::addColumn<PullPolicy>("policy");
    QTest::addColumn<bool>("present");
    QTest::addColumn<Expectation>("expectation");
    QTest::addColumn<QString>("why");
    const auto row = [](const char *image, PullPolicy policy, bool present, Expectation expectation, const char *why) {
        QTest::addRow("%s %d %s", image, int(policy), present ? "present" : "absent")
            << QString::fromLatin1(image) << policy << present << expectation << QString::fromLatin1(why);
    };
    row("app:1", PullPolicy::Unset, true, Expectation::WouldUseLocal, "forecast.local");
    row("app:1", PullPolicy::Unset, false, Expectation::WouldPull, "forecast.pull");
    row("app", PullPolicy::Unset, true, Expectation::WouldPull, "forecast.always.present");
    row("app", PullPolicy::Unset, false, Expectation::WouldPull, "forecast.always");
    row("app", PullPolicy::IfNotPresent, true, Expectation::WouldUseLocal, "forecast.local");
    row("app:1", PullPolicy::Always, true, Expectation::WouldPull, "forecast.always.present");
    row("app:1", PullPolicy::Never, true, Expectation::WouldUseLocal, "forecast.local");
    row("app:1", PullPolicy::Never, false, Expectation::WouldFail, "forecast.never");
    row("APP:1", PullPolicy::Unset, false, Expectation::WouldFail, "forecast.badname");
    row("app:1 ", PullPolicy::Always, false, Expectation::WouldFail, "forecast.badname");
}

void TestForecast::expectations()
{
    QFETCH(QString, image);
    QFETCH(PullPolicy, policy);
    QFETCH(bool, present);
    QFETCH(Expectation, expectation);
    QFETCH(QString, why);
    const QStringList images =
        present ? QStringList{u"docker.io/library/app:1"_s, u"docker.io/library/app:latest"_s} : QStringList();
    const auto container = told(planOf(image, policy), {nodeOf(u"a"_s, images)});
    QCOMPARE(container.nodes.size(), 1);
    QCOMPARE(container.nodes.first().expectation, expectation);
    QCOMPARE(container.nodes.first().why.id, why);
    QVERIFY(container.policy != PullPolicy::Unset);
}

void TestForecast::fullImageListCannotBeKnown()
{
    kube::Node full = *nodeOf(u"a"_s, {});
    while (full.images.size() < 50)
        full.images.append({{u"docker.io/library/filler:%1"_s.arg(full.images.size())}, 5000});
    const QList nodes = {std::make_shared<const kube::Node>(full)};
    QCOMPARE(told(planOf(u"app:1"_s), nodes).nodes.first().expectation, Expectation::CannotKnow);
    QCOMPARE(told(planOf(u"app:1"_s, PullPolicy::Never), nodes).nodes.first().expectation, Expectation::CannotKnow);
    // What is asked of the registry in any case does not depend on the list.
    QCOMPARE(told(planOf(u"app:1"_s, PullPolicy::Always), nodes).nodes.first().expectation, Expectation::WouldPull);
}

void TestForecast::verificationCannotBeKnown()
{
    pull::Plan plan = planOf(u"ghcr.io/acme/app:1"_s);
    plan.secrets = {readable(u"mine"_s, {u"ghcr.io"_s})};
    const QStringList images = {u"ghcr.io/acme/app:1"_s};
    const auto container = told(plan, {nodeOf(u"a"_s, images, u"v1.36.0"_s), nodeOf(u"b"_s, images, u"v1.34.0"_s)});
    QCOMPARE(container.nodes.at(0).expectation, Expectation::CannotKnow);
    QCOMPARE(container.nodes.at(0).why.id, u"forecast.unknown.verify"_s);
    QCOMPARE(container.nodes.at(1).expectation, Expectation::WouldUseLocal);
}

void TestForecast::initAndVolumesAreTold()
{
    pull::Plan plan = planOf(u"app:1"_s);
    plan.pod.initContainers = {{u"setup"_s, u"setup"_s, PullPolicy::Unset, kube::ContainerKind::Init}};
    plan.pod.imageVolumes = {{u"model"_s, u"model:2"_s, PullPolicy::Unset, kube::ContainerKind::Volume}};
    const auto all = pull::forecast(plan, QList{nodeOf(u"a"_s, {})}, {}).containers;
    QCOMPARE(all.size(), 3);
    QCOMPARE(all.at(0).container, u"model"_s);
    QVERIFY(all.at(0).policy == PullPolicy::IfNotPresent);
    QVERIFY(all.at(1).policy == PullPolicy::Always);
    QCOMPARE(all.at(1).policyFrom.id, u"policy.defaulted.latest"_s);
}

void TestForecast::nodesThatDoNotTakeIt()
{
    kube::Node cordoned = *nodeOf(u"b"_s, {});
    cordoned.unschedulable = true;
    kube::Node down = *nodeOf(u"c"_s, {});
    down.ready = false;
    kube::Node fits = *nodeOf(u"d"_s, {});
    fits.meta.labels = {{u"disk"_s, u"ssd"_s}};
    cordoned.meta.labels = down.meta.labels = fits.meta.labels;
    pull::Plan plan = planOf(u"app:1"_s);
    plan.nodeSelector = {{u"disk"_s, u"ssd"_s}};
    const auto result =
        pull::forecast(plan,
                       QList{std::make_shared<const kube::Node>(fits), nodeOf(u"a"_s, {}),
                             std::make_shared<const kube::Node>(down), std::make_shared<const kube::Node>(cordoned)},
                       {});
    QCOMPARE(result.containers.first().nodes.size(), 1);
    QCOMPARE(result.containers.first().nodes.first().node, u"d"_s);
    QStringList why;
    for (const pull::LeftOut &node : result.leftOut)
        why << node.node + u' ' + node.why.id;
    QCOMPARE(why, QStringList({u"a leftout.selector"_s, u"b leftout.cordoned"_s, u"c leftout.notready"_s}));
}

void TestForecast::namedNodeGoesPastTheScheduler()
{
    kube::Node cordoned = *nodeOf(u"b"_s, {});
    cordoned.unschedulable = true;
    pull::Plan plan = planOf(u"app:1"_s);
    plan.pod.nodeName = u"b"_s;
    const auto result =
        pull::forecast(plan, QList{nodeOf(u"a"_s, {}), std::make_shared<const kube::Node>(cordoned)}, {});
    QCOMPARE(result.containers.first().nodes.size(), 1);
    QCOMPARE(result.containers.first().nodes.first().node, u"b"_s);
    QCOMPARE(result.leftOut.first().why.id, u"leftout.named"_s);
}

void TestForecast::noNodeAtAll()
{
    const auto container = told(planOf(u"app:latest"_s, PullPolicy::IfNotPresent), {});
    QVERIFY(container.nodes.isEmpty());
    QCOMPARE(traps(container), QStringList{u"trap.latest"_s});
}

void TestForecast::estimateTakesTheClosest()
{
    const QList<pull::PastPull> pulls = {{u"other:1"_s, 0, 60s, u"a"_s},
                                         {u"app:0"_s, 0, 20s, u"a"_s},
                                         {u"docker.io/library/app:1"_s, 0, 8s, u"b"_s},
                                         {u"quay.io/x:1"_s, 0, 1s, {}}};
    const auto time = [&](const QString &image) {
        return told(planOf(image), {nodeOf(u"a"_s, {})}, pulls).nodes.first().time;
    };
    QCOMPARE(time(u"app:1"_s).basis, Estimate::Basis::SameImage);
    QCOMPARE(time(u"app:1"_s).median, 8s);
    QCOMPARE(time(u"app:7"_s).basis, Estimate::Basis::SameRepository);
    QCOMPARE(time(u"app:7"_s).count, 2);
    QCOMPARE(time(u"app:7"_s).median, 14s);
    QCOMPARE(time(u"acme/new:1"_s).basis, Estimate::Basis::SameRegistry);
    QCOMPARE(time(u"acme/new:1"_s).count, 3);
    QCOMPARE(time(u"ghcr.io/acme/new:1"_s).basis, Estimate::Basis::Nothing);
    QCOMPARE(time(u"ghcr.io/acme/new:1"_s).count, 0);
}

void TestForecast::estimateIsAMedian()
{
    const pull::ImageReference image = pull::parseImageReference(u"app:1"_s);
    const QList<pull::PastPull> pulls = {{u"app:1"_s, 0, 30s, {}},
                                         {u"app:1"_s, 0, 10s, {}},
                                         {u"app:1"_s, 0, 12s, {}},
                                         {u"app:1"_s, 0, 300s, {}},
                                         {u"app:1"_s, 0, 11s, {}}};
    const Estimate time = pull::estimate(image, false, pulls);
    QCOMPARE(time.median, 12s);
    QCOMPARE(time.shortest, 10s);
    QCOMPARE(time.longest, 300s);
    QCOMPARE(time.count, 5);
    QCOMPARE(pull::estimate(image, false, std::span(pulls).first(4)).median, 21s);
}

void TestForecast::instantPullsSayNothingOfAbsentImages()
{
    const pull::ImageReference image = pull::parseImageReference(u"app:1"_s);
    const QList<pull::PastPull> pulls = {{u"app:1"_s, 0, 12ms, {}}, {u"app:1"_s, 0, 9s, {}}};
    QCOMPARE(pull::estimate(image, false, pulls).median, 9s);
    QCOMPARE(pull::estimate(image, false, pulls).count, 1);
    QCOMPARE(pull::estimate(image, true, pulls).count, 2);
}

void TestForecast::pastPullsComeFromEvents()
{
    const auto scenario = support::scenario(u"k8s-1.36/slow-pull"_s);
    const auto pulls = pull::pastPulls(scenario.events);
    QCOMPARE(pulls.size(), 1);
    QCOMPARE(pulls.first(), (pull::PastPull{u"127.0.0.1:5002/app:big"_s, 64'007'958, 21372ms, u"node2"_s}));
    QVERIFY(pull::pastPulls(support::scenario(u"k8s-1.36/never-present"_s).events).isEmpty());
}

void TestForecast::storedPolicyStays()
{
    pull::Plan plan = planOf(u"app:latest"_s);
    plan.ofTemplate = true;
    plan.stored = {{u"web"_s, PullPolicy::IfNotPresent}};
    const QStringList images = {u"docker.io/library/app:latest"_s};
    const auto kept = told(plan, {nodeOf(u"a"_s, images)});
    QVERIFY(kept.policy == PullPolicy::IfNotPresent);
    QCOMPARE(kept.policyFrom.id, u"policy.stored"_s);
    QCOMPARE(kept.nodes.first().expectation, Expectation::WouldUseLocal);
    QCOMPARE(traps(kept), QStringList({u"trap.stored"_s, u"trap.latest"_s}));
    plan.pod.containers.first().policy = PullPolicy::Always;
    const auto written = told(plan, {nodeOf(u"a"_s, images)});
    QVERIFY(written.policy == PullPolicy::Always);
    QVERIFY(traps(written).isEmpty());
    plan = planOf(u"app:2"_s);
    plan.stored = {{u"web"_s, PullPolicy::IfNotPresent}};
    QVERIFY(traps(told(plan, {nodeOf(u"a"_s, images)})).isEmpty());
    plan.stored = {{u"another"_s, PullPolicy::Always}};
    QCOMPARE(told(plan, {nodeOf(u"a"_s, images)}).policyFrom.id, u"policy.defaulted.other"_s);
}

void TestForecast::latestWithIfNotPresent()
{
    const QList nodes = {nodeOf(u"a"_s, {})};
    QCOMPARE(traps(told(planOf(u"app"_s, PullPolicy::IfNotPresent), nodes)), QStringList{u"trap.latest"_s});
    QVERIFY(traps(told(planOf(u"app"_s), nodes)).isEmpty());
    QVERIFY(traps(told(planOf(u"app:1"_s, PullPolicy::IfNotPresent), nodes)).isEmpty());
    QVERIFY(traps(told(planOf(u"app:latest"_s + Digest, PullPolicy::IfNotPresent), nodes)).isEmpty());
}

void TestForecast::neverNamesTheNodesWithout()
{
    const auto container = told(planOf(u"app:1"_s, PullPolicy::Never), {nodeOf(u"a"_s, {u"docker.io/library/app:1"_s}),
                                                                        nodeOf(u"b"_s, {}), nodeOf(u"c"_s, {})});
    QCOMPARE(traps(container), QStringList{u"trap.never"_s});
    QCOMPARE(container.traps.first().args, QStringList({u"2"_s, u"3"_s}));
}

void TestForecast::digestWithAlways()
{
    const QList nodes = {nodeOf(u"a"_s, {})};
    QCOMPARE(traps(told(planOf(u"app"_s + Digest, PullPolicy::Always), nodes)), QStringList{u"trap.digest"_s});
    QVERIFY(traps(told(planOf(u"app"_s + Digest), nodes)).isEmpty());
}

void TestForecast::shortNameOnCriO()
{
    const QList nodes = {nodeOf(u"a"_s, {}), nodeOf(u"b"_s, {}, u"v1.34.0"_s, u"cri-o://1.34.0"_s)};
    const auto container = told(planOf(u"app:1"_s), nodes);
    QCOMPARE(traps(container), QStringList{u"trap.shortname"_s});
    QCOMPARE(container.traps.first().args, QStringList({u"app:1"_s, u"b"_s, u"1"_s}));
    QVERIFY(traps(told(planOf(u"docker.io/library/app:1"_s), nodes)).isEmpty());
    QVERIFY(traps(told(planOf(u"quay.io/acme/app:1"_s), nodes)).isEmpty());
    QVERIFY(traps(told(planOf(u"app:1"_s), {nodes.first()})).isEmpty());
}

void TestForecast::unreplacedVariable()
{
    const auto container = told(planOf(u"registry.example.com/${IMAGE}:1"_s), {nodeOf(u"a"_s, {})});
    QCOMPARE(traps(container), QStringList{u"trap.variable"_s});
    QCOMPARE(container.nodes.first().expectation, Expectation::WouldFail);
}

void TestForecast::secrets_data()
{
    QTest::addColumn<QList<pull::KnownSecret>>("secrets");
    QTest::addColumn<QStringList>("expected");
    using State = pull::KnownSecret::State;
    using List = QList<pull::KnownSecret>;
    QTest::newRow("none") << List() << QStringList();
    QTest::newRow("fits") << List{readable(u"s"_s, {u"ghcr.io/acme"_s})} << QStringList();
    QTest::newRow("other registry") << List{readable(u"s"_s, {u"quay.io"_s})} << QStringList{u"trap.secret.mismatch"_s};
    QTest::newRow("other port") << List{readable(u"s"_s, {u"ghcr.io:443"_s})} << QStringList{u"trap.secret.mismatch"_s};
    QTest::newRow("missing") << List{{u"s"_s, State::Missing, {}}}
                             << QStringList{u"trap.secret.missing"_s, u"trap.secret.mismatch"_s};
    QTest::newRow("one missing, one fits") << List{{u"s"_s, State::Missing, {}}, readable(u"t"_s, {u"ghcr.io"_s})}
                                           << QStringList{u"trap.secret.missing"_s};
    QTest::newRow("not read") << List{{u"s"_s, State::Unreadable, {}}} << QStringList{u"trap.secret.unreadable"_s};
    QTest::newRow("opaque") << List{{u"s"_s, State::NotForRegistries, {}}}
                            << QStringList{u"trap.secret.type"_s, u"trap.secret.mismatch"_s};
}

void TestForecast::secrets()
{
    QFETCH(QList<pull::KnownSecret>, secrets);
    QFETCH(QStringList, expected);
    pull::Plan plan = planOf(u"ghcr.io/acme/app:1"_s);
    plan.secrets = secrets;
    QCOMPARE(traps(told(plan, {nodeOf(u"a"_s, {})})), expected);
}

void TestForecast::secretsDoNotMatterForALocalImage()
{
    pull::Plan plan = planOf(u"ghcr.io/acme/app:1"_s);
    plan.secrets = {{u"s"_s, pull::KnownSecret::State::Missing, {}}};
    QVERIFY(traps(told(plan, {nodeOf(u"a"_s, {u"ghcr.io/acme/app:1"_s})})).isEmpty());
}

void TestForecast::everySentenceIsThere()
{
    pull::Plan plan = planOf(u"app"_s, PullPolicy::IfNotPresent);
    plan.secrets = {{u"s"_s, pull::KnownSecret::State::Missing, {}}};
    const auto result = pull::forecast(plan, QList{nodeOf(u"a"_s, {}, u"v1.36.0"_s, u"cri-o://1.36.0"_s)}, {});
    QList<pull::Statement> all = result.containers.first().traps;
    all << result.containers.first().policyFrom << result.containers.first().nodes.first().why;
    QVERIFY(all.size() >= 5);
    for (const pull::Statement &statement : std::as_const(all)) {
        QVERIFY2(!pull::sentence(statement.id).isEmpty(), qPrintable(statement.id));
        QVERIFY2(!pull::inEnglish(statement).contains(u'%'), qPrintable(pull::inEnglish(statement)));
    }
}

/** What is told of the manifest before is what the cluster did: the node's list is the one after, so only by policy. */
void TestForecast::recordedScenariosComeTrue()
{
    int compared = 0;
    for (const QString &name : support::scenarioNames()) {
        const auto scenario = support::scenario(name);
        pull::Plan plan;
        plan.pod = *scenario.pod;
        const QList nodes = {scenario.node};
        const auto stories = pull::tell(*scenario.pod, scenario.events, scenario.node.get(), scenario.now);
        const auto containers = pull::forecast(plan, nodes, {}).containers;
        QCOMPARE(containers.size(), stories.size());
        for (qsizetype i = 0; i < stories.size(); ++i) {
            const auto &attempts = stories.at(i).attempts;
            if (attempts.isEmpty() || containers.at(i).nodes.isEmpty())
                continue;
            const Expectation expected = containers.at(i).nodes.first().expectation;
            const bool pulled = !attempts.first().pulling.isNull();
            if (containers.at(i).policy == PullPolicy::Always)
                QVERIFY2(expected == Expectation::WouldPull && pulled, qPrintable(name));
            else if (!pulled && attempts.first().alreadyPresent)
                QVERIFY2(expected == Expectation::WouldUseLocal, qPrintable(name));
            else if (!pulled)
                QVERIFY2(expected == Expectation::WouldFail, qPrintable(name));
            else if (attempts.last().pulled.isNull())
                QVERIFY2(expected == Expectation::WouldPull, qPrintable(name));
            else
                continue;
            ++compared;
        }
    }
    QVERIFY2(compared >= 35, qPrintable(QString::number(compared)));
}

QTEST_APPLESS_MAIN(TestForecast)
#include "test_forecast.moc"
