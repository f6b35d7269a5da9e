// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command/client.h"
#include "decode/table.h"
#include "models/snapshot.h"

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QObject>

namespace models {
class TableModel;
}
namespace views {
class KindView;
}

namespace windows {

class KindDescription;

/**
 * Objects of any one kind of a desk's cluster, listed again every few seconds while somebody looks: the texts of a
 * Table are as of the moment when the server wrote them (ages, durations), so that a watch would let the rows that do
 * not change grow old. What is shown says as of when it is.
 */
class KindWatch : public QObject {
    Q_OBJECT

public:
    /** The view is a child of `window` until someone takes it. */
    KindWatch(const models::Snapshot &snapshot, QWidget *window, QObject *parent);
    ~KindWatch() override;

    [[nodiscard]] views::KindView &view() { return *m_view; }
    [[nodiscard]] const models::TableModel &objects() const { return *m_objects; }
    /** Who answers; null: nobody. Not owned; set another one before it goes. */
    void setClient(command::Client *client);
    /** Empty: all. */
    void setNamespace(const QString &ns);
    /** Whether the view can be seen; only then anything is asked for. */
    void setLooked(bool looked);
    /** Shows a kind by its Kind (`Deployment`) and group (any, where null), and makes an object of it current. */
    void show(const QString &kind, const QString &group = {}, const kube::Key &object = {});
    void retry();
    /** The Kind that can be seen now; empty: none. */
    [[nodiscard]] QString lookedAt() const { return m_looked ? m_kind.kind : QString(); }

Q_SIGNALS:
    void changed();
    /** Show the pods that this filter finds, in that namespace; null: as it is. */
    void podsWanted(const QString &filter, const QString &ns);
    void podWanted(const kube::Key &pod);
    void deleteRequested(const command::Document &object);
    /** Open the object of this path in the editor. */
    void editRequested(const QString &path, const QString &name);

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    struct Listing;
    void discover();
    void takeGroups(const kube::Result<QByteArray> &body);
    void takeKinds(const kube::Result<QByteArray> &body);
    void choose(const kube::Resource &kind);
    void list();
    void ask(const std::shared_ptr<Listing> &listing, const QString &continueToken);
    void take(const std::shared_ptr<Listing> &listing, const kube::Result<QByteArray> &body);
    void showState();
    void fetchText();
    void wireDescription();
    void describe();
    void showPods();
    void goToOwner();
    void remove();
    [[nodiscard]] QString pathOf(const kube::Key &object) const;

    const models::Snapshot &m_snapshot;
    models::TableModel *m_objects;
    views::KindView *m_view;
    KindDescription *m_description;
    command::Client *m_client = nullptr;
    QString m_ns;
    QList<decode::NamedResource> m_kinds;
    QStringList m_unread;  ///< group versions whose kinds could not be read
    int m_asking = 0;      ///< answers of discovery that are still to come
    kube::Resource m_kind;
    QString m_wantedKind, m_wantedGroup;  ///< to be shown once the kinds are known
    kube::Key m_wantedObject;
    kube::Timestamp m_asOf;  ///< null: never listed whole
    std::optional<kube::Error> m_error;
    bool m_isListing = false;
    bool m_looked = false;
    int m_generation = 0;  ///< answers to earlier questions are dropped
    QBasicTimer m_again;
};

}  // namespace windows
