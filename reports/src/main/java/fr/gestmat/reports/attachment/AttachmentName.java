package fr.gestmat.reports.attachment;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;

/**
 * Names of documents, for people: what a browser sends is a wish. They are never names on a disk.
 */
public final class AttachmentName {

  /** Characters of the longest name, its ending included. */
  public static final int LONGEST = 100;

  private static final Set<String> TAKEN =
      Set.of("pdf", "jpg", "jpeg", "jpe", "jfif", "png", "heic", "heif");

  private AttachmentName() {}

  /**
   * Refuses names that end like something else than a document.
   *
   * @throws AttachmentException if there is no ending, or one that we do not take
   */
  public static void check(String sent) throws AttachmentException {
    String name = lastPart(sent);
    int dot = name.lastIndexOf('.');
    if (dot < 0 || dot == name.length() - 1) {
      throw new AttachmentException(AttachmentProblem.NO_EXTENSION);
    }
    if (!TAKEN.contains(name.substring(dot + 1).strip().toLowerCase(Locale.ROOT))) {
      throw new AttachmentException(AttachmentProblem.WRONG_EXTENSION);
    }
  }

  /**
   * A harmless name: no path, no control or direction characters, no markup, one ending, which is
   * that of the bytes.
   */
  public static String of(String sent, AttachmentKind kind) {
    String name = lastPart(sent);
    int dot = name.lastIndexOf('.');
    String stem =
        Normalizer.normalize(dot < 0 ? name : name.substring(0, dot), Normalizer.Form.NFC)
            .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}]", "")
            .replaceAll("[<>:\"/\\\\|?*&'`=;.%$#{}\\[\\]]+", "_")
            .replaceAll("[\\p{Z}\\s]+", " ")
            .strip();
    String plain = stem.replaceAll("^[_ ~-]+|[_ ]+$", "");
    return cut(plain.isEmpty() ? "document" : plain, kind.extension());
  }

  /** The same name with a number, if one of {@code others} has it already: "avis (2).pdf". */
  public static String distinct(String name, Collection<String> others) {
    String free = name;
    int dot = name.lastIndexOf('.');
    for (int number = 2; contains(others, free); number++) {
      String mark = " (" + number + ")";
      String stem = name.substring(0, dot);
      int most = LONGEST - mark.length() - (name.length() - dot);
      free = stem.substring(0, Math.min(stem.length(), most)) + mark + name.substring(dot);
    }
    return free;
  }

  private static boolean contains(Collection<String> names, String name) {
    return names.stream().anyMatch(name::equalsIgnoreCase);
  }

  private static String cut(String stem, String extension) {
    int most = LONGEST - extension.length() - 1;
    int end = Math.min(stem.length(), most);
    if (end < stem.length() && Character.isHighSurrogate(stem.charAt(end - 1))) {
      end--;
    }
    return stem.substring(0, end).strip() + "." + extension;
  }

  private static String lastPart(String sent) {
    return sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1).strip();
  }
}
