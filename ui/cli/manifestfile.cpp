// SPDX-License-Identifier: Apache-2.0
#include "cli/manifestfile.h"

#include <QFile>

#include <cstdio>

namespace cli {

using namespace Qt::StringLiterals;

QString sourceOf(const QString &name)
{
    return name == u"-" ? u"STDIN"_s : name;
}

kube::Result<QString> textOfFile(const QString &name)
{
    QFile file(name);
    const bool opened = name == u"-" ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!opened)
        return kube::failure(kube::Error::Kind::File, QFile::exists(name)
                                                          ? u"%1: %2"_s.arg(name, file.errorString())
                                                          : u"the path \"%1\" does not exist"_s.arg(name));
    return manifest::textOf(file.readAll(), sourceOf(name));
}

kube::Result<QList<manifest::Document>> documentsOf(const QString &name)
{
    const auto text = textOfFile(name);
    if (!text)
        return std::unexpected(text.error());
    const manifest::Parsed parsed = manifest::parse(*text, sourceOf(name));
    if (const auto error = parsed.error())
        return std::unexpected(*error);
    return parsed.documents;
}

}  // namespace cli
