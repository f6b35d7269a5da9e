// SPDX-License-Identifier: Apache-2.0
#include "manifest/text/yamltext.h"

#include "manifest/scalar/floattext.h"
#include "manifest/text/yamlscalar.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace manifest {

using namespace Qt::StringLiterals;

namespace {

qint64 digitsFrom(const QString &text, qsizetype &i, qint64 value)
{
    for (; i < text.size() && text.at(i).isDigit(); ++i)
        value = value * 10 + text.at(i).digitValue();
    return value;
}

/** After equal text that ends before `i`: whether a zero there continues a number that has begun. */
bool insideNumber(const QString &text, qsizetype i)
{
    for (qsizetype j = i - 1; j >= 0 && text.at(j).isDigit(); --j)
        if (text.at(j) != u'0')
            return true;
    return false;
}

class Writer {
public:
    QString write(const QJsonValue &value)
    {
        node(value, 0, false);
        return m_out.text + u'\n';
    }

private:
    /** `inList`: the item's `- ` is written, and what follows begins on its line. */
    void node(const QJsonValue &value, int indent, bool inList)
    {
        if (value.isObject() && !value.toObject().isEmpty())
            object(value.toObject(), indent, inList);
        else if (value.isArray() && !value.toArray().isEmpty())
            array(value.toArray(), indent, inList);
        else
            scalar(value, indent + 2, false);
    }

    void object(const QJsonObject &object, int indent, bool onLine)
    {
        // Not by object.value(key): Qt 6.8.2 does not find some long keys that have letters beyond ASCII.
        QList<std::pair<QString, QJsonValue>> members;
        for (auto it = object.begin(); it != object.end(); ++it)
            members.emplaceBack(it.key(), it.value());
        std::ranges::stable_sort(members, yamlKeyLess, &std::pair<QString, QJsonValue>::first);
        for (const auto &[key, value] : std::as_const(members)) {
            begin(indent, onLine);
            m_out.string(key, indent + 2, true);
            m_out.raw(u":");
            const bool nested =
                (value.isObject() && !value.toObject().isEmpty()) || (value.isArray() && !value.toArray().isEmpty());
            if (!nested) {
                m_out.raw(u" ");
                scalar(value, indent + 2, false);
            } else {
                node(value, value.isArray() ? indent : indent + 2, false);  // a list is not indented under its key
            }
        }
    }

    void array(const QJsonArray &array, int indent, bool onLine)
    {
        for (const QJsonValue &value : array) {
            begin(indent, onLine);
            m_out.raw(u"- ");
            node(value, value.isArray() || value.isObject() ? indent + 2 : indent, true);
        }
    }

    void begin(int indent, bool &onLine)
    {
        if (!onLine && !m_out.text.isEmpty())
            m_out.newLine(indent);
        onLine = false;
    }

    void scalar(const QJsonValue &value, int indent, bool isKey)
    {
        switch (value.type()) {
        case QJsonValue::Bool: m_out.raw(value.toBool() ? u"true" : u"false"); break;
        case QJsonValue::Double: m_out.raw(numberText(value)); break;
        case QJsonValue::String: m_out.string(value.toString(), indent, isKey); break;
        case QJsonValue::Array: m_out.raw(u"[]"); break;
        case QJsonValue::Object: m_out.raw(u"{}"); break;
        default: m_out.raw(u"null"); break;
        }
    }

    static QString numberText(const QJsonValue &value)
    {
        const double number = value.toDouble();
        const qint64 whole = value.toInteger();
        return double(whole) == number ? QString::number(whole) : QString::fromLatin1(floatText(number));
    }

    YamlScalarWriter m_out;
};

}  // namespace

bool yamlKeyLess(const QString &a, const QString &b)
{
    for (qsizetype i = 0; i < a.size() && i < b.size(); ++i) {
        if (a.at(i) == b.at(i))
            continue;
        const bool aLetter = a.at(i).isLetter();
        const bool bLetter = b.at(i).isLetter();
        if (aLetter && bLetter)
            return a.at(i) < b.at(i);
        if (aLetter || bLetter)
            return bLetter;
        const bool zero = (a.at(i) == u'0' || b.at(i) == u'0') && insideNumber(a, i);
        qsizetype aEnd = i;
        qsizetype bEnd = i;
        const qint64 aNumber = digitsFrom(a, aEnd, zero ? 1 : 0);
        const qint64 bNumber = digitsFrom(b, bEnd, zero ? 1 : 0);
        if (aNumber != bNumber)
            return aNumber < bNumber;
        return aEnd != bEnd ? aEnd < bEnd : a.at(i) < b.at(i);
    }
    return a.size() < b.size();
}

QString toYaml(const QJsonValue &value)
{
    return Writer().write(value);
}

}  // namespace manifest
