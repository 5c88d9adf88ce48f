# Finds the tools the project is built with. Sourced by ./start and ./verify; needs bash 3.2 or newer.

fail() {
    echo "$(basename "$0"): $*" >&2
    exit 1
}

# Prints the feature release of the JDK in a folder, or nothing if there is none in it.
jdk_feature() {
    [ -x "$1/bin/javac" ] && [ -f "$1/release" ] || return 0
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

# Sets JAVA_HOME to a JDK of the given feature release: the one it names already, else the first one in the usual folders.
require_jdk() {
    local wanted="$1" candidate
    for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/* /opt/java/* /usr/local/* "$HOME"/.sdkman/candidates/java/* \
        "$HOME"/.jdks/* "$HOME"/.local/share/mise/installs/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
        "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
        if [ -n "$candidate" ] && [ "$(jdk_feature "$candidate")" = "$wanted" ]; then
            export JAVA_HOME="$candidate"
            return 0
        fi
    done
    fail "no JDK $wanted found (looked at JAVA_HOME and in the usual folders); install one, for example Temurin $wanted, or point JAVA_HOME at it."
}

# True if dotted version $1 is at least $2.
at_least() {
    [ "$(printf '%s\n%s\n' "$2" "$1" | sort -t. -k1,1n -k2,2n -k3,3n | head -n 1)" = "$2" ]
}

require_maven() {
    local version
    command -v mvn >/dev/null || fail "Maven is missing; install Maven 3.8.7 or newer and put mvn on the PATH."
    version="$(mvn -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p' | head -n 1)"
    at_least "${version:-0}" 3.8.7 || fail "Maven ${version:-of unknown version} is too old; install Maven 3.8.7 or newer."
}

require_node() {
    local version
    command -v node >/dev/null && command -v npm >/dev/null \
        || fail "Node.js is missing; install Node 20 or newer with npm (it fetches the design system's assets)."
    version="$(node --version | sed 's/^v//')"
    at_least "$version" 20.0.0 || fail "Node $version is too old; install Node 20 or newer with npm."
}
