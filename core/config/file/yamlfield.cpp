// SPDX-License-Identifier: Apache-2.0
#include "config/file/yamlfield.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace config {

namespace {

constexpr int NestingLimit = 64;

bool isOneOf(const QString &text, std::initializer_list<QLatin1StringView> words)
{
    return std::ranges::any_of(words, [&](QLatin1StringView word) { return text == word; });
}

/** Go's strconv.ParseInt with base 0; `0777` and `0o777` are octal. */
QJsonValue integer(const QString &digits)
{
    static const QRegularExpression form(u"\\A([-+]?)(?:0b([01]+)|0x([0-9a-fA-F]+)|0o?([0-7]+)|([1-9][0-9]*|0))\\z"_s);
    const auto match = form.match(digits);
    if (!match.hasMatch())
        return QJsonValue::Undefined;
    constexpr std::array Radix = {2, 16, 8, 10};
    for (std::size_t i = 0; i < Radix.size(); ++i) {
        const QString part = match.captured(int(i) + 2);
        if (part.isEmpty())
            continue;
        bool isWhole = false;
        const qint64 value = (match.captured(1) == u'-' ? u"-"_s + part : part).toLongLong(&isWhole, Radix.at(i));
        return isWhole ? QJsonValue(value) : QJsonValue(part.toDouble());
    }
    return QJsonValue::Undefined;
}

QJsonValue plainValue(const QString &text)
{
    if (isOneOf(text, {""_L1, "~"_L1, "null"_L1, "Null"_L1, "NULL"_L1}))
        return QJsonValue::Null;
    if (isOneOf(text, {"y"_L1, "Y"_L1, "yes"_L1, "Yes"_L1, "YES"_L1, "on"_L1, "On"_L1, "ON"_L1, "true"_L1, "True"_L1,
                       "TRUE"_L1}))
        return true;
    if (isOneOf(text, {"n"_L1, "N"_L1, "no"_L1, "No"_L1, "NO"_L1, "off"_L1, "Off"_L1, "OFF"_L1, "false"_L1, "False"_L1,
                       "FALSE"_L1}))
        return false;
    const QChar first = text.front();
    if (!first.isDigit() && first != u'-' && first != u'+' && first != u'.')
        return text;
    const QString digits = QString(text).remove(u'_');
    if (const QJsonValue whole = integer(digits); !whole.isUndefined())
        return whole;
    static const QRegularExpression decimal(u"\\A[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?\\z"_s);
    bool isInRange = false;
    const double value = digits.toDouble(&isInRange);
    return isInRange && decimal.match(digits).hasMatch() ? QJsonValue(value) : QJsonValue(text);
}

YAML::Node typed(const YAML::Node &parent, const char *name, YAML::NodeType::value type, QLatin1StringView word)
{
    const YAML::Node node = field(parent, name);
    if (!node || node.IsNull())
        return YAML::Node(type);
    if (node.Type() != type)
        throw Wrong{node.Mark(), u"%1 must be %2"_s.arg(QLatin1StringView(name), word)};
    return node;
}

}  // namespace

QJsonValue scalarValue(const YAML::Node &node)
{
    const QString value = QString::fromStdString(node.Scalar());
    return node.Tag() == "?" || node.Tag().empty() ? plainValue(value) : QJsonValue(value);
}

YAML::Node field(const YAML::Node &map, const char *name)
{
    YAML::Node found(YAML::NodeType::Undefined);
    YAML::Node merged(YAML::NodeType::Undefined);
    for (const auto &pair : map) {
        if (!pair.first.IsScalar())
            continue;
        if (pair.first.Scalar() == name)
            found.reset(pair.second);
        else if (pair.first.Scalar() == "<<" && pair.first.Tag() == "?")
            merged.reset(pair.second);
    }
    if (found.IsDefined() || !merged.IsDefined())
        return found;
    if (merged.IsMap())
        return field(merged, name);
    for (const YAML::Node &one : merged) {
        if (YAML::Node inner = one.IsMap() ? field(one, name) : found; inner.IsDefined())
            return inner;
    }
    return found;
}

QString text(const YAML::Node &node, const QString &name)
{
    if (!node || node.IsNull())
        return {};
    const QJsonValue value = node.IsScalar() ? scalarValue(node) : QJsonValue(QJsonValue::Undefined);
    if (value.isBool() || value.isDouble())
        throw Wrong{node.Mark(), u"%1 must be a text, not a %2: put quotes around it"_s.arg(
                                     name, value.isBool() ? u"boolean"_s : u"number"_s)};
    if (value.isUndefined())
        throw Wrong{node.Mark(), u"%1 must be a text"_s.arg(name)};
    return value.toString();
}

QString text(const YAML::Node &map, const char *name)
{
    return text(field(map, name), QString::fromLatin1(name));
}

bool flag(const YAML::Node &map, const char *name)
{
    const YAML::Node node = field(map, name);
    if (!node || node.IsNull())
        return false;
    const QJsonValue value = node.IsScalar() ? scalarValue(node) : QJsonValue(QJsonValue::Undefined);
    if (!value.isBool() && !value.isNull())
        throw Wrong{node.Mark(), u"%1 must be true or false, without quotes"_s.arg(QLatin1StringView(name))};
    return value.toBool();
}

YAML::Node list(const YAML::Node &parent, const char *name)
{
    return typed(parent, name, YAML::NodeType::Sequence, "a list"_L1);
}

YAML::Node map(const YAML::Node &parent, const char *name)
{
    return typed(parent, name, YAML::NodeType::Map, "a map"_L1);
}

QList<QString> texts(const YAML::Node &parent, const char *name)
{
    QList<QString> values;
    for (const YAML::Node &item : list(parent, name))
        values << text(item, QString::fromLatin1(name));
    return values;
}

QJsonValue json(const YAML::Node &node, int depth)
{
    if (depth > NestingLimit)
        throw Wrong{node.Mark(), u"nested too deeply"_s};
    if (!node || node.IsNull())
        return QJsonValue::Null;
    if (node.IsSequence()) {
        QJsonArray array;
        for (const YAML::Node &item : node)
            array.append(json(item, depth + 1));
        return array;
    }
    if (node.IsScalar())
        return scalarValue(node);
    QJsonObject object;
    for (const auto &pair : node) {
        if (!pair.first.IsScalar())
            throw Wrong{pair.first.Mark(), u"a key must be a text"_s};
        object.insert(QString::fromStdString(pair.first.Scalar()), json(pair.second, depth + 1));
    }
    return object;
}

}  // namespace config
