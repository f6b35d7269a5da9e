#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Whether Gantry's schema findings agree with what a real cluster refuses.

agreement.py KUBECONFIG GANTRYCTL [--kubectl FILE] [--show]

Good manifests of many kinds are mutated: an unknown field in every object, another type for every value, every key left
out, a word that no enumeration has, a key twice. `kubectl create --dry-run=server --validate=strict` says of each what the
cluster says (of one before v1.25, which validates no fields, kubectl itself does that by the cluster's schema), and
`gantryctl yaml --schema` by the schema that the cluster publishes. Nothing is stored.

A false alarm is an error that Gantry sees and the cluster does not; a miss, one of the schema that only the cluster sees.
What is refused by rules that no schema has (`is invalid`, `is forbidden`) is counted apart. The last line is JSON; exit
code 1 where they disagree.
"""
import argparse
import collections
import copy
import json
import os
import re
import subprocess
import sys
import tempfile

FREE = {"labels", "matchLabels", "annotations", "data", "stringData", "limits", "requests", "nodeSelector", "hard",
        "parameters"}
WORDS = {"imagePullPolicy", "restartPolicy", "protocol", "concurrencyPolicy", "policyTypes", "accessModes", "operator",
         "sessionAffinity", "podManagementPolicy"}

CONTAINER = {"name": "c", "image": "nginx:1.27", "imagePullPolicy": "IfNotPresent", "command": ["sh", "-c", "sleep 1"],
             "env": [{"name": "A", "value": "b"}, {"name": "N", "valueFrom": {"fieldRef": {"fieldPath": "metadata.name"}}}],
             "ports": [{"containerPort": 80, "protocol": "TCP", "name": "web"}],
             "resources": {"limits": {"cpu": "1", "memory": "64Mi"}, "requests": {"cpu": "100m"}},
             "readinessProbe": {"httpGet": {"path": "/", "port": 80}, "periodSeconds": 5},
             "securityContext": {"runAsNonRoot": True, "runAsUser": 1000},
             "volumeMounts": [{"name": "v", "mountPath": "/v", "readOnly": True}]}
POD = {"containers": [CONTAINER], "terminationGracePeriodSeconds": 5, "hostNetwork": False,
       "volumes": [{"name": "v", "emptyDir": {}}],
       "tolerations": [{"key": "a", "operator": "Exists", "effect": "NoSchedule"}],
       "nodeSelector": {"disk": "ssd"}}
META = {"name": "agreement", "namespace": "default", "labels": {"app": "a"}}
TEMPLATE = {"metadata": {"labels": {"app": "a"}}, "spec": POD}
SELECTOR = {"matchLabels": {"app": "a"}}
ONCE = {"metadata": {"labels": {"app": "a"}}, "spec": {**POD, "restartPolicy": "Never"}}


def manifest(version, kind, **fields):
    return {"apiVersion": version, "kind": kind, "metadata": META, **fields}


GOOD = [
    manifest("v1", "Pod", spec={**POD, "restartPolicy": "Always"}),
    manifest("apps/v1", "Deployment", spec={"replicas": 2, "selector": SELECTOR, "template": TEMPLATE, "strategy": {
        "type": "RollingUpdate", "rollingUpdate": {"maxSurge": 1, "maxUnavailable": "25%"}}}),
    manifest("apps/v1", "StatefulSet", spec={"serviceName": "s", "podManagementPolicy": "Parallel", "selector": SELECTOR,
                                             "template": TEMPLATE}),
    manifest("apps/v1", "DaemonSet", spec={"selector": SELECTOR, "template": TEMPLATE, "minReadySeconds": 1}),
    manifest("batch/v1", "Job", spec={"backoffLimit": 1, "template": ONCE}),
    manifest("v1", "Service", spec={"selector": {"app": "a"}, "sessionAffinity": "None",
                                    "ports": [{"port": 80, "targetPort": "web", "protocol": "TCP"}]}),
    manifest("v1", "ConfigMap", data={"a": "b"}),
    manifest("v1", "Secret", type="Opaque", stringData={"a": "b"}),
    manifest("v1", "ServiceAccount", automountServiceAccountToken=False, imagePullSecrets=[{"name": "s"}]),
    manifest("v1", "PersistentVolumeClaim", spec={"accessModes": ["ReadWriteOnce"],
                                                  "resources": {"requests": {"storage": "1Gi"}}}),
    manifest("rbac.authorization.k8s.io/v1", "Role",
             rules=[{"apiGroups": [""], "resources": ["pods"], "verbs": ["get"]}]),
    manifest("rbac.authorization.k8s.io/v1", "RoleBinding",
             roleRef={"apiGroup": "rbac.authorization.k8s.io", "kind": "Role", "name": "r"},
             subjects=[{"kind": "ServiceAccount", "name": "a", "namespace": "default"}]),
    manifest("networking.k8s.io/v1", "NetworkPolicy", spec={
        "podSelector": SELECTOR, "policyTypes": ["Ingress"],
        "ingress": [{"from": [{"ipBlock": {"cidr": "10.0.0.0/8"}}], "ports": [{"port": 80, "protocol": "TCP"}]}]}),
    manifest("networking.k8s.io/v1", "Ingress", spec={"rules": [{"host": "a.example.com", "http": {"paths": [
        {"path": "/", "pathType": "Prefix", "backend": {"service": {"name": "s", "port": {"number": 80}}}}]}}]}),
    manifest("autoscaling/v1", "HorizontalPodAutoscaler", spec={
        "scaleTargetRef": {"apiVersion": "apps/v1", "kind": "Deployment", "name": "d"}, "maxReplicas": 3}),
    manifest("v1", "ResourceQuota", spec={"hard": {"pods": "4"}}),
]


def yaml(value, indent=0):
    """Block style; scalars as JSON, which is YAML."""
    by = "  " * indent
    if isinstance(value, dict) and value:
        lines = []
        for key, inner in value.items():
            nested = isinstance(inner, (dict, list)) and inner
            lines.append(f"{by}{key}:" + ("\n" + yaml(inner, indent + 1) if nested else " " + json.dumps(inner)))
        return "\n".join(lines)
    if isinstance(value, list) and value:
        return "\n".join(by + "- " + yaml(inner, indent + 1).lstrip(" ") for inner in value)
    return by + json.dumps(value)


def places(value, path=()):
    yield path, value
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield from places(inner, path + (key,))


def changed(good, path, change):
    """The manifest with `change(parent, key)` done at a path."""
    result = copy.deepcopy(good)
    parent = result
    for step in path[:-1]:
        parent = parent[step]
    change(parent, path[-1])
    return result


def put(value):
    def change(parent, key):
        parent[key] = value
    return change


def leave_out(parent, key):
    del parent[key]


def mutants(good):
    """(class, what, text) of each."""
    for path, value in places(good):
        where = ".".join(map(str, path))
        free = bool(FREE.intersection(path)) or path[-2:] == ("spec", "selector") and good["kind"] == "Service"
        if isinstance(value, dict) and not free:
            result = copy.deepcopy(good)
            inside = result
            for step in path:
                inside = inside[step]
            inside["mispelt"] = "x"
            yield "unknown field", where, yaml(result)
        if not path or path[0] in ("apiVersion", "kind"):
            continue
        others = {dict: ["words"], list: ["words"], bool: ["words", 5], int: ["words", True], str: [5, {"a": "b"}]}
        for other in others[type(value)]:
            yield "wrong type", f"{where} = {json.dumps(other)}", yaml(changed(good, path, put(other)))
        if isinstance(path[-1], str) and not free:
            yield "left out", where, yaml(changed(good, path, leave_out))
        if isinstance(value, str) and WORDS.intersection(path):
            yield "no such word", where, yaml(changed(good, path, put("Bogus")))
    yield "key twice", "metadata", yaml(good) + "\nmetadata:\n  name: agreement\n  namespace: default"


def spoken(command):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    return done.stderr


def by_file(text, folder):
    """What an answer says of each file, behind its name."""
    lines = collections.defaultdict(list)
    parts = re.split(re.escape(folder) + r"/(\d+)\.yaml", text)  # several stand in one line where kubectl gathers them
    for number, said in zip(parts[1::2], parts[2::2]):
        lines[int(number)] += [line for line in said.splitlines() if line and not line.startswith("Warning:")]
    return lines


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kubeconfig")
    parser.add_argument("gantryctl")
    parser.add_argument("--kubectl", default="kubectl")
    parser.add_argument("--show", action="store_true", help="each disagreement, and what only rules refuse")
    options = parser.parse_args()
    kubectl = [options.kubectl, "--kubeconfig", options.kubeconfig]
    cases = [("good", good["kind"], "", yaml(good)) for good in GOOD]
    cases += [(name, good["kind"], where, text) for good in GOOD for name, where, text in mutants(good)]
    with tempfile.TemporaryDirectory() as folder:
        for number, case in enumerate(cases):
            with open(f"{folder}/{number:05}.yaml", "w") as file:
                file.write(case[3] + "\n")
        schema = os.path.join(folder, "schema.json")
        with open(schema, "wb") as file:
            subprocess.run(kubectl + ["get", "--raw", "/openapi/v2"], stdout=file, check=True)
        theirs = by_file(spoken(kubectl + ["create", "--dry-run=server", "--validate=strict", "-f", folder]), folder)
        files = [f"{folder}/{number:05}.yaml" for number in range(len(cases))]
        ours = by_file(spoken([options.gantryctl, "yaml", "--schema", schema] + files), folder)
    counts = collections.Counter(cases=len(cases))
    classes = collections.defaultdict(collections.Counter)
    for number, (name, kind, where, _) in enumerate(cases):
        said = "\n".join(theirs[number])
        errors = [line for line in ours[number] if re.match(r":\d+:\d+: error: ", line)]
        by_rules = bool(re.search(r" is invalid: | is forbidden: |admission webhook", said))
        is_word = name == "no such word"
        verdict = ("both refuse" if said and errors else "false alarm" if errors else "both take" if not said
                   else "rules" if by_rules else "miss")
        if name == "key twice" and not any("stands twice" in line for line in ours[number]):
            verdict = "miss"
        if name == "good" and said:
            verdict = "not good"
        counts[verdict] += 1
        classes[name][verdict] += 1
        if verdict in ("miss", "false alarm", "not good") or (options.show and verdict == "rules" and not is_word):
            print(f"{verdict}: {kind} {name} {where}\n  cluster: {said or '-'}\n  gantry: {'; '.join(errors) or '-'}")
    for name, verdicts in classes.items():
        print(f"{name}: " + ", ".join(f"{count} {verdict}" for verdict, count in sorted(verdicts.items())))
    print(json.dumps(counts))
    sys.exit(1 if counts["miss"] + counts["false alarm"] + counts["not good"] else 0)


if __name__ == "__main__":
    main()
