package org.penstock.gather;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.penstock.feature.Project;

/**
 * A project without a model: it asks a vendor for each key that its rows mention.
 *
 * @param <R> a row of the source, which mentions a key
 * @param <L> a row of the reference list, which says what keys there are
 * @param <A> an answer of the vendor
 */
public interface GatherProject<R extends Record, L extends Record, A extends Record>
    extends Project {

  /** Returns the record type of the source's rows. */
  Class<R> rowType();

  /** Returns the key that {@code row} mentions: letters, digits and {@code . _ -}. */
  String keyOf(R row);

  /**
   * Returns what the keys of this project look like, a regular expression: nothing is paid for what
   * cannot be one.
   */
  default String keyPattern() {
    return ".*";
  }

  /** Returns the record type of the reference list. */
  Class<L> listedType();

  /** Returns the key of a row of the reference list. */
  String keyOfListed(L row);

  /** Returns the record type of an answer. */
  Class<A> answerType();

  /**
   * Returns the answer in {@code json}, of which unknown fields are left alone.
   *
   * @param key what was asked
   * @throws IllegalArgumentException if it does not answer that
   */
  A answer(String key, Map<String, Object> json);

  /** Returns what it means that the vendor knows nothing of {@code key}. */
  Missing missing(String key, Optional<L> listed);

  /** Returns the name of the reference list where it lies beside the source. */
  String listFile();

  /** Writes generated rows, and the reference list that goes with them. */
  void writeSample(long seed, int rows, Appendable source, Appendable list) throws IOException;

  /** Returns the name of recorded answers where they lie beside the source. */
  String recordingFile();

  /**
   * Starts a server that answers like the vendor, on this machine only.
   *
   * @param recording answers of the vendor to give; without, it knows the keys of the sample
   * @throws IllegalArgumentException if {@code recording} holds no answers
   */
  StandIn standIn(Optional<Path> recording) throws IOException;

  /** A server that runs until it is closed. */
  interface StandIn extends AutoCloseable {

    /** Returns where it answers. */
    URI address();

    @Override
    void close();
  }
}
