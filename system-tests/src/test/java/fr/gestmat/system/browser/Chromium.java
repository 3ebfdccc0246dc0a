package fr.gestmat.system.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The Chromium that the system's package manager installed, driven by Playwright. */
public final class Chromium implements AutoCloseable {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(List<String> arguments) {
    // Playwright must not fetch browsers of its own.
    playwright =
        Playwright.create(
            new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(executable())
                    .setChromiumSandbox(false)
                    .setArgs(arguments));
  }

  /** Starts it without a window. */
  public static Chromium start(String... arguments) {
    return new Chromium(List.of(arguments));
  }

  /** The browser. */
  public Browser browser() {
    return browser;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }

  private static Path executable() {
    List<Path> places = new ArrayList<>();
    String chosen = System.getenv("GESTMAT_CHROMIUM");
    if (chosen != null) {
      places.add(Path.of(chosen));
    }
    for (String folder : System.getenv("PATH").split(java.io.File.pathSeparator)) {
      NAMES.forEach(name -> places.add(Path.of(folder, name)));
    }
    return Stream.concat(places.stream(), Stream.of(Path.of("/snap/bin/chromium")))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Chromium is missing. Install the package chromium, or set GESTMAT_CHROMIUM"
                        + " to the program."));
  }
}
