// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "manifest/assist/remark.h"
#include "manifest/documents.h"
#include "views/editor/assist/ground.h"

#include <QElapsedTimer>
#include <QObject>

namespace views {

/**
 * The objects that documents are about, as the cluster has them, to tell what a text would change that cannot be
 * changed. Only of kinds of which there is something to tell, never of Secrets; looked at again after a few seconds.
 */
class LiveObjects : public QObject {
    Q_OBJECT

public:
    explicit LiveObjects(QObject *parent = nullptr) : QObject(parent) {}

    void setGround(AskGround ground);
    /** What is known now; asks for what is not, and arrived() tells when it is there. At most ten documents. */
    [[nodiscard]] QList<manifest::Remark> remarksOn(const QList<manifest::Document> &documents);

Q_SIGNALS:
    void arrived();

private:
    struct Object {
        QByteArray json;  ///< empty: there is none, or it could not be read
        QElapsedTimer at;
        bool isAsked = false;
    };

    AskGround m_ground;
    QHash<QString, Object> m_objects;  ///< by path
    int m_generation = 0;
};

}  // namespace views
