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

    /// The carriers of models that read little of a path, by the radius over which they ask for sight.
    private struct BriefGroup {
        let radiusKilometres: Double?
        let horizon: SightHorizon?
        var tails: [(model: Int, tail: any BriefTail)]
    }

    /// The losses of a batch.
    private let lanesDB = Row<Float>(capacity: ReceiverBatch.lanes)
    private var briefGroups: [BriefGroup] = []
    private var briefPath: BriefPath

    /// A kernel for the last stages of some models over a radial, which its owner fills.
    package init(_ radial: Radial, tails: [any RadialTail]) {
        self.radial = radial
        count = tails.count
        briefPath = BriefPath(radial, antennaMetres: 0)
        for (model, tail) in tails.enumerated() {
            if let tail = tail as? any BriefTail {
                add(tail, model)
            } else if let tail = tail as? any GeometryTail {
                let sharing = tails.compactMap { $0 as? any GeometryTail }.filter { $0.needs == tail.needs }
                add(tail, model, lowestGigahertz: sharing.map(\.frequencyGigahertz).min() ?? tail.frequencyGigahertz)
            } else {
                preconditionFailure("a last stage of this module")
            }
        }
    }

    private func add(_ tail: any GeometryTail, _ model: Int, lowestGigahertz: Double) {
        let known = groups.firstIndex { $0.search.needs == tail.needs }
        if known == nil {
            groups.append(
                Group(search: RadialSearch(radial, tail.needs, lowestGigahertz: lowestGigahertz), times: []))
        }
        let index = known ?? groups.count - 1
        if let time = groups[index].times.firstIndex(where: { $0.percent == tail.timePercent }) {
            groups[index].times[time].tails.append((model, tail))
        } else {
            groups[index].times.append((tail.timePercent, tail.inverseTime, [(model, tail)]))
        }
    }

    private func add(_ tail: any BriefTail, _ model: Int) {
        if let known = briefGroups.firstIndex(where: { $0.radiusKilometres == tail.sightRadiusKilometres }) {
            briefGroups[known].tails.append((model, tail))
            return
        }
        briefGroups.append(
            BriefGroup(
                radiusKilometres: tail.sightRadiusKilometres,
                horizon: tail.sightRadiusKilometres.map { _ in SightHorizon(capacity: radial.capacity) },
                tails: [(model, tail)]))
    }

    /// Begins with an antenna on the mast.
    package func look(antennaMetres: Double) {
        for group in groups { group.search.look(antennaMetres: antennaMetres) }
        guard !briefGroups.isEmpty else { return }
        briefPath.look(antennaMetres: antennaMetres)
        for group in briefGroups {
            guard let radius = group.radiusKilometres else { continue }
            group.horizon?.look(along: radial, antennaMetres: antennaMetres, curvature: 500 / radius)
        }
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
        for group in briefGroups {
            for index in receivers.indices {
                briefPath.turn(to: receivers[index], group.horizon)
                for (model, tail) in group.tails {
                    lossDB[model * receivers.count + index] = Float(tail.lossDB(&briefPath))
                }
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
                lanesDB[wide: 0] = losses
                for lane in 0..<lanes { lossDB[model * count + start + lane] = lanesDB[lane] }
            }
        }
        return true
    }
}
