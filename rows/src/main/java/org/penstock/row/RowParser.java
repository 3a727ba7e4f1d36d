package org.penstock.row;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Makes a row of named values, or says everything that is wrong with them. */
final class RowParser<R extends Record> {

  private static final int DATE_LENGTH = 10;

  private final RowSchema<R> schema;
  private final Predicate<Column> unknown;
  private final List<Problem> problems = new ArrayList<>();

  /**
   * @param unknown says of a column whether it may be missing, whatever its type
   */
  RowParser(RowSchema<R> schema, Predicate<Column> unknown) {
    this.schema = schema;
    this.unknown = unknown;
  }

  Parsed<R> parse(Map<String, ?> named) {
    List<Column> columns = schema.columns();
    Object[] values = new Object[columns.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(i, named.get(columns.get(i).name())).orElse(null);
    }
    List<String> known = columns.stream().map(Column::name).toList();
    named.keySet().stream()
        .filter(name -> schema.indexOf(name) < 0)
        .sorted()
        .map(name -> new Problem(name, unknown(name, known)))
        .forEach(problems::add);
    return problems.isEmpty()
        ? new Parsed.Valid<>(schema.create(values))
        : new Parsed.Invalid<>(problems);
  }

  private static String unknown(String name, List<String> known) {
    return NearestName.of(name, known)
        .map(nearest -> "is unknown; did you mean '%s'?".formatted(nearest))
        .orElseGet(() -> "is unknown; known: " + known);
  }

  /** The value as the component declares it; empty after a problem. */
  private Optional<Object> value(int index, Object given) {
    Column column = schema.columns().get(index);
    Constraint constraint = Constraint.of(column);
    if (given == null || (given instanceof String text && isMissing(index, text))) {
      if (column.optional()) {
        return Optional.of(absent(schema.declaredType(index)));
      }

      if (unknown.test(column)) {
        return Optional.of(standIn(index, column.kind()));
      }

      problems.add(constraint.missing());
      return Optional.empty();
    }

    Optional<Object> present = present(index, column, given);
    if (present.isEmpty()) {
      problems.add(constraint.mismatch(given));
      return Optional.empty();
    }

    if (present.get() instanceof Number number && !constraint.allows(number.doubleValue())) {
      problems.add(constraint.outOfRange(given));
      return Optional.empty();
    }

    return column.optional() ? Optional.of(wrapped(index, present.get())) : present;
  }

  private boolean isMissing(int index, String text) {
    return schema.spelling(index).missing().contains(text);
  }

  private Optional<Object> present(int index, Column column, Object given) {
    return switch (column.kind()) {
      case INT -> whole(given).filter(n -> n.bitLength() < Integer.SIZE).map(BigInteger::intValue);
      case LONG -> whole(given).filter(n -> n.bitLength() < Long.SIZE).map(BigInteger::longValue);
      case DOUBLE ->
          given instanceof Number number ? Optional.of(number.doubleValue()) : Optional.empty();
      case BOOLEAN -> truth(given, schema.spelling(index)).map(Object.class::cast);
      case CATEGORY -> given instanceof String text ? level(index, text) : Optional.empty();
      case TEXT -> given instanceof String text ? Optional.of(text) : Optional.empty();
      case DATE -> given instanceof String text ? date(text) : Optional.empty();
      case TIMESTAMP -> given instanceof String text ? time(text) : Optional.empty();
    };
  }

  private Optional<Object> level(int index, String text) {
    return Stream.of(schema.valueType(index).getEnumConstants())
        .filter(level -> level.toString().equals(text))
        .map(Object.class::cast)
        .findFirst()
        .or(() -> schema.unseenLevel(index));
  }

  private static Optional<BigInteger> whole(Object given) {
    return switch (given) {
      case Integer number -> Optional.of(BigInteger.valueOf(number));
      case Long number -> Optional.of(BigInteger.valueOf(number));
      case BigInteger number -> Optional.of(number);
      case Double number ->
          number == Math.rint(number) && Math.abs(number) < 1L << 53
              ? Optional.of(BigInteger.valueOf(number.longValue()))
              : Optional.empty();
      case BigDecimal number ->
          number.precision() - number.scale() <= 19 && number.stripTrailingZeros().scale() <= 0
              ? Optional.of(number.toBigIntegerExact())
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<Boolean> truth(Object given, Spelling spelling) {
    if (given instanceof Boolean truth) {
      return Optional.of(truth);
    }

    String text = given.toString();
    if (text.equals(spelling.yes())) {
      return Optional.of(true);
    }

    return text.equals(spelling.no()) ? Optional.of(false) : Optional.empty();
  }

  private static Optional<Object> date(String text) {
    try {
      return text.length() == DATE_LENGTH ? Optional.of(LocalDate.parse(text)) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Object> time(String text) {
    if (text.length() <= DATE_LENGTH) {
      return date(text).map(day -> ((LocalDate) day).atStartOfDay());
    }

    try {
      String iso =
          text.charAt(DATE_LENGTH) == ' '
              ? text.substring(0, DATE_LENGTH) + 'T' + text.substring(DATE_LENGTH + 1)
              : text;
      return Optional.of(LocalDateTime.parse(iso).truncatedTo(ChronoUnit.MICROS));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private Object standIn(int index, Kind kind) {
    return switch (kind) {
      case INT -> 0;
      case LONG -> 0L;
      case DOUBLE -> 0.0;
      case BOOLEAN -> false;
      case CATEGORY -> schema.valueType(index).getEnumConstants()[0];
      case TEXT -> "";
      case DATE -> LocalDate.EPOCH;
      case TIMESTAMP -> LocalDate.EPOCH.atStartOfDay();
    };
  }

  private static Object absent(Class<?> declared) {
    if (declared == OptionalInt.class) {
      return OptionalInt.empty();
    }

    if (declared == OptionalLong.class) {
      return OptionalLong.empty();
    }

    return declared == OptionalDouble.class ? OptionalDouble.empty() : Optional.empty();
  }

  private Object wrapped(int index, Object value) {
    Class<?> declared = schema.declaredType(index);
    if (declared == OptionalInt.class) {
      return OptionalInt.of((Integer) value);
    }

    if (declared == OptionalLong.class) {
      return OptionalLong.of((Long) value);
    }

    return declared == OptionalDouble.class
        ? OptionalDouble.of((Double) value)
        : Optional.of(value);
  }
}
