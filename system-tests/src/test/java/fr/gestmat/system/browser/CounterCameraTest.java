package fr.gestmat.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The camera of a tablet reads our labels, once each. */
class CounterCameraTest {

  private static final int WIDTH = 640;
  private static final int HEIGHT = 480;

  private static final String CAMERA =
      """
      document.body.innerHTML = '<div id="box" hidden></div><button id="go"><span>x</span></button>'
        + '<script type="application/json" id="texts">{"camera.needsHttps": "https !"}</script>';
      const { useTexts } = await import('/js/counter/texts.js');
      useTexts(document.getElementById('texts'), 'fr');
      const { toggleCamera } = await import('/js/counter/camera.js');
      window.codes = [];
      window.toggle = () => toggleCamera({
        box: document.getElementById('box'), button: document.getElementById('go'),
        zxing: '/vendor/zxing/zxing-0.21.3.min.js', scan: (code) => codes.push(code),
      });
      await toggle();
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(names = {"CODE_128", "DATA_MATRIX", "QR_CODE"})
  void reads_a_label_that_stays_in_sight_once(BarcodeFormat format) throws Exception {
    Path film = film(format);
    try (Chromium chromium =
            Chromium.start(
                "--use-fake-ui-for-media-stream",
                "--use-fake-device-for-media-stream",
                "--use-file-for-fake-video-capture=" + film);
        ModulePage page = ModulePage.open(chromium)) {
      page.run(CAMERA);
      page.page().waitForFunction("() => codes.length > 0");
      page.page().evaluate("() => { window.seen = document.querySelector('video').currentTime; }");
      page.page()
          .waitForFunction("() => document.querySelector('video').currentTime > window.seen + 1");
      assertThat(page.page().evaluate("() => codes.join(' ')")).isEqualTo("GE-004218");
      page.run("await toggle();");
      assertThat(page.page().locator("video").count()).isZero();
    }
  }

  @Test
  void says_that_it_needs_https() throws IOException {
    try (Chromium chromium = Chromium.start();
        ModulePage page = ModulePage.open(chromium)) {
      page.page()
          .evaluate("() => Object.defineProperty(window, 'isSecureContext', { value: false })");
      page.run(CAMERA);
      assertThat(page.page().locator("#box").innerText()).isEqualTo("https !");
    }
  }

  /** A film of a label, as Chromium's fake camera takes it: YUV4MPEG2, grey. */
  private Path film(BarcodeFormat format) throws IOException, WriterException {
    boolean line = format == BarcodeFormat.CODE_128;
    BitMatrix label =
        new MultiFormatWriter().encode("GE-004218", format, line ? 400 : 260, line ? 120 : 260);
    byte[] light = new byte[WIDTH * HEIGHT];
    Arrays.fill(light, (byte) 220);
    int left = (WIDTH - label.getWidth()) / 2;
    int top = (HEIGHT - label.getHeight()) / 2;
    for (int y = 0; y < label.getHeight(); y++) {
      for (int x = 0; x < label.getWidth(); x++) {
        light[(top + y) * WIDTH + left + x] = (byte) (label.get(x, y) ? 20 : 235);
      }
    }
    byte[] colour = new byte[WIDTH * HEIGHT / 2];
    Arrays.fill(colour, (byte) 128);
    Path film = folder.resolve("label.y4m");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(film))) {
      out.write(
          ("YUV4MPEG2 W" + WIDTH + " H" + HEIGHT + " F10:1 Ip A1:1 C420jpeg\n")
              .getBytes(StandardCharsets.US_ASCII));
      for (int frame = 0; frame < 5; frame++) {
        out.write("FRAME\n".getBytes(StandardCharsets.US_ASCII));
        out.write(light);
        out.write(colour);
      }
    }
    return film;
  }
}
