package fr.gestmat.system.product;

import com.microsoft.playwright.Browser;
import fr.gestmat.system.browser.Chromium;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One Chromium for all classes, closed after the last. */
final class SharedChromium implements BeforeAllCallback {

  private static final ExtensionContext.Namespace HERE =
      ExtensionContext.Namespace.create(SharedChromium.class);

  private static @Nullable Chromium chromium;

  static Browser browser() {
    return chromium.browser();
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    chromium =
        context
            .getRoot()
            .getStore(HERE)
            .getOrComputeIfAbsent(
                Chromium.class,
                key ->
                    Chromium.start(
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync"),
                Chromium.class);
  }
}
