// SPDX-License-Identifier: Apache-2.0
#include "manifest/assist/rules.h"

#include "manifest/read/tree.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>
#include <QtTranslation>

#include <algorithm>

namespace manifest {

using namespace Qt::StringLiterals;

namespace {

struct Gone {
    const char *apiVersion;
    const char *kinds;  ///< with spaces around; empty: all
    const char *removedIn;
    const char *replacement;
};

constexpr Gone Removals[] = {
    {"flowcontrol.apiserver.k8s.io/v1beta3", "", "v1.32", "flowcontrol.apiserver.k8s.io/v1"},
    {"flowcontrol.apiserver.k8s.io/v1beta2", "", "v1.29", "flowcontrol.apiserver.k8s.io/v1"},
    {"flowcontrol.apiserver.k8s.io/v1beta1", "", "v1.26", "flowcontrol.apiserver.k8s.io/v1"},
    {"storage.k8s.io/v1beta1", " CSIStorageCapacity ", "v1.27", "storage.k8s.io/v1"},
    {"autoscaling/v2beta2", " HorizontalPodAutoscaler ", "v1.26", "autoscaling/v2"},
    {"autoscaling/v2beta1", " HorizontalPodAutoscaler ", "v1.25", "autoscaling/v2"},
    {"batch/v1beta1", " CronJob ", "v1.25", "batch/v1"},
    {"discovery.k8s.io/v1beta1", " EndpointSlice ", "v1.25", "discovery.k8s.io/v1"},
    {"events.k8s.io/v1beta1", " Event ", "v1.25", "events.k8s.io/v1"},
    {"policy/v1beta1", " PodDisruptionBudget ", "v1.25", "policy/v1"},
    {"policy/v1beta1", " PodSecurityPolicy ", "v1.25", ""},
    {"node.k8s.io/v1beta1", " RuntimeClass ", "v1.25", "node.k8s.io/v1"},
    {"admissionregistration.k8s.io/v1beta1", " MutatingWebhookConfiguration ValidatingWebhookConfiguration ", "v1.22",
     "admissionregistration.k8s.io/v1"},
    {"apiextensions.k8s.io/v1beta1", " CustomResourceDefinition ", "v1.22", "apiextensions.k8s.io/v1"},
    {"apiregistration.k8s.io/v1beta1", " APIService ", "v1.22", "apiregistration.k8s.io/v1"},
    {"authentication.k8s.io/v1beta1", " TokenReview ", "v1.22", "authentication.k8s.io/v1"},
    {"authorization.k8s.io/v1beta1", "", "v1.22", "authorization.k8s.io/v1"},
    {"certificates.k8s.io/v1beta1", " CertificateSigningRequest ", "v1.22", "certificates.k8s.io/v1"},
    {"coordination.k8s.io/v1beta1", " Lease ", "v1.22", "coordination.k8s.io/v1"},
    {"extensions/v1beta1", " Ingress ", "v1.22", "networking.k8s.io/v1"},
    {"networking.k8s.io/v1beta1", " Ingress IngressClass ", "v1.22", "networking.k8s.io/v1"},
    {"rbac.authorization.k8s.io/v1beta1", "", "v1.22", "rbac.authorization.k8s.io/v1"},
    {"scheduling.k8s.io/v1beta1", " PriorityClass ", "v1.22", "scheduling.k8s.io/v1"},
    {"storage.k8s.io/v1beta1", " CSIDriver CSINode StorageClass VolumeAttachment ", "v1.22", "storage.k8s.io/v1"},
    {"extensions/v1beta1", " NetworkPolicy ", "v1.16", "networking.k8s.io/v1"},
    {"extensions/v1beta1", " PodSecurityPolicy ", "v1.16", ""},
    {"extensions/v1beta1", " DaemonSet Deployment ReplicaSet ", "v1.16", "apps/v1"},
    {"apps/v1beta1", " Deployment StatefulSet ", "v1.16", "apps/v1"},
    {"apps/v1beta2", " DaemonSet Deployment ReplicaSet StatefulSet ", "v1.16", "apps/v1"},
    {"v1", " Endpoints ", "", "discovery.k8s.io/v1 EndpointSlice"},
    {"v1", " ComponentStatus ", "", ""},
};

/** What of a kind cannot be changed: `fields` at or under which it is, without those at or under `but`. */
struct Fixed {
    const char *group;
    const char *kind;
    const char *fields;
    const char *but;
    const char *rule;
    const char *resource;  ///< as the API names it; empty: it is not read
    bool isNamespaced = true;
};

constexpr Fixed Fixtures[] = {
    {"apps", "Deployment", "spec.selector", "", "pkg/apis/apps/validation, ValidateDeploymentUpdate", "deployments"},
    {"apps", "ReplicaSet", "spec.selector", "", "pkg/apis/apps/validation, ValidateReplicaSetSpec", "replicasets"},
    {"apps", "DaemonSet", "spec.selector", "", "pkg/apis/apps/validation, ValidateDaemonSetSpecUpdate", "daemonsets"},
    {"apps", "StatefulSet", "spec",
     "spec.replicas spec.ordinals spec.template spec.updateStrategy spec.revisionHistoryLimit spec.minReadySeconds "
     "spec.persistentVolumeClaimRetentionPolicy",
     "pkg/apis/apps/validation, ValidateStatefulSetUpdate", "statefulsets"},
    {"batch", "Job",
     "spec.template spec.selector spec.completionMode spec.podFailurePolicy spec.backoffLimitPerIndex spec.managedBy "
     "spec.successPolicy",
     "", "pkg/apis/batch/validation, ValidateJobSpecUpdate", "jobs"},
    {"", "Service", "spec.clusterIP spec.clusterIPs", "", "pkg/apis/core/validation, ValidateServiceClusterIPsUpdate",
     "services"},
    {"", "PersistentVolumeClaim", "spec", "spec.resources spec.volumeAttributesClassName spec.volumeName",
     "pkg/apis/core/validation, ValidatePersistentVolumeClaimUpdate", "persistentvolumeclaims"},
    {"", "Secret", "type", "", "pkg/apis/core/validation, ValidateSecretUpdate", ""},
    {"", "Pod", "spec",
     "spec.containers.image spec.initContainers.image spec.activeDeadlineSeconds spec.tolerations "
     "spec.terminationGracePeriodSeconds spec.schedulingGates spec.ephemeralContainers",
     "pkg/apis/core/validation, ValidatePodUpdate", "pods"},
    {"rbac.authorization.k8s.io", "RoleBinding", "roleRef", "", "pkg/apis/rbac/validation, ValidateRoleBindingUpdate",
     "rolebindings"},
    {"rbac.authorization.k8s.io", "ClusterRoleBinding", "roleRef", "",
     "pkg/apis/rbac/validation, ValidateClusterRoleBindingUpdate", "clusterrolebindings", false},
    {"storage.k8s.io", "StorageClass", "provisioner parameters reclaimPolicy volumeBindingMode", "",
     "pkg/apis/storage/validation, ValidateStorageClassUpdate", "storageclasses", false},
    {"scheduling.k8s.io", "PriorityClass", "value preemptionPolicy", "",
     "pkg/apis/scheduling/validation, ValidatePriorityClassUpdate", "priorityclasses", false},
    {"node.k8s.io", "RuntimeClass", "handler", "", "pkg/apis/node/validation, ValidateRuntimeClassUpdate",
     "runtimeclasses", false},
    {"networking.k8s.io", "IngressClass", "spec.controller", "",
     "pkg/apis/networking/validation, ValidateIngressClassUpdate", "ingressclasses", false},
};

const Fixed *fixedOf(const QString &apiVersion, const QString &kind)
{
    const QString group = apiVersion.contains(u'/') ? apiVersion.section(u'/', 0, 0) : QString();
    for (const Fixed &fixed : Fixtures)
        if (group == QLatin1StringView(fixed.group) && kind == QLatin1StringView(fixed.kind))
            return &fixed;
    return nullptr;
}

/** `spec.containers[0].image` without the numbers. */
QString plain(const QString &field)
{
    QStringList steps = stepsOf(field);
    steps.removeIf([](const QString &step) { return step.startsWith(u'['); });
    return steps.join(u'.');
}

bool isUnder(const QString &field, const char *roots)
{
    const QStringList all = QString::fromLatin1(roots).split(u' ', Qt::SkipEmptyParts);
    return std::ranges::any_of(all,
                               [&](const QString &root) { return field == root || field.startsWith(root + u'.'); });
}

Remark warning(const Document &document, const QString &field, const char *pattern, const QStringList &arguments)
{
    Remark remark;
    remark.severity = Remark::Severity::Warning;
    remark.basis = Remark::Basis::Rules;
    remark.place = document.placeOf(field);
    remark.pattern = QString::fromLatin1(pattern);
    remark.arguments = arguments;
    remark.field = field;
    remark.document = document.index;
    return remark;
}

/** Finds what a text would change of a live object. */
class Comparison {
public:
    Comparison(const Document &document, const Fixed &fixed) : m_document(document), m_fixed(fixed) {}

    QList<Remark> remarks;

    void compare(const QJsonValue &written, const QJsonValue &live, const QString &field)
    {
        if (written == live || written.isNull())
            return;
        if (isUnder(plain(field), m_fixed.but))
            return;
        const bool isIn = isUnder(plain(field), m_fixed.fields);
        if (written.isObject() && (live.isObject() || !isIn)) {
            const QJsonObject object = written.toObject();
            for (auto it = object.begin(); it != object.end(); ++it)
                compare(it.value(), live.toObject()[it.key()], field.isEmpty() ? it.key() : field + u'.' + it.key());
            return;
        }
        if (!isIn)
            return;
        const QJsonArray items = written.toArray();
        if (written.isArray() && live.isArray() && items.size() == live.toArray().size()) {
            for (qsizetype i = 0; i < items.size(); ++i)
                compare(items[i], live.toArray()[i], field + u'[' + QString::number(i) + u']');
            return;
        }
        if (isSameNumber(written, live))
            return;
        remarks.append(warning(m_document, field,
                               QT_TRANSLATE_NOOP("manifest", "%1 cannot be changed: this %2 is there already (%3)"),
                               {field, m_document.kind, QString::fromLatin1(m_fixed.rule)}));
    }

private:
    /** A quantity or port may be written as a number and kept as a text. */
    static bool isSameNumber(const QJsonValue &a, const QJsonValue &b)
    {
        return a.toVariant().toString() == b.toVariant().toString() && !a.isObject() && !a.isArray();
    }

    const Document &m_document;
    const Fixed &m_fixed;
};

}  // namespace

std::optional<Removal> removalOf(const QString &apiVersion, const QString &kind)
{
    for (const Gone &gone : Removals) {
        const QLatin1StringView kinds(gone.kinds);
        if (apiVersion == QLatin1StringView(gone.apiVersion) && (kinds.isEmpty() || kinds.contains(u' ' + kind + u' ')))
            return Removal{QString::fromLatin1(gone.removedIn), QString::fromLatin1(gone.replacement)};
    }
    return {};
}

QString immutableBy(const QString &apiVersion, const QString &kind, const QString &field)
{
    const Fixed *fixed = fixedOf(apiVersion, kind);
    const QString path = plain(field);
    const bool isFixed = fixed && isUnder(path, fixed->fields) && !isUnder(path, fixed->but);
    return isFixed ? QString::fromLatin1(fixed->rule) : QString();
}

QString livePath(const Document &document, const QString &ns)
{
    const Fixed *fixed = fixedOf(document.apiVersion, document.kind);
    const QString space = document.ns.isEmpty() ? ns : document.ns;
    if (!fixed || document.name.isEmpty() || *fixed->resource == '\0' || (fixed->isNamespaced && space.isEmpty()))
        return {};
    const auto part = [](const QString &text) { return QString::fromLatin1(QUrl::toPercentEncoding(text)); };
    const QString root = (document.apiVersion.contains(u'/') ? u"/apis/"_s : u"/api/"_s) + document.apiVersion;
    return root + (fixed->isNamespaced ? u"/namespaces/"_s + part(space) : QString()) + u'/' +
           QString::fromLatin1(fixed->resource) + u'/' + part(document.name);
}

QList<Remark> ruleRemarks(const Document &document)
{
    const auto removal = removalOf(document.apiVersion, document.kind);
    if (!removal)
        return {};
    const QString what = document.apiVersion + u' ' + document.kind;
    const auto about = [&](const char *pattern, const QStringList &more) {
        return QList{warning(document, u"apiVersion"_s, pattern, QStringList{what} + more)};
    };
    if (removal->removedIn.isEmpty())
        return removal->replacement.isEmpty()
                   ? about(QT_TRANSLATE_NOOP("manifest", "%1 is deprecated"), {})
                   : about(QT_TRANSLATE_NOOP("manifest", "%1 is deprecated; use %2"), {removal->replacement});
    if (removal->replacement.isEmpty())
        return about(QT_TRANSLATE_NOOP("manifest", "%1 was removed in Kubernetes %2, and nothing replaces it "
                                                   "(kubernetes.io: Deprecated API Migration Guide)"),
                     {removal->removedIn});
    return about(QT_TRANSLATE_NOOP("manifest", "%1 was removed in Kubernetes %2; use %3 "
                                               "(kubernetes.io: Deprecated API Migration Guide)"),
                 {removal->removedIn, removal->replacement});
}

QList<Remark> immutableChanges(const Document &document, const QByteArray &live)
{
    const Fixed *fixed = fixedOf(document.apiVersion, document.kind);
    const QJsonObject object = QJsonDocument::fromJson(live).object();
    if (!fixed || object.isEmpty())
        return {};
    Comparison comparison(document, *fixed);
    comparison.compare(QJsonDocument::fromJson(document.json).object(), object, {});
    return comparison.remarks;
}

}  // namespace manifest
