// SPDX-License-Identifier: Apache-2.0
#include "views/files/fileform.h"

#include "manifest/compare/difference.h"
#include "manifest/documents.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

namespace {

/** What a text field takes for the end of a line. Source: QTextDocument, QTextCursor::insertText. */
bool isEnd(QChar c)
{
    return c == u'\n' || c == u'\r' || c == QChar::ParagraphSeparator || c.unicode() == 0xfdd0 || c.unicode() == 0xfdd1;
}

/** The lines of a file, each with its end; after the last end comes one more, which has none. */
QStringList rawLines(const QString &raw)
{
    QStringList lines;
    qsizetype from = 0;
    for (qsizetype i = 0; i < raw.size(); ++i) {
        if (!isEnd(raw.at(i)))
            continue;
        if (raw.at(i) == u'\r' && i + 1 < raw.size() && raw.at(i + 1) == u'\n')
            ++i;
        lines.append(raw.sliced(from, i + 1 - from));
        from = i + 1;
    }
    lines.append(raw.sliced(from));
    return lines;
}

/** The characters at the end of a line that end it. */
QStringView endOf(QStringView line)
{
    qsizetype size = line.size();
    if (line.endsWith("\r\n"_L1))
        size -= 2;
    else if (!line.isEmpty() && isEnd(line.back()))
        size -= 1;
    return line.sliced(size);
}

}  // namespace

kube::Result<FileForm> FileForm::of(const QByteArray &bytes, const QString &path)
{
    const auto text = manifest::textOf(bytes, path);
    if (!text)
        return std::unexpected(text.error());
    FileForm form;
    form.m_bytes = bytes;
    form.m_raw = *text;
    const auto marked = QStringConverter::encodingForData(bytes);
    form.m_isMarked = marked.has_value();
    form.m_encoding = marked.value_or(QStringConverter::Utf8);
    if (std::ranges::none_of(*text, [](QChar c) { return c != u'\n' && isEnd(c); })) {
        form.m_shown = *text;
        return form;
    }
    for (const QString &line : rawLines(*text)) {
        const qsizetype end = endOf(line).size();
        form.m_shown += QStringView(line).chopped(end);
        if (end > 0)
            form.m_shown += u'\n';
    }
    return form;
}

QByteArray FileForm::digestOf(QByteArrayView bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

QByteArray FileForm::bytesOf(const QString &text) const
{
    if (text == m_shown)
        return m_bytes;
    QStringEncoder encode(m_encoding, m_isMarked ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
    return encode(written(text));
}

/** New lines end as most of the file's do. */
QString FileForm::written(const QString &text) const
{
    if (m_raw == m_shown)
        return text;
    const QStringList raw = rawLines(m_raw);
    const auto windows = std::ranges::count_if(raw, [](const QString &line) { return endOf(line) == "\r\n"_L1; });
    const QString end = 2 * windows > raw.size() - 1 ? u"\r\n"_s : u"\n"_s;
    const QStringList lines = text.split(u'\n');
    QString result;
    const auto put = [&](qsizetype line, QStringView as, QStringView ending) {
        result += as;
        if (line + 1 < lines.size())
            result += ending.isEmpty() ? QStringView(end) : ending;
    };
    for (const manifest::Stretch &stretch : manifest::difference(m_shown.split(u'\n'), lines)) {
        for (qsizetype i = 0; i < stretch.rightCount; ++i) {
            const qsizetype line = stretch.right + i;
            const QStringView old = stretch.same ? QStringView(raw.at(stretch.left + i)) : QStringView();
            put(line, stretch.same ? old.chopped(endOf(old).size()) : QStringView(lines.at(line)), endOf(old));
        }
    }
    return result;
}

}  // namespace views
