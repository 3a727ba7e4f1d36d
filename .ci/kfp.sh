#!/usr/bin/env bash
# Runs the pipelines of Kubeflow for real: the runner of the kfp SDK starts our images by podman, an S3 server among them,
# and every artifact must be the one that the laptop makes.
#
#   .ci/kfp.sh [DIRECTORY]    where `./penstock images` wrote the images; default: images/target/images, built if it is not there
set -euo pipefail
cd "$(dirname "$0")/.."
here=$PWD
images=${1:-$here/images/target/images}
project=credit-risk

not_run() {
  echo "NOT RUN: the pipelines of Kubeflow: $*" >&2
  exit 0
}

command -v podman >/dev/null || not_run "there is no podman on PATH; it stands in for Docker"
command -v runc >/dev/null || not_run "there is no runc on PATH; podman needs it here"

work=$(mktemp -d /var/tmp/penstock-kfp.XXXXXX)
podman() { command podman --root "$work/storage" --runroot "$work/run" "$@"; }
service=
ended() {
  # All containers of this storage are ours; nobody else's are in it.
  podman rm --all --force --time 1 >/dev/null 2>&1 || true
  [ -z "$service" ] || kill "$service" 2>/dev/null || true
  # No `podman system reset`: it takes the networks of everybody else on the machine along.
  umount "$work/storage/overlay" 2>/dev/null || true
  rm -rf "$work"
}
trap ended EXIT
chmod 711 "$work"

# As root in a container of its own, podman wants another runtime and other limits than its defaults.
cat >"$work/containers.conf" <<END
[containers]
default_ulimits = ["nofile=1024:1024", "nproc=4096:4096"]
[engine]
runtime = "runc"
cgroup_manager = "cgroupfs"
events_logger = "file"
[network]
network_config_dir = "$work/networks"
END
export CONTAINERS_CONF=$work/containers.conf
export PENSTOCK_KEYS=$work/keys PENSTOCK_RUNS=$work/runs

# A model says which code made it: images and command must be of the same sources.
./penstock --version >/dev/null
if [ ! "$images/images.yaml" -nt cli/target/penstock/built ]; then
  # Without a registry to ask, the base is made of Debian packages.
  [ -r images/target/base.tar ] || images/base.sh || true
  ./penstock images --to="$images"
fi
for name in ingest features train evaluate approve deploy score gather upload notify s3; do
  podman load --quiet --input "$images/$name.tar" >/dev/null ||
    not_run "podman $(command podman --version | cut -d' ' -f3) cannot load images here"
done

port=$(python3 -c 'import socket
with socket.socket() as any:
    any.bind(("127.0.0.1", 0))
    print(any.getsockname()[1])')
export AWS_ACCESS_KEY_ID=trying AWS_SECRET_ACCESS_KEY=things-out
mkdir -m 777 "$work/s3" "$work/root"
s3=$(sed -n 's/^image-s3: //p' "$images/images.yaml")
podman run --detach --network host --read-only --tmpfs /tmp --volume "$work/s3:/data" \
  --env AWS_ACCESS_KEY_ID --env AWS_SECRET_ACCESS_KEY --env S3_HOST=127.0.0.1 --env S3_PORT="$port" "$s3" >"$work/s3.id" ||
  not_run "podman cannot start a container here"

command podman --root "$work/storage" --runroot "$work/run" system service --time=0 "unix://$work/podman.sock" &
service=$!
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet kfp==2.17.0 docker==7.2.0

./penstock compile kubeflow "$project" --check
./penstock compile kubeflow "$project" --images "$images/images.yaml" --to "$work/kfp" >/dev/null
./penstock run "$project" --store "$work/laptop" --json >"$work/laptop.json"
DOCKER_HOST=unix://$work/podman.sock "$work/venv/bin/python" .ci/check_kfp.py "$project" "$work" "http://127.0.0.1:$port"
