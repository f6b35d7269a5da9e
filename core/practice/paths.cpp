// SPDX-License-Identifier: Apache-2.0
#include "practice/paths.h"

#include "practice/kinds.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace practice {

std::optional<Target> targetOf(const QString &path)
{
    QStringList parts = path.split(u'/', Qt::SkipEmptyParts);
    if (parts.size() < 3 || parts.at(0) != u"api" || parts.at(1) != u"v1")
        return std::nullopt;
    parts.remove(0, 2);
    Target target;
    const bool inNamespace =
        parts.size() >= 3 && parts.at(0) == u"namespaces" && parts.at(2) != u"status" && parts.at(2) != u"finalize";
    if (inNamespace) {
        target.ns = parts.at(1);
        parts.remove(0, 2);
    }
    const Kind *kind = kindOf(parts.at(0));
    if (!kind || parts.size() > 3 || (inNamespace && !kind->namespaced))
        return std::nullopt;
    target.resource = parts.at(0);
    target.name = parts.value(1);
    target.subresource = parts.value(2);
    if (kind->namespaced && !target.name.isEmpty() && target.ns.isEmpty())
        return std::nullopt;
    return target;
}

}  // namespace practice
