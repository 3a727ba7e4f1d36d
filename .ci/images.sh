#!/usr/bin/env bash
# The images: built here and in a second clone of the same commit, they have the same digests; and they are as small and as bare as
# docs/images.md says. With podman or another engine nothing is done here: .ci/cluster.sh and .ci/kfp.sh run what is in them.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

[ -n "${PENSTOCK_BASE:-}" ] || [ -e images/target/base.tar ] || images/base.sh
base=${PENSTOCK_BASE:+--base=$PENSTOCK_BASE}
# shellcheck disable=SC2086
./penstock images $base --to "$work/here"

git clone -q . "$work/clone"
cp images/target/base*.tar "$work" 2>/dev/null || true
(
  cd "$work/clone"
  mkdir -p images/target
  cp "$work"/base*.tar images/target/ 2>/dev/null || true
  # shellcheck disable=SC2086
  ./penstock images $base --to "$work/there" >/dev/null
)
[ -z "$(git status --porcelain)" ] || echo "NOTE: this clone has changes that the other one does not have" >&2
diff "$work/here/images.yaml" "$work/there/images.yaml"
for sbom in "$work"/here/*.cdx.json; do
  cmp "$sbom" "$work/there/$(basename "$sbom")"
done

python3 - "$work/here/serving.tar" <<'PYTHON'
import gzip, json, sys, tarfile

archive = tarfile.open(sys.argv[1])
blob = lambda digest: archive.extractfile("blobs/sha256/" + digest.removeprefix("sha256:"))
[manifest] = json.load(archive.extractfile("index.json"))["manifests"]
layers = json.load(blob(manifest["digest"]))["layers"]
unpacked, shells = 0, []
for layer in layers:
    for file in tarfile.open(fileobj=gzip.open(blob(layer["digest"]))):
        unpacked += file.size
        shells += [file.name] if file.name.split("/")[-1] in ("sh", "bash", "dash", "busybox") else []
compressed = sum(layer["size"] for layer in layers)
print(f"serving: {compressed / 1e6:.1f} MB compressed, {unpacked / 1e6:.1f} MB unpacked")
assert not shells, shells
assert compressed <= 60e6 and unpacked <= 120e6
PYTHON
echo "images: the same digests in two clones"
