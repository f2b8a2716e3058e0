# Sourced by mvnw and quittance: find_jdk MINIMUM prints the home of a JDK of at least that release.
# A JAVA_HOME that is too old is skipped, not an error.

# Prints the release (17, 21, 25 ...) of the JDK in folder $1, or nothing when there is no compiler in it.
jdk_release() {
  [ -x "$1/bin/javac" ] || return 0
  if [ -r "$1/release" ]; then
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" | head -n 1
  else
    "$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p'
  fi
}

find_jdk() {
  local minimum=$1 home release best='' best_release=0 on_path
  if [ -n "${JAVA_HOME:-}" ]; then
    release=$(jdk_release "$JAVA_HOME")
    if [ "${release:-0}" -ge "$minimum" ]; then echo "$JAVA_HOME"; return 0; fi
  fi
  on_path=$(command -v javac || true)
  if [ -n "$on_path" ]; then
    home=$(cd "$(dirname "$(readlink -f "$on_path" 2>/dev/null || echo "$on_path")")/.." && pwd)
    release=$(jdk_release "$home")
    if [ "${release:-0}" -ge "$minimum" ]; then echo "$home"; return 0; fi
  fi
  for home in /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -d "$home" ] || continue
    release=$(jdk_release "$home")
    if [ "${release:-0}" -ge "$minimum" ] && [ "${release:-0}" -gt "$best_release" ]; then
      best=$home
      best_release=$release
    fi
  done
  [ -n "$best" ] && echo "$best"
}
