package org.penstock.table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.penstock.table.ByteBlocks.Block;

/** Cuts the blocks of a stream at row ends and gives whole rows to the parser. */
final class CsvBlocks<R extends Record> {

  private static final int MAX_ROW = 1 << 24;

  /** Of the first bytes; what is no text has a zero among them. */
  private static final int LOOKED_AT = 512;

  private final String table;
  private final ByteBlocks blocks;
  private final CsvParser<R> parser;
  private final FieldIndex index = new FieldIndex();

  /** The row that the last block did not finish. */
  private byte[] unfinished = new byte[0];

  CsvBlocks(String table, ByteBlocks blocks, CsvParser<R> parser) {
    this.table = table;
    this.blocks = blocks;
    this.parser = parser;
  }

  /** Reads to the end of the stream. */
  void parse(Pipe<CsvBatch<R>> batches) throws IOException, InterruptedException {
    Optional<Block> block = blocks.take();
    if (block.isEmpty()) {
      throw new InvalidTableException(table, List.of("is empty, expected a header"));
    }

    int from = afterByteOrderMark(block.get());
    while (block.isPresent()) {
      Block whole = joined(block.get(), from);
      int start = whole == block.get() ? from - unfinished.length : 0;
      index.scan(whole.bytes(), start, whole.end());
      unfinished = Arrays.copyOfRange(whole.bytes(), index.rowsEnd(), whole.end());
      parser.parse(whole.bytes(), start, index, batches::put);
      requireEndingRow();
      blocks.recycle(block.get());
      block = blocks.take();
      from = ByteBlocks.HEADROOM;
    }
    finish(batches);
  }

  private void finish(Pipe<CsvBatch<R>> batches) throws InterruptedException {
    byte[] last = Arrays.copyOf(unfinished, unfinished.length + 1 + ByteBlocks.TAILROOM);
    int rest = 0;
    if (unfinished.length > 0) {
      last[unfinished.length] = '\n';
      index.scan(last, 0, unfinished.length + 1);
      parser.parse(last, 0, index, batches::put);
      rest = unfinished.length + 1 - index.rowsEnd();
    }
    parser.finish(rest, batches::put);
  }

  /** The block with the unfinished row before it: in its headroom, or else in a new array. */
  private Block joined(Block block, int from) {
    int length = unfinished.length;
    if (length <= from) {
      System.arraycopy(unfinished, 0, block.bytes(), from - length, length);
      return block;
    }

    int added = block.end() - from;
    byte[] bytes = Arrays.copyOf(unfinished, length + added + ByteBlocks.TAILROOM);
    System.arraycopy(block.bytes(), from, bytes, length, added);
    return new Block(bytes, length + added);
  }

  private void requireEndingRow() {
    if (unfinished.length > MAX_ROW) {
      throw new InvalidTableException(
          table,
          List.of(
              "the row of line %d is longer than %d MB; is a quote not closed?"
                  .formatted(parser.line(), MAX_ROW >> 20)));
    }
  }

  private int afterByteOrderMark(Block block) {
    byte[] bytes = block.bytes();
    int first = ByteBlocks.HEADROOM;
    int length = block.end() - first;
    if (length >= 3
        && (bytes[first] & 0xff) == 0xef
        && (bytes[first + 1] & 0xff) == 0xbb
        && (bytes[first + 2] & 0xff) == 0xbf) {
      return first + 3;
    }

    int two = length < 2 ? 0 : (bytes[first] & 0xff) << 8 | bytes[first + 1] & 0xff;
    if (two == 0xfffe || two == 0xfeff) {
      throw new InvalidTableException(table, List.of("is text in UTF-16, expected UTF-8"));
    }
    requireText(bytes, first, block.end());
    return first;
  }

  /** A file of another kind is told by how it begins, before its bytes are taken for a header. */
  private void requireText(byte[] bytes, int first, int end) {
    String begin = new String(bytes, first, Math.min(4, end - first), StandardCharsets.ISO_8859_1);
    if (begin.equals("PK\u0003\u0004")) {
      throw new InvalidTableException(
          table, List.of("is a ZIP archive, as spreadsheets are too; expected the CSV itself"));
    }
    if (begin.equals("PAR1")) {
      throw new InvalidTableException(table, List.of("is Parquet, expected CSV"));
    }
    for (int i = first; i < Math.min(end, first + LOOKED_AT); i++) {
      if (bytes[i] == 0) {
        throw new InvalidTableException(
            table,
            List.of("is no text, byte %d is zero; expected CSV in UTF-8".formatted(i - first)));
      }
    }
  }
}
