package fr.gestmat.system.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;

import fr.gestmat.access.Role;
import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What one request may send is bounded, whether it says its length or not. */
class BodyHttpIT extends HttpTest {

  private static final int MEGABYTE = 1024 * 1024;

  /** Open to everybody, without a token: the mails to families lead here. */
  private static final String OPEN = "/rappels-par-courriel?jeton=x";

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String MULTIPART = "multipart/form-data; boundary=B";

  private final Visit visit = new Visit();

  @Test
  @DisplayName("a form of nobody that says its length")
  void a_form_with_its_length() {
    HttpResponse<String> answer = send(OPEN, FORM, BodyPublishers.ofByteArray(form(3)));

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("<html lang=\"fr\"", "Cet envoi est trop gros", "2 Mo");
  }

  @Test
  @DisplayName("a form of nobody that comes in chunks")
  void a_form_in_chunks() {
    HttpResponse<String> answer = send(OPEN, FORM, inChunks(form(3)));

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("<html lang=\"fr\"", "Cet envoi est trop gros", "2 Mo");
  }

  @Test
  void a_long_form_within_the_bound_is_read() {
    // What the link stands for is nobody's: only who read the form can say so.
    assertThat(send(OPEN, FORM, inChunks(form(1))).statusCode()).isEqualTo(404);
  }

  @Test
  void the_api_answers_with_a_problem() {
    withToken(Role.LOAN_AGENT)
        .body("{\"school\": \"" + "x".repeat(5 * MEGABYTE) + "\"}")
        .post("/api/v1/devices")
        .then()
        .statusCode(413)
        .contentType(startsWith("application/problem+json"))
        .body("detail", containsString("4 Mo"));
  }

  @Test
  void an_upload_has_the_bound_of_its_page() {
    visit.as(Officials.of(Role.REGION_MANAGER));

    HttpResponse<String> needs =
        send("/materiels/transferts/propositions/fichier", MULTIPART, inChunks(upload(13)));
    assertThat(needs.statusCode()).isEqualTo(413);
    assertThat(needs.body()).contains("12 Mo");

    // Read to its end: what it lacks is said beside the fields.
    assertThat(send("/materiels/livraisons/tableaux", MULTIPART, inChunks(upload(13))).statusCode())
        .isEqualTo(422);
    assertThat(send("/materiels/livraisons/tableaux", MULTIPART, inChunks(upload(23))).statusCode())
        .isEqualTo(413);
  }

  private HttpResponse<String> send(String path, String type, BodyPublisher body) {
    return visit.send(
        HttpRequest.newBuilder(address().resolve(path))
            .version(HttpClient.Version.HTTP_1_1)
            .header("Content-Type", type)
            .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
            .POST(body));
  }

  /** Of unknown length: HTTP/1.1 sends it in chunks. */
  private static BodyPublisher inChunks(byte[] body) {
    return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
  }

  private static byte[] form(int megabytes) {
    return bytes("choix=" + "x".repeat(megabytes * MEGABYTE));
  }

  private byte[] upload(int megabytes) {
    return bytes(
        part("name=\"csrf\"", visit.token())
            + part("name=\"file\"; filename=\"a.bin\"", "x".repeat(megabytes * MEGABYTE))
            + "--B--\r\n");
  }

  private static String part(String about, String content) {
    return "--B\r\nContent-Disposition: form-data; " + about + "\r\n\r\n" + content + "\r\n";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
