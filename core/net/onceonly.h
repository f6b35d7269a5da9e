// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QIODevice>

namespace net {

/**
 * The body of a write, readable once. Being sequential it cannot be wound back, so the HTTP layer below, which likes to
 * send a request again on a dropped connection whatever its method, has to report an error instead.
 */
class OnceOnly : public QIODevice {
    Q_OBJECT
public:
    OnceOnly(const QByteArray &bytes, QObject *parent) : QIODevice(parent), m_bytes(bytes)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    [[nodiscard]] bool isSequential() const override { return true; }
    bool seek(qint64) override { return false; }
    bool reset() override { return false; }
    [[nodiscard]] qint64 bytesAvailable() const override { return m_bytes.size() - m_at; }
    [[nodiscard]] bool atEnd() const override { return m_at >= m_bytes.size(); }
    /** False: nothing of it left, so that no server can have acted on it. */
    [[nodiscard]] bool wasRead() const { return m_at > 0; }

protected:
    qint64 readData(char *into, qint64 size) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_at = 0;
};

}  // namespace net
