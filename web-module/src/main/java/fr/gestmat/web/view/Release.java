package fr.gestmat.web.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which release of the product this is. */
final class Release {

  /** The version, as the build wrote it. */
  static final String VERSION = read();

  private Release() {}

  private static String read() {
    Properties release = new Properties();
    try (InputStream in = Release.class.getResourceAsStream("release.properties")) {
      if (in != null) {
        release.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return release.getProperty("version", "");
  }
}
