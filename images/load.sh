#!/bin/sh
# Gives the images that `./penstock images` made to a container engine, under their tag and under their digest:
#
#   images/load.sh [DIR]                  to the containerd of a Kubernetes node; default: images/target/images
#   ENGINE=podman images/load.sh          to podman
#   ENGINE='docker exec -i kind-control-plane ctr' images/load.sh      to a node of kind
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
directory=${1:-$here/target/images}
engine=${ENGINE:-ctr}

fail() {
  echo "load.sh: $*" >&2
  exit 78
}

[ -r "$directory/images.yaml" ] || fail "there is no images.yaml in $directory; ./penstock images makes it, and the images"
command -v "${engine%% *}" >/dev/null || fail "needs ${engine%% *}, and there is none on PATH; ENGINE names another one, such as podman"

sed -n 's/^image-\([^:]*\): \(.*\)@sha256:.*/\1 \2/p' "$directory/images.yaml" | while read -r image name; do
  [ -r "$directory/$image.tar" ] || fail "images.yaml names $image, and there is no $directory/$image.tar; build it again"
  if [ "$engine" = podman ]; then
    podman load -q -i "$directory/$image.tar"
  else
    $engine -n k8s.io images import --base-name "$name" --digests - <"$directory/$image.tar"
  fi
done
