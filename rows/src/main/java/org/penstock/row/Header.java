package org.penstock.row;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the header of a file calls the column, where that cannot be a name in tables and requests:
 * the empty text for a column without a name. A header with the column's own name is read too.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Header {

  /** Returns the text in the header, compared exactly. */
  String value();
}
