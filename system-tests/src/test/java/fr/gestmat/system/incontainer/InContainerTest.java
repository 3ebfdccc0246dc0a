package fr.gestmat.system.incontainer;

import fr.gestmat.access.Role;
import fr.gestmat.demo.ClamDaemon;
import fr.gestmat.mealaid.control.taxnotice.TestTrust;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import net.bytebuddy.ByteBuddy;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.ByteArrayAsset;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Base of tests that run inside the server, where beans are injected into them: the EJB jar and the
 * libraries of the shipped EAR, with the tests, without the product's pages. The database holds the
 * sample territory; what a test adds stays for the others.
 */
@ExtendWith({TestServerExtension.class, ArquillianExtension.class})
public abstract class InContainerTest {

  /** What is deployed. */
  @Deployment
  public static WebArchive deployment() {
    WebArchive archive =
        ShrinkWrap.create(WebArchive.class, "in-container.war")
            .addPackage(InContainerTest.class.getPackage())
            .addClasses(ClamDaemon.class, TestTrust.class)
            .addAsLibraries(jarOf(Assertions.class), jarOf(ByteBuddy.class))
            .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
            .addAsWebInfResource(new StringAsset(roles()), "glassfish-web.xml");
    try (ZipFile ear = new ZipFile(shipped().toFile())) {
      for (Enumeration<? extends ZipEntry> entries = ear.entries(); entries.hasMoreElements(); ) {
        ZipEntry entry = entries.nextElement();
        if (entry.getName().endsWith(".jar")) {
          archive.addAsLibrary(
              new ByteArrayAsset(ear.getInputStream(entry)),
              Path.of(entry.getName()).getFileName().toString());
        }
      }
      return archive;
    } catch (IOException e) {
      throw new UncheckedIOException("build the EAR first: " + shipped(), e);
    }
  }

  /** For {@code @RunAs} the server wants to know the name of somebody who has the role. */
  private static String roles() {
    return Arrays.stream(Role.values())
        .map(
            role ->
                "<security-role-mapping><role-name>%1$s</role-name><principal-name>%1$s</principal-name></security-role-mapping>"
                    .formatted(role))
        .collect(Collectors.joining("", "<glassfish-web-app>", "</glassfish-web-app>"));
  }

  private static File jarOf(Class<?> type) {
    try {
      return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(type + " is in no file", e);
    }
  }

  private static Path shipped() {
    return Path.of(System.getProperty("gestmat.checkout", "..")).resolve("ear/target/gestmat.ear");
  }
}
