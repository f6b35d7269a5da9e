// SPDX-License-Identifier: Apache-2.0
#include "manifest/read/tree.h"

#include <algorithm>

namespace manifest {

namespace {

bool isNumber(QStringView text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

}  // namespace

QStringList stepsOf(const QString &path)
{
    QStringList steps;
    QString step;
    const auto finish = [&] {
        if (!step.isEmpty())
            steps.append(std::exchange(step, {}));
    };
    for (qsizetype at = 0; at < path.size(); ++at) {
        if (path[at] == u'.') {
            finish();
        } else if (path[at] == u'[') {
            finish();
            const qsizetype end = path.indexOf(u']', at);
            QString key = path.sliced(at + 1, (end < 0 ? path.size() : end) - at - 1);
            if (key.size() > 1 && key.startsWith(u'"') && key.endsWith(u'"'))
                key = key.sliced(1, key.size() - 2);
            steps.append(isNumber(key) ? u'[' + key + u']' : key);
            at = end < 0 ? path.size() : end;
        } else {
            step += path[at];
        }
    }
    finish();
    return steps;
}

QString pathOf(const QStringList &steps)
{
    QString path;
    for (const QString &step : steps) {
        if (!path.isEmpty() && !step.startsWith(u'['))
            path += u'.';
        path += step;
    }
    return path;
}

Place Document::placeOf(const QString &field) const
{
    for (QStringList steps = stepsOf(field); !steps.isEmpty(); steps.removeLast()) {
        const auto found = places.constFind(pathOf(steps));
        if (found != places.constEnd())
            return *found;
    }
    return {line, 1};
}

}  // namespace manifest
