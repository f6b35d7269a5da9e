// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/error.h"
#include "style/wording.h"

#include <QWidget>

#include <functional>

namespace views {

class NoticeBar;

/**
 * What is said above a text: one thing of the text that is shown, and which files could not be opened. That stays,
 * whatever text is shown, until they are opened or the user puts it away.
 */
class Notices : public QWidget {
    Q_OBJECT

public:
    /** So many files are named; the rest is counted. */
    static constexpr qsizetype FilesNamed = 4;

    explicit Notices(QWidget *parent = nullptr);

    /** Of the text; an empty one takes back what was said. `remedy` is what the button `action` does. */
    void say(style::Tone tone, const QString &text, const QString &action = {},
             const std::function<void()> &remedy = {});
    /** These could not be opened: with the path as `where`. */
    void refuse(const QList<kube::Error> &errors);
    /** These are open now. */
    void takeBack(const QStringList &paths);
    /** An error of a file, by its name. */
    [[nodiscard]] static QString wordsOf(const kube::Error &error);

private:
    void tellRefused();

    NoticeBar *m_ofText;
    NoticeBar *m_ofFiles;
    std::function<void()> m_remedy;
    QList<kube::Error> m_refused;
};

}  // namespace views
