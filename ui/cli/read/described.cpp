// SPDX-License-Identifier: Apache-2.0
#include "cli/read/described.h"

#include "report/kinds.h"

namespace cli {

using namespace Qt::StringLiterals;

namespace {

/** The object in the version in which kubectl describes its kind; the last error where the server has none of them. */
kube::Result<QJsonObject> asDescribed(Source &source, kube::Resource resource, const QJsonObject &object)
{
    const QJsonValue meta = object["metadata"_L1];
    kube::Result<QJsonObject> best = object;
    for (const QString &version : report::describedVersions(resource.group, resource.kind)) {
        if (object["apiVersion"_L1].toString() == version)
            return object;
        resource.group = version.contains(u'/') ? version.section(u'/', 0, 0) : QString();
        resource.version = version.section(u'/', -1);
        const auto found = source.find({resource, meta["namespace"_L1].toString(), meta["name"_L1].toString(), {}, {}});
        if (found && !found->objects.isEmpty())
            return found->objects.constFirst();
        best = found ? best : std::unexpected(found.error());
    }
    return best;
}

}  // namespace

kube::Result<QString> described(Source &source, const kube::Resource &resource, const QJsonObject &object,
                                const Reading &reading, bool showEvents)
{
    const auto known = asDescribed(source, resource, object);
    if (!known)
        return std::unexpected(known.error());
    const report::DescribeOptions options{.kubectl = reading.kubectl, .showEvents = showEvents};
    QList<report::Answer> answers;
    for (const report::Beside &beside : report::besides(*known, options))
        answers << source.find({beside.resource, beside.ns, beside.name, beside.labels, beside.fields})
                       .transform([](const Found &found) { return found.objects; });
    return report::describe(*known, answers, reading.now, options);
}

}  // namespace cli
