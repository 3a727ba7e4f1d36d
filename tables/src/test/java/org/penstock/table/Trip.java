package org.penstock.table;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.penstock.row.Doc;
import org.penstock.row.Entity;
import org.penstock.row.EventTime;
import org.penstock.row.Id;
import org.penstock.row.Label;
import org.penstock.row.Missing;
import org.penstock.row.Personal;
import org.penstock.row.Range;
import org.penstock.row.YesNo;

/** A row with a column of every kind, required and optional. */
record Trip(
    @Id @Doc("Number of the trip") long tripId,
    @Entity String rider,
    @EventTime LocalDateTime start,
    @Label @YesNo boolean late,
    @Range(min = 0, max = 9) int seats,
    @Range(min = 0) double distance,
    Mode mode,
    LocalDate booked,
    @Personal @Range(max = 120) OptionalInt age,
    OptionalLong batch,
    OptionalDouble price,
    @YesNo(yes = "1", no = "0") Optional<Boolean> paid,
    Optional<Mode> back,
    @Personal Optional<String> note,
    @Missing({"3021-09-18", "never"}) Optional<LocalDate> ended,
    Optional<LocalDateTime> seen) {

  static final String HEADER =
      "trip_id,rider,start,late,seats,distance,mode,booked,age,batch,price,paid,back,note,ended,"
          + "seen";

  enum Mode {
    BUS,
    NIGHT_TRAIN {
      @Override
      public String toString() {
        return "night train, sleeper";
      }
    }
  }

  /** A line of a file with every value present. */
  static String line(long id) {
    return id
        + ",r1,2024-02-29T13:45:00,N,3,12.5,BUS,2024-01-31,40,5000000000,9.99,1,\"night train,"
        + " sleeper\",nice,2024-03-01,2024-03-01 08:00:00.25";
  }

  /** The row of {@link #line}. */
  static Trip of(long id) {
    return new Trip(
        id,
        "r1",
        LocalDateTime.of(2024, 2, 29, 13, 45),
        false,
        3,
        12.5,
        Mode.BUS,
        LocalDate.of(2024, 1, 31),
        OptionalInt.of(40),
        OptionalLong.of(5_000_000_000L),
        OptionalDouble.of(9.99),
        Optional.of(true),
        Optional.of(Mode.NIGHT_TRAIN),
        Optional.of("nice"),
        Optional.of(LocalDate.of(2024, 3, 1)),
        Optional.of(LocalDateTime.of(2024, 3, 1, 8, 0, 0, 250_000_000)));
  }

  /** A line with nothing where nothing is allowed. */
  static String sparseLine(long id) {
    return id + ",r2,1969-12-31T23:59,Y,0,0,\"night train, sleeper\",1900-01-01,,,,,,,never,";
  }

  /** The row of {@link #sparseLine}. */
  static Trip sparse(long id) {
    return new Trip(
        id,
        "r2",
        LocalDateTime.of(1969, 12, 31, 23, 59),
        true,
        0,
        0,
        Mode.NIGHT_TRAIN,
        LocalDate.of(1900, 1, 1),
        OptionalInt.empty(),
        OptionalLong.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** This trip at another time. */
  Trip at(LocalDateTime time) {
    return new Trip(
        tripId, rider, time, late, seats, distance, mode, booked, age, batch, price, paid, back,
        note, ended, seen);
  }
}
