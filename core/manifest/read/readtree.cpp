// SPDX-License-Identifier: Apache-2.0
#include "manifest/read/goyaml.h"
#include "manifest/read/treebuilder.h"

#include <QtTranslation>

#include <yaml-cpp/depthguard.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <array>
#include <sstream>
#include <utility>

namespace manifest {

namespace {

using Sentence = std::pair<const char *, const char *>;

/** yaml-cpp's words and what to tell a person; what is not here is told as it is. */
constexpr std::array Sentences = {
    Sentence{"end of map not found",
             QT_TRANSLATE_NOOP("manifest", "the indentation does not fit: expected a key of the mapping above")},
    Sentence{"end of sequence not found",
             QT_TRANSLATE_NOOP("manifest", "the indentation does not fit: expected an item of the list above")},
    Sentence{"end of map flow not found", QT_TRANSLATE_NOOP("manifest", "expected ',' or '}'")},
    Sentence{"end of sequence flow not found", QT_TRANSLATE_NOOP("manifest", "expected ',' or ']'")},
    Sentence{"illegal map value",
             QT_TRANSLATE_NOOP("manifest", "a mapping value is not allowed here; quote text that has ': ' in it")},
    Sentence{"illegal map key", QT_TRANSLATE_NOOP("manifest", "a mapping key is not allowed here")},
    Sentence{"illegal block entry", QT_TRANSLATE_NOOP("manifest", "a list item is not allowed here")},
    Sentence{"illegal flow end", QT_TRANSLATE_NOOP("manifest", "there is no open bracket for this one")},
    Sentence{"unknown token", QT_TRANSLATE_NOOP("manifest", "no value can start with this character; quote it")},
    Sentence{"illegal EOF in scalar", QT_TRANSLATE_NOOP("manifest", "the closing quote is missing")},
    Sentence{"illegal tab when looking for indentation",
             QT_TRANSLATE_NOOP("manifest", "a tab cannot indent; use spaces")},
};

bool indentedByTab(QByteArrayView line)
{
    for (const char c : line) {
        if (c == '\t')
            return true;
        if (c != ' ')
            return false;
    }
    return false;
}

Problem told(const YAML::Exception &error, const TextLines &lines)
{
    Problem problem{Problem::Severity::Error, lines.place(error.mark.line, error.mark.column), {}, {}, 0};
    if (indentedByTab(lines.line(error.mark.line))) {
        problem.place = lines.place(error.mark.line, int(lines.line(error.mark.line).indexOf('\t')));
        problem.pattern = QString::fromLatin1(QT_TRANSLATE_NOOP("manifest", "a tab cannot indent; use spaces"));
        return problem;
    }
    const auto found = std::ranges::find_if(Sentences, [&](const Sentence &s) { return error.msg == s.first; });
    if (found != Sentences.end()) {
        problem.pattern = QString::fromLatin1(found->second);
        return problem;
    }
    constexpr QLatin1StringView UnknownAnchor("the referenced anchor is not defined: ");
    const QString words = QString::fromStdString(error.msg).simplified();
    problem.pattern = words.startsWith(UnknownAnchor)
                          ? QString::fromLatin1(QT_TRANSLATE_NOOP("manifest", "there is no anchor named %1"))
                          : QString::fromLatin1(QT_TRANSLATE_NOOP("manifest", "this is not YAML: %1"));
    problem.argument = words.startsWith(UnknownAnchor) ? words.sliced(UnknownAnchor.size()) : words;
    return problem;
}

/** A `%` at the beginning of a line ends the document for yaml-cpp; go-yaml refuses the whole. */
std::optional<Problem> directiveAfter(qsizetype offset, const TextLines &lines)
{
    const qsizetype found = lines.text().indexOf("\n%", offset);
    if (found < 0)
        return {};
    return Problem{Problem::Severity::Error,
                   lines.placeOfByte(found + 1),
                   QString::fromLatin1(QT_TRANSLATE_NOOP("manifest", "no line can start with '%'; indent or quote it")),
                   {},
                   0};
}

}  // namespace

Reading readTree(const QByteArray &utf8, int firstLine, const MayStop &mayStop)
{
    if (utf8.contains('\r'))
        return readTree(QByteArray(utf8).replace("\r\n", "\n").replace('\r', '\n'), firstLine, mayStop);
    return *readLines(TextLines(utf8, firstLine), utf8.toStdString(), {}, mayStop);
}

std::optional<Reading> readLines(const TextLines &lines, const std::string &text, const Runs &runs,
                                 const MayStop &mayStop)
{
    Reading reading;
    if ((reading.trouble = GoYaml::characters(lines)))
        return reading;
    TreeBuilder builder(lines, runs, mayStop);
    try {
        std::istringstream stream(text);
        YAML::Parser parser(stream);
        parser.HandleNextDocument(builder);
        if (!builder.isComplete())
            return {};
        reading.trouble = builder.goYaml().separators();
        if (!reading.trouble && parser)
            reading.trouble = directiveAfter(builder.lastOffset(), lines);
        reading.root = builder.root();
        reading.duplicates = builder.duplicates();
        reading.notes = builder.notes();
    } catch (const Swallowed &) {
        return {};
    } catch (const Problem &problem) {
        reading.trouble = problem;
    } catch (const YAML::DeepRecursion &error) {
        reading.trouble =
            Problem{Problem::Severity::Error,
                    lines.place(error.mark.line, error.mark.column),
                    QString::fromLatin1(QT_TRANSLATE_NOOP("manifest", "the document is nested too deeply")),
                    {},
                    0};
    } catch (const YAML::Exception &error) {
        const auto separator = builder.goYaml().separators();  // then the rest is read otherwise there
        reading.trouble = separator ? separator : told(error, lines);
    }
    reading.isPlain = builder.isPlain();
    if (!reading.isPlain && !runs.empty())
        return {};
    return reading;
}

}  // namespace manifest
