// SPDX-License-Identifier: Apache-2.0
#include "views/editor/assist/liveobjects.h"

#include "manifest/assist/rules.h"

#include <chrono>

using namespace std::chrono_literals;

namespace views {

namespace {

constexpr auto Fresh = 4s;  ///< an object may be made anew under its name at any time
constexpr int MostDocuments = 10;

}  // namespace

void LiveObjects::setGround(AskGround ground)
{
    m_ground = std::move(ground);
    m_objects.clear();
    ++m_generation;
}

QList<manifest::Remark> LiveObjects::remarksOn(const QList<manifest::Document> &documents)
{
    const Ground ground = m_ground ? m_ground() : Ground();
    QList<manifest::Remark> remarks;
    int left = MostDocuments;
    for (const manifest::Document &document : documents) {
        const QString path = ground.client ? manifest::livePath(document, ground.ns) : QString();
        if (path.isEmpty())
            continue;
        if (--left < 0)
            break;
        Object &object = m_objects[path];
        remarks += manifest::immutableChanges(document, object.json);
        if (object.isAsked || (object.at.isValid() && object.at.durationElapsed() < Fresh))
            continue;
        object.isAsked = true;
        ground.client->get(path, {}, "application/json")
            .then(this, [this, path, generation = m_generation](const kube::Result<QByteArray> &body) {
                if (generation != m_generation)
                    return;
                Object &known = m_objects[path];
                known.isAsked = false;
                known.at.start();
                const bool isOther = known.json != body.value_or(QByteArray());
                known.json = body.value_or(QByteArray());
                if (isOther)
                    Q_EMIT arrived();
            });
    }
    return remarks;
}

}  // namespace views
