// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/node.h"
#include "manifest/documents.h"
#include "pull/forecast/forecast.h"
#include "views/editor/assist/textmarks.h"

#include <QCoreApplication>

namespace views {

/** What the images of manifests would do on the nodes, in a few words behind their lines. */
class PullHints {
    Q_DECLARE_TR_FUNCTIONS(views::PullHints)

public:
    /** Service accounts as `namespace/name`, and the pull secrets that they name. */
    using Accounts = QHash<QString, QStringList>;
    struct Told {
        QList<LineHint> hints;  ///< in the order of the text
        QStringList unknown;    ///< accounts of which it would have to be known which pull secrets they name
    };

    /**
     * At most 200 documents are looked at. Without nodes only the policy is told. What pull secrets hold is not looked
     * at. `ns`: of documents that name none. Any thread.
     */
    [[nodiscard]] static Told of(const QList<manifest::Document> &documents, const QList<kube::NodePtr> &nodes,
                                 const Accounts &accounts, const QString &ns);

private:
    [[nodiscard]] static LineHint hint(int line, const pull::ContainerForecast &container);
    [[nodiscard]] static QString names(const QStringList &nodes, qsizetype all);
    [[nodiscard]] static QString cause(const pull::ContainerForecast &container);
    [[nodiscard]] static QString reason(const pull::ContainerForecast &container);
};

}  // namespace views
