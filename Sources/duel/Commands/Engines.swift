import Notebook
import Script

/// The interpreters and sessions that the commands work with.
enum Engines {
    /// An interpreter for one script.
    static func script(seed: UInt64?, options: CommonOptions) throws -> Interpreter {
        Interpreter()
    }

    /// What a session in a terminal is built on.
    static func session(seed: UInt64?, options: CommonOptions) throws -> Engine {
        Engine { Interpreter() }
    }
}
