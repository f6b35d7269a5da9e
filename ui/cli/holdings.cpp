// SPDX-License-Identifier: Apache-2.0
#include "cli/holdings.h"

#include <QJsonArray>
#include <QSaveFile>

#include <algorithm>

namespace cli {

using namespace Qt::StringLiterals;
using mirror::Kind;
using mirror::State;

QString nameOf(Kind kind)
{
    switch (kind) {
    case Kind::Pods: return u"pods"_s;
    case Kind::Events: return u"events"_s;
    case Kind::Nodes: return u"nodes"_s;
    case Kind::Namespaces: break;
    }
    return u"namespaces"_s;
}

std::optional<Kind> kindOf(QStringView name)
{
    const auto found = std::ranges::find_if(mirror::AllKinds, [name](Kind kind) { return nameOf(kind) == name; });
    return found == mirror::AllKinds.end() ? std::nullopt : std::optional(*found);
}

const State &stateOf(const mirror::States &states, Kind kind)
{
    switch (kind) {
    case Kind::Pods: return states.pods;
    case Kind::Events: return states.events;
    case Kind::Nodes: return states.nodes;
    case Kind::Namespaces: break;
    }
    return states.namespaces;
}

QString nameOf(State::Phase phase)
{
    switch (phase) {
    case State::Phase::Idle: return u"Idle"_s;
    case State::Phase::Connecting: return u"Connecting"_s;
    case State::Phase::Loading: return u"Loading"_s;
    case State::Phase::Live: return u"Live"_s;
    case State::Phase::Stale: return u"Stale"_s;
    case State::Phase::LoginNeeded: return u"LoginNeeded"_s;
    case State::Phase::Denied: return u"Denied"_s;
    case State::Phase::Failed: break;
    }
    return u"Failed"_s;
}

QJsonObject toJson(const State &state, const mirror::Holdings &holdings)
{
    QJsonArray objects;
    for (const mirror::Holding &held : holdings) {
        objects.append(QJsonObject{
            {u"key"_s, held.key.ns.isEmpty() ? held.key.name : held.key.ns + u'/' + held.key.name},
            {u"uid"_s, held.uid},
            {u"resourceVersion"_s, held.resourceVersion},
            {u"hash"_s, QString::fromLatin1(held.fingerprint)},
        });
    }
    QJsonObject json{{u"state"_s, nameOf(state.phase)},
                     {u"undecodable"_s, state.undecodable},
                     {u"missing"_s, QJsonArray::fromStringList(state.missing)},
                     {u"objects"_s, objects}};
    if (state.phase != State::Phase::Live && !state.asOf.isNull())
        json.insert("asOf"_L1, state.asOf.toRfc3339Micro());
    return json;
}

QJsonObject toJson(const mirror::Counters &counters)
{
    const auto number = [](quint64 value) { return QJsonValue(static_cast<qint64>(value)); };
    return {{u"lists"_s, number(counters.lists)},           {u"relists"_s, number(counters.relists)},
            {u"pages"_s, number(counters.pages)},           {u"watches"_s, number(counters.watches)},
            {u"events"_s, number(counters.events)},         {u"bookmarks"_s, number(counters.bookmarks)},
            {u"bytes"_s, number(counters.bytes)},           {u"retries"_s, number(counters.retries)},
            {u"throttled"_s, number(counters.throttled)},   {u"stalls"_s, number(counters.stalls)},
            {u"probes"_s, number(counters.probes)},         {u"rollbacks"_s, number(counters.rollbacks)},
            {u"outdated"_s, number(counters.outdated)},     {u"checks"_s, number(counters.checks)},
            {u"mismatches"_s, number(counters.mismatches)}, {u"undecodable"_s, number(counters.undecodable)}};
}

kube::Result<void> writeWhole(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return kube::failure(kube::Error::Kind::File, file.errorString(), path);
    return {};
}

}  // namespace cli
