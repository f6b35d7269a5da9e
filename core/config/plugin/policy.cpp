// SPDX-License-Identifier: Apache-2.0
#include "config/plugin/policy.h"

#include "config/file/localfile.h"
#include "config/file/yamlfield.h"
#include "config/plugin/searchpath.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace config {

namespace {
constexpr qint64 SizeLimit = 1024LL * 1024;
}

kube::Result<PluginPolicy> PluginPolicy::load(const QString &file)
{
    PluginPolicy policy;
    policy.m_file = file;
    if (file.isEmpty())
        return policy;
    const auto status = fileStatus(file);
    if (!status)
        return std::unexpected(status.error());
    if (!*status)
        return policy;
    const auto bytes = readLocalFile(file, SizeLimit);
    if (!bytes)
        return std::unexpected(bytes.error());
    return catching(file, [&] {
        const YAML::Node root = checkedRoot(*bytes);
        if (!root || root.IsNull())
            return policy;
        if (!root.IsMap())
            throw Wrong{root.Mark(), u"a kuberc must be a map"_s};
        const QString rule = text(root, "credentialPluginPolicy");
        const YAML::Node commands = list(root, "credentialPluginAllowlist");
        if (rule == "DenyAll"_L1)
            policy.m_rule = Rule::DenyAll;
        else if (rule == "Allowlist"_L1)
            policy.m_rule = Rule::Allowlist;
        else if (!rule.isEmpty() && rule != "AllowAll"_L1)
            throw Wrong{field(root, "credentialPluginPolicy").Mark(),
                        u"credentialPluginPolicy must be AllowAll, DenyAll or Allowlist"_s};
        if (policy.m_rule != Rule::Allowlist && commands.size() > 0)
            throw Wrong{commands.Mark(), u"credentialPluginAllowlist needs the policy Allowlist"_s};
        if (policy.m_rule == Rule::Allowlist && commands.size() == 0)
            throw Wrong{root.Mark(), u"the policy Allowlist needs a credentialPluginAllowlist that is not empty"_s};
        for (const YAML::Node &entry : commands) {
            const QString command = entry.IsMap() ? text(entry, "command") : QString();
            if (command.isEmpty() || QDir::cleanPath(command) != command)
                throw Wrong{entry.Mark(), u"each entry of credentialPluginAllowlist needs a normalized command"_s};
            policy.m_commands << command;
        }
        return policy;
    });
}

kube::Result<void> PluginPolicy::check(const QString &command, const QString &searchPath) const
{
    if (m_rule == Rule::AllowAll)
        return {};
    const auto refused = [&](QLatin1StringView rule) {
        return kube::failure(kube::Error::Kind::Config,
                             u"plugin \"%1\" not allowed: policy set to \"%2\""_s.arg(command, rule), m_file);
    };
    if (m_rule == Rule::DenyAll)
        return refused("DenyAll"_L1);
    if (m_commands.contains(command))
        return {};
    const QString program = findProgram(command, searchPath).path;
    for (const QString &allowed : m_commands) {
        if (!program.isEmpty() && findProgram(allowed, searchPath).path == program)
            return {};
    }
    return refused("Allowlist"_L1);
}

}  // namespace config
