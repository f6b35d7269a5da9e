// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/error.h"
#include "kube/schema.h"

#include <QByteArrayView>

namespace decode {

/**
 * The schemas of an OpenAPI document: `/openapi/v3/apis/GROUP/VERSION` of Kubernetes 1.24 and later, or `/openapi/v2`.
 * What cannot be understood of a schema is taken for "anything goes", so that nobody is warned for nothing. Bytes that
 * are no such document are an error of kind Protocol.
 */
[[nodiscard]] kube::Result<kube::SchemaSet> openApi(QByteArrayView json);

/**
 * Where `/openapi/v3` says that the document of each group version is, with its hash: `api/v1`, `apis/apps/v1` to
 * `/openapi/v3/apis/apps/v1?hash=…`.
 */
[[nodiscard]] kube::Result<QHash<QString, QString>> openApiIndex(QByteArrayView json);

}  // namespace decode
