// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "manifest/assist/review.h"

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QObject>

#include <atomic>
#include <chrono>
#include <memory>

namespace views {

/**
 * Reads texts off the GUI thread, one after the other; a text that is newer ends the reading of the one before.
 * Documents that stayed as they were are not read again.
 */
class TextReading : public QObject {
    Q_OBJECT

public:
    explicit TextReading(QObject *parent = nullptr);
    ~TextReading() override;

    /** `revision` is given back by done(). */
    void read(const QString &text, const QString &name, int revision);
    /** The text is about to be another one: what is read now is of no use. */
    void stop() { m_desk->isStopped = true; }
    /** What texts are checked by from now on. */
    void setShelf(const manifest::Shelf &shelf) { m_shelf = shelf; }
    [[nodiscard]] const manifest::Shelf &shelf() const { return m_shelf; }
    /** How long to wait after a keystroke before a text is read: a part of what reading it takes, so that a long text
     * does not keep a processor busy; never so long that it is felt. */
    [[nodiscard]] std::chrono::milliseconds pause() const { return m_pause; }
    [[nodiscard]] bool isBusy() const { return m_watcher.isRunning(); }

Q_SIGNALS:
    void done(int revision, const manifest::Reviewed &reviewed);

private:
    struct Desk {
        manifest::Reviewer reviewer;
        manifest::Reviewed last,
            before;  ///< the trees of long texts go in the thread that reads, not where they are shown
        std::atomic<bool> isStopped = false;
    };
    struct Order {
        QString text, name;
        int revision = 0;
    };
    void start(const Order &order);
    void take();

    std::shared_ptr<Desk> m_desk;
    manifest::Shelf m_shelf;
    QFutureWatcher<manifest::Reviewed> m_watcher;
    int m_revision = 0;
    QElapsedTimer m_begun;
    std::chrono::milliseconds m_took{0};  ///< the last reading
    std::chrono::milliseconds m_pause;
    std::optional<Order> m_next;
};

}  // namespace views
