// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command/logs/logpart.h"
#include "command/logs/logwish.h"

#include <QObject>
#include <QPromise>

#include <vector>

namespace command {

class Client;

/**
 * Several logs as one: each line begins with `[pod/web-1/nginx] `, as kubectl's --prefix has it. Lines come as they
 * arrive; what arrives together is put in order of time. A log that fails is one line that says so, as long as another
 * goes on. One thread; must not outlive the client.
 */
class LogMix : public QObject, public LogFeed {
    Q_OBJECT

public:
    /** More than so many are not opened at once. */
    static constexpr qsizetype Most = 10;

    LogMix(Client &client, const QList<LogWish> &wishes);

    QFuture<LogPart> next() override;

private:
    struct Source {
        std::unique_ptr<LogFeed> feed;
        QByteArray prefix;
        LogState state;
        bool isAsked = false;
    };
    void ask(size_t source);
    void take(size_t source, const LogPart &part);
    void deliver();
    [[nodiscard]] LogState state() const;

    std::vector<Source> m_sources;
    LogPart m_part;
    bool m_hasNews = false;
    bool m_isDue = false;  ///< a delivery is under way
    QPromise<LogPart> m_promise;
    bool m_isWanted = false;
};

}  // namespace command
