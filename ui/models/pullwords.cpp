// SPDX-License-Identifier: Apache-2.0
#include "models/pullwords.h"

#include "kube/duration.h"
#include "pull/failure/failure.h"

#include <QLocale>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace models {

namespace {

struct Word {
    const char *category;
    const char *text;
};

constexpr std::array Words{
    Word{"ErrImageNeverPull", QT_TRANSLATE_NOOP("models::PullWords", "not on node, policy Never")},
    Word{"InvalidImageName", QT_TRANSLATE_NOOP("models::PullWords", "invalid image name")},
    Word{"ImageInspectError", QT_TRANSLATE_NOOP("models::PullWords", "runtime cannot look it up")},
    Word{"local-throttle", QT_TRANSLATE_NOOP("models::PullWords", "kubelet limits its pulls")},
    Word{"invalid-reference", QT_TRANSLATE_NOOP("models::PullWords", "invalid image name")},
    Word{"runtime-unavailable", QT_TRANSLATE_NOOP("models::PullWords", "runtime not reachable")},
    Word{"short-name", QT_TRANSLATE_NOOP("models::PullWords", "short name not resolved")},
    Word{"registry-blocked", QT_TRANSLATE_NOOP("models::PullWords", "registry blocked on node")},
    Word{"signature-policy", QT_TRANSLATE_NOOP("models::PullWords", "signature refused")},
    Word{"registry-policy", QT_TRANSLATE_NOOP("models::PullWords", "registry policy refuses")},
    Word{"disk-full", QT_TRANSLATE_NOOP("models::PullWords", "disk full")},
    Word{"disk-error", QT_TRANSLATE_NOOP("models::PullWords", "disk error")},
    Word{"rate-limited", QT_TRANSLATE_NOOP("models::PullWords", "rate limit of registry")},
    Word{"http-https-mismatch", QT_TRANSLATE_NOOP("models::PullWords", "HTTP instead of HTTPS")},
    Word{"tls-certificate", QT_TRANSLATE_NOOP("models::PullWords", "certificate not trusted")},
    Word{"tls-handshake", QT_TRANSLATE_NOOP("models::PullWords", "TLS handshake failed")},
    Word{"proxy", QT_TRANSLATE_NOOP("models::PullWords", "proxy")},
    Word{"dns", QT_TRANSLATE_NOOP("models::PullWords", "name not resolved (DNS)")},
    Word{"connection-refused", QT_TRANSLATE_NOOP("models::PullWords", "connection refused")},
    Word{"network-unreachable", QT_TRANSLATE_NOOP("models::PullWords", "network unreachable")},
    Word{"platform-mismatch", QT_TRANSLATE_NOOP("models::PullWords", "not for this platform")},
    Word{"corrupt-content", QT_TRANSLATE_NOOP("models::PullWords", "content damaged")},
    Word{"unsupported-format", QT_TRANSLATE_NOOP("models::PullWords", "format not supported")},
    Word{"unauthorized", QT_TRANSLATE_NOOP("models::PullWords", "not logged in")},
    Word{"not-found-or-denied", QT_TRANSLATE_NOOP("models::PullWords", "not found, or no access")},
    Word{"forbidden", QT_TRANSLATE_NOOP("models::PullWords", "access denied")},
    Word{"server-error", QT_TRANSLATE_NOOP("models::PullWords", "registry error (5xx)")},
    Word{"not-found", QT_TRANSLATE_NOOP("models::PullWords", "not found")},
    Word{"timeout", QT_TRANSLATE_NOOP("models::PullWords", "timed out")},
    Word{"deadline", QT_TRANSLATE_NOOP("models::PullWords", "deadline passed")},
    Word{"cancelled", QT_TRANSLATE_NOOP("models::PullWords", "pull cancelled")},
    Word{"unpack-failed", QT_TRANSLATE_NOOP("models::PullWords", "layer not unpacked")},
    Word{"connection-reset", QT_TRANSLATE_NOOP("models::PullWords", "connection broke")},
    Word{"runtime-error", QT_TRANSLATE_NOOP("models::PullWords", "runtime error")},
    Word{"unknown", QT_TRANSLATE_NOOP("models::PullWords", "cause unknown")},
};

}  // namespace

QString PullWords::verdict(const PodPull &pull, kube::Timestamp now)
{
    switch (pull.state) {
    case PodPull::State::OnNode: return tr("on node");
    case PodPull::State::Pulled: return pull.time ? tr("pulled %1").arg(duration(*pull.time)) : tr("pulled");
    case PodPull::State::Pulling:
        return pull.since.isNull() || now < pull.since ? tr("pulling")
                                                       : tr("pulling %1").arg(kube::humanDuration(now - pull.since));
    case PodPull::State::Waiting: return tr("waiting");
    case PodPull::State::Failed: return tr("failed");
    case PodPull::State::Unknown: break;
    }
    return tr("unknown");
}

QString PullWords::explanation(PodPull::State state)
{
    switch (state) {
    case PodPull::State::OnNode: return tr("The image was on the node already; no registry was asked.");
    case PodPull::State::Pulled: return tr("The image was pulled. The time is that of all its containers together.");
    case PodPull::State::Pulling: return tr("The image is being pulled.");
    case PodPull::State::Waiting: return tr("The kubelet has not asked for the image yet.");
    case PodPull::State::Failed: return tr("A container has no image.");
    case PodPull::State::Unknown: break;
    }
    return tr("The image is there, but no event tells how it came: Kubernetes keeps events for one hour.");
}

QString PullWords::cause(const QString &category)
{
    if (category.isEmpty())
        return {};
    const auto known =
        std::ranges::find_if(Words, [&](const Word &word) { return category == QLatin1StringView(word.category); });
    // a category that a newer core knows is still better than nothing
    return known == Words.end() ? QString(category).replace(u'-', u' ') : tr(known->text);
}

QString PullWords::meaning(const QString &category)
{
    const pull::FailureAdvice &advice = pull::adviceFor(category);
    return category.isEmpty() || category != QLatin1StringView(advice.category)
               ? QString()
               : QCoreApplication::translate("pull", advice.meaning);
}

QString PullWords::duration(std::chrono::nanoseconds time)
{
    using namespace std::chrono_literals;
    const double seconds = std::chrono::duration<double>(time).count();
    if (time < 1s)
        return u"%1ms"_s.arg(qRound(seconds * 1000));
    if (time < 60s)
        return u"%1s"_s.arg(seconds, 0, 'f', 1);
    return kube::humanDuration(time);
}

QString PullWords::size(qint64 bytes)
{
    return bytes <= 0 ? QString() : QLocale().formattedDataSize(bytes, 1);
}

}  // namespace models
