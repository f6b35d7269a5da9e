// SPDX-License-Identifier: Apache-2.0
#include "cli/read/named.h"

#include "cli/arguments.h"
#include "cli/manifestfile.h"
#include "decode/reader.h"

namespace cli {

using namespace Qt::StringLiterals;

namespace {

kube::Result<Named> namedBy(Source &source, const manifest::Document &document, const Arguments &arguments)
{
    const auto input = [](const QString &message) { return kube::failure(kube::Error::Kind::Input, message); };
    const auto identity = decode::identity(document.json);
    if (!identity)
        return std::unexpected(identity.error());
    const QString group = identity->apiVersion.contains(u'/') ? identity->apiVersion.section(u'/', 0, 0) : QString();
    const QString version = identity->apiVersion.section(u'/', -1);
    if (version.isEmpty() || identity->kind.isEmpty())
        return input(u"unable to decode \"%1\": Object '%2' is missing in '%3'"_s.arg(
            document.source, identity->kind.isEmpty() ? u"Kind"_s : u"apiVersion"_s, QString::fromUtf8(document.json)));
    if (identity->name.isEmpty())
        return input(u"resource name may not be empty"_s);
    const auto resource =
        source.resolve(identity->kind + (group.isEmpty() ? QString() : u'.' + version + u'.' + group));
    if (!resource && resource.error().kind == kube::Error::Kind::NotFound)
        return input(u"resource mapping not found for name: \"%1\" namespace: \"%2\" from \"%3\": no matches for kind "
                     "\"%4\" in version \"%5\"\nensure CRDs are installed first"_s.arg(
                         identity->name, identity->ns, document.source, identity->kind, identity->apiVersion));
    if (!resource)
        return std::unexpected(resource.error());
    if (!resource->namespaced)
        return Named{*resource, {}, identity->name};
    if (!arguments.ns.isEmpty() && !identity->ns.isEmpty() && identity->ns != arguments.ns)
        return input(u"the namespace from the provided object \"%1\" does not match the namespace \"%2\". You must "
                     "pass '--namespace=%1' to perform this operation."_s.arg(identity->ns, arguments.ns));
    const QString usual = arguments.ns.isEmpty() ? source.defaultNamespace() : arguments.ns;
    return Named{*resource, identity->ns.isEmpty() ? usual : identity->ns, identity->name};
}

}  // namespace

kube::Result<NamedObjects> namedInFiles(Source &source, const Arguments &arguments)
{
    if (!arguments.operands.isEmpty())
        return kube::failure(kube::Error::Kind::Input, u"when paths, URLs, or stdin is provided as input, you may not "
                                                       "specify resource arguments as well"_s);
    if (!(arguments.selector + arguments.fieldSelector).isEmpty())
        return kube::failure(kube::Error::Kind::Input, u"a selector does not choose among files"_s);
    const auto files = filesOf(arguments.files, arguments.recursive);
    if (!files)
        return std::unexpected(files.error());
    NamedObjects found;
    found.isOneFile = files->size() == 1;
    for (const QString &file : *files) {
        const auto documents = documentsOf(file);
        if (!documents) {
            found.errors << documents.error();
            continue;
        }
        for (const manifest::Document &document : *documents) {
            const auto named = namedBy(source, document, arguments);
            if (named)
                found.objects << *named;
            else
                found.errors << named.error();
        }
    }
    return found;
}

}  // namespace cli
