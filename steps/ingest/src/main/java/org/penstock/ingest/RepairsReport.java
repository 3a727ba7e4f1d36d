package org.penstock.ingest;

import org.penstock.feature.RepairCounts;

/**
 * What was wrong with rows that keep the contract one by one, for the report of the run.
 *
 * @param formatVersion of this document
 * @param files how many files were read
 * @param badRows rows in quarantine
 * @param lateRows rows that stood below a later one of their entity, and were sorted
 * @param found what the rules found and put right
 */
record RepairsReport(
    int formatVersion, int files, long badRows, long lateRows, RepairCounts found) {

  static final int FORMAT_VERSION = 1;
}
