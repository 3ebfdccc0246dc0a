package fr.gestmat.system.product;

import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a load balancer sees. */
class HealthHttpIT extends HttpTest {

  @ParameterizedTest
  @ValueSource(strings = {"/health/live", "/health/ready"})
  void aStartedServerIsUp(String path) {
    anonymous().get(path).then().statusCode(200).body(equalTo("UP\n"));
  }

  @Test
  void theServerDoesNotSayWhatItIs() {
    anonymous()
        .get("/")
        .then()
        .header("Server", emptyOrNullString())
        .header("X-Powered-By", emptyOrNullString());
  }
}
