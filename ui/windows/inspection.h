// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command/client.h"
#include "models/snapshot.h"
#include "pull/story/story.h"
#include "report/describe/tree.h"

#include <QObject>
#include <QPointer>

namespace windows {

/** The selected pod: tells its stories anew when something about it changes, and fetches its description on demand. */
class Inspection : public QObject {
    Q_OBJECT

public:
    explicit Inspection(const models::Snapshot &snapshot, QObject *parent = nullptr);

    /** Who answers for whole objects; null: nobody. Not owned; it must outlive its last use. */
    void setClient(command::Client *client);
    /** An empty key selects nothing. */
    void select(const kube::Key &pod);
    [[nodiscard]] const kube::Key &selected() const { return m_key; }
    /** Looks what a batch did to the selected pod. Call after the snapshot took it. */
    void follow(const mirror::Batch &batch);
    /** False: nobody looks. Nothing is told or fetched until somebody does; then all that changed at once. */
    void setAwake(bool awake);
    /** Whether the description can be seen; only then it is fetched. */
    void setDescribing(bool on);
    /** Fetches the description once more. */
    void describe();

Q_SIGNALS:
    void selectedChanged(const kube::Key &pod, const QString &uid);
    /** Empty stories and name where nothing is selected. */
    void storiesChanged(const QList<pull::Story> &stories, const QString &podName);
    void described(const QString &text, const QList<report::DescribeNode> &tree);
    void describeFailed(const kube::Error &error);
    /** Nothing to describe. */
    void describeCleared();

private:
    void catchUp();
    void tell();
    void take(const kube::Key &key, const kube::Result<QByteArray> &body);

    const models::Snapshot &m_snapshot;
    command::Client *m_client = nullptr;
    kube::Key m_key;
    QString m_uid;
    bool m_awake = true;
    bool m_missed = false;  ///< something changed while nobody looked
    bool m_describing = false;
    bool m_fetching = false;
    bool m_stale = false;  ///< something changed while a fetch was under way
    int m_generation = 0;  ///< answers for an earlier client are dropped
};

}  // namespace windows
