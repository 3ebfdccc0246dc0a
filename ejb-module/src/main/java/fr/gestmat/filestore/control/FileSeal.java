package fr.gestmat.filestore.control;

import fr.gestmat.filestore.entity.SealedKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
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
 *
 * <p>The wrapped key is kept in the file's row, so that another master key is one small write and a
 * removed row leaves nothing that could be read. Files of the first format carry theirs in their
 * own head; they are opened and wrapped anew, and none is written any more.
 */
@ApplicationScoped
public class FileSeal {

  private static final byte[] MAGIC = {'G', 'S', 'F', '1'};
  private static final byte[] STREAMED = {'G', 'S', 'F', '2'};
  private static final int KEY_BITS = 256;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final int WRAPPED = KEY_BITS / 8 + TAG_BITS / 8;

  private final SecureRandom random = new SecureRandom();

  @Inject private MasterKeys keys;

  /** For CDI. */
  public FileSeal() {}

  /** With the keys of a trial, for what fills its data folder before a server runs. */
  public static FileSeal of(DataFolder folder) {
    return new FileSeal(new MasterKeys(folder));
  }

  /** With given keys, for tests. */
  FileSeal(MasterKeys keys) {
    this.keys = keys;
  }

  /**
   * Seals a stream, piece by piece.
   *
   * @param sealed gets the sealed bytes and is closed
   * @return the file's key, to be kept beside it
   * @throws IOException if there is no master key
   */
  public SealedKey seal(InputStream plain, OutputStream sealed) throws IOException {
    SecretKey own = dataKey();
    SealedKey wrapped = wrap(own.getEncoded());
    byte[] prefix = new byte[SealedStream.PREFIX];
    random.nextBytes(prefix);
    sealed.write(STREAMED);
    sealed.write(prefix);
    try (OutputStream out = SealedStream.sealing(own, prefix, sealed)) {
      plain.transferTo(out);
    }
    return wrapped;
  }

  /**
   * Opens a stream that was sealed. Closing it closes the sealed one.
   *
   * @throws ChangedFileException now or while it is read, if it was changed
   * @throws IOException if its master key is gone, or it cannot be read
   */
  public InputStream open(SealedKey key, InputStream sealed) throws IOException {
    if (!Arrays.equals(sealed.readNBytes(STREAMED.length), STREAMED)) {
      throw new ChangedFileException("not a sealed file");
    }
    byte[] prefix = sealed.readNBytes(SealedStream.PREFIX);
    if (prefix.length < SealedStream.PREFIX) {
      throw new ChangedFileException("a sealed file was cut off");
    }
    return SealedStream.opening(new SecretKeySpec(unwrap(key), "AES"), prefix, sealed);
  }

  /** The same data key, wrapped by the newest master key. */
  public SealedKey rewrap(SealedKey key) throws IOException {
    return wrap(unwrap(key));
  }

  /** The number of the master key that new files get. */
  public int newestMaster() throws IOException {
    return keys.newest().getKey();
  }

  /** The number of the master key that a file of the first format needs. */
  int masterOf(byte[] file) throws IOException {
    if (file.length < MAGIC.length + 4
        || !Arrays.equals(Arrays.copyOf(file, MAGIC.length), MAGIC)) {
      throw new IOException("not a sealed file");
    }
    return ByteBuffer.wrap(file).getInt(MAGIC.length);
  }

  private SealedKey wrap(byte[] own) throws IOException {
    Map.Entry<Integer, SecretKey> master = keys.newest();
    byte[] nonce = nonce();
    try {
      byte[] wrapped = crypt(Cipher.ENCRYPT_MODE, master.getValue(), nonce, own);
      return new SealedKey(
          master.getKey(),
          ByteBuffer.allocate(nonce.length + wrapped.length).put(nonce).put(wrapped).array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES in GCM", e);
    }
  }

  private byte[] unwrap(SealedKey key) throws IOException {
    byte[] wrapped = key.wrapped();
    try {
      return crypt(
          Cipher.DECRYPT_MODE,
          keys.of(key.master()),
          Arrays.copyOf(wrapped, NONCE),
          Arrays.copyOfRange(wrapped, NONCE, NONCE + WRAPPED));
    } catch (GeneralSecurityException e) {
      throw new IOException("the key of a sealed file was changed", e);
    }
  }

  private SecretKey dataKey() {
    try {
      KeyGenerator generator = KeyGenerator.getInstance("AES");
      generator.init(KEY_BITS, random);
      return generator.generateKey();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES", e);
    }
  }

  /**
   * Seals a file in the first format, whose key is in its head.
   *
   * @throws IOException if there is no master key
   */
  public byte[] seal(byte[] content) throws IOException {
    Map.Entry<Integer, SecretKey> master = keys.newest();
    try {
      SecretKey own = dataKey();
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
   * Opens a file of the first format.
   *
   * @throws IOException if it is none, was changed, or its master key is gone
   */
  public byte[] open(byte[] file) throws IOException {
    try {
      ByteBuffer in = ByteBuffer.wrap(file);
      if (!Arrays.equals(take(in, MAGIC.length), MAGIC)) {
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
