package fr.gestmat.web.identity;

import fr.gestmat.identity.boundary.Invitation;
import fr.gestmat.web.security.PublicAddress;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.View;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * Shows a link to choose a password, this once, and mails it where an address is known. The account
 * is there already: a mail that fails undoes nothing, and the page says so.
 */
@RequestScoped
public class InvitationPage {

  private static final Logger LOG = System.getLogger(InvitationPage.class.getName());

  @Resource(lookup = "mail/gestmat")
  private Session mail;

  @Inject private HttpServletRequest request;
  @Inject private PublicAddress address;
  @Inject private View view;

  Response show(Invitation invitation) {
    URI link =
        UriBuilder.fromUri(address.origin(request))
            .path(ActivationResource.HERE)
            .path("{secret}")
            .build(invitation.secret());
    Optional<Boolean> mailed = invitation.email().map(to -> send(to, invitation, link));
    return Page.of(
            "identity/invitation.jte",
            new Shown(
                invitation.name(),
                invitation.login(),
                link,
                invitation.expires(),
                invitation.email().orElse(""),
                mailed,
                AccountResource.address(invitation.account())))
        .status(200);
  }

  private boolean send(String to, Invitation invitation, URI link) {
    try {
      MimeMessage message = new MimeMessage(mail);
      message.setFrom();
      message.setRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
      message.setSubject(
          view.text("identity.invitation.mail.subject"), StandardCharsets.UTF_8.name());
      message.setText(
          String.join(
              "\n\n",
              view.text("identity.invitation.mail.hello", invitation.name()),
              view.text("identity.invitation.mail.text", invitation.login()),
              link.toString(),
              view.text(
                  "identity.invitation.mail.until", view.format().moment(invitation.expires())),
              view.text("identity.invitation.mail.unasked")),
          StandardCharsets.UTF_8.name());
      Transport.send(message);
      return true;
    } catch (MessagingException e) {
      LOG.log(Level.WARNING, "a link to choose a password was not mailed", e);
      return false;
    }
  }

  /**
   * What the page shows.
   *
   * @param name whose account
   * @param login what they will sign on with
   * @param link lets them choose a password, once
   * @param expires until when
   * @param email where it was mailed; empty without an address
   * @param mailed whether the mail was taken; absent without an address
   * @param account page of the account
   */
  public record Shown(
      String name,
      String login,
      URI link,
      Instant expires,
      String email,
      Optional<Boolean> mailed,
      URI account) {}
}
