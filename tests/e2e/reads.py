#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""get, describe and events of gantryctl beside kubectl's, byte for byte, on a real cluster.

reads.py KUBECONFIG GANTRYCTL [--kubectl FILE]

Makes a namespace `gantry-reads` with objects of many kinds, and a custom resource, and deletes them. Ages tick between two
commands, and may be a few seconds apart. Of events of the same second kubectl's order is that of an unstable sort: there the
lines must be the same. The last line is JSON; exit code 1 where anything differs.
"""
import argparse
import difflib
import json
import re
import subprocess
import sys
import tempfile
import time

NS = "gantry-reads"
CRD = "shelves.gantry.example.com"
TEMPLATE = {"metadata": {"labels": {"app": "reads"}}, "spec": {"terminationGracePeriodSeconds": 0, "containers": [
    {"name": "c", "image": "nginx:1.17.1", "ports": [{"containerPort": 80}], "env": [{"name": "A", "value": "b"}],
     "resources": {"requests": {"cpu": "10m"}}}]}}
SELECTOR = {"matchLabels": {"app": "reads"}}


def named(version, kind, name, labels=None, **fields):
    return {"apiVersion": version, "kind": kind, "metadata": {"name": name, "labels": labels or {"app": "reads"}}, **fields}


OBJECTS = [
    named("v1", "ConfigMap", "settings", data={"a": "b", "long": "one\ntwo\n"}),
    named("v1", "Secret", "hidden", stringData={"a": "b"}),
    named("v1", "ServiceAccount", "account"),
    named("v1", "Service", "web", spec={"selector": {"app": "reads"}, "ports": [{"port": 80, "name": "http"}]}),
    named("apps/v1", "Deployment", "web", spec={"replicas": 2, "selector": SELECTOR, "template": TEMPLATE}),
    named("apps/v1", "StatefulSet", "store", spec={"serviceName": "web", "selector": {"matchLabels": {"app": "store"}},
          "template": {**TEMPLATE, "metadata": {"labels": {"app": "store"}}}}),
    named("apps/v1", "DaemonSet", "agent", spec={"selector": {"matchLabels": {"app": "agent"}},
          "template": {**TEMPLATE, "metadata": {"labels": {"app": "agent"}}}}),
    named("batch/v1", "Job", "once", spec={"backoffLimit": 0, "template": {"spec": {
        "restartPolicy": "Never", "containers": [{"name": "c", "image": "nginx:1.17.1", "command": ["true"]}]}}}),
    named("v1", "Pod", "never", spec={"containers": [
        {"name": "c", "image": "nginx:9.9", "imagePullPolicy": "Never"}]}),
    named("gantry.example.com/v1", "Shelf", "top", spec={"size": 3, "books": [{"title": "a"}]}),
]
# Kinds that are described only; in the first of the versions that the cluster serves.
DESCRIBED = [
    named("v1", "ReplicationController", "old", spec={"replicas": 0, "selector": {"app": "old"}, "template": {
        **TEMPLATE, "metadata": {"labels": {"app": "old"}}}}),
    named("v1", "PersistentVolumeClaim", "disk", spec={"accessModes": ["ReadWriteOnce"], "storageClassName": "none",
          "resources": {"requests": {"storage": "1Gi"}}}),
    named("v1", "ResourceQuota", "quota", spec={"hard": {"configmaps": "100", "requests.storage": "10Gi"}}),
    named("v1", "LimitRange", "limits", spec={"limits": [{"type": "PersistentVolumeClaim", "min": {"storage": "1Mi"}}]}),
    named("batch/v1beta1 batch/v1", "CronJob", "often", spec={"schedule": "0 0 1 1 *", "jobTemplate": {"spec": {"template": {
        "spec": {"restartPolicy": "Never", "containers": [{"name": "c", "image": "nginx:1.17.1"}]}}}}}),
    named("autoscaling/v1", "HorizontalPodAutoscaler", "scale", spec={
        "scaleTargetRef": {"apiVersion": "apps/v1", "kind": "Deployment", "name": "web"}, "minReplicas": 2, "maxReplicas": 2,
        "targetCPUUtilizationPercentage": 90}),
    named("policy/v1beta1 policy/v1", "PodDisruptionBudget", "budget", spec={"minAvailable": 1, "selector": SELECTOR}),
    named("networking.k8s.io/v1", "Ingress", "way", spec={"tls": [{"hosts": ["a.example.com"], "secretName": "none"}], "rules": [
        {"host": "a.example.com", "http": {"paths": [
            {"path": path, "pathType": "Prefix", "backend": {"service": {"name": name, "port": {"number": 80}}}}
            for path, name in (("/", "web"), ("/gone", "gone"))]}}]}),
    named("networking.k8s.io/v1", "NetworkPolicy", "wall", spec={"podSelector": SELECTOR, "policyTypes": ["Ingress"], "ingress": [
        {"ports": [{"port": 80}], "from": [{"podSelector": SELECTOR}, {"ipBlock": {"cidr": "10.0.0.0/8", "except": ["10.1.0.0/16"]}}]}]}),
    named("rbac.authorization.k8s.io/v1", "Role", "reader", rules=[
        {"apiGroups": ["", "apps"], "resources": ["pods", "deployments/scale"], "verbs": ["get", "list"]}]),
    named("rbac.authorization.k8s.io/v1", "RoleBinding", "reads", roleRef={
        "apiGroup": "rbac.authorization.k8s.io", "kind": "Role", "name": "reader"}, subjects=[{"kind": "User", "name": "jane"}]),
]
DEFINITION = {"apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition", "metadata": {"name": CRD},
              "spec": {"group": "gantry.example.com", "scope": "Namespaced",
                       "names": {"kind": "Shelf", "plural": "shelves", "singular": "shelf", "shortNames": ["shf"]},
                       "versions": [{"name": "v1", "served": True, "storage": True, "schema": {"openAPIV3Schema": {
                           "type": "object", "x-kubernetes-preserve-unknown-fields": True}},
                           "additionalPrinterColumns": [
                               {"name": "Size", "type": "integer", "jsonPath": ".spec.size"},
                               {"name": "Note", "type": "string", "priority": 1, "jsonPath": ".spec.books[0].title"},
                               {"name": "Age", "type": "date", "jsonPath": ".metadata.creationTimestamp"}]}]}}
KINDS = ["pods", "deployments", "replicasets", "daemonsets", "statefulsets", "jobs", "services", "configmaps",
         "serviceaccounts", "secrets", "endpoints", "shelves"]


def run(command, given=None):
    done = subprocess.run(command, input=given, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    return done.returncode, done.stdout, done.stderr


def commands():
    for kind in KINDS:
        for more in ([], ["-o", "wide"], ["-o", "yaml"], ["-o", "json"], ["-o", "name"], ["-A"], ["-l", "app=reads"],
                     ["--show-labels"], ["-L", "app"], ["--no-headers"], ["-A", "-o", "wide"]):
            yield ["get", kind, *more] + ([] if "-A" in more else ["-n", NS])
    yield ["describe", "pods", "-n", NS]
    for kind in ["deployments", "replicasets", "daemonsets", "statefulsets", "jobs", "services", "configmaps", "serviceaccounts",
                 "endpoints", "shelves", "events", "rc", "pvc", "quota", "limits", "cronjobs", "hpa", "pdb", "ingresses", "netpol",
                 "roles", "rolebindings", "endpointslices", "leases"]:
        yield ["describe", kind, "-n", NS]
    for kind in ["storageclasses", "priorityclasses", "pv", "csinodes", "clusterroles", "clusterrolebindings",
                 "ingressclasses", "apiservices", "crds"]:
        yield ["describe", kind]
    yield ["describe", "nodes"]
    yield ["describe", "namespace", NS]
    yield ["describe", "secret", "hidden", "-n", NS]
    yield ["describe", "deploy/web", "svc/web", "-n", NS]
    yield ["describe", "deploy/web", "svc/none", "-n", NS]
    yield ["describe", "deploy,sts", "-n", NS]
    yield ["describe", "deploy,sts", "web", "-n", NS]
    yield ["describe", "deploy", "web", "none", "-n", NS]
    yield ["describe", "deploy", "we", "-n", NS]
    yield ["describe", "deploy", "none", "-n", NS]
    yield ["describe", "deploy", "web", "-n", NS, "--show-events=false"]
    yield ["describe", "deploy", "-A", "-l", "app=reads"]
    yield ["describe", "deploy", "web", "-A"]
    yield ["describe", "nothings", "-n", NS]
    yield ["describe", "deploy", "-n", "gantry-reads-none"]
    yield ["describe", "-f", "FILE", "-n", NS]
    yield ["describe", "pod", "never", "-n", NS]
    yield ["describe", "pods", "-n", NS, "-l", "app=reads"]
    for more in ([], ["-o", "wide"], ["-o", "yaml"], ["-o", "json"], ["-o", "name"], ["--show-labels"]):
        yield ["get", "nodes", *more]
        yield ["get", "namespace", NS, *more]
    yield ["get", "deploy,rs,svc", "-n", NS]
    yield ["get", "pods", "-n", NS, "--sort-by", ".metadata.name"]
    yield ["get", "pods", "-n", NS, "--field-selector", "status.phase=Running"]
    yield ["get", "deploy/web", "svc/web", "-n", NS]
    yield ["get", "pods", "none", "-n", NS]
    yield ["get", "nothings", "-n", NS]
    yield ["get", "pods", "-n", "gantry-reads-none"]
    yield ["events", "-n", NS]
    yield ["events", "-n", NS, "--types", "Warning"]
    yield ["events", "-n", NS, "--for", "pod/never"]
    yield ["events", "-n", NS, "--no-headers"]
    yield ["get", "events", "-n", NS]
    yield ["get", "events", "-n", NS, "-o", "wide"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kubeconfig")
    parser.add_argument("gantryctl")
    parser.add_argument("--kubectl", default="kubectl")
    options = parser.parse_args()
    kubectl = [options.kubectl, "--kubeconfig", options.kubeconfig]
    release = re.search(r"v1\.\d+", run(kubectl + ["version", "--client"])[1])[0]

    def seconds(text):
        return sum(int(count) * {"d": 86400, "h": 3600, "m": 60, "s": 1}[unit]
                   for count, unit in re.findall(r"(\d+)([dhms])", text))

    def agree(ours, theirs, apart):
        """Equal but for ages, which may be as far apart as the two commands and two seconds more; their width counts."""
        age = r"\b(?:\d+[dhms])+\b"
        texts = [str(answer) for answer in (ours, theirs)]
        ages = [re.findall(age, text) for text in texts]
        return (len({re.sub(age, lambda found: "9" * len(found[0]), text) for text in texts}) == 1
                and all(abs(seconds(a) - seconds(b)) <= 2 + apart for a, b in zip(*ages)))

    def remove():
        run(kubectl + ["delete", "namespace", NS, "--ignore-not-found"])
        run(kubectl + ["delete", "crd", CRD, "--ignore-not-found"])

    def settled():
        _, out, _ = run(kubectl + ["get", "pods", "-n", NS, "--no-headers"])
        return len(re.findall(r" (Running|Completed) ", out)) == 5 and "ErrImageNeverPull" in out

    remove()
    try:
        run(kubectl + ["create", "namespace", NS])
        run(kubectl + ["create", "-f", "-"], json.dumps(DEFINITION))
        time.sleep(3)
        code, _, err = run(kubectl + ["create", "-n", NS, "-f", "-"], "\n".join(map(json.dumps, OBJECTS)))
        if code:
            print(err)
        until = time.monotonic() + 120
        while not settled() and time.monotonic() < until:
            time.sleep(2)
        versions = run(kubectl + ["api-versions"])[1].split()
        for made in DESCRIBED:
            served = [version for version in made["apiVersion"].split() if version in versions]
            if served:
                code, _, err = run(kubectl + ["create", "-n", NS, "-f", "-"], json.dumps({**made, "apiVersion": served[0]}))
                print(err, end="")
        file = tempfile.NamedTemporaryFile("w", suffix=".json")
        file.write("\n".join(json.dumps(made) for made in OBJECTS if made["kind"] in ("Deployment", "Service", "Shelf")))
        file.flush()
        time.sleep(5)
        counts = {"passed": 0, "failed": 0}
        for command in commands():
            words = ["--as-of", release] if command[0] == "describe" else []
            command = [file.name if word == "FILE" else word for word in command]
            for _ in range(8):
                begun = time.monotonic()
                ours = run([options.gantryctl, "--kubeconfig", options.kubeconfig, *command, *words])
                theirs = run(kubectl + command)
                apart = time.monotonic() - begun
                if command[0] == "events" or command[1] in ("configmaps", "nodes"):
                    ours, theirs = [(code, sorted(out.splitlines()), err) for code, out, err in (ours, theirs)]
                agreed = agree(ours, theirs, apart)
                if agreed:
                    break
            counts["passed" if agreed else "failed"] += 1
            if not agreed:
                print("differs: " + " ".join(command))
                texts = [(out if isinstance(out, list) else out.splitlines()) + err.splitlines()
                         for _, out, err in (theirs, ours)]
                print("\n".join(difflib.unified_diff(*texts, "kubectl", "gantryctl", "", "", 0, ""))[:3000])
                if theirs[0] != ours[0]:
                    print(f"exit code {theirs[0]}, {ours[0]}")
    finally:
        remove()
    print(json.dumps(counts))
    sys.exit(1 if counts["failed"] or not counts["passed"] else 0)


if __name__ == "__main__":
    main()
