#!/usr/bin/env bash
# Asks the API server what the accounts of k8s/ may do and, as important, what they may not. Ends with 1 if any answer is another.
set -uo pipefail
failed=0
while read -r expected account verb what namespace; do
  [ -n "$expected" ] || continue
  answer=$(kubectl auth can-i "$verb" "$what" -n "$namespace" --as="system:serviceaccount:penstock:$account" 2>/dev/null)
  if [ "$answer" != "$expected" ]; then
    echo "$account: may $verb $what in $namespace? Expected $expected, the server says ${answer:-nothing}" >&2
    failed=1
  fi
done <<'RIGHTS'
yes penstock-pipeline create workflowtaskresults.argoproj.io penstock
yes penstock-pipeline patch  workflowtaskresults.argoproj.io penstock
no  penstock-pipeline get    workflowtaskresults.argoproj.io penstock
no  penstock-pipeline get    secrets/penstock-store penstock
no  penstock-pipeline list   pods penstock
no  penstock-pipeline patch  deployments.apps/credit-risk penstock-serving

yes penstock-deploy   get    deployments.apps/credit-risk penstock-serving
yes penstock-deploy   patch  deployments.apps/credit-risk penstock-serving
yes penstock-deploy   list   pods penstock-serving
no  penstock-deploy   patch  deployments.apps/other penstock-serving
no  penstock-deploy   create deployments.apps penstock-serving
no  penstock-deploy   delete deployments.apps/credit-risk penstock-serving
no  penstock-deploy   get    secrets/penstock-store penstock-serving
no  penstock-deploy   create workflowtaskresults.argoproj.io penstock

yes penstock-submit   create workflows.argoproj.io penstock
yes penstock-submit   get    workflowtemplates.argoproj.io penstock
yes penstock-submit   get    serviceaccounts/penstock-deploy penstock
no  penstock-submit   update workflows.argoproj.io penstock
no  penstock-submit   patch  workflows.argoproj.io penstock
no  penstock-submit   get    secrets/penstock-store penstock
no  penstock-submit   create workflows.argoproj.io penstock-serving
no  penstock-submit   get    deployments.apps/credit-risk penstock-serving

yes penstock-release  update workflows.argoproj.io penstock
yes penstock-release  update deployments.apps/credit-risk penstock-serving
yes penstock-release  create secrets penstock-serving
no  penstock-release  create workflows.argoproj.io penstock
no  penstock-release  get    secrets/penstock-store penstock
no  penstock-release  create roles.rbac.authorization.k8s.io penstock-serving
RIGHTS
[ "$failed" = 0 ] && echo "28 rights of k8s/ are as they should be"
exit "$failed"
