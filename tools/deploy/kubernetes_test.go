package deploy

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	appsv1 "k8s.io/api/apps/v1"
	autoscalingv2 "k8s.io/api/autoscaling/v2"
	corev1 "k8s.io/api/core/v1"
	networkingv1 "k8s.io/api/networking/v1"
	policyv1 "k8s.io/api/policy/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/labels"
	gatewayv1 "sigs.k8s.io/gateway-api/apis/v1"
	"sigs.k8s.io/yaml"
)

// manifests are the objects by kind. Each is read strictly into the type of its API: a field that does not exist, stands twice or
// has a value of another type is an error.
func manifests(t *testing.T) map[string]any {
	t.Helper()
	files, err := filepath.Glob("kubernetes/*.yaml")
	if err != nil || len(files) < 2 {
		t.Fatal(files, err)
	}
	found := map[string]any{}
	for _, file := range files {
		for _, doc := range bytes.Split(read(t, file), []byte("\n---\n")) {
			var is metav1.TypeMeta
			if err := yaml.Unmarshal(doc, &is); err != nil {
				t.Fatal(err)
			}
			object, ok := map[string]any{
				"v1/Service": &corev1.Service{}, "apps/v1/Deployment": &appsv1.Deployment{},
				"autoscaling/v2/HorizontalPodAutoscaler": &autoscalingv2.HorizontalPodAutoscaler{},
				"policy/v1/PodDisruptionBudget":          &policyv1.PodDisruptionBudget{},
				"networking.k8s.io/v1/NetworkPolicy":     &networkingv1.NetworkPolicy{},
				"gateway.networking.k8s.io/v1/GRPCRoute": &gatewayv1.GRPCRoute{},
			}[is.APIVersion+"/"+is.Kind]
			if !ok {
				t.Fatalf("%s: unknown kind %s/%s", file, is.APIVersion, is.Kind)
			}
			if err := yaml.UnmarshalStrict(doc, object); err != nil {
				t.Errorf("%s: %s: %v", file, is.Kind, err)
			}
			found[is.Kind] = object
		}
	}
	return found
}

// TestManifests holds that the objects agree with each other and with the server.
func TestManifests(t *testing.T) {
	all := manifests(t)
	deployment := all["Deployment"].(*appsv1.Deployment)
	service := all["Service"].(*corev1.Service)
	pod := deployment.Spec.Template
	container := pod.Spec.Containers[0]

	if service.Spec.ClusterIP != corev1.ClusterIPNone {
		t.Error("the service is not headless: a client would see one address and put all calls on one pod")
	}
	ports := map[string]bool{}
	for _, p := range container.Ports {
		ports[p.Name] = true
	}
	for _, p := range service.Spec.Ports {
		if !ports[p.TargetPort.StrVal] {
			t.Errorf("the service's port %s leads to none of the container", p.Name)
		}
	}
	policy := all["NetworkPolicy"].(*networkingv1.NetworkPolicy)
	for _, rule := range policy.Spec.Ingress {
		for _, p := range rule.Ports {
			if !ports[p.Port.StrVal] {
				t.Errorf("the network policy names the port %s, which the container does not have", p.Port.StrVal)
			}
		}
	}
	for what, selector := range map[string]*metav1.LabelSelector{
		"deployment": deployment.Spec.Selector, "disruption budget": all["PodDisruptionBudget"].(*policyv1.PodDisruptionBudget).Spec.Selector,
		"network policy": &policy.Spec.PodSelector, "service": {MatchLabels: service.Spec.Selector},
	} {
		s, err := metav1.LabelSelectorAsSelector(selector)
		if err != nil || s.Empty() || !s.Matches(labels.Set(pod.Labels)) {
			t.Errorf("the selector of the %s does not match the pods: %v", what, err)
		}
	}
	hpa := all["HorizontalPodAutoscaler"].(*autoscalingv2.HorizontalPodAutoscaler)
	if hpa.Spec.ScaleTargetRef.Name != deployment.Name || deployment.Spec.Replicas != nil {
		t.Error("the autoscaler does not scale the deployment, or the deployment undoes it with each apply")
	}
	checkPod(t, pod.Spec)
	checkRoute(t, all["GRPCRoute"].(*gatewayv1.GRPCRoute), service)
	checkArguments(t, container, time.Duration(*pod.Spec.TerminationGracePeriodSeconds)*time.Second)
}

// checkPod holds that the pod has no more rights than it needs, and room in its memory limit beyond GOMEMLIMIT.
func checkPod(t *testing.T, pod corev1.PodSpec) {
	t.Helper()
	c := pod.Containers[0]
	if !*pod.SecurityContext.RunAsNonRoot || *c.SecurityContext.AllowPrivilegeEscalation || !*c.SecurityContext.ReadOnlyRootFilesystem ||
		len(c.SecurityContext.Capabilities.Drop) == 0 || *pod.AutomountServiceAccountToken {
		t.Error("the pod has rights that it does not need")
	}
	if c.ReadinessProbe == nil || c.LivenessProbe == nil || c.StartupProbe == nil {
		t.Error("a probe is missing")
	}
	limit := c.Resources.Limits.Memory().Value()
	for _, e := range c.Env {
		if e.Name != "GOMEMLIMIT" {
			continue
		}
		var mib int64
		if _, err := fmt.Sscanf(e.Value, "%dMiB", &mib); err != nil || mib<<20 > limit*4/5 {
			t.Errorf("GOMEMLIMIT is %s of %d bytes: %v", e.Value, limit, err)
		}
	}
}

func checkRoute(t *testing.T, route *gatewayv1.GRPCRoute, service *corev1.Service) {
	t.Helper()
	contract := string(read(t, "../proto/copydesk/v1/text_service.proto"))
	for _, rule := range route.Spec.Rules {
		for _, m := range rule.Matches {
			name := *m.Method.Service
			if short, ours := strings.CutPrefix(name, "copydesk.v1."); ours && !strings.Contains(contract, "service "+short+" {") {
				t.Errorf("the route names %s, which the contract does not have", name)
			}
		}
		for _, b := range rule.BackendRefs {
			if string(b.Name) != service.Name || *b.Port != gatewayv1.PortNumber(service.Spec.Ports[0].Port) {
				t.Errorf("the route leads to %s:%d", b.Name, *b.Port)
			}
		}
	}
}

// checkArguments asks the server itself about its arguments.
func checkArguments(t *testing.T, c corev1.Container, grace time.Duration) {
	t.Helper()
	if out, err := exec.Command(server(t), append(c.Args, "--version")...).CombinedOutput(); err != nil {
		t.Errorf("%v: %s", err, out)
	}
	var stopping time.Duration
	for _, arg := range c.Args {
		for _, flag := range []string{"--stop-timeout=", "--stop-delay="} {
			if value, ok := strings.CutPrefix(arg, flag); ok {
				d, err := time.ParseDuration(value)
				if err != nil {
					t.Error(err)
				}
				stopping += d
			}
		}
	}
	if stopping == 0 || stopping+10*time.Second > grace {
		t.Errorf("stopping takes up to %s, which does not leave 10 s of the grace period of %s", stopping, grace)
	}
	probe := c.ReadinessProbe
	if noticed := time.Duration(probe.PeriodSeconds*probe.FailureThreshold) * time.Second; !slices.Contains(c.Args, "--stop-delay=6s") || noticed > 6*time.Second {
		t.Errorf("the readiness probe takes %s to notice, longer than the server goes on taking calls", noticed)
	}
}

// TestUnit asks systemd, where it is there, about the unit with this test's server.
func TestUnit(t *testing.T) {
	analyze, err := exec.LookPath("systemd-analyze")
	if err != nil {
		t.Skip("systemd-analyze is not installed")
	}
	unit := read(t, "systemd/copydesk.service")
	command := regexp.MustCompile(`(?m)^ExecStart=/usr/local/bin/copydesk-server(.*)$`).FindSubmatch(unit)
	if command == nil {
		t.Fatal("no ExecStart")
	}
	if out, err := exec.Command(server(t), append(strings.Fields(string(command[1])), "--version")...).CombinedOutput(); err != nil {
		t.Errorf("%v: %s", err, out)
	}
	path := filepath.Join(t.TempDir(), "copydesk.service")
	if err := os.WriteFile(path, bytes.ReplaceAll(unit, []byte("/usr/local/bin/copydesk-server"), []byte(server(t))), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(analyze, "verify", "--man=no", "--recursive-errors=no", path).CombinedOutput()
	if err != nil || bytes.Contains(out, []byte("copydesk.service")) {
		t.Errorf("%v\n%s", err, out)
	}
}
