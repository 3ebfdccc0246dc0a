package fr.gestmat.filestore.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStore;
import org.jclouds.blobstore.BlobStoreContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A folder and a real S3 server keep files alike. */
class FileBytesTest {

  private static final String ACCESS = "gestmat";
  private static final String SECRET = "a secret / with + signs";

  @TempDir private static Path folder;

  private static BlobStoreContext blobs;
  private static S3Proxy server;
  private static DataFolder data;

  @BeforeAll
  static void start() throws Exception {
    data = new DataFolder(folder.resolve("data"));
    Properties properties = new Properties();
    properties.setProperty(
        "jclouds.filesystem.basedir", Files.createDirectory(folder.resolve("s3")).toString());
    blobs =
        ContextBuilder.newBuilder("filesystem")
            .credentials("identity", "credential")
            .overrides(properties)
            .build(BlobStoreContext.class);
    BlobStore store = blobs.getBlobStore();
    store.createContainerInLocation(null, "files");
    server =
        S3Proxy.builder()
            .blobStore(store)
            .endpoint(URI.create("http://127.0.0.1:0"))
            .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, ACCESS, SECRET)
            .build();
    server.start();
    Instant limit = Clock.systemUTC().instant().plus(Duration.ofSeconds(30));
    while (!server.getState().equals("STARTED") && Clock.systemUTC().instant().isBefore(limit)) {
      Thread.onSpinWait();
    }
  }

  @AfterAll
  static void stop() throws Exception {
    server.stop();
    blobs.close();
  }

  private static Map<String, String> environment(String secret) {
    return Map.of(
        "GESTMAT_S3_BUCKET",
        "http://127.0.0.1:" + server.getPort() + "/files/",
        "GESTMAT_S3_ACCESS_KEY",
        ACCESS,
        "GESTMAT_S3_SECRET_KEY",
        secret);
  }

  static Stream<FileBytes> stores() {
    return Stream.of(
        ByteStores.of(Map.of(), data, Clock.systemUTC()),
        ByteStores.of(environment(SECRET), data, Clock.systemUTC()));
  }

  private static Path file(String content) throws IOException {
    Path file = data.newFile();
    Files.writeString(file, content);
    return file;
  }

  private static String read(FileBytes bytes, UUID id) throws IOException {
    try (InputStream in = bytes.open(id)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static List<UUID> listed(FileBytes bytes, int shard) throws IOException {
    List<UUID> all = new ArrayList<>();
    bytes.list(shard, kept -> all.add(kept.id()));
    return all;
  }

  @ParameterizedTest
  @MethodSource("stores")
  void keepsReplacesListsAndRemoves(FileBytes bytes) throws IOException {
    UUID id = UUID.randomUUID();
    int shard = Integer.parseInt(id.toString().substring(0, 2), 16);
    assertThatThrownBy(() -> bytes.open(id)).isInstanceOf(NoSuchFileException.class);
    bytes.remove(id);

    Path first = file("first");
    bytes.put(id, first);
    assertThat(first).doesNotExist();
    assertThat(read(bytes, id)).isEqualTo("first");
    bytes.put(id, file("second"));
    assertThat(read(bytes, id)).isEqualTo("second");
    assertThat(bytes.local(id)).hasContent("second");
    assertThat(listed(bytes, shard)).contains(id);
    assertThat(listed(bytes, shard ^ 1)).doesNotContain(id);
    Instant now = Clock.systemUTC().instant();
    bytes.list(
        shard,
        kept ->
            assertThat(kept.written())
                .isBetween(now.minus(Duration.ofMinutes(5)), now.plus(Duration.ofMinutes(5))));

    bytes.remove(id);
    assertThatThrownBy(() -> bytes.open(id)).isInstanceOf(NoSuchFileException.class);
    assertThat(bytes.local(id)).doesNotExist();
    assertThat(listed(bytes, shard)).doesNotContain(id);
  }

  @Test
  void aListOfMoreThanAPageIsWhole() throws IOException {
    FileBytes bytes = ByteStores.of(environment(SECRET), data, Clock.systemUTC());
    int many = 1_030;
    for (int i = 0; i < many; i++) {
      bytes.put(new UUID(0xF0L << 56 | i, i), file("x"));
    }
    assertThat(listed(bytes, 0xF0)).hasSize(many).doesNotHaveDuplicates();
  }

  @Test
  void aWrongKeyIsAnErrorAndNoEmptyStore() {
    FileBytes bytes = ByteStores.of(environment("another"), data, Clock.systemUTC());
    assertThatThrownBy(() -> listed(bytes, 0)).hasMessageContaining("403");
    assertThatThrownBy(() -> bytes.open(UUID.randomUUID())).hasMessageContaining("403");
  }

  @Test
  void nobodyReadsTheBucketWithoutAKey() throws Exception {
    HttpResponse<Void> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.getPort() + "/files/?list-type=2"))
                    .build(),
                HttpResponse.BodyHandlers.discarding());
    assertThat(answer.statusCode()).isEqualTo(403);
  }

  @Test
  void halfASettingIsRefused() {
    assertThatThrownBy(
            () ->
                ByteStores.of(
                    Map.of("GESTMAT_S3_BUCKET", "https://s3.example/files"),
                    data,
                    Clock.systemUTC()))
        .hasMessageContaining("GESTMAT_S3_ACCESS_KEY");
    assertThatThrownBy(
            () -> ByteStores.of(Map.of("GESTMAT_S3_BUCKET", "files"), data, Clock.systemUTC()))
        .hasMessageContaining("https://host/bucket");
  }
}
