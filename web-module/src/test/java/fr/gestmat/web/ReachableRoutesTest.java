package fr.gestmat.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A route must lead to the class that declares it. A request looks only into the classes whose path
 * fits best (Jakarta RESTful Web Services 3.1, section 3.7.2): a class at {@code a/{id}} hides the
 * method {@code {id}} of a class at {@code a}, which then answers 404.
 */
class ReachableRoutesTest {

  private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");

  private final List<Class<?>> resources =
      new ClassFileImporter()
              .withImportOption(new ImportOption.DoNotIncludeTests())
              .importPackages("fr.gestmat.web")
              .stream()
              .filter(type -> type.isAnnotatedWith(Path.class))
              .<Class<?>>map(type -> type.reflect())
              .toList();

  @Test
  void no_class_hides_a_route_of_another() {
    List<String> hidden =
        resources.stream()
            .flatMap(
                type ->
                    methods(type)
                        .map(method -> (path(type) + "/" + path(method)).replaceAll("/+", "/"))
                        .filter(route -> !chosen(route).equals(path(type)))
                        .map(route -> route + " is hidden by the class at " + chosen(route)))
            .toList();

    assertThat(resources).hasSizeGreaterThan(20);
    assertThat(hidden).isEmpty();
  }

  private String chosen(String route) {
    String request = VARIABLE.matcher(route).replaceAll("x").replaceAll("/$", "");
    return resources.stream()
        .filter(type -> fits(type, request))
        .map(ReachableRoutesTest::path)
        .max(
            Comparator.<String>comparingInt(path -> VARIABLE.matcher(path).replaceAll("").length())
                .thenComparingLong(path -> VARIABLE.matcher(path).results().count()))
        .orElse("");
  }

  private static boolean fits(Class<?> type, String request) {
    String whole = VARIABLE.matcher(path(type)).replaceAll("[^/]+").replaceAll("/$", "");
    boolean deeper = methods(type).anyMatch(method -> !path(method).isEmpty());
    return request.matches(whole + (deeper ? "(/.*)?" : "/?"));
  }

  private static Stream<Method> methods(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(
            method ->
                Arrays.stream(method.getAnnotations())
                    .anyMatch(one -> one.annotationType().isAnnotationPresent(HttpMethod.class)));
  }

  private static String path(AnnotatedElement element) {
    Path path = element.getAnnotation(Path.class);
    String template = path == null ? "" : path.value().replaceAll("^/+|/+$", "");
    return element instanceof Class ? "/" + template : template;
  }
}
