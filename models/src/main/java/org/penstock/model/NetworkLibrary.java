package org.penstock.model;

import java.util.ServiceLoader;

/**
 * Trains networks of dense layers. Such a library is large, so none is among what every training
 * carries: one is found by {@link ServiceLoader} where it is on the class path.
 */
public interface NetworkLibrary {

  /**
   * Trains a network; equal problems give equal networks, bit for bit, on one kind of processor.
   */
  TrainedNetwork train(NetworkProblem problem);

  /** Returns what trains, with its version. */
  String description();

  /**
   * Returns the library on the class path.
   *
   * @throws MissingLibraryException if there is none
   */
  static NetworkLibrary find() {
    return ServiceLoader.load(NetworkLibrary.class)
        .findFirst()
        .orElseThrow(() ->
            new MissingLibraryException(
                "A candidate of trainer 'network' needs the module models-network, which is not on"
                    + " the class path: train it with the image train-network, or leave it out"));
  }
}
