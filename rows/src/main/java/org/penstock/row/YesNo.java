package org.penstock.row;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The two texts of a boolean column, compared exactly; the default is Y and N. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface YesNo {

  /** Returns the text of true. */
  String yes() default "Y";

  /** Returns the text of false. */
  String no() default "N";
}
