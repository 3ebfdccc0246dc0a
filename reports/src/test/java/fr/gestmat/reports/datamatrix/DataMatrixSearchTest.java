package fr.gestmat.reports.datamatrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The code of a page is read however the page was photographed or scanned. */
class DataMatrixSearchTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "scan at 200 dpi, 1654, 1166, 0.3, 0, 0, 3, 0",
    "scan at 150 dpi, 1240, 874, -0.6, 0, 0, 3, 0",
    "upside down, 1654, 1166, 180, 0, 0, 3, 0",
    "photo held well, 2400, 1700, 4, 0.05, 0.2, 5, 1",
    "photo turned and tilted, 2400, 2000, 37, 0.25, 0.4, 6, 1",
    "photo turned the other way, 2400, 2400, -115, 0.3, 0.4, 6, 1",
    "small photo, 1400, 1000, 8, 0.1, 0.3, 4, 0"
  })
  void readsTheCode(
      String name,
      int width,
      int height,
      double degrees,
      double tilt,
      double light,
      double noise,
      int blur)
      throws Exception {
    Random random = new Random(name.hashCode());
    String text = Printed.text(random);
    BufferedImage page = Printed.page(text, 24, random);
    BufferedImage photograph =
        new Photograph(width, height, degrees, tilt, light, noise, blur).of(page, random);
    assertThat(DataMatrixSearch.read(photograph)).containsExactly(text);
  }

  @Test
  void findsNothingOnAPageOfText() throws Exception {
    BufferedImage page = Printed.page("never seen", 24, new Random(1));
    BufferedImage rest = page.getSubimage(0, 800, page.getWidth(), page.getHeight() - 800);
    assertThat(DataMatrixSearch.read(rest)).isEmpty();
    assertThat(DataMatrixSearch.read(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB)))
        .isEmpty();
  }
}
