package fr.gestmat.filestore.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The examples that Amazon publishes for Signature Version 4 of S3. */
class RequestSignatureTest {

  private static final ObjectStore STORE =
      new ObjectStore(
          URI.create("https://examplebucket.s3.amazonaws.com/"),
          "us-east-1",
          "AKIAIOSFODNN7EXAMPLE",
          "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
  private static final Instant THEN = Instant.parse("2013-05-24T00:00:00Z");

  private static String signature(String query) {
    Map<String, String> headers =
        RequestSignature.headers(
            STORE,
            "GET",
            URI.create("https://examplebucket.s3.amazonaws.com/?" + query),
            RequestSignature.sha256(new byte[0]),
            THEN);
    String authorization = headers.get("Authorization");
    return authorization.substring(authorization.indexOf("Signature=") + 10);
  }

  @Test
  void signsAsPublished() {
    assertThat(signature("lifecycle="))
        .isEqualTo("fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543");
    assertThat(signature("max-keys=2&prefix=J"))
        .isEqualTo("34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7");
  }

  @Test
  void saysNothingOfTheSecret() {
    assertThat(STORE.toString()).doesNotContain("wJalr");
  }
}
