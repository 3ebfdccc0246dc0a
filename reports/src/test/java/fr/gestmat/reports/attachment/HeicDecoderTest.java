package fr.gestmat.reports.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A picture as an iPhone makes them, and the real program of libheif, which script/test installs.
 */
class HeicDecoderTest {

  private static final HeicDecoder REAL = HeicDecoder.of(System.getenv());

  @TempDir private Path folder;

  /** 300 by 400 pixels, red above and blue below. */
  private Path photo() throws IOException {
    Path file = folder.resolve("IMG_1.HEIC");
    try (InputStream photo = HeicDecoderTest.class.getResourceAsStream("photo.heic")) {
      Files.copy(photo, file, StandardCopyOption.REPLACE_EXISTING);
    }
    return file;
  }

  @Test
  @DisplayName("M-G01 a picture of an iPhone becomes a JPEG that everybody can look at")
  void converts() throws Exception {
    assertThat(REAL.isPresent()).as("heif-convert of libheif").isTrue();
    Path jpeg = Files.createTempFile(folder, "out", "");

    assertThat(REAL.convert(photo(), jpeg)).isTrue();

    BufferedImage image = ImageIO.read(jpeg.toFile());
    assertThat(image.getWidth()).isEqualTo(300);
    assertThat(image.getHeight()).isEqualTo(400);
    Color above = new Color(image.getRGB(20, 20));
    Color below = new Color(image.getRGB(20, 380));
    assertThat(above.getRed()).isGreaterThan(2 * above.getBlue());
    assertThat(below.getBlue()).isGreaterThan(2 * below.getRed());
  }

  @Test
  @DisplayName("M-G01 what a family sends as HEIC is kept as JPEG, without the program as it is")
  void isKeptAsJpeg() throws Exception {
    Attachment taken = Attachment.of(photo(), "IMG_1.HEIC", REAL, folder.resolve("work"));
    assertThat(taken.kind()).isEqualTo(AttachmentKind.JPEG);
    assertThat(taken.name()).isEqualTo("IMG_1.jpg");

    HeicDecoder none = HeicDecoder.of(Map.of("PATH", folder.toString()));
    assertThat(none.isPresent()).isFalse();
    Attachment asItIs = Attachment.of(photo(), "IMG_1.HEIC", none, folder.resolve("work"));
    assertThat(asItIs.kind()).isEqualTo(AttachmentKind.HEIC);
  }

  @Test
  @DisplayName("M-G02 a file that only says it is a HEIC stays as it is")
  void brokenOnes() throws Exception {
    Path broken =
        Files.writeString(folder.resolve("broken.heic"), "\0\0\0\u0018ftypheic\0\0\0\0mif1heic");
    Path jpeg = Files.writeString(folder.resolve("out"), "untouched");
    assertThat(REAL.convert(broken, jpeg)).isFalse();
    assertThat(jpeg).hasContent("untouched");
    assertThat(new HeicDecoder(Optional.of(Path.of("/bin/false"))).convert(photo(), jpeg))
        .isFalse();
    assertThat(jpeg).hasContent("untouched");
  }
}
