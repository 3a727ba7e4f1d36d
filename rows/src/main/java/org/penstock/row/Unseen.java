package org.penstock.row;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The constant of an enum that stands for every text that is none of its levels, in files and in
 * requests. It is a level like any other, and not the same as a missing value. Without it such a
 * text is a bad row.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Unseen {}
