// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "practice/clock.h"
#include "practice/objectstore.h"

#include <QHash>

namespace practice {

/** Records events as client-go's recorders do: repeated ones are counted, and a flood is held back. */
class EventRecorder {
public:
    EventRecorder(ObjectStore &store, const Clock &clock);

    /** An event of the scheduler (events.k8s.io style: eventTime, action). */
    void fromScheduler(const QJsonObject &pod, const QString &type, const QString &reason, const QString &message,
                       const QString &action);
    /** An event of a node's kubelet; `fieldPath` is empty for the pod as a whole. */
    void fromKubelet(const QJsonObject &pod, const QString &node, const QString &type, const QString &reason,
                     const QString &message, const QString &fieldPath);

private:
    struct Bucket {
        double tokens = 25;
        qint64 at = 0;
    };
    struct Counted {
        QString name;
        int count = 0;
    };

    void add(const QJsonObject &pod, QJsonObject event, const QString &manager, const QString &apiVersion);
    [[nodiscard]] bool mayWrite(const QString &ns) const;
    [[nodiscard]] bool takeToken(const QString &key);
    [[nodiscard]] QString newName(const QString &object);

    ObjectStore &m_store;
    const Clock &m_clock;
    QHash<QString, Counted> m_counted;  ///< by client-go's deduplication key
    QHash<QString, Bucket> m_buckets;   ///< spam filter: burst 25, one more each 300 s
    qint64 m_lastName = 0;
};

}  // namespace practice
