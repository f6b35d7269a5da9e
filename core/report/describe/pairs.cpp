// SPDX-License-Identifier: Apache-2.0
#include "report/describe/pairs.h"

namespace report {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView LastApplied("kubectl.kubernetes.io/last-applied-configuration");

/** What stands before an entry: the label on the first line, and the indentation that kubectl writes again. */
QString start(qsizetype index, const QString &label, int level)
{
    return (index == 0 ? label + u":\t"_s : u"\t"_s) + QString(2LL * level, u' ');
}

}  // namespace

QString cutBytes(const QString &line, qsizetype bytes)
{
    const QByteArray utf8 = line.toUtf8();
    return utf8.size() > bytes ? QString::fromUtf8(utf8.first(bytes)) + u"..."_s : line;
}

void addLabels(Lines &out, int level, const QString &label, const kube::StringPairs &values)
{
    if (values.isEmpty())
        out.add(level, start(0, label, level) + u"<none>"_s);
    for (qsizetype i = 0; i < values.size(); ++i)
        out.add(level, start(i, label, level) + values.at(i).first + u'=' + values.at(i).second);
}

void addAnnotations(Lines &out, int level, const kube::StringPairs &all, const QString &indent)
{
    const QString label = indent + u"Annotations"_s;
    kube::StringPairs values = all;
    values.removeIf([](const auto &pair) { return pair.first == LastApplied; });
    if (values.isEmpty())
        out.add(level, start(0, label, level) + u"<none>"_s);
    for (qsizetype i = 0; i < values.size(); ++i) {
        const QString first = start(i, label, level);
        const QString &key = values.at(i).first;
        QString value = values.at(i).second;
        if (value.endsWith(u'\n'))
            value.chop(1);
        if (key.toUtf8().size() + value.toUtf8().size() + 2 <= 140 && !value.contains(u'\n')) {
            out.add(level, first + key + u": "_s + value);
            continue;
        }
        out.add(level, first + key + u':');
        for (const QString &line : value.split(u'\n'))
            out.add(level, u"\t  "_s + cutBytes(line, 138));
    }
}

}  // namespace report
