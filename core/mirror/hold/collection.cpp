// SPDX-License-Identifier: Apache-2.0
#include "mirror/hold/collection.h"

#include "net/request.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace mirror {

namespace {

constexpr int PartLimit = 30;  // each holds a connection
constexpr auto PermissionPause = 10min;

QString resourceOf(Kind kind)
{
    switch (kind) {
    case Kind::Pods: return u"pods"_s;
    case Kind::Events: return u"events"_s;
    case Kind::Nodes: return u"nodes"_s;
    case Kind::Namespaces: return u"namespaces"_s;
    }
    return {};
}

QString pathOf(Kind kind, const QString &ns)
{
    const QString root = u"/api/v1"_s;
    if (ns.isEmpty() || !isNamespaced(kind))
        return net::pathOf(root, {resourceOf(kind)});
    return net::pathOf(root, {u"namespaces"_s, ns, resourceOf(kind)});
}

}  // namespace

Collection::Collection(const Tools &tools, Kind kind, const QString &ns, Habits &habits, NewIntake newIntake)
    : m_tools(tools), m_kind(kind), m_ns(isNamespaced(kind) ? ns : QString()), m_habits(habits),
      m_newIntake(std::move(newIntake)), m_whole(newPart(m_ns)),
      m_permission(tools, pathOf(kind, m_ns), static_cast<int>(kind))
{
    connect(&m_permission, &Probe::answered, this, [this](const kube::Result<QString> &version) {
        if (version)
            join();
        else
            askForWhole();
    });
}

Collection::Part Collection::newPart(const QString &ns)
{
    Part part;
    part.intake = m_newIntake(ns);
    part.reflector =
        std::make_unique<Reflector>(m_tools, *part.intake, m_habits, pathOf(m_kind, ns), static_cast<int>(m_kind));
    Reflector *const reflector = part.reflector.get();
    connect(reflector, &Reflector::stateChanged, this, &Collection::look);
    connect(reflector, &Reflector::clockSeen, this, &Collection::clockSeen);
    connect(reflector, &Reflector::connected, this, &Collection::connected);
    connect(reflector, &Reflector::rolledBack, this, &Collection::rolledBack);
    return part;
}

template <class Call>
void Collection::each(Call call)
{
    if (!m_isSplit) {
        call(*m_whole.reflector);
        return;
    }
    for (auto &[ns, part] : m_parts)
        call(*part.reflector);
}

void Collection::start()
{
    m_whole.reflector->start();
}

void Collection::relist()
{
    each([](Reflector &reflector) { reflector.relist(); });
    if (m_isSplit)
        m_permission.ask();
}

void Collection::pause()
{
    m_isPaused = true;
    ++m_serial;
    m_permission.stop();
    each([](Reflector &reflector) { reflector.pause(); });
}

void Collection::goOn()
{
    m_isPaused = false;
    each([](Reflector &reflector) { reflector.goOn(); });
    if (m_isSplit)
        askForWhole();
}

void Collection::reconnect(std::chrono::milliseconds delay)
{
    each([delay](Reflector &reflector) { reflector.reconnect(delay); });
}

void Collection::rollBack(kube::Timestamp when)
{
    each([when](Reflector &reflector) { reflector.rollBack(when); });
}

void Collection::look()
{
    const State &whole = m_whole.reflector->state();
    const bool isDenied = whole.phase == State::Phase::Denied && whole.verb == u"list";
    if (!m_isSplit && isDenied && isNamespaced(m_kind) && m_ns.isEmpty() && !m_names.isEmpty())
        split();
    Q_EMIT stateChanged();
}

void Collection::setNamespaces(const QList<QString> &names)
{
    m_names = names;
    std::ranges::sort(m_names);
    if (m_isSplit)
        fillParts();
    else
        look();
}

void Collection::split()
{
    m_isSplit = true;
    m_whole.reflector->pause();
    for (const QString &ns : m_whole.intake->namespaces()) {
        if (!m_names.contains(ns))
            m_unread << ns;
    }
    fillParts();
    askForWhole();
}

void Collection::fillParts()
{
    std::erase_if(m_parts, [this](auto &entry) {
        if (m_names.contains(entry.first))
            return false;
        entry.second.intake->dropAside();
        entry.second.intake->commit({}, false);  // the namespace is gone, and so is everything in it
        return true;
    });
    for (const QString &ns : std::as_const(m_names)) {
        if (m_parts.contains(ns) || pathOf(m_kind, ns).isEmpty())
            continue;
        if (m_parts.size() >= PartLimit) {
            if (!m_unread.contains(ns))
                m_unread << ns;
            continue;
        }
        m_unread.removeOne(ns);
        Part &part = m_parts[ns] = newPart(ns);
        part.reflector->start();
        if (m_isPaused)
            part.reflector->pause();
    }
    Q_EMIT stateChanged();
}

void Collection::askForWhole()
{
    m_tools.timing.after(PermissionPause, this, [this, serial = ++m_serial] {
        if (serial == m_serial)
            m_permission.ask();
    });
}

void Collection::join()
{
    ++m_serial;
    // The parts have come to some versions; the list of the whole must be at least as new as all of them.
    QString newest;
    for (const auto &[ns, part] : m_parts) {
        const QString &version = part.reflector->version();
        if (newest.isEmpty() || kube::compareResourceVersions(newest, version) == std::partial_ordering::less)
            newest = version;
    }
    const State before = state();
    m_parts.clear();
    m_unread.clear();
    m_isSplit = false;
    m_whole.reflector->takeOver(newest, before);
}

State Collection::state() const
{
    if (!m_isSplit)
        return m_whole.reflector->state();
    QList<std::pair<QString, State>> parts;
    for (const auto &[ns, part] : m_parts)
        parts.emplaceBack(ns, part.reflector->state());
    State state = merged(parts);
    state.missing += m_unread;
    std::ranges::sort(state.missing);
    return state;
}

}  // namespace mirror
