// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "manifest/assist/fixes.h"
#include "manifest/assist/remark.h"
#include "views/editor/assist/ground.h"

#include <QCoreApplication>

class QPlainTextEdit;

namespace views {

/** An edit that is offered for a line: its words, and what it changes. */
struct QuickFix {
    QString words;
    manifest::Edit edit;
};

/** The edits that a line of a text asks for. */
class QuickFixes {
    Q_DECLARE_TR_FUNCTIONS(views::QuickFixes)

public:
    struct Place {
        QPlainTextEdit &editor;
        int line = 0;                                ///< from 1
        std::span<const manifest::Remark> remarks;   ///< of that line
        const QList<manifest::Document> &documents;  ///< as the text is now
        QStringList pullSecrets;                     ///< of the namespace, as far as known
    };
    [[nodiscard]] static QList<QuickFix> of(const Place &place, const models::Snapshot *snapshot);
    /** The document and image that a line tells of; null where it tells of none. */
    [[nodiscard]] static const manifest::Document *documentAt(const QList<manifest::Document> &documents, int line);
    [[nodiscard]] static std::optional<manifest::ImagePlace> imageAt(const manifest::Document &document, int line);
    /** One step of undo. */
    static void apply(QPlainTextEdit &editor, const manifest::Edit &edit);

private:
    static void addImageFixes(QList<QuickFix> &fixes, const Place &place, const models::Snapshot *snapshot);
};

}  // namespace views
