package fr.gestmat.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Properties;

/**
 * What the build chose to run with.
 *
 * @param payaraVersion of the server
 * @param payaraZip where Maven keeps it
 * @param mariadbVersion of the embedded database, such as 11.4.5
 */
record Distribution(String payaraVersion, Path payaraZip, String mariadbVersion) {

  /** What the build wrote down beside this class. */
  static Distribution built() {
    Properties written = new Properties();
    try (InputStream in = Distribution.class.getResourceAsStream("distribution.properties")) {
      if (in == null) {
        throw new IllegalStateException("the build did not write distribution.properties");
      }
      written.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Distribution(
        written.getProperty("payara.version"),
        Path.of(written.getProperty("payara.zip")),
        written.getProperty("mariadb.version"));
  }
}
