// SPDX-License-Identifier: Apache-2.0
#include "pull/events/message.h"

#include "kube/duration.h"
#include "pull/image/quoting.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <utility>

namespace pull {

using namespace Qt::StringLiterals;
using Kind = Message::Kind;

namespace {

/** One text of an event: the reasons it goes with (space between), and its pattern with named groups. Q is a name. */
struct Template {
    Kind kind;
    const char *reasons;
    const char *pattern;
    const char *waiting = "";
};

constexpr std::array Templates = {
    Template{Kind::Pulling, "Pulling", R"([Pp]ulling image Q)"},
    Template{Kind::AlreadyPresent, "Pulled",
             R"(Container image Q already present on machine(?<verified> and can be accessed by the pod)?)"},
    Template{Kind::Pulled, "Pulled",
             R"(Successfully pulled image Q(?: in (?<first>\S+?)(?: \((?<total>\S+) including waiting\))?)?)"
             R"((?:\. Image size: (?<bytes>\d+) bytes\.)?)"},
    Template{Kind::NeverPull, "ErrImageNeverPull", R"(Container image Q is not present with pull policy of Never)",
             "ErrImageNeverPull"},
    Template{Kind::PullFailed, "Failed", R"(Failed to pull image Q: (?<error>.*))"},
    Template{Kind::BackOffPulling, "BackOff", R"(Back-off pulling image Q(?:: (?<error>.*))?)", "ImagePullBackOff"},
    Template{Kind::InspectFailed, "InspectFailed", R"(Failed to apply default image tag Q: (?<error>.*))",
             "InvalidImageName"},
    Template{Kind::InspectFailed, "InspectFailed", R"(Failed to inspect image Q: (?<error>.*))", "ImageInspectError"},
    Template{
        Kind::SecretMissing, "FailedToRetrieveImagePullSecret",
        R"(Unable to retrieve some image pull secrets \((?<secrets>[^)]*)\); attempting to pull the image may not succeed\.)"},
    Template{Kind::StartError, "Failed", R"(Error: (?<error>.*))"},
    Template{Kind::StartError, "Failed", R"((?<error>Internal Pre(?:Create|Start)Container hook failed: .*))"},
    Template{Kind::DirectoriesFailed, "Failed", R"(error making pod data directories: (?<error>.*))"},
    Template{Kind::SandboxFailed, "FailedCreatePodSandBox", R"(Failed to create pod sandbox: (?<error>.*))"},
    Template{Kind::SandboxFailed, "FailedPodSandBoxStatus", R"(Unable to get pod sandbox status: (?<error>.*))"},
    Template{Kind::SandboxChanged, "SandboxChanged", R"(Pod sandbox changed, it will be killed and re-created\.)"},
    Template{Kind::NetworkNotReady, "NetworkNotReady", R"(network is not ready: (?<error>.*))"},
    Template{
        Kind::MountFailed, "FailedMount FailedAttachVolume",
        R"((?<error>(?:MountVolume|AttachVolume)\.\S+ failed for volume .*|Unable to attach or mount volumes: .*))"},
    Template{Kind::Created, "Created", R"(Created container:? (?<container>\S+)|Container created)"},
    Template{Kind::Started, "Started", R"(Started container:? (?<container>\S+)|Container started)"},
    Template{Kind::BackOffRestarting, "BackOff",
             R"(Back-off restarting failed container(?: (?<container>\S+) in pod .*)?)"},
    Template{Kind::Killing, "Killing",
             R"(Stopping container (?<container>\S+)|Container (?<container2>\S+) .*, will be restarted)"},
    Template{Kind::Scheduled, "Scheduled", R"(Successfully assigned \S+ to \S+)"},
    Template{Kind::FailedScheduling, "FailedScheduling",
             R"((?<error>\d+/\d+ nodes are available: .*|skip schedule deleting pod: .*))"},
};

QRegularExpression anchored(const QString &pattern)
{
    return QRegularExpression(u"\\A(?:"_s + pattern + u")\\z"_s, QRegularExpression::DotMatchesEverythingOption);
}

/** The templates with their patterns compiled; `Q` is a name in Go's quotes. */
const QList<QRegularExpression> &patterns()
{
    static const QList<QRegularExpression> compiled = [] {
        QList<QRegularExpression> list;
        for (const Template &t : Templates)
            list << anchored(QString::fromLatin1(t.pattern)
                                 .replace(u"image Q"_s, u"image \"(?<image>(?:[^\"\\\\]++|\\\\.)*+)\""_s)
                                 .replace(u"tag Q"_s, u"tag \"(?<image>(?:[^\"\\\\]++|\\\\.)*+)\""_s));
        return list;
    }();
    return compiled;
}

bool goesWith(const Template &t, const QString &reason)
{
    return reason.isEmpty() || QString::fromLatin1(t.reasons).split(u' ').contains(reason);
}

/** Older and future texts of reasons that say enough by themselves. */
Kind byReason(const kube::Event &event)
{
    constexpr std::array known = {
        std::pair("Created", Kind::Created),
        std::pair("Started", Kind::Started),
        std::pair("Killing", Kind::Killing),
        std::pair("Scheduled", Kind::Scheduled),
        std::pair("FailedScheduling", Kind::FailedScheduling),
        std::pair("FailedMount", Kind::MountFailed),
        std::pair("FailedAttachVolume", Kind::MountFailed),
        std::pair("FailedCreatePodSandBox", Kind::SandboxFailed),
        std::pair("SandboxChanged", Kind::SandboxChanged),
        std::pair("NetworkNotReady", Kind::NetworkNotReady),
    };
    for (const auto &[reason, kind] : known)
        if (event.reason == QLatin1StringView(reason))
            return kind;
    return event.reason == u"BackOff" && event.type == u"Warning" ? Kind::BackOffRestarting : Kind::Other;
}

Message filled(const Template &t, const QRegularExpressionMatch &found)
{
    Message m;
    m.kind = t.kind;
    m.image = goUnquoted(found.captured(u"image"_s));
    m.text = found.captured(u"error"_s);
    m.container = found.captured(u"container"_s) + found.captured(u"container2"_s);
    m.verified = found.hasCaptured(u"verified"_s);
    m.waiting = QString::fromLatin1(t.waiting);
    m.pullTime = kube::parseGoDuration(found.captured(u"first"_s));
    m.totalTime = kube::parseGoDuration(found.captured(u"total"_s));
    if (m.pullTime && !m.totalTime)  // up to 1.25 the one duration has the queue in it
        m.totalTime = std::exchange(m.pullTime, std::nullopt);
    bool counted = false;
    if (const qint64 bytes = found.captured(u"bytes"_s).toLongLong(&counted); counted)
        m.bytes = bytes;
    if (t.kind == Kind::SecretMissing)
        m.secrets = found.captured(u"secrets"_s).split(u", "_s, Qt::SkipEmptyParts);
    if (t.kind == Kind::StartError && isImageReason(m.text))
        m.waiting = m.text;
    return m;
}

}  // namespace

Message readMessage(const kube::Event &event)
{
    constexpr QLatin1StringView similar("(combined from similar events): ");
    const bool combined = event.message.startsWith(similar);
    const QString text = combined ? event.message.sliced(similar.size()) : event.message;
    Message m;
    m.kind = byReason(event);
    for (qsizetype i = 0; i < qsizetype(Templates.size()); ++i)
        if (const Template &t = Templates.at(size_t(i)); goesWith(t, event.reason))
            if (const auto found = patterns().at(i).match(text); found.hasMatch()) {
                m = filled(t, found);
                break;
            }
    m.combined = combined;
    return m;
}

QString messageWord(const Message &message)
{
    switch (message.kind) {
    case Kind::Pulling: return u"pulling"_s;
    case Kind::Pulled: return u"pulled"_s;
    case Kind::AlreadyPresent: return u"present"_s;
    case Kind::NeverPull: return u"never-pull"_s;
    case Kind::PullFailed: return u"pull-failed"_s;
    case Kind::BackOffPulling: return u"backoff"_s;
    case Kind::InspectFailed: return message.waiting == u"InvalidImageName" ? u"invalid-name"_s : u"inspect-failed"_s;
    case Kind::SecretMissing: return u"secret-missing"_s;
    case Kind::StartError: return u"error"_s;
    case Kind::Created: return u"created"_s;
    case Kind::Started: return u"started"_s;
    case Kind::SandboxFailed: return u"sandbox-failed"_s;
    case Kind::BackOffRestarting: return u"crash-loop-backoff"_s;
    default: return u"other"_s;
    }
}

QString eventWord(const Message &message)
{
    switch (message.kind) {
    case Kind::Pulling: return u"image-pulling"_s;
    case Kind::Pulled: return u"image-pulled"_s;
    case Kind::AlreadyPresent: return u"image-present"_s;
    case Kind::NeverPull: return u"image-never-pull"_s;
    case Kind::PullFailed: return u"image-pull-failed"_s;
    case Kind::BackOffPulling: return u"image-pull-backoff"_s;
    case Kind::InspectFailed:
        return message.waiting == u"InvalidImageName" ? u"image-name-invalid"_s : u"image-inspect-failed"_s;
    case Kind::SecretMissing: return u"image-secret-missing"_s;
    case Kind::StartError:
        return message.waiting.isEmpty() ? u"container-start-failed"_s : u"container-start-failed-by-image"_s;
    case Kind::Created: return u"container-created"_s;
    case Kind::Started: return u"container-started"_s;
    case Kind::BackOffRestarting: return u"crash-loop-backoff"_s;
    case Kind::Killing: return u"container-killing"_s;
    case Kind::Scheduled: return u"scheduled"_s;
    case Kind::FailedScheduling: return u"scheduling-failed"_s;
    case Kind::SandboxFailed: return u"pod-sandbox-failed"_s;
    case Kind::SandboxChanged: return u"pod-sandbox-changed"_s;
    case Kind::MountFailed: return u"pod-mount-failed"_s;
    case Kind::NetworkNotReady: return u"network-not-ready"_s;
    case Kind::DirectoriesFailed: return u"pod-directories-error"_s;
    case Kind::Other: break;
    }
    return u"other"_s;
}

bool isImageReason(QStringView waitingReason)
{
    constexpr std::array reasons = {
        "ErrImagePull",      "ImagePullBackOff",    "ErrImageNeverPull",        "InvalidImageName",
        "ImageInspectError", "RegistryUnavailable", "SignatureValidationFailed"};
    return std::ranges::any_of(reasons, [&](const char *r) { return waitingReason == QLatin1StringView(r); });
}

FieldPath readFieldPath(const QString &fieldPath)
{
    using Part = FieldPath::Part;
    if (fieldPath.isEmpty())
        return {};
    static const QRegularExpression implicit = anchored(u"implicitly required container (.+)"_s);
    if (const auto f = implicit.match(fieldPath); f.hasMatch())
        return {Part::Implicit, f.captured(1)};
    static const QRegularExpression container =
        anchored(u"spec\\.(containers|initContainers|ephemeralContainers)(?:\\{(.+)\\}|\\[(\\d{1,9})\\])"_s);
    const auto f = container.match(fieldPath);
    if (!f.hasMatch())
        return {Part::Other, {}};
    const Part part = f.captured(1) == u"containers"       ? Part::Container
                      : f.captured(1) == u"initContainers" ? Part::InitContainer
                                                           : Part::EphemeralContainer;
    return {part, f.captured(2), f.captured(3).isEmpty() ? -1 : f.captured(3).toInt()};
}

QString containerOf(const QString &fieldPath)
{
    const FieldPath path = readFieldPath(fieldPath);
    return path.part == FieldPath::Part::Implicit ? QString() : path.name;
}

}  // namespace pull
