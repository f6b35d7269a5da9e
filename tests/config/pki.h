// SPDX-License-Identifier: Apache-2.0
// Certificates and keys made while a test runs: every form of a key, every date. They protect nothing.
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QFile>
#include <QString>

#include <memory>
#include <openssl/bn.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

namespace pki {

using Key = std::shared_ptr<EVP_PKEY>;
using Certificate = std::shared_ptr<X509>;

enum class Algorithm { Ec, Rsa, Ed25519 };
enum class Form { Pkcs8, Traditional, EncryptedPkcs8, EncryptedTraditional };

inline Key key(Algorithm algorithm = Algorithm::Ec)
{
    EVP_PKEY *made = algorithm == Algorithm::Ec    ? EVP_EC_gen("P-256")
                     : algorithm == Algorithm::Rsa ? EVP_RSA_gen(2048)
                                                   : EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519");
    return {made, EVP_PKEY_free};
}

inline QByteArray contents(BIO *bio)
{
    char *bytes = nullptr;
    const long size = BIO_get_mem_data(bio, &bytes);
    const QByteArray text(bytes, size);
    BIO_free(bio);
    return text;
}

inline QByteArray pem(const Key &key, Form form = Form::Pkcs8)
{
    BIO *const bio = BIO_new(BIO_s_mem());
    const bool isEncrypted = form == Form::EncryptedPkcs8 || form == Form::EncryptedTraditional;
    const EVP_CIPHER *const cipher = isEncrypted ? EVP_aes_128_cbc() : nullptr;
    unsigned char password[] = "word";
    unsigned char *const with = isEncrypted ? password : nullptr;
    const int length = isEncrypted ? 4 : 0;
    if (form == Form::Traditional || form == Form::EncryptedTraditional)
        PEM_write_bio_PrivateKey_traditional(bio, key.get(), cipher, with, length, nullptr, nullptr);
    else
        PEM_write_bio_PrivateKey(bio, key.get(), cipher, with, length, nullptr, nullptr);
    return contents(bio);
}

inline QByteArray pem(const Certificate &certificate)
{
    BIO *const bio = BIO_new(BIO_s_mem());
    PEM_write_bio_X509(bio, certificate.get());
    return contents(bio);
}

struct Wish {
    QByteArray name = "somebody";
    QByteArray alternative = "IP:127.0.0.1";
    qint64 from = -3600;  ///< seconds from now
    qint64 until = 3600;
    bool isCa = false;
};

/** `issuer` and `issuerKey` null: signed by itself. */
inline Certificate certificate(const Key &key, const Wish &wish = {}, const Certificate &issuer = {},
                               const Key &issuerKey = {})
{
    const Certificate made(X509_new(), X509_free);
    static long serial = 1000;
    X509_set_version(made.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(made.get()), ++serial);
    X509_gmtime_adj(X509_getm_notBefore(made.get()), wish.from);
    X509_gmtime_adj(X509_getm_notAfter(made.get()), wish.until);
    X509_set_pubkey(made.get(), key.get());
    X509_NAME *const name = X509_get_subject_name(made.get());
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char *>(wish.name.constData()), -1, -1, 0);
    X509 *const by = issuer ? issuer.get() : made.get();
    X509_set_issuer_name(made.get(), X509_get_subject_name(by));
    X509V3_CTX context;
    X509V3_set_ctx(&context, by, made.get(), nullptr, nullptr, 0);
    const auto add = [&](int nid, const QByteArray &value) {
        X509_EXTENSION *const extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData());
        X509_add_ext(made.get(), extension, -1);
        X509_EXTENSION_free(extension);
    };
    add(NID_basic_constraints, wish.isCa ? "critical,CA:TRUE" : "CA:FALSE");
    if (!wish.isCa)
        add(NID_subject_alt_name, wish.alternative);
    EVP_PKEY *const signer = issuerKey ? issuerKey.get() : key.get();
    X509_sign(made.get(), signer, EVP_PKEY_get_id(signer) == EVP_PKEY_ED25519 ? nullptr : EVP_sha256());
    return made;
}

/** An authority and what it signs. */
struct Authority {
    Key own = key();
    Certificate root = certificate(own, {.name = "Test authority", .isCa = true});

    [[nodiscard]] Certificate sign(const Key &of, const Wish &wish = {}) const
    {
        return certificate(of, wish, root, own);
    }
};

inline QString write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write a test's file");
    return path;
}

}  // namespace pki
