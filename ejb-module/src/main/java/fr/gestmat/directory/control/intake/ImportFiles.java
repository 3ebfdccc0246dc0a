package fr.gestmat.directory.control.intake;

import fr.gestmat.directory.control.feed.AafReader;
import fr.gestmat.directory.control.feed.FeedPlace;
import fr.gestmat.directory.control.feed.FeedProblem;
import fr.gestmat.directory.control.feed.FeedSink;
import fr.gestmat.directory.control.feed.ProblemKind;
import fr.gestmat.directory.control.feed.PupilTable;
import fr.gestmat.directory.entity.FeedSource;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The files of a set in the order in which they are read, whatever the order they came in. */
final class ImportFiles {

  private static final int HEAD = 4_096;
  private static final List<String> FIRST = List.of("EtabEducNat", "MefEducNat", "Eleve");

  private final List<Part> parts;
  private final AtomicLong read = new AtomicLong();

  /** A file and the name that the report gives it. */
  record Part(String name, Path content, long size) {}

  ImportFiles(List<Part> parts) {
    this.parts =
        parts.stream()
            .sorted(Comparator.comparingInt(ImportFiles::rank).thenComparing(Part::name))
            .toList();
  }

  /** Reads everything into the sink. */
  void readInto(FeedSource source, FeedSink sink) throws IOException {
    AafReader aaf = new AafReader();
    for (Part part : parts) {
      if (!Files.exists(part.content())) {
        sink.problem(
            new FeedProblem(
                new FeedPlace(part.name(), 0), ProblemKind.FILE_BROKEN, "", "", "expired"));
        continue;
      }
      if (source == FeedSource.CSV) {
        PupilTable.read(part.name(), part.content(), sink);
        read.addAndGet(part.size());
      } else {
        try (InputStream in = new Counted(Files.newInputStream(part.content()), read)) {
          aaf.read(part.name(), in, sink);
        }
      }
    }
  }

  /** Bytes read so far. */
  long done() {
    return read.get();
  }

  /** Bytes of all files. */
  long total() {
    return parts.stream().mapToLong(Part::size).sum();
  }

  /** Schools come first: the others name them. The first record says what a file holds. */
  private static int rank(Part part) {
    try (InputStream in = Files.newInputStream(part.content())) {
      String head = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
      for (int i = 0; i < FIRST.size(); i++) {
        if (head.contains(">" + FIRST.get(i) + "<")) {
          return i;
        }
      }
      return FIRST.size();
    } catch (java.nio.file.NoSuchFileException e) {
      return FIRST.size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Counted extends FilterInputStream {

    private final AtomicLong count;

    Counted(InputStream in, AtomicLong count) {
      super(in);
      this.count = count;
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      count.addAndGet(b < 0 ? 0 : 1);
      return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int n = super.read(buffer, offset, length);
      count.addAndGet(Math.max(n, 0));
      return n;
    }
  }
}
