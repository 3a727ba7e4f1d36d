package org.penstock.countrydata;

import java.io.IOException;
import java.net.InetSocketAddress;
import org.penstock.countrydata.StandInVendor.Act;

/**
 * The stand-in as a process of its own, for trying a cluster out: answers about the countries of
 * the sample at a port that others reach, and prints a line for each call.
 */
public final class StandInMain {

  private StandInMain() {}

  /**
   * Runs until it is told to end.
   *
   * @param args the port, and nothing else
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 1 || !args[0].matches("\\d{1,5}")) {
      System.err.println("expected the port to answer at, and nothing else");
      System.exit(78);
    }
    StandInVendor.start(
        new InetSocketAddress(Integer.parseInt(args[0])),
        Recording.ofAtlas(),
        (number, key) -> {
          System.out.println("call " + number + " " + key);
          return new Act.Reply();
        });
  }
}
