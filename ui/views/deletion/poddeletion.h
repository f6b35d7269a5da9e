// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command/client.h"
#include "kube/slim/podref.h"

#include <QDialog>

namespace views {

class DeletionFrame;

/**
 * Asks once before pods are deleted, and stays to tell what became of each. It lists every pod with who makes it anew;
 * what is deleted are these very pods, by their uids, not whatever has their names by then. Escape and Return keep
 * them.
 */
class PodDeletion : public QDialog {
    Q_OBJECT

public:
    /** `typed`: the context's name has to be typed before anything can be deleted. */
    PodDeletion(const QList<kube::PodRef> &pods, const QString &context, bool typed, QWidget *parent = nullptr);

    /** The least a DELETE needs: kind, key and uid of each pod, and how the user wants them deleted. */
    [[nodiscard]] QList<command::Document> documents() const;
    /** As if the user pressed Delete, once. */
    void begin();
    /** What became of them; their index is the pod's. The question is answered: only Close is left. */
    void showOutcomes(const QList<command::Outcome> &outcomes);

    /** Who takes a deleted pod's place, or that nobody does, in the user's language. */
    [[nodiscard]] static QString successor(const kube::SlimPod &pod);

    /** Not while they are being deleted: what becomes of them has to be told. */
    void reject() override;

Q_SIGNALS:
    /** The user wants them deleted. Emitted once. */
    void confirmed();

private:
    void fill();
    void check();

    QList<kube::PodRef> m_pods;
    DeletionFrame *m_frame;
    bool m_isBegun = false;
    bool m_isTold = false;
};

}  // namespace views
