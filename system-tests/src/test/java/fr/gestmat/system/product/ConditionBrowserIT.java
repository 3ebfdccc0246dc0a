package fr.gestmat.system.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** A damaged device: its photo beside the one of the hand-over, and what becomes of it. */
class ConditionBrowserIT extends CounterTest {

  private static byte[] photo() throws Exception {
    BufferedImage image = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.LIGHT_GRAY);
    graphics.fillRect(0, 0, 800, 600);
    graphics.setColor(Color.BLACK);
    graphics.drawLine(100, 80, 420, 500);
    graphics.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", bytes);
    return bytes.toByteArray();
  }

  @Test
  void from_the_counter_to_a_decision() throws Exception {
    String tag = onLoan(1).get(0);
    openCounter(AGENT, "/comptoir?mode=retour");
    takeBack(tag);
    page().navigate(address() + panel().locator("a.condition").getAttribute("href"));
    Locator back = page().locator("[aria-labelledby^=return-]").first();
    Locator file = back.locator("input[type=file]");
    file.setInputFiles(
        new FilePayload(
            "photo.jpg", "image/jpeg", "<html></html>".getBytes(StandardCharsets.UTF_8)));
    back.locator(".photo-form button").click();
    assertThat(page().locator(".notice.refused")).containsText("n’est pas une photo");

    back.locator("input[type=file]").setInputFiles(new FilePayload("p.jpg", "image/jpeg", photo()));
    back.locator(".photo-form button").click();
    Locator image = back.locator(".photos img");
    assertThat(image).hasCount(1);
    assertThat((Integer) image.evaluate("i => i.decode().then(() => i.naturalWidth)"))
        .isEqualTo(800);
    String address = image.getAttribute("src");

    back.locator("summary").click();
    back.locator("input[value=DAMAGED]").check();
    back.locator("input[name=constat]").first().fill("Fêlure");
    back.locator("details button.button").click();
    assertThat(back).containsText("Fêlure");
    assertThat(stateOf(tag)).isEqualTo("TO_CHECK");
    screenshot("device-condition");

    try (com.microsoft.playwright.BrowserContext anonymous =
        page().context().browser().newContext()) {
      APIResponse stranger = anonymous.request().get(address() + address);
      assertThat(stranger.headers().get("content-type")).doesNotContain("image");
    }
  }
}
