package fr.gestmat.filestore.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The numbered master keys: {@code GESTMAT_FILE_KEYS}, e.g. {@code 1:base64,2:base64} of 32 bytes
 * each, of which the highest number encrypts. Without the setting a key is made once in the file
 * {@code files/keys} of the data folder, for trials: it then lies beside what it protects.
 */
@ApplicationScoped
public class MasterKeys {

  private static final int KEY_BYTES = 32;

  private @Nullable TreeMap<Integer, SecretKey> keys;

  @Inject private DataFolder folder;

  /** For CDI. */
  public MasterKeys() {}

  /** Those of a folder. */
  MasterKeys(DataFolder folder) {
    this.folder = folder;
  }

  /** Given keys, for tests. */
  MasterKeys(String setting) throws IOException {
    this.keys = read(setting);
  }

  /** The key that encrypts, with its number. */
  Map.Entry<Integer, SecretKey> newest() throws IOException {
    return all().lastEntry();
  }

  /**
   * The key of a number.
   *
   * @throws IOException if it is not there any more
   */
  SecretKey of(int number) throws IOException {
    SecretKey key = all().get(number);
    if (key == null) {
      throw new IOException("master key " + number + " is not in GESTMAT_FILE_KEYS");
    }
    return key;
  }

  /** The key of a number, if it is still there. */
  Optional<SecretKey> find(int number) throws IOException {
    return Optional.ofNullable(all().get(number));
  }

  private synchronized TreeMap<Integer, SecretKey> all() throws IOException {
    if (keys == null) {
      Optional<String> setting =
          Optional.ofNullable(System.getenv("GESTMAT_FILE_KEYS")).filter(s -> !s.isBlank());
      keys = read(setting.isPresent() ? setting.get() : made());
    }
    return keys;
  }

  /** The key of a trial, made by whichever server comes first. */
  private String made() throws IOException {
    Path file = folder.keyFile();
    if (!Files.exists(file)) {
      byte[] key = new byte[KEY_BYTES];
      new SecureRandom().nextBytes(key);
      Path whole = folder.newFile();
      Files.writeString(whole, "1:" + Base64.getEncoder().encodeToString(key));
      try {
        Files.createLink(file, whole);
      } catch (FileAlreadyExistsException e) {
        // Another server was faster: its key counts.
      } finally {
        Files.delete(whole);
      }
    }
    return Files.readString(file, StandardCharsets.US_ASCII).strip();
  }

  private static TreeMap<Integer, SecretKey> read(String setting) throws IOException {
    TreeMap<Integer, SecretKey> read = new TreeMap<>();
    for (String part : setting.split(",", -1)) {
      int colon = part.indexOf(':');
      try {
        byte[] key = Base64.getDecoder().decode(part.substring(colon + 1).strip());
        if (colon < 1 || key.length != KEY_BYTES) {
          throw new IOException("GESTMAT_FILE_KEYS is not number:base64 of 32 bytes");
        }
        read.put(Integer.parseInt(part.substring(0, colon).strip()), new SecretKeySpec(key, "AES"));
      } catch (IllegalArgumentException e) {
        throw new IOException("GESTMAT_FILE_KEYS is not number:base64 of 32 bytes", e);
      }
    }
    return read;
  }
}
