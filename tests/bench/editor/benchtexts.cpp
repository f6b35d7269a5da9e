// SPDX-License-Identifier: Apache-2.0
#include "bench/editor/benchtexts.h"

#include <QFile>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace bench {

namespace {

QString deployment(int number)
{
    QFile file(QStringLiteral(SOURCE_ROOT "/resources/templates/deployment.yaml"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the template is not there");
    return QString::fromUtf8(file.readAll()).replace(u"name: "_s, u"name: n%1-"_s.arg(number));
}

QString indented(const QString &text)
{
    QString all;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts))
        all += (all.isEmpty() ? u"- "_s : u"  "_s) + line + u'\n';
    return all;
}

/** The line of the first `word` in the second half; from 1. */
int lineOf(const QString &text, const QString &word)
{
    const qsizetype at = text.indexOf(word, text.size() / 2);
    return int(text.first(at).count(u'\n')) + 1;
}

Text documents(int lines)
{
    QString all;
    for (int number = 0, written = 0; written < lines; ++number) {
        const QString one = deployment(number) + u"---\n"_s;
        written += int(one.count(u'\n'));
        all += one;
    }
    return {u"documents"_s, all, lineOf(all, u"image: "_s)};
}

Text list(int lines)
{
    QString all = u"apiVersion: v1\nkind: List\nitems:\n"_s;
    for (int number = 0, written = 3; written < lines; ++number) {
        const QString one = indented(deployment(number));
        written += int(one.count(u'\n'));
        all += one;
    }
    return {u"list"_s, all, lineOf(all, u"image: "_s)};
}

/** Objects in objects, as operators publish them: each of ten fields, one of which goes deeper. */
void addFields(QString &all, int depth, int number)
{
    const QString by(depth, u' ');
    for (int field = 0; field < 10; ++field) {
        const QString name = u"field%1x%2"_s.arg(number).arg(field);
        all += by + name + u":\n"_s;
        all += by + u"  description: What %1 means, in a sentence that says more than its name does.\n"_s.arg(name);
        if (field == 4 && depth < 40) {
            all += by + u"  type: object\n"_s + by + u"  properties:\n"_s;
            addFields(all, depth + 4, number);
        } else {
            all += by + u"  type: string\n"_s;
        }
    }
}

Text definition(int lines)
{
    QString all =
        u"apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata:\n"
        "  name: shelves.example.com\nspec:\n  group: example.com\n  scope: Namespaced\n  names:\n"
        "    kind: Shelf\n    plural: shelves\n  versions:\n  - name: v1\n    served: true\n"
        "    storage: true\n    schema:\n      openAPIV3Schema:\n        type: object\n        properties:\n"_s;
    const qsizetype before = all.size();
    addFields(all, 10, 0);
    const int each = int(all.sliced(before).count(u'\n'));
    for (int number = 1; number * each < lines; ++number)
        addFields(all, 10, number);
    return {u"definition"_s, all, lineOf(all, u"description: "_s)};
}

Text values(int lines)
{
    QString all = u"apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: values\ndata:\n"_s;
    for (int number = 5; number < lines; ++number)
        all += u"  key-%1: the value of a setting, number %1\n"_s.arg(number);
    return {u"values"_s, all, lineOf(all, u"key-"_s)};
}

Text scripts(int lines)
{
    QString all = u"apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: scripts\ndata:\n"_s;
    for (int number = 5; number < lines; ++number)
        all += number % 5000 == 5 ? u"  script-%1.sh: |\n"_s.arg(number)
                                  : u"    echo \"line %1\" | tee -a /var/log/some.log\n"_s.arg(number);
    return {u"scripts"_s, all, lineOf(all, u"echo "_s)};
}

}  // namespace

QList<Text> texts(int lines)
{
    return {documents(lines), list(lines), definition(lines), values(lines), scripts(lines)};
}

}  // namespace bench
