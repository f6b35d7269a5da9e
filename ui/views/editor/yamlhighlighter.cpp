// SPDX-License-Identifier: Apache-2.0
#include "views/editor/yamlhighlighter.h"

#include "style/palette.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Theme>

#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace views {

namespace {

using KSyntaxHighlighting::Theme;

/** The role of a kind of text; none: as all other text. */
std::optional<style::Role> roleOf(Theme::TextStyle style)
{
    switch (style) {
    case Theme::Comment:
    case Theme::Documentation:
    case Theme::Annotation:
    // In KSyntaxHighlighting's YAML keys are functions, their colons and dashes keywords, bare values attributes.
    case Theme::Keyword:
    case Theme::Operator: return style::Role::MutedText;
    case Theme::Function: return style::Role::Accent;
    case Theme::String:
    case Theme::VerbatimString:
    case Theme::SpecialString:
    case Theme::SpecialChar: return style::Role::Running;
    case Theme::DecVal:
    case Theme::BaseN:
    case Theme::Float:
    case Theme::Constant:
    case Theme::DataType:
    case Theme::BuiltIn: return style::Role::Create;
    case Theme::Preprocessor:
    case Theme::Import:
    case Theme::ControlFlow:
    case Theme::Others: return style::Role::Waiting;
    case Theme::Error:
    case Theme::Alert: return style::Role::Failed;
    default: return {};
    }
}

}  // namespace

YamlHighlighter::YamlHighlighter(QTextDocument *document, const KSyntaxHighlighting::Repository &repository,
                                 const QPalette &palette)
    : SyntaxHighlighter(document), m_repository(repository), m_palette(palette)
{
    setDefinition(m_repository.definitionForName(u"YAML"_s));
    colour();
}

void YamlHighlighter::setPalette(const QPalette &palette)
{
    if (std::exchange(m_palette, palette) != palette)
        colour();
}

void YamlHighlighter::colour()
{
    setTheme(m_repository.defaultTheme(style::isDark(m_palette) ? KSyntaxHighlighting::Repository::DarkTheme
                                                                : KSyntaxHighlighting::Repository::LightTheme));
    rehighlight();
}

void YamlHighlighter::applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format)
{
    const auto role = roleOf(format.textStyle());
    if (length <= 0 || !role)
        return;
    QTextCharFormat text;
    text.setForeground(style::color(*role, m_palette));
    text.setFontItalic(format.textStyle() == Theme::Comment);
    setFormat(offset, length, text);
}

}  // namespace views
