# Shared by bin/tongdao and bin/test: the JDK, the build, the unpacked program. Expects $root.
jar="$root/app/target/tongdao-app-0.1.0-SNAPSHOT-boot.jar"
dist="$root/app/target/dist"

# File names are UTF-8, also where a login brought along a language that this machine does not have.
[ "$(locale charmap 2>/dev/null)" = UTF-8 ] || export LC_ALL=C.UTF-8

# Prints the home of a JDK 17 or newer: JAVA_HOME, else the javac on the path, else the newest under /usr/lib/jvm.
find_java() {
  local home path_javac
  path_javac="$(command -v javac || true)"
  [ -z "$path_javac" ] || path_javac="$(dirname "$(dirname "$(readlink -f "$path_javac")")")"
  for home in "${JAVA_HOME:-}" "$path_javac" $(ls -d /usr/lib/jvm/* 2>/dev/null | sort -rV); do
    if [ -n "$home" ] && [ -x "$home/bin/javac" ] && [ "$(java_release "$home")" -ge 17 ]; then
      echo "$home"
      return
    fi
  done
  echo "tongdao: no JDK 17 or newer found. Install one (Debian: apt-get install openjdk-17-jdk-headless) or set JAVA_HOME." >&2
  exit 2
}

java_release() {
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null | grep . || echo 0
}

need_node() {
  if ! command -v npm >/dev/null || [ "$(node --version | sed 's/^v\([0-9]*\).*/\1/')" -lt 20 ]; then
    echo "tongdao: the console's map and 3D view are built with Node 20 or newer and npm; install them first." >&2
    exit 2
  fi
}

# True when the program was never built or a source file is newer than it.
needs_build() {
  [ -f "$dist/tongdao.jar" ] || return 0
  [ -n "$(find "$root/engines" "$root/emulator" "$root/app" "$root/data" "$root/pom.xml" \
      \( -name target -o -name node_modules -o -name test \) -prune -o -type f -newer "$dist/tongdao.jar" -print -quit)" ]
}

build() {
  need_node
  echo "tongdao: building (the first time takes a few minutes) …" >&2
  (cd "$root" && ./mvnw -q -B -ntp -T 1C -Dmaven.test.skip=true -Dspotless.check.skip=true -Pquick package >&2)
  rm -rf "$dist"
  "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$jar" extract --destination "$dist" >/dev/null
  mv "$dist/$(basename "$jar")" "$dist/tongdao.jar"
  touch "$dist/tongdao.jar"
}

# Class data sharing halves the start; a JDK of 19 or newer writes and renews the archive by itself.
archive_options() {
  if [ "$(java_release "$JAVA_HOME")" -ge 19 ]; then
    echo "-XX:+AutoCreateSharedArchive -XX:SharedArchiveFile=$dist/tongdao.jsa -Xshare:auto -Xlog:disable -Xlog:all=error:stderr"
  fi
}
