#!/usr/bin/env bash
# The end to end on a real cluster: images, k8s/, the pipeline, the chart, an approval, an answer; then all that must be refused.
#
# The cluster is what KUBECONFIG points at, if it answers; else the one that ${PENSTOCK_CLUSTER_TOOLS:-../shared/cluster}/up starts
# on this machine, and that `down` stops at the end. With neither, it says so and ends with 3.
# A cluster elsewhere must be able to get the images: PENSTOCK_LOAD is the command that gives it the archives of a directory.
set -euo pipefail
cd "$(dirname "$0")/.."
here=$PWD
tools=${PENSTOCK_CLUSTER_TOOLS:-$here/../shared/cluster}
work=$(mktemp -d)
started=no
export PENSTOCK_STORE=s3://penstock/end-to-end-$$

section() { printf '\n== %s  (%s s)\n' "$*" "$SECONDS"; }

# What a cluster says of a failure, since nobody can ask it later.
explain() {
  kubectl get pods -A -o wide || return 0
  kubectl get events -A --sort-by=.lastTimestamp | tail -n 30
  [ "$started" = no ] || tail -n 5 "$STATE"/logs/{kubelet,proxy,scheduler,controller-manager,containerd}.log
}

# Forgets a cluster of this machine that was cut off: ids of processes that are others by now, and objects of another day.
forget() {
  for file in "$STATE"/pids/*; do
    [ -e "$file" ] || continue
    grep -qaF "$STATE" "/proc/$(cat "$file")/cmdline" 2>/dev/null || rm -f "$file"
  done
  "$tools/down" -v
}

finish() {
  code=$?
  trap - EXIT
  case $code in 0 | 3) ;; *) explain 2>&1 | sed 's/^/  /' || true ;; esac
  for pid in $(jobs -p); do kill "$pid" 2>/dev/null || true; done
  rm -rf "$work"
  if [ "$started" = yes ]; then
    "$tools/down"
  fi
  exit "$code"
}
trap finish EXIT

if [ -n "${KUBECONFIG:-}" ] && kubectl get --raw /readyz >/dev/null 2>&1; then
  section "The cluster that KUBECONFIG points at"
elif [ -x "$tools/up" ]; then
  section "A cluster of this machine: $tools/up"
  # shellcheck disable=SC1091
  . "$tools/env"
  if ! kubectl get --raw /readyz >/dev/null 2>&1; then
    started=yes
    forget
  fi
  "$tools/up"
else
  echo "NOT RUN: the end to end on a cluster. KUBECONFIG points at none that answers, and there is no $tools/up" >&2
  exit 3
fi
kubectl version | sed -n 's/^Server Version/kubernetes/p'

section "Images"
[ -n "${PENSTOCK_BASE:-}" ] || [ -e images/target/base.tar ] || images/base.sh
./penstock images ${PENSTOCK_BASE:+--base "$PENSTOCK_BASE"}
if [ -n "${PENSTOCK_LOAD:-}" ]; then
  $PENSTOCK_LOAD images/target/images
elif [ -x "$tools/up" ]; then
  # shellcheck disable=SC1091
  (. "$tools/env" && ENGINE="ctr -a $CONTAINERD" images/load.sh) | tail -n 1
else
  images/load.sh
fi

section "k8s/, twice"
for time in first second; do
  kubectl apply --server-side -f k8s/ -f k8s/try/ >"$work/apply-$time"
done
if grep -v 'serverside-applied$' "$work/apply-second"; then
  echo "the lines above are no objects that were applied" >&2
  exit 1
fi
wc -l <"$work/apply-second" | sed 's/$/ objects, accepted twice/'
kubectl wait resourcequota --all -A --for='jsonpath={.status.used.pods}' --timeout=120s
# What the controller of the quotas learnt of Argo's kinds after a quota was made, it counts at its next full pass only, minutes later; of a new
# quota at once.
counted() { kubectl wait resourcequota/penstock -n penstock --for='jsonpath={.status.used.count/workflows\.argoproj\.io}' --timeout="$1"; }
for _ in $(seq 12); do
  counted 10s && break
  kubectl replace --force -f k8s/31.ResourceQuota.penstock.yaml
done
counted 10s

section "Who may do what"
.ci/check_rights.sh

section "The pipelines: linted, applied"
argo lint --offline --strict pipelines/argo
kubectl apply -n penstock --server-side -f pipelines/argo >/dev/null
kubectl rollout status -n penstock-s3 deployment/s3 --timeout=180s

section "The chart"
helm lint --strict helm/penstock-serving -f helm/penstock-serving/ci/trying-values.yaml

section "From the sample to a served model"
python3 .ci/check_cluster.py "$work"

section "The other projects, all at once"
python3 .ci/check_cluster_projects.py "$work"

section "An upgrade while a client calls"
service=http://$(kubectl get service credit-risk -n penstock-serving -o jsonpath='{.spec.clusterIP}')
if curl -sf --max-time 5 "$service/health/ready" >/dev/null; then
  .ci/check_rollout.py "$service" -- helm upgrade credit-risk helm/penstock-serving -n penstock-serving --reset-then-reuse-values \
    --set-string "podAnnotations.upgraded-at=$(date +%s)" --wait --timeout 180s
else
  echo "NOT RUN: $service does not answer from this machine, as the address of a service does on a node only" >&2
fi

section "What must not happen"
python3 .ci/check_refusals.py "$work"
