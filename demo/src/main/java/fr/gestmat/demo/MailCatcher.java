package fr.gestmat.demo;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A mail server that delivers nothing: it keeps what the product sends until it is stopped, and
 * shows it on a page of plain text, the latest first. Both listen on this machine only.
 */
public final class MailCatcher implements AutoCloseable {

  private final GreenMail mail;
  private final HttpServer page;

  /**
   * Starts catching.
   *
   * @param smtpPort where the product sends
   * @param pagePort where people read
   * @throws IOException if a port is taken
   */
  public MailCatcher(int smtpPort, int pagePort) throws IOException {
    mail = new GreenMail(new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    page = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), pagePort), 20);
    page.createContext("/", this::show);
    page.start();
  }

  /** Port to send to. */
  public int smtpPort() {
    return mail.getSmtp().getPort();
  }

  /** The page's address. */
  public URI address() {
    return URI.create("http://localhost:" + page.getAddress().getPort() + "/");
  }

  /** What was sent so far, in the order of arrival. */
  public List<MimeMessage> received() {
    return List.of(mail.getReceivedMessages());
  }

  @Override
  public void close() {
    page.stop(0);
    mail.stop();
  }

  private void show(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = text().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private String text() throws IOException {
    StringBuilder text = new StringBuilder();
    List<MimeMessage> messages = received();
    text.append(messages.size()).append(" message(s)\n");
    for (int i = messages.size() - 1; i >= 0; i--) {
      text.append("\n----------------------------------------\n").append(text(messages.get(i)));
    }
    return text.toString();
  }

  private static String text(MimeMessage message) throws IOException {
    try {
      return "De : %s%nÀ : %s%nObjet : %s%n%n%s%n"
          .formatted(
              addresses(message.getFrom()),
              addresses(message.getAllRecipients()),
              message.getSubject(),
              plain(message.getContent()));
    } catch (MessagingException e) {
      throw new IOException("a message cannot be read", e);
    }
  }

  /** The words: of several forms the first, which is plain text. */
  private static String plain(Object content) throws IOException, MessagingException {
    return content instanceof Multipart several && several.getCount() > 0
        ? plain(several.getBodyPart(0).getContent())
        : content.toString();
  }

  private static String addresses(Address[] addresses) {
    return Arrays.stream(addresses).map(Address::toString).collect(Collectors.joining(", "));
  }
}
