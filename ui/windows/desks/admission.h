// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "config/connection.h"
#include "config/plugin/consent.h"
#include "config/plugin/searchpath.h"
#include "kube/error.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <optional>

class QWidget;

namespace windows {

/**
 * Stands before every connection that runs a program to log in: none is run before the user has agreed to exactly that
 * use of it. Also asks the login shell for its PATH once, since a desktop gives a poorer one.
 */
class Admission : public QObject {
    Q_OBJECT

public:
    using Answer = std::function<void(const kube::Result<config::Connection> &)>;
    enum class Asking {
        Now,    ///< the user looks at it
        Later,  ///< he looks at something else: refuse, and let him come back
    };

    /** `consentFile`: where answers are remembered. `shell`: the login shell; empty: the user's. */
    explicit Admission(const QString &consentFile, const QString &shell = {}, QObject *parent = nullptr);

    /**
     * Calls `answer` once with the connection as it may be used, or with an Unauthorized error of the reason
     * config::ConsentNeeded; never after `context` is gone. At once where there is nothing to ask.
     */
    void admit(config::Connection connection, QObject *context, QWidget *window, Asking asking, Answer answer);

Q_SIGNALS:
    /** An answer could not be kept and holds for this session only. */
    void notRemembered(const kube::Error &error);

private:
    struct Case {
        config::Connection connection;
        QPointer<QObject> context;
        QPointer<QWidget> window;
        Asking asking = Asking::Now;
        Answer answer;
    };
    void decide(const Case &one);
    void ask(const Case &one, const config::PluginUse &use);
    static void refuse(const Case &one, const config::PluginUse &use);

    config::Consent m_consent;
    config::LoginPath m_path;
    std::optional<QString> m_searchPath;
    bool m_isAskingShell = false;
    QList<Case> m_waiting;  ///< for the shell
};

}  // namespace windows
