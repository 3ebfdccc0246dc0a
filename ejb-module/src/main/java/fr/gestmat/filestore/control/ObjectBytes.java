package fr.gestmat.filestore.control;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Files in an S3-compatible object store, under the same names as in the folder. Four requests are
 * all that is needed: put, get, delete, list. Bodies are streamed from and to disk.
 */
final class ObjectBytes implements FileBytes {

  /** Until the answer begins, and then from one byte to the next. */
  static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final String NOTHING = RequestSignature.sha256(new byte[0]);
  private static final int TRIES = 3;

  private final ObjectStore store;
  private final DataFolder folder;
  private final Clock clock;
  private final Duration patience;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  ObjectBytes(ObjectStore store, DataFolder folder, Clock clock, Duration patience) {
    this.store = store;
    this.folder = folder;
    this.clock = clock;
    this.patience = patience;
  }

  @Override
  public void put(UUID id, Path whole) throws IOException {
    String digest = Digests.sha256(whole);
    HttpResponse<InputStream> answer =
        send("PUT", at(id), digest, () -> BodyPublishers.ofFile(whole));
    finish(answer, id, 200);
    Files.deleteIfExists(whole);
  }

  @Override
  public InputStream open(UUID id) throws IOException {
    HttpResponse<InputStream> answer = send("GET", at(id), NOTHING, BodyPublishers::noBody);
    if (answer.statusCode() == 200) {
      return answer.body();
    }
    if (answer.statusCode() == 404) {
      answer.body().close();
      throw new NoSuchFileException(id.toString());
    }
    throw refused(answer, id.toString());
  }

  /** A copy that goes after a day; ids are never used for another content. */
  @Override
  public Path local(UUID id) throws IOException {
    Path copy = folder.fetched().resolve(id.toString());
    if (!Files.exists(copy)) {
      Path unfinished = folder.newFile();
      try (InputStream in = open(id)) {
        Files.copy(in, unfinished, StandardCopyOption.REPLACE_EXISTING);
        Files.move(unfinished, copy, StandardCopyOption.ATOMIC_MOVE);
      } catch (NoSuchFileException e) {
        return copy;
      } finally {
        Files.deleteIfExists(unfinished);
      }
    }
    return copy;
  }

  @Override
  public void remove(UUID id) throws IOException {
    Files.deleteIfExists(folder.fetched().resolve(id.toString()));
    finish(send("DELETE", at(id), NOTHING, BodyPublishers::noBody), id, 204, 200, 404);
  }

  @Override
  public void list(int shard, Consumer<Kept> sink) throws IOException {
    String prefix = URLEncoder.encode(String.format("%02x/", shard), StandardCharsets.UTF_8);
    Optional<String> from = Optional.empty();
    do {
      String query =
          from.map(
                      token ->
                          "continuation-token="
                              + URLEncoder.encode(token, StandardCharsets.UTF_8).replace("+", "%20")
                              + "&")
                  .orElse("")
              + "list-type=2&prefix="
              + prefix;
      URI address = URI.create(store.bucket() + "?" + query);
      HttpResponse<InputStream> answer = send("GET", address, NOTHING, BodyPublishers::noBody);
      if (answer.statusCode() != 200) {
        throw refused(answer, address.toString());
      }
      try (InputStream body = answer.body()) {
        from = ObjectList.read(body, sink);
      }
    } while (from.isPresent());
  }

  private URI at(UUID id) {
    String name = id.toString();
    return URI.create(store.bucket() + "/" + name.substring(0, 2) + "/" + name);
  }

  /** Each try opens the body anew. */
  @FunctionalInterface
  private interface Body {
    BodyPublisher open() throws FileNotFoundException;
  }

  /** Sends; a store that is busy or was just restarted gets another chance. */
  private HttpResponse<InputStream> send(String method, URI address, String digest, Body body)
      throws IOException {
    @Nullable IOException last = null;
    for (int i = 0; i < TRIES; i++) {
      try {
        HttpRequest.Builder request =
            HttpRequest.newBuilder(address).timeout(patience).method(method, body.open());
        RequestSignature.headers(store, method, address, digest, clock.instant())
            .forEach(request::header);
        HttpResponse<InputStream> answer = client.send(request.build(), info -> watched());
        if (answer.statusCode() < 500) {
          return answer;
        }
        last = refused(answer, address.getPath());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      } catch (FileNotFoundException e) {
        throw e;
      } catch (IOException e) {
        last = e;
      }
    }
    throw last == null ? new IOException("not tried") : last;
  }

  /** The timeout of a request ends where the body begins. */
  private HttpResponse.BodySubscriber<InputStream> watched() {
    return BodySubscribers.mapping(
        BodySubscribers.ofInputStream(), body -> new WatchedStream(body, patience));
  }

  private static void finish(HttpResponse<InputStream> answer, UUID id, int... good)
      throws IOException {
    for (int status : good) {
      if (answer.statusCode() == status) {
        answer.body().close();
        return;
      }
    }
    throw refused(answer, id.toString());
  }

  private static IOException refused(HttpResponse<InputStream> answer, String what)
      throws IOException {
    try (InputStream body = answer.body()) {
      String said = new String(body.readNBytes(500), StandardCharsets.UTF_8);
      return new IOException(
          "the object store answered " + answer.statusCode() + " about " + what + ": " + said);
    }
  }
}
