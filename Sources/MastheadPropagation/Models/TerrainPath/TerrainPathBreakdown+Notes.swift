extension TerrainPathBreakdown {
    mutating func note(_ path: Ducting.Path, Lba: Double, Lminbap: Double) {
        transmitterHorizonKilometres = path.dlt
        receiverHorizonKilometres = path.dlr
        transmitterToCoastKilometres = path.dct
        receiverToCoastKilometres = path.dcr
        effectiveTransmitterMetres = path.hte
        effectiveReceiverMetres = path.hre
        roughnessMetres = path.hm
        ductingDB = Lba
        notionalEnhancedDB = Lminbap
    }

    mutating func note(_ zones: ZoneLengths, lengthKilometres D: Double, latitude: Double, β0: Double, ae: Double) {
        lengthKilometres = D
        seaShare = zones.seaShare
        longestLandKilometres = zones.longestLandKilometres
        longestInlandKilometres = zones.longestInlandKilometres
        midpointLatitudeDegrees = latitude
        anomalousTimePercent = β0
        effectiveRadiusKilometres = ae
    }

    mutating func note(_ horizons: Horizons, _ surface: SmoothSurface, hts: Double, hrs: Double) {
        transmitterAltitudeMetres = hts
        receiverAltitudeMetres = hrs
        transmitterHorizonMilliradians = horizons.thetaT
        receiverHorizonMilliradians = horizons.thetaR
        angularDistanceMilliradians = horizons.theta
        fittedTransmitterMetres = surface.hstFitted
        fittedReceiverMetres = surface.hsrFitted
        smoothTransmitterMetres = surface.hst
        smoothReceiverMetres = surface.hsr
        diffractionTransmitterMetres = surface.hstd
        diffractionReceiverMetres = surface.hsrd
    }

    mutating func note(_ median: DeltaBullington, _ enhanced: DeltaBullington, Ldp: Double) {
        bullingtonActualDB = median.actualDB
        bullingtonSmoothDB = median.smoothDB
        sphericalEarthDB = median.sphericalEarthDB
        medianDiffractionDB = median.lossDB
        betaBullingtonActualDB = enhanced.actualDB
        betaBullingtonSmoothDB = enhanced.smoothDB
        betaSphericalEarthDB = enhanced.sphericalEarthDB
        betaDiffractionDB = enhanced.lossDB
        diffractionDB = Ldp
    }
}
