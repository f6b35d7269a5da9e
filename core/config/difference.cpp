// SPDX-License-Identifier: Apache-2.0
#include "config/difference.h"

namespace config {

namespace {

/** True if a part that may come from a file says the same: the same file, or the same content where it is inline. */
template <class Content>
bool isSame(const QString &fileBefore, const QString &fileNow, const Content &before, const Content &now)
{
    return fileBefore == fileNow && (!fileBefore.isEmpty() || before == now);
}

}  // namespace

Difference difference(const Connection &before, const Connection &now)
{
    Difference found;
    found.server = before.server != now.server || before.hasCustomCa != now.hasCustomCa ||
                   !isSame(before.caFile, now.caFile, before.ca, now.ca) || before.insecure != now.insecure ||
                   before.tlsServerName != now.tlsServerName || before.proxy != now.proxy ||
                   before.disableCompression != now.disableCompression;
    found.exec = before.hasExec != now.hasExec || before.exec != now.exec;
    // A key that fits another certificate is another key: comparing chains is enough.
    found.credentials =
        before.user != now.user || before.token != now.token || before.tokenFile != now.tokenFile ||
        before.userName != now.userName || before.password != now.password || before.oidc != now.oidc ||
        before.impersonate != now.impersonate ||
        !isSame(before.clientCertificateFile, now.clientCertificateFile, before.clientChain, now.clientChain) ||
        before.clientKeyFile != now.clientKeyFile;
    found.scope = before.defaultNamespace != now.defaultNamespace;
    return found;
}

}  // namespace config
