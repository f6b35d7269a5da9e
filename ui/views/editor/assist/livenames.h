// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "manifest/assist/completion.h"
#include "views/editor/assist/ground.h"

#include <QElapsedTimer>
#include <QObject>

namespace views {

/**
 * Names that the cluster has, for the editor to offer: from what is mirrored, or by one list of metadata. Of Secrets
 * nothing but the names is asked for. An answer is good for half a minute.
 */
class LiveNames : public QObject {
    Q_OBJECT

public:
    explicit LiveNames(QObject *parent = nullptr) : QObject(parent) {}

    void setGround(AskGround ground);
    /** What is known now. `mayAsk`: what is not is asked for; arrived() tells when it is there. */
    [[nodiscard]] QStringList names(manifest::Live live, const QString &ns, const QString &labelKey, bool mayAsk);
    /** The secrets of a namespace that are for registries. */
    [[nodiscard]] QStringList pullSecrets(const QString &ns, bool mayAsk);

Q_SIGNALS:
    void arrived();

private:
    struct Listed {
        QStringList names;
        QElapsedTimer at;
        bool isAsked = false;
    };
    QStringList list(const QString &resource, const QString &ns, const QString &fields, bool mayAsk);
    [[nodiscard]] QStringList images() const;
    [[nodiscard]] QStringList labels(const QString &key) const;

    AskGround m_ground;
    QHash<QString, Listed> m_lists;  ///< by path and selector
    int m_generation = 0;
};

}  // namespace views
