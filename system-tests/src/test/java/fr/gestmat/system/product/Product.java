package fr.gestmat.system.product;

import fr.gestmat.demo.Demonstration;
import fr.gestmat.demo.PortPlan;
import fr.gestmat.demo.Workplace;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The shipped product, started once for all classes from fresh data on free ports, as {@code
 * script/server --fresh} starts it, and stopped after the last.
 */
public final class Product implements BeforeAllCallback {

  private static final ExtensionContext.Namespace HERE =
      ExtensionContext.Namespace.create(Product.class);

  @Override
  public void beforeAll(ExtensionContext context) {
    HttpTest.product =
        context
            .getRoot()
            .getStore(HERE)
            .getOrComputeIfAbsent(Running.class, key -> start(), Running.class)
            .started();
  }

  private record Running(Demonstration demonstration, Demonstration.Started started)
      implements AutoCloseable {

    @Override
    public void close() {
      demonstration.close();
    }
  }

  private static Running start() {
    Workplace workplace =
        new Workplace(
            Path.of(System.getProperty("gestmat.checkout", "..")).toAbsolutePath().normalize(),
            "system-tests");
    workplace.forget();
    Demonstration demonstration = new Demonstration(workplace, PortPlan.any());
    try {
      return new Running(demonstration, demonstration.start());
    } catch (RuntimeException e) {
      demonstration.close();
      throw e;
    }
  }
}
