// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command/client.h"

#include <QDialog>

namespace views {

class DeletionFrame;

/**
 * Asks before objects are deleted, whichever kinds they are: lists each with what the server's dry run says of it, and
 * how they go. What is deleted are the objects that were found then, by their uids. Escape and Return keep them.
 */
class ObjectDeletion : public QDialog {
    Q_OBJECT

public:
    /** `typed`: the context's name has to be typed. Nothing can be deleted before showFound. */
    ObjectDeletion(const QList<command::Document> &documents, const QString &context, bool typed, QWidget *parent);

    /** What a dry run of deleting the documents says. */
    void showFound(const QList<command::Outcome> &rehearsed);
    /** Of each object that may be there the least that a DELETE needs, with its uid where that is known. */
    [[nodiscard]] QList<command::Document> documents() const;
    [[nodiscard]] bool isReady() const;
    /** As if the user pressed Delete. */
    void begin();

Q_SIGNALS:
    /** The user wants them deleted. Emitted once. */
    void confirmed();

private:
    struct Target {
        command::Document document;
        QString name;  ///< `namespace/dev`, spelled
        command::Outcome told;
        [[nodiscard]] bool isAbsent() const;
    };
    void fill();
    [[nodiscard]] QString wordsOf(const Target &target) const;
    void check();

    QList<Target> m_targets;
    bool m_isFound = false;
    bool m_isBegun = false;
    DeletionFrame *m_frame;
};

}  // namespace views
