// SPDX-License-Identifier: Apache-2.0
// How a pod's own values are laid down in bytes: private to core/kube/slim.
#pragma once

#include "kube/timestamp.h"

#include <QByteArray>
#include <QString>

namespace kube {

/** Writes values one after the other; a PackReader with the same `origin` reads them in the same order. */
class PackWriter {
public:
    /** Times in whole seconds from `origin` take few bytes. */
    explicit PackWriter(Timestamp origin) : m_origin(origin) { m_bytes.reserve(512); }

    void number(quint64 value);
    void time(Timestamp time);
    /** UTF-8; a long run of hexadecimal digits at its end, as ids and digests have, takes half of its length. */
    void text(const QString &text);
    /** What was written, without spare room. */
    [[nodiscard]] QByteArray taken() const { return {m_bytes.constData(), m_bytes.size()}; }

private:
    Timestamp m_origin;
    QByteArray m_bytes;
};

class PackReader {
public:
    PackReader(const QByteArray &bytes, Timestamp origin)
        : m_at(bytes.constData()), m_end(m_at + bytes.size()), m_origin(origin)
    {
    }

    [[nodiscard]] quint64 number();
    [[nodiscard]] Timestamp time();
    [[nodiscard]] QString text();
    void skipText();

private:
    const char *m_at;
    const char *m_end;
    Timestamp m_origin;
};

}  // namespace kube
