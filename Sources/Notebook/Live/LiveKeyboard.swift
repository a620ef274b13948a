/// The keys that are pressed while a training runs.
public protocol LiveKeyboard: AnyObject {
    /// From here on keys come one by one and are not echoed.
    func begin()
    /// Lines come again as they are typed.
    func end()
    /// The next key, or nil if none is pressed within a time.
    func key(within seconds: Double) -> Character?
    /// Keeps a key that means nothing to the live view for whoever reads lines next.
    func keep(_ key: Character)
    /// Whether the user has asked to stop.
    var isInterrupted: Bool { get }
}
