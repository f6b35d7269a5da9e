// SPDX-License-Identifier: Apache-2.0
#include "mirror/follow/probe.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace mirror {

namespace {
constexpr std::chrono::milliseconds Pause = 10s;
}

Probe::Probe(const Tools &tools, const QString &path, int rank, QObject *parent)
    : QObject(parent), m_tools(tools), m_path(path), m_rank(rank), m_lister(tools)
{
    connect(&m_lister, &Lister::finished, this, [this](const Lister::End &end) {
        m_isAsking = false;
        if (end.failure)
            Q_EMIT answered(std::unexpected(end.failure->error));
        else
            Q_EMIT answered(end.version);
    });
}

void Probe::ask()
{
    if (m_isAsking)
        return;
    m_isAsking = true;
    const std::chrono::milliseconds now = m_tools.timing.elapsed();
    const std::chrono::milliseconds wait = m_asked ? std::max(*m_asked + Pause - now, 0ms) : 0ms;
    if (wait == 0ms) {
        send();
        return;
    }
    m_tools.timing.after(wait, this, [this, serial = m_serial] {
        if (serial == m_serial)
            send();
    });
}

void Probe::send()
{
    m_asked = m_tools.timing.elapsed();
    ++m_tools.counters.probes;
    Lister::Order order;
    order.path = m_path;
    order.limit = 1;
    order.rank = m_rank;
    order.isMetadataOnly = true;
    m_lister.start(order, [reader = std::make_shared<decode::Reader>()](QByteArrayView json, int &loaded) {
        const kube::Result<decode::TagList> list = reader->tags(json);
        loaded = list ? static_cast<int>(list->items.size()) : 0;
        return list.transform([](const decode::TagList &tags) { return tags.meta; });
    });
}

void Probe::stop()
{
    ++m_serial;
    m_isAsking = false;
    m_lister.stop();
}

}  // namespace mirror
