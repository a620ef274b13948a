// The interpreter needs more stack than a main thread has, so everything runs on a thread of its own.
import Glibc
import Script

do {
    exit(try runOnLargeStack { DuelCommand.start() })
} catch {
    StandardError.write("duel: \(error)\n")
    exit(ExitStatus.failure)
}
