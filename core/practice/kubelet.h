// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "practice/podworker.h"

#include <QPointer>

namespace practice {

/** Cares for the pods bound to one machine. */
class Kubelet : public QObject {
    Q_OBJECT

public:
    Kubelet(const Workplace &place, QObject *parent);

private:
    void follow(const Change &change);

    Workplace m_place;
    QHash<QString, QPointer<PodWorker>> m_workers;  ///< by pod uid
};

}  // namespace practice
