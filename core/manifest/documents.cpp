// SPDX-License-Identifier: Apache-2.0
#include "manifest/read/assembly.h"
#include "manifest/read/tree.h"
#include "manifest/splitter.h"

using namespace Qt::StringLiterals;

namespace manifest {

QString Problem::message() const
{
    return argument.isEmpty() ? pattern : pattern.arg(argument);
}

bool Parsed::hasErrors() const
{
    return std::ranges::any_of(problems, [](const Problem &p) { return p.severity == Problem::Severity::Error; });
}

std::optional<kube::Error> Parsed::error() const
{
    for (const Problem &problem : problems) {
        if (problem.severity != Problem::Severity::Error)
            continue;
        return kube::failure(kube::Error::Kind::Input, problem.message(),
                             u"%1:%2:%3"_s.arg(source).arg(problem.place.line).arg(problem.place.column))
            .error();
    }
    return {};
}

Parsed parse(QStringView text, const QString &source)
{
    if (text.startsWith(QChar::ByteOrderMark))
        text = text.sliced(1);
    const Split parts = split(text.toUtf8());
    Assembly assembly(source);
    for (const Chunk &chunk : parts.chunks)
        if (!assembly.add(chunk))
            return assembly.parsed;
    if (parts.trouble)
        assembly.note(*parts.trouble);
    return assembly.parsed;
}

kube::Result<QByteArray> compactJson(const Document &document)
{
    if (!document.asWritten)
        return document.json;
    const Reading reading = readJson(document.json, document.line);
    const Rendering rendering = reading.root ? render({reading.root}) : Rendering();
    const std::optional<Problem> &trouble = reading.trouble ? reading.trouble : rendering.trouble;
    if (trouble)
        return kube::failure(kube::Error::Kind::Input, trouble->message(),
                             u"%1:%2:%3"_s.arg(document.source).arg(trouble->place.line).arg(trouble->place.column));
    return rendering.json;
}

kube::Result<QByteArray> toJson(QByteArrayView yaml, bool strict)
{
    QByteArray text = yaml.toByteArray();
    if (text.startsWith("\xEF\xBB\xBF"))
        text.remove(0, 3);
    text.replace("\r\n", "\n");
    const auto failed = [](const QString &words) {
        return kube::failure(kube::Error::Kind::Input, u"yaml: "_s + words);
    };
    const auto at = [](const Problem &problem) {
        return u"line %1: %2"_s.arg(problem.place.line).arg(problem.message());
    };

    const Reading reading = readTree(text, 1);
    if (reading.trouble)
        return failed(at(*reading.trouble));
    if (!reading.root)
        return "null"_ba;
    if (strict && !reading.duplicates.isEmpty()) {
        QString words = u"unmarshal errors:"_s;
        for (const Duplicate &duplicate : reading.duplicates)
            words +=
                u"\n  line %1: key %2 already set in map"_s.arg(duplicate.line).arg(QString::fromUtf8(duplicate.shown));
        return failed(words);
    }
    Rendering rendering = render({reading.root});
    if (rendering.trouble)
        return failed(at(*rendering.trouble));
    return std::move(rendering.json);
}

}  // namespace manifest
