// SPDX-License-Identifier: Apache-2.0
#include "style/statewords.h"

#include "kube/duration.h"
#include "style/accesswords.h"

#include <QDateTime>

using namespace Qt::StringLiterals;
using Phase = mirror::State::Phase;

namespace style {

namespace {

constexpr qsizetype MostNames = 8;    ///< namespaces in one sentence
constexpr qsizetype MostWords = 300;  ///< of a server's message in one line

QDateTime local(kube::Timestamp at)
{
    return QDateTime::fromMSecsSinceEpoch(at.unixMilliseconds());
}

QString someOf(QStringList names)
{
    if (names.size() > MostNames)
        names = names.first(MostNames) << u"…"_s;
    return names.join(u", "_s);
}

/** What another program says, ended so that more can follow. */
QString sentence(const QString &words)
{
    return words.isEmpty() || u".!?…:"_s.contains(words.back()) ? words : words + u'.';
}

QString ageOf(const mirror::State &state, kube::Timestamp now)
{
    return kube::humanDuration(std::max(now - state.asOf, std::chrono::nanoseconds(0)));
}

}  // namespace

QString StateWords::subject(const Scope &scope)
{
    const bool all = scope.ns.isEmpty();
    switch (scope.kind) {
    case mirror::Kind::Pods: return all ? tr("pods in all namespaces") : tr("pods in namespace %1").arg(scope.ns);
    case mirror::Kind::Events: return all ? tr("events in all namespaces") : tr("events in namespace %1").arg(scope.ns);
    case mirror::Kind::Nodes: return tr("nodes");
    case mirror::Kind::Namespaces: return tr("namespaces");
    }
    return {};
}

QString StateWords::retrying(const mirror::State &state, kube::Timestamp now)
{
    if (state.phase != Phase::Stale && state.phase != Phase::Connecting && state.phase != Phase::Loading &&
        state.nextTry.isNull())
        return {};
    if (!state.nextTry.isNull() && state.nextTry > now) {
        const auto left = std::chrono::ceil<std::chrono::seconds>(state.nextTry - now);
        return tr("Attempt %1, next try in %2").arg(state.attempt + 1).arg(kube::humanDuration(left));
    }
    return state.attempt > 0 ? tr("Attempt %1 is under way").arg(state.attempt + 1) : QString();
}

QString StateWords::when(kube::Timestamp at, kube::Timestamp now)
{
    if (at.isNull())
        return {};
    const bool today = !now.isNull() && local(at).date() == local(now).date();
    return local(at).toString(today ? u"HH:mm:ss"_s : u"yyyy-MM-dd HH:mm:ss"_s);
}

QString StateWords::asOf(const mirror::State &state, kube::Timestamp now)
{
    if (state.phase == Phase::Live)
        return tr("data as of %1").arg(when(now, now));
    if (state.asOf.isNull())
        return {};
    return tr("data as of %1, %2 old").arg(when(state.asOf, now), ageOf(state, now));
}

Trouble StateWords::trouble(const Truth &truth)
{
    const mirror::State &state = truth.state;
    const Scope &scope = truth.scope;
    Trouble t = Wording::trouble(state.error);
    if (state.phase == Phase::Stale && state.error.kind == kube::Error::Kind::None)
        t = {tr("The cluster is not being read"), {}, {}};
    if (state.phase == Phase::LoginNeeded && state.error.reason != config::ConsentNeeded) {
        t.what = tr("Login needed");
        t.advice = scope.login.isEmpty() ? tr("Log in again or renew the token or client certificate in the "
                                              "kubeconfig, then retry.")
                                         : scope.login;
    }
    if (state.phase == Phase::Denied) {
        t.what = state.verb == "watch"_L1 ? tr("You may not watch %1").arg(subject(scope))
                                          : tr("You may not list %1").arg(subject(scope));
        t.advice = mirror::isNamespaced(scope.kind)
                       ? tr("Choose a namespace that you may read, or ask for a role that allows this.")
                       : tr("Ask for a cluster role that allows this. Everything else works on.");
    }
    return t;
}

std::optional<Trouble> StateWords::page(const Truth &truth)
{
    const mirror::State &state = truth.state;
    switch (state.phase) {
    case Phase::Live: return std::nullopt;
    case Phase::Idle: return Trouble{tr("Not connected"), {}, tr("Nothing is read from this cluster now.")};
    case Phase::Connecting:
        if (!truth.scope.program.isEmpty() && state.attempt == 0)
            return Trouble{tr("Waiting for login"), truth.scope.program,
                           tr("This program logs in. It may have opened a browser. When it is done, the cluster is "
                              "asked; there was no answer yet.")};
        return Trouble{tr("Connecting to the cluster"), state.error.message,
                       state.attempt > 0 ? retrying(state, truth.now) : tr("No answer yet.")};
    case Phase::Loading:
        return Trouble{tr("Loading %1").arg(subject(truth.scope)),
                       state.expected ? tr("%1 of about %2").arg(state.loaded).arg(*state.expected)
                                      : tr("%n so far", nullptr, state.loaded),
                       {}};
    case Phase::Stale:
    case Phase::LoginNeeded:
    case Phase::Denied:
    case Phase::Failed: break;
    }
    Trouble t = trouble(truth);
    QStringList rest{t.advice};
    if (!state.asOf.isNull())
        rest.append(asOfSentence(truth));
    rest.append(retrying(state, truth.now));
    rest.removeAll(QString());
    t.advice = rest.join(u'\n');
    return t;
}

QList<Act> StateWords::acts(const Truth &truth)
{
    switch (truth.state.phase) {
    case Phase::Live: return {};
    case Phase::Idle: return {Act::Connect};
    case Phase::Connecting:
    case Phase::Loading: return {Act::Cancel};
    case Phase::Denied:
        if (mirror::isNamespaced(truth.scope.kind))
            return {Act::ChooseNamespace, Act::Retry};
        return {Act::Retry};
    default: return {Act::Retry};
    }
}

QString StateWords::asOfSentence(const Truth &truth)
{
    return truth.state.asOf.isNull() ? tr("What is shown was never complete.")
                                     : tr("What is shown is as of %1, %2 old.")
                                           .arg(when(truth.state.asOf, truth.now), ageOf(truth.state, truth.now));
}

Notice StateWords::notice(const Truth &truth)
{
    const mirror::State &state = truth.state;
    const Trouble t = trouble(truth);
    QStringList parts;
    switch (state.phase) {
    case Phase::Idle: parts.append(tr("Not connected.")); break;
    case Phase::Connecting:
    case Phase::Loading: parts.append(Wording::state(state) + u'.'); break;
    case Phase::Stale: parts.append(tr("Stale since %1: %2.").arg(when(state.since, truth.now), t.what)); break;
    default: parts.append(tr("%1.").arg(t.what)); break;
    }
    if (state.phase >= Phase::Stale)
        parts.append(sentence(state.error.message.left(MostWords).trimmed()));
    if (state.phase == Phase::LoginNeeded)
        parts.append(t.advice);
    parts.append(asOfSentence(truth));
    if (const QString next = retrying(state, truth.now); !next.isEmpty())
        parts.append(tr("%1.").arg(next));
    parts.removeAll(QString());
    return {toneOf(state.phase), parts.join(u' '), acts(truth).value(0, Act::None)};
}

QList<Notice> StateWords::notices(const Truth &truth)
{
    const mirror::State &state = truth.state;
    QList<Notice> list;
    if (state.phase != Phase::Live)
        list.append(notice(truth));
    if (!state.rolledBack.isNull() && state.rolledBack > truth.seen)
        list.append({Tone::Failed,
                     tr("The cluster's state went back in time at %1, as after a restored backup. Everything was read "
                        "again; what was created since that backup may be gone.")
                         .arg(when(state.rolledBack, truth.now)),
                     Act::Dismiss});
    if (!state.missing.isEmpty()) {
        const QString names = someOf(state.missing);
        const int all = truth.scope.namespaces;
        list.append({Tone::Waiting,
                     all >= state.missing.size()
                         ? tr("%1 of %n namespace(s) may not be read: %2", nullptr, all)
                               .arg(QString::number(state.missing.size()), names)
                         : tr("%n namespace(s) may not be read: %1", nullptr, int(state.missing.size())).arg(names),
                     Act::None});
    }
    if (state.undecodable > 0)
        list.append({Tone::Waiting, tr("%n object(s) could not be read and are not shown.", nullptr, state.undecodable),
                     Act::None});
    return list;
}

QString StateWords::login(const config::Connection &connection)
{
    if (connection.hasExec) {
        const QString line = AccessWords::commandLine(QStringList{connection.exec.command} + connection.exec.arguments);
        return tr("Log in as your provider asks, or run this in a terminal, then retry: %1").arg(line);
    }
    if (!connection.tokenFile.isEmpty())
        return tr("Renew the token in %1, then retry.").arg(connection.tokenFile);
    if (!connection.clientChain.isEmpty())
        return tr("Renew the client certificate that %1 names, then retry.").arg(connection.sourceFile);
    if (!connection.token.isEmpty() || !connection.userName.isEmpty())
        return tr("Renew the token or password in %1, then retry.").arg(connection.sourceFile);
    return tr("%1 names no credentials for this user. Add them, then retry.").arg(connection.sourceFile);
}

QString StateWords::act(Act act)
{
    switch (act) {
    case Act::None: break;
    case Act::Retry: return tr("Retry now");
    case Act::Connect: return tr("Connect");
    case Act::Cancel: return tr("Cancel");
    case Act::ChooseNamespace: return tr("Choose a namespace");
    case Act::Dismiss: return tr("Dismiss");
    case Act::Review: return tr("Look at It…");
    }
    return {};
}

}  // namespace style
