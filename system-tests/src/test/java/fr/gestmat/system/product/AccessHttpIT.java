package fr.gestmat.system.product;

import fr.gestmat.access.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever lacks the role of a resource finds nothing there. */
class AccessHttpIT extends HttpTest {

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/devices", "/api/v1/loans", "/api/v1/pupils"})
  void whoLacksTheRoleFindsNothing(String path) {
    withToken(Role.LOAN_AGENT).get(path).then().statusCode(200);
    withToken(Role.AUDITOR).get(path).then().statusCode(404);
    anonymous().accept("application/json").get(path).then().statusCode(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/scans", "/api/v1/deliveries"})
  void whoLacksTheRoleWritesNothing(String path) {
    withToken(Role.AUDITOR).body("{}").post(path).then().statusCode(404);
    withToken(Role.LOAN_AGENT).body("{}").post(path).then().statusCode(400);
    anonymous().contentType("application/json").body("{}").post(path).then().statusCode(401);
  }
}
