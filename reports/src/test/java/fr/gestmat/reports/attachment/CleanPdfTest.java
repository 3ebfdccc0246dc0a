package fr.gestmat.reports.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDJavascriptNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationRubberStamp;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What acts is gone, what is seen stays. */
class CleanPdfTest {

  @TempDir private Path folder;

  private Path clean(Pdfs.Change change) throws Exception {
    Path sent = Pdfs.write(folder.resolve("sent.pdf"), 2, change);
    Path clean = folder.resolve("clean.pdf");
    assertThat(CleanPdf.write(sent, clean)).isEqualTo(2);
    return clean;
  }

  private static String seen(Path pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      return new PDFTextStripper().getText(document);
    }
  }

  /** Everything that a file holds, written without compression. */
  private String raw(Path pdf) throws IOException {
    Path flat = folder.resolve("flat.pdf");
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      document.save(
          flat.toFile(), org.apache.pdfbox.pdfwriter.compress.CompressParameters.NO_COMPRESSION);
    }
    return new String(Files.readAllBytes(flat), StandardCharsets.ISO_8859_1);
  }

  @Test
  @DisplayName("M-M10 scripts, actions, links, attachments and forms are not taken over")
  void nothingActs() throws Exception {
    Path clean =
        clean(
            document -> {
              var catalog = document.getDocumentCatalog();
              catalog.setOpenAction(new PDActionJavaScript("app.alert('open')"));
              PDDocumentNameDictionary names = new PDDocumentNameDictionary(catalog);
              PDJavascriptNameTreeNode scripts = new PDJavascriptNameTreeNode();
              scripts.setNames(Map.of("all", new PDActionJavaScript("app.alert('named')")));
              names.setJavascript(scripts);
              PDComplexFileSpecification file = new PDComplexFileSpecification();
              file.setFile("evil.exe");
              file.setEmbeddedFile(
                  new PDEmbeddedFile(document, new ByteArrayInputStream(new byte[] {'M', 'Z'})));
              PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
              files.setNames(Map.of("evil.exe", file));
              names.setEmbeddedFiles(files);
              catalog.setNames(names);
              PDAnnotationLink link = new PDAnnotationLink();
              link.setRectangle(new PDRectangle(0, 0, 100, 100));
              PDActionLaunch launch = new PDActionLaunch();
              launch.getCOSObject().setString(COSName.F, "cmd.exe");
              link.setAction(launch);
              PDAnnotationLink web = new PDAnnotationLink();
              web.setRectangle(new PDRectangle(0, 100, 100, 100));
              PDActionURI address = new PDActionURI();
              address.setURI("http://evil.example/");
              web.setAction(address);
              document.getPage(0).getAnnotations().add(link);
              document.getPage(0).getAnnotations().add(web);
              COSDictionary additional = new COSDictionary();
              additional.setItem(COSName.O, new PDActionJavaScript("app.alert('page')"));
              document.getPage(1).getCOSObject().setItem(COSName.AA, additional);
              PDAcroForm form = new PDAcroForm(document);
              COSArray xfa = new COSArray();
              xfa.add(new COSString("<xdp:xdp>"));
              form.getCOSObject().setItem(COSName.XFA, xfa);
              catalog.setAcroForm(form);
            });
    assertThat(raw(clean))
        .doesNotContain("/JavaScript", "/JS", "alert", "/Launch", "cmd.exe", "/EmbeddedFile")
        .doesNotContain("evil", "/XFA", "xdp", "/AcroForm", "/OpenAction", "/AA", "/URI", "/Annot");
    assertThat(seen(clean)).contains("page 1", "page 2");
  }

  @Test
  void whatWasTypedAndStampedIsPartOfThePage() throws Exception {
    Path clean =
        clean(
            document -> {
              PDAcroForm form = new PDAcroForm(document);
              document.getDocumentCatalog().setAcroForm(form);
              PDResources fonts = new PDResources();
              fonts.put(
                  COSName.getPDFName("Helv"), new PDType1Font(Standard14Fonts.FontName.HELVETICA));
              form.setDefaultResources(fonts);
              PDTextField field = new PDTextField(form);
              field.setPartialName("name");
              field.setDefaultAppearance("/Helv 12 Tf 0 g");
              form.getFields().add(field);
              var widget = field.getWidgets().get(0);
              widget.setRectangle(new PDRectangle(72, 600, 200, 20));
              widget.setPage(document.getPage(0));
              document.getPage(0).getAnnotations().add(widget);
              field.setValue("Nadia Essai");
              stamp(document);
            });
    assertThat(seen(clean)).contains("page 1", "Nadia Essai", "lu et approuve");
    assertThat(raw(clean)).doesNotContain("/AcroForm", "/Annot", "/Widget");
  }

  private static void stamp(PDDocument document) throws IOException {
    PDAnnotationRubberStamp stamp = new PDAnnotationRubberStamp();
    stamp.setRectangle(new PDRectangle(300, 300, 100, 50));
    PDAppearanceStream looks = new PDAppearanceStream(document);
    looks.setBBox(new PDRectangle(0, 0, 200, 100));
    looks.setResources(new PDResources());
    try (PDPageContentStream content = new PDPageContentStream(document, looks)) {
      content.beginText();
      content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 24);
      content.newLineAtOffset(10, 40);
      content.showText("lu et approuve");
      content.endText();
    }
    PDAppearanceDictionary appearance = new PDAppearanceDictionary();
    appearance.setNormalAppearance(looks);
    stamp.setAppearance(appearance);
    document.getPage(1).getAnnotations().add(stamp);
  }
}
