package fr.gestmat.web.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The route that a request took, as its resource declares it ("/eleves/{id}"): few enough to count
 * by, and without what a person could be known by.
 */
@Provider
@ApplicationScoped
public class Routes implements ContainerRequestFilter {

  private static final String ATTRIBUTE = "gestmat.route";

  private final Map<Entry<Class<?>, Method>, String> templates = new ConcurrentHashMap<>();

  @Inject private HttpServletRequest request;
  @Context private ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext context) {
    Class<?> type = resource.getResourceClass();
    Method method = resource.getResourceMethod();
    if (type != null && method != null) {
      request.setAttribute(
          ATTRIBUTE,
          templates.computeIfAbsent(Map.entry(type, method), known -> template(type, method)));
    }
  }

  /** The route of an answered request: its template, a servlet's own path, or "none". */
  static String of(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof String template) {
      return template;
    }
    String servlet = Optional.ofNullable(request.getServletPath()).orElse("");
    return switch (servlet) {
      case "/health/live", "/health/ready", "/metrics", "/static" -> servlet;
      default -> "none";
    };
  }

  /** The route of a resource method. */
  public static String template(AnnotatedElement type, AnnotatedElement method) {
    return Stream.of(type, method)
        .map(element -> element.getAnnotation(Path.class))
        .map(path -> path == null ? "" : path.value().replaceAll("^/+|/+$", ""))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("/", "/", ""));
  }
}
