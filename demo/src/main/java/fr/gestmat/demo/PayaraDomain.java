package fr.gestmat.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.mariadb.jdbc.Driver;

/**
 * The domain of one workplace, configured once exactly as an administrator would, with the shipped
 * {@code ear/src/main/payara/settings.asadmin}, and again only when those settings, the server or
 * the driver changed. Every start takes up the configured state, without applications.
 */
final class PayaraDomain {

  /** The name of the domain, as in the distribution. */
  static final String NAME = "domain1";

  private final Workplace workplace;
  private final PayaraInstallation installation;

  PayaraDomain(Workplace workplace, PayaraInstallation installation) {
    this.workplace = workplace;
    this.installation = installation;
  }

  /** The domain's directory; its name is the domain's name. */
  Path directory() {
    return parent().resolve(NAME);
  }

  /** What asadmin calls the domain directory: it holds the domain's. */
  Path parent() {
    return workplace.domains();
  }

  PayaraInstallation installation() {
    return installation;
  }

  Workplace workplace() {
    return workplace;
  }

  /** Makes the domain ready to start. */
  void prepare(Map<String, String> environment) {
    try {
      String digest = digest();
      if (!Files.exists(digestFile()) || !Files.readString(digestFile()).equals(digest)) {
        Workplace.delete(directory());
        PayaraInstallation.copy(installation.pristineDomain(), directory());
        Files.copy(driver(), directory().resolve("lib").resolve("mariadb-java-client.jar"));
        PayaraServer.configure(this, settings(), environment);
        Files.copy(configuration(), configured(), StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(digestFile(), digest);
      }
      Files.copy(configured(), configuration(), StandardCopyOption.REPLACE_EXISTING);
      Workplace.delete(directory().resolve("applications"));
      Workplace.delete(directory().resolve("generated"));
    } catch (IOException e) {
      throw new UncheckedIOException("the domain " + directory() + " cannot be written", e);
    }
  }

  private Path settings() {
    return workplace.checkout().resolve("ear/src/main/payara/settings.asadmin");
  }

  private Path configuration() {
    return directory().resolve("config").resolve("domain.xml");
  }

  private Path configured() {
    return directory().resolve("config").resolve("domain.xml.configured");
  }

  private Path digestFile() {
    return directory().resolve("configured.sha256");
  }

  private String digest() throws IOException {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(Files.readAllBytes(settings()));
      sha256.update(driver().getFileName().toString().getBytes(StandardCharsets.UTF_8));
      sha256.update(installation.root().toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sha256.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static Path driver() {
    try {
      return Path.of(Driver.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the driver is no file", e);
    }
  }
}
