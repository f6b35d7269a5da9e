// SPDX-License-Identifier: Apache-2.0
#include "report/describe/generic.h"

#include <QJsonArray>

#include <algorithm>

namespace report {

using namespace Qt::StringLiterals;

namespace {

enum class Letter { Lower, Upper, Other };

Letter kindOf(QChar c)
{
    return c.isLower() ? Letter::Lower : c.isUpper() ? Letter::Upper : Letter::Other;
}

/** Runs of letters of one case; of two runs the last upper-case letter goes with the lower-case ones behind it. */
QStringList words(const QString &field)
{
    QStringList runs;
    for (qsizetype i = 0; i < field.size(); ++i) {
        if (i == 0 || kindOf(field.at(i)) != kindOf(field.at(i - 1)))
            runs << QString();
        runs.last() += field.at(i);
    }
    for (qsizetype i = 0; i + 1 < runs.size(); ++i)
        if (runs.at(i).front().isUpper() && runs.at(i + 1).front().isLower()) {
            runs[i + 1].prepend(runs.at(i).back());
            runs[i].chop(1);
        }
    runs.removeAll(QString());
    return runs;
}

void fields(Lines &out, int level, const QJsonObject &object, const QString &path)
{
    static const QStringList Skipped{u".metadata.managedFields"_s, u".metadata.name"_s, u".metadata.namespace"_s,
                                     u".metadata.labels"_s, u".metadata.annotations"_s};
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString here = path + u'.' + it.key();
        if (Skipped.contains(here))
            continue;
        const QString label = fieldLabel(it.key()) + u':';
        const QJsonValue value = it.value();
        if (!value.isObject() && !value.isArray()) {
            out.add(level, label + u'\t' + goText(value));
            continue;
        }
        out.add(level, label);
        if (value.isObject())
            fields(out, level + 1, value.toObject(), here);
        for (const QJsonValue &item : value.toArray())
            if (item.isObject())
                fields(out, level + 1, item.toObject(), here);
            else
                out.add(level + 1, goText(item));
    }
}

}  // namespace

QString fieldLabel(const QString &field)
{
    static const QStringList Acronyms{u"API"_s, u"URL"_s, u"UID"_s, u"OSB"_s, u"GUID"_s};
    if (!std::ranges::all_of(field, [](QChar c) { return c.isLetter() || c == u'-'; }))
        return field;
    QStringList label;
    for (const QString &word : words(field))
        label << (Acronyms.contains(word.toUpper()) ? word.toUpper() : word.first(1).toUpper() + word.sliced(1));
    return label.join(u' ');
}

kube::Result<void> describeGeneric(Page &page)
{
    page.nameAndNamespace();
    page.labels();
    page.annotations();
    fields(page.out, 0, page.object, {});
    return {};
}

}  // namespace report
