# SPDX-License-Identifier: Apache-2.0
"""Random objects of every kind that kubectl describes, each in a namespace of its own with what belongs to it.

A world is (plural, name, namespace, objects): the first object is the one to be described. Ages lie far from where their
text changes, so that a few seconds between two programs do not show. What kubectl 1.32 takes from a hash in no order (keys of
ConfigMaps and Secrets, resources of a limit) is one at most.
"""
import base64
import random
import subprocess
from datetime import datetime, timedelta, timezone

AGES = [1830, 2730, 9030, 15630, 27030, 108000 + 1800, 475200 - 43200 + 1800, 86400 * 40 + 1800, 86400 * 800 + 40000]


class World:
    """What one description is made of: a source of chance, a namespace, the objects there."""

    def __init__(self, rng, number):
        self.rng, self.ns, self.objects = rng, "w%04d" % number, []

    def maybe(self, chance=.5):
        return self.rng.random() < chance

    def pick(self, *values):
        return self.rng.choice(values)

    def some(self, values, most=4):
        return self.rng.sample(values, self.rng.randint(0, min(most, len(values))))

    def number(self, low=0, high=9):
        return self.rng.randint(low, high)

    def time(self):
        return (datetime.now(timezone.utc) - timedelta(seconds=self.pick(*AGES))).strftime("%Y-%m-%dT%H:%M:%SZ")

    def uid(self):
        return "%08x-0000-4000-8000-%012x" % (self.rng.getrandbits(32), self.rng.getrandbits(48))

    def words(self, most=4):
        return {key: self.pick("", "a", "web", "x=y", "two words", "a,b") for key in
                self.some(["app", "tier", "app.kubernetes.io/name", "a", "zone", "b.example.com/c-d"], most)}

    def annotations(self):
        found = self.words(2)
        if self.maybe(.3):
            found["long.example.com/text"] = "words " * self.number(20, 40)
        if self.maybe(.3):
            found["lines"] = "first\nsecond line\n\nlast" + self.pick("", "\n")
        if self.maybe(.3):
            found["kubectl.kubernetes.io/last-applied-configuration"] = "{}"
        return found

    def quantity(self):
        return self.pick("100m", "1", "1500m", "2", "64Mi", "1Gi", "128974848", "129M", "0.5", "1e3", "1536Mi", "0", "250m", "10Gi")

    def resources(self, *names):
        return {name: self.quantity() for name in self.some(list(names))}

    def add(self, version, kind, name, namespaced=True, **fields):
        meta = {"name": name, "uid": self.uid(), "creationTimestamp": self.time(), "resourceVersion": "7"}
        if namespaced:
            meta["namespace"] = self.ns
        if self.maybe(.7):
            meta["labels"] = self.words()
        if self.maybe(.6):
            meta["annotations"] = self.annotations()
        if self.maybe(.3):
            meta["managedFields"] = [{"manager": "m", "operation": "Update"}]
        if self.maybe(.2):
            meta["finalizers"] = self.some(["kubernetes.io/pv-protection", "a.example.com/b", "c"])
        made = {"apiVersion": version, "kind": kind, "metadata": meta, **fields}
        self.objects.append(made)
        return made

    def owned_by(self, made, owner, controller=True):
        made["metadata"]["ownerReferences"] = [{"apiVersion": owner["apiVersion"], "kind": owner["kind"], "controller": controller,
                                                "name": owner["metadata"]["name"], "uid": owner["metadata"]["uid"]}]

    def events(self, of, uid=None):
        for n in range(self.number(0, 3) if self.maybe(.6) else 0):
            meta = of["metadata"]
            event = {"apiVersion": "v1", "kind": "Event", "metadata": {"name": "e%d" % n, "namespace": meta.get("namespace", "default"),
                     "creationTimestamp": self.time(), "uid": self.uid()}, "type": self.pick("Normal", "Warning"),
                     "involvedObject": {"kind": of["kind"], "name": meta["name"], "namespace": meta.get("namespace", ""), "uid": uid or meta["uid"]},
                     "reason": self.pick("Created", "ScalingReplicaSet", "Failed"), "message": self.pick("all is well", " spaced \n", "two\nlines"),
                     "source": {"component": self.pick("kubelet", "a-controller")}, "firstTimestamp": self.time(), "lastTimestamp": self.time(),
                     "count": self.number(0, 3)}
            if self.maybe(.3):
                event.update(firstTimestamp=None, lastTimestamp=None, source={}, reportingComponent="new-one", eventTime=self.time()[:-1] + ".000000Z")
            self.objects.append(event)

    def selector(self):
        found = {}
        if self.maybe(.7):
            found["matchLabels"] = {"app": "web", **({"tier": "front"} if self.maybe(.3) else {})}
        if self.maybe(.4):
            found["matchExpressions"] = [self.pick({"key": "env", "operator": "In", "values": ["prod", "dev"]}, {"key": "old", "operator": "DoesNotExist"},
                                                   {"key": "new", "operator": "Exists"}, {"key": "z", "operator": "NotIn", "values": ["b", "a"]})]
        return found

    # pods and their templates

    def container(self, name):
        made = {"name": name, "image": self.pick("nginx", "registry.example.com/a/b:1.2", "busybox@sha256:" + "0" * 64)}
        if self.maybe():
            made["ports"] = [{"containerPort": self.number(1, 9000), "protocol": self.pick("TCP", "UDP"), **({"hostPort": 80} if self.maybe(.2) else {})}
                             for _ in range(self.number(1, 3))]
        if self.maybe(.4):
            made["command"] = ["sh", "-c", "echo one\necho two"]
        if self.maybe(.3):
            made["args"] = ["--flag", "a b"]
        if self.maybe():
            made["resources"] = {"requests": self.resources("cpu", "memory", "example.com/gpu"), "limits": self.resources("cpu", "memory", "ephemeral-storage")}
        if self.maybe(.3):
            made["env"] = [{"name": "A", "value": "b"}, {"name": "EMPTY"}, {"name": "LINES", "value": "a\nb"},
                           {"name": "NAME", "valueFrom": {"fieldRef": {"apiVersion": "v1", "fieldPath": "metadata.name"}}},
                           {"name": "CPU", "valueFrom": {"resourceFieldRef": {"resource": "limits.cpu"}}},
                           {"name": "S", "valueFrom": {"secretKeyRef": {"name": "s", "key": "k"}}},
                           {"name": "C", "valueFrom": {"configMapKeyRef": {"name": "c", "key": "k", "optional": True}}}][:self.number(1, 7)]
        if self.maybe(.2):
            made["envFrom"] = [{"configMapRef": {"name": "c"}}, {"prefix": "P_", "secretRef": {"name": "s", "optional": True}}]
        if self.maybe(.3):
            made["livenessProbe"] = {"httpGet": {"path": "/healthz", "port": self.pick(80, "http"), "scheme": "HTTP"}, "timeoutSeconds": 1, "periodSeconds": 10}
        if self.maybe(.2):
            made["readinessProbe"] = {"exec": {"command": ["cat", "/x"]}, "initialDelaySeconds": 5}
        if self.maybe(.3):
            made["volumeMounts"] = [{"name": "data", "mountPath": "/z"}, {"name": "config", "mountPath": "/a", "readOnly": True, "subPath": "b"}]
        return made

    def volumes(self):
        return self.some([{"name": "data", "emptyDir": {}}, {"name": "cfg", "configMap": {"name": "settings"}},
                          {"name": "sec", "secret": {"secretName": "hidden", "optional": True}}, {"name": "host", "hostPath": {"path": "/var", "type": ""}},
                          {"name": "claim", "persistentVolumeClaim": {"claimName": "data"}}, {"name": "nfs", "nfs": {"server": "s", "path": "/p"}},
                          {"name": "down", "downwardAPI": {"items": [{"path": "l", "fieldRef": {"fieldPath": "metadata.labels"}}]}},
                          {"name": "csi", "csi": {"driver": "d", "volumeAttributes": {"b": "2", "a": "1"}}}])

    def template(self, bare=False):
        spec = {"containers": [self.container("c%d" % n) for n in range(self.number(1, 2))]}
        if self.maybe(.3):
            spec["initContainers"] = [self.container("init")]
        if self.maybe(.6):
            spec["volumes"] = self.volumes()
        if self.maybe(.3):
            spec["serviceAccountName"] = "robot"
        if self.maybe(.2):
            spec["priorityClassName"] = "high"
        if self.maybe(.3):
            spec["nodeSelector"] = self.words(2)
        if self.maybe(.3):
            spec["tolerations"] = self.some([{"key": "b", "operator": "Exists", "effect": "NoSchedule"}, {"operator": "Exists"},
                                             {"key": "a", "value": "v", "effect": "NoExecute", "tolerationSeconds": 30}])
        if self.maybe(.2):
            spec["topologySpreadConstraints"] = [{"maxSkew": 1, "topologyKey": "zone", "whenUnsatisfiable": "DoNotSchedule",
                                                  **({"labelSelector": {"matchLabels": {"app": "web"}}} if self.maybe() else {})}]
        meta = {}
        if self.maybe(.8):
            meta["labels"] = {"app": "web", **self.words(2)}
        if self.maybe(.3):
            meta["annotations"] = self.annotations()
        return {"metadata": meta, "spec": spec}

    def pods(self, owner, labels=None, **spec):
        for n in range(self.number(0, 6)):
            template = self.template()
            pod = self.add("v1", "Pod", "pod-%d" % n, spec={**template["spec"], **spec}, status={"phase": self.pick("Running", "Pending", "Succeeded", "Failed", "Unknown")})
            pod["metadata"]["labels"] = labels or {}
            if owner and self.maybe(.8):
                self.owned_by(pod, owner)

    def conditions(self, *types, dated=False):
        return [{"type": t, "status": self.pick("True", "False"), "reason": self.pick("", "Why"), "message": self.pick("", "some words"),
                 "lastTransitionTime": self.time(), "lastProbeTime": self.pick(None, self.time()), "lastHeartbeatTime": self.time()} for t in self.some(list(types))]


def deployment(w):
    made = w.add("apps/v1", "Deployment", "web", spec={"replicas": w.number(), "selector": w.selector(), "template": w.template(),
                 "strategy": w.pick({"type": "Recreate"}, {"type": "RollingUpdate", "rollingUpdate": {"maxSurge": w.pick(1, "25%"), "maxUnavailable": "30%"}})},
                 status={k: w.number() for k in w.some(["replicas", "updatedReplicas", "availableReplicas", "unavailableReplicas"])})
    if w.maybe(.3):
        made["spec"]["minReadySeconds"] = 5
    made["status"]["conditions"] = w.conditions("Available", "Progressing")
    for n in range(w.number(0, 4)):
        template = made["spec"]["template"] if w.maybe() else w.template()
        template = {**template, "metadata": {**template["metadata"], "labels": {**template["metadata"].get("labels", {}), "pod-template-hash": "h%d" % n}}}
        one = w.add("apps/v1", "ReplicaSet", "web-%d" % n, spec={"replicas": w.number(), "template": template}, status={"replicas": w.number()})
        if w.maybe(.9):
            w.owned_by(one, made)
    w.events(made)
    return "deployments"


def controller(kind, plural):
    def make(w):
        selector = {"app": "web"} if kind == "ReplicationController" else w.selector()
        made = w.add("v1" if kind == "ReplicationController" else "apps/v1", kind, "web", spec={"selector": selector, "template": w.template(), "replicas": w.number()},
                     status={k: w.number() for k in w.some(["replicas", "desiredNumberScheduled", "currentNumberScheduled", "numberReady", "numberAvailable",
                                                            "updatedNumberScheduled", "numberMisscheduled"], 7)})
        if kind == "ReplicaSet" and w.maybe():
            made["metadata"]["ownerReferences"] = [{"kind": "Deployment", "name": "d", "uid": "u", "controller": w.maybe(.8)}]
        if kind in ("ReplicaSet", "ReplicationController"):
            made["status"]["conditions"] = w.conditions("ReplicaFailure")
        if kind == "StatefulSet":
            made["spec"]["updateStrategy"] = w.pick({"type": "OnDelete"}, {"type": "RollingUpdate"}, {"type": "RollingUpdate", "rollingUpdate": {"partition": 2}},
                                                    {"type": "RollingUpdate", "rollingUpdate": {"partition": 0, "maxUnavailable": w.pick(1, "10%")}})
            made["spec"]["volumeClaimTemplates"] = [
                {"metadata": {"name": "v%d" % n, **({"labels": w.words(2), "annotations": w.words(2)} if w.maybe() else {})},
                 "spec": {"accessModes": w.some(["ReadWriteOnce", "ReadWriteMany"]), **({"storageClassName": "fast"} if w.maybe() else {}),
                          "resources": {"requests": w.resources("storage")}}} for n in range(w.number(0, 2))]
        w.pods(made)
        w.events(made)
        return plural
    return make


def job(w):
    spec = {"template": w.template()}
    if w.maybe(.9):
        spec["selector"] = {"matchLabels": {"controller-uid": "u"}}
    for key, value in {"parallelism": w.number(), "completions": w.number(), "completionMode": w.pick("NonIndexed", "Indexed"), "suspend": w.maybe(),
                       "backoffLimit": w.number(), "ttlSecondsAfterFinished": 100, "activeDeadlineSeconds": 30}.items():
        if w.maybe(.6):
            spec[key] = value
    status = {k: w.number() for k in w.some(["active", "succeeded", "failed", "ready"])}
    if w.maybe(.7):
        status["startTime"] = w.time()
    if w.maybe(.4):
        status.update(startTime="2026-01-02T03:04:05Z", completionTime="2026-01-02T0%d:%02d:07Z" % (w.number(4, 9), w.number(10, 59)))
    if w.maybe():
        status["completedIndexes"] = ",".join(str(n) for n in range(1, w.number(1, 60), 2))
    made = w.add("batch/v1", "Job", "once", spec=spec, status=status)
    if w.maybe(.3):
        made["metadata"]["ownerReferences"] = [{"kind": "CronJob", "name": "cj", "uid": "u", "controller": True}]
    w.events(made)
    return "jobs"


def cron(w):
    spec = {"schedule": "*/5 * * * *", "concurrencyPolicy": w.pick("Allow", "Forbid"), "jobTemplate": {"spec": {"template": w.template()}}}
    for key, value in {"suspend": w.maybe(), "successfulJobsHistoryLimit": 3, "failedJobsHistoryLimit": 1, "startingDeadlineSeconds": 9, "timeZone": "Etc/UTC"}.items():
        if w.maybe(.6):
            spec[key] = value
    for key, value in {"parallelism": 2, "completions": 3, "activeDeadlineSeconds": 4, "selector": w.selector()}.items():
        if w.maybe(.4):
            spec["jobTemplate"]["spec"][key] = value
    status = {"active": [{"kind": "Job", "name": "j%d" % n} for n in range(w.number(0, 3))]}
    if w.maybe():
        status["lastScheduleTime"] = w.time()
    w.events(w.add("batch/v1", "CronJob", "often", spec=spec, status=status))
    return "cronjobs"


def metric(w):
    kind = w.pick("Resource", "Pods", "Object", "External", "ContainerResource", "Odd")
    value = {"type": w.pick("Value", "AverageValue"), **{k: w.quantity() for k in w.some(["value", "averageValue"])}}
    usage = {"type": "Utilization", **({"averageUtilization": 50} if w.maybe(.7) else {}), **({"averageValue": w.quantity()} if w.maybe(.3) else {})}
    now = {k: w.quantity() for k in w.some(["value", "averageValue"])}
    used = {**now, **({"averageUtilization": 40} if w.maybe() else {})}
    named = {"metric": {"name": "req\"s"}}
    wanted, current = {
        "Resource": ({"name": "cpu", "target": usage}, {"name": "cpu", "current": used}),
        "ContainerResource": ({"name": "cpu", "container": "c", "target": usage}, {"name": "cpu", "container": "c", "current": used}),
        "Pods": ({**named, "target": value}, {**named, "current": now}),
        "External": ({**named, "target": value}, {**named, "current": now}),
        "Object": ({**named, "describedObject": {"kind": "Service", "name": "s"}, "target": value}, {**named, "current": now}),
        "Odd": ({}, {})}[kind]
    field = kind[0].lower() + kind[1:]
    return {"type": kind, field: wanted}, {"type": kind, field: current}


def autoscaler(w):
    pairs = [metric(w) for _ in range(w.number(0, 4))]
    spec = {"scaleTargetRef": {"kind": "Deployment", "name": "web"}, "maxReplicas": 9, "metrics": [a for a, _ in pairs]}
    if w.maybe():
        spec["minReplicas"] = 2
    if w.maybe():
        spec["behavior"] = {side: {k: v for k, v in {"stabilizationWindowSeconds": 300, "selectPolicy": "Min", "policies": [
            {"type": "Pods", "value": 4, "periodSeconds": 60}, {"type": "Percent", "value": 100, "periodSeconds": 15}]}.items() if w.maybe(.7)}
            for side in w.some(["scaleUp", "scaleDown"])}
    status = {"currentReplicas": 1, "desiredReplicas": 3, "currentMetrics": [b for _, b in pairs[:w.number(0, 4)]], "conditions": w.conditions("AbleToScale", "ScalingActive")}
    w.events(w.add("autoscaling/v2", "HorizontalPodAutoscaler", "hpa", spec=spec, status=status))
    return "horizontalpodautoscalers"


def budget(w):
    spec = w.pick({"minAvailable": w.pick(1, "50%")}, {"maxUnavailable": w.pick(0, "10%")}, {})
    if w.maybe(.8):
        spec["selector"] = w.selector()
    w.events(w.add("policy/v1", "PodDisruptionBudget", "pdb", spec=spec, status={k: w.number() for k in w.some(
        ["disruptionsAllowed", "currentHealthy", "desiredHealthy", "expectedPods"])}))
    return "poddisruptionbudgets"


def slices(w, service, ports):
    for n in range(w.number(0, 2)):
        made = w.add("discovery.k8s.io/v1", "EndpointSlice", "%s-%d" % (service, n), addressType="IPv4",
                     ports=[{"name": p.get("name", ""), "port": 8000 + i, "protocol": "TCP"} for i, p in enumerate(ports)] if w.maybe(.8) else [],
                     endpoints=[{"addresses": [w.pick("10.0.0.%d" % i, "fd00::%d" % (i + 1))], "conditions": w.pick({}, {"ready": True}, {"ready": False})}
                                for i in range(w.number(0, 5))])
        made["metadata"]["labels"] = {"kubernetes.io/service-name": service}


def service(w):
    ports = [{"port": 80 + n, "protocol": "TCP", "targetPort": w.pick(8080, "http"), **({"name": "p%d" % n} if w.maybe() else {}),
              **({"nodePort": 30000 + n} if w.maybe(.3) else {})} for n in range(w.number(0, 3))]
    spec = {"type": w.pick("ClusterIP", "NodePort", "LoadBalancer"), "ports": ports, "sessionAffinity": "None", "clusterIP": w.pick("10.96.0.1", "None")}
    for key, value in {"selector": w.words(2), "ipFamilyPolicy": "SingleStack", "ipFamilies": ["IPv4", "IPv6"], "clusterIPs": ["10.96.0.1", "fd00::1"],
                       "externalIPs": ["1.2.3.4", "5.6.7.8"], "loadBalancerIP": "9.9.9.9", "externalName": "a.example.com", "externalTrafficPolicy": "Cluster",
                       "internalTrafficPolicy": "Local", "healthCheckNodePort": 30009, "loadBalancerSourceRanges": ["10.0.0.0/8", "192.168.0.0/16"],
                       "trafficDistribution": "PreferClose"}.items():
        if w.maybe(.4):
            spec[key] = value
    status = {"loadBalancer": {"ingress": w.some([{"ip": "1.1.1.1"}, {"ip": "2.2.2.2", "ipMode": "VIP"}, {"hostname": "h.example.com"}])}}
    made = w.add("v1", "Service", "web", spec=spec, status=status)
    slices(w, "web", ports)
    w.events(made)
    return "services"


def endpoints(w):
    w.events(w.add("v1", "Endpoints", "web", subsets=[{k: v for k, v in {
        "addresses": [{"ip": "10.0.0.1"}, {"ip": "10.0.0.2"}], "notReadyAddresses": [{"ip": "10.0.0.3"}],
        "ports": [{"name": w.pick("", "http"), "port": 80, "protocol": "TCP"}, {"name": "longer-name", "port": 8443, "protocol": "TCP"}]}.items() if w.maybe(.7)}
        for _ in range(w.number(0, 3))]))
    return "endpoints"


def endpointslice(w):
    def endpoint():
        made = {"addresses": w.some(["10.0.0.1", "10.0.0.2"]), "conditions": w.pick({}, {"ready": True}, {"ready": False})}
        for key, value in {"hostname": "h", "nodeName": "n1", "zone": "z", "targetRef": {"kind": "Pod", "name": "p"}}.items():
            if w.maybe():
                made[key] = value
        return made
    w.events(w.add("discovery.k8s.io/v1", "EndpointSlice", "slice", addressType=w.pick("IPv4", "FQDN"), endpoints=[endpoint() for _ in range(w.number(0, 3))],
                   ports=[{k: v for k, v in {"name": w.pick("", "http"), "port": 80}.items() if w.maybe(.7)} | {"protocol": "TCP"} for _ in range(w.number(0, 2))]))
    return "endpointslices"


def ingress(w):
    names = ["web", "api", "gone"]
    def backend():
        if w.maybe(.15):
            return {"resource": {"kind": "Bucket", "name": "b", **({"apiGroup": "a.example.com"} if w.maybe() else {})}}
        return {"service": {"name": w.pick(*names), "port": w.pick({"number": 80}, {"name": "http"}, {"number": 81})}}
    spec = {}
    if w.maybe(.4):
        spec["defaultBackend"] = backend()
    if w.maybe():
        spec["ingressClassName"] = "nginx"
    if w.maybe():
        spec["tls"] = [{k: v for k, v in {"hosts": ["a.example.com", "b.example.com"], "secretName": "cert"}.items() if w.maybe(.7)} for _ in range(w.number(1, 2))]
    spec["rules"] = [{**({"host": w.pick("a.example.com", "a-much-longer-host.example.com")} if w.maybe(.7) else {}), **({"http": {"paths": [
        {"path": w.pick("/", "/a/long/path", ""), "pathType": "Prefix", "backend": backend()} for _ in range(w.number(1, 3))]}} if w.maybe(.85) else {})}
        for _ in range(w.number(0, 3))]
    made = w.add("networking.k8s.io/v1", "Ingress", "ing", spec=spec, status={"loadBalancer": {"ingress": w.some([{"ip": "2.2.2.2"}, {"ip": "1.1.1.1"}, {"hostname": "h"}])}})
    for name in names[:2]:
        ports = [{"port": 80, "name": "http", "protocol": "TCP"}, {"port": 81, "name": "other", "protocol": "TCP"}][:w.number(1, 2)]
        w.add("v1", "Service", name, spec={"ports": ports})
        slices(w, name, ports)
    w.events(made)
    return "ingresses"


def ingressclass(w):
    spec = {"controller": "example.com/c"}
    if w.maybe():
        spec["parameters"] = {"kind": "K", "name": "n", **({"apiGroup": "a.example.com"} if w.maybe() else {})}
    w.events(w.add("networking.k8s.io/v1", "IngressClass", "class-" + w.ns, False, spec=spec))
    return "ingressclasses"


def policy(w):
    def peer():
        return w.pick({"podSelector": w.selector()}, {"namespaceSelector": w.selector()}, {"podSelector": w.selector(), "namespaceSelector": w.selector()},
                      {"ipBlock": {"cidr": "10.0.0.0/8", **({"except": ["10.1.0.0/16", "10.2.0.0/16"]} if w.maybe() else {})}})
    def port():
        return w.pick({"port": 80}, {"port": "http", "protocol": "UDP"}, {"protocol": "SCTP"}, {"port": 8000, "endPort": 9000, "protocol": "TCP"})
    def rule(side):
        return {k: v for k, v in {"ports": [port() for _ in range(w.number(1, 2))], side: [peer() for _ in range(w.number(1, 3))]}.items() if w.maybe(.7)}
    spec = {"podSelector": w.selector(), "policyTypes": w.some(["Ingress", "Egress"]), "ingress": [rule("from") for _ in range(w.number(0, 2))],
            "egress": [rule("to") for _ in range(w.number(0, 2))]}
    w.add("networking.k8s.io/v1", "NetworkPolicy", "np", spec=spec)
    return "networkpolicies"


def configmap(w):
    fields = {}
    if w.maybe(.8):
        fields["data"] = {key: w.pick("", "one", "two\nlines\n", "tab\there", "a: b\n  c: d") for key in w.some(["a", "b.conf", "z-long-key.properties"], 1)}
    if w.maybe(.4):
        fields["binaryData"] = {key: base64.b64encode(w.rng.randbytes(w.number(0, 50))).decode() for key in w.some(["x.bin", "y"], 1)}
    w.events(w.add("v1", "ConfigMap", "settings", **fields))
    return "configmaps"


def secret(w):
    w.add("v1", "Secret", "hidden", type=w.pick("Opaque", "kubernetes.io/tls"), data={key: base64.b64encode(w.rng.randbytes(w.number(0, 50))).decode() for key in w.some(["a", "tls.key", "password"], 1)})
    return "secrets"


def quota(w, name="quota"):
    names = ["cpu", "memory", "pods", "requests.cpu", "limits.memory", "requests.storage"]
    hard = w.resources(*names)
    w.add("v1", "ResourceQuota", name, spec={"scopes": w.some(["Terminating", "NotTerminating", "BestEffort", "NotBestEffort", "Odd"], 2)} if w.maybe(.4) else {},
          status={"hard": hard, "used": {k: w.quantity() for k in hard if w.maybe(.8)}})
    return "resourcequotas"


def limits(w, name="limits"):
    w.add("v1", "LimitRange", name, spec={"limits": [{"type": w.pick("Container", "Pod"), **{field: {resource: w.quantity()} for field in w.some(
        ["max", "min", "default", "defaultRequest", "maxLimitRequestRatio"], 5)}} for resource in w.some(["cpu", "memory", "storage"])]})
    return "limitranges"


def namespace(w):
    made = w.add("v1", "Namespace", w.ns, False, status={"phase": w.pick("Active", "Terminating"), "conditions": w.conditions("NamespaceDeletionContentFailure", "NamespaceContentRemaining")})
    for n in range(w.number(0, 2)):
        quota(w, "q%d" % (9 - n))
        limits(w, "l%d" % n)
    return "namespaces"


def account(w):
    made = w.add("v1", "ServiceAccount", "robot", secrets=[{"name": n} for n in w.some(["t1", "t2", "lost"])], imagePullSecrets=[{"name": n} for n in w.some(["t3", "lost2"])])
    for name in w.some(["t1", "t2", "t3"], 3):
        one = w.add("v1", "Secret", name, type=w.pick("Opaque", "kubernetes.io/service-account-token"))
        one["metadata"]["annotations"] = {"kubernetes.io/service-account.name": "robot", "kubernetes.io/service-account.uid": w.pick(made["metadata"]["uid"], "x")}
    w.events(made)
    return "serviceaccounts"


def rules(w):
    def rule():
        if w.maybe(.2):
            return {"nonResourceURLs": w.some(["/healthz", "/metrics/*"]), "verbs": w.some(["get", "head"])}
        return {"apiGroups": w.some(["", "apps", "*", "a.example.com"]), "resources": w.some(["pods", "pods/log", "deployments", "*"]), "verbs": w.some(["get", "list", "watch", "*"]),
                **({"resourceNames": w.some(["a", "b"])} if w.maybe(.3) else {})}
    return [rule() for _ in range(w.number(0, 5))]


def role(kind, plural, namespaced):
    def make(w):
        w.add("rbac.authorization.k8s.io/v1", kind, "role-" + w.ns, namespaced, rules=rules(w))
        return plural
    return make


def binding(kind, plural, namespaced):
    def make(w):
        w.add("rbac.authorization.k8s.io/v1", kind, "bind-" + w.ns, namespaced, roleRef={"kind": w.pick("Role", "ClusterRole"), "name": "r"},
              subjects=w.some([{"kind": "User", "name": "jane"}, {"kind": "ServiceAccount", "name": "default", "namespace": "a"}, {"kind": "Group", "name": "system:masters"}]))
        return plural
    return make


SOURCES = {
    "hostPath": {"path": "/d", "type": "Directory"}, "nfs": {"server": "s", "path": "/p", "readOnly": True}, "local": {"path": "/mnt"},
    "csi": {"driver": "d", "volumeHandle": "h", "fsType": "ext4", "volumeAttributes": {"a": "b", "c": "d" * 150}}, "gcePersistentDisk": {"pdName": "p", "fsType": "ext4", "partition": 2},
    "awsElasticBlockStore": {"volumeID": "v"}, "iscsi": {"targetPortal": "t", "iqn": "i", "lun": 1, "portals": ["a", "b"], "secretRef": {"name": "s", "namespace": "n"}, "initiatorName": "x"},
    "glusterfs": {"endpoints": "e", "path": "p", "endpointsNamespace": "n"}, "rbd": {"monitors": ["a", "b"], "image": "i", "secretRef": {"name": "s"}}, "quobyte": {"registry": "r", "volume": "v"},
    "vsphereVolume": {"volumePath": "p"}, "cinder": {"volumeID": "v", "secretRef": {"name": "s"}}, "azureDisk": {"diskName": "d", "diskURI": "u", "kind": "Managed", "fsType": "ext4", "cachingMode": "None", "readOnly": False},
    "photonPersistentDisk": {"pdID": "p"}, "portworxVolume": {"volumeID": "v"}, "scaleIO": {"gateway": "g", "system": "s", "secretRef": {"name": "n", "namespace": "m"}, "storageMode": "Thin"},
    "cephfs": {"monitors": ["a"], "path": "/", "secretRef": {"name": "s"}}, "storageos": {"volumeName": "v"}, "fc": {"targetWWNs": ["a", "b"], "lun": 0}, "azureFile": {"secretName": "s", "shareName": "h", "secretNamespace": "n"},
    "flexVolume": {"driver": "d", "options": {"b": "2", "a": "1"}, "secretRef": {"name": "s"}}, "flocker": {"datasetName": "d"}}


def volume(w):
    source = w.pick(*SOURCES)
    full = SOURCES[source]
    kept = full if source == "azureDisk" else {k: v for k, v in full.items() if w.maybe(.8)}
    spec = {"capacity": {"storage": w.quantity()}, "accessModes": w.some(["ReadWriteMany", "ReadWriteOnce", "ReadOnlyMany", "ReadWriteOncePod"]), "persistentVolumeReclaimPolicy": "Retain"}
    if w.maybe(.95):
        spec[source] = kept
    for key, value in {"storageClassName": "fast", "volumeMode": "Block", "claimRef": {"namespace": "n", "name": "c"}}.items():
        if w.maybe():
            spec[key] = value
    if w.maybe(.4):
        spec["nodeAffinity"] = w.pick({}, {"required": {"nodeSelectorTerms": [{"matchExpressions": w.some([
            {"key": "a", "operator": "In", "values": ["x", "y"]}, {"key": "b", "operator": "Exists"}])} for _ in range(w.number(0, 2))]}})
    made = w.add("v1", "PersistentVolume", "pv-" + w.ns, False, spec=spec, status={"phase": "Bound", **({"message": "words"} if w.maybe(.3) else {})})
    if w.maybe(.2):
        made["metadata"]["deletionTimestamp"] = w.time()
    if w.maybe(.2):
        made["metadata"].setdefault("annotations", {})["volume.beta.kubernetes.io/storage-class"] = "old"
    w.events(made)
    return "persistentvolumes"


def claim(w):
    spec = {"accessModes": ["ReadWriteOnce"], "resources": {"requests": {"storage": "1Gi"}}}
    for key, value in {"volumeName": "pv1", "storageClassName": "fast", "volumeMode": "Filesystem", "dataSource": {"kind": "VolumeSnapshot", "name": "s", **({"apiGroup": "g"} if w.maybe() else {})}}.items():
        if w.maybe(.6):
            spec[key] = value
    status = {"phase": w.pick("Bound", "Pending"), "conditions": w.conditions("Resizing", "FileSystemResizePending")}
    if w.maybe():
        status.update(capacity={"storage": w.quantity()}, accessModes=w.some(["ReadWriteMany", "ReadWriteOnce"]))
    made = w.add("v1", "PersistentVolumeClaim", "data", spec=spec, status=status)
    if w.maybe(.2):
        made["metadata"]["deletionTimestamp"] = w.time()
    w.pods(None, volumes=[{"name": "v", "persistentVolumeClaim": {"claimName": w.pick("data", "other")}}])
    pods = [o for o in w.objects if o["kind"] == "Pod"]
    if pods and w.maybe(.4):
        w.owned_by(made, w.pick(*pods))
    w.events(made)
    return "persistentvolumeclaims"


def storageclass(w):
    fields = {"provisioner": "p.example.com"}
    for key, value in {"parameters": {"type": "ssd", "a": "b"}, "allowVolumeExpansion": w.maybe(), "mountOptions": ["ro", "soft"], "reclaimPolicy": "Delete", "volumeBindingMode": "Immediate",
                       "allowedTopologies": [{"matchLabelExpressions": [{"key": "zone", "values": ["a", "b"]}, {"key": "r", "values": []}][:w.number(0, 2)]} for _ in range(w.number(0, 2))]}.items():
        if w.maybe():
            fields[key] = value
    made = w.add("storage.k8s.io/v1", "StorageClass", "sc-" + w.ns, False, **fields)
    if w.maybe(.4):
        made["metadata"].setdefault("annotations", {})[w.pick("storageclass.kubernetes.io/is-default-class", "storageclass.beta.kubernetes.io/is-default-class")] = w.pick("true", "false")
    w.events(made)
    return "storageclasses"


def csinode(w):
    w.events(w.add("storage.k8s.io/v1", "CSINode", "n-" + w.ns, False, spec=w.pick({}, {"drivers": [{"name": "d%d" % n, "nodeID": "i", **w.pick({}, {"allocatable": {"count": 5}}),
                   **w.pick({}, {"topologyKeys": ["a", "b"]})} for n in range(w.number(0, 2))]})))
    return "csinodes"


def priorityclass(w):
    w.events(w.add("scheduling.k8s.io/v1", "PriorityClass", "p-" + w.ns, False, value=w.number(-9, 1000000), preemptionPolicy="Never", **w.pick({}, {"globalDefault": True, "description": "Words."})))
    return "priorityclasses"


def node(w):
    names = ["cpu", "memory", "ephemeral-storage", "pods", "hugepages-2Mi", "example.com/gpu"]
    capacity = {"cpu": w.pick("4", "0", "3920m"), "memory": w.pick("8Gi", "16384256Ki"), **w.resources(*names[2:])}
    made = w.add("v1", "Node", "node-" + w.ns, False, spec={}, status={
        "capacity": capacity, "conditions": w.conditions("Ready", "MemoryPressure", "DiskPressure"), "addresses": w.some([{"type": "InternalIP", "address": "10.0.0.1"}, {"type": "Hostname", "address": "n"}]),
        "nodeInfo": {"machineID": "m", "systemUUID": "s", "bootID": "b", "kernelVersion": "6.1", "osImage": "Debian", "operatingSystem": "linux", "architecture": "amd64",
                     "containerRuntimeVersion": "containerd://1.7", "kubeletVersion": "v1.32.4", "kubeProxyVersion": "v1.32.4"}})
    if w.maybe(.8):
        made["status"]["allocatable"] = {k: v for k, v in capacity.items()}
    for key, value in {"podCIDR": "10.1.0.0/24", "podCIDRs": ["10.1.0.0/24", "fd00::/64"], "providerID": "aws:///i", "unschedulable": True,
                       "taints": w.some([{"key": "b", "effect": "NoSchedule"}, {"key": "a", "value": "v", "effect": "NoSchedule"}, {"key": "c", "effect": "NoExecute"}])}.items():
        if w.maybe():
            made["spec"][key] = value
    made["metadata"]["labels"] = w.pick({}, {"node-role.kubernetes.io/worker": "", "kubernetes.io/role": "old"}, {"node-role.kubernetes.io/control-plane": "", "zone": "z"})
    for n in range(w.number(0, 5)):
        template = w.template()
        for one in template["spec"].get("initContainers", []):
            one["restartPolicy"] = w.pick("Always", None)
        pod = w.add("v1", "Pod", "pod-%d" % n, spec={**template["spec"], "nodeName": "node-" + w.ns}, status={"phase": "Running"})
        if w.maybe(.3):
            pod["spec"]["overhead"] = {"cpu": "250m", "memory": "120Mi"}
        if w.maybe(.3):
            pod["status"]["containerStatuses"] = [{"name": "c0", "image": "i", "imageID": "", "ready": True, "restartCount": 0, "resources": {"requests": w.resources("cpu", "memory")},
                                                   "allocatedResources": w.resources("cpu", "memory")}]
    if w.maybe(.7):
        lease = w.add("coordination.k8s.io/v1", "Lease", "node-" + w.ns, spec={k: v for k, v in {"holderIdentity": "n", "acquireTime": w.time()[:-1] + ".000000Z", "renewTime": w.time()[:-1] + ".123456Z"}.items() if w.maybe(.8)})
        lease["metadata"]["namespace"] = "kube-node-lease"
    w.events(made)
    w.events(made, made["metadata"]["name"])
    return "nodes"


def widget(w):
    def value(depth):
        kind = w.number(0, 9 if depth < 3 else 5)
        if kind < 6:
            return w.pick("text", "", 3, -7, 1.5, 0.00001, 12345678901, True, False, None, "two\nlines", "a: b", 1e21, 100000000.5)
        if kind < 8:
            return {key: value(depth + 1) for key in w.some(["podIP", "apiURL", "nodeName", "someUID", "a-b", "x1", "snake_case", "URLPath", "osbGuid", "aBC", "kind", "metadata", "größe"], 4)}
        return [value(depth + 1) for _ in range(w.number(0, 3))]
    w.events(w.add("gantry.example.com/v1", "Widget", "top", spec={"fields": value(0), "more": value(0)}, status=value(1) or {}))
    return "widgets"


def signingrequest(w):
    """A request that openssl writes; its key is another one each time."""
    subject = "".join("/%s=%s" % one for one in w.some([
        ("CN", "jane"), ("CN", "system:node:n1"), ("O", "system:nodes"), ("O", "Example GmbH"), ("OU", "Größe"), ("OU", "Net"), ("C", "DE"), ("L", "München"), ("ST", "Bayern"),
        ("street", "Weg 1"), ("postalCode", "80331"), ("serialNumber", "12-34"), ("emailAddress", "a@example.com"), ("DC", "com"), ("title", "Dr")], 9)) or "/"
    names = w.some(["DNS:web", "DNS:*.web.example.com", "IP:10.0.0.7", "IP:::1", "IP:2001:db8:0:0:1:0:0:1", "IP:::ffff:1.2.3.4", "IP:1:0:2:0:3:0:4:0", "IP:fe80::", "email:a@b.c",
                    "URI:spiffe://cluster.local/ns/dev/sa/web", "URI:https://example.com/a?b=c", "otherName:1.2.3.4;UTF8:some", "RID:1.2.3"], 6)
    extensions = (["subjectAltName=" + ",".join(names)] if names else []) + w.some(["keyUsage=critical,digitalSignature", "extendedKeyUsage=clientAuth"])
    key = w.pick(["ec", "-pkeyopt", "ec_paramgen_curve:P-256"], ["ed25519"], ["rsa:2048"])
    pem = subprocess.run(["openssl", "req", "-new", "-batch", "-nodes", "-utf8", "-keyout", "/dev/null", "-newkey", *key, "-subj", subject, *w.pick([], ["-text"]),
                          *(word for one in extensions for word in ("-addext", one))], capture_output=True, check=True).stdout
    spec = {"request": base64.b64encode(pem).decode(), "signerName": "kubernetes.io/kube-apiserver-client", "usages": ["client auth"], "groups": ["system:authenticated"]}
    if w.maybe(.8):
        spec["username"] = w.pick("jane", "system:serviceaccount:a:b")
    if w.maybe():
        spec["expirationSeconds"] = w.pick(600, 3600, 86400, 100000, 31536000)
    status = {"conditions": [{"type": one, "status": "True"} for one in w.some(["Approved", "Denied", "Failed", "Other"], 2)]}
    if w.maybe(.4):
        status["certificate"] = "YQ=="
    w.events(w.add("certificates.k8s.io/v1", "CertificateSigningRequest", "csr-" + w.ns, False, spec=spec, status=status))
    return "certificatesigningrequests"


MAKERS = [deployment, controller("ReplicaSet", "replicasets"), controller("DaemonSet", "daemonsets"), controller("StatefulSet", "statefulsets"),
          controller("ReplicationController", "replicationcontrollers"), job, cron, autoscaler, autoscaler, budget, service, service, endpoints, endpointslice, ingress, ingress,
          ingressclass, policy, policy, configmap, secret, quota, limits, namespace, account, role("Role", "roles", True), role("ClusterRole", "clusterroles", False),
          binding("RoleBinding", "rolebindings", True), binding("ClusterRoleBinding", "clusterrolebindings", False), volume, volume, volume, claim, storageclass, csinode,
          priorityclass, node, node, widget, widget, signingrequest, signingrequest]


def worlds(seed, count):
    rng = random.Random(seed)
    for number in range(count):
        world = World(rng, number)
        plural = MAKERS[number % len(MAKERS)](world)
        first = world.objects[0]
        yield plural, first["metadata"]["name"], first["metadata"].get("namespace", ""), world.objects
