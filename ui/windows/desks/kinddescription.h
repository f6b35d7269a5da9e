// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command/client.h"
#include "models/snapshot.h"
#include "report/kinds.h"

#include <QObject>

#include <memory>

namespace windows {

/**
 * One object of any kind as kubectl describes it: it is read, then all that belongs to it at once. Of two questions
 * only the later is answered. JSON and the text are made in Qt's thread pool: a node or a claim may have thousands of
 * pods beside it.
 */
class KindDescription : public QObject {
    Q_OBJECT

public:
    KindDescription(const models::Snapshot &snapshot, QObject *parent);
    ~KindDescription() override;

    /** Who answers; null: nobody. Not owned; set another one before it goes. */
    void setClient(command::Client *client);
    void read(const kube::Resource &kind, const kube::Key &object);
    /** Reads the same object again, unless that is being done. */
    void refresh();
    /** What is still to come is dropped. */
    void forget();

Q_SIGNALS:
    void described(const QString &text, const QList<report::DescribeNode> &nodes);
    void failed(const kube::Error &error);

private:
    struct Reading;
    struct Told;
    using Shared = std::shared_ptr<Reading>;
    void askObject(const Shared &reading);
    void takeObject(const Shared &reading, const QJsonObject &object);
    void askBeside(const Shared &reading, qsizetype index, const QString &continueToken);
    void tell(const Shared &reading);
    [[nodiscard]] bool isCurrent(const Shared &reading) const { return reading == m_reading; }

    const models::Snapshot &m_snapshot;
    command::Client *m_client = nullptr;
    kube::Resource m_kind;
    kube::Key m_object;
    Shared m_reading;  ///< null: nothing is to come
};

}  // namespace windows
