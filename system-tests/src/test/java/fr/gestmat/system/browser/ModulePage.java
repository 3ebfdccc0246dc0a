package fr.gestmat.system.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/** An empty page next to the static files of the web module, to try its ES modules one by one. */
final class ModulePage implements AutoCloseable {

  private static final Path FILES = Path.of("..", "web-module", "src", "main", "webapp", "static");

  private final HttpServer server;
  private final BrowserContext context;
  private final Page page;

  private ModulePage(Chromium chromium) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          Path file = FILES.resolve(exchange.getRequestURI().getPath().substring(1)).normalize();
          boolean known = file.startsWith(FILES) && Files.isRegularFile(file);
          byte[] body = known ? Files.readAllBytes(file) : new byte[0];
          exchange
              .getResponseHeaders()
              .set(
                  "Content-Type",
                  file.toString().endsWith(".js") ? "text/javascript" : "text/html");
          exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    context = chromium.browser().newContext();
    page = context.newPage();
    page.navigate("http://localhost:" + server.getAddress().getPort() + "/");
  }

  /** Opens the page. */
  static ModulePage open(Chromium chromium) throws IOException {
    return new ModulePage(chromium);
  }

  /** The page. */
  Page page() {
    return page;
  }

  /** What the body of an asynchronous function returns. */
  Object run(String body) {
    return page.evaluate("async () => {" + body + "}");
  }

  @Override
  public void close() {
    context.close();
    server.stop(0);
  }
}
