// SPDX-License-Identifier: Apache-2.0
#include "kube/selector.h"

#include <algorithm>

namespace kube {

using namespace Qt::StringLiterals;

namespace {

/** Splits at commas outside of parentheses. */
QList<QStringView> terms(QStringView text)
{
    QList<QStringView> found;
    qsizetype from = 0;
    int depth = 0;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        if (i < text.size() && text.at(i) != u',') {
            depth += text.at(i) == u'(' ? 1 : text.at(i) == u')' ? -1 : 0;
            continue;
        }
        if (i < text.size() && depth > 0)
            continue;
        const QStringView term = text.sliced(from, i - from).trimmed();
        if (!term.isEmpty())
            found << term;
        from = i + 1;
    }
    return found;
}

bool isKey(QStringView text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](QChar c) {
        return c.isLetterOrNumber() || c == u'.' || c == u'/' || c == u'-' || c == u'_';
    });
}

std::unexpected<Error> bad(QStringView text)
{
    return failure(Error::Kind::Input, u"unable to parse requirement: %1"_s.arg(text));
}

}  // namespace

Result<LabelSelector::Requirement> LabelSelector::requirement(QStringView text)
{
    using Operator = Requirement::Operator;
    Requirement r;
    const auto open = text.indexOf(u'(');
    if (open > 0 && text.endsWith(u')')) {
        const auto words = text.first(open).trimmed().split(u' ', Qt::SkipEmptyParts);
        if (words.size() != 2 || (words.at(1) != u"in" && words.at(1) != u"notin"))
            return bad(text);
        r.key = words.at(0).toString();
        r.op = words.at(1) == u"in" ? Operator::In : Operator::NotIn;
        for (const QStringView value : text.sliced(open + 1, text.size() - open - 2).split(u','))
            r.values << value.trimmed().toString();
    } else if (const auto at = text.indexOf(u'='); at > 0) {
        const bool not_ = text.at(at - 1) == u'!';
        const bool twice = at + 1 < text.size() && text.at(at + 1) == u'=';
        r.key = text.first(not_ ? at - 1 : at).trimmed().toString();
        r.op = not_ ? Operator::NotIn : Operator::In;
        r.values << text.sliced(at + (twice ? 2 : 1)).trimmed().toString();
    } else if (const auto order = std::max(text.indexOf(u'>'), text.indexOf(u'<')); order > 0) {
        r.key = text.first(order).trimmed().toString();
        r.op = text.at(order) == u'>' ? Operator::Greater : Operator::Less;
        r.values << text.sliced(order + 1).trimmed().toString();
    } else {
        const bool absent = text.startsWith(u'!');
        r.key = (absent ? text.sliced(1) : text).trimmed().toString();
        r.op = absent ? Operator::Absent : Operator::Exists;
    }
    const bool values = std::ranges::all_of(
        r.values, [](const QString &value) { return value.isEmpty() || (isKey(value) && !value.contains(u'/')); });
    if (!isKey(r.key) || !values)
        return bad(text);
    return r;
}

Result<LabelSelector> LabelSelector::parse(QStringView text)
{
    LabelSelector selector;
    for (const QStringView term : terms(text)) {
        auto r = requirement(term);
        if (!r)
            return std::unexpected(r.error());
        selector.m_requirements << *r;
    }
    return selector;
}

bool LabelSelector::isMet(const Requirement &requirement, const QString *value)
{
    using Operator = Requirement::Operator;
    switch (requirement.op) {
    case Operator::Exists: return value;
    case Operator::Absent: return !value;
    case Operator::In: return value && requirement.values.contains(*value);
    case Operator::NotIn: return !value || !requirement.values.contains(*value);
    case Operator::Greater:
    case Operator::Less: break;
    }
    bool isNumber = false;
    const qint64 number = value ? value->toLongLong(&isNumber) : 0;
    const qint64 limit = requirement.values.constFirst().toLongLong();
    return isNumber && (requirement.op == Operator::Greater ? number > limit : number < limit);
}

bool LabelSelector::matches(const StringPairs &labels) const
{
    return std::ranges::all_of(m_requirements, [&](const Requirement &requirement) {
        const auto it = std::ranges::find(labels, requirement.key, [](const auto &pair) { return pair.first; });
        return isMet(requirement, it == labels.end() ? nullptr : &it->second);
    });
}

QString expressionText(const QString &key, const QString &op, QStringList values)
{
    values.sort();
    if (op == u"In" || op == u"NotIn")
        return u"%1 %2 (%3)"_s.arg(key, op.toLower(), values.join(u','));
    return op == u"DoesNotExist" ? u'!' + key : key;
}

Result<QList<FieldTerm>> parseFieldSelector(QStringView text)
{
    QList<FieldTerm> found;
    for (const QStringView term : terms(text)) {
        const auto at = term.indexOf(u'=');
        if (at <= 0)
            return failure(Error::Kind::Input, u"invalid selector: '%1'; can't understand '%2'"_s.arg(text, term));
        const bool equal = term.at(at - 1) != u'!';
        const bool twice = at + 1 < term.size() && term.at(at + 1) == u'=';
        found << FieldTerm{term.first(equal ? at : at - 1).toString(), term.sliced(at + (twice ? 2 : 1)).toString(),
                           equal};
    }
    return found;
}

}  // namespace kube
