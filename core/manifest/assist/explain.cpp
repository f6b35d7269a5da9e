// SPDX-License-Identifier: Apache-2.0
#include "manifest/assist/explain.h"

#include "manifest/assist/completion.h"
#include "manifest/assist/rules.h"

#include <algorithm>
#include <utility>

namespace manifest {

using namespace Qt::StringLiterals;
using kube::SchemaPtr;

namespace {

constexpr qsizetype Width = 80;  ///< columns that kubectl breaks its text at

/** Words of a paragraph in lines, each indented. */
QString wrapped(const QString &text, const QString &indent)
{
    QString all;
    for (const QString &paragraph : text.split(u'\n')) {
        QString line;
        for (const QString &word : paragraph.split(u' ', Qt::SkipEmptyParts)) {
            if (!line.isEmpty() && indent.size() + line.size() + 1 + word.size() > Width) {
                all += indent + line + u'\n';
                line.clear();
            }
            line += line.isEmpty() ? word : u' ' + word;
        }
        all += line.isEmpty() ? u"\n"_s : indent + line + u'\n';
    }
    return all;
}

QStringList fieldsOf(const kube::SchemaSet &set, const SchemaPtr &schema)
{
    QStringList names = schema->properties.keys();
    names.sort();
    QStringList fields;
    for (const QString &name : std::as_const(names))
        fields << u"%1\t<%2>%3"_s.arg(name, typeName(set, schema->properties.value(name)),
                                      schema->required.contains(name) ? u" -required-"_s : QString());
    return fields;
}

}  // namespace

QString Explanation::text(bool brief) const
{
    const QString group = apiVersion.contains(u'/') ? apiVersion.section(u'/', 0, 0) : QString();
    QString all = group.isEmpty() ? QString() : u"GROUP:      "_s + group + u'\n';
    all += u"KIND:       "_s + kind + u"\nVERSION:    "_s + apiVersion.section(u'/', -1) + u"\n\n"_s;
    if (!field.isEmpty())
        all += u"FIELD: %1 <%2>%3\n"_s.arg(field.section(u'.', -1), type, isRequired ? u" -required-"_s : QString());
    if (!values.isEmpty())
        all += u"ENUM:\n    "_s + values.join(u"\n    "_s) + u'\n';
    if (!field.isEmpty())
        all += u'\n';
    all += u"DESCRIPTION:\n"_s + wrapped(description.isEmpty() ? u"<empty>"_s : description, u"    "_s);
    if (!brief && !typeDescription.isEmpty())
        all += wrapped(typeDescription, u"    "_s);
    if (!brief && !fields.isEmpty())
        all += u"\nFIELDS:\n  "_s + fields.join(u"\n  "_s) + u'\n';
    return all;
}

std::optional<Explanation> explain(const Spot &spot, const Shelf &shelf)
{
    const Shelf::Found found = shelf.find(spot.apiVersion, spot.kind);
    const SchemaPtr around = found.schema ? schemaAt(*found.set, found.schema, spot.path) : nullptr;
    if (!around || spot.key.isEmpty())
        return {};
    const SchemaPtr known = around->properties.value(spot.key);
    const SchemaPtr property = known ? known : around->others;
    if (!property)
        return {};
    const SchemaPtr schema = found.set->resolved(property);
    QStringList steps = spot.path + QStringList{spot.key};
    steps.removeIf([](const QString &step) { return step.startsWith(u'['); });
    Explanation told;
    told.apiVersion = spot.apiVersion;
    told.kind = spot.kind;
    told.field = steps.join(u'.');
    told.type = typeName(*found.set, property);
    told.isRequired = around->required.contains(spot.key);
    told.description = property->description;
    told.immutable = immutableBy(spot.apiVersion, spot.kind, told.field);
    told.basis = found.basis;
    if (schema) {
        told.values = schema->values;
        const SchemaPtr item = schema->items ? found.set->resolved(schema->items) : schema;
        const SchemaPtr inner = schema->others ? found.set->resolved(schema->others) : item;
        told.typeDescription = inner && inner != property ? inner->description : QString();
        if (told.description.isEmpty())
            told.description = std::exchange(told.typeDescription, {});
        if (item)
            told.fields = fieldsOf(*found.set, item);
    }
    return told;
}

}  // namespace manifest
