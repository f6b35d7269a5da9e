// SPDX-License-Identifier: Apache-2.0
#include "cli/schemas.h"

#include "decode/openapi.h"
#include "manifest/assist/review.h"
#include "manifest/assist/rules.h"

#include <QFile>

#include <algorithm>

namespace cli {

using namespace Qt::StringLiterals;
using manifest::Remark;

namespace {

kube::Result<QByteArray> bytesOf(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return kube::failure(kube::Error::Kind::File, file.errorString());
    return file.readAll();
}

}  // namespace

kube::Result<Schemas> Schemas::open(const Arguments &arguments)
{
    Schemas schemas;
    const QString &name = arguments.schema;
    if (name.isEmpty())
        return schemas;
    schemas.m_isEmpty = false;
    const bool isBundled = name == u"bundled";
    kube::Result<QByteArray> bytes;
    if (name == u"cluster") {
        schemas.m_console = std::make_shared<Console>(arguments);
        if (const auto connected = schemas.m_console->connect(); !connected)
            return std::unexpected(connected.error());
        bytes = schemas.m_console->get(u"/openapi/v2"_s);
    } else {
        bytes = bytesOf(isBundled ? u":/schema/kubernetes.json"_s : name);
    }
    auto set = bytes ? decode::openApi(*bytes) : std::unexpected(bytes.error());
    if (!set)
        return std::unexpected(set.error());
    const auto shared = std::make_shared<const kube::SchemaSet>(std::move(*set));
    if (isBundled)
        schemas.m_shelf.bundled = shared;
    else
        for (const QString &kind : shared->kinds.keys())
            schemas.m_shelf.cluster.insert(kind.section(u' ', 0, 0), shared);
    return schemas;
}

QList<Remark> Schemas::remarksOn(const manifest::Parsed &parsed) const
{
    QList<Remark> remarks = manifest::remarksOn(parsed, m_shelf);
    for (const manifest::Document &document : parsed.documents)
        remarks += remarksOnLive(document);
    std::ranges::stable_sort(remarks, {}, [](const Remark &remark) {
        return std::tuple(remark.place.line, remark.place.column, remark.severity);
    });
    return remarks;
}

/** An object that is not there yet may be anything. */
QList<Remark> Schemas::remarksOnLive(const manifest::Document &document) const
{
    const QString path = m_console ? manifest::livePath(document, m_console->ns()) : QString();
    if (path.isEmpty())
        return {};
    const auto live = m_console->get(path);
    if (live)
        return manifest::immutableChanges(document, *live);
    if (live.error().kind == kube::Error::Kind::NotFound)
        return {};
    Remark remark;
    remark.severity = Remark::Severity::Note;
    remark.basis = Remark::Basis::Rules;
    remark.place = document.placeOf(u"metadata.name"_s);
    remark.pattern = u"what the cluster has of it could not be read: %1"_s;
    remark.arguments = {live.error().message};
    remark.document = document.index;
    return {remark};
}

}  // namespace cli
