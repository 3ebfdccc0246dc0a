package fr.gestmat.filestore.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs links (HMAC-SHA-256) with a key that is derived from the newest master key, so that every
 * server reads what another one signed.
 */
@ApplicationScoped
public class LinkSeal {

  private static final int SIGNATURE = 32;
  private static final int LENGTH = Integer.BYTES + Long.BYTES + 2 * Long.BYTES + SIGNATURE;
  private static final byte[] PURPOSE = "file links".getBytes(StandardCharsets.US_ASCII);

  @Inject private MasterKeys keys;

  /** For CDI. */
  public LinkSeal() {}

  /** With given keys, for tests. */
  LinkSeal(MasterKeys keys) {
    this.keys = keys;
  }

  /** A link to a subject for an account until a moment. */
  public String make(UUID subject, long accountId, Instant until) throws IOException {
    var newest = keys.newest();
    ByteBuffer link = ByteBuffer.allocate(LENGTH);
    link.putInt(newest.getKey())
        .putLong(until.getEpochSecond())
        .putLong(subject.getMostSignificantBits())
        .putLong(subject.getLeastSignificantBits());
    link.put(signature(newest.getValue(), link, accountId));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(link.array());
  }

  /** What a link is of, if it was signed for this account and is still good. */
  public Optional<UUID> read(String text, long accountId, Instant now) throws IOException {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    if (bytes.length != LENGTH) {
      return Optional.empty();
    }
    ByteBuffer link = ByteBuffer.wrap(bytes);
    Optional<SecretKey> key = keys.find(link.getInt());
    long until = link.getLong();
    UUID subject = new UUID(link.getLong(), link.getLong());
    byte[] signature = new byte[SIGNATURE];
    link.get(signature).position(LENGTH - SIGNATURE);
    return key.isPresent()
            && MessageDigest.isEqual(signature, signature(key.get(), link, accountId))
            && now.getEpochSecond() < until
        ? Optional.of(subject)
        : Optional.empty();
  }

  /** Of everything before the buffer's position, and of the account, which is not in the link. */
  private static byte[] signature(SecretKey master, ByteBuffer link, long accountId) {
    try {
      Mac derive = Mac.getInstance("HmacSHA256");
      derive.init(new SecretKeySpec(master.getEncoded(), "HmacSHA256"));
      Mac sign = Mac.getInstance("HmacSHA256");
      sign.init(new SecretKeySpec(derive.doFinal(PURPOSE), "HmacSHA256"));
      sign.update(link.array(), 0, LENGTH - SIGNATURE);
      return sign.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(accountId).array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
