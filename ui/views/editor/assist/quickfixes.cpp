// SPDX-License-Identifier: Apache-2.0
#include "views/editor/assist/quickfixes.h"

#include "manifest/assist/spot.h"
#include "pull/image/imagereference.h"
#include "report/plaintext.h"

#include <QMap>
#include <QPlainTextEdit>
#include <QTextBlock>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

namespace {

constexpr qsizetype MostDigests = 3;
constexpr qsizetype MostSecrets = 5;
constexpr qsizetype DigestShown = 19;  ///< `sha256:` and twelve figures

QString lineOf(const QPlainTextEdit &editor, int line)
{
    return editor.document()->findBlockByNumber(line - 1).text();
}

/** Which digests run under this very text of an image, and in how many containers. */
QMap<QString, int> digestsOf(const QString &image, const models::Snapshot &snapshot)
{
    QMap<QString, int> digests;
    const auto isIt = [&image](const kube::Container &container) { return container.image == image; };
    for (const kube::PodRef &slim : snapshot.pods()) {
        const kube::SpecShape &spec = slim->spec();
        if (std::ranges::none_of(spec.initContainers, isIt) && std::ranges::none_of(spec.containers, isIt) &&
            std::ranges::none_of(spec.ephemeralContainers, isIt))
            continue;
        const kube::PodPtr pod = slim.whole();
        for (const kube::Container &container : pod->allContainers()) {
            if (!isIt(container))
                continue;
            const kube::ContainerStatus *status = pod->statusOf(container);
            const QString digest = status ? status->imageId.section(u'@', 1) : QString();
            if (status && status->state.phase == kube::ContainerState::Phase::Running && !digest.isEmpty())
                ++digests[digest];
        }
    }
    return digests;
}

}  // namespace

const manifest::Document *QuickFixes::documentAt(const QList<manifest::Document> &documents, int line)
{
    for (const manifest::Document &document : documents)
        if (document.line <= line && line <= document.lastLine)
            return &document;
    return nullptr;
}

std::optional<manifest::ImagePlace> QuickFixes::imageAt(const manifest::Document &document, int line)
{
    for (const manifest::ImagePlace &image : manifest::imagesOf(document))
        if (image.imageAt.line == line || image.policyAt.line == line)
            return image;
    return {};
}

QList<QuickFix> QuickFixes::of(const Place &place, const models::Snapshot *snapshot)
{
    QList<QuickFix> fixes;
    for (const manifest::Remark &remark : place.remarks) {
        const manifest::Shape shape = manifest::shapeOf(lineOf(place.editor, place.line));
        if (remark.nearest.isEmpty() || shape.content != remark.place.column - 1)
            continue;
        const bool isKey = remark.length > 0;
        const manifest::Edit edit =
            isKey ? manifest::Edit{remark.place, shape.keyLength, remark.nearest}
                  : manifest::Edit{{place.line, shape.value + 1}, int(shape.valueText.size()), remark.nearest};
        fixes.append({tr("Change to %1").arg(report::visibleLine(remark.nearest)), edit});
    }
    addImageFixes(fixes, place, snapshot);
    return fixes;
}

void QuickFixes::addImageFixes(QList<QuickFix> &fixes, const Place &place, const models::Snapshot *snapshot)
{
    const manifest::Document *document = documentAt(place.documents, place.line);
    const auto image = document ? imageAt(*document, place.line) : std::nullopt;
    if (!image)
        return;
    const auto add = [&](const QString &words, const std::optional<manifest::Edit> &edit) {
        if (edit)
            fixes.append({words, *edit});
    };
    const auto lineAt = [&](int line) { return lineOf(place.editor, line); };
    const QString imageLine = lineAt(image->imageAt.line);
    if (snapshot && !image->image.contains(u'@')) {
        const QMap<QString, int> digests = digestsOf(image->image, *snapshot);
        qsizetype left = MostDigests;
        for (auto it = digests.cbegin(); it != digests.cend() && left > 0; ++it, --left)
            add(tr("Pin the digest that runs now: %1… (%n container(s))", nullptr, it.value())
                    .arg(report::visibleLine(it.key().first(std::min(DigestShown, it.key().size())))),
                manifest::setImage(*image, imageLine, manifest::pinned(image->image, it.key())));
    }
    const QString policyLine = image->policyAt.line > 0 ? lineAt(image->policyAt.line) : imageLine;
    const QString usual = kube::toString(pull::defaultPolicy(image->image));
    for (const QString &policy : {u"Always"_s, u"IfNotPresent"_s, u"Never"_s})
        if (policy != image->policy)
            add(image->policy.isEmpty() && policy == usual
                    ? tr("Write the policy out: %1, as it is by default").arg(policy)
                    : tr("Set the policy to %1").arg(policy),
                manifest::setPolicy(*image, policyLine, policy));
    for (const QString &secret : place.pullSecrets.first(std::min(MostSecrets, place.pullSecrets.size())))
        add(tr("Add the pull secret %1").arg(report::visibleLine(secret)),
            manifest::addPullSecret(*document, *image, secret, lineAt));
}

void QuickFixes::apply(QPlainTextEdit &editor, const manifest::Edit &edit)
{
    const QTextBlock block = editor.document()->findBlockByNumber(edit.at.line - 1);
    if (!block.isValid() || editor.isReadOnly())
        return;
    QTextCursor cursor(block);
    const int from = std::clamp(edit.at.column - 1, 0, block.length() - 1);
    cursor.setPosition(block.position() + from);
    cursor.setPosition(block.position() + std::min(from + edit.length, block.length() - 1), QTextCursor::KeepAnchor);
    cursor.beginEditBlock();  // a step of undo of its own
    cursor.insertText(edit.text);
    cursor.endEditBlock();
}

}  // namespace views
