// SPDX-License-Identifier: Apache-2.0
#include "style/accesswords.h"

#include "report/plaintext.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using What = config::Suspicion::What;

namespace style {

namespace {

bool isPlain(const QString &word)
{
    return !word.isEmpty() && std::ranges::all_of(word, [](QChar c) {
        return c.unicode() < 0x7F && (c.isLetterOrNumber() || u"-_./:=,@%+"_s.contains(c));
    });
}

}  // namespace

QString AccessWords::commandLine(const QList<QString> &argv)
{
    QStringList words;
    for (const QString &word : argv)
        words.append(isPlain(word) ? word : u'\'' + report::spelled(QString(word).replace(u'\'', u"'\\''"_s)) + u'\'');
    return words.join(u' ');
}

QString AccessWords::suspicion(const config::Suspicion &suspicion)
{
    const QString entry = report::spelled(suspicion.entry);
    const QString detail = report::spelled(suspicion.detail);
    switch (suspicion.what) {
    case What::RunsProgram: return tr("%1 runs a program to log in: %2").arg(entry, detail);
    case What::FileElsewhere:
        return tr("%1 reads a file outside the kubeconfig's folder (%2) and may send it to its server: %3")
            .arg(entry, report::visibleLine(suspicion.field), detail);
    case What::InsecureTls: return tr("%1 does not check the server's certificate").arg(entry);
    case What::PlainHttp: return tr("%1 talks to its server without TLS").arg(entry);
    case What::Proxy: return tr("%1 goes through a proxy: %2").arg(entry, detail);
    case What::TokenIssuer: return tr("%1 renews its token at %2").arg(entry, detail);
    case What::WritableByAll: return tr("Everyone may change this file or its folder; none of its programs is run");
    case What::ReadableByAll: return tr("Others on this machine may read this file and the secrets in it");
    case What::OtherOwner: return tr("The file belongs to somebody else");
    }
    return {};
}

bool AccessWords::isGrave(const config::Suspicion &suspicion)
{
    switch (suspicion.what) {
    case What::FileElsewhere:
    case What::WritableByAll:
    case What::OtherOwner: return true;
    // programs are asked for one by one, and the rest stands beside the state of each cluster
    case What::RunsProgram:
    case What::InsecureTls:
    case What::PlainHttp:
    case What::Proxy:
    case What::TokenIssuer:
    case What::ReadableByAll: return false;
    }
    return true;
}

}  // namespace style
