// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "manifest/assist/remark.h"
#include "manifest/documents.h"

namespace manifest {

/** An API version that a release no longer serves. Source: kubernetes.io, Deprecated API Migration Guide. */
struct Removal {
    QString removedIn;    ///< `v1.22`; empty: it is deprecated, and still served
    QString replacement;  ///< `networking.k8s.io/v1`, `discovery.k8s.io/v1 EndpointSlice`; empty: there is none
};
[[nodiscard]] std::optional<Removal> removalOf(const QString &apiVersion, const QString &kind);

/**
 * Whether the server refuses another value of a field once the object is there, and by which rule: the part of the
 * Kubernetes sources that says so (`pkg/apis/apps/validation`). Empty: it may be changed. `field` as in a Finding.
 */
[[nodiscard]] QString immutableBy(const QString &apiVersion, const QString &kind, const QString &field);

/**
 * Where the API server has the object of a document, if it is of a kind of which something cannot be changed; empty for
 * others, for Secrets, which are not read for this, and where there is no name. `ns`: of a document that names none.
 */
[[nodiscard]] QString livePath(const Document &document, const QString &ns);

/** What the rules say of a document alone. */
[[nodiscard]] QList<Remark> ruleRemarks(const Document &document);

/**
 * The fields that the text would change although they cannot be changed. Fields that the text leaves out stay as the
 * server has them. `live`: the object as the server has it.
 */
[[nodiscard]] QList<Remark> immutableChanges(const Document &document, const QByteArray &live);

}  // namespace manifest
