// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mirror/follow/intake.h"
#include "mirror/follow/lister.h"

namespace mirror {

/**
 * Compares what we hold with a list of the server's metadata. What differs may only not have arrived yet, so it counts
 * where it still differs 15 s later. A difference means that an event was lost, which must not happen.
 */
class Audit : public QObject {
    Q_OBJECT
public:
    /** `seen`: to which version the watch has come. */
    Audit(const Tools &tools, Intake &intake, const QString &path, std::function<QString()> seen,
          QObject *parent = nullptr);

    void start();
    void stop();

Q_SIGNALS:
    /** Once for each start that was not stopped and whose list came. */
    void finished(bool differs);

private:
    void compare(const QString &version);

    Tools m_tools;
    Intake &m_intake;
    QString m_path;
    std::function<QString()> m_seen;
    Lister m_lister;
    QList<decode::Tag> m_tags;
    quint64 m_serial = 0;  ///< waits of an older serial are void
};

}  // namespace mirror
