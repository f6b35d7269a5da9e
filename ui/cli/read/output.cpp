// SPDX-License-Identifier: Apache-2.0
#include "cli/read/output.h"

#include "manifest/scalar/floattext.h"
#include "manifest/text/yamltext.h"

namespace cli {

using namespace Qt::StringLiterals;

namespace {

/** A string as Go's encoding/json writes it: what HTML would obey is escaped, too. */
QString quoted(const QString &text)
{
    QString result = u"\""_s;
    for (const QChar c : text) {
        const char16_t u = c.unicode();
        if (c == u'"' || c == u'\\')
            result += u'\\' + QString(c);
        else if (c == u'\n')
            result += u"\\n"_s;
        else if (c == u'\r')
            result += u"\\r"_s;
        else if (c == u'\t')
            result += u"\\t"_s;
        else if (u < 0x20 || u == u'<' || u == u'>' || u == u'&' || u == 0x2028 || u == 0x2029)
            result += QString::asprintf("\\u%04x", unsigned(u));
        else
            result += c;
    }
    return result + u'"';
}

void write(QString &out, const QJsonValue &value, int depth);

/** Members or elements, one a line, `print(i)` writes one. */
template <class Print>
void lines(QString &out, QChar open, QChar close, qsizetype count, int depth, Print print)
{
    out += open;
    for (qsizetype i = 0; i < count; ++i) {
        out += (i == 0 ? u"\n"_s : u",\n"_s) + QString(4LL * (depth + 1), u' ');
        print(i);
    }
    if (count > 0)
        out += u'\n' + QString(4LL * depth, u' ');
    out += close;
}

void write(QString &out, const QJsonValue &value, int depth)
{
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        const QStringList keys = object.keys();  // sorted
        lines(out, u'{', u'}', keys.size(), depth, [&](qsizetype i) {
            out += quoted(keys.at(i)) + u": "_s;
            write(out, object.value(keys.at(i)), depth + 1);
        });
    } else if (value.isArray()) {
        const QJsonArray array = value.toArray();
        lines(out, u'[', u']', array.size(), depth, [&](qsizetype i) { write(out, array.at(i), depth + 1); });
    } else if (value.isString()) {
        out += quoted(value.toString());
    } else if (value.isBool()) {
        out += value.toBool() ? u"true"_s : u"false"_s;
    } else if (value.isDouble()) {
        const qint64 whole = value.toInteger();
        out += double(whole) == value.toDouble() ? QString::number(whole)
                                                 : QString::fromLatin1(manifest::floatText(value.toDouble()));
    } else {
        out += u"null"_s;
    }
}

QJsonObject shown(QJsonObject object, const ObjectOptions &options)
{
    if (options.managedFields || options.kubectl.minor <= 20)
        return object;
    QJsonObject meta = object["metadata"_L1].toObject();
    meta.remove("managedFields"_L1);
    object.insert("metadata"_L1, meta);
    return object;
}

}  // namespace

QString wholeObjects(const QList<QJsonObject> &objects, const ObjectOptions &options)
{
    QJsonObject whole;
    if (options.single && objects.size() == 1) {
        whole = shown(objects.constFirst(), options);
    } else {
        QJsonArray items;
        for (const QJsonObject &object : objects)
            items << shown(object, options);
        QJsonObject meta{{u"resourceVersion"_s, QString()}};
        if (options.kubectl.minor <= 23)
            meta.insert("selfLink"_L1, QString());
        whole = {{u"apiVersion"_s, u"v1"_s}, {u"items"_s, items}, {u"kind"_s, u"List"_s}, {u"metadata"_s, meta}};
    }
    if (options.format == u"yaml")
        return manifest::toYaml(whole);
    QString text;
    write(text, whole, 0);
    return text + u'\n';
}

QString nameLine(const QJsonObject &object)
{
    const QString api = object["apiVersion"_L1].toString();
    const QString group = api.contains(u'/') ? u'.' + api.section(u'/', 0, 0) : QString();
    return object["kind"_L1].toString().toLower() + group + u'/' + object["metadata"_L1]["name"_L1].toString();
}

QString kindPrefix(const kube::Resource &resource)
{
    return resource.kind.toLower() + (resource.group.isEmpty() ? QString() : u'.' + resource.group);
}

}  // namespace cli
