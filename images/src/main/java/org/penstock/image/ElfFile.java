package org.penstock.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A shared library of Linux, as far as it is needed to shorten it: see the <a
 * href="https://refspecs.linuxfoundation.org/elf/gabi4+/contents.html">System V ABI</a>.
 */
final class ElfFile {

  private static final int MAGIC = 0x7f454c46;
  private static final int HEADER = 64;
  private static final int SECTIONS_AT = 40;
  private static final int SECTION_COUNT = 60;

  private ElfFile() {}

  /**
   * Cuts off what lies behind the last segment: the tables of local symbols and of sections, which
   * debuggers read and the loader does not. Of libjvm.so that is a sixth. Leaves other files alone.
   */
  static void trim(Path library) throws IOException {
    try (FileChannel file =
        FileChannel.open(library, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      ByteBuffer header = read(file, 0, HEADER);
      if (header.limit() < HEADER || !is64BitLittleEndian(header)) {
        return;
      }

      header.order(ByteOrder.LITTLE_ENDIAN);
      long segments = header.getLong(32);
      int size = header.getShort(54);
      int count = header.getShort(56);
      long end = 0;
      for (int i = 0; i < count; i++) {
        ByteBuffer segment = read(file, segments + (long) i * size, size);
        segment.order(ByteOrder.LITTLE_ENDIAN);
        end = Math.max(end, segment.getLong(8) + segment.getLong(32));
      }

      file.truncate(end);
      header.putLong(SECTIONS_AT, 0).putInt(SECTION_COUNT, 0);
      file.write(header.rewind(), 0);
    }
  }

  private static boolean is64BitLittleEndian(ByteBuffer header) {
    return header.getInt(0) == MAGIC && header.get(4) == 2 && header.get(5) == 1;
  }

  private static ByteBuffer read(FileChannel file, long at, int size) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(size);
    while (bytes.hasRemaining() && file.read(bytes, at + bytes.position()) >= 0) {
      // Reads until it is full or the file ends.
    }
    return bytes.flip();
  }
}
