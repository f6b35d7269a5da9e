// SPDX-License-Identifier: Apache-2.0
// What is looked at before a node is built: the encoding and the shape of the text.
#include "config/file/yamlfield.h"

#include <yaml-cpp/eventhandler.h>

#include <sstream>
#include <unordered_map>
#include <vector>

using namespace Qt::StringLiterals;

namespace config {

namespace {

constexpr std::size_t DepthLimit = 128;
constexpr qint64 NodeLimit = 250'000;

/** Counts what a document would become and stops it (by Wrong) before it becomes too much. */
class ShapeGuard : public YAML::EventHandler {
public:
    void OnDocumentStart(const YAML::Mark &) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override { leaf(mark, anchor, 1); }
    void OnScalar(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor, const std::string &) override
    {
        leaf(mark, anchor, 1);
    }
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        const auto known = m_sizes.find(anchor);
        if (known == m_sizes.end())
            throw Wrong{mark, u"an alias refers to what it is part of"_s};
        leaf(mark, YAML::NullAnchor, known->second);
    }
    void OnSequenceStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override
    {
        open(mark, anchor);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override
    {
        open(mark, anchor);
    }
    void OnMapEnd() override { close(); }

private:
    struct Open {
        YAML::anchor_t anchor;
        qint64 before;  ///< nodes that came before it
    };

    void count(const YAML::Mark &mark, qint64 nodes)
    {
        m_nodes += nodes;
        if (m_nodes > NodeLimit)
            throw Wrong{mark, u"more than %1 YAML nodes, every alias counted as what it stands for"_s.arg(NodeLimit)};
    }
    void leaf(const YAML::Mark &mark, YAML::anchor_t anchor, qint64 nodes)
    {
        count(mark, nodes);
        if (anchor != YAML::NullAnchor)
            m_sizes[anchor] = nodes;
    }
    void open(const YAML::Mark &mark, YAML::anchor_t anchor)
    {
        if (m_open.size() >= DepthLimit)
            throw Wrong{mark, u"nested more than %1 levels deep"_s.arg(DepthLimit)};
        m_open.push_back({anchor, m_nodes});
        count(mark, 1);
    }
    void close()
    {
        const Open done = m_open.back();
        m_open.pop_back();
        if (done.anchor != YAML::NullAnchor)
            m_sizes[done.anchor] = m_nodes - done.before;
    }

    qint64 m_nodes = 0;
    std::vector<Open> m_open;
    std::unordered_map<YAML::anchor_t, qint64> m_sizes;  ///< of closed anchors
};

YAML::Mark markAt(int line, int column)
{
    YAML::Mark mark;
    mark.pos = 0;
    mark.line = line;
    mark.column = column;
    return mark;
}

/** The length of the well-formed UTF-8 sequence at the start of `bytes` (RFC 3629); 0 if there is none. */
qsizetype sequenceLength(QByteArrayView bytes)
{
    const auto at = [&](qsizetype i) { return i < bytes.size() ? static_cast<uchar>(bytes.at(i)) : uchar(0); };
    const uchar lead = at(0);
    if (lead < 0x80)
        return 1;
    const qsizetype length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4)
        return 0;
    const uchar second = at(1);
    if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) || (lead == 0xF0 && second < 0x90) ||
        (lead == 0xF4 && second > 0x8F))
        return 0;
    for (qsizetype i = 1; i < length; ++i) {
        if ((at(i) & 0xC0) != 0x80)
            return 0;
    }
    return length;
}

void checkEncoding(QByteArrayView text)
{
    if (text.startsWith("\xff\xfe") || text.startsWith("\xfe\xff"))
        throw Wrong{markAt(0, 0), u"this is UTF-16 text; save it as UTF-8"_s};
    int line = 0;
    int column = 0;
    for (qsizetype at = 0; at < text.size(); ++column) {
        const auto c = static_cast<uchar>(text.at(at));
        const qsizetype length = sequenceLength(text.sliced(at));
        if (length == 0)
            throw Wrong{markAt(line, column), u"this is not valid UTF-8"_s};
        if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F)
            throw Wrong{markAt(line, column), c == 0 ? u"a NUL character is not allowed; is this UTF-16 text?"_s
                                                     : u"control characters are not allowed"_s};
        at += length;
        if (c == '\n') {
            ++line;
            column = -1;
        }
    }
}

}  // namespace

YAML::Node checkedRoot(const QByteArray &text)
{
    QByteArrayView plain(text);
    if (plain.startsWith("\xef\xbb\xbf"))
        plain = plain.sliced(3);
    checkEncoding(plain);
    const std::string bytes(plain.data(), std::size_t(plain.size()));
    std::istringstream first(bytes);
    YAML::Parser parser(first);
    ShapeGuard guard;
    parser.HandleNextDocument(guard);
    return YAML::Load(bytes);
}

}  // namespace config
