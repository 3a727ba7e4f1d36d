package org.penstock.assetmode;

/** What the model sees of a minute: each sensor now, and its last half hour. */
public record ModeFeatures(
    SensorWindow motorCurrent,
    SensorWindow shaftSpeed,
    SensorWindow vibration,
    SensorWindow bearingTemp,
    SensorWindow dischargePressure,
    SensorWindow flow,
    SensorWindow oilTemp,
    SensorWindow inletValve) {}
