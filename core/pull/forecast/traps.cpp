// SPDX-License-Identifier: Apache-2.0
#include "pull/forecast/traps.h"

#include "pull/image/keyring.h"

#include <algorithm>

namespace pull {

using namespace Qt::StringLiterals;
using kube::PullPolicy;

namespace {

/** No registry is written: which one is asked is the runtime's to say. */
bool isShortName(const ImageReference &image)
{
    return image.isOnDockerHub() && !image.raw.startsWith(u"docker.io/") && !image.raw.startsWith(u"index.docker.io/");
}

class Traps {
public:
    Traps(const Plan &plan, const ImageReference &image, const ContainerForecast &told)
        : m_plan(plan), m_image(image), m_told(told)
    {
    }

    void add(const QString &id, const QList<QString> &args, const QString &evidence, const QString &ground = {})
    {
        m_traps.append(ruled(Step::Decision, Verdict::Waiting, id, args, evidence, Confidence::Sure));
        m_traps.last().ground = ground;
    }

    void policies(PullPolicy written)
    {
        const auto stored = std::ranges::find(m_plan.stored, m_told.container, &StoredContainer::name);
        const PullPolicy usual = defaultPolicy(m_told.image);
        if (stored != m_plan.stored.end() && written == PullPolicy::Unset && stored->policy != PullPolicy::Unset &&
            stored->policy != usual)
            add(u"trap.stored"_s, {kube::toString(stored->policy), m_told.image, kube::toString(usual)}, {},
                u"ground.once"_s);
        const bool latest = m_image.isValid() && m_image.tag == u"latest" && m_image.digest.isEmpty();
        if (latest && m_told.policy == PullPolicy::IfNotPresent)
            add(u"trap.latest"_s, {m_told.image}, {}, u"ground.absent"_s);
        if (!m_image.digest.isEmpty() && m_told.policy == PullPolicy::Always)
            add(u"trap.digest"_s, {}, {}, u"ground.always"_s);
        const auto fails = std::ranges::count(m_told.nodes, Expectation::WouldFail, &NodeForecast::expectation);
        if (m_told.policy == PullPolicy::Never && m_image.isValid() && fails > 0)
            add(u"trap.never"_s, {QString::number(fails), QString::number(m_told.nodes.size())},
                u"node.status.images"_s);
    }

    void name(std::span<const kube::NodePtr> candidates)
    {
        if (!m_image.isValid() && m_told.image.contains(u"${"_s))
            add(u"trap.variable"_s, {m_told.image}, {}, u"ground.names"_s);
        QStringList nodes;
        for (const kube::NodePtr &node : candidates)
            if (node->containerRuntimeVersion.startsWith(u"cri-o:"))
                nodes << node->meta.key.name;
        if (m_image.isValid() && isShortName(m_image) && !nodes.isEmpty())
            add(u"trap.shortname"_s, {m_told.image, nodes.first(), QString::number(nodes.size())},
                u"node.status.nodeInfo.containerRuntimeVersion"_s);
    }

    /** Secrets count only where something may be pulled. */
    void secrets()
    {
        const bool pulls = std::ranges::any_of(m_told.nodes, [](const NodeForecast &node) {
            return node.expectation == Expectation::WouldPull || node.expectation == Expectation::CannotKnow;
        });
        if (!m_image.isValid() || m_plan.secrets.isEmpty() || (!pulls && !m_told.nodes.isEmpty()))
            return;
        QStringList keys;
        QStringList names;
        bool unreadable = false;
        for (const KnownSecret &secret : m_plan.secrets) {
            names << secret.name;
            keys << secret.keys;
            unreadable = unreadable || secret.state == KnownSecret::State::Unreadable;
            if (secret.state == KnownSecret::State::Missing)
                add(u"trap.secret.missing"_s, {secret.name}, u"spec.imagePullSecrets"_s);
            else if (secret.state == KnownSecret::State::NotForRegistries)
                add(u"trap.secret.type"_s, {secret.name}, u"secret %1, type"_s.arg(secret.name));
        }
        if (!matchingKeys(keys, m_image.repository()).isEmpty())
            return;
        if (unreadable)
            add(u"trap.secret.unreadable"_s, {names.join(u", "_s), m_image.repository()}, u"spec.imagePullSecrets"_s);
        else
            add(u"trap.secret.mismatch"_s, {names.join(u", "_s), m_image.repository()}, {}, u"ground.secrets"_s);
    }

    [[nodiscard]] const QList<Statement> &traps() const { return m_traps; }

private:
    const Plan &m_plan;
    const ImageReference &m_image;
    const ContainerForecast &m_told;
    QList<Statement> m_traps;
};

}  // namespace

Statement ruled(Step step, Verdict verdict, const QString &id, const QList<QString> &args, const QString &evidence,
                Confidence confidence)
{
    Statement statement;
    statement.step = step;
    statement.verdict = verdict;
    statement.id = id;
    statement.args = args;
    statement.evidence = evidence;
    statement.confidence = confidence;
    return statement;
}

QList<Statement> trapsOf(const Plan &plan, const kube::Container &written, const ImageReference &image,
                         const ContainerForecast &told, std::span<const kube::NodePtr> candidates)
{
    Traps traps(plan, image, told);
    traps.name(candidates);
    traps.policies(written.policy);
    traps.secrets();
    return traps.traps();
}

}  // namespace pull
