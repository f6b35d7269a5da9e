// SPDX-License-Identifier: Apache-2.0
#include "manifest/documents.h"

#include <QStringDecoder>
#include <QtTranslation>

using namespace Qt::StringLiterals;

namespace manifest {

namespace {

/** How far to look for the bytes that no text has. */
constexpr qsizetype BinaryProbe = 64LL * 1024;

std::unexpected<kube::Error> unreadable(const QString &message, const QString &where)
{
    return kube::failure(kube::Error::Kind::File, message, where);
}

/** The line of the first byte that is not UTF-8. */
qsizetype lineOfTrouble(QByteArrayView bytes)
{
    qsizetype line = 1;
    for (qsizetype from = 0; from < bytes.size(); ++line) {
        qsizetype end = bytes.indexOf('\n', from);
        if (end < 0)
            end = bytes.size();
        if (!bytes.sliced(from, end - from).isValidUtf8())
            return line;
        from = end + 1;
    }
    return line;
}

}  // namespace

kube::Result<QString> textOf(QByteArrayView bytes, const QString &source)
{
    const auto marked = QStringConverter::encodingForData(bytes);
    const bool wide = marked && *marked != QStringConverter::Utf8;
    if (!wide && bytes.first(std::min(BinaryProbe, bytes.size())).contains('\0'))
        return unreadable(QString::fromLatin1(QT_TRANSLATE_NOOP("manifest", "This is a binary file, not a text.")),
                          source);
    if (!wide && !bytes.isValidUtf8())
        return unreadable(QString::fromLatin1(QT_TRANSLATE_NOOP("manifest", "The text is not UTF-8.")),
                          u"%1:%2"_s.arg(source).arg(lineOfTrouble(bytes)));
    QStringDecoder decode(wide ? *marked : QStringConverter::Utf8);
    QString text = decode(bytes);
    if (decode.hasError())
        return unreadable(
            QString::fromLatin1(QT_TRANSLATE_NOOP("manifest", "The text is damaged: it is not valid UTF-16.")), source);
    if (text.startsWith(QChar::ByteOrderMark))
        text.removeFirst();
    return text;
}

}  // namespace manifest
