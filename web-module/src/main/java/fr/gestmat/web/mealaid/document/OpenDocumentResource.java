package fr.gestmat.web.mealaid.document;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Refusal;
import fr.gestmat.access.Role;
import fr.gestmat.mealaid.boundary.document.DocumentDownloads;
import fr.gestmat.mealaid.boundary.document.OpenedDocument;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.ErrorPage;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Where everybody opens a document that they may see: family and officers, in a page of ours or
 * alone. The address that pages hold leads to one that lives for ten minutes (M-G08).
 */
@OpenTo(Role.SIGNED_ON)
@Path("document")
@RequestScoped
public class OpenDocumentResource {

  /** Nothing of a document may load or run anything; our own pages may show it beside a form. */
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; object-src 'self';"
          + " frame-ancestors 'self'";

  private static final String FRAMED =
      "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self';"
          + " frame-ancestors 'self'";

  @Inject private DocumentDownloads downloads;
  @Inject private View view;
  @Inject private Clock clock;

  /** Leads to a fresh link. */
  @GET
  @Path("{id}")
  public Response link(@PathParam("id") UUID id) throws IOException {
    Answer<String> link = downloads.link(id).orElseThrow(NotFoundException::new);
    if (link instanceof Answer.Refused<String> refused) {
      return tooMany(refused.reasons().get(0));
    }
    String path = "/document/ouvert/" + ((Answer.Done<String>) link).value();
    return Response.seeOther(URI.create(path))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  /** Says so also where the page of an application shows the document. */
  private Response tooMany(Refusal reason) {
    Instant until = (Instant) reason.data().get(0);
    long seconds = Math.max(1, Duration.between(clock.instant(), until).toSeconds());
    return Response.fromResponse(
            Page.of(
                    "error/error.jte",
                    new ErrorPage(
                        "aiddocument.refused.documentsTooMany",
                        "aiddocument.refused." + reason.code(),
                        view.requestId()))
                .status(429))
        .header(HttpHeaders.RETRY_AFTER, seconds)
        .header("X-Frame-Options", "SAMEORIGIN")
        .header("Content-Security-Policy", FRAMED)
        .build();
  }

  /** The document of a link. */
  @GET
  @Path("ouvert/{link}")
  public Response open(@PathParam("link") String link) throws IOException {
    OpenedDocument document = downloads.open(link).orElseThrow(NotFoundException::new);
    StreamingOutput content =
        out -> {
          try (InputStream in = document.content()) {
            in.transferTo(out);
          }
        };
    return Response.ok(content, document.mediaType())
        .header(HttpHeaders.CONTENT_LENGTH, document.bytes())
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition(document))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("X-Content-Type-Options", "nosniff")
        .header("X-Frame-Options", "SAMEORIGIN")
        .header("Content-Security-Policy", POLICY)
        .build();
  }

  /** What browsers show is shown; a HEIC, which most do not, is saved. */
  private static String disposition(OpenedDocument document) {
    String plain = document.name().replaceAll("[^A-Za-z0-9._-]", "_");
    String whole = URLEncoder.encode(document.name(), StandardCharsets.UTF_8).replace("+", "%20");
    String how = "image/heic".equals(document.mediaType()) ? "attachment" : "inline";
    return how + "; filename=\"" + plain + "\"; filename*=UTF-8''" + whole;
  }
}
