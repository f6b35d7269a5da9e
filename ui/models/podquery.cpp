// SPDX-License-Identifier: Apache-2.0
#include "models/podquery.h"

#include "models/podpull.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

namespace {

bool has(const QString &text, const QString &part)
{
    return text.contains(part, Qt::CaseInsensitive);
}

bool hasImage(const kube::Pod &pod, const QString &part)
{
    const QList<kube::Container> all = pod.allContainers();
    return std::ranges::any_of(all, [&part](const kube::Container &c) { return has(c.image, part); });
}

bool hasPolicy(const kube::Pod &pod, const QString &part)
{
    const QList<kube::Container> all = pod.allContainers();
    return std::ranges::any_of(all, [&part](const kube::Container &c) { return has(kube::toString(c.policy), part); });
}

bool hasLabel(const kube::Pod &pod, const QString &part)
{
    return std::ranges::any_of(pod.meta.labels,
                               [&part](const auto &label) { return has(label.first + u'=' + label.second, part); });
}

}  // namespace

PodQuery PodQuery::parse(const QString &text)
{
    const QList<std::pair<QString, Field>> fields = {
        {u"status"_s, Field::Status}, {u"node"_s, Field::Node},           {u"image"_s, Field::Image},
        {u"name"_s, Field::Name},     {u"namespace"_s, Field::Namespace}, {u"ns"_s, Field::Namespace},
        {u"label"_s, Field::Label},   {u"policy"_s, Field::Policy},       {u"is"_s, Field::Is}};
    PodQuery query;
    for (QString word : text.simplified().split(u' ', Qt::SkipEmptyParts)) {
        Term term;
        if (word.startsWith(u'-') && word.size() > 1) {
            term.excludes = true;
            word.remove(0, 1);
        }
        const qsizetype colon = word.indexOf(u':');
        for (const auto &[name, field] : fields)
            if (colon > 0 && word.left(colon).compare(name, Qt::CaseInsensitive) == 0) {
                term.field = field;
                word.remove(0, colon + 1);
                break;
            }
        term.text = word;
        if (!term.text.isEmpty())
            query.m_terms.append(term);
    }
    return query;
}

bool PodQuery::found(const Term &term, const kube::Pod &pod, const kube::PodSummary &summary)
{
    switch (term.field) {
    case Field::Name: return has(pod.meta.key.name, term.text);
    case Field::Namespace: return has(pod.meta.key.ns, term.text);
    case Field::Status: return has(summary.status, term.text);
    case Field::Node: return has(pod.nodeName, term.text);
    case Field::Image: return hasImage(pod, term.text);
    case Field::Policy: return hasPolicy(pod, term.text);
    case Field::Label: return hasLabel(pod, term.text);
    case Field::Is:
        // half a word is what it begins: typing narrows the list, it does not blank it
        return PullProblem.sliced(3).startsWith(term.text, Qt::CaseInsensitive) && hasPullProblem(pod);
    case Field::Any: break;
    }
    return has(pod.meta.key.name, term.text) || has(pod.meta.key.ns, term.text) || has(summary.status, term.text) ||
           has(pod.nodeName, term.text) || hasImage(pod, term.text);
}

bool PodQuery::hasWord(const QString &text, QLatin1StringView word)
{
    return text.simplified().split(u' ').contains(word, Qt::CaseInsensitive);
}

QString PodQuery::withWord(const QString &text, QLatin1StringView word, bool in)
{
    QStringList words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    words.removeIf([&](const QString &one) { return one.compare(word, Qt::CaseInsensitive) == 0; });
    if (in)
        words.append(word);
    return words.join(u' ');
}

bool PodQuery::matches(const kube::Pod &pod, const kube::PodSummary &summary) const
{
    return std::ranges::all_of(m_terms, [&](const Term &term) { return found(term, pod, summary) != term.excludes; });
}

}  // namespace models
