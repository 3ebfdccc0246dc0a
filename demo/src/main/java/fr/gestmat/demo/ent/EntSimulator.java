package fr.gestmat.demo.ent;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A school portal on this machine: a CAS server of versions 2 and 3 whose sign-in page lists sample
 * people to click instead of asking for a password. Never to be reached from outside: it listens on
 * the loopback address only.
 *
 * <p>How it writes attributes is chosen for each sign-on, on its page or by the parameters {@code
 * shape} and {@code spelling} of {@code /login}.
 */
public final class EntSimulator implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(EntSimulator.class.getName());
  private static final Duration TICKET_LIFE = Duration.ofSeconds(30);

  private final HttpServer server;
  private final ExecutorService workers = Executors.newFixedThreadPool(4);
  private final Map<String, EntPerson> people = new LinkedHashMap<>();
  private final PortalPages pages;
  private final ServiceTickets tickets;
  private final LogoutNotice notice;
  private final EntOptions defaults;

  /**
   * Starts the portal.
   *
   * @param port where it listens on the loopback address, 0 for any free port
   * @param people who can sign on, in the order of the page
   * @param service the address below which the portal's tiles open
   * @param defaults how it speaks unless the page says otherwise
   * @param clock decides when tickets expire, 30 seconds after they were given
   * @throws IOException if the port is taken
   */
  public EntSimulator(
      int port, List<EntPerson> people, URI service, EntOptions defaults, Clock clock)
      throws IOException {
    people.forEach(person -> this.people.put(person.login(), person));
    this.defaults = defaults;
    this.tickets = new ServiceTickets(clock, TICKET_LIFE);
    this.notice = new LogoutNotice(clock);
    this.pages = new PortalPages(people, service);
    this.server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
    server.setExecutor(workers);
    route("/", this::portal);
    route("/icone.svg", exchange -> exchange.svg(PortalPages.ICON));
    route("/login", this::login);
    route("/logout", this::logout);
    route("/serviceValidate", this::validate);
    route("/p3/serviceValidate", this::validate);
    server.start();
  }

  /** The portal's address, without a final slash. */
  public URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /** Stops answering. */
  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }

  private interface Handler {
    void handle(Exchange exchange) throws IOException;
  }

  private void route(String path, Handler handler) {
    server.createContext(
        path,
        http -> {
          try {
            if (http.getRequestURI().getPath().equals(path)) {
              handler.handle(new Exchange(http));
            } else {
              notFound(http);
            }
          } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "the portal failed on " + http.getRequestURI(), e);
            http.close();
          }
        });
  }

  private static void notFound(HttpExchange http) throws IOException {
    http.sendResponseHeaders(404, -1);
    http.close();
  }

  private void portal(Exchange exchange) throws IOException {
    Optional<ServiceTickets.SignOn> signOn = tickets.find(exchange.cookie());
    exchange.html(
        200,
        signOn.isPresent()
            ? pages.portal(signOn.get().person(), signOn.get().options())
            : pages.signIn(Optional.empty(), defaults));
  }

  private void login(Exchange exchange) throws IOException {
    Optional<String> service = exchange.parameter("service");
    EntOptions options =
        new EntOptions(
            exchange.choice("shape", defaults.shape()),
            exchange.choice("spelling", defaults.spelling()));
    if (exchange.isPost()) {
      Optional<EntPerson> person = exchange.parameter("person").map(people::get);
      if (person.isEmpty()) {
        exchange.html(200, pages.signIn(service, options));
        return;
      }
      String cookie = tickets.signOn(person.get(), options);
      exchange.setCookie(cookie);
      enter(exchange, tickets.find(Optional.of(cookie)).orElseThrow(), service);
      return;
    }
    Optional<ServiceTickets.SignOn> signOn = tickets.find(exchange.cookie());
    if (signOn.isPresent()) {
      enter(exchange, signOn.get(), service);
    } else {
      exchange.html(200, pages.signIn(service, options));
    }
  }

  private void enter(Exchange exchange, ServiceTickets.SignOn signOn, Optional<String> service)
      throws IOException {
    if (service.isEmpty()) {
      exchange.redirect("/");
      return;
    }
    String address = service.get();
    String ticket = tickets.grant(signOn, address).id();
    String separator = address.contains("?") ? "&" : "?";
    exchange.redirect(
        address + separator + "ticket=" + URLEncoder.encode(ticket, StandardCharsets.UTF_8));
  }

  private void validate(Exchange exchange) throws IOException {
    Optional<String> ticket = exchange.parameter("ticket");
    Optional<String> service = exchange.parameter("service");
    if (ticket.isEmpty() || service.isEmpty()) {
      exchange.xml(CasAnswer.failure("INVALID_REQUEST", "service and ticket are both required"));
      return;
    }
    Optional<ServiceTickets.SignOn> signOn = tickets.redeem(ticket.get(), service.get());
    if (signOn.isEmpty()) {
      exchange.xml(CasAnswer.failure("INVALID_TICKET", "ticket not recognized"));
      return;
    }
    exchange.xml(CasAnswer.success(signOn.get().person(), signOn.get().options()));
  }

  private void logout(Exchange exchange) throws IOException {
    LogoutForm form = exchange.choice("form", LogoutForm.FIELD);
    tickets
        .signOut(exchange.cookie())
        .ifPresent(signOn -> signOn.granted().forEach(ticket -> notice.send(ticket, form)));
    exchange.dropCookie();
    Optional<String> service = exchange.parameter("service");
    if (service.isPresent()) {
      exchange.redirect(service.get());
    } else {
      exchange.html(200, pages.signedOut());
    }
  }
}
