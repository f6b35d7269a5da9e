// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/event.h"
#include "kube/node.h"
#include "kube/slim/slimpod.h"

#include <QByteArray>
#include <QList>

namespace mirror {

/**
 * SHA-256 in hex over every field that the mirror keeps of an object: two copies of one version agree, in any process.
 * Pure; any thread.
 */
[[nodiscard]] QByteArray fingerprint(const kube::Pod &pod);
[[nodiscard]] QByteArray fingerprint(const kube::SlimPod &pod);
[[nodiscard]] QByteArray fingerprint(const kube::Event &event);
[[nodiscard]] QByteArray fingerprint(const kube::Node &node);
[[nodiscard]] QByteArray fingerprint(const kube::Namespace &ns);

/** One object as the mirror holds it, to be compared with what others hold. */
struct Holding {
    kube::Key key;
    QString uid;
    QString resourceVersion;
    QByteArray fingerprint;
    bool operator==(const Holding &) const = default;
};

/** All that the mirror holds of one kind, sorted by key. */
using Holdings = QList<Holding>;

}  // namespace mirror
