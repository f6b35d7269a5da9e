// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "style/settings.h"

#include <QDialog>

class QCheckBox;
class QLineEdit;

namespace views {

/** Asks for the name of a filter that is to be saved, and whether it is for one context or for all. */
class SaveFilterDialog : public QDialog {
    Q_OBJECT

public:
    SaveFilterDialog(const QString &text, const QString &context, QWidget *parent = nullptr);

    /** What the user wants. */
    [[nodiscard]] style::SavedFilter filter() const;

private:
    QString m_text;
    QString m_context;
    QLineEdit *m_name;
    QCheckBox *m_here;
};

}  // namespace views
