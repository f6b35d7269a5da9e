// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QTranslator>

namespace style {

/** The language of every text on the screen. One for the application, owned by who made it. */
class Language {
public:
    Language() = default;
    ~Language();
    Language(const Language &) = delete;
    Language &operator=(const Language &) = delete;

    /** `en`, `zh_CN`, or empty for the system's. Widgets made afterwards speak it; open ones get LanguageChange. */
    void use(const QString &name);

private:
    QTranslator m_own;
    QTranslator m_qt;
};

}  // namespace style
