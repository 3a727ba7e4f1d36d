package org.penstock.config;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.penstock.config.ConfigNode.Kind;
import org.penstock.config.ConfigNode.Scalar;
import org.penstock.row.NearestName;

/** Makes one value of one scalar; every refusal is an IllegalArgumentException with the reason. */
final class ScalarReader {

  private ScalarReader() {}

  /** Returns whether {@code type} is written as a scalar. */
  static boolean reads(Class<?> type) {
    return type.isPrimitive()
        || type.isEnum()
        || List.of(
                String.class,
                Integer.class,
                Long.class,
                Double.class,
                Boolean.class,
                Duration.class,
                LocalDate.class,
                Instant.class,
                LocalTime.class,
                ZoneId.class,
                Path.class,
                URI.class)
            .contains(type)
        || parser(type).isPresent();
  }

  /** Returns what help calls a value of {@code type}. */
  static String placeholder(Class<?> type) {
    if (type.isEnum()) {
      return String.join("|", keys(type));
    }
    return switch (type.getSimpleName()) {
      case "String" -> "TEXT";
      case "int", "Integer", "long", "Long", "double", "Double" -> "NUMBER";
      case "boolean", "Boolean" -> "true|false";
      case "Duration" -> "TIME";
      case "LocalDate" -> "DATE";
      case "Instant" -> "TIME";
      case String name -> name.toUpperCase(Locale.ROOT);
    };
  }

  static Object read(Class<?> type, Scalar scalar) {
    if (type.isEnum()) {
      return constant(type, text(scalar, "one of " + keys(type)));
    }
    if (type == String.class) {
      return text(scalar, "a text");
    }
    if (type == int.class || type == Integer.class) {
      return (int) whole(scalar, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
    if (type == long.class || type == Long.class) {
      return whole(scalar, Long.MIN_VALUE, Long.MAX_VALUE);
    }
    if (type == double.class || type == Double.class) {
      return number(scalar);
    }
    if (type == boolean.class || type == Boolean.class) {
      return truth(scalar);
    }
    return parsed(type, scalar);
  }

  private static Object parsed(Class<?> type, Scalar scalar) {
    if (type == Duration.class) {
      return Durations.parse(text(scalar, "a time like 30d, 12h, 5m or 10s"));
    }
    if (type == LocalDate.class) {
      return date(text(scalar, "a date like 2024-01-31"));
    }
    if (type == Instant.class) {
      return time(text(scalar, "a time like 2024-01-31T12:00:00Z"));
    }
    if (type == LocalTime.class) {
      return timeOfDay(text(scalar, "a time of day like 09:00"));
    }
    if (type == ZoneId.class) {
      return zone(text(scalar, "a time zone like Europe/Amsterdam"));
    }
    if (type == Path.class) {
      return Path.of(text(scalar, "a path"));
    }
    if (type == URI.class) {
      return URI.create(text(scalar, "a URI"));
    }
    return parser(type)
        .orElseThrow(() -> new IllegalStateException("No way to read a " + type))
        .apply(text(scalar, "a text"));
  }

  /** A type of ours says how it is written by a static {@code parse(String)}. */
  private static Optional<Function<String, Object>> parser(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> method.getName().equals("parse"))
        .filter(method -> Modifier.isStatic(method.getModifiers()))
        .filter(method -> List.of(String.class).equals(List.of(method.getParameterTypes())))
        .filter(method -> type.isAssignableFrom(method.getReturnType()))
        .findFirst()
        .map(method -> text -> invoke(method, text));
  }

  private static Object invoke(Method method, String text) {
    try {
      method.setAccessible(true);
      return method.invoke(null, text);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refusal) {
        throw refusal;
      }
      throw new IllegalStateException(method + " failed for '" + text + "'", e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(method + " cannot be called", e);
    }
  }

  private static String text(Scalar scalar, String expected) {
    if (scalar.kind() != Kind.TEXT && scalar.kind() != Kind.WORD) {
      String quotes =
          scalar.kind() == Kind.NULL ? "" : "; a text that looks like that needs quotes";
      throw new IllegalArgumentException(
          "expected %s, got %s%s".formatted(expected, scalar.description(), quotes));
    }
    return scalar.text();
  }

  private static long whole(Scalar scalar, long min, long max) {
    if (scalar.kind() == Kind.WHOLE || scalar.kind() == Kind.WORD) {
      try {
        long value = Long.parseLong(scalar.text());
        if (value >= min && value <= max) {
          return value;
        }
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(
            "expected a whole number, got " + scalar.description(), e);
      }
    }
    throw new IllegalArgumentException("expected a whole number, got " + scalar.description());
  }

  private static double number(Scalar scalar) {
    if (scalar.kind() == Kind.WHOLE || scalar.kind() == Kind.NUMBER || decimal(scalar)) {
      try {
        double value = Double.parseDouble(scalar.text());
        if (Double.isFinite(value)) {
          return value;
        }
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException("expected a number, got " + scalar.description(), e);
      }
    }
    throw new IllegalArgumentException("expected a number, got " + scalar.description());
  }

  /**
   * Of what Java takes for a number, a word may not be {@code 0x1p3}, {@code 3d} or {@code NaN}.
   */
  private static boolean decimal(Scalar scalar) {
    return scalar.kind() == Kind.WORD
        && scalar.text().matches("-?[0-9]+(\\.[0-9]*)?([eE][-+]?[0-9]+)?");
  }

  private static boolean truth(Scalar scalar) {
    boolean word = scalar.kind() == Kind.BOOLEAN || scalar.kind() == Kind.WORD;
    if (word && List.of("true", "false").contains(scalar.text())) {
      return scalar.text().equals("true");
    }
    throw new IllegalArgumentException("expected true or false, got " + scalar.description());
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "expected a date like 2024-01-31, got '%s'".formatted(text), e);
    }
  }

  private static Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "expected a time like 2024-01-31T12:00:00Z, got '%s'".formatted(text), e);
    }
  }

  private static LocalTime timeOfDay(String text) {
    try {
      return LocalTime.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "expected a time of day like 09:00, got '%s'".formatted(text), e);
    }
  }

  private static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "expected a time zone like Europe/Amsterdam, got '%s'".formatted(text), e);
    }
  }

  private static Object constant(Class<?> type, String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> Keys.of((Enum<?>) constant).equals(text))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "expected one of %s, got '%s'%s"
                    .formatted(
                        keys(type),
                        text,
                        NearestName.of(text, keys(type))
                            .map("; did you mean '%s'?"::formatted)
                            .orElse(""))));
  }

  private static List<String> keys(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> Keys.of((Enum<?>) constant))
        .toList();
  }
}
