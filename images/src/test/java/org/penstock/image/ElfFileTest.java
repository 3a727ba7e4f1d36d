package org.penstock.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ElfFileTest {

  @TempDir private Path directory;

  @Test
  void endsWithItsLastSegmentAndHasNoSections() throws IOException {
    ByteBuffer elf = ByteBuffer.allocate(1000).order(ByteOrder.LITTLE_ENDIAN);
    elf.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1});
    elf.putLong(32, 64).putLong(40, 900).putShort(54, (short) 56).putShort(56, (short) 2);
    elf.putShort(60, (short) 7).putShort(62, (short) 6);
    elf.putLong(64 + 8, 300).putLong(64 + 32, 100);
    elf.putLong(120 + 8, 200).putLong(120 + 32, 50);
    Path file = Files.write(directory.resolve("lib.so"), elf.array());

    ElfFile.trim(file);

    ByteBuffer trimmed = ByteBuffer.wrap(Files.readAllBytes(file));
    assertEquals(400, trimmed.capacity());
    assertEquals(0, trimmed.getLong(40));
    assertEquals(0, trimmed.getInt(60));
    elf.putLong(40, 0).putInt(60, 0);
    assertArrayEquals(Arrays.copyOf(elf.array(), 400), trimmed.array());
  }

  @Test
  void leavesOtherFilesAlone() throws IOException {
    byte[] text = "no library".repeat(20).getBytes();
    Path file = Files.write(directory.resolve("text"), text);

    ElfFile.trim(file);

    assertArrayEquals(text, Files.readAllBytes(file));
  }
}
