package org.penstock.ingest;

import java.io.IOException;
import java.io.InputStream;

/** Knows how much of a file was read. */
final class MeteredStream extends InputStream {

  private final InputStream in;
  private volatile long position;

  MeteredStream(InputStream in) {
    this.in = in;
  }

  long position() {
    return position;
  }

  @Override
  public int read() throws IOException {
    int read = in.read();
    count(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read = in.read(into, offset, length);
    count(Math.max(0, read));
    return read;
  }

  @Override
  public int available() throws IOException {
    return in.available();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Only the thread that reads counts. */
  @SuppressWarnings("NonAtomicOperationOnVolatileField")
  private void count(int read) {
    position += read;
  }
}
