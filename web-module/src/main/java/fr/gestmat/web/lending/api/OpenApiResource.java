package fr.gestmat.web.lending.api;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * Serves the OpenAPI 3.1 document, which is written by hand: it is the contract, not a picture of
 * the code.
 */
@Path("api/openapi.json")
@PermitAll
@ApplicationScoped
public class OpenApiResource {

  /** The document, UTF-8. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public byte[] document() {
    try (InputStream in =
        Objects.requireNonNull(OpenApiResource.class.getResourceAsStream("openapi.json"))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
