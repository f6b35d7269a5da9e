// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/openapi.h"
#include "manifest/assist/shelf.h"

#include <QFile>

/** The schema that comes with Gantry, and no cluster's. */
inline const manifest::Shelf &bundled()
{
    static const manifest::Shelf shelf = [] {
        QFile file(QStringLiteral(SOURCE_ROOT "/resources/schema/kubernetes.json"));
        manifest::Shelf made;
        if (file.open(QIODevice::ReadOnly))
            made.bundled =
                std::make_shared<const kube::SchemaSet>(decode::openApi(file.readAll()).value_or(kube::SchemaSet()));
        made.release = QStringLiteral("v1.32");
        made.revision = 1;
        return made;
    }();
    return shelf;
}
