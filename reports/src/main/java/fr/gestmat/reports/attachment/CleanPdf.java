package fr.gestmat.reports.attachment;

import fr.gestmat.reports.pdf.PdfFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;

/**
 * Writes a PDF anew with nothing but its pages and what is seen on them. Scripts, actions, forms,
 * attachments and links are not looked for and removed: they are not taken over in the first place.
 * What a family typed into a form or wrote on a page becomes part of the page.
 *
 * <p>The content is never whole in memory: it is read from and buffered in files.
 */
final class CleanPdf {

  /** What a page keeps: its content, its measures, and what its content refers to. */
  private static final Set<COSName> KEPT =
      Set.of(
          COSName.TYPE,
          COSName.PARENT,
          COSName.RESOURCES,
          COSName.CONTENTS,
          COSName.MEDIA_BOX,
          COSName.CROP_BOX,
          COSName.ROTATE,
          COSName.GROUP,
          COSName.getPDFName("UserUnit"));

  private CleanPdf() {}

  /**
   * Writes the clean copy.
   *
   * @return how many pages it has
   * @throws AttachmentException if it asks for a password, is damaged, or has too many pages
   * @throws IOException if the copy cannot be written
   */
  static int write(Path from, Path to) throws IOException, AttachmentException {
    try (PDDocument sent = open(from);
        PDDocument clean = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
      int pages = pages(sent);
      try {
        drawForms(sent);
        for (int i = 0; i < pages; i++) {
          PDPage page = sent.getPage(i);
          DrawnAnnotations.draw(sent, page);
          strip(clean.importPage(page));
        }
      } catch (IOException | RuntimeException e) {
        throw new AttachmentException(AttachmentProblem.DAMAGED, e);
      }
      clean.save(to.toFile());
      return pages;
    }
  }

  private static PDDocument open(Path file) throws AttachmentException {
    try {
      PDDocument sent = PdfFile.open(file);
      // Many offices lock their letters against changes: who can read one may send it.
      sent.setAllSecurityToBeRemoved(true);
      return sent;
    } catch (InvalidPasswordException e) {
      throw new AttachmentException(AttachmentProblem.PASSWORD, e);
    } catch (IOException | RuntimeException e) {
      throw new AttachmentException(AttachmentProblem.DAMAGED, e);
    }
  }

  private static int pages(PDDocument sent) throws AttachmentException {
    int pages;
    try {
      pages = sent.getNumberOfPages();
    } catch (RuntimeException e) {
      throw new AttachmentException(AttachmentProblem.DAMAGED, e);
    }
    if (pages < 1 || pages > Attachment.MOST_PAGES) {
      throw new AttachmentException(AttachmentProblem.PAGES);
    }
    return pages;
  }

  /** Some programs leave the drawing of what was typed to who opens the form. */
  private static void drawForms(PDDocument sent) {
    try {
      PDAcroForm form = sent.getDocumentCatalog().getAcroForm();
      if (form != null && form.getNeedAppearances()) {
        form.refreshAppearances();
      }
    } catch (IOException | RuntimeException e) {
      // What can be drawn is; a person sees what is missing.
      return;
    }
  }

  private static void strip(PDPage page) {
    COSDictionary dictionary = page.getCOSObject();
    for (COSName name : Set.copyOf(dictionary.keySet())) {
      if (!KEPT.contains(name)) {
        dictionary.removeItem(name);
      }
    }
  }
}
