// SPDX-License-Identifier: Apache-2.0
// Any bytes as an event's or a waiting container's text: no crash, and always a category that has advice.
#include "kube/duration.h"
#include "pull/events/message.h"
#include "pull/failure/failure.h"
#include "pull/failure/waiting.h"

#include <cstdint>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    // The first byte chooses the reason, the text up to the first NUL is the pod's image.
    static const QStringList reasons = {
        {},           u"Failed"_s,           u"Pulled"_s,           u"BackOff"_s,
        u"Created"_s, u"CrashLoopBackOff"_s, u"ImagePullBackOff"_s, u"InvalidImageName"_s};
    if (size == 0)
        return 0;
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(bytes) + 1, qsizetype(size) - 1);
    const QString image = text.section(QChar(u'\0'), 0, 0).left(300);
    kube::Event event;
    event.reason = reasons.at(bytes[0] % reasons.size());
    event.message = text.section(QChar(u'\0'), 1);
    const pull::Message message = pull::readMessage(event);
    require(!pull::messageWord(message).isEmpty() && !pull::eventWord(message).isEmpty());
    const pull::Failure failure = pull::classifyFailure(event.message, image);
    require(failure.category == QLatin1StringView(pull::adviceFor(failure.category).category));
    const pull::WaitingText waiting = pull::readWaiting(event.reason, event.message, image);
    require(!waiting.failure || !waiting.failure->category.isEmpty());
    (void)pull::readFieldPath(event.message);
    if (const auto duration = kube::parseGoDuration(event.message))
        require(kube::parseGoDuration(kube::goDuration(*duration)) == duration);
    return 0;
}
