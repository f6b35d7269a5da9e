// SPDX-License-Identifier: Apache-2.0
#include "views/editor/assist/bundledschema.h"

#include "decode/openapi.h"

#include <QFile>
#include <QtConcurrentRun>

// Resources of a static library are there only when asked for.
static void loadSchema()
{
    Q_INIT_RESOURCE(schema);
}

namespace views {

QFuture<std::shared_ptr<const kube::SchemaSet>> bundledSchema()
{
    loadSchema();
    return QtConcurrent::run([]() -> std::shared_ptr<const kube::SchemaSet> {
        QFile file(QStringLiteral(":/schema/kubernetes.json"));
        if (!file.open(QIODevice::ReadOnly))
            return nullptr;
        auto set = decode::openApi(file.readAll());
        return set ? std::make_shared<const kube::SchemaSet>(std::move(*set)) : nullptr;
    });
}

}  // namespace views
