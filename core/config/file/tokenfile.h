// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QDeadlineTimer>
#include <QString>

namespace config {

/**
 * A bearer token in a file that somebody renews. Read at most every 30 s, or when told that the file changed; what
 * cannot be read, is empty, larger than 64 KiB or no token keeps the last good one. Source: client-go
 * transport/token_source.go.
 */
class TokenFile {
public:
    explicit TokenFile(QString path) : m_path(std::move(path)), m_readAgain(0) {}

    /** The last good token; empty if there never was one. Reads the file where it is time to. */
    [[nodiscard]] QByteArray token();
    /** The next token() reads the file. */
    void expire() { m_readAgain = QDeadlineTimer(0); }

private:
    QString m_path;
    QByteArray m_token;
    QDeadlineTimer m_readAgain;
};

}  // namespace config
