import Glibc

/// Writes all of the bytes to a file, a pipe or a terminal, however few of them the system takes at a time.
public func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) throws(SystemError) {
    var rest = bytes[...]
    while !rest.isEmpty {
        let count = write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count >= 0 {
            rest = rest.dropFirst(count)
        } else if errno == EAGAIN {
            // Whoever gave us the other end wants no one to wait in a call; so we wait here.
            var output = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
            _ = poll(&output, 1, -1)
        } else if errno != EINTR {
            throw SystemError()
        }
    }
}

/// Writes all of the bytes.
public func writeAll(_ bytes: [UInt8], to descriptor: Int32) throws(SystemError) {
    let result = bytes.withUnsafeBytes { buffer -> SystemError? in
        do throws(SystemError) { try writeAll(buffer, to: descriptor) } catch { return error }
        return nil
    }
    if let result { throw result }
}

/// Reads a file, a pipe or a terminal to its end.
///
/// - Returns: its bytes, or nil once there are more than `most`, for which no memory is taken.
public func readAll(_ descriptor: Int32, atMost most: Int, about size: Int = 0) throws(SystemError)
    -> [UInt8]?
{
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size)
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
        let count = read(descriptor, &chunk, chunk.count)
        if count == 0 { return bytes }
        if count > 0 {
            bytes += chunk[..<count]
            if bytes.count > most { return nil }
        } else if errno != EINTR {
            throw SystemError()
        }
    }
}
