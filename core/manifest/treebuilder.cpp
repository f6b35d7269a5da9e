// SPDX-License-Identifier: Apache-2.0
#include "manifest/treebuilder.h"

#include <QtTranslation>

namespace manifest {

namespace {

constexpr int KeyLimit = 1024;
constexpr int MergedKeyLimit = 100'000;

[[noreturn]] void fail(Place place, const char *pattern, const QString &argument = {})
{
    throw Problem{Problem::Severity::Error, place, QString::fromLatin1(pattern), argument, 0};
}

QByteArray shownKey(const Scalar &scalar, const QByteArray &key)
{
    return scalar.type == Scalar::Type::Text ? quoted(key) : key;
}

}  // namespace

void TreeBuilder::OnNull(const YAML::Mark &mark, YAML::anchor_t anchor)
{
    scalar(mark, anchor, {}, true);
}

void TreeBuilder::OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                           const std::string &value)
{
    const auto tagName = QByteArray::fromStdString(tag);
    const auto text = QByteArray::fromStdString(value);
    const auto meaning = resolve(tagName, text);
    if (!meaning)
        fail(m_lines.place(mark.line, mark.column), QT_TRANSLATE_NOOP("manifest", "the value does not fit its tag %1"),
             QString::fromUtf8(tagName).replace(QLatin1StringView("tag:yaml.org,2002:"), QLatin1StringView("!!")));
    if (tagName != "?" && m_lines.hasOpenQuote(mark.line, mark.column))
        fail(m_lines.place(mark.line, mark.column), QT_TRANSLATE_NOOP("manifest", "the closing quote is missing"));
    scalar(mark, anchor, *meaning, tagName == "?" || tagName.isEmpty());
}

void TreeBuilder::OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor)
{
    const Place place = m_lines.place(mark.line, mark.column);
    const NodePtr target = m_anchors.value(anchor);
    if (!target)
        fail(place, QT_TRANSLATE_NOOP("manifest", "the anchor's value contains itself"));
    add(target, place, false);
}

void TreeBuilder::OnSequenceStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor,
                                  YAML::EmitterStyle::value)
{
    open(Node::Kind::List, mark, anchor);
}

void TreeBuilder::OnMapStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor,
                             YAML::EmitterStyle::value)
{
    open(Node::Kind::Map, mark, anchor);
}

void TreeBuilder::open(Node::Kind kind, const YAML::Mark &mark, YAML::anchor_t anchor)
{
    const Place place = m_lines.place(mark.line, mark.column);
    if (!m_open.empty() && m_open.back().node->kind == Node::Kind::Map && !m_open.back().key)
        fail(place, QT_TRANSLATE_NOOP("manifest", "a key must be a plain word, not a list or a mapping"));
    auto node = std::make_shared<Node>();
    node->kind = kind;
    node->place = place;
    m_open.push_back({std::move(node), anchor, {}});
}

void TreeBuilder::close()
{
    const Frame done = std::move(m_open.back());
    m_open.pop_back();
    if (done.anchor)
        m_anchors.insert(done.anchor, done.node);
    add(done.node, done.node->place, false);
}

void TreeBuilder::scalar(const YAML::Mark &mark, YAML::anchor_t anchor, Scalar scalar, bool plain)
{
    auto node = std::make_shared<Node>();
    node->place = m_lines.place(mark.line, mark.column);
    node->scalar = std::move(scalar);
    if (anchor)
        m_anchors.insert(anchor, node);
    add(node, node->place, plain);
}

void TreeBuilder::add(const NodePtr &node, Place place, bool plain)
{
    if (m_open.empty()) {
        m_root = node;
        return;
    }
    Frame &frame = m_open.back();
    if (frame.node->kind == Node::Kind::List) {
        frame.node->items.append(node);
        return;
    }
    if (!frame.key) {
        takeKey(frame, node, place, plain);
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
        fail(place, QT_TRANSLATE_NOOP("manifest", "a key must not be null"));
    if (text->size() > KeyLimit)
        fail(place, QT_TRANSLATE_NOOP("manifest", "the key is longer than 1024 characters"));
    frame.key = Key{place, *text, shownKey(node->scalar, *text), plain && *text == "<<"};
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
        mergeOne(map, key, *it);
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
        map.entries.insert_or_assign(name, Entry{entry.place, entry.value, true});
    }
}

}  // namespace manifest
