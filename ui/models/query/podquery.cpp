// SPDX-License-Identifier: Apache-2.0
#include "models/query/podquery.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

namespace {

/** `1h`, `90m`, `1d12h`, `2w` in nanoseconds, at most 285 years; nothing for any other text. */
std::optional<qint64> spanOf(QStringView text)
{
    constexpr qint64 Longest = 9'000'000'000;
    constexpr qint64 Units[] = {1, 60, 3600, 86'400, 604'800};
    qint64 seconds = 0;
    qint64 number = -1;
    for (const QChar c : text) {
        if (c >= u'0' && c <= u'9') {
            number = (std::max(number, qint64(0)) * 10) + (c.unicode() - u'0');
        } else if (const qsizetype unit = u"smhdw"_s.indexOf(c.toLower()); number >= 0 && unit >= 0) {
            seconds += number * Units[unit];
            number = -1;
        } else {
            return std::nullopt;
        }
        if (number > Longest || seconds > Longest)
            return std::nullopt;
    }
    return number < 0 && !text.isEmpty() ? std::optional(seconds * 1'000'000'000) : std::nullopt;
}

bool holds(Compare compare, std::strong_ordering order)
{
    switch (compare) {
    case Compare::Less: return order < 0;
    case Compare::LessOrEqual: return order <= 0;
    case Compare::Greater: return order > 0;
    case Compare::GreaterOrEqual: return order >= 0;
    case Compare::Has:
    case Compare::Equal: break;
    }
    return order == 0;
}

/** `lower`: the text has no capitals by Kubernetes' own rule, and `part` has none either. */
bool has(const QString &text, const QString &part, Compare compare, bool lower = false)
{
    const Qt::CaseSensitivity letters = lower ? Qt::CaseSensitive : Qt::CaseInsensitive;
    return compare == Compare::Equal ? text.compare(part, letters) == 0 : text.contains(part, letters);
}

template <class Test>
bool anyContainer(const kube::SlimPod &pod, const Test &test)
{
    const kube::SpecShape &spec = pod.spec();
    return std::ranges::any_of(spec.containers, test) || std::ranges::any_of(spec.initContainers, test) ||
           std::ranges::any_of(spec.ephemeralContainers, test) || std::ranges::any_of(spec.imageVolumes, test);
}

QLatin1StringView policyName(kube::PullPolicy policy)
{
    switch (policy) {
    case kube::PullPolicy::Always: return "Always"_L1;
    case kube::PullPolicy::IfNotPresent: return "IfNotPresent"_L1;
    case kube::PullPolicy::Never: return "Never"_L1;
    case kube::PullPolicy::Unset: break;
    }
    return {};
}

bool hasPolicy(const kube::SlimPod &pod, const QString &part, Compare compare)
{
    return anyContainer(pod, [&](const kube::Container &c) {
        const QLatin1StringView name = policyName(c.policy);
        return compare == Compare::Equal ? name.compare(part, Qt::CaseInsensitive) == 0
                                         : name.contains(part, Qt::CaseInsensitive);
    });
}

/** `text` is a part of the owner's kind or name, or kind and name with a slash between: `ReplicaSet/web`. */
bool hasOwner(const kube::SlimPod &pod, QStringView text, Compare compare)
{
    const qsizetype slash = text.indexOf(u'/');
    return std::ranges::any_of(pod.family().owners, [&](const kube::OwnerReference &owner) {
        const QStringView name = slash < 0 ? text : text.sliced(slash + 1);
        const bool fits = compare == Compare::Equal ? name.compare(owner.name, Qt::CaseInsensitive) == 0
                                                    : QStringView(owner.name).contains(name, Qt::CaseInsensitive);
        if (slash >= 0)
            return fits && text.first(slash).compare(owner.kind, Qt::CaseInsensitive) == 0;
        return fits || text.compare(owner.kind, Qt::CaseInsensitive) == 0;
    });
}

bool hasAddress(const kube::SlimPod &pod, const QString &part, Compare compare)
{
    return has(pod.podIp, part, compare) ||
           std::ranges::any_of(pod.podIps(), [&](const QString &ip) { return has(ip, part, compare); });
}

}  // namespace

const QStringList &PodQuery::keys()
{
    static const QStringList keys = {u"status:"_s, u"node:"_s,   u"ns:"_s,  u"image:"_s, u"label:"_s,
                                     u"owner:"_s,  u"is:"_s,     u"age>"_s, u"age<"_s,   u"restarts>"_s,
                                     u"ready<"_s,  u"policy:"_s, u"ip:"_s,  u"name:"_s,  u"selector:"_s};
    return keys;
}

std::expected<PodQuery, QueryProblem> PodQuery::parse(const QString &text)
{
    PodQuery query;
    for (const QueryWord &word : queryWords(text)) {
        const auto term = word.isOpen ? std::unexpected(tr("the quote is not closed")) : termOf(word);
        if (!term)
            return std::unexpected(QueryProblem{word.at, word.length, term.error()});
        if (!term->text.isEmpty() || term->number != 0 || term->field == Field::Age || term->field == Field::Restarts ||
            term->field == Field::Ready)
            query.m_terms.append(*term);
    }
    return query;
}

std::expected<PodQuery::Term, QString> PodQuery::termOf(const QueryWord &word)
{
    static const QHash<QString, Field> fields = {{u"status"_s, Field::Status},
                                                 {u"node"_s, Field::Node},
                                                 {u"image"_s, Field::Image},
                                                 {u"name"_s, Field::Name},
                                                 {u"namespace"_s, Field::Namespace},
                                                 {u"ns"_s, Field::Namespace},
                                                 {u"label"_s, Field::Label},
                                                 {u"selector"_s, Field::Selector},
                                                 {u"policy"_s, Field::Policy},
                                                 {u"owner"_s, Field::Owner},
                                                 {u"ip"_s, Field::Ip},
                                                 {u"is"_s, Field::Is},
                                                 {u"age"_s, Field::Age},
                                                 {u"restarts"_s, Field::Restarts},
                                                 {u"ready"_s, Field::Ready}};
    const auto known = fields.constFind(word.key);
    Term term;
    term.excludes = word.excludes;
    term.compare = word.compare;
    const bool isOrder = word.compare != Compare::Has && word.compare != Compare::Equal;
    if (known == fields.cend()) {
        if (isOrder && !word.key.isEmpty())
            return std::unexpected(tr("only age, restarts and ready can be compared"));
        term.compare = Compare::Has;
        term.text = word.whole();
        term.value = term.text.toLower();
        term.matcher.setPattern(term.value);
        return term;
    }
    term.field = *known;
    if (term.field == Field::Age || term.field == Field::Restarts || term.field == Field::Ready)
        return comparison(term, word);
    if (isOrder)
        return std::unexpected(tr("only age, restarts and ready can be compared"));
    term.text = word.value;
    if (term.field == Field::Name || term.field == Field::Namespace || term.field == Field::Node)
        term.text = term.text.toLower();
    if (const qsizetype at = term.text.indexOf(u'='); term.field == Field::Label && at >= 0) {
        term.value = term.text.sliced(at + 1);
        term.text.truncate(at);
        term.compare = Compare::Equal;
    }
    if (term.field == Field::Selector) {
        const auto selector = kube::LabelSelector::parse(term.text);
        if (!selector)
            return std::unexpected(tr("\"%1\" is no label selector, such as app=web,!old").arg(term.text));
        term.selector = *selector;
    }
    if (term.field != Field::Is || term.text.isEmpty())
        return term;
    for (const auto &[name, trait] : traitWords())
        if (name.startsWith(term.text, Qt::CaseInsensitive))
            term.number |= name.compare(term.text, Qt::CaseInsensitive) == 0 ? qint64(trait) << 32 : qint64(trait);
    term.number = term.number >> 32 != 0 ? term.number >> 32 : term.number;  // a whole word means itself alone
    if (term.number == 0)
        return std::unexpected(tr("\"is:\" knows no \"%1\"").arg(term.text));
    return term;
}

std::expected<PodQuery::Term, QString> PodQuery::comparison(Term term, const QueryWord &word)
{
    if (word.value.isEmpty())
        return Term();  // still being written
    if (word.compare == Compare::Has)
        return std::unexpected(tr("compare it: %1>, %1<, %1=").arg(word.key));
    if (term.field == Field::Age) {
        const std::optional<qint64> span = spanOf(word.value);
        if (!span)
            return std::unexpected(tr("\"%1\" is no time span, such as 30s, 5m, 2h, 1d").arg(word.value));
        term.number = *span;
        return term;
    }
    bool isNumber = false;
    term.number = word.value.toInt(&isNumber);
    if (!isNumber || term.number < 0)
        return std::unexpected(tr("\"%1\" is no whole number").arg(word.value));
    return term;
}

namespace {

/** What `look` finds, looked for once: thousands of pods have the same status and images. */
template <class Key>
bool once(QHash<Key, bool> &seen, const Key &key, const auto &look)
{
    constexpr qsizetype Most = 20'000;
    const auto known = seen.constFind(key);
    if (known != seen.cend())
        return *known;
    if (seen.size() >= Most)
        seen.clear();
    return *seen.insert(key, look());
}

}  // namespace

bool PodQuery::hasPlace(const Term &term, const QString &place)
{
    return once(term.places, SameText{place}, [&] { return place.contains(term.value); });
}

bool PodQuery::hasStatus(const Term &term, const QString &status)
{
    return once(term.seen, status, [&] { return has(status, term.text, term.compare); });
}

bool PodQuery::hasImage(const Term &term, const kube::SlimPod &pod)
{
    return once(term.specs, kube::Shapes::Pointer<kube::SpecShape>(&pod.spec()), [&] {
        return anyContainer(pod, [&](const kube::Container &c) { return has(c.image, term.text, term.compare); });
    });
}

namespace {

kube::StringPairs labelsOf(const kube::SlimPod &pod)
{
    kube::StringPairs labels;
    labels.reserve(pod.family().labels.size());
    pod.eachLabel([&labels](const QString &key, const QString &value) { labels.append({key, value}); });
    return labels;
}

}  // namespace

bool PodQuery::hasLabel(const Term &term, const kube::SlimPod &pod)
{
    bool found = false;
    pod.eachLabel([&](const QString &key, const QString &value) {
        found = found || (term.compare == Compare::Equal ? key == term.text && value == term.value
                                                         : has(key, term.text, term.compare));
    });
    return found;
}

bool PodQuery::found(const Term &term, const PodFacts &facts, kube::Timestamp now)
{
    const kube::SlimPod &pod = facts.pod;
    switch (term.field) {
    case Field::Name: return has(pod.meta.key.name, term.text, term.compare, true);
    case Field::Namespace: return has(pod.meta.key.ns, term.text, term.compare, true);
    case Field::Status: return hasStatus(term, facts.summary.status);
    case Field::Node: return has(pod.nodeName, term.text, term.compare, true);
    case Field::Image: return hasImage(term, pod);
    case Field::Policy: return hasPolicy(pod, term.text, term.compare);
    case Field::Owner: return hasOwner(pod, term.text, term.compare);
    case Field::Ip: return hasAddress(pod, term.text, term.compare);
    case Field::Label: return hasLabel(term, pod);
    case Field::Selector: return term.selector.matches(labelsOf(pod));
    case Field::Is:
        return std::ranges::any_of(traitWords(), [&](const auto &word) {
            return (term.number & qint64(word.second)) != 0 && hasTrait(facts, word.second, now);
        });
    case Field::Age: {
        const kube::Timestamp born = pod.meta.creationTimestamp;
        return !born.isNull() && holds(term.compare, (now - born).count() <=> term.number);
    }
    case Field::Restarts: return holds(term.compare, qint64(facts.summary.restarts) <=> term.number);
    case Field::Ready: return holds(term.compare, qint64(facts.summary.ready) <=> term.number);
    case Field::Any: break;
    }
    return term.matcher.indexIn(pod.meta.key.name) >= 0 || hasPlace(term, pod.meta.key.ns) ||
           hasPlace(term, pod.nodeName) || hasStatus(term, facts.summary.status) || hasImage(term, pod);
}

bool PodQuery::hasWord(const QString &text, const QString &word)
{
    return std::ranges::any_of(queryWords(text), [&](const QueryWord &one) {
        return QStringView(text).sliced(one.at, one.length).compare(word, Qt::CaseInsensitive) == 0;
    });
}

QString PodQuery::withWord(const QString &text, const QString &word, bool in)
{
    QStringList words;
    for (const QueryWord &one : queryWords(text))
        if (const QString written = text.sliced(one.at, one.length); written.compare(word, Qt::CaseInsensitive) != 0)
            words.append(written);
    if (in)
        words.append(word);
    return words.join(u' ');
}

bool PodQuery::dependsOnTime() const
{
    return std::ranges::any_of(m_terms, [](const Term &term) {
        return term.field == Field::Age ||
               (term.field == Field::Is && (term.number & (qint64(Trait::Changed) | qint64(Trait::Restarting))) != 0);
    });
}

bool PodQuery::matches(const PodFacts &facts, kube::Timestamp now) const
{
    return std::ranges::all_of(m_terms, [&](const Term &term) { return found(term, facts, now) != term.excludes; });
}

}  // namespace models
