// SPDX-License-Identifier: Apache-2.0
#include "report/terminal.h"

#include "report/plaintext.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace report {

QString withoutSequences(const QString &text)
{
    if (!text.contains(QChar(0x1B)))
        return text;
    static const QRegularExpression sequence(u"\\x1B(?:\\[[0-?]*[ -/]*[@-~]|\\][^\\x07\\x1B]*(?:\\x07|\\x1B\\\\))"_s);
    QString plain = text;
    return plain.remove(sequence);
}

QString logLine(QByteArrayView bytes)
{
    if (bytes.endsWith('\r'))
        bytes.chop(1);
    return visible(withoutSequences(QString::fromUtf8(bytes))).replace(u'\n', u' ');
}

}  // namespace report
