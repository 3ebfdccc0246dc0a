package fr.gestmat.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What changes when browsers reach us over https, as GESTMAT_PUBLIC_URL says. */
class HttpsTest {

  @ParameterizedTest
  @CsvSource({"https://prets.region.example, true", "http://prets.region.example, false"})
  void browsersAreToldToStayWithHttps(String url, boolean told) throws Exception {
    Map<String, String> headers = new HashMap<>();

    new SecurityHeaders(new PublicAddress(Optional.of(url)))
        .doFilter(plainRequest(), collecting(headers), (request, response) -> {});

    assertThat(headers.containsKey("Strict-Transport-Security")).isEqualTo(told);
  }

  @Test
  void aCookieSentOverHttpIsNotTheOneOfHttps() {
    Cookies cookies = new Cookies(new PublicAddress(Optional.of("https://prets.region.example")));

    assertThat(cookies.value(carrying("gestmat"), Cookies.SESSION)).isEmpty();
    assertThat(cookies.value(carrying("__Host-gestmat"), Cookies.SESSION)).contains("secret");
  }

  /** The proxy in front speaks http to us. */
  private static HttpServletRequest plainRequest() {
    return carrying("other");
  }

  private static HttpServletRequest carrying(String cookie) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            HttpsTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "isSecure" -> false;
                  case "getCookies" ->
                      new jakarta.servlet.http.Cookie[] {
                        new jakarta.servlet.http.Cookie(cookie, "secret")
                      };
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private static HttpServletResponse collecting(Map<String, String> headers) {
    return (HttpServletResponse)
        Proxy.newProxyInstance(
            HttpsTest.class.getClassLoader(),
            new Class<?>[] {HttpServletResponse.class},
            (proxy, method, arguments) -> {
              headers.put((String) arguments[0], (String) arguments[1]);
              return null;
            });
  }
}
