// SPDX-License-Identifier: Apache-2.0
#include "views/editor/assist/pullhints.h"

#include "decode/workload.h"
#include "manifest/assist/fixes.h"
#include "report/plaintext.h"
#include "views/storywords.h"

#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

using pull::Expectation;

namespace {

constexpr int MostDocuments = 200;
constexpr qsizetype NodesNamed = 2;

bool isSame(const manifest::ImagePlace &image, const pull::ContainerForecast &container)
{
    using Kind = kube::ContainerKind;
    const bool isInit = container.kind == Kind::Init || container.kind == Kind::Sidecar;
    return image.container == container.container && image.isVolume == (container.kind == Kind::Volume) &&
           image.isInit == isInit;
}

style::Tone toneOf(const pull::ContainerForecast &container)
{
    const auto has = [&](Expectation wanted) {
        return std::ranges::contains(container.nodes, wanted, &pull::NodeForecast::expectation);
    };
    if (has(Expectation::WouldFail))
        return style::Tone::Failed;
    if (container.nodes.isEmpty() || has(Expectation::CannotKnow))
        return style::Tone::Unknown;
    return has(Expectation::WouldPull) ? style::Tone::Pulling : style::Tone::Running;
}

/** Those of the pod, else its account's. What they hold is not known here; nor whether there are any, of an account
 * that is not known. */
QList<pull::KnownSecret> secretsOf(const kube::Pod &pod, const PullHints::Accounts &accounts, const QString &account)
{
    QStringList names = pod.imagePullSecrets;
    if (names.isEmpty())
        names = accounts.value(account, {account});
    QList<pull::KnownSecret> secrets;
    for (const QString &name : std::as_const(names))
        secrets.append({name, pull::KnownSecret::State::Unreadable, {}});
    return secrets;
}

}  // namespace

PullHints::Told PullHints::of(const QList<manifest::Document> &documents, const QList<kube::NodePtr> &nodes,
                              const Accounts &accounts, const QString &ns)
{
    Told told;
    int left = MostDocuments;
    for (const manifest::Document &document : documents) {
        const QList<manifest::ImagePlace> images = manifest::imagesOf(document);
        const auto workload = images.isEmpty() ? std::unexpected(kube::Error()) : decode::workload(document.json);
        if (!workload || --left < 0)
            continue;
        pull::Plan plan;
        plan.pod = workload->detail.pod;
        plan.nodeSelector = workload->detail.nodeSelector;
        plan.ofTemplate = workload->ofTemplate;
        const QString account = (document.ns.isEmpty() ? ns : document.ns) + u'/' +
                                (plan.pod.serviceAccount.isEmpty() ? u"default"_s : plan.pod.serviceAccount);
        plan.secrets = secretsOf(plan.pod, accounts, account);
        if (plan.pod.imagePullSecrets.isEmpty() && !accounts.contains(account) && !told.unknown.contains(account))
            told.unknown << account;
        const pull::Forecast forecast = pull::forecast(plan, nodes, {});
        for (const manifest::ImagePlace &image : images) {
            const auto one = std::ranges::find_if(
                forecast.containers, [&](const pull::ContainerForecast &some) { return isSame(image, some); });
            if (one == forecast.containers.end() || image.image.isEmpty())
                continue;
            told.hints.append(hint(image.imageAt.line, *one));
            if (image.policyAt.line > 0 && image.policyAt.line != image.imageAt.line) {
                LineHint policy = told.hints.constLast();
                policy.line = image.policyAt.line;
                told.hints.append(policy);
            }
        }
    }
    std::ranges::stable_sort(told.hints, {}, &LineHint::line);
    return told;
}

LineHint PullHints::hint(int line, const pull::ContainerForecast &container)
{
    QMap<Expectation, QStringList> nodes;
    for (const pull::NodeForecast &node : container.nodes)
        nodes[node.expectation] << report::visibleLine(node.node);
    QStringList parts;
    const auto add = [&](Expectation expectation, const QString &pattern) {
        if (nodes.contains(expectation))
            parts << pattern.arg(names(nodes.value(expectation), container.nodes.size()));
    };
    add(Expectation::WouldPull, tr("pulls on %1"));
    add(Expectation::WouldUseLocal, tr("is there already on %1"));
    add(Expectation::WouldFail, tr("would fail on %1"));
    add(Expectation::CannotKnow, tr("not known on %1"));
    const QString what = parts.isEmpty() ? tr("where it would run is not known") : parts.join(tr("; "));
    return {line, tr("→ %1: %2").arg(what, cause(container)), reason(container), toneOf(container)};
}

QString PullHints::names(const QStringList &nodes, qsizetype all)
{
    if (nodes.size() <= NodesNamed)
        return nodes.join(tr(", "));
    return nodes.size() == all ? tr("all %n nodes", nullptr, int(all)) : tr("%n nodes", nullptr, int(nodes.size()));
}

QString PullHints::cause(const pull::ContainerForecast &container)
{
    const QString &id = container.policyFrom.id;
    const QString policy = kube::toString(container.policy);
    if (id == "policy.defaulted.latest"_L1)
        return tr("tag is latest");
    return id == "policy.explicit"_L1 ? tr("policy is %1").arg(policy) : tr("policy is %1 by default").arg(policy);
}

QString PullHints::reason(const pull::ContainerForecast &container)
{
    QStringList lines{StoryWords::sentence(container.policyFrom)};
    QMap<QString, QStringList> nodes;
    for (const pull::NodeForecast &node : container.nodes)
        nodes[StoryWords::sentence(node.why)] << node.node;
    for (auto it = nodes.cbegin(); it != nodes.cend(); ++it)
        lines << tr("On %1: %2").arg(names(it.value(), container.nodes.size()), it.key());
    for (const pull::Statement &trap : container.traps)
        if (!trap.id.startsWith("trap.secret"_L1))
            lines << StoryWords::sentence(trap);
    lines << tr("Pull secrets are not looked into.");
    lines << tr("Taints, affinity and room on the nodes are not looked at.");
    return report::visible(lines.join(u'\n'));
}

}  // namespace views
