package org.penstock.row;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The range in which the numbers of a column must lie; both ends are allowed, NaN never is. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Range {

  /** Returns the smallest allowed value. */
  double min() default Double.NEGATIVE_INFINITY;

  /** Returns the largest allowed value. */
  double max() default Double.POSITIVE_INFINITY;
}
