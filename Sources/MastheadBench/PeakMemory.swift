import CAllocationCount
import Foundation

/// The most memory that this process has held since a moment, by the kernel's own count.
enum PeakMemory {
    /// Begins to count anew.
    ///
    /// - Returns: What is held now, MB.
    static func begin() throws -> Double {
        // What was freed goes back first, or it would hide what is taken next.
        masthead_give_back_free_memory()
        // proc(5): 5 resets the high-water mark to what is resident now.
        try Data("5".utf8).write(to: URL(filePath: "/proc/self/clear_refs"))
        return try megabytes()
    }

    /// The most since ``begin()``, MB.
    static func megabytes() throws -> Double {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        guard let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
            let kibibytes = line.split(separator: " ").dropFirst().first.flatMap({ Double($0) })
        else { throw CocoaError(.fileReadCorruptFile) }
        return kibibytes * 1024 / 1e6
    }
}
