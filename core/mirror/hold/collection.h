// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mirror/follow/reflector.h"
#include "mirror/kind.h"

#include <map>
#include <memory>

namespace mirror {

/**
 * Keeps one kind true in one scope. Where the whole may not be listed it is read one namespace at a time, by a
 * reflector each, into the same store; whether the whole may be read by now is asked every ten minutes, and by relist.
 * Source of the need: RBAC roles that are bound in namespaces only. Lives in its cluster's thread.
 */
class Collection : public QObject {
    Q_OBJECT
public:
    /** Makes an intake of a namespace, or of everything where that is empty, into the kind's store. */
    using NewIntake = std::function<std::unique_ptr<Intake>(const QString &ns)>;

    /** `ns`: only that namespace; empty: everything. `habits` outlives this, as all of `tools`. */
    Collection(const Tools &tools, Kind kind, const QString &ns, Habits &habits, NewIntake newIntake);

    void start();
    void relist();
    void pause();
    void goOn();
    void reconnect(std::chrono::milliseconds delay);
    void rollBack(kube::Timestamp when);
    /** Where to look if the whole is denied; what is in none of them any more is gone. */
    void setNamespaces(const QList<QString> &names);

    [[nodiscard]] State state() const;
    /** The whole is denied, so each namespace is read by itself. */
    [[nodiscard]] bool isSplit() const { return m_isSplit; }

Q_SIGNALS:
    void stateChanged();
    void clockSeen(kube::Timestamp server);
    void connected();
    void rolledBack(kube::Timestamp when);

private:
    struct Part {
        std::unique_ptr<Intake> intake;
        std::unique_ptr<Reflector> reflector;
    };
    [[nodiscard]] Part newPart(const QString &ns);
    void look();
    void split();
    void fillParts();
    void askForWhole();
    void join();
    template <class Call>
    void each(Call call);

    Tools m_tools;
    Kind m_kind;
    QString m_ns;
    Habits &m_habits;
    NewIntake m_newIntake;
    Part m_whole;
    std::map<QString, Part> m_parts;
    QList<QString> m_names;
    QList<QString> m_unread;  ///< namespaces that nobody reads, though we may hold objects of them
    Probe m_permission;
    quint64 m_serial = 0;  ///< waits of an older serial are void
    bool m_isSplit = false;
    bool m_isPaused = false;
};

}  // namespace mirror
