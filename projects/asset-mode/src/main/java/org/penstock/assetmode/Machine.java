package org.penstock.assetmode;

import java.util.ArrayList;
import java.util.List;
import org.penstock.feature.sample.Draw;

/**
 * An invented asset, minute by minute: what it does, and how hard it works. It runs up and down in
 * a quarter of an hour, so a minute of the one has the values of a minute of the other; and a fault
 * shows in nothing but how much the vibration trembles.
 */
final class Machine {

  /**
   * A minute.
   *
   * @param mode what the asset does
   * @param load from 0, standing still, to 1
   */
  record Minute(OperatingMode mode, double load) {}

  private static final double IDLE_LOAD = .2;
  private static final double SLACK = .015;

  private final Draw draw;
  private final List<Minute> minutes = new ArrayList<>();
  private double load;

  private Machine(Draw draw) {
    this.draw = draw;
  }

  /** Returns {@code count} minutes of an asset that stands still at first. */
  static List<Minute> run(Draw draw, int count) {
    Machine machine = new Machine(draw);
    OperatingMode mode = OperatingMode.OFF;
    OperatingMode next = machine.after(mode);
    while (machine.minutes.size() < count) {
      machine.stay(mode, next);
      mode = next;
      next = machine.after(mode);
    }
    return List.copyOf(machine.minutes.subList(0, count));
  }

  /** Appends the minutes of one mode, on the way to another. */
  private void stay(OperatingMode mode, OperatingMode next) {
    int length = length(mode);
    double from = load;
    double to =
        switch (mode) {
          case OFF, SHUTDOWN -> 0;
          case IDLE -> IDLE_LOAD;
          case FULL_LOAD, FAULT -> 1;
          case START_UP -> next == OperatingMode.IDLE ? IDLE_LOAD : 1;
        };
    boolean ramp = mode == OperatingMode.START_UP || mode == OperatingMode.SHUTDOWN;
    for (int i = 1; i <= length; i++) {
      load = ramp ? from + (to - from) * i / length : load + (to - load) * .4;
      minutes.add(new Minute(mode, Math.max(0, load + SLACK * draw.normal())));
    }
  }

  private int length(OperatingMode mode) {
    return switch (mode) {
      case OFF -> draw.between(20, 80);
      case START_UP, SHUTDOWN -> draw.between(8, 25);
      case IDLE -> draw.between(20, 70);
      case FULL_LOAD -> draw.between(40, 140);
      case FAULT -> draw.between(15, 40);
    };
  }

  private OperatingMode after(OperatingMode mode) {
    return switch (mode) {
      case OFF -> OperatingMode.START_UP;
      case START_UP -> draw.happens(.5) ? OperatingMode.IDLE : OperatingMode.FULL_LOAD;
      case IDLE -> draw.happens(.65) ? OperatingMode.FULL_LOAD : OperatingMode.SHUTDOWN;
      case FULL_LOAD ->
          draw.one(
              new OperatingMode[] {OperatingMode.IDLE, OperatingMode.SHUTDOWN, OperatingMode.FAULT},
              .35,
              .35,
              .3);
      case SHUTDOWN -> OperatingMode.OFF;
      case FAULT -> draw.happens(.7) ? OperatingMode.SHUTDOWN : OperatingMode.FULL_LOAD;
    };
  }
}
