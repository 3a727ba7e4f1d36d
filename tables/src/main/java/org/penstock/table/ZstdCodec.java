package org.penstock.table;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * ZSTD for Parquet pages without Hadoop's codec classes and configuration. Reads uncompressed pages
 * too, and no other codec.
 */
final class ZstdCodec implements CompressionCodecFactory {

  /** The fastest of zstd's usual levels; no other was measured. */
  private static final int LEVEL = 1;

  @Override
  public BytesInputCompressor getCompressor(CompressionCodecName codec) {
    return new Compressor(new ZstdCompressCtx().setLevel(LEVEL));
  }

  @Override
  public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
    return switch (codec) {
      case ZSTD -> new Decompressor();
      case UNCOMPRESSED -> new Uncompressed();
      default ->
          throw new IllegalArgumentException(
              "is compressed with %s, expected ZSTD or none".formatted(codec));
    };
  }

  @Override
  public void release() {}

  /** The bytes in an array: theirs, if they are in one already. */
  private static ByteBuffer inArray(BytesInput bytes) {
    return bytes.toByteBuffer(HeapByteBufferAllocator.getInstance(), released -> {});
  }

  private record Compressor(ZstdCompressCtx context) implements BytesInputCompressor {

    @Override
    public BytesInput compress(BytesInput bytes) throws IOException {
      ByteBuffer plain = inArray(bytes);
      byte[] packed = new byte[Math.toIntExact(Zstd.compressBound(plain.remaining()))];
      int length =
          context.compressByteArray(
              packed,
              0,
              packed.length,
              plain.array(),
              plain.arrayOffset() + plain.position(),
              plain.remaining());
      return BytesInput.from(packed, 0, length);
    }

    @Override
    public CompressionCodecName getCodecName() {
      return CompressionCodecName.ZSTD;
    }

    @Override
    public void release() {
      context.close();
    }
  }

  private record Decompressor() implements BytesInputDecompressor {

    @Override
    public BytesInput decompress(BytesInput bytes, int size) throws IOException {
      byte[] plain = new byte[size];
      ByteBuffer packed = inArray(bytes);
      long length =
          Zstd.decompressByteArray(
              plain,
              0,
              size,
              packed.array(),
              packed.arrayOffset() + packed.position(),
              packed.remaining());
      if (Zstd.isError(length) || length != size) {
        throw new IOException("A page cannot be unpacked: " + Zstd.getErrorName(length));
      }
      return BytesInput.from(plain);
    }

    @Override
    public void decompress(ByteBuffer from, int fromSize, ByteBuffer to, int size)
        throws IOException {
      byte[] packed = new byte[fromSize];
      from.get(packed);
      to.put(inArray(decompress(BytesInput.from(packed), size)));
    }

    @Override
    public void release() {}
  }

  private record Uncompressed() implements BytesInputDecompressor {

    @Override
    public BytesInput decompress(BytesInput bytes, int size) {
      return bytes;
    }

    @Override
    public void decompress(ByteBuffer from, int fromSize, ByteBuffer to, int size) {
      to.put(from.slice().limit(fromSize));
    }

    @Override
    public void release() {}
  }
}
