// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "practice/clock.h"
#include "practice/objectstore.h"
#include "practice/registry.h"

#include <QObject>
#include <QQueue>

#include <functional>

namespace practice {

/** A simulated node: its images, its address space, and one pull at a time, as serializeImagePulls asks. */
class Machine : public QObject {
    Q_OBJECT

public:
    /** How a pull ended. */
    struct Pulled {
        std::expected<Image, QString> image;
        std::chrono::milliseconds pull{0};
        std::chrono::milliseconds total{0};  ///< including waiting for other pulls
    };

    Machine(ObjectStore &store, const Clock &clock, QString name, int number, QList<Image> images);

    [[nodiscard]] QString name() const { return m_name; }
    [[nodiscard]] QString address() const;
    /** An address no pod had before. */
    [[nodiscard]] QString nextPodAddress();
    [[nodiscard]] std::optional<Image> find(const ImageName &name) const;
    /** Pulls when it is its turn; `done` runs later, unless `context` is gone by then. */
    void pull(const ImageName &name, QObject *context, std::function<void(const Pulled &)> done);
    /** Writes the Node object as this machine's kubelet would. */
    void report();

private:
    struct Order {
        ImageName name;
        qint64 asked = 0;
        std::function<void(const Pulled &)> done;
    };
    void next();

    ObjectStore &m_store;
    const Clock &m_clock;
    QString m_name;
    int m_number;
    int m_pods = 1;
    QList<Image> m_images;
    QQueue<Order> m_orders;
    bool m_pulling = false;
};

}  // namespace practice
