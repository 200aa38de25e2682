#!/bin/sh
# One command that sets everything up and then runs: see usage() below, or README.md.
#
# It makes a virtual environment in .venv beside this file, and installs the program there, with pip as the user has configured it.
# What needs root is installed where it is root; else it says what to type, and ends with 2.
# The environment is believed only with its stamp, which is written last and removed first: after a set-up that was interrupted,
# or with a folder that was moved, another Python or another pyproject.toml, it is made again.
set -eu

usage() {
    cat <<'END'
Usage: ./assistant.sh COMMAND [ARGUMENT ...]

  demo     show the whole thing on a mailbox made up for it; needs no account
  preview  show what is understood in a mailbox of yours; writes nothing
  run      one pass over your mailbox: leave or withdraw drafts
  answer   say whether what it asked about is a job of yours
  tests    check style and types, and run every test; with arguments: pytest with these, and nothing else
  setup    set up, and run nothing
  help     show this

Each of preview, run and answer has its own: ./assistant.sh preview --help
END
}

say() { printf '%s\n' "$*" >&2; }

refuse() {
    say "$*"
    exit 2
}

is_root() { [ "$(id -u)" -eq 0 ]; }

is_mac() { [ "$(uname)" = Darwin ]; }

has() { command -v "$1" >/dev/null 2>&1; }

# ---------------------------------------------------------------- what the system must bring

new_enough() { has "$1" && "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

# The first Python of at least 3.11, "" where there is none.
usable_python() {
    for name in python3 python3.14 python3.13 python3.12 python3.11; do
        if new_enough "$name"; then
            command -v "$name"
            return
        fi
    done
}

# Debian and Ubuntu keep ensurepip and pip in packages of their own.
has_ensurepip() { "$python" -c 'import ensurepip' 2>/dev/null; }

has_pip_for_others() { "$python" -m pip --python "$python" --version >/dev/null 2>&1; } # pip 22.3 or newer

can_make_venv() { has_ensurepip || has_pip_for_others; }

# Which Python of at least 3.11 this system's packages hold, "" where none.
packaged_python() {
    for name in python3.13 python3.12 python3.14 python3.11; do
        if [ -n "$(apt-cache search --names-only "^$name\$" 2>/dev/null)" ]; then
            echo "$name"
            return
        fi
    done
}

# The packages that would bring Python, by the system's own names.
python_packages() {
    if is_mac; then
        echo python@3.13
        return
    fi
    has apt-get || return 0
    package=$(packaged_python)
    [ -z "$package" ] || echo "$package $package-venv"
}

# What is missing of the servers that the tests start.
missing_servers() {
    if has dovecot; then return; fi
    if is_mac; then echo dovecot; else echo dovecot-imapd; fi
}

# What is missing for set_up EXTRA, by the system's own names.
missing_packages() {
    python=$(usable_python)
    if [ -z "$python" ]; then
        python_packages
    elif ! is_ready "$1" && ! can_make_venv; then
        echo "${python##*/}-venv"
    fi
    [ "$1" != "[tests]" ] || missing_servers
}

apt_install() {
    say "Installing with apt-get: $*"
    # A source that cannot be reached need not be the one that holds these: the installation decides.
    apt-get update -q >&2 || say "(Not every list of packages could be renewed.)"
    DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$@" >&2 || return 1
    # Debian starts a server as soon as it is installed; the tests start their own, and nobody asked for another.
    case " $* " in
        *" dovecot-imapd "*) if [ -d /run/systemd/system ]; then systemctl disable --now dovecot.service dovecot.socket >&2 || true; fi ;;
    esac
}

# install PACKAGE ...: as root (or with Homebrew, which wants no root); else say what to type.
install() {
    if is_mac; then
        command="brew install $*"
        has brew || command="$command    (Homebrew itself: https://brew.sh)"
        if has brew && say "Installing with Homebrew: $*" && brew install "$@" >&2; then return; fi
    elif has apt-get; then
        command="sudo apt-get update && sudo apt-get install -y $*"
        if is_root && apt_install "$@"; then return; fi
    else
        refuse "These are missing: $* (so they are called on Debian). Install them, then try again."
    fi
    refuse "These are missing: $*. Type this, then try again:

    $command
"
}

need_python() {
    [ -z "$(usable_python)" ] || return 0
    if has apt-get && is_root; then apt-get update -q >&2 || true; fi
    [ -z "$(python_packages)" ] || return 0
    found=$(python3 -V 2>&1) || found="none"
    refuse "Python 3.11 or newer is needed (found: $found), and this system's packages hold none that is known here." \
        "Install it from https://www.python.org/downloads/ so that 'python3' or 'python3.13' starts it, then try again."
}

need_parts() {
    need_python
    packages=$(missing_packages "$1")
    # shellcheck disable=SC2086 # one word for each package
    [ -z "$packages" ] || install $packages
}

# ---------------------------------------------------------------- the virtual environment

make_venv() {
    rm -rf .venv
    if has_ensurepip; then
        "$python" -m venv .venv
    else
        "$python" -m venv --without-pip .venv
        "$python" -m pip --python .venv/bin/python install -qq pip
    fi
}

# What an environment is made from: its place, its Python, and the list of what it holds.
recipe() {
    pwd -P
    .venv/bin/python -V
    cat pyproject.toml
}

# is_ready EXTRA
is_ready() { [ -x .venv/bin/python ] && [ -f ".venv/ready$1" ] && [ "$(recipe)" = "$(cat ".venv/ready$1")" ]; }

# put_stamps EXTRA: what holds the tests' libraries holds the program's own too.
put_stamps() {
    for part in "$1" ""; do
        recipe >.venv/stamp
        mv .venv/stamp ".venv/ready$part"
    done
}

install_program() {
    say "Setting up. This is done once, and takes a minute or two..."
    python=$(usable_python)
    if is_ready ""; then rm -f .venv/ready*; else make_venv; fi
    .venv/bin/python -m pip install -qq --disable-pip-version-check --editable ".$1" ||
        refuse "pip could not install what the program needs; its own words stand above. Then try again."
    put_stamps "$1"
}

# set_up EXTRA: "" for the program alone, "[tests]" for the tests too.
set_up() {
    if is_ready "$1" && [ -z "$(missing_packages "$1")" ]; then return; fi
    need_parts "$1"
    if is_ready "$1"; then return; fi
    [ -w . ] || refuse "This folder cannot be written to: $(pwd). Clone the repository into a folder of your own, and try there."
    install_program "$1"
}

# ---------------------------------------------------------------- the tests

failed=""

# check NAME COMMAND ...: one part of the tests. The parts after it run whatever becomes of it.
check() {
    name=$1
    shift
    printf '\n== %s\n' "$name"
    "$@" || failed="$failed, $name"
}

all_tests() {
    check "ruff check" .venv/bin/ruff check .
    check "ruff format" .venv/bin/ruff format --check .
    check "mypy" .venv/bin/mypy
    check "pytest" .venv/bin/coverage run -m pytest
    check "every branch of core is covered" .venv/bin/coverage report --include='assistant/core/*,assistant/core/**/*' --fail-under=100
    if [ -n "$failed" ]; then
        printf '\nNot right: %s\n' "${failed#, }"
        exit 1
    fi
    printf '\nAll is well.\n'
}

run_tests() {
    set_up "[tests]"
    if [ $# -gt 0 ]; then exec .venv/bin/python -m pytest "$@"; fi
    all_tests
}

# ---------------------------------------------------------------- what was asked for

here=$(pwd)
CDPATH='' cd -- "$(dirname -- "$0")"
home=$(pwd -P)
# Where Debian keeps servers, and Homebrew everything, which a PATH may lack.
PATH=$PATH:/usr/local/sbin:/usr/sbin:/opt/homebrew/bin:/opt/homebrew/sbin
PIP_USER=0 # a setting that no virtual environment can follow
export PATH PIP_USER

asked=${1-help}
[ $# -eq 0 ] || shift
case $asked in
    help | -h | --help) usage ;;
    setup) set_up "" ;;
    tests) run_tests "$@" ;;
    *)
        set_up ""
        cd -- "$here" # what the user typed may name a file from there
        export ASSISTANT_TYPED_AS="$0" # what to type next begins so
        exec "$home/.venv/bin/python" -P -m assistant "$asked" "$@"
        ;;
esac
