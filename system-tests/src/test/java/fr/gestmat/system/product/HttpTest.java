package fr.gestmat.system.product;

import fr.gestmat.access.Role;
import fr.gestmat.demo.Demonstration;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.extension.ExtendWith;

/** Base of tests that speak HTTP with the running product. */
@ExtendWith(Product.class)
public abstract class HttpTest {

  /** What runs; set before the first test of a class. */
  static Demonstration.Started product;

  /** Address of the product, without a final slash. */
  protected static URI address() {
    return product.address();
  }

  /** What runs around the product: people, mails, the ENT. */
  protected static Demonstration.Started product() {
    return product;
  }

  /** A connection of the application's account, to look at what was written. */
  protected static Connection database() throws SQLException {
    return product.database().connect();
  }

  /** Requests of nobody. */
  protected static RequestSpecification anonymous() {
    return RestAssured.given().baseUri(address().toString()).redirects().follow(false);
  }

  /** JSON requests with the sample token of a role. */
  protected static RequestSpecification withToken(Role role) {
    return anonymous()
        .header("Authorization", "Bearer " + product.access().token(role))
        .contentType(ContentType.JSON)
        .accept(ContentType.JSON);
  }
}
