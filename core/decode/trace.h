// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/error.h"
#include "kube/timestamp.h"

#include <QByteArrayView>
#include <QList>

namespace decode {

/** What tells one object from another one of its name: who made it, and when. */
struct Trace {
    QString uid;
    kube::Timestamp created;   ///< the server's clock, whole seconds
    kube::Timestamp deletion;  ///< not null: it is being deleted
    QList<QString> managers;   ///< of metadata.managedFields; empty before Kubernetes 1.18
};

/** The trace of any object; an Error of kind Protocol where the bytes are none with a uid. */
[[nodiscard]] kube::Result<Trace> trace(QByteArrayView json);

}  // namespace decode
