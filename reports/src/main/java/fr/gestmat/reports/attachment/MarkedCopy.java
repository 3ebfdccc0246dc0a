package fr.gestmat.reports.attachment;

import fr.gestmat.reports.document.Typeface;
import fr.gestmat.reports.photo.Photo;
import fr.gestmat.reports.photo.PhotoException;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.util.Matrix;

/**
 * A copy of an identity paper that is good for one purpose only: one picture, with that purpose
 * written across all of it (M-G12). Whoever gets hold of it cannot take it for the paper, and the
 * words cannot be taken off without what is below them.
 */
final class MarkedCopy {

  /** Pixels of the longer side of a page: what is printed on a card can be read. */
  private static final int LONGEST_SIDE = Photo.LONGEST_SIDE;

  private static final double SLOPE = Math.toRadians(30);
  private static final float STRENGTH = 0.45f;
  private static final Color INK = new Color(0x9B, 0x1C, 0x1C);

  private MarkedCopy() {}

  /**
   * Writes the copy as a JPEG.
   *
   * @param mark what stands across it
   * @throws AttachmentException if it is no picture that can be drawn here, or too many pages
   */
  static void write(Attachment paper, String mark, Path target)
      throws IOException, AttachmentException {
    BufferedImage marked = mark(below(pages(paper)), mark);
    if (!ImageIO.write(marked, "jpeg", target.toFile())) {
      throw new IOException("no JPEG can be written");
    }
  }

  private static List<BufferedImage> pages(Attachment paper)
      throws IOException, AttachmentException {
    return switch (paper.kind()) {
      case HEIC -> throw new AttachmentException(AttachmentProblem.CANNOT_BE_DRAWN);
      case JPEG, PNG -> List.of(upright(paper.content()));
      case PDF -> {
        if (paper.pages() > PageImages.MOST) {
          throw new AttachmentException(AttachmentProblem.COPY_PAGES);
        }
        List<BufferedImage> pages = new ArrayList<>();
        try {
          PageImages.show(paper.content(), AttachmentKind.PDF, page -> !pages.add(smaller(page)));
        } catch (IOException e) {
          throw new AttachmentException(AttachmentProblem.DAMAGED, e);
        }
        yield pages;
      }
    };
  }

  /** Turned as the camera held it; a browser no longer knows once the picture is written anew. */
  private static BufferedImage upright(Path file) throws IOException, AttachmentException {
    try {
      return ImageIO.read(new ByteArrayInputStream(Photo.of(Files.readAllBytes(file)).jpeg()));
    } catch (PhotoException e) {
      throw new AttachmentException(AttachmentProblem.DAMAGED, e);
    }
  }

  private static BufferedImage smaller(BufferedImage page) {
    double scale = Math.min(1, (double) LONGEST_SIDE / Math.max(page.getWidth(), page.getHeight()));
    int width = Math.max(1, (int) Math.round(page.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(page.getHeight() * scale));
    BufferedImage drawn = white(width, height);
    Graphics2D graphics = drawn.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(page, 0, 0, width, height, null);
    graphics.dispose();
    return drawn;
  }

  /** One below the other. */
  private static BufferedImage below(List<BufferedImage> pages) {
    if (pages.size() == 1) {
      return pages.get(0);
    }
    int width = pages.stream().mapToInt(BufferedImage::getWidth).max().orElseThrow();
    BufferedImage all = white(width, pages.stream().mapToInt(BufferedImage::getHeight).sum());
    Graphics2D graphics = all.createGraphics();
    int top = 0;
    for (BufferedImage page : pages) {
      graphics.drawImage(page, 0, top, null);
      top += page.getHeight();
    }
    graphics.dispose();
    return all;
  }

  private static BufferedImage white(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.dispose();
    return image;
  }

  /** Drawn by way of a page, with the typeface that letters have: servers may have none. */
  private static BufferedImage mark(BufferedImage picture, String mark) throws IOException {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(new PDRectangle(picture.getWidth(), picture.getHeight()));
      document.addPage(page);
      Typeface face = Typeface.bold(document);
      try (PDPageContentStream on = new PDPageContentStream(document, page)) {
        on.drawImage(LosslessFactory.createFromImage(document, picture), 0, 0);
        PDExtendedGraphicsState pale = new PDExtendedGraphicsState();
        pale.setNonStrokingAlphaConstant(STRENGTH);
        on.setGraphicsStateParameters(pale);
        on.setNonStrokingColor(INK);
        across(on, face, face.printable(mark), picture.getWidth(), picture.getHeight());
      }
      document.save(written);
    }
    try (PDDocument document = Loader.loadPDF(written.toByteArray())) {
      return new PDFRenderer(document).renderImage(0, 1, ImageType.RGB);
    }
  }

  /** Slanting lines over the whole, each a bit further, so that no part is without words. */
  private static void across(
      PDPageContentStream on, Typeface face, String mark, int width, int height)
      throws IOException {
    float size = Math.max(8, Math.min(width, height) / 22f);
    float step = size * 3;
    float length = face.width(mark, size) + 2 * size;
    float reach = (float) Math.hypot(width, height);
    on.beginText();
    on.setFont(face.font(), size);
    int line = 0;
    for (float up = -reach; up < reach; up += step) {
      for (float along = -reach - line % 3 * length / 3; along < reach; along += length) {
        Matrix place = Matrix.getRotateInstance(SLOPE, 0, 0);
        place.translate(along, up);
        on.setTextMatrix(place);
        on.showText(mark);
      }
      line++;
    }
    on.endText();
  }
}
