// SPDX-License-Identifier: Apache-2.0

// Pods in both encodings of the API, as Kubernetes' own types write them:
//
//	record N SEED      N generated pods, from almost empty to full, in lists of 50
//	record FILE...     the lists of these files
//
// A line a list: {"json": the list, "protobuf": the body of the answer in base64}. Where golang-k8s-api-dev is installed:
//
//	GO111MODULE=off GOPATH=/usr/share/gocode go run tests/decode/record.go 600 1
//
// tests/data/decode/pods.jsonl.z holds 600 of seed 1 and the lists of tests/data/fixtures, packed as qCompress packs.
package main

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"math/rand"
	"os"
	"reflect"
	"strconv"
	"time"

	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/api/resource"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/serializer/protobuf"
	"k8s.io/apimachinery/pkg/util/intstr"
)

var texts = []string{"", "a", "nginx:1.27", "Always", "IfNotPresent", "Never", "ImagePullBackOff", "docker.io/library/nginx@sha256:00", "中文 ✓", "line\nbreak \"quoted\"", "True", "False", "10.0.0.7", "fd00::1"}

var fields = []string{`{"f:spec":{"f:containers":{"k:{\"name\":\"a\"}":{".":{},"f:imagePullPolicy":{}}}}}`, `{"f:status":{}}`, `{}`}

const lastApplied = `{"spec":{"containers":[{"name":"a","imagePullPolicy":"Never"},{"name":"b"}]}}`

type filler struct {
	*rand.Rand
	often float64
}

func (f filler) when() time.Time {
	return []time.Time{{}, time.Unix(0, 0), time.Unix(1700000000+f.Int63n(1e8), 0)}[f.Intn(3)]
}

// own fills what a walk over the fields would fill with nonsense; true: it was one of these.
func (f filler) own(v reflect.Value) bool {
	switch p := v.Addr().Interface().(type) {
	case *metav1.Time:
		*p = metav1.NewTime(f.when())
	case *metav1.MicroTime:
		*p = metav1.NewMicroTime(f.when())
	case *resource.Quantity:
		*p = resource.MustParse(strconv.Itoa(1+f.Intn(900)) + "Mi")
	case *intstr.IntOrString:
		*p = intstr.FromInt32(int32(f.Intn(9000)))
	case *metav1.FieldsV1:
		p.Raw = []byte(fields[f.Intn(len(fields))])
	case *corev1.ContainerState: // one of three, or none
		p.Waiting, p.Running, p.Terminated = nil, nil, nil
		if which := f.Intn(4); which < 3 {
			f.fill(reflect.ValueOf(p).Elem().Field(which), 0)
		}
	case *metav1.TypeMeta:
	default:
		return false
	}
	return true
}

func (f filler) fill(v reflect.Value, depth int) {
	if f.own(v) {
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := 0; i < v.NumField(); i++ {
			if f.Float64() < f.often || v.Type().Field(i).Anonymous {
				f.fill(v.Field(i), depth+1)
			}
		}
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		f.fill(v.Elem(), depth+1)
	case reflect.Slice:
		n := f.Intn(3)
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		for i := 0; i < n; i++ {
			f.fill(v.Index(i), depth+1)
		}
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		for i := f.Intn(4); i > 0; i-- {
			key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
			f.fill(key, depth+1)
			f.fill(value, depth+1)
			v.SetMapIndex(key, value)
		}
	case reflect.String:
		v.SetString(texts[f.Intn(len(texts))])
	case reflect.Bool:
		v.SetBool(f.Intn(2) == 0)
	case reflect.Int32, reflect.Int64:
		v.SetInt([]int64{0, 1, -1, 137, 1 << 30}[f.Intn(5)])
	case reflect.Uint8:
		v.SetUint(uint64(f.Intn(256)))
	}
}

// generated leaves out what is large and what Gantry does not keep.
func generated(f filler, first, count int) *corev1.PodList {
	list := &corev1.PodList{ListMeta: metav1.ListMeta{ResourceVersion: strconv.Itoa(1000 + first)}}
	for i := 0; i < count; i++ {
		f.often = f.Float64()
		var pod corev1.Pod
		f.fill(reflect.ValueOf(&pod).Elem(), 0)
		for _, containers := range [][]corev1.Container{pod.Spec.InitContainers, pod.Spec.Containers} {
			for k := range containers {
				containers[k].Env, containers[k].EnvFrom, containers[k].VolumeMounts, containers[k].Lifecycle = nil, nil, nil, nil
				containers[k].LivenessProbe, containers[k].ReadinessProbe, containers[k].SecurityContext = nil, nil, nil
			}
		}
		for k := range pod.Spec.EphemeralContainers {
			c := &pod.Spec.EphemeralContainers[k]
			c.Env, c.EnvFrom, c.Lifecycle, c.LivenessProbe, c.ReadinessProbe, c.SecurityContext = nil, nil, nil, nil, nil, nil
		}
		for k := range pod.Spec.Volumes {
			pod.Spec.Volumes[k].VolumeSource = corev1.VolumeSource{Image: pod.Spec.Volumes[k].Image, Secret: pod.Spec.Volumes[k].Secret}
		}
		pod.Spec.Affinity = nil
		pod.Name = "pod-" + strconv.Itoa(first+i)
		if f.Intn(3) == 0 {
			if pod.Annotations == nil {
				pod.Annotations = map[string]string{}
			}
			pod.Annotations["kubectl.kubernetes.io/last-applied-configuration"] = []string{lastApplied, "no JSON"}[f.Intn(2)]
		}
		list.Items = append(list.Items, pod)
	}
	return list
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func print(list *corev1.PodList) {
	list.TypeMeta = metav1.TypeMeta{Kind: "PodList", APIVersion: "v1"}
	for i := range list.Items {
		list.Items[i].TypeMeta = metav1.TypeMeta{}
	}
	text, err := json.Marshal(list)
	check(err)
	scheme := runtime.NewScheme()
	check(corev1.AddToScheme(scheme))
	var body bytes.Buffer
	check(protobuf.NewSerializer(scheme, scheme).Encode(list, &body))
	line, err := json.Marshal(map[string]any{"json": json.RawMessage(text), "protobuf": base64.StdEncoding.EncodeToString(body.Bytes())})
	check(err)
	fmt.Println(string(line))
}

func main() {
	if count, err := strconv.Atoi(os.Args[1]); err == nil {
		seed, err := strconv.ParseInt(os.Args[2], 10, 64)
		check(err)
		f := filler{Rand: rand.New(rand.NewSource(seed))}
		for first := 0; first < count; first += 50 {
			print(generated(f, first, min(50, count-first)))
		}
		return
	}
	for _, path := range os.Args[1:] {
		text, err := os.ReadFile(path)
		check(err)
		var list corev1.PodList
		check(json.Unmarshal(text, &list))
		print(&list)
	}
}
