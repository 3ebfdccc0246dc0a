package fr.gestmat.reports.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** What a document can be. The first bytes decide, never the name or what a browser says. */
public enum AttachmentKind {
  /** A PDF. */
  PDF("application/pdf", "pdf"),
  /** A photograph. */
  JPEG("image/jpeg", "jpg"),
  /** A picture. */
  PNG("image/png", "png"),
  /** A photograph of an iPhone, which not every browser shows. */
  HEIC("image/heic", "heic");

  /** Bytes that are looked at; a PDF may begin a little later (ISO 32000, annex H). */
  private static final int HEAD = 1024;

  /** Brands of the pictures that are coded by HEVC (ISO/IEC 23008-12). */
  private static final Set<String> HEIC_BRANDS =
      Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1");

  private final String mediaType;
  private final String extension;

  AttachmentKind(String mediaType, String extension) {
    this.mediaType = mediaType;
    this.extension = extension;
  }

  /** Media type. */
  public String mediaType() {
    return mediaType;
  }

  /** Ending of its name, without the dot. */
  public String extension() {
    return extension;
  }

  /** What the bytes of a file say; empty if it is none of these. */
  public static Optional<AttachmentKind> of(Path file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(HEAD);
    }
    String text = new String(head, StandardCharsets.ISO_8859_1);
    if (text.startsWith("\u00ff\u00d8\u00ff")) {
      return Optional.of(JPEG);
    }
    if (text.startsWith("\u0089PNG\r\n\u001a\n")) {
      return Optional.of(PNG);
    }
    if (text.startsWith("ftyp", 4) && text.length() >= 12) {
      return isHeic(text) ? Optional.of(HEIC) : Optional.empty();
    }
    return text.contains("%PDF-") ? Optional.of(PDF) : Optional.empty();
  }

  /** The first box names what the file is, then everything else that it can be read as. */
  private static boolean isHeic(String head) {
    int end = Math.min(head.length(), Math.min(HEAD, head.charAt(2) << 8 | head.charAt(3)));
    String main = head.substring(8, 12);
    if ("avif".equals(main)) {
      return false;
    }
    if (HEIC_BRANDS.contains(main) && !"mif1".equals(main) && !"msf1".equals(main)) {
      return true;
    }
    for (int at = 16; at + 4 <= end; at += 4) {
      String brand = head.substring(at, at + 4);
      if (brand.startsWith("hei") || brand.startsWith("hev")) {
        return true;
      }
    }
    return false;
  }
}
