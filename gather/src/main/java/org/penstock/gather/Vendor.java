package org.penstock.gather;

/** Who answers, for money. */
@FunctionalInterface
public interface Vendor {

  /** Makes one call and returns what it came to; never longer than the time a call may take. */
  Reply ask(String key) throws InterruptedException;
}
