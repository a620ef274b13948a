// The interpreter needs more stack than a main thread has, so everything runs on a thread of its own.
import Script

let status = try? runOnLargeStack { DuelCommand.start() }
StandardOutput.finish(status ?? ExitStatus.failure)
