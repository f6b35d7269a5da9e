// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QCoreApplication>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

class QSettings;

namespace style {

enum class Theme { System, Light, Dark };

/** A filter of the pod table that the user gave a name. */
struct SavedFilter {
    QString name;
    QString text;
    QString context;  ///< the one it is for; empty: all
    bool operator==(const SavedFilter &) const = default;
};

/** What Gantry remembers between runs. No secret is ever kept here. */
class Settings {
    Q_DECLARE_TR_FUNCTIONS(style::Settings)

public:
    /** The user's own, or those of `file` alone (a tour, a test). */
    explicit Settings(const QString &file = {});
    ~Settings();

    /** Why nothing can be read from or kept in the file, which it names; empty: all is well. Writes what is due. */
    [[nodiscard]] QString problem() const;

    [[nodiscard]] Theme theme() const;
    void setTheme(Theme theme);
    /** `en`, `zh_CN`, or empty for the system's. */
    [[nodiscard]] QString language() const;
    void setLanguage(const QString &language);

    [[nodiscard]] QByteArray geometry() const;
    void setGeometry(const QByteArray &geometry);
    /** Places of docks and tool bars. */
    [[nodiscard]] QByteArray layout() const;
    void setLayout(const QByteArray &layout);
    [[nodiscard]] QByteArray columns(const QString &table) const;
    void setColumns(const QString &table, const QByteArray &columns);

    /** The namespaces last looked at in a context; empty: all. Nothing where the context is new. */
    [[nodiscard]] std::optional<QStringList> lastNamespaces(const QString &context) const;
    void setLastNamespaces(const QString &context, const QStringList &namespaces);
    /** Whether nothing may be written to a context. */
    [[nodiscard]] bool isReadOnly(const QString &context) const;
    void setReadOnly(const QString &context, bool readOnly);
    /** Whether a context is a production one, as the user said; nothing: he did not. */
    [[nodiscard]] std::optional<bool> isProduction(const QString &context) const;
    void setProduction(const QString &context, bool production);
    /** Whether cells that changed light up. */
    [[nodiscard]] bool flashes() const;
    void setFlashes(bool flashes);

    /** In the order in which they were set. */
    [[nodiscard]] QList<SavedFilter> filters() const;
    void setFilters(const QList<SavedFilter> &filters);

    /** Paths of the manifests that were worked on last, the newest first. */
    [[nodiscard]] QStringList recentFiles() const;
    void setRecentFiles(const QStringList &paths);

    /** The kubeconfig file the user opened by hand; empty: the default ones. */
    [[nodiscard]] QString kubeconfig() const;
    void setKubeconfig(const QString &path);

private:
    std::unique_ptr<QSettings> m_store;
};

}  // namespace style
