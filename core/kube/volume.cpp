// SPDX-License-Identifier: Apache-2.0
#include "kube/volume.h"

#include <algorithm>

namespace kube {

QString VolumeSource::field(QStringView name) const
{
    const auto it = std::ranges::find(fields, name, [](const auto &pair) { return QStringView(pair.first); });
    return it == fields.end() ? QString() : it->second;
}

bool VolumeSource::has(QStringView name) const
{
    return std::ranges::contains(fields, name, [](const auto &pair) { return QStringView(pair.first); });
}

}  // namespace kube
