package fr.gestmat.system.product;

import fr.gestmat.demo.ent.AttributeShape;
import fr.gestmat.demo.ent.EntPerson;
import fr.gestmat.demo.ent.ProfileSpelling;
import fr.gestmat.demo.territory.SampleAccess;
import fr.gestmat.demo.territory.SampleTerritory;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A browser without scripts: keeps cookies, fills the token of a form in, and follows a redirect
 * only when told, so that a test sees each answer.
 */
final class Visit {

  private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /** Opens a page of the product, or a whole address. */
  HttpResponse<String> open(String address) {
    return send(
        HttpRequest.newBuilder(at(address))
            .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
            .GET());
  }

  /** Goes where an answer sends the browser. */
  HttpResponse<String> follow(HttpResponse<String> answer) {
    return open(answer.uri().resolve(location(answer)).toString());
  }

  /** Sends a form with the token of this session, and further headers. */
  HttpResponse<String> post(String address, Map<String, String> fields, String... headers) {
    Map<String, String> all = new HashMap<>(fields);
    all.putIfAbsent("csrf", token());
    return send(form(address, all, headers));
  }

  /** Sends a form as it is. */
  HttpResponse<String> postBare(String address, Map<String, String> fields, String... headers) {
    return send(form(address, fields, headers));
  }

  private static HttpRequest.Builder form(
      String address, Map<String, String> fields, String... headers) {
    String body =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at(address))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    return headers.length == 0 ? request : request.headers(headers);
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The token of the forms that this browser sees. */
  String token() {
    Matcher token = TOKEN.matcher(open(signedOn() ? "/compte" : "/connexion").body());
    if (!token.find()) {
      throw new IllegalStateException("no form on the page");
    }
    return token.group(1);
  }

  /** Signs on with a password of ours, and further headers; the answer. */
  HttpResponse<String> password(String login, String password, String wanted, String... headers) {
    return post(
        "/connexion/compte",
        Map.of("login", login, "password", password, "suite", wanted),
        headers);
  }

  /** Signs a sample person of the region on. */
  Visit as(SampleAccess.Login official) {
    expect(303, password(official.login(), official.password(), "/"));
    return this;
  }

  /** Goes through the simulated ENT until the product has answered what it came back with. */
  HttpResponse<String> through(
      EntPerson person, AttributeShape shape, ProfileSpelling spelling, String wanted) {
    HttpResponse<String> toPortal = open(SampleTerritory.ENTRANCE + "?suite=" + encoded(wanted));
    String login = location(toPortal) + "&shape=" + shape + "&spelling=" + spelling;
    String service = query(login, "service").orElseThrow();
    HttpResponse<String> back =
        postBare(
            HttpTest.product().ent().address() + "/login",
            Map.of(
                "service",
                service,
                "person",
                person.login(),
                "shape",
                shape.name(),
                "spelling",
                spelling.name()));
    return open(location(back));
  }

  /** Signs a sample person on through the ENT. */
  Visit as(String fullName) {
    expect(
        303,
        through(person(fullName), AttributeShape.CONTAINER, ProfileSpelling.LETTERS, "/compte"));
    return this;
  }

  static EntPerson person(String fullName) {
    return HttpTest.product().people().stream()
        .filter(one -> one.fullName().equals(fullName))
        .findFirst()
        .orElseThrow();
  }

  /** Signs out of the portal. */
  void leavePortal(String form) {
    postBare(HttpTest.product().ent().address() + "/logout", Map.of("form", form));
  }

  /** Whether the product knows who this is. */
  boolean signedOn() {
    return open("/compte").statusCode() == 200;
  }

  /** The value of a cookie. */
  Optional<String> cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst();
  }

  /** Puts a cookie into the browser, as somebody who sat here before might have. */
  void plant(String name, String value) {
    HttpCookie cookie = new HttpCookie(name, value);
    String host = HttpTest.address().getHost();
    // As the cookie manager names a host without dots: otherwise both cookies would be kept.
    cookie.setDomain(host.contains(".") ? host : host + ".local");
    cookie.setPath("/");
    cookie.setVersion(0);
    cookies.getCookieStore().add(HttpTest.address(), cookie);
  }

  static String location(HttpResponse<String> answer) {
    return answer
        .headers()
        .firstValue("Location")
        .orElseThrow(
            () ->
                new AssertionError(
                    answer.uri() + " answers " + answer.statusCode() + "\n" + answer.body()));
  }

  static HttpResponse<String> expect(int status, HttpResponse<String> answer) {
    if (answer.statusCode() != status) {
      throw new AssertionError(
          answer.uri() + " answers " + answer.statusCode() + "\n" + answer.body());
    }
    return answer;
  }

  private static Optional<String> query(String address, String name) {
    return Arrays.stream(URI.create(address).getRawQuery().split("&"))
        .filter(part -> part.startsWith(name + "="))
        .map(part -> part.substring(name.length() + 1))
        .map(value -> URLDecoder.decode(value, StandardCharsets.UTF_8))
        .findFirst();
  }

  private static URI at(String address) {
    return HttpTest.address().resolve(address);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
