// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mirror/follow/lister.h"

namespace mirror {

/**
 * Which cluster answers: it goes by the uid of its namespace kube-system, which is made with the cluster and never
 * again. Where that may not be read, nothing is known and nothing is told.
 */
class Identity : public QObject {
    Q_OBJECT
public:
    explicit Identity(const Tools &tools, QObject *parent = nullptr) : QObject(parent), m_tools(tools) {}

    /** Asks who answers now; false: it was asked within the last 5 s, and is not again. `isUrgent`: it is, even so. */
    bool check(bool isUrgent = false);
    /** The next answer is taken for who it is. */
    void forget() { m_uid.clear(); }

Q_SIGNALS:
    /** Another cluster answers than before. */
    void changed();

private:
    void take(const net::Reply &reply);

    Tools m_tools;
    Pass m_pass{m_tools.gate};
    Call m_call;
    QString m_uid;
    std::optional<std::chrono::milliseconds> m_asked;
};

}  // namespace mirror
