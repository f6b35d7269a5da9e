// SPDX-License-Identifier: Apache-2.0
#include "kube/duration.h"
#include "kube/podsummary.h"
#include "pull/events/message.h"
#include "pull/failure/waiting.h"
#include "rows.h"

using namespace Qt::StringLiterals;
using Kind = pull::Message::Kind;

class TestPullMessage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void messages_data() { rows::add(u"event-message"_s, 29); }
    void messages();
    void kinds_data() { rows::add(u"event-kind"_s, 5); }
    void kinds();
    void fieldPaths_data() { rows::add(u"field-path"_s, 4); }
    void fieldPaths();
    void waiting_data() { rows::add(u"waiting-message"_s, 4); }
    void waiting();
    void moreWaiting();
    void logs_data() { rows::add(u"log-api-error"_s, 1); }
    void logs();
    void durations_data() { rows::add(u"go-duration"_s, 6); }
    void durations();
    void podStatus_data() { rows::add(u"pod-status-text"_s, 4); }
    void podStatus();
    void everyTemplate_data();
    void everyTemplate();
    void reasonsOfOthers();
};

namespace {

QJsonValue ns(const std::optional<std::chrono::nanoseconds> &duration)
{
    return duration ? QJsonValue(qint64(duration->count())) : QJsonValue(QJsonValue::Null);
}

kube::Event eventOf(const QString &type, const QString &reason, const QString &message)
{
    kube::Event e;
    e.type = type;
    e.reason = reason;
    e.message = message;
    return e;
}

/** Every key that a vector may ask for. */
QJsonObject told(const pull::Message &m)
{
    const bool one = m.totalTime && !m.pullTime;
    return {{u"kind"_s, pull::messageWord(m)},
            {u"image"_s, m.image},
            {u"container"_s, rows::orNull(m.container)},
            {u"pullNs"_s, ns(m.printedTime())},
            {u"totalNs"_s, one ? QJsonValue(QJsonValue::Null) : ns(m.totalTime)},
            {u"sizeBytes"_s, m.bytes ? QJsonValue(*m.bytes) : QJsonValue(QJsonValue::Null)},
            {u"reason"_s, rows::orNull(m.waiting)},
            {u"error"_s,
             m.kind == Kind::StartError && !m.waiting.isEmpty() ? QJsonValue(QJsonValue::Null) : rows::orNull(m.text)},
            {u"secrets"_s, QJsonArray::fromStringList(m.secrets)},
            {u"credentialsVerified"_s, m.verified},
            {u"combined"_s, m.combined}};
}

}  // namespace

void TestPullMessage::messages()
{
    QFETCH(QJsonObject, input);
    QFETCH(QJsonObject, expected);
    const QJsonObject actual = told(pull::readMessage(eventOf({}, {}, input[u"message"_s].toString())));
    for (auto it = expected.begin(); it != expected.end(); ++it)
        QCOMPARE(actual[it.key()], it.value());
}

void TestPullMessage::kinds()
{
    QFETCH(QJsonObject, input);
    QFETCH(QJsonObject, expected);
    const auto m = pull::readMessage(
        eventOf(input[u"type"_s].toString(), input[u"reason"_s].toString(), input[u"message"_s].toString()));
    QCOMPARE(pull::eventWord(m), expected[u"kind"_s].toString());
}

void TestPullMessage::fieldPaths()
{
    QFETCH(QJsonObject, input);
    QFETCH(QJsonObject, expected);
    using Part = pull::FieldPath::Part;
    const QHash<Part, QString> words = {{Part::Pod, u"pod or image volume"_s},
                                        {Part::Container, u"container"_s},
                                        {Part::InitContainer, u"initContainer"_s},
                                        {Part::EphemeralContainer, u"ephemeralContainer"_s},
                                        {Part::Implicit, u"implicit"_s}};
    const auto path = pull::readFieldPath(input[u"fieldPath"_s].toString());
    QCOMPARE(words.value(path.part), expected[u"containerType"_s].toString());
    QCOMPARE(rows::orNull(path.name), expected[u"name"_s]);
}

void TestPullMessage::waiting()
{
    QFETCH(QJsonObject, input);
    QFETCH(QJsonObject, expected);
    const auto w = pull::readWaiting(input[u"reason"_s].toString(), input[u"message"_s].toString());
    const QJsonObject actual{{u"image"_s, w.image},
                             {u"cause"_s, rows::orNull(w.cause)},
                             {u"error"_s, rows::orNull(w.error)},
                             {u"failureCategory"_s, w.failure ? w.failure->category : QString()},
                             {u"container"_s, w.container},
                             {u"backoffNs"_s, ns(w.backOff)},
                             {u"imageRelated"_s, w.imageRelated}};
    for (auto it = expected.begin(); it != expected.end(); ++it)
        QCOMPARE(actual[it.key()], it.value());
}

void TestPullMessage::moreWaiting()
{
    auto w = pull::readWaiting(u"InvalidImageName"_s,
                               u"Failed to apply default image tag \"A\": couldn't parse image name \"A\": "
                               "invalid reference format: repository name (library/A) must be lowercase"_s);
    QCOMPARE(w.failure.value().category, u"invalid-reference"_s);
    w = pull::readWaiting(u"ErrImageNeverPull"_s, u"Container image \"a\" is not present with pull policy of Never"_s);
    QVERIFY(w.imageRelated && !w.failure);
    QCOMPARE(w.image, u"a"_s);
    w = pull::readWaiting(u"ErrImagePull"_s, u"manifest unknown"_s);
    QCOMPARE(w.failure.value().category, u"not-found"_s);
    w = pull::readWaiting(u"SignatureValidationFailed"_s,
                          u"image pull failed for a because the signature validation failed"_s);
    QCOMPARE(w.failure.value().category, u"signature-policy"_s);
    w = pull::readWaiting(u"CreateContainerConfigError"_s, u"secret \"x\" not found"_s);
    QVERIFY(!w.imageRelated && !w.failure);
    QVERIFY(!pull::readWaiting(u"ContainerCreating"_s, {}).imageRelated);
}

void TestPullMessage::logs()
{
    QFETCH(QJsonObject, input);
    QFETCH(QJsonObject, expected);
    const auto refusal = [&](const QString &reason) {
        return pull::logRefusal(reason, input[u"container"_s].toString(), input[u"pod"_s].toString());
    };
    QCOMPARE(refusal(input[u"waitingReason"_s].toString()), expected[u"message"_s].toString());
    QVERIFY(refusal(u"ImagePullBackOff"_s).endsWith(u": trying and failing to pull image"));
    QVERIFY(refusal(u"PodInitializing"_s).endsWith(u": PodInitializing"));
}

void TestPullMessage::durations()
{
    QFETCH(QJsonObject, input);
    QFETCH(QJsonObject, expected);
    const auto parsed = kube::parseGoDuration(input[u"text"_s].toString());
    QVERIFY(parsed);
    QCOMPARE(qint64(parsed->count()), expected[u"ns"_s].toInteger());
    QCOMPARE(kube::parseGoDuration(kube::goDuration(*parsed)), parsed);
}

void TestPullMessage::podStatus()
{
    QFETCH(QJsonObject, input);
    QFETCH(QJsonObject, expected);
    kube::Pod pod;
    pod.phase = input[u"phase"_s].toString();
    const auto fill = [](const QJsonArray &from, QList<kube::Container> &containers,
                         QList<kube::ContainerStatus> &statuses, kube::ContainerKind kind) {
        for (const QJsonValue &c : from) {
            const QString name = u"c%1"_s.arg(containers.size());
            containers.append({name, u"a"_s, kube::PullPolicy::Always, kind});
            kube::ContainerStatus &status = statuses.emplaceBack();
            status.name = name;
            status.state.phase = kube::ContainerState::Phase::Waiting;
            status.state.reason = c[u"waiting"].toString();
        }
    };
    fill(input[u"initContainers"_s].toArray(), pod.initContainers, pod.initStatuses, kube::ContainerKind::Init);
    fill(input[u"containers"_s].toArray(), pod.containers, pod.statuses, kube::ContainerKind::Regular);
    QCOMPARE(kube::summarize(pod).status, expected[u"status"_s].toString());
}

void TestPullMessage::everyTemplate_data()
{
    QTest::addColumn<kube::Event>("said");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *type, const char *reason, const char *message, const char *kind,
                        const char *text = "") {
        QTest::addRow("%s", message) << eventOf(QString::fromLatin1(type), QString::fromLatin1(reason),
                                                QString::fromLatin1(message))
                                     << QString::fromLatin1(kind) << QString::fromLatin1(text);
    };
    row("Normal", "Pulling", "pulling image \"a\"", "image-pulling");
    row("Warning", "ErrImageNeverPull", "Container image \"a\" is not present with pull policy of Never",
        "image-never-pull");
    row("Normal", "BackOff", "Back-off pulling image \"a\"", "image-pull-backoff");
    row("Warning", "BackOff", "Back-off restarting failed container", "crash-loop-backoff");
    row("Warning", "InspectFailed", "Failed to inspect image \"\": boom", "image-inspect-failed", "boom");
    row("Warning", "Failed", "Internal PreStartContainer hook failed: x", "container-start-failed",
        "Internal PreStartContainer hook failed: x");
    row("Warning", "Failed", "Error: container has runAsNonRoot", "container-start-failed",
        "container has runAsNonRoot");
    row("Normal", "Created", "Created container app", "container-created");
    row("Normal", "Created", "Container created", "container-created");
    row("Normal", "Killing", "Container app definition changed, will be restarted", "container-killing");
    row("Normal", "Killing", "Killing container with id docker://app:Need to kill Pod", "container-killing");
    row("Warning", "FailedMount", "MountVolume.SetUp failed for volume \"v\" : secret \"s\" not found",
        "pod-mount-failed", "MountVolume.SetUp failed for volume \"v\" : secret \"s\" not found");
    row("Warning", "FailedCreatePodSandBox", "Failed to create pod sandbox: x", "pod-sandbox-failed", "x");
    row("Normal", "SandboxChanged", "Pod sandbox changed, it will be killed and re-created.", "pod-sandbox-changed");
    row("Warning", "NetworkNotReady", "network is not ready: cni", "network-not-ready", "cni");
    row("Normal", "Scheduled", "Successfully assigned a/b to n", "scheduled");
    row("Warning", "FailedScheduling", "0/3 nodes are available: 3 x.", "scheduling-failed",
        "0/3 nodes are available: 3 x.");
    row("Warning", "FailedSync", "error determining status: x", "other");
}

void TestPullMessage::everyTemplate()
{
    QFETCH(kube::Event, said);
    QFETCH(QString, kind);
    QFETCH(QString, text);
    const auto m = pull::readMessage(said);
    QCOMPARE(pull::eventWord(m), kind);
    QCOMPARE(m.text, text);
    said.message.prepend(u"(combined from similar events): "_s);
    const auto combined = pull::readMessage(said);
    QVERIFY(combined.combined);
    QCOMPARE(combined.kind, m.kind);
}

/** Another's event may speak of images too: the reason decides whose text it is. */
void TestPullMessage::reasonsOfOthers()
{
    QCOMPARE(pull::readMessage(eventOf({}, u"Mirroring"_s, u"Pulling image \"a\""_s)).kind, Kind::Other);
    QCOMPARE(pull::readMessage(eventOf({}, u"Unhealthy"_s, u"Error: ErrImagePull"_s)).kind, Kind::Other);
    const auto quoted = pull::readMessage(eventOf({}, u"Pulling"_s, u"Pulling image \"a\\\"b\\\\\\n\""_s));
    QCOMPARE(quoted.image, u"a\"b\\\n"_s);
    const auto huge = pull::readMessage(eventOf(
        {}, {},
        u"Successfully pulled image \"a\" in 1s (2s including waiting). Image size: 99999999999999999999 bytes."_s));
    QCOMPARE(huge.kind, Kind::Pulled);
    QVERIFY(!huge.bytes);
}

QTEST_APPLESS_MAIN(TestPullMessage)
#include "test_pull_message.moc"
