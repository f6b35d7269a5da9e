// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/pullledger.h"
#include "models/snapshot.h"

#include <QBasicTimer>
#include <QObject>

namespace models {
class ImageMatrix;
class RegistryBoard;
}  // namespace models
namespace views {
class ImageMatrixView;
class RegistryView;
}  // namespace views

namespace windows {

/** What the session has seen of images and registries, and the two views of it. They are renewed at most once a second,
 * and only while they can be seen. */
class PullBoards : public QObject {
    Q_OBJECT

public:
    PullBoards(const models::Snapshot &snapshot, QWidget *parent);

    /** Call after the snapshot took it. */
    void apply(const mirror::Batch &batch);
    /** What earlier sessions saw of the cluster that is shown now, or why it is not known; counted with this session's.
     */
    void setPast(const kube::Result<QList<kube::EventPtr>> &events);
    /** Whose images and pulls are shown; empty: of all. */
    void setNamespaces(const QStringList &names);
    [[nodiscard]] views::ImageMatrixView &images() { return *m_imageView; }
    [[nodiscard]] views::RegistryView &registries() { return *m_registryView; }

protected:
    void timerEvent(QTimerEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void renew();
    void takePast();

    const models::Snapshot &m_snapshot;
    models::PullLedger m_ledger;
    QList<kube::EventPtr> m_past;
    QStringList m_namespaces;
    models::ImageMatrix *m_images;
    models::RegistryBoard *m_registries;
    views::ImageMatrixView *m_imageView;
    views::RegistryView *m_registryView;
    QBasicTimer m_pause;
    bool m_imagesStale = false;
    bool m_registriesStale = false;
};

}  // namespace windows
