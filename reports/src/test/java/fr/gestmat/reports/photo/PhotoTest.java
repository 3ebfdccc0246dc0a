package fr.gestmat.reports.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken as a photo, and what is left in it. */
class PhotoTest {

  private static final String PLACE = "GPS 48.5734 N 7.7521 E";

  /** A picture whose corners are red, green, blue and white, in the order of reading. */
  private static BufferedImage picture(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    Color[] colours = {Color.RED, Color.GREEN, Color.BLUE, Color.WHITE};
    for (int i = 0; i < 4; i++) {
      graphics.setColor(colours[i]);
      graphics.fillRect(i % 2 * width / 2, i / 2 * height / 2, width / 2, height / 2);
    }
    graphics.dispose();
    return image;
  }

  private static byte[] file(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    assertThat(ImageIO.write(image, format, bytes)).isTrue();
    return bytes.toByteArray();
  }

  /** The same JPEG with what a camera writes beside the picture. */
  private static byte[] withExif(byte[] jpeg, int orientation) {
    ByteBuffer exif = ByteBuffer.allocate(6 + 8 + 2 + 12 + 4 + PLACE.length());
    exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
    exif.put((byte) 'M').put((byte) 'M').putShort((short) 42).putInt(8);
    exif.putShort((short) 1);
    exif.putShort((short) 0x0112).putShort((short) 3).putInt(1);
    exif.putShort((short) orientation).putShort((short) 0);
    exif.putInt(0).put(PLACE.getBytes(StandardCharsets.US_ASCII));
    ByteBuffer file = ByteBuffer.allocate(jpeg.length + 4 + exif.capacity());
    file.put(jpeg, 0, 2).put((byte) 0xFF).put((byte) 0xE1);
    file.putShort((short) (exif.capacity() + 2)).put(exif.array());
    file.put(jpeg, 2, jpeg.length - 2);
    return file.array();
  }

  private static PhotoProblem problem(byte[] file) {
    return catchThrowableOfType(PhotoException.class, () -> Photo.of(file)).problem();
  }

  private static String corners(Photo photo) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(photo.jpeg()));
    StringBuilder seen = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      int x = i % 2 == 0 ? image.getWidth() / 8 : image.getWidth() * 7 / 8;
      int y = i / 2 == 0 ? image.getHeight() / 8 : image.getHeight() * 7 / 8;
      Color colour = new Color(image.getRGB(x, y));
      boolean red = colour.getRed() > 128;
      boolean green = colour.getGreen() > 128;
      seen.append(red && green ? 'W' : red ? 'R' : green ? 'G' : 'B');
    }
    return seen.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "1, RGBW, 400, 200",
    "2, GRWB, 400, 200",
    "3, WBGR, 400, 200",
    "4, BWRG, 400, 200",
    "5, RBGW, 200, 400",
    "6, BRWG, 200, 400",
    "7, WGBR, 200, 400",
    "8, GWRB, 200, 400",
    "9, RGBW, 400, 200",
  })
  void stands_upright_and_says_nothing_of_the_camera(
      int orientation, String expected, int width, int height) throws Exception {
    byte[] sent = withExif(file(picture(400, 200), "jpeg"), orientation);
    assertThat(new String(sent, StandardCharsets.ISO_8859_1)).contains(PLACE);
    Photo photo = Photo.of(sent);
    assertThat(corners(photo)).isEqualTo(expected);
    assertThat(photo.width()).isEqualTo(width);
    assertThat(photo.height()).isEqualTo(height);
    assertThat(new String(photo.jpeg(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "GPS");
  }

  @Test
  void a_large_picture_is_kept_smaller() throws Exception {
    Photo photo = Photo.of(file(picture(4032, 3024), "jpeg"));
    assertThat(photo.width()).isEqualTo(1600);
    assertThat(photo.height()).isEqualTo(1200);
    assertThat(photo.jpeg().length).isLessThan(400_000);
  }

  @Test
  void a_png_becomes_a_jpeg_on_white() throws Exception {
    BufferedImage image = new BufferedImage(60, 60, BufferedImage.TYPE_INT_ARGB);
    Photo photo = Photo.of(file(image, "png"));
    assertThat(photo.jpeg()).startsWith(0xFF, 0xD8);
    assertThat(corners(photo)).isEqualTo("WWWW");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%PDF-1.7 pas une photo",
        "GIF89a",
        "<svg xmlns='http://www.w3.org/2000/svg'/>",
        "RIFF....WEBP",
        "photo.jpg",
      })
  void what_is_no_photo_is_refused_whatever_its_name(String content) {
    assertThat(problem(content.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(PhotoProblem.NOT_A_PHOTO);
  }

  @Test
  void a_page_that_begins_like_a_photo_is_damaged() throws Exception {
    byte[] jpeg = file(picture(400, 200), "jpeg");
    assertThat(problem(Arrays.copyOf(jpeg, 200))).isEqualTo(PhotoProblem.DAMAGED);
    assertThat(problem(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, '<', 'h', 't'}))
        .isEqualTo(PhotoProblem.DAMAGED);
  }

  @Test
  void sizes_are_bounded_before_anything_is_decoded() throws Exception {
    assertThat(problem(new byte[0])).isEqualTo(PhotoProblem.EMPTY);
    assertThat(problem(new byte[Photo.MOST_BYTES + 1])).isEqualTo(PhotoProblem.TOO_LARGE);
    byte[] png = file(picture(10, 10), "png");
    // The header of a PNG says its width and height; a checksum follows that readers may ignore.
    ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000);
    assertThat(problem(png)).isIn(PhotoProblem.TOO_MANY_PIXELS, PhotoProblem.DAMAGED);
    byte[] jpeg = file(picture(10, 10), "jpeg");
    for (int i = 0; i + 8 < jpeg.length; i++) {
      if ((jpeg[i] & 0xFF) == 0xFF && (jpeg[i + 1] & 0xFF) == 0xC0) {
        ByteBuffer.wrap(jpeg).putShort(i + 5, (short) 60_000).putShort(i + 7, (short) 60_000);
      }
    }
    assertThat(problem(jpeg)).isEqualTo(PhotoProblem.TOO_MANY_PIXELS);
  }
}
