// SPDX-License-Identifier: Apache-2.0
#include "windows/pullboards.h"

#include "models/imagematrix.h"
#include "models/registryboard.h"
#include "views/imagematrixview.h"
#include "views/registryview.h"

#include <QEvent>
#include <QTimerEvent>

using namespace Qt::StringLiterals;

namespace windows {

namespace {
constexpr int Pause = 1000;  ///< milliseconds between two renewals
constexpr int ShortPause = 20;
constexpr qsizetype Slice = 200;  ///< events read at once: a few milliseconds
}  // namespace

PullBoards::PullBoards(const models::Snapshot &snapshot, QWidget *parent)
    : QObject(parent), m_snapshot(snapshot), m_images(new models::ImageMatrix(this)),
      m_registries(new models::RegistryBoard(this)), m_imageView(new views::ImageMatrixView(*m_images, parent)),
      m_registryView(new views::RegistryView(*m_registries, parent))
{
    m_imageView->installEventFilter(this);
    m_registryView->installEventFilter(this);
}

void PullBoards::apply(const mirror::Batch &batch)
{
    m_ledger.take(batch);
    if (batch.reset)
        takePast();
    m_imagesStale = m_imagesStale || batch.reset || !batch.pods.isEmpty() || !batch.nodes.isEmpty();
    if (batch.reset)
        m_registriesStale = true;
    if (batch.reset || !m_pause.isActive())
        renew();
}

void PullBoards::setPast(const kube::Result<QList<kube::EventPtr>> &events)
{
    m_past = events.value_or(QList<kube::EventPtr>());
    const QString problem = events ? QString() : events.error().message + u" ("_s + events.error().where + u')';
    m_registryView->setPast(!m_past.isEmpty(), problem);
    takePast();
    renew();
}

void PullBoards::setNamespaces(const QStringList &names)
{
    m_namespaces = names;
    m_imagesStale = m_registriesStale = true;
    renew();
}

void PullBoards::takePast()
{
    mirror::Batch past;
    past.events.upserts = m_past;
    m_ledger.take(past);
}

/** A slice of the ledger's work, then the views; again after a pause if there is more to do. */
void PullBoards::renew()
{
    if (m_ledger.isBehind()) {
        m_ledger.digest(Slice, [this](const kube::Key &pod) {
            const kube::PodRef known = m_snapshot.pod(pod);
            return known ? known->nodeName : QString();
        });
        m_imagesStale = m_registriesStale = true;
    }
    const bool more = m_ledger.isBehind();
    if (more) {
        m_pause.start(ShortPause, this);
        return;
    }
    if (m_imagesStale && m_imageView->isVisible()) {
        m_images->show(m_snapshot, m_ledger, m_namespaces);
        m_imagesStale = false;
    }
    if (m_registriesStale && m_registryView->isVisible()) {
        m_registries->show(m_ledger, m_namespaces);
        m_registriesStale = false;
    }
    m_pause.start(Pause, this);
}

void PullBoards::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_pause.timerId()) {
        QObject::timerEvent(event);
        return;
    }
    m_pause.stop();
    if (m_ledger.isBehind() || (m_imagesStale && m_imageView->isVisible()) ||
        (m_registriesStale && m_registryView->isVisible()))
        renew();
}

bool PullBoards::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show)
        renew();
    return QObject::eventFilter(watched, event);
}

}  // namespace windows
