package fr.gestmat.system.browser;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Base of tests of ES modules, each on an empty page of its own. */
abstract class ModuleTest {

  private static Chromium chromium;
  protected ModulePage page;

  @BeforeAll
  static void start() {
    chromium = Chromium.start();
  }

  @AfterAll
  static void stop() {
    chromium.close();
  }

  @BeforeEach
  void open() throws IOException {
    page = ModulePage.open(chromium);
  }

  @AfterEach
  void close() {
    page.close();
  }
}
