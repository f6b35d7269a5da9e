// SPDX-License-Identifier: Apache-2.0
#include "cli/read/jsonpath.h"

#include "kube/quantity.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

QString scalarText(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    return value.toVariant().toString();
}

}  // namespace

QString fieldText(const QJsonObject &object, const QString &field)
{
    return scalarText(valueAt(object, field.split(u'.')));
}

kube::Result<QStringList> parsePath(const QString &path)
{
    static const QRegularExpression step(
        u"\\G(?:\\.?([A-Za-z0-9_$-]+)|\\[(\\d+)\\]|\\[['\"]([^'\"\\]]+)['\"]\\]|\\.((?:[^.\\[\\\\]|\\\\.)+))"_s);
    QString inner = path;
    if (inner.startsWith(u'{') && inner.endsWith(u'}'))
        inner = inner.sliced(1, inner.size() - 2);
    QStringList steps;
    qsizetype at = 0;
    while (at < inner.size()) {
        const auto match = step.match(inner, at);
        if (!match.hasMatch())
            return kube::failure(kube::Error::Kind::Input,
                                 u"--sort-by knows fields and indexes only, not \"%1\""_s.arg(inner.sliced(at)));
        for (int group = 1; group <= 4; ++group)
            if (match.hasCaptured(group))
                steps << match.captured(group).replace(u"\\."_s, u"."_s);
        at = match.capturedEnd();
    }
    if (steps.isEmpty())
        return kube::failure(kube::Error::Kind::Input, u"--sort-by wants a path like .metadata.name"_s);
    return steps;
}

QJsonValue valueAt(const QJsonObject &object, const QStringList &path)
{
    QJsonValue value = object;
    for (const QString &step : path)
        value = value.isArray() ? value.toArray().at(step.toInt()) : value.toObject().value(step);
    return value;
}

bool sortsBefore(const QJsonValue &a, const QJsonValue &b, kube::Version kubectl)
{
    const auto rank = [](const QJsonValue &value) { return value.isUndefined() ? 0 : value.isNull() ? 1 : 2; };
    if (rank(a) != 2 || rank(b) != 2)
        return rank(a) < rank(b);
    if (a.isDouble() && b.isDouble())
        return a.toDouble() < b.toDouble();
    const QString left = a.toString();
    const QString right = b.toString();
    const auto order = kube::compareQuantities(left, right);
    if (kubectl.minor >= 22 && order != std::partial_ordering::unordered)
        return order < 0;
    return left.toUtf8() < right.toUtf8();
}

}  // namespace cli
