// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/editor/yamleditor.h"

#include <QRegularExpression>

#include <atomic>

namespace views {

/** What was found in a text, and what is to stand there instead. */
struct Found {
    QList<YamlEditor::Match> matches;
    QStringList replacements;  ///< one a match; none unless they were asked for
};

/** Looks for an expression in whole texts: in short ones at once, in long ones off the GUI thread. */
class TextSearch : public QObject {
    Q_OBJECT

public:
    /** Characters that are looked through at once. */
    static constexpr qsizetype ShortText = 200'000;

    struct Wish {
        QString text;
        QRegularExpression expression;
        bool isRegex = false;  ///< in what replaces, `\1` is what the first group took
        std::optional<QString> replacement;
    };

    using QObject::QObject;
    ~TextSearch() override;

    using Take = std::function<void(const Found &)>;
    /** What was looked for before is not given any more. */
    void look(const Wish &wish, const Take &take);
    void stop();
    [[nodiscard]] bool isBusy() const { return m_isStopped && !*m_isStopped; }

private:
    std::shared_ptr<std::atomic<bool>> m_isStopped;  ///< true once it is found, or not wanted any more
};

}  // namespace views
