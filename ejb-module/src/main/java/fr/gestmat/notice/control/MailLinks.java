package fr.gestmat.notice.control;

import fr.gestmat.notice.entity.RecipientKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Addresses in mails that say who the reader is without a sign-on: signed, so that nobody can make
 * one for somebody else. They do not expire, as the mail that holds one does not.
 */
@ApplicationScoped
public class MailLinks {

  private static final Pattern TOKEN = Pattern.compile("([PG])([0-9]{1,18})\\.([A-Za-z0-9_-]{43})");

  @PersistenceContext private EntityManager entities;

  private final Optional<String> origin;
  private volatile byte @Nullable [] secret;

  /** With the address that people know us by. */
  @Inject
  public MailLinks() {
    origin =
        Optional.ofNullable(System.getenv("GESTMAT_PUBLIC_URL"))
            .map(String::strip)
            .filter(url -> !url.isEmpty())
            .map(url -> url.replaceAll("/+$", ""));
  }

  /**
   * Who holds a token.
   *
   * @param kind pupil or guardian
   * @param id in the directory
   */
  public record Reader(RecipientKind kind, long id) {}

  /** Where everybody comes in, if we know our own address. */
  Optional<String> home() {
    return origin.map(url -> url + "/");
  }

  /**
   * A page of ours as mails name it.
   *
   * @param path begins with a slash
   * @return the path alone if we do not know our own address
   */
  public String page(String path) {
    return origin.orElse("") + path;
  }

  /** Where a reader turns reminders off, if we know our own address. */
  Optional<String> stop(Reader reader) {
    return origin.map(url -> url + "/rappels-par-courriel?jeton=" + token(reader));
  }

  /** The token of a reader. */
  public String token(Reader reader) {
    String who = (reader.kind() == RecipientKind.PUPIL ? "P" : "G") + reader.id();
    return who + "." + signature(who);
  }

  /** Who a token was made for; absent if we made no such token. */
  public Optional<Reader> read(String token) {
    Matcher parts = TOKEN.matcher(token);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String expected = signature(parts.group(1) + parts.group(2));
    boolean ours =
        MessageDigest.isEqual(
            expected.getBytes(StandardCharsets.US_ASCII),
            parts.group(3).getBytes(StandardCharsets.US_ASCII));
    return ours
        ? Optional.of(
            new Reader(
                parts.group(1).equals("P") ? RecipientKind.PUPIL : RecipientKind.GUARDIAN,
                Long.parseLong(parts.group(2))))
        : Optional.empty();
  }

  private String signature(String who) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret(), "HmacSHA256"));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(mac.doFinal(("reminders:" + who).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] secret() {
    byte[] known = secret;
    if (known == null) {
      known =
          (byte[])
              entities
                  .createNativeQuery("select secret from mail_key where id = 1")
                  .getSingleResult();
      secret = known;
    }
    return known;
  }
}
