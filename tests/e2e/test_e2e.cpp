// SPDX-License-Identifier: Apache-2.0
// The five stories through the core, on the real cluster of GANTRY_E2E_KUBECONFIG, compared with what kubectl prints.
// The pod of keeper.yaml runs there meanwhile.
#include "config/kubeconfig.h"
#include "kube/podsummary.h"
#include "manifest/documents.h"
#include "mirror/cluster.h"
#include "pull/story/story.h"

#include <QElapsedTimer>
#include <QFile>
#include <QHash>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QTextStream>

#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QString kubeconfigPath()
{
    return qEnvironmentVariable("GANTRY_E2E_KUBECONFIG");
}

struct Spoken {
    QString out;
    QString err;
    int code = -1;
};

Spoken run(const QString &program, QStringList arguments)
{
    arguments.prepend(u"--kubeconfig=%1"_s.arg(kubeconfigPath()));
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished(60'000);
    return {QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError()),
            process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1};
}

Spoken kubectl(const QStringList &arguments)
{
    return run(u"kubectl"_s, arguments);
}
Spoken gantryctl(const QStringList &arguments)
{
    return run(QStringLiteral(GANTRYCTL), arguments);
}

/** The kubectl of this machine, `v1.32`: its describe is worded by its own release, not by the server's. */
QString kubectlRelease()
{
    static const QRegularExpression version(u"v1\\.\\d+"_s);
    return version.match(kubectl({u"version"_s, u"--client"_s}).out).captured();
}

QString manifestOf(int story)
{
    QFile file(QStringLiteral(SOURCE_ROOT "/resources/templates/story-%1.yaml").arg(story));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/** What the mirror holds, kept from its batches as the GUI's models do. */
struct Copy {
    mirror::States states;
    QHash<kube::Key, kube::PodRef> pods;
    QHash<kube::Key, kube::EventPtr> events;
    QHash<kube::Key, kube::NodePtr> nodes;

    void apply(const mirror::Batch &batch)
    {
        if (batch.reset)
            *this = {};
        states = batch.states;
        merge(pods, batch.pods);
        merge(events, batch.events);
        merge(nodes, batch.nodes);
    }

    template <class Pointer>
    static void merge(QHash<kube::Key, Pointer> &rows, const mirror::ChangeSet<Pointer> &change)
    {
        for (const kube::Key &key : change.removals)
            rows.remove(key);
        for (const Pointer &value : change.upserts)
            rows.insert(value->meta.key, value);
    }
};

/** Waits for a fact of the cluster; a failure says how things stood, instead of QTRY's waiting twice as long again. */
#define COMES(fact, within)                                                                                            \
    QVERIFY2(QTest::qWaitFor([&] { return bool(fact); }, within),                                                      \
             qPrintable(QStringLiteral(#fact " did not come\n") + situation()))

const kube::Key Pod{u"dev"_s, u"pod-image-pull-policy"_s};

}  // namespace

class TestE2e : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void story_data();
    void story();
    void errorsAreClear();
    void cleanup();
    void cleanupTestCase();

private:
    QList<command::Document> documents(const QString &text) const;
    QStringList create(const QString &text);
    void remove(const QString &text);
    bool isLive() const;
    QString situation() const;
    QList<kube::EventPtr> eventsOfPod() const;
    QStringList sequence() const;
    int countOf(const QString &reason) const;
    void compareText(const QStringList &arguments);

    std::unique_ptr<mirror::Cluster> m_cluster;
    Copy m_copy;
};

void TestE2e::initTestCase()
{
    if (kubeconfigPath().isEmpty())
        QSKIP("GANTRY_E2E_KUBECONFIG names no cluster");
    kubectl({u"delete"_s, u"namespace"_s, u"dev"_s, u"--ignore-not-found"_s});
    const auto loaded = config::KubeConfig::load(kubeconfigPath());
    const auto connection = loaded.connection(loaded.currentContext());
    QVERIFY2(connection, qPrintable(connection ? QString() : connection.error().message));
    m_cluster = std::make_unique<mirror::Cluster>(*connection);
    connect(m_cluster.get(), &mirror::Cluster::arrived, this, [this](const mirror::Batch &b) { m_copy.apply(b); });
    m_cluster->watch({});
    COMES(isLive(), 30s);
    COMES(m_copy.pods.contains({u"gantry-e2e"_s, u"keeper"_s}), 30s);  // stories 2 and 4 need its image on the node
}

QList<command::Document> TestE2e::documents(const QString &text) const
{
    QList<command::Document> result;
    const auto parsed = manifest::parse(text, u"story.yaml"_s);
    for (const auto &document : parsed.documents)
        result.append({document.json, u"story.yaml"_s, int(result.size())});
    return result;
}

QStringList TestE2e::create(const QString &text)
{
    auto future = m_cluster->client().create(documents(text), u"default"_s);
    QStringList lines;
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 30'000))
        return {u"no answer"_s};
    for (const command::Outcome &outcome : future.result())
        lines << (outcome.error ? outcome.error->message : outcome.line);
    return lines;
}

void TestE2e::remove(const QString &text)
{
    // The containers of the stories sleep through SIGTERM: what they prove needs no 30 seconds of grace.
    kubectl({u"delete"_s, u"pod"_s, Pod.name, u"-n"_s, u"dev"_s, u"--grace-period=1"_s, u"--wait=false"_s});
    auto future = m_cluster->client().remove(documents(text), u"default"_s);
    COMES(future.isFinished(), 30s);
    QCOMPARE(future.result().constFirst().line, u"namespace \"dev\" deleted"_s);
    COMES(!m_copy.pods.contains(Pod), 300s);
    COMES(kubectl({u"get"_s, u"namespace"_s, u"dev"_s}).code == 1, 300s);
}

QList<kube::EventPtr> TestE2e::eventsOfPod() const
{
    const auto pod = m_copy.pods.value(Pod);
    QList<kube::EventPtr> found;
    for (const auto &event : m_copy.events)
        if (pod && event->involved.uid == pod->meta.uid)
            found.append(event);
    std::ranges::sort(found, {}, [](const kube::EventPtr &e) { return e->exactFirst(); });
    return found;
}

QStringList TestE2e::sequence() const
{
    QStringList reasons;
    for (const auto &event : eventsOfPod())
        reasons << event->reason;
    return reasons;
}

int TestE2e::countOf(const QString &reason) const
{
    int count = 0;
    for (const auto &event : eventsOfPod())
        if (event->reason == reason)
            count = std::max(count, event->occurrences());
    return count;
}

bool TestE2e::isLive() const
{
    const mirror::States &states = m_copy.states;
    return std::ranges::all_of(std::array{&states.pods, &states.events, &states.nodes},
                               [](auto *state) { return state->phase == mirror::State::Phase::Live; });
}

/** What a reader of a failure asks first: what our copy held, and what the cluster says. */
QString TestE2e::situation() const
{
    QString text;
    QTextStream out(&text);
    const mirror::States &states = m_copy.states;
    for (const auto &[kind, state] :
         {std::pair("pods", &states.pods), {"events", &states.events}, {"nodes", &states.nodes}})
        out << "  " << kind << ": phase " << int(state->phase) << ", attempt " << state->attempt << ", "
            << state->error.message << '\n';
    out << "  held: " << m_copy.pods.size() << " pods, " << m_copy.events.size()
        << " events; of the pod: " << sequence().join(u' ') << '\n';
    for (const QString &kind : {u"namespaces"_s, u"pods"_s, u"events"_s, u"nodes"_s}) {
        const Spoken spoken = kubectl({u"get"_s, kind, u"-A"_s});
        out << "  kubectl get " << kind << ":\n" << spoken.out << spoken.err;
    }
    return text;
}

/** Ages tick between two commands: some of a few tries must agree to the letter. */
void TestE2e::compareText(const QStringList &arguments)
{
    Spoken ours;
    Spoken theirs;
    for (int i = 0; i < 8; ++i) {
        const bool isWorded = arguments.constFirst() == u"describe";
        ours = gantryctl(isWorded ? arguments + QStringList{u"--as-of"_s, kubectlRelease()} : arguments);
        theirs = kubectl(arguments);
        if (ours.out == theirs.out && ours.code == theirs.code)
            return;
    }
    QCOMPARE(ours.out + ours.err, theirs.out + theirs.err);
    QCOMPARE(ours.code, theirs.code);
}

void TestE2e::story_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<QStringList>("reasons");
    QTest::addColumn<QString>("status");
    const QString always = u"Scheduled Pulling Pulled Created Started"_s;
    const QString present = u"Scheduled Pulled Created Started"_s;
    QTest::newRow("1 latest, default Always") << 1 << always.split(u' ') << u"Running"_s;
    QTest::newRow("2 fixed tag, default IfNotPresent") << 2 << present.split(u' ') << u"Running"_s;
    QTest::newRow("3 present, Always") << 3 << always.split(u' ') << u"Running"_s;
    QTest::newRow("4 present, IfNotPresent") << 4 << present.split(u' ') << u"Running"_s;
    QTest::newRow("5 absent, Never") << 5 << u"Scheduled ErrImageNeverPull Failed"_s.split(u' ')
                                     << u"ErrImageNeverPull"_s;
}

void TestE2e::story()
{
    QFETCH(int, number);
    QFETCH(QStringList, reasons);
    QFETCH(QString, status);
    QCOMPARE(create(manifestOf(number)),
             (QStringList{u"namespace/dev created"_s, u"pod/pod-image-pull-policy created"_s}));
    if (number == 5)
        COMES(countOf(u"ErrImageNeverPull"_s) >= 6, 150s);
    else
        COMES(countOf(u"Started"_s) == 1, 120s);
    COMES(kube::summarize(*m_copy.pods.value(Pod)).status == status, 30s);

    QStringList seen = sequence();
    seen.removeAll(
        u"FailedMount"_s);  // a kubelet that still holds the token of the namespace before says so, and goes on
    if (number == 5) {      // both are written within the same millisecond of each sync
        std::ranges::sort(seen);
        std::ranges::sort(reasons);
    }
    QVERIFY2(seen == reasons, qPrintable(seen.join(u' ') + u'\n' + situation()));

    const auto pod = m_copy.pods.value(Pod);
    const auto events = eventsOfPod();
    const auto node = m_copy.nodes.value({{}, pod->nodeName});
    const auto now =
        kube::Timestamp(std::chrono::time_point_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now()));
    const auto stories = pull::tell(pod->unfolded(), events, node.get(), now);
    QCOMPARE(stories.size(), 1);
    QCOMPARE(stories.constFirst().verdict, number == 5 ? pull::Verdict::Failed : pull::Verdict::Good);
    QCOMPARE(stories.constFirst().attempts.constLast().alreadyPresent, number == 2 || number == 4);

    compareText({u"get"_s, u"pods"_s, u"-n"_s, u"dev"_s});
    compareText({u"get"_s, u"pods"_s, u"-n"_s, u"dev"_s, u"-o"_s, u"wide"_s});
    compareText({u"describe"_s, u"pod"_s, Pod.name, u"-n"_s, u"dev"_s});
    compareText({u"events"_s, u"-n"_s, u"dev"_s});
    compareText({u"get"_s, u"events"_s, u"-n"_s, u"dev"_s});
    remove(manifestOf(number));
}

void TestE2e::errorsAreClear()
{
    const QString text =
        u"apiVersion: v1\nkind: Pod\nmetadata: {name: x, namespace: missing}\nspec: {containers: [{name: c, image: a}]}\n"_s;
    QCOMPARE(create(text), QStringList{u"namespaces \"missing\" not found"_s});
    QCOMPARE(create(u"apiVersion: v1\nkind: Namespace\nmetadata: {name: default}\n"_s),
             QStringList{u"namespaces \"default\" already exists"_s});
    const QStringList invalid = create(
        u"apiVersion: v1\nkind: Pod\nmetadata: {name: x, namespace: default}\nspec: {containers: [{name: C_, image: a}]}\n"_s);
    QVERIFY2(invalid.constFirst().contains(u"spec.containers[0].name"_s), qPrintable(invalid.constFirst()));
}

/** A story that failed leaves nothing in the way of the next. */
void TestE2e::cleanup()
{
    if (!kubeconfigPath().isEmpty())
        kubectl({u"delete"_s, u"namespace"_s, u"dev"_s, u"--ignore-not-found"_s});
}

void TestE2e::cleanupTestCase()
{
    m_cluster.reset();
}

QTEST_GUILESS_MAIN(TestE2e)
#include "test_e2e.moc"
