// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/SyntaxHighlighter>
#include <QPalette>

namespace views {

/** KSyntaxHighlighting's YAML in Gantry's own colours, so that each keeps its contrast in light and dark. */
class YamlHighlighter : public KSyntaxHighlighting::SyntaxHighlighter {
    Q_OBJECT

public:
    YamlHighlighter(QTextDocument *document, const QPalette &palette);

    /** Colours the text anew. */
    void setPalette(const QPalette &palette);

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override;

private:
    KSyntaxHighlighting::Repository m_repository;
    QPalette m_palette;
};

}  // namespace views
