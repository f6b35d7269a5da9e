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
    /** `repository` is where definitions are; it may go before this, which then colours nothing any more. */
    YamlHighlighter(QTextDocument *document, const KSyntaxHighlighting::Repository &repository,
                    const QPalette &palette);

    /** Colours the text anew, where the palette is another one. */
    void setPalette(const QPalette &palette);

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override;

private:
    void colour();

    const KSyntaxHighlighting::Repository &m_repository;
    QPalette m_palette;
};

}  // namespace views
