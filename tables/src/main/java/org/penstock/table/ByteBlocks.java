package org.penstock.table;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads a stream in blocks, ahead of whoever takes them, unpacking gzip on the way. Every block has
 * room before its first byte for the unfinished row of the block before.
 */
final class ByteBlocks {

  /** Room before the first byte of a block. */
  static final int HEADROOM = 1 << 16;

  /** Room after the last byte of a block, so that it can be read by whole words. */
  static final int TAILROOM = Long.BYTES;

  private static final int SIZE = 1 << 18;
  private static final int AHEAD = 6;
  private static final int GZIP_BUFFER = 1 << 16;

  private final String name;
  private final InputStream in;
  private final Pipe<Block> filled = new Pipe<>(AHEAD);
  private final BlockingQueue<byte[]> empty = new ArrayBlockingQueue<>(AHEAD + 2);

  /**
   * A part of the stream.
   *
   * @param end index after the last byte; the first one is at {@link #HEADROOM}
   */
  record Block(byte[] bytes, int end) {}

  /** {@code in} is closed by whoever opened it. */
  ByteBlocks(String name, InputStream in) {
    this.name = name;
    this.in = in;
  }

  Thread start() {
    return filled.start("csv-unpack", this::fill);
  }

  Optional<Block> take() throws IOException, InterruptedException {
    return filled.take();
  }

  /** Gives back a block that is no longer read. */
  void recycle(Block block) {
    empty.offer(block.bytes());
  }

  private void fill() throws IOException, InterruptedException {
    try {
      byte[] magic = in.readNBytes(2);
      InputStream whole = new PrefixedStream(magic, in);
      boolean packed = magic.length == 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b;
      InputStream plain = packed ? new GZIPInputStream(whole, GZIP_BUFFER) : whole;
      while (true) {
        byte[] reused = empty.poll();
        byte[] bytes = reused != null ? reused : new byte[HEADROOM + SIZE + TAILROOM];
        int count = plain.readNBytes(bytes, HEADROOM, SIZE);
        if (count == 0) {
          return;
        }
        filled.put(new Block(bytes, HEADROOM + count));
      }
    } catch (EOFException e) {
      throw new InvalidTableException(name, "the gzip stream ends too early: it is truncated", e);
    } catch (ZipException e) {
      throw new InvalidTableException(name, "the gzip stream is damaged: " + e.getMessage(), e);
    }
  }

  /** The bytes looked at already, then the rest of the stream. */
  private static final class PrefixedStream extends InputStream {

    private final byte[] prefix;
    private final InputStream rest;
    private int position;

    PrefixedStream(byte[] prefix, InputStream rest) {
      this.prefix = prefix;
      this.rest = rest;
    }

    @Override
    public int read() throws IOException {
      return position < prefix.length ? prefix[position++] & 0xff : rest.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (position == prefix.length || length == 0) {
        return rest.read(into, offset, length);
      }

      int count = Math.min(length, prefix.length - position);
      System.arraycopy(prefix, position, into, offset, count);
      position += count;
      return count;
    }

    @Override
    public int available() throws IOException {
      return prefix.length - position + rest.available();
    }
  }
}
