import Glibc

/// The limits that the operating system holds for a marking process, behind those of the interpreter.
enum ResourceLimits {
    /// No core files, no files at all beyond what is open, bounded memory.
    static func lower(to limits: MarkingLimits) {
        set(RLIMIT_CORE, 0)
        set(RLIMIT_FSIZE, 0)
        set(RLIMIT_AS, UInt(limits.memory + MarkingLimits.addressSpaceReserve))
    }

    private static func set(_ resource: __rlimit_resource, _ value: UInt) {
        var limit = rlimit(rlim_cur: rlim_t(value), rlim_max: rlim_t(value))
        setrlimit(Int32(resource.rawValue), &limit)
    }
}
