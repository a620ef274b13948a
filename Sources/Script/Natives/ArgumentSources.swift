extension Arguments {
    /// The source text of the argument that stands at this place of the call, counted from 0, on one line and
    /// shortened; nil for a call that was made from outside a script.
    public func source(ofWritten place: Int) -> String? {
        guard let (site, source) = interpreter.currentSite, site.operands.indices.contains(place) else {
            return nil
        }
        return shortSource(source.span(site.operands[place]).text)
    }
}
