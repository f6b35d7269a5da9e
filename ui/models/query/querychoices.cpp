// SPDX-License-Identifier: Apache-2.0
#include "models/query/querychoices.h"

#include "models/podmodel.h"
#include "models/query/podquery.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

namespace {

/** What there is of a thing, and in how many pods. */
using Counts = QHash<QString, int>;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(models::QueryChoices)

public:
    static QString pods(int count) { return tr("%n pod(s)", nullptr, count); }
    static QString ofKey(const QString &key)
    {
        if (key == "status:"_L1)
            return tr("a part of STATUS");
        if (key == "node:"_L1)
            return tr("a part of the node's name");
        if (key == "ns:"_L1)
            return tr("a part of the namespace");
        if (key == "image:"_L1)
            return tr("a part of an image");
        if (key == "label:"_L1)
            return tr("key, or key=value");
        if (key == "selector:"_L1)
            return tr("a label selector, as kubectl -l");
        if (key == "owner:"_L1)
            return tr("kind, name or kind/name");
        if (key == "is:"_L1)
            return tr("ready, not-ready, restarting …");
        if (key == "policy:"_L1)
            return tr("an image pull policy");
        if (key == "ip:"_L1)
            return tr("a part of a pod's address");
        if (key == "name:"_L1)
            return tr("a part of the pod's name");
        return key.startsWith("age"_L1)        ? tr("30s, 5m, 2h, 1d")
               : key.startsWith("restarts"_L1) ? tr("how often containers started again")
                                               : tr("how many containers are ready");
    }
    static QString of(Trait trait)
    {
        switch (trait) {
        case Trait::Ready: return tr("the Ready condition is True");
        case Trait::NotReady: return tr("not ready, and not finished");
        case Trait::PullProblem: return tr("waits because of an image");
        case Trait::Restarting: return tr("a container ended within the last hour");
        case Trait::Changed: return tr("something happened in the last 5 minutes");
        case Trait::Terminating: return tr("is being deleted");
        }
        return {};
    }
};

void countImages(const kube::SlimPod &pod, Counts &counts)
{
    const kube::SpecShape &spec = pod.spec();
    for (const auto *list : {&spec.containers, &spec.initContainers, &spec.ephemeralContainers, &spec.imageVolumes})
        for (const kube::Container &container : *list)
            ++counts[container.image];
}

/** `value`: what is written of the value so far; of a label it chooses between keys and one key's values. */
void count(const QString &key, const QString &value, const kube::SlimPod &pod, Counts &counts)
{
    if (key == "node"_L1) {
        if (!pod.nodeName.isEmpty())
            ++counts[pod.nodeName];
    } else if (key == "ns"_L1 || key == "namespace"_L1) {
        ++counts[pod.meta.key.ns];
    } else if (key == "image"_L1) {
        countImages(pod, counts);
    } else if (key == "label"_L1) {
        const qsizetype equal = value.indexOf(u'=');
        pod.eachLabel([&](const QString &name, const QString &text) {
            if (equal < 0)
                ++counts[name];
            else if (QStringView(value).first(equal) == name)
                ++counts[name + u'=' + text];
        });
    } else if (key == "owner"_L1) {
        for (const kube::OwnerReference &owner : pod.family().owners)
            ++counts[owner.kind + u'/' + owner.name];
    } else if (key == "name"_L1) {
        ++counts[pod.meta.key.name];
    }
}

Counts countsOf(const QString &key, const QString &value, const PodModel &pods)
{
    if (key == "status"_L1)
        return pods.statusCounts();
    Counts counts;
    for (int row = 0; row < pods.rowCount(); ++row)
        count(key, value, *pods.pod(row), counts);
    return counts;
}

QList<QueryChoice> valuesFor(const QueryWord &word, const QString &head, const PodModel &pods)
{
    const Counts counts = countsOf(word.key, word.value, pods);
    QStringList fitting;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        if (it.key().contains(word.value, Qt::CaseInsensitive) && it.key() != word.value)
            fitting.append(it.key());
    const auto order = [&](const QString &a, const QString &b) {
        const bool first = a.startsWith(word.value, Qt::CaseInsensitive);
        const bool second = b.startsWith(word.value, Qt::CaseInsensitive);
        return first != second ? first : a < b;
    };
    const qsizetype kept = std::min(fitting.size(), MostChoices);
    std::ranges::partial_sort(fitting, fitting.begin() + kept, order);
    QList<QueryChoice> choices;
    for (const QString &value : std::as_const(fitting).first(kept))
        choices.append({head + quoted(value), Words::pods(counts.value(value))});
    return choices;
}

QList<QueryChoice> keysFor(const QueryWord &word, const QString &sign)
{
    QList<QueryChoice> choices;
    for (const QString &key : PodQuery::keys())
        if (key.startsWith(word.value, Qt::CaseInsensitive))
            choices.append({sign + key, Words::ofKey(key)});
    return choices;
}

QList<QueryChoice> traitsFor(const QueryWord &word, const QString &head)
{
    QList<QueryChoice> choices;
    for (const auto &[name, trait] : traitWords())
        if (name.startsWith(word.value, Qt::CaseInsensitive) && name != word.value)
            choices.append({head + name, Words::of(trait)});
    return choices;
}

}  // namespace

QueryChoices queryChoices(const QString &text, qsizetype cursor, const PodModel &pods)
{
    QueryChoices found{cursor, 0, {}};
    QueryWord written;
    for (const QueryWord &word : queryWords(text))
        if (word.at <= cursor && cursor <= word.at + word.length) {
            found.from = word.at;
            found.length = word.length;
            // what stands behind the cursor is replaced, but does not choose
            written = queryWords(QStringView(text).sliced(word.at, cursor - word.at)).value(0);
        }
    const QString sign = written.excludes ? text.sliced(found.from, 1) : QString();
    const bool isBare = written.key.isEmpty() && !written.isQuoted;
    if (isBare && (written.excludes || written.value != "-"_L1))
        found.list = keysFor(written, sign);
    if (written.key.isEmpty() || (written.compare != Compare::Has && written.compare != Compare::Equal))
        return found;
    const QString head = sign + written.key + (written.compare == Compare::Equal ? u'=' : u':');
    if (written.key == "is"_L1)
        found.list = traitsFor(written, head);
    else if (written.key == "policy"_L1)
        for (const auto &name : {u"Always"_s, u"IfNotPresent"_s, u"Never"_s})
            found.list.append({head + name, {}});
    else
        found.list = valuesFor(written, head, pods);
    return found;
}

}  // namespace models
