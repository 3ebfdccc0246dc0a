package fr.gestmat.reports.attachment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A document that was checked and made harmless.
 *
 * @param kind what it is now; a HEIC that could be converted is a JPEG
 * @param name harmless name for people
 * @param content file with what is to be kept
 * @param pages its pages, 1 for a picture
 */
public record Attachment(AttachmentKind kind, String name, Path content, int pages) {

  /** Bytes of the largest file that is taken: 10 MB. */
  public static final long MOST_BYTES = 10L * 1024 * 1024;

  /** Pixels of the largest picture: more than any telephone takes. */
  public static final long MOST_PIXELS = 120_000_000L;

  /** Pages of the longest PDF that is kept as one picture: two sides of two cards. */
  public static final int COPY_PAGES = PageImages.MOST;

  /** Pages of the longest PDF. */
  public static final int MOST_PAGES = 100;

  /**
   * Checks a file and makes it harmless.
   *
   * @param received the bytes as they were sent
   * @param name the name that was sent with them
   * @param heic converts pictures of iPhones, if this machine can
   * @param work an empty file that may be filled
   * @return with {@code received} or {@code work} as its content
   * @throws AttachmentException if it is not taken, with the reason
   * @throws IOException if a file of ours cannot be read or written
   */
  public static Attachment of(Path received, String name, HeicDecoder heic, Path work)
      throws IOException, AttachmentException {
    long size = Files.size(received);
    if (size == 0) {
      throw new AttachmentException(AttachmentProblem.EMPTY);
    }
    if (size > MOST_BYTES) {
      throw new AttachmentException(AttachmentProblem.TOO_LARGE);
    }
    AttachmentName.check(name);
    Optional<AttachmentKind> kind = AttachmentKind.of(received);
    if (kind.isEmpty()) {
      throw new AttachmentException(AttachmentProblem.UNKNOWN_KIND);
    }
    return switch (kind.get()) {
      case PDF -> {
        int pages = CleanPdf.write(received, work);
        yield named(AttachmentKind.PDF, name, work, pages);
      }
      case JPEG, PNG -> {
        PictureCheck.check(received, kind.get());
        yield named(kind.get(), name, received, 1);
      }
      case HEIC -> {
        if (heic.convert(received, work)) {
          PictureCheck.check(work, AttachmentKind.JPEG);
          yield named(AttachmentKind.JPEG, name, work, 1);
        }
        yield named(AttachmentKind.HEIC, name, received, 1);
      }
    };
  }

  /**
   * A copy that is good for one purpose only: one picture with words across it (M-G12). Nothing
   * else of the file is in it.
   *
   * @param mark the words
   * @param target an empty file that is filled
   * @throws AttachmentException if no picture of it can be made
   * @throws IOException if a file of ours cannot be read or written
   */
  public Attachment marked(String mark, Path target) throws IOException, AttachmentException {
    MarkedCopy.write(this, mark, target);
    return named(AttachmentKind.JPEG, name, target, 1);
  }

  private static Attachment named(AttachmentKind kind, String name, Path content, int pages) {
    return new Attachment(kind, AttachmentName.of(name, kind), content, pages);
  }
}
