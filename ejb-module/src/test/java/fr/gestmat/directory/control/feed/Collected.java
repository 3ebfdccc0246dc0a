package fr.gestmat.directory.control.feed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A sink that keeps everything, for tests. */
final class Collected implements FeedSink {

  final List<FeedRecord> records = new ArrayList<>();
  final List<FeedProblem> problems = new ArrayList<>();

  static Collected of(String file, String xml, Charset charset) {
    Collected all = new Collected();
    new AafReader().read(file, new ByteArrayInputStream(xml.getBytes(charset)), all);
    return all;
  }

  static Collected of(String xml) {
    return of("Eleve_0000.xml", xml, StandardCharsets.UTF_8);
  }

  static Collected ofFixture(String... files) {
    Collected all = new Collected();
    for (String file : files) {
      try (InputStream in =
          Objects.requireNonNull(Collected.class.getResourceAsStream("/aaf/academy/" + file))) {
        new AafReader().read(file, in, all);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return all;
  }

  <T extends FeedRecord> List<T> all(Class<T> kind) {
    return records.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  FeedPupil pupil(String key) {
    return all(FeedPupil.class).stream().filter(p -> p.key().equals(key)).findFirst().orElseThrow();
  }

  @Override
  public void record(FeedRecord found) {
    records.add(found);
  }

  @Override
  public void problem(FeedProblem found) {
    problems.add(found);
  }
}
