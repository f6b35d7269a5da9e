// SPDX-License-Identifier: Apache-2.0
#include "decode/salvage.h"

namespace decode {

namespace {

/** Walks over JSON by its brackets and quotes. */
class Walk {
public:
    explicit Walk(QByteArrayView bytes) : m_bytes(bytes) {}

    [[nodiscard]] bool take(char c)
    {
        skipSpace();
        if (m_at >= m_bytes.size() || m_bytes[m_at] != c)
            return false;
        ++m_at;
        return true;
    }
    [[nodiscard]] bool atEnd()
    {
        skipSpace();
        return m_at >= m_bytes.size();
    }
    /** One value; empty where none ends here. */
    [[nodiscard]] QByteArrayView value()
    {
        skipSpace();
        const qsizetype begin = m_at;
        if (m_at < m_bytes.size() && m_bytes[m_at] == '"')
            return skipString() ? m_bytes.sliced(begin, m_at - begin) : QByteArrayView();
        if (m_at < m_bytes.size() && (m_bytes[m_at] == '{' || m_bytes[m_at] == '['))
            return skipBrackets() ? m_bytes.sliced(begin, m_at - begin) : QByteArrayView();
        while (m_at < m_bytes.size() && !isEnd(m_bytes[m_at]))
            ++m_at;
        return m_bytes.sliced(begin, m_at - begin);
    }

private:
    static bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
    static bool isEnd(char c) { return isSpace(c) || c == ',' || c == ':' || c == '}' || c == ']' || c == '"'; }
    void skipSpace()
    {
        while (m_at < m_bytes.size() && isSpace(m_bytes[m_at]))
            ++m_at;
    }
    bool skipString()
    {
        for (++m_at; m_at < m_bytes.size(); ++m_at) {
            if (m_bytes[m_at] == '\\')
                ++m_at;
            else if (m_bytes[m_at] == '"')
                return ++m_at, true;
        }
        return false;
    }
    bool skipBrackets()
    {
        qsizetype depth = 0;
        while (m_at < m_bytes.size()) {
            const char c = m_bytes[m_at];
            if (c == '"') {
                if (!skipString())
                    return false;
                continue;
            }
            ++m_at;
            if (c == '{' || c == '[')
                ++depth;
            else if ((c == '}' || c == ']') && --depth == 0)
                return true;
        }
        return false;
    }

    QByteArrayView m_bytes;
    qsizetype m_at = 0;
};

}  // namespace

std::optional<QList<std::pair<QByteArrayView, QByteArrayView>>> members(QByteArrayView object)
{
    QList<std::pair<QByteArrayView, QByteArrayView>> found;
    Walk walk(object);
    if (!walk.take('{'))
        return {};
    while (!walk.take('}')) {
        if (!found.isEmpty() && !walk.take(','))
            return {};
        const QByteArrayView key = walk.value();
        if (key.size() < 2 || key.front() != '"' || !walk.take(':'))
            return {};
        const QByteArrayView value = walk.value();
        if (value.isEmpty())
            return {};
        found.emplaceBack(key.sliced(1, key.size() - 2), value);
    }
    return walk.atEnd() ? std::optional(found) : std::nullopt;
}

std::optional<QList<QByteArrayView>> elements(QByteArrayView array)
{
    QList<QByteArrayView> found;
    Walk walk(array);
    if (!walk.take('['))
        return {};
    while (!walk.take(']')) {
        if (!found.isEmpty() && !walk.take(','))
            return {};
        const QByteArrayView value = walk.value();
        if (value.isEmpty())
            return {};
        found.append(value);
    }
    return walk.atEnd() ? std::optional(found) : std::nullopt;
}

QByteArrayView memberOf(QByteArrayView object, QByteArrayView name)
{
    QByteArrayView found;
    const auto all = members(object);
    if (!all)
        return found;
    for (const auto &[key, value] : *all) {
        if (key == name)
            found = value;
    }
    return found;
}

std::optional<OpenedList> openList(QByteArrayView list)
{
    const auto all = members(list);
    if (!all)
        return {};
    OpenedList opened;
    opened.frame = "{";
    bool hasItems = false;
    for (const auto &[key, value] : *all) {
        if (key != "items") {
            opened.frame += '"' + key.toByteArray() + "\":" + value.toByteArray() + ',';
            continue;
        }
        const auto items = elements(value);
        if (!items)
            return {};
        opened.items = *items;
        hasItems = true;
    }
    opened.frame += R"("items":[]})";
    return hasItems ? std::optional(opened) : std::nullopt;
}

Tag tagOf(QByteArrayView object, Interner &intern)
{
    // Field by field: what makes the object unreadable may stand in its metadata, too.
    const QByteArrayView metadata = memberOf(object, "metadata");
    const auto read = [&](QByteArrayView name) {
        const QByteArray sound = QString::fromUtf8(memberOf(metadata, name)).toUtf8();
        json::parser parser;
        const simdjson::padded_string bytes(sound.data(), size_t(sound.size()));
        json::document document;
        std::string_view value;
        if (parser.iterate(bytes).get(document) != simdjson::SUCCESS ||
            document.get_string().get(value) != simdjson::SUCCESS)
            return QString();
        return intern(value);
    };
    Tag tag{{read("namespace"), read("name")}, read("uid"), read("resourceVersion")};
    if (tag.key.name.isEmpty())
        tag.key = {};
    return tag;
}

}  // namespace decode
