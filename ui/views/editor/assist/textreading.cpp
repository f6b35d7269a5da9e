// SPDX-License-Identifier: Apache-2.0
#include "views/editor/assist/textreading.h"

#include <QtConcurrentRun>

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

namespace views {

namespace {

constexpr std::chrono::milliseconds ShortestPause = 20ms;  ///< keys that are held down come no faster
constexpr std::chrono::milliseconds LongestPause = 100ms;
constexpr int PausePart = 3;

}  // namespace

TextReading::TextReading(QObject *parent) : QObject(parent), m_desk(std::make_shared<Desk>()), m_pause(ShortestPause)
{
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &TextReading::take);
}

TextReading::~TextReading()
{
    m_desk->isStopped = true;
}

void TextReading::read(const QString &text, const QString &name, int revision)
{
    const Order order{text, name, revision};
    if (m_watcher.isRunning()) {
        m_desk->isStopped = true;
        m_next = order;
        return;
    }
    start(order);
}

void TextReading::start(const Order &order)
{
    m_revision = order.revision;
    m_desk->isStopped = false;
    m_begun.start();
    m_watcher.setFuture(QtConcurrent::run([desk = m_desk, order, shelf = m_shelf] {
        const auto reviewed =
            desk->reviewer.review(order.text, order.name, shelf, [desk] { return desk->isStopped.load(); });
        if (!reviewed.isBroken)
            desk->before = std::exchange(desk->last, reviewed);
        return reviewed;
    }));
}

void TextReading::take()
{
    const manifest::Reviewed reviewed = m_watcher.result();
    const int revision = m_revision;
    if (!reviewed.isBroken) {
        // The first reading of a text tells nothing of the next ones, which read again only what changed.
        const std::chrono::milliseconds took(m_begun.elapsed());
        m_pause = std::clamp(std::min(took, std::exchange(m_took, took)) / PausePart, ShortestPause, LongestPause);
    }
    if (const auto next = std::exchange(m_next, {}))
        start(*next);
    else if (!reviewed.isBroken)
        Q_EMIT done(revision, reviewed);
}

}  // namespace views
