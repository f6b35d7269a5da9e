// SPDX-License-Identifier: Apache-2.0
#include "cli/manifestfile.h"

#include <QDir>
#include <QFile>

#include <cstdio>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

/** Source: cli-runtime pkg/resource ExpandPathsToFileVisitors; links to folders are not followed. */
QStringList filesIn(const QString &folder, bool recursive)
{
    QStringList files;
    const auto found = QDir(folder).entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    for (const QFileInfo &one : found) {
        const bool isFolder = one.isDir() && !one.isSymLink();
        if (isFolder && recursive)
            files << filesIn(one.filePath(), true);
        else if (!isFolder && QStringList{u"json"_s, u"yaml"_s, u"yml"_s}.contains(one.suffix()))
            files << one.filePath();
    }
    return files;
}

}  // namespace

kube::Result<QStringList> filesOf(const QStringList &names, bool recursive)
{
    QStringList files;
    for (const QString &name : names) {
        if (name.startsWith("http://"_L1) || name.startsWith("https://"_L1))
            return kube::failure(kube::Error::Kind::Input,
                                 u"URLs are not read here: curl -fL %1 | gantryctl ... -f -"_s.arg(name));
        if (name == u"-" && files.contains(name))
            return kube::failure(kube::Error::Kind::Input, u"standard input cannot be used for multiple arguments"_s);
        const bool isFolder = QFileInfo(name).isDir();
        const QStringList found = isFolder ? filesIn(name, recursive) : QStringList{name};
        if (found.isEmpty())
            return kube::failure(kube::Error::Kind::Input,
                                 u"error reading [%1]: recognized file extensions are [.json .yaml .yml]"_s.arg(name));
        files << found;
    }
    return files;
}

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
