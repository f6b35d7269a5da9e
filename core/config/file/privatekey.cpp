// SPDX-License-Identifier: Apache-2.0
#include "config/file/privatekey.h"

#include <QSslSocket>

#include <memory>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

using namespace Qt::StringLiterals;

namespace config {

using kube::Error;

namespace {

template <auto Free>
struct Freeing {
    template <class T>
    void operator()(T *object) const
    {
        Free(object);
    }
};
using KeyPtr = std::unique_ptr<EVP_PKEY, Freeing<EVP_PKEY_free>>;
using BioPtr = std::unique_ptr<BIO, Freeing<BIO_free>>;
using CertificatePtr = std::unique_ptr<X509, Freeing<X509_free>>;

/** Without it OpenSSL would ask on the terminal. */
int noPassword(char *, int, int, void *)
{
    return -1;
}

KeyPtr openSslKey(const QByteArray &pem)
{
    const BioPtr source(BIO_new_mem_buf(pem.constData(), int(pem.size())));
    return KeyPtr(PEM_read_bio_PrivateKey(source.get(), nullptr, noPassword, nullptr));
}

bool isEncrypted(const QByteArray &pem)
{
    return pem.contains("-----BEGIN ENCRYPTED PRIVATE KEY-----") ||
           (pem.contains("Proc-Type:") && pem.contains("4,ENCRYPTED"));
}

}  // namespace

kube::Result<QSslKey> privateKey(const QByteArray &pem, const QString &what)
{
    const auto refuse = [&](const QString &why) { return kube::failure(Error::Kind::Config, why, what); };
    if (isEncrypted(pem))
        return refuse(u"the private key in %1 is encrypted with a password, which is not supported; "
                      "\"openssl pkey\" can write one without"_s.arg(what));
    if (!pem.contains("PRIVATE KEY-----"))
        return refuse(u"no private key in PEM form found in %1"_s.arg(what));
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Rsa, QSsl::Ec, QSsl::Dsa}) {
        QSslKey key(pem, algorithm, QSsl::Pem, QSsl::PrivateKey);
        if (!key.isNull())
            return key;
    }
    if (QSslSocket::activeBackend() == "openssl"_L1) {
        if (KeyPtr key = openSslKey(pem))
            return QSslKey(Qt::HANDLE(key.release()), QSsl::PrivateKey);  // which frees it
    }
    return refuse(u"the private key in %1 cannot be read; PKCS#1, SEC1 and PKCS#8 are supported"_s.arg(what));
}

bool fits(const QSslKey &key, const QSslCertificate &certificate)
{
    const QByteArray der = certificate.toDer();
    const auto *bytes = reinterpret_cast<const unsigned char *>(der.constData());
    const CertificatePtr owner(d2i_X509(nullptr, &bytes, long(der.size())));
    const bool isOpaque = key.algorithm() == QSsl::Opaque;
    const KeyPtr own = isOpaque ? nullptr : openSslKey(key.toPem());
    EVP_PKEY *const pair = isOpaque ? static_cast<EVP_PKEY *>(key.handle()) : own.get();
    return !owner || pair == nullptr || X509_check_private_key(owner.get(), pair) == 1;
}

}  // namespace config
