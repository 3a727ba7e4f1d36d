package org.penstock.feature;

/**
 * What the author of a project writes in Java; everything that is tuned stands in {@code
 * project.yaml}. Found by {@link java.util.ServiceLoader}.
 *
 * <p>What there is to write depends on the kind of the project, which is an interface below this
 * one: {@link ModelProject} for those with a model. A step asks for the kind that it works on.
 */
public interface Project {

  /** Returns the name, lower case with dashes, e.g. {@code credit-risk}. */
  String name();
}
