// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSortFilterProxyModel>

namespace models {

class ImageMatrix;

/** Images that match the filter box, sorted by what the columns mean; equal rows by name. */
class ImageFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    enum class Choice {
        Used,        ///< that a pod uses
        WouldFail,   ///< used, and surely missing on a node: policy Never would fail there
        Everything,  ///< also what only lies on a node
    };

    explicit ImageFilter(ImageMatrix &images, QObject *parent = nullptr);

    void setChoice(Choice choice);
    /** Words that must all be in the image's name; a leading `-` excludes. */
    void setText(const QString &text);
    [[nodiscard]] QString text() const { return m_words.join(u' '); }
    [[nodiscard]] Choice choice() const { return m_choice; }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    ImageMatrix &m_images;
    Choice m_choice = Choice::Used;
    QStringList m_words;
};

}  // namespace models
