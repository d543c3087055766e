import Foundation

extension Tadrib {
    /// Sees to it that trouble with files comes as an error of the call that meets it, not as the end of the process.
    ///
    /// A reader that goes away and a file that may grow no more would else end it by a signal, with temporary files left
    /// behind. Where standard input, output or error is closed, a file opened later would take its number, and get what was
    /// meant for it.
    public static func setUpProcess() {
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(descriptor, F_GETFD) < 0 {
            // Writing to a closed standard output fails still; nobody hears what goes to a closed standard error.
            _ = open("/dev/null", descriptor == STDERR_FILENO ? O_WRONLY : O_RDONLY)
        }
    }
}
