package org.penstock.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a component is when its key or flag is not given. A component without it is required. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Default {

  /** The value as one would write it in YAML: {@code 0.3}, {@code none}, {@code []}, {@code {}}. */
  String value();
}
