// SPDX-License-Identifier: Apache-2.0
#include "report/describe/fields.h"

#include "kube/quantity.h"
#include "kube/selector.h"
#include "report/describe.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace report {

using namespace Qt::StringLiterals;

namespace {

/** Go's shortest form of a float64. */
QString floatText(double value)
{
    const int exponent = value == 0 ? 0 : int(std::floor(std::log10(std::abs(value))));
    const bool plain = exponent >= -4 && exponent < 6;  // Go decides as if there were six digits
    return QString::number(value, plain ? 'f' : 'e', QLocale::FloatingPointShortest);
}

QJsonObject controller(const QJsonValue &object)
{
    for (const QJsonValue &owner : object["metadata"_L1]["ownerReferences"_L1].toArray())
        if (owner["controller"_L1].toBool())
            return owner.toObject();
    return {};
}

}  // namespace

kube::StringPairs pairsOf(const QJsonValue &map)
{
    kube::StringPairs pairs;
    const QJsonObject object = map.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        pairs.emplaceBack(it.key(), it.value().toString());
    return pairs;
}

QStringList stringsOf(const QJsonValue &list)
{
    QStringList strings;
    for (const QJsonValue &value : list.toArray())
        strings << value.toString();
    return strings;
}

QStringList eachOf(const QJsonValue &list, QLatin1StringView field)
{
    QStringList texts;
    for (const QJsonValue &value : list.toArray())
        texts << value[field].toString();
    return texts;
}

QString textOr(const QJsonValue &value, const QString &fallback)
{
    return value.isString() ? value.toString() : fallback;
}

QString orNone(const QString &text)
{
    return text.isEmpty() ? u"<none>"_s : text;
}

QString number(const QJsonValue &value)
{
    return QString::number(value.toInteger());
}

QString numberOr(const QJsonValue &value, const QString &fallback)
{
    return value.isDouble() ? number(value) : fallback;
}

QString numberOrText(const QJsonValue &value)
{
    return value.isString() ? value.toString() : number(value);
}

QString quantity(const QJsonValue &value)
{
    const QString text = value.toVariant().toString();
    return text.isEmpty() ? u"0"_s : kube::canonicalQuantity(text);
}

QString trueFalse(bool value)
{
    return value ? u"True"_s : u"False"_s;
}

QString moment(const QJsonValue &value)
{
    return rfc1123(kube::Timestamp::parse(value.toString()));
}

QString goList(const QStringList &list)
{
    return u'[' + list.join(u' ') + u']';
}

QString goText(const QJsonValue &value)
{
    QStringList parts;
    switch (value.type()) {
    case QJsonValue::Bool: return value.toBool() ? u"true"_s : u"false"_s;
    case QJsonValue::Double: {
        const qint64 whole = value.toInteger();
        return double(whole) == value.toDouble() ? QString::number(whole) : floatText(value.toDouble());
    }
    case QJsonValue::String: return value.toString();
    case QJsonValue::Array:
        for (const QJsonValue &item : value.toArray())
            parts << goText(item);
        return goList(parts);
    case QJsonValue::Object: {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            parts << it.key() + u':' + goText(it.value());
        return u"map"_s + goList(parts);
    }
    default: return u"<nil>"_s;
    }
}

QString quoted(const QString &text)
{
    QString result = u"\""_s;
    for (const QChar c : text) {
        constexpr QStringView named = u"\a\b\t\n\v\f\r\"\\";
        const qsizetype at = named.indexOf(c);
        if (at >= 0)
            result += u'\\' + QString(QStringView(u"abtnvfr\"\\").at(at));
        else if (c < u' ' || c == QChar(0x7f))
            result += QString::asprintf("\\x%02x", unsigned(c.unicode()));
        else
            result += c;
    }
    return result + u'"';
}

QString labelsText(const QJsonValue &map)
{
    QStringList texts;
    for (const auto &[key, value] : pairsOf(map))
        texts << key + u'=' + value;
    std::ranges::sort(texts);  // by the whole term: `a.b=` comes before `a=`
    return orNone(texts.join(u','));
}

QString selectorText(const QJsonValue &selector)
{
    QList<std::pair<QString, QString>> terms;  // by key
    for (const auto &[key, value] : pairsOf(selector["matchLabels"_L1]))
        terms.emplaceBack(key, key + u'=' + value);
    for (const QJsonValue &expression : selector["matchExpressions"_L1].toArray()) {
        const QString key = expression["key"_L1].toString();
        terms.emplaceBack(
            key, kube::expressionText(key, expression["operator"_L1].toString(), stringsOf(expression["values"_L1])));
    }
    std::ranges::stable_sort(terms, {}, [](const auto &term) { return term.first; });
    QStringList texts;
    for (const auto &[key, text] : std::as_const(terms))
        texts << text;
    return texts.join(u',');
}

QString selectorOrNone(const QJsonValue &selector)
{
    return orNone(selectorText(selector));
}

QString controllerOf(const QJsonValue &object)
{
    const QJsonObject owner = controller(object);
    return owner.isEmpty() ? QString() : owner["kind"_L1].toString() + u'/' + owner["name"_L1].toString();
}

bool isControlledBy(const QJsonValue &object, const QString &uid)
{
    const QJsonObject owner = controller(object);
    return !owner.isEmpty() && owner["uid"_L1].toString() == uid;
}

}  // namespace report
