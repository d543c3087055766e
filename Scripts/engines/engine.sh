# Sourced by the scripts of this folder: where a trial server keeps its files, how it is started and stopped.

root=$(cd "$(dirname "$0")/../.." && pwd)
. "$root/Scripts/packages.sh"

engine=$(basename "$0")
# Programs stay here; what a server writes goes to a folder that ends with it.
programs=$root/.build/engines
run=${TADRIB_ENGINES:-$programs}/$engine.run

# free_ports COUNT: as many ports of 127.0.0.1 that nobody listens on.
free_ports() {
    python3 -c 'import socket, sys
sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(int(sys.argv[1]))]
print(*(s.getsockname()[1] for s in sockets))' "$1"
}

# keep_running NAME COMMAND...: starts a program that outlives the script, and remembers its process.
keep_running() {
    name=$1
    shift
    nohup "$@" >"$run/$name.log" 2>&1 </dev/null &
    echo $! >"$run/$name.pid"
}

# wait_for NAME PORT: until a program listens; its log is shown if it ends before.
wait_for() {
    for _ in $(seq 300); do
        python3 -c 'import socket, sys; socket.create_connection(("127.0.0.1", int(sys.argv[1])), 1)' "$2" 2>/dev/null &&
            return
        kill -0 "$(cat "$run/$1.pid")" 2>/dev/null || break
        sleep 0.2
    done
    tail -n 20 "$run/$1.log" >&2
    stop
    fail "$1 did not start"
}

require_running() { [ -e "$run/port" ] || fail "no server runs: Scripts/engines/$engine start"; }
require_stopped() { [ ! -e "$run" ] || fail "a server runs, or did not end well: Scripts/engines/$engine stop"; }

# Ends the programs by their processes, the one started last first, and removes what they wrote.
stop() {
    [ -d "$run" ] || return 0
    for file in $(ls -t "$run"/*.pid 2>/dev/null); do
        pid=$(cat "$file")
        kill "$pid" 2>/dev/null
        for _ in $(seq 50); do kill -0 "$pid" 2>/dev/null || break; sleep 0.1; done
        kill -9 "$pid" 2>/dev/null
    done
    rm -rf "$run"
}

# put_into_lake FOLDER: copies the tables of a dataset to where the server reads; $lake is the folder then.
put_into_lake() {
    folder=$(cd "$root" && cd "$1" && pwd) || exit 1
    dataset=$(basename "$folder")
    lake=$run/lake/$dataset
    rm -rf "$lake"
    mkdir -p "$lake" && cp "$folder"/*.csv "$lake" && cp "$folder"/*.json "$lake" 2>/dev/null
    [ -d "$lake" ] || fail "nothing was copied from $folder"
}

# virtual_environment NAME PACKAGE...: Python packages in a folder of their own; $environment is the folder.
virtual_environment() {
    environment=$programs/$1
    shift
    [ "$(cat "$environment/installed" 2>/dev/null)" = "$*" ] && return
    need python3 python3-venv
    echo "Installing $* ..." >&2
    rm -rf "$environment"
    python3 -m venv "$environment" && "$environment/bin/pip" install -q --disable-pip-version-check "$@" >&2 ||
        fail "pip could not install: $*"
    echo "$*" >"$environment/installed"
}

usage() { fail "start, stop, or load [FOLDER]"; }
