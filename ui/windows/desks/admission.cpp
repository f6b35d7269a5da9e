// SPDX-License-Identifier: Apache-2.0
#include "windows/desks/admission.h"

#include "style/accesswords.h"
#include "views/access/consentdialog.h"

#include <QWidget>

#include <utility>

namespace windows {

Admission::Admission(const QString &consentFile, const QString &shell, QObject *parent)
    : QObject(parent), m_consent(consentFile), m_path(shell)
{
    connect(&m_path, &config::LoginPath::found, this, [this](const QString &path) {
        m_searchPath = path;
        for (const Case &one : std::exchange(m_waiting, {}))
            decide(one);
    });
}

void Admission::admit(config::Connection connection, QObject *context, QWidget *window, Asking asking, Answer answer)
{
    if (!connection.hasExec) {
        answer(connection);
        return;
    }
    const Case one{std::move(connection), context, window, asking, std::move(answer)};
    if (m_searchPath) {
        decide(one);
        return;
    }
    m_waiting.append(one);
    if (!std::exchange(m_isAskingShell, true))
        m_path.start();
}

void Admission::decide(const Case &given)
{
    if (!given.context)
        return;
    Case one = given;
    one.connection.terms.searchPath = m_searchPath.value_or(QString());
    const config::PluginUse use = config::pluginUse(one.connection);
    if (m_consent.isGranted(use.hash)) {
        one.connection.terms.gate = m_consent.gate();
        one.answer(one.connection);
        return;
    }
    if (one.asking == Asking::Now && one.window)
        ask(one, use);
    else
        refuse(one, use);
}

void Admission::ask(const Case &one, const config::PluginUse &use)
{
    auto *dialog = new views::ConsentDialog(use, one.connection.context, one.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    // Who asked may be closed, or may ask anew, while the question stands: then it stands no more.
    connect(one.context, &QObject::destroyed, dialog, &QWidget::close);
    connect(dialog, &QDialog::finished, this, [this, one, use, dialog](int result) {
        if (!one.context)
            return;
        if (result != QDialog::Accepted) {
            refuse(one, use);
            return;
        }
        config::Connection connection = one.connection;
        connection.terms.gate = config::allowedFor(use.hash);
        if (dialog->isRemembered()) {
            if (const kube::Result<void> kept = m_consent.grant(use); kept)
                connection.terms.gate = m_consent.gate();
            else
                Q_EMIT notRemembered(kept.error());
        }
        one.answer(connection);
    });
    dialog->open();
}

void Admission::refuse(const Case &one, const config::PluginUse &use)
{
    kube::Error error;
    error.kind = kube::Error::Kind::Unauthorized;
    error.reason = config::ConsentNeeded;
    error.message = tr("Not run: %1").arg(style::AccessWords::commandLine(use.argv));
    error.where = use.kubeconfig;
    one.answer(std::unexpected(error));
}

}  // namespace windows
