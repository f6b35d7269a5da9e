// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/editor/drafts.h"

#include <QFutureWatcher>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace views {

/**
 * Keeps the draft of one editor while it is written: a change is on its way to the disk after `Delay` at the latest,
 * also while the user goes on writing. Writing is done off the GUI thread, one draft at a time.
 */
class DraftKeeper : public QObject {
    Q_OBJECT

public:
    /** With the time that writing takes this stays within the two seconds that a crash may cost. */
    static constexpr std::chrono::milliseconds Delay{1000};

    /** `present` tells the text as it stands, on the GUI thread. */
    DraftKeeper(const QString &folder, std::function<Draft()> present, QObject *parent,
                std::chrono::milliseconds delay = Delay);
    /** What is due is written. */
    ~DraftKeeper() override;

    /** The drafts of editors that ended before they could save; the newest first. */
    [[nodiscard]] QList<Draft> left() const { return m_drafts->left(); }
    /** Takes over one of them; false where it is there no more. */
    bool adopt(const QString &id);

public Q_SLOTS:
    /** The text is another. */
    void touch();
    /** Nothing is unsaved any more: the draft goes. */
    void drop();

Q_SIGNALS:
    void kept();
    void notKept(const kube::Error &error);

private:
    void write();
    void settle();

    std::shared_ptr<Drafts> m_drafts;
    std::function<Draft()> m_present;
    QTimer m_due;
    QFutureWatcher<kube::Result<void>> m_writing;
    bool m_again = false;
};

}  // namespace views
