// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QToolButton>

class QFrame;
class QLineEdit;
class QListWidget;

namespace views {

/**
 * The namespaces whose pods are shown: a button that says which, and a list to choose one, several or all. Typing
 * searches, Space marks, Enter takes the marked ones, or the current one where none is marked; Escape leaves all as it
 * was.
 */
class NamespacePicker : public QToolButton {
    Q_OBJECT

public:
    explicit NamespacePicker(QWidget *parent = nullptr);

    /** `known`: what the cluster has. `chosen`, empty: all; they are listed even if the cluster has not named them. */
    void setNamespaces(const QStringList &known, const QStringList &chosen);
    /** Opens the list. */
    void open();
    /** The list as it is now, for who looks over the user's shoulder. */
    [[nodiscard]] QWidget &popup() const;

Q_SIGNALS:
    /** Sorted; empty: all. */
    void chosen(const QStringList &namespaces);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void initStyleOption(QStyleOptionToolButton *option) const override;

private:
    void fill();
    void search(const QString &text);
    void mark(int row);
    void take();
    void write();
    bool press(int key);

    QStringList m_known;
    QStringList m_chosen;
    QFrame *m_popup;
    QLineEdit *m_search;
    QListWidget *m_list;  ///< the first row stands for all
};

}  // namespace views
