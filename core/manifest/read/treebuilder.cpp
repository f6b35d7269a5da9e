// SPDX-License-Identifier: Apache-2.0
#include "manifest/read/treebuilder.h"

#include <QtTranslation>

namespace manifest {

namespace {

constexpr int KeyLimit = 1024;
constexpr qsizetype NoteLimit = 10'000;
constexpr qint64 NodeLimit = 400'000;  ///< in aliases; up to here go-yaml allows the same share of them
constexpr double FewNodesRatio = 0.99;
constexpr int MergedKeyLimit = 100'000;
constexpr size_t PlainDepth = 64;  ///< far from where yaml-cpp gives up, twice over
constexpr const char *CoreTag = "tag:yaml.org,2002:";
constexpr const char *MergeTag = "tag:yaml.org,2002:merge";

[[noreturn]] void fail(Place place, const char *pattern, const QString &argument = {})
{
    throw Problem{Problem::Severity::Error, place, QString::fromLatin1(pattern), argument, 0};
}

QByteArray shownKey(const Scalar &scalar, const QByteArray &key)
{
    return scalar.type == Scalar::Type::Text ? quoted(key) : key;
}

}  // namespace

void TreeBuilder::stopIfAsked() const
{
    constexpr qint64 Often = 256;  // nodes
    if (m_mayStop && m_decoded % Often == 0 && m_mayStop())
        throw Stopped();
}

/** Whether a scalar stands for a run. Runs come in their order; what is behind one that did not come is no use. */
bool TreeBuilder::takesRun(const YAML::Mark &mark, const std::string &value)
{
    if (std::exchange(m_skipsValue, false))
        return true;
    if (m_nextRun == m_runs.size() || mark.line < m_runs[m_nextRun].line)
        return false;
    const Run &run = m_runs[m_nextRun];
    const bool isHere = mark.line == run.line && !m_open.empty() && m_open.size() <= PlainDepth;
    const Node::Kind kind = run.isMap ? Node::Kind::Map : Node::Kind::List;
    if (!isHere || !isBlock() || m_open.back().node->kind != kind || blockColumn() != run.column || m_open.back().key ||
        value != (run.isMap ? "p" : ""))
        throw Swallowed();
    take(run);
    ++m_nextRun;
    m_skipsValue = run.isMap;
    return true;
}

void TreeBuilder::take(const Run &run)
{
    Node &node = *m_open.back().node;
    auto next = node.entries.end();  // most keys come in their order
    for (const Run::Member &member : run.members) {
        node.size += member.entry.value->size + (run.isMap ? 1 : 0);
        if (!run.isMap) {
            node.items.append({member.entry.value, member.entry.lines});
            continue;
        }
        const size_t before = node.entries.size();
        next = std::next(node.entries.emplace_hint(next, member.key, member.entry));
        if (node.entries.size() == before)
            throw Swallowed();  // a key that stands twice is told of by its reading
    }
}

void TreeBuilder::OnNull(const YAML::Mark &mark, YAML::anchor_t anchor)
{
    const qsizetype offset = m_lines.offset(mark.line, mark.column);
    const QByteArrayView text = m_lines.text();
    const bool isNamed = offset < text.size() && (text[offset] == '&' || text[offset] == '!');
    m_isPlain = m_isPlain && !isNamed;
    const Written written = m_goYaml.node(offset, isNamed && isBlock());
    const bool isList = !m_open.empty() && m_open.back().node->kind == Node::Kind::List;
    if (isList && !m_open.back().isBlock && written.start == offset && offset < text.size() &&
        (text[offset] == ',' || text[offset] == ']'))
        fail(m_lines.placeOfByte(offset), QT_TRANSLATE_NOOP("manifest", "there is nothing before this comma"));
    if (!m_open.empty() && m_open.back().isBlock && m_open.back().key)
        m_goYaml.colonAfterKey(m_open.back().key->offset, m_open.back().key->written);
    noteEmpty(offset);
    scalar(mark, anchor, {}, true);
}

void TreeBuilder::OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                           const std::string &value)
{
    stopIfAsked();
    if (takesRun(mark, value))
        return;
    const qsizetype offset = m_lines.offset(mark.line, mark.column);
    Written written = m_goYaml.node(offset, isBlock());
    m_isPlain = m_isPlain && written.tag.isEmpty();
    if (value.empty() && m_lines.text().sliced(offset, written.start - offset).contains('\n'))
        written.style = Written::Style::Empty;  // a tag and nothing; what comes next is another node
    m_lastOffset = offset;
    if (!takesKey() && isBlock())
        m_goYaml.indentation(written, blockColumn());
    if (!isBlock())
        m_goYaml.colonsInBrackets(written, QByteArray::fromStdString(value), takesKey());
    const bool isQuoted =
        written.style == Written::Style::SingleQuoted || written.style == Written::Style::DoubleQuoted;
    if (isQuoted && endOfQuoted(m_lines.text(), written.start) < 0)
        fail(m_lines.placeOfByte(offset), QT_TRANSLATE_NOOP("manifest", "the closing quote is missing"));
    if (isQuoted && !takesKey())
        m_goYaml.quoted(written);
    const auto tagName = QByteArray::fromStdString(tag);
    m_written = m_goYaml.value(written, QByteArray::fromStdString(value), blockColumn());
    const auto meaning = resolve(tagName, m_written);
    if (!meaning)
        fail(m_lines.placeOfByte(offset), QT_TRANSLATE_NOOP("manifest", "the value does not fit its tag %1"),
             QString::fromUtf8(tagName).replace(QLatin1StringView(CoreTag), QLatin1StringView("!!")));
    noteScalar(written, *meaning, tagName == "?");
    scalar(mark, anchor, *meaning, tagName == "?" || tagName.isEmpty() || tagName == MergeTag);
}

/** A null is at `offset`, or nothing is there but what comes next. */
void TreeBuilder::noteEmpty(qsizetype offset)
{
    const QByteArrayView text = m_lines.text();
    if (m_open.empty() || takesKey())
        return;
    if (offset < text.size() && text[offset] == '~') {
        Written tilde;
        tilde.start = offset;
        noteScalar(tilde, {}, true);
        return;
    }
    const auto &key = m_open.back().key;
    if (!key || text.sliced(offset).startsWith("null") || text.sliced(offset).startsWith("N"))
        return;
    const QString name = QString::fromUtf8(key->text);
    m_notes.append({Note::Trap::Empty, key->place, int(name.size()), name, QStringLiteral("null"), 0});
}

void TreeBuilder::noteScalar(const Written &written, const Scalar &meaning, bool isPlain)
{
    if (m_notes.size() >= NoteLimit)
        return;
    const bool isNull = meaning.type == Scalar::Type::Null;
    std::optional<Note> note;
    if (isPlain)
        note = noteOf(isNull ? QByteArrayLiteral("~") : m_written, meaning, takesKey());
    else if (written.tag == "!!binary")
        note = Note{Note::Trap::Binary,
                    {},
                    int(m_written.size()),
                    QString::fromUtf8(m_written),
                    QString::fromUtf8(quoted(meaning.text)),
                    0};
    if (!note)
        return;
    note->place = m_lines.placeOfByte(written.start);
    m_notes.append(*note);
}

void TreeBuilder::OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor)
{
    m_isPlain = false;
    const qsizetype offset = m_lines.offset(mark.line, mark.column);
    (void)m_goYaml.node(offset, isBlock());
    const Place place = m_lines.placeOfByte(offset);
    const NodePtr target = m_anchors.value(anchor);
    if (!target)
        fail(place, QT_TRANSLATE_NOOP("manifest", "the anchor's value contains itself"));
    if (!m_open.empty() && m_open.back().key && m_open.back().key->merge && target->kind != Node::Kind::Map)
        fail(place, QT_TRANSLATE_NOOP("manifest", "only a mapping, or a list of them, can be merged by <<"));
    countAlias(*target, place);
    add(target, place, false, offset);
}

/** How much of a document may come by aliases. Source: go-yaml v2, decode.go, allowedAliasRatio. */
void TreeBuilder::countAlias(const Node &target, Place place)
{
    m_decoded += 1 + target.size;
    m_aliased += target.size;
    const bool isExcessive =
        m_aliased > 100 && m_decoded > 1000 && double(m_aliased) > FewNodesRatio * double(m_decoded);
    if (isExcessive || m_aliased > NodeLimit)
        fail(place, QT_TRANSLATE_NOOP("manifest", "the aliases multiply beyond reason"));
}

void TreeBuilder::OnAnchor(const YAML::Mark &mark, const std::string &name)
{
    m_isPlain = false;
    m_goYaml.anchor(m_lines.offset(mark.line, mark.column), name);
}

void TreeBuilder::OnSequenceStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor,
                                  YAML::EmitterStyle::value style)
{
    open(Node::Kind::List, mark, anchor, style == YAML::EmitterStyle::Block);
}

void TreeBuilder::OnMapStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor,
                             YAML::EmitterStyle::value style)
{
    open(Node::Kind::Map, mark, anchor, style == YAML::EmitterStyle::Block);
}

bool TreeBuilder::takesKey() const
{
    return !m_open.empty() && m_open.back().node->kind == Node::Kind::Map && !m_open.back().key;
}

bool TreeBuilder::isBlock() const
{
    return m_open.empty() || m_open.back().isBlock;
}

int TreeBuilder::blockColumn() const
{
    return m_open.empty() ? -1 : m_open.back().column;
}

/** Of a block collection: tag and anchor on a line before it are no part of it. */
int TreeBuilder::columnOf(const Written &written, qsizetype offset) const
{
    const bool isOneLine = !m_lines.text().sliced(offset, written.start - offset).contains('\n');
    return m_lines.columnOf(isOneLine ? offset : written.start);
}

void TreeBuilder::open(Node::Kind kind, const YAML::Mark &mark, YAML::anchor_t anchor, bool hasBlockStyle)
{
    const qsizetype offset = m_lines.offset(mark.line, mark.column);
    const Written written = m_goYaml.node(offset, isBlock());
    m_isPlain = m_isPlain && written.tag.isEmpty() && m_open.size() < PlainDepth;
    if (!hasBlockStyle && isBlock())
        m_goYaml.indentation(written, blockColumn());
    const Place place = m_lines.placeOfByte(offset);
    if (takesKey())
        fail(place, QT_TRANSLATE_NOOP("manifest", "a key must be a plain word, not a list or a mapping"));
    ++m_decoded;
    auto node = std::make_shared<Node>();
    node->kind = kind;
    node->place = place;
    const int column = hasBlockStyle ? columnOf(written, offset) : blockColumn();
    node->column = hasBlockStyle ? column : -1;
    m_open.push_back({std::move(node), anchor, {}, hasBlockStyle, column});
}

void TreeBuilder::close()
{
    const Frame done = std::move(m_open.back());
    m_open.pop_back();
    if (done.anchor)
        m_anchors.insert(done.anchor, done.node);
    add(done.node, done.node->place, false, 0);
}

void TreeBuilder::scalar(const YAML::Mark &mark, YAML::anchor_t anchor, Scalar scalar, bool plain)
{
    auto node = std::make_shared<Node>();
    ++m_decoded;
    node->place = m_lines.place(mark.line, mark.column);
    node->scalar = std::move(scalar);
    if (anchor)
        m_anchors.insert(anchor, node);
    add(node, node->place, plain, m_lines.offset(mark.line, mark.column));
}

void TreeBuilder::add(const NodePtr &node, Place place, bool plain, qsizetype offset)
{
    if (m_open.empty()) {
        m_root = node;
        return;
    }
    Frame &frame = m_open.back();
    frame.node->size += node->size;
    if (frame.node->kind == Node::Kind::List) {
        frame.node->items.append({node});
        return;
    }
    if (!frame.key) {
        takeKey(frame, node, place, plain);
        frame.key->offset = offset;
        frame.key->written = std::exchange(m_written, {});
        return;
    }
    const Key key = *std::exchange(frame.key, {});
    if (key.merge)
        merge(*frame.node, key, node);
    else
        put(*frame.node, key, node);
}

void TreeBuilder::takeKey(Frame &frame, const NodePtr &node, Place place, bool plain)
{
    if (node->kind != Node::Kind::Scalar)
        fail(place, QT_TRANSLATE_NOOP("manifest", "a key must be a plain word, not a list or a mapping"));
    const auto text = toKey(node->scalar);
    if (!text)
        fail(place, QT_TRANSLATE_NOOP("manifest", "a key must be a string, a number of 63 bits or a boolean"));
    if (text->size() > KeyLimit)
        fail(place, QT_TRANSLATE_NOOP("manifest", "the key is longer than 1024 characters"));
    frame.key = Key{place, *text, shownKey(node->scalar, *text), plain && *text == "<<", 0, {}};
    m_isPlain = m_isPlain && !frame.key->merge;
}

void TreeBuilder::put(Node &map, const Key &key, const NodePtr &value)
{
    const auto found = map.entries.find(key.text);
    if (found != map.entries.end())
        m_duplicates.append({key.place, key.place.line, key.shown, found->second.merged});
    map.entries.insert_or_assign(key.text, Entry{key.place, value, false});
}

void TreeBuilder::merge(Node &map, const Key &key, const NodePtr &from)
{
    if (from->kind != Node::Kind::List) {
        mergeOne(map, key, from);
        return;
    }
    // The earlier element wins, so it comes last.
    for (auto it = from->items.crbegin(); it != from->items.crend(); ++it)
        mergeOne(map, key, it->node);
}

void TreeBuilder::mergeOne(Node &map, const Key &key, const NodePtr &from)
{
    if (from->kind != Node::Kind::Map)
        fail(key.place, QT_TRANSLATE_NOOP("manifest", "only a mapping, or a list of them, can be merged by <<"));
    m_mergedKeys += int(from->entries.size());
    if (m_mergedKeys > MergedKeyLimit)
        fail(key.place, QT_TRANSLATE_NOOP("manifest", "the aliases multiply beyond reason"));
    for (const auto &[name, entry] : from->entries) {
        // go-yaml v2 merges where it meets `<<`: keys above are overwritten, keys below override.
        const auto found = map.entries.find(name);
        if (found != map.entries.end() && !found->second.merged)
            m_duplicates.append({key.place, entry.place.line, quoted(name), false});
        map.entries.insert_or_assign(name, Entry{entry.place, entry.value, true, entry.lines});
    }
}

}  // namespace manifest
