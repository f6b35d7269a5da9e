// SPDX-License-Identifier: Apache-2.0
#include "report/describe/scheduling.h"

#include <algorithm>

namespace report {

using namespace Qt::StringLiterals;

namespace {

QString tolerationText(const kube::Toleration &t)
{
    QString text = t.key;
    if (!t.value.isEmpty())
        text += u'=' + t.value;
    if (!t.effect.isEmpty())
        text += u':' + t.effect;
    if (t.op == u"Exists" && t.value.isEmpty())
        text += t.key.isEmpty() && t.effect.isEmpty() ? u"op=Exists"_s : u" op=Exists"_s;
    if (t.seconds)
        text += u" for %1s"_s.arg(*t.seconds);
    return text;
}

}  // namespace

void describeTolerations(Lines &out, const QString &title, QList<kube::Toleration> list)
{
    if (list.isEmpty())
        out.add(0, title + u":\t<none>"_s);
    std::ranges::stable_sort(list, {}, &kube::Toleration::key);
    for (qsizetype i = 0; i < list.size(); ++i)
        out.add(0, (i == 0 ? title + u":\t"_s : u"\t"_s) + tolerationText(list.at(i)));
}

void describeSpread(Lines &out, const QString &indent, QList<kube::SpreadConstraint> list)
{
    std::ranges::stable_sort(list, {}, &kube::SpreadConstraint::topologyKey);
    for (qsizetype i = 0; i < list.size(); ++i) {
        const kube::SpreadConstraint &c = list.at(i);
        const QString selector = c.selector ? u" for selector "_s + *c.selector : QString();
        out.add(0, (i == 0 ? indent + u"Topology Spread Constraints:\t"_s : u"\t"_s) +
                       u"%1:%2 when max skew %3 is exceeded%4"_s.arg(c.topologyKey, c.whenUnsatisfiable,
                                                                     QString::number(c.maxSkew), selector));
    }
}

}  // namespace report
