import CFuzzer
import Glibc
import Script

// The stack is the one that scripts have in the program: the limits are tested as they are met there.
let status = try runOnLargeStack {
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    return LLVMFuzzerRunDriver(&count, &arguments, runOneInput)
}
exit(status)
