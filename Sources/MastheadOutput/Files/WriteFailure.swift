import MastheadCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Why a file could not be written, with what mends it.
enum WriteFailure {
    /// The error for a path and the system's number of the reason.
    static func error(_ path: String, _ number: Int32) -> MastheadError {
        let (problem, remedy) = words(number)
        return MastheadError(
            .cannotWrite, problem, at: .file(path), remedy: remedy, cause: unsafe String(cString: strerror(number)))
    }

    private static func words(_ number: Int32) -> (problem: String, remedy: String) {
        switch number {
        case ENOSPC:
            ("the disk is full", "Free space on the disk, then give the same command again.")
        case EDQUOT:
            ("the user's share of the disk is used up", "Free space or raise the quota, then give the command again.")
        case EFBIG:
            ("the file would be larger than allowed", "Raise the limit (ulimit -f), or write to another disk.")
        case EROFS:
            ("the disk is read-only", "Name an output folder on a disk that may be written.")
        case EACCES, EPERM:
            ("this user may not write there", "Make the folder writable for this user, or name another one.")
        case ENOENT, ENOTDIR:
            ("the folder of the file is not there", "Create the folder, or name another one.")
        case EISDIR:
            ("a folder stands where the file should be", "Move the folder away, or name another file.")
        case ENAMETOOLONG:
            ("the file's name is too long", "Shorten the names of job and bands, or write to a shallower folder.")
        default:
            (
                "the file cannot be written",
                "Make the folder writable and free space on its disk, then give the same command again."
            )
        }
    }
}
