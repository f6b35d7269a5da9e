// SPDX-License-Identifier: Apache-2.0
#include "manifest/scalar/timestamp.h"

#include <QDate>
#include <QRegularExpression>
#include <QTime>

namespace manifest {

using namespace Qt::StringLiterals;

bool isTimestamp(const QByteArray &text)
{
    static const QRegularExpression form(u"^(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:(?:[Tt](\\d{1,2}):(\\d{1,2}):(\\d{1,2})(?:"
                                         u"\\.\\d+)?(?:Z|[-+]\\d{2}:\\d{2}))|"
                                         "(?: (\\d{1,2}):(\\d{1,2}):(\\d{1,2})(?:\\.\\d+)?))?$"_s);
    const QRegularExpressionMatch match = form.match(QString::fromLatin1(text));
    const auto number = [&](int group) { return match.captured(group).toInt(); };
    if (!match.hasMatch() || !QDate::isValid(number(1), number(2), number(3)))
        return false;
    return QTime::isValid(number(4), number(5), number(6)) && QTime::isValid(number(7), number(8), number(9));
}

}  // namespace manifest
