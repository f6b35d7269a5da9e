// SPDX-License-Identifier: Apache-2.0
#include "manifest/scalar/note.h"

#include "manifest/scalar/floattext.h"
#include "manifest/scalar/timestamp.h"

#include <QRegularExpression>
#include <QStringList>
#include <QtTranslation>

namespace manifest {

using namespace Qt::StringLiterals;
using Trap = Note::Trap;
using Type = Scalar::Type;

namespace {

std::optional<Trap> trapOfText(const QString &text)
{
    static const QStringList words{u"yes"_s, u"no"_s, u"on"_s, u"off"_s, u"true"_s, u"false"_s, u"null"_s};
    static const QRegularExpression clock(u"^[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\\.[0-9_]*)?$"_s);
    static const QRegularExpression number(
        u"^[-+]?(0[xob][0-9a-f_]*|([0-9][0-9_]*(\\.[0-9_]*)?|\\.[0-9]+)(e[-+]?[0-9]*)?)$"_s,
        QRegularExpression::CaseInsensitiveOption);
    if (words.contains(text, Qt::CaseInsensitive))
        return Trap::NearWord;
    if (text.isEmpty() || !QStringView(u"+-.0123456789").contains(text.front()))
        return {};
    if (isTimestamp(text.toUtf8()))
        return Trap::Date;
    if (clock.match(text).hasMatch())
        return Trap::Clock;
    return number.match(text).hasMatch() ? std::optional(Trap::NearNumber) : std::nullopt;
}

Trap trapOfInteger(const QByteArray &written, const QByteArray &digits)
{
    if (isWide(digits))
        return Trap::Wide;
    const QByteArray unsignedText = written.mid(written.startsWith('-') || written.startsWith('+') ? 1 : 0).toLower();
    if (unsignedText.size() < 2 || unsignedText[0] != '0')
        return Trap::Digits;
    return QByteArrayView("xob").contains(unsignedText[1]) ? Trap::OtherBase : Trap::Octal;
}

std::optional<Trap> trapOf(const QByteArray &written, const Scalar &meaning)
{
    switch (meaning.type) {
    case Type::Null: return written == "~" ? std::optional(Trap::Null) : std::nullopt;
    case Type::Bool: return written.toLower() == meaning.text ? std::nullopt : std::optional(Trap::Boolean);
    case Type::Integer:
        if (written == meaning.text && !isWide(meaning.text))
            return {};
        return trapOfInteger(written, meaning.text);
    case Type::Float: return written == floatText(meaning.number) ? std::nullopt : std::optional(Trap::Digits);
    case Type::Text: return trapOfText(QString::fromUtf8(written));
    }
    return {};
}

QByteArray seenOf(const Scalar &meaning)
{
    if (meaning.type == Type::Integer && isWide(meaning.text))
        return floatText(meaning.text.toDouble());
    return toJson(meaning).value_or(QByteArray());
}

}  // namespace

std::optional<Note> noteOf(const QByteArray &written, const Scalar &meaning, bool isKey)
{
    Note note;
    note.written = QString::fromUtf8(written);
    note.length = int(note.written.size());
    if (isKey) {
        const auto key = toKey(meaning);
        if (!key || *key == written)
            return {};
        note.trap = Trap::Key;
        note.seen = QString::fromUtf8(quoted(*key));
        return note;
    }
    const auto trap = trapOf(written, meaning);
    if (!trap)
        return {};
    note.trap = *trap;
    note.seen = QString::fromUtf8(seenOf(meaning));
    return note;
}

const char *Note::pattern() const
{
    switch (trap) {
    case Trap::Boolean: return QT_TRANSLATE_NOOP("manifest", "%1 is the boolean %2; quote it if it is meant as text");
    case Trap::Null: return QT_TRANSLATE_NOOP("manifest", "%1 is %2; quote it if it is meant as text");
    case Trap::Empty: return QT_TRANSLATE_NOOP("manifest", "%1 has no value and is %2");
    case Trap::Octal: return QT_TRANSLATE_NOOP("manifest", "%1 is octal, the number %2");
    case Trap::OtherBase:
    case Trap::Digits: return QT_TRANSLATE_NOOP("manifest", "%1 is the number %2; quote it if it is meant as text");
    case Trap::Wide: return QT_TRANSLATE_NOOP("manifest", "%1 is too large for an integer and is rounded to %2");
    case Trap::Date:
    case Trap::Clock: return QT_TRANSLATE_NOOP("manifest", "%1 is the text %2, no time");
    case Trap::NearWord:
    case Trap::NearNumber: return QT_TRANSLATE_NOOP("manifest", "%1 is the text %2");
    case Trap::Key: return QT_TRANSLATE_NOOP("manifest", "the key %1 is read as %2; quote it to keep it");
    case Trap::Binary: return QT_TRANSLATE_NOOP("manifest", "%1 is decoded from Base64 to %2");
    }
    return "";
}

QString Note::message() const
{
    return QString::fromLatin1(pattern()).arg(written, seen);
}

}  // namespace manifest
