package fr.gestmat.system.incontainer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The least of a mail server, where the server under test sends to. It refuses addresses that begin
 * with "unknown" for good and those that begin with "full" for now.
 */
final class SmtpTrap implements AutoCloseable {

  private final ServerSocket socket;
  private final List<Received> received = new CopyOnWriteArrayList<>();

  /** A mail, as it came, and when. */
  record Received(String to, String source, Instant at) {}

  SmtpTrap() throws IOException {
    socket =
        new ServerSocket(
            Integer.parseInt(System.getenv("GESTMAT_MAIL_PORT")),
            50,
            InetAddress.getByName("127.0.0.1"));
    Thread listener = new Thread(this::listen, "smtp-trap");
    listener.setDaemon(true);
    listener.start();
  }

  /** What came for an address. */
  List<Received> to(String address) {
    return received.stream().filter(mail -> mail.to().contains(address)).toList();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void listen() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        Thread talk = new Thread(() -> talk(client), "smtp-trap-client");
        talk.setDaemon(true);
        talk.start();
      } catch (IOException e) {
        return;
      }
    }
  }

  private void talk(Socket client) {
    try (client;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1))) {
      OutputStream out = client.getOutputStream();
      say(out, "220 trap");
      String to = "";
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String verb = line.toUpperCase(Locale.ROOT);
        if (verb.startsWith("RCPT") && line.contains("<unknown")) {
          say(out, "550 5.1.1 no such person");
        } else if (verb.startsWith("RCPT") && line.contains("<full")) {
          say(out, "452 4.2.2 mailbox full");
        } else if (verb.startsWith("DATA")) {
          say(out, "354 go on");
          received.add(new Received(to, data(in), Instant.now()));
          say(out, "250 kept");
        } else if (verb.startsWith("QUIT")) {
          say(out, "221 bye");
          return;
        } else {
          to = verb.startsWith("RCPT") ? line : to;
          say(out, "250 ok");
        }
      }
    } catch (IOException e) {
      // the client went away
    }
  }

  private static String data(BufferedReader in) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      text.append(line).append('\n');
    }
    return text.toString();
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }
}
