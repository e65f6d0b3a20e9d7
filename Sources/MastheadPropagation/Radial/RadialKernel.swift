/// The losses of several carriers along a radial, by searches that they share.
///
/// Use: fill the radial, `look` from the antenna, then ask for the losses of receivers, any number of times; again `look`
/// for an antenna at another height. Nothing is allocated after `init`. One kernel serves one thread.
package final class RadialKernel {
    /// The carriers that share a search, by what their losses share.
    private struct Group {
        let search: RadialSearch
        var times: [(percent: Double, inverse: Double, tails: [(model: Int, tail: any GeometryTail)])]
    }

    private let radial: Radial
    private var groups: [Group] = []
    /// The number of carriers.
    package let count: Int

    /// A kernel for the last stages of some models over a radial, which its owner fills.
    package init(_ radial: Radial, tails: [any RadialTail]) {
        self.radial = radial
        count = tails.count
        for (model, tail) in tails.enumerated() {
            guard let tail = tail as? any GeometryTail else { preconditionFailure("a last stage of this module") }
            let index =
                groups.firstIndex { $0.search.needs == tail.needs }
                ?? {
                    let sharing = tails.compactMap { $0 as? any GeometryTail }.filter { $0.needs == tail.needs }
                    groups.append(
                        Group(
                            search: RadialSearch(
                                radial, tail.needs,
                                lowestGigahertz: sharing.map(\.frequencyGigahertz).min() ?? 0.03), times: []))
                    return groups.count - 1
                }()
            if let time = groups[index].times.firstIndex(where: { $0.percent == tail.timePercent }) {
                groups[index].times[time].tails.append((model, tail))
            } else {
                groups[index].times.append((tail.timePercent, tail.inverseTime, [(model, tail)]))
            }
        }
    }

    /// Begins with an antenna on the mast.
    package func look(antennaMetres: Double) {
        for group in groups { group.search.look(antennaMetres: antennaMetres) }
    }

    /// Basic transmission losses of receivers, dB: those of all receivers by the first carrier, then by the second, …
    ///
    /// Receivers stand in the order of their distance. Each needs at least four points before it (see ``RadialReceiver/points(before:stepKilometres:)``) and a path
    /// that the models cover; nothing is checked.
    package func losses(of receivers: Span<RadialReceiver>, into lossDB: inout MutableSpan<Float>) {
        precondition(lossDB.count >= count * receivers.count, "one loss for each carrier and receiver")
        for group in groups {
            group.search.restart()
            var start = 0
            while start < receivers.count {
                let lanes = min(ReceiverBatch.lanes, receivers.count - start)
                group.search.begin()
                for lane in 0..<lanes { group.search.search(receivers[start + lane], lane: lane) }
                group.search.batch.fillUp(from: lanes)
                if !finish(group, lanes, receivers.count, start, &lossDB) {
                    group.search.findEdges()
                    group.search.batch.fillUp(from: lanes)
                    _ = finish(group, lanes, receivers.count, start, &lossDB)
                }
                start += lanes
            }
        }
    }

    /// Turns the batch of a group into losses; false where a carrier asks for principal edges that are not there.
    private func finish(
        _ group: Group, _ lanes: Int, _ count: Int, _ start: Int, _ lossDB: inout MutableSpan<Float>
    ) -> Bool {
        let path = PathGeometry(group.search.batch, stepKilometres: radial.stepKilometres, needs: group.search.needs)
        for time in group.times {
            let values = PathTime(path, timePercent: time.percent, inverseTime: time.inverse)
            for (model, tail) in time.tails {
                guard let losses = tail.lossDB(path, values) else { return false }
                for lane in 0..<lanes { lossDB[model * count + start + lane] = losses[lane] }
            }
        }
        return true
    }
}
