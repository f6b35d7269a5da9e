// SPDX-License-Identifier: Apache-2.0
// Any bytes as a kubeconfig, as a kuberc's neighbour and as the output of a plugin: errors are values that name their
// place and show nothing of a terminal, and what is read can be read again.
#include "config/kubeconfig.h"
#include "config/plugin/credentialreply.h"
#include "config/plugin/plaintext.h"

#include <algorithm>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace {

void require(bool isTrue)
{
    if (!isTrue)
        std::abort();
}

void checkText(const QString &text)
{
    require(std::ranges::all_of(text, [](QChar c) { return c == u'\n' || c.isPrint(); }));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(bytes), qsizetype(size));
    const config::KubeConfig config = config::KubeConfig::fromText(text, u"/x/config"_s);
    require(config.errors().size() <= 1);
    for (const kube::Error &error : config.errors()) {
        require(error.kind == kube::Error::Kind::Input && !error.message.isEmpty());
        require(error.where == "/x/config"_L1 || error.where.startsWith("/x/config:"_L1));
    }
    for (const config::Context &context : config.contexts()) {
        const auto connection = config.connection(context.name);
        if (!connection) {
            require(!connection.error().message.isEmpty());
            continue;
        }
        const QString scheme = connection->server.scheme();
        require(scheme == "https"_L1 || scheme == "http"_L1);
        require(scheme == "https"_L1 || (connection->token.isEmpty() && connection->password.isEmpty() &&
                                         !connection->hasExec && connection->clientChain.isEmpty()));
        require(!connection->hasCustomCa || !connection->ca.isEmpty());
        require(!(connection->hasCustomCa && connection->insecure));
        require(connection->server.userInfo().isEmpty());
    }
    (void)config.suspicions();
    const auto fresh = config::credentialReply(text, u"client.authentication.k8s.io/v1"_s);
    if (fresh)
        require(!fresh->authorization.isEmpty() || !fresh->clientChain.isEmpty());
    else
        require(!fresh.error().message.isEmpty());
    checkText(config::plainText(text, 1024));
    return 0;
}
