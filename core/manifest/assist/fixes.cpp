// SPDX-License-Identifier: Apache-2.0
#include "manifest/assist/fixes.h"

#include "manifest/assist/completion.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace manifest {

using namespace Qt::StringLiterals;

namespace {

/** Where the pod's spec is in an object of a kind, as steps. */
QStringList podSpecOf(const QJsonObject &object)
{
    const QString kind = object["kind"_L1].toString();
    if (kind == "Pod"_L1)
        return {u"spec"_s};
    if (kind == "CronJob"_L1)
        return {u"spec"_s, u"jobTemplate"_s, u"spec"_s, u"template"_s, u"spec"_s};
    if (kind == "PodTemplate"_L1)
        return {u"template"_s, u"spec"_s};
    return {u"spec"_s, u"template"_s, u"spec"_s};
}

QJsonObject at(QJsonObject object, const QStringList &steps)
{
    for (const QString &step : steps)
        object = object[step].toObject();
    return object;
}

/** The place of a field that is written; line 0: it is not. */
Place written(const Document &document, const QString &field)
{
    return document.places.value(field);
}

/** The key's own value in its line; nothing where the line has another form. */
std::optional<Shape> valueOf(const QString &line, const QString &key, Place place)
{
    const Shape shape = shapeOf(line);
    const bool fits = place.line > 0 && shape.key == key && shape.content == place.column - 1;
    return fits ? std::optional(shape) : std::nullopt;
}

Edit replaced(const Shape &shape, int line, const QString &text)
{
    const bool needsBlank = shape.value == shape.content + shape.keyLength + 1;
    return {{line, shape.value + 1}, int(shape.valueText.size()), needsBlank ? u' ' + text : text};
}

}  // namespace

QList<ImagePlace> imagesOf(const Document &document)
{
    const QJsonObject object = QJsonDocument::fromJson(document.json).object();
    const QStringList steps = podSpecOf(object);
    const QJsonObject spec = at(object, steps);
    QList<ImagePlace> images;
    const auto add = [&](const QString &field, const QJsonObject &one, const QString &name, const QString &imageKey,
                         const QString &policyKey) {
        ImagePlace image;
        image.field = field;
        image.container = name;
        image.image = one[imageKey].toString();
        image.policy = one[policyKey].toString();
        image.imageAt = written(document, field + u'.' + imageKey);
        image.policyAt = written(document, field + u'.' + policyKey);
        image.isInit = field.contains("initContainers"_L1);
        image.isVolume = imageKey == "reference"_L1;
        if (image.imageAt.line > 0)
            images.append(image);
    };
    for (const QString &list : {u"initContainers"_s, u"containers"_s, u"volumes"_s}) {
        const QJsonArray items = spec[list].toArray();
        for (qsizetype i = 0; i < items.size(); ++i) {
            const QJsonObject one = items[i].toObject();
            const QString field = u"%1.%2[%3]"_s.arg(steps.join(u'.'), list, QString::number(i));
            if (list != "volumes"_L1)
                add(field, one, one["name"_L1].toString(), u"image"_s, u"imagePullPolicy"_s);
            else if (one["image"_L1].isObject())
                add(field + u".image"_s, one["image"_L1].toObject(), one["name"_L1].toString(), u"reference"_s,
                    u"pullPolicy"_s);
        }
    }
    std::ranges::stable_sort(images, {}, [](const ImagePlace &image) { return image.imageAt.line; });
    return images;
}

QString pinned(const QString &image, const QString &digest)
{
    return image.section(u'@', 0, 0) + u'@' + digest;
}

std::optional<Edit> setImage(const ImagePlace &image, const QString &line, const QString &value)
{
    const auto shape = valueOf(line, image.isVolume ? u"reference"_s : u"image"_s, image.imageAt);
    if (!shape)
        return {};
    return replaced(*shape, image.imageAt.line, valueText(value));
}

std::optional<Edit> setPolicy(const ImagePlace &image, const QString &line, const QString &policy)
{
    const QString key = image.isVolume ? u"pullPolicy"_s : u"imagePullPolicy"_s;
    if (image.policyAt.line > 0) {
        const auto shape = valueOf(line, key, image.policyAt);
        return shape ? std::optional(replaced(*shape, image.policyAt.line, policy)) : std::nullopt;
    }
    const auto shape = valueOf(line, image.isVolume ? u"reference"_s : u"image"_s, image.imageAt);
    if (!shape)
        return {};
    return Edit{
        {image.imageAt.line, int(line.size()) + 1}, 0, u"\n%1%2: %3"_s.arg(QString(shape->content, u' '), key, policy)};
}

std::optional<Edit> addPullSecret(const Document &document, const ImagePlace &image, const QString &name,
                                  const std::function<QString(int)> &lineAt)
{
    const QJsonObject object = QJsonDocument::fromJson(document.json).object();
    const QStringList steps = podSpecOf(object);
    const QJsonArray have = at(object, steps)["imagePullSecrets"_L1].toArray();
    const bool isThere =
        std::ranges::any_of(have, [&](const QJsonValue &one) { return one.toObject()["name"_L1].toString() == name; });
    if (isThere)
        return {};
    const QString spec = steps.join(u'.');
    const Place list = written(document, spec + u".imagePullSecrets"_s);
    if (list.line > 0) {
        if (!valueOf(lineAt(list.line), u"imagePullSecrets"_s, list) || have.isEmpty())
            return {};
        const Shape first = shapeOf(lineAt(list.line + 1));
        if (first.dashes.isEmpty())
            return {};
        return Edit{
            {list.line + 1, 1}, 0, u"%1- name: %2\n"_s.arg(QString(first.dashes.first(), u' '), valueText(name))};
    }
    const QString key = image.isInit ? u"initContainers"_s : u"containers"_s;
    const Place before = written(document, spec + u'.' + key);
    const QString line = before.line > 0 ? lineAt(before.line) : QString();
    if (!valueOf(line, key, before) || !shapeOf(line).dashes.isEmpty())
        return {};
    const Shape below = shapeOf(lineAt(before.line + 1));
    const int dash = below.dashes.isEmpty() ? before.column - 1 : below.dashes.first();
    return Edit{{before.line, 1},
                0,
                u"%1imagePullSecrets:\n%2- name: %3\n"_s.arg(QString(before.column - 1, u' '), QString(dash, u' '),
                                                             valueText(name))};
}

}  // namespace manifest
