package fr.gestmat.reports.sheet;

import fr.gestmat.reports.sheet.SheetProblem.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** What a file is, by its first bytes. */
enum FileKind {
  TEXT,
  ZIP;

  private static final int HEAD = 8_192;
  private static final byte[] ZIP_MAGIC = {'P', 'K', 3, 4};
  private static final byte[] OLE2_MAGIC = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
  private static final List<String> HTML_STARTS =
      List.of("<!doctype html", "<html", "<head", "<body", "<table", "<meta", "<div", "<style");

  static FileKind of(Path file) throws IOException {
    byte[] head = head(file);
    if (head.length == 0) {
      throw new UnreadableException(Kind.EMPTY);
    }
    if (startsWith(head, ZIP_MAGIC)) {
      return ZIP;
    }
    if (startsWith(head, OLE2_MAGIC)) {
      throw new UnreadableException(isEncrypted(file) ? Kind.ENCRYPTED : Kind.OLD_EXCEL);
    }
    if (!hasUtf16Mark(head)) {
      refuseOtherText(head);
    }
    return TEXT;
  }

  private static void refuseOtherText(byte[] head) throws UnreadableException {
    String start =
        new String(head, StandardCharsets.ISO_8859_1)
            .replaceFirst("^\u00EF\u00BB\u00BF", "")
            .stripLeading()
            .toLowerCase(Locale.ROOT);
    if (HTML_STARTS.stream().anyMatch(start::startsWith)
        || (start.startsWith("<?xml") && start.contains("<html"))) {
      throw new UnreadableException(Kind.HTML);
    }
    boolean binary = start.chars().anyMatch(c -> c == 0);
    if (binary || start.startsWith("<") || start.startsWith("%pdf") || start.startsWith("{\\rtf")) {
      throw new UnreadableException(Kind.NOT_A_SPREADSHEET);
    }
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(HEAD);
    }
  }

  private static boolean startsWith(byte[] head, byte[] magic) {
    return head.length >= magic.length
        && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
  }

  static boolean hasUtf16Mark(byte[] head) {
    return head.length >= 2
        && ((head[0] == (byte) 0xFF && head[1] == (byte) 0xFE)
            || (head[0] == (byte) 0xFE && head[1] == (byte) 0xFF));
  }

  /** An XLSX with a password is an OLE2 file around an encrypted package (MS-OFFCRYPTO 2.2). */
  private static boolean isEncrypted(Path file) throws UnreadableException {
    try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
      return container.getRoot().hasEntryCaseInsensitive("EncryptedPackage");
    } catch (IOException | RuntimeException e) {
      throw new UnreadableException(Kind.DAMAGED);
    }
  }
}
