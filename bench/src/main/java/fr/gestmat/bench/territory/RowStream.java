package fr.gestmat.bench.territory;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.ObjIntConsumer;

/** The rows of a table as text, made while they are read. */
final class RowStream extends InputStream {

  private static final int CHUNK = 1 << 16;

  private final int rows;
  private final ObjIntConsumer<Line> writer;
  private final Line line = new Line();
  private byte[] chunk = {};
  private int position;
  private int row;

  /**
   * Makes rows on demand.
   *
   * @param rows how many
   * @param writer writes the fields of a row, counted from 0
   */
  RowStream(int rows, ObjIntConsumer<Line> writer) {
    this.rows = rows;
    this.writer = writer;
  }

  @Override
  public int read() {
    return hasMore() ? chunk[position++] & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    if (!hasMore()) {
      return -1;
    }
    int count = Math.min(length, chunk.length - position);
    System.arraycopy(chunk, position, target, offset, count);
    position += count;
    return count;
  }

  private boolean hasMore() {
    if (position < chunk.length) {
      return true;
    }
    while (row < rows && line.length() < CHUNK) {
      writer.accept(line, row++);
      line.end();
    }
    chunk = line.take().getBytes(StandardCharsets.UTF_8);
    position = 0;
    return chunk.length > 0;
  }
}
