package fr.gestmat.reports.attachment;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.util.Matrix;

/**
 * Draws what lies on a page into the page: a signature by finger, a note, the fields of a form.
 * Only how it looks is taken, nothing of what it does.
 */
final class DrawnAnnotations {

  private static final Set<String> NEVER =
      Set.of("Popup", "Link", "FileAttachment", "Movie", "Sound", "Screen", "RichMedia", "3D");

  private DrawnAnnotations() {}

  static void draw(PDDocument document, PDPage page) throws IOException {
    for (PDAnnotation annotation : page.getAnnotations()) {
      PDRectangle place = annotation.getRectangle();
      if (annotation.isHidden()
          || annotation.isNoView()
          || NEVER.contains(String.valueOf(annotation.getSubtype()))
          || place == null) {
        continue;
      }
      PDAppearanceStream looks = annotation.getNormalAppearanceStream();
      if (looks != null && looks.getBBox() != null) {
        draw(document, page, new PDFormXObject(looks.getCOSObject()), place);
      }
    }
  }

  /** Fits the picture into its place (ISO 32000-1, 12.5.5). */
  private static void draw(PDDocument document, PDPage page, PDFormXObject looks, PDRectangle place)
      throws IOException {
    Rectangle2D box = looks.getBBox().transform(looks.getMatrix()).getBounds2D();
    if (box.getWidth() <= 0 || box.getHeight() <= 0) {
      return;
    }
    AffineTransform fit = new AffineTransform();
    fit.translate(place.getLowerLeftX(), place.getLowerLeftY());
    fit.scale(place.getWidth() / box.getWidth(), place.getHeight() / box.getHeight());
    fit.translate(-box.getX(), -box.getY());
    try (PDPageContentStream content =
        new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
      content.saveGraphicsState();
      content.transform(new Matrix(fit));
      content.drawForm(looks);
      content.restoreGraphicsState();
    }
  }
}
