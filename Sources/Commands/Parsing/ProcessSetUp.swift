import CMalloc
import Foundation

/// Ends the process by a signal, so that whoever has started it sees what has ended it.
func endProcess(by number: Int32) {
    signal(number, SIG_DFL)
    // Whoever waited for the signal may have blocked it.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, number)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    raise(number)
}

extension Tadrib {
    /// Makes problems with files errors of system calls, so that they do not end the process.
    ///
    /// Without this, a closed pipe or a file at its size limit would end the process by a signal, and temporary files would
    /// stay behind. If standard input, output or error is closed, a file opened later would get its descriptor, and with it
    /// the output meant for the stream.
    public static func setUpProcess() {
        // By default each thread but the first takes its memory four kilobytes at a time, with a call of the system for each.
        // Room that nobody writes to takes none. Large tables go back to the system as soon as they are freed.
        mallopt(M_TOP_PAD, 16 << 20)
        mallopt(M_MMAP_THRESHOLD, 4 << 20)
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(descriptor, F_GETFD) < 0 {
            // Writing to a closed standard output still fails. Messages to a closed standard error are lost.
            _ = open("/dev/null", descriptor == STDERR_FILENO ? O_WRONLY : O_RDONLY)
        }
    }
}
