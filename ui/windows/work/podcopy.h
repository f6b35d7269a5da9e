// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command/client.h"
#include "kube/slim/podref.h"
#include "kube/version.h"

#include <QJsonObject>

namespace windows {

/** How pods are copied. Json and Yaml are whole objects, which have to be fetched. */
enum class CopyForm { Text, Csv, Names, Json, Yaml };

/**
 * The pods as text: as `kubectl get pods` prints them (with the namespaces where there are several), as CSV of all its
 * columns, or names alone. For Text, Csv and Names.
 */
[[nodiscard]] QString copyOf(const QList<kube::PodRef> &pods, CopyForm form, kube::Timestamp now, kube::Version server);

/** One object as it is, several as a List, without managedFields: as `kubectl get -o json|yaml`. For Json and Yaml. */
[[nodiscard]] QString copyOf(const QList<QJsonObject> &objects, CopyForm form);

/** So many objects at most are fetched for one copy. */
inline constexpr qsizetype MostFetched = 500;

/** GETs each pod's object, in order; those that are others by now or cannot be read are errors. */
[[nodiscard]] QFuture<QList<kube::Result<QJsonObject>>> fetchObjects(command::Client &client,
                                                                     const QList<kube::PodRef> &pods);

}  // namespace windows
