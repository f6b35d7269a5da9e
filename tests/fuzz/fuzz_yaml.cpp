// SPDX-License-Identifier: Apache-2.0
// Any bytes as a manifest: what is read is JSON and stays the same when it is read again, every place is in the text,
// and what is written as YAML reads back as itself.
#include "fuzz/require.h"
#include "manifest/documents.h"
#include "manifest/splitter.h"
#include "manifest/text/yamltext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using fuzz::require;

namespace {

void checkPlace(manifest::Place place, int lines)
{
    require(place.line >= 1 && place.line <= lines && place.column >= 1, "a place is in the text");
}

void checkDocument(const manifest::Document &document, int lines)
{
    const QJsonDocument json = QJsonDocument::fromJson(document.json);
    require(json.isObject(), "a document is a JSON object");
    require(document.line >= 1 && document.line <= lines, "a document begins in the text");
    for (const manifest::Place place : document.places.all())
        checkPlace(place, lines);
    const auto compact = manifest::compactJson(document);
    if (!compact)
        return;
    const auto again = manifest::toJson(*compact);
    require(!again || QJsonDocument::fromJson(*again) == QJsonDocument::fromJson(*compact),
            "JSON means the same as YAML");
}

void checkBody(const QByteArray &text)
{
    const auto json = manifest::toJson(text);
    if (!json) {
        require(!json.error().message.isEmpty(), "an error says what is wrong");
        require(!manifest::toJson(text, true), "the strict reader takes no more than the other one");
        return;
    }
    const QJsonValue value = QJsonDocument::fromJson('[' + *json + ']').array().at(0);
    if (value.isUndefined() || text.contains("\xEF\xBB\xBF") || text.contains("\\u") || text.contains("\\U"))
        return;  // nested deeper than Qt reads, or perhaps with U+FEFF, which QJsonDocument drops where text begins
    if (json->contains("\"\\u003c\\u003c\":"))
        return;  // kubectl writes this key bare, and then it merges
    const auto back = manifest::toJson(manifest::toYaml(value).toUtf8());
    require(!back || QJsonDocument::fromJson('[' + *back + ']').array().at(0) == value, "YAML reads back as itself");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const QByteArrayView view = fuzz::view(bytes, size);
    const auto text = manifest::textOf(view, u"f"_s);
    if (!text) {
        require(!text.error().message.isEmpty(), "an error says what is wrong");
        return 0;
    }
    const int lines = int(text->count(u'\n') + text->count(u'\r')) + 1;
    const manifest::Parsed parsed = manifest::parse(*text, u"f"_s);
    for (const manifest::Document &document : parsed.documents)
        checkDocument(document, lines);
    for (const manifest::Problem &problem : parsed.problems) {
        require(!problem.pattern.isEmpty(), "a problem says what is wrong");
        checkPlace(problem.place, lines + 1);
    }
    for (const manifest::Note &note : parsed.notes)
        checkPlace(note.place, lines);
    checkBody(text->toUtf8());
    return 0;
}
