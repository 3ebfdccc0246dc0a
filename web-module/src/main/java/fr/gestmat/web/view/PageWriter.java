package fr.gestmat.web.view;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Map;

/**
 * Renders a {@link Page} whole into memory before the first byte leaves, so that a template that
 * fails becomes an error page and never half a page.
 */
@Provider
@ApplicationScoped
public class PageWriter implements MessageBodyWriter<Page> {

  private static final String TEMPLATES = "fr.gestmat.web.page";

  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, PageWriter.class.getClassLoader(), TEMPLATES);

  @Inject private View view;

  /**
   * A page without a layout, to be put into another one.
   *
   * @param part its template declares {@code view} and {@code model}, and no layout
   */
  public Content content(Page part) {
    return output ->
        engine.render(
            part.template(), Map.<String, Object>of("view", view, "model", part.model()), output);
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return type == Page.class;
  }

  @Override
  public void writeTo(
      Page page,
      Class<?> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream out)
      throws IOException {
    Utf8ByteOutput html = new Utf8ByteOutput();
    if (page.model() == Page.NOTHING) {
      engine.render(page.template(), Map.<String, Object>of("view", view), html);
    } else {
      engine.render(
          page.template(), Map.<String, Object>of("view", view, "model", page.model()), html);
    }
    headers.putSingle(HttpHeaders.CONTENT_TYPE, Page.HTML);
    headers.putSingle(HttpHeaders.CONTENT_LENGTH, html.getContentLength());
    headers.putIfAbsent(HttpHeaders.CACHE_CONTROL, java.util.List.of("no-store"));
    headers.putSingle(HttpHeaders.CONTENT_LANGUAGE, view.language());
    html.writeTo(out);
  }
}
