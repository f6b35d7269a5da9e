// SPDX-License-Identifier: Apache-2.0
#include "manifest/assist/spot.h"

#include <algorithm>

namespace manifest {

using namespace Qt::StringLiterals;

namespace {

/** How far up a cursor looks for what it stands in, and down for its neighbours. */
constexpr int FarthestUp = 20'000;
constexpr int FarthestDown = 2'000;
constexpr qsizetype MostKeys = 1000;  ///< of a mapping; so many that more make no difference to who writes

bool isDocumentStart(const QString &line)
{
    return line.startsWith("---"_L1);
}

/** The end of a key that begins at `from`, which is where its colon stands; -1: there is none. */
qsizetype colonOf(const QString &line, qsizetype from)
{
    if (from >= line.size() || u"{[#|>&*!%@`"_s.contains(line[from]))
        return -1;
    if (line[from] == u'"' || line[from] == u'\'') {
        const qsizetype end = line.indexOf(line[from], from + 1);
        return end > 0 && end + 1 < line.size() && line[end + 1] == u':' ? end + 1 : -1;
    }
    for (qsizetype at = from; at < line.size(); ++at) {
        if (line[at] == u':' && (at + 1 == line.size() || line[at + 1].isSpace()))
            return at;
        if (line[at] == u'#' && at > from && line[at - 1].isSpace())
            return -1;
    }
    return -1;
}

/** Without a comment behind it. */
QString withoutComment(const QString &value)
{
    if (value.startsWith(u'"') || value.startsWith(u'\'')) {
        const qsizetype end = value.indexOf(value[0], 1);
        return end > 0 ? value.first(end + 1) : value;
    }
    const qsizetype comment = value.startsWith(u'#') ? 0 : value.indexOf(" #"_L1);
    return (comment < 0 ? value : value.first(comment)).trimmed();
}

QString unquoted(const QString &text)
{
    const bool isQuoted = text.size() > 1 && (text[0] == u'"' || text[0] == u'\'') && text.back() == text[0];
    return isQuoted ? text.sliced(1, text.size() - 2) : text;
}

bool isBlockScalar(const QString &value)
{
    return value.startsWith(u'|') || value.startsWith(u'>');
}

bool isWithinFlow(const QString &before)
{
    const auto opened = before.count(u'{') + before.count(u'[');
    return opened > before.count(u'}') + before.count(u']');
}

/** Walks away from the cursor's line and gathers what it stands in. */
class Walk {
public:
    Walk(const Lines &lines, int line, Spot &spot) : m_lines(lines), m_line(line), m_spot(spot) {}

    /** False: within a scalar. */
    bool up(int column, const QList<int> &dashes)
    {
        m_column = column;
        m_dashBelow = dashes.isEmpty() ? -1 : dashes.first();
        enterItems(dashes);
        for (int at = m_line - 1; at >= std::max(0, m_line - FarthestUp); --at) {
            const QString text = m_lines.at(at);
            if (isDocumentStart(text))
                break;
            if (isBesides(text, m_column)) {
                m_dashBelow = -1;
                continue;
            }
            const Shape shape = shapeOf(text);
            if (!shape.isBlank && !take(shape))
                return false;
        }
        finishItem();
        return true;
    }

    void down()
    {
        for (int at = m_line + 1; at < std::min(m_lines.count, m_line + FarthestDown); ++at) {
            const QString text = m_lines.at(at);
            if (isDocumentStart(text))
                break;
            if (isBesides(text, m_isPast ? 0 : m_spot.indent))
                continue;
            const Shape shape = shapeOf(text);
            if (shape.isBlank)
                continue;
            const int first = shape.dashes.isEmpty() ? shape.content : shape.dashes.first();
            noteRoot(shape);
            if (first < m_spot.indent)
                m_isPast = true;
            if (!m_isPast && shape.dashes.isEmpty() && shape.content == m_spot.indent && !shape.key.isEmpty())
                m_spot.present << shape.key;
            if (m_isPast && !m_spot.apiVersion.isEmpty() && !m_spot.kind.isEmpty())
                break;
        }
    }

private:
    /**
     * Whether a line is only within something beside the cursor's way, or one key more where so many are known: in a
     * long text most lines are, and need not be taken apart.
     */
    [[nodiscard]] bool isBesides(const QString &text, int column) const
    {
        const qsizetype indent = std::ranges::find_if(text, [](QChar c) { return c != u' '; }) - text.cbegin();
        if (indent == text.size() || text[indent] == u'-' || text[indent] == u'#' || text[indent] == u'\t')
            return false;
        const bool isMore = indent == column && indent > 0 && m_item < 0 && m_spot.present.size() >= MostKeys;
        return (indent > column || isMore) && (m_knowsStyle || m_dashBelow < 0);
    }

    /** The cursor stands behind these dashes. */
    void enterItems(const QList<int> &dashes)
    {
        for (auto dash = dashes.crbegin(); dash != dashes.crend(); ++dash) {
            m_isNear = false;
            finishItem();
            m_column = *dash;
            m_item = 0;
        }
    }

    void finishItem()
    {
        if (m_item >= 0)
            m_spot.path.prepend(u'[' + QString::number(m_item) + u']');
        m_item = -1;
    }

    bool take(const Shape &shape)
    {
        noteRoot(shape);
        const int first = shape.dashes.isEmpty() ? shape.content : shape.dashes.first();
        noteStyle(shape, first);
        if (m_item >= 0)
            return takeAboveItem(shape, first);
        if (shape.content > m_column)
            return true;
        if (shape.content < m_column)
            return isOpen(shape) && enter(shape);
        if (m_isNear && !shape.key.isEmpty())
            m_spot.present << shape.key;
        if (!shape.dashes.isEmpty())
            enterItems(shape.dashes);
        return true;
    }

    /** Around are the items of a list whose dashes stand at m_column. */
    bool takeAboveItem(const Shape &shape, int first)
    {
        if (first > m_column)
            return true;
        if (first == m_column && !shape.dashes.isEmpty()) {
            ++m_item;
            return true;
        }
        if (shape.content > m_column || !isOpen(shape))
            return false;
        finishItem();
        return enter(shape);
    }

    /** A key that something may stand in. */
    static bool isOpen(const Shape &shape)
    {
        return !shape.key.isEmpty() &&
               (shape.valueText.isEmpty() || shape.valueText.startsWith(u'&') || shape.valueText.startsWith(u'!'));
    }

    /** The nearest list above tells how deep lists stand in this text. */
    void noteStyle(const Shape &shape, int first)
    {
        if (!m_knowsStyle && m_dashBelow >= 0 && isOpen(shape) && shape.content <= m_dashBelow) {
            m_spot.deepLists = shape.content < m_dashBelow;
            m_knowsStyle = true;
        }
        m_dashBelow = shape.dashes.isEmpty() ? -1 : first;
    }

    /** This key is what the cursor stands in. */
    bool enter(const Shape &shape)
    {
        m_isNear = false;
        m_spot.path.prepend(shape.key);
        m_column = shape.content;
        enterItems(shape.dashes);
        return true;
    }

    void noteRoot(const Shape &shape)
    {
        if (shape.content != 0 || !shape.dashes.isEmpty())
            return;
        if (shape.key == "apiVersion"_L1)
            m_spot.apiVersion = unquoted(shape.valueText);
        else if (shape.key == "kind"_L1)
            m_spot.kind = unquoted(shape.valueText);
    }

    const Lines &m_lines;
    int m_line;
    Spot &m_spot;
    int m_column = 0;
    int m_item = -1;       ///< the number of the item so far; -1: not in a list
    bool m_isNear = true;  ///< still in the cursor's own mapping
    int m_dashBelow = -1;  ///< where the line below begins a list's item; -1: it does not
    bool m_knowsStyle = false;
    bool m_isPast = false;  ///< below: the cursor's mapping has ended
};

}  // namespace

Shape shapeOf(const QString &line)
{
    Shape shape;
    qsizetype at = 0;
    const auto skip = [&] {
        while (at < line.size() && line[at] == u' ')
            ++at;
    };
    skip();
    while (at < line.size() && line[at] == u'-' && (at + 1 == line.size() || line[at + 1] == u' ')) {
        shape.dashes << int(at);
        ++at;
        skip();
    }
    shape.content = int(at);
    shape.isBlank = shape.dashes.isEmpty() && (at == line.size() || line[at] == u'#' || line[at] == u'\t');
    const qsizetype colon = colonOf(line, at);
    if (colon < 0) {
        shape.valueText = withoutComment(line.sliced(at));
        return shape;
    }
    shape.keyLength = int(colon - at);
    shape.key = unquoted(line.sliced(at, colon - at).trimmed());
    at = colon + 1;
    skip();
    shape.value = int(at);
    shape.valueText = withoutComment(line.sliced(at));
    return shape;
}

std::optional<Spot> spotAt(const Lines &lines, int line, int column)
{
    const QString text = lines.at(line);
    if (isDocumentStart(text))
        return {};
    const Shape shape = shapeOf(text);
    column = std::min(column, int(text.size()));
    Spot spot;
    const bool isBlank = text.trimmed().isEmpty();
    if (shape.isBlank && !isBlank)
        return {};  // a comment
    if (column < shape.content && !isBlank)
        return {};
    spot.indent = isBlank ? column : shape.content;
    if (!shape.dashes.isEmpty() && shape.content == text.size() && shape.key.isEmpty())
        spot.indent = column;  // `- ` and nothing yet
    spot.isValue = shape.value >= 0 && column > shape.content + shape.keyLength;
    spot.key = shape.key;
    spot.hasValue = !shape.valueText.isEmpty();
    if (spot.isValue) {
        spot.column = std::min(shape.value, column);
        spot.needsBlank = text[spot.column - 1] == u':';
        const qsizetype end = shape.value + shape.valueText.size();
        spot.length = int(std::max<qsizetype>(0, end - spot.column));
        if (column > std::max<qsizetype>(end, shape.value) || isBlockScalar(shape.valueText))
            return {};
    } else {
        spot.column = isBlank ? column : spot.indent;
        spot.length = shape.key.isEmpty() ? int(shape.valueText.size()) : shape.keyLength;
        if (column > spot.column + std::max(spot.length, 0))
            return {};
    }
    spot.word = text.sliced(spot.column, column - spot.column);
    if (isWithinFlow(spot.word))
        return {};
    if (spot.indent == 0 && shape.key == "kind"_L1)
        spot.kind = unquoted(shape.valueText);
    if (spot.indent == 0 && shape.key == "apiVersion"_L1)
        spot.apiVersion = unquoted(shape.valueText);
    Walk walk(lines, line, spot);
    if (!walk.up(spot.indent, shape.dashes))
        return {};
    walk.down();
    return spot;
}

}  // namespace manifest
