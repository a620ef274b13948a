/// Duel's version, as `duel --version` says it.
public let duelVersion = "0.1.0"
