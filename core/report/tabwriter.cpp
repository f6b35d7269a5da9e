// SPDX-License-Identifier: Apache-2.0
#include "report/tabwriter.h"

#include <algorithm>

namespace report {

using namespace Qt::StringLiterals;

namespace {

/** Length in code points. */
qsizetype width(QStringView text)
{
    return text.size() - std::ranges::count_if(text, [](QChar c) { return c.isLowSurrogate(); });
}

struct Line {
    QList<QString> cells;  ///< tab-terminated ones
    QString tail;          ///< after the last tab
};

/** Pads column `column` of lines [begin, end), which all have it, and the blocks right of it. */
void alignColumn(QList<Line> &lines, qsizetype begin, qsizetype end, qsizetype column)
{
    for (qsizetype i = begin; i < end;) {
        if (lines.at(i).cells.size() <= column) {
            ++i;
            continue;
        }
        qsizetype stop = i;
        qsizetype widest = 0;
        for (; stop < end && lines.at(stop).cells.size() > column; ++stop)
            widest = std::max(widest, width(lines.at(stop).cells.at(column)));
        alignColumn(lines, i, stop, column + 1);
        for (; i < stop; ++i) {
            QString &cell = lines[i].cells[column];
            cell += QString(widest + 2 - width(cell), u' ');
        }
    }
}

}  // namespace

QString alignTable(const QList<QList<QString>> &rows)
{
    QList<qsizetype> widths;
    for (const auto &row : rows)
        for (qsizetype i = 0; i < row.size(); ++i) {
            if (i == widths.size())
                widths.append(6);
            widths[i] = std::max(widths.at(i), width(row.at(i)) + 3);
        }
    QString text;
    for (const auto &row : rows) {
        for (qsizetype i = 0; i < row.size(); ++i) {
            text += row.at(i);
            if (i + 1 < row.size())
                text += QString(widths.at(i) - width(row.at(i)), u' ');
        }
        text += u'\n';
    }
    return text;
}

QString alignTabs(const QString &text)
{
    QList<Line> lines;
    QStringList raw = text.split(u'\n');
    const bool ends = raw.constLast().isEmpty();
    if (ends)
        raw.removeLast();
    for (const QString &line : raw) {
        QStringList cells = line.split(u'\t');
        QString tail = cells.takeLast();
        lines.append({cells, tail});
    }
    alignColumn(lines, 0, lines.size(), 0);
    QString result;
    for (const Line &line : lines)
        result += line.cells.join(QString()) + line.tail + u'\n';
    if (!ends)
        result.chop(1);
    return result;
}

QString escapeTerminal(QString text)
{
    return text.replace(QChar(0x1b), u"^["_s).replace(u'\r', u"\\r"_s);
}

}  // namespace report
