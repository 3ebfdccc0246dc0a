package fr.gestmat.web.security;

import fr.gestmat.access.BoundSetting;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.Problem;
import fr.gestmat.web.view.View;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses for a moment what somebody asks too often (M-E14): all calls of the API and what pages
 * send, by account; what nobody in particular sends (the simulator, a sign-on with a password), by
 * address; and what has a link mailed ({@link MailsLink}), by address and hour. It looks at no
 * body, so that none can break it, and stands before the resource reads one. Reading pages is not
 * counted, nor is what other servers send ({@link Uncounted}).
 *
 * <p>The usual bounds are far above what people do. A counter sends a scan a second at most, its
 * look at a replay and its signs of life some 40 times a minute; a day without network comes back
 * in one request. Eight such counters may be open under one account. A school is one address for
 * the sign-ons and simulations of everybody inside.
 */
@Provider
@Priority(RateFilter.AFTER_FORGERY)
@ApplicationScoped
public class RateFilter implements ContainerRequestFilter {

  /** Behind {@link ForgeryFilter}: nobody's allowance is spent by another site. */
  static final int AFTER_FORGERY = Priorities.AUTHORIZATION + 200;

  static final int TOO_MANY = 429;

  private static final int ACCOUNT = 1_200;
  private static final int ADDRESS = 600;

  /**
   * By the hour. Phones of one network may share an address: a whole town applies on the last
   * evening.
   */
  private static final int LINKS = 300;

  /** Of 100 bytes or so each. */
  private static final int MOST_KEPT = 50_000;

  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

  @Context private ResourceInfo resource;
  @Inject private HttpServletRequest request;
  @Inject private View view;
  @Inject private Clock clock;

  private final Allowances<Long> accounts =
      new Allowances<>(
          BoundSetting.of(System.getenv(), "GESTMAT_REQUESTS_PER_MINUTE", ACCOUNT), MOST_KEPT);
  private final Allowances<String> addresses =
      new Allowances<>(
          BoundSetting.of(System.getenv(), "GESTMAT_ANONYMOUS_REQUESTS_PER_MINUTE", ADDRESS),
          MOST_KEPT);
  private final Allowances<String> links =
      new Allowances<>(
          BoundSetting.of(System.getenv(), "GESTMAT_LINKS_PER_HOUR", LINKS),
          Duration.ofHours(1),
          MOST_KEPT);

  @Override
  public void filter(ContainerRequestContext context) throws IOException {
    boolean api = request.getRequestURI().startsWith("/api/");
    if (!api && READS.contains(context.getMethod())
        || resource.getResourceMethod().isAnnotationPresent(Uncounted.class)) {
      return;
    }
    Optional<Duration> wait =
        RequestIdentity.of(request)
            .map(known -> accounts.take(known.signedOn().caller().accountId(), clock.instant()))
            .orElseGet(() -> addresses.take(network(), clock.instant()));
    if (wait.isEmpty() && resource.getResourceMethod().isAnnotationPresent(MailsLink.class)) {
      wait = links.take(network(), clock.instant());
    }
    if (wait.isPresent()) {
      context.abortWith(refusal(context, wait.get().toSeconds()));
    }
  }

  private String network() {
    return ClientAddress.network(request);
  }

  private Response refusal(ContainerRequestContext context, long seconds) throws IOException {
    Response said =
        Calls.fromScript(request)
            ? Problem.response(
                TOO_MANY,
                view.text("common.error.tooMany"),
                view.text("identity.tooMany.wait", seconds),
                view.requestId())
            : Page.of(
                    "identity/too-many.jte",
                    new WaitPage(seconds, view.path(), PostedForm.whole(context)))
                .status(TOO_MANY);
    return Response.fromResponse(said).header(HttpHeaders.RETRY_AFTER, seconds).build();
  }
}
