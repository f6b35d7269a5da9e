// SPDX-License-Identifier: Apache-2.0
#include "style/settings.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace style {

namespace {

/** Context names hold slashes, which QSettings reads as groups. */
QString keyOf(QLatin1StringView what, const QString &context)
{
    return what + u'/' + QString::fromLatin1(context.toUtf8().toPercentEncoding());
}

QString namespaceKey(const QString &context)
{
    return keyOf("namespace"_L1, context);
}

}  // namespace

Settings::Settings(const QString &file)
    : m_store(file.isEmpty()
                  ? std::make_unique<QSettings>(QSettings::IniFormat, QSettings::UserScope, u"gantry"_s, u"gantry"_s)
                  : std::make_unique<QSettings>(file, QSettings::IniFormat))
{
}

Settings::~Settings() = default;

QString Settings::problem() const
{
    m_store->sync();
    if (m_store->status() == QSettings::FormatError)
        return tr("%1 could not be read. What it said is forgotten.").arg(m_store->fileName());
    if (m_store->status() == QSettings::AccessError || !m_store->isWritable())
        return tr("%1 cannot be written. What you choose is forgotten when Gantry ends.").arg(m_store->fileName());
    return {};
}

Theme Settings::theme() const
{
    const QString name = m_store->value(u"theme"_s).toString();
    return name == u"light" ? Theme::Light : name == u"dark" ? Theme::Dark : Theme::System;
}

void Settings::setTheme(Theme theme)
{
    m_store->setValue(u"theme"_s, theme == Theme::Light ? u"light"_s : theme == Theme::Dark ? u"dark"_s : u"system"_s);
}

QString Settings::language() const
{
    return m_store->value(u"language"_s).toString();
}
void Settings::setLanguage(const QString &language)
{
    m_store->setValue(u"language"_s, language);
}

QByteArray Settings::geometry() const
{
    return m_store->value(u"window/geometry"_s).toByteArray();
}
void Settings::setGeometry(const QByteArray &geometry)
{
    m_store->setValue(u"window/geometry"_s, geometry);
}
QByteArray Settings::layout() const
{
    return m_store->value(u"window/layout"_s).toByteArray();
}
void Settings::setLayout(const QByteArray &layout)
{
    m_store->setValue(u"window/layout"_s, layout);
}

QByteArray Settings::columns(const QString &table) const
{
    return m_store->value(u"columns/"_s + table).toByteArray();
}
void Settings::setColumns(const QString &table, const QByteArray &columns)
{
    m_store->setValue(u"columns/"_s + table, columns);
}

std::optional<QStringList> Settings::lastNamespaces(const QString &context) const
{
    const QVariant value = m_store->value(namespaceKey(context));
    return value.isValid() ? std::optional(value.toString().split(u',', Qt::SkipEmptyParts)) : std::nullopt;
}

void Settings::setLastNamespaces(const QString &context, const QStringList &namespaces)
{
    m_store->setValue(namespaceKey(context), namespaces.join(u','));  // a namespace's name has no comma
}

bool Settings::isReadOnly(const QString &context) const
{
    return m_store->value(keyOf("readOnly"_L1, context)).toBool();
}
void Settings::setReadOnly(const QString &context, bool readOnly)
{
    m_store->setValue(keyOf("readOnly"_L1, context), readOnly);
}

std::optional<bool> Settings::isProduction(const QString &context) const
{
    const QVariant value = m_store->value(keyOf("production"_L1, context));
    return value.isValid() ? std::optional(value.toBool()) : std::nullopt;
}
void Settings::setProduction(const QString &context, bool production)
{
    m_store->setValue(keyOf("production"_L1, context), production);
}

bool Settings::flashes() const
{
    return m_store->value(u"flashes"_s, true).toBool();
}
void Settings::setFlashes(bool flashes)
{
    m_store->setValue(u"flashes"_s, flashes);
}

QList<SavedFilter> Settings::filters() const
{
    QList<SavedFilter> filters;
    const int count = m_store->beginReadArray(u"filters"_s);
    for (int i = 0; i < count; ++i) {
        m_store->setArrayIndex(i);
        filters.append({m_store->value(u"name"_s).toString(), m_store->value(u"text"_s).toString(),
                        m_store->value(u"context"_s).toString()});
    }
    m_store->endArray();
    return filters;
}

void Settings::setFilters(const QList<SavedFilter> &filters)
{
    m_store->remove(u"filters"_s);
    m_store->beginWriteArray(u"filters"_s, int(filters.size()));
    for (qsizetype i = 0; i < filters.size(); ++i) {
        m_store->setArrayIndex(int(i));
        m_store->setValue(u"name"_s, filters.at(i).name);
        m_store->setValue(u"text"_s, filters.at(i).text);
        m_store->setValue(u"context"_s, filters.at(i).context);
    }
    m_store->endArray();
}

QStringList Settings::recentFiles() const
{
    return m_store->value(u"recentFiles"_s).toStringList();
}
void Settings::setRecentFiles(const QStringList &paths)
{
    m_store->setValue(u"recentFiles"_s, paths);
}

QString Settings::kubeconfig() const
{
    return m_store->value(u"kubeconfig"_s).toString();
}
void Settings::setKubeconfig(const QString &path)
{
    m_store->setValue(u"kubeconfig"_s, path);
}

}  // namespace style
