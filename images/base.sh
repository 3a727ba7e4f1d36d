#!/bin/sh
# Makes the base of Penstock's images out of Debian packages, for where no registry can be asked for one:
#
#   images/base.sh [FILE]          default: images/target/base.tar, which `./penstock images` then takes
#
# It has what gcr.io/distroless/cc-debian12 has that we use: the C library, a user, /tmp. No shell, no package manager. Beside it
# base-native.tar, for training: the same, and on it the libraries of C++ and OpenMP that XGBoost is linked with. The same packages
# give the same bytes.
# Needs apt-get with lists (`apt-get update`), dpkg-deb and tar, and no privileges.
set -eu
umask 022

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
file=${1:-$here/target/base.tar}
packages="base-files libc6"
native="gcc-12-base libgcc-s1 libgomp1 libstdc++6"

fail() {
  echo "base.sh: $*" >&2
  exit "${code:-78}"
}

for tool in apt-get dpkg dpkg-deb tar sha256sum; do
  command -v "$tool" >/dev/null ||
    fail "needs $tool of Debian or Ubuntu, and there is none on PATH; elsewhere give \`./penstock images\` a base by --base"
done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# shellcheck disable=SC2086
(mkdir "$work/debs" && cd "$work/debs" && apt-get -o APT::Sandbox::User="$(id -un)" -q download $packages $native >"$work/log" 2>&1) ||
  code=75 fail "cannot download $packages $native: $(tail -n 1 "$work/log"); is there a list of packages (apt-get update) and a way to the mirror?"

# Puts libraries and licences of packages into a root. Not what Java brings itself (converters of character sets), what nobody is
# linked with (libmvec, libnsl), what helps to debug, nor anything to run. Scanners read names and versions in status.d.
unpack() {
  into=$1
  shift
  mkdir -p "$into/var/lib/dpkg/status.d" "$into/usr/share/doc"
  for package; do
    deb=$(echo "$work/debs/${package}"_*.deb)
    files=$work/files/$package
    mkdir -p "$files"
    dpkg-deb -x "$deb" "$files"
    dpkg-deb -f "$deb" >"$into/var/lib/dpkg/status.d/$package"
    (cd "$files" && mkdir -p lib usr/lib && find lib* usr/lib* -name '*.so*' ! -path '*/gconv/*' ! -path '*/audit/*' \
      ! -name 'libmvec*' ! -name 'libnsl*' ! -name 'libnss_[ch]*' ! -name 'libthread_db*' ! -name 'libc_malloc_debug*' \
      ! -name 'libmemusage*' ! -name 'libpcprofile*' ! -name 'libBrokenLocale*') | while read -r library; do
      mkdir -p "$into/$(dirname "$library")"
      cp -P "$files/$library" "$into/$library"
    done
    cp -R "$files/usr/share/doc/$package" "$into/usr/share/doc/"
    find "$into/usr/share/doc/$package" -type f ! -name copyright -exec rm {} +
  done
  find "$into" -type d -exec chmod 0755 {} +
}

root=$work/root
# shellcheck disable=SC2086
unpack "$root" $packages
# shellcheck disable=SC2086
unpack "$work/native" $native
mkdir -p "$root/etc" "$root/tmp" "$root/usr/lib"
cp "$work/files/base-files/usr/lib/os-release" "$root/usr/lib/"
major=$(sed -n 's/^VERSION_ID="\([0-9]*\)"/\1/p' "$root/usr/lib/os-release")
ln -s ../usr/lib/os-release "$root/etc/os-release"
echo "hosts: files dns" >"$root/etc/nsswitch.conf"
printf '%s\n' 'root:x:0:0:root:/:/nologin' 'penstock:x:8737:8737:penstock:/tmp:/nologin' >"$root/etc/passwd"
printf '%s\n' 'root:x:0:' 'penstock:x:8737:' >"$root/etc/group"
chmod 0755 "$root/etc" "$root/usr/lib"
chmod 1777 "$root/tmp"

pack() {
  (cd "$1" && tar --sort=name --mtime=@1 --owner=0 --group=0 --numeric-owner --format=gnu -cf "$2" -- *)
}

architecture=$(dpkg --print-architecture)

digest() {
  sha256sum <"$1" | cut -d' ' -f1
}

# Packs layers (files of $work/layers) in the format of `docker save`, which Jib reads.
save() {
  out=$1
  shift
  tar=$work/tar-$(basename "$out")
  mkdir "$tar"
  layers='' diffs=''
  for layer; do
    cp "$work/layers/$layer" "$tar/"
    layers="$layers${layers:+,}\"$layer\"" diffs="$diffs${diffs:+,}\"sha256:$(digest "$work/layers/$layer")\""
  done
  epoch=1970-01-01T00:00:01Z
  cat >"$tar/config.json" <<CONFIG
{"architecture":"$architecture","os":"linux","created":"$epoch","config":{},"rootfs":{"type":"layers","diff_ids":[$diffs]}}
CONFIG
  printf '[{"Config":"config.json","RepoTags":["penstock/base:debian%s"],"Layers":[%s]}]\n' "$major" "$layers" >"$tar/manifest.json"
  pack "$tar" "$work/saved.tar"
  cp "$work/saved.tar" "$out.part"
  mv "$out.part" "$out"
  echo "$out: Debian $major, $(du -sb "$tar" | awk '{printf "%.1f", $1 / 1e6}') MB, sha256:$(digest "$out")"
}

mkdir "$work/layers"
pack "$root" "$work/layers/base.tar"
pack "$work/native" "$work/layers/native.tar"
mkdir -p "$(dirname -- "$file")"
save "$file" base.tar
save "${file%.tar}-native.tar" base.tar native.tar
