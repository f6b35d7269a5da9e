// SPDX-License-Identifier: Apache-2.0
#include "report/describe/config/config.h"

namespace report {

using namespace Qt::StringLiterals;

namespace {

qsizetype decodedSize(const QJsonValue &base64)
{
    return QByteArray::fromBase64(base64.toString().toLatin1()).size();
}

void heading(Lines &out, const QString &title)
{
    out.addBare({});
    out.add(0, title);
    out.addBare(u"===="_s);
}

}  // namespace

kube::Result<void> describeConfigMap(Page &page)
{
    Lines &out = page.out;
    page.nameAndNamespace();
    page.labels();
    page.annotations();
    heading(out, u"Data"_s);
    out.nest(1);
    for (const auto &[key, value] : pairsOf(page.object["data"_L1])) {
        out.add(0, key + u':');
        out.addBare(u"----"_s);
        out.nest(1);
        out.add(0, value);
        out.nest(-1);
        out.addBare({});
    }
    out.nest(-1);
    heading(out, u"BinaryData"_s);
    out.nest(1);
    const QJsonObject binary = page.object["binaryData"_L1].toObject();
    for (auto it = binary.begin(); it != binary.end(); ++it)
        out.add(0, u"%1: %2 bytes"_s.arg(it.key()).arg(decodedSize(it.value())));
    out.nest(-1);
    out.addBare({});
    if (const kube::Error *failure = page.failure(0))  // of the events, which kubectl cannot do without here alone
        return std::unexpected(*failure);
    return {};
}

kube::Result<void> describeSecret(Page &page)
{
    Lines &out = page.out;
    page.nameAndNamespace();
    page.labels();
    page.annotations();
    out.addBare({});
    out.add(0, u"Type:\t"_s + page.object["type"_L1].toString());
    heading(out, u"Data"_s);
    out.nest(1);
    const QJsonObject data = page.object["data"_L1].toObject();
    for (auto it = data.begin(); it != data.end(); ++it)
        out.add(0, u"%1:\t%2 bytes"_s.arg(it.key()).arg(decodedSize(it.value())));
    out.nest(-1);
    return {};
}

kube::Result<void> describePriorityClass(Page &page)
{
    const QJsonObject &object = page.object;
    page.name();
    page.out.add(0, u"Value:\t"_s + number(object["value"_L1]));
    page.out.add(0, u"GlobalDefault:\t"_s + goText(object["globalDefault"_L1].toBool()));
    page.out.add(0, u"PreemptionPolicy:\t"_s + object["preemptionPolicy"_L1].toString());
    page.out.add(0, u"Description:\t"_s + object["description"_L1].toString());
    page.out.add(0, u"Annotations:\t"_s + labelsText(page.meta()["annotations"_L1]));
    return {};
}

}  // namespace report
