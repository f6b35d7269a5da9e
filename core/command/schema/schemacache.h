// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace command {

/**
 * OpenAPI documents on disk, by the place and hash that the server publishes them under. What is written is there whole
 * or not at all, only for its owner, and never more than MostBytes altogether: the oldest go. A damaged file counts as
 * not there. A value; any thread.
 */
class SchemaCache {
public:
    static constexpr qint64 MostBytes = 64LL * 1024 * 1024;

    /** An empty folder: nothing is kept. */
    explicit SchemaCache(QString folder = {}, qint64 mostBytes = MostBytes);

    /** `place` as the server's index has it, with its hash. */
    [[nodiscard]] std::optional<QByteArray> read(const QString &place) const;
    /** False where it could not be kept. */
    bool write(const QString &place, const QByteArray &document) const;

private:
    [[nodiscard]] QString fileOf(const QString &place) const;
    void makeRoom() const;

    QString m_folder;
    qint64 m_mostBytes;
};

}  // namespace command
