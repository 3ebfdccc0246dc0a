package fr.gestmat.web.view;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The static files of the archive, read once and kept in memory (well under 2 MB), with one version
 * over all of them: the addresses in a page change when any file changes, and modules that import
 * each other by relative paths stay together.
 */
@ApplicationScoped
public class StaticCatalogue {

  private static final String ROOT = "/static/";

  @Inject private ServletContext context;

  private volatile @Nullable Catalogue read;

  /** The address of a file below {@code static/}. */
  String address(String path) {
    return ROOT + catalogue().version() + "/" + path;
  }

  /** The addresses of all files whose paths below {@code static/} begin so. */
  public List<String> addresses(String beginning) {
    return catalogue().files().keySet().stream()
        .filter(path -> path.startsWith(beginning))
        .sorted()
        .map(this::address)
        .toList();
  }

  /** The text of a file below {@code static/} that has an address of its own besides. */
  public String text(String path) {
    return new String(
        Objects.requireNonNull(catalogue().files().get(path)).bytes(), StandardCharsets.UTF_8);
  }

  /**
   * The file that an address names.
   *
   * @param address the part after {@code /static/}: a version, a slash and a path; an old version
   *     finds the file of today
   */
  Optional<StaticFile> find(String address) {
    int slash = address.indexOf('/');
    return Optional.ofNullable(catalogue().files().get(address.substring(slash + 1)));
  }

  /** Whether the address names the files of today, which may be kept for ever. */
  boolean current(String address) {
    return address.startsWith(catalogue().version() + "/");
  }

  private Catalogue catalogue() {
    Catalogue known = read;
    if (known == null) {
      known = Catalogue.of(context);
      read = known;
    }
    return known;
  }

  /**
   * A file ready to be sent.
   *
   * @param type its media type, with the charset of text
   * @param bytes its content
   * @param zipped its content in gzip, absent where that would not be shorter
   */
  @SuppressWarnings("ArrayRecordComponent") // kept in one place, never compared
  record StaticFile(String type, byte[] bytes, Optional<byte[]> zipped) {}

  private record Catalogue(String version, Map<String, StaticFile> files) {

    private static final Map<String, String> TYPES =
        Map.of(
            "css", "text/css;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "svg", "image/svg+xml",
            "txt", "text/plain;charset=UTF-8",
            "woff2", "font/woff2",
            "png", "image/png",
            "ico", "image/x-icon",
            "webmanifest", "application/manifest+json");

    static Catalogue of(ServletContext context) {
      Map<String, StaticFile> files = new TreeMap<>();
      try {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        collect(context, ROOT, files);
        files.forEach(
            (path, file) -> {
              digest.update(path.getBytes(StandardCharsets.UTF_8));
              digest.update(file.bytes());
            });
        return new Catalogue(HexFormat.of().formatHex(digest.digest(), 0, 6), Map.copyOf(files));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }

    private static void collect(
        ServletContext context, String folder, Map<String, StaticFile> files) throws IOException {
      Set<String> paths = context.getResourcePaths(folder);
      if (paths == null) {
        return;
      }
      for (String path : paths) {
        if (path.endsWith("/")) {
          collect(context, path, files);
        } else {
          try (InputStream in = context.getResourceAsStream(path)) {
            files.put(path.substring(ROOT.length()), file(path, in.readAllBytes()));
          }
        }
      }
    }

    private static StaticFile file(String path, byte[] bytes) throws IOException {
      String type =
          TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), "application/octet-stream");
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
        gzip.write(bytes);
      }
      return new StaticFile(
          type,
          bytes,
          out.size() < bytes.length * 0.9 ? Optional.of(out.toByteArray()) : Optional.empty());
    }
  }
}
