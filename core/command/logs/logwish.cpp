// SPDX-License-Identifier: Apache-2.0
#include "command/logs/logwish.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace command {

net::Request LogWish::request() const
{
    net::Request request;
    request.path = net::pathOf(u"/api/v1"_s, {u"namespaces"_s, pod.ns, u"pods"_s, pod.name, u"log"_s});
    request.accept = "application/json, */*";
    const auto add = [&request](const QString &key, const QString &value) {
        request.query.addQueryItem(key, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    };
    if (!container.isEmpty())
        add(u"container"_s, container);
    const std::pair<QString, bool> switches[] = {
        {u"follow"_s, follow}, {u"previous"_s, previous}, {u"timestamps"_s, timestamps}};
    for (const auto &[key, on] : switches)
        if (on)
            add(key, u"true"_s);
    if (!since.isNull())
        add(u"sinceTime"_s, since.toRfc3339());
    const std::pair<QString, std::optional<qint64>> numbers[] = {
        {u"sinceSeconds"_s, sinceSeconds}, {u"tailLines"_s, tailLines}, {u"limitBytes"_s, limitBytes}};
    for (const auto &[key, number] : numbers)
        if (number)
            add(key, QString::number(*number));
    if (follow) {
        // The kubelet sends no head before the first line, and a container may be silent for as long as it likes.
        request.headLimit = 24h;
        request.quietLimit = 0ms;
    }
    return request;
}

}  // namespace command
