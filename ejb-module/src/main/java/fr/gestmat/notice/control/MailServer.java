package fr.gestmat.notice.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * The mail server of this installation: host, port and sender are those of the server's resource
 * {@code mail/gestmat}. With GESTMAT_MAIL_USER and GESTMAT_MAIL_PASSWORD we sign on, and with
 * GESTMAT_MAIL_TLS=required only through STARTTLS.
 */
@ApplicationScoped
class MailServer {

  private static final Logger LOG = System.getLogger(MailServer.class.getName());

  @Resource(lookup = "mail/gestmat")
  private Session resource;

  /** A connection, to be closed; several mails go through one. */
  Connection connect() throws MessagingException {
    Properties settings = new Properties();
    settings.putAll(resource.getProperties());
    Optional<String> user = setting("GESTMAT_MAIL_USER");
    settings.setProperty("mail.smtp.auth", Boolean.toString(user.isPresent()));
    settings.setProperty("mail.smtp.starttls.enable", "true");
    settings.setProperty(
        "mail.smtp.starttls.required",
        Boolean.toString(setting("GESTMAT_MAIL_TLS").equals(Optional.of("required"))));
    settings.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    Session session = Session.getInstance(settings);
    Transport transport = session.getTransport("smtp");
    if (user.isPresent()) {
      transport.connect(user.get(), setting("GESTMAT_MAIL_PASSWORD").orElse(""));
    } else {
      transport.connect();
    }
    return new Connection(session, transport);
  }

  private static Optional<String> setting(String name) {
    return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
  }

  /**
   * An open connection.
   *
   * @param session its settings
   * @param transport the connection
   */
  record Connection(Session session, Transport transport) implements AutoCloseable {

    /** Hands a mail over. */
    void send(MailQueue.Outgoing mail) throws MessagingException {
      MimeMessage message = message(session, mail);
      message.saveChanges();
      transport.sendMessage(message, message.getAllRecipients());
    }

    @Override
    public void close() throws MessagingException {
      transport.close();
    }
  }

  static MimeMessage message(Session session, MailQueue.Outgoing mail) throws MessagingException {
    MimeMessage message =
        new MimeMessage(session) {
          /** The same at each try, so that a mail that came twice after all is seen once. */
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + mail.publicId() + "@gestmat>");
          }
        };
    message.setFrom();
    message.setRecipient(MimeMessage.RecipientType.TO, address(mail.address(), mail.recipient()));
    List<InternetAddress> replyTo = replyTo(mail);
    if (!replyTo.isEmpty()) {
      message.setReplyTo(replyTo.toArray(InternetAddress[]::new));
    }
    message.setSubject(mail.letter().subject(), StandardCharsets.UTF_8.name());
    message.setSentDate(new Date());
    message.setHeader("Auto-Submitted", "auto-generated");
    if (mail.stop().isPresent()) {
      message.setHeader("List-Unsubscribe", "<" + mail.stop().get() + ">");
      message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    MimeBodyPart text = new MimeBodyPart();
    text.setText(mail.letter().text(), StandardCharsets.UTF_8.name());
    MimeBodyPart html = new MimeBodyPart();
    html.setText(mail.letter().html(), StandardCharsets.UTF_8.name(), "html");
    message.setContent(new MimeMultipart("alternative", text, html));
    return message;
  }

  /** None if it is no address: that is the school's fault, and not the recipient's. */
  static List<InternetAddress> replyTo(MailQueue.Outgoing mail) {
    if (mail.replyTo().isEmpty()) {
      return List.of();
    }
    try {
      return List.of(new InternetAddress(mail.replyTo().get(), true));
    } catch (AddressException e) {
      LOG.log(Level.INFO, "mail " + mail.id() + " goes without the address of its school", e);
      return List.of();
    }
  }

  private static InternetAddress address(String address, String name) throws MessagingException {
    try {
      InternetAddress whole =
          new InternetAddress(address, name.isBlank() ? null : name, StandardCharsets.UTF_8.name());
      whole.validate();
      return whole;
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }
}
