// SPDX-License-Identifier: Apache-2.0
#include "style/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace style {

Language::~Language()
{
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
}

void Language::use(const QString &name)
{
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
    const QLocale locale = name.isEmpty() ? QLocale::system() : QLocale(name);
    QLocale::setDefault(locale);
    if (m_qt.load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    // The sources are English; its own catalogue knows plural forms only.
    const bool chinese = locale.language() == QLocale::Chinese;
    if (m_own.load(chinese ? u":/i18n/gantry_zh_CN.qm"_s : u":/i18n/gantry_en.qm"_s))
        QCoreApplication::installTranslator(&m_own);
}

}  // namespace style
