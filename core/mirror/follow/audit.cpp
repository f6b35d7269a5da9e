// SPDX-License-Identifier: Apache-2.0
#include "mirror/follow/audit.h"

using namespace std::chrono_literals;

namespace mirror {

namespace {
constexpr auto Settling = 15s;
constexpr int LastInLine = 9;
}  // namespace

Audit::Audit(const Tools &tools, Intake &intake, const QString &path, std::function<QString()> seen, QObject *parent)
    : QObject(parent), m_tools(tools), m_intake(intake), m_path(path), m_seen(std::move(seen)), m_lister(tools)
{
    connect(&m_lister, &Lister::finished, this, [this](const Lister::End &end) {
        if (!end.failure)
            compare(end.version);
    });
}

void Audit::start()
{
    stop();
    ++m_tools.counters.checks;
    Lister::Order order;
    order.path = m_path;
    order.notOlderThan = m_seen();
    order.rank = LastInLine;
    order.isMetadataOnly = true;
    m_lister.start(order, [this](QByteArrayView json, int &loaded) {
        kube::Result<decode::ListMeta> meta = m_intake.tags(json, m_tags);
        loaded = static_cast<int>(m_tags.size());
        return meta;
    });
}

void Audit::stop()
{
    ++m_serial;
    m_tags.clear();
    m_lister.stop();
}

void Audit::compare(const QString &version)
{
    const QSet<kube::Key> first = m_intake.doubts(m_tags, version, m_seen());
    if (first.isEmpty()) {
        stop();
        Q_EMIT finished(false);
        return;
    }
    m_tools.timing.after(Settling, this, [this, first, version, serial = m_serial] {
        if (serial != m_serial)
            return;
        const bool differs = m_intake.doubts(m_tags, version, m_seen()).intersects(first);
        stop();
        Q_EMIT finished(differs);
    });
}

}  // namespace mirror
