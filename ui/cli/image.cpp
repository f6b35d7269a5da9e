// SPDX-License-Identifier: Apache-2.0
#include "cli/offline.h"
#include "kube/container.h"
#include "pull/image/imagereference.h"

#include <QJsonDocument>
#include <QTextStream>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QString table(const QJsonObject &answer)
{
    QString text;
    const auto row = [&](const QString &title, const QString &key) {
        if (const QString value = answer[key].toString(); !value.isEmpty())
            text += title.leftJustified(16) + value + u'\n';
    };
    row(u"Error:"_s, u"error"_s);
    row(u"Waits as:"_s, u"waitingReason"_s);
    row(u"Means:"_s, u"runtimeLookupName"_s);
    row(u"Registry:"_s, u"registry"_s);
    row(u"Path:"_s, u"path"_s);
    row(u"Tag:"_s, u"tag"_s);
    row(u"Digest:"_s, u"digest"_s);
    row(u"Short form:"_s, u"familiar"_s);
    row(u"Sent to CRI as:"_s, u"kubeletImageSpec"_s);
    row(u"Default policy:"_s, u"defaultPolicy"_s);
    return text;
}

}  // namespace

QJsonObject imageAnswer(const QString &text, kube::Version version)
{
    const pull::ImageReference ref = pull::parseImageReference(text, version);
    QJsonObject answer{{u"valid"_s, ref.isValid()},
                       {u"defaultPolicy"_s, kube::toString(pull::defaultPolicy(text, version))}};
    if (!ref.isValid()) {
        answer[u"libraryError"_s] = ref.error;
        answer[u"error"_s] = pull::imageReferenceError(ref, version);
        answer[u"waitingReason"_s] = u"InvalidImageName"_s;
        return answer;
    }
    answer[u"registry"_s] = ref.registry;
    answer[u"repository"_s] = ref.repository();
    answer[u"path"_s] = ref.path;
    answer[u"tag"_s] = orNull(ref.tag);
    answer[u"digest"_s] = orNull(ref.digest);
    answer[u"familiar"_s] = ref.familiar();
    answer[u"runtimeLookupName"_s] = ref.normalized();
    answer[u"kubeletImageSpec"_s] = ref.imageSpec();
    return answer;
}

int image(const Arguments &arguments)
{
    const auto version = arguments.kubelet.isEmpty() ? kube::Version() : kube::Version::parse(arguments.kubelet);
    if (arguments.operands.size() != 1 || !version) {
        QTextStream(stderr) << (version ? u"error: name one image reference"_s
                                        : u"error: not a Kubernetes version: "_s + arguments.kubelet)
                            << Qt::endl;
        return 1;
    }
    const QJsonObject answer = imageAnswer(arguments.operands.constFirst(), *version);
    QTextStream(stdout) << (arguments.output == u"json" ? QString::fromUtf8(QJsonDocument(answer).toJson())
                                                        : table(answer));
    return 0;
}

}  // namespace cli
