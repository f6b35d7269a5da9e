// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/error.h"

#include <QDateTime>
#include <QJsonObject>
#include <QLockFile>
#include <QString>

#include <memory>
#include <optional>

namespace views {

/** A text that was not saved yet, as it is kept on disk. */
struct Draft {
    QString id;              ///< of its file; empty: none yet
    QString name;            ///< what the editor called it
    QString path;            ///< the user's own file behind it; empty: none
    QString text;            ///< without the values of Secrets
    QString base;            ///< the text that it began as, of a file without the values of Secrets
    QByteArray digest;       ///< of the file's bytes then
    QStringList beside;      ///< the files that were open together, this one too; empty: only this one
    QJsonObject keepsake;    ///< what whoever owns the editor wants to know again; holds no value of a Secret
    QDateTime kept;          ///< when it was written
    bool isWithout = false;  ///< something of a Secret was left out
};

/**
 * The folder of drafts: a file a draft, 0600 in a folder of 0700, always replaced whole. A running editor holds a lock
 * on its own, so that another one neither restores nor removes it. Blocking; writing may be done by any thread.
 */
class Drafts {
public:
    /** `folder` need not be there yet. Owns the lock of the draft that it writes. */
    explicit Drafts(QString folder);
    ~Drafts();

    /** Drafts of editors that run no more, the newest first. A file that cannot be read as a draft stays, and is no
     * draft. */
    [[nodiscard]] QList<Draft> left() const;
    /** Drafts whose file is damaged, with what can be read of their texts; nobody has to believe it. */
    [[nodiscard]] QList<Draft> damaged() const;
    /** A damaged draft was shown: its file stays, under the name that is given back, and is no draft any more. */
    QString setAside(const QString &id);
    /** Takes over a draft that was left: it is this editor's now. False where somebody else was faster. */
    bool adopt(const QString &id);
    /** Makes this editor's draft be this one: the values of Secrets are taken out first. */
    [[nodiscard]] kube::Result<void> keep(Draft draft);
    /** This editor has no draft any more. */
    void drop();
    /** Removes one that was left. */
    void remove(const QString &id);

private:
    [[nodiscard]] QString pathOf(const QString &id) const;
    [[nodiscard]] bool own();
    [[nodiscard]] QList<Draft> read(bool wantsDamaged) const;

    QString m_folder;
    QString m_id;
    std::unique_ptr<QLockFile> m_lock;
    QString m_base, m_baseWithout;  ///< the base that was kept last, and what was left of it
};

/**
 * A text whose Secrets, also those within lists, have empty values in `data` and `stringData`. A document of which it
 * is not certain where its values stand is left out whole; a comment says so in its place. Comments among the values go
 * with them; all else stays letter by letter.
 */
[[nodiscard]] QString withoutSecrets(const QString &text);

/** Puts back into a text what withoutSecrets() took from it, where the same was in `base` and went there too. */
[[nodiscard]] QString withSecretsOf(const QString &base, const QString &text);

}  // namespace views
