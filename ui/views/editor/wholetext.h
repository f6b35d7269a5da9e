// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTextDocument>

namespace views {

/**
 * The text of a document with all its characters: QTextDocument::toPlainText makes blanks of no-break spaces, which are
 * something else in YAML. Lines end with \n.
 */
[[nodiscard]] inline QString wholeText(const QTextDocument &document)
{
    QString text = document.toRawText();
    for (QChar &c : text)
        if (c == QChar::ParagraphSeparator || c.unicode() == 0xfdd0 || c.unicode() == 0xfdd1)
            c = u'\n';
    return text;
}

}  // namespace views
