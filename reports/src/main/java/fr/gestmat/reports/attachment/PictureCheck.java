package fr.gestmat.reports.attachment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Looks at a picture without decoding it: its head must be whole and its size one that a browser
 * can hold. The bytes are kept as they are.
 */
final class PictureCheck {

  private PictureCheck() {}

  static void check(Path file, AttachmentKind kind) throws AttachmentException {
    Iterator<ImageReader> readers =
        ImageIO.getImageReadersByFormatName(kind == AttachmentKind.PNG ? "png" : "jpeg");
    ImageReader reader = readers.next();
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      reader.setInput(in, true, true);
      long width = reader.getWidth(0);
      long height = reader.getHeight(0);
      if (width < 1 || height < 1) {
        throw new AttachmentException(AttachmentProblem.DAMAGED);
      }
      if (width * height > Attachment.MOST_PIXELS) {
        throw new AttachmentException(AttachmentProblem.TOO_MANY_PIXELS);
      }
    } catch (IOException | RuntimeException e) {
      // Decoders answer broken files with whatever exception comes first.
      throw new AttachmentException(AttachmentProblem.DAMAGED, e);
    } finally {
      reader.dispose();
    }
  }
}
