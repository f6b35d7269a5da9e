// SPDX-License-Identifier: Apache-2.0
#include "views/editor/draftkeeper.h"

#include <QtConcurrentRun>

namespace views {

DraftKeeper::DraftKeeper(const QString &folder, std::function<Draft()> present, QObject *parent,
                         std::chrono::milliseconds delay)
    : QObject(parent), m_drafts(std::make_shared<Drafts>(folder)), m_present(std::move(present))
{
    m_due.setSingleShot(true);
    m_due.setInterval(delay);
    connect(&m_due, &QTimer::timeout, this, &DraftKeeper::write);
    connect(&m_writing, &QFutureWatcherBase::finished, this, &DraftKeeper::settle);
}

DraftKeeper::~DraftKeeper()
{
    m_writing.disconnect(this);
    m_writing.waitForFinished();
    if (m_due.isActive() || m_again)
        (void)m_drafts->keep(m_present());
}

bool DraftKeeper::adopt(const QString &id)
{
    m_writing.waitForFinished();
    return m_drafts->adopt(id);
}

void DraftKeeper::touch()
{
    if (!m_due.isActive())  // not started anew: who never pauses is not to lose everything
        m_due.start();
}

void DraftKeeper::drop()
{
    m_due.stop();
    m_again = false;
    m_writing.waitForFinished();
    m_drafts->drop();
}

void DraftKeeper::write()
{
    if (m_writing.isRunning()) {
        m_again = true;
        return;
    }
    m_writing.setFuture(QtConcurrent::run([drafts = m_drafts, draft = m_present()] { return drafts->keep(draft); }));
}

void DraftKeeper::settle()
{
    if (const kube::Result<void> result = m_writing.result())
        Q_EMIT kept();
    else
        Q_EMIT notKept(result.error());
    if (std::exchange(m_again, false))
        write();
}

}  // namespace views
