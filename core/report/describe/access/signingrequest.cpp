// SPDX-License-Identifier: Apache-2.0
#include "kube/duration.h"
#include "report/describe/access/access.h"
#include "report/describe/access/certificaterequest.h"

namespace report {

using namespace Qt::StringLiterals;

namespace {

/** Source: kubectl pkg/describe extractCSRStatus. */
QString statusOf(const QJsonValue &status)
{
    const QStringList types = eachOf(status["conditions"_L1], "type"_L1);
    QString text = types.contains(u"Denied") ? u"Denied"_s : types.contains(u"Approved") ? u"Approved"_s : u"Pending"_s;
    if (types.contains(u"Failed"))
        text += u",Failed"_s;
    return status["certificate"_L1].toString().isEmpty() ? text : text + u",Issued"_s;
}

/** kubectl indents these by a column. */
void addValues(Lines &out, const QString &label, const QStringList &values)
{
    if (values.isEmpty())
        return;
    out.add(0, u'\t' + label + u":\t"_s + values.constFirst());
    out.nest(1);
    for (const QString &value : values.sliced(1))
        out.add(0, u"\t\t"_s + value);
    out.nest(-1);
}

}  // namespace

kube::Result<void> describeSigningRequest(Page &page)
{
    const QJsonValue spec = page.spec();
    const auto request = certificateRequestOf(QByteArray::fromBase64(spec["request"_L1].toString().toLatin1()));
    if (!request)
        return kube::failure(kube::Error::Kind::Input, u"Error parsing CSR: "_s + request.error().message);
    page.name();
    page.out.add(0, u"Labels:\t"_s + labelsText(page.meta()["labels"_L1]));
    page.out.add(0, u"Annotations:\t"_s + labelsText(page.meta()["annotations"_L1]));
    page.created();
    page.out.add(0, u"Requesting User:\t"_s + spec["username"_L1].toString());
    page.out.addIf(0, u"Signer:\t"_s, spec["signerName"_L1].toString());
    if (const QJsonValue seconds = spec["expirationSeconds"_L1]; seconds.isDouble())
        page.out.add(0, u"Requested Duration:\t"_s + kube::humanDuration(std::chrono::seconds(seconds.toInteger())));
    page.out.add(0, u"Status:\t"_s + statusOf(page.status()));
    page.out.add(0, u"Subject:"_s);
    addValues(page.out, u"Common Name"_s, {request->commonName});
    addValues(page.out, u"Serial Number"_s, {request->serialNumber});
    addValues(page.out, u"Organization"_s, request->organizations);
    addValues(page.out, u"Organizational Unit"_s, request->units);
    addValues(page.out, u"Country"_s, request->countries);
    addValues(page.out, u"Locality"_s, request->localities);
    addValues(page.out, u"Province"_s, request->provinces);
    addValues(page.out, u"StreetAddress"_s, request->streets);
    addValues(page.out, u"PostalCode"_s, request->postalCodes);
    if ((request->dnsNames + request->mails + request->uris + request->addresses).isEmpty())
        return {};
    page.out.add(0, u"Subject Alternative Names:"_s);
    addValues(page.out, u"DNS Names"_s, request->dnsNames);
    addValues(page.out, u"Email Addresses"_s, request->mails);
    addValues(page.out, u"URIs"_s, request->uris);
    addValues(page.out, u"IP Addresses"_s, request->addresses);
    return {};
}

}  // namespace report
