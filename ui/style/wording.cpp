// SPDX-License-Identifier: Apache-2.0
#include "style/wording.h"

#include "config/plugin/pluginuse.h"

#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace style {

namespace {

bool isWaiting(QStringView status)
{
    return status == u"Pending" || status == u"ContainerCreating" || status == u"PodInitializing" ||
           status == u"NotReady" || status == u"SchedulingGated" || status == u"Terminating" ||
           status.startsWith(u"Init:");
}

bool isFailure(QStringView status)
{
    return status.contains(u"Err") || status.contains(u"BackOff") || status.contains(u"Invalid") ||
           status.contains(u"Error") || status.startsWith(u"OOM") || status == u"Failed" || status == u"Evicted" ||
           status == u"NodeLost" || status.startsWith(u"ExitCode") || status.startsWith(u"Signal") ||
           status.contains(u"CannotRun") || status.contains(u"DeadlineExceeded") || status.contains(u"Unavailable");
}

}  // namespace

Role roleOf(Tone tone)
{
    switch (tone) {
    case Tone::Running: return Role::Running;
    case Tone::Pulling: return Role::Pulling;
    case Tone::Waiting: return Role::Waiting;
    case Tone::Failed: return Role::Failed;
    case Tone::Unknown: return Role::Unknown;
    case Tone::Done: return Role::MutedText;
    }
    return Role::Unknown;
}

Tone toneOf(const QString &podStatus)
{
    if (podStatus == u"Running")
        return Tone::Running;
    if (podStatus == u"Completed" || podStatus == u"Succeeded")
        return Tone::Done;
    if (isFailure(podStatus))
        return Tone::Failed;
    if (isWaiting(podStatus))
        return Tone::Waiting;
    return Tone::Unknown;
}

Tone toneOf(mirror::State::Phase phase)
{
    switch (phase) {
    case mirror::State::Phase::Idle: return Tone::Unknown;
    case mirror::State::Phase::Connecting:
    case mirror::State::Phase::Loading: return Tone::Pulling;
    case mirror::State::Phase::Live: return Tone::Running;
    case mirror::State::Phase::Stale: return Tone::Waiting;
    case mirror::State::Phase::LoginNeeded:
    case mirror::State::Phase::Denied:
    case mirror::State::Phase::Failed: return Tone::Failed;
    }
    return Tone::Unknown;
}

QString Wording::phase(mirror::State::Phase phase)
{
    switch (phase) {
    case mirror::State::Phase::Idle: return tr("Not connected");
    case mirror::State::Phase::Connecting: return tr("Connecting");
    case mirror::State::Phase::Loading: return tr("Loading");
    case mirror::State::Phase::Live: return tr("Live");
    case mirror::State::Phase::Stale: return tr("Stale");
    case mirror::State::Phase::LoginNeeded: return tr("Login needed");
    case mirror::State::Phase::Denied: return tr("Denied");
    case mirror::State::Phase::Failed: return tr("Failed");
    }
    return {};
}

QString Wording::state(const mirror::State &state)
{
    using Phase = mirror::State::Phase;
    if (state.phase == Phase::Loading && state.expected)
        return tr("Loading %1 of %2").arg(state.loaded).arg(*state.expected);
    if (state.phase == Phase::Loading && state.loaded > 0)
        return tr("Loading, %1 so far").arg(state.loaded);
    // closed because nobody looked, or just about to begin anew: nothing is wrong with it
    if (state.phase == Phase::Stale && !state.asOf.isNull() && state.attempt == 0 &&
        state.error.kind == kube::Error::Kind::None)
        return tr("Not read since %1").arg(clock(state.asOf));
    if (state.phase == Phase::Stale && !state.asOf.isNull())
        return tr("Stale since %1").arg(clock(state.since.isNull() ? state.asOf : state.since));
    if (state.phase == Phase::Failed)
        return tr("Failed: %1").arg(reason(state.error.kind));
    return phase(state.phase);
}

QString Wording::reason(kube::Error::Kind kind)
{
    using Kind = kube::Error::Kind;
    switch (kind) {
    case Kind::None: return tr("unknown reason");
    case Kind::Cancelled: return tr("stopped");
    case Kind::Input: return tr("wrong input");
    case Kind::File: return tr("file not readable");
    case Kind::Config: return tr("kubeconfig is wrong");
    case Kind::Unreachable: return tr("server unreachable");
    case Kind::Tls: return tr("certificate not trusted");
    case Kind::Unauthorized: return tr("not logged in");
    case Kind::Forbidden: return tr("not allowed");
    case Kind::NotFound: return tr("not found");
    case Kind::AlreadyExists: return tr("already exists");
    case Kind::Conflict: return tr("conflict");
    case Kind::Expired: return tr("version too old");
    case Kind::Invalid: return tr("refused as invalid");
    case Kind::TooManyRequests: return tr("too many requests");
    case Kind::Server: return tr("server error");
    case Kind::Protocol: return tr("answer not understood");
    }
    return {};
}

Trouble Wording::trouble(const kube::Error &error)
{
    using Kind = kube::Error::Kind;
    Trouble t;
    t.why = error.where.isEmpty() ? error.message : u"%1\n%2"_s.arg(error.message, error.where);
    switch (error.kind) {
    case Kind::Unreachable:
        t.what = tr("The API server does not answer");
        t.advice =
            tr("Check that the cluster runs, and the network, VPN or proxy on the way to it. Gantry goes on trying.");
        break;
    case Kind::Tls:
        t.what = tr("The server's certificate is not trusted");
        t.advice = tr("Check certificate-authority and the server's name in the kubeconfig, and that no certificate "
                      "has expired.");
        break;
    case Kind::Cancelled:
        t.what = tr("Stopped");
        t.advice = tr("Retry begins anew.");
        break;
    case Kind::Unauthorized:
        if (error.reason == config::ConsentNeeded) {
            t.what = tr("The kubeconfig's login program has not been allowed to run");
            t.advice = tr("Retry shows what would run, and asks.");
            break;
        }
        t.what = tr("The server does not accept your credentials");
        t.advice = tr("Log in again or renew the token or client certificate in the kubeconfig, then retry.");
        break;
    case Kind::Forbidden:
        t.what = tr("You may not list this");
        t.advice = tr("Choose a namespace that you may read, or ask for the role that the message names.");
        break;
    case Kind::File:
    case Kind::Config:
    case Kind::Input:
        t.what = tr("The kubeconfig cannot be used");
        t.advice = tr("Correct the file and retry, or open another one.");
        break;
    case Kind::TooManyRequests:
        t.what = tr("The server asks to slow down");
        t.advice = tr("Gantry waits as long as the server says and tries again.");
        break;
    default:
        t.what = tr("The cluster cannot be read");
        t.advice = tr("Retry. If it happens again, the message above says what the server objects to.");
        break;
    }
    return t;
}

QString Wording::ofCore(const QString &english)
{
    // The core has no translations; what it says in words of its own stands here so that catalogues have it.
    [[maybe_unused]] static constexpr const char *Words[] = {QT_TR_NOOP("Waiting for a node"),
                                                             QT_TR_NOOP("Waiting in the node's pull queue"),
                                                             QT_TR_NOOP("Waiting for the next try"),
                                                             QT_TR_NOOP("Creating and starting"),
                                                             QT_TR_NOOP("Pulling"),
                                                             QT_TR_NOOP("Running"),
                                                             QT_TR_NOOP("Nothing is recorded"),
                                                             QT_TR_NOOP("ask the registry"),
                                                             QT_TR_NOOP("pull"),
                                                             QT_TR_NOOP("use the local image"),
                                                             QT_TR_NOOP("refuse"),
                                                             QT_TR_NOOP("use the local image or pull"),
                                                             QT_TR_NOOP("use the local image or refuse"),
                                                             QT_TR_NOOP("pulled"),
                                                             QT_TR_NOOP("pulling"),
                                                             QT_TR_NOOP("already present"),
                                                             QT_TR_NOOP("created"),
                                                             QT_TR_NOOP("creating"),
                                                             QT_TR_NOOP("started"),
                                                             QT_TR_NOOP("running"),
                                                             QT_TR_NOOP("stopping"),
                                                             QT_TR_NOOP("killed")};
    return english.isEmpty() ? english : tr(english.toUtf8().constData());
}

QString Wording::clock(kube::Timestamp at)
{
    return at.isNull() ? QString() : QDateTime::fromMSecsSinceEpoch(at.unixMilliseconds()).toString(u"HH:mm:ss"_s);
}

QString Wording::exact(kube::Timestamp at)
{
    return at.isNull() ? QString()
                       : QDateTime::fromMSecsSinceEpoch(at.unixMilliseconds()).toString(u"yyyy-MM-dd HH:mm:ss.zzz t"_s);
}

}  // namespace style
