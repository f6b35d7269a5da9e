// SPDX-License-Identifier: Apache-2.0
#include "practice/selector.h"

#include "practice/json.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace practice {

namespace {

/** The value at a path; a bare field of pods, events and nodes as the server's field selectors name them. */
QString fieldValue(const QJsonObject &object, const QString &field)
{
    const QJsonValue value = at(object, field);
    return value.isBool() ? (value.toBool() ? u"true"_s : u"false"_s) : value.toString();
}

Selector labelTerm(const QString &term)
{
    static const QRegularExpression sets(u"^(\\S+)\\s+(in|notin)\\s+\\(([^)]*)\\)$"_s);
    static const QRegularExpression equality(u"^([^!=\\s]+)\\s*(==|=|!=)\\s*(\\S*)$"_s);
    QString key = term;
    QStringList values;
    bool negative = false;
    if (const auto match = sets.match(term); match.hasMatch()) {
        key = match.captured(1);
        negative = match.captured(2) == u"notin";
        for (const QString &value : match.captured(3).split(u','))
            values.append(value.trimmed());
    } else if (const auto equal = equality.match(term); equal.hasMatch()) {
        key = equal.captured(1);
        negative = equal.captured(2) == u"!=";
        values.append(equal.captured(3));
    } else {
        negative = term.startsWith(u'!');
        key = term.sliced(negative ? 1 : 0);
        return [key, negative](const QJsonObject &object) {
            return at(object, u"metadata.labels").toObject().contains(key) != negative;
        };
    }
    return [=](const QJsonObject &object) {
        const QJsonObject labels = at(object, u"metadata.labels").toObject();
        return (labels.contains(key) && values.contains(labels.value(key).toString())) != negative;
    };
}

/** Splits at commas outside parentheses. */
QStringList terms(const QString &text)
{
    static const QRegularExpression comma(u",(?![^(]*\\))"_s);
    QStringList result;
    for (const QString &term : text.split(comma, Qt::SkipEmptyParts))
        result.append(term.trimmed());
    return result;
}

Selector fieldTerm(const QString &term)
{
    const bool negative = term.contains(u"!=");
    const QString key = term.section(negative ? u"!="_s : u"="_s, 0, 0);
    QString value = term.section(negative ? u"!="_s : u"="_s, 1);
    if (value.startsWith(u'='))
        value.removeFirst();
    return [=](const QJsonObject &object) { return (fieldValue(object, key) == value) != negative; };
}

}  // namespace

Selector selectorOf(const QUrlQuery &query, const QString &ns, const QString &name)
{
    QList<Selector> all;
    if (!ns.isEmpty())
        all.append([ns](const QJsonObject &object) { return text(object, u"metadata.namespace") == ns; });
    if (!name.isEmpty())
        all.append([name](const QJsonObject &object) { return text(object, u"metadata.name") == name; });
    for (const QString &term : terms(query.queryItemValue(u"labelSelector"_s, QUrl::FullyDecoded)))
        all.append(labelTerm(term));
    for (const QString &term : terms(query.queryItemValue(u"fieldSelector"_s, QUrl::FullyDecoded)))
        all.append(fieldTerm(term));
    return [all](const QJsonObject &object) {
        return std::ranges::all_of(all, [&](const Selector &term) { return term(object); });
    };
}

}  // namespace practice
