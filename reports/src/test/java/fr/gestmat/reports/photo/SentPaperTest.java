package fr.gestmat.reports.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;

/** What is taken as a paper that proves something, and what is not. */
class SentPaperTest {

  private static byte[] pdf(boolean closed) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      if (closed) {
        document.protect(new StandardProtectionPolicy("chef", "secret", new AccessPermission()));
      }
      document.save(out);
    }
    return out.toByteArray();
  }

  private static byte[] picture(String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(40, 60, BufferedImage.TYPE_INT_RGB), format, out);
    return out.toByteArray();
  }

  private static void isRefused(byte[] file, PhotoProblem problem) {
    assertThatThrownBy(() -> SentPaper.of(file))
        .isInstanceOfSatisfying(
            PhotoException.class, e -> assertThat(e.problem()).isEqualTo(problem));
  }

  @Test
  void a_pdf_is_kept_as_it_came_and_pictures_become_jpeg() throws Exception {
    byte[] pdf = pdf(false);
    assertThat(SentPaper.of(pdf).content()).isEqualTo(pdf);
    assertThat(SentPaper.of(pdf).mediaType()).isEqualTo("application/pdf");
    for (String format : new String[] {"jpeg", "png"}) {
      SentPaper taken = SentPaper.of(picture(format));
      assertThat(taken.mediaType()).isEqualTo("image/jpeg");
      assertThat(taken.ending()).isEqualTo(".jpg");
    }
  }

  @Test
  void what_can_not_be_read_is_refused_with_its_reason() throws Exception {
    isRefused(new byte[0], PhotoProblem.EMPTY);
    isRefused("<html>dépôt.pdf</html>".getBytes(StandardCharsets.UTF_8), PhotoProblem.NOT_A_PHOTO);
    isRefused(
        "%PDF-1.7 and nothing else".getBytes(StandardCharsets.US_ASCII), PhotoProblem.DAMAGED);
    isRefused(pdf(true), PhotoProblem.DAMAGED);
    byte[] large = Arrays.copyOf(pdf(false), Photo.MOST_BYTES + 1);
    isRefused(large, PhotoProblem.TOO_LARGE);
  }
}
