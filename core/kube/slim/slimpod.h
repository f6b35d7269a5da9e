// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/slim/shapes.h"
#include "kube/slim/shorttext.h"

#include <QVarLengthArray>

namespace kube {

class PackReader;

/** What of a pod's metadata everybody asks for. */
struct SlimMeta {
    Key key;
    ShortText uid, resourceVersion;
    Timestamp creationTimestamp, deletionTimestamp;
};

/**
 * A pod as rows keep it, in some 500 bytes: what thousands have in common is a shape that they share, what is its own
 * stands packed in one array of bytes. Immutable once published; passed around as PodRef. Nothing is lost: `unfolded`
 * gives the very Pod that was folded.
 */
class SlimPod {
public:
    /** Times and counts of one container's status. */
    struct Figures {
        int restartCount = 0;
        Timestamp startedAt, finishedAt, lastStartedAt, lastFinishedAt;
    };
    /** Those of all containers in the order of the statuses: init, regular, ephemeral; and of the pod. */
    struct Moments {
        Timestamp startTime;
        QVarLengthArray<Timestamp, 8> transitions;  ///< of the conditions
        QVarLengthArray<Figures, 6> containers;
    };

    SlimPod(Pod pod, Shapes &shapes);

    SlimMeta meta;
    QString nodeName;
    ShortText podIp, hostIp;

    [[nodiscard]] const FamilyShape &family() const { return *m_family; }
    [[nodiscard]] const SpecShape &spec() const { return *m_spec; }
    [[nodiscard]] const StatusShape &status() const { return *m_status; }

    /** Calls `use(key, value)` for each label, by key. */
    template <class Use>
    void eachLabel(Use use) const
    {
        for (const auto &[key, value] : m_family->labels)
            use(key, isName(value) ? meta.key.name : value);
    }
    /** The value of a label; empty where there is none. */
    [[nodiscard]] QString label(QStringView key) const;
    [[nodiscard]] QList<QString> podIps() const;
    /** Cost: some 100 ns. */
    [[nodiscard]] Moments moments() const;
    /** Whether anything but the version differs. Never false where something does. */
    [[nodiscard]] bool mayDiffer(const SlimPod &other) const;
    /** The whole pod; a few microseconds. */
    [[nodiscard]] Pod unfolded() const;

private:
    [[nodiscard]] QList<QString> addresses(PackReader &own) const;
    [[nodiscard]] static bool isName(const QString &value) { return value.size() == 1 && value.front().isNull(); }

    Shapes::Pointer<FamilyShape> m_family;
    Shapes::Pointer<SpecShape> m_spec;
    Shapes::Pointer<StatusShape> m_status;
    QByteArray m_own;
};

}  // namespace kube
