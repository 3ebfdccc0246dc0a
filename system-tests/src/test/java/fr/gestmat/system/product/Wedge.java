package fr.gestmat.system.product;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/**
 * A scanner that plays a keyboard: its keystrokes carry times of their own, a few milliseconds
 * apart, however slow the machine that runs the test is.
 */
final class Wedge implements AutoCloseable {

  private static final double USUAL_GAP = 0.005;

  private final CDPSession browser;
  private double time = System.currentTimeMillis() / 1000.0;

  Wedge(Page page) {
    browser = page.context().newCDPSession(page);
  }

  /** Scans a code, wherever the focus is. */
  void scan(String code) {
    scan(code, USUAL_GAP, "Enter");
  }

  /**
   * Scans a code with a scanner of another kind.
   *
   * @param gap seconds from key to key
   * @param suffix the key that ends a code, {@code Enter} or {@code Tab}
   */
  void scan(String code, double gap, String suffix) {
    begin();
    keys(code, gap);
    end(gap, suffix);
  }

  /** Scans a code while the page is busy after its first keys: they arrive late, not apart. */
  void scanHalted(String code, int first, Runnable halt) {
    begin();
    keys(code.substring(0, first), USUAL_GAP);
    halt.run();
    keys(code.substring(first), USUAL_GAP);
    end(USUAL_GAP, "Enter");
  }

  private void begin() {
    time = Math.max(time + 1, System.currentTimeMillis() / 1000.0);
  }

  private void keys(String code, double gap) {
    for (char c : code.toCharArray()) {
      time += gap;
      key(String.valueOf(c), position(c), String.valueOf(c), 0);
    }
  }

  private void end(double gap, String suffix) {
    time += gap;
    key(suffix, suffix, suffix.equals("Enter") ? "\r" : "", suffix.equals("Enter") ? 13 : 9);
  }

  private void key(String key, String code, String text, int windowsCode) {
    JsonObject down = new JsonObject();
    down.addProperty("type", text.isEmpty() ? "rawKeyDown" : "keyDown");
    down.addProperty("key", key);
    down.addProperty("code", code);
    down.addProperty("text", text);
    down.addProperty("timestamp", time);
    if (windowsCode > 0) {
      down.addProperty("windowsVirtualKeyCode", windowsCode);
    }
    browser.send("Input.dispatchKeyEvent", down);
    JsonObject up = new JsonObject();
    up.addProperty("type", "keyUp");
    up.addProperty("key", key);
    up.addProperty("code", code);
    up.addProperty("timestamp", time);
    browser.send("Input.dispatchKeyEvent", up);
  }

  private static String position(char c) {
    if (Character.isDigit(c)) {
      return "Digit" + c;
    }
    return Character.isLetter(c) ? "Key" + Character.toUpperCase(c) : "Minus";
  }

  @Override
  public void close() {
    browser.detach();
  }
}
