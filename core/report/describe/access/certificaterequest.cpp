// SPDX-License-Identifier: Apache-2.0
#include "report/describe/access/certificaterequest.h"

#include <QStringDecoder>

#include <algorithm>
#include <optional>

namespace report {

using namespace Qt::StringLiterals;

namespace {

enum Tag : uchar {
    Boolean = 0x01,
    Integer = 0x02,
    BitString = 0x03,
    OctetString = 0x04,
    Oid = 0x06,
    Utf8 = 0x0c,
    Numeric = 0x12,
    Printable = 0x13,
    Teletex = 0x14,
    Ia5 = 0x16,
    Bmp = 0x1e,
    Sequence = 0x30,
    Set = 0x31,
    Mail = 0x81,  // from here on of this place only
    Dns = 0x82,
    Uri = 0x86,
    Address = 0x87,
    Attributes = 0xa0,
};

constexpr QByteArrayView ExtensionRequest("\x2a\x86\x48\x86\xf7\x0d\x01\x09\x0e", 9);  // 1.2.840.113549.1.9.14
constexpr QByteArrayView AlternativeNames("\x55\x1d\x11", 3);                          // 2.5.29.17
constexpr QByteArrayView NameAttribute("\x55\x04", 2);                                 // 2.5.4, and one more

/** One value after another. The first problem ends it, and all others that share its text. */
class Der {
public:
    Der(QByteArrayView bytes, QString &problem) : m_left(bytes), m_problem(&problem) {}

    [[nodiscard]] bool hasMore() const { return m_problem->isEmpty() && !m_left.isEmpty(); }
    [[nodiscard]] uchar tag() const { return m_left.isEmpty() ? uchar(0) : uchar(m_left.front()); }
    QByteArrayView fail(const QString &problem)
    {
        if (m_problem->isEmpty())
            *m_problem = problem;
        m_left = {};
        return {};
    }
    /** What is in the next value; it has to have this tag. */
    QByteArrayView bytes(uchar wanted)
    {
        if (m_left.isEmpty())
            return fail(u"asn1: syntax error: sequence truncated"_s);
        return tag() == wanted ? bytes() : fail(u"asn1: structure error: tags don't match"_s);
    }
    Der in(uchar wanted) { return {bytes(wanted), *m_problem}; }
    /** The same, whatever its tag is. */
    QByteArrayView bytes();

private:
    QByteArrayView m_left;
    QString *m_problem;
};

QByteArrayView Der::bytes()
{
    constexpr uchar LongTag = 0x1f, LongLength = 0x80;
    const auto truncated = [this] { return fail(u"asn1: syntax error: data truncated"_s); };
    if (!m_problem->isEmpty() || m_left.size() < 2)
        return truncated();
    if ((tag() & LongTag) == LongTag)
        return fail(u"asn1: structure error: tags don't match"_s);
    qint64 length = uchar(m_left[1]);
    qsizetype head = 2;
    if (length >= LongLength) {
        const qsizetype count = length - LongLength;
        if (count == 0)
            return fail(u"asn1: syntax error: indefinite length found (not DER)"_s);
        if (count > 4)
            return fail(u"asn1: structure error: length too large"_s);
        if (m_left.size() < head + count)
            return truncated();
        length = 0;
        for (const char byte : m_left.sliced(head, count))
            length = (length << 8) | uchar(byte);
        if (length < LongLength || length >> (8 * (count - 1)) == 0)
            return fail(u"asn1: structure error: non-minimal length"_s);
        head += count;
    }
    if (length > m_left.size() - head)
        return truncated();
    const QByteArrayView content = m_left.sliced(head, qsizetype(length));
    m_left = m_left.sliced(head + qsizetype(length));
    return content;
}

/** Source: encoding/pem: what is no block is skipped, and so are its headers. */
std::optional<QByteArray> firstBlock(const QByteArray &pem, QByteArrayView type)
{
    QList<QByteArray> lines = pem.split('\n');
    for (QByteArray &line : lines)
        line = line.trimmed();
    for (qsizetype begin = 0; begin < lines.size(); ++begin) {
        const QByteArray &first = lines.at(begin);
        if (!first.startsWith("-----BEGIN ") || !first.endsWith("-----"))
            continue;
        const auto end = std::find_if(lines.cbegin() + begin, lines.cend(),
                                      [](const QByteArray &line) { return line.startsWith("-----END "); });
        if (end == lines.cend())
            return std::nullopt;
        if (*end != "-----END " + first.sliced(11))
            continue;
        QByteArray body;
        for (auto line = lines.cbegin() + begin + 1; line != end; ++line)
            if (!line->contains(':'))
                body += QByteArray(*line).replace(' ', "").replace('\t', "");
        const auto decoded = QByteArray::fromBase64Encoding(body, QByteArray::AbortOnBase64DecodingErrors);
        if (!decoded)
            continue;
        return first == "-----BEGIN " + type.toByteArray() + "-----" ? std::optional(*decoded) : std::nullopt;
    }
    return std::nullopt;
}

bool isAscii(QByteArrayView bytes)
{
    return std::ranges::all_of(bytes, [](char byte) { return uchar(byte) < 0x80; });
}

/** The next value where it is a text. */
std::optional<QString> textIn(Der &der)
{
    const uchar tag = der.tag();
    const QByteArrayView bytes = der.bytes();
    QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QStringDecoder utf16(QStringDecoder::Utf16BE, QStringDecoder::Flag::Stateless);
    switch (tag) {
    case Printable:
    case Numeric:
    case Ia5:
        if (!isAscii(bytes))
            der.fail(u"asn1: syntax error: string contains invalid character"_s);
        return QString::fromLatin1(bytes);
    case Utf8: {
        QString text = utf8(bytes);
        if (utf8.hasError())
            der.fail(u"asn1: structure error: invalid UTF-8 string"_s);
        return text;
    }
    case Teletex: return QString::fromUtf8(bytes);  // Go takes its bytes as they are
    case Bmp:
        if (bytes.size() % 2 != 0)
            der.fail(u"pkcs12: odd-length BMP string"_s);
        return utf16(bytes);
    default: return std::nullopt;
    }
}

void readSubject(Der names, CertificateRequest &request)
{
    while (names.hasMore())
        for (Der several = names.in(Set); several.hasMore();) {
            Der one = several.in(Sequence);
            const QByteArrayView type = one.bytes(Oid);
            const std::optional<QString> text = textIn(one);
            if (!text || type.size() != 3 || !type.startsWith(NameAttribute))
                continue;
            switch (type.back()) {  // RFC 4519
            case 3: request.commonName = *text; break;
            case 5: request.serialNumber = *text; break;
            case 6: request.countries << *text; break;
            case 7: request.localities << *text; break;
            case 8: request.provinces << *text; break;
            case 9: request.streets << *text; break;
            case 10: request.organizations << *text; break;
            case 11: request.units << *text; break;
            case 17: request.postalCodes << *text; break;
            default: break;
            }
        }
}

/** RFC 5952, as Go writes it: `::ffff:1.2.3.4` is `1.2.3.4`. */
QString addressText(QByteArrayView bytes)
{
    constexpr QByteArrayView Mapped("\0\0\0\0\0\0\0\0\0\0\xff\xff", 12);
    if (bytes.startsWith(Mapped))
        bytes = bytes.sliced(Mapped.size());
    QStringList parts;
    if (bytes.size() == 4) {
        for (const char byte : bytes)
            parts << QString::number(uchar(byte));
        return parts.join(u'.');
    }
    qsizetype best = 0, length = 1, run = 0;  // one zero alone is written
    for (qsizetype i = 0; i < 8; ++i) {
        const int group = (uchar(bytes[2 * i]) << 8) | uchar(bytes[(2 * i) + 1]);
        parts << QString::number(group, 16);
        run = group == 0 ? run + 1 : 0;
        if (run > length) {
            length = run;
            best = i + 1 - run;
        }
    }
    if (length == 1)
        return parts.join(u':');
    return parts.first(best).join(u':') + u"::"_s + parts.sliced(best + length).join(u':');
}

void readAlternativeNames(Der names, CertificateRequest &request)
{
    while (names.hasMore()) {
        const uchar tag = names.tag();
        const QByteArrayView bytes = names.bytes();
        QStringList *const list = tag == Mail  ? &request.mails
                                  : tag == Dns ? &request.dnsNames
                                  : tag == Uri ? &request.uris
                                               : nullptr;
        if (list && !isAscii(bytes))
            names.fail(u"x509: SAN %1 is malformed"_s.arg(tag == Mail  ? u"rfc822Name"_s
                                                          : tag == Dns ? u"dNSName"_s
                                                                       : u"uniformResourceIdentifier"_s));
        else if (list)
            *list << QString::fromLatin1(bytes);
        else if (tag == Address && bytes.size() != 4 && bytes.size() != 16)
            names.fail(u"x509: cannot parse IP address of length %1"_s.arg(bytes.size()));
        else if (tag == Address)
            request.addresses << addressText(bytes);
    }
}

void readExtensions(Der extensions, CertificateRequest &request, QString &problem)
{
    while (extensions.hasMore()) {
        Der one = extensions.in(Sequence);
        const QByteArrayView type = one.bytes(Oid);
        if (one.tag() == Boolean)
            one.bytes(Boolean);
        const QByteArrayView value = one.bytes(OctetString);
        if (type == AlternativeNames)
            readAlternativeNames(Der(value, problem).in(Sequence), request);
    }
}

}  // namespace

kube::Result<CertificateRequest> certificateRequestOf(const QByteArray &pem)
{
    const std::optional<QByteArray> bytes = firstBlock(pem, "CERTIFICATE REQUEST");
    if (!bytes)
        return kube::failure(kube::Error::Kind::Input, u"PEM block type must be CERTIFICATE REQUEST"_s);
    CertificateRequest request;
    QString problem;
    Der all(*bytes, problem);
    Der whole = all.in(Sequence);
    if (all.hasMore())
        all.fail(u"asn1: syntax error: trailing data"_s);
    Der body = whole.in(Sequence);
    whole.bytes(Sequence);   // the algorithm
    whole.bytes(BitString);  // the signature
    body.bytes(Integer);     // the version
    readSubject(body.in(Sequence), request);
    body.bytes(Sequence);  // the key
    for (Der attributes = body.in(Attributes); attributes.hasMore();) {
        Der one = attributes.in(Sequence);
        const QByteArrayView type = one.bytes(Oid);
        if (Der values = one.in(Set); type == ExtensionRequest && values.hasMore())
            readExtensions(values.in(Sequence), request, problem);
    }
    if (!problem.isEmpty())
        return kube::failure(kube::Error::Kind::Input, problem);
    return request;
}

}  // namespace report
