// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/console.h"
#include "decode/reader.h"

namespace cli {

[[nodiscard]] kube::Timestamp now();

/** `/api/v1/namespaces/NS/RESOURCE/NAME`; without the parts that are empty. */
[[nodiscard]] QString path(const QString &ns, const QString &resource, const QString &name = {});

/** All pages of a list, or the one object that the command names. */
template <class T>
kube::Result<QList<std::shared_ptr<const T>>> fetch(Console &console, const QString &ns, const QString &resource,
                                                    const QString &name, QUrlQuery query = {})
{
    decode::Reader reader;
    if (!name.isEmpty()) {
        const auto body = console.get(path(ns, resource, name));
        if (!body)
            return std::unexpected(body.error());
        const auto object = reader.object<T>(*body);
        if (!object)
            return std::unexpected(object.error());
        return QList<std::shared_ptr<const T>>{*object};
    }
    QList<std::shared_ptr<const T>> all;
    query.addQueryItem(QStringLiteral("limit"), QStringLiteral("500"));
    for (;;) {
        const auto body = console.get(path(ns, resource), query);
        if (!body)
            return std::unexpected(body.error());
        const auto page = reader.list<T>(*body);
        if (!page)
            return std::unexpected(page.error());
        all << page->items;
        if (page->meta.continueToken.isEmpty())
            return all;
        query.removeQueryItem(QStringLiteral("continue"));
        query.addQueryItem(QStringLiteral("continue"), page->meta.continueToken);
    }
}

[[nodiscard]] kube::Result<QList<kube::EventPtr>> eventsOf(Console &console, const kube::ObjectMeta &meta);

/** `pod NAME`, `pods NAME`, `pod/NAME`; empty where the operands are no such thing. */
[[nodiscard]] QString podName(const QStringList &operands);

}  // namespace cli
