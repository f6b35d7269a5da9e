// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "practice/clock.h"
#include "practice/objectstore.h"
#include "practice/verbs.h"

#include <QObject>

namespace practice {

/** Gives a new namespace its service account and CA, and empties and removes one that is being deleted. */
class NamespaceController : public QObject {
    Q_OBJECT

public:
    NamespaceController(ObjectStore &store, const Clock &clock, Verbs &verbs, QObject *parent);

private:
    void follow(const Change &change);
    void furnish(const QString &ns);
    void empty(const QString &ns);

    ObjectStore &m_store;
    const Clock &m_clock;
    Verbs &m_verbs;
};

}  // namespace practice
