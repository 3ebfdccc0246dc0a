package fr.gestmat.filestore.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts what is kept on disk (AES-256-GCM): each file has a data key of its own, which a
 * numbered master key wraps. A newer master key encrypts new files, the older ones go on opening
 * theirs.
 */
@ApplicationScoped
public class FileSeal {

  private static final byte[] MAGIC = {'G', 'S', 'F', '1'};
  private static final int KEY_BITS = 256;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final int WRAPPED = KEY_BITS / 8 + TAG_BITS / 8;

  private final SecureRandom random = new SecureRandom();

  @Inject private MasterKeys keys;

  /** For CDI. */
  public FileSeal() {}

  /** With given keys, for tests. */
  FileSeal(MasterKeys keys) {
    this.keys = keys;
  }

  /**
   * Seals a file.
   *
   * @throws IOException if there is no master key
   */
  public byte[] seal(byte[] content) throws IOException {
    Map.Entry<Integer, SecretKey> master = keys.newest();
    try {
      KeyGenerator generator = KeyGenerator.getInstance("AES");
      generator.init(KEY_BITS, random);
      SecretKey own = generator.generateKey();
      byte[] wrapNonce = nonce();
      byte[] nonce = nonce();
      byte[] wrapped = crypt(Cipher.ENCRYPT_MODE, master.getValue(), wrapNonce, own.getEncoded());
      byte[] sealed = crypt(Cipher.ENCRYPT_MODE, own, nonce, content);
      return ByteBuffer.allocate(MAGIC.length + 4 + NONCE + WRAPPED + NONCE + sealed.length)
          .put(MAGIC)
          .putInt(master.getKey())
          .put(wrapNonce)
          .put(wrapped)
          .put(nonce)
          .put(sealed)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES in GCM", e);
    }
  }

  /**
   * Opens a sealed file.
   *
   * @throws IOException if it is none, was changed, or its master key is gone
   */
  public byte[] open(byte[] file) throws IOException {
    try {
      ByteBuffer in = ByteBuffer.wrap(file);
      if (!java.util.Arrays.equals(take(in, MAGIC.length), MAGIC)) {
        throw new IOException("not a sealed file");
      }
      SecretKey master = keys.of(in.getInt());
      byte[] wrapNonce = take(in, NONCE);
      byte[] own = crypt(Cipher.DECRYPT_MODE, master, wrapNonce, take(in, WRAPPED));
      byte[] nonce = take(in, NONCE);
      return crypt(
          Cipher.DECRYPT_MODE, new SecretKeySpec(own, "AES"), nonce, take(in, in.remaining()));
    } catch (GeneralSecurityException | BufferUnderflowException e) {
      throw new IOException("a sealed file was changed, or its key is another one", e);
    }
  }

  private byte[] nonce() {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    return nonce;
  }

  private static byte[] take(ByteBuffer in, int length) {
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }

  private static byte[] crypt(int mode, SecretKey key, byte[] nonce, byte[] content)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    return cipher.doFinal(content);
  }
}
