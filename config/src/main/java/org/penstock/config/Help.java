package org.penstock.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** One line that {@code --help} prints for a flag. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Help {

  /** What the flag means, without its name, its type or its default: those are printed anyway. */
  String value();
}
