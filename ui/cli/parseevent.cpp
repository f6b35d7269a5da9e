// SPDX-License-Identifier: Apache-2.0
#include "cli/offline.h"
#include "pull/events/message.h"
#include "pull/failure/failure.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <cstdio>

namespace cli {

using namespace Qt::StringLiterals;
using Kind = pull::Message::Kind;

namespace {

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonValue nanoseconds(const std::optional<std::chrono::nanoseconds> &duration)
{
    return duration ? QJsonValue(qint64(duration->count())) : QJsonValue(QJsonValue::Null);
}

void addFailure(QJsonObject &answer, const pull::Message &message)
{
    const pull::Failure failure = pull::classifyFailure(message.text, message.image);
    const pull::FailureAdvice &advice = pull::adviceFor(failure.category);
    answer[u"category"_s] = failure.category;
    answer[u"detail"_s] = orNull(failure.detail);
    answer[u"grpcCode"_s] = orNull(failure.grpcCode);
    answer[u"meaning"_s] = QString::fromUtf8(advice.meaning);
    answer[u"advice"_s] = QString::fromUtf8(advice.advice);
    answer[u"retryHelps"_s] = QString::fromUtf8(advice.retryHelps);
}

/** What a message is read by; an Event may lack all else, or stand in a frame of a watch. */
std::optional<kube::Event> eventOf(const QByteArray &line)
{
    QJsonObject json = QJsonDocument::fromJson(line).object();
    if (json.value(u"object"_s).isObject())
        json = json[u"object"_s].toObject();
    if (json.isEmpty())
        return std::nullopt;
    kube::Event event;
    event.type = json[u"type"_s].toString();
    event.reason = json[u"reason"_s].toString();
    event.message = json[json.contains(u"message"_s) ? u"message"_s : u"note"_s].toString();
    for (const QString &key : {u"involvedObject"_s, u"regarding"_s})  // core/v1, events.k8s.io
        if (const QString path = json.value(key)[u"fieldPath"].toString(); !path.isEmpty())
            event.involved.fieldPath = path;
    return event;
}

/** What only messages of one kind have. */
void addOwn(QJsonObject &answer, const pull::Message &message)
{
    switch (message.kind) {
    case Kind::Pulled: {
        const bool both = message.pullTime && message.totalTime;
        answer[u"pullNs"_s] = nanoseconds(message.printedTime());
        answer[u"totalNs"_s] = both ? nanoseconds(message.totalTime) : QJsonValue(QJsonValue::Null);
        answer[u"sizeBytes"_s] = message.bytes ? QJsonValue(*message.bytes) : QJsonValue(QJsonValue::Null);
        break;
    }
    case Kind::AlreadyPresent: answer[u"credentialsVerified"_s] = message.verified; break;
    case Kind::SecretMissing: answer[u"secrets"_s] = QJsonArray::fromStringList(message.secrets); break;
    case Kind::StartError:
        answer[u"reason"_s] = orNull(message.waiting);
        answer[u"error"_s] = message.waiting.isEmpty() ? orNull(message.text) : QJsonValue(QJsonValue::Null);
        break;
    case Kind::PullFailed:
    case Kind::InspectFailed:
        answer[u"error"_s] = message.text;
        addFailure(answer, message);
        break;
    case Kind::SandboxFailed:
        answer[u"error"_s] = message.text;
        if (message.text.contains(u"sandbox image"))  // the runtime pulls it, without events of its own
            addFailure(answer, message);
        break;
    default:
        if (!message.text.isEmpty())
            answer[u"error"_s] = message.text;
        break;
    }
}

}  // namespace

QJsonObject eventAnswer(const QByteArray &line)
{
    const auto event = eventOf(line);
    if (!event)
        return {{u"kind"_s, QJsonValue::Null}, {u"error"_s, u"this line is no JSON object"_s}};
    const pull::Message message = pull::readMessage(*event);
    QJsonObject answer{{u"kind"_s, pull::messageWord(message)}, {u"eventKind"_s, pull::eventWord(message)}};
    if (!message.image.isEmpty())
        answer[u"image"_s] = message.image;
    if (message.combined)
        answer[u"combined"_s] = true;
    const QString container = pull::containerOf(event->involved.fieldPath);
    const bool ofStart = message.kind == Kind::Created || message.kind == Kind::Started;
    if (ofStart || !container.isEmpty() || !message.container.isEmpty())
        answer[u"container"_s] = orNull(container.isEmpty() ? message.container : container);
    addOwn(answer, message);
    return answer;
}

int parseEvent(const Arguments &)
{
    QFile in;
    QFile out;
    if (!in.open(stdin, QIODevice::ReadOnly) || !out.open(stdout, QIODevice::WriteOnly))
        return 1;
    int code = 0;
    for (QByteArray line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
        if (line.trimmed().isEmpty())
            continue;
        const QJsonObject answer = eventAnswer(line);
        if (answer[u"kind"_s].isNull())
            code = 1;
        out.write(QJsonDocument(answer).toJson(QJsonDocument::Compact) + '\n');
        out.flush();
    }
    return code;
}

}  // namespace cli
