// SPDX-License-Identifier: Apache-2.0
#include "report/describe/access/access.h"

#include <QJsonArray>

#include <algorithm>

namespace report {

using namespace Qt::StringLiterals;

namespace {

/** One row: a resource of a group, or a path, and what may be done with it. */
struct Rule {
    QStringList verbs, groups, resources, names, paths;

    /** By this kubectl sorts. */
    [[nodiscard]] QByteArray key() const
    {
        return u"&PolicyRule{Verbs:%1,APIGroups:%2,Resources:%3,ResourceNames:%4,NonResourceURLs:%5,}"_s
            .arg(goList(verbs), goList(groups), goList(resources), goList(names), goList(paths))
            .toUtf8();
    }
    [[nodiscard]] bool isSame(const Rule &other) const
    {
        return groups == other.groups && resources == other.resources && names == other.names;
    }
};

/** Rules of one resource and at most one name; verbs of the same one come together. */
void addResource(QList<Rule> &rules, const Rule &rule)
{
    const auto same =
        std::ranges::find_if(rules, [&](const Rule &other) { return other.paths.isEmpty() && other.isSame(rule); });
    if (same == rules.end())
        rules << rule;
    else if (!same->verbs.contains(rule.verbs.constFirst()))
        same->verbs << rule.verbs;
}

QList<Rule> compact(const QJsonArray &given)
{
    QList<Rule> rules;
    for (const QJsonValue &rule : given) {
        QStringList names = stringsOf(rule["resourceNames"_L1]);
        const bool named = !names.isEmpty();
        if (!named)
            names << QString();
        for (const QString &group : stringsOf(rule["apiGroups"_L1]))
            for (const QString &resource : stringsOf(rule["resources"_L1]))
                for (const QString &verb : stringsOf(rule["verbs"_L1]))
                    for (const QString &name : std::as_const(names))
                        addResource(rules,
                                    {{verb}, {group}, {resource}, named ? QStringList{name} : QStringList(), {}});
        for (const QString &path : stringsOf(rule["nonResourceURLs"_L1]))
            for (const QString &verb : stringsOf(rule["verbs"_L1]))
                rules << Rule{{verb}, {}, {}, {}, {path}};
    }
    std::ranges::stable_sort(rules, {}, &Rule::key);
    return rules;
}

/** `deployments.apps/scale`. */
QString resourceText(const Rule &rule)
{
    if (rule.resources.isEmpty())
        return {};
    const QString resource = rule.resources.constFirst();
    const QString part = resource.contains(u'/') ? u'/' + resource.section(u'/', 1) : QString();
    const QString group = rule.groups.value(0);
    return resource.section(u'/', 0, 0) + (group.isEmpty() ? QString() : u'.' + group) + part;
}

}  // namespace

kube::Result<void> describeRole(Page &page)
{
    page.name();
    page.labels();
    page.annotations();
    page.out.add(0, u"PolicyRule:"_s);
    page.out.add(1, u"Resources\tNon-Resource URLs\tResource Names\tVerbs"_s);
    page.out.add(1, u"---------\t-----------------\t--------------\t-----"_s);
    for (const Rule &rule : compact(page.object["rules"_L1].toArray()))
        page.out.add(
            1, QStringList{resourceText(rule), goList(rule.paths), goList(rule.names), goList(rule.verbs)}.join(u'\t'));
    return {};
}

kube::Result<void> describeRoleBinding(Page &page)
{
    const QJsonValue role = page.object["roleRef"_L1];
    Lines &out = page.out;
    page.name();
    page.labels();
    page.annotations();
    out.add(0, u"Role:"_s);
    out.add(1, u"Kind:\t"_s + role["kind"_L1].toString());
    out.add(1, u"Name:\t"_s + role["name"_L1].toString());
    out.add(0, u"Subjects:"_s);
    out.add(1, u"Kind\tName\tNamespace"_s);
    out.add(1, u"----\t----\t---------"_s);
    for (const QJsonValue &subject : page.object["subjects"_L1].toArray())
        out.add(1, QStringList{subject["kind"_L1].toString(), subject["name"_L1].toString(),
                               subject["namespace"_L1].toString()}
                       .join(u'\t'));
    return {};
}

}  // namespace report
