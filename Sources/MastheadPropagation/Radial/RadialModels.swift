extension P1812 {
    /// A radial as this model needs it.
    package func radial(stepKilometres: Double) -> Radial {
        Radial(stepKilometres: stepKilometres, medianRadiusKilometres: ae, needsEnhanced: p < 50)
    }

    /// Basic transmission loss to a receiver beyond the last point of a radial, dB: that of the scanned profile.
    ///
    /// It checks nothing; the path must be one that ``require(_:_:)`` would let pass, with three points on the radial.
    package func lossDB(
        along radial: Radial, lengthKilometres D: Double, receiver: PathSample, terminals: PathTerminals
    ) -> Double {
        let path = RadialPath(
            radial, lengthKilometres: D, receiver: receiver, antennaMetres: terminals.receiverHeightMetres)
        var breakdown = P1812Breakdown()
        evaluate(path, terminals, complete: false, into: &breakdown)
        return breakdown.lossDB
    }
}

extension P452 {
    /// A radial as this model needs it; of edition 18, whose clutter stands on the profile.
    package func radial(stepKilometres: Double) -> Radial {
        Radial(
            stepKilometres: stepKilometres, medianRadiusKilometres: ae, needsEnhanced: p < 50,
            clutterFreeKilometres: ClutterBeyond50Metres.kilometres)
    }

    /// Basic transmission loss to a receiver beyond the last point of a radial, dB: that of the scanned profile.
    ///
    /// It checks nothing; the path must be one that ``require(_:_:)`` would let pass, with three points on the radial.
    package func lossDB(
        along radial: Radial, lengthKilometres D: Double, receiver: PathSample, terminals: PathTerminals
    ) -> Double {
        let path = RadialPath(
            radial, lengthKilometres: D, receiver: receiver, antennaMetres: terminals.receiverHeightMetres)
        var breakdown = P452Breakdown()
        evaluate(path, terminals, addedDB: 0, complete: false, into: &breakdown)
        return breakdown.lossDB
    }
}
