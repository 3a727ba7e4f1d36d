package org.penstock.creditrisk;

/** The gender of a client, as the bank recorded it. */
public enum Gender {
  F,
  M
}
