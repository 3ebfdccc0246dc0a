package fr.gestmat.bench;

import fr.gestmat.bench.territory.WebSession;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser of somebody who signed on, without the browser. */
final class Visit {

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final String BOUNDARY = "gestmat-bench-part";

  private final HttpClient client = HttpClient.newHttpClient();
  private final String address;
  private final WebSession session;

  Visit(int port, WebSession session) {
    this.address = "http://localhost:" + port;
    this.session = session;
  }

  /** A page's text. */
  String page(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(request(path).GET().build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    return expect(200, answer, path).body();
  }

  /** Sends a form and answers where it leads. */
  String post(String path, String form) throws IOException, InterruptedException {
    return send(path, "application/x-www-form-urlencoded", BodyPublishers.ofString(form));
  }

  /**
   * Waits for what works in the background.
   *
   * @param task where a form led
   * @param files where files of its kind are taken away, as the start of an address
   * @return where its file is taken away
   * @throws IllegalStateException if it was no task, or made no such file
   */
  String file(String task, String files) throws IOException, InterruptedException {
    if (!task.startsWith("/taches/")) {
      throw new IllegalStateException("no task: " + task);
    }
    String page = page(task);
    while (page.contains("data-running=\"true\"")) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
      page = page(task);
    }
    Matcher made = Pattern.compile("\"(" + files + "[0-9a-f-]+)\"").matcher(page);
    if (!made.find()) {
      throw new IllegalStateException("no file was made:\n" + page);
    }
    return made.group(1);
  }

  /** A file, while it comes; to be closed. */
  InputStream content(String path) throws IOException, InterruptedException {
    HttpResponse<InputStream> answer =
        client.send(request(path).GET().build(), BodyHandlers.ofInputStream());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(
          "the product answered " + answer.statusCode() + " to " + path);
    }
    return answer.body();
  }

  /** Sends a form of one field and one file, and answers where it leads. */
  String upload(String path, String field, String value, String fileField, Path file)
      throws IOException, InterruptedException {
    String head =
        part(field, "") + value + "\r\n" + part(fileField, "; filename=\"" + name(file) + "\"");
    return send(
        path,
        "multipart/form-data; boundary=" + BOUNDARY,
        BodyPublishers.concat(
            BodyPublishers.ofString(head),
            BodyPublishers.ofFile(file),
            BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n")));
  }

  private static String part(String field, String more) {
    return "--"
        + BOUNDARY
        + "\r\nContent-Disposition: form-data; name=\""
        + field
        + "\""
        + more
        + "\r\n\r\n";
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private String send(String path, String type, BodyPublisher body)
      throws IOException, InterruptedException {
    HttpRequest request =
        request(path)
            .header("Content-Type", type)
            .header("X-CSRF-Token", session.csrf())
            .POST(body)
            .build();
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    return URI.create(expect(303, answer, path).headers().firstValue("Location").orElseThrow())
        .getPath();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path))
        .timeout(PATIENCE)
        .header("Cookie", "gestmat=" + session.cookie());
  }

  private static HttpResponse<String> expect(int status, HttpResponse<String> answer, String path) {
    if (answer.statusCode() != status) {
      throw new IllegalStateException(
          "the product answered " + answer.statusCode() + " to " + path + ":\n" + answer.body());
    }
    return answer;
  }
}
