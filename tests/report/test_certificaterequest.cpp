// SPDX-License-Identifier: Apache-2.0
// The reader of certificate requests; that it reads as kubectl does is told by the recordings of test_kinds.
#include "report/describe/access/certificaterequest.h"
#include "report/kinds.h"

#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/** By openssl req: CN=c, O=x, and one of each alternative name. */
const QByteArray Pem = "-----BEGIN CERTIFICATE REQUEST-----\n"
                       "MIIBNTCB2wIBADAYMQowCAYDVQQDDAFjMQowCAYDVQQKDAF4MFkwEwYHKoZIzj0C\n"
                       "AQYIKoZIzj0DAQcDQgAE1x2fqnA96QTj5sopiFthYZ0UKK8khNnwLrZjb8bVA1GL\n"
                       "cYhxHuNamsL7D0091uqdE6r3YkmS4nz7r66SW7Yo5KBhMF8GCSqGSIb3DQEJDjFS\n"
                       "MFAwLAYDVR0RBCUwI4YMc3BpZmZlOi8vdC94ggNhLmKHBAECAwSBBWFAYi5jggF6\n"
                       "MAsGA1UdDwQEAwIHgDATBgNVHSUEDDAKBggrBgEFBQcDAjAKBggqhkjOPQQDAgNJ\n"
                       "ADBGAiEAptZzNSc35zTczRoe0vaR5k2bldpxmWb6YbPuEQZRhNsCIQCfjuBcSLGA\n"
                       "XtLU44p4YLu6L7XZ9OHzgF17snlF93QlMg==\n"
                       "-----END CERTIFICATE REQUEST-----\n";

const QByteArray Head = "-----BEGIN CERTIFICATE REQUEST-----\n";
const QByteArray Tail = "\n-----END CERTIFICATE REQUEST-----\n";

QByteArray derOf(const QByteArray &pem)
{
    return QByteArray::fromBase64(pem.sliced(Head.size(), pem.size() - Head.size() - Tail.size()));
}

QByteArray pemOf(const QByteArray &der)
{
    return Head + der.toBase64() + Tail;
}

/** One value of DER. */
QByteArray value(uchar tag, const QByteArray &content)
{
    QByteArray length;
    if (content.size() < 0x80)
        length = QByteArray(1, char(content.size()));
    else
        length = "\x82" + QByteArray(1, char(content.size() >> 8)) + QByteArray(1, char(content.size()));
    return QByteArray(1, char(tag)) + length + content;
}

/** A request with this subject and these attributes; nobody reads its key. */
QByteArray request(const QByteArray &subject, const QByteArray &attributes)
{
    const QByteArray body =
        value(0x02, QByteArray(1, '\0')) + value(0x30, subject) + value(0x30, {}) + value(0xa0, attributes);
    return pemOf(value(0x30, value(0x30, body) + value(0x30, {}) + value(0x03, QByteArray(1, '\0'))));
}

QByteArray named(char attribute, uchar tag, const QByteArray &text)
{
    return value(0x31, value(0x30, value(0x06, QByteArray("\x55\x04") + attribute) + value(tag, text)));
}

QByteArray alternatives(const QByteArray &names)
{
    const QByteArray extension = value(0x30, value(0x06, "\x55\x1d\x11") + value(0x04, value(0x30, names)));
    return value(0x30, value(0x06, "\x2a\x86\x48\x86\xf7\x0d\x01\x09\x0e") + value(0x31, value(0x30, extension)));
}

QString problem(const QByteArray &pem)
{
    const auto read = report::certificateRequestOf(pem);
    return read ? QString() : read.error().message;
}

}  // namespace

class TestCertificateRequest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsAskedFor()
    {
        const auto read = report::certificateRequestOf("words before\n" + Pem + "and after\n");
        QVERIFY(read);
        QCOMPARE(read->commonName, u"c"_s);
        QCOMPARE(read->organizations, QStringList{u"x"_s});
        QCOMPARE(read->dnsNames, (QStringList{u"a.b"_s, u"z"_s}));
        QCOMPARE(read->mails, QStringList{u"a@b.c"_s});
        QCOMPARE(read->uris, QStringList{u"spiffe://t/x"_s});
        QCOMPARE(read->addresses, QStringList{u"1.2.3.4"_s});
        QVERIFY(read->serialNumber.isEmpty() && read->units.isEmpty());
    }

    void textsOfEachKind()
    {
        const auto read = report::certificateRequestOf(request(named(3, 0x0c,
                                                                     "gr\xc3\xb6\xc3\x9f"
                                                                     "e") +
                                                                   named(10, 0x1e, QByteArray("\0W\x5f\x20", 4)) +
                                                                   named(10, 0x13, "plain") + named(11, 0x14, "t61") +
                                                                   named(6, 0x02, "\x01"),
                                                               {}));
        QVERIFY(read);
        QCOMPARE(read->commonName, u"größe"_s);
        QCOMPARE(read->organizations, (QStringList{u"W张"_s, u"plain"_s}));
        QCOMPARE(read->units, QStringList{u"t61"_s});
        QVERIFY(read->countries.isEmpty());  // a number is no name
    }

    void addresses()
    {
        const auto read = [](const QByteArray &bytes) {
            const auto found = report::certificateRequestOf(request({}, alternatives(value(0x87, bytes))));
            return found ? found->addresses.join(u' ') : found.error().message;
        };
        QCOMPARE(read(QByteArray(16, '\0')), u"::"_s);
        QCOMPARE(read(QByteArray(15, '\0') + '\x01'), u"::1"_s);
        QCOMPARE(read(QByteArray(10, '\0') + "\xff\xff\x01\x02\x03\x04"), u"1.2.3.4"_s);
        QCOMPARE(read(QByteArray(12, '\0') + "\x01\x02\x03\x04"), u"::102:304"_s);
        QCOMPARE(read("\x20\x01\x0d\xb8" + QByteArray(12, '\0')), u"2001:db8::"_s);
        QCOMPARE(read("abc"), u"x509: cannot parse IP address of length 3"_s);
    }

    void whatIsNoRequest_data()
    {
        QTest::addColumn<QByteArray>("pem");
        QTest::addColumn<QString>("message");
        const QString block = u"PEM block type must be CERTIFICATE REQUEST"_s;
        QTest::newRow("nothing") << QByteArray() << block;
        QTest::newRow("words") << QByteArray("hello") << block;
        QTest::newRow("another block") << QByteArray(Pem).replace("CERTIFICATE REQUEST", "CERTIFICATE") << block;
        QTest::newRow("no end") << Pem.first(200) << block;
        QTest::newRow("no base64") << Head + "!!!" + Tail << block;
        QTest::newRow("empty block") << Head + Tail << u"asn1: syntax error: sequence truncated"_s;
        QTest::newRow("more behind it") << pemOf(derOf(Pem) + "xx") << u"asn1: syntax error: trailing data"_s;
        QTest::newRow("cut") << pemOf(derOf(Pem).first(60)) << u"asn1: syntax error: data truncated"_s;
        QTest::newRow("no end of it") << pemOf(QByteArray("\x30\x80\x00\x00", 4))
                                      << u"asn1: syntax error: indefinite length found (not DER)"_s;
        QTest::newRow("longer than memory")
            << pemOf("\x30\x88\xff\xff\xff\xff\xff\xff\xff\xff") << u"asn1: structure error: length too large"_s;
        QTest::newRow("four bytes of length")
            << pemOf("\x30\x84\xff\xff\xff\xff") << u"asn1: syntax error: data truncated"_s;
        QTest::newRow("not UTF-8") << request(named(3, 0x0c, "\xff"), {})
                                   << u"asn1: structure error: invalid UTF-8 string"_s;
        QTest::newRow("not ASCII") << request({}, alternatives(value(0x82, "\xe9")))
                                   << u"x509: SAN dNSName is malformed"_s;
    }
    void whatIsNoRequest()
    {
        QFETCH(QByteArray, pem);
        QTEST(problem(pem), "message");
    }

    /** Cut at every byte and damaged at every byte it is still read to an end, and a cut is never whole. */
    void damageEnds()
    {
        const QByteArray der = derOf(Pem);
        QVERIFY(problem(pemOf(der)).isEmpty());
        for (qsizetype size = 0; size < der.size(); ++size)
            QVERIFY(!problem(pemOf(der.first(size))).isEmpty());
        int refused = 0;
        for (qsizetype at = 0; at < der.size(); ++at)
            for (const char byte : {'\x00', '\x30', '\x7f', '\x80', '\x84', '\xff'}) {
                QByteArray damaged = der;
                damaged[at] = byte;
                refused += problem(pemOf(damaged)).isEmpty() ? 0 : 1;
            }
        QVERIFY(refused > 200);
    }

    void itsFieldsAreASectionEach()
    {
        const QJsonObject object{{u"apiVersion"_s, u"certificates.k8s.io/v1"_s},
                                 {u"kind"_s, u"CertificateSigningRequest"_s},
                                 {u"metadata"_s, QJsonObject{{u"name"_s, u"csr"_s}}},
                                 {u"spec"_s, QJsonObject{{u"request"_s, QString::fromLatin1(Pem.toBase64())}}}};
        const auto tree = report::describeTree(object, {}, {});
        QVERIFY(tree);
        QString text;
        for (const report::DescribeNode &node : *tree)
            text += report::toText(node);
        QVERIFY2(text.contains(u"Subject:\n  Common Name: c\n"), qPrintable(text));
        QVERIFY2(text.contains(u"  DNS Names:\n    a.b\n    z\n"), qPrintable(text));
    }

    void anUnreadableOneIsAnError()
    {
        const QJsonObject object{{u"apiVersion"_s, u"certificates.k8s.io/v1"_s},
                                 {u"kind"_s, u"CertificateSigningRequest"_s}};
        const auto said = report::describe(object, {}, {});
        QVERIFY(!said);
        QCOMPARE(said.error().message, u"Error parsing CSR: PEM block type must be CERTIFICATE REQUEST"_s);
    }
};

QTEST_APPLESS_MAIN(TestCertificateRequest)
#include "test_certificaterequest.moc"
