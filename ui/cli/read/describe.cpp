// SPDX-License-Identifier: Apache-2.0
#include "cli/console.h"
#include "cli/read/described.h"
#include "cli/read/listing.h"
#include "cli/read/named.h"

#include <algorithm>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

/** Objects of one kind that are to be described. */
struct Subjects {
    kube::Resource resource;
    QList<QJsonObject> objects;
};

/** What was found, and what could not be. */
struct Search {
    QList<Subjects> subjects;
    QList<kube::Error> errors;

    [[nodiscard]] qsizetype count() const
    {
        qsizetype objects = 0;
        for (const Subjects &one : subjects)
            objects += one.objects.size();
        return objects;
    }
};

kube::Result<Search> search(Source &source, const QList<Wanted> &kinds, const ListOptions &options)
{
    Search found;
    for (const Wanted &kind : kinds)  // a word that names no kind ends it before anything is asked for
        if (const auto resource = source.resolve(kind.word); !resource)
            return std::unexpected(resource.error());
    for (const Wanted &kind : kinds) {
        const auto listing = list(source, kind, options);
        if (!listing && listing.error().kind == kube::Error::Kind::Input)
            return std::unexpected(listing.error());
        if (!listing) {
            found.errors << listing.error();
            continue;
        }
        found.subjects << Subjects{listing->resource, listing->objects};
        found.errors << listing->errors;
    }
    return found;
}

/** The objects that the files name. */
kube::Result<Search> searchFiles(Source &source, const Arguments &arguments)
{
    const auto named = namedInFiles(source, arguments);
    if (!named)
        return std::unexpected(named.error());
    Search found;
    for (const Named &one : named->objects) {
        const auto object = source.find({one.resource, one.ns, one.name, {}, {}});
        if (object)
            found.subjects << Subjects{one.resource, object->objects};
        else
            found.errors << object.error();
    }
    found.errors << named->errors;
    return found;
}

/** Those whose name begins with what one asked for: kubectl's second try where the name is none. */
kube::Result<Search> beginningWith(Source &source, const QStringList &operands, const ListOptions &options)
{
    const auto kinds = wanted({operands.constFirst()});
    if (!kinds)
        return std::unexpected(kinds.error());
    if (kinds->size() > 1)
        return kube::failure(kube::Error::Kind::Input, u"you may only specify a single resource type"_s);
    auto found = search(source, *kinds, options);
    if (!found)
        return found;
    const auto isOther = [start = operands.at(1)](const QJsonObject &object) {
        return !object["metadata"_L1]["name"_L1].toString().startsWith(start);
    };
    for (Subjects &one : found->subjects)
        one.objects.removeIf(isOther);
    return found;
}

/** Prints every one; what failed the same way is said once. */
int print(Console &console, Source &source, const Search &found, const Reading &reading, bool prefixed)
{
    // Since 1.36 several objects come without their events unless they are asked for.
    const bool many = prefixed || found.count() > 1;
    const bool showEvents = console.arguments().showEvents.value_or(reading.kubectl.minor < 36 || !many);
    QList<kube::Error> errors = found.errors;
    bool first = true;
    for (const Subjects &one : found.subjects)
        for (const QJsonObject &object : one.objects) {
            const auto text = described(source, one.resource, object, reading, showEvents);
            if (!text) {
                if (std::ranges::find(errors, text.error().message, &kube::Error::message) == errors.end())
                    errors << text.error();
                continue;
            }
            console.out((first || prefixed ? QString() : u"\n\n"_s) + *text + (prefixed ? u"\n"_s : QString()));
            first = false;
        }
    int code = 0;
    for (const kube::Error &error : std::as_const(errors))
        code = console.fail(error);
    if (found.count() == 0 && code == 0)
        console.complain(reading.ns.isEmpty() ? u"No resources found"_s
                                              : u"No resources found in %1 namespace."_s.arg(reading.ns));
    return code;
}

}  // namespace

int describe(Console &console)
{
    const Arguments &arguments = console.arguments();
    const auto source = sourceFor(console);
    if (!source)
        return console.fail(source.error());
    const Reading reading(console, **source);
    if (!arguments.files.isEmpty()) {
        const auto found = searchFiles(**source, arguments);
        return found ? print(console, **source, *found, reading, false) : console.fail(found.error());
    }
    const auto kinds = wanted(arguments.operands);
    if (!kinds)
        return console.fail(kinds.error());
    const ListOptions options{reading.ns, arguments.selector, arguments.fieldSelector, false, reading.now, {}};
    const auto found = search(**source, *kinds, options);
    if (!found)
        return console.fail(found.error());
    const bool second = arguments.operands.size() == 2 && found->errors.size() == 1 &&
                        found->errors.constFirst().kind == kube::Error::Kind::NotFound;
    if (!second)
        return print(console, **source, *found, reading, false);
    const auto others = beginningWith(**source, arguments.operands, options);
    if (!others)
        return console.fail(others.error());
    return others->count() > 0 ? print(console, **source, *others, reading, true)
                               : console.fail(found->errors.constFirst());
}

}  // namespace cli
