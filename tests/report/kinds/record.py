#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What kubectl describe says of random objects of every kind, and what it reads for that.

record.py OUT [--kubectl FILE] [--gantryctl FILE] [--seed N] [--count N] [--show]

A server in this process serves the objects over HTTP. OUT gets, packed, a line for each: when, the object, each read beside
it with its answer, and kubectl's text. With --gantryctl the same is asked of it, and each difference counted.
"""
import argparse
import difflib
import json
import os
import re
import subprocess
import sys
import tempfile
import threading
import time
import zlib
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import worlds

CLUSTERED = {"nodes", "namespaces", "persistentvolumes", "storageclasses", "csinodes", "ingressclasses", "priorityclasses", "clusterroles", "clusterrolebindings",
             "certificatesigningrequests"}
SERVED = {
    "v1": ["Pod", "Event", "Node", "Namespace", "Service", "ConfigMap", "Secret", "Endpoints", "ServiceAccount", "ReplicationController", "PersistentVolume",
           "PersistentVolumeClaim", "ResourceQuota", "LimitRange"],
    "apps/v1": ["Deployment", "ReplicaSet", "StatefulSet", "DaemonSet"], "batch/v1": ["Job", "CronJob"], "autoscaling/v2": ["HorizontalPodAutoscaler"],
    "policy/v1": ["PodDisruptionBudget"], "networking.k8s.io/v1": ["Ingress", "IngressClass", "NetworkPolicy"], "discovery.k8s.io/v1": ["EndpointSlice"],
    "storage.k8s.io/v1": ["StorageClass", "CSINode"], "scheduling.k8s.io/v1": ["PriorityClass"], "coordination.k8s.io/v1": ["Lease"],
    "rbac.authorization.k8s.io/v1": ["Role", "RoleBinding", "ClusterRole", "ClusterRoleBinding"], "gantry.example.com/v1": ["Widget"],
    "certificates.k8s.io/v1": ["CertificateSigningRequest"]}


def plural(kind):
    name = kind.lower()
    return name if name == "endpoints" else name + "es" if name.endswith("s") else name[:-1] + "ies" if name.endswith("y") else name + "s"


def field(made, path):
    for part in path.split("."):
        made = made.get(part, "") if isinstance(made, dict) else ""
    return made


def fits(made, labels, fields):
    have = made["metadata"].get("labels", {})
    for term in filter(None, re.split(r",(?![^(]*\))", labels)):
        parts = re.match(r"(!?)([^ =!]+)(?: (in|notin) \((.*)\)|(!?=)(.*))?$", term).groups()
        value = have.get(parts[1])
        values = (parts[3] or "").split(",")
        met = (value in values if parts[2] == "in" else value not in values if parts[2] == "notin" else value == parts[5] if parts[4] == "=" else
               (value is None) == bool(parts[0]))
        if not met:
            return False
    for term in filter(None, fields.split(",")):
        path, unequal, value = re.match(r"([^!=]+)(!?)=(.*)", term).groups()
        if (field(made, path) == value) == bool(unequal):
            return False
    return True


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    objects, reads = [], {}

    def log_message(self, *_):
        pass

    def answer(self, body, code=200):
        data = json.dumps(body).encode()
        self.send_response(code)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def missing(self, message, reason="NotFound"):
        body = {"kind": "Status", "apiVersion": "v1", "status": "Failure", "message": message, "reason": reason, "code": 404}
        self.answer(body, 404)
        return body

    def do_GET(self):
        url = urlsplit(self.path)
        parts = url.path.strip("/").split("/")
        if parts == ["api"]:
            return self.answer({"kind": "APIVersions", "versions": ["v1"]})
        if parts == ["apis"]:
            return self.answer({"kind": "APIGroupList", "apiVersion": "v1", "groups": [{"name": v.split("/")[0], "versions": [{"groupVersion": v, "version": v.split("/")[1]}],
                                "preferredVersion": {"groupVersion": v, "version": v.split("/")[1]}} for v in SERVED if "/" in v]})
        if parts == ["version"]:
            return self.answer({"major": "1", "minor": "32", "gitVersion": "v1.32.4"})
        version = parts[1] if parts[0] == "api" else "/".join(parts[1:3])
        rest = parts[2 if parts[0] == "api" else 3:]
        if version not in SERVED:
            return self.missing("the server could not find the requested resource")
        if not rest:
            return self.answer({"kind": "APIResourceList", "groupVersion": version, "resources": [
                {"name": plural(k), "singularName": k.lower(), "kind": k, "namespaced": plural(k) not in CLUSTERED, "verbs": ["get", "list"]} for k in SERVED[version]]})
        ns = ""
        if rest[0] == "namespaces" and len(rest) > 2:
            ns, rest = rest[1], rest[2:]
        query = {key: value[0] for key, value in parse_qs(url.query).items()}
        found = [o for o in Handler.objects if plural(o["kind"]) == rest[0] and o["apiVersion"] == version and (not ns or o["metadata"].get("namespace") == ns)]
        if len(rest) > 1:
            key = [rest[0], ns, rest[1], "", ""]
            one = [o for o in found if o["metadata"]["name"] == rest[1]]
            if not one:
                group = "." + version.split("/")[0] if "/" in version else ""
                Handler.reads[json.dumps(key)] = self.missing('%s%s "%s" not found' % (rest[0], group, rest[1]))["message"]
                return None
            Handler.reads[json.dumps(key)] = one
            return self.answer(one[0])
        labels, fields = query.get("labelSelector", ""), query.get("fieldSelector", "")
        found = [o for o in found if fits(o, labels, fields)]
        Handler.reads[json.dumps([rest[0], ns, "", labels, ",".join(sorted(fields.split(",")))])] = found
        kind = next(k for k in SERVED[version] if plural(k) == rest[0])
        self.answer({"kind": kind + "List", "apiVersion": version, "metadata": {"resourceVersion": "1"}, "items": found})


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out")
    parser.add_argument("--kubectl", default="kubectl")
    parser.add_argument("--gantryctl")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=len(worlds.MAKERS) * 8)
    parser.add_argument("--show", action="store_true", help="how each differs")
    options = parser.parse_args()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    lines = []
    counts, differing = {"same": 0, "different": 0}, {}
    with tempfile.TemporaryDirectory() as home:
        config = os.path.join(home, "config")
        with open(config, "w") as file:
            json.dump({"apiVersion": "v1", "kind": "Config", "current-context": "c", "contexts": [{"name": "c", "context": {"cluster": "c", "user": "u"}}],
                       "clusters": [{"name": "c", "cluster": {"server": "http://127.0.0.1:%d" % server.server_port}}], "users": [{"name": "u", "user": {}}]}, file)
        env = {**os.environ, "HOME": home, "TZ": "UTC", "KUBECONFIG": config, "LC_ALL": "C.UTF-8"}

        def ask(*command):
            run = subprocess.run(command, capture_output=True, text=True, env=env)
            return run.stdout + run.stderr

        for kind, name, ns, objects in worlds.worlds(options.seed, options.count):
            Handler.objects, Handler.reads = objects, {}
            words = ["describe", kind, name] + (["-n", ns] if ns else [])
            now = int(time.time())
            theirs = ask(options.kubectl, *words)
            reads = Handler.reads
            if theirs.startswith("panic"):
                continue
            lines.append({"now": now, "object": objects[0], "reads": reads, "text": theirs})
            if not options.gantryctl:
                continue
            ours = ask(options.gantryctl, *words, "--as-of", "v1.32")
            counts["same" if ours == theirs else "different"] += 1
            if ours != theirs:
                differing[kind] = differing.get(kind, 0) + 1
                if options.show:
                    print("\n".join(difflib.unified_diff(theirs.split("\n"), ours.split("\n"), "kubectl " + kind + " " + ns, "gantryctl", "", "", 1))[:3000])
    with open(options.out, "wb") as file:
        text = "\n".join(json.dumps(line, separators=(",", ":"), ensure_ascii=False) for line in lines).encode()
        file.write(len(text).to_bytes(4, "big") + zlib.compress(text, 9))
    print(json.dumps({"recorded": len(lines), **(counts if options.gantryctl else {}), "differing": differing}))
    sys.exit(1 if counts["different"] else 0)


if __name__ == "__main__":
    main()
