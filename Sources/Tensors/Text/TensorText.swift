/// What `print` shows.
public func tensorText(_ t: Tensor) -> String { "\(t.floats)" }
